import Foundation
import LintCore
import Testing

@testable import LintServer

/// What the editor says of settings, at once or when it is asked, against the real binary.
@Suite("Settings of the editor", .timeLimit(.minutes(12)))
struct EditorSettingsTests {
  private let totalOff = #"{"severities":{"column-total":"off"}}"#

  private func codes(_ published: JSONValue) -> [String] {
    published["diagnostics"]?.array?.compactMap { $0["code"]?.string } ?? []
  }

  @Test("D12: what a client that is asked pushes along without content, or says again, changes nothing")
  func sameSettingsAreNoNews() async throws {
    let client = try Client.binary()
    try await client.start(capabilities: #"{"workspace":{"configuration":true}}"#)
    func answer() async throws {
      while true {
        let message = try await client.next()
        guard message["method"]?.string == "workspace/configuration", let id = message["id"] else { continue }
        client.send(#"{"jsonrpc":"2.0","id":\#(Client.text(of: id)),"result":[\#(totalOff)]}"#)
        return
      }
    }
    try await answer()
    client.open(Samples.wrongTotal)
    #expect(!codes(try await client.diagnostics()).contains("column-total"))
    for settings in ["{}", "null", #"{"lint-rules":\#(totalOff)}"#] {
      client.notify("workspace/didChangeConfiguration", #"{"settings":\#(settings)}"#)
      try await answer()
    }
    client.request("1", "x")
    #expect(try await client.next()["id"]?.int == 1, "nothing is published again")
    try await client.expectAlive()
  }

  @Test("D13: null under the name of the program takes the settings back without a word")
  func nullTakesSettingsBack() async throws {
    let client = try Client.binary()
    try await client.start()
    client.notify("workspace/didChangeConfiguration", #"{"settings":{"lint-rules":\#(totalOff)}}"#)
    client.open(Samples.wrongTotal)
    #expect(!codes(try await client.diagnostics()).contains("column-total"))
    client.notify("workspace/didChangeConfiguration", #"{"settings":{"lint-rules":null}}"#)
    let message = try await client.next()
    #expect(message["method"]?.string == "textDocument/publishDiagnostics")
    #expect(message["params"].map(codes)?.contains("column-total") == true)
    try await client.expectAlive()
  }

  @Test("D16: several folders are asked for their settings apart")
  func foldersHaveSettingsInTheEditor() async throws {
    func folder(_ name: String) -> String { #"{"uri":"file:///folders/\#(name)","name":"\#(name)"}"# }
    let client = try Client.binary(["--no-config"])
    try await client.start(
      capabilities: #"{"workspace":{"configuration":true}}"#,
      #","workspaceFolders":[\#(folder("a")),\#(folder("b"))]"#)
    /// Answers by folder and returns which folders were asked for.
    func answer(_ settings: [String: String]) async throws -> [String] {
      while true {
        let message = try await client.next()
        guard message["method"]?.string == "workspace/configuration", let id = message["id"] else { continue }
        let scopes = (message.at("params", "items")?.array ?? []).map {
          $0["scopeUri"]?.string.map { String($0.suffix(1)) } ?? ""
        }
        let answers = scopes.map { settings[$0] ?? "null" }.joined(separator: ",")
        client.send(#"{"jsonrpc":"2.0","id":\#(Client.text(of: id)),"result":[\#(answers)]}"#)
        return scopes
      }
    }
    let settings = ["a": totalOff, "b": #"{"lint-rules":{"lang":"en"}}"#]
    #expect(try await answer(settings) == ["", "a", "b"])
    func messages(_ name: String) async throws -> [String] {
      client.open("file:///folders/\(name)/x.md", Samples.wrongTotal)
      return try await client.diagnostics()["diagnostics"]?.array?.compactMap { $0["message"]?.string } ?? []
    }
    #expect(try await messages("a").isEmpty)
    #expect(try await messages("b").first?.contains("total") == true)
    #expect(try await messages("bb").first?.contains("合计") == true)
    client.notify(
      "workspace/didChangeWorkspaceFolders", #"{"event":{"added":[],"removed":[\#(folder("a"))]}}"#)
    #expect(try await answer([:]) == [""], "the settings of the only folder are those for all")
    try await client.expectAlive()
  }
}
