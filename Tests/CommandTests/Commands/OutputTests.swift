import Foundation
import LintCore
import Testing

@testable import lint_rules

struct OutputTests {
  private func targets(_ line: String) throws -> [String] {
    let arguments = line.split(separator: " ").map { Argument(bytes: Array($0.utf8)) }
    return try ReportTarget.all(ArgumentParser.parse(arguments)).map {
      "\($0.report.name)>\($0.path?.text ?? "-")"
    }
  }

  @Test(arguments: [
    ("check x", ["text>-"]), ("check -f json x", ["json>-"]),
    ("check -o r.sarif x", ["sarif>r.sarif", "text>-"]),
    ("check -f junit -o r.txt x", ["junit>r.txt"]),
    ("check -f junit -o r.txt -f json x", ["junit>r.txt", "json>-"]),
    ("check -o a.json -o b.XML x", ["json>a.json", "junit>b.XML", "text>-"]),
  ])
  func reportsGoWhereTheyAreSent(_ line: String, _ expected: [String]) throws {
    #expect(try targets(line) == expected)
  }

  @Test func unknownEndingIsRefused() {
    #expect(throws: ArgumentError.self) { try targets("check -o r.pdf x") }
  }

  @Test func oneRunWritesSeveralReports() throws {
    let sandbox = try Sandbox(["a.md": "说明\n", "r.sarif": "old"])
    let run = try Program.run(
      ["check", "-o", "r.sarif", "-o", "r.json", "-f", "concise", "a.md"], folder: sandbox.url)
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
    #expect(
      try String(contentsOf: sandbox.url.appendingPathComponent("r.sarif"), encoding: .utf8).hasPrefix(
        "{\"$schema\""))
    #expect(
      try String(contentsOf: sandbox.url.appendingPathComponent("r.json"), encoding: .utf8).hasSuffix("}\n"))
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.url.path).sorted()
    #expect(names == ["a.md", "r.json", "r.sarif"])
  }

  @Test func targetThatCannotBeWrittenIsOneLine() throws {
    let sandbox = try Sandbox(["a.md": "说明\n"])
    let run = try Program.run(["check", "-o", "missing/r.json", "a.md"], folder: sandbox.url)
    #expect(run.status == 2)
    #expect(run.errors == "lint-rules: 无法写出结果：missing/r.json：没有这个文件或文件夹\n")
  }

  @Test(arguments: [["-o", "a.md", "a.md"], ["-o", "./a.md", "."], ["-o", "link.md", "sub/../a.md"]])
  func draftIsNotOverwrittenByItsReport(_ arguments: [String]) throws {
    let sandbox = try Sandbox(["a.md": "说明\n", "sub/x": ""])
    try sandbox.link("link.md", to: "a.md")
    let run = try Program.run(["check"] + arguments, folder: sandbox.url)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("本身在要检查的草稿之中"))
    #expect(try String(contentsOf: sandbox.url.appendingPathComponent("a.md"), encoding: .utf8) == "说明\n")
    let baseline = try Program.run(["baseline", "create", "--baseline", "a.md", "a.md"], folder: sandbox.url)
    #expect(baseline.status == 2)
    #expect(try String(contentsOf: sandbox.url.appendingPathComponent("a.md"), encoding: .utf8) == "说明\n")
  }

  @Test func reportAmongTheDraftsCanBeLeftOut() throws {
    let sandbox = try Sandbox(["a.md": "说明\n", "r.md": "old\n"])
    let run = try Program.run(["check", "--exclude", "r.md", "-o", "r.md", "."], folder: sandbox.url)
    #expect(run.status == 0 && run.errors.isEmpty)
  }

  @Test func twoReportsInOneFileAreRefused() throws {
    let sandbox = try Sandbox(["a.md": "说明\n"])
    let run = try Program.run(
      ["check", "-o", "r.json", "-f", "sarif", "-o", "./r.json", "a.md"], folder: sandbox.url)
    #expect(run.status == 2 && run.errors == "lint-rules: 两份结果不能写入同一个文件 ./r.json\n")
  }
}
