import Foundation
import LintCore
import Testing

@testable import LintServer

/// What a project's folder says of some drafts, and the packs that lie in it, against the real binary.
@Suite("Project file", .timeLimit(.minutes(12)))
struct ProjectFileTests {
  private typealias Folder = ConfigurationTests.Folder

  @Test("overrides hold for the drafts of their paths, open or not; a mistake in them is shown in the file")
  func overridesHoldForTheirPaths() async throws {
    let folder = try Folder()
    let entry = "paths: ['旧/**'], ignore: ['totals', 'wording']"
    try folder.write("lint-rules.json5", "{overrides: [{\(entry), reason: '已归档'}]}")
    for name in ["a.md", "旧/b.md"] { try folder.write(name, Samples.wrongTotal) }
    let client = try Client.binary()
    try await client.start(capabilities: Samples.pullingClient, folder.workspace)
    client.open(folder.uri("旧/c.md"), Samples.wrongTotal)
    client.open(folder.uri("d.md"), Samples.wrongTotal)
    client.request("1", "workspace/diagnostic", #"{"previousResultIds":[]}"#)
    let items = try await client.response(to: "1").at("result", "items")?.array ?? []
    var wrong: Set<String> = []
    for item in items
    where item["items"]?.array?.contains(where: { $0["code"]?.string == "column-total" }) == true {
      wrong.insert(item["uri"]?.string ?? "")
    }
    #expect(items.count == 4)
    #expect(wrong == [folder.uri("a.md"), folder.uri("d.md")])
    for (text, column) in [
      ("{overrides: [{\(entry)}]}", 31),
      ("{overrides: [{paths: ['*'], severities: {x: 'off'}, reason: 'y'}]}", 41),
    ] {
      client.open(folder.uri("lint-rules.json5"), text)
      client.request(
        "2", "textDocument/diagnostic", #"{"textDocument":{"uri":"\#(folder.uri("lint-rules.json5"))"}}"#)
      let found = try await client.response(to: "2").at("result", "items")?.array ?? []
      #expect(found.count == 1 && found.first?.at("range", "start", "character")?.int == column)
      client.closeDocument(folder.uri("lint-rules.json5"))
    }
    try await client.expectAlive()
  }

  @Test("the packs beside the project file need not be named")
  func packsOfTheProjectAreRead() async throws {
    let folder = try Folder()
    try folder.write("lint-rules.json5", "{}")
    try folder.write("rules.d/office.json5", "{rules: {'column-total': {severity: 'off'}}}")
    let client = try Client.binary()
    try await client.start(capabilities: "{}", folder.workspace)
    client.open(folder.uri("a.md"), Samples.wrongTotal)
    let published =
      try await client.diagnostics()["diagnostics"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(!published.contains("column-total"))
    try await client.expectAlive()
  }

  @Test("each project speaks its own language")
  func languageIsThatOfTheProject() async throws {
    let folder = try Folder()
    try folder.write("one/lint-rules.json5", "{lang: 'en'}")
    try folder.write("two/lint-rules.json5", "{}")
    let client = try Client.binary()
    try await client.start(capabilities: "{}", folder.workspace)
    for (name, words) in [("one/a.md", "“合计” of “合计”"), ("two/a.md", "“合计”的“合计”")] {
      client.open(folder.uri(name), Samples.wrongTotal)
      let published = try await client.diagnostics()["diagnostics"]?.array ?? []
      let total = published.first { $0["code"]?.string == "column-total" }
      #expect(total?["message"]?.string?.contains(words) == true, "\(String(describing: total))")
    }
    try await client.expectAlive()
  }

  @Test("a pack that the project names and that is missing is shown where it is named")
  func missingPackIsShownInTheFile() async throws {
    let folder = try Folder()
    try folder.write("lint-rules.json5", "{rules: ['none.json5']}")
    let client = try Client.binary()
    try await client.start(capabilities: "{}", folder.workspace)
    client.open(folder.uri("lint-rules.json5"), "{rules: ['none.json5']}")
    let found = try await client.diagnostics()["diagnostics"]?.array ?? []
    #expect(found.count == 1 && found.first?.at("range", "start", "character")?.int == 9)
    try await client.expectAlive()
  }

  @Test("a pack of the user is read again when it is changed in the editor, and told of while it is broken")
  func packsOfTheUserAreWatched() async throws {
    let folder = try Folder()
    let pack = "home/lint-rules/rules.d/own.json5"
    try folder.write(pack, "{rules: {'column-total': {severity: 'off'}}}")
    let client = try Client.binary(variables: ["XDG_CONFIG_HOME=\(folder.path)/home"])
    try await client.start(capabilities: "{}", folder.workspace)
    func codes(_ uri: String) async throws -> [String] {
      while true {
        let published = try await client.diagnostics()
        guard published["uri"]?.string == uri else { continue }
        return published["diagnostics"]?.array?.compactMap { $0["code"]?.string } ?? []
      }
    }
    let draft = folder.uri("a.md")
    client.open(draft, Samples.wrongTotal)
    #expect(try await !codes(draft).contains("column-total"))
    client.open(folder.uri(pack), "{rules: {'column-total': {severity: 'warning'}}}")
    #expect(try await codes(draft).contains("column-total"))
    client.open(folder.uri(pack), "{rulez: 1}")
    #expect(try await codes(folder.uri(pack)) == ["pack-syntax"])
    try await client.expectAlive()
  }
}
