import Testing

@testable import LintCore

/// Which budget and which outcome a completion rate speaks of.
@Suite struct CompletionFiguresTests {
  @Test(arguments: [
    "教育支出年初预算20.00万元，决算21.00万元，完成105.00%；卫生健康支出年初预算10.00万元，决算9.00万元，完成⟦95.00%⟧。",
    "预算10.00万元，支出9.00万元，工程进度完成80%。",
    "全年预算数86.00万元，其中：当年财政拨款74.00万元、上年结转资金12.00万元；全年执行82.90万元，预算执行率96.40%。",
    "全年预算数86.00万元，其中：当年财政拨款74.00万元、上年结转资金12.00万元；全年执行82.90万元，预算执行率⟦93.40%⟧。",
    "全年预算50.00万元，已支付49.00万元，结转下年1.00万元，预算执行率98.00%。",
    "全年预算50.00万元，已支付49.00万元，结转下年1.00万元，预算执行率⟦99.00%⟧。",
    "公务接待费支出预算9.00万元（其中：一般公共预算支出9.00万元；政府性基金预算支出0万元），支出决算5.86万元（其中：一般公共预算支出5.86万元；政府性基金预算支出0万元），完成预算的65.11%。",
    "公务接待费支出预算9.00万元（其中：一般公共预算支出9.00万元；政府性基金预算支出0万元），支出决算5.86万元（其中：一般公共预算支出5.86万元；政府性基金预算支出0万元），完成预算的⟦61.11%⟧。",
    "收入70.00万元，其中：拨款64.00万元，占91.43%；其他收入6.00万元，占8.57%，年初预算60.00万元，完成年初预算的116.67%。",
    "年初预算310.00万元，全年预算352.00万元，支出决算338.46万元，完成年初预算的⟦113.55%⟧，完成全年预算的96.15%。",
    "计划改造公厕4座，实际完成3座，完成率75%；计划举办活动10场，实际举办8场，完成率⟦90%⟧。",
    "计划改造公厕4座，实际完成3条道路，完成率90%。",
  ])
  func aRateIsOfItsOwnFigures(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    // By how much it exceeds the budget, and of what only the clause itself speaks.
    "甲事务（项）、乙事务（项）支出分别为45.67万元和38.95万元，合计84.62万元；除甲事务（项）超过年初预算5.67万元外，其余均低于年初预算。",
    "甲事务（项）、乙事务（项）支出分别为45.67万元和38.95万元，合计84.62万元；其中甲事务（项）比年初预算40.00万元超出5.67万元，乙事务（项）与年初预算一致。",
    "甲事务（项）年初预算40.00万元，支出决算45.67万元，⟦决算数小于年初预算数⟧。",
  ])
  func aDirectionIsOfItsOwnSubject(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  private static let table = """
    财政拨款“三公”经费支出决算表

    单位：万元

    | 项目 | 预算数 | 决算数 |
    | --- | --- | --- |
    | 合计 | 15.50 | 14.00 |
    | 1.因公出国（境）费 | 0.00 | 0.00 |
    | 2.公务用车购置及运行维护费 | 12.50 | 11.86 |
    | 3.公务接待费 | 3.00 | 2.14 |


    """

  @Test(arguments: [
    "公务接待费支出2.14万元，完成预算的71.33%。",
    "公务接待费支出2.14万元，完成预算的⟦73.33%⟧。",
    "公务接待费支出2.14万元，完成年初预算的85.60%。",
  ])
  func theTableMayStateTheBudget(text: String) {
    let sample = NarrativeSample(Self.table + text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }
}
