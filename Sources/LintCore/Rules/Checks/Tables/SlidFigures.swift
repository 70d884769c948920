/// Figures that stand in the column beside their own: the row above has the amount in one column and nothing in the
/// other, the detail has it the other way round.
///
/// The total is right then, and the cell of the detail is what has to be mended.
enum SlidFigures {
  private static let phrase = Phrase(
    "“{0}”的 {1} 填在“{2}”列，而“{3}”的同一数字在“{4}”列，疑似填错列",
    "“{0}” has {1} in the column “{2}”, but “{3}” has it under “{4}”: one stands in the wrong column")
  private static let total = Phrase("上一级的数字在这一列", "The row above has the figure in this column")

  /// With more violations the table as a whole is misread or broken.
  private static let mostViolations = 400

  /// Takes out the violations that a slid figure explains and reports its cell.
  static func remove(
    from violations: inout [SideArithmetic.Violation], _ arithmetic: SideArithmetic,
    _ inspection: inout Inspection
  ) {
    guard violations.count <= mostViolations else { return }
    for violation in violations {
      let equation = arithmetic.equations[violation.equation]
      guard equation.direction == .rows, equation.certainty == .certain,
        let place = slid(violation, equation, arithmetic)
      else { continue }
      let lane = violation.lane
      violations.removeAll { other in
        other.equation == violation.equation && (other.lane == lane || other.lane == place.column)
      }
      report(place, lane, equation, arithmetic, &inspection)
    }
  }

  /// The cell of a detail that mends two columns at once when it moves to the column of a violation.
  private static func slid(
    _ violation: SideArithmetic.Violation, _ equation: Equation, _ arithmetic: SideArithmetic
  ) -> GridPlace? {
    let grid = arithmetic.grid
    let gap = violation.outcome.difference
    guard gap != 0 else { return nil }
    var found: [GridPlace] = []
    for column in grid.columns.indices where column != violation.lane {
      let sum = equation.terms.reduce(Int64(0)) { $0 &+ grid.value($1, column) }
      guard grid.value(equation.total, column) &- sum == -gap else { continue }
      for row in equation.terms
      where grid.state(row, column) == .figure && grid.value(row, column) == gap
        && grid.value(row, violation.lane) == 0
      {
        found.append(GridPlace(row: row, column: column))
      }
    }
    return found.only
  }

  private static func report(
    _ place: GridPlace, _ lane: Int, _ equation: Equation, _ arithmetic: SideArithmetic,
    _ inspection: inout Inspection
  ) {
    let grid = arithmetic.grid
    let draft = inspection.draft
    func head(_ column: Int) -> Message.Argument {
      .text(grid.table.head(ofColumn: grid.columns[column]).map(draft.string) ?? String(column + 1))
    }
    inspection.report(
      equation.rule, .error, at: grid.slice(place.row, place.column),
      Message(
        phrase, .text(draft.string(grid.side.rows[place.row].label)),
        .amount(grid.amount(grid.value(place.row, place.column), column: place.column), grid.table.unit),
        head(place.column), .text(draft.string(grid.side.rows[equation.total].label)), head(lane)),
      related: [inspection.related(grid.slice(equation.total, lane), Message(total))])
  }
}
