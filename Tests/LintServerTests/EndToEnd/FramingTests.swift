import Foundation
import LintCore
import Testing

@testable import LintServer

/// Block 6a of the checklist: framing and JSON-RPC, against the real binary.
@Suite("Framing", .timeLimit(.minutes(12)))
struct FramingTests {
  @Test("F1: a frame may come one byte at a time")
  func frameMayComeByteByByte() async throws {
    let client = try Client.binary()
    for byte in Client.frame(#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}}"#)
    {
      client.send(raw: [byte])
    }
    #expect(try await client.response(to: "0")["result"] != nil)
    try await client.expectAlive()
  }

  @Test("F2: two frames in one write, and a frame split anywhere, are read")
  func framesMayBeJoinedAndSplit() async throws {
    let client = try Client.binary()
    try await client.start()
    let one = Client.frame(#"{"jsonrpc":"2.0","id":1,"method":"预算"}"#)
    client.send(raw: one + one)
    _ = try await client.response(to: "1")
    _ = try await client.response(to: "1")
    for cut in 1..<one.count {
      client.send(raw: Array(one[..<cut]))
      client.send(raw: Array(one[cut...]))
      #expect(try await client.response(to: "1").at("error", "code")?.int == -32601)
    }
    try await client.expectAlive()
  }

  @Test(
    "F3, F4: header fields come in any order and case",
    arguments: [
      "Content-Length: {n}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
      "Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length: {n}\r\n\r\n",
      "content-length: {n}\r\n\r\n", "CONTENT-LENGTH:{n}\r\n\r\n", "Content-Length :  {n}  \r\n\r\n",
      "X-Unknown: 1\r\nContent-Length: {n}\r\n\r\n", "\r\n\r\nContent-Length: {n}\r\n\r\n",
    ])
  func headerFieldsComeInAnyForm(_ header: String) async throws {
    let client = try Client.binary()
    try await client.start()
    let content = #"{"jsonrpc":"2.0","id":7,"method":"x"}"#
    let parts = header.split(separator: "{n}", omittingEmptySubsequences: false)
    client.send(raw: parts.joined(separator: "\(content.utf8.count)") + content)
    #expect(try await client.response(to: "7").at("error", "code")?.int == -32601)
    try await client.expectAlive()
  }

  @Test("F5: lengths count bytes, both ways")
  func lengthsCountBytes() async throws {
    let client = try Client.binary()
    try await client.start()
    client.open("file:///预算草案𠮷.md", "预算")
    #expect(try await client.diagnostics()["uri"]?.string == "file:///预算草案𠮷.md")
    try await client.expectAlive()
  }

  @Test(
    "F6: a length that makes no sense is answered, and the next frame is served",
    arguments: [
      "Content-Type: x\r\n\r\n", "Content-Length: -5\r\n\r\n", "Content-Length: abc\r\n\r\n",
      "Content-Length:\r\n\r\n", "Content-Length: 12345678901234567890123\r\n\r\n",
      "Content-Length: 4294967296\r\n\r\n", "Content-Length: 0x10\r\n\r\n", "hello, world\r\n\r\n",
      "Content-Length 12\r\n\r\n", "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
      "Content-Length: 400\r\n\r\n", "Content-Length: 5\r\n\r\n",
    ])
  func lengthsThatLieAreSurvived(_ header: String) async throws {
    let client = try Client.binary()
    try await client.start()
    client.send(raw: header + #"{"jsonrpc":"2.0","id":5,"method":"x"}"#)
    client.request("6", "x")
    while true {
      let message = try await client.next()
      if message["id"]?.isNull == true {
        #expect(message.at("error", "code")?.int == -32700)
        break
      }
    }
    _ = try await client.response(to: "6")
    try await client.expectAlive()
  }

  @Test(
    "F6: what a length swallows of the next frame is found again, also behind blanks",
    arguments: [1, 2, 14, 15, 16, 18, 19, 20, 21, 40])
  func swallowedHeadersAreFound(_ excess: Int) async throws {
    for end in ["", "\n", " \r\n"] {
      let client = try Client.binary()
      try await client.start()
      let content = #"{"jsonrpc":"2.0","id":5,"method":"x"}"# + end
      client.send(raw: "Content-Length: \(content.utf8.count + excess)\r\n\r\n" + content)
      client.request("6", "x")
      _ = try await client.response(to: "6")
      try await client.expectAlive()
    }
  }

  @Test("F6: the rest of a content that a length cuts off is no header", arguments: [5, 16, 27])
  func restsAreNoHeaders(_ cut: Int) async throws {
    let client = try Client.binary()
    try await client.start()
    let content = #"{"jsonrpc":"2.0","id":6,"method":"y"}"#
    client.send(raw: "Content-Length: \(content.utf8.count - cut)\r\n\r\n" + content)
    client.request("7", "x")
    _ = try await client.response(to: "7")
    try await client.expectAlive()
  }

  @Test(
    "F7, F8, F9: what is no message is answered with an error, and the next frame is served",
    arguments: [
      ("{\"jsonrpc\":", -32700), ("", -32700), ("hello", -32700), ("{\"a\":1}}", -32700),
      ("[]", -32600), (#"[{"jsonrpc":"2.0","id":1,"method":"x"}]"#, -32600), ("3", -32600), ("{}", -32600),
      (#"{"jsonrpc":"2.0","id":{},"method":"x"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":true,"method":"x"}"#, -32600),
      (String(repeating: "[", count: 20_000), -32700),
      (String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000), -32700),
      (#"{"a":"# + String(repeating: #"{"a":"#, count: 20_000), -32700),
    ])
  func contentThatIsNoMessageIsAnswered(_ content: String, _ code: Int) async throws {
    let client = try Client.binary()
    try await client.start()
    client.send(content)
    let answer = try await client.next()
    #expect(answer.at("error", "code")?.int == code)
    #expect(answer["id"]?.isNull == true)
    #expect(answer["result"] == nil)
    try await client.expectAlive()
  }

  @Test("F8: a request that is wrong in itself is answered with its id")
  func wrongRequestIsAnsweredWithItsID() async throws {
    let client = try Client.binary()
    try await client.start()
    client.send(#"{"jsonrpc":"2.0","id":"a","method":5}"#)
    #expect(try await client.response(to: #""a""#).at("error", "code")?.int == -32600)
    try await client.expectAlive()
  }

  @Test("F10: odd bytes and escapes do no harm")
  func oddBytesAreSurvived() async throws {
    let client = try Client.binary()
    try await client.start()
    let invalid =
      Array(#"{"jsonrpc":"2.0","id":1,"method":""#.utf8) + [0xFF, 0xC0, 0x80] + Array(#""}"#.utf8)
    client.send(raw: Array("Content-Length: \(invalid.count)\r\n\r\n".utf8) + invalid)
    #expect(try await client.next().at("error", "code")?.int == -32700)
    for text in [#"\ud800"#, #"\udc00\ud800"#, #"\u0000"#, #"a\u0000b"#] {
      client.send(#"{"jsonrpc":"2.0","id":2,"method":"\#(text)"}"#)
      #expect(try await client.response(to: "2").at("error", "code")?.int == -32601)
      client.notify(
        "textDocument/didOpen", #"{"textDocument":{"uri":"file:///a","version":1,"text":"\#(text)"}}"#)
      #expect(try await client.diagnostics()["uri"]?.string == "file:///a")
    }
    client.send(#"{"jsonrpc":"2.0","id":1,"id":3,"method":"x","method":"y"}"#)
    _ = try await client.response(to: "3")
    client.send("\u{FEFF}" + #"{"jsonrpc":"2.0","id":4,"method":"x"}"#)
    _ = try await client.response(to: "4")
    try await client.expectAlive()
  }

  @Test(
    "F11: ids come back with the type they had",
    arguments: ["0", "-1", "1", #""1""#, #""a b""#, #""预算""#, "2147483647", "9007199254740993", #""""#])
  func idsAreEchoed(_ id: String) async throws {
    let client = try Client.binary()
    try await client.start()
    client.request(id, "x")
    let answer = try await client.next()
    #expect(answer["id"].map { Client.text(of: $0) } == id)
    try await client.expectAlive()
  }

  @Test("F12: a result without a value is null, and an error comes without a result")
  func nullResultIsPresent() async throws {
    let client = try Client.binary()
    try await client.start()
    client.request("1", "x")
    let error = try await client.response(to: "1")
    #expect(error["result"] == nil)
    client.request("2", "shutdown")
    let null = try await client.response(to: "2")
    #expect(null["result"]?.isNull == true)
    #expect(null["error"] == nil)
  }

  @Test("F13: an answer to a request that was never sent is ignored")
  func strayResponsesAreIgnored() async throws {
    let client = try Client.binary()
    try await client.start()
    client.send(#"{"jsonrpc":"2.0","id":99,"result":null}"#)
    client.send(#"{"jsonrpc":"2.0","id":"zz","error":{"code":1,"message":"no"}}"#)
    client.send(#"{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"no"}}"#)
    client.send(#"{"jsonrpc":"2.0","id":null,"result":null}"#)
    client.request("1", "x")
    #expect(try await client.next()["id"]?.int == 1)
    try await client.expectAlive()
  }

  @Test("F14: what a rule prints does not reach the client")
  func printsDoNotReachTheClient() async throws {
    // Standard output is only set aside for the real descriptor 1, so this looks at the whole stream of a session:
    // `Client` refuses any byte that is no frame.
    let client = try Client.binary()
    try await client.start()
    client.open("file:///a.md", "预算")
    _ = try await client.diagnostics()
    try await client.expectAlive()
  }

  @Test("F15: a client that closes its end is left quietly")
  func closedOutputEndsTheServer() async throws {
    let client = try Client.binary()
    try await client.start()
    client.closeOutput()
    for _ in 0..<5 { client.request("1", "x") }
    #expect(try await client.exitStatus() == 1)
  }

  @Test("F15: nothing more is worked off for a client that is gone")
  func goneClientsAreNotWorkedFor() async throws {
    let client = try Client.scripted { _ in
      Thread.sleep(forTimeInterval: 0.2)
      return []
    }
    try await client.start(capabilities: Samples.pullingClient)
    client.open("x")
    client.closeOutput()
    var flood: [UInt8] = []
    for version in 2...200 {
      let document = #""textDocument":{"uri":"file:///draft.md","version":\#(version)}"#
      flood += Client.frame(
        #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{\#(document),"contentChanges":[\#(Client.whole("y"))]}}"#
      )
      flood += Client.frame(
        #"{"jsonrpc":"2.0","id":\#(version),"method":"textDocument/diagnostic","params":{\#(document)}}"#)
    }
    client.send(raw: flood)
    #expect(try await client.exitStatus(seconds: 15) == 1)
  }

  @Test("F16: a client that stops reading is still listened to")
  func serverListensToAClientThatDoesNotRead() async throws {
    let client = try Client.binary()
    try await client.start()
    let text = String(repeating: "预算草案\n", count: 2000)
    client.open("file:///a.md", text)
    // The answers fill the pipe many times over; all of them are written without being read.
    for version in 0..<4000 {
      client.change("file:///a.md", version: "\(version)", Client.edit(0, 0, 0, 0, "字"))
      client.request("\(version)", "method/" + String(repeating: "x", count: 60))
    }
    for version in 0..<4000 { _ = try await client.response(to: "\(version)") }
    try await client.expectAlive()
  }
}
