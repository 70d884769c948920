import Testing

@testable import LintCore

@Suite struct RepeatedDefinitionsTests {
  private static func glossary(_ entries: [String]) -> String {
    "# 某局2024年部门决算\n\n# 名词解释\n\n" + entries.joined(separator: "\n\n") + "\n"
  }

  @Test func aStandardTermStandsOnce() {
    let basic = "基本支出：指为保障机构正常运转、完成日常工作任务而发生的支出。"
    let project = "指在基本支出之外为完成特定工作任务所发生的支出。"
    expectFindings(Self.glossary(["1.\(basic)", "2.项目支出：\(project)"]), by: ["duplicate-item"])
    expectFindings(
      Self.glossary(["1.\(basic)", "2.⟦基本支出¦warning duplicate-item⟧：\(project)"]), by: ["duplicate-item"])
    expectFindings(
      Self.glossary(["1.行政运行（项）：指行政单位的基本支出安排。", "2.行政运行（项）：指事业单位以外的行政支出安排。"]),
      by: ["duplicate-item"])
    expectFindings(
      Self.glossary(["1.\(basic)", "2.基本支出：⟦指为保障机构正常运转、完成日常工作任务而发生的支出。¦warning duplicate-item⟧"]),
      by: ["duplicate-item"])
  }
}
