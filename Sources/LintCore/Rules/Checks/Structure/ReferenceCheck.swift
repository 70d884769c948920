/// Finds references to an attachment or a table that the draft does not have: 见附件3 where only 附件1 and 附件2 stand, 详见公开31表
/// where the last is 公开13表.
///
/// Rule: `missing-section`. Nothing is said of a draft without numbered attachments: they may be published beside it.
enum ReferenceCheck {
  private static let attachment: Word = "附件"
  private static let references: [Word] = ["见附件", "和附件", "、附件"]
  private static let phrase = Phrase(
    "文中写“{0}”，全文没有附件 {1}", "The text says {0}, and there is no attachment {1}")

  static func run(_ inspection: inout Inspection) {
    NumberedPlaces.check(&inspection)
    tables(&inspection)
    TableReferences.check(&inspection)
    PartReferences.check(&inspection)
    AttachmentNumbers.check(&inspection)
    let units = inspection.units
    guard references.contains(where: { inspection.stands($0) }), let last = last(inspection) else { return }
    for paragraph in inspection.draft.paragraphs {
      var search = paragraph.slice
      while let at = units.find(attachment, in: search) {
        let start = at + attachment.count
        search = Slice(start, paragraph.slice.upper)
        guard at > paragraph.slice.lower,
          units[at - 1] == 0x89C1 || goesOn(before: at, paragraph.slice, units),
          let (number, end) = OrdinalScanner.numeral(units, start, paragraph.slice.upper), number > last,
          number <= last + farthest
        else { continue }
        let place = Slice(units[at - 1] == 0x89C1 ? at - 1 : at, end)
        inspection.report(
          "missing-section", .warning, at: place,
          Message(phrase, .text(inspection.draft.string(place)), .count(number)))
      }
    }
  }

  /// 自评表详见第五部分附件1和附件3: tells whether a number of an attachment goes on from another that is referred to.
  private static func goesOn(before at: Int, _ text: Slice, _ units: Units) -> Bool {
    let joint = units[at - 1]
    guard joint == 0x548C || joint == 0x3001 || joint == 0x53CA else { return false }
    let lead = Slice(Swift.max(text.lower, at - reach), at - 1)
    guard let first = units.find(attachment, in: lead),
      units.contains(anyOf: sees, in: Slice(lead.lower, first)),
      let (_, end) = OrdinalScanner.numeral(units, first + attachment.count, at)
    else { return false }
    return end == at - 1
  }

  private static let reach = 16
  private static let sees = WordList(["见"])

  // MARK: Numbered tables

  /// What numbers of tables begin with, and the first of them.
  private static let series: [(open: Word, first: Word)] = [("公开", "公开01"), ("预算", "预算01")]
  private static let tableWord: Word = "表"
  private static let leastTables = 3
  private static let noTable = Phrase("文中写“{0}”，全文没有这张表", "The text says {0}, and there is no such table")

  /// 详见公开31表 in a draft whose tables are 公开01表 to 公开15表; 详见附表70 beside 预算01-1表 to 预算09表.
  private static func tables(_ inspection: inout Inspection) {
    for (open, first) in series where inspection.stands(first) { tables(open, &inspection) }
  }

  private static func tables(_ open: Word, _ inspection: inout Inspection) {
    let units = inspection.units
    let text = inspection.draft.text
    var labels: Set<Int> = []
    for line in 0..<Swift.max(0, text.lines.count - 1) {
      let slice = text.slice(ofLine: line)
      guard
        let at = units.find(open, in: Slice(slice.lower, Swift.min(slice.upper, slice.lower + longestTitle))),
        let (number, end) = numbered(at + open.count, slice.upper, units),
        at == slice.lower || end >= slice.upper || units[end] == 0x09
      else { continue }
      labels.insert(number)
    }
    guard labels.count >= leastTables, let last = labels.max() else { return }
    for paragraph in inspection.draft.paragraphs {
      var search = paragraph.slice
      while let at = units.find(open, in: search) {
        search = Slice(at + open.count, paragraph.slice.upper)
        guard let (number, end) = numbered(at + open.count, paragraph.slice.upper, units), number > last
        else { continue }
        let place = Slice(at, end)
        inspection.report(
          "missing-section", .warning, at: place, Message(noTable, .text(inspection.draft.string(place))))
      }
      appendices(paragraph.slice, Swift.max(last, inspection.draft.tables.count), &inspection)
    }
  }

  /// 详见附表70 where neither a number nor how many tables there are is as large.
  private static func appendices(_ text: Slice, _ last: Int, _ inspection: inout Inspection) {
    let units = inspection.units
    var search = text
    while let at = units.find(appendix, in: search) {
      let start = at + appendix.count
      search = Slice(start, text.upper)
      guard let (number, end) = OrdinalScanner.numeral(units, start, text.upper), number > last, number < 100,
        end == text.upper || Unit.endsClause(units[end]) || units[end] == 0x29
      else { continue }
      let place = Slice(at + 1, end)
      guard !inspection.hasReported("missing-section", at: place) else { continue }
      inspection.report(
        "missing-section", .warning, at: place, Message(noTable, .text(inspection.draft.string(place))))
    }
  }

  private static let appendix: Word = "见附表"

  /// The number of 公开13表 or 预算05-1表 behind its first words, and the position behind it.
  private static func numbered(_ start: Int, _ end: Int, _ units: Units) -> (number: Int, end: Int)? {
    var i = start
    var number = 0
    while i < end, i < start + 2, Unit.isDigit(units[i]) {
      number = number * 10 + Int(units[i] - 0x30)
      i += 1
    }
    let digits = i
    if i + 1 < end, units[i] == 0x2D, Unit.isDigit(units[i + 1]) { i += 2 }
    guard digits == start + 2, units.starts(Slice(i, end), with: tableWord) else { return nil }
    return (number, i + 1)
  }

  /// A larger number is that of a document, or of a year.
  private static let farthest = 20

  private static let longestTitle = 40

  /// The number of the last attachment; `nil` without numbered ones, or where they are listed in another way.
  private static func last(_ inspection: Inspection) -> Int? {
    let units = inspection.units
    let text = inspection.draft.text
    var last: Int?
    for line in 0..<Swift.max(0, text.lines.count - 1) {
      let whole = text.slice(ofLine: line)
      guard units.mayStart(whole, with: 0x9644) else { continue }
      let slice = units.trimmed(whole)
      guard slice.count <= longestTitle, units.starts(slice, with: attachment), !units.hasStop(in: slice)
      else { continue }
      let start = slice.lower + attachment.count
      if start < slice.upper, units[start] == 0x3A {
        // 附件：项目支出绩效自评表 is the title of them all; 附件：1.… lists them.
        guard start + 1 < slice.upper, !Unit.isDigit(units[start + 1]) else { return nil }
        continue
      }
      if let (number, _) = OrdinalScanner.numeral(units, start, slice.upper) {
        last = Swift.max(last ?? 0, number)
      }
    }
    return last
  }
}
