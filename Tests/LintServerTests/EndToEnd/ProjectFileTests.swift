import Foundation
import LintCore
import Testing

@testable import LintServer

/// What a project's folder says of some drafts, and the packs that lie in it, against the real binary.
@Suite("Project file", .timeLimit(.minutes(5)))
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
}
