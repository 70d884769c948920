import LintCore
import Testing

@testable import LintServer

/// What words name, and where that stands.
@Suite("Mentions")
struct MentionReaderTests {
  private func words(_ text: String) -> [String] {
    let draft = Draft(SourceText(Array(text.utf8)))
    return MentionReader(draft: draft).mentions(in: draft.text.slice(ofLine: 0)).map {
      draft.string($0.words)
    }
  }

  @Test(
    "words that name a table, a part or an attachment are found",
    arguments: [
      ("具体情况见表三。", ["表三"]), ("支出情况详见附表2和附表十一。", ["附表2", "附表十一"]), ("（见表3、表4）", ["表3", "表4"]),
      ("详见《收入预算总表》。", ["收入预算总表"]), ("说明见第三部分。", ["第三部分"]), ("绩效目标表公开情况见附件。", ["附件"]),
      ("支出决算详见附表。", ["附表"]),
    ])
  func mentionsAreFound(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

  @Test(
    "the same characters inside other words name nothing",
    arguments: [
      "人大代表一行来访", "见表一般项目", "发表3篇论文", "附表格式统一", "本表一", "随文印发附件", "《部门预算管理办法》", "报表2024年度",
      "表", "附", "第", "《", "见表", "见表0", "见附",
    ])
  func otherWordsAreNot(_ text: String) { #expect(words(text).isEmpty) }

  @Test("the number of a table is that of its title, else that of its heading")
  func numbersAreThoseOfTitles() {
    let table = "\n\n单位：万元\n\n项目\t金额\n甲\t1.00\n合计\t1.00\n\n"
    let titled = "二、表一 收入表" + table + "三、表二 支出表" + table
    let counted = "一、收入表" + table + "二、支出表" + table
    for (text, number, title) in [
      (titled, "见表二", "支出表"), (counted, "见表二", "支出表"), (counted, "《2024年度收入表》", "收入表"),
    ] {
      let draft = Draft(SourceText(Array(text.utf8)))
      let place = MentionReader(draft: draft).place(named: number)
      #expect(place.map { draft.source.string($0).contains(title) } == true, "\(number) in \(text)")
    }
  }
}
