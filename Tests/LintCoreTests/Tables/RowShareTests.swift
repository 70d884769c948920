import Testing

@testable import LintCore

/// Rates whose whole stands in their own row or in that of the year before, choices of all rows, codes in parts.
@Suite struct RowShareTests {
  @Test func aShareMayBeOfItsOwnRow() {
    let rows = "局机关→9→8→88.9\n执法大队→15→1→6.7\n服务中心→5→1→20.0\n"
    expectFindings("人员情况表\n单位→实有数→其中：35岁以下→占比（%）\n\(rows)合计→29→10→34.5\n")
    // The whole of a column of shares is 100 %.
    expectFindings(
      "人员情况表\n单位→实有数→占比（%）\n局机关→10→50.0\n执法大队→6→30.0\n服务中心→4→⟦25.0¦error share⟧\n合计→20→100.0\n")
  }

  @Test func whatWasAddedIsAPartOfTheYearBefore() {
    func table(_ last: String) -> String {
      """
      历年支出情况表
      单位：万元
      年度→支出合计→比上年增减→增长率
      2021年→1818.35→-1.65→-0.09%
      2022年→1813.29→-5.06→-0.28%
      2023年→1839.00→25.71→\(last)
      """
    }
    expectFindings(table("1.42%"))
  }

  @Test func aChoiceAtTheEndMayBeOfTheTotalAbove() {
    func table(_ last: String, _ memo: String) -> String {
      "政府采购预算表\n单位：万元\n项目→金额\n合计→60.00\n货物→40.00\n工程→\(last)\n其中：面向中小企业采购→\(memo)\n"
    }
    let rules = arithmeticRules.union(["of-which"])
    expectFindings(table("10.00\n服务→10.00", "40.00"), by: rules)
    expectFindings(table("20.00\n服务→", "40.00"), by: rules)
    expectFindings(table("10.00\n服务→10.00", "⟦70.00¦error of-which⟧"), by: rules)
  }

  @Test func aChoiceRightBeforeTheTotalMayBeOfIt() {
    func table(_ memo: String) -> String {
      """
      项目支出预算表
      单位：万元
      项目→合计→一般公共预算→政府性基金
      防汛经费→155.00→120.00→35.00
      水利前期工作→229.00→229.00→
      办公设备购置→40.00→20.00→20.00
      其中：\(memo)
      合计→424.00→369.00→55.00
      """
    }
    let rules: Set<String> = ["of-which"]
    expectFindings(table("财政拨款→404.00→369.00→35.00"), by: rules)
    expectFindings(table("专用设备→⟦404.00¦error of-which⟧→20.00→20.00"), by: rules)
    expectFindings(table("专用设备→40.00→⟦24.00¦error of-which⟧→16.00"), by: rules)
  }

  @Test func aChoiceAloneIsNoSum() {
    expectFindings("三公经费表\n项目→金额\n（1）国内接待费→0.02\n其中：外事接待费→0.01\n（2）国（境）外接待费→0.00\n")
  }

  @Test func theCodesOfARowGoOnWithThoseAbove() {
    func table(_ sum: String) -> String {
      """
      支出预算表
      单位：万元
      科目编码→→→科目名称→合计→基本支出→项目支出
      类→款→项→→→→
      201→→→一般公共服务支出→\(sum)→100.00→718.13
      →06→→财政事务→818.13→100.00→718.13
      →→99→其他财政事务支出→818.13→100.00→718.13
      210→→→卫生健康支出→832.93→818.13→14.80
      →11→→行政事业单位医疗→832.93→818.13→14.80
      →→01→行政单位医疗→818.13→818.13→
      →→02→事业单位医疗→14.80→→14.80
      →→→合计→1651.06→918.13→732.93
      """
    }
    let draft = draft(table("818.13"))
    #expect(
      draft.tables[0].sides[0].rows.map(\.code) == [
        201, 20106, 201_0699, 210, 21011, 210_1101, 210_1102, nil,
      ])
    expectFindings(table("818.13"))
    expectFindings(
      table("⟦818.31¦error hierarchy-total⟧").replacing("→818.31→100.00", with: "→818.31→100.00"))
  }

  /// The rows of 21011 have lost a cell: what 210 is the sum of is not known.
  @Test func aRowWithALostCellLeavesTheSumOpen() {
    expectFindings(
      """
      支出决算表
      科目代码→科目名称→本年支出合计→基本支出→项目支出
      201→一般公共服务支出→5.00→4.00→1.00
      20101→人大事务→5.00→4.00→1.00
      210→卫生健康支出→47.31→32.01→15.30
      21007→计划生育事务→15.30→→15.30
      2100717→计划生育服务→15.30→→15.30
      21011→行政事业单位医疗→32.01→32.01
      2101101→行政单位医疗→32.01→32.01
      212→城乡社区支出→28.35→→28.35
      21205→城乡社区环境卫生→28.35→→28.35
      """)
  }
}
