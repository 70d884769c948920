import Testing

@testable import LintCore

/// Forms of projects against the list of all projects, and against what the text says of them.
@Suite struct ListedProjectsTests {
  private static func draft(
    name: String = "病虫害统防统治与监测预警", unit: String = "桐山县农技站", total: String = "186.40", text: String = ""
  ) -> String {
    """
    桐山县农业局2025年部门预算

    \(text)

    项目支出表
    单位：万元
    项目名称→项目单位→预算数
    病虫害统防统治与监测预警→桐山县农技站→186.40
    农产品质量检测→桐山县检测站→128.75
    良种良法示范推广→桐山县农技站→37.90
    合计→→353.05

    项目支出绩效目标表
    （2025年度）
    单位：万元
    项目名称→\(name)→→
    主管部门→桐山县农业局→实施单位→\(unit)
    项目资金→年度资金总额→→\(total)
    →其中：财政拨款→→\(total)
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→统防统治面积→≥12.50万亩次

    项目支出绩效目标表
    （2025年度）
    单位：万元
    项目名称→农产品质量检测→→
    主管部门→桐山县农业局→实施单位→桐山县检测站
    项目资金→年度资金总额→→128.75
    →其中：财政拨款→→128.75
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→检测批次→≥1600批次
    """
  }

  @Test func formsThatAgreeWithTheListAreSilent() {
    expectFindings(Self.draft(), by: ["name-mismatch"])
    // A station that is no unit of the list, and a project of another amount.
    expectFindings(Self.draft(unit: "桐山县植保中心"), by: ["name-mismatch"])
    expectFindings(Self.draft(name: "病虫害防控与监测预警", total: "180.40"), by: ["name-mismatch"])
    expectFindings(Self.draft(name: "病虫害统防统治与监测预警（第一期）"), by: ["name-mismatch"])
  }

  @Test func aProjectOfTheSameAmountUnderAnotherNameIsTold() {
    expectFindings(Self.draft(name: "⟦病虫害防控与监测预警¦warning name-mismatch⟧"), by: ["name-mismatch"])
  }

  @Test func theUnitOfAnotherProjectIsTold() {
    expectFindings(Self.draft(unit: "⟦桐山县检测站¦warning name-mismatch⟧"), by: ["name-mismatch"])
  }

  @Test func theFundsOfAFormAreThoseOfTheList() {
    expectFindings(Self.draft(total: "150.00"), by: ["cross-table"])
    #expect(
      RuleSample(Self.draft(total: "168.40").replacing("→", with: "\t")).findings("cross-table").count == 1)
  }

  @Test func theNumberOfProjectsIsThatOfTheListWithTheirMoney() {
    for text in ["纳入绩效目标管理的项目共3个，涉及资金353.05万元。", "绩效目标管理的项目共2个，涉及资金315.15万元。", "5个部门的项目，涉及4个乡镇，资金353.05万元。"] {
      expectFindings(Self.draft(text: text), by: ["narrative-table"])
    }
    expectFindings(
      Self.draft(text: "纳入绩效目标管理的项目共⟦4个¦warning narrative-table⟧，涉及资金353.05万元。"), by: ["narrative-table"])
  }

  private static func coded(_ code: String = "532900210000000000528", count: String = "3个") -> String {
    """
    某州水务局2025年部门预算

    绩效目标管理的项目共\(count)，涉及资金353.05万元。

    部门项目支出预算表
    单位：万元
    项目代码→项目名称→部门经济科目→合计
    532900210000000000417→防汛抗旱专项经费→→186.40
    →→维修费→86.40
    →→委托业务费→100.00
    532900210000000000528→河湖长制专项经费→→128.75
    →→委托业务费→128.75
    532900210000000000633→水利工程质量监督经费→→37.90
    →→差旅费→37.90
    合计→→→353.05

    项目支出绩效目标表
    （2025年度）
    单位：万元
    项目名称→河湖长制专项经费→项目代码→\(code)
    主管部门→某州水务局→实施单位→某州水务局
    项目资金→年度资金总额→→128.75
    →其中：财政拨款→→128.75
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→巡河人次→≥1600人次
    """
  }

  /// What a project is spent on stands in rows below its own.
  @Test func projectsWithRowsBelowThemAreCounted() {
    expectFindings(Self.coded(), by: ["narrative-table"])
    expectFindings(Self.coded(count: "⟦4个¦warning narrative-table⟧"), by: ["narrative-table"])
  }

  @Test func theCodeOfAProjectIsThatOfTheList() {
    expectFindings(Self.coded(), by: ["name-mismatch"])
    expectFindings(Self.coded("⟦532900210000000000582¦warning name-mismatch⟧"), by: ["name-mismatch"])
    // Codes of another system or year, and that of another project of the list.
    expectFindings(Self.coded("53290024P00012045"), by: ["name-mismatch"])
    expectFindings(Self.coded("532900220000000000991"), by: ["name-mismatch"])
    expectFindings(Self.coded("532900210000000000633"), by: ["name-mismatch"])
  }
}

/// Sums, names and figures of several forms in what the text says of them.
@Suite struct FormSentencesTests {
  private static func form(_ name: String, _ budget: String, _ spent: String, _ row: String, _ score: String)
    -> String
  {
    """
    项目支出绩效自评表
    （2024年度）
    单位：万元
    项目名称→\(name)→→→→→→
    项目资金→→年初预算数→全年预算数→全年执行数→分值→执行率（%）→得分
    →年度资金总额→\(budget)→\(budget)→\(spent)→10.00→→
    一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→原因
    产出指标→数量指标→\(row)→50.00→50.00→
    效益指标→社会效益指标→公众认可度→≥90%→93%→50.00→\(score)→工程滞后
    总分→→→→→100.00→\(score == "48.63" ? "98.63" : "99.08")→
    """
  }

  private static func draft(_ text: String) -> String {
    """
    某县水利局2024年度部门决算

    预算绩效情况

    \(text)

    \(form("防汛抗旱经费", "165.00", "158.90", "维护山洪灾害预警设施→≥120处→126处", "48.63"))

    \(form("供水工程维修养护经费", "210.00", "198.45", "更换供水管网长度→≥18公里→18.5公里", "49.08"))
    """
  }

  private static let rules: Set<String> = ["narrative-table", "name-mismatch", "score"]

  @Test(arguments: [
    "组织对“防汛抗旱经费”“供水工程维修养护经费”2个项目开展评价，涉及资金357.35万元。",
    "组织对“防汛抗旱经费”“供水工程维修养护经费”2个项目开展评价，涉及资金375.00万元。",
    "组织对“防汛抗旱经费”“供水工程维修养护经费”等9个项目开展评价，涉及资金3326.50万元。",
    "“防汛抗旱经费”项目：维护山洪灾害预警设施126处，较上年增加16处。", "“防汛抗旱经费”项目：维护山洪灾害预警设施120处以上。",
    "“防汛抗旱经费”项目：发放预警手册162处。", "“供水工程维修养护经费”项目更换供水管网18.5公里。",
    "“防汛抗旱经费”项目绩效自评综述：自评得分98.63分。\n\n“供水工程维修养护经费”项目绩效自评综述：自评得分99.08分。",
    "“防汛抗旱经费”项目自评得分98.63分，“供水工程维修养护经费”项目自评得分99.08分。", "“防汛抗旱经费”项目：自评98.63分。",
    "供水工程维修养护经费开展部门评价，评价得分88.5分；防汛抗旱经费评价得分91分。", "“防汛抗旱经费”项目预算执行自评9.63分。",
  ])
  func whatTheFormsSayIsSilent(text: String) {
    expectFindings(Self.draft(text), by: Self.rules)
  }

  @Test(arguments: [
    "组织对“防汛抗旱经费”“供水工程维修养护经费”2个项目开展评价，涉及资金⟦375.35¦error narrative-table⟧万元。",
    "“防汛抗旱经费”项目：维护山洪灾害预警设施⟦162处¦error narrative-table⟧。",
    "“防汛抗旱经费”项目：山洪灾害预警设施维护⟦162处¦warning narrative-table⟧。",
    "“供水工程维修养护经费”项目更换供水管网⟦15.8公里¦warning narrative-table⟧。",
    "“⟦防汛抗旱专项经费¦warning name-mismatch⟧”项目绩效自评综述：工作完成。\n\n“供水工程维修养护经费”项目绩效自评综述：防汛抗旱经费见上。",
    "“防汛抗旱经费”项目自评得分⟦96.83¦error score⟧分，“供水工程维修养护经费”项目自评得分99.08分。",
    "“防汛抗旱经费”项目：自评⟦96.83¦error score⟧分。", "防汛抗旱经费项目得分为⟦96.83¦error score⟧分。",
    "“防汛抗旱经费”项目：对照目标，自评得⟦96.83¦error score⟧分。",
  ])
  func slipsAgainstTheFormsAreTold(text: String) {
    expectFindings(Self.draft(text), by: Self.rules)
  }
}
