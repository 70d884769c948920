import Testing

@testable import LintCore

/// Years in the titles of what is attached to accounts.
@Suite struct AttachedYearTests {
  private static func draft(
    report: String = "2023", form: String = "2023", text: String = "本部门对2023年度6个项目开展了绩效自评。",
    body: String = "2023年度部门整体支出10.00万元。2023年末在职人员9人。", cell: String = "2023年10月"
  ) -> String {
    """
    # 某县水利局2023年度部门决算

    ## 第一部分 部门概况

    本部门负责水利工作。

    ## 第二部分 2023年度部门决算情况说明

    ### 一、收入支出决算总体情况说明

    2023年度收入总计10.00万元。

    ### 二、预算绩效情况

    \(text)

    ## 第三部分 附件

    附件1

    ### \(report)年度部门整体支出绩效评价报告

    一、部门概况

    \(body)

    附件2

    项目支出绩效自评表
    （\(form)年度）
    项目名称→山塘清淤→→→→→→
    一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→原因
    产出指标→数量指标→清淤山塘→≥12座→12座→50.00→50.00→
    产出指标→时效指标→完成时间→\(cell)前→\(cell)→50.00→50.00→
    总分→→→→→100.00→100.00→
    """
  }

  @Test func evaluationsOfTheYearAndOfAnotherOneAreSilent() {
    expectFindings(Self.draft(), by: ["year"])
    let before = "本部门对2022年度6个项目开展了绩效评价。"
    expectFindings(
      Self.draft(report: "2022", form: "2022", text: before, body: "2022年度部门整体支出9.00万元。2022年末在职人员9人。"),
      by: ["year"])
    expectFindings(Self.draft(form: "2022", text: before), by: ["year"])
    expectFindings(Self.draft(form: "2022", text: "绩效自评表见附件。"), by: ["year"])
    expectFindings(Self.draft(form: "2022", cell: "2022年10月"), by: ["year"])
    // The report tells of both years.
    expectFindings(
      Self.draft(report: "2022", body: "2022年度支出9.00万元，2023年度支出10.00万元。2023年末在职9人。"), by: ["year"])
  }

  @Test func aTitleThatItsOwnTextContradictsIsTold() {
    expectFindings(Self.draft(report: "⟦2022¦error year⟧"), by: ["year"])
    expectFindings(Self.draft(form: "⟦2022¦error year⟧"), by: ["year"])
  }

  @Test func theOnlyAttachedTableOfAnotherYearIsTold() {
    func draft(_ years: [String]) -> String {
      let tables = years.enumerated().map {
        "### \($0.element)年某类项目\($0.offset)支出情况表\n\n单位：万元\n\n项目→金额\n甲→1.00\n乙→2.00\n合计→3.00\n"
      }
      return "# 某市某局2025年度部门预算\n\n## 第一部分 2025年度部门预算情况说明\n\n2025年支出预算3.00万元。\n\n# 附件：2025年度部门预算表\n\n"
        + tables.joined(separator: "\n")
    }
    expectFindings(draft(["2025", "2025", "2025", "2025"]), by: ["year"])
    expectFindings(draft(["2025", "2025", "⟦2024¦error year⟧", "2025"]), by: ["year"])
    expectFindings(draft(["2025", "2024", "2024", "2025"]), by: ["year"])
  }
}
