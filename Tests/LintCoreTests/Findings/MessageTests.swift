import Testing

@testable import LintCore

@Suite struct MessageTests {
  private func amounts(_ figures: Int64...) -> [Amount] { figures.map { Amount(digits: $0, decimals: 2) } }

  @Test func bothLanguagesAreFilledFromTheSameEvidence() {
    let message = Message(
      Phrase("{0}应为 {1}，不是 {2}", "{0} is {1} and not {2}"), .text("合计"),
      .amount(Amount(digits: 123_456, decimals: 2), .tenThousandYuan),
      .percent(Amount(digits: 371, decimals: 2)))
    #expect(message.text(.chinese) == "合计应为 1,234.56万元，不是 3.71%")
    #expect(message.text(.english) == "合计 is 1,234.56万元 and not 3.71%")
  }

  @Test(arguments: [
    ("{1}{0}{1}", "bab"), ("{0", "{0"), ("{2}", "{2}"), ("{x}{}", "{x}{}"), ("{{0}", "{a"), ("}{0}", "}a"),
    ("", ""),
    ("{-1}", "{-1}"), ("{99999999999999999999}", "{99999999999999999999}"),
  ])
  func whatIsNoPlaceholderIsShownAsWritten(phrase: String, shown: String) {
    #expect(Message(Phrase(phrase, phrase), .text("a"), .text("b")).text(.chinese) == shown)
  }

  @Test func aValueThatLooksLikeAPlaceholderIsNotFilled() {
    #expect(Message(Phrase("{0}{1}", ""), .text("{1}"), .text("b")).text(.chinese) == "{1}b")
  }

  @Test func sumsShowTheSignsOfTheirTerms() {
    let phrase = Phrase("{0}", "{0}")
    #expect(Message(phrase, .sum(amounts(1000, -250, 30))).text(.chinese) == "10.00 − 2.50 + 0.30")
    #expect(Message(phrase, .sum(amounts(-1000))).text(.chinese) == "-10.00")
    #expect(Message(phrase, .sum([])).text(.chinese) == "")
  }

  @Test func longSumsAreAbridgedInTheMiddle() {
    let twelve = Message(Phrase("{0}", ""), .sum((1...12).map { Amount(digits: $0, decimals: 0) }))
    #expect(twelve.text(.chinese) == "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12")
    let many = Message(Phrase("{0}", ""), .sum((1...40).map { Amount(digits: $0, decimals: 0) }))
    #expect(many.text(.chinese) == "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + … + 40")
  }

  @Test func listsAndMessagesNest() {
    let inner = Message(Phrase("内{0}", "in {0}"), .count(3))
    let outer = Message(Phrase("{0}；{1}", "{0}; {1}"), .message(inner), .list(["甲", "乙"]))
    #expect(outer.text(.chinese) == "内3；甲、乙")
    #expect(outer.text(.english) == "in 3; 甲, 乙")
  }
}
