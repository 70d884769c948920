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

  /// Without its fixtures, no test of them would fail.
  @Test func theFixturesAreThere() {
    #expect(Fixtures.clean.count >= 18)
    #expect(Fixtures.planted.count >= 10)
  }

  /// The planted mistakes of a severity that no finding speaks of, how many there are, and how many findings.
  private func missed(_ severity: String, in file: Fixtures.File) -> (
    missed: [String], of: Int, findings: Int
  ) {
    let source = SourceText(file.bytes)
    let findings = Self.linter.lint(source).findings.filter { $0.severity >= .warning }
    let places = findings.flatMap { [$0.range] + $0.related.map(\.range) }
    let lines = Set(places.map { source.line(at: $0.lower) + 1 })
    let mistakes = Fixtures.mistakes(in: file).filter { $0.severity == severity }
    let missed = mistakes.filter { !$0.lines.contains(where: lines.contains) }
    return (
      missed.map { "\(file.name):\($0.lines.lowerBound): \($0.category)" }, mistakes.count, findings.count
    )
  }

  @Test(arguments: Fixtures.planted) func plantedErrorsAreFound(file: Fixtures.File) {
    let errors = missed("error", in: file)
    #expect(errors.of > 0)
    #expect(errors.missed == [])
    // What is found is no more than what was planted, told of in a few places at most.
    #expect(errors.findings <= 3 * (errors.of + missed("warning", in: file).of))
  }

  @Test func nineOfTenPlantedWarningsAreFound() {
    let warnings = Fixtures.planted.map { missed("warning", in: $0) }
    let unseen = warnings.flatMap(\.missed)
    #expect(unseen.count * 10 <= warnings.reduce(0) { $0 + $1.of }, "\(unseen)")
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
}
