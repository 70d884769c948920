import Testing

@testable import LintCore

@Suite struct StructureFixTests {
  private func lint(_ text: String, _ rules: Set<String> = []) -> LintResult {
    var options = LintOptions()
    options.select = rules
    return Linter(book: .standard).lint(SourceText(Array(text.utf8)), options: options)
  }

  /// The draft after the fixes of a kind were made.
  private func mended(_ result: LintResult, _ safety: Fix.Safety) -> String {
    var bytes = result.draft.source.bytes
    let edits = result.findings.compactMap { $0.fixes.first { $0.safety == safety } }.flatMap(\.edits)
    for edit in edits.sorted(by: { $0.range > $1.range }) {
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func aNoteIsWordedAsTheOthers() {
    var sample = BudgetSample()
    sample.notes[8] = "注：本表为空表"
    sample.notes[7] = nil
    sample.statements[5].text = "2024年没有使用政府性基金预算安排的支出。"
    let text = mended(lint(sample.text, ["empty-table-note"]), .safe)
    #expect(text.components("注：本表为空表") == 2)
    #expect(lint(text, ["empty-table-note"]).findings.isEmpty)
  }

  @Test(arguments: BudgetSample().statements.indices) func aFrameMendsAMissingStatement(index: Int) {
    var sample = BudgetSample()
    sample.statements.remove(at: index)
    let rules: Set = ["missing-section", "numbering", "toc-mismatch"]
    let before = lint(sample.text, rules)
    guard before.findings.first?.severity != .info else { return }
    #expect(lint(mended(before, .review), rules).findings.isEmpty)
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7]) func aFrameMendsAMissingTable(index: Int) {
    var sample = BudgetSample()
    sample.contents = BudgetSample.listing(sample.tables.map(\.title))
    sample.tables[index].rows = ""
    sample.notes[index] = nil
    let rules: Set = ["missing-table", "toc-mismatch", "empty-table-note"]
    let before = lint(sample.text, rules)
    #expect(before.findings.count == 1)
    #expect(lint(mended(before, .review), rules).findings.isEmpty)
  }

  @Test func anEntryTakesTheWordsOfTheBody() {
    var sample = BudgetSample()
    sample.contents = BudgetSample.listing(sample.tables.map(\.title))
    sample.contents[7] = "六、2024年一般公共预算基本支处表"
    let before = lint(sample.text, ["toc-mismatch"])
    #expect(lint(mended(before, .review), ["toc-mismatch"]).findings.isEmpty)
  }

  /// After what is safe was mended, nothing else is reported than before, and nothing that was safe is left.
  @Test(arguments: Fixtures.planted) func safeFixesLeaveNothingBehind(file: Fixtures.File) {
    let before = lint(String(decoding: file.bytes, as: UTF8.self))
    let after = lint(mended(before, .safe))
    func left(_ result: LintResult) -> [String] {
      result.findings.filter { finding in !finding.fixes.contains { $0.safety == .safe } }
        .map { "\($0.rule) \($0.severity.name) \($0.message.text(.english))" }.sorted()
    }
    #expect(left(after) == left(before))
    #expect(!after.findings.contains { $0.fixes.contains { $0.safety == .safe } })
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(_ part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
