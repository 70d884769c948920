/// What adds up to what in one side of a table, with the figures on one scale.
///
/// The totals check reports from it; hover, highlights and coverage read it.
struct SideArithmetic {
  let grid: AmountGrid
  let equations: [Equation]

  init(_ table: Table, _ side: Side, _ units: Units) {
    let grid = AmountGrid(table, side)
    self.grid = grid
    guard grid.hasFigures else {
      equations = []
      return
    }
    let continued = BlockTotals.continuedClasses(table)
    equations =
      RowStructure(units: units, grid: grid).equations().filter {
        continued.isEmpty || !(side.rows[$0.total].code.map(continued.contains) ?? false)
      } + ColumnStructure(units: units, grid: grid).equations()
  }

  /// An equation that a lane of figures violates.
  struct Violation {
    var equation: Int
    var lane: Int
    var outcome: Outcome
  }

  /// All lanes in which an equation does not hold exactly, split by what rounding can explain.
  func violations() -> (wrong: [Violation], tails: [Violation]) {
    var wrong: [Violation] = []
    var tails: [Violation] = []
    for (index, equation) in equations.enumerated() {
      let isRows = equation.direction == .rows
      var own: [Violation] = []
      var evidence = AmountGrid.Evidence()
      for lane in 0..<(isRows ? grid.columns.count : grid.rowCount) {
        let outcome = grid.judge(equation, in: lane)
        switch outcome.verdict {
        case .none: continue
        case .holds: evidence.weak += 1
        case .holdsStrongly: evidence.strong += 1
        case .tail:
          evidence.weak += 1
          tails.append(Violation(equation: index, lane: lane, outcome: outcome))
        case .unlikelyTail, .wrong:
          evidence.against += 1
          own.append(Violation(equation: index, lane: lane, outcome: outcome))
        }
      }
      wrong += own.filter { isTrusted(equation, evidence, $0) }
    }
    return (wrong, tails)
  }

  /// Tells whether an equation is sure enough to accuse anybody in a lane.
  private func isTrusted(_ equation: Equation, _ evidence: AmountGrid.Evidence, _ violation: Violation)
    -> Bool
  {
    if equation.isShaky { return false }
    if equation.direction == .columns, hasOtherReading(equation, violation) { return false }
    if equation.certainty == .certain { return true }
    guard evidence.strong + evidence.weak >= evidence.against, evidence.isConfirmed else { return false }
    // With little support, another figure of the lane that closes the gap means another reading.
    return evidence.strong >= 2 || equation.direction == .columns || !isClosedByOther(equation, violation)
  }

  private func isClosedByOther(_ equation: Equation, _ violation: Violation) -> Bool {
    let involved = Set(equation.terms + equation.minus + [equation.total])
    for row in 0..<grid.rowCount where !involved.contains(row) {
      let value = grid.value(row, violation.lane)
      if value != 0, value.magnitude == violation.outcome.difference.magnitude { return true }
    }
    return false
  }

  /// Tells whether one column more or one less would close the gap of a row, and no row that holds speaks
  /// against reading it so: then the heads are misread, not the figures wrong.
  private func hasOtherReading(_ equation: Equation, _ violation: Violation) -> Bool {
    let row = violation.lane
    for column in grid.columns.indices where column != equation.total && !equation.minus.contains(column) {
      let value = grid.value(row, column)
      let isTerm = equation.terms.contains(column)
      if isTerm, equation.isNamed { continue }
      let closes =
        isTerm
        ? value == -violation.outcome.difference : value.magnitude == violation.outcome.difference.magnitude
      guard value != 0, closes else { continue }
      let isProven = (0..<grid.rowCount).contains { other in
        guard grid.value(other, column) != 0 else { return false }
        switch grid.judge(equation, in: other).verdict {
        case .holds, .holdsStrongly, .tail: return true
        default: return false
        }
      }
      if !isProven { return true }
    }
    return false
  }

  /// The cell of the total in a lane.
  func totalPlace(_ equation: Equation, _ lane: Int) -> GridPlace {
    equation.direction == .rows
      ? GridPlace(row: equation.total, column: lane) : GridPlace(row: lane, column: equation.total)
  }

  /// The cells of the terms in a lane, with their signs.
  func termPlaces(_ equation: Equation, _ lane: Int) -> [(place: GridPlace, sign: Int64)] {
    let isRows = equation.direction == .rows
    func place(_ index: Int) -> GridPlace {
      isRows ? GridPlace(row: index, column: lane) : GridPlace(row: lane, column: index)
    }
    return equation.terms.map { (place($0), 1) } + equation.minus.map { (place($0), -1) }
  }

  /// How much too large a cell would have to be to explain a violation on its own; `nil` if it is not part of it.
  func excess(at place: GridPlace, explaining violation: Violation) -> Int64? {
    let equation = equations[violation.equation]
    if totalPlace(equation, violation.lane) == place { return violation.outcome.difference }
    for term in termPlaces(equation, violation.lane) where term.place == place {
      return -term.sign * violation.outcome.difference
    }
    return nil
  }
}
