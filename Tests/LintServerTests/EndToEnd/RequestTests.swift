import LintCore
import Testing

@testable import LintServer

/// Block 6c of the checklist: requests, errors and cancellation, against the real binary.
@Suite("Requests", .timeLimit(.minutes(12)))
struct RequestTests {
  @Test("Q1, Q2: unknown requests are answered, also those that start with a dollar")
  func unknownRequestsAreAnswered() async throws {
    let client = try Client.binary()
    try await client.start()
    for (id, method) in ["x", "$/x", "textDocument/unknown", ""].enumerated() {
      client.request("\(id)", method)
      #expect(try await client.response(to: "\(id)").at("error", "code")?.int == -32601)
    }
    try await client.expectAlive()
  }

  @Test("Q3: unknown notifications are passed over in silence")
  func unknownNotificationsAreSilent() async throws {
    let client = try Client.binary()
    try await client.start()
    for method in ["x", "$/x", "workspace/unknown", "textDocument/willSave", ""] { client.notify(method) }
    client.request("1", "x")
    #expect(try await client.next()["id"]?.int == 1)
    try await client.expectAlive()
  }

  @Test(
    "wrong parameters of notifications change nothing",
    arguments: [
      "null", "[]", "5", #""x""#, "{}", #"{"textDocument":5}"#, #"{"textDocument":{"uri":7,"text":8}}"#,
    ])
  func wrongNotificationParametersAreSurvived(_ params: String) async throws {
    let client = try Client.binary()
    try await client.start()
    for method in ["didOpen", "didChange", "didClose", "didSave"] {
      client.notify("textDocument/" + method, params)
    }
    client.notify("$/cancelRequest", params)
    client.notify("$/setTrace", params)
    client.notify("workspace/didChangeConfiguration", params)
    try await client.expectAlive()
    client.open("file:///a.md", "预算")
    #expect(try await client.diagnostics()["uri"]?.string == "file:///a.md")
  }

  @Test("Q5, Q6: a cancelled request is answered once, and cancelling what is unknown does nothing")
  func cancelledRequestsAreAnsweredOnce() async throws {
    let client = try Client.binary()
    try await client.start()
    client.request("1", "x")
    client.notify("$/cancelRequest", #"{"id":1}"#)
    client.notify("$/cancelRequest", #"{"id":99}"#)
    client.notify("$/cancelRequest", #"{"id":"a"}"#)
    client.request("2", "x")
    #expect(try await client.next()["id"]?.int == 1)
    #expect(try await client.next()["id"]?.int == 2)
    try await client.expectAlive()
  }

  @Test("Q7: a cancellation that comes before its request does not harm a later one with the same id")
  func earlyCancellationDoesNoHarm() async throws {
    let client = try Client.binary()
    try await client.start()
    client.notify("$/cancelRequest", #"{"id":5}"#)
    for _ in 0..<3 {
      client.request("5", "x")
      #expect(try await client.response(to: "5").at("error", "code")?.int == -32601)
    }
    try await client.expectAlive()
  }

  @Test("Q8, Q10: a request sees every edit before it, and is never refused because of those behind it")
  func requestsSeeTheEditsBeforeThem() async throws {
    let client = try Client.binary()
    try await client.start(capabilities: Samples.modernClient)
    client.open("# 甲\n")
    for id in 1...50 {
      client.change(version: "\(id + 1)", Client.edit(0, 2, 0, 2, "乙"))
      client.request("\(id)", "textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///draft.md"}}"#)
    }
    for id in 1...50 {
      let answer = try await client.response(to: "\(id)")
      #expect(answer["error"] == nil)
      #expect(answer["result"]?.array?.first?["name"]?.string == String(repeating: "乙", count: id) + "甲")
    }
  }

  @Test("D10: an edit that the client did not make is not taken for made")
  func offeredEditsAreNotAssumed() async throws {
    let client = try Client.binary()
    try await client.start(capabilities: Samples.modernClient)
    client.open(Samples.wrongTotal)
    let place = #""range":\#(Client.range(10, 5, 10, 5)),"context":{"diagnostics":[]}"#
    var offers: [String] = []
    for id in 1...2 {
      client.request(
        "\(id)", "textDocument/codeAction", #"{"textDocument":{"uri":"file:///draft.md"},\#(place)}"#)
      offers.append(Client.text(of: try #require(try await client.response(to: "\(id)")["result"])))
    }
    #expect(offers[0] == offers[1] && offers[0].contains("170.00"))
    // The answer to an edit that the server never asked for.
    client.send(#"{"jsonrpc":"2.0","id":4711,"result":{"applied":false}}"#)
    try await client.expectAlive()
  }

  @Test("D23: what only later versions of the protocol know is not sent")
  func laterExtrasAreNotSent() async throws {
    let client = try Client.binary()
    let capabilities = #"""
      {"workspace":{"workspaceEdit":{"documentChanges":true,"snippetEditSupport":true}},"textDocument":\#
      {"publishDiagnostics":{"markupMessageSupport":true},"diagnostic":{"markupMessageSupport":true},\#
      "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":[]}}}}}
      """#
    try await client.start(capabilities: capabilities)
    client.open(Samples.wrongTotal)
    client.request("1", "textDocument/diagnostic", #"{"textDocument":{"uri":"file:///draft.md"}}"#)
    let items = try await client.response(to: "1").at("result", "items")?.array ?? []
    #expect(!items.isEmpty && items.allSatisfy { $0["message"]?.string != nil })
    let place = #""range":\#(Client.range(10, 5, 10, 5)),"context":{"diagnostics":[]}"#
    client.request("2", "textDocument/codeAction", #"{"textDocument":{"uri":"file:///draft.md"},\#(place)}"#)
    let actions = try await client.response(to: "2")["result"]?.array ?? []
    let edits = actions.flatMap { $0.at("edit", "documentChanges")?.array ?? [] }.flatMap {
      $0["edits"]?.array ?? []
    }
    #expect(!edits.isEmpty && edits.allSatisfy { $0["newText"]?.string != nil && $0["snippet"] == nil })
  }

  @Test("Q11: of a thousand mixed requests and edits every request is answered once, in order")
  func manyMessagesAreAnsweredInOrder() async throws {
    let client = try Client.binary()
    try await client.start()
    client.open("file:///a.md", "预算草案\n")
    for id in 1...1000 {
      if id % 3 == 0 { client.change("file:///a.md", version: "\(id)", Client.edit(0, 0, 0, 0, "字")) }
      if id % 7 == 0 { client.notify("$/cancelRequest", #"{"id":\#(id - 1)}"#) }
      client.request("\(id)", id % 2 == 0 ? "x" : "$/y")
    }
    var expected = 1
    while expected <= 1000 {
      let message = try await client.next()
      guard let id = message["id"]?.int else { continue }
      #expect(id == expected)
      expected += 1
    }
    try await client.expectAlive()
  }
}
