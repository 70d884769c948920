/// A row of rates below the rows it compares: 2016年比2015年增减% | -16.76 | -86.67.
///
/// Which rows are compared is found from the columns; one wrong rate does not hide it.
///
/// Rules: `growth-rate`, `completion-rate`.
enum RateRows {
  /// How far above a row of rates the rows it compares may stand.
  private static let reach = 4
  private static let changes = WordList(["增", "减", "升", "降", "变动"])
  private static let completions = WordList(["完成", "执行"])

  /// A figure that its sums show to be wrong says nothing about rates.
  private static let sums: Set<String> = ["row-total", "column-total", "hierarchy-total", "balance"]

  private struct Pair {
    var value: SideRow
    var base: SideRow
    var isChange: Bool
  }

  static func check(_ side: SideArithmetic, _ inspection: inout Inspection) {
    let grid = side.grid
    for (index, row) in grid.side.rows.enumerated() where row.role == .rate {
      let above = grid.side.rows[Swift.max(0, index - reach)..<index].filter {
        ($0.role == .detail || $0.role == .total) && !$0.isBlank
      }
      guard above.count >= 2, let pair = pair(row, above, grid, inspection.units) else { continue }
      for column in grid.columns { report(pair, row, column, grid, &inspection) }
    }
  }

  /// The rows that most columns say are compared: at least two of them, and twice as many as do not.
  private static func pair(_ row: SideRow, _ above: [SideRow], _ grid: AmountGrid, _ units: Units) -> Pair? {
    let isChange = units.contains(anyOf: changes, in: row.label)
    guard isChange != units.contains(anyOf: completions, in: row.label) else { return nil }
    var best: (pair: Pair, holds: Int)?
    for value in above {
      for base in above where base.row != value.row {
        let pair = Pair(value: value, base: base, isChange: isChange)
        var (holds, fails) = (0, 0)
        for column in grid.columns {
          guard let rate = rate(row, column, grid), !rate.amount.isZero,
            let quotient = quotient(pair, column, grid)
          else { continue }
          if Interval(rounding: rate.amount).meets(quotient) { holds += 1 } else { fails += 1 }
        }
        if holds >= 2, holds >= 2 * fails, holds > best?.holds ?? 0 { best = (pair, holds) }
      }
    }
    return best?.pair
  }

  private static func rate(_ row: SideRow, _ column: Int, _ grid: AmountGrid) -> Cell? {
    grid.table.cell(row.row, column).flatMap { $0.kind == .number || $0.kind == .percent ? $0 : nil }
  }

  private static func figure(_ row: SideRow, _ column: Int, _ grid: AmountGrid) -> Cell? {
    grid.table.cell(row.row, column).flatMap { $0.kind == .number ? $0 : nil }
  }

  private static func quotient(_ pair: Pair, _ column: Int, _ grid: AmountGrid) -> Interval? {
    guard let value = figure(pair.value, column, grid), let base = figure(pair.base, column, grid),
      base.amount.scaled > 0
    else { return nil }
    func interval(_ cell: Cell) -> Interval {
      grid.isExact ? Interval(cell.amount.scaled, cell.amount.scaled) : Interval(rounding: cell.amount)
    }
    return Interval.percent(
      pair.isChange ? interval(value) - interval(base) : interval(value), of: interval(base))
  }

  private static func report(
    _ pair: Pair, _ row: SideRow, _ column: Int, _ grid: AmountGrid, _ inspection: inout Inspection
  ) {
    guard let rate = rate(row, column, grid), let quotient = quotient(pair, column, grid) else { return }
    let operands = [pair.value, pair.base].compactMap { figure($0, column, grid) }
    guard !operands.contains(where: { inspection.hasReported(sums, in: $0.slice) }) else { return }
    RateReport(
      rule: pair.isChange ? "growth-rate" : "completion-rate", cell: rate, label: row.label, column: column,
      grid: grid
    ).check(quotient, of: operands, isChange: pair.isChange, &inspection)
  }
}
