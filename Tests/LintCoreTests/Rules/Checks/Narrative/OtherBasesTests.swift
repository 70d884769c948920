import Testing

@testable import LintCore

/// Sentences whose words leave open, or say otherwise, what a figure is of.
@Suite struct OtherBasesTests {
  @Test(arguments: [
    "2024年度，本部门收支总计均为10039.61万元，较上年度增长7.34%，增加额为686.86万元。\n\n本部门年初安排财政拨款支出预算9465.24万元，实际支出9789.44万元，预算完成率103.43%，该支出占全部支出的98.60%，由一般公共预算支出9714.44万元和政府性基金预算支出75.00万元组成。",
    "2024年度，本部门收支总计均为10039.61万元，较上年度增长7.34%，增加额为686.86万元。\n\n本部门年初安排财政拨款支出预算9465.24万元，实际支出9789.44万元，预算完成率103.43%，该支出占全部支出的⟦79.51%⟧，由一般公共预算支出9714.44万元和政府性基金预算支出75.00万元组成。",
  ])
  func allSpendingMayBeWithoutTheCarryOver(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share") == sample.marked)
  }

  private static func draft(_ sentence: String) -> String {
    """
    2023年度某区市场监督管理局部门决算

    四、财政拨款收入支出决算总表
    单位：万元
    收入→决算数→支出→合计→一般公共预算财政拨款
    一、一般公共预算财政拨款→9755.79→一、一般公共服务支出→9830.79→9830.79
    本年收入合计→9755.79→本年支出合计→9830.79→9830.79
    年初财政拨款结转和结余→75.00→年末财政拨款结转和结余→→
    总计→9830.79→总计→9830.79→9830.79

    三、支出决算表
    单位：万元
    科目编码→科目名称→本年支出合计→基本支出→项目支出
    →合计→9928.50→8386.02→1542.48
    201→一般公共服务支出→9928.50→8386.02→1542.48

    一、收入支出决算总体情况说明

    \(sentence)
    """
  }

  @Test(arguments: [
    "上述年初结转和结余全部来自上年末结转，其中财政拨款64.20万元、非财政拨款52.37万元。", "本年支出超过本年收入5.46万元，主要是动用年初结转和结余。",
    "本年支出超出本年收入5.46万元。", "本年支出9928.50万元。", "本年支出⟦9982.50万元¦error narrative-table⟧。",
  ])
  func differencesAndPartsOfTheCarryOver(sentence: String) {
    expectFindings(Self.draft(sentence), by: ["narrative-table"])
  }

  /// The comma of 2,806.45 ends no clause.
  @Test(arguments: [
    "本部门2024年收入预算总计2,728.18万元。与2023年收入预算2,806.45万元相比，减少78.27万元。",
    "本部门2024年收入预算总计2,728.18万元。同2023年度预算2,806.45万元相比，减少78.27万元。",
    "本部门2024年收入预算总计2,728.18万元。⟦2023⟧年支出预算总计2,728.18万元。",
  ])
  func groupedFiguresInComparisons(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("year") == sample.marked)
  }
}
