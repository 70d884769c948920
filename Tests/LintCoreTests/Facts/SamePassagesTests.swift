import Testing

@testable import LintCore

/// What counts as the same passage after an edit.
@Suite struct SamePassagesTests {
  private static let head = "某某局2023年度部门决算公开\n\n一、收入支出决算总体情况说明\n\n"
  private static let lines = [
    "2023年度收入总计120.00万元，比上年增加20.00万元。",
    "本年支出90.00万元，其中：",
    "1.基本支出60.00万元。",
    "2.项目支出30.00万元。",
    "公用经费12.00万元，比上年减少3.00万元。",
  ]

  /// For each line of a draft, whether its passage was the same before an edit of one line.
  private func same(editing line: Int, to text: String, claimsBefore claims: Int = 0, passagesBefore: Int = 0)
    -> [Bool]
  {
    var edited = Self.lines
    edited[line] = text
    let (before, now) = (Draft(source(Self.lines)), Draft(source(edited)))
    let edit = DraftEdit(SharedLines(before.source, now.source), from: before.text, to: now.text)
    let passages = SamePassages(Claims(before), of: before, Claims(now), of: now, edit)
    return Claims(now).passages.indices.map {
      passages.former(of: $0, claimsBefore: claims, passagesBefore: passagesBefore) != nil
    }
  }

  private func source(_ lines: [String]) -> SourceText {
    SourceText(Array((Self.head + lines.joined(separator: "\n\n") + "\n").utf8))
  }

  @Test func untouchedPassagesAreTheSame() {
    #expect(same(editing: 4, to: "公用经费12.50万元，比上年减少3.00万元。") == [true, true, true, true, false])
    #expect(same(editing: 0, to: "2023年度收入总计1120.00万元，比上年增加20.00万元。") == [false, true, true, true, true])
  }

  @Test func listIsTheSameOnlyAsAWhole() {
    #expect(same(editing: 3, to: "2.项目支出31.00万元。") == [true, false, false, false, true])
  }

  @Test func claimsBeforeCount() {
    let text = "2023年度收入总计1120.00万元，比上年增加20.00万元。"
    #expect(same(editing: 0, to: text, claimsBefore: 1) == [false, false, true, true, true])
    #expect(same(editing: 0, to: text, passagesBefore: 2) == [false, false, false, true, true])
    #expect(same(editing: 4, to: "公用经费1.00万元。", passagesBefore: 9) == [true, true, true, true, false])
  }

  @Test func anotherYearChangesEverything() {
    let before = Draft(source(Self.lines))
    let text = Self.head.replacing("2023", with: "2022") + Self.lines.joined(separator: "\n\n")
    let now = Draft(SourceText(Array(text.replacing("2023", with: "2022").utf8)))
    let edit = DraftEdit(SharedLines(before.source, now.source), from: before.text, to: now.text)
    let passages = SamePassages(Claims(before), of: before, Claims(now), of: now, edit)
    #expect(passages.former.isEmpty)
  }
}
