import Testing

@testable import LintCore

@Suite struct FormCheckTests {
  /// A self-evaluation with changeable parts; all of it adds up.
  static func form(
    total: String = "100.00", budget: String = "80.00", spent: String = "72.00", rate: String = "90.00%",
    executed: String = "9.00", score: String = "20.00", reason: String = "", sum: String = "100.00→99.00",
    grade: String = "优", target: String = "≥5次", result: String = "5次",
    goal: String = "甲"
  ) -> String {
    """
    项目支出绩效自评表
    （2024年度）
    单位：万元
    项目名称→甲项目→→→→→
    →→年初预算数→全年预算数→全年执行数→分值→执行率→得分
    →年度资金总额→\(total)→80.00→72.00→10.00→\(rate)→\(executed)
    →其中：当年财政拨款→60.00→\(budget)→\(spent)→—→90.00%→—
    →上年结转资金→40.00→0.00→0.00→—→→—
    年度总体目标→完成甲→→→→→→
    一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→偏差原因分析及改进措施
    产出指标→数量指标→\(goal)→\(target)→\(result)→20.00→\(score)→\(reason)
    产出指标→质量指标→乙→≥95%→96%→30.00→30.00→
    效益指标→社会效益指标→丙→明显改善→达成→30.00→30.00→
    满意度指标→满意度→丁→≥90%→92%→10.00→10.00→
    总分→→→→→\(sum)→
    评分等级→\(grade)→→→→→→
    """
  }

  @Test func aFormThatAddsUpIsSilent() {
    expectFindings(Self.form())
  }

  @Test(arguments: [
    ("平均住院日", "≤7.7天", true), ("平均住院日", "7.7天", false), ("患者投诉数", "7.7起", false), ("年度投资控制数", "7.7万元", false),
    ("新建站点数", "7.7个", true), ("单位成本", "7.7元", false),
  ])
  func aTargetWithoutASignMayBeABound(name: String, target: String, isJudged: Bool) {
    let unit = String(target.drop { !$0.isLetter })
    let less = Self.form(target: target, result: "7.6\(unit)", goal: name)
    let more = Self.form(target: target, result: "7.8\(unit)", goal: name)
    let rules: Set<String> = ["score"]
    let isFound = [less, more].map { text in
      Linter(book: .standard).lint(SourceText(Array(text.replacing("→", with: "\t").utf8))).findings.contains
      {
        rules.contains($0.rule)
      }
    }
    #expect(isFound.contains(true) == isJudged)
  }

  @Test func aFigureForNoReasonIsNoScore() {
    expectFindings(Self.form().replacing("→20.00→20.00→", with: "→20.00→20.00→0"))
  }

  @Test func aHeadBrokenOverTwoLinesIsOneRow() {
    expectFindings(
      Self.form().replacing("\n→→年初预算数→", with: "\n项目资金\n（万元）→→年初预算数→")
    )
  }

  @Test func twoSourcesMayStandOnOneRow() {
    func form(_ other: String) -> String {
      """
      部门整体支出绩效目标表
      （2025年度）
      部门名称→某局→→→
      年度预算资金（万元）→资金总额→92.51→→
      →按收入来源分→财政拨款（含结转）→75.53→其他资金→\(other)
      →按支出结构分→基本支出→64.34→项目支出→28.17
      年度总体目标→完成甲→→→
      绩效指标→一级指标→二级指标→三级指标→指标值
      →产出指标→数量指标→甲→5次

      """
    }
    expectFindings(form("16.98"))
    expectFindings(form("19.68").replacing("→92.51→", with: "→⟦92.51¦error column-total⟧→"))
  }

  @Test func pointsMayCarryTheirWordAndAPartMayStandOnTheRowOfTheTotal() {
    expectFindings(Self.form().replacing("→72.00→10.00→", with: "→72.00→10分→"))
    expectFindings(Self.form(target: "1.2公里", result: "1.25公里"))
    expectFindings(
      """
      项目绩效目标表
      （2024年度）
      项目名称→甲项目→→
      年度资金总额（元）→186.00→其中：财政拨款→186.00
      →→其他资金→0.00
      年度目标→完成甲→→
      一级指标→二级指标→三级指标→指标值
      产出指标→数量指标→甲→5次
      """)
  }

  /// Two totals side by side, each with its own parts below.
  @Test func aPartBelongsToTheTotalAboveIt() {
    func form(_ part: String) -> String {
      """
      项目支出绩效目标表
      （2024年度）
      项目名称→甲项目→→→
      项目资金（万元）→中期资金总额：→36.00→年度资金总额：→\(part)
      →其中：财政拨款→30.00→其中：财政拨款→10.00
      →其他资金→6.00→其他资金→2.00
      一级指标→二级指标→三级指标→指标值→
      产出指标→数量指标→甲→5次→
      """
    }
    expectFindings(form("12.00"))
    expectFindings(form("⟦21.00¦error column-total⟧"))
  }

  /// 财政拨款 has its 小计 and the rows that make it, which are no parts of the total beside it.
  @Test func whatDividesAPartIsNoPartOfTheTotal() {
    func form(_ total: String) -> String {
      """
      项目支出绩效目标表
      （2024年度）
      单位：万元
      项目名称→甲项目→→
      项目资金→收入→→全年预算数
      →资金总额→→\(total)
      →财政拨款→小计→80.00
      →→一般公共预算资金→50.00
      →→政府性基金→30.00
      →→社保基金→
      →上年结转资金→→9.00
      →其他资金→→
      一级指标→二级指标→三级指标→指标值
      产出指标→数量指标→甲→5次
      """
    }
    expectFindings(form("89.00"))
    expectFindings(form("⟦98.00¦error column-total⟧"))
  }

  /// Without a column for what a score is out of, the value beside it is no weight.
  @Test func aFormWithoutWeightsHasNoScoreAboveThem() {
    func form(_ heads: String) -> String {
      """
      项目支出绩效自评表
      （2024年度）
      项目名称→甲项目→→→→
      一级指标→二级指标→三级指标→\(heads)→得分
      产出指标→数量指标→甲→6→6→20
      产出指标→质量指标→乙→8→8→80
      总分→→→→→100
      """
    }
    expectFindings(form("年初目标值→实际完成值"))
    expectFindings(
      form("实际完成值→分值").replacing("6→6→20", with: "6→6→⟦20¦error score⟧")
        .replacing("8→8→80", with: "8→94→80"))
  }

  @Test func partsOfTheMoneyMakeItsTotalInEveryColumn() {
    expectFindings(Self.form(total: "⟦110.00¦error column-total⟧"))
    expectFindings(
      Self.form(budget: "81.00", spent: "72.90").replacing(
        "→80.00→72.00→10.00→", with: "→⟦80.00¦error column-total⟧→⟦72.00¦error column-total⟧→10.00→"))
  }

  @Test(arguments: [
    ("90.00%", nil), ("90%", nil), ("90.01%", nil), ("90.1%", "warning"), ("89.00%", "error"),
    ("9.00%", "error"),
  ])
  func theExecutionRateIsTheQuotient(rate: String, severity: String?) {
    expectFindings(Self.form(rate: severity.map { "⟦\(rate)¦\($0) completion-rate⟧" } ?? rate))
  }

  @Test func aRateThatIsCutInsteadOfRoundedIsAnInfo() {
    let text = """
      项目支出绩效自评表
      →→年初预算数→全年预算数→全年执行数→分值→执行率→得分
      →年度资金总额→30000.00→30000.00→29999.00→10.00→⟦99.99%¦info completion-rate⟧→10.00
      年度总体目标→完成甲→→→→→→
      """
    expectFindings(
      text.replacing("⟦99.99%¦info completion-rate⟧", with: "99.99%").replacing("29999.00", with: "29998.00"))
    expectFindings(
      text.replacing("30000.00", with: "3000.00").replacing("29999.00", with: "2000.00").replacing(
        "99.99%", with: "66.66%"))
  }

  @Test func weightsAndScoresMakeTheirTotals() {
    expectFindings(Self.form(sum: "⟦95.00¦error score-total⟧→99.00"))
    expectFindings(Self.form(sum: "100.00→⟦98.00¦error score-total⟧"))
    // Without the points for execution is a reading as well.
    expectFindings(Self.form(sum: "90.00→90.00"))
  }

  @Test func weightsThatDoNotMakeAHundredAreNamedAtTheTotal() {
    expectFindings(Self.form(score: "20.00").replacing("→100.00→99.00", with: "→→→99.00"))
  }

  @Test func aScoreIsAtMostItsWeight() {
    expectFindings(Self.form(score: "⟦21.00¦error score⟧", sum: "100.00→100.00"))
  }

  @Test func aTargetThatIsMissedCostsPoints() {
    expectFindings(Self.form(score: "⟦20.00¦warning score⟧", result: "4次"))
    expectFindings(Self.form(score: "⟦20.00¦error score⟧", result: "0次"))
    expectFindings(Self.form(score: "⟦16.00¦warning score⟧", sum: "100.00→95.00", result: "4次"))
    expectFindings(Self.form(score: "16.00", reason: "进度较慢", sum: "100.00→95.00", result: "4次"))
  }

  @Test func targetsOfEveryRelationAreCompared() {
    for (target, result) in [("≤5次", "6次"), ("=5次", "4次"), ("不超过5次", "6次"), ("大于等于5次", "4次"), ("＜5次", "6次")] {
      expectFindings(Self.form(score: "⟦20.00¦warning score⟧", target: target, result: result))
    }
    // What is in other words, or in another unit, is not compared.
    for (target, result) in [("≥5次", "4人"), ("5次以上", "4次"), ("完成5次、6次", "4次"), ("及时", "不及时"), ("≥5次", "")] {
      expectFindings(Self.form(target: target, result: result))
    }
  }

  @Test func aTargetFarExceededIsToldUnlessExplained() {
    expectFindings(Self.form(result: "⟦8次¦info score⟧"))
    expectFindings(Self.form(result: "⟦50次¦warning score⟧"))
    expectFindings(Self.form(reason: "需求增加", result: "50次"))
    expectFindings(Self.form(target: "≤50次", result: "5次"))
  }

  /// 5 is 5,000 times 0.001, which once divided by zero.
  @Test func smallTargetsAreComparedToo() throws {
    let found = expectFindings(Self.form(target: "≥0.001次", result: "⟦5次¦warning score⟧"))
    #expect(found.first?.message.text(.chinese).contains("5,000.00 倍") == true)
  }

  @Test func theGradeFollowsTheTotal() {
    expectFindings(Self.form(grade: "⟦良¦warning score⟧"))
    expectFindings(Self.form(grade: "优秀"))
    expectFindings(Self.form(grade: "合格"))
  }

  @Test func spendingAboveTheBudgetIsTold() {
    let text = """
      →→年初预算数→全年预算数→全年执行数→分值→执行率→得分
      →年度资金总额→80.00→80.00→⟦88.00¦info score⟧→10.00→110.00%→10.00
      →当年财政拨款→80.00→80.00→88.00→—→110.00%→—
      年度总体目标→完成甲→→→→→→
      """
    expectFindings(text)
  }

  @Test func pointsForExecutionFollowItIfTheOtherFormsDoSo() {
    let second = Self.form() + "\n\n\n\n"
    // Two forms in proportion: the third is expected to be.
    expectFindings(second + second + Self.form(executed: "⟦7.00¦warning score⟧", sum: "100.00→97.00"))
    // One other alone proves no custom: points may be given in steps.
    expectFindings(second + Self.form(executed: "7.00", sum: "100.00→97.00"))
  }

  @Test func targetFormsAddUpTheirSources() {
    let text = """
      部门整体支出绩效目标表
      单位：万元
      年度总体目标→完成各项工作→→
      年度部门预算→按资金来源划分→→按资金方向划分→
      →合计→100.00→合计→100.00
      →一般公共预算→70.00→基本支出→60.00
      →其他资金→30.00→项目支出→40.00
      一级指标→二级指标→三级指标→指标值
      """
    expectFindings(text)
    expectFindings(text.replacing("合计→100.00→合计", with: "合计→⟦101.00¦error column-total⟧→合计"))
  }

  @Test func weightsMayStandBeforeTheirTargets() {
    func form(_ score: String, sum: String) -> String {
      """
      项目支出绩效自评表
      一级指标→二级指标→三级指标→分值→年度指标值→全年实际值→得分→未完成原因
      产出指标→数量指标→安装水尺→50→≥266米→266米→\(score)→
      产出指标→质量指标→完好率→50→≥95%→96%→50→
      总分→→→100→→→\(sum)→
      """
    }
    expectFindings(form("50", sum: "100"))
    expectFindings(form("⟦53¦error score⟧", sum: "103"))
  }
}
