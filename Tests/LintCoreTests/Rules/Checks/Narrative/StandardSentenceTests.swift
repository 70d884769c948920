import Testing

@testable import LintCore

/// Sentences of provincial templates, each as it is right and with one figure that is not.
@Suite struct StandardSentenceTests {
  // MARK: Budgets that a comparison names

  private static let spent = "2024年度财政拨款支出决算5,857.16万元，占本年支出合计的99.51%。"

  @Test(arguments: [
    "与2024年度财政拨款支出年初预算5,765.03万元相比，完成年初预算的101.60%。", "与2024年度财政拨款支出年初预算5,765.03万元相比，完成年初预算的101.6%。",
    "与2024年度一般公共预算支出年初预算5,765.03万元相比，完成年初预算的106.10%。",
    "与2024年度财政拨款支出年初预算5,765.03万元相比，完成年初预算的⟦106.10%⟧。",
    "与2024年度财政拨款支出年初预算5,675.03万元相比，完成年初预算的⟦101.60%⟧。",
    "其中基本支出1,000.00万元，与2024年度财政拨款基本支出年初预算1,000.00万元相比，完成年初预算的100.00%。",
  ])
  func aBudgetOfAComparisonIsCompleted(text: String) {
    let sample = NarrativeSample(Self.spent + text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  // MARK: Equal and not

  @Test(arguments: [
    "年初预算62.45万元，支出决算62.45万元，完成年初预算的100%。决算数与年初预算数相同。", "年初预算62.45万元，支出决算62.45万元，完成年初预算的100%。决算数与预算数相同。",
    "年初预算62.54万元，支出决算62.45万元，完成年初预算的100%。⟦决算数与年初预算数相同⟧。",
    "年初预算82.54万元，支出决算62.45万元，⟦与年初预算数相同⟧。", "年初预算82.54万元，支出决算62.45万元，与上年预算数相同。",
    "年初预算82.54万元，支出决算62.45万元，与上年决算数相同。",
  ])
  func equalsAreEqual(text: String) {
    let sample = NarrativeSample("1.行政单位医疗（项）。" + text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    "全年预算安排24.00万元，完成率为87.96%，低于预算2.89万元。", "全年预算安排24.00万元，完成率为87.96%，低于预算⟦2.98万元⟧。",
    "全年预算安排24.00万元，完成率为87.96%，低于预算标准2.98万元。",
  ])
  func aDifferenceFromTheBudgetIsRecalculated(text: String) {
    let sample = NarrativeSample(
      "“三公”经费支出21.11万元，较上年减少1.87万元。其中：公务用车购置及运行维护费16.84万元；公务接待费4.27万元；未发生因公出国（境）费支出。" + text,
      isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    "“三公”经费预算7.55万元，支出决算为7.55万元，完成预算的100%。其中：公务用车运行费支出决算为4.81万元，完成预算的63.71%；公务接待费支出决算为2.74万元，完成预算的36.29%。2024年度“三公”经费支出决算数与预算数相同。",
    "“三公”经费支出年初预算为14.00万元，支出决算为11.71万元，完成年初预算的83.64%。其中：公务接待费支出决算为1.99万元，完成年初预算的66.20%。2024年度“三公”经费支出决算数⟦大于年初预算数⟧的主要原因是厉行节约。",
  ])
  func aRelationIsThatOfTheMeasureItNames(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  // MARK: Shares

  @Test(arguments: [
    "本年支出合计5,885.76万元。财政拨款支出5,857.16万元，占本年支出合计的比重为99.51%。",
    "本年支出合计5,885.76万元。财政拨款支出5,857.16万元，占本年支出合计的比重为⟦99.15%⟧。",
  ])
  func aShareIsThatOfItsBase(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share") == sample.marked)
  }

  // MARK: Items without a budget

  @Test(arguments: ["36.50万元", "⟦36.05万元⟧"])
  func anItemWithoutABudgetHasItsFigure(figure: String) {
    let draft = RuleSample(
      """
      某局2024年度部门决算

      一、财政拨款支出决算情况说明

      2.商贸事务（款）招商引资（项）：年初未安排预算，实际支出\(figure)，主要是年中下达经费。

      二、财政拨款支出决算表

      单位：万元

      科目编码→科目名称→合计→基本支出→项目支出
      →合计→1322.97→1286.47→36.50
      201→一般公共服务支出→1322.97→1286.47→36.50
      20103→政府办公厅（室）及相关机构事务→1286.47→1286.47→
      2010301→行政运行→1286.47→1286.47→
      20113→商贸事务→36.50→→36.50
      2011308→招商引资→36.50→→36.50

      """.replacing("→", with: "\t"))
    #expect(draft.findings("narrative-table").map(\.range) == draft.marks)
  }

  // MARK: Counts that a table states

  /// Accounts whose table of the three public expenses ends with counts.
  private static func counted(_ text: String) -> RuleSample {
    RuleSample(
      """
      某局2024年度部门决算

      一、财政拨款“三公”经费、会议费和培训费支出决算情况说明

      \(text)

      二、财政拨款“三公”经费、会议费和培训费支出决算表

      单位：万元

      项目→预算数→决算数
      “三公”经费合计→24.00→21.11
      1.因公出国（境）费→→
      2.公务用车购置及运行维护费→18.00→16.84
      3.公务接待费→6.00→4.27
      会议费→3.50→2.86
      培训费→9.00→7.95
      相关统计数→统计数→
      公务用车保有量（辆）→9→
      国内公务接待批次数（批次）→36→
      国内公务接待人次数（人次）→412→
      国（境）外公务接待批次数（批次）→2→
      国（境）外公务接待人次数（人次）→7→
      会议次数（次）→21→
      参加会议人次数（人次）→1130→
      培训次数（次）→16→
      参加培训人次数（人次）→845→

      """.replacing("→", with: "\t"))
  }

  @Test(arguments: [
    "国内公务接待支出决算4.27万元，接待36批次，412人次；国（境）外公务接待支出0万元，接待2批次，7人次。",
    "国内公务接待支出决算4.27万元，接待⟦63批次⟧，412人次；国（境）外公务接待支出0万元，接待0批次，0人次。",
    "公务接待费4.27万元，均为国内公务接待，共接待36批次、⟦421人次⟧，未发生国（境）外公务接待。", "全年国内公务接待⟦63批次⟧⟦421人次⟧，支出4.27万元。",
    "国内公务接待支出决算4.27万元，接待上级检查10批次、外地考察20批次。", "国（境）外公务接待支出0万元，接待3批次，9人次。",
    "会议费支出2.86万元。2024年度全年召开会议21个，参加会议1130人次。", "会议费支出2.86万元。2024年度全年召开会议⟦12个⟧，参加会议⟦1103人次⟧。",
    "会议费支出2.86万元。召开会议⟦12次⟧，参会人员⟦1103人次⟧。", "会议费支出2.86万元。召开甲类会议3个、乙类会议4个。",
    "会议费支出2.86万元。2023年召开会议12个。", "全年召开工作会议12次。",
    "培训费支出7.95万元。组织培训16个，组织培训845人次。", "培训费支出7.95万元。举办培训班⟦61次⟧，参训人员⟦854人次⟧。",
  ])
  func countsAreThoseOfTheTable(text: String) {
    let draft = Self.counted(text)
    #expect(draft.findings("narrative-table").map(\.range) == draft.marks)
  }
}
