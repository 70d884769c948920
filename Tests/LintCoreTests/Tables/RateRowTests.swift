import Testing

@testable import LintCore

/// Rates in rows and columns, and the sums that names alone decide.
@Suite struct RateRowTests {
  private static let rules: Set<String> = [
    "growth-rate", "completion-rate", "share", "hierarchy-total", "column-total",
  ]

  private static func comparison(_ cars: String, abroad: String = "-86.67") -> String {
    """
    2016年三公经费对比表
    单位：万元
    年度→合计→因公出国（境）经费→公务接待费→公务用车费
    2015年→2840.00→90.00→1400.00→1350.00
    2016年→2364.00→12.00→1356.00→996.00
    2016年比2015年增减%→-16.76→\(abroad)→-3.14→\(cars)
    """
  }

  @Test func aRowOfRatesComparesTheRowsAbove() {
    expectFindings(Self.comparison("-26.22"), by: Self.rules)
    expectFindings(Self.comparison("⟦-20.24¦error growth-rate⟧"), by: Self.rules)
  }

  @Test func aRowOfRatesThatFewColumnsBearOutAccusesNobody() {
    expectFindings(Self.comparison("-20.24", abroad: "-80.00"), by: Self.rules)
  }

  @Test(arguments: [
    ("100.00", nil), ("100", nil), ("—", nil), ("99.99", nil), ("010.00", "share"), ("10.00", "share"),
  ])
  func theShareOfTheTotalIsAll(share: String, rule: String?) {
    let marked = rule.map { "⟦\(share)¦error \($0)⟧" } ?? share
    expectFindings(
      """
      各单位支出情况表
      单位：万元
      单位→支出金额→占比（%）
      甲中心→20.32→40.64
      乙中心→15.81→31.62
      丙中心→13.87→27.74
      合计→50.00→\(marked)
      """, by: Self.rules)
  }

  private static func budget(_ basic: String) -> String {
    """
    收支预算总表
    单位：万元
    项目→预算数
    一、基本支出→\(basic)
    其中：人员经费→882.21
    日常公用经费→86.49
    二、项目支出→349.00
    本年支出合计→1317.70
    """
  }

  @Test func staffAndOfficeMakeBasicExpenditure() {
    expectFindings(Self.budget("968.70"), by: Self.rules)
    #expect(
      !RuleSample(Self.budget("961.70").replacing("→", with: "\t")).findings(
        "hierarchy-total", "column-total"
      ).isEmpty)
  }
}
