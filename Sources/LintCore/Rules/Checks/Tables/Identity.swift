/// A sum that a table makes: which cells add up to which, and how that comes out.
package struct Identity: Sendable {
  /// A cell that is added or, with the sign -1, taken off.
  package struct Term: Sendable {
    package var place: CellPlace
    package var sign: Int
  }

  /// How the sum comes out.
  package enum Verdict: Sendable {
    case holds
    /// Off by what rounding explains.
    case tail
    case wrong
  }

  /// The rule that a violation falls under.
  package var rule: String
  package var total: CellPlace
  package var terms: [Term]
  package var computed: Amount
  /// Stated minus computed.
  package var difference: Amount
  package var verdict: Verdict
}

extension Draft {
  /// The sums that a cell takes part in, those first in which it is the total.
  ///
  /// Sums that are only guessed count where the figures confirm them.
  ///
  /// - Complexity: O(n) in the number of cells of the table.
  package func identities(at place: CellPlace) -> [Identity] {
    guard tables.indices.contains(place.table) else { return [] }
    let table = tables[place.table]
    return text.units.withUnsafeBufferPointer { units in
      var asTotal: [Identity] = []
      var asTerm: [Identity] = []
      for side in table.sides where side.columns.contains(place.column) {
        let arithmetic = SideArithmetic(table, side, units)
        guard let row = side.rows.firstIndex(where: { $0.row == place.row }),
          let column = arithmetic.grid.columns.firstIndex(of: place.column)
        else { continue }
        let own = GridPlace(row: row, column: column)
        for equation in arithmetic.equations {
          let lane = equation.direction == .rows ? column : row
          let isTotal = arithmetic.totalPlace(equation, lane) == own
          let terms = arithmetic.termPlaces(equation, lane)
          guard isTotal || terms.contains(where: { $0.place == own }),
            let identity = identity(equation, lane, arithmetic, table: place.table)
          else { continue }
          if isTotal { asTotal.append(identity) } else { asTerm.append(identity) }
        }
      }
      return asTotal + asTerm
    }
  }

  private func identity(
    _ equation: Equation, _ lane: Int, _ arithmetic: SideArithmetic, table: Int
  ) -> Identity? {
    let grid = arithmetic.grid
    let outcome = grid.judge(equation, in: lane)
    let verdict: Identity.Verdict
    switch outcome.verdict {
    case .none: return nil
    case .holds, .holdsStrongly: verdict = .holds
    case .tail: verdict = .tail
    case .unlikelyTail, .wrong:
      guard equation.certainty == .certain, !equation.isShaky else { return nil }
      verdict = .wrong
    }
    func cell(_ place: GridPlace) -> CellPlace {
      CellPlace(table: table, row: grid.side.rows[place.row].row, column: grid.columns[place.column])
    }
    let total = arithmetic.totalPlace(equation, lane)
    return Identity(
      rule: equation.rule, total: cell(total),
      terms: arithmetic.termPlaces(equation, lane).map {
        Identity.Term(place: cell($0.place), sign: $0.sign < 0 ? -1 : 1)
      },
      computed: grid.amount(outcome.computed, column: total.column),
      difference: grid.amount(outcome.difference, column: total.column), verdict: verdict)
  }
}
