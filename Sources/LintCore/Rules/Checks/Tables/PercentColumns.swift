/// The pairs of columns that a column of changes or rates may compare.
enum PairedColumns {
  /// How far to the left the compared columns may stand.
  private static let reach = 9

  /// All ordered pairs of columns shortly before a column, the nearest first.
  static func before(_ column: Int) -> [(Int, Int)] {
    let columns = (Swift.max(0, column - reach)..<column).reversed()
    return columns.flatMap { a in columns.filter { $0 != a }.map { (a, $0) } }
  }
}

/// Percentages in tables: 占比, 增减%, 执行率.
///
/// Which columns a percentage compares is found from its rows.
///
/// Rules: `share`, `growth-rate`, `completion-rate`.
enum PercentColumns {
  private enum Formula: Equatable {
    /// (a − b) ÷ b
    case change(Int, Int)
    /// a ÷ b
    case ratio(Int, Int)
    /// a ÷ the total of its column
    case share(Int, row: Int)

    var rule: String {
      switch self {
      case .change: "growth-rate"
      case .ratio: "completion-rate"
      case .share: "share"
      }
    }
  }

  /// How many totals are tried as the whole of a share.
  private static let mostTotals = 8

  static func check(_ side: SideArithmetic, _ inspection: inout Inspection) {
    let table = side.grid.table
    for column in side.grid.side.columns where table.columns[column].kind == .percent {
      let before = side.grid.columns.firstIndex { $0 > column } ?? side.grid.columns.count
      guard before > 0, let formula = formula(column, before, side.grid, inspection.units) else { continue }
      for row in 0..<side.grid.rowCount { report(formula, row, column, side.grid, &inspection) }
      if case .share(_, let total) = formula { whole(total, column, side.grid, &inspection) }
    }
  }

  private static func stated(_ row: Int, _ column: Int, _ grid: AmountGrid) -> Cell? {
    guard grid.side.rows[row].role != .uncertain, let cell = grid.table.cell(grid.side.rows[row].row, column),
      cell.kind == .percent || cell.kind == .number
    else { return nil }
    return cell
  }

  /// The formula that most rows bear out; at least two rows have to, and twice as many as do not.
  private static func formula(_ column: Int, _ before: Int, _ grid: AmountGrid, _ units: Units) -> Formula? {
    let heads = grid.table.columns[column].path.map { grid.table.cells[Int($0)].slice }
    func says(_ words: [Word]) -> Bool { heads.contains { units.contains(anyOf: words, in: $0) } }
    var candidates: [Formula] = []
    let pairs = PairedColumns.before(before)
    if says(["增", "减", "升", "降", "变动"]) { candidates += pairs.map { .change($0.0, $0.1) } }
    if says(["完成", "执行", "率"]) { candidates += pairs.map { .ratio($0.0, $0.1) } }
    if says(["占", "比重", "比例", "构成"]) {
      for total in grid.side.rows.indices.filter({ grid.side.rows[$0].role == .total }).prefix(
        Self.mostTotals)
      {
        candidates += (0..<before).reversed().map { .share($0, row: total) }
      }
    }
    var best: (formula: Formula, holds: Int, fails: Int)?
    for candidate in candidates {
      let (holds, fails) = tally(column, grid) { quotient(candidate, $0, grid) }
      if holds >= 2, holds >= 2 * fails, holds > best?.holds ?? 0 { best = (candidate, holds, fails) }
    }
    guard let best,
      best.fails == 0 && isWholeRight(best.formula, column, grid)
        || !isOtherwiseRight(best.formula, column, pairs, grid)
    else { return nil }
    return best.formula
  }

  /// Tells whether the share that the total has, if it has one, is 100 %.
  private static func isWholeRight(_ formula: Formula, _ column: Int, _ grid: AmountGrid) -> Bool {
    guard case .share(_, let total) = formula, let cell = stated(total, column, grid) else { return true }
    return cell.amount.scaled == 100 * Scale.one
  }

  /// How many rows bear a reading out, and how many do not.
  private static func tally(
    _ column: Int, _ grid: AmountGrid, _ quotient: (Int) -> Interval?
  ) -> (holds: Int, fails: Int) {
    var (holds, fails) = (0, 0)
    for row in 0..<grid.rowCount {
      guard let cell = stated(row, column, grid), !cell.amount.isZero, let quotient = quotient(row) else {
        continue
      }
      let isRight =
        Interval(rounding: cell.amount).meets(quotient) || Interval(cutting: cell.amount).meets(quotient)
      if isRight { holds += 1 } else { fails += 1 }
    }
    return (holds, fails)
  }

  /// Tells whether every row bears another reading out: 占比 as the share of its own row (其中：35岁以下 ÷ 实有数), 增长率
  /// of the row of a year as what was added ÷ the row of the year before.
  private static func isOtherwiseRight(
    _ formula: Formula, _ column: Int, _ pairs: [(Int, Int)], _ grid: AmountGrid
  ) -> Bool {
    pairs.contains { pair in
      let (holds, fails) = tally(column, grid) { row in
        switch formula {
        case .share: return quotient(.ratio(pair.0, pair.1), row, grid)
        case .change, .ratio:
          guard row > 0, let part = interval(row, pair.0, grid), let whole = interval(row - 1, pair.1, grid)
          else { return nil }
          return Interval.percent(part, of: whole)
        }
      }
      return holds >= 2 && fails == 0
    }
  }

  private static func interval(_ row: Int, _ column: Int, _ grid: AmountGrid) -> Interval? {
    guard grid.state(row, column) != .unusable, let cell = grid.cell(row, column) else { return nil }
    if cell.kind == .blank || cell.kind == .dash { return Interval(0, 0) }
    return grid.isExact ? Interval(cell.amount.scaled, cell.amount.scaled) : Interval(rounding: cell.amount)
  }

  private static func quotient(_ formula: Formula, _ row: Int, _ grid: AmountGrid) -> Interval? {
    switch formula {
    case .change(let a, let b):
      guard let a = interval(row, a, grid), let b = interval(row, b, grid) else { return nil }
      return Interval.percent(a - b, of: b)
    case .ratio(let a, let b):
      guard let a = interval(row, a, grid), let b = interval(row, b, grid) else { return nil }
      return Interval.percent(a, of: b)
    case .share(let column, let total):
      guard row != total, let a = interval(row, column, grid), let b = interval(total, column, grid) else {
        return nil
      }
      return Interval.percent(a, of: b)
    }
  }

  private static func report(
    _ formula: Formula, _ row: Int, _ column: Int, _ grid: AmountGrid, _ inspection: inout Inspection
  ) {
    guard let cell = stated(row, column, grid), let quotient = quotient(formula, row, grid),
      !isOfAnotherBlock(formula, row, column, grid)
    else { return }
    let isChange = if case .change = formula { true } else { false }
    rate(formula.rule, cell, row, column, grid).check(
      quotient, of: operands(formula, row, grid).compactMap { grid.cell($0.row, $0.column) },
      isChange: isChange, &inspection)
  }

  /// 本年支出合计 100.00% below 本年收入合计 100.00%: the rows between the two are shares of the second.
  private static func isOfAnotherBlock(_ formula: Formula, _ row: Int, _ column: Int, _ grid: AmountGrid)
    -> Bool
  {
    guard case .share(_, let total) = formula else { return false }
    return grid.side.rows.indices.contains { other in
      guard other != total, grid.side.rows[other].role == .total,
        stated(other, column, grid)?.amount.scaled == 100 * Scale.one
      else { return false }
      return other > total ? row > total && row <= other : row <= other
    }
  }

  private static func rate(
    _ rule: String, _ cell: Cell, _ row: Int, _ column: Int, _ grid: AmountGrid
  ) -> RateReport {
    RateReport(rule: rule, cell: cell, label: grid.side.rows[row].label, column: column, grid: grid)
  }

  /// The share of the total itself is 100 %, or what the rounded shares make.
  private static func whole(
    _ row: Int, _ column: Int, _ grid: AmountGrid, _ inspection: inout Inspection
  ) {
    let hundred = 100 * Scale.one
    guard let cell = stated(row, column, grid), cell.amount.scaled != hundred,
      (cell.amount.scaled - hundred).magnitude > (cell.amount.lastPlace * Int128(grid.rowCount)).magnitude,
      let right = Amount(scaled: hundred, decimals: cell.amount.decimals)
    else { return }
    rate("share", cell, row, column, grid).report(right, &inspection)
  }

  private static func operands(_ formula: Formula, _ row: Int, _ grid: AmountGrid) -> [GridPlace] {
    switch formula {
    case .change(let a, let b), .ratio(let a, let b):
      [GridPlace(row: row, column: a), GridPlace(row: row, column: b)]
    case .share(let column, let total):
      [GridPlace(row: row, column: column), GridPlace(row: total, column: column)]
    }
  }
}
