import Foundation
import LintCore
import Testing

@testable import lint_rules

/// Settings for the drafts of some paths, in a run over a folder.
struct OverridesTests {
  private static let draft = """
    表1 支出总表
    单位：万元
    科目编码\t科目名称\t合计
    201\t一般公共服务支出\t10.00
    205\t教育支出\t20.00
    \t合计\t99.00

    """

  private func sandbox(_ overrides: String) throws -> Sandbox {
    var files = ["lint-rules.json5": "{ select: ['column-total'], overrides: [\(overrides)] }"]
    for number in 1...12 { files["new/\(number).md"] = Self.draft }
    for name in ["archive/a.md", "archive/深/b.md", "2019年.txt", "new/2019a.txt"] { files[name] = Self.draft }
    return try Sandbox(files)
  }

  /// The severities that are reported, by the path of the draft.
  private func severities(_ run: Program.Run) -> [String: String] {
    var found: [String: String] = [:]
    for line in run.output.split(separator: "\n") where line.contains("[column-total]") {
      let parts = line.split(separator: ":")
      found[String(parts[0])] = String(parts[3].drop { $0 == " " }.prefix { $0 != "[" })
    }
    return found
  }

  @Test(arguments: ["1", "2", "7"])
  func pathsAreJudgedByTheirOwnSettings(_ jobs: String) throws {
    let sandbox = try sandbox(
      """
      { paths: ["archive/**", "2019*.txt"], ignore: ["totals"], reason: "已归档" },
      { paths: ["new/2019a.txt", "archive/深/"], severities: { "column-total": "info" } },
      { paths: ["nowhere/**"], severities: { "column-total": "warning" } },
      """)
    let run = try Program.run(["check", "-f", "concise", "-j", jobs, "."], folder: sandbox.url)
    var expected = ["./archive/深/b.md": "信息", "./new/2019a.txt": "信息"]
    for number in 1...12 { expected["./new/\(number).md"] = "错误" }
    let found = severities(run).mapValues { $0.hasPrefix("错误") ? "错误" : $0.hasPrefix("警告") ? "警告" : "信息" }
    #expect(found == expected, "\(run.errors)\(run.output)")
    #expect(run.status == 1)
  }

  @Test(arguments: [
    ("archive", ["check", "a.md"]), ("new", ["check", "../archive/a.md"]), (".", ["check", "archive/"]),
  ])
  func pathsStartFromTheProjectWhereverTheRunStarts(_ folder: String, _ arguments: [String]) throws {
    let sandbox = try sandbox("{ paths: ['/archive'], ignore: ['column-total'], reason: '已归档' }")
    let run = try Program.run(arguments, folder: sandbox.url.appendingPathComponent(folder))
    #expect(run.status == 0, "\(run.errors)\(run.output)")
  }

  @Test(arguments: [("archive/new.md", Int32(0)), ("new/1.md", 1)])
  func standardInputHasThePathOfItsName(_ name: String, _ status: Int32) throws {
    let sandbox = try sandbox("{ paths: ['archive/'], ignore: ['column-total'], reason: '已归档' }")
    let run = try Program.run(
      ["check", "--stdin-filename", name, "-"], input: Data(Self.draft.utf8), folder: sandbox.url)
    #expect(run.status == status)
  }

  @Test func whatIsIgnoredEverywhereStaysIgnored() throws {
    let sandbox = try sandbox("{ paths: ['*'], severities: { 'column-total': 'error' } }")
    let run = try Program.run(
      ["check", "--ignore", "column-total", "archive"], folder: sandbox.url)
    #expect(run.status == 0)
  }

  @Test func aRuleThatIsOffComesBackForItsPaths() throws {
    let sandbox = try Sandbox([
      "lint-rules.json5": """
      { select: ['column-total'], severities: { 'column-total': 'off' },
        overrides: [{ paths: ['new/'], severities: { 'column-total': 'warning' } }] }
      """, "new/a.md": Self.draft, "b.md": Self.draft,
    ])
    let run = try Program.run(["check", "-f", "concise", "."], folder: sandbox.url)
    #expect(run.status == 0 && severities(run).keys.sorted() == ["./new/a.md"], "\(run.output)")
  }
}
