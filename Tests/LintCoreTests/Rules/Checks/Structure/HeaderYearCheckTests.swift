import Testing

@testable import LintCore

@Suite struct HeaderYearCheckTests {
  private static func draft(_ heads: [String]) -> String {
    "# 2024年某局部门预算\n\n"
      + heads.enumerated().map { index, head in
        "第\(index + 1)类支出预算表\n\n单位：万元\n\n项目→\(head)\n支出→\(index + 1).00\n合计→\(index + 1).00\n\n"
      }.joined()
  }

  @Test(arguments: [
    ["2024年预算数", "2024年预算数", "2024年预算数"], ["2024年预算数", "2024年预算数", "2023年预算数→2024年预算数"],
    ["2024年预算数", "2024年预算数", "2023年执行数"], ["2024年预算数", "2023年预算数", "2023年预算数"],
  ])
  func headsOfTheYearAndComparisonsAreSilent(heads: [String]) {
    expectFindings(Self.draft(heads), by: ["year"])
  }

  @Test func theOneTableOfLastYearIsTold() {
    expectFindings(
      Self.draft(["2024年预算数", "2024年预算数", "⟦2023¦error year⟧年预算数"]), by: ["year"])
  }

  @Test func theSidesOfATableAreOfOneYear() {
    func draft(_ left: String, _ right: String) -> String {
      Self.draft(["2024年预算", "2024年预算", "2024年预算"])
        + "收支预算总表\n\n单位：万元\n\n收入→\(left)→支出→\(right)\n拨款→3.00→教育支出→2.00\n其他收入→→医疗支出→1.00\n收入总计→3.00→支出总计→3.00\n"
    }
    expectFindings(draft("2024年预算", "2024年预算"), by: ["year"])
    expectFindings(draft("⟦2023¦error year⟧年预算", "2024年预算"), by: ["year"])
  }

  /// 单位：某局  2023年度  金额单位：万元 above one table of six.
  @Test func theLineAboveATableNamesTheYearOfAllOthers() {
    func draft(_ years: [String]) -> String {
      "# 某县某局2024年度部门决算\n\n"
        + years.enumerated().map { index, year in
          "第\(index + 1)类支出决算表\n单位：某县某局→→\(year)→→金额单位：万元\n项目→金额→其中→基本→项目\n支出→\(index + 1).00→→→\n\n"
        }.joined()
    }
    let right = [String](repeating: "2024年度", count: 6)
    expectFindings(draft(right), by: ["year"])
    expectFindings(draft(right.dropLast() + ["⟦2023¦error year⟧年度"]), by: ["year"])
    // Two tables may be of last year.
    expectFindings(draft(right.dropLast(2) + ["2023年度", "2023年度"]), by: ["year"])
  }

  /// 部门：某局　2024年度　单位：元 in a line of text.
  @Test func theYearMayStandBetweenTheNameAndTheUnit() {
    func draft(_ years: [String]) -> String {
      "# 2024年某局部门决算\n\n"
        + years.enumerated().map { index, year in
          "第\(index + 1)类支出决算表\n\n部门：某局　\(year)　金额单位：元\n\n项目→决算数\n支出→\(index + 1).00\n合计→\(index + 1).00\n\n"
        }.joined()
    }
    let right = [String](repeating: "2024年度", count: 6)
    expectFindings(draft(right), by: ["year"])
    expectFindings(draft(right.dropLast() + ["⟦2023¦error year⟧年度"]), by: ["year"])
  }

  @Test(arguments: [
    ["2023年预算数→2024年预算数", "2023年预算数→2024年预算数", "2023年预算数→2024年预算数"],
    ["2023年预算数→2024年预算数", "⟦2022¦warning year⟧年预算数→2024年预算数", "2024年预算数→增减"],
    ["2023年预算数→2024年预算数", "2023年预算数→2024年预算数", "2024年预算数→⟦2022¦error year⟧年预算数"],
    // Two tables compare so, or one with three years.
    ["2023年预算数→2024年预算数", "2022年预算数→2024年预算数", "2022年预算数→2024年预算数"],
    ["2023年预算数→2024年预算数", "2023年预算数→2024年预算数", "2022年预算数→2023年预算数→2024年预算数"],
  ])
  func allTablesCompareWithOneYear(heads: [String]) {
    expectFindings(Self.draft(heads), by: ["year"])
  }

  /// 2025年预算数 | 增减 | 2024年预算数, the first with the other's year.
  @Test func twoColumnsAreNotOfTheSameYear() {
    let right = [String](repeating: "2024年预算数→增减→2023年预算数", count: 2)
    expectFindings(
      Self.draft(right + ["2023年预算数→增减→⟦2023¦warning year⟧年预算数"]), by: ["year"])
  }

  @Test func theNotesBelowTheTablesAreOfOneYear() {
    func draft(_ years: [String]) -> String {
      "# 2024年某局部门预算\n\n"
        + years.enumerated().map { index, year in
          "第\(index + 1)类支出预算表\n\n单位：万元\n\n项目→2024年预算数\n支出→\(index + 1).00\n合计→\(index + 1).00\n\n备注：本表反映\(year)年当年支出情况。\n\n"
        }.joined()
    }
    expectFindings(draft(["2024", "2024", "2024"]), by: ["year"])
    expectFindings(draft(["2024", "⟦2023¦error year⟧", "2024"]), by: ["year"])
    expectFindings(draft(["2024", "2023", "2023"]), by: ["year"])
  }
}
