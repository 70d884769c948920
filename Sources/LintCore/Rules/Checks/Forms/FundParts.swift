/// Which of the rows below a total of money are its parts, and which divide one of them again.
///
/// 其中 within 其中 and names such as 含上年结转 say that rows lie one within another; which ones, only the figures of
/// the columns can tell. One wrong figure does not change a reading that the other columns confirm.
enum FundParts {
  typealias Row = PerformanceForm.Funds.Row
  typealias Reading = (parts: [Row], divided: (whole: Row, parts: [Row])?)

  /// More rows are not a division of money that anybody would nest.
  private static let mostRows = 10

  /// - Parameters:
  ///   - columns: How many columns of the rows hold money.
  ///   - areNamed: All rows name a source of money; others may be a choice of what the total holds.
  static func read(_ total: Row, _ rows: [Row], columns: Int, areNamed: Bool) -> Reading {
    let plain: Reading = (rows, nil)
    let isNested = rows.dropFirst().contains(where: \.isOfWhich)
    guard rows.count <= mostRows else { return isNested || !areNamed ? ([], nil) : plain }
    let flat = right(total, rows, columns)
    var best = (reading: plain, right: flat, within: 0)
    for first in rows.indices where rows.count > 1 {
      for end in (first + 2)..<Swift.max(first + 2, rows.count + 1) where end <= rows.count {
        let inner = Array(rows[(first + 1)..<end])
        let parts = Array(rows[...first] + rows[end...])
        let found = right(total, parts, columns)
        let within = right(rows[first], inner, columns)
        guard found > best.right || found == best.right && found > flat && within > best.within else {
          continue
        }
        // Rows within another may be a choice of it: then nothing is to be added.
        best = ((parts, within >= 2 ? (rows[first], inner) : nil), found, within)
      }
    }
    if isNested || !areNamed { return best.right > 0 ? best.reading : ([], nil) }
    // Without a word for it, two columns have to say that rows lie within another, and none may say otherwise.
    return best.right >= flat + 2 && best.right == filled(total, columns) ? best.reading : plain
  }

  /// How many columns add up.
  private static func right(_ total: Row, _ parts: [Row], _ columns: Int) -> Int {
    (0..<columns).filter { adds(total, parts, $0) }.count
  }

  private static func filled(_ row: Row, _ columns: Int) -> Int {
    (0..<columns).filter { row.cells.indices.contains($0) && row.cells[$0].kind == .number }.count
  }

  /// Tells whether parts make a whole in a column.
  static func adds(_ whole: Row, _ parts: [Row], _ column: Int) -> Bool {
    guard whole.cells.indices.contains(column), !parts.isEmpty else { return false }
    let cell = whole.cells[column]
    let terms = parts.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
    guard cell.isAmountOrEmpty, terms.count == parts.count, terms.allSatisfy(\.isAmountOrEmpty) else {
      return false
    }
    let sum = terms.reduce(Int128(0)) { $0 + $1.amount.scaled }
    let slack = ([cell] + terms).map(\.amount.lastPlace).max() ?? 0
    return (cell.kind == .number || sum == 0) && (sum - cell.amount.scaled).magnitude <= slack.magnitude
  }
}
