import Foundation
import Testing

@testable import LintCore

@Suite struct PackGuideTests {
  /// The packs in the code blocks of the guide.
  private static func packs() throws -> [String] {
    let guide = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "rules.d/README.md")
    return try String(contentsOf: guide, encoding: .utf8).components(separatedBy: "```json5\n").dropFirst()
      .map { $0.components(separatedBy: "\n```")[0] }
  }

  @Test func everyPackOfTheGuideLoads() throws {
    let packs = try Self.packs()
    #expect(!packs.isEmpty)
    for pack in packs {
      let (book, problems) = load(pack)
      #expect(problems.map { "\($0.line):\($0.column) \($0.message.text(.english))" } == [])
      #expect(PackTester.run(book, packs: ["test.json5"]).map(\.message) == [])
    }
  }

  @Test func theTableOfTheGuideIsAskedFor() throws {
    let (book, _) = load(try Self.packs()[0])
    var sample = BudgetSample()
    #expect(missing(sample, book).contains { $0.contains("政府债务情况表") })
    sample.tables.append(("2024年债务情况表", "项目\t年末数\n债务余额\t10.00"))
    #expect(!missing(sample, book).contains { $0.contains("政府债务情况表") })
  }

  @Test func theFormulaOfTheGuideIsChecked() throws {
    let (book, _) = load(try Self.packs()[0])
    var sample = BudgetSample()
    sample.tables.append(("2024年债务情况表", "项目\t年末数\n债务余额\t90.00\n专项债务\t10.00"))
    var options = LintOptions()
    options.select = ["cross-table"]
    let findings = Linter(book: book).lint(SourceText(Array(sample.text.utf8)), options: options).findings
    #expect(findings.count == 1)
    #expect(findings.first?.severity == .warning)
  }

  private func missing(_ sample: BudgetSample, _ book: RuleBook) -> [String] {
    var options = LintOptions()
    options.select = ["missing-table"]
    return Linter(book: book).lint(SourceText(Array(sample.text.utf8)), options: options).findings
      .map { $0.message.text(.chinese) }
  }
}
