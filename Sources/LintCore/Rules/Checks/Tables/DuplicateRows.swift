/// Subjects that stand twice in one table with the same code, name and figures.
///
/// Rule: `duplicate-item`. A row printed again at the top of a new page is no mistake, nor is a code that each
/// unit of a department has once.
enum DuplicateRows {
  private static let phrase = Phrase("“{0} {1}”在本表中重复列示", "“{0} {1}” stands twice in this table")
  private static let first = Phrase("第一次出现在这里", "it first stands here")

  static func check(_ table: Table, _ inspection: inout Inspection) {
    for side in table.sides where !side.codeColumns.isEmpty {
      var known = KeyTable(minimumCapacity: side.rows.count)
      for (index, row) in side.rows.enumerated() where row.role == .detail {
        guard let code = row.code, row.codeLength == 3 || row.codeLength == 5 || row.codeLength == 7 else {
          // A row without a subject code opens the list of another unit.
          known.removeAll()
          continue
        }
        let last = Int(known.update(UInt64(bitPattern: code), to: Int32(truncatingIfNeeded: index)))
        guard last >= 0 else { continue }
        let before = side.rows[last]
        guard before.codeLength == row.codeLength, before.key == row.key, !isAfterPageBreak(row.row, table),
          isSame(before, row, side, table), table.hasSameWords(before, row, in: side, inspection.units)
        else { continue }
        inspection.report(
          "duplicate-item", .error, at: row.label,
          Message(phrase, .text(String(code)), .text(inspection.draft.string(row.label))),
          related: [inspection.related(before.label, Message(first))])
      }
    }
  }

  private static func isAfterPageBreak(_ row: Int, _ table: Table) -> Bool {
    row > 0 && table.rowLines[row] - table.rowLines[row - 1] > 1
  }

  private static func isSame(_ a: SideRow, _ b: SideRow, _ side: Side, _ table: Table) -> Bool {
    var hasFigure = false
    for column in side.amountColumns {
      guard let first = table.cell(a.row, column), let second = table.cell(b.row, column),
        first.kind == second.kind, first.amount == second.amount
      else { return false }
      if first.kind == .number, !first.amount.isZero { hasFigure = true }
    }
    return hasFigure
  }
}

extension Table {
  /// Tells whether two rows have the same words in all columns of a side: 本级 and a unit below it are two rows.
  func hasSameWords(_ a: SideRow, _ b: SideRow, in side: Side, _ units: Units) -> Bool {
    side.columns.allSatisfy { column in
      guard columns[column].kind == .text || columns[column].kind == .label, let first = cell(a.row, column),
        let second = cell(b.row, column)
      else { return true }
      return units.key(first.slice) == units.key(second.slice)
    }
  }
}
