import Testing

@testable import LintCore

/// Slips that only figures further away, or the words around a list, show.
@Suite struct SlipsElsewhereTests {
  private static let spending = "支出预算6718.66万元，其中基本支出2507.86万元，项目支出4210.80万元。\n\n## 二、增减情况\n\n"

  @Test(arguments: [
    "项目支出比上年增加271.69万元，增长6.90%。", "项目支出比上年增加271.69万元，增长⟦9.60%⟧。",
    "项目支出比上年增加⟦217.69万元⟧，增长6.90%。", "项目支出比上年增加271.69万元，增长6.80%。",
    // Of which project spending nobody knows.
    "修缮项目支出比上年增加271.69万元，增长9.60%。", "项目支出比上年增加271.69万元，增长12.35%。",
  ])
  func aRateIsHeldAgainstFiguresParagraphsAway(text: String) {
    let sample = NarrativeSample(
      Self.spending
        + "按人员和事业发展需要安排。\n\n严格控制一般性支出。\n\n按时公开。\n\n所属执法大队607.05万元，其中：基本支出438.65万元，项目支出168.40万元。\n\n" + text)
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test(arguments: [
    "机关运行经费98.46万元。与2023年预算102.15万元相比，减少3.69万元，下降3.61%。",
    "机关运行经费98.46万元。与2023年预算⟦105.12万元⟧相比，减少3.69万元，下降3.61%。",
    "机关运行经费98.46万元，其中办公费90.00万元、印刷费8.46万元。与2023年预算⟦105.12万元⟧相比，减少3.69万元，下降3.61%。",
  ])
  func theBaseOfARateIsThatOfItsSentence(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test(arguments: [
    "本年收入25318.09万元。上级补助收入和其他收入分别为45.00万元和396.42万元，两项合计441.42万元，占本年收入的⟦2.60%⟧。",
    "本年收入25318.09万元。上级补助收入和其他收入分别为45.00万元和396.42万元，两项合计441.42万元，占本年收入的1.74%。",
  ])
  func aSumBehindFiguresInTheirOrderIsAFigure(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "（1）局机关⟦4494.17万元⟧，其中基本支出641.37万元、项目支出3807.80万元；\n（2）执法大队579.78万元，其中基本支出472.18万元，项目支出107.60万元。",
    "（1）局机关4449.17万元，其中基本支出641.37万元、项目支出3807.80万元；\n（2）执法大队⟦579.78万元⟧，基本支出472.18万元，项目支出170.60万元。",
    "（1）局机关4449.17万元，其中基本支出641.37万元、项目支出3807.80万元；\n（2）执法大队579.78万元，基本支出472.18万元，项目支出107.60万元。",
    "执法大队579.78万元，基本支出472.18万元，项目支出67.60万元，经营支出40.00万元。",
    "执法大队579.78万元，基本支出472.18万元，项目支出170.60万元（含上年结转63.00万元）。",
  ])
  func theKindsOfSpendingMakeTheFigureBeforeThem(text: String) {
    let sample = NarrativeSample("各单位支出预算如下：\n" + text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "行政运行（项）年初预算为1302.15万元，支出决算为1286.47万元，决算数小于预算数15.68万元的主要原因：压减开支。",
    "行政运行（项）年初预算为1302.15万元，支出决算为1286.47万元，决算数小于预算数⟦16.58万元⟧的主要原因：压减开支。",
    "行政运行（项）年初预算为1302.15万元，支出决算为1286.47万元，决算数小于预算数⟦16.58万元⟧，主要是压减开支。",
  ])
  func theReasonMayFollowADifferenceFromTheBudget(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    "⟦卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）：支出468.19万元⟧。",
    "卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：支出468.19万元。",
  ])
  func whatAnItemStandsUnderIsNoneOfItsName(text: String) {
    let sample = RuleSample(
      "某区教育局2024年部门预算\n\n## 一、部门支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t468.19\n210\t卫生健康支出\t468.19\n21011\t行政事业单位医疗\t468.19\n2101102\t事业单位医疗\t468.19\n\n## 二、情况说明\n\n"
        + text + "\n")
    let source = SourceText(Array(sample.text.utf8))
    #expect(
      sample.findings("name-mismatch").map { source.string($0.range) }
        == sample.marks.map { source.string($0) })
  }
}
