/// Finds names that cannot be right: 通用设备 in place of 专用设备, the province's template in a city's draft.
enum NameCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    equipment(context, &inspection)
    provincial(context, &inspection)
  }

  // MARK: Equipment

  private static func equipment(_ context: NarrativeContext, _ inspection: inout Inspection) {
    let units = context.units
    for passage in context.claims.passages where !passage.isAside {
      guard let hundred = units.find(hundredWord, in: passage.slice),
        hundred == passage.slice.lower || !Unit.isDigit(units[hundred - 1])
      else { continue }
      let end = (hundred..<passage.slice.upper).first { units[$0] == 0x3002 } ?? passage.slice.upper
      let sentence = Slice(passage.slice.lower, end)
      let reach = Slice(hundred, Swift.min(passage.slice.upper, hundred + 30))
      guard let general = units.find(generalWord, in: reach),
        units.find(specialWord, in: Slice(hundred, general)) == nil,
        !units.hasStop(in: Slice(hundred, general)),
        let fifty = units.find(fiftyWord, in: sentence),
        units.find(generalWord, in: Slice(fifty, Swift.min(passage.slice.upper, fifty + 30))) != nil,
        units.find(specialWord, in: sentence) == nil
      else { continue }
      let at = Slice(general, general + generalWord.count)
      inspection.report(
        "name-mismatch", .warning, at: at, Message(equipmentPhrase),
        fixes: [
          Fix(
            title: Message(Phrase("改为“专用设备”", "Change to 专用设备")),
            edits: [Edit(context.draft.range(at), "专用设备")],
            safety: .review)
        ])
    }
  }

  private static let hundredWord: Word = "100万元"
  private static let fiftyWord: Word = "50万元"
  private static let generalWord: Word = "通用设备"
  private static let specialWord: Word = "专用设备"
  private static let equipmentPhrase = Phrase(
    "50万元以上与100万元以上都写成“通用设备”，后者应为“专用设备”", "通用设备 stands twice; the second, above 1 million yuan, is 专用设备")

  // MARK: Templates of another level

  private static func provincial(_ context: NarrativeContext, _ inspection: inout Inspection) {
    let units = context.units
    let cover = Slice(0, Swift.min(units.count, 300))
    guard units.contains(anyOf: local, in: cover),
      !units.contains(province, in: Slice(0, Swift.min(units.count, 60)))
    else { return }
    for paragraph in context.draft.paragraphs {
      guard let at = units.find(provincialWord, in: paragraph.slice),
        units.starts(Slice(at + provincialWord.count, paragraph.slice.upper), withAnyOf: bodies)
      else { continue }
      let slice = Slice(at, at + provincialWord.count + 2)
      inspection.report(
        "template-residue", .warning, at: slice, Message(provincialPhrase, .text(context.draft.string(slice)))
      )
    }
  }

  private static let local = WordList(["市", "县", "区"])
  private static let province: Word = "省"
  private static let provincialWord: Word = "省直"
  private static let bodies = WordList(["部门", "单位"])
  private static let provincialPhrase = Phrase(
    "“{0}”是省级模板的用语，与本单位级次不符", "“{0}” is a word of the province's template")
}
