import Testing

@testable import LintCore

@Suite struct MisplacedTextTests {
  @Test(arguments: [
    "本单位2025年没有使用国有资本经营预算拨款安排的支出。", "本单位2025年没有使用⟦政府性基金⟧预算拨款安排的支出。",
    "本单位2025年没有此项支出。", "本单位2025年没有政府性基金和国有资本经营预算拨款安排的支出。",
  ])
  func aSentenceSpeaksOfTheFundsOfItsHeading(sentence: String) {
    let sample = RuleSample(
      "# 第三部分 情况说明\n\n## 八、政府性基金预算支出情况\n\n本单位2025年没有使用政府性基金预算拨款安排的支出。\n\n"
        + "## 九、国有资本经营预算支出情况\n\n\(sentence)\n")
    #expect(sample.findings("name-mismatch").map(\.range) == sample.marks)
  }

  @Test func aHeadingOfBothHoldsEither() {
    let sample = RuleSample(
      "# 第三部分 情况说明\n\n## 八、政府性基金和国有资本经营预算支出情况\n\n本单位2025年没有使用政府性基金预算拨款安排的支出。\n")
    #expect(sample.findings("name-mismatch").isEmpty)
  }
}
