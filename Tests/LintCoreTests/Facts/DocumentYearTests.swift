import Testing

@testable import LintCore

/// The year of a draft, as its titles name it, and what chapters of self-evaluations have to say about it.
@Suite struct DocumentYearTests {
  private static func budget(
    title: String = "2024", first: String = "2024", second: String = "2024", form: String = "（2023年度）"
  ) -> String {
    """
    # 某市第二中学\(title)年单位预算公开

    ## 第一部分 某市第二中学\(first)年单位预算编制说明

    2024年我校一般公共预算支出90.00万元。

    2024年我校“三公”经费预算2.00万元。

    ## 第二部分 某市第二中学\(second)年单位预算表

    2024年我校没有政府性基金预算安排的支出。

    ## 第三部分 2023年度项目支出绩效自评情况

    2023年，我校对助学金项目开展了绩效自评。

    ### 项目支出绩效自评表

    \(form)

    项目名称→助学金→→
    主管部门→某市教育局→实施单位→某市第二中学
    """
  }

  @Test func evaluationsInABudgetLookBack() {
    expectFindings(Self.budget(), by: ["year"])
    expectFindings(Self.budget(form: "（2023 年度）"), by: ["year"])
    // A year far off is that of no evaluation.
    expectFindings(Self.budget(form: "（⟦2020¦error year⟧年度）"), by: ["year"])
  }

  @Test func theChapterMayLeaveTheYearToItsForms() {
    let text = Self.budget().replacing("第三部分 2023年度项目", with: "第三部分 项目")
    expectFindings(text, by: ["year"])
  }

  @Test func oneSlipInATitleIsOutvoted() {
    let slip = "⟦2023¦error year⟧"
    expectFindings(Self.budget(title: slip), by: ["year"])
    expectFindings(Self.budget(first: slip), by: ["year"])
    expectFindings(Self.budget(second: slip), by: ["year"])
  }

  @Test func reportsOfEvaluationsAreOfTheYearThatTheyEvaluate() {
    let text = """
      # 2023年度项目支出绩效自评报告

      ## 一、2023年度项目支出绩效自评情况

      项目支出100.00万元。

      ## 二、2024年度工作打算

      继续加强管理。
      """
    #expect(Claims(draft(text)).year == 2023)
  }
}
