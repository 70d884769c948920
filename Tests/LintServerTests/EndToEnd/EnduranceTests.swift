import Foundation
import LintCore
import Testing

@testable import LintServer

/// Long sessions: findings stay those of the text, and memory stays what it was.
@Suite("Endurance", .timeLimit(.minutes(12)))
struct EnduranceTests {
  private static let words = [
    "", "1", "0", ".", "\t", "\n", "\r\n", "𠮷", "合计", "万元", "，", "表", "注：", "# ", "一、", "100.00\t", "增长3.7%",
    "|",
  ]

  @Test(
    "after any edits the findings are those of a fresh reading", arguments: ["utf-8", "utf-16", "utf-32"])
  func findingsAreThoseOfAFreshReading(_ encoding: String) async throws {
    let client = try Client.binary()
    let fresh = try Client.binary()
    try await client.start(encodings: [encoding])
    try await fresh.start(encodings: [encoding])
    var dice = TextBufferTests.Dice(state: UInt64(encoding.utf8.count))
    let unit = PositionEncoding(rawValue: encoding) ?? .utf16
    var model = TextBuffer(Array((Samples.wrongTotal + NavigationTests.text).utf8))
    client.open(String(decoding: model.bytes, as: UTF8.self), version: "0")
    _ = try await client.diagnostics()
    for version in 1...40 {
      var changes: [String] = []
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let line = Int.random(in: 0...50, using: &dice)
        let column = Int.random(in: 0...30, using: &dice)
        let end = Position(
          line: line + Int.random(in: 0...1, using: &dice),
          character: column + Int.random(in: 0...4, using: &dice))
        let text = Self.words.randomElement(using: &dice) ?? ""
        changes.append(Client.edit(line, column, end.line, end.character, text))
        let range = PositionRange(start: Position(line: line, character: column), end: end)
        model.replace(model.offsets(of: range, unit), with: Array(text.utf8))
      }
      client.notify(
        "textDocument/didChange",
        #"{"textDocument":{"uri":"file:///draft.md","version":\#(version)},"contentChanges":[\#(changes.joined(separator: ","))]}"#
      )
      fresh.open(String(decoding: model.bytes, as: UTF8.self), version: "\(version)")
      var (edited, reread) = (JSONValue(.null), JSONValue(.null))
      repeat { edited = try await client.diagnostics() } while edited["version"]?.int != version
      repeat { reread = try await fresh.diagnostics() } while reread["version"]?.int != version
      #expect(Client.text(of: edited) == Client.text(of: reread), "version \(version)")
    }
    try await client.expectAlive()
  }

  #if os(Linux)
    /// The resident memory of a server in kilobytes.
    private func memory(_ client: Client) throws -> Int {
      guard case .process(let child) = client.host else { return 0 }
      let status = try String(contentsOfFile: "/proc/\(child.pid)/status", encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
      return try #require(Int(line.filter(\.isNumber)))
    }

    @Test("thousands of edits leave memory as it was")
    func memoryStaysFlat() async throws {
      let client = try Client.binary()
      try await client.start()
      client.open(Samples.wrongTotal)
      func type(_ versions: Range<Int>) async throws {
        for version in versions {
          let text = version % 2 == 0 ? Client.edit(0, 0, 0, 0, "字") : Client.edit(0, 0, 0, 1, "")
          client.change(version: "\(version)", text)
        }
        try await client.expectAlive()
      }
      try await type(2..<2002)
      let before = try memory(client)
      try await type(2002..<12002)
      #expect(try memory(client) - before < 8192)
    }

    @Test("opening and closing leaves memory as it was")
    func closedDocumentsAreForgotten() async throws {
      let client = try Client.binary()
      try await client.start()
      let text = String(repeating: "预算草案\n", count: 5_000)
      func round(_ numbers: Range<Int>) async throws {
        for number in numbers {
          client.open("file:///\(number).md", text)
          client.closeDocument("file:///\(number).md")
        }
        try await client.expectAlive()
      }
      try await round(0..<50)
      let before = try memory(client)
      try await round(50..<250)
      #expect(try memory(client) - before < 8192)
    }
  #endif
}
