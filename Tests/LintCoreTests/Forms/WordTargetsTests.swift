import Testing

@testable import LintCore

@Suite struct WordTargetsTests {
  private static let rules: Set<String> = ["indicator-target", "typo", "name-mismatch"]

  @Test(arguments: [
    "产出指标→时效指标（必填量化）→资金下达及时率→⟦及时¦warning indicator-target⟧",
    "产出指标→时效指标（必填量化）→资金下达及时率→100%", "产出指标→时效指标（必填量化）→资金下达及时率→全部及时",
    "产出指标→时效指标（必填量化）→资金下达情况→及时", "产出指标→时效指标→资金下达及时率→及时",
    "产出指标→质量指标→⟦持孔庙历史风貌¦warning typo⟧→保持", "产出指标→质量指标→保持孔庙历史风貌→保持", "产出指标→质量指标→持续推进建设→保持",
    "产出指标→质量指标→持证上岗人员→保持", "产出指标→质量指标→确保⟦演出质¦warning typo⟧→达标",
    "产出指标→质量指标→确保⟦演出质¦warning typo⟧和上座率→达标", "产出指标→质量指标→确保演出质量和上座率→达标", "产出指标→质量指标→工作人员素质→达标",
    "产出指标→质量指标→项目质效→达标", "产出指标→数量指标→清淤质检次数→≥2次",
    "产出指标→数量指标→争取上级资金1.15亿元以上→⟦100%¦warning indicator-target⟧", "产出指标→数量指标→争取上级资金→1.15亿元以上",
    "产出指标→数量指标→80分以上项目占比→100%", "产出指标→质量指标→争取上级资金1.15亿元以上→100%",
    "产出指标→时效指标→资金及时发放率→⟦小于等于100%¦warning indicator-target⟧", "产出指标→时效指标→资金及时发放率→大于等于100%",
  ])
  func targetsAreHeldAgainstTheirNames(row: String) {
    expectFindings(TargetCheckTests.form(row), by: Self.rules)
  }

  private static func levels(_ social: String, _ ecological: String, more: String = "") -> String {
    let rows = (1...8).map { "产出指标→数量指标→清淤第\($0)段长度→≥\($0)公里" }.joined(separator: "\n")
    return TargetCheckTests.form(rows + "\n效益指标→\(social)→→\n效益指标→\(ecological)→→" + more)
  }

  @Test func aLevelWithoutIndicatorIsTold() {
    expectFindings(
      Self.levels("⟦社会效益指标¦info indicator-target⟧", "⟦生态效益指标¦info indicator-target⟧"), by: Self.rules)
    expectFindings(Self.levels("社会效益指标（选填）", "生态效益指标（选填）"), by: Self.rules)
    expectFindings(
      Self.levels("社会效益指标", "生态效益指标", more: "\n效益指标→可持续影响指标→→"), by: Self.rules)
  }

  private static func projects(_ cost: String, _ rates: [String], name: String = "水库除险") -> String {
    [("科技工作经费", "科技工作经费"), (name, cost), ("渠道防渗", "渠道防渗成本")].enumerated().map { index, form in
      """
      项目支出绩效目标表

      单位：万元
      项目名称→\(form.0)→→
      项目资金（万元）→年度资金总额→30.00→
      一级指标→二级指标→三级指标→指标值
      产出指标→质量指标→\(rates[index])→≥100%
      产出指标→成本指标→\(form.1)→30万元
      """
    }.joined(separator: "\n\n")
  }

  private static let rates = ["资金使用合规率", "资金使用合规率", "资金使用合规率"]

  @Test func aCostNamedAfterAnotherProjectIsTold() {
    expectFindings(Self.projects("⟦科技工作经费¦warning name-mismatch⟧", Self.rates), by: Self.rules)
    expectFindings(Self.projects("水库除险成本", Self.rates), by: Self.rules)
    expectFindings(
      Self.projects("科技工作经费", Self.rates, name: "科技工作经费（二期）"), by: Self.rules)
  }

  @Test func aRateNamedWithoutItsLastWordIsTold() {
    expectFindings(
      Self.projects("防渗成本", ["资金使用合规率", "⟦资金使用合规¦info name-mismatch⟧", "资金使用合规率"]),
      by: Self.rules)
    expectFindings(Self.projects("防渗成本", ["资金使用合规率", "资金使用合规", "资金使用合规"]), by: Self.rules)
    expectFindings(Self.projects("防渗成本", ["资金到位率", "资金使用合规", "资金使用合规率"]), by: Self.rules)
  }

  private static func task(_ text: String, goal: String) -> String {
    """
    部门整体支出绩效目标表

    部门名称→某市科技局→
    年度重点任务→\(text)→培育有示范作用的项目
    年度绩效目标→\(goal)→
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→完成项目数量→≥8个
    """
  }

  @Test func aCellThatBreaksOffWithinAWordIsTold() {
    let goal = "充分发挥若干措施、市长创新奖等科技创新奖励政策的示范作用。"
    expectFindings(
      Self.task("充分发挥若干措施⟦、市长创新奖励等科¦warning punctuation⟧", goal: "充分发挥若干措施、市长创新奖励等科技政策的作用。"),
      by: ["punctuation"])
    expectFindings(Self.task("充分发挥若干措施、市长创新奖等科技创新奖励", goal: goal), by: ["punctuation"])
    expectFindings(Self.task("充分发挥若干措施、市长创新奖等科技", goal: goal), by: ["punctuation"])
    expectFindings(
      Self.task("充分发挥若干措施、市长创新奖等科", goal: "充分发挥若干措施、市长创新奖等科，作用明显。"), by: ["punctuation"])
  }
}
