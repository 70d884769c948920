import Testing

@testable import LintCore

@Suite struct ConcurrentLintTests {
  private static let linter = Linter(book: .standard)

  private func describe(_ result: LintResult) -> [String] {
    [result.profile ?? "", "\(result.draft.tables.count) tables"]
      + result.findings.map { finding in
        let related = finding.related.map { "\($0.range) \($0.message.text(.english))" }
        let fixes = finding.fixes.map { "\($0.title.text(.english)) \($0.edits.map(\.range))" }
        return
          "\(finding.rule) \(finding.severity) \(finding.range) \(finding.message.text(.english)) \(related) \(fixes)"
      }
  }

  @Test(arguments: Fixtures.clean + Fixtures.planted) func twoThreadsFindWhatOneFinds(file: Fixtures.File)
    async
  {
    let source = SourceText(file.bytes)
    #expect(await describe(Self.linter.lintConcurrently(source)) == describe(Self.linter.lint(source)))
  }

  @Test func twoThreadsFindWhatOneFindsInALargeDraft() async {
    let source = SourceText(Fixtures.planted.flatMap(\.bytes) + Fixtures.clean.flatMap(\.bytes))
    let expected = describe(Self.linter.lint(source))
    for _ in 0..<4 { #expect(await describe(Self.linter.lintConcurrently(source)) == expected) }
  }

  @Test func emptyTextsAreReadOnTwoThreads() async {
    for text in ["", "\n", "一、标题\n", "a\tb\n1\t2\n"] {
      let source = SourceText(Array(text.utf8))
      #expect(await describe(Self.linter.lintConcurrently(source)) == describe(Self.linter.lint(source)))
    }
  }

  @Test func aCheckThatIsCancelledStops() async {
    let source = SourceText(Fixtures.planted.flatMap(\.bytes))
    let findings = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await Self.linter.lintConcurrently(source).findings
    }.value
    #expect(findings.isEmpty)
    #expect(await !Self.linter.lintConcurrently(source).findings.isEmpty)
  }

  @Test func optionsHoldOnTwoThreads() async throws {
    let file = try #require(Fixtures.planted.first)
    let source = SourceText(file.bytes)
    var options = LintOptions()
    options.select = ["totals"]
    options.severities = ["column-total": .info]
    #expect(
      await describe(Self.linter.lintConcurrently(source, options: options))
        == describe(Self.linter.lint(source, options: options)))
  }

  /// A companion who never comes.
  private struct Absent: LintCompanion {
    func offer(_ work: @escaping @Sendable () -> Void) {}
    func finish(within patience: Duration) -> Bool { true }
  }

  /// A companion who has done everything before the first thread begins.
  private struct Eager: LintCompanion {
    func offer(_ work: @escaping @Sendable () -> Void) { work() }
    func finish(within patience: Duration) -> Bool { true }
  }

  /// A companion who is still at work, or has not begun, when nobody waits for him any longer.
  private struct Slow: LintCompanion {
    func offer(_ work: @escaping @Sendable () -> Void) { Task.detached { work() } }
    func finish(within patience: Duration) -> Bool { false }
  }

  @Test(arguments: Fixtures.planted) func companionsFindWhatOneThreadFinds(file: Fixtures.File) {
    let source = SourceText(file.bytes)
    let expected = describe(Self.linter.lint(source))
    #expect(describe(Self.linter.lint(source, with: Absent())) == expected)
    #expect(describe(Self.linter.lint(source, with: Eager())) == expected)
    #expect(describe(Self.linter.lint(source, with: Slow())) == expected)
  }
}
