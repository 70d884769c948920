import Testing

@testable import LintCore

/// Forms with other heads, tables of scores, goals against indicators, names against lists.
@Suite struct FormNamesTests {
  private static let rules: Set<String> = [
    "score-total", "score", "column-total", "completion-rate", "narrative-table", "name-mismatch",
  ]

  private static func scores(_ weight: String = "10.00", _ score: String = "9.40", total: String = "100.00")
    -> String
  {
    """
    部门整体支出绩效自评得分表
    序号→指标→权重→评分
    1→目标完成→40.00→39.20
    2→项目效益→30.00→28.80
    3→支出执行率→\(weight)→\(score)
    4→资产盘活率→10.00→9.50
    5→采购执行率→10.00→10.00
    合计→→\(total)→96.90
    """
  }

  @Test func aTableOfScoresMayNameRates() {
    expectFindings(Self.scores(), by: Self.rules)
    expectFindings(
      Self.scores("10.00", "9.04").replacing("96.90", with: "⟦96.90¦error score-total⟧"), by: Self.rules)
  }

  @Test func weightsAreHeldAgainstTheirTotal() {
    expectFindings(Self.scores("⟦10.00⟧".filter { $0 != "⟦" && $0 != "⟧" }), by: Self.rules)
    #expect(
      !RuleSample(Self.scores("15.00").replacing("→", with: "\t")).findings("score-total", "column-total")
        .isEmpty)
    expectFindings(Self.scores("1.00", "⟦9.40¦error score⟧"), by: ["score"])
  }

  private static func form(spent: String = "682.30", rate: String = "97.30%", total: String = "98.43")
    -> String
  {
    """
    项目支出绩效自评表
    （2023年度）

    单位：万元
    项目名称→公共卫生服务补助资金
    资金来源→年初预算→全年预算→执行数→执行率
    合计→701.20→701.20→\(spent)→\(rate)
    财政拨款→701.20→701.20→682.30→97.30%
    其他资金→0.00→0.00→0.00→—
    指标类别→指标名称→目标值→完成值→分值→得分→备注
    预算执行→预算执行率→100%→97.30%→10.00→9.73→
    产出指标→健康档案建档率→≥90%→93.2%→50.00→50.00→
    效益指标→居民健康素养水平→提高→提高→30.00→28.70→宣传覆盖面不足
    满意度指标→城乡居民满意度→≥85%→91%→10.00→10.00→
    合计→→→→100.00→\(total)→
    """
  }

  @Test func fundsByTheirSourceAreRead() {
    expectFindings(Self.form(), by: Self.rules)
    expectFindings(Self.form(rate: "⟦93.70%¦error completion-rate⟧"), by: Self.rules)
    expectFindings(Self.form(total: "⟦94.83¦error score-total⟧"), by: Self.rules)
    #expect(
      !RuleSample(Self.form(spent: "628.30").replacing("→", with: "\t")).findings("column-total").isEmpty)
  }

  private static func goals(_ teachers: String, list: String = "中小学教师培训经费") -> String {
    """
    某县教育局2026年部门预算

    项目支出表
    单位：万元
    项目名称→预算数
    \(list)→260.00
    校舍维修改造→300.00
    校园安全保障→40.00
    合计→600.00

    项目支出绩效目标表
    （2026年度）
    单位：万元
    项目名称→中小学教师培训经费→→
    主管部门→某县教育局→实施单位→某县教师进修学校
    项目资金→年度资金总额→260.00→
    →其中：财政拨款→260.00→
    年度总体目标→开展校长、骨干教师、新教师等各类培训，参训教师达到\(teachers)，提升教师专业能力。→→
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→参训教师人次→≥3200人次
    →→举办培训班期数→≥40期
    满意度指标→服务对象满意度指标→参训教师满意度→≥90%
    """
  }

  @Test func theGoalSaysWhatTheIndicatorSays() {
    expectFindings(Self.goals("3200人次"), by: Self.rules)
    expectFindings(Self.goals("⟦3400人次¦warning narrative-table⟧"), by: Self.rules)
    expectFindings(Self.goals("3400人次").replacing("年度总体目标", with: "实施期目标"), by: Self.rules)
  }

  @Test(arguments: ["中小学教师培训经费", "中小学教师培训项目经费", "中小学学生培训经费", "中小学教师培养经费"])
  func aProjectOneCharacterOffItsListIsTold(list: String) {
    let text = Self.goals("3200人次", list: list)
    let isSlip = list == "中小学教师培养经费"
    #expect(
      RuleSample(text.replacing("→", with: "\t")).findings("name-mismatch").map(\.severity)
        == (isSlip ? [.warning] : []))
  }

  @Test(arguments: [
    ("某县教师进修学校", false), ("教师进修学校", false), ("某县教师进休学校", true), ("某县教师进修与培训学校", false), ("某县修进教师学校", true),
    ("县教师与进修学校", false), ("某县第二实验中学", false), ("某县职业中等专业学校", false), ("某县中等职业专业学校", true), ("县疾病预防中心", true),
    ("县疾病预防控制中心", false),
  ])
  func aUnitOfAFormIsOneOfTheList(unit: String, isSlip: Bool) {
    let list = "下属单位：\n\n1.某县教师进修学校\n\n2.某县职业中等专业学校\n\n3.某县疾病预防控制中心\n\n4.某县第一实验中学\n\n"
    let text = Self.goals("3200人次").replacing("项目支出表", with: list + "项目支出表")
      .replacing("实施单位→某县教师进修学校", with: "实施单位→\(unit)")
    #expect(
      RuleSample(text.replacing("→", with: "\t")).findings("name-mismatch").map(\.severity)
        == (isSlip ? [.warning] : []))
  }

  @Test(arguments: [("某县教师进休学校", true), ("某县教师进修学校", false), ("某县第三实验中学", false)])
  func aSentenceListsUnitsToo(unit: String, isSlip: Bool) {
    let list = "预算单位共计3家，具体包括：某县教育局（本级）、某县教师进修学校、某县第一实验中学。\n\n"
    let text = Self.goals("3200人次").replacing("项目支出表", with: list + "项目支出表")
      .replacing("实施单位→某县教师进修学校", with: "实施单位→\(unit)")
    #expect(
      RuleSample(text.replacing("→", with: "\t")).findings("name-mismatch").map(\.severity)
        == (isSlip ? [.warning] : []))
  }
}
