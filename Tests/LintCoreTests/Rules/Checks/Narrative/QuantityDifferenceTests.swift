import Testing

@testable import LintCore

/// What one amount leaves of another, rates with a name, and sums written with their signs.
@Suite struct QuantityDifferenceTests {
  private static let rules = ["narrative-sum", "completion-rate", "growth-rate", "direction"]

  private func expectMarked(_ text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(Self.rules.flatMap { sample.reported($0) } == sample.marked)
  }

  @Test(arguments: [
    "送审金额274860.40元，审定金额258912.15元，核减15948.25元，核减率5.80%。",
    "送审金额274860.40元，审定金额258912.15元，核减⟦15498.25元⟧，核减率5.80%。",
    "政府采购预算472.00万元，实际支付411.50万元，节约预算资金60.50万元，资金节约率为12.82%。",
    "政府采购预算472.00万元，实际支付411.50万元，节约预算资金⟦65.00万元⟧，资金节约率为12.82%。",
    "固定资产原值880.10万元，累计折旧467.44万元，净值412.66万元。",
    "固定资产原值880.10万元，累计折旧476.44万元，净值⟦412.66万元⟧。",
    "上年结转12.00万元，收到24.00万元，支出19.00万元，余款17.00万元。",
    "2023年支出880.10万元，上年支出467.44万元，其中结余421.66万元。",
    "节约资金9.20万元，增长7.7%。",
    "收入1100.00万元，支出1000.00万元，年末结转结余140.00万元。",
    "实际支出115.84万元，其中：劳务费18.60万元、委托业务费82.00万元、印刷费5.24万元、差旅费10.00万元，剩余4.16万元。",
  ])
  func whatIsLeft(text: String) { expectMarked(text) }

  @Test(arguments: [
    "送审金额274860.40元，审定金额258912.15元，核减15948.25元，核减率⟦5.08%⟧。",
    "采购预算63.40万元，实际采购59.12万元，节约资金4.28万元，节资率为6.75%。",
    "采购预算63.40万元，实际采购59.12万元，节约资金4.28万元，节资率为⟦7.65%⟧。",
    "项目批复400万元，实际到位392万元，到位率98%；支付380.24万元，支付率97%。",
    "项目批复400万元，实际到位392万元，到位率⟦89%⟧。",
    "过程类指标权重15分，得分14分，得分率93.33%。",
    "过程类指标权重15分，得分14分，得分率⟦93.93%⟧。",
    "全市支付率达到93.10%，本单位支付率95.00%。",
  ])
  func ratesWithAName(text: String) { expectMarked(text) }

  @Test(arguments: [
    "收入总计1035.90万元（本年收入1000.00万元+年初结转35.90万元）。",
    "收入总计⟦1035.90万元⟧（本年收入1000.00万元+年初结转39.50万元）。",
    "收入总计1035.9万元（本年收入1000.04万元+年初结转35.90万元）。",
    "收入总计1035.90万元（本年收入1000.00万元，年初结转35.90万元）。",
  ])
  func sumsWithTheirSigns(text: String) { expectMarked(text) }
}
