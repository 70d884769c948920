import Foundation
import Testing

@Suite struct CrossDraftCommandTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples/cross-draft")

  private func check(_ more: String...) throws -> Program.Run {
    try Program.run(["check", "--no-config", "--fail-on", "warning"] + more + ["."], folder: Self.folder)
  }

  @Test func exampleHasItsFourMistakesAndNoOthers() throws {
    let run = try check("--cross-draft", "--format", "concise")
    let places = run.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    #expect(
      places == [
        "./budget-2025.txt:34:14:", "./budget-2025.txt:35:13:", "./budget-2025.txt:45:25:",
        "./final-accounts-2024.txt:48:34:",
      ])
    #expect(run.status == 1)
  }

  @Test func nothingIsComparedUnlessAskedFor() throws { #expect(try check().status == 0) }

  @Test func namingTheRuleAsksForIt() throws {
    #expect(try check("--select", "cross-draft").status == 1)
    #expect(try check("--cross-draft", "--ignore", "cross-draft").status == 0)
  }

  @Test(arguments: [
    "text", "concise", "json", "sarif", "github", "gitlab", "rdjson", "junit", "checkstyle", "html",
  ])
  func reportsNameBothDraftsWhateverTheNumberOfJobs(_ format: String) throws {
    let one = try check("--cross-draft", "--format", format, "--jobs", "1")
    #expect(one.output.contains("budget-2024.txt") && one.output.contains("final-accounts-2024.txt"))
    #expect(try check("--cross-draft", "--format", format, "--jobs", "4").output == one.output)
  }

  @Test func placeInTheOtherDraftHasItsPathAndRange() throws {
    let run = try check("--cross-draft", "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let files = try #require(json["files"] as? [[String: Any]])
    let findings = try #require(files.last?["findings"] as? [[String: Any]])
    let related = try #require(findings.first?["related"] as? [[String: Any]])
    #expect(related.first?["path"] as? String == "./budget-2024.txt")
    let range = try #require(related.first?["range"] as? [String: [String: Int]])
    #expect(range["start"] == ["line": 33, "column": 21])
    #expect(range["end"] == ["line": 33, "column": 27])
  }

  @Test func projectFileAndBaselineKnowIt() throws {
    let sandbox = try Sandbox(["lint-rules.json5": "{ crossDraft: true, failOn: \"warning\" }"])
    for name in ["budget-2024.txt", "budget-2025.txt"] {
      try sandbox.write(name, Data(contentsOf: Self.folder.appendingPathComponent(name)))
    }
    #expect(try Program.run(["check", "."], folder: sandbox.url).status == 1)
    #expect(try Program.run(["baseline", "create", "."], folder: sandbox.url).status == 0)
    let run = try Program.run(["check", "--baseline", "lint-baseline.json", "."], folder: sandbox.url)
    #expect(run.status == 0)
    #expect(run.output.contains("3"))
  }

  @Test func standardInputTakesPart() throws {
    let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples/cross-draft")
    let input = try Data(contentsOf: examples.appendingPathComponent("budget-2025.txt"))
    let run = try Program.run(
      ["check", "--cross-draft", "--stdin-filename", "new.txt", "-f", "concise", "-", "budget-2024.txt"],
      input: input, folder: examples)
    #expect(run.output.contains("new.txt:") && run.output.contains("[cross-draft]"))
  }
}
