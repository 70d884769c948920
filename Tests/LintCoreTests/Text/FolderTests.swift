import Testing

@testable import LintCore

@Suite struct FolderTests {
  private func fold(_ text: String) -> String { fold(Array(text.utf8)) }

  private func fold(_ bytes: [UInt8]) -> String {
    let folded = Folder.fold(SourceText(bytes))
    return folded.string(Slice(0, folded.units.count))
  }

  @Test(arguments: [
    // What is written, and what it is read as.
    ("合 计", "合计"), ("合\u{3000}计", "合计"), ("合\u{A0}计", "合计"), ("合\u{2003}计", "合计"),
    ("合\u{200B}计", "合计"), ("合\u{FEFF}计", "合计"), ("合\u{AD}计", "合计"), ("合\u{FE0F}计", "合计"),
    ("2024 年", "2024年"), ("100 200", "100 200"), ("lint   rules", "lint rules"), ("100 , 200", "100,200"),
    ("１２３．４５", "123.45"), ("（一）", "(一)"), ("Ａ－ｚ", "A-z"), ("３．７１％", "3.71%"),
    ("甲，乙", "甲，乙"), ("甲,乙", "甲,乙"), ("甲；乙：丙", "甲;乙:丙"),
    ("–—―−‐", "-----"), ("一─二", "一-二"),
    ("**合计**", "合计"), ("<b>合计</b>", "合计"), ("<strong>合</strong><em>计</em>", "合计"),
    ("<p>合计</p>", "合计"), ("<font color=\"red\">合</font>计", "合计"), ("第<sup>1</sup>条", "第1条"),
    ("# 概况", "概况"), ("######概况", "概况"), ("### # 概况", "概况"),
    ("- 项", "项"), ("* 项", "项"), ("+ 项", "项"), ("> 引", "引"), ("> - 项", "项"),
    ("-5.00", "-5.00"), ("5 - 3", "5-3"), ("a < b", "a<b"), ("<未完", "<未完"), ("<单位>", "<单位>"),
    ("A&amp;B", "A&B"), ("&lt;b&gt;", "<b>"), ("合&nbsp;计", "合计"), ("10&#160;20", "10 20"),
    ("&quot;三公&quot;", "\"三公\""), ("&unknown;", "&unknown;"), ("A&B", "A&B"),
    ("⽀出", "支出"), ("⼀、⼯作", "一、工作"), ("⻋辆⻅⻓", "车辆见长"),
    ("<!-- 说明 -->合计", "合计"), ("合<!-- a --><!-- b -->计", "合计"), ("<!-- 没有结束", "没有结束"),
    ("\u{FEFF}合计", "合计"), ("\u{0}合\u{7}计", "合计"), ("\u{E000}\u{E005}", "\u{FFFD}\u{FFFD}"),
  ])
  func noiseOfTypingIsDropped(written: String, read: String) {
    #expect(fold(written) == read)
  }

  @Test func everyKangxiRadicalBecomesAnIdeograph() {
    for scalar in 0x2F00...0x2FD5 {
      let unit = RadicalFolding.fold(UInt16(scalar))
      #expect((0x4E00...0x9FFF).contains(unit), "U+\(String(scalar, radix: 16))")
    }
    #expect(RadicalFolding.kangxi.count == 0x2FD5 - 0x2F00 + 1)
  }

  @Test func marksOfALineAreRemembered() {
    let folded = Folder.fold(SourceText(Array("## **甲**\n- 乙\n\t丙\t丁\n|戊|\n 己\n<tr>".utf8)))
    #expect(folded.lines.dropLast().map(\.hashLevel) == [2, 0, 0, 0, 0, 0])
    let traits: [LineTraits] = [.bold, .bullet, .tab, .pipe, [], .tableTag]
    #expect(folded.lines.dropLast().map(\.traits) == traits)
  }

  @Test func aCommentOverLinesKeepsTheNumbersOfLines() {
    let source = SourceText(Array("甲<!-- 一\r\n二\r三 -->乙\n丙".utf8))
    let folded = Folder.fold(source)
    #expect(folded.lines.count == source.lineCount + 1)
    #expect((0..<4).map { folded.string(folded.slice(ofLine: $0)) } == ["甲", "", "乙", "丙"])
    #expect(folded.comments.map(source.string) == ["<!-- 一\r\n二\r三 -->"])
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE4, 0xB8], [0xE4], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xE0, 0x80, 0xAF],
    ] as [[UInt8]])
  func invalidBytesAreTextOfSomeKind(bytes: [UInt8]) {
    let text = fold(Array("合".utf8) + bytes + Array("计".utf8))
    #expect(text.hasPrefix("合") && text.hasSuffix("计") && text.utf16.count > 2)
  }

  @Test func scalarsBeyondSixteenBitsAreOneUnitAndEqualToThemselves() {
    let units = Folder.units("𠮷𠮷𠮸")
    #expect(units.count == 3)
    #expect(units[0] == units[1] && units[0] != units[2])
  }

  @Test func tagsOfTablesBecomeStructure() {
    let folded = Folder.fold(
      SourceText(Array("<TABLE border=1><tr><Td rowspan='2'>甲</td><th>乙</TH></tr></table>".utf8)))
    let marks = folded.units.filter(Structural.isStructural)
    #expect(
      marks == [
        Structural.tableStart, Structural.rowStart, Structural.cellStart, Structural.cellEnd,
        Structural.cellStart, Structural.cellEnd, Structural.rowEnd, Structural.tableEnd,
      ])
  }
}
