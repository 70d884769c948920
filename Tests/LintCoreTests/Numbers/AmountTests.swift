import Testing

@testable import LintCore

@Suite struct AmountTests {
  @Test(
    arguments: [
      (0, 0, "0", "0"), (5, 2, "0.05", "0.05"), (-5, 2, "-0.05", "-0.05"), (120, 2, "1.20", "1.20"),
      (12, 1, "1.2", "1.2"), (123_456, 2, "1234.56", "1,234.56"),
      (-123_456_789, 0, "-123456789", "-123,456,789"),
      (100, 0, "100", "100"), (1_000, 0, "1000", "1,000"), (999_999, 3, "999.999", "999.999"),
      (Int64.max, 9, "9223372036.854775807", "9,223,372,036.854775807"),
      (Int64.min, 0, "-9223372036854775808", "-9,223,372,036,854,775,808"),
    ] as [(Int64, Int, String, String)])
  func figuresAreShownAsWrittenAndWithGroups(digits: Int64, decimals: Int, plain: String, grouped: String) {
    let amount = Amount(digits: digits, decimals: decimals)
    #expect(amount.plain == plain)
    #expect(amount.grouped == grouped)
  }

  @Test func writtenPrecisionIsKept() {
    let short = Amount(digits: 12, decimals: 1)
    let long = Amount(digits: 120, decimals: 2)
    #expect(short != long)
    #expect(short.scaled == long.scaled)
    #expect(short.half == 50_000_000 && long.half == 5_000_000)
    #expect(short.lastPlace == 100_000_000 && long.lastPlace == 10_000_000)
  }

  @Test func decimalsAreClamped() {
    #expect(Amount(digits: 1, decimals: 12).decimals == 9)
    #expect(Amount(digits: 1, decimals: -2).decimals == 0)
    #expect(Amount(digits: .max, decimals: 0).scaled == Int128(Int64.max) * 1_000_000_000)
  }

  @Test(
    arguments: [
      (1_234_500_000, 2, "1.23"), (1_235_000_000, 2, "1.24"), (-1_235_000_000, 2, "-1.24"),
      (499_999_999, 0, "0"),
      (500_000_000, 0, "1"), (-500_000_000, 0, "-1"), (1, 9, "0.000000001"), (7, 20, "0.000000007"),
    ] as [(Int128, Int, String)])
  func halvesAreRoundedAwayFromZero(scaled: Int128, decimals: Int, shown: String) {
    #expect(Amount(scaled: scaled, decimals: decimals)?.plain == shown)
  }

  @Test func figuresTooLongForTheirDigitsAreRefused() {
    let large = (Int128(Int64.max) + 1) * Scale.one
    #expect(Amount(scaled: large, decimals: 0) == nil)
    #expect(Amount(scaled: large - Scale.one, decimals: 0)?.digits == .max)
    #expect(Amount(scaled: .max, decimals: 0) == nil)
    #expect(Amount(scaled: .min, decimals: 9) == nil)
  }

  @Test func zeroIsZeroAtAnyPrecision() {
    #expect(Amount(digits: 0, decimals: 2).isZero && !Amount(digits: 1, decimals: 9).isZero)
  }

  @Test func unitsAreStatedInYuan() {
    #expect(MoneyUnit.allCases.map(\.yuan) == [1, 1_000, 10_000, 1_000_000, 100_000_000])
    #expect(MoneyUnit.allCases.map(\.name) == ["元", "千元", "万元", "百万元", "亿元"])
  }

  @Test func powersOfTenAreClamped() {
    #expect(Scale.power(0) == 1 && Scale.power(9) == Scale.one && Scale.power(-1) == 1)
    #expect(Scale.power(27) == Scale.power(99))
  }
}
