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

  @Test func theFiguresOfAnotherChapterAreNoBases() {
    let sample = NarrativeSample(
      """
      支出预算1448.68万元，基本支出与项目支出分别为732.98万元和715.70万元。项目支出增加70.60万元，增长10.94%。

      | 项目 | 合计 | 基本支出 | 项目支出 |
      | --- | --- | --- | --- |
      | 合计 | 1448.68 | 732.98 | 715.70 |

      一般公共预算支出1406.68万元，其中：基本支出732.98万元，项目支出673.70万元。

      安排项目6个，预算合计715.70万元。投入最多的是补助资金260.00万元，占项目支出的36.33%。
      """)
    #expect(sample.reported("growth-rate") == [])
    #expect(sample.reported("share") == [])
  }

  @Test(arguments: [
    "（二）公务接待费较2023年预算9.20万元下降6.52%。", "（二）公务接待费较2023年预算9.20万元下降⟦6.25%⟧。",
    "（二）公务接待费较2023年预算9.00万元下降⟦6.52%⟧。",
    // Another base, or of other receptions.
    "（二）公务接待费较2023年预算7.31万元下降12.04%。", "（二）局机关公务接待费较2023年预算9.20万元下降6.25%。",
  ])
  func aRateFromAStatedBaseIsHeldAgainstTheFigureBefore(text: String) {
    let sample = NarrativeSample(
      "“三公”经费预算数50.60万元，其中：公务接待费8.60万元，公务用车购置及运行维护费42.00万元。\n\n" + text)
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

  @Test(arguments: [
    ("narrative-repeat", "收入900.00万元，其中：拨款收入800.00万元；其他收入100.00万元；⟦没有上级补助收入、其他收入和附属单位上缴收入⟧。"),
    ("narrative-repeat", "收入900.00万元，其中：拨款收入800.00万元；其他收入100.00万元；没有上级补助收入和附属单位上缴收入。"),
    ("narrative-sum", "从自评结果看，⟦33个⟧项目中评为优的28个、良的4个，没有中和差的项目。"),
    ("narrative-sum", "从自评结果看，33个项目中评为优的29个、良的4个，没有中和差的项目。"),
    ("score-total", "四个方面得分依次为18.6分、17.3分、28.9分和27.1分，综合得分⟦92.9分⟧。"),
    ("score-total", "四个方面得分依次为18.6分、17.3分、28.9分和27.1分，综合得分91.9分。"),
    ("score-total", "三个项目得分分别为98.6分、97.3分和96.9分，自评得分97.6分。"),
    ("completion-rate", "死亡抚恤（项）。年初未安排预算，支出决算为49.70万元，完成年初预算的⟦100%⟧。"),
    ("completion-rate", "死亡抚恤（项）。年初未安排预算，年中追加预算49.70万元，支出决算为49.70万元，完成预算的100%。"),
  ])
  func whatASentenceSaysTwiceAgrees(rule: String, text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported(rule) == sample.marked)
  }

  @Test(arguments: [
    "事业收入12.00万元，比上年减少4.50万元，下降27.27%，原因是⟦检测服务委托量增加⟧。", "事业收入12.00万元，比上年减少4.50万元，下降27.27%，原因是检测服务委托量减少。",
    "事业收入12.00万元，比上年减少4.50万元，下降27.27%，原因是免学费学生增加。",
    "租赁补贴（项）年初预算240.00万元，决算215.04万元，完成年初预算的89.60%。主要原因是⟦享受租赁补贴的家庭新增较多，补贴发放增加⟧。",
    "租赁补贴（项）年初预算240.00万元，决算215.04万元，完成年初预算的89.60%。主要原因是补贴发放减少。",
    "住房公积金（项）年初预算为641.20万元，支出决算为609.67万元，决算数小于年初预算数，主要是⟦在职人员增加，缴费支出相应增加⟧。",
  ])
  func reasonsPointTheSameWay(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    "政府性基金预算支出420.00万元，⟦全部为基本支出⟧。", "政府性基金预算支出420.00万元，全部为项目支出。", "政府性基金预算支出420.00万元，全部为清运支出。",
  ])
  func whatIsWhollyOfOneKindStandsInItsColumn(text: String) {
    let sample = RuleSample(
      "某区教育局2024年部门预算\n\n## 一、政府性基金预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t420.00\t\t420.00\n212\t城乡社区支出\t420.00\t\t420.00\n\n## 二、政府性基金预算支出情况说明\n\n"
        + text + "\n")
    let source = SourceText(Array(sample.text.utf8))
    #expect(
      sample.findings("narrative-table").map { source.string($0.range) }
        == sample.marks.map { source.string($0) })
  }

  @Test(arguments: [
    "公务用车购置及运行维护费28.80万元，上年48.40万元，减少19.60万元，下降40.50%；与2022年预算36.00万元相比减少7.20万元，下降20.00%。其中公务用车购置费0万元，较上年减少18.00万元，下降100%；公务用车运行维护费28.80万元，较上年减少1.60万元，下降5.26%。",
    "2024年收支预算504.00万元，其中上年结转168.00万元，比2023年减少34.00万元，下降6.32%。",
    "支出预算6718.66万元，比上年增加333.24万元，即由6385.42万元增至6718.66万元，增长5.22%，增幅低于2023年的6.80%。",
  ])
  func whatIsHeldAgainstEarlierYearsIsNothingElse(text: String) {
    let sample = NarrativeSample(text)
    for rule in ["growth-rate", "narrative-sum", "narrative-table", "direction"] {
      #expect(sample.reported(rule) == [], "\(rule)")
    }
  }

  @Test(arguments: [
    "项目支出中，财政拨款60.00万元，非财政拨款40.00万元。", "用其他资金安排的基本支出10.00万元、项目支出40.00万元。", "项目支出⟦101.00万元⟧。",
  ])
  func whatPaysForOneKindIsNotAllOfIt(text: String) {
    let sample = RuleSample(
      "某区教育局2024年部门预算\n\n## 一、部门支出总表\n\n单位：万元\n\n项目\t合计\t基本支出\t项目支出\n合计\t150.00\t50.00\t100.00\n\n## 二、财政拨款收支总表\n\n单位：万元\n\n收入\t金额\t支出\t金额\n财政拨款\t100.00\t教育支出\t100.00\n收入总计\t100.00\t支出总计\t100.00\n\n## 三、支出预算情况说明\n\n"
        + text + "\n")
    let source = SourceText(Array(sample.text.utf8))
    #expect(
      sample.findings("narrative-table").map { source.string($0.range) }
        == sample.marks.map { source.string($0) })
  }
}
