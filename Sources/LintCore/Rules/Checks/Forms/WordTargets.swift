/// Indicators whose targets are words: 资金下达及时率 | 及时 where a figure is asked for (必填量化), names that lost their first
/// or last ideograph (持孔庙历史风貌 | 保持, 确保演出质 | 达标), and a level with neither a name nor a target.
///
/// Rules: `indicator-target`, `typo`.
enum WordTargets {
  /// A row of a form: the level that it stands under, the name and the target; both empty where the row has neither.
  private struct Row {
    var level: Slice
    var name: Slice
    var target: Slice
  }

  static func check(_ table: Table, _ inspection: inout Inspection) {
    let rows = rows(table, inspection.units)
    for row in rows where !row.name.isEmpty {
      rateInWords(row, &inspection)
      lostStart(row, &inspection)
      lostEnd(row.name, &inspection)
    }
    blanks(rows, table, &inspection)
  }

  private static func rows(_ table: Table, _ units: Units) -> [Row] {
    let reader = TargetReader(units: units, table: table)
    var rows: [Row] = []
    var header: TargetHeader?
    var level = Slice(0, 0)
    for row in 0..<table.rowCount {
      if let found = reader.header(row) {
        (header, level) = (found, Slice(0, 0))
        continue
      }
      // Of targets in several columns the names tell nothing of which is which.
      guard let head = header, head.parts == nil, head.yearly == nil else { continue }
      let cells = reader.filled(row)
      guard let first = cells.first else { continue }
      if reader.isEnd(first) {
        header = nil
        continue
      }
      let last = cells.lastIndex(where: reader.isLevel)
      if let last { level = cells[last].slice }
      let own = cells[((last ?? -1) + 1)...].prefix(2)
      guard !level.isEmpty, own.allSatisfy({ $0.kind == .text || $0.kind == .number }) else { continue }
      let (name, target) = (own.first?.slice, own.dropFirst().first?.slice)
      guard (name == nil) == (target == nil), name != nil || last == cells.count - 1 else { continue }
      rows.append(Row(level: level, name: name ?? Slice(0, 0), target: target ?? Slice(0, 0)))
    }
    return rows
  }

  // MARK: Rates

  private static let quantified: Word = "必填量化"
  /// What says how much without a figure.
  private static let measured = WordList(["全", "无", "不", "零", "半", "%", "成"])
  private static let longestWord = 6

  /// 资金下达及时率 | 及时, under 时效指标（必填量化）.
  private static func rateInWords(_ row: Row, _ inspection: inout Inspection) {
    let units = inspection.units
    guard units.contains(quantified, in: row.level), TargetCheck.isRate(row.name, units),
      row.target.count <= longestWord, row.target.indices.allSatisfy({ Unit.isIdeograph(units[$0]) }),
      !row.target.indices.contains(where: { Unit.numeral(units[$0]) != nil }),
      !units.contains(anyOf: measured, in: row.target)
    else { return }
    let draft = inspection.draft
    inspection.report(
      "indicator-target", .warning, at: row.target,
      Message(
        rateWithWord, .text(draft.string(row.level)), .text(draft.string(row.name)),
        .text(draft.string(row.target))),
      related: [inspection.related(row.name, Message(FormPhrases.indicator))])
  }

  // MARK: Names

  /// Verbs that a target repeats from the name: 保持历史风貌 | 保持.
  private static let verbs = WordList([
    "保持", "提升", "提高", "改善", "增强", "促进", "推进", "维护", "完善", "扩大", "降低", "减少", "加强", "优化", "增加",
  ])

  /// 持孔庙历史风貌 | 保持: the name begins with the second half of the verb.
  private static func lostStart(_ row: Row, _ inspection: inout Inspection) {
    let units = inspection.units
    guard row.name.count >= 4, row.target.count == 2, units.equals(anyOf: verbs, row.target),
      units[row.name.lower] == units[row.target.lower + 1],
      !CommonWords.has(units[row.name.lower], units[row.name.lower + 1])
    else { return }
    let draft = inspection.draft
    let right = draft.string(row.target)
    let place = Slice(row.name.lower, row.name.lower + 1)
    inspection.report(
      "typo", .warning, at: row.name, Message(headless, .text(draft.string(row.name)), .text(right)),
      related: [inspection.related(row.target, Message(FormPhrases.target))],
      fixes: [
        Fix(
          title: Message(complete, .text(right)), edits: [Edit(draft.range(place), right)], safety: .review)
      ])
  }

  /// What has a quality; 质 behind it is no word.
  private static let things = WordList([
    "演出", "服务", "工程", "管理", "建设", "编制", "培训", "教学", "施工", "项目", "工作", "产品", "活动", "办案", "数据", "建筑", "发展",
    "运维", "审计", "验收", "采购", "课程", "就业", "生活", "供水", "维护", "维修", "养护", "设备",
  ])
  private static let links = Set("和及与、，".utf16)

  /// 确保演出质, 演出质和上座率: 质量 without 量.
  private static func lostEnd(_ name: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var search = Slice(name.lower + 2, name.upper)
    while let at = units.first(0x8D28, in: search) {
      search = Slice(at + 1, name.upper)
      guard at + 1 == name.upper || links.contains(units[at + 1]),
        units.ends(Slice(name.lower, at), withAnyOf: things)
      else { continue }
      let word = Slice(at - 2, at + 1)
      let draft = inspection.draft
      let right = draft.string(word) + "量"
      inspection.report(
        "typo", .warning, at: word, Message(cut, .text(draft.string(word)), .text(right)),
        fixes: [
          Fix(
            title: Message(complete, .text(right)), edits: [Edit(draft.range(word), right)], safety: .review)
        ])
    }
  }

  // MARK: Blanks

  /// How many rows of the form have to be filled in, and how many may be left blank.
  private static let leastFilled = 8
  private static let mostBlank = 2
  private static let optional: Word = "选填"

  /// 社会效益指标 with neither a name nor a target, where all but one or two rows of the form have both.
  private static func blanks(_ rows: [Row], _ table: Table, _ inspection: inout Inspection) {
    let blank = rows.filter { $0.name.isEmpty }
    guard (1...mostBlank).contains(blank.count), rows.count - blank.count >= leastFilled else { return }
    for row in blank where !inspection.units.contains(optional, in: row.level) {
      inspection.report(
        "indicator-target", .info, at: row.level, Message(empty, .text(inspection.draft.string(row.level))))
    }
  }

  private static let rateWithWord = Phrase(
    "“{0}”要求量化，比率“{1}”的指标值却是文字“{2}”",
    "“{0}” asks for a figure, but the target of the rate “{1}” is a word: {2}")
  private static let headless = Phrase(
    "“{0}”缺首字，应以“{1}”开头", "“{0}” lost its first character: it begins with {1}")
  private static let cut = Phrase("“{0}”缺字，应为“{1}”", "“{0}” lacks a character: {1}")
  private static let complete = Phrase("补全为“{0}”", "Complete it to “{0}”")
  private static let empty = Phrase("“{0}”下没有填写指标和指标值", "“{0}” has neither an indicator nor a target")
}
