import Testing

@testable import LintCore

@Suite struct FixtureTests {
  private static let linter = Linter(book: .standard)

  private func describe(_ file: Fixtures.File, _ least: Severity) -> [String] {
    let source = SourceText(file.bytes)
    return Self.linter.lint(source).findings.filter { $0.severity >= least }.map {
      "line \(source.line(at: $0.range.lower) + 1): \($0.rule): \($0.message.text(.chinese))"
    }
  }

  @Test(arguments: Fixtures.clean) func cleanDraftsHaveNoErrorsAndNoWarnings(file: Fixtures.File) {
    #expect(describe(file, .warning) == [])
  }

  @Test(arguments: Fixtures.planted) func plantedDraftsHaveErrors(file: Fixtures.File) {
    #expect(!describe(file, .error).isEmpty)
  }

  @Test(arguments: Fixtures.clean) func mostFiguresOfCleanDraftsAreCovered(file: Fixtures.File) {
    let tables = Draft(SourceText(file.bytes)).coverage()
    let figures = tables.reduce(0) { $0 + $1.figures }
    let covered = tables.reduce(0) { $0 + $1.covered }
    // A report of a few figures may hold none that add up.
    #expect(figures < 50 || covered * 10 >= figures * 9, "\(covered) of \(figures)")
  }

  @Test(arguments: Fixtures.shared.filter { $0.name.hasPrefix("000") })
  func aRealDraftWithoutMistakesHasNoErrors(file: Fixtures.File) {
    #expect(describe(file, .error) == [])
  }

  @Test(arguments: Fixtures.clean + Fixtures.shared) func theSameBytesGiveTheSameFindings(file: Fixtures.File)
  {
    #expect(describe(file, .info) == describe(file, .info))
  }
}
