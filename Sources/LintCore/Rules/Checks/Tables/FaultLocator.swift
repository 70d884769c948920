/// Groups violations that one wrong cell explains.
struct FaultLocator {
  let arithmetic: SideArithmetic
  /// The most violations, and terms of them all, among which one cell is looked for: with more the table as a
  /// whole is misread or broken.
  private static let mostViolations = 400
  private static let mostTerms = 20_000

  /// One suspected mistake.
  struct Fault {
    /// The cell to mark.
    var place: GridPlace
    /// What the cell should be, if several equations agree on it.
    var implied: Int64?
    var violations: [SideArithmetic.Violation]
  }

  /// Assigns every violation to a fault: first to cells that explain several, then to its own total.
  func locate(_ violations: [SideArithmetic.Violation]) -> [Fault] {
    var open = Array(violations.indices)
    var faults: [Fault] = []
    var support = Support(arithmetic)
    while let (place, excess, explained) = strongest(open, violations, &support) {
      let stated = arithmetic.grid.value(place.row, place.column)
      faults.append(
        Fault(place: place, implied: stated - excess, violations: explained.map { violations[$0] }))
      open.removeAll { explained.contains($0) }
    }
    for group in grouped(open, violations) {
      guard let first = group.first else { continue }
      let equation = arithmetic.equations[first.equation]
      faults.append(
        Fault(place: arithmetic.totalPlace(equation, first.lane), implied: nil, violations: group))
    }
    return faults
  }

  /// The cell that explains most open violations with one and the same excess, if it explains at least two.
  private func strongest(
    _ open: [Int], _ violations: [SideArithmetic.Violation], _ support: inout Support
  ) -> (GridPlace, Int64, [Int])? {
    guard open.count >= 2, open.count <= Self.mostViolations,
      open.reduce(0, { $0 + arithmetic.equations[violations[$1].equation].terms.count }) <= Self.mostTerms
    else { return nil }
    var tally: [GridPlace: [(violation: Int, excess: Int64)]] = [:]
    for index in open {
      let violation = violations[index]
      let equation = arithmetic.equations[violation.equation]
      let total = arithmetic.totalPlace(equation, violation.lane)
      tally[total, default: []].append((index, violation.outcome.difference))
      for term in arithmetic.termPlaces(equation, violation.lane) {
        tally[term.place, default: []].append((index, -term.sign * violation.outcome.difference))
      }
    }
    var best: (place: GridPlace, excess: Int64, explained: [Int])?
    for (place, list) in tally.sorted(by: { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }) {
      guard list.count >= 2, let first = list.first else { continue }
      let last = arithmetic.grid.lastPlaces[place.column]
      // Rounding may blur the excess by a last place or two.
      let agreeing = list.filter { ($0.excess - first.excess).magnitude <= 2 * last.magnitude }
      guard agreeing.count >= 2, agreeing.count == list.count else { continue }
      if let known = best, known.explained.count >= agreeing.count { continue }
      guard !support.isSupported(place) else { continue }
      let exact = list.min { $0.excess.magnitude < $1.excess.magnitude }?.excess ?? first.excess
      best = (place, exact, agreeing.map(\.violation))
    }
    return best.map { ($0.place, $0.excess, $0.explained) }
  }

  /// Violations of one equation by the same amount are one mistake that shows in several columns.
  private func grouped(_ open: [Int], _ violations: [SideArithmetic.Violation]) -> [[SideArithmetic
    .Violation]]
  {
    struct Key: Hashable {
      var equation: Int
      var difference: Int64
    }
    var groups: [[SideArithmetic.Violation]] = []
    var known: [Key: Int] = [:]
    for index in open {
      let violation = violations[index]
      let key = Key(equation: violation.equation, difference: violation.outcome.difference)
      if arithmetic.equations[violation.equation].direction == .rows, let group = known[key] {
        groups[group].append(violation)
      } else {
        known[key] = groups.count
        groups.append([violation])
      }
    }
    return groups
  }
}

/// Which cells take part in an equation that holds; worked out once for each equation and lane.
private struct Support {
  private let arithmetic: SideArithmetic
  /// The equations between rows that a row takes part in, and likewise for columns.
  private var byRow: [Int: [Int]] = [:]
  private var byColumn: [Int: [Int]] = [:]
  private var held: [GridPlace: Bool] = [:]

  init(_ arithmetic: SideArithmetic) {
    self.arithmetic = arithmetic
    for (number, equation) in arithmetic.equations.enumerated() {
      for index in equation.terms + equation.minus + [equation.total] {
        switch equation.direction {
        case .rows: byRow[index, default: []].append(number)
        case .columns: byColumn[index, default: []].append(number)
        }
      }
    }
  }

  /// Tells whether some equation with the cell holds, with figures other than zero.
  mutating func isSupported(_ place: GridPlace) -> Bool {
    for number in byRow[place.row] ?? [] where holds(number, lane: place.column) { return true }
    for number in byColumn[place.column] ?? [] where holds(number, lane: place.row) { return true }
    return false
  }

  private mutating func holds(_ number: Int, lane: Int) -> Bool {
    let key = GridPlace(row: number, column: lane)
    if let known = held[key] { return known }
    let result: Bool
    switch arithmetic.grid.judge(arithmetic.equations[number], in: lane).verdict {
    case .holds, .holdsStrongly: result = true
    default: result = false
    }
    held[key] = result
    return result
  }
}
