import Testing

@testable import LintCore

/// （三）会议费情况。: the name at the start of an item is what its figures speak of.
@Suite struct RunInTitleTests {
  private static let table = """
    财政拨款“三公”经费、会议费和培训费支出决算表

    单位：万元

    项目\t预算数\t决算数
    “三公”经费合计\t24.00\t21.11
    1.因公出国（境）费\t\t
    2.公务用车购置及运行维护费\t18.00\t16.84
    3.公务接待费\t6.00\t4.27
    会议费\t3.50\t2.86
    培训费\t9.00\t7.95


    """

  @Test(arguments: [
    "（三）会议费情况。全年预算3.50万元，实际支出2.86万元，完成率81.71%。", "（三）培训费支出情况。全年预算9.00万元，支出决算7.95万元。",
    "（三）培训费情况。全年预算⟦9.90万元⟧，支出决算7.95万元。",
  ])
  func figuresBehindItAreThoseOfItsRow(text: String) {
    let sample = RuleSample(
      "某街道2024年度部门决算\n\n第一部分 决算表\n\n\(Self.table)第二部分 决算情况说明\n\n一、财政拨款“三公”经费、会议费和培训费支出决算情况说明\n\n\(text)\n")
    #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
  }
}
