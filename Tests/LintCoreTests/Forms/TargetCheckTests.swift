import Testing

@testable import LintCore

@Suite struct TargetCheckTests {
  private static let rules: Set<String> = ["indicator-target", "duplicate-item"]

  /// A form of targets with one row to change.
  static func form(_ row: String, last: String = "满意度指标→服务对象满意度指标→群众满意度→≥90%") -> String {
    """
    项目支出绩效目标表
    （2025年度）
    项目名称→山塘清淤→→
    项目资金（万元）→年度资金总额→60.00→
    →其中：财政拨款→60.00→
    年度目标→完成山塘清淤→→
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→清淤山塘座数→≥12座
    \(row)
    效益指标→社会效益指标→受益村民人数→≥3000人
    \(last)
    """
  }

  @Test(arguments: [
    "产出指标→质量指标→工程验收合格率→100%",
    "产出指标→质量指标→巡查频率→≥2次",
    "产出指标→时效指标→工程按期完成率→≥95",
    "产出指标→时效指标→完成时间→2025年11月底前",
    "产出指标→数量指标→补助人数完成率→100%",
    "产出指标→数量指标→受训人数占比→≥80%",
    "产出指标→成本指标→工程总成本→≤60万元",
    "产出指标→成本指标→工程总成本→≤600000元",
    "产出指标→成本指标→节约工程成本→≥70万元",
    "产出指标→质量指标→清淤山塘座数→≥20座",
    "产出指标→成本指标→工程总成本→60万元",
    "产出指标→数量指标（必填）→清淤长度→≥5公里",
  ])
  func fittingTargetsAreSilent(row: String) {
    expectFindings(Self.form(row), by: Self.rules)
  }

  @Test func aCountInPerCentIsTold() {
    expectFindings(Self.form("产出指标→数量指标→培训村民人次→⟦≥100%¦warning indicator-target⟧"), by: Self.rules)
    expectFindings(Self.form("产出指标→数量指标→运行系统数→⟦≥5%¦warning indicator-target⟧"), by: Self.rules)
    expectFindings(Self.form("产出指标→质量指标→运行指数→≥5%"), by: Self.rules)
  }

  @Test func aRateAsDayCountOrAmountIsTold() {
    for target in ["2025年11月底前", "≥12座", "≤60万元"] {
      expectFindings(Self.form("产出指标→质量指标→工程验收合格率→⟦\(target)¦warning indicator-target⟧"), by: Self.rules)
    }
  }

  @Test func aCostAboveAllTheMoneyIsTold() {
    expectFindings(Self.form("产出指标→成本指标→工程总成本→⟦≤66万元¦warning indicator-target⟧"), by: Self.rules)
    // A total that is wrong itself is named elsewhere.
    expectFindings(
      Self.form("产出指标→成本指标→工程总成本→≤60万元").replacing("总额→60.00", with: "总额→6.00"), by: Self.rules)
  }

  @Test func sharesBeyondTheWholeAreTold() {
    for row in ["产出指标→质量指标→工程验收合格率→105%", "满意度指标→服务对象满意度指标→村民满意度→≥920%", "满意度指标→服务对象满意度指标→村民满意度→≤92%"] {
      let cells = row.split(separator: "→")
      let marked = cells.dropLast().joined(separator: "→") + "→⟦\(cells[3])¦warning indicator-target⟧"
      expectFindings(Self.form(marked), by: Self.rules)
    }
    for row in ["产出指标→数量指标→任务完成率→≥105%", "产出指标→质量指标→工程验收合格率→100%", "效益指标→社会效益指标→收入增长率→≥120%"] {
      expectFindings(Self.form(row), by: Self.rules)
    }
  }

  @Test func aCostWithoutASignIsNoMoreThanTheMoneyEither() {
    expectFindings(Self.form("产出指标→成本指标→工程总成本→⟦66万元¦warning indicator-target⟧"), by: Self.rules)
  }

  @Test func anIndicatorUnderTwoLevelsIsTold() {
    expectFindings(Self.form("产出指标→质量指标→⟦清淤山塘座数¦warning duplicate-item⟧→≥12座"), by: Self.rules)
  }

  @Test func anIndicatorThatStandsTwiceIsTold() {
    expectFindings(
      Self.form("产出指标→数量指标→⟦清淤山塘座数¦warning duplicate-item⟧→≥10座"), by: Self.rules)
  }

  @Test func aTableOfSeveralFormsRepeatsNothing() {
    let first = Self.form("产出指标→质量指标→工程验收合格率→100%")
    expectFindings(first + "\n" + first, by: Self.rules)
  }

  @Test func aResultInAnotherUnitIsTold() {
    let form = FormCheckTests.form(target: "≥5次", result: "⟦100%¦warning indicator-target⟧")
    expectFindings(form, by: Self.rules)
    expectFindings(FormCheckTests.form(target: "≥5场", result: "6次"), by: Self.rules)
  }

  @Test func moneyInAnotherRowThanAtTheYearsStartIsTold() {
    func form(_ start: String, _ other: String) -> String {
      """
      项目支出绩效自评表
      单位：万元
      项目名称→甲项目→→→→→
      →→年初预算数→全年预算数→全年执行数→分值→执行率→得分
      →年度资金总额→80.00→80.00→72.00→10→90.00%→9
      →其中：当年财政拨款→\(start)→80.00→72.00→—→90.00%→—
      →其他资金→\(other)→0.00→0.00→—→→—
      年度总体目标→完成甲→→→→→→

      # 下一张


      """
    }
    let usual = form("80.00", "0.00")
    expectFindings(usual + usual + form("80.00", "0.00"))
    expectFindings(usual + usual + form("0.00", "⟦80.00¦warning column-total⟧"))
    expectFindings(usual + form("0.00", "80.00"))
  }

  @Test func pointsForExecutionStayBelowTheirWeight() {
    expectFindings(
      FormCheckTests.form(executed: "⟦12.00¦error score⟧", sum: "100.00→102.00"))
  }

  @Test func theWholeCostIsTheMoneyOfTheProject() {
    expectFindings(
      Self.form("产出指标→成本指标→工程总成本→⟦≤56万元¦warning indicator-target⟧"), by: Self.rules)
    expectFindings(Self.form("产出指标→成本指标→护栏采购成本→≤6万元"), by: Self.rules)
  }

  @Test func targetsInPartsAreReadByTheirColumns() {
    let list = """
      部门预算项目绩效目标表
      单位：万元
      单位名称→项目名称→预算数→年度目标→一级指标→二级指标→三级指标→指标性质→指标值→度量单位→权重
      某局机关→山塘清淤→95.00→完成清淤→产出指标→数量指标→清淤山塘座数→≥→12→座→50
      →→→→成本指标→经济成本指标→项目总成本→≤→⟦92¦warning indicator-target⟧→万元→40
      某局机关→堤防加固→60.00→完成加固→产出指标→数量指标→加固堤防长度→≥→3→公里→50
      →→→→成本指标→经济成本指标→项目总成本→≤→60→万元→40
      """
    expectFindings(list, by: Self.rules)
  }

  @Test func whatIsSpentByItsNatureMakesTheWhole() {
    func form(_ basic: String, _ staff: String) -> String {
      """
      部门整体支出绩效自评表
      单位：万元
      部门名称→某中心→→→→→→
      →→年初预算数→全年预算数→全年执行数→分值→执行率→得分
      →年度资金总额→100.00→100.00→90.00→10→90.00%→9
      →按资金来源：当年财政拨款→100.00→100.00→90.00→—→90.00%→—
      →按支出性质：基本支出→60.00→60.00→\(basic)→—→90.00%→—
      →其中：人员经费→50.00→50.00→\(staff)→—→—→—
      →公用经费→10.00→10.00→9.00→—→90.00%→—
      →项目支出→40.00→40.00→36.00→—→90.00%→—
      年度总体目标→完成甲→→→→→→
      """
    }
    expectFindings(form("54.00", "45.00"))
    expectFindings(form("⟦54.00¦error column-total⟧", "44.00"))
  }
}

@Suite struct WeightSumTests {
  private static let rules: Set<String> = ["score-total"]

  static func form(_ weights: [String], total: String) -> String {
    """
    项目支出绩效目标表
    项目名称→某项目→→→
    年度目标→完成甲→→→
    一级指标→二级指标→三级指标→指标值→分值
    成本指标→经济成本指标→项目成本→≤60万元→\(weights[0])
    产出指标→数量指标→清淤座数→≥12座→\(weights[1])
    →质量指标→验收合格率→100%→\(weights[2])
    效益指标→社会效益指标→制度→健全→\(weights[3])
    合计→→→→\(total)

    # 下一张


    """
  }

  @Test func weightsThatMakeTheirTotalAreSilent() {
    expectFindings(Self.form(["20", "30", "20", "30"], total: "100"), by: Self.rules)
    expectFindings(Self.form(["20", "30", "20", "20"], total: "100"), by: Self.rules)
    expectFindings(Self.form(["20", "30", "", "30"], total: "100"), by: Self.rules)
  }

  @Test func weightsThatDoNotAreToldAtTheTotal() {
    expectFindings(Self.form(["20", "30", "20", "25"], total: "⟦100¦error score-total⟧"), by: Self.rules)
  }

  @Test func anotherFormTellsWhichWeightIsOdd() {
    expectFindings(
      Self.form(["20", "30", "20", "30"], total: "100")
        + Self.form(["20", "30", "20", "⟦25¦error score-total⟧"], total: "100"), by: Self.rules)
  }
}

@Suite struct IndicatorMentionTests {
  private static let rules: Set<String> = ["narrative-table"]

  private static func draft(_ text: String) -> String {
    text + "\n\n"
      + FormCheckTests.form(target: "≥8000平方米", result: "8600平方米", goal: "园路维修面积")
  }

  @Test(arguments: [
    "全年园路维修8600平方米。", "计划完成园路维修8000平方米。", "比上年园路维修7500平方米有所增加。",
    "小区内部园路维修面积5000平方米。", "园路维修8600多平方米。", "园路维修12公里。",
  ])
  func figuresOfTheFormAndOtherFiguresAreSilent(text: String) {
    expectFindings(Self.draft(text), by: Self.rules)
  }

  @Test func anotherFigureIsTold() {
    expectFindings(Self.draft("全年完成园路维修⟦6800平方米¦error narrative-table⟧。"), by: Self.rules)
    expectFindings(Self.draft("绿化方面，园路维修⟦8700平方米¦warning narrative-table⟧。"), by: Self.rules)
  }
}
