import Testing

@testable import LintCore

/// Figures of one unit below, of one project, or of a part of what a cell states are not those of the tables.
@Suite struct NarrowScopeTests {
  private static let table = """
    2024年收入支出预算总表

    单位：万元

    项目\t预算数\t项目\t预算数
    一、财政拨款收入\t640.35\t一、教育支出\t680.50
    二、事业收入\t35.15\t二、其他支出\t15.00
    三、其他收入\t20.00\t\t
    收入总计\t695.50\t支出总计\t695.50

    2024年支出预算表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    205\t教育支出\t680.50\t480.25\t200.25
    229\t其他支出\t15.00\t0.00\t15.00
    合计\t\t695.50\t480.25\t215.25

    """

  private static func draft(_ text: String) -> RuleSample {
    RuleSample("某区教育局2024年部门预算\n\n第一部分 预算表\n\n\(table)\n第二部分 预算情况说明\n\n\(text)\n")
  }

  @Test(arguments: [
    // 的 joins a figure to the years before.
    "一、支出情况\n\n2024年支出预算695.50万元。教育支出较2023年度的340.10万元翻了一番多，其他支出较2023年、2022年的13.00万元、12.00万元分别增加2.00万元、3.00万元。",
    // A project with its own sources of funds.
    "一、项目情况\n\n（一）课后服务。2024年预算48.60万元，其中财政拨款35.60万元，占73.25%；事业收入11.20万元，占23.05%；其他收入1.80万元，占3.70%。",
    // A unit below, named at the start of its paragraph.
    "一、单位情况\n\n1.某区实验小学。2024年支出预算44.50万元，其中基本支出40.20万元，项目支出4.30万元。",
    "一、单位情况\n\n2.某区实验小学。2024年支出预算44.50万元，基本支出40.20万元。",
    "一、下属单位预算情况说明\n\n2024年支出预算44.50万元，基本支出40.20万元，项目支出4.30万元。",
    "一、支出情况\n\n局本级项目支出4.30万元、基本支出40.20万元；其余为所属单位支出。",
    // The rest of a list is no row.
    "一、收入情况\n\n利息收入5.15万元，其中：存款利息4.05万元、其他1.10万元。",
    // What pays for one kind of spending.
    "一、支出情况\n\n支出预算695.50万元。其中：基本支出480.25万元（财政拨款460.10万元、事业收入20.15万元），项目支出215.25万元（财政拨款180.25万元、事业收入15.00万元、其他收入20.00万元）。",
    "一、支出情况\n\n支出预算695.50万元。其中：基本支出480.25万元，由财政拨款460.10万元和事业收入20.15万元安排；项目支出215.25万元。",
    "一、支出情况\n\n支出预算695.50万元。其中：基本支出480.25万元，资金来源为财政拨款460.10万元、事业收入20.15万元；项目支出215.25万元。",
    "一、支出情况\n\n支出预算695.50万元。其中：基本支出480.25万元（其中事业收入安排20.15万元，占4.20%），项目支出215.25万元（其中事业收入安排15.00万元，占6.97%）。",
    // Some of the projects.
    "一、绩效情况\n\n对12个项目开展绩效自评，涉及项目支出215.25万元。其中，对“甲”“乙”2个重点项目编制了自评表，两个项目预算数合计34.20万元。",
    "一、绩效情况\n\n对12个项目开展绩效自评，涉及项目支出215.25万元。其中，对“甲”“乙”编制了自评表，上述项目预算数合计34.20万元。",
    // A part with its sister makes the cell.
    "一、收入情况\n\n收入合计695.50万元，其中：事业收入中课后服务20.15万元、住宿15.00万元。",
  ])
  func figuresOfSomethingSmallerAreSilent(text: String) {
    #expect(Self.draft(text).findings("narrative-table").map { $0.message.text(.chinese) } == [])
  }

  @Test(arguments: [
    "一、支出情况\n\n2024年支出预算695.50万元，其中基本支出⟦480.75万元⟧，项目支出215.25万元。",
    "一、收入情况\n\n2024年收入预算695.50万元，其中财政拨款收入640.35万元，事业收入⟦36.15万元⟧，其他收入20.00万元。",
    "一、收支情况\n\n2024年支出预算695.50万元，其中基本支出480.25万元，项目支出215.25万元；事业收入⟦36.15万元⟧。",
  ])
  func figuresOfTheWholeAreHeldAgainstTheTables(text: String) {
    let draft = Self.draft(text)
    #expect(draft.findings("narrative-table").map(\.range) == draft.marks)
  }

  @Test func anItemThatNamesItsMatterSpeaksOfIt() {
    func draft(_ figure: String) -> RuleSample {
      RuleSample(
        """
        某局2024年部门预算

        第一部分 2024年“三公”经费支出预算表

        单位：万元

        项目\t预算数
        合计\t11.75
        因公出国（境）费\t0.00
        公务接待费\t11.75
        公务用车购置及运行费\t0.00

        第二部分 “三公”经费情况说明

        （一）因公出国（境）费。2024年预算支出为\(figure)，本年度没有计划。

        （二）公务接待费。2024年预算支出11.75万元。

        """)
    }
    #expect(draft("0万元").findings("narrative-table").isEmpty)
    let wrong = draft("⟦3.15万元⟧")
    #expect(wrong.findings("narrative-table").map(\.range) == wrong.marks)
  }

  @Test func partsOfTwoWholesAreOfTwoUnits() {
    let text = """
      预算总支出600.15万元，其中：基本支出570.15万元；项目支出30.00万元。

      1、机关预算总支出400.15万元，其中：基本支出400.15万元；项目支出0万元。
      """
    #expect(NarrativeSample(text).reported("narrative-repeat") == [])
  }
}
