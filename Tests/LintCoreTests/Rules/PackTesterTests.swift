import Testing

@testable import LintCore

@Suite struct PackTesterTests {
  @Test func everyExampleOfTheBuiltInRulesBehavesAsItSays() {
    let failures = PackTester.run(.standard).map { "\($0.rule) \($0.example): \($0.message.text(.english))" }
    #expect(failures == [])
  }

  @Test func anExampleThatDoesNotBehaveIsReported() {
    let (book, problems) = load(
      """
      {rules: {roughly: {kind: 'phrase', title: '不写“大约”', find: ['大约'], examples: [
        {bad: '收入⟦大约⟧120万元。', good: '收入约120万元。'},
        {bad: '收入⟦约⟧120万元，支出大约1万元。', good: '支出大约1万元。'},
      ]}}}
      """)
    #expect(problems.isEmpty)
    let failures = PackTester.run(book, packs: ["test.json5"])
    #expect(failures.map(\.example) == [2, 2, 2])
    #expect(failures.allSatisfy { $0.rule == "roughly" })
  }
}
