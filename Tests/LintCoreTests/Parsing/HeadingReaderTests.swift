import Testing

@testable import LintCore

@Suite struct HeadingReaderTests {
  private func titles(_ text: String) -> [String] {
    let read = draft(text)
    return read.headings.map { read.string($0.title) }
  }

  @Test(arguments: [
    ("第一部分 部门概况", "部门概况"), ("# 第一部分　部门概况", "部门概况"), ("**第一部分 部门概况**", "部门概况"), ("<b>一、职责</b>", "职责"),
    ("一、职责", "职责"), ("（一）职责。", "职责"), ("1.职责", "职责"), ("（1）职责", "职责"), ("一、收支预算情况说明：", "收支预算情况说明"),
    ("某局2024年部门预算", "某局2024年部门预算"), ("名词解释", "名词解释"), ("## 预算绩效情况", "预算绩效情况"), ("附件：绩效自评报告", "附件:绩效自评报告"),
    ("三、100万元以上设备", "100万元以上设备"),
  ])
  func titlesAreHeadings(line: String, title: String) {
    #expect(titles(line) == [title])
  }

  @Test(arguments: [
    // Sentences, amounts, definitions, notes and list items.
    "2024年收入预算100.00万元。", "一、收入预算100.00万元", "（一）支出100元", "1.增长5%",
    "一、基本支出：指为保障机构正常运转而发生的支出。", "注：本表为空", "本单位无政府性基金", "说明：数据四舍五入",
    "（一）负责拟订有关规定；", "1.组织实施，", "本年支出增加，主要是人员增加", "——", "***", "12", "- 3 -", "第 5 页",
    "一、负责制定年度工作计划并组织实施各项工作；承担有关事项的管理。",
  ])
  func otherLinesAreNone(line: String) {
    #expect(titles(line) == [])
  }

  @Test func aReportBehindTheDefinitionsIsNoneOfThem() {
    let text = """
      某院2023年度单位决算公开

      第四部分 名词解释

      一、财政拨款收入：指从同级财政取得的资金。

      — 14 —

      附件2

      某院2023年度整体支出绩效自评报告

      一、完成情况
      全年门急诊318,426人次，比上年增加19,804人次，增长⟦6.22%¦error growth-rate⟧；出院21,653人次。
      """
    expectFindings(text, by: ["growth-rate"])
    expectFindings(text.replacing("⟦6.22%¦error growth-rate⟧", with: "6.63%"), by: ["growth-rate"])
    #expect(titles("附件1\n\n项目支出绩效自评表\n单位：万元\n项目\t金额\n甲\t1.00\n").first == "项目支出绩效自评表")
  }

  @Test func aDividerPagePutsItsTitleIntoTheNextLine() {
    #expect(titles("第二部分\n\n2024年部门预算表\n一、收支总表") == ["2024年部门预算表", "收支总表"])
  }

  @Test func aListOfSentencesIsNoRowOfHeadings() {
    let read = draft("主要职责：\n（一）贯彻执行有关方针政策，拟订规定；\n（二）负责组织实施\n（三）承办其他事项。")
    #expect(read.headings.isEmpty)
    #expect(read.paragraphs.map { $0.ordinal?.value } == [nil, 1, 2, 3])
  }

  @Test func anUnnumberedCoverOfAPartIsKnownFromTheContents() throws {
    let read = draft(
      """
      目录
      第一部分 单位概况
      第二部分 部门预算表
      第三部分 名词解释

      某局2026年部门预算——单位概况
      一、职责
      某局2026年部门预算——名词解释
      """)
    let parts = read.headings.filter { $0.rank == 0 }
    #expect(parts.map { $0.ordinal?.value } == [1, 3])
    #expect(parts.map { read.string($0.title) } == ["某局2026年部门预算--单位概况", "某局2026年部门预算--名词解释"])
  }
}
