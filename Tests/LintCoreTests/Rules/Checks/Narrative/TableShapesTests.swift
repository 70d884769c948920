import Testing

@testable import LintCore

/// Tables as offices lay them out: by unit, by year, in attachments, in columns.
@Suite struct TableShapesTests {
  @Test(arguments: [
    "2024年培训费预算31.64万元，其中：基本支出13.14万元，项目支出18.50万元。", "2023年培训费预算25.86万元。",
    "机关运行经费50.00万元，其中：培训费13.14万元、会议费2.00万元。", "会议费、培训费预算共31.64万元。",
    "各学校教师培训费支出18.50万元。", "2024年培训费预算⟦36.14万元⟧。", "会议费支出⟦3.00万元⟧，用于年会。",
  ])
  func meetingsAndTrainingHaveTheirRowsInTheTableOfSuchCosts(text: String) {
    let sample = RuleSample(
      """
      某区教育局2024年部门预算

      ## 一、“三公”经费、会议费和培训费支出情况表

      单位：万元

      项目\t2023年预算数\t2024年预算数
      合计\t25.86\t31.64
      一、“三公”经费小计\t0\t0
      二、会议费\t0\t0
      三、培训费\t25.86\t31.64

      ## 二、情况说明

      \(text)

      """)
    #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
  }

  @Test(arguments: [
    "小学教育（项）2024年预算70.00万元，初中教育（项）2024年预算20.00万元。", "甲小学小学教育40.00万元。",
    "学前教育（项）2024年预算⟦9.90万元⟧。",
  ])
  func theRowsOfSeveralUnitsAreAddedOrLeftAlone(text: String) {
    let sample = RuleSample(
      """
      某区教育局2024年部门预算

      ## 一、部门支出总表

      单位：万元

      单位编码\t科目编码\t科目名称\t合计
      \t\t合计\t99.00
      301001\t\t甲小学\t40.00
      301001\t2050202\t小学教育\t40.00
      301002\t\t乙学校\t59.00
      301002\t2050201\t学前教育\t9.00
      301002\t2050202\t小学教育\t30.00
      301002\t2050203\t初中教育\t20.00

      ## 二、情况说明

      \(text)

      """)
    #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
  }

  /// The tables may have in them what was carried over; one slip, or less than the text says, is no carry-over.
  @Test(arguments: [
    "教育支出（类）61.74万元；卫生健康支出（类）49.76万元。", "教育支出（类）60.00万元；卫生健康支出（类）49.76万元。",
    "教育支出（类）61.74万元；卫生健康支出（类）⟦47.96万元⟧。", "教育支出（类）⟦71.64万元⟧；卫生健康支出（类）49.76万元。",
  ])
  func figuresOfTheYearAloneAreHeldAgainstTheirColumn(text: String) {
    let sample = RuleSample(
      """
      某区教育局2024年部门预算

      ## 一、一般公共预算支出预算表

      单位：万元

      科目编码\t科目名称\t合计\t基本支出\t项目支出
      \t合计\t111.50\t49.76\t61.74
      205\t教育支出\t61.74\t\t61.74
      210\t卫生健康支出\t49.76\t49.76\t

      ## 二、收支预算情况

      2024年收入预算113.24万元，其中：上年结转1.74万元、一般公共预算拨款收入111.50万元。

      ## 三、一般公共预算当年拨款情况

      \(text)

      """)
    #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
  }

  /// 财政拨款 in the head of a table of 一般公共预算 is that budget's, whatever is carried over elsewhere.
  @Test(arguments: [
    "2024年安排公务用车运行费13.50万元。", "2024年安排公务用车运行费⟦15.30万元⟧。",
  ])
  func theCostsOfCarsMayStandInColumns(text: String) {
    let sample = RuleSample(
      """
      某区教育局2024年部门预算

      ## 一、一般公共预算“三公”经费支出预算表

      单位：万元

      单位代码\t单位名称\t当年财政拨款预算安排\t\t\t\t\t
      \t\t合计\t因公出国（境）费用\t公务用车购置及运行费\t\t\t公务接待费
      \t\t\t\t小计\t公务用车购置费\t公务用车运行费\t
      \t合计\t18.60\t\t13.50\t\t13.50\t5.10
      301001\t某局机关\t18.60\t\t13.50\t\t13.50\t5.10

      ## 二、收支预算情况

      2024年收入预算113.24万元，其中：上年结转1.74万元、一般公共预算拨款收入111.50万元。

      ## 三、一般公共预算“三公”经费情况

      \(text)

      """)
    #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
  }

  @Test(arguments: [
    "实行绩效目标管理的项目3个，涉及资金⟦36.42万元⟧。", "实行绩效目标管理的项目3个，涉及资金33.42万元。", "实行绩效目标管理的项目2个，涉及资金30.00万元。",
    "委托业务涉及资金36.42万元。",
  ])
  func theFundsOfProjectsMayBeASlipOfTheirSum(text: String) {
    let sample = RuleSample(
      """
      某区教育局2024年部门预算

      ## 一、部门支出总表

      单位：万元

      科目编码\t科目名称\t合计\t基本支出\t项目支出
      \t合计\t93.42\t60.00\t33.42
      2050202\t小学教育\t93.42\t60.00\t33.42

      ## 二、情况说明

      2024年\(text)

      """)
    #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
  }

  @Test func theTablesOfTheDraftMayStandInItsAttachments() {
    let sample = RuleSample(
      """
      某区教育局2024年度部门决算

      一、支出决算情况

      2024年度基本支出60.00万元，项目支出⟦31.00万元⟧。

      第四部分 附件

      附件1：某区教育局2024年度部门决算公开表

      支出决算表

      单位：万元

      科目编码\t科目名称\t合计\t基本支出\t项目支出
      \t合计\t90.00\t60.00\t30.00
      2050202\t小学教育\t90.00\t60.00\t30.00

      """)
    #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
  }

  /// The figure of the text is the one that the other figures of the table ask for.
  @Test func aCellThatArithmeticShowsToBeWrongIsNamedOnce() {
    let draft = { (text: String) in
      RuleSample(
        "某区教育局2024年部门预算\n\n## 一、部门支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t79.00\t46.00\t33.00\n2050202\t小学教育\t59.00\t36.00\t13.00\n2050203\t初中教育\t30.00\t10.00\t20.00\n\n## 二、情况说明\n\n2024年小学教育（项）预算\(text)万元。\n"
      )
    }
    let rules = { (text: String) in
      draft(text).findings("narrative-table", "column-total", "row-total").map(\.rule)
    }
    #expect(rules("49.00") == ["column-total"])
    #expect(rules("39.00") == ["column-total", "narrative-table"])
  }
}
