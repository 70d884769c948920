import Testing

@testable import LintCore

@Suite struct DraftParserTests {
  private func paragraphs(_ text: String) -> [String] {
    let read = draft(text)
    return read.paragraphs.map { read.string($0.slice) }
  }

  private static let start = "本年度一般公共预算支出预算为100.00万元，比上年增加10.00万元，主要原因是"

  @Test(arguments: ["\n", "\n\n", "\r\n\r\n", "\n\n\n"])
  func aSentenceCutByAPageBreakIsOne(gap: String) {
    #expect(paragraphs(Self.start + gap + "人员增加。") == [Self.start + "人员增加。"])
  }

  @Test(arguments: ["一、人员增加。", "# 人员增加", "**人员增加**", "- 人员增加", "项目→金额\n甲→1.00"])
  func aNewPieceDoesNotContinueASentence(next: String) {
    #expect(paragraphs(Self.start + "\n" + next).first == Self.start)
  }

  /// The number does not run into the figure after it: 12 and 100.00 are not 12100.00.
  @Test func aPrintedPageNumberDoesNotBecomePartOfASentence() {
    let cut = "本年度一般公共预算支出预算比上年增加，人员经费支出预算安排合计为"
    #expect(paragraphs(cut + "\n12\n\n100.00万元。") == [cut + "100.00万元。"])
  }

  @Test func aFinishedSentenceIsNotContinued() {
    #expect(paragraphs("本年度收入预算100.00万元。\n本年度支出预算100.00万元。").count == 2)
  }

  @Test func aParagraphKnowsItsLinesAndItsNumber() throws {
    let read = draft("一、概况\n\n（一）收入预算100.00万元，其中财政拨款\n\n100.00万元。")
    let paragraph = try #require(read.paragraphs.first)
    #expect(paragraph.lines == 2..<5 || paragraph.lines == 2..<3)
    #expect(paragraph.ordinal?.value == 1 && paragraph.ordinal?.style == .chineseInBrackets)
  }

  @Test(arguments: ["\n", "\n\n", "\n12\n", "\n\n- 3 -\n\n", "\r\n\r\n", "\n\n\n\n"])
  func aTableCutByAPageBreakIsOne(gap: String) {
    let read = draft("项目→金额\n甲→1.00\(gap)乙→2.00\n合计→3.00")
    #expect(read.tables.map(\.rowCount) == [4])
    #expect(read.tables.first?.rowLines.last == Int32(read.source.lineCount - 1))
  }

  @Test(arguments: ["\n\n\n\n\n\n\n\n\n\n", "\n表二\n", "\n\n表二\n\n", "\n单位：万元\n"])
  func whatStandsBetweenTablesParts(gap: String) {
    #expect(draft("项目→金额\n甲→1.00\(gap)项目→金额\n乙→2.00").tables.count == 2)
  }

  @Test func aRowOfOneCellBelongsToItsTable() {
    let read = draft("项目→金额→分值\n→年度资金总额→90.00\n→上年结转资金\n→其他资金\n总体目标→预期→完成")
    #expect(read.tables.map(\.rowCount) == [5] && read.paragraphs.isEmpty)
  }

  @Test func aLineIndentedByATabIsText() {
    let read = draft("→本年度收入预算100.00万元。")
    #expect(read.tables.isEmpty && read.paragraphs.count == 1)
  }

  @Test func aSinglePipeIsText() {
    let read = draft("甲|乙\n丙|丁|戊")
    #expect(read.tables.isEmpty)
  }

  @Test func textAfterAnHTMLTableIsRead() {
    let read = draft("<table><tr><td>甲</td><td>1</td></tr></table>\n本年度收入预算100.00万元。")
    #expect(read.tables.count == 1 && read.paragraphs.count == 1)
  }
}
