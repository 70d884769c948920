import Testing

@testable import LintCore

@Suite struct NumberingCheckTests {
  /// The numbers that are reported in a list of chapters.
  private func reported(_ numerals: [String], _ body: String = "内容如下，共有一句。") -> [String] {
    let text = numerals.enumerated().map { "## \($0.element)、第\($0.offset)项情况\n\n\(body)\n\n" }.joined()
    let source = SourceText(Array(text.utf8))
    return RuleSample(text).findings("numbering").map { String(source.string($0.range).prefix(1)) }
  }

  @Test(arguments: [
    (["一", "二", "三", "四"], []), (["一", "二", "四", "五"], ["四"]), (["一", "二", "二", "四"], ["二"]),
    (["一", "二", "二", "三", "四"], ["二"]), (["一", "二", "四", "四", "五", "六"], ["四"]), (["一", "三"], []),
    (["一", "二", "三", "一", "二", "三"], []), (["五", "六", "七"], []), (["一", "二", "九", "三"], []),
    (["一", "三", "五", "八", "九"], []),
  ])
  func gapsAndRepeatsAreReportedWhereTheListIsASequence(numerals: [String], expected: [String]) {
    #expect(reported(numerals) == expected)
  }

  /// The numbers that are reported in a list of items.
  private func items(_ numbers: [Int]) -> [String] {
    let text = "# 第二部分 名词解释\n\n" + numbers.map { "\($0).第\($0)项：指某种收入或者支出。\n\n" }.joined()
    let source = SourceText(Array(text.utf8))
    return RuleSample(text).findings("numbering").map { String(source.string($0.range).prefix { $0 != "." }) }
  }

  @Test(arguments: [
    ([10, 11, 12, 31, 14, 15], ["31"]), ([10, 11, 12, 31], ["31"]), ([18, 19, 20, 12, 22, 23], ["12"]),
    ([1, 2, 3, 1, 5, 6], []), ([10, 11, 12, 51], []), ([1, 2, 3, 31, 32, 33], []),
  ])
  func aNumberFarOffIsToldWhereTheListGoesOn(numbers: [Int], expected: [String]) {
    #expect(items(numbers) == expected)
  }

  @Test func aTitleThatLostItsNumberIsToldWhereItStands() {
    let sample = RuleSample(
      "四、评价结论及建议\n\n（一）评价结论\n\n总体执行情况较好，各项指标均已完成。\n\n⟦存在问题⟧\n宣传力度不够，覆盖面有待扩大。\n\n（三）改进建议\n\n加强预算编制。\n")
    #expect(sample.findings("numbering").map(\.range) == sample.marks)
    let cut = RuleSample("四、建议\n\n（一）评价结论\n\n执行情况较好，指标完成。\n\n（三）改进建议\n\n加强预算编制。\n")
    #expect(cut.findings("numbering").isEmpty)
    let two = RuleSample(
      "四、评价结论及建议\n\n（一）评价结论\n\n指标均已完成。\n\n存在问题\n宣传力度不够，覆盖面有待扩大。\n\n问题原因\n人手不足，经费有限。\n\n⟦（三）改进建议⟧\n\n加强预算编制。\n"
    )
    #expect(two.findings("numbering").map(\.range) == two.marks)
    let part = RuleSample(
      "# 第一部分 部门概况\n\n内容在此。\n\n# 第二部分 决算说明\n\n内容在此。\n\n⟦名词解释⟧\n\n一般公共预算拨款收入：指同级财政当年拨付的资金。\n\n# 第四部分 附件\n\n内容在此。\n"
    )
    #expect(part.findings("numbering").map(\.range) == part.marks)
  }

  @Test(arguments: [
    "一、收入：指取得的资金。\n\n二、支出：指使用的资金。\n\n⟦“三公”经费⟧：指三项费用。\n",
    "一、收入：指取得的资金。\n\n二、支出：指使用的资金。\n\n三、“三公”经费：指三项费用。\n",
    "一、收入：指取得的资金。\n\n二、支出：指使用的资金。\n\n以上名词以当年制度为准。\n",
    "一、收入：指取得的资金。\n\n二、支出：指使用的资金。\n\n部门预算公开联系人：某某　联系方式：023-40000000\n",
    "收入：指取得的资金。\n\n支出：指使用的资金。\n\n“三公”经费：指三项费用。\n",
  ])
  func theLastTermHasANumberAsTheOthersHave(terms: String) {
    let sample = RuleSample("# 第一部分 概况\n\n本单位负责若干工作。\n\n# 第二部分 名词解释\n\n" + terms)
    #expect(sample.findings("numbering").map(\.range) == sample.marks)
  }

  @Test func listsUnderDifferentHeadingsAreTheirOwn() {
    let text =
      "## 一、甲\n\n1、第一点内容说明。\n\n2、第二点内容说明。\n\n## 二、乙\n\n1、第一点内容说明。\n\n2、第二点内容说明。\n\n3、第三点内容说明。\n\n## 三、丙\n\n内容。\n"
    #expect(RuleSample(text).findings("numbering").isEmpty)
  }

  @Test func aListInOneStyleInterruptsTheChaptersOfThatStyle() {
    let text =
      "一、概况\n\n内容在此。\n\n二、预算表\n\n内容在此。\n\n三、说明\n\n内容在此。\n\n四、名词解释\n\n一、收入：指取得的资金。\n\n二、支出：指使用的资金。\n\n三、结转：指未用完的资金。\n\n五、附件\n\n内容在此。\n"
    #expect(RuleSample(text).findings("numbering").isEmpty)
  }

  /// A chapter that has parts of its own.
  @Test func thePartsOfAChapterInterruptThoseOfTheDraft() {
    let text =
      "# 第一部分 情况说明\n\n内容在此。\n\n第一部分 部门整体绩效目标\n\n内容在此。\n\n第二部分 预算项目绩效目标\n\n内容在此。\n\n# 第二部分 预算公开表\n\n内容在此。\n"
    #expect(RuleSample(text).findings("numbering").map(\.range) == [])
  }

  @Test func aDividerPageRepeatsItsPart() {
    let text = "# 第一部分\n\n# 部门概况\n\n# 第一部分 部门概况\n\n内容在此。\n\n# 第二部分 预算表\n\n内容在此。\n\n# 第三部分 说明\n\n内容在此。\n"
    #expect(RuleSample(text).findings("numbering", "duplicate-item").isEmpty)
  }

  @Test func aHeadingThatStandsTwiceUnderTwoNumbersIsADuplicate() {
    let text = "## 一、政府采购情况\n\n内容在此。\n\n## 二、机关运行经费\n\n内容在此。\n\n## 三、政府采购情况\n\n内容在此。\n"
    let source = SourceText(Array(text.utf8))
    #expect(RuleSample(text).findings("duplicate-item").map { source.string($0.range) } == ["三、政府采购情况"])
  }

  /// 二、项目支出绩效目标表 and 三、 of the same title: two forms of two projects, or one form twice.
  @Test(arguments: [("培训项目", "三、项目支出绩效目标表"), ("检测项目", "⟦三、项目支出绩效目标表⟧")])
  func formsOfTwoProjectsMayShareATitle(name: String, title: String) {
    func form(_ title: String, _ name: String) -> String {
      "## \(title)\n\n（2025年度）\n\n"
        + """
        项目名称\t\(name)
        主管部门\t某县某局\t实施单位\t某县某局
        项目资金（万元）\t年度资金总额\t145.00
        \t其中：财政拨款\t145.00
        年度总体目标\t完成年度工作
        一级指标\t二级指标\t三级指标\t指标值
        产出指标\t数量指标\t完成次数\t≥6次
        满意度指标\t服务对象满意度指标\t群众满意度\t≥90%


        """
    }
    let sample = RuleSample(
      "# 第四部分 绩效目标表\n\n" + form("二、项目支出绩效目标表", "检测项目") + form(title, name))
    #expect(sample.findings("duplicate-item").map(\.range).filter(sample.marks.contains) == sample.marks)
    #expect(sample.marks.isEmpty == sample.findings("duplicate-item").isEmpty)
  }

  @Test func anExplanationCopiedFromAnotherTermIsTold() {
    func terms(_ last: String) -> String {
      """
      # 名词解释

      一、基本支出：指为保障机构正常运转、完成日常工作任务所必需的开支，包括人员经费和公用经费。

      二、项目支出：\(last)

      三、上年结转：指以前年度安排、结转到本年使用的资金。
      """
    }
    expectFindings(terms("指为完成特定的工作任务和事业发展目标所发生的支出。"), by: ["duplicate-item"])
    expectFindings(
      terms("⟦指为保障机构正常运转、完成日常工作任务所必需的开支，包括人员经费和公用经费。¦warning duplicate-item⟧"),
      by: ["duplicate-item"])
  }

  @Test func aTermThatStandsTwiceWithItsExplanationIsTold() {
    let text = "指为完成特定的工作任务和事业发展目标所发生的支出。"
    expectFindings(
      "# 名词解释\n\n一、项目支出：\(text)\n\n二、项目支出：⟦\(text)¦warning duplicate-item⟧\n\n三、上年结转：指以前年度安排的资金。\n",
      by: ["duplicate-item"])
  }

  /// （一） under 一、 and （一）、 under 二、 have the same words, each of its own part.
  @Test func itemsOfTwoPartsMayHaveTheSameWords() {
    let draft = """
      一、全口径预算安排合计21.56万元。

      （一）2017年无因公出国费用预算，同比无变化

      二、一般公共预算安排合计21.56万元。

      （一）、2017年无因公出国费用预算，同比无变化

      """
    #expect(RuleSample(draft).findings("duplicate-item").isEmpty)
  }
}
