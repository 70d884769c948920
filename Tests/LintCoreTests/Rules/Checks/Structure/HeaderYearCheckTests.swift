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
}
