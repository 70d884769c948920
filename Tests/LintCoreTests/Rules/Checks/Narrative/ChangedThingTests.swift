import Testing

@testable import LintCore

/// Changes beside a figure whose row has a column of the year before, and whose they are.
@Suite struct ChangedThingTests {
  private static let tables = """

    # 一般公共预算支出表

    单位：万元

    科目编码\t科目名称\t2023年预算数\t2024年预算数\t增减额
    \t合计\t1,329.46\t1,399.47\t70.01
    2130204\t事业机构\t1,042.96\t1,086.97\t44.01
    2130207\t森林资源管理\t286.50\t312.50\t26.00

    # 一般公共预算“三公”经费支出表

    单位：万元

    项目\t2023年预算数\t2024年预算数
    合计\t69.70\t47.60
    公务用车购置及运行维护费\t63.50\t42.00
    其中：公务用车购置费\t18.00\t0.00
    公务用车运行维护费\t45.50\t42.00
    公务接待费\t6.20\t5.60

    """

  @Test(arguments: [
    "1.农林水支出（类）林业和草原（款）事业机构（项）2024年预算数为1086.97万元，比2023年预算数增加44.01万元（人员经费增加50.00万元、公用经费减少5.99万元），增长4.22%。",
    "1.农林水支出（类）林业和草原（款）森林资源管理（项）2024年预算数为312.50万元，比2023年预算数增加26.00万元，增长9.08%；其中新增核查任务增加30.00万元，压减宣传费4.00万元。",
    "“三公”经费预算47.60万元，比上年减少22.10万元，下降31.71%。其中：公务用车购置费为零，比上年减少18.00万元；公务接待费5.60万元。",
    "1.农林水支出（类）林业和草原（款）事业机构（项）2024年预算数为1086.97万元，比2023年预算数增加⟦40.41万元⟧。",
  ])
  func aChangeOfSomethingElseIsNotThatOfTheRow(text: String) {
    let sample = NarrativeSample(text + "\n" + Self.tables)
    #expect(sample.reported("narrative-table") == sample.marked)
  }
}
