/// A written amount of money as a number of units of its last place.
struct WrittenMoney {
  private let places: Int128
  /// One unit of the last place, in billionths of a yuan.
  let step: Int128

  init?(_ claim: Claim) {
    guard let money = claim.unit.money, claim.amount.isCalculable, claim.amount.digits > 0 else { return nil }
    step = claim.amount.lastPlace * money.yuan
    places = Int128(claim.amount.digits)
    reach = places * step / 10 - 2 * step...places * step * 10
  }

  /// What rounds to the same.
  var range: ClosedRange<Int128> { places * step - step / 2...places * step + step / 2 }

  /// The values that have as many digits, give or take one: no slip makes others of them.
  let reach: ClosedRange<Int128>

  /// Tells whether one slip makes the written amount of a value, and both have digits enough to mean it.
  func isSlip(_ value: Int128, least: Int) -> Bool {
    guard reach.contains(value) else { return false }
    let other = (value + step / 2) / step
    guard other > 0, other < places * 10, places < other * 10,
      Swift.max(Self.significant(places), Self.significant(other)) >= least
    else { return false }
    return Slip.isSlip(places, other)
  }

  /// How many digits a number has up to its last that is not 0.
  private static func significant(_ number: Int128) -> Int {
    var number = number
    while number != 0, number % 10 == 0 { number /= 10 }
    var count = 0
    while number != 0 {
      number /= 10
      count += 1
    }
    return count
  }
}
