import Foundation
import LintCore
import Testing

@testable import LintServer

/// Clients that send whatever comes to mind: every request is answered once, and the server lives on.
@Suite("Hostile clients", .timeLimit(.minutes(12)))
struct HostileClientTests {
  private static let requests = [
    "textDocument/codeAction", "textDocument/completion", "textDocument/definition",
    "textDocument/diagnostic",
    "textDocument/documentHighlight", "textDocument/documentSymbol", "textDocument/foldingRange",
    "textDocument/hover", "textDocument/inlayHint", "textDocument/references", "textDocument/selectionRange",
    "workspace/diagnostic", "workspace/symbol", "initialize", "textDocument/rename",
  ]
  private static let notifications = [
    "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "$/cancelRequest",
    "$/setTrace",
    "initialized", "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders", "textDocument/didSave", "$/progress",
  ]
  private static let keys = [
    "textDocument", "uri", "position", "line", "character", "range", "start", "end", "contentChanges", "text",
    "version", "positions", "context", "only", "diagnostics", "query", "id", "value", "settings", "changes",
    "event",
    "added", "removed", "previousResultIds", "previousResultId", "partialResultToken", "workDoneToken",
    "lint-rules",
    "severities", "rules", "exclude", "profile", "select", "hints", "lang",
  ]
  private static let scalars = [
    "null", "true", "0", "-1", "1", "7", "2147483647", "-9999999999999999999999", "1e308", "0.5", #""""#,
    #""file:///draft.md""#, #""file:///x/lint-rules.json5""#, #""{a:1""#, #""一\t1.00\n\t合计\t2.00""#,
    #""\ud800""#,
    #""off""#, "[]", "{}",
  ]

  private func value(_ dice: inout TextBufferTests.Dice, depth: Int) -> String {
    switch Int.random(in: 0..<10, using: &dice) {
    case 0...2 where depth > 0:
      let members = (0..<Int.random(in: 0...4, using: &dice)).map { _ in
        Client.quote(Self.keys.randomElement(using: &dice) ?? "") + ":" + value(&dice, depth: depth - 1)
      }
      return "{" + members.joined(separator: ",") + "}"
    case 3 where depth > 0:
      return "["
        + (0..<Int.random(in: 0...3, using: &dice)).map { _ in value(&dice, depth: depth - 1) }.joined(
          separator: ",") + "]"
    default: return Self.scalars.randomElement(using: &dice) ?? "null"
    }
  }

  /// Parameters that look right but for one thing or two.
  private func params(_ dice: inout TextBufferTests.Dice) -> String {
    func number() -> String {
      ["0", "1", "5", "9", "40", "-3", "4294967296", "null"].randomElement(using: &dice) ?? "0"
    }
    func place() -> String { #"{"line":\#(number()),"character":\#(number())}"# }
    let range = #"{"start":\#(place()),"end":\#(place())}"#
    let text =
      ["", "x", "合计\\t9.99", "\\r", "\\n", "𠮷", "<table><tr>", "|a|b|\\n|-|-|\\n"].randomElement(using: &dice)
      ?? ""
    let document =
      #""textDocument":{"uri":"file:///draft.md","version":\#(number()),"text":"\#(text)","languageId":"x"}"#
    let context = #""context":{"diagnostics":\#(value(&dice, depth: 2)),"only":\#(value(&dice, depth: 1))}"#
    return """
      {\(document),"position":\(place()),"range":\(range),"positions":[\(place())],\(context),"query":"\(text)",\
      "contentChanges":[{"range":\(range),"text":"\(text)"},\(value(&dice, depth: 2))],"previousResultIds":[]}
      """
  }

  @Test("any parameters are survived, and every request is answered", arguments: 1...4)
  func anyParametersAreSurvived(_ seed: Int) async throws {
    var dice = TextBufferTests.Dice(state: UInt64(seed))
    let client = try Client.binary()
    let capabilities = ["{}", Samples.modernClient, Samples.pullingClient, value(&dice, depth: 4)][seed % 4]
    try await client.start(
      capabilities: capabilities, #","initializationOptions":\#(value(&dice, depth: 3))"#)
    client.open(Samples.wrongTotal + NavigationTests.text)
    for round in 0..<20 {
      var open: Set<Int> = []
      for step in 0..<25 {
        let params = Bool.random(using: &dice) ? params(&dice) : value(&dice, depth: 4)
        if Bool.random(using: &dice) {
          client.notify(Self.notifications.randomElement(using: &dice) ?? "", params)
        } else {
          let id = round * 100 + step
          open.insert(id)
          client.request("\(id)", Self.requests.randomElement(using: &dice) ?? "", params)
        }
      }
      while !open.isEmpty {
        let message = try await client.next()
        guard message["method"] == nil, let id = message["id"]?.int else { continue }
        #expect(open.remove(id) != nil, "\(id) was answered twice")
      }
      client.open(Samples.wrongTotal, version: "\(round)")
    }
    try await client.expectAlive()
  }

  @Test("any bytes on the wire are survived", arguments: 1...3)
  func anyBytesAreSurvived(_ seed: Int) async throws {
    var dice = TextBufferTests.Dice(state: UInt64(seed) &* 77)
    let client = try Client.binary()
    try await client.start()
    for _ in 0..<300 {
      var frame = Client.frame(
        #"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":\#(value(&dice, depth: 3))}"#)
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let at = Int.random(in: 0..<frame.count, using: &dice)
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: frame[at] = UInt8.random(in: .min ... .max, using: &dice)
        case 1: frame.remove(at: at)
        default: frame.insert(UInt8.random(in: .min ... .max, using: &dice), at: at)
        }
      }
      client.send(raw: frame)
    }
    // A damaged length may have swallowed what follows; a few whole frames bring both sides together again.
    for _ in 0..<50 { client.request("2", "test/alive") }
    try await client.expectAlive()
  }
}
