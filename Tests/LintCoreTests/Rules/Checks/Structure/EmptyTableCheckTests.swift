import Testing

@testable import LintCore

@Suite struct EmptyTableCheckTests {
  private static let header = "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"

  /// What is reported for a table of 政府性基金 with the given rows and the text after it.
  private func reported(_ rows: String, after: String = "", before: String = "") -> [String] {
    let text =
      "\(before)## 八、政府性基金预算支出表\n\n单位：万元\n\n\(Self.header)\(rows)\n\n\(after)\n\n## 九、其他情况\n\n内容在此，共有一句话。\n"
    return RuleSample(text).findings("empty-table-note", "note-on-filled-table").map {
      "\($0.severity.name) \($0.rule)"
    }
  }

  @Test(arguments: [
    "\t合计\t\t\t", "\t合计\t0\t0\t0", "\t合计\t0.00\t0.00\t0.00", "\t合计\t-\t-\t-", "\t合计\t—\t—\t—",
    "0\t0\t0\t0\t0",
  ])
  func aTableWithoutAmountsIsEmpty(rows: String) { #expect(reported(rows) == ["error empty-table-note"]) }

  @Test(arguments: [
    "注：本表无数据。", "备注：本部门2024年没有使用政府性基金预算拨款安排的支出。", "本部门无政府性基金预算支出，故此表为空表。", "说明：此表无数据",
    "说明：本单位2023年、2024年均无财政拨款安排的政府性基金预算。",
  ])
  func aNoteUnderTheTableIsANote(note: String) { #expect(reported("\t合计\t\t\t", after: note) == []) }

  @Test func aLineOfUnitAndOfficeIsNoTable() {
    let text =
      "## 2025年项目支出绩效目标表\n\n单位名称：某市交易中心\t\t单位：万元\n\n（2025年度）\n项目名称\t平台运行\t\n年度资金总额\t186.50\t\n绩效指标\t一级指标\t二级指标\n"
    #expect(RuleSample(text).findings("empty-table-note").isEmpty)
  }

  @Test func oneNoteForTheDocumentIsANote() {
    #expect(reported("\t合计\t\t\t", before: "# 说明\n\n空表表示本部门无相关收支情况。\n\n") == [])
  }

  @Test func theTextMayNameTheTableAsEmpty() {
    let text = "# 情况\n\n本部门没有政府性基金预算安排的支出，《政府性基金预算支出表》为空表。\n\n"
    #expect(reported("\t合计\t\t\t", before: text) == [])
  }

  @Test func theTextAloneMakesItAWarning() {
    let text = "# 情况\n\n2024年本部门没有使用政府性基金预算安排的支出。\n\n"
    #expect(reported("\t合计\t\t\t", before: text) == ["warning empty-table-note"])
  }

  @Test func aNoteOnAnotherTableIsNoNote() {
    #expect(reported("\t合计\t\t\t", after: "注：本部门没有国有资本经营预算支出。") == ["error empty-table-note"])
  }

  @Test func aFilledTableNeedsNoNote() { #expect(reported("212\t城乡社区支出\t20.00\t\t20.00") == []) }

  @Test func aNoteUnderAFilledTableIsWrong() {
    #expect(reported("212\t城乡社区支出\t20.00\t\t20.00", after: "注：本表无数据。") == ["error note-on-filled-table"])
  }

  @Test func theWordNoneIsANote() {
    for note in ["无", "注：无"] { #expect(reported("\t合计\t\t\t", after: note) == []) }
    #expect(reported("\t合计\t无\t无\t无") == [])
  }

  @Test func aNoteOnWhateverTableIsEmptyDeniesNone() {
    let note = "注：以上公开报表中，空表表示本部门无相关收支情况。"
    #expect(reported("212\t城乡社区支出\t20.00\t\t20.00", after: note) == [])
  }

  @Test func aListOfWordsIsNoEmptyTable() {
    let text = "## 二、购买服务目录\n\n编码\t名称\t说明\nA\t公共服务\t教育\nB\t辅助服务\t法律\n"
    #expect(RuleSample(text).findings("empty-table-note").isEmpty)
  }
}
