import Foundation
import LintCore
import Testing

@testable import lint_rules

struct FixingTests {
  private static let draft = """
    表1 支出总表
    单位：万元
    科目编码\t科目名称\t合计
    201\t一般公共服务支出\t10.00
    205\t教育支出\t20.00
    \t合计\t99.00

    """
  private static let fixed = draft.replacing("99.00", with: "30.00")
  private static let options = ["check", "--select", "column-total"]

  private func run(_ options: [String], _ data: Data = Data(draft.utf8)) throws -> (Program.Run, Data) {
    let sandbox = try Sandbox()
    try sandbox.write("a.md", data)
    let run = try Program.run(Self.options + options + ["a.md"], folder: sandbox.url)
    return (run, try Data(contentsOf: sandbox.url.appendingPathComponent("a.md")))
  }

  @Test func fixForReviewIsNotMadeUnlessItIsNamed() throws {
    let (run, data) = try run(["--fix"])
    #expect(run.status == 1 && data == Data(Self.draft.utf8))
  }

  @Test(arguments: ["column-total", "column-total:6"])
  func namedFixIsMadeAndTheRestIsReported(_ name: String) throws {
    let (run, data) = try run(["--fix", "--apply", name])
    #expect(run.status == 0 && run.errors == "lint-rules: 已修改 1 份草稿，1 处\n")
    #expect(String(decoding: data, as: UTF8.self) == Self.fixed)
  }

  @Test func fixNamedForAnotherLineIsNotMade() throws {
    let (run, data) = try run(["--fix", "--apply", "column-total:7"])
    #expect(data == Data(Self.draft.utf8))
    #expect(run.errors == "lint-rules: 没有与 --apply 相符的修改\n")
  }

  @Test func unknownRuleIsNotPassedOver() throws {
    let (run, _) = try run(["--fix", "--apply", "colum-total:6"])
    #expect(run.status == 2 && run.errors.contains("column-total"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func newLinesEndAsTheOthers(_ ending: String) throws {
    let text = try DecodedText(Array("甲\(ending)乙\(ending)".utf8))
    let at = "甲\(ending)".utf8.count
    let edited = try #require(text.applying([Edit(ByteRange(at, at), "本表无数据\n")]))
    #expect(String(decoding: edited, as: UTF8.self) == "甲\(ending)本表无数据\(ending)乙\(ending)")
  }

  @Test func encodingLineEndsAndByteOrderMarkStay() throws {
    let text = "\u{FEFF}" + Self.draft.replacing("\n", with: "\r\n")
    let fixed = "\u{FEFF}" + Self.fixed.replacing("\n", with: "\r\n")
    #expect(try run(["--fix", "--apply", "column-total"], Data(text.utf8)).1 == Data(fixed.utf8))
    func utf16(_ text: String) -> Data { Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) }
    #expect(try run(["--fix", "--apply", "column-total"], utf16(text)).1 == utf16(fixed))
  }

  @Test func reviewShowsEachFixWithItsNameAndChangesNothing() throws {
    let (run, data) = try run(["--review"])
    #expect(data == Data(Self.draft.utf8))
    #expect(
      run.output == """
        # --apply column-total:6  将合计改为各项之和 30.00（假定各项无误）
        --- a/a.md
        +++ b/a.md
        @@ -3,4 +3,4 @@
         科目编码\t科目名称\t合计
         201\t一般公共服务支出\t10.00
         205\t教育支出\t20.00
        -\t合计\t99.00
        +\t合计\t30.00

        """)
  }

  @Test func diffShowsWhatFixWouldChange() throws {
    #expect(try run(["--diff"]).0.output.isEmpty)
    let (run, data) = try run(["--diff", "--fix", "--apply", "column-total"])
    #expect(run.output.contains("\n+\t合计\t30.00\n") && data == Data(Self.draft.utf8))
  }

  /// What applying a diff makes of a text.
  @Test(arguments: [
    ("\n", "", ["."]), ("\r\n", "", ["a.md"]), ("\n", "", [".//./a.md"]), ("\r\n", "末行", ["."]),
  ])
  func diffCanBeApplied(_ ending: String, _ end: String, _ paths: [String]) throws {
    let sandbox = try Sandbox()
    let text = (Self.draft + Self.draft).replacing("\n", with: ending) + end
    try sandbox.write("a.md", Data(text.utf8))
    try sandbox.write("名 \"a\".md", Data(text.dropLast(1).utf8))
    let diff = try Program.run(
      Self.options + ["--diff", "--apply", "column-total"] + paths, folder: sandbox.url)
    try sandbox.write("x.diff", Data(diff.output.utf8))
    let apply = Process()
    apply.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    apply.arguments = ["git", "apply", "x.diff"]
    apply.currentDirectoryURL = sandbox.url
    try apply.run()
    apply.waitUntilExit()
    #expect(apply.terminationStatus == 0)
    let applied = try Data(contentsOf: sandbox.url.appendingPathComponent("a.md"))
    #expect(applied == Data(text.replacing("99.00", with: "30.00").utf8))
  }

  @Test func terminalIsNotGivenControls() {
    let bytes = Array("甲\u{1B}[2J\t乙\r\n".utf8)
    let edits = [Edit(ByteRange(0, 3), "丙")]
    let shown = String(
      decoding: UnifiedDiff.text(bytes, edits, path: "a", isForTerminal: true), as: UTF8.self)
    #expect(shown.hasSuffix("@@ -1,1 +1,1 @@\n-甲\u{FFFD}[2J\t乙\n+丙\u{FFFD}[2J\t乙\n"))
    let exact = String(decoding: UnifiedDiff.text(bytes, edits, path: "a"), as: UTF8.self)
    #expect(exact.hasSuffix("-甲\u{1B}[2J\t乙\r\n+丙\u{1B}[2J\t乙\r\n"))
  }

  @Test func standardInputComesOutMended() throws {
    let run = try Program.run(
      Self.options + ["--fix", "--apply", "column-total", "-"], input: Data(Self.draft.utf8))
    #expect(run.output == Self.fixed && run.status == 0)
  }

  @Test func linkStaysALinkAndPermissionsStay() throws {
    let sandbox = try Sandbox(["real.md": Self.draft])
    try sandbox.link("a.md", to: "real.md")
    let real = sandbox.url.appendingPathComponent("real.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real.path)
    _ = try Program.run(Self.options + ["--fix", "--apply", "column-total", "a.md"], folder: sandbox.url)
    #expect(try String(contentsOf: real, encoding: .utf8) == Self.fixed)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: sandbox.url.path + "/a.md") == "real.md")
    #expect(try FileManager.default.attributesOfItem(atPath: real.path)[.posixPermissions] as? Int == 0o640)
  }

  @Test func fileThatChangedMeanwhileIsLeftAlone() throws {
    let sandbox = try Sandbox(["a.md": "new"])
    let path = Path(sandbox.url.path + "/a.md")
    #expect(throws: FixWriter.Failure.self) {
      try FixWriter.write([Edit(ByteRange(0, 1), "x")], to: path, DecodedText(Array("old".utf8)))
    }
    #expect(try String(contentsOf: sandbox.url.appendingPathComponent("a.md"), encoding: .utf8) == "new")
  }

  @Test func readOnlyFileIsLeftAlone() throws {
    let sandbox = try Sandbox(["a.md": Self.draft])
    let file = sandbox.url.appendingPathComponent("a.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file.path)
    let run = try Program.run(
      Self.options + ["--fix", "--apply", "column-total", "a.md"], folder: sandbox.url)
    #expect(run.status == 2 && run.errors == "lint-rules: a.md: 没有权限\n")
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.draft)
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.url.path) == ["a.md"])
  }

  @Test func namedFixNeedsFix() throws {
    #expect(try run(["--apply", "x"]).0.status == 2)
  }
}

struct DecodedTextEditingTests {
  @Test(
    arguments: [
      ([0xBA, 0xCF, 0xBC, 0xC6, 0x0A], 3, 6, "总计", [0xBA, 0xCF, 0xD7, 0xDC, 0xBC, 0xC6, 0x0A]),
      ([0xBA, 0xCF, 0xBC, 0xC6, 0x0A], 6, 6, "㐀", [0xBA, 0xCF, 0xBC, 0xC6, 0x81, 0x39, 0xEE, 0x39, 0x0A]),
      ([0xFF, 0xFE, 0x41, 0x00], 4, 4, "😀", [0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x00, 0xDE]),
    ] as [([UInt8], Int, Int, String, [UInt8])])
  func editIsMadeInTheBytesOfTheFile(
    _ bytes: [UInt8], _ lower: Int, _ upper: Int, _ text: String, _ expected: [UInt8]
  ) throws {
    #expect(try DecodedText(bytes).applying([Edit(ByteRange(lower, upper), text)]) == expected)
  }

  @Test func editInsideACharacterIsRefused() throws {
    #expect(try DecodedText([0xBA, 0xCF, 0xBC, 0xC6]).applying([Edit(ByteRange(1, 3), "x")]) == nil)
  }
}

struct FixPlanTests {
  private func plan(_ edits: [[(Int, Int, String)]], _ safety: Fix.Safety = .safe) -> FixPlan {
    let source = SourceText(Array("0123456789".utf8))
    var result = Linter(book: RuleBook()).lint(source)
    result.keepFindings { _, _ in false }
    let findings = edits.map { edits in
      Finding(
        rule: "r", severity: .info, range: ByteRange(0, 1), message: Message(Phrase("", "")),
        fixes: [
          Fix(
            title: Message(Phrase("", "")), edits: edits.map { Edit(ByteRange($0.0, $0.1), $0.2) },
            safety: safety)
        ])
    }
    return FixPlan(CheckedDraft(path: "x", result: result.adding(findings)), FixPolicy(applies: true))
  }

  @Test func fixesThatTouchEachOtherAreNotBothMade() {
    let plan = plan([[(2, 5, "a")], [(4, 6, "b")], [(5, 5, "c")], [(7, 8, "d")], [(7, 8, "d")]])
    #expect(plan.edits == [Edit(ByteRange(2, 5), "a"), Edit(ByteRange(7, 8), "d")])
    #expect(plan.count == 2)
  }

  @Test func fixOutsideTheTextIsNotMade() {
    #expect(plan([[(8, 40, "a")], [(-3, 2, "b")]]).edits.isEmpty)
  }

  @Test func fixForReviewWaits() {
    let plan = plan([[(2, 5, "a")]], .review)
    #expect(plan.edits.isEmpty && plan.choices.map(\.name) == ["r:1"])
  }

  private func plan(_ fixes: [[(at: Int, evidence: Int, safety: Fix.Safety)]], _ named: Set<String>)
    -> FixPlan
  {
    let source = SourceText(Array("0123456789".utf8))
    let findings = fixes.map { alternatives in
      var finding = Finding(
        rule: "r\(alternatives[0].at)", severity: .error,
        range: ByteRange(alternatives[0].evidence, alternatives[0].evidence + 1),
        message: Message(Phrase("", "")))
      finding.fixes = alternatives.map { fix in
        Fix(
          title: Message(Phrase("改", "fix")), edits: [Edit(ByteRange(fix.at, fix.at + 1), "x")],
          safety: fix.safety)
      }
      return finding
    }
    let result = LintResult(draft: Draft(source), profile: nil, findings: findings)
    return FixPlan(CheckedDraft(path: "a", result: result), FixPolicy(applies: true, named: named))
  }

  @Test func fixThatRestsOnWhatAnotherChangesWaits() {
    let both = plan([[(1, 5, .review)], [(5, 1, .review)]], ["r1", "r5"])
    #expect(both.edits.map(\.range.lower) == [1] && both.count == 1 && both.held == 1)
    let apart = plan([[(1, 4, .review)], [(5, 2, .review)]], ["r1", "r5"])
    #expect(apart.count == 2 && apart.held == 0)
    // What changes form alone leaves the figures as they are.
    let form = plan([[(1, 5, .safe)], [(5, 1, .review)]], ["r5"])
    #expect(form.count == 2 && form.held == 0)
  }

  @Test func anotherFixThanTheFirstCanBeNamed() {
    let fixes: [[(at: Int, evidence: Int, safety: Fix.Safety)]] = [[(1, 1, .review), (7, 1, .review)]]
    #expect(plan(fixes, []).choices.map(\.name) == ["r1:1", "r1:1:2"])
    #expect(plan(fixes, ["r1:1:2"]).edits.map(\.range.lower) == [7])
    #expect(plan(fixes, ["r1:1:1"]).edits.map(\.range.lower) == [1])
  }
}
