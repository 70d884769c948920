import Foundation
import LintCore
import Testing

@testable import LintServer

/// What an editor shows and offers, against the real binary and its rules.
@Suite("Features", .timeLimit(.minutes(12)))
struct FeatureTests {
  static let document = #""textDocument":{"uri":"file:///draft.md"}"#

  private func ask(_ client: Client, _ method: String, _ params: String = "") async throws -> JSONValue {
    client.request("9", method, "{" + Self.document + (params.isEmpty ? "" : "," + params) + "}")
    let answer = try await client.response(to: "9")
    #expect(answer["error"] == nil)
    return try #require(answer["result"])
  }

  private func started(_ text: String, capabilities: String = Samples.modernClient) async throws -> Client {
    let client = try Client.binary()
    try await client.start(capabilities: capabilities)
    client.open(text, version: "4")
    return client
  }

  private static let position = #""position":{"line":10,"character":5}"#
  private static func at(_ line: Int, _ character: Int) -> String {
    #""position":{"line":\#(line),"character":\#(character)}"#
  }

  @Test("code actions are offered to clients that take more than commands", arguments: [false, true])
  func actionsAreOfferedAsLiterals(_ literals: Bool) async throws {
    let client = try Client.binary()
    let offered = try await client.start(capabilities: literals ? Samples.modernClient : "{}")
    #expect((offered.at("capabilities", "codeActionProvider") != nil) == literals)
    try await client.expectAlive()
  }

  @Test("a fix for a wrong total comes as an edit for the version it was made for, never preferred")
  func wrongTotalIsFixed() async throws {
    let client = try await started(Samples.wrongTotal)
    let range = #""range":\#(Client.range(10, 5, 10, 5)),"context":{"diagnostics":[]}"#
    let actions = try await ask(client, "textDocument/codeAction", range).array ?? []
    let action = try #require(actions.first)
    #expect(action["kind"]?.string == "quickfix")
    #expect(action["isPreferred"] == nil)
    #expect(action["title"]?.string?.contains("170.00") == true)
    let change = try #require(action.at("edit", "documentChanges")?.array?.first)
    #expect(change.at("textDocument", "version")?.int == 4)
    #expect(change["edits"]?.array?.first?["newText"]?.string == "170.00")
    #expect(change["edits"]?.array?.first?["range"]?.rangeText == "10:4-10:10")
    #expect(actions.allSatisfy { $0["kind"]?.string != "source.fixAll.lint-rules" })
    try await client.expectAlive()
  }

  @Test(
    "D8: only asked kinds are offered, and what the client says about diagnostics is not trusted",
    arguments: [
      (#"{"diagnostics":[]}"#, true), (#"{"diagnostics":[],"only":["quickfix"]}"#, true),
      (#"{"diagnostics":[],"only":[""]}"#, true), (#"{"diagnostics":[],"only":["refactor"]}"#, false),
      (#"{"diagnostics":[],"only":["quick"]}"#, false), (#"{"diagnostics":[],"only":[]}"#, false),
      (#"{"diagnostics":[],"only":["source"]}"#, false), ("{}", true), ("null", true),
      (#"{"diagnostics":[{"range":5,"message":null}],"triggerKind":2}"#, true),
    ])
  func onlyAskedKindsAreOffered(_ context: String, _ offersQuickFix: Bool) async throws {
    let client = try await started(Samples.wrongTotal)
    let range = #""range":\#(Client.range(10, 4, 10, 10)),"context":\#(context)"#
    let actions = try await ask(client, "textDocument/codeAction", range).array ?? []
    #expect(actions.contains { $0["kind"]?.string == "quickfix" } == offersQuickFix)
    try await client.expectAlive()
  }

  @Test("D8: a finding that the client names is meant, wherever the cursor stands")
  func namedFindingsAreMeant() async throws {
    let client = try await started(Samples.wrongTotal)
    let right = #"{"range":\#(Client.range(10, 4, 10, 10)),"code":"column-total","message":"alt"}"#
    let old = #"{"range":\#(Client.range(10, 4, 10, 9)),"code":"column-total","message":""}"#
    for (diagnostics, isOffered) in [(right, true), (old, false), ("7", false), (#"{"code":1}"#, false)] {
      let params = #""range":\#(Client.range(10, 1, 10, 1)),"context":{"diagnostics":[\#(diagnostics)]}"#
      let actions = try await ask(client, "textDocument/codeAction", params).array ?? []
      #expect(!actions.isEmpty == isOffered, "\(diagnostics)")
    }
    try await client.expectAlive()
  }

  @Test("D8: kinds match by their beginning")
  func kindsMatchByBeginning() {
    #expect(Server.wants("source.fixAll.lint-rules", ["source"]))
    #expect(Server.wants("source.fixAll.lint-rules", ["source.fixAll"]))
    #expect(Server.wants("source.fixAll.lint-rules", ["x", "source.fixAll.lint-rules"]))
    #expect(!Server.wants("source.fixAll.lint-rules", ["source.fix"]))
    #expect(!Server.wants("source.fixAll.lint-rules", ["source.fixAll.lint-rules.x"]))
  }

  @Test("D9: edits of one action never overlap, and inserts at one place keep their order")
  func editsNeverOverlap() {
    func edit(_ lower: Int, _ upper: Int, _ text: String) -> Edit { Edit(ByteRange(lower, upper), text) }
    let edits = [
      edit(5, 9, "a"), edit(7, 8, "b"), edit(2, 2, "x"), edit(2, 2, "y"), edit(2, 2, "y"), edit(9, 9, "z"),
      edit(0, 2, "c"),
    ]
    #expect(
      Server.applicable(edits) == [
        edit(0, 2, "c"), edit(2, 2, "x"), edit(2, 2, "y"), edit(5, 9, "a"), edit(9, 9, "z"),
      ])
  }

  @Test("a comment that silences a rule silences the finding", arguments: ["\n", "\r\n"])
  func commentSilencesTheFinding(_ terminator: String) async throws {
    let text = Samples.wrongTotal.replacing("\n", with: terminator)
    let client = try await started(text)
    #expect(try await client.diagnostics().diagnosticRanges.contains("10:4-10:10"))
    let range = #""range":\#(Client.range(10, 5, 10, 5)),"context":{"diagnostics":[],"only":["quickfix"]}"#
    let actions = try await ask(client, "textDocument/codeAction", range).array ?? []
    let edit = try #require(actions.last?.at("edit", "documentChanges")?.array?.first?["edits"]?.array?.first)
    let comment = try #require(edit["newText"]?.string)
    #expect(comment.hasPrefix("<!-- lint-rules-disable column-total -- ") && comment.hasSuffix(terminator))
    var buffer = TextBuffer(Array(text.utf8))
    buffer.replace(
      buffer.offsets(of: try #require(edit["range"]).positionRange(), .utf16), with: Array(comment.utf8))
    client.change(version: "5", Client.whole(String(decoding: buffer.bytes, as: UTF8.self)))
    let codes = try await client.diagnostics()["diagnostics"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(!codes.contains("column-total") && !codes.contains("suppression"))
    try await client.expectAlive()
  }

  @Test("everything safe is one action, and a figure is not in it")
  func safeFixesAreOneAction() async throws {
    let client = try Client.scripted { source in
      let title = Message(Phrase("修", "fix"))
      return [(0, Fix.Safety.safe), (3, .review), (6, .safe)].map { place, safety in
        Finding(
          rule: "x", severity: .info, range: ByteRange(place, place + 1), message: Message(Phrase("a", "a")),
          fixes: [Fix(title: title, edits: [Edit(ByteRange(place, place + 1), "-")], safety: safety)])
      }
    }
    try await client.start(capabilities: Samples.modernClient)
    client.open("abcdefgh")
    let params =
      #""range":\#(Client.range(0, 0, 0, 0)),"context":{"diagnostics":[],"only":["source.fixAll"]}"#
    let actions = try await ask(client, "textDocument/codeAction", params).array ?? []
    #expect(actions.count == 1)
    let edits = actions.first?.at("edit", "documentChanges")?.array?.first?["edits"]?.array ?? []
    #expect(edits.compactMap { $0["range"]?.rangeText } == ["0:0-0:1", "0:6-0:7"])
    let quick = #""range":\#(Client.range(0, 0, 0, 8)),"context":{"diagnostics":[],"only":["quickfix"]}"#
    let fixes = try await ask(client, "textDocument/codeAction", quick).array ?? []
    #expect(fixes.map { $0["isPreferred"]?.bool } == [true, nil, true, nil])
    #expect(fixes.last?.at("edit", "documentChanges") != nil)
    try await client.expectAlive()
  }

  @Test("a fix is applied whole or not at all")
  func fixesAreWhole() {
    func fix(_ edits: (Int, Int, String)...) -> Fix {
      Fix(
        title: Message(Phrase("修", "fix")), edits: edits.map { Edit(ByteRange($0.0, $0.1), $0.2) },
        safety: .safe)
    }
    let fixes = [
      fix((0, 2, "a")), fix((1, 3, "b"), (8, 9, "b")), fix((4, 4, "c")), fix((4, 4, "c"), (7, 7, "c")),
      fix((8, 9, "d")),
    ]
    #expect(Server.applicable(fixes).map(\.text) == ["a", "c", "d"])
  }

  @Test(
    "asked for safe fixes alone, a client that can show it is told that there are none",
    arguments: [true, false])
  func absentFixesAreExplained(canShow: Bool) async throws {
    let client = try Client.binary()
    let capabilities = Samples.modernClient.replacing(
      #""isPreferredSupport":true"#, with: #""isPreferredSupport":true,"disabledSupport":\#(canShow)"#)
    try await client.start(capabilities: capabilities)
    client.open(Samples.wrongTotal)
    for (only, count) in [
      (#","only":["source.fixAll"]"#, canShow ? 1 : 0), (#","only":["source"]"#, 0), ("", 0),
    ] {
      let params = #""range":\#(Client.range(0, 0, 0, 0)),"context":{"diagnostics":[]\#(only)}"#
      let actions = try await ask(client, "textDocument/codeAction", params).array ?? []
      #expect(actions.count == count)
      #expect(actions.allSatisfy { $0.at("disabled", "reason") != nil && $0["edit"] == nil })
    }
    try await client.expectAlive()
  }

  @Test("D22: hover is Markdown only for clients that show it, and text of the draft is never markup")
  func hoverFollowsTheClient() async throws {
    for capabilities in [Samples.modernClient, "{}"] {
      let text = Samples.wrongTotal.replacing("卫生健康支出", with: "卫生|<b>`*_健康")
      let client = try await started(text, capabilities: capabilities)
      let hover = try await ask(client, "textDocument/hover", Self.at(9, 18))
      let isMarkdown = capabilities != "{}"
      #expect(hover.at("contents", "kind")?.string == (isMarkdown ? "markdown" : "plaintext"))
      let value = try #require(hover.at("contents", "value")?.string)
      #expect(value.contains("20.00"))
      #expect(value.contains("**") == isMarkdown)
      if isMarkdown { #expect(value.contains("\\|") && !value.contains("<b>")) }
      try await client.expectAlive()
    }
  }

  @Test("hover on a wrong total tells the rule and the arithmetic, and its range")
  func hoverTellsTheArithmetic() async throws {
    let client = try await started(Samples.wrongTotal)
    let hover = try await ask(client, "textDocument/hover", Self.at(10, 5))
    #expect(hover.at("contents", "value")?.string?.contains("170.00") == true)
    #expect(hover["range"]?.rangeText == "10:4-10:10")
    try await client.expectAlive()
  }

  @Test("hover tells what is wrong and the arithmetic before the reasons of the rule, and counts blanks")
  func hoverTellsFiguresFirst() async throws {
    let text = Samples.wrongTotal.replacing("\t50.00\t50.00\t", with: "\t55.00\t50.00\t")
    let client = try await started(text)
    let value =
      try await ask(client, "textDocument/hover", Self.at(8, 16)).at("contents", "value")?.string ?? ""
    let parts = ["错误：", "等于 2 项之和", "1 项为空或零", "合计 50.00，相差 5.00", "依据"].map {
      value.range(of: $0)?.lowerBound
    }
    #expect(!parts.contains(nil) && parts.compactMap(\.self) == parts.compactMap(\.self).sorted())
    try await client.expectAlive()
  }

  @Test("hover tells by how much a figure of the text differs from its cell, and a fix which figure it means")
  func figuresOfTheTextAreCompared() async throws {
    let client = try await started(
      NavigationTests.bound.replacing("基本支出110.00万元，占73.33%", with: "基本支出120.00万元，占73.33%"))
    let hover = try await ask(client, "textDocument/hover", Self.at(13, 27))
    #expect(hover.at("contents", "value")?.string?.contains("文中多 10.00万元") == true)
    let range = #""range":\#(Client.range(13, 0, 13, 60)),"context":{"diagnostics":[]}"#
    let titles = try await ask(client, "textDocument/codeAction", range).array?.compactMap {
      $0["title"]?.string
    }
    #expect(titles?.contains { $0.hasPrefix("120.00：改为 110.00") } == true, "\(titles ?? [])")
    try await client.expectAlive()
  }

  @Test("hover tells what a total is the sum of and what a detail enters, also where nothing is wrong")
  func hoverTellsSums() async throws {
    let client = try await started(Samples.rightTotal)
    func text(_ line: Int, _ character: Int) async throws -> String {
      try await ask(client, "textDocument/hover", Self.at(line, character)).at("contents", "value")?.string
        ?? ""
    }
    let total = try await text(10, 5)
    #expect(total.contains("等于 3 项之和") && total.contains("社会保障和就业支出 50.00"))
    #expect(total.contains("合计 170.00，相符"))
    let detail = try await text(8, 14)
    #expect(detail.contains("计入") && detail.contains("合计 170.00"))
    let title = try await text(2, 5)
    #expect(title.contains("10 个数字中 10 个有合计关系可核对"))
    let marked = try await ask(client, "textDocument/documentHighlight", Self.at(10, 5)).array ?? []
    #expect(Set(marked.compactMap { $0.at("range", "start", "line")?.int }) == [7, 8, 9, 10])
    try await client.expectAlive()
  }

  @Test(
    "D20: at places without meaning the answers are null or empty",
    arguments: ["", "\n", "\n\n\n", "|---|---|\n", "\u{FEFF}", "字"])
  func emptyPlacesGiveNothing(_ text: String) async throws {
    let client = try await started(text)
    for (line, character) in [(0, 0), (0, 99), (99, 0), (0, 3)] {
      for method in ["hover", "documentHighlight"] {
        let answer = try await ask(client, "textDocument/" + method, Self.at(line, character))
        #expect(answer.isNull || answer.array?.isEmpty == true)
      }
      let positions = #""positions":[{"line":\#(line),"character":\#(character)}]"#
      #expect(try await ask(client, "textDocument/selectionRange", positions).array?.count == 1)
    }
    #expect(try await ask(client, "textDocument/documentSymbol").array != nil)
    #expect(try await ask(client, "textDocument/foldingRange").array?.isEmpty == true)
    #expect(
      try await ask(client, "textDocument/inlayHint", #""range":\#(Client.range(0, 0, 99, 0))"#).array?
        .isEmpty == true)
    try await client.expectAlive()
  }

  @Test(
    "Q4: wrong parameters are refused as such",
    arguments: [
      "hover", "documentHighlight", "codeAction", "selectionRange", "documentSymbol", "foldingRange",
      "inlayHint", "diagnostic",
    ])
  func wrongParametersAreRefused(_ method: String) async throws {
    let client = try await started(Samples.wrongTotal)
    for params in ["null", "5", "[]", "{}", #"{"textDocument":{"uri":5}}"#, #"{"textDocument":[]}"#] {
      client.request("3", "textDocument/" + method, params)
      #expect(try await client.response(to: "3").at("error", "code")?.int == -32602)
    }
    try await client.expectAlive()
  }

  @Test(
    "Q9: requests on a document that is not open are answered with nothing",
    arguments: [
      "hover", "documentHighlight", "codeAction", "selectionRange", "documentSymbol", "foldingRange",
      "inlayHint",
    ])
  func unknownDocumentsGiveNothing(_ method: String) async throws {
    let client = try Client.binary()
    try await client.start(capabilities: Samples.modernClient)
    let params =
      Self.position + #","positions":[],"range":\#(Client.range(0, 0, 1, 0)),"context":{"diagnostics":[]}"#
    let answer = try await ask(client, "textDocument/" + method, params)
    #expect(answer.isNull || answer.array?.isEmpty == true)
    try await client.expectAlive()
  }

  @Test("D21: the outline nests if the client can, and every selection lies inside its range")
  func outlineNestsIfTheClientCan() async throws {
    let nested = try await started(Samples.wrongTotal)
    let tree = try await ask(nested, "textDocument/documentSymbol").array ?? []
    #expect(tree.count == 1)
    #expect(tree.first?["children"]?.array?.count == 2)
    #expect(tree.first?["detail"]?.string == "1 处错误")
    func check(_ symbol: JSONValue, inside: PositionRange?) throws {
      let range = try #require(symbol["range"]).positionRange()
      let selection = try #require(symbol["selectionRange"]).positionRange()
      #expect(range.start <= selection.start && selection.end <= range.end)
      if let inside { #expect(inside.start <= range.start && range.end <= inside.end) }
      #expect(symbol["name"]?.string?.isEmpty == false)
      for child in symbol["children"]?.array ?? [] { try check(child, inside: range) }
    }
    for symbol in tree { try check(symbol, inside: nil) }

    let flat = try await started(Samples.wrongTotal, capabilities: "{}")
    let list = try await ask(flat, "textDocument/documentSymbol").array ?? []
    #expect(list.count == 3)
    #expect(list.allSatisfy { $0["location"] != nil && $0["children"] == nil && $0["selectionRange"] == nil })
    flat.request("4", "workspace/symbol", #"{"query":"说明"}"#)
    #expect(try await flat.response(to: "4")["result"]?.array?.count == 1)
    try await flat.expectAlive()
  }

  @Test("selections grow from the cell over the row and the table to the whole text")
  func selectionsGrow() async throws {
    let client = try await started(Samples.wrongTotal)
    var chain: [String] = []
    var next = try await ask(
      client, "textDocument/selectionRange", #""positions":[{"line":10,"character":5}]"#
    ).array?.first
    while let step = next {
      chain.append(step["range"]?.rangeText ?? "")
      next = step["parent"]
    }
    #expect(chain.first == "10:4-10:10")
    #expect(chain.dropFirst().first == "10:0-10:23")
    #expect(chain.last == "15:0-15:0" || chain.last == "0:0-15:0")
    #expect(Set(chain).count == chain.count)
    try await client.expectAlive()
  }

  @Test("sections and tables fold, one fold a line")
  func sectionsFold() async throws {
    let client = try await started(Samples.wrongTotal)
    let folds = try await ask(client, "textDocument/foldingRange").array ?? []
    let lines = folds.compactMap { $0["startLine"]?.int }
    #expect(lines == [0, 2, 6, 12])
    #expect(folds.allSatisfy { ($0["endLine"]?.int ?? 0) > ($0["startLine"]?.int ?? 0) })
    try await client.expectAlive()
  }

  @Test("the computed value stands beside a wrong total, and beside nothing else")
  func computedValueIsHinted() async throws {
    let client = try await started(Samples.wrongTotal)
    let whole = #""range":\#(Client.range(0, 0, 99, 0))"#
    let hints = try await ask(client, "textDocument/inlayHint", whole).array ?? []
    #expect(hints.count == 1)
    #expect(hints.first?["label"]?.string == "重算 170.00")
    #expect(hints.first?.at("position", "line")?.int == 10)
    client.change(version: "5", Client.whole(Samples.rightTotal))
    #expect(try await ask(client, "textDocument/inlayHint", whole).array?.isEmpty == true)
    try await client.expectAlive()
  }
}
