import Testing

@testable import LintCore

/// Figures that are not what their neighbors are: what is left, limits of a class, ratios, flows, parts of an item.
@Suite struct BesideFigureTests {
  private static let rules = [
    "completion-rate", "share", "growth-rate", "duplicate-item", "missing-unit", "score-total",
    "narrative-table",
  ]

  private func expectMarked(_ text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(Self.rules.flatMap { sample.reported($0) } == sample.marked)
  }

  @Test(arguments: [
    "全年预算数2525.28万元，执行数2450.60万元，尚有74.68万元未支出，占全年预算的2.96%。",
    "全年预算数2525.28万元，执行数2450.60万元，未支出74.68万元，占全年预算的2.96%。",
    "全年预算数2525.28万元，执行数2450.60万元，占全年预算的97.04%。",
    "全年预算数2525.28万元，执行数2450.60万元，占全年预算的⟦79.04%⟧。",
  ])
  func whatIsLeftCompletesNothing(text: String) { expectMarked(text) }

  @Test(arguments: [
    "支出1000.00万元，其中：基本支出300.00万元，占30.00%；项目支出700.00万元，占70.00%；上缴上级支出、经营支出均为零，占比均为0.00%。",
    "支出1000.00万元，其中：基本支出300.00万元，占30.00%；项目支出700.00万元，占比为⟦7.00%⟧。",
  ])
  func aShareOfSeveralThatAreNothing(text: String) { expectMarked(text) }

  @Test(arguments: [
    "公务用车运行费14.86万元，其中执法执勤用车3辆运行费6.30万元、其余5辆运行费8.56万元。",
    "交通费14.86万元，其中一科3人交通费6.30万元、二科5人交通费8.56万元。",
    "办公费14.86万元，其中：文印室办公费6.30万元、⟦文印室办公费8.56万元⟧。",
  ])
  func theNameMayBeginBeforeANumber(text: String) { expectMarked(text) }

  @Test(arguments: [
    "年末在职人员172人，比上年末净减少4人，上年末为176人，当年减少9人（退休7人、调出2人）、增加5人（招录）。",
    "年末在职人员172人，上年末为176人，本年新增5人、减少9人。",
    "年末在职人员172人，上年末为176人，比上年末减少⟦9人⟧。",
  ])
  func whatWentAndWhatCameIsNoDifference(text: String) { expectMarked(text) }

  @Test(arguments: [
    "授予中小企业合同金额1396.80万元，其中：中型企业558.72万元、小微企业838.08万元，占比为4∶6。",
    "授予中小企业合同金额1396.80万元，其中：中型企业558.72万元、小微企业838.08万元，占比为4:6。",
    "授予中小企业合同金额1396.80万元，其中：小微企业838.08万元，⟦占比为60⟧。",
  ])
  func aRatioNeedsNoSign(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("missing-unit").count == sample.marked.count)
  }

  @Test(arguments: ["88.60", "⟦86.80分⟧"])
  func lastYearsScoreIsNoTotal(score: String) {
    let stated = score.contains("⟦") ? score : score + "分"
    expectMarked(
      "项目综合得分\(stated)，比上年度评价得分85.20分高，评价等级为“良”。其中决策类指标满分20分，得18.50分；过程类指标满分20分，得16.60分；产出类指标满分30分，得27.50分；效益类指标满分30分，得26.00分。"
    )
  }

  private static func draft(_ text: String) -> String {
    """
    某县农业局2024年度部门决算

    四、财政拨款收入支出决算总表

    单位：万元

    收入→金额→支出→金额
    一般公共预算财政拨款→813.65→农林水支出→1000.00
    本年收入合计→813.65→本年支出合计→1000.00
    年初财政拨款结转和结余→186.35→年末财政拨款结转和结余→0.00
    总计→1000.00→总计→1000.00

    五、情况说明

    \(text)
    """
  }

  @Test(arguments: [
    "1.农林水支出（类）农业农村（款）农业生产发展（项）。支出决算465.40万元，增加的部分来源于上年结转156.35万元和当年追加99.05万元。",
    "2024年度财政拨款收入总计1000.00万元，其中年初财政拨款结转和结余⟦156.35万元¦error narrative-table⟧。",
    "项目支出1000.00万元，共14个；500万元至1000万元的4个，100万元-500万元之间的3个，其余7个。",
    "2024年度财政拨款支出总计⟦500.00万元¦error narrative-table⟧。",
  ])
  func theCarryOverOfAnItemAndTheLimitsOfAClass(text: String) {
    expectFindings(Self.draft(text), by: ["narrative-table"])
  }

  private static func goals(_ text: String) -> String {
    let form =
      "项目资金（元）→资金总额:→500,000\n→财政拨款:→500,000\n→其他资金:→0\n总体目标→提升质量→\n一级指标→二级指标→目标值\n产出指标→数量指标→10个\n"
    return """
      某区教育局2024年部门预算

      一、绩效目标设置情况

      \(text)

      ## 甲项目绩效目标表

      单位：元
      \(form)
      ## 乙项目绩效目标表

      单位：元
      \(form)
      """
  }

  @Test(arguments: [
    "编报绩效目标的项目共37个，涉及项目预算资金7205.36万元，覆盖率100%；其中一级项目2个，涉及资金100.00万元，具体见第七部分。",
    "编报绩效目标的项目共37个，涉及项目预算资金7205.36万元，其余35个项目的绩效目标表不在本次公开范围。",
    "编报绩效目标的项目共37个；其中一级项目2个，涉及资金⟦101.00万元¦error narrative-table⟧，具体见第七部分。",
    "编报绩效目标的项目共37个；其中一级项目⟦3个¦error narrative-table⟧，涉及资金100.00万元，具体见第七部分。",
    "编报绩效目标的项目共⟦3个¦error narrative-table⟧，涉及资金100.00万元。",
    "编报绩效目标的项目共⟦1个¦error narrative-table⟧，涉及资金100.00万元。",
    "编报绩效目标的项目共2个，涉及资金⟦110.00万元¦error narrative-table⟧。",
  ])
  func targetsOfAllProjectsAndThoseThatAreShown(text: String) {
    expectFindings(Self.goals(text), by: ["narrative-table"])
  }
}
