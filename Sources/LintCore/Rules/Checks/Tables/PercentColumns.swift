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

  static let phrase = Phrase(
    "“{0}”的“{1}”应为 {4}{2}，表中为 {3}", "“{1}” of “{0}” should be {4}{2}, the table states {3}")
  static let cut = Phrase(
    "“{0}”的“{1}”应为 {4}{2}，表中为 {3}（截位而非四舍五入）",
    "“{1}” of “{0}” should be {4}{2}, the table states {3} (cut instead of rounded)")
  /// How a rate follows from the figures it compares.
  static let change = Phrase("({0} − {1}) ÷ {1} = ", "({0} − {1}) ÷ {1} = ")
  static let ratio = Phrase("{0} ÷ {1} = ", "{0} ÷ {1} = ")
  /// Nothing is to be worked out.
  static let none = Phrase("", "")
  static let set = Phrase("改为 {0}", "Set to {0}")
  static let term = Phrase("{0}", "{0}")

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
    var best: (formula: Formula, holds: Int)?
    for candidate in candidates {
      var holds = 0
      var fails = 0
      for row in 0..<grid.rowCount {
        guard let cell = stated(row, column, grid), !cell.amount.isZero,
          let quotient = quotient(candidate, row, grid)
        else { continue }
        let isRight =
          Interval(rounding: cell.amount).meets(quotient) || Interval(cutting: cell.amount).meets(quotient)
        if isRight { holds += 1 } else { fails += 1 }
      }
      if holds >= 2, holds >= 2 * fails, holds > best?.holds ?? 0 { best = (candidate, holds) }
    }
    return best?.formula
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
      !Interval(rounding: cell.amount).meets(quotient),
      let right = Amount(scaled: (quotient.low + quotient.high) / 2, decimals: cell.amount.decimals)
    else { return }
    let isCut = Interval(cutting: cell.amount).meets(quotient)
    let isClose = (right.scaled - cell.amount.scaled).magnitude <= cell.amount.lastPlace.magnitude
    let label = grid.side.rows[row].label
    let head = grid.table.head(ofColumn: column).map(inspection.draft.string) ?? ""
    let range = inspection.draft.range(cell.slice)
    let text = right.plain + (cell.kind == .percent ? "%" : "")
    let operands = operands(formula, row, grid).compactMap { grid.cell($0.row, $0.column) }
    inspection.report(
      formula.rule, isCut ? .info : isClose ? .warning : .error, at: cell.slice,
      Message(
        isCut ? cut : phrase, .text(inspection.draft.string(label)), .text(head), .percent(right),
        .percent(cell.amount), .message(arithmetic(formula, operands))),
      related: operands.map {
        inspection.related($0.slice, Message(term, .amount($0.amount, grid.table.unit)))
      },
      fixes: [Fix(title: Message(set, .text(text)), edits: [Edit(range, text)], safety: .review)])
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
    let head = grid.table.head(ofColumn: column).map(inspection.draft.string) ?? ""
    let text = right.plain + (cell.kind == .percent ? "%" : "")
    inspection.report(
      "share", .error, at: cell.slice,
      Message(
        phrase, .text(inspection.draft.string(grid.side.rows[row].label)), .text(head), .percent(right),
        .percent(cell.amount), .message(Message(none))),
      fixes: [
        Fix(
          title: Message(set, .text(text)), edits: [Edit(inspection.draft.range(cell.slice), text)],
          safety: .review)
      ])
  }

  private static func arithmetic(_ formula: Formula, _ operands: [Cell]) -> Message {
    guard operands.count == 2 else { return Message(none) }
    let isChange = if case .change = formula { true } else { false }
    return arithmetic(isChange: isChange, operands[0].amount, operands[1].amount)
  }

  static func arithmetic(isChange: Bool, _ value: Amount, _ base: Amount) -> Message {
    Message(isChange ? change : ratio, .amount(value, nil), .amount(base, nil))
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
