import Testing

@testable import LintCore

@Suite struct RoundingTests {
  private let cent = Scale.one / 100

  /// Judges a difference of some cents between figures with two decimals.
  private func judge(_ cents: Int, terms: Int, exact: Bool = false) -> Residual {
    Rounding.judge(difference: Int128(cents) * cent, terms: terms, lastPlace: cent, exact: exact)
  }

  @Test(arguments: [
    // Terms, the largest tail that is likely, the largest that is possible, in last places.
    (1, 1, 1), (2, 1, 1), (3, 1, 2), (4, 2, 2), (5, 2, 3), (8, 2, 4), (9, 3, 5), (16, 3, 8), (17, 4, 9),
    (26, 4, 13), (27, 5, 14), (38, 5, 19), (39, 6, 20), (52, 6, 26), (60, 7, 30),
  ])
  func theBoundsAreThoseOfTheReference(terms: Int, likely: Int, possible: Int) {
    for sign in [1, -1] {
      #expect(judge(sign * likely, terms: terms) == .tail)
      #expect(judge(sign * (likely + 1), terms: terms) == (likely < possible ? .unlikelyTail : .wrong))
      #expect(judge(sign * possible, terms: terms) == (likely < possible ? .unlikelyTail : .tail))
      #expect(judge(sign * (possible + 1), terms: terms) == .wrong)
    }
  }

  @Test func noDifferenceIsNoTail() {
    #expect(judge(0, terms: 5) == .exact)
    #expect(judge(0, terms: 5, exact: true) == .exact)
  }

  @Test func exactFiguresHaveNoTails() {
    #expect(judge(1, terms: 100, exact: true) == .wrong)
  }

  @Test func aDifferenceBelowTheLastPlaceIsATail() {
    #expect(Rounding.judge(difference: cent / 2, terms: 1, lastPlace: cent, exact: false) == .tail)
  }

  @Test func wholeFiguresAreJudgedInTheirOwnUnit() {
    #expect(Rounding.judge(difference: 1, terms: 2, lastPlace: 1, exact: false) == .tail)
    #expect(Rounding.judge(difference: 2, terms: 2, lastPlace: 1, exact: false) == .wrong)
  }

  @Test func anyNumbersAreJudged() {
    #expect(judge(1, terms: 0) == .tail)
    #expect(judge(1, terms: -9) == .tail)
    #expect(
      Rounding.judge(difference: .max, terms: 1 << 30, lastPlace: Scale.power(18), exact: false) == .wrong)
    #expect(Rounding.judge(difference: .min, terms: 2, lastPlace: cent, exact: false) == .wrong)
  }
}
