import Testing

@testable import LintCore

/// The same projects in two tables, and codes that go through all of them.
@Suite struct ProjectListsTests {
  private static func draft(_ figure: String, carry: String = "") -> String {
    """
    某县林业局2025年部门预算

    二十一、专项资金预算汇总表
    单位：万元
    单位（专项）名称→总计→一般公共预算→上年结转
    森林防火及应急能力建设经费→180.00→180.00→\(carry)
    林业有害生物防治经费→145.50→145.50→
    县级公益林生态效益补偿→260.00→260.00→
    林长制工作经费→48.00→48.00→
    合计→633.50→633.50→

    二十二、项目支出绩效目标表
    单位：万元
    单位代码→单位（专项）名称→资金总额→年度绩效目标→一级指标→指标值
    404001→森林防火及应急能力建设经费→\(figure)→建强扑火队伍→产出指标→≥2支
    →→→→效益指标→≤0.9‰
    404001→林业有害生物防治经费→145.50→拔除疫点→产出指标→≥3个
    404001→县级公益林生态效益补偿→260.00→兑现补偿→产出指标→≥9万亩
    404001→林长制工作经费→48.00→落实林长制→产出指标→≥12次
    """
  }

  @Test func aProjectHasTheSameMoneyInBothLists() {
    expectFindings(Self.draft("180.00"), by: ["cross-table"])
    expectFindings(Self.draft("⟦108.00¦error cross-table⟧"), by: ["cross-table"])
    expectFindings(Self.draft("⟦225.00¦warning cross-table⟧"), by: ["cross-table"])
    // One of the lists leaves out what was carried over.
    expectFindings(Self.draft("160.00", carry: "20.00"), by: ["cross-table"])
  }

  private static func tables(_ rows: [String]) -> String {
    "某县林业局2025年部门预算\n\n"
      + rows.enumerated().map { index, row in
        "第\(index + 1)类支出预算表\n单位：万元\n单位代码→单位名称→合计→基本支出→项目支出\n404001→某县林业局本级→\(index + 2).00→1.00→\(index + 1).00\n\(row)→5.00→2.00→3.00\n\n"
      }.joined()
  }

  @Test func aUnitKeepsItsNameUnderItsCode() {
    let right = "404002→某县国有大垣山林场"
    expectFindings(Self.tables([right, right, right]), by: ["name-mismatch"])
    expectFindings(
      Self.tables([right, "404002→⟦某县国有大恒山林场¦warning name-mismatch⟧", right]), by: ["name-mismatch"])
    // A short form, a project below the unit's code, two tables of another name.
    expectFindings(Self.tables([right, "404002→大垣山林场", right]), by: ["name-mismatch"])
    expectFindings(Self.tables([right, "404002→林场管护经费", right]), by: ["name-mismatch"])
    expectFindings(Self.tables([right, "404002→某县国有青山林场", "404002→某县国有青山林场", right]), by: ["name-mismatch"])
  }

  private static func coded(_ codes: [String]) -> String {
    "某县林业局2025年部门预算\n\n"
      + codes.enumerated().map { index, code in
        "第\(index + 1)类支出预算表\n单位：万元\n科目编码→科目名称→合计\n213→农林水支出→\(index + 5).00\n21302→林业和草原→\(index + 5).00\n\(code)→\(index + 5).00\n合计→→\(index + 5).00\n\n"
      }.joined()
  }

  @Test func anItemKeepsItsCode() {
    let right = "2130209→森林生态效益补偿"
    expectFindings(Self.coded([right, right, right]), by: ["code-name"])
    expectFindings(Self.coded([right, right, "2130290→⟦森林生态效益补偿¦warning code-name⟧"]), by: ["code-name"])
  }

  /// One character that differs from two other tables is a slip; from one, it may be how the page was read.
  @Test func aCodeKeepsItsName() {
    let right = "2130209→森林生态效益补偿"
    let wrong = "2130209→⟦森林生态效益补尝¦warning code-name⟧"
    expectFindings(Self.coded([right, right, wrong]), by: ["code-name"])
    expectFindings(Self.coded([right, "2130209→森林生态效益补尝"]), by: ["code-name"])
    let joined = "2130209→森林和生态补偿"
    expectFindings(Self.coded([joined, joined, "2130209→森林及生态补偿"]), by: ["code-name"])
  }
}
