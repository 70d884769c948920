import Testing

@testable import LintCore

/// Reasons that say one thing only, years of what this year's tables state, and what was not spent at all.
@Suite struct CertainReasonTests {
  private static func below(_ reason: String) -> String {
    "最低生活保障支出（项）年初预算为50.00万元，支出决算为48.63万元，完成年初预算的97.26%，决算数小于年初预算数的主要原因是\(reason)。"
  }

  @Test(arguments: [
    below("压减了印刷宣传费用"), below("⟦增加了印刷宣传费用⟧"),
    below("低保对象动态调整，退出人数多于新增人数"), below("⟦低保对象动态调整，新增人数多于退出人数⟧"),
    below("新增人数少于退出人数"), below("退休人数多于新录用人数"),
    // What pays besides, or which way the money goes, is left open.
    below("增加了其他资金安排的费用"), below("增加了线上培训，压减了会议费用"), below("低保对象动态调整"),
    below("上年新增人数多于退出人数"), below("申请户数多于退出批次，但补助标准降低"), below("支出多于收入"),
  ])
  func reasonsOfAGap(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  private static let table = """
    五、一般公共预算财政拨款支出决算表

    单位：万元

    功能分类科目编码→科目名称→本年支出合计→基本支出→项目支出
    →合计→1996.96→1572.96→424.00
    205→教育支出→1505.65→1172.96→332.69
    221→住房保障支出→491.31→400.00→91.31

    六、一般公共预算财政拨款支出决算情况说明


    """.replacing("→", with: "\t")

  @Test(arguments: [
    "2024年度一般公共预算财政拨款支出主要用于以下方面：教育支出（类）1505.65万元，占75.40%；住房保障支出（类）491.31万元，占24.60%。",
    "⟦2023⟧年度一般公共预算财政拨款支出主要用于以下方面：教育支出（类）1505.65万元，占75.40%；住房保障支出（类）491.31万元，占24.60%。",
    // Figures of that year, or only one that happens to be the same.
    "2023年度一般公共预算财政拨款支出主要用于以下方面：教育支出（类）1405.65万元，占74.10%；住房保障支出（类）491.31万元，占25.90%。",
    "2023年度一般公共预算财政拨款支出主要用于以下方面：教育支出（类）1405.65万元；住房保障支出（类）481.31万元。",
  ])
  func theYearOfADivision(text: String) {
    let sample = NarrativeSample(Self.table + text, isFinal: true)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    "公务用车购置及运行维护费预算3.00万元，支出决算2.46万元，完成预算的82.00%。其中：未发生公务用车购置费（上年购置支出亦为0），完成预算的0%；运行维护费2.46万元。",
    "公务用车购置及运行维护费预算3.00万元，支出决算2.46万元，完成预算的⟦28.00%⟧。其中：未发生公务用车购置费。",
  ])
  func nothingWasSpent(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }
}
