import Testing

@testable import LintCore

/// An edit says which parts of a draft it changed, no fewer and hardly more.
@Suite struct DraftEditTests {
  private static let text = """
    某某局2024年度部门决算

    目录
    第一部分 概况
    第二部分 决算表
    第三部分 情况说明

    第一部分 概况

    一、部门职责
    负责全局工作。

    第二部分 决算表

    收入决算表
    单位：万元
    项目\t合计\t基本支出
    教育支出\t60.00\t60.00
    合计\t100.00\t60.00

    注：本表反映收支。

    项目名称\t甲项目
    项目资金\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
    年度资金总额\t10.00\t10.00\t9.90\t10\t99.00%\t9.9
    总分\t\t\t\t100\t\t99.9

    第三部分 情况说明

    一、收入情况
    2024年收入合计100万元，比上年增加10万元。
    """

  private static func changed(_ old: String, _ new: String) -> DraftParts {
    let (before, after) = (text, text.replacing(old, with: new, maxReplacements: 1))
    #expect(before != after)
    let (former, now) = (SourceText(Array(before.utf8)), SourceText(Array(after.utf8)))
    let shared = SharedLines(former, now)
    let (draft, changed) = (Draft(former), Draft(now))
    return DraftEdit(shared, from: draft.text, to: changed.text).changedParts(from: draft, to: changed)
  }

  @Test func eachPartIsToldApart() {
    #expect(Self.changed("100.00\t60.00\n\n注", "100.50\t60.00\n\n注") == .grids)
    #expect(Self.changed("教育支出", "教育经费") == .grids)
    #expect(Self.changed("9.90\t10\t99", "9.80\t10\t99") == .forms)
    #expect(Self.changed("比上年增加10万元", "比上年增加11万元") == .prose)
    #expect(Self.changed("一、收入情况", "一、收入说明") == [.titles, .rest])
    #expect(Self.changed("第三部分 情况说明", "第三部分 情况说 明细").contains(.contents))
    #expect(Self.changed("单位：万元", "单位：元").contains(.captions))
    #expect(Self.changed("本表反映收支", "本表反映收支情况").isSuperset(of: [.prose, .captions]))
  }

  @Test func aNewParagraphLeavesHeadingsAndTablesAlone() {
    #expect(Self.changed("一、收入情况\n", "一、收入情况\n中\n") == [.prose, .rest])
  }

  @Test func aLostHeadingLeavesTheRowsAlone() {
    let changed = Self.changed("一、部门职责", "中一、部门职责")
    #expect(changed.isSuperset(of: [.titles, .rest]) && changed.isDisjoint(with: .tables))
  }

  @Test func aRowThatIsNoneAnyMoreIsSomethingElseToo() {
    #expect(Self.changed("教育支出\t60.00\t60.00", "教育支出60.00万元。").contains(.rest))
  }

  @Test func nothingChangedWhereNothingWasTouched() {
    let source = SourceText(Array(Self.text.utf8))
    let draft = Draft(source)
    let edit = DraftEdit(SharedLines(source, source), from: draft.text, to: draft.text)
    #expect(edit.changedParts(from: draft, to: draft).isEmpty)
    #expect(edit.sameParagraphs(draft, draft) == Array(draft.paragraphs.indices))
  }
}
