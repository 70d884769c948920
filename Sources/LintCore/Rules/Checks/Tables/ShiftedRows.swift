/// Rows whose figures stand one column beside their own: a converted table loses or gains a cell.
///
/// Such a row breaks the sums of several columns at once, and moving it back mends them all. That is one remark
/// about the row and no wrong total.
enum ShiftedRows {
  private static let phrase = Phrase(
    "本行的数字疑似整体错位一列，移回后各列合计都成立",
    "the figures of this row seem to stand one column off; moved back, all totals hold")

  /// Takes out the violations that a shifted row explains and remarks on the row.
  static func remove(
    from violations: inout [SideArithmetic.Violation], _ arithmetic: SideArithmetic,
    _ inspection: inout Inspection
  ) {
    guard arithmetic.grid.columns.count >= 2 else { return }
    var rows: Set<Int> = []
    for violation in violations where arithmetic.equations[violation.equation].direction == .rows {
      let equation = arithmetic.equations[violation.equation]
      rows.formUnion(equation.terms + [equation.total])
    }
    for row in rows.sorted() where !violations.isEmpty {
      guard [1, -1].contains(where: { mends(row, by: $0, violations, arithmetic) }) else { continue }
      violations.removeAll { isAbout(row, $0, arithmetic) }
      let side = arithmetic.grid.side.rows[row]
      let first = arithmetic.grid.columns.indices.first { arithmetic.grid.state(row, $0) == .figure } ?? 0
      inspection.report(
        "row-total", .info, at: side.label.isEmpty ? arithmetic.grid.slice(row, first) : side.label,
        Message(phrase))
    }
  }

  private static func isAbout(_ row: Int, _ violation: SideArithmetic.Violation, _ arithmetic: SideArithmetic)
    -> Bool
  {
    let equation = arithmetic.equations[violation.equation]
    if equation.direction == .columns { return violation.lane == row }
    return equation.total == row || equation.terms.contains(row)
  }

  /// Tells whether all sums with a row hold once its figures move by one column.
  private static func mends(
    _ row: Int, by step: Int, _ violations: [SideArithmetic.Violation], _ arithmetic: SideArithmetic
  ) -> Bool {
    let grid = arithmetic.grid
    let width = grid.columns.count
    let edge = step > 0 ? width - 1 : 0
    guard grid.value(row, edge) == 0, (0..<width).filter({ grid.value(row, $0) != 0 }).count >= 2,
      violations.contains(where: { isAbout(row, $0, arithmetic) })
    else { return false }
    func moved(_ column: Int) -> Int64 {
      let from = column - step
      return from >= 0 && from < width ? grid.value(row, from) : 0
    }
    for equation in arithmetic.equations where equation.direction == .rows {
      let sign: Int64
      if equation.total == row {
        sign = 1
      } else if equation.terms.contains(row) {
        sign = -1
      } else {
        continue
      }
      for column in 0..<width {
        let terms = equation.terms.reduce(Int64(0)) { $0 &+ grid.value($1, column) }
        let difference =
          grid.value(equation.total, column) &- terms &+ sign &* (moved(column) &- grid.value(row, column))
        if difference.magnitude > 3 * grid.lastPlaces[column].magnitude { return false }
      }
    }
    return true
  }
}
