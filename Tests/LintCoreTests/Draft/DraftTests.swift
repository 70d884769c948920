import Testing

@testable import LintCore

@Suite struct DraftTests {
  @Test func anEmptyTextIsAnEmptyDraft() {
    for text in ["", "\n", "\r\n\r\n", "\u{FEFF}", "   \t"] {
      let draft = Draft(SourceText(Array(text.utf8)))
      #expect(
        draft.headings.isEmpty && draft.tables.isEmpty && draft.paragraphs.isEmpty && draft.contents == nil)
      #expect(draft.sections.count == 1)
    }
  }

  @Test func charactersBeyondSixteenBitsAreShownAsWritten() {
    for (text, expected) in [
      ("𠮷田 社保", "𠮷田社保"), ("甲𠮷", "甲𠮷"), ("𠮷", "𠮷"), ("甲", "甲"), ("&#x20BB7;乙", "&#x20BB7;乙"),
    ] {
      let draft = Draft(SourceText(Array(text.utf8)))
      #expect(draft.string(draft.text.slice(ofLine: 0)) == expected)
    }
    #expect(Draft(SourceText(Array("甲".utf8))).string(Slice(5, 3)).isEmpty)
  }

  @Test func blocksFollowTheText() {
    let read = draft(
      """
      第一部分 概况
      本单位负责有关管理工作，组织实施各项规定。
      第二部分 报表
      收支总表
      项目→金额
      合计→1.00

      注：本表单位为万元。
      """)
    let kinds = read.blocks.map { block -> String in
      switch block {
      case .heading(let index): "heading \(read.text(read.headings[index].title))"
      case .paragraph(let index): "paragraph \(read.text(read.paragraphs[index].slice).prefix(4))"
      case .table(let index): "table \(read.text(read.tables[index].caption))"
      }
    }
    #expect(
      kinds == [
        "heading 概况", "paragraph 本单位负", "heading 报表", "heading 收支总表", "table 收支总表", "paragraph 注：本表",
      ])
    #expect(read.tables[0].notes == [1])
  }

  @Test func writtenTextKeepsItsNoise() throws {
    let read = draft("一、部 门 **概** 况")
    let heading = try #require(read.headings.first)
    #expect(read.string(heading.title) == "部门概况")
    #expect(read.written(heading.title) == "部 门 **概** 况")
    #expect(read.range(heading.slice) == ByteRange(0, 25))
  }
}
