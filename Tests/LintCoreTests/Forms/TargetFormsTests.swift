import Testing

@testable import LintCore

/// Forms that set targets in a budget: their money by rows, their years.
@Suite struct TargetFormsTests {
  private static func overall(
    _ total: String = "3975.56", funds: String = "3830.56", basic: String = "2752.16", part: String = ""
  ) -> String {
    """
    部门整体绩效目标表
    单位：万元
    部门名称→某市水利局→→
    年度履职目标→目标1：完成水库除险加固20座以上。→→
    预算情况→部门预算总额（万元）→→\(total)
    →1、资金来源：（1）政府预算资金→→\(funds)\(part)
    →（2）财政专户管理资金→→0.00
    →（3）单位资金→→145.00
    →2、资金结构：（1）基本支出→→\(basic)
    →（2）项目支出→→1223.40
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→水库除险加固→≥20座
    """
  }

  @Test func theTotalOfADepartmentIsThatOfItsSourcesAndKinds() {
    expectFindings(Self.overall(), by: ["column-total"])
    expectFindings(Self.overall(part: "\n→其中：上年结转→→36.80"), by: ["column-total"])
    expectFindings(Self.overall("⟦3957.56¦error column-total⟧"), by: ["column-total"])
    expectFindings(Self.overall("⟦3975.56¦error column-total⟧", funds: "3803.56"), by: ["column-total"])
    expectFindings(Self.overall("⟦3975.56¦error column-total⟧", basic: "2725.16"), by: ["column-total"])
  }

  private static func targets(
    _ day: String = "2025年12月底前", term: String = "2025年1月-12月", caption: String = "项目绩效目标表",
    head: String = "指标值"
  ) -> String {
    let other = """
      项目绩效目标表

      单位：万元
      项目名称→山塘清淤→→
      项目类别→特定目标类→项目期→2025年1月-12月
      一级指标→二级指标→三级指标→指标值
      产出指标→时效指标→完成时间→2025年11月底前
      """
    return """
      某市水利局2025年部门预算

      部门收支预算情况说明

      2025年收入预算10.00万元。

      \(caption)

      单位：万元
      项目名称→水库除险→→
      项目类别→特定目标类→项目期→\(term)
      一级指标→二级指标→三级指标→\(head)
      产出指标→时效指标→完成时间→\(day)

      \(other)
      """
  }

  @Test func asManyFormsAreShownAsWereChosen() {
    func draft(_ sentence: String) -> String {
      Self.targets().replacing("2025年收入预算10.00万元。", with: "绩效目标管理的项目31个。\(sentence)")
    }
    let rules: Set = ["narrative-table"]
    expectFindings(draft("选取其中2个项目随本预算公开绩效目标，详见附表。"), by: rules)
    expectFindings(draft("选取其中⟦3个¦error narrative-table⟧项目随本预算公开绩效目标，详见附表。"), by: rules)
    expectFindings(draft("选取其中3个项目开展绩效评价，其余项目公开绩效目标。"), by: rules)
  }

  @Test func targetsLieInTheYearOfTheBudgetOrAfter() {
    expectFindings(Self.targets(), by: ["year"])
    expectFindings(Self.targets("2026年6月底前"), by: ["year"])
    expectFindings(Self.targets("⟦2024年12月底前¦warning year⟧"), by: ["year"])
    expectFindings(Self.targets("2024年12月底前", caption: "项目绩效自评表"), by: ["year"])
    expectFindings(Self.targets("2024年12月底前", head: "实际完成值"), by: ["year"])
    expectFindings(Self.targets(term: "⟦2024年1月-12月¦warning year⟧"), by: ["year"])
    expectFindings(Self.targets(term: "2024年3月-2025年6月"), by: ["year"])
  }

  private static func evaluation(_ fund: String = "146.30", project: String = "1016.15") -> String {
    """
    部门整体支出绩效自评表
    单位：万元
    部门名称→某区水利局→→→→→→
    年度预算申请→→年初预算数→全年预算数→全年执行数→分值→执行率→得分
    →年度资金总额→2214.78→2475.19→2440.01→10→98.58%→9.86
    →按收入性质分：→→→→→→
    →一般公共预算→2054.78→2283.99→2271.91→→→
    →政府性基金拨款→140.00→161.30→\(fund)→→→
    →其他资金→20.00→29.90→21.80→→→
    →按支出性质分：→→→→→→
    →基本支出→1344.78→1423.86→1423.86→→→
    →项目支出→870.00→1051.33→\(project)→→→
    一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→原因
    产出指标→数量指标→养护长度→≥120公里→126公里→90→88.14→降雨
    总分→→→→→100→98.00→
    """
  }

  @Test func theMoneyOfAnEvaluationIsDividedTwice() {
    expectFindings(Self.evaluation(), by: ["column-total"])
    #expect(
      RuleSample(Self.evaluation("164.30").replacing("→", with: "\t")).findings("column-total").count == 1)
    #expect(
      RuleSample(Self.evaluation(project: "1061.15").replacing("→", with: "\t")).findings("column-total")
        .count == 1)
  }
}
