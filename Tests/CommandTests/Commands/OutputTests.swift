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

  @Test func countsAreForPeopleAndForPrograms() throws {
    let total = "表1 支出总表\n单位：万元\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t10.00\n205\t教育支出\t20.00\n\t合计\t99.00\n"
    let sandbox = try Sandbox(["a.md": total, "b.md": "说明\n"])
    let counting = ["check", "--statistics", "--select", "totals"]
    let text = try Program.run(counting + ["a.md", "b.md"], folder: sandbox.url)
    #expect(text.status == 1 && text.output.contains("    1  a.md\n") && !text.output.contains("b.md"))
    let json = try Program.run(counting + ["--format", "json", "a.md", "b.md"], folder: sandbox.url)
    let rule = try #require(
      text.output.split(separator: "\n").first?.split(separator: " ", omittingEmptySubsequences: true)
        .dropFirst().first)
    #expect(
      json.output
        == "{\"version\":1,\"rules\":{\"\(rule)\":1},\"drafts\":["
        + "{\"path\":\"a.md\",\"error\":1,\"warning\":0,\"info\":0},"
        + "{\"path\":\"b.md\",\"error\":0,\"warning\":0,\"info\":0}],"
        + "\"summary\":{\"files\":2,\"error\":1,\"warning\":0,\"info\":0}}\n")
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

  @Test(arguments: [
    "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "html",
  ])
  func everyReportNamesADraftThatCannotBeRead(_ format: String) throws {
    let sandbox = try Sandbox(["a.md": "说明\n"])
    try sandbox.write("bad.md", Data([0x89, 0x50, 0xFF]))
    let run = try Program.run(["check", "-f", format, "."], folder: sandbox.url)
    #expect(run.status == 2)
    #expect(run.output.contains("bad.md") && run.output.contains("GB18030 文本"))
    #expect(run.errors == "lint-rules: 无法读取 ./bad.md：不是 UTF-8、UTF-16 或 GB18030 文本（第 1 个字节有误）\n")
  }

  @Test(arguments: ["", "\n \t\r\n", "\u{FEFF}\n"]) func nothingToReadIsNotClean(_ text: String) throws {
    let run = try Program.run(["check", "-"], input: Data(text.utf8))
    #expect(run.status == 2 && run.errors == "lint-rules: 无法读取 标准输入：没有文字\n")
  }

  @Test(arguments: ["gitlab", "github", "rdjson", "sarif", "junit", "checkstyle"])
  func servicesAreGivenPathsFromTheWorkingFolder(_ format: String) throws {
    let text = "表1 支出总表\n单位：万元\n科目编码\t科目名称\t合计\n201\t甲\t1.00\n205\t乙\t2.00\n\t合计\t9.00\n"
    let sandbox = try Sandbox(["d/a.md": text])
    let outputs = try ["d/a.md", "./d//a.md", sandbox.url.path + "/d/./a.md"].map {
      try Program.run(["check", "--select", "totals", "-f", format, $0], folder: sandbox.url).output
    }
    #expect(outputs[0].contains("d/a.md"))
    #expect(outputs[1] == outputs[0] && outputs[2] == outputs[0])
  }

  @Test func devicesAndLinksAreWrittenToAsTheyAre() throws {
    let sandbox = try Sandbox(["a.md": "说明\n", "real.json": ""])
    try sandbox.link("r.json", to: "real.json")
    _ = try Program.run(["check", "-o", "r.json", "a.md"], folder: sandbox.url)
    #expect(
      try String(contentsOf: sandbox.url.appendingPathComponent("real.json"), encoding: .utf8).hasPrefix("{"))
    let expected = try Program.run(["check", "-f", "json", "a.md"], folder: sandbox.url).output
    for output in ["/dev/stdout", "-"] {
      let run = try Program.run(["check", "-f", "json", "-o", output, "a.md"], folder: sandbox.url)
      #expect(run.status == 0 && run.output == expected && run.errors.isEmpty)
    }
  }

  @Test func pagesOfDraftsThatAreGoneAreRemoved() throws {
    let sandbox = try Sandbox(["a.md": "说明\n", "b.md": "说明\n", "out/keep.html": ""])
    func pages() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: sandbox.url.path + "/out").count
    }
    _ = try Program.run(["check", "-o", "out/", "a.md", "b.md"], folder: sandbox.url)
    #expect(try pages() == 4)
    _ = try Program.run(["check", "-o", "out/", "a.md"], folder: sandbox.url)
    #expect(try pages() == 3)
  }
}
