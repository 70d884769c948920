import Testing

@testable import LintCore

/// Sums, shares and changes as sentences of other offices state them.
@Suite struct StatedSumsTests {
  private func sample(_ sentence: String) -> RuleSample {
    RuleSample("某县民政局2024年度部门决算\n\n第三部分 2024年度部门决算情况说明\n\n\(sentence)\n")
  }

  @Test(arguments: [
    "核定行政编制42名，事业编制71名，合计⟦110名⟧。",
    "离休1人，退休46人，离退休合计⟦74人⟧。",
    "共有领导用车2辆、机要通信用车3辆、执法执勤用车17辆，车辆合计⟦23辆⟧。",
    "年末编制⟦47人⟧。其中：行政编制27人，事业编制47人。",
    "编制总数⟦97名⟧（行政30名，事业68名）。",
    "年末在职⟦58人⟧（管理岗7人、专业技术岗48人、工勤岗4人）。",
    "甲单位基本支出100.00万元、项目支出200.00万元，共计300.00万元；乙单位基本支出110.57万元、项目支出626.10万元，共计⟦763.67万元⟧。",
    "政府采购支出由货物96.84万元、工程38.50万元和服务327.66万元构成，总额⟦436.00万元⟧。",
    "本次公开项目绩效目标⟦5个⟧，涉及资金186.00万元，分别是：规划经费80.00万元、巡查经费40.00万元、测绘经费65.00万元、修复经费1.00万元。",
    "公开⟦4个⟧项目的绩效目标，即养老服务补助资金、设施设备更新项目和流浪乞讨人员救助专项。",
    "2015年“三公”经费支出16.11万元，比上年增加⟦15.15万元⟧，其中：公务接待费1.32万元，比上年减少0.26万元；公务用车运行维护费14.79万元，比上年增加14.79万元。",
    "2024年度收、支总计分别为4125.49万元、⟦4143.91万元⟧。",
  ])
  func aSumThatIsWrongIsTold(sentence: String) {
    let sample = sample(sentence)
    #expect(sample.findings("narrative-sum").map(\.range) == sample.marks)
  }

  @Test(arguments: [
    "核定行政编制42名，事业编制71名，合计113名。",
    "在职113人，行政42人、事业71人，合计113人。",
    "2022年、2023年和2024年，本部门收、支总计分别为6512.80万元、6894.25万元和7250.24万元。",
    "2023—2024年收支预算总计分别为2385.60万元、2491.92万元。",
    "年末在职58人（管理岗7人、专业技术岗48人、工勤岗3人）。",
    "公开3个项目的绩效目标，即养老服务补助资金、设施设备更新项目和流浪乞讨人员救助专项。",
    "“三公”经费支出41.00万元，比上年减少18.50万元，其中：公务用车运行维护费21.00万元，比上年减少16.00万元；公务接待费20.00万元，比上年减少2.50万元。",
  ])
  func sumsThatAreRightAreNotTold(sentence: String) {
    #expect(sample(sentence).findings("narrative-sum").isEmpty)
  }

  @Test func twoPartsAreNoMoreThanTheirWhole() {
    let sample = sample("基本支出2476260元，占一般公共预算支出的84.06%；项目支出469500元，占一般公共预算支出的⟦19.62%⟧。")
    #expect(sample.findings("share-sum").map(\.range) == sample.marks)
  }

  @Test func aPartThatWentTheOtherWayIsTold() {
    let sample = sample("本部门支出较上年减少78.27万元，其中基本支出⟦减少⟧35.22万元，项目支出减少113.49万元。")
    #expect(sample.findings("direction").map(\.range) == sample.marks)
  }

  @Test func aShareBeforeItsAmountIsRecalculated() {
    let sample = sample(
      "一般公共预算当年支出100.00万元，科学技术支出占⟦77.74%⟧（70.00万元），住房保障支出占30.00%（30.00万元）。")
    #expect(sample.findings("share").map(\.range) == sample.marks)
  }

  @Test(arguments: [
    "项目批复金额535.25万元，实际支出350.45万元，预算执行率⟦99.10%⟧。",
    "一般公共预算财政拨款支出决算9714.44万元。与年初预算3985.24万元相比，完成年初预算的⟦103.51%⟧。",
  ])
  func aCompletionOfABudgetInOtherWordsIsRecalculated(sentence: String) {
    let sample = sample(sentence)
    #expect(sample.findings("completion-rate").map(\.range) == sample.marks)
  }

  @Test(arguments: [
    "支出200.00万元，⟦与上年预算数增加⟧10.00万元。", "本部门⟦2024⟧基本支出预算200.00万元。", "支出200.00万元，与上年预算数相比增加10.00万元。",
    "按照2024版标准，参与2023年预算增加10.00万元的测算。",
  ])
  func wordsOfComparisonAndYearsAreWhole(sentence: String) {
    let sample = sample(sentence)
    #expect(sample.findings("typo").map(\.range) == sample.marks)
  }
}
