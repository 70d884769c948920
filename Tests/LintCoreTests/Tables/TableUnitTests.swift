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
}
