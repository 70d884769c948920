import Testing

@testable import LintCore

/// What a form calculates of its costs, and its goals and costs against those of the year.
@Suite struct CostProductsTests {
  private static func form(
    _ first: String = "152.40→7,620件×200元/件", _ second: String = "27.00→演练4场×3.60万元，培训900人次×140元",
    total: String = "≤1,061.40万元", goal: String = "7,620件岩矿样品测试", done: String = "≥7,620件"
  ) -> String {
    """
    2025年找矿突破项目支出绩效目标表
    单位：万元
    项目名称→找矿突破→项目代码→42000025T000001204→→
    项目总预算→1,061.40→项目当年预算→1,061.40→→
    项目支出明细测算→项目活动→活动内容表述→支出经济分类→金额→测算依据及说明
    →样品测试→岩矿样品测试→专用材料费→\(first)
    →演练培训→应急演练和群测群防员培训→培训费→\(second)
    →野外保障→更新野外地质勘查车→公务用车购置→18.50→1辆×18.50万元
    →成果编制→报告编制→劳务费→863.50→依据专家咨询费标准
    →合计→→→1,061.40→
    长期绩效目标→到2027年，完成36个乡镇的精细化调查，样品测试21,000件。→→→→
    年度绩效目标→2025年完成\(goal)，圈定找矿靶区5处。→→→→
    年度绩效指标→一级指标→二级指标→三级指标→指标值（上年）→指标值（前年）→预期当年实现值
    →成本指标→经济成本指标→项目总成本→880.00万元→910.00万元→\(total)
    →产出指标→数量指标→岩矿样品测试件数→6,900件→7,200件→\(done)
    →→→圈定找矿靶区→4处→5处→≥5处
    """
  }

  private static let rules: Set<String> = ["row-total", "narrative-table", "indicator-target"]

  @Test func numbersTimesPricesMakeTheMoneyBeside() {
    expectFindings(Self.form(), by: Self.rules)
    expectFindings(Self.form("152.40→⟦7,620件×220元/件¦error row-total⟧"), by: Self.rules)
    expectFindings(Self.form("125.40→⟦7,620件×200元/件¦error row-total⟧"), by: ["row-total"])
  }

  @Test(arguments: [
    // Rounded prices, words that leave something open, a rest that is told in words, other measures.
    "152.40→7,620件×200元/件左右", "152.40→约7,620件×200元/件", "160.00→7,620件×200元/件等", "160.00→7,620件×200元/件，另付运费",
    "160.00→7,620件×200元/件×105%", "160.00→7,620件×200元/件=152.40万元", "160.00→样品7,620件", "7.62→0.762万件×10元/件",
    "10.00→30台×0.33万元", "160.00→7,620件×200",
    "10.00→3台×3.33万元",
    // No single slip explains it, and nothing tells that the cell is about all the money.
    "163.37→7,620件×200元/件",
  ])
  func whatIsNoWholeCalculationIsSilent(cells: String) {
    expectFindings(
      Self.form(cells, "27.00→按培训费标准测算").replacing("1辆×18.50万元", with: "按市场价"), by: ["row-total"])
  }

  /// Where other cells of the column make their money, a price with decimals may still be rounded.
  @Test func roundedPricesAreNoMistake() {
    expectFindings(
      Self.form("10.00→30台×0.33万元").replacing("152.40→", with: "10.00→"), by: ["row-total"])
    expectFindings(Self.form("18.00→⟦30台×0.33万元¦error row-total⟧"), by: ["row-total"])
  }

  @Test func aCalculationAloneNeedsASlip() {
    let alone = Self.form("152.40→⟦7,620件×220元/件¦warning row-total⟧", "27.00→按培训费标准测算").replacing(
      "1辆×18.50万元", with: "按市场价")
    expectFindings(alone, by: ["row-total"])
  }

  @Test func theWholeCostIsTheBudgetOfTheForm() {
    expectFindings(Self.form(total: "⟦≤1,016.40万元¦warning indicator-target⟧"), by: ["indicator-target"])
    expectFindings(Self.form(total: "≤1,000.00万元"), by: ["indicator-target"])
    expectFindings(Self.form(total: "≤1,100.00万元"), by: ["indicator-target"])
  }

  /// 长期绩效目标 stands above 年度绩效目标, and the last column is the year's.
  @Test func goalsOfTheYearAreHeldAgainstItsIndicators() {
    expectFindings(
      Self.form(goal: "⟦7,260件¦warning narrative-table⟧岩矿样品测试"), by: ["narrative-table"])
    expectFindings(
      Self.form().replacing("靶区5处", with: "靶区⟦6处¦warning narrative-table⟧"), by: ["narrative-table"])
    // Goals of the longer time alone.
    expectFindings(
      Self.form(goal: "7,260件岩矿样品测试").replacing("年度绩效目标", with: "阶段目标"), by: ["narrative-table"])
  }

  @Test func twoRowsOfPricesNeedAPlainSlip() {
    func table(_ price: String, _ money: String = "300,000.00") -> String {
      """
      新增资产配置表
      单位：元
      单位名称→资产名称→计量单位→数量→单价→金额
      某州水务局→通信设备→台→30→\(price)→\(money)
      某州质量中心→计算机→台→5→8,000.00→40,000.00
      合计→→→35→→340,000.00
      """
    }
    expectFindings(table("10,000.00"), by: ["row-total"])
    expectFindings(table("12,000.00", "⟦300,000.00¦error row-total⟧"), by: ["row-total"])
    expectFindings(table("12,345.00"), by: ["row-total"])
  }
}
