import Foundation
import Testing

@testable import lint_rules

/// Which packs are read, and which of them is laid over which.
struct PackFoldersTests {
  private static func pack(_ title: String) -> String {
    "{ rules: { 'column-total': { title: '\(title)' }, 'only-\(title)': { kind: 'phrase', title: '\(title)', find: ['某'] } } }"
  }

  private func sandbox() throws -> Sandbox {
    try Sandbox([
      "home/.config/lint-rules/rules.d/a.json5": Self.pack("user"),
      "home/xdg/lint-rules/rules.d/a.json5": Self.pack("xdg"),
      "work/lint-rules.json5": "{ rules: ['named'] }", "work/rules.d/a.json5": Self.pack("project"),
      "work/named/a.json5": Self.pack("named"), "given/a.json5": Self.pack("given"), "work/sub/a.md": "说明\n",
    ])
  }

  /// What `list` prints, and the folders of the packs that it names at its end.
  private func list(
    _ sandbox: Sandbox, _ arguments: [String] = [], xdg: String = "", folder: String = "work/sub"
  ) throws -> (output: String, packs: [String]) {
    let run = try Program.run(
      ["list"] + arguments, folder: sandbox.url.appendingPathComponent(folder),
      environment: ["HOME": sandbox.url.appendingPathComponent("home").path, "XDG_CONFIG_HOME": xdg])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    let packs = lines[(lines.lastIndex { $0.hasPrefix("规则包") } ?? lines.endIndex)...]
    let folders = packs.filter { $0.hasSuffix("/a.json5") }.compactMap {
      $0.split(separator: "/").dropLast().last
    }
    return (run.output, folders.map(String.init))
  }

  @Test func packsAreLaidOverEachOtherInOrder() throws {
    let sandbox = try sandbox()
    let all = try list(sandbox, ["--rules", "../../given"])
    #expect(all.packs == ["rules.d", "rules.d", "named", "given"], "\(all.output)")
    for title in ["user", "project", "named", "given"] { #expect(all.output.contains("only-\(title) ")) }
    let line = try #require(all.output.split(separator: "\n").first { $0.hasPrefix("  column-total ") })
    #expect(line.contains(" given ") && line.hasSuffix("../../given/a.json5"), "\(line)")
    #expect(try list(sandbox).output.contains("  named "))
  }

  @Test func theFolderOfTheUserIsWhereXDGPutsIt() throws {
    let sandbox = try sandbox()
    let moved = try list(sandbox, xdg: sandbox.url.appendingPathComponent("home/xdg").path)
    #expect(moved.output.contains("only-xdg ") && !moved.output.contains("only-user "))
    // A relative path is invalid there.
    #expect(try list(sandbox, xdg: "xdg", folder: "home").output.contains("only-user "))
  }

  @Test func noConfigLeavesOutWhatNobodyNamed() throws {
    let run = try list(try sandbox(), ["--no-config", "--rules", "../../given"])
    #expect(run.packs == ["given"], "\(run.output)")
  }

  @Test func aPackMetTwiceIsReadOnceWhereItIsMetLast() throws {
    let run = try list(try sandbox(), ["--rules", "../rules.d"])
    #expect(run.packs == ["rules.d", "named", "rules.d"], "\(run.output)")
  }

  @Test func aBrokenPackOfTheUserIsNamed() throws {
    let sandbox = try Sandbox(["home/.config/lint-rules/rules.d/a.json5": "{\n rulez: 1 }", "a.md": "说明\n"])
    let environment = ["HOME": sandbox.url.appendingPathComponent("home").path, "XDG_CONFIG_HOME": ""]
    let broken = try Program.run(["check", "a.md"], folder: sandbox.url, environment: environment)
    #expect(broken.status == 2 && broken.errors.contains("/.config/lint-rules/rules.d/a.json5:2:2: "))
    let without = try Program.run(
      ["check", "--no-config", "--fail-on", "never", "a.md"], folder: sandbox.url, environment: environment)
    #expect(without.status == 0, "\(without.errors)")
  }

  @Test(
    arguments: [
      ([:], ["/etc/lint-rules/rules.d"]), (["HOME": ""], ["/etc/lint-rules/rules.d"]),
      (["HOME": "/h"], ["/etc/lint-rules/rules.d", "/h/.config/lint-rules/rules.d"]),
      (["HOME": "/h", "XDG_CONFIG_HOME": "/x"], ["/etc/lint-rules/rules.d", "/x/lint-rules/rules.d"]),
    ] as [([String: String], [String])])
  func theMachineComesBeforeTheUser(_ environment: [String: String], _ folders: [String]) {
    #expect(PackFolders.system { environment[$0] }.map(\.text) == folders)
  }
}
