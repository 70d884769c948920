/// Finds names that cannot be right: 通用设备 in place of 专用设备, the province's template in a city's draft.
enum NameCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    partyOrgan(context, &inspection)
    equipment(context, &inspection)
    provincial(context, &inspection)
  }

  // MARK: Party organs

  /// 中共某市某区组织部 on the cover: the organs of a Party committee (党委) are called after it, 某区委组织部.
  private static func partyOrgan(_ context: NarrativeContext, _ inspection: inout Inspection) {
    let units = context.units
    var search = Slice(0, Swift.min(units.count, coverLength))
    while let start = units.find(party, in: search) {
      let name = Slice(start, Swift.min(units.count, start + longestName))
      let end = name.indices.first { !Unit.isIdeograph(units[$0]) } ?? name.upper
      for at in name.lower..<end where places.contains(units[at]) {
        let rest = Slice(at + 1, end)
        guard let length = units.lengthOfWord(starting: rest, anyOf: organs) else { continue }
        let found = Slice(start, at + 1 + length)
        inspection.report(
          "name-mismatch", .warning, at: found,
          Message(
            organPhrase, .text(context.draft.string(found)),
            .text(
              context.draft.string(Slice(start, at + 1)) + "委"
                + context.draft.string(Slice(at + 1, found.upper)))))
        return
      }
      search = Slice(start + 1, search.upper)
    }
  }

  private static let coverLength = 400
  private static let longestName = 24
  private static let party: Word = "中共"
  /// The last sign of the name of a place.
  private static let places: Set<UInt16> = Set("省市县区旗州".utf16)
  private static let organs = WordList(["组织部", "宣传部", "统战部", "统一战线工作部", "社会工作部", "政法委", "老干部局", "机构编制委员会办公室"])
  private static let organPhrase = Phrase("单位名称“{0}”缺“委”字，应为“{1}”", "“{0}” lacks 委: it is called “{1}”")

  // MARK: Equipment

  private static func equipment(_ context: NarrativeContext, _ inspection: inout Inspection) {
    for passage in context.claims.passages where !passage.isAside {
      inspection.look(for: .equipment, inParagraph: passage.paragraph) { equipment(passage, context, &$0) }
    }
  }

  private static func equipment(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    guard let hundred = units.find(hundredWord, in: passage.slice),
      hundred == passage.slice.lower || !Unit.isDigit(units[hundred - 1])
    else { return }
    let end = (hundred..<passage.slice.upper).first { units[$0] == 0x3002 } ?? passage.slice.upper
    let sentence = Slice(passage.slice.lower, end)
    let reach = Slice(hundred, Swift.min(passage.slice.upper, hundred + 30))
    guard let general = units.find(generalWord, in: reach),
      units.find(specialWord, in: Slice(hundred, general)) == nil,
      !units.hasStop(in: Slice(hundred, general)),
      let fifty = units.find(fiftyWord, in: sentence),
      units.find(generalWord, in: Slice(fifty, Swift.min(passage.slice.upper, fifty + 30))) != nil,
      units.find(specialWord, in: sentence) == nil
    else { return }
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
    for (index, paragraph) in context.draft.paragraphs.enumerated() {
      guard
        inspection.has(
          .province, in: paragraph.slice, ofParagraph: index, { units.contains(provincialWord, in: $0) }),
        let at = units.find(provincialWord, in: paragraph.slice),
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
  private static let bodies = WordList(["部门", "单位", "行政"])
  private static let provincialPhrase = Phrase(
    "“{0}”是省级模板的用语，与本单位级次不符", "“{0}” is a word of the province's template")
}
