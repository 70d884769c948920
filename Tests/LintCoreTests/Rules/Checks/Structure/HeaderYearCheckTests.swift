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
}
