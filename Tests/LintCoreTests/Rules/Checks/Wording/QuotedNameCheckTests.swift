import Testing

@testable import LintCore

@Suite struct QuotedNameCheckTests {
  private static let rules: Set<String> = ["name-mismatch", "template-wording"]

  @Test(arguments: [
    "建设公共服务平台“智慧江城云”并推广。建设公共服务平台“智慧江城云”并推广。",
    "推出“乡村好戏台”“乡村好课堂”“乡村好市集”三项活动。",
    "实施全区公共服务“十三五行动”规划，实施全区公共服务“十四五行动”规划。",
    "开展了全县的“清洁河道月”活动，又开展了各镇的“清洁河岸月”活动。",
  ])
  func namesThatAreMeantAreSilent(text: String) {
    expectFindings(text + "\n", by: Self.rules)
  }

  @Test func oneNameInTwoFormsIsTold() {
    expectFindings(
      """
      对公共服务平台“智慧江城云”进行升级，保障公共服务平台“智慧江城云”进行演练。

      对公共服务平台“⟦智能江城云¦warning name-mismatch⟧”进行维护。

      ⟦智能江城云¦warning name-mismatch⟧运行正常。
      """, by: Self.rules)
  }

  @Test func blankNamesAndInstructionsAreTold() {
    expectFindings("承办⟦××县¦warning template-wording⟧政府交办的事项。\n", by: Self.rules)
    expectFindings("接待80批次。（⟦请在此处¦warning template-wording⟧说明接待情况）\n", by: Self.rules)
  }

  @Test func aWordAcrossALineIsToldWithoutTheBreak() {
    let found = findings(Array("增加原因主要\n是是接待上级有关部门来本单位监督检查。\n".utf8), by: ["typo"])
    #expect(found.first?.message.text(.chinese).contains("主要是是") == true)
  }
}
