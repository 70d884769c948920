/// Groups violations that one wrong cell explains.
struct FaultLocator {
  let arithmetic: SideArithmetic

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
    while let (place, excess, explained) = strongest(open, violations) {
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
  private func strongest(_ open: [Int], _ violations: [SideArithmetic.Violation]) -> (
    GridPlace, Int64, [Int]
  )? {
    guard open.count >= 2, open.count <= 400 else { return nil }
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
    var best: (place: GridPlace, excess: Int64, explained: [Int], support: Int)?
    for (place, list) in tally.sorted(by: { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }) {
      guard list.count >= 2, let first = list.first else { continue }
      let last = arithmetic.grid.lastPlaces[place.column]
      // Rounding may blur the excess by a last place or two.
      let agreeing = list.filter { ($0.excess - first.excess).magnitude <= 2 * last.magnitude }
      guard agreeing.count >= 2, agreeing.count == list.count else { continue }
      let support = arithmetic.support(of: place)
      guard support == 0 else { continue }
      if let known = best, known.explained.count >= agreeing.count { continue }
      let exact = list.min { $0.excess.magnitude < $1.excess.magnitude }?.excess ?? first.excess
      best = (place, exact, agreeing.map(\.violation), support)
    }
    return best.map { ($0.place, $0.excess, $0.explained) }
  }

  /// Violations of one equation by the same amount are one mistake that shows in several columns.
  private func grouped(_ open: [Int], _ violations: [SideArithmetic.Violation]) -> [[SideArithmetic
    .Violation]]
  {
    var groups: [[SideArithmetic.Violation]] = []
    for index in open {
      let violation = violations[index]
      if let known = groups.firstIndex(where: { group in
        group.first.map {
          $0.equation == violation.equation && $0.outcome.difference == violation.outcome.difference
            && arithmetic.equations[$0.equation].direction == .rows
        } ?? false
      }) {
        groups[known].append(violation)
      } else {
        groups.append([violation])
      }
    }
    return groups
  }
}
