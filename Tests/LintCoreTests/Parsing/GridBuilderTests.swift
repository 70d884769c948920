import Testing

@testable import LintCore

@Suite struct GridBuilderTests {
  private func cell(_ text: String) -> Cell {
    Folder.units(text).withUnsafeBufferPointer { CellReader.cell($0, 0, $0.count) }
  }

  @Test(
    arguments: [
      ("", .blank, "0"), ("-", .dash, "0"), ("——", .dash, "0"), ("/", .dash, "0"),
      ("100.00", .number, "100.00"), ("1,234.5", .number, "1234.5"), ("-5.00", .number, "-5.00"),
      ("－5", .number, "-5"),
      ("１２．５", .number, "12.5"), ("￥12", .number, "12"), ("0.00", .number, "0.00"), ("201", .number, "201"),
      ("3.71%", .percent, "3.71"), ("-3.7％", .percent, "-3.7"), ("100%", .percent, "100"),
      ("合计", .text, "0"), ("12万元", .text, "0"), ("1,23", .text, "0"), ("1.2.3", .text, "0"),
      ("≥5", .text, "0"),
      ("5-3", .text, "0"), ("//", .text, "0"), ("- 甲", .text, "0"), ("1234567890123456789", .text, "0"),
      (".", .text, "0"),
    ] as [(String, Cell.Kind, String)])
  func cellsHoldWhatIsWritten(text: String, kind: Cell.Kind, figure: String) {
    let read = cell(text)
    #expect(read.kind == kind)
    #expect(read.amount.plain == figure)
  }

  private static let expected = [
    ["科目编码", "科目名称", "合计", "支出", ""], ["", "", "", "基本支出", "项目支出"], ["201", "甲", "3.00", "1.00", "2.00"],
    ["合计", "", "3.00", "1.00", "2.00"],
  ]

  /// One table in the three kinds of markup that converters write.
  static let markups = [
    """
    科目编码→科目名称→合计→支出→
    →→→基本支出→项目支出
    201→甲→3.00→1.00→2.00
    合计→→3.00→1.00→2.00
    """,
    """
    | 科目编码 | 科目名称 | 合计 | 支出 |  |
    |---|:---|---:|---|---|
    |  |  |  | 基本支出 | 项目支出 |
    | 201 | 甲 | 3.00 | 1.00 | 2.00 |
    | **合计** |  | 3.00 | 1.00 | 2.00 |
    """,
    """
    <table border="1">
    <tr><th rowspan="2">科目编码</th><th rowspan=2>科目名称</th><th rowspan='2'>合计</th><th colspan="2">支出</th></tr>
    <tr><td>基本支出</td><td>项目支出</td></tr>
    <tr><td>201</td><td>甲</td><td>3.00</td><td>1.00</td><td>2.00</td></tr>
    <tr><td colspan="2"><b>合计</b></td><td>3.00</td><td>1.00</td><td>2.00</td></tr>
    </table>
    """,
    "<TABLE><TR><TD ROWSPAN=2>科目编码<TD ROWSPAN=2>科目名称<TD ROWSPAN=2>合计<TD COLSPAN=2>支出"
      + "<TR><TD>基本支出<TD>项目支出<TR><TD>201<TD>甲<TD>3.00<TD>1.00<TD>2.00"
      + "<TR><TD COLSPAN=2>合计<TD>3.00<TD>1.00<TD>2.00</TABLE>",
  ]

  @Test(arguments: markups) func everyMarkupGivesTheSameTable(markup: String) throws {
    let read = draft(markup)
    let table = try #require(read.tables.first)
    #expect(read.tables.count == 1)
    let texts = (0..<table.rowCount).map { row in
      (0..<table.width(ofRow: row)).map { column in
        table.cell(row, column).map { read.string($0.slice) } ?? ""
      }
    }
    #expect(texts == Self.expected)
    #expect(table.headerRows == 2)
    #expect(read.heads(table) == ["科目编码", "科目名称", "合计", "支出/基本支出", "支出/项目支出"])
    #expect(table.sides.map(\.amountColumns) == [[2, 3, 4]])
    #expect(table.sides.first?.rows.map(\.role) == [.detail, .total])
  }

  @Test(arguments: markups) func everyMarkupGivesTheSameFinding(markup: String) {
    // The first amount below the header is changed, so that its row and its column are wrong.
    var wrong = markup
    if let figure = wrong.firstRange(of: "3.00") {
      wrong.replaceSubrange(figure, with: "⟦4.00¦error column-total⟧")
    }
    expectFindings(wrong)
  }

  @Test func rowsKnowTheirLines() {
    let read = draft("文字。\n<table><tr><td>甲</td>\n<td>1</td></tr>\n<tr>\n<td>乙</td><td>2</td></tr></table>")
    #expect(read.tables.first?.rowLines == [1, 3])
    #expect(read.tables.first?.lines == 1..<5)
  }

  @Test func endlessSpansAreBounded() {
    let read = draft(
      "<table><tr><td rowspan=99999999999999999999 colspan=99999>甲</td></tr><tr><td>乙</td></tr></table>")
    #expect(read.tables.first.map { $0.width(ofRow: 0) } == 256)
    let many = draft("<table><tr><td rowspan=999 colspan=999>甲" + String(repeating: "<tr>", count: 10_000))
    #expect(many.tables.first.map(\.cells.count) ?? 0 < 200_000)
  }
}
