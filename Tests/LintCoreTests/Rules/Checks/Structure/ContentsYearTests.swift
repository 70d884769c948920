import Testing

@testable import LintCore

@Suite struct ContentsYearTests {
  private static func draft(entry: String = "2024", title: String = "2024") -> String {
    """
    某街道办事处2024年度部门决算

    目录

    第一部分 部门概况
    第二部分 2024年度部门决算表
    第三部分 2024年度部门决算情况说明
    第四部分 名词解释
    第五部分 附件
    \(entry)年度项目支出绩效自评表

    第一部分 部门概况

    本单位负责辖区管理工作。

    第二部分 2024年度部门决算表

    收入支出决算总表

    单位：万元

    项目→决算数
    一、财政拨款收入→10.00
    本年收入合计→10.00

    第三部分 2024年度部门决算情况说明

    2024年度收入10.00万元。

    第四部分 名词解释

    一、财政拨款收入：指财政拨款。

    第五部分 附件

    \(title)年度项目支出绩效自评表

    项目名称→环境卫生管理经费
    主管部门→某街道办事处

    """
  }

  @Test func aTitleOfAnotherYearThanItsEntryIsTold() {
    expectFindings(Self.draft(), by: ["year"])
    expectFindings(Self.draft(title: "⟦2023¦error year⟧"), by: ["year"])
    expectFindings(Self.draft(entry: "⟦2023¦error year⟧"), by: ["year"])
    expectFindings(Self.draft(entry: "2023", title: "2023"), by: ["year"])
  }
}
