import LintCore
import Testing

@testable import LintServer

/// Ways between places, and suggestions, against the real binary.
@Suite("Navigation and completion", .timeLimit(.minutes(12)))
struct NavigationTests {
  static let text = """
    # 某某局2024年部门预算

    目录
    第一部分 概况………………1
    第二部分 预算表………………2

    # 第一部分 概况

    支出详见表二，一般公共服务支出为

    # 第二部分 预算表

    表一 收入总表

    单位：万元

    科目编码\t科目名称\t合计
    201\t一般公共服务支出\t100.00
    208\t社会保障和就业支出\t50.00
    \t合计\t150.00

    表二 支出总表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    201\t一般公共服务支出\t100.00\t60.00\t40.00
    208\t社会保障和就业支出\t50.00\t50.00\t
    \t合计\t150.00\t110.00\t40.00

    """

  private func ask(
    _ method: String, _ line: Int, _ character: Int, text: String = Self.text, capabilities: String = "{}",
    _ more: String = ""
  ) async throws -> JSONValue {
    let client = try Client.binary()
    try await client.start(capabilities: capabilities)
    client.open(text)
    client.request(
      "9", method,
      #"{"textDocument":{"uri":"file:///draft.md"},"position":{"line":\#(line),"character":\#(character)}\#(more)}"#
    )
    let answer = try await client.response(to: "9")
    try await client.expectAlive()
    return try #require(answer["result"])
  }

  /// The line of the first row that starts with some words.
  private func line(_ start: String, after: Int = 0) -> Int {
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.dropFirst(after).first { lines[$0].hasPrefix(start) } ?? -1
  }

  @Test("the number of a table leads to its title", arguments: [false, true])
  func tableNumberLeadsToItsTitle(links: Bool) async throws {
    let capabilities = #"{"textDocument":{"definition":{"linkSupport":\#(links)}}}"#
    let targets =
      try await ask("textDocument/definition", line("支出详见"), 5, capabilities: capabilities).array ?? []
    #expect(targets.count == 1)
    let range = links ? targets.first?["targetRange"] : targets.first?["range"]
    #expect(range?["start"]?["line"]?.int == line("表二 支出"))
    if links { #expect(targets.first?["originSelectionRange"]?.rangeText == "8:4-8:6") }
  }

  @Test("an entry of the contents leads to its heading")
  func entryLeadsToItsHeading() async throws {
    let targets = try await ask("textDocument/definition", line("第二部分"), 3).array ?? []
    #expect(targets.first?.at("range", "start", "line")?.int == line("# 第二部分"))
    // The origin reaches to the leader that was pointed at.
    let links = try await ask(
      "textDocument/definition", line("第二部分"), 11,
      capabilities: #"{"textDocument":{"definition":{"linkSupport":true}}}"#)
    let entry = line("第二部分")
    #expect(links.array?.first?["originSelectionRange"]?.rangeText == "\(entry):0-\(entry):11")
  }

  @Test("links lead from entries and mentions to the line where the place stands when they are followed")
  func linksLeadToTheirPlaces() async throws {
    let client = try Client.binary()
    try await client.start(capabilities: #"{"textDocument":{"documentLink":{"tooltipSupport":true}}}"#)
    client.open(Self.text)
    client.request("1", "textDocument/documentLink", #"{"textDocument":{"uri":"file:///draft.md"}}"#)
    let links = try await client.response(to: "1")["result"]?.array ?? []
    #expect(links.compactMap { $0["range"]?.rangeText } == ["3:0-3:7", "4:0-4:8", "8:4-8:6"])
    #expect(links.last?["tooltip"]?.string == "表二 支出总表")
    #expect(links.allSatisfy { $0["target"] == nil })
    // Two lines more before the table, between the listing and the click.
    client.change(Client.edit(0, 0, 0, 0, "首行\n\n"))
    var targets: [String?] = []
    for link in links {
      var writer = JSONWriter()
      writer.value(link)
      client.request("2", "documentLink/resolve", String(decoding: writer.bytes, as: UTF8.self))
      targets.append(try await client.response(to: "2").at("result", "target")?.string)
    }
    let expected = [line("# 第一部分") + 3, line("# 第二部分") + 3, line("表二 支出") + 3]
    #expect(targets == zip(expected, [3, 3, 1]).map { "file:///draft.md#\($0),\($1)" })
    let lost = #"{"range":\#(Client.range(8, 4, 8, 6)),"data":{"uri":"file:///gone.md","words":"表二"}}"#
    for (params, isAnswered) in [
      (lost, true), (#"{"range":\#(Client.range(0, 0, 0, 0))}"#, true), ("{}", false),
    ] {
      client.request("3", "documentLink/resolve", params)
      let answer = try await client.response(to: "3")
      #expect((answer["result"] != nil) == isAnswered && answer.at("result", "target") == nil)
      #expect(isAnswered || answer.at("error", "code")?.int == -32602)
    }
    try await client.expectAlive()
  }

  @Test("where nothing is defined the answer is null")
  func nothingIsNull() async throws {
    #expect(try await ask("textDocument/definition", 0, 3).isNull)
    #expect(try await ask("textDocument/references", 1, 0).isNull)
    #expect(try await ask("textDocument/definition", 99, 0, text: "").isNull)
  }

  @Test("references of a cell are the cells of other tables that state it", arguments: [true, false])
  func referencesAreCopies(own: Bool) async throws {
    let row = line("201")
    let more = #","context":{"includeDeclaration":\#(own)}"#
    let places = try await ask("textDocument/references", row, 14, more).array ?? []
    let lines = places.compactMap { $0.at("range", "start", "line")?.int }
    #expect(lines.contains(row) == own)
    #expect(lines.contains(line("201", after: row + 1)))
  }

  static let bound = """
    # 某某局2024年部门预算

    ## 支出总表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    201\t一般公共服务支出\t100.00\t60.00\t40.00
    208\t社会保障和就业支出\t50.00\t50.00\t
    \t合计\t150.00\t110.00\t40.00

    ## 情况说明

    2024年支出总计150.00万元，其中：基本支出110.00万元，占73.33%；项目支出40.00万元，占26.67%。

    """

  @Test("a figure of the text leads to its cell, and the cell back to the text")
  func figuresLeadToCells() async throws {
    let prose = 13
    let cells = try await ask("textDocument/definition", prose, 26, text: Self.bound).array ?? []
    #expect(cells.contains { $0["range"]?.rangeText == "9:11-9:17" })
    let places = try await ask("textDocument/references", 9, 13, text: Self.bound).array ?? []
    #expect(places.contains { $0.at("range", "start", "line")?.int == prose })
    let hover = try await ask("textDocument/hover", prose, 26, text: Self.bound)
    #expect(hover.at("contents", "value")?.string?.contains("与表中数字一致") == true)
    #expect(hover.at("contents", "value")?.string?.contains("110.00万元") == true)
    let marked = try await ask("textDocument/documentHighlight", prose, 26, text: Self.bound).array ?? []
    #expect(marked.count >= 2)
  }

  @Test("hover tells the subject, where a figure is repeated, and how a share comes about")
  func hoverTellsWhatAFigureIs() async throws {
    func said(_ line: Int, _ character: Int) async throws -> String {
      let hover = try await ask("textDocument/hover", line, character, text: Self.bound)
      return hover.at("contents", "value")?.string ?? ""
    }
    let code = try await said(7, 1)
    #expect(code.contains("科目：201 一般公共服务支出") && !code.contains("元"))
    let name = try await said(13, 22)
    #expect(name.contains("基本支出 110.00万元"))
    let total = try await said(9, 13)
    #expect(total.contains("另见：") && total.contains("第 14 行：基本支出 110.00万元"))
    let share = try await said(13, 36)
    #expect(share.contains("读作：占比") && share.contains("110.00 ÷ 150.00 = 73.33%"))
  }

  @Test("after the name of a row its amount is suggested, and after a code its name")
  func amountsAndNamesAreSuggested() async throws {
    let prose = line("支出详见")
    let amounts = try await ask("textDocument/completion", prose, 99).array ?? []
    #expect(amounts.first?["label"]?.string == "100.00万元")
    #expect(amounts.first?.at("textEdit", "range", "start", "line")?.int == prose)
    let typed = Self.text + "208\t社"
    let last = typed.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    let names = try await ask("textDocument/completion", last, 99, text: typed)
    #expect(names.array?.contains { $0["label"]?.string == "社会保障和就业支出" } == true)
    let piped = try await ask("textDocument/completion", last, 99, text: Self.text + "| 208 | 社")
    #expect(piped.array?.first?["label"]?.string == "社会保障和就业支出")
    #expect(piped.array?.first?.at("textEdit", "range")?.rangeText == "\(last):8-\(last):9")
  }

  @Test("the amount that a sentence means is suggested, also where no row has the words before it")
  func meantAmountsAreSuggested() async throws {
    let text = Self.text + "\n\n2024年支出总计"
    let last = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    let amounts = try await ask("textDocument/completion", last, 99, text: text).array ?? []
    #expect(amounts.first?["label"]?.string == "150.00万元")
    let begun = try await ask("textDocument/completion", last, 99, text: text + "15").array ?? []
    #expect(begun.first?.at("textEdit", "range")?.rangeText == "\(last):9-\(last):11")
  }

  @Test("headings that the profile asks for are suggested at the start of a line")
  func missingHeadingsAreSuggested() async throws {
    let options = #","initializationOptions":{"profile":"department-budget"}"#
    let client = try Client.binary()
    try await client.start(capabilities: "{}", options)
    client.open(Self.text)
    let end = Self.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    client.request(
      "9", "textDocument/completion",
      #"{"textDocument":{"uri":"file:///draft.md"},"position":{"line":\#(end),"character":0}}"#)
    let labels = try await client.response(to: "9")["result"]?.array?.compactMap { $0["label"]?.string } ?? []
    #expect(labels.contains("第三部分 名词解释"))
    #expect(!labels.contains { $0.hasSuffix("部分 概况") })
    #expect(labels.contains { $0.hasPrefix("注：本表无数据") })
    try await client.expectAlive()
  }
}
