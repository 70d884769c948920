import Testing

@testable import LintCore

/// What the goals of a form, and the text around it, say in other words than its rows.
@Suite struct GoalFiguresTests {
  private static func targets(_ goal: String, _ row: String = "产出指标→数量指标→专家培训期数→=2期") -> String {
    """
    项目支出绩效目标表
    （2025年度）
    项目名称→评审专家保障经费→→
    项目期限→2025年1月—2025年12月→→
    项目资金（万元）→年度资金总额→60.00→
    →其中：财政拨款→60.00→
    年度总体目标→\(goal)→→
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→培训评审专家人次→≥600人次
    \(row)
    产出指标→质量指标→强制免疫密度→≥90%
    满意度指标→服务对象满意度指标→群众满意度→≥90%
    """
  }

  @Test(arguments: [
    "保障16个评审室正常使用，组织评审专家线上培训2期，培训人员600人次。",
    "组织评审专家培训，每期3天，共2期。",
    "培训600人次，群众满意度达到90%以上。",
    "组织专家培训2期，其中线上专家培训1期、线下专家培训1期。",
    "组织讲座3期、专家论坛1期。",
  ])
  func goalsThatFitAreSilent(goal: String) {
    expectFindings(Self.targets(goal), by: ["narrative-table"])
  }

  @Test func aGoalOfAnotherFigureIsTold() {
    expectFindings(
      Self.targets("组织评审专家线上培训⟦3期¦warning narrative-table⟧，培训人员600人次。"), by: ["narrative-table"])
    expectFindings(
      Self.targets("组织专家培训2期，免疫密度达到⟦95%¦warning narrative-table⟧以上。"), by: ["narrative-table"])
  }

  @Test func theOnlyFigureOfAUnitMayBeTheTargetWithTwoDigitsExchanged() {
    func form(_ goal: String, _ other: String = "满意度指标→满意度指标→群众满意度→≥85%") -> String {
      Self.targets(goal, "产出指标→数量指标→减免数量→≥2100户\n\(other)")
    }
    expectFindings(form("减轻群众负担，全年惠及2100户。"), by: ["narrative-table"])
    expectFindings(
      form("减轻群众负担，全年惠及⟦1200户¦warning narrative-table⟧。"), by: ["narrative-table"])
    // Another number, another row or another figure of the same unit, another base.
    expectFindings(form("减轻群众负担，全年惠及1800户。"), by: ["narrative-table"])
    expectFindings(form("减轻群众负担，全年惠及1200户。", "产出指标→数量指标→走访数量→≥900户"), by: ["narrative-table"])
    expectFindings(form("减轻群众负担，全年惠及1200户，走访900户。"), by: ["narrative-table"])
    expectFindings(form("减轻群众负担，累计惠及1200户。"), by: ["narrative-table"])
  }

  @Test func aPartThatIsNamedIsNotItsWhole() {
    func form(_ goal: String) -> String {
      Self.targets(goal, "产出指标→数量指标→新建高标准农田面积→≥1.2万亩")
    }
    expectFindings(form("建设高标准农田1.8万亩，其中新建1.2万亩、改造提升0.6万亩。"), by: ["narrative-table"])
    expectFindings(form("建设高标准农田⟦1.8万亩¦warning narrative-table⟧，保障评审专家。"), by: ["narrative-table"])
  }

  @Test func aFigureBeforeItsNameIsRead() {
    func form(_ goal: String) -> String {
      Self.targets(goal, "产出指标→数量指标→维修养护防护工程→42处\n→→其中：护岸工程→28处\n→→排涝站→14处")
    }
    expectFindings(form("完成42处库区防护工程维修养护，其中护岸28处、排涝站14处。"), by: ["narrative-table"])
    expectFindings(
      form("完成⟦40处¦warning narrative-table⟧库区防护工程维修养护，其中护岸28处、排涝站14处。"), by: ["narrative-table"])
  }

  private static func parts(_ value: String = "1250", _ score: String = "15", _ reason: String = "") -> String
  {
    """
    部门预算项目支出绩效自评表（2023年度）
    项目名称→康复服务项目→→→→→→→→
    预算执行情况（10分）→年度预算数（万元）→年初预算→调整后预算数→预算执行数→预算执行率→权重→得分→原因→
    →总额→80.00→91.20→86.45→94.79%→10→9.48→→
    绩效指标（90分）→一级指标→二级指标→三级指标→指标性质→指标值→度量单位→完成值→权重→得分→未完成原因分析
    →产出指标→数量指标→康复服务人数→≥→\(value)→人→1286→15→\(score)→\(reason)
    →→→辅助器具件数→≥→350→件→350→25→25→
    →→质量指标→档案合格率→≥→95→%→98→10→10→
    →→时效指标→资金及时率→＝→100→%→100→10→10→
    →效益指标→社会效益指标→康复覆盖率→≥→90→%→96.5→20→20→
    →满意度指标→服务对象满意度指标→康复对象满意度→≥→90→%→94→10→10→
    合计→→→→→→→→100→99.48→
    """
  }

  @Test func signAndUnitInColumnsOfTheirOwnAreRead() {
    expectFindings(Self.parts(), by: ["score"])
    expectFindings(
      Self.parts().replacing("1286", with: "⟦1286¦warning score⟧").replacing("1250", with: "125"),
      by: ["score"])
    expectFindings(Self.parts("1350", "⟦15¦warning score⟧"), by: ["score"])
    #expect(
      RuleSample(Self.parts("1350").replacing("→", with: "\t")).findings("score").first?.message.text(
        .chinese
      )
      .contains("康复服务人数") ?? false)
  }

  @Test func theOnlyDeductionWithoutAReasonIsTold() {
    func form(_ reason: String) -> String {
      """
      项目支出绩效自评表
      项目名称→奖励扶助→→→→→→
      一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→未完成原因分析及改进措施
      产出指标→数量指标→扶助人数→≥360人→362人→40.00→40.00→
      产出指标→时效指标→拨付及时率→100%→95%→10.00→9.50→跨年结算
      效益指标→社会效益指标→发展能力→提升→提升→40.00→38.50→\(reason)
      满意度指标→满意度→群众满意度→≥90%→96%→10.00→10.00→
      总分→→→→→100.00→98.00→
      """
    }
    expectFindings(form("宣传覆盖面不足"), by: ["score"])
    expectFindings(form("").replacing("38.50", with: "⟦38.50¦warning score⟧"), by: ["score"])
  }

  private static func evaluation(_ name: String, score: String = "98.43") -> String {
    """
    # 预算绩效情况

    以\(name)为例，全年预算701.20万元，自评得分\(score)分。

    项目支出绩效自评表
    项目名称→公共绿地养护经费→→→→→→
    一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→原因
    产出指标→数量指标→绿地面积→≥360亩→362亩→80.00→80.00→
    满意度指标→满意度→群众满意度→≥90%→86%→20.00→18.43→绿地偏少
    总分→→→→→100.00→98.43→
    """
  }

  @Test func aProjectUnderAnotherNameIsTold() {
    expectFindings(Self.evaluation("公共绿地养护经费"), by: ["name-mismatch"])
    expectFindings(Self.evaluation("⟦公共绿化养护经费¦warning name-mismatch⟧"), by: ["name-mismatch"])
    // Another project has other figures.
    expectFindings(Self.evaluation("公共绿化养护经费", score: "97.15"), by: ["name-mismatch"])
    expectFindings(Self.evaluation("公共绿地养护经费项目"), by: ["name-mismatch"])
    // Both exist.
    expectFindings(
      Self.evaluation("公共绿化养护经费") + "\n\n项目→金额\n公共绿化养护经费→701.20\n道路养护经费→20.00\n其他→1.00",
      by: ["name-mismatch"])
  }
}
