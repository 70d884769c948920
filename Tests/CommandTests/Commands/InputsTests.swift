import Foundation
import LintCore
import Testing

@testable import lint_rules

struct InputsTests {
  /// What is found, relative to the sandbox; refusals are marked with `!`.
  private func found(
    _ paths: [String], in sandbox: Sandbox, exclude: [String] = [], ignoreFiles: Bool = true
  ) -> [String] {
    let root = sandbox.url.path + "/"
    var search = InputSearch(exclude: IgnoreRules(lines: exclude), honorsIgnoreFiles: ignoreFiles)
    return search.gather(paths.map { Path($0 == "-" ? $0 : root + $0) }).map { input in
      switch input {
      case .file(let path): path.text.replacingOccurrences(of: root, with: "")
      case .standardInput: "-"
      case .refused(let path, _), .empty(let path), .unmatched(let path):
        "!" + path.text.replacingOccurrences(of: root, with: "")
      }
    }
  }

  private func sandbox() throws -> Sandbox {
    try Sandbox([
      "b.md": "", "a.md": "", "sub/c.txt": "", "sub/out/d.md": "", "sub/.gitignore": "out/\n*.tmp.md\n",
      "sub/e.tmp.md": "", "none/x.docx": "",
    ])
  }

  @Test func orderIsTheOneGivenAndEveryPathIsTakenOnce() throws {
    #expect(
      try found(["b.md", "-", "a.md", "b.md", "nope.md"], in: sandbox()) == ["b.md", "-", "a.md", "!nope.md"])
  }

  @Test func ignoreFilesAreHonoredBelowThem() throws {
    #expect(try found(["sub"], in: sandbox()) == ["sub/c.txt"])
    #expect(
      try found(["sub"], in: sandbox(), ignoreFiles: false) == ["sub/c.txt", "sub/e.tmp.md", "sub/out/d.md"])
  }

  @Test func ignoreFilesAboveAreHonoredInAWorkingTree() throws {
    let sandbox = try Sandbox([".git/HEAD": "", ".gitignore": "/sub/a.md\n", "sub/a.md": "", "sub/b.md": ""])
    #expect(found(["sub"], in: sandbox) == ["sub/b.md"])
  }

  @Test func ignoredFileIsCheckedWhenItIsNamed() throws {
    #expect(try found(["sub/e.tmp.md"], in: sandbox()) == ["sub/e.tmp.md"])
  }

  @Test func excludedPathIsLeftOutHoweverItIsGiven() throws {
    #expect(
      try found(["a.md", "b.md", "sub"], in: sandbox(), exclude: ["a.*", "c.txt"]) == ["b.md", "!sub"])
  }

  @Test func patternIsExpandedWhenTheShellDidNot() throws {
    #expect(try found(["*.md"], in: sandbox()) == ["a.md", "b.md"])
    #expect(try found(["**/c.*"], in: sandbox()) == ["sub/c.txt"])
    #expect(try found(["*.xyz"], in: sandbox()) == ["!*.xyz"])
  }

  @Test func folderWithoutDraftsIsRefused() throws {
    #expect(try found(["none", "a.md"], in: sandbox()) == ["!none", "a.md"])
  }

  @Test(arguments: [
    ("a.md\nb c.md\r\n\n中.md", ["a.md", "b c.md", "中.md"]), ("a\nb.md\0c.md\0", ["a\nb.md", "c.md"]),
    ("", []),
  ])
  func listOfPaths(_ text: String, _ expected: [String]) {
    #expect(PathList.paths(Array(text.utf8)).map(\.text) == expected)
  }

  @Test func listIsReadFromStandardInput() throws {
    let sandbox = try Sandbox(["a.md": "说明\n", "b.md": "说明\n"])
    let run = try Program.run(
      ["check", "--format", "json", "--files-from", "-"], input: Data("b.md\0a.md\0".utf8),
      folder: sandbox.url)
    #expect(run.status == 0)
    #expect(run.output.contains("\"summary\":{\"files\":2,"))
    let nothing = try Program.run(["check", "--files-from", "-"], folder: sandbox.url)
    #expect(nothing.status == 2)
    #expect(nothing.errors == "lint-rules: 没有可检查的文件\n")
  }

  @Test func pathIsTakenOnceHoweverItIsSpelled() throws {
    let sandbox = try Sandbox(["d/a.md": "说明\n"])
    let run = try Program.run(
      ["check", "-f", "json", "d/a.md", "./d//a.md", sandbox.url.path + "/d/a.md", "d"], folder: sandbox.url)
    #expect(run.output.contains("\"files\":1,"))
  }

  @Test func emptyPathIsNotTheWorkingFolder() throws {
    let sandbox = try Sandbox(["a.md": "说明\n"])
    let run = try Program.run(["check", ""], folder: sandbox.url)
    #expect(run.status == 2 && run.errors == "lint-rules: 有一个路径是空的\n")
  }

  @Test func filesThatAreAllLeftOutAreNoFailure() throws {
    let sandbox = try Sandbox([
      "archive/a.md": "说明\n", "lint-rules.json5": "{ exclude: [\"archive/\"] }",
    ])
    let named = try Program.run(["check", "archive/a.md"], folder: sandbox.url)
    #expect(named.status == 0 && named.errors.isEmpty)
    #expect(try Program.run(["check", "archive"], folder: sandbox.url).status == 2)
    let excluded = ["check", "--no-config", "--exclude", "archive/", "archive/a.md"]
    #expect(try Program.run(excluded, folder: sandbox.url).status == 2)
    #expect(try Program.run(["baseline", "create", "archive/a.md"], folder: sandbox.url).status == 2)
  }

  @Test func listMayBeginWithAByteOrderMark() {
    #expect(PathList.paths(Array("\u{FEFF}a.md\n-\n".utf8)) == ["a.md", "./-"])
  }
}
