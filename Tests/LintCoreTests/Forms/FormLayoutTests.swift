import Testing

@testable import LintCore

/// Forms that offices lay out in their own ways: all of them add up.
@Suite struct FormLayoutTests {
  /// A self-evaluation around the rows of its money and of its points.
  private static func form(
    money: String, indicators: String = indicators, total: String = "总分→→→→→100.00→99.00→"
  ) -> String {
    """
    项目支出绩效自评表
    （2024年度）
    单位：万元
    项目名称→山塘清淤→→→→→→
    →→年初预算数→全年预算数→全年执行数→分值→执行率→得分
    \(money)
    年度总体目标→清淤十二座→→→→→→
    一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→偏差原因分析及改进措施
    \(indicators)
    \(total)
    """
  }

  private static let indicators = """
    产出指标→数量指标→清淤山塘→≥12座→12座→30.00→30.00→
    →质量指标→验收合格率→≥95%→96%→20.00→20.00→
    效益指标→社会效益指标→灌溉保障→明显改善→达成→30.00→30.00→
    满意度指标→满意度→村民满意度→≥90%→92%→10.00→10.00→
    """
  private static let total = "→年度资金总额→80.00→100.00→90.00→10.00→90.00%→9.00"

  @Test func formsMayFollowEachOtherWithoutATitle() {
    let first = FormCheckTests.form()
    let second = FormCheckTests.form(sum: "100.00→⟦98.00¦error score-total⟧").split(separator: "\n")
      .dropFirst(3)
      .joined(separator: "\n").replacing("甲项目", with: "乙项目")
    expectFindings(first + "\n\n" + second)
    // The same form goes on after a page break.
    let rows = first.split(separator: "\n")
    expectFindings((rows[..<9] + [""] + rows[3...3] + rows[9...]).joined(separator: "\n"))
  }

  @Test(arguments: ["分值→得分", "权重→评分", "标准分→自评分", "分值（100分）→自评得分"])
  func theScoresOfAPlainTableMakeItsTotal(heads: String) {
    func table(_ total: String, _ last: String = "15.00") -> String {
      """
      整体支出绩效自评得分表
      序号→指标→\(heads)
      1→预算编制→40.00→38.50
      2→预算执行→30.00→28.00
      3→资产管理→\(last)→14.00
      4→信息公开→15.00→15.00
      合计→→100.00→\(total)
      """
    }
    expectFindings(table("95.50"))
    expectFindings(table("⟦94.50¦error score-total⟧"))
    // Weights that do not make the whole are read wrongly, or wrong themselves.
    expectFindings(table("94.50", "25.00"), by: ["score-total"])
  }

  @Test func partsMayLieWithinAPart() {
    func form(_ inner: String) -> String {
      Self.form(
        money: """
          \(Self.total)
          →其中：财政拨款→80.00→70.00→60.00→—→85.71%→—
          →其中：上级补助→50.00→40.00→35.00→—→87.50%→—
          →本级安排→30.00→30.00→\(inner)→—→83.33%→—
          →其他资金→0.00→30.00→30.00→—→100.00%→—
          """)
    }
    expectFindings(form("25.00"))
    expectFindings(
      form("25.50").replacing("→70.00→60.00→", with: "→70.00→⟦60.00¦error column-total⟧→")
        .replacing("→83.33%→", with: "→85.00%→"))
  }

  @Test func whatAPartHoldsIsNotAddedToIt() {
    func form(_ year: String) -> String {
      Self.form(
        money: """
          \(year)
          →其中：当年财政拨款（含上年结转）→80.00→90.00→80.00→—→88.89%→—
          →上年结转资金→5.00→10.00→10.00→—→100.00%→—
          →其他资金→0.00→10.00→10.00→—→100.00%→—
          """)
    }
    expectFindings(form(Self.total))
    expectFindings(
      form(Self.total.replacing("→80.00→100.00", with: "→⟦81.00¦error column-total⟧→100.00"))
        .replacing("→上年结转资金→5.00→10.00→10.00→", with: "→上年结转资金→0.00→0.00→0.00→")
        .replacing("→100.00%→—\n→其他", with: "→—→—\n→其他"))
  }

  @Test func theTotalMayHaveAnotherNameOrStandLast() {
    let parts = """
      →其中：财政拨款→60.00→80.00→72.00→—→90.00%→—
      →其他资金→20.00→20.00→18.00→—→90.00%→—
      """
    expectFindings(Self.form(money: Self.total.replacing("年度资金总额", with: "小计") + "\n" + parts))
    let last = parts.replacing("72.00→—→90.00%→—", with: "72.00→10.00→90.00%→9.00")
    func form(_ sum: String) -> String { Self.form(money: last + "\n→合计→80.00→\(sum)→90.00→—→90.00%→—") }
    expectFindings(form("100.00"))
    expectFindings(form("⟦101.00¦error column-total⟧").replacing("→90.00→—→90.00%", with: "→90.00→—→89.11%"))
  }

  @Test func subtotalsOfPointsAreNoIndicators() {
    let rows =
      Self.indicators.replacing("\n效益", with: "\n→小计→→→→50.00→50.00→\n效益")
      + "\n满意度指标小计→→→→→10.00→10.00→"
    expectFindings(Self.form(money: Self.total, indicators: rows))
    expectFindings(
      Self.form(money: Self.total, indicators: rows, total: "总分→→→→→100.00→⟦98.00¦error score-total⟧→"))
  }

  @Test(arguments: ["（20分）", ""])
  func thePointsForExecutionMayStandInTheLabel(points: String) {
    func form(_ score: String) -> String {
      """
      部门整体支出绩效自评表
      （2024年度）
      单位名称→某县林业局→→→→→→
      预算执行情况（万元）\(points)→→预算数（A）→执行数（B）→执行率（B/A）→得分（20分*执行率）→→
      →部门整体支出总额→1000.00→950.00→95.00%→19.00→→
      年度绩效指标→一级指标→二级指标→三级指标→年初目标值→实际完成值→分值→得分
      →产出指标→数量指标→造林面积→30亩→30亩→40→40
      →效益指标→社会效益指标→护林人数→12人→12人→30→30
      →满意度指标→满意度→群众满意度→90%→93%→10→10
      总分→→→→→→100→\(score)
      """
    }
    expectFindings(form("99"))
    if !points.isEmpty { expectFindings(form("⟦98¦error score-total⟧")) }
  }

  @Test func headsMayStandBeforeTheirFigures() {
    func form(_ rate: String, _ sum: String = "99.0") -> String {
      """
      项目支出绩效自评表
      项目名称→水文监测→→→→→→→
      预算执行情况（10分）→预算数（万元）→60.00→执行数（万元）→54.00→执行率→\(rate)→得分→9.0
      一级指标→二级指标→三级指标→预期指标值→实际完成指标值→权重→得分→→
      产出指标→数量指标→维护站点→=46处→46处→60→60→→
      满意度指标→满意度指标→群众满意度→≥90%→95%→30→30→→
      合计→→→→→100→\(sum)→→
      """
    }
    expectFindings(form("90.00%"))
    expectFindings(form("⟦92.00%¦error completion-rate⟧"))
    expectFindings(form("90.00%", "⟦98.0¦error score-total⟧"))
  }

  @Test func moneyByItsNatureIsNotReadBelowTheHeads() {
    expectFindings(
      Self.form(
        money: """
          \(Self.total)
          →按收入性质分→一般公共预算→85.00→按支出性质分→基本支出→50.00→
          →→其他资金→5.00→→项目支出→40.00→
          """))
  }

  @Test func aListOfProjectsHasNoTotalOfPoints() {
    expectFindings(
      """
      项目支出绩效自评表
      单位：万元
      序号→项目名称→预算数→执行数→执行率→一级指标→三级指标→年度指标值→实际完成值→分值→得分→自评总分
      1→河道治理→60.00→54.00→90.00%→产出指标→治理长度→≥4.6公里→4.6公里→60→60→99.00
      →→→→→满意度指标→群众满意度→≥90%→92%→30→30→
      2→水文监测→40.00→40.00→100.00%→产出指标→维护站点→≥46处→46处→60→60→100.00
      →→→→→满意度指标→群众满意度→≥90%→95%→30→30→
      合计→→100.00→94.00→94.00%→→→→→→→
      """)
  }

  @Test func pointsMayHaveTheirDeductionOrTheScoreBesideThem() {
    let heads = "年度指标值→实际完成值→分值→扣分→得分→偏差原因"
    func form(_ heads: String, _ row: String, _ sum: String) -> String {
      """
      项目支出绩效自评表
      一级指标→二级指标→三级指标→\(heads)
      产出指标→数量指标→维护站点→≥46处→46处→60→\(row)→
      满意度指标→满意度→群众满意度→≥95%→92%→40→\(row == "0→60" ? "2→38" : "38")→有误差
      总分→→→→→\(sum)→
      """
    }
    expectFindings(form(heads, "0→60", "100→2→98"))
    expectFindings(form(heads, "0→60", "100→2→⟦97¦error score-total⟧"))
    expectFindings(
      """
      项目支出绩效自评表
      一级指标→二级指标→三级指标→年度指标值→实际完成值→得分→分值→偏差原因
      产出指标→数量指标→维护站点→≥46处→46处→60→60→
      满意度指标→满意度→群众满意度→≥95%→92%→38→40→有误差
      总分→→→→→98→100→
      """)
  }

  @Test func theRateOfExecutionNeedsNoReason() {
    let row = "\n预算执行率→预算执行率→预算执行率→=100%→90.00%→10.00→9.00→"
    expectFindings(
      Self.form(
        money: Self.total.replacing("→10.00→90.00%→9.00", with: "→→90.00%→"),
        indicators: Self.indicators + row))
  }

  @Test func moreThanTheCountThatWasAimedAtReachesIt() {
    expectFindings(
      Self.form(
        money: Self.total, indicators: Self.indicators.replacing("≥12座→12座", with: "=12座→14座")))
  }

  @Test func theTargetOfTheYearIsHeldAgainstItsMoney() {
    func form(_ yearly: String) -> String {
      """
      项目支出绩效目标表
      （2024年度）
      项目名称→河道治理→→→→
      项目资金（万元）→实施期资金总额：→2000.00→年度资金总额：→620.00→
      →其中：财政拨款→1800.00→其中：财政拨款→560.00→
      →其他资金→200.00→其他资金→60.00→
      年度目标→治理河道→→→→
      绩效指标→一级指标→二级指标→三级指标→实施期指标值→年度指标值
      →产出指标→数量指标→治理长度→≥12公里→≥4.6公里
      →→成本指标→项目投资→≤2000万元→\(yearly)
      """
    }
    expectFindings(form("≤620万元"), by: ["indicator-target"])
    expectFindings(form("⟦≤720万元¦warning indicator-target⟧"), by: ["indicator-target"])
  }

  @Test func theScoreOfExecutionMayBeNamedInTheHeadOfItsColumn() {
    func form(_ total: String, _ part: String = "140.00→128.64→91.89%", sum: String = "98.38") -> String {
      """
      项目支出绩效自评表
      单位名称：某市民政局
      项目名称→流浪乞讨人员救助→→→→→
      预算执行情况（万元）（20分）→→预算数（A）→执行数（B）→执行率（B/A）→得分（20分×执行率）→
      →年度财政资金总额→\(total)→
      →其中：一般公共预算资金→\(part)→—→
      一级指标→二级指标→三级指标→年初目标值→实际完成值→分值→得分
      产出指标→数量指标→救助人次→≥1800人次→1864人次→40→40
      效益指标→社会效益指标→街面流浪乞讨现象→明显减少→明显减少→30→30
      满意度指标→服务对象满意度指标→受助人员满意度→≥90%→94%→10→10
      总分→→→→→100→\(sum)
      """
    }
    expectFindings(form("140.00→128.64→91.89%→18.38"))
    expectFindings(form("140.00→128.64→⟦98.19%¦error completion-rate⟧→18.38"))
    expectFindings(
      form("140.00→128.64→91.89%→⟦18.83¦warning score⟧", sum: "⟦98.38¦error score-total⟧"))
    expectFindings(
      form(
        "140.00→⟦128.64¦error column-total⟧→91.89%→18.38",
        "140.00→126.84→⟦91.89%¦error completion-rate⟧"))
  }

  @Test func aTotalMayBeDividedTwice() {
    func form(_ second: String) -> String {
      """
      部门预算项目支出绩效目标表
      项目名称→强制免疫→→预算单位→某县畜牧中心→
      项目资金→年度资金总额→⟦156.30¦error column-total⟧→财政拨款→156.30→其他资金→0.00
      →\(second)→→
      年度目标→组织春秋两季集中免疫→→→→→
      一级指标→二级指标→三级指标→指标性质→指标值→度量单位→权重
      产出指标→数量指标→免疫次数→=→2→次→90
      """
    }
    func right(_ text: String) -> String { text.replacing("⟦156.30¦error column-total⟧", with: "156.30") }
    expectFindings(right(form("其中：当年安排→120.00→上年结转→36.30")))
    expectFindings(right(form("财政拨款中：当年→120.00→上年结转→36.30")))
    expectFindings(form("其中：当年安排→102.00→上年结转→36.30"))
    // Two sources, the second empty, or both together divided again.
    let blank = right(form("其中：当年安排→120.00→上年结转→36.30")).replacing("其他资金→0.00", with: "其他资金→")
    expectFindings(blank)
    expectFindings(blank.replacing("其中：当年", with: "当年"))
    let two = blank.replacing("财政拨款→156.30→其他资金→", with: "财政拨款→150.30→其他资金→6.00")
    expectFindings(two)
    expectFindings(two.replacing("156.30→财政拨款", with: "⟦166.30¦error column-total⟧→财政拨款"))
    // A choice of what the total holds, or cells that were lost.
    expectFindings(right(form("其中：上年结转→36.30→→")))
    expectFindings(right(form("其中：当年安排→→上年结转→36.30")))
  }

  @Test func aPartMayBeDividedInRowsOfItsOwn() {
    func form(_ total: String) -> String {
      """
      部门预算项目支出绩效目标表
      项目名称→设备购置→→
      项目资金（万元）→年度资金总额：→→\(total)
      →其中：财政拨款→→264.60
      →      其中：本年安排→→180.00
      →            上年结转→→84.60
      →      其他资金→→12.00
      年度目标→购置设备→→
      一级指标→二级指标→三级指标→指标值
      产出指标→数量指标→购置设备→≥12台
      """
    }
    expectFindings(form("276.60"), by: ["column-total"])
  }

  @Test func theTotalMayBeNamedByWhatTheFormIsOf() {
    func form(_ execution: String) -> String {
      """
      部门整体支出绩效自评表
      （2024年度）
      部门名称→某县人民检察院→→→→→→
      年度预算执行情况（万元）→→年初预算数→全年预算数→全年执行数→分值→执行率（%）→得分
      →部门整体支出→1,482.59→1,587.19→\(execution)→10→99.29→9.93
      →其中：基本支出→1,241.39→1,277.44→1,277.44→—→100.00→—
      →项目支出→241.20→309.75→298.53→—→96.38→—
      一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分
      产出指标→数量指标→办结案件→≥400件→436件→90→90
      总分→→→→→100→99.93
      """
    }
    expectFindings(form("1,575.97"), by: ["column-total", "completion-rate"])
    expectFindings(
      form("⟦1,557.97¦error column-total⟧").replacing("→99.29→", with: "→⟦99.29¦error completion-rate⟧→"),
      by: ["column-total", "completion-rate"])
  }

  @Test(arguments: ["合计（另有预算执行率10分）", "权重合计", "合计（分值）", "合计"])
  func theTotalOfWeightsIsNoIndicator(label: String) {
    func form(_ total: String) -> String {
      """
      部门预算项目支出绩效目标表
      项目名称→农田建设→→预算单位→某县农业农村局→→
      一级指标→二级指标→三级指标→指标性质→指标值→度量单位→权重
      产出指标→数量指标→新建面积→≥→1.2→万亩→25
      产出指标→质量指标→验收合格率→=→100→%→25
      成本指标→经济成本指标→配套资金→≤→1260→万元→20
      满意度指标→服务对象满意度指标→受益农户满意度→≥→90→%→20
      \(label)→→→→→→\(total)
      """
    }
    expectFindings(form("90"))
    expectFindings(form("⟦95¦error score-total⟧"))
  }
}
