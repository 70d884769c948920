import Testing

@testable import LintCore

/// The “三公”经费 against its items, which stand in paragraphs of their own.
@Suite struct ThreePublicSumTests {
  private static func text(_ whole: String, _ items: String = items) -> NarrativeSample {
    NarrativeSample(
      """
      七、“三公”经费财政拨款支出决算情况说明

      （一）“三公”经费财政拨款支出决算总体情况说明

      2024年“三公”经费财政拨款支出决算为\(whole)，完成预算100%。

      （二）“三公”经费财政拨款支出决算具体情况说明

      \(items)
      """, isFinal: true)
  }

  private static let items = """
    1.因公出国（境）经费支出0万元。全年安排因公出国（境）团组0次，出国（境）0人。

    2.公务用车购置及运行维护费支出2.36万元。

    3.公务接待费支出0.84万元，完成预算100%。
    """

  @Test(arguments: [
    text("3.20万元"), text("3.2万元"),
    // What is not stated, or in two ways, proves nothing.
    text("5.20万元", "1.公务用车购置及运行维护费支出2.36万元。\n\n2.公务接待费支出0.84万元。"),
    text("5.20万元", items + "\n\n公务接待费支出决算1.84万元，比上年增加0.10万元。"),
    // A fund of its own.
    text("3.20万元", items.replacing("公务接待费支出0.84", with: "公务接待费政府性基金支出0.94")),
  ])
  func whatTheItemsMakeIsRight(sample: NarrativeSample) {
    #expect(sample.reported("narrative-sum") == [])
  }

  @Test(arguments: [text("⟦3.02万元⟧"), text("⟦5.20万元⟧"), text("⟦4.16万元⟧")])
  func anotherWholeIsMarked(sample: NarrativeSample) {
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test func theSumIsShown() {
    #expect(
      Self.text("3.02万元").messages("narrative-sum") == ["“三公”经费三项之和 0 + 2.36 + 0.84 = 3.20，此处写 3.02万元"])
    #expect(Self.text("3.02万元").severities("narrative-sum") == [.error])
    #expect(Self.text("4.16万元").severities("narrative-sum") == [.warning])
  }
}
