/// Rows that 序号 numbers 5, 6, 8, 8, 9, or 1, 2, 4, 5: one number that is not the next.
///
/// Rule: `numbering`. Only a column that counts on from 1 everywhere else is told about: merged cells, rows of another list
/// and numbers that begin anew leave more than one place.
enum RowNumbers {
  private static let head: Word = "序号"
  /// How many rows have to be numbered.
  private static let leastRows = 4
  /// More digits are no number of a row.
  private static let mostDigits = 4

  /// A row with the number that stands in its column 序号.
  private struct Numbered {
    var row: Int
    var slice: Slice
    var number: Int
  }

  static func check(_ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    let columns = table.columns.indices.prefix(2).filter { column in
      table.head(ofColumn: column).map { units.equals(anyOf: [head], $0) } ?? false
    }
    guard let column = columns.only, let rows = numbered(table, column, units),
      rows.count >= leastRows, rows.first?.number == 1
    else { return }
    let strays = rows.indices.dropFirst().filter { rows[$0].number != rows[$0 - 1].number + 1 }
    switch strays.count {
    case 1: shifted(at: strays[0], rows, table, column, &inspection)
    case 2 where strays[1] == strays[0] + 1: single(at: strays[0], rows, &inspection)
    default: break
    }
  }

  /// The rows with numbers; `nil` if something else stands in the column.
  private static func numbered(_ table: Table, _ column: Int, _ units: Units) -> [Numbered]? {
    var found: [Numbered] = []
    for row in table.firstBodyRow..<Swift.max(table.firstBodyRow, table.rowCount) {
      guard let cell = table.cell(row, column), !cell.slice.isEmpty else { continue }
      // The header printed again, and a total that stands in the place of a number.
      guard cell.kind == .number else {
        if cell.kind == .text || cell.kind == .blank || cell.kind == .dash { continue }
        return nil
      }
      guard cell.slice.count <= mostDigits, cell.slice.indices.allSatisfy({ Unit.isDigit(units[$0]) }) else {
        return nil
      }
      let number = cell.slice.indices.reduce(0) { $0 * 10 + Int(units[$1]) - 0x30 }
      found.append(Numbered(row: row, slice: cell.slice, number: number))
    }
    return found
  }

  /// 7 read 8 in 6, 8, 8, 9: all others are as they should be.
  private static func single(at index: Int, _ rows: [Numbered], _ inspection: inout Inspection) {
    guard rows.indices.contains(index + 1), rows[index + 1].number == rows[index - 1].number + 2 else {
      return
    }
    report(rows[index], before: rows[index - 1], &inspection)
  }

  /// 5, 5, 6 or 3, 5, 6: all that follow are numbered on from the wrong one.
  private static func shifted(
    at index: Int, _ rows: [Numbered], _ table: Table, _ column: Int, _ inspection: inout Inspection
  ) {
    let (before, wrong) = (rows[index - 1], rows[index])
    // A row between them, or one that has lost its number, may be what is missing.
    guard wrong.row == before.row + 1, wrong.number == before.number || wrong.number == before.number + 2,
      let first = table.cell(before.row, column + 1), let second = table.cell(wrong.row, column + 1),
      first.kind == .text, second.kind == .text,
      // What stands in both rows is one merged cell, and so is its number.
      !inspection.units.areSame(first.slice, second.slice),
      table.rowLines.indices.contains(wrong.row),
      table.rowLines[wrong.row] - table.rowLines[before.row] == 1
    else { return }
    report(wrong, before: before, &inspection)
  }

  private static func report(_ row: Numbered, before: Numbered, _ inspection: inout Inspection) {
    let draft = inspection.draft
    inspection.report(
      "numbering", .warning, at: row.slice,
      Message(
        row.number == before.number ? repeated : broken, .text(draft.string(row.slice)),
        .count(before.number),
        .count(before.number + 1)),
      related: [inspection.related(before.slice, Message(rowBefore))],
      fixes: [])
  }

  private static let repeated = Phrase(
    "序号“{0}”重复：上一行是 {1}，此处应为 {2}", "The number “{0}” is repeated after {1}; this should be {2}")
  private static let broken = Phrase(
    "序号“{0}”不连续：上一行是 {1}，此处应为 {2}", "The number “{0}” follows {1}; this should be {2}")
  private static let rowBefore = Phrase("上一行的序号", "The number of the row before")
}
