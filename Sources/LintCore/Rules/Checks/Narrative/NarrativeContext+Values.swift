/// The values that figures are calculated with.
extension NarrativeContext {
  /// A figure in one base: billionths of a yuan for money, of one for counts.
  struct Value {
    var exact: Int128
    /// Half the last place that the figure is taken to have: 270 beside 185.88 is 270.00.
    var half: Int128
    /// Half the last place that is written.
    var writtenHalf: Int128

    var interval: Interval { Interval(exact - half, exact + half) }
    var writtenInterval: Interval { Interval(exact - writtenHalf, exact + writtenHalf) }

    /// It was rounded to more than the hundred yuan that two decimals of 万元 are.
    var isRound: Bool { half > 200 * Scale.one }

    /// Tells whether one truth could be written as either of two figures.
    func agreesAsWritten(with other: Value) -> Bool { writtenInterval.meets(other.writtenInterval) }

    /// Tells whether a sum of rounded terms may be off this value by a difference.
    ///
    /// The precision is that of the whole: 2.5 = 0 + 1.5 + 1 says 0.0 and 1.0, nobody rounds some of the parts further.
    func hasTail(_ difference: Int128, terms: Int) -> Bool {
      switch Rounding.judge(difference: difference, terms: terms, lastPlace: 2 * half, exact: half == 0) {
      case .exact, .tail: true
      case .unlikelyTail, .wrong: false
      }
    }

    static func + (a: Value, b: Value) -> Value {
      Value(exact: a.exact + b.exact, half: a.half + b.half, writtenHalf: a.writtenHalf + b.writtenHalf)
    }
    static func - (a: Value, b: Value) -> Value {
      Value(exact: a.exact - b.exact, half: a.half + b.half, writtenHalf: a.writtenHalf + b.writtenHalf)
    }

    /// What this figure was before it changed: 90万元，增加10万元 was 80万元.
    func before(_ change: Value, going direction: Int) -> Value {
      direction > 0 ? self - change : self + change
    }

    /// What this figure becomes by a change.
    func after(_ change: Value, going direction: Int) -> Value {
      direction > 0 ? self + change : self - change
    }

    /// How far this figure is from an earlier one, below zero if it went the other way.
    func step(from then: Value, going direction: Int) -> Value {
      direction > 0 ? self - then : then - self
    }
  }

  /// The value of a claim, if it is money or a count of a size that can be calculated with.
  func value(_ claim: Claim) -> Value? {
    guard claim.amount.isCalculable else { return nil }
    if let money = claim.unit.money {
      let written = claim.amount.half * money.yuan
      let exact = claim.amount.scaled * money.yuan
      if money == .yuan {
        let half: Int128 = claim.amount.decimals >= 2 ? 0 : claim.amount.half
        return Value(exact: exact, half: half, writtenHalf: written)
      }
      // 1.1亿元 was rounded; 270万元 beside 185.88万元 was not.
      let decimals =
        money == .tenThousandYuan ? Swift.max(claim.amount.decimals, claims.decimals) : claim.amount.decimals
      let half = Amount(digits: 0, decimals: decimals).half * money.yuan
      return Value(exact: exact, half: half, writtenHalf: written)
    }
    guard claim.unit.isCount else { return nil }
    let half: Int128 = claim.unit == .squareMeters ? claim.amount.half : 0
    return Value(exact: claim.amount.scaled, half: half, writtenHalf: half)
  }

  /// What the tables state where a claim differs from them: the claim is the mistake, and no base for others.
  func meant(_ claim: Int) -> Value? {
    guard let binding = figures.bindings.first(where: { $0.claim == claim && $0.outcome == .differs }) else {
      return nil
    }
    let values = binding.cells.compactMap(value)
    guard let first = values.first, values.allSatisfy({ $0.exact == first.exact }) else { return nil }
    return first
  }

  /// The value of a cell with an amount of money.
  func value(_ place: CellPlace) -> Value? {
    guard let cell = cell(place), cell.kind == .number, draft.tables.indices.contains(place.table),
      let unit = draft.tables[place.table].unit, cell.amount.isCalculable
    else { return nil }
    let half: Int128 =
      unit == .yuan && cell.amount.decimals >= 2
      ? 0 : Amount(digits: 0, decimals: Swift.max(2, cell.amount.decimals)).half * unit.yuan
    return Value(exact: cell.amount.scaled * unit.yuan, half: half, writtenHalf: half)
  }

  /// Tells whether two figures can be added.
  func areAlike(_ a: Claim, _ b: Claim) -> Bool {
    a.unit == b.unit || (a.unit.money != nil && b.unit.money != nil)
  }
}
