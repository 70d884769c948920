import Testing

@testable import LintCore

/// Items that had no budget, and what stands beside lists.
@Suite struct UnplannedItemsTests {
  private static func draft(_ sentence: String) -> String {
    """
    2024年度某县某中心单位决算

    五、一般公共预算财政拨款支出决算表

    单位：万元

    科目编码→科目名称→合计→基本支出→项目支出
    合计→→114.58→14.58→100.00
    208→社会保障和就业支出→14.58→14.58→
    20808→抚恤→14.58→14.58→
    2080801→死亡抚恤→14.58→14.58→
    210→卫生健康支出→100.00→→100.00
    21004→公共卫生→100.00→→100.00
    2100408→基本公共卫生服务→100.00→→100.00

    五、一般公共预算财政拨款支出决算情况说明

    1.社会保障和就业支出（类）抚恤（款）死亡抚恤（项）\(sentence)，原因是追加预算。
    """
  }

  @Test(arguments: [
    "：年初无预算，全年支出14.58万元", "年初未安排预算，本年支出14.58万元", "：无年初预算，支出14.58万元", "：年初未编列预算，全年支出14.58万元",
    "：年初无预算，全年支出⟦15.48万元¦error narrative-table⟧",
  ])
  func whatIsSpentWithoutABudgetIsThatOfTheItem(sentence: String) {
    expectFindings(Self.draft(sentence), by: ["narrative-table"])
  }

  @Test(arguments: [
    "涉及资金536.89万元，其中县级财政资金290.14万元、上级专项资金246.75万元，占一般公共预算项目支出总额的100%。",
    "人员经费1895.59万元，占84.55%，包括工资福利支出1828.09万元、对个人和家庭的补助67.50万元；公用经费万元，占15.45%，包括商品和服务支出318.81万元、资本性支出27.70万元。",
    "实际财政供养人员22人，其中在职22人，退休9人（已转由社保局发放退休金）。",
  ])
  func listsThatAreNotOfTheFigureBeforeThem(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share").isEmpty)
    #expect(sample.reported("narrative-sum").isEmpty)
  }

  @Test(arguments: [
    "总得分96.85分，评价等级为“优”。其中：预算执行满分10分，得9.75分；产出指标满分50分，得48.50分；效益指标满分30分，得29.00分；满意度满分10分，得9.60分。",
    "总得分⟦96.58分⟧，评价等级为“优”。其中：预算执行满分10分，得9.75分；产出指标满分50分，得48.50分；效益指标满分30分，得29.00分；满意度满分10分，得9.60分。",
    // Not all the marks there are.
    "总得分96.58分。其中：产出指标满分50分，得48.50分；效益指标满分30分，得29.00分；满意度满分10分，得9.60分。",
  ])
  func theMarksOfAllPartsMakeTheTotal(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("score-total") == sample.marked)
  }
}
