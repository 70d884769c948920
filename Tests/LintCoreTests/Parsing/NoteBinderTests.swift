import Testing

@testable import LintCore

@Suite struct NoteBinderTests {
  private func notes(_ below: String) -> [String] {
    let read = draft("项目→金额\n合计→\n\(below)")
    return read.tables.first?.notes.map { read.string(read.paragraphs[$0].slice) } ?? []
  }

  @Test(arguments: [
    "注：本表无数据。", "备注：本部门没有使用政府性基金安排的支出。", "本表为空表。", "说明：无相关收支。", "（注：空表。）", "本单位2024年没有政府性基金预算收支。",
  ])
  func aNoteDirectlyBelowBelongsToTheTable(line: String) {
    #expect(notes("\n" + line).count == 1)
    #expect(notes(line).count == 1)
  }

  @Test func furtherNotesFollowTheFirst() {
    #expect(notes("注：本表按科目列示。\n备注：金额四舍五入。\n三是其他说明，不属于本表的内容，也不是注释。").count == 2)
  }

  @Test func otherTextIsNoNote() {
    #expect(notes("2024年收入预算100.00万元，比上年增加。") == [])
    #expect(notes("二、支出情况\n注：本表无数据。") == [])
    #expect(notes("2024年收入预算100.00万元，比上年增加。\n注：本表无数据。") == [])
  }
}
