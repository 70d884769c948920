import Foundation
import Testing

@testable import lint_rules

struct FolderWalkTests {
  /// The drafts under a sandbox, relative to it.
  private func drafts(in sandbox: Sandbox) -> [String] {
    var walk = FolderWalk()
    return walk.drafts(in: Path(sandbox.url.path)).map { step in
      switch step {
      case .draft(let path): String(path.text.dropFirst(sandbox.url.path.count + 1))
      case .unreadable(let path, let error): "unreadable \(path.text): \(error.code)"
      }
    }
  }

  @Test func draftsAreFoundInTheOrderOfTheirNames() throws {
    let sandbox = try Sandbox([
      "b.md": "", "a.txt": "", "c.MARKDOWN": "", "z/b.md": "", "m/a.md": "", "m/n/x.txt": "", "d.docx": "",
      "md": "",
      ".hidden.md": "", ".git/x.md": "",
    ])
    #expect(drafts(in: sandbox) == ["a.txt", "b.md", "c.MARKDOWN", "m/a.md", "m/n/x.txt", "z/b.md"])
  }

  @Test func loopsOfLinksEnd() throws {
    let sandbox = try Sandbox(["a/x.md": "", "b/y.md": ""])
    try sandbox.link("a/up", to: "..")
    try sandbox.link("a/self", to: ".")
    try sandbox.link("b/other", to: "../a")
    #expect(drafts(in: sandbox) == ["a/x.md", "b/y.md"])
  }

  @Test func whatOneWorkingTreeLeavesOutWeighsLeast() throws {
    let sandbox = try Sandbox([
      ".git/info/exclude": "old.md\nsub/y.md\n", ".gitignore": "!old.md\n", "old.md": "", "sub/y.md": "",
      "sub/z.md": "",
    ])
    #expect(drafts(in: sandbox) == ["old.md", "sub/z.md"])
    var walk = FolderWalk()
    #expect(
      walk.drafts(in: Path(sandbox.url.path + "/sub")) == [.draft(Path(sandbox.url.path + "/sub/z.md"))])
  }

  @Test func folderWithTheNameOfADraftIsAFolder() throws {
    #expect(try drafts(in: Sandbox(["x.md/y.md": ""])) == ["x.md/y.md"])
  }

  @Test func danglingLinkIsADraftThatCannotBeRead() throws {
    let sandbox = try Sandbox()
    try sandbox.link("x.md", to: "nowhere")
    #expect(drafts(in: sandbox) == ["x.md"])
  }
}
