import Foundation
import LintCore
import Testing

@testable import LintServer

/// Block 6e of the checklist, as far as diagnostics are pushed.
@Suite("Pushed diagnostics", .timeLimit(.minutes(12)))
struct PushTests {
  static let all = """
    {"textDocument":{"publishDiagnostics":{"relatedInformation":true,"codeDescriptionSupport":true,\
    "dataSupport":true,"versionSupport":true,"tagSupport":{"valueSet":[1,2]}}}}
    """

  @Test("D1: every open and change publishes with its version, also when nothing is wrong; close takes back")
  func everyChangePublishes() async throws {
    let client = try Client.scripted()
    try await client.start()
    client.open("好", version: "1")
    let first = try await client.diagnostics()
    #expect(first["version"]?.int == 1)
    #expect(first["diagnostics"]?.array?.isEmpty == true)
    client.change(version: "2", Client.whole("错"))
    #expect(try await client.diagnostics().diagnosticRanges == ["0:0-0:1"])
    client.change(version: "3", Client.whole("好"))
    let third = try await client.diagnostics()
    #expect(third["version"]?.int == 3)
    #expect(third["diagnostics"]?.array?.isEmpty == true)
    client.change(version: "4", Client.whole("错错"))
    #expect(try await client.diagnostics().diagnosticRanges == ["0:0-0:1", "0:1-0:2"])
    client.closeDocument()
    let closed = try await client.diagnostics()
    #expect(closed["diagnostics"]?.array?.isEmpty == true)
    #expect(closed["version"] == nil)
    try await client.expectAlive()
  }

  @Test("D5: what the client does not support is not sent; severity and source always are")
  func unsupportedFieldsAreLeftOut() async throws {
    for capabilities in ["{}", Self.all] {
      let client = try Client.scripted { source in
        let place = Related(ByteRange(0, 1), Message(Phrase("甲", "a")))
        return [
          Finding(
            rule: "规则 x", severity: .warning, range: ByteRange(0, 1), message: Message(Phrase("中", "en")),
            related: [place])
        ]
      }
      try await client.start(capabilities: capabilities)
      client.open("abc")
      let diagnostic = try #require(try await client.diagnostics()["diagnostics"]?.array?.first)
      let isRich = capabilities == Self.all
      #expect(diagnostic["severity"]?.int == 2)
      #expect(diagnostic["source"]?.string == "lint-rules")
      #expect(diagnostic["code"]?.string == "规则 x")
      #expect(diagnostic["message"]?.string == "中")
      #expect((diagnostic["relatedInformation"] != nil) == isRich)
      #expect((diagnostic["codeDescription"] != nil) == isRich)
      if isRich {
        let href = try #require(diagnostic.at("codeDescription", "href")?.string)
        #expect(URL(string: href)?.scheme != nil, "D6: \(href) must be a URI")
        #expect(href.utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 })
        let related = try #require(diagnostic["relatedInformation"]?.array?.first)
        #expect(related["message"]?.string == "甲")
        #expect(related.at("location", "uri")?.string == "file:///draft.md")
        #expect(related.at("location", "range")?.rangeText == "0:0-0:1")
      }
      try await client.expectAlive()
    }
  }

  @Test("of many related places about twenty are named, then how many more")
  func relatedPlacesAreLimited() async throws {
    let client = try Client.scripted { source in
      let places = (0..<35).map {
        Related(ByteRange($0, $0 + 1), Message(Phrase("第 {0} 项", "term {0}"), .count($0)))
      }
      return [
        Finding(
          rule: "x", severity: .error, range: ByteRange(0, 1), message: Message(Phrase("a", "a")),
          related: places)
      ]
    }
    try await client.start(capabilities: Self.all)
    client.open(String(repeating: "x", count: 50))
    let related = try await client.diagnostics()["diagnostics"]?.array?.first?["relatedInformation"]?.array
    #expect(related?.count == 21)
    #expect(related?.last?["message"]?.string == "另有 15 处，未逐一列出")
    try await client.expectAlive()
  }

  @Test(
    "the locale decides the language",
    arguments: [("en-US", "English"), ("zh-CN", "中文"), ("", "中文"), ("de", "中文")])
  func localeDecidesTheLanguage(_ locale: String, _ expected: String) async throws {
    let client = try Client.scripted { _ in
      [Finding(rule: "x", severity: .info, range: ByteRange(0, 0), message: Message(Phrase("中文", "English")))]
    }
    try await client.start(capabilities: "{}", #","locale":"\#(locale)""#)
    client.open("x")
    let diagnostic = try await client.diagnostics()["diagnostics"]?.array?.first
    #expect(diagnostic?["message"]?.string == expected)
    #expect(diagnostic?["severity"]?.int == 3)
    try await client.expectAlive()
  }

  @Test(
    "D7: ranges lie inside the text and split neither a surrogate pair nor a line end",
    arguments: PositionEncoding.allCases)
  func rangesAreWellFormed(_ encoding: PositionEncoding) async throws {
    let text = "a𠮷b\r\nc\rd\n\n预"
    let client = try Client.scripted { source in
      var findings: [Finding] = []
      for lower in -1...source.bytes.count + 1 {
        for upper in lower...source.bytes.count + 1 {
          findings.append(ScriptedRules.finding("x", ByteRange(lower, upper), ""))
        }
      }
      return findings
    }
    try await client.start(encodings: [encoding.rawValue])
    client.open(text)
    let buffer = TextBuffer(Array(text.utf8))
    for diagnostic in try await client.diagnostics()["diagnostics"]?.array ?? [] {
      let range = try #require(diagnostic["range"]).positionRange()
      #expect(range.start <= range.end)
      for place in [range.start, range.end] {
        // A place that the server gives must be one that it takes back unchanged.
        var mapper = PositionMapper(buffer.source, encoding)
        #expect(mapper.position(of: buffer.offset(of: place, encoding)) == place)
      }
    }
    try await client.expectAlive()
  }
}

/// Checks that end after the text has changed.
///
/// A check that waits holds a thread that tests run on as well, so the cases run one after another, and no wait is
/// without an end.
@Suite("Stale checks", .serialized, .timeLimit(.minutes(12)))
struct StaleCheckTests {
  /// Marks which text was checked, and holds back the check of a text that starts with `s`.
  private func slowCheck(_ gate: DispatchSemaphore) -> @Sendable (SourceText) -> [Finding] {
    { source in
      let isSlow = source.bytes.first == UInt8(ascii: "s")
      if isSlow { _ = gate.wait(timeout: .now() + 60) }
      return [ScriptedRules.finding("x", ByteRange(0, 1), isSlow ? "stale" : "new")]
    }
  }

  private let filler = String(repeating: "x", count: Server.inlineLimit + 1)

  @Test("D19: a slow check of an older text is not published")
  func staleResultsAreNotPublished() async throws {
    let gate = DispatchSemaphore(value: 0)
    let client = try Client.scripted(slowCheck(gate))
    try await client.start()
    client.open("s" + filler, version: "5")
    try await client.expectAlive()
    client.change(version: "6", Client.edit(0, 0, 0, 1, "f"))
    client.request("1", "x")
    #expect(try await client.next()["id"]?.int == 1)
    gate.signal()
    let published = try await client.diagnostics()
    #expect(published["version"]?.int == 6)
    #expect(published["diagnostics"]?.array?.first?["message"]?.string == "new")
    try await client.expectAlive()
  }

  @Test("D19: a document closed during a check stays without diagnostics")
  func closedDocumentsStayClear() async throws {
    let gate = DispatchSemaphore(value: 0)
    let client = try Client.scripted(slowCheck(gate))
    try await client.start()
    client.open("s" + filler)
    client.closeDocument()
    #expect(try await client.diagnostics().diagnosticRanges == [])
    gate.signal()
    try await Task.sleep(for: .milliseconds(100))
    client.request("1", "x")
    #expect(try await client.next()["id"]?.int == 1)
    try await client.expectAlive()
  }
}
