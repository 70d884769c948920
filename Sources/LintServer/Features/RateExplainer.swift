import LintCore

/// Finds the arithmetic that bears out a share, a rate of change or a completion rate of the text.
///
/// It only confirms: where no figure around gives the stated percentage, it says nothing. What is wrong is for the
/// rules to say, which know which figure was meant.
struct RateExplainer {
  let claims: Claims

  /// A quotient that gives the stated percentage.
  struct Quotient {
    let dividend: Amount
    /// What the divisor is called, as a claim.
    let base: Int
    /// The divisor in words: `668.02`, or `668.02 − 29.85`.
    let divisor: String
    let result: Amount
  }

  /// How far back in the list of claims the base is looked for.
  private static let reach = 40

  /// The arithmetic behind a claim, if it is a percentage and the figures around bear it out.
  func quotient(of index: Int) -> Quotient? {
    guard let rate = claims.claims[safe: index], rate.subject >= 0,
      let part = claims.claims[safe: rate.subject],
      rate.role == .share || rate.role == .rate || rate.role == .completion
    else { return nil }
    for base in bases(of: rate, at: index) {
      guard let candidate = claims.claims[safe: base], candidate.unit == part.unit, base != rate.subject
      else { continue }
      if let found = quotient(rate, part, candidate, base) { return found }
    }
    return nil
  }

  /// The claims that may be the base: the whole that the part belongs to, then the nearest before, then the next after.
  private func bases(of rate: Claim, at index: Int) -> [Int] {
    var found: [Int] = []
    if let part = claims.claims[safe: rate.subject], let list = claims.lists[safe: part.list] {
      found = [list.whole] + list.otherWholes
    }
    let near = max(0, index - Self.reach)..<min(claims.claims.count, index + 3)
    found += near.reversed().filter { claims.claims[$0].role == .amount || claims.claims[$0].role == .prior }
    return found
  }

  private func quotient(_ rate: Claim, _ part: Claim, _ base: Claim, _ index: Int) -> Quotient? {
    var divisor = Interval(rounding: base.amount)
    var exact = base.amount.scaled
    var words = base.amount.grouped
    if rate.role == .rate, base.role != .prior {
      // The figure of this year, less what it grew by.
      let sign: Int128 = (rate.direction != 0 ? rate.direction : part.direction) < 0 ? -1 : 1
      exact -= sign * part.amount.scaled
      divisor =
        sign > 0 ? divisor - Interval(rounding: part.amount) : divisor + Interval(rounding: part.amount)
      words = "(" + words + (sign > 0 ? " − " : " + ") + part.amount.grouped + ")"
    }
    guard exact > 0, let value = Interval.percent(Interval(rounding: part.amount), of: divisor),
      value.meets(Interval(rounding: rate.amount)),
      let shown = Interval.percent(
        Interval(part.amount.scaled, part.amount.scaled), of: Interval(exact, exact)),
      let result = Amount(scaled: shown.low, decimals: rate.amount.decimals)
    else { return nil }
    return Quotient(dividend: part.amount, base: index, divisor: words, result: result)
  }
}
