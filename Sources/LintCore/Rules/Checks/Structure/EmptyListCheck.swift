/// The list of tables with 是否空表: what it says of each table has to be so.
///
/// Rules: `note-on-filled-table`, `empty-table-note`.
enum EmptyListCheck {
  /// A line of the list.
  private struct Entry {
    var title: Slice
    /// 是 or 否.
    var answer: Slice
    /// 公开空表理由; `nil` if the list has no column for it.
    var reason: Slice?
  }

  private static let heading: Word = "是否空表"
  private static let reasons: Word = "理由"
  private static let yes = WordList(["是", "空表", "√"])
  private static let no = WordList(["否", "非空表"])

  static func check(
    _ fillings: [Filling?], _ concepts: [TableID?], _ inspection: inout Inspection
  ) {
    let units = inspection.units
    for entry in entries(&inspection) {
      guard let concept = inspection.book.catalogue.table(titled: entry.title, of: units) else { continue }
      let tables = concepts.indices.filter { concepts[$0] == concept && fillings[$0] != nil }
      guard let first = tables.first else { continue }
      let isFilled = tables.contains { fillings[$0] == .filled }
      let place = inspection.draft.tables[first].caption.map {
        [inspection.related($0, Message(tablePlace))]
      }
      if units.equals(anyOf: yes, entry.answer) {
        if isFilled {
          report("note-on-filled-table", entry, entry.answer, filled, place, &inspection)
        } else if let reason = entry.reason, reason.isEmpty {
          report("empty-table-note", entry, entry.answer, noReason, place, &inspection)
        }
      } else if units.equals(anyOf: no, entry.answer), !isFilled {
        report("empty-table-note", entry, entry.answer, empty, place, &inspection)
      }
    }
  }

  private static func report(
    _ rule: String, _ entry: Entry, _ slice: Slice, _ phrase: Phrase, _ related: [Related]?,
    _ inspection: inout Inspection
  ) {
    inspection.report(
      rule, .warning, at: slice, Message(phrase, .text(inspection.draft.string(entry.title))),
      related: related ?? [])
  }

  // MARK: Reading

  /// The lines below each line that has the column 是否空表.
  private static func entries(_ inspection: inout Inspection) -> [Entry] {
    let units = inspection.units
    let text = inspection.draft.text
    guard inspection.stands(heading) else { return [] }
    var result: [Entry] = []
    var header: [Slice]?
    for line in 0..<Swift.max(0, text.lines.count - 1) {
      guard text.lines[line].traits.contains(.tab) else {
        if !text.slice(ofLine: line).isEmpty { header = nil }
        continue
      }
      // Most lines with TABs are rows of figures.
      guard header != nil || units.contains(heading, in: text.slice(ofLine: line)) else { continue }
      let fields = fields(text.slice(ofLine: line), units)
      if fields.contains(where: { units.contains(heading, in: $0) }) {
        header = fields
      } else if let head = header, let entry = entry(fields, head, units) {
        result.append(entry)
      }
    }
    return result
  }

  private static func fields(_ line: Slice, _ units: Units) -> [Slice] {
    var fields: [Slice] = []
    var start = line.lower
    for i in line.indices where units[i] == 0x09 {
      fields.append(units.trimmed(Slice(start, i)))
      start = i + 1
    }
    return fields + [units.trimmed(Slice(start, line.upper))]
  }

  private static func entry(_ fields: [Slice], _ header: [Slice], _ units: Units) -> Entry? {
    guard let answer = header.firstIndex(where: { units.contains(heading, in: $0) }),
      fields.indices.contains(answer),
      let title = fields[..<answer].max(by: { $0.count < $1.count }), title.count >= 4
    else { return nil }
    let reason = header.firstIndex { units.contains(reasons, in: $0) }
    return Entry(
      title: title, answer: fields[answer],
      // A line that ends before the column has nothing in it.
      reason: reason.map {
        fields.indices.contains($0) ? fields[$0] : Slice(fields[answer].upper, fields[answer].upper)
      })
  }

  private static let filled = Phrase(
    "“{0}”列为空表，表中却有数据", "“{0}” is listed as empty, but it has figures")
  private static let empty = Phrase(
    "“{0}”没有列为空表，表中却没有数据", "“{0}” is not listed as empty, but it has no figures")
  private static let noReason = Phrase("“{0}”为空表，没有写公开空表理由", "“{0}” is listed as empty without a reason")
  private static let tablePlace = Phrase("这张表", "The table")
}
