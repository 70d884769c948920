/// Guesses how a wrong figure came about: two digits swapped, one digit wrong, the decimal point moved.
enum ResidualHint {
  /// The hint for the one figure of an equation whose correction closes the gap, if there is exactly one.
  static func hint(
    _ grid: AmountGrid, _ arithmetic: SideArithmetic, _ violation: SideArithmetic.Violation
  ) -> Message? {
    let equation = arithmetic.equations[violation.equation]
    var hints: [Message] = []
    let total = arithmetic.totalPlace(equation, violation.lane)
    if let hint = describe(grid, total, violation.outcome.computed) { hints.append(hint) }
    for term in arithmetic.termPlaces(equation, violation.lane) {
      let value = grid.value(term.place.row, term.place.column)
      guard value != 0 else { continue }
      if let hint = describe(grid, term.place, value + term.sign * violation.outcome.difference) {
        hints.append(hint)
      }
    }
    return hints.only
  }

  /// How a cell may have been mistyped if it should be `implied`.
  static func describe(_ grid: AmountGrid, _ place: GridPlace, _ implied: Int64) -> Message? {
    let stated = grid.value(place.row, place.column)
    guard stated > 0, implied > 0, stated != implied else { return nil }
    let shown = grid.amount(stated, column: place.column)
    let right = grid.amount(implied, column: place.column)
    let phrase: Phrase
    if stated == implied &* 10 || stated == implied &* 100 || implied == stated &* 10
      || implied == stated &* 100
    {
      phrase = TablePhrases.shifted
    } else {
      let a = Array(String(shown.digits))
      let b = Array(String(right.digits))
      guard shown.decimals == right.decimals, a.count == b.count else { return nil }
      let differing = a.indices.filter { a[$0] != b[$0] }
      if differing.count == 1 {
        phrase = TablePhrases.oneDigit
      } else if differing.count == 2, differing[0] + 1 == differing[1], a[differing[0]] == b[differing[1]],
        a[differing[1]] == b[differing[0]]
      {
        phrase = TablePhrases.swapped
      } else {
        return nil
      }
    }
    return Message(phrase, .amount(shown, nil), .amount(right, nil))
  }
}
