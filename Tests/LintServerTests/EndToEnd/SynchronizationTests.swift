import LintCore
import Testing

@testable import LintServer

/// Block 6d of the checklist: text synchronization and positions.
///
/// The server runs with scripted checks, which mark every 错 and tell the whole text; reading, writing and the life
/// of the server are those of the real one.
@Suite("Synchronization", .timeLimit(.minutes(12)))
struct SynchronizationTests {
  @Test(
    "T1: the position encoding is chosen from what the client offers",
    arguments: [
      ([], "utf-16"), (["utf-8", "utf-16"], "utf-8"), (["utf-32", "utf-16"], "utf-16"), (["utf-8"], "utf-8"),
      (["utf-32"], "utf-32"), (["ebcdic"], "utf-16"), (["ebcdic", "utf-32"], "utf-32"),
      (["utf-16"], "utf-16"),
    ])
  func encodingIsChosen(_ offered: [String], _ expected: String) async throws {
    let client = try Client.binary()
    let result = offered.isEmpty ? try await client.start() : try await client.start(encodings: offered)
    #expect(result.at("capabilities", "positionEncoding")?.string == expected)
    try await client.expectAlive()
  }

  @Test(
    "T2: an ideograph beyond the first plane takes as many columns as its encoding says, both ways",
    arguments: [("utf-8", 4), ("utf-16", 2), ("utf-32", 1)])
  func astralIdeographsAreCounted(_ encoding: String, _ width: Int) async throws {
    let client = try Client.scripted()
    try await client.start(encodings: [encoding])
    let own = encoding == "utf-8" ? 3 : 1
    client.open("回𠮷错\n")
    #expect(try await client.diagnostics().diagnosticRanges.last == "0:\(own + width)-0:\(own + width + own)")
    client.change(Client.edit(0, own + width, 0, own + width + own, "对"))
    #expect(try await client.diagnostics().echoedText == "回𠮷对\n")
    try await client.expectAlive()
  }

  /// An edit, and the text it must give.
  struct EditCase: CustomTestStringConvertible, Sendable {
    let name: String
    var encoding = "utf-16"
    let before: String
    let changes: [String]
    let after: String
    var testDescription: String { name }
  }

  static let edits: [EditCase] = [
    EditCase(
      name: "T3: inside a surrogate pair", before: "回𠮷x", changes: [Client.edit(0, 2, 0, 3, "-")],
      after: "回-x"),
    EditCase(
      name: "T3: inside a UTF-8 sequence", encoding: "utf-8", before: "回预x",
      changes: [Client.edit(0, 4, 0, 6, "-")],
      after: "回-x"),
    EditCase(
      name: "T4: past the end of a line", before: "回a\nb", changes: [Client.edit(0, 99, 0, 99, "!")],
      after: "回a!\nb"),
    EditCase(
      name: "T4: past the end of a line that ends in two bytes", before: "回a\r\nb",
      changes: [Client.edit(0, 3, 0, 9, "!")], after: "回a!\r\nb"),
    EditCase(
      name: "T4: past the end of a line in bytes", encoding: "utf-8", before: "回a\r\nb",
      changes: [Client.edit(0, 5, 0, 5, "!")], after: "回a!\r\nb"),
    EditCase(
      name: "T5: past the last line", before: "回a\nb", changes: [Client.edit(7, 0, 9, 9, "!")],
      after: "回a\nb!"),
    EditCase(name: "T6: inverted", before: "回abc", changes: [Client.edit(0, 3, 0, 1, "-")], after: "回-c"),
    EditCase(
      name: "T6: inverted lines", before: "回a\nb\nc", changes: [Client.edit(2, 0, 0, 1, "-")], after: "回-c"),
    EditCase(
      name: "T7: negative and huge", before: "回a\nb",
      changes: [Client.edit(-1, -5, -1, 3, ""), Client.edit(0, 2_147_483_647, 2_147_483_647, 0, "!")],
      after: "回a!"),
    EditCase(
      name: "T7: written with a fraction", before: "回abc",
      changes: [
        #"{"range":{"start":{"line":0.0,"character":2.0},"end":{"line":0,"character":3e0}},"text":"-"}"#
      ],
      after: "回a-c"),
    EditCase(
      name: "T7: beyond 64 bits", before: "回abc",
      changes: [
        #"{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":99999999999999999999}},"text":"-"}"#
      ], after: "回-"),
    EditCase(
      name: "T8: a lone carriage return ends a line", before: "回a\rb\rc",
      changes: [Client.edit(1, 0, 1, 1, "-")],
      after: "回a\r-\rc"),
    EditCase(
      name: "T8: mixed terminators", before: "回\na\r\nb\rc", changes: [Client.edit(3, 0, 3, 1, "-")],
      after: "回\na\r\nb\r-"),
    EditCase(
      name: "T8: a line feed after a carriage return joins it", before: "回\rab",
      changes: [Client.edit(1, 0, 1, 0, "\n"), Client.edit(1, 1, 1, 2, "-")], after: "回\r\na-"),
    EditCase(
      name: "T8: what stood between joins a carriage return and a line feed", before: "回\rx\nab",
      changes: [Client.edit(1, 0, 1, 1, ""), Client.edit(1, 1, 1, 2, "-")], after: "回\r\na-"),
    EditCase(
      name: "T8: a column between a carriage return and a line feed is the end of the line",
      before: "回a\r\nb",
      changes: [Client.edit(0, 3, 1, 0, "-")], after: "回a-b"),
    EditCase(
      name: "T9: other separators end no line", before: "回\u{2028}\u{2029}\u{85}\u{0B}\u{0C}a\nb",
      changes: [Client.edit(0, 6, 0, 7, "-"), Client.edit(1, 0, 1, 1, "+")],
      after: "回\u{2028}\u{2029}\u{85}\u{0B}\u{0C}-\n+"),
    EditCase(
      name: "T10: each change follows the one before, a whole text between", before: "回a",
      changes: [
        Client.edit(0, 1, 0, 1, "xy"), Client.edit(0, 2, 0, 3, "z"), Client.whole("回new"),
        Client.edit(0, 4, 0, 4, "!"),
      ], after: "回new!"),
    EditCase(name: "T11: no changes", before: "回a", changes: [], after: "回a"),
    EditCase(
      name: "T12: rangeLength is ignored", before: "回abc",
      changes: [
        #"{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":2}},"rangeLength":77,"text":"-"}"#
      ], after: "回-bc"),
    EditCase(
      name: "a change that makes no sense is skipped", before: "回a",
      changes: [
        "5", "{}", #"{"text":5}"#, #"{"range":{"start":"x"},"text":"-"}"#, Client.edit(0, 2, 0, 2, "!"),
      ],
      after: "回a!"),
  ]

  @Test("Edits", arguments: edits)
  func editsGiveTheText(_ edit: EditCase) async throws {
    let client = try Client.scripted()
    try await client.start(encodings: [edit.encoding])
    client.open(edit.before)
    #expect(try await client.diagnostics().echoedText == edit.before)
    client.notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"file:///draft.md","version":2},"contentChanges":[\#(edit.changes.joined(separator: ","))]}"#
    )
    let published = try await client.diagnostics()
    #expect(published.echoedText == edit.after)
    #expect(published["version"]?.int == 2)
    try await client.expectAlive()
  }

  @Test(
    "T13: odd versions are taken as they come", arguments: ["3", "1", "0", "-4", "2147483647", "99999999999"])
  func oddVersionsAreTaken(_ version: String) async throws {
    let client = try Client.scripted()
    try await client.start()
    client.open("回a", version: "1")
    _ = try await client.diagnostics()
    client.change(version: version, Client.whole("回b"))
    let published = try await client.diagnostics()
    #expect(published.echoedText == "回b")
    #expect(published["version"].map { Client.text(of: $0) } == version)
    try await client.expectAlive()
  }

  @Test("T13: a null version keeps the last one")
  func nullVersionKeepsTheLast() async throws {
    let client = try Client.scripted()
    try await client.start()
    client.open("回a", version: "7")
    _ = try await client.diagnostics()
    client.change(version: "null", Client.whole("回b"))
    let published = try await client.diagnostics()
    #expect(published.echoedText == "回b")
    #expect(published["version"]?.int == 7)
    try await client.expectAlive()
  }

  @Test("T14: what is not open cannot be changed or closed; opening twice takes the later text")
  func lifeOfDocumentsIsForgiving() async throws {
    let client = try Client.scripted()
    try await client.start()
    client.change("file:///never.md", Client.whole("错"))
    client.closeDocument("file:///never.md")
    client.open("回one", version: "5")
    #expect(try await client.diagnostics().echoedText == "回one")
    client.open("回two", version: "3")
    let again = try await client.diagnostics()
    #expect(again.echoedText == "回two")
    #expect(again["version"]?.int == 3)
    client.closeDocument()
    #expect(try await client.diagnostics().diagnosticRanges == [])
    client.open("回three", version: "1")
    #expect(try await client.diagnostics()["version"]?.int == 1)
    try await client.expectAlive()
  }

  @Test("T16: what lies on disk is not read while a document is open")
  func diskIsNotReadWhileOpen() async throws {
    let client = try Client.scripted()
    try await client.start()
    client.open("file:///etc/passwd", "回buffer")
    #expect(try await client.diagnostics().echoedText == "回buffer")
    try await client.expectAlive()
  }

  @Test(
    "T17: documents of any scheme are checked",
    arguments: [
      "untitled:Untitled-1", "git:/a.md?x", "vscode-notebook-cell:/a#b", "", "no scheme", "buffer://预算/1",
    ])
  func anySchemeIsChecked(_ uri: String) async throws {
    let client = try Client.scripted()
    try await client.start()
    client.open(uri, "错")
    let published = try await client.diagnostics()
    #expect(published["uri"]?.string == uri)
    #expect(published.diagnosticRanges == ["0:0-0:1"])
    try await client.expectAlive()
  }

  @Test(
    "T18: spellings of one URI name one document, answered in the spelling it was opened with",
    arguments: [
      ("file:///home/%E9%A2%84%E7%AE%97.md", "file:///home/预算.md"),
      ("file:///home/预算%20草案.md", "file:///home/预算 草案.md"), ("file:///home/a%2Bb.md", "file:///home/a+b.md"),
      ("file:///home/a%23b.md", "file:///home/a#b.md"), ("file:///C%3A/a.md", "file:///c:/a.md"),
      ("file:///c:/a.md", "file:///C:/a.md"), ("file:///home/e\u{301}.md", "file:///home/%C3%A9.md"),
      ("FILE:///home/a.md", "file:///home/a.md"), ("file://localhost/home/a.md", "file:///home/a.md"),
      ("file:///home/%e9%a2%84.md", "file:///home/%E9%A2%84.md"),
    ])
  func spellingsNameOneDocument(_ opened: String, _ changed: String) async throws {
    let client = try Client.scripted()
    try await client.start()
    client.open(opened, "回a")
    _ = try await client.diagnostics()
    client.change(changed, Client.whole("回b"))
    let published = try await client.diagnostics()
    #expect(published.echoedText == "回b")
    #expect(published["uri"].map { Array(($0.string ?? "").utf8) } == Array(opened.utf8))
    client.closeDocument(changed)
    #expect(try await client.diagnostics().diagnosticRanges == [])
    try await client.expectAlive()
  }

  @Test("T18: different names stay different documents")
  func differentNamesStayDifferent() {
    let uris = [
      "file:///home/a.md", "file:///home/A.md", "file:///home/a.md ", "untitled:a.md",
      "file:///home/a%2525.md",
    ]
    #expect(Set(uris.map { DocumentURI($0) }).count == uris.count)
    #expect(DocumentURI("file:///home/%E9%A2%84%20+.md").path == "/home/预 +.md")
    #expect(DocumentURI(path: "/home/预 +.md").spelling == "file:///home/%E9%A2%84%20%2B.md")
    #expect(DocumentURI("untitled:a").path == nil)
  }

  @Test("T19: willSave is not advertised, so it is not asked for")
  func willSaveIsNotAdvertised() async throws {
    let client = try Client.binary()
    let sync = try await client.start().at("capabilities", "textDocumentSync")
    #expect(sync?["willSave"] == nil && sync?["willSaveWaitUntil"] == nil)
    #expect(sync?["openClose"]?.bool == true)
    #expect(sync?["change"]?.int == 2)
  }

  @Test(
    "T20: combining marks, joiners, selectors and wide digits count as the encoding says",
    arguments: [
      ("e\u{301}错", 2), ("👨‍👩‍👧错", 8), ("葛\u{E0100}错", 3), ("１２．５％错", 5), ("\u{FEFF}错", 1),
      ("\u{200D}\u{FE0F}错", 2),
    ])
  func oddCharactersAreCounted(_ text: String, _ column: Int) async throws {
    let client = try Client.scripted()
    try await client.start()
    client.open(text)
    #expect(try await client.diagnostics().diagnosticRanges == ["0:\(column)-0:\(column + 1)"])
    try await client.expectAlive()
  }

  @Test("a text past the largest draft is told of once, kept through edits, and checked once it is shorter")
  func longTextsAreKept() async throws {
    let client = try Client.binary()
    try await client.start()
    let open = Array(
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///draft.md","languageId":"markdown","version":1,"text":""#
        .utf8)
    let draft = Array(Client.quote(Samples.wrongTotal).utf8.dropFirst().dropLast())
    let filler = [UInt8](repeating: UInt8(ascii: "a"), count: SourceText.maximumSize)
    let content = open + draft + filler + Array(#""}}}"#.utf8)
    client.send(raw: Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content)
    let lines = Samples.wrongTotal.split(separator: "\n", omittingEmptySubsequences: false).count
    let shown = try await client.next()
    #expect(shown["method"]?.string == "window/showMessage")
    #expect(shown.at("params", "message")?.string?.contains("draft.md") == true)
    #expect(try await client.next().at("params", "diagnostics")?.array?.isEmpty == true)
    client.change(version: "2", Client.edit(lines - 1, 9, lines - 1, 10, "b"))
    #expect(try await client.next().at("params", "diagnostics")?.array?.isEmpty == true)
    client.change(version: "3", Client.edit(lines - 1, 0, lines, 0, ""))
    #expect(try await client.diagnostics().diagnosticRanges == ["10:4-10:10"])
    try await client.expectAlive()
  }

  @Test("a draft too large for the reading thread is checked as well, and its newest text wins")
  func largeDraftsAreChecked() async throws {
    let client = try Client.scripted()
    try await client.start()
    let filler = String(repeating: "预算草案\n", count: 40_000)
    client.open(filler + "错")
    for version in 2...20 { client.change(version: "\(version)", Client.edit(0, 0, 0, 0, "字")) }
    while true {
      let published = try await client.diagnostics()
      #expect(published.diagnosticRanges == ["40000:0-40000:1"])
      if published["version"]?.int == 20 { break }
    }
    try await client.expectAlive()
  }
}
