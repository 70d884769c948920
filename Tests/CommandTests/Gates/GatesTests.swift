import Foundation
import Testing

@testable import lint_rules

/// Drafts with a wrong total each, for tests of what makes a run fail.
private func draft(_ total: String, title: String = "支出总表") -> String {
  """
  表1 \(title)
  单位：万元
  科目编码\t科目名称\t合计
  201\t一般公共服务支出\t10.00
  205\t教育支出\t20.00
  \t合计\t\(total)

  """
}

struct BaselineTests {
  private let options = ["--select", "totals", "--format", "concise"]

  private func check(_ sandbox: Sandbox, _ more: [String] = ["."]) throws -> Program.Run {
    try Program.run(["check", "--baseline", "lint-baseline.json"] + options + more, folder: sandbox.url)
  }

  private func create(_ sandbox: Sandbox) throws {
    let run = try Program.run(["baseline", "create", "--select", "totals", "."], folder: sandbox.url)
    #expect(run.status == 0 && run.output.isEmpty)
  }

  @Test func whatWasThereBeforeIsNotReported() throws {
    let sandbox = try Sandbox(["a.md": draft("99.00"), "sub/b.md": draft("88.00")])
    #expect(try Program.run(["check"] + options + ["."], folder: sandbox.url).status == 1)
    try create(sandbox)
    let run = try check(sandbox)
    #expect(run.status == 0 && run.output.isEmpty)
  }

  @Test func editElsewhereKeepsItAndANewMistakeIsReported() throws {
    let sandbox = try Sandbox(["a.md": draft("99.00")])
    try create(sandbox)
    let more = "新增一段说明。\n\n" + draft("99.00") + "\n" + draft("77.00", title: "收入总表")
    try sandbox.write("a.md", Data(more.utf8))
    let run = try check(sandbox)
    #expect(run.status == 1)
    #expect(run.output.contains("77.00") && !run.output.contains("99.00"))
  }

  @Test func baselineIsTheSameFromAnyFolder() throws {
    let sandbox = try Sandbox(["a.md": draft("99.00"), "sub/x": ""])
    try create(sandbox)
    let run = try Program.run(
      ["check", "--baseline", "../lint-baseline.json"] + options + ["../a.md"],
      folder: sandbox.url.appendingPathComponent("sub"))
    #expect(run.status == 0)
  }

  @Test func summarySaysWhatWasFixed() throws {
    let sandbox = try Sandbox(["a.md": draft("99.00")])
    try create(sandbox)
    try sandbox.write("a.md", Data(draft("30.00").utf8))
    let run = try Program.run(
      ["check", "--baseline", "lint-baseline.json", "--select", "totals", "a.md"], folder: sandbox.url)
    #expect(run.output.hasSuffix("基线中的 1 个已改正。\n"))
    let sarif = try check(sandbox, ["--format", "sarif", "a.md"])
    #expect(sarif.output.contains("\"properties\":{\"known\":0,\"fixed\":1}}]}"))
  }

  @Test func diffShowsBothAndPruneForgetsTheFixed() throws {
    let sandbox = try Sandbox(["a.md": draft("99.00"), "b.md": draft("88.00")])
    try create(sandbox)
    try sandbox.write("a.md", Data(draft("77.00").utf8))
    let diff = try Program.run(["baseline", "diff", "--select", "totals", "."], folder: sandbox.url)
    #expect(diff.status == 1)
    #expect(diff.output.split(separator: "\n").map { String($0.prefix(7)) } == ["- a.md:", "+ a.md:"])
    #expect(
      try Program.run(["baseline", "prune", "--select", "totals", "a.md"], folder: sandbox.url).status == 0)
    let text = try String(
      contentsOf: sandbox.url.appendingPathComponent("lint-baseline.json"), encoding: .utf8)
    #expect(!text.contains("\"a.md\"") && text.contains("\"b.md\""))
  }

  @Test func whatWasNotLookedForIsNotFixed() throws {
    let sandbox = try Sandbox(["a.md": draft("99.00")])
    try create(sandbox)
    let check = try Program.run(
      ["check", "--baseline", "lint-baseline.json", "--select", "wording", "a.md"], folder: sandbox.url)
    #expect(!check.output.contains("已改正"))
    for arguments in [["diff", "--select", "wording"], ["diff", "--ignore", "column-total"]] {
      let run = try Program.run(["baseline"] + arguments + ["."], folder: sandbox.url)
      #expect(!run.output.contains("- "))
    }
    _ = try Program.run(["baseline", "prune", "--select", "wording", "."], folder: sandbox.url)
    #expect(try entries(sandbox).contains("99.00"))
  }

  @Test func draftThatIsGoneIsForgotten() throws {
    let sandbox = try Sandbox(["a.md": draft("99.00"), "sub/b.md": draft("88.00")])
    try create(sandbox)
    try FileManager.default.removeItem(at: sandbox.url.appendingPathComponent("sub/b.md"))
    let diff = try Program.run(["baseline", "diff", "--select", "totals", "."], folder: sandbox.url)
    #expect(diff.status == 0 && diff.output.hasPrefix("- sub/b.md:"))
    _ = try Program.run(["baseline", "prune", "--select", "totals", "a.md"], folder: sandbox.url)
    let text = try entries(sandbox)
    #expect(text.contains("\"a.md\"") && !text.contains("b.md"))
  }

  private func entries(_ sandbox: Sandbox) throws -> String {
    try String(contentsOf: sandbox.url.appendingPathComponent("lint-baseline.json"), encoding: .utf8)
  }

  @Test func orderOfDraftsDoesNotMatter() throws {
    let sandbox = try Sandbox(["a.md": draft("99.00"), "b.md": draft("88.00")])
    var texts: [String] = []
    for paths in [["a.md", "b.md"], ["b.md", "a.md"]] {
      _ = try Program.run(["baseline", "create", "--baseline", "x.json"] + paths, folder: sandbox.url)
      texts.append(try String(contentsOf: sandbox.url.appendingPathComponent("x.json"), encoding: .utf8))
    }
    #expect(texts[0] == texts[1])
  }

  @Test(arguments: [
    ("{", "lint-rules: x.json:1: 不是基线文件\n"), ("{\n\"version\": 2}", "lint-rules: x.json:1: 不是基线文件\n"),
    ("{\n\n!", "lint-rules: x.json:3: 不是基线文件\n"),
  ])
  func brokenBaselineIsRefused(_ text: String, _ expected: String) throws {
    let sandbox = try Sandbox(["a.md": draft("99.00"), "x.json": text])
    let run = try Program.run(["check", "--baseline", "x.json", "a.md"], folder: sandbox.url)
    #expect(run.status == 2 && run.output.isEmpty && run.errors == expected)
  }
}

struct ThresholdTests {
  @Test(
    arguments: [
      (["--fail-on", "never"], 0), (["--fail-on", "info"], 1), (["--fail-on", "error"], 1), ([], 1),
    ] as [([String], Int32)])
  func status(_ options: [String], _ expected: Int32) throws {
    let sandbox = try Sandbox(["a.md": draft("99.00")])
    let run = try Program.run(["check", "--select", "totals"] + options + ["a.md"], folder: sandbox.url)
    #expect(run.status == expected)
  }

  @Test func tooManyWarningsFailTheRun() throws {
    let pack = "{ rules: { \"column-total\": { severity: \"warning\" } } }"
    let sandbox = try Sandbox(["a.md": draft("99.00"), "p.json5": pack])
    let options = ["check", "--rules", "p.json5", "--select", "column-total", "a.md"]
    #expect(try Program.run(options, folder: sandbox.url).status == 0)
    let run = try Program.run(options + ["--max-warnings", "0"], folder: sandbox.url)
    #expect(run.status == 1)
    #expect(run.errors == "lint-rules: 警告 1 个，多于 --max-warnings 的 0 个\n")
    #expect(try Program.run(options + ["--max-warnings", "1"], folder: sandbox.url).status == 0)
  }
}

struct GitChangesTests {
  @Test func hunksNameTheLinesOfTheNewSide() {
    let diff = """
      diff --git a/a.md b/a.md
      index 1f..2f 100644
      --- a/a.md
      +++ b/a.md
      @@ -1 +1 @@
      -x
      +y
      @@ -5,2 +5,3 @@ context
      --- a
      -b
      +++ b/text of the draft
      +@@ -1 +900 @@
      +e
      \\ No newline at end of file
      @@ -9,1 +10,0 @@
      -f
      diff --git a/gone.md b/gone.md
      index 3f..00
      --- a/gone.md
      +++ /dev/null
      @@ -1 +0,0 @@
      -g
      diff --git "a/\\346\\261\\211\\t\\".md" "b/\\346\\261\\211\\t\\".md"
      index 00..4f
      --- /dev/null
      +++ "b/\\346\\261\\211\\t\\".md"
      @@ -0,0 +1,2 @@
      +h
      +i
      diff --git a/u.txt b/u.txt
      index 5f..6f 100644
      Binary files a/u.txt and b/u.txt differ

      """
    let changes = GitDiff.changes(Array(diff.utf8))
    #expect(changes["a.md"] == GitChanges.Change(lines: [0..<1, 4..<7, 9..<11], before: "1f"))
    #expect(changes["汉\t\".md"] == GitChanges.Change(lines: nil, before: nil))
    #expect(changes["u.txt"] == GitChanges.Change(lines: nil, before: "5f"))
    #expect(changes.count == 3)
  }

  private func git(_ sandbox: Sandbox, _ arguments: String...) throws { try git(sandbox, arguments) }

  private func git(_ sandbox: Sandbox, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
      + arguments
    process.currentDirectoryURL = sandbox.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test func onlyWhatChangedLinesTakePartInIsReported() throws {
    let sandbox = try Sandbox(["a.md": draft("99.00"), "b.md": draft("88.00")])
    try git(sandbox, "init", "-q")
    try git(sandbox, "add", ".")
    try git(sandbox, "commit", "-qm", "x")
    let options = ["check", "--select", "totals", "-f", "concise", "--since", "HEAD"]
    #expect(try Program.run(options + ["."], folder: sandbox.url).status == 0)
    // A changed term brings back the total it belongs to.
    try sandbox.write("a.md", Data(draft("99.00").replacing("教育支出\t20.00", with: "教育支出\t21.00").utf8))
    try sandbox.write("new.md", Data(draft("77.00").utf8))
    let run = try Program.run(options + ["."], folder: sandbox.url)
    #expect(run.status == 1)
    #expect(run.output.contains("a.md:") && run.output.contains("new.md:") && !run.output.contains("b.md:"))
    let unknown = try Program.run(["check", "--since", "--output=x", "."], folder: sandbox.url)
    #expect(unknown.status == 2 && unknown.errors == "lint-rules: git 中没有版本“--output=x”\n")
  }

  @Test func whatADeletedLineBreaksIsReported() throws {
    let good = draft("30.00")
    let sandbox = try Sandbox(["a.md": good + "\n\n\n" + draft("88.00", title: "收入总表")])
    try git(sandbox, "init", "-q")
    try git(sandbox, "add", ".")
    try git(sandbox, "commit", "-qm", "x")
    // The total stands further down than the line after the deleted ones.
    let more = "208\t社会保障和就业支出\t0.00\n"
    let long = good.replacing("205\t教育", with: String(repeating: more, count: 3) + "205\t教育")
    try sandbox.write("a.md", Data((long + "\n\n\n" + draft("88.00", title: "收入总表")).utf8))
    try git(sandbox, "commit", "-qam", "y")
    let cut = long.replacing("201\t一般公共服务支出\t10.00\n", with: "")
    try sandbox.write("a.md", Data((cut + "\n\n\n" + draft("88.00", title: "收入总表")).utf8))
    let run = try Program.run(
      ["check", "--select", "totals", "-f", "concise", "--since", "HEAD", "."], folder: sandbox.url)
    #expect(run.status == 1)
    #expect(run.output.contains("30.00") && !run.output.contains("88.00"))
  }

  @Test func renameIsNoChangeAndTheFolderIsThatOfTheDrafts() throws {
    let sandbox = try Sandbox(["top/a.md": draft("99.00"), "x": ""])
    let top = sandbox.url.appendingPathComponent("top")
    for arguments in [["init", "-q"], ["add", "."], ["commit", "-qm", "x"], ["mv", "a.md", "b.md"]] {
      try git(sandbox, ["-C", top.path] + arguments)
    }
    let run = try Program.run(
      ["check", "--select", "totals", "--since", "HEAD", "top"], folder: sandbox.url)
    #expect(run.status == 0 && run.errors.isEmpty)
  }

  @Test func changeInOneDraftBringsBackWhatAnotherSaysOfIt() throws {
    let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples/cross-draft")
    let sandbox = try Sandbox()
    for name in ["budget-2024.txt", "budget-2025.txt"] {
      try sandbox.write(name, Data(contentsOf: examples.appendingPathComponent(name)))
    }
    try git(sandbox, "init", "-q")
    try git(sandbox, "add", ".")
    try git(sandbox, "commit", "-qm", "x")
    let options = ["check", "--cross-draft", "-f", "concise", "--since", "HEAD", "."]
    #expect(try Program.run(options, folder: sandbox.url).output.isEmpty)
    let old = try String(contentsOf: examples.appendingPathComponent("budget-2024.txt"), encoding: .utf8)
    try sandbox.write("budget-2024.txt", Data(old.replacing("145.30\t", with: "145.30 \t").utf8))
    let run = try Program.run(options, folder: sandbox.url)
    #expect(run.output.contains("budget-2025.txt:") && run.output.contains("[cross-draft]"))
  }

  @Test func outsideAWorkingTreeItIsRefused() throws {
    let sandbox = try Sandbox(["a.md": ""])
    let run = try Program.run(["check", "--since", "HEAD", "a.md"], folder: sandbox.url)
    #expect(run.status == 2 && run.errors == "lint-rules: --since 只能在 git 工作区内使用\n")
  }
}
