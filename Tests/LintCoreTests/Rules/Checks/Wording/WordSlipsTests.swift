import Testing

@testable import LintCore

@Suite struct WordSlipsTests {
  /// The draft has the right words in the same place elsewhere.
  @Test(arguments: [
    "及时⟦拔付¦warning typo⟧资金。\n\n拨付资金2万元。",
    "标本采集、消毒⟦处里¦warning typo⟧。\n\n开展消毒处理工作。", "加强⟦诸备¦warning typo⟧管理。\n\n储备管理办法。",
    "反映“校园⟦安访¦warning typo⟧系统升级”项目。\n\n完成校园安防系统升级。", "项目名称\t金额\n校园⟦安访¦warning typo⟧升级\t1.00\n\n校园安防升级。",
  ])
  func aWordThatTheDraftWritesOtherwiseInTheSamePlaceIsMarked(text: String) {
    expectFindings("某区教育局2024年部门预算\n\n\(text)\n", by: ["typo"])
  }

  @Test(arguments: [
    // Nothing shows that the same is meant.
    "逐年推近农村公路建设。\n\n大力推进。", "一对一结对帮促方式。\n\n给予帮助。",
    // Words that are short for others.
    "按季通报支出进度。\n\n按期通报支出进度。", "保教费收入。\n\n代缴费收入。", "生活补助提标。\n\n生活补助达标。", "比上年净减2人，比上年增减2人。",
    "职成教股，取得职称教师。", "教职工薪级工资，省级工资。", "宜居宜业，失业人员。", "应急联训联勤，开展训练。", "盲童学校，中学校舍。",
    "机关运行经费：指行政单位的经费。\n\n预算执行行政单位标准。", "未安排购置，电算机安排。", "图斑数量，半数量。",
    // Written twice, it is a name.
    "渔门镇、澳门镇。\n\n渔门镇修路。",
    // The end of a line parts the two.
    "存款利\n习收入。\n\n存款利息收入。",
  ])
  func otherWordsAreSilent(text: String) {
    expectFindings("某区教育局2024年部门预算\n\n\(text)\n", by: ["typo"])
  }

  @Test func theWordsAreInOrder() {
    let words = PlainWords.byFirst
    let last = PlainWords.byLast
    #expect(words.count == last.count)
    for at in 1..<words.count / 2 {
      #expect((words[2 * at - 2], words[2 * at - 1]) < (words[2 * at], words[2 * at + 1]))
      #expect((last[2 * at - 1], last[2 * at - 2]) < (last[2 * at + 1], last[2 * at]))
    }
  }
}
