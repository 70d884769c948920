/// Finds totals that nobody filled in, in a row of totals whose other columns are filled and add up.
///
/// Rule: `column-total`. Whether the total was forgotten or the column has none is for a person to say.
enum BlankTotals {
  private static let phrase = Phrase(
    "{0}为空，同一行其他列有合计；按各项之和应为 {1}",
    "{0} is blank, and the other columns of the row have their totals; the parts make {1}")

  static func check(_ arithmetic: SideArithmetic, _ inspection: inout Inspection) {
    let grid = arithmetic.grid
    var reported: Set<Int> = []
    for equation in arithmetic.equations
    where equation.direction == .rows && !equation.isShaky && !reported.contains(equation.total)
      && grid.side.rows[equation.total].role == .total
    {
      let blank = grid.columns.indices.filter { grid.state(equation.total, $0) == .blank }
      guard !blank.isEmpty, blank.count < grid.columns.count, isTrusted(equation, grid),
        let column = blank.first(where: {
          sum(equation, $0, grid) != 0 && divides(equation.total, $0, arithmetic)
        })
      else { continue }
      reported.insert(equation.total)
      report(equation, column, arithmetic, &inspection)
    }
  }

  private static func isTrusted(_ equation: Equation, _ grid: AmountGrid) -> Bool {
    let evidence = grid.evidence(for: equation)
    guard evidence.against == 0 else { return false }
    return equation.certainty == .certain ? evidence.isConfirmed : evidence.strong > 0
  }

  /// Tells whether a column is a part of another one in most rows, and that one is filled here, and all its parts blank.
  private static func divides(_ row: Int, _ column: Int, _ arithmetic: SideArithmetic) -> Bool {
    let grid = arithmetic.grid
    return arithmetic.equations.contains { equation in
      guard equation.direction == .columns, equation.terms.contains(column), equation.minus.isEmpty,
        grid.value(row, equation.total) != 0,
        equation.terms.allSatisfy({ grid.state(row, $0) == .blank })
      else { return false }
      let evidence = grid.evidence(for: equation)
      return evidence.strong + evidence.weak >= 3 && evidence.against == 0
    }
  }

  private static func sum(_ equation: Equation, _ column: Int, _ grid: AmountGrid) -> Int64 {
    guard (equation.terms + equation.minus).allSatisfy({ grid.state($0, column) != .unusable }) else {
      return 0
    }
    return equation.terms.reduce(0) { $0 &+ grid.value($1, column) }
      &- equation.minus.reduce(0) { $0 &+ grid.value($1, column) }
  }

  private static func report(
    _ equation: Equation, _ column: Int, _ arithmetic: SideArithmetic, _ inspection: inout Inspection
  ) {
    let grid = arithmetic.grid
    let reporter = TableReporter(draft: inspection.draft, units: inspection.units, arithmetic: arithmetic)
    let slice = grid.slice(equation.total, column)
    let label = grid.side.rows[equation.total].label
    inspection.report(
      "column-total", .warning, at: slice.isEmpty && !label.isEmpty ? label : slice,
      Message(
        phrase, .message(reporter.name(GridPlace(row: equation.total, column: column))),
        reporter.amount(sum(equation, column, grid), column)),
      related: reporter.related(equation, column))
  }
}
