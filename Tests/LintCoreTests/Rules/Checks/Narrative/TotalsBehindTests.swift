import Testing

@testable import LintCore

/// Totals and shares that stand behind what they are of, and the bases that messages name.
@Suite struct TotalsBehindTests {
  @Test(arguments: [
    "改造县道21.60公里、乡道38.50公里、村道36.30公里，合计96.40公里。",
    "改造县道21.60公里、乡道35.80公里、村道36.30公里，合计⟦96.40公里⟧。",
    "改造农村公路120.00公里，其中新建县道21.60公里、乡道35.80公里、村道36.30公里，合计96.40公里。",
    "改造县道21.60公里、乡道38.50公里、村道36.30公里等，共105.20公里。",
    "改造国道8.60公里；县道21.60公里、乡道38.50公里，共60.10公里。",
    "巡查380次、检查246次，共计⟦662次⟧。",
    "巡查380次、检查246次，共计626次。",
  ])
  func quantitiesInARowMakeTheirTotal(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  private static func shares(_ text: String) -> NarrativeSample {
    NarrativeSample(
      "2024年预算收入7034.86万元，其中：一般公共预算拨款收入6586.76万元，单位资金32.80万元，上年结转结余415.30万元。" + text)
  }

  @Test(arguments: [
    "单位资金和上年结转结余分别占0.47%和5.90%。",
    "单位资金和上年结转结余分别占⟦5.90%和0.47%⟧。",
    "单位资金和上年结转结余分别占⟦0.74%⟧和5.90%。",
    "甲单位和乙单位分别占5.90%和0.47%。",
  ])
  func sharesOfNamesBelongToTheirAmounts(text: String) {
    let sample = Self.shares(text)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "采购774.90万元，其中：货物类58.40万元，工程类620.00万元，服务类96.50万元，占比依次为7.54%、80.01%、12.45%。",
    "采购774.90万元，其中：货物类58.40万元，工程类620.00万元，服务类96.50万元，占比依次为⟦80.01%、7.54%⟧、12.45%。",
  ])
  func sharesInTurnBelongToTheirAmounts(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "基本支出2304.66万元，比上年增加62.76万元，主要是人员经费增加71.30万元，同时日常公用经费减少8.54万元。",
    "基本支出2304.66万元，比上年增加⟦62.76万元⟧，主要是人员经费增加73.10万元，同时日常公用经费减少8.54万元。",
    "基本支出2304.66万元，比上年增加62.76万元，主要是人员经费增加50.00万元，公用经费增加10.00万元。",
  ])
  func theTwoPartsMakeTheChange(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test func theBaseOfARateIsWhatItWas() {
    let sample = NarrativeSample("基本支出由上年的2241.90万元变为2304.66万元，增加62.76万元，同比增长⟦2.08%⟧。")
    #expect(sample.reported("growth-rate") == sample.marked)
    #expect(sample.messages("growth-rate") == ["62.76 ÷ 2,241.90 = 2.80%，文中写 2.08%"])
  }

  @Test func aFigureInYuanIsTold() {
    let sample = NarrativeSample("机关运行经费⟦168.45元⟧，较上年预算171.20万元减少2.75万元，下降1.61%。")
    #expect(sample.reported("unit-scale") == sample.marked)
    #expect(sample.reported("growth-rate").isEmpty)
  }

  @Test(arguments: [
    "预算编报范围包括局机关本级和3个所属预算单位，共4个独立核算单位。",
    "预算编报范围包括局机关本级和4个所属预算单位，共⟦4个⟧独立核算单位。",
    "上年更新执法执勤车1辆，购置费18.60万元。运行维护费36万元，比上年减少1.20万元。保障的车辆18辆，车均2万元。",
    "上年更新执法执勤车1辆，购置费18.60万元。运行维护费36万元，比上年减少1.20万元。保障的车辆18辆，车均⟦2.5万元⟧。",
  ])
  func countsFit(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "决策、过程、产出、效益得分依次为18.6分、17.3分、28.9分和27.1分，综合得分91.9分。",
    "决策、过程、产出、效益得分依次为18.6分、17.3分、28.9分和27.1分，综合得分⟦92.9分⟧。",
    "决策、过程、产出、效益得分依次为93分、86分、96分和90分，综合得分91.9分。",
    "三个项目得分依次为98.6分、97.3分、98.9分，平均得分98.3分。",
  ])
  func marksInTurnMakeTheTotal(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("score-total") == sample.marked)
  }

  @Test(arguments: [
    "年初预算为1302.15万元，支出决算为1286.47万元，决算数小于预算数15.68万元的主要原因：压减开支。",
    "年初预算为1302.15万元，支出决算为1286.47万元，决算数小于预算数⟦16.58万元⟧的主要原因：压减开支。",
  ])
  func theGapBeforeItsReasonIsRecalculated(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    "从自评结果看，33个项目中评为优的29个、良的4个。", "从自评结果看，⟦33个⟧项目中评为优的28个、良的4个。",
  ])
  func gradesWithoutQuotationMarksAreAddedUp(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  private static func noted(_ note: String) -> String {
    """
    某县交通运输局2025年部门预算

    “三公”经费支出表
    单位：万元
    项目→合计→一般公共预算拨款
    合计→37.80→37.80
    公务用车运行维护费→36.00→36.00
    公务接待费→1.80→1.80
    \(note)
    """
  }

  @Test func notesDivideTheirRows() {
    for note in [
      "注：公务用车运行维护费中22.00万元由公用经费安排，14.00万元由治超经费安排。",
      "注：公务用车运行维护费中⟦22.00万元由公用经费安排，41.00万元¦warning narrative-table⟧由治超经费安排。",
      "注：公务用车运行维护费中20.00万元由公用经费安排。",
      "注：公务用车运行维护费中20.00万元由公用经费安排，5.50万元由治超经费安排。",
    ] {
      expectFindings(Self.noted(note), by: ["narrative-table"])
    }
  }
}
