/// An item that stands among those of another parent, such as 2101103 below 21303.
///
/// Rule: `code-name`. A table in another order altogether is left alone: one row is out of place only where all others
/// stand below their own parents.
enum CodeOrder {
  private static let phrase = Phrase(
    "{0}“{1}”列在 {2} 之下，应在 {3} 之下", "{0} “{1}” stands below {2}, its parent is {3}")
  private static let parent = Phrase("所属的上级科目", "Its parent")
  /// How many rows have to stand right for one to be wrong.
  private static let leastRows = 5

  static func check(_ table: Table, _ inspection: inout Inspection) {
    for side in table.sides where !side.codeColumns.isEmpty {
      guard let (row, above, own) = stray(side) else { continue }
      let draft = inspection.draft
      inspection.report(
        "code-name", .error, at: row.label.isEmpty ? above.label : row.label,
        Message(
          phrase, .text(String(row.code ?? 0)), .text(draft.string(row.label)),
          .text(String(above.code ?? 0)),
          .text(String(own.code ?? 0))),
        related: [inspection.related(own.label, Message(parent))])
    }
  }

  /// The only row of a side that stands below another parent than its own, with both parents.
  private static func stray(_ side: Side) -> (row: SideRow, above: SideRow, own: SideRow)? {
    var strays: [(row: SideRow, above: SideRow)] = []
    var right = 0
    var above: SideRow?
    for row in side.rows where row.role != .repeatedHeader && row.role != .columnNumbers {
      guard let code = row.code else {
        // The list of another unit begins.
        if row.role == .detail || row.role == .heading { above = nil }
        continue
      }
      if row.codeLength == 5 {
        above = row
      } else if row.codeLength == 3 {
        above = nil
      } else if row.codeLength == 7, let parent = above, let parentCode = parent.code {
        if code / 100 == parentCode {
          right += 1
        } else {
          strays.append((row, parent))
        }
      }
    }
    guard right >= leastRows, let stray = strays.only, let code = stray.row.code else {
      return nil
    }
    let parents = side.rows.filter { $0.codeLength == 5 && $0.code == code / 100 && $0.role == .detail }
    guard let own = parents.only else { return nil }
    return (stray.row, stray.above, own)
  }
}
