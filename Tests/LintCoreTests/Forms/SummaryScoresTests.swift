import Testing

@testable import LintCore

@Suite struct SummaryScoresTests {
  private static func draft(_ row: String) -> String {
    """
    2023年度某区市场监督管理局部门决算

    附表2 2023年度项目支出绩效自评情况汇总表

    单位：万元

    序号→项目名称→全年预算数→全年执行数→执行率→执行率得分→其他指标得分→自评得分→等级
    1→知识产权强区建设→150.00→128.50→85.67%→8.57→82.40→90.97→优
    2→经营主体登记监管→95.00→86.45→91.00%→9.10→84.75→93.85→优
    3→市场秩序综合执法→255.03→213.68→83.79%→8.38→80.60→88.98→良
    4→智慧监管信息化→58.20→58.20→100.00%→10.00→87.50→97.50→优
    \(row)
    合计→→658.23→584.19→88.75%→→→→
    """
  }

  @Test(arguments: [
    "5→产品质量安全抽查→100.00→97.36→97.36%→9.74→86.35→96.09→优",
    "5→产品质量安全抽查→100.00→97.36→97.36%→9.74→86.35→⟦96.90¦error score-total⟧→优",
    "5→产品质量安全抽查→100.00→97.36→97.36%→⟦9.47¦warning score⟧→86.35→95.82→优",
    "5→产品质量安全抽查→100.00→97.36→97.36%→9.74→76.35→86.09→⟦优¦warning score⟧",
  ])
  func rowsOfAListSpeakForEachOther(row: String) {
    expectFindings(Self.draft(row), by: ["score", "score-total"])
  }

  private static func form(_ rows: String) -> String {
    """
    某县林业局2025年部门预算

    二十三、整体支出绩效目标表
    单位：万元
    部门名称→某县林业局→→→
    年度预算申请（万元）→资金总额→\(rows)
    部门职能职责描述→负责全县林业工作。→→→
    整体绩效目标→落实林长制，完成营造林任务。→→→
    部门整体支出年度绩效指标→一级指标→二级指标→三级指标→指标值
    →产出指标→数量指标→营造林面积→≥5000亩
    →效益指标→生态效益指标→森林覆盖率→≥64.5%
    """
  }

  @Test(arguments: [
    "2728.18→→\n→按收入性质分→→按支出性质分→\n→其中：一般公共预算→2600.18→其中：基本支出→1377.28\n→政府性基金拨款→86.00→项目支出→1350.90\n→单位资金→42.00→→",
    "⟦2782.18¦error column-total⟧→→\n→按收入性质分→→按支出性质分→\n→其中：一般公共预算→2600.18→其中：基本支出→1377.28\n→政府性基金拨款→86.00→项目支出→1350.90\n→单位资金→42.00→→",
    "⟦2728.18¦error column-total⟧→→\n→按收入性质分→→按支出性质分→\n→其中：一般公共预算→2600.18→其中：基本支出→1337.28\n→政府性基金拨款→86.00→项目支出→1350.90\n→单位资金→42.00→→",
  ])
  func sourcesAndKindsSideBySide(rows: String) {
    expectFindings(Self.form(rows))
  }

  private static func under(
    total: String = "2728.18", fiscal: String = "2600.18", project: String = "1350.90",
    cost: String = "≤2728.18万元"
  ) -> String {
    """
    某县林业局2025年部门预算

    二十三、整体支出绩效目标表
    单位：万元
    年度预算申请（万元）→资金总额→按收入性质分→→按支出性质分→
    →\(total)→一般公共预算拨款→\(fiscal)→基本支出→1377.28
    →→政府性基金拨款→86.00→项目支出→\(project)
    →→单位资金→42.00→→
    整体绩效目标→落实林长制，完成营造林任务。→→→
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→营造林面积→≥5000亩
    →成本指标→部门预算支出控制数→\(cost)
    效益指标→生态效益指标→森林覆盖率→≥64.5%
    """
  }

  @Test func theTotalMayStandBelowItsHead() {
    expectFindings(Self.under(), by: ["column-total", "indicator-target"])
    expectFindings(Self.under(total: "⟦2782.18¦error column-total⟧", cost: "≤2782.18万元"))
    expectFindings(Self.under(total: "⟦2728.18¦error column-total⟧", project: "1530.90"))
    expectFindings(Self.under(cost: "⟦≤2872.18万元¦warning indicator-target⟧"), by: ["indicator-target"])
  }

  @Test func fundsOfAnUnknownKindAreNotAddedUpBesideTheTotal() {
    expectFindings(Self.under(fiscal: "2500.18").replacing("单位资金→42.00", with: "历年积累→142.00"))
    expectFindings(Self.under(fiscal: "2500.18").replacing("单位资金→42.00", with: "其中：上级资金→42.00"))
  }
}
