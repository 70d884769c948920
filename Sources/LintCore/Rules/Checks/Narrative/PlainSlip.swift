/// Slips of the pen in figures that nothing but the slip itself shows to be wrong.
enum PlainSlip {
  /// Tells whether a figure is what one slip of the pen makes of another, and no other figure of its own.
  static func isLikely(_ stated: Int128, _ right: Int128, _ claim: Claim) -> Bool {
    guard right > 0, Slip.isSlip(stated, right) else { return false }
    return claim.amount.digits.magnitude >= least || isSwap(stated, right)
  }

  /// Tells whether a percentage is what one slip of the pen makes of another.
  static func isLikely(_ stated: Amount, _ right: Amount) -> Bool {
    // 100% beside 103.81% is no slip in one digit, and neither is 8% beside 9%.
    guard stated.decimals > 0, stated.digits >= 100, stated.scaled != 100 * Scale.one,
      let rounded = Amount(scaled: right.scaled, decimals: stated.decimals)
    else { return false }
    return Slip.isSlip(stated.scaled, rounded.scaled)
  }

  /// From how many digits on a slip in one of them is no accident.
  private static let least: UInt64 = 1_000

  /// Tells whether two figures differ by two neighboring digits swapped.
  static func isSwap(_ a: Int128, _ b: Int128) -> Bool { Slip.isSlip(a, b) && isExchange(a, b) }

  /// Tells whether two figures differ by two digits that changed places, neighbors or not: 102.15 and 105.12.
  static func isExchange(_ a: Int128, _ b: Int128) -> Bool {
    guard a > 0, b > 0, a != b else { return false }
    var (x, y) = (a, b)
    var digits: [(own: Int128, other: Int128)] = []
    while x > 0 || y > 0 {
      if x % 10 != y % 10 { digits.append((x % 10, y % 10)) }
      guard digits.count <= 2 else { return false }
      x /= 10
      y /= 10
    }
    return digits.count == 2 && digits[0].own == digits[1].other && digits[0].other == digits[1].own
  }

  /// The claims that swapping two neighboring digits makes of one.
  static func swaps(of claim: Claim) -> [Claim] {
    swaps(of: claim.amount).map {
      var other = claim
      other.amount = $0
      return other
    }
  }

  /// The figures that another digit in one place, or two neighboring digits swapped, make of one.
  static func neighbors(of amount: Amount) -> [Amount] {
    guard amount.digits > 0 else { return [] }
    var found = swaps(of: amount)
    var power: Int64 = 1
    while power <= amount.digits {
      let own = amount.digits / power % 10
      for digit in 0..<10 where Int64(digit) != own {
        found.append(
          Amount(digits: amount.digits &+ (Int64(digit) - own) &* power, decimals: amount.decimals))
      }
      guard power <= amount.digits / 10 else { break }
      power *= 10
    }
    return found
  }

  /// The figures that swapping two neighboring digits makes of one.
  static func swaps(of amount: Amount) -> [Amount] {
    var found: [Amount] = []
    var power: Int64 = 1
    while power <= amount.digits / 10 {
      let low = amount.digits / power % 10
      let high = amount.digits / power / 10 % 10
      if low != high {
        let digits = amount.digits + (low - high) * 10 * power + (high - low) * power
        found.append(Amount(digits: digits, decimals: amount.decimals))
      }
      power *= 10
    }
    return found
  }
}
