import Testing

@testable import LintCore

@Suite struct SuppressionTests {
  private func reported(_ text: String) -> [String] {
    let source = SourceText(Array(text.utf8))
    return Linter(book: .standard).lint(source).findings
      .filter { ["punctuation", "suppression"].contains($0.rule) }
      .map { "\($0.rule) \(source.line(at: $0.range.lower) + 1)" }
  }

  @Test func aCommentSilencesTheNextBlock() {
    let text = "<!-- lint-rules-disable punctuation -- 引用原文 -->\n收入，，支出情况说明如下。\n\n收入，，支出情况说明如下。\n"
    #expect(reported(text) == ["punctuation 4"])
  }

  @Test func aCommentSilencesItsSection() {
    let text =
      "## 一、甲情况\n\n<!-- lint-rules-disable-section wording -- 引用原文 -->\n收入，，支出情况说明如下。\n\n收入，，支出情况说明如下。\n\n## 二、乙情况\n\n收入，，支出情况说明如下。\n"
    #expect(reported(text) == ["punctuation 10"])
  }

  @Test func aCommentSilencesTheFile() {
    let text = "收入，，支出情况说明如下。\n\n<!-- lint-rules-disable-file punctuation -- 引用原文 -->\n\n收入，，支出情况说明如下。\n"
    #expect(reported(text) == [])
  }

  @Test(arguments: [
    "<!-- lint-rules-disable punctuation -->", "<!-- lint-rules-disable punctuation -- -->",
    "<!-- lint-rules-disable no-such-rule, punctuation -- 原因 -->",
  ])
  func aCommentAtFaultIsReported(comment: String) {
    #expect(reported(comment + "\n收入，，支出情况说明如下。\n") == ["suppression 1"])
  }

  @Test func aCommentWithoutRulesSilencesNothing() {
    #expect(
      reported("<!-- lint-rules-disable -- 原因 -->\n收入，，支出情况说明如下。\n") == ["suppression 1", "punctuation 2"])
  }

  @Test func anIdleCommentIsReported() {
    #expect(reported("<!-- lint-rules-disable punctuation -- 原因 -->\n收入和支出情况说明如下。\n") == ["suppression 1"])
  }

  @Test func otherCommentsAreLeftAlone() {
    #expect(reported("<!-- lint-rules-disabled -->\n<!-- 说明 -->\n收入和支出情况说明如下。\n") == [])
  }
}
