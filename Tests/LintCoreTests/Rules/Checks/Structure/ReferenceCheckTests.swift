import Testing

@testable import LintCore

@Suite struct ReferenceCheckTests {
  @Test(arguments: [
    ("绩效自评报告见附件2。", "附件1\n\n自评表\n\n附件2\n\n自评报告"), ("绩效自评报告⟦见附件3⟧。", "附件1\n\n自评表\n\n附件2\n\n自评报告"),
    ("绩效自评报告详⟦见附件三⟧。", "附件一\n\n自评表\n\n附件二：自评报告"), ("绩效自评报告见附件3。", "说明\n\n自评表另行公开"),
    ("绩效自评报告见附件1、附件2。", "附件：自评报告\n\n附件1\n\n自评表\n\n附件2\n\n自评报告"),
    ("绩效自评报告⟦见附件3⟧。", "附件：自评报告\n\n附件1\n\n自评表\n\n附件2\n\n自评报告"),
    ("绩效自评报告见附件3。", "附件：1.自评表\n2.自评报告\n3.评价报告\n\n附件1\n\n自评表"), ("见附件2024年自评报告。", "附件1\n\n自评表"),
  ])
  func anAttachmentThatIsNamedStandsInTheDraft(sentence: String, attachments: String) {
    let sample = RuleSample("# 第一部分 情况说明\n\n\(sentence)\n\n# 第二部分 附件\n\n\(attachments)\n")
    #expect(sample.findings("missing-section").map(\.range).filter(sample.marks.contains) == sample.marks)
    #expect(
      sample.findings("missing-section").filter { $0.message.text(.chinese).contains("没有附件") }.count
        == sample.marks.count)
  }

  /// What a sentence says of a table that it names by its number.
  @Test(arguments: [
    ("政府性基金", "具体见公开03表。"), ("政府性基金", "具体见⟦公开04表¦warning name-mismatch⟧。"), ("政府性基金", "具体见公开01表。"),
    ("政府性基金", "详见《政府性基金预算支出表》（公开03表）。"), ("国有资本经营", "没有国有资本经营预算支出，公开04表为空表。"),
    ("国有资本经营", "没有国有资本经营预算支出，⟦公开03表¦error note-on-filled-table⟧为空表。"),
    ("国有资本经营", "没有国有资本经营预算支出，公开04表《国有资本经营预算支出表》为空表。"),
    ("国有资本经营", "具体见⟦公开02表¦warning name-mismatch⟧《国有资本经营预算支出表》。"),
    ("国有资本经营", "具体见公开04表《国有资本经营支出表》。"),
    ("国有资本经营", "国有资本经营预算支出见⟦公开03表¦warning name-mismatch⟧。"), ("国有资本经营", "部门整体收支见公开01表、公开02表。"),
  ])
  func aTableIsWhatASentenceSaysOfIt(fund: String, sentence: String) {
    func table(_ number: Int, _ title: String, _ figure: String) -> String {
      "公开0\(number)表\n\n\(title)\n\n单位：万元\n\n项目→金额\n\(figure.isEmpty ? "合计→" : "支出→\(figure)\n合计→\(figure)")\n\n"
    }
    let tables =
      table(1, "收支总表", "9.00") + table(2, "一般公共预算支出表", "8.00") + table(3, "政府性基金预算支出表", "1.00")
      + table(4, "国有资本经营预算支出表", "") + "注：本部门没有国有资本经营预算支出，故本表无数据。\n"
    expectFindings(
      "# 第一部分 情况说明\n\n## 一、\(fund)预算支出情况\n\n\(sentence)\n\n# 第二部分 公开表\n\n\(tables)",
      by: ["name-mismatch", "note-on-filled-table"])
  }

  @Test(arguments: [
    "详见第三部分“项目经费情况说明”。", "详见⟦第二部分¦warning name-mismatch⟧“项目经费情况说明”。",
    "详见本公开⟦第四部分¦warning name-mismatch⟧《项目经费情况说明》。",
    "详见第二部分“政府采购情况说明”。", "详见第二部分。",
  ])
  func aPartHasTheNumberOfItsHeading(sentence: String) {
    expectFindings(
      "# 第一部分 概况\n\n本局负责工作。\n\n# 第二部分 情况说明\n\n项目支出1.00万元，\(sentence)\n\n# 第三部分 项目经费情况说明\n\n本局有一个项目。\n",
      by: ["name-mismatch"])
  }

  /// Two tables that a sentence names together, and titles that begin with a year.
  @Test(arguments: [
    "没有政府性基金预算支出，也没有国有资本经营预算支出，详见表3、表4。",
    "没有政府性基金预算支出，也没有国有资本经营预算支出，详见⟦表2¦warning name-mismatch⟧、表4。",
    "所以公开的附表4（国有资本经营预算支出表）为空。", "所以公开的附⟦表3¦error name-mismatch⟧（国有资本经营预算支出表）为空。",
    "所以公开的附表3（政府性基金等支出表）为空。", "所以公开的附表9（国有资本经营预算支出表）为空。",
    "没有国有资本经营预算支出，表4为空表。", "没有国有资本经营预算支出，⟦表3¦error note-on-filled-table⟧为空表。", "收入和支出见表1、表2。",
  ])
  func tablesThatStandTogetherAreToldApart(sentence: String) {
    let titles = ["收支总表", "一般公共预算基本支出表", "政府性基金预算支出表", "国有资本经营预算支出表"]
    let tables = titles.enumerated().map {
      "表\($0 + 1) 2025年\($1)\n\n单位：万元\n\n项目→金额\n\($0 == 3 ? "合计→" : "支出→9.00\n合计→9.00")\n\n"
    }.joined()
    expectFindings(
      "# 第一部分 情况说明\n\n## 一、其他情况\n\n\(sentence)\n\n# 第二部分 公开表\n\n\(tables)",
      by: ["name-mismatch", "note-on-filled-table"])
  }

  /// The tables of a draft, each with its number, and a sentence that names one.
  @Test(arguments: [
    ("详见表4。", 1...5), ("详见⟦表6¦error missing-section⟧。", 1...5), ("详见⟦表十五¦error missing-section⟧。", 1...5),
    ("详见⟦附表6¦warning missing-section⟧。", 1...5), ("不含在⟦表6¦warning missing-section⟧中。", 1...5),
    ("详见表4、⟦表19¦warning missing-section⟧。", 1...5), ("没有支出，⟦表11¦warning missing-section⟧为空表。", 1...5),
    ("详见表4、表5。", 1...5), ("没有支出，表5为空表。", 1...5), ("收入，表2024年数。", 1...5),
    // The numbers have a gap, so that a table may have lost its own.
    ("详见⟦表8¦warning missing-section⟧。", 3...6),
    // Numbers of other kinds, and drafts with few numbers.
    ("详见附表6-1。", 1...5), ("详见表2024年数据。", 1...5), ("详见表6。", 1...3),
    // Parts.
    ("具体见第三部分。", 1...5), ("具体见⟦第四部分¦error missing-section⟧。", 1...5), ("见第五条。", 1...5),
  ])
  func aTableOrPartThatIsNamedStandsInTheDraft(sentence: String, tables: ClosedRange<Int>) {
    let list = tables.map { "表\($0)\n\n第\($0)类支出表\n\n单位：万元\n\n项目→金额\n支出→1.00\n合计→1.00\n\n" }.joined()
    expectFindings(
      "# 第一部分 概况\n\n本局负责工作。\n\n# 第二部分 情况说明\n\n支出1.00万元，\(sentence)\n\n# 第三部分 公开表\n\n\(list)",
      by: ["missing-section"])
  }

  /// The tables of a budget are numbered 预算01-1表, 预算01-2表, 预算02表….
  @Test(arguments: [
    "详见附表03。", "详见预算03表。", "详见预算01-2表。", "详见⟦预算17表¦warning missing-section⟧。",
    "（详见⟦附表30¦warning missing-section⟧）", "详见附表4个。", "详见附表30-1。", "部门预算2025年表。", "另行公开的附表12。",
  ])
  func tablesOfABudgetAreNumberedTwice(sentence: String) {
    let list = ["01-1", "01-2", "02", "03"].map {
      "预算\($0)表\n\n第\($0)类支出表\n\n单位：万元\n\n项目→金额\n支出→1.00\n合计→1.00\n\n"
    }.joined()
    expectFindings(
      "# 第一部分 概况\n\n本局负责工作。\n\n# 第二部分 情况说明\n\n支出1.00万元，\(sentence)\n\n# 第三部分 公开表\n\n\(list)",
      by: ["missing-section"])
  }

  /// 附件 and 名词解释 as parts that a sentence names by their number alone.
  @Test(arguments: [
    "自评表详见第四部分附件。", "自评表详见⟦第三部分¦warning name-mismatch⟧附件。", "绩效自评表见⟦第三部分¦warning name-mismatch⟧。",
    "有关名词解释及绩效自评表说明见第三部分。", "机关运行经费的含义见第三部分。", "自评表详见第二部分。", "自评表详见本公开第四部分。", "第三部分附件从略。",
    "自评表详见“第三部分附件”。", "专业名词见第三部分，自评表见第四部分附件。",
  ])
  func aPartIsWhatASentenceLooksForInIt(sentence: String) {
    expectFindings(
      "# 第一部分 概况\n\n本局负责工作。\n\n# 第二部分 情况说明\n\n项目支出1.00万元，\(sentence)\n\n# 第三部分 名词解释\n\n基本支出：指保障运转的支出。\n\n# 第四部分 附件\n\n项目自评表另行公开。\n",
      by: ["name-mismatch"])
  }

  /// 附件1和附件3 in a sentence, and the numbers in the contents and above the attachments.
  @Test(arguments: [
    ("自评表见附件1和附件2。", ["附件1 自评表", "附件2 报告"], ["附件1", "附件2"]),
    ("自评表见附件1和⟦附件3¦warning missing-section⟧。", ["附件1 自评表", "附件2 报告"], ["附件1", "附件2"]),
    ("自评表见附件1、⟦附件3¦warning missing-section⟧。", ["附件1 自评表", "附件2 报告"], ["附件1", "附件2"]),
    ("自评表已公开。", ["附件1 自评表", "⟦附件3¦warning numbering⟧ 报告"], ["附件1", "附件2"]),
    ("自评表已公开。", ["附件1 自评表", "附件2 报告"], ["附件1", "⟦附件3¦warning numbering⟧"]),
    // One list alone may leave out what is published elsewhere; so may both.
    ("自评表已公开。", [], ["附件1", "附件3"]), ("自评表已公开。", ["附件1 自评表", "附件3 报告"], ["附件1", "附件3"]),
    ("自评表已公开。", ["附件1 自评表", "附件2 报告", "附件3 名单"], ["附件1", "附件2"]),
    ("自评表已公开。", ["附件1 自评表", "附件2 报告"], ["附件1-1", "附件1-2"]),
    ("文件附件2024年版。", ["附件1 自评表", "附件2024年报告"], ["附件1", "附件2"]),
  ])
  func numbersOfAttachmentsCountOn(sentence: String, contents: [String], attachments: [String]) {
    let list = contents.joined(separator: "\n\n")
    let rest = attachments.map { "\($0)\n\n这是附件的正文。\n\n" }.joined()
    expectFindings(
      "目录\n\n第一部分 情况说明\n\n\(list)\n\n# 第一部分 情况说明\n\n\(sentence)\n\n\(rest)",
      by: ["numbering", "missing-section"])
  }
}
