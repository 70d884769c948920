/// Finds names that cannot be right: a code with two names, 通用设备 in place of 专用设备, the province's template in
/// a city's draft.
enum NameCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    codes(context, inspection.figures, &inspection)
    equipment(context, &inspection)
    provincial(context, &inspection)
  }

  // MARK: Codes

  private static func codes(_ context: NarrativeContext, _ index: FigureIndex, _ inspection: inout Inspection)
  {
    for code in index.codes where code >= 200 {
      let all = index.rows(coded: code)
      guard all.count >= 2 else { continue }
      let rows = all.map { index.rows[Int($0)] }.filter {
        $0.label.count >= 2 && namesSubject($0, context)
      }
      guard let first = rows.first else { continue }
      let firstKey = key(first.label, context.units)
      guard rows.contains(where: { key($0.label, context.units) != firstKey }) else { continue }
      var counts: [UInt64: Int] = [:]
      for row in rows { counts[key(row.label, context.units), default: 0] += 1 }
      guard counts.count == 2,
        let usual = rows.first(where: { row in
          counts[key(row.label, context.units)] == counts.values.max()
        })
      else { continue }
      let usualKey = key(usual.label, context.units)
      for row in rows where key(row.label, context.units) != usualKey {
        // One name that only says more than the other is the same name.
        guard !isCut(row.label, usual.label, context.units), isFar(row.label, usual.label, context.units)
        else { continue }
        inspection.report(
          "code-name", .warning, at: row.label,
          Message(
            twoNames, .text(String(code)), .text(context.draft.string(row.label)),
            .text(context.draft.string(usual.label))),
          related: [
            Related(context.draft.range(usual.label), Message(Phrase("另一处的名称", "The name elsewhere")))
          ])
      }
    }
    siblings(context, index, &inspection)
  }

  /// Tells whether the label of a row is the name of its code.
  private static func namesSubject(_ row: FigureIndex.Row, _ context: NarrativeContext) -> Bool {
    let table = context.draft.tables[row.table]
    return table.sides.indices.contains(row.side)
      ? table.namesSubjects(table.sides[row.side], context.units) : true
  }

  /// Tells whether one name only says more at its end: cells cut names, or add the 款 in brackets.
  private static func isCut(_ a: Slice, _ b: Slice, _ units: Units) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    return units.key(short) == units.key(Slice(long.lower, long.lower + short.count))
  }

  /// Two items of one 款 in one table never share a name.
  private static func siblings(
    _ context: NarrativeContext, _ index: FigureIndex, _ inspection: inout Inspection
  ) {
    var seen: [UInt64: FigureIndex.Row] = [:]
    var table = -1
    var parent: Int64 = -1
    for row in index.rows where row.codeLength == 7 {
      if row.table != table || row.code / 100 != parent {
        seen = [:]
        table = row.table
        parent = row.code / 100
      }
      let key = context.units.key(row.label)
      if let before = seen[key], before.code != row.code, row.label.count >= 3 {
        inspection.report(
          "code-name", .warning, at: row.label,
          Message(
            oneName, .text(context.draft.string(row.label)), .text(String(before.code)),
            .text(String(row.code))),
          related: [
            Related(context.draft.range(before.label), Message(Phrase("同名的另一项", "The item of the same name")))
          ])
      }
      seen[key] = row
    }
  }

  private static func key(_ label: Slice, _ units: Units) -> UInt64 {
    var label = label
    if label.upper > label.lower, units[label.upper - 1] == 0x29,
      let open = label.indices.last(where: { units[$0] == 0x28 }), open > label.lower
    {
      label.upper = open
    }
    return units.key(label)
  }

  /// Names that differ in one character are a misreading of the page, not another name.
  private static func isFar(_ a: Slice, _ b: Slice, _ units: Units) -> Bool {
    guard a.count == b.count else { return true }
    var different = 0
    for k in 0..<a.count where units[a.lower + k] != units[b.lower + k] { different += 1 }
    return different >= 2
  }

  private static let twoNames = Phrase(
    "科目编码 {0} 在此处名为“{1}”，另一处为“{2}”", "The code {0} is “{1}” here and “{2}” elsewhere")
  private static let oneName = Phrase(
    "同一款下两个编码同名“{0}”：{1} 与 {2}", "Two codes of one parent have the name “{0}”: {1} and {2}")

  // MARK: Equipment

  private static func equipment(_ context: NarrativeContext, _ inspection: inout Inspection) {
    let units = context.units
    for passage in context.claims.passages where !passage.isAside {
      guard let hundred = units.find(hundredWord, in: passage.slice),
        hundred == passage.slice.lower || !Unit.isDigit(units[hundred - 1])
      else { continue }
      let reach = Slice(hundred, Swift.min(passage.slice.upper, hundred + 30))
      guard let general = units.find(generalWord, in: reach),
        units.find(specialWord, in: Slice(hundred, general)) == nil,
        !units.hasStop(in: Slice(hundred, general)),
        let fifty = units.find(fiftyWord, in: passage.slice),
        units.find(generalWord, in: Slice(fifty, Swift.min(passage.slice.upper, fifty + 30))) != nil,
        units.find(specialWord, in: passage.slice) == nil
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
