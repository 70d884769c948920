import Testing

@testable import LintCore

@Suite struct TableUnitTests {
  private static func draft(_ unit: String, _ first: String = "719.86") -> String {
    """
    某局2023年度部门决算

    五、一般公共预算财政拨款支出决算表

    单位：万元

    科目编码\t科目名称\t小计\t基本支出\t项目支出
    \t合计\t\(first)\t600.00\t119.86
    213\t农林水支出\t\(first)\t600.00\t119.86
    21303\t水利\t\(first)\t600.00\t119.86
    2130302\t一般行政管理事务\t629.86\t600.00\t29.86
    2130304\t水利行业业务管理\t90.00\t\t90.00

    七、一般公共预算财政拨款项目支出决算表

    单位：\(unit)

    科目编码\t科目名称\t项目名称\t金额
    \t合计\t\t119.86
    2130302\t一般行政管理事务\t河长制工作\t29.86
    2130304\t水利行业业务管理\t质量监督\t90.00

    """
  }

  @Test func aWrongUnitIsNamedOnceWhereItStands() {
    let draft = RuleSample(Self.draft("⟦元⟧"))
    #expect(draft.findings("unit-scale").count == 1)
    #expect(draft.findings("cross-table", "narrative-table").isEmpty)
    #expect(draft.findings("unit-scale").map(\.range) == draft.marks)
  }

  @Test func theRightUnitIsSilent() {
    #expect(RuleSample(Self.draft("万元")).findings("unit-scale").isEmpty)
  }

  /// 单位：元 is missing above one table: its figures are those of the others.
  @Test(arguments: ["", "单位：元\n\n"])
  func aTableWithoutUnitIsReadAsTheOthers(unit: String) {
    func table(_ title: String, _ unit: String, _ last: String = "900000.00") -> String {
      """
      \(title)

      \(unit)科目编码\t科目名称\t合计\t基本支出\t项目支出
      \t合计\t7198600.00\t6000000.00\t1198600.00
      213\t农林水支出\t7198600.00\t6000000.00\t1198600.00
      21303\t水利\t7198600.00\t6000000.00\t1198600.00
      2130302\t一般行政管理事务\t6298600.00\t6000000.00\t298600.00
      2130304\t水利行业业务管理\t\(last)\t\t\(last)


      """
    }
    let draft =
      "某局2023年度部门决算\n\n" + table("三、支出决算表", "单位：元\n\n")
      + table("五、一般公共预算财政拨款支出决算表", unit)
    expectFindings(draft, by: ["cross-table", "unit-scale"])
  }

  /// A budget whose tables are in 万元; one table changed.
  private static func budget(_ unit: String, travel: [String] = ["9.20", "3.20", "6.00"]) -> String {
    """
    某局2026年部门预算

    第二部分 情况说明

    2026年收入预算35842.91万元，其中基本支出30402.16万元，项目支出5440.75万元。

    “三公”经费预算数为9.20万元，其中公务接待费3.20万元，公务用车运行维护费6.00万元。

    表一 支出预算总表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    \t合计\t35842.91\t30402.16\t5440.75
    205\t教育支出\t35842.91\t30402.16\t5440.75

    表二 一般公共预算“三公”经费支出表

    单位：\(unit)

    项目\t2026年预算数
    合计\t\(travel[0])
    1.因公出国（境）费用\t0.00
    2.公务接待费\t\(travel[1])
    3.公务用车购置及运行维护费\t\(travel[2])
    其中：公务用车购置费\t0.00
    公务用车运行维护费\t\(travel[2])

    """
  }

  @Test(arguments: [
    ("万元", ["9.20", "3.20", "6.00"], false), ("元", ["92000.00", "32000.00", "60000.00"], false),
    ("⟦元⟧", ["9.20", "3.20", "6.00"], true), ("⟦万元⟧", ["92000.00", "32000.00", "60000.00"], true),
  ])
  func theTextTellsTheUnitOfShortFigures(unit: String, figures: [String], isWrong: Bool) {
    let draft = RuleSample(Self.budget(unit, travel: figures))
    #expect(draft.findings("unit-scale").map(\.range) == (isWrong ? draft.marks : []))
    #expect(draft.findings("narrative-table", "cross-table", "growth-rate").isEmpty)
  }

  @Test func allTablesInAWrongUnitAreNamedEach() {
    let draft = RuleSample(Self.budget("元").replacing("单位：万元", with: "单位：元"))
    #expect(draft.findings("unit-scale").count == 2)
    #expect(draft.findings("narrative-table", "cross-table").isEmpty)
  }

  @Test func aSmallUnitsTablesInYuanAreRight() {
    let text = Self.budget("元", travel: ["920.00", "320.00", "600.00"])
      .replacing("单位：万元", with: "单位：元")
      .replacing("9.20万元", with: "0.09万元").replacing("3.20万元", with: "0.03万元")
      .replacing("6.00万元", with: "0.06万元").replacing("35842.91万元", with: "3.58万元")
      .replacing("30402.16万元", with: "3.04万元").replacing("5440.75万元", with: "0.54万元")
    #expect(RuleSample(text).findings("unit-scale").isEmpty)
  }
}
