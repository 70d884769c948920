/// A closed interval of values in billionths of a unit: all truths that a written figure can stand for.
///
/// Two figures agree if one truth could round to both, that is, if their intervals meet
/// (XBRL Calculations 1.1 judges the same way).
public struct Interval: Hashable, Sendable {
  /// The least value.
  public var low: Int128
  /// The greatest value.
  public var high: Int128

  /// Creates the interval between two values, given in either order.
  public init(_ a: Int128, _ b: Int128) {
    low = Swift.min(a, b)
    high = Swift.max(a, b)
  }

  /// All values that round to `amount` at its written precision.
  public init(rounding amount: Amount) {
    self.init(amount.scaled - amount.half, amount.scaled + amount.half)
  }

  /// All values that are cut (去尾) to `amount` at its written precision.
  public init(cutting amount: Amount) {
    let step = amount.lastPlace
    if amount.digits < 0 {
      self.init(amount.scaled - step, amount.scaled)
    } else {
      self.init(amount.scaled, amount.scaled + step)
    }
  }

  /// Tells whether some value lies in both.
  public func meets(_ other: Interval) -> Bool { low <= other.high && other.low <= high }

  /// The value half way between both ends.
  public var middle: Int128 { low / 2 + high / 2 + (low % 2 + high % 2) / 2 }

  /// The interval of the sums; an end beyond 128 bits stays at their end.
  public static func + (a: Interval, b: Interval) -> Interval {
    Interval(sum(a.low, b.low), sum(a.high, b.high))
  }

  /// The interval of the differences; an end beyond 128 bits stays at their end.
  public static func - (a: Interval, b: Interval) -> Interval {
    Interval(difference(a.low, b.high), difference(a.high, b.low))
  }

  private static func sum(_ a: Int128, _ b: Int128) -> Int128 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? (a < 0 ? .min : .max) : sum
  }

  private static func difference(_ a: Int128, _ b: Int128) -> Int128 {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? (a < 0 ? .min : .max) : difference
  }

  /// The quotients of two intervals in per cent, or `nil` where the divisor may be zero or a value is too large.
  ///
  /// - Returns: the least and greatest `100 · a / b`, in billionths, rounded outwards.
  public static func percent(_ a: Interval, of b: Interval) -> Interval? {
    guard b.low > 0 || b.high < 0 else { return nil }
    var low = Int128.max
    var high = Int128.min
    for corner in 0..<4 {
      let (numerator, divisor) = (corner < 2 ? a.low : a.high, corner % 2 == 0 ? b.low : b.high)
      let (product, overflow) = numerator.multipliedReportingOverflow(by: 100 * Scale.one)
      guard !overflow else { return nil }
      let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
      let negative = (remainder < 0) != (divisor < 0)
      low = Swift.min(low, remainder != 0 && negative ? quotient - 1 : quotient)
      high = Swift.max(high, remainder != 0 && !negative ? quotient + 1 : quotient)
    }
    return Interval(low, high)
  }
}
