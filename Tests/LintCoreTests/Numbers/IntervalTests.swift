import Testing

@testable import LintCore

@Suite struct IntervalTests {
  private func amount(_ text: String) -> Amount {
    let units = Array(text.utf16)
    return units.withUnsafeBufferPointer { NumberScanner.scan($0, 0, $0.count)?.amount }
      ?? Amount(digits: 0, decimals: 0)
  }

  @Test func theEndsMayComeInAnyOrder() {
    #expect(Interval(3, -2) == Interval(-2, 3))
    #expect(Interval(3, -2).low == -2)
  }

  @Test func anAmountStandsForAllThatRoundsToIt() {
    #expect(Interval(rounding: amount("1.20")) == Interval(1_195_000_000, 1_205_000_000))
    #expect(Interval(rounding: amount("1")) == Interval(500_000_000, 1_500_000_000))
  }

  @Test func aCutAmountStandsForWhatIsFartherFromZero() {
    #expect(Interval(cutting: amount("3.71")) == Interval(3_710_000_000, 3_720_000_000))
    #expect(Interval(cutting: Amount(digits: -371, decimals: 2)) == Interval(-3_720_000_000, -3_710_000_000))
  }

  @Test func touchingIntervalsMeet() {
    #expect(Interval(0, 5).meets(Interval(5, 9)) && Interval(5, 9).meets(Interval(0, 5)))
    #expect(!Interval(0, 5).meets(Interval(6, 9)) && Interval(0, 9).meets(Interval(3, 4)))
  }

  @Test func sumsAndDifferencesWiden() {
    #expect(Interval(1, 2) + Interval(10, 20) == Interval(11, 22))
    #expect(Interval(1, 2) - Interval(10, 20) == Interval(-19, -8))
  }

  @Test(arguments: [
    // Part, whole, the percentages it can be.
    ("83.30", "2245.07", "3.71", true), ("83.30", "2245.07", "3.8", false), ("83.30", "2245.07", "3.7", true),
    ("1", "3", "33.33", true), ("1.00", "3.00", "33.33", true), ("1.00", "3.00", "33.7", false),
    ("0.00", "5.00", "0", true), ("5.00", "5.00", "100", true), ("45.25", "224.75", "18.8", false),
  ])
  func aShareIsRightIfItMeetsTheQuotient(part: String, whole: String, share: String, isRight: Bool) throws {
    let quotient = try #require(
      Interval.percent(Interval(rounding: amount(part)), of: Interval(rounding: amount(whole))))
    #expect(Interval(rounding: amount(share)).meets(quotient) == isRight)
  }

  @Test(
    arguments: [
      (1, 1, 3, 3, 33_333_333_333, 33_333_333_334), (-1, -1, 3, 3, -33_333_333_334, -33_333_333_333),
      (1, 1, -3, -3, -33_333_333_334, -33_333_333_333), (-1, -1, -3, -3, 33_333_333_333, 33_333_333_334),
      (-1, 2, 4, 8, -25_000_000_000, 50_000_000_000), (2, 4, 2, 4, 50_000_000_000, 200_000_000_000),
      (0, 0, -2, -1, 0, 0),
    ] as [(Int128, Int128, Int128, Int128, Int128, Int128)])
  func quotientsAreRoundedOutwardsWithAnySign(
    a: Int128, b: Int128, c: Int128, d: Int128, low: Int128, high: Int128
  ) {
    #expect(Interval.percent(Interval(a, b), of: Interval(c, d)) == Interval(low, high))
  }

  @Test func nothingIsDividedByWhatMayBeZero() {
    #expect(Interval.percent(Interval(1, 1), of: Interval(0, 0)) == nil)
    #expect(Interval.percent(Interval(1, 1), of: Interval(-1, 1)) == nil)
    #expect(Interval.percent(Interval(1, 1), of: Interval(0, 1)) == nil)
    #expect(Interval.percent(Interval(1, 1), of: Interval(-1, 0)) == nil)
  }

  @Test func valuesTooLargeHaveNoQuotient() {
    #expect(Interval.percent(Interval(.max, .max), of: Interval(1, 1)) == nil)
    #expect(Interval.percent(Interval(.min, .min), of: Interval(-1, -1)) == nil)
    #expect(Interval.percent(Interval(1, 1), of: Interval(.max, .max)) == Interval(0, 1))
  }
}
