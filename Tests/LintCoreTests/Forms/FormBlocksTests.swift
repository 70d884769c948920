import Testing

@testable import LintCore

/// Blocks of a form: totals below their rows, shares of them, quantities with prices.
@Suite struct FormBlocksTests {
  private static let rules: Set<String> = ["column-total", "share", "row-total"]

  private static func overall(
    income: String = "806.80", share: String = "18.25%", before: String = "700.56", total: String = "4419.85"
  ) -> String {
    """
    部门整体支出绩效目标表
    单位：万元
    单位名称→某研究院→→→→
    资金情况→总体资金情况→当年金额→占比→近两年收支金额→
    →→→→2024年→2025年
    收入构成→财政拨款→3398.63→76.89%→3108.24→3268.51
    →事业收入→\(income)→\(share)→\(before)→745.20
    →其他收入→65.00→1.47%→61.22→58.30
    →上年结转→149.42→3.38%→181.66→172.94
    →合计→\(total)→100.00%→4051.68→4244.95
    一级指标→二级指标→三级指标→2024年→2025年→2026年指标值
    产出指标→数量指标→监测数量→54个→58个→≥62个
    """
  }

  @Test func amountsAndSharesMakeTheirTotal() {
    expectFindings(Self.overall(), by: Self.rules)
    expectFindings(Self.overall(share: "⟦12.85%¦error share⟧"), by: Self.rules)
    expectFindings(Self.overall(share: "18.26%"), by: Self.rules)
    expectFindings(
      Self.overall(before: "705.56").replacing("4051.68", with: "⟦4051.68¦error column-total⟧"),
      by: Self.rules)
  }

  private static func costs(_ product: String = "29.76", total: String = "94.46") -> String {
    """
    项目支出绩效目标申报表
    单位：万元
    项目名称→湿地监测→→→→
    支出明细测算→子活动→经济分类→数量→测算标准（万元）→小计（万元）
    野外监测→样地调查→差旅费→620人天→0.048→\(product)
    野外监测→样品采集→劳务费→480人天→0.05→24.00
    样品测试→水样检测→材料费→1,850个→0.022→40.70
    →合计→→→→\(total)
    一级指标→二级指标→三级指标→指标值→→
    产出指标→数量指标→监测数量→≥62个→→
    """
  }

  @Test func quantitiesTimesPricesMakeTheirProducts() {
    expectFindings(Self.costs(), by: Self.rules)
    expectFindings(Self.costs(total: "⟦94.64¦error column-total⟧"), by: Self.rules)
    let swapped = Self.costs("⟦27.96¦error row-total⟧", total: "⟦94.46¦error column-total⟧")
    expectFindings(swapped, by: Self.rules)
    // Quantities without a unit price of their own money.
    expectFindings(Self.costs("27.96", total: "92.66").replacing("测算标准（万元）", with: "测算标准（元）"), by: Self.rules)
  }

  @Test func fundsWithinFundsAreNotAddedTwice() {
    func funds(_ next: String) -> String {
      """
      项目支出绩效目标申报表
      单位：万元
      项目名称→湿地监测→→→→→
      资金来源→项目→金额→→→→
      →合计→301.85→→→→
      →1.一般公共预算财政拨款→301.85→→→→
      →其中：申请当年预算拨款→260.00→→→→
      →上年结转→41.85→→→→
      →2.单位资金→\(next)→→→→
      年度绩效目标表→一级指标→二级指标→三级指标→2025年指标值→2026年指标值→绩效标准
      →产出指标→数量指标→监测数量→58个→≥62个→计划标准
      """
    }
    expectFindings(funds("0.00"), by: Self.rules)
    expectFindings(
      funds("12.00").replacing("合计→301.85", with: "合计→⟦301.85¦error column-total⟧"), by: Self.rules)
  }
}
