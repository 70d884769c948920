import Testing

@testable import LintCore

@Suite struct FormerNamesTests {
  @Test func namesOfOldClassesAreToldInDraftsOfToday() {
    func draft(_ year: Int, _ name: String) -> String {
      "# \(year)年某局部门决算\n\n# 名词解释\n\n一、\(name)（类）：指医疗方面的支出。\n"
    }
    expectFindings(draft(2018, "医疗卫生与计划生育支出"), by: ["name-mismatch"])
    expectFindings(draft(2024, "卫生健康支出"), by: ["name-mismatch"])
    expectFindings(draft(2024, "⟦医疗卫生与计划生育支出¦warning name-mismatch⟧"), by: ["name-mismatch"])
  }
}
