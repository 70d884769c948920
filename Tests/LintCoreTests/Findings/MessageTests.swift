import Testing

@testable import LintCore

@Suite("Message")
struct MessageTests {
  private func text(_ phrase: String, _ arguments: Message.Argument...) -> String {
    Message(Phrase(phrase, phrase), arguments: arguments).text(.chinese)
  }

  private func amount(_ digits: Int64, _ decimals: Int = 2) -> Amount {
    Amount(digits: digits, decimals: decimals)
  }

  @Test("placeholders are filled in any order, and as often as they stand there")
  func placeholdersAreFilled() {
    #expect(text("{1}、{0}、{1}", .text("甲"), .count(-3)) == "-3、甲、-3")
    #expect(text("{0}", .text("{1}"), .text("x")) == "{1}", "an argument is no phrase")
    #expect(text("预算{0}草案", .text("")) == "预算草案")
  }

  @Test(
    "what is no placeholder stays as it is written",
    arguments: ["{", "{}", "{a}", "{0", "{7}", "{-1}", "{ 0}", "}{", "{123}", "𠮷{"])
  func otherBracesStay(_ phrase: String) {
    #expect(text(phrase) == phrase)
    #expect(text(phrase + "{0}", .text("x")) == (phrase == "{7}" ? "{7}x" : phrase + "x"))
  }

  @Test("figures are grouped, with their unit; percentages are not grouped")
  func figuresAreGrouped() {
    #expect(text("{0}", .amount(amount(123_456_789), .tenThousandYuan)) == "1,234,567.89万元")
    #expect(text("{0}", .amount(amount(-5), nil)) == "-0.05")
    #expect(text("{0}", .percent(amount(123_456, 1))) == "12345.6%")
    #expect(text("{0}", .amount(Amount(digits: .min, decimals: 9), nil)) == "-9,223,372,036.854775808")
    #expect(text("{0}", .amount(amount(0, 0), .yuan)) == "0元")
  }

  @Test("sums join their terms with signs, and long ones are abridged")
  func sumsAreJoined() {
    #expect(
      text("{0}", .sum([amount(100), amount(-250), amount(5)]))
        == "1.00 + -2.50 + 0.05".replacing("+ -", with: "− "))
    #expect(text("{0}", .sum([])) == "")
    let long = (1...13).map { amount($0, 0) }
    #expect(text("{0}", .sum(long)) == "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + … + 13")
  }

  @Test("lists and inner messages follow the language")
  func listsFollowTheLanguage() {
    let inner = Message(Phrase("第{0}行", "line {0}"), .count(3))
    let message = Message(Phrase("{0}：{1}", "{0}: {1}"), .message(inner), .list(["甲", "乙"]))
    #expect(message.text(.chinese) == "第3行：甲、乙")
    #expect(message.text(.english) == "line 3: 甲, 乙")
  }
}
