import Testing

@testable import LintCore

/// The figure of an item at the start of its paragraph and its outcome further on.
@Suite struct ItemOutcomeTests {
  private func expectMarked(_ text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-repeat") == sample.marked)
  }

  @Test(arguments: [
    "“机关事业单位职业年金缴费支出（项）”268.41万元，主要用于职业年金缴费。年初预算为286.75万元，支出决算为⟦251.30万元⟧，完成年初预算的93.60%。",
    "“机关事业单位职业年金缴费支出（项）”268.41万元，主要用于职业年金缴费。年初预算为286.75万元，支出决算为268.41万元，完成年初预算的93.60%。",
    "1.一般公共服务支出（类）人大事务（款）行政运行（项）251.47万元，主要用于人员支出。年初预算为240.00万元，支出决算为⟦251.48万元⟧。",
    "1.一般公共服务支出（类）人大事务（款）行政运行（项）年初预算251.47万元，支出决算为251.48万元。",
    "1.一般公共服务支出（类）人大事务（款）行政运行（项）251.5万元。年初预算为240.00万元，支出决算为251.48万元。",
    "1.人大事务（款）行政运行（项）251.47万元。其中：基本支出年初预算为140.00万元，基本支出决算为131.48万元。",
  ])
  func whatTheParagraphBeginsWithIsTheOutcome(text: String) { expectMarked(text) }
}
