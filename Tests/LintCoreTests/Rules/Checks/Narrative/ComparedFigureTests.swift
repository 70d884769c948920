import Testing

@testable import LintCore

/// Whose change it is: the nearest figure is often not the one that a comparison speaks of.
@Suite struct ComparedFigureTests {
  @Test(arguments: [
    // A list, its brackets or a share between the subject and the comparison.
    "支出652.15万元，其中：基本支出133.15万元，项目支出519.00万元，较上年665.35万元减少13.20万元，下降1.98%。",
    "支出652.15万元（其中：基本支出133.15万元，项目支出519.00万元），较上年665.35万元减少13.20万元，下降1.98%。",
    "公用经费62.84万元，占基本支出133.15万元的47.20%，较上年66.49万元减少3.65万元，下降5.49%。",
    "收入共4.85万元，其中出租收入2.63万元、处置收入2.22万元，较2023年的3.10万元增长56.45%。",
    "运行费5.60万元，完成年初预算6.50万元的86.15%，较上年6.12万元减少0.52万元，下降8.50%。",
    // Budget, outcome and the year before side by side.
    "会议费1.25万元，年初预算1.80万元，上年1.60万元，同比下降21.88%。",
    "医疗补助（项）年初预算数8.64万元，支出决算数8.64万元，上年决算数8.38万元，与年初预算持平，比上年增加0.26万元，增长3.10%。",
    "“三公”经费支出预算为12.60万元，支出决算为10.61万元；2022年度决算数为11.30万元，2023年度同比减少0.69万元，下降6.11%。",
    // A second base with a rate alone, an average, and the year before that.
    "运行经费支出62.84万元，较上年66.49万元减少3.65万元，下降5.49%，较预算65.20万元下降3.62%。",
    "保洁支出420.00万元，较年初预算450.00万元减少30.00万元，下降6.67%，同比增长3.55%。",
    "支出574.99万元，较2020年的516.00万元增加58.99万元，增长11.43%，年均增长3.67%。",
    "2024年运行经费62.84万元，比2023年减少3.65万元，下降5.49%；2023年66.49万元，比2022年增加1.99万元，增长3.09%。",
    "与上年相比，保洁支出减少1.26万元，下降9.60%，达到11.86万元；与年初预算相比，减少0.64万元，下降5.12%。",
  ])
  func anyFigureThatFitsWillDo(text: String) {
    for rule in ["growth-rate", "direction"] {
      #expect(NarrativeSample(text, isFinal: true).reported(rule) == [], "\(rule)")
    }
  }

  @Test(arguments: [
    "支出合计708.15万元，其中第一季度完成106.20万元、上半年累计完成297.40万元、前三季度累计完成495.65万元。",
    "支出合计708.15万元，其中：教育支出600.00万元，占84.73%，较其余两类合计108.15万元高出491.85万元；卫生支出58.15万元；住房支出50.00万元。",
    "决算数206.40万元，完成年初预算153.12万元的134.80%，超出的53.28万元中，职业年金35.18万元、死亡抚恤19.62万元，养老保险等其余科目减少1.52万元。",
    "支出合计708.15万元，其中：教育支出600.00万元，高于其余两类合计491.85万元；卫生支出58.15万元；住房支出50.00万元。",
    "支出合计708.15万元，其中：基本支出133.15万元，人员经费119.65万元、公用经费13.50万元；项目支出575.00万元。",
    "采购预算249.80万元，占项目支出预算461.50万元的54.13%。其中：采购货物64.30万元、采购工程148.00万元、采购服务37.50万元。",
    "债券资金32.15万元，按区域分，城区18.15万元，占56.45%；乡镇14.00万元，占43.55%。按性质分，人工22.15万元，占68.90%；材料10.00万元，占31.10%。",
    "公务用车运行维护费支出9.46万元，结余1.34万元。其中：公务用车购置费支出0万元；公务用车运行维护费支出9.46万元。",
    "当年收支差额23.82万元，由年初结转和结余66.53万元弥补，年末结转和结余42.71万元。",
    "转移性收入9.42亿元。其中：一般性转移支付6.85亿元，主要为均衡性转移支付0.75亿元；专项转移支付2.57亿元。",
    "年初预算599.00万元，支出决算652.80万元，结转下年11.20万元。其中：\n\n1.防汛（项）：年初预算数为500.00万元，决算数为600.00万元。\n\n2.住房公积金（项）：年初预算数为99.00万元，决算数为52.80万元。",
  ])
  func whatIsNoPartIsNotAdded(text: String) {
    #expect(NarrativeSample(text, isFinal: true).reported("narrative-sum") == [])
  }
}

/// Sums behind their terms, sums of changes, and lists in brackets or behind 即 and 由.
@Suite struct TrailingSumTests {
  @Test(arguments: [
    "会议费18.64万元、培训费427.37万元，两项合计⟦464.01万元⟧。",
    "3个项目资金分别为298.72万元、620.00万元、246.35万元，合计⟦1165.77万元⟧。",
    "“三公”经费比上年减少⟦13.15万元⟧，其中：接待费减少5.40万元，用车费减少4.75万元。",
    "工资⟦161.19万元⟧（基本工资78.46万元、津贴补贴19.32万元、奖金64.41万元）。",
    "保险费⟦376.75万元⟧，即养老保险201.87万元、职业年金48.62万元、医疗保险116.26万元。",
    "运行费⟦178.40万元⟧由基本支出安排154.40万元、项目支出安排25.00万元。",
  ])
  func wrongSumsAreMarked(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum").count == 1, "\(sample.reported("narrative-sum"))")
  }

  @Test(arguments: [
    "会议费18.64万元、培训费427.37万元，两项合计446.01万元。", "3个项目资金分别为298.72万元、620.00万元、246.35万元，合计1165.07万元。",
    "“三公”经费比上年减少358万元，其中：接待费减少204.70万元，用车费减少152.80万元。",
    "“三公”经费比上年减少10.15万元，其中：接待费减少5.40万元，用车费减少4.75万元。",
    "工资162.19万元（基本工资78.46万元、津贴补贴19.32万元、奖金64.41万元）。", "支出70.15万元（含上年结转12.15万元），收入80.15万元。",
    "支出159.24万元。其中由财政拨款负担58.10万元，由事业收入负担101.14万元。", "运行费179.40万元由基本支出安排154.40万元、项目支出安排25.00万元。",
  ])
  func rightSumsAreSilent(text: String) { #expect(NarrativeSample(text).reported("narrative-sum") == []) }

  @Test func oneLongNameHasOneFigure() {
    let text = "2024年某区总工会区级财政困难帮扶资金项目支出49.75万元，用于帮扶。\n\n2024年某区总工会区级财政困难帮扶资金项目支出⟦48.75万元⟧。"
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-repeat") == sample.marked)
  }

  @Test func whatThereIsNoneOfCostsNothing() {
    let sample = NarrativeSample("无因公出国（境）费，支出决算⟦2.15万元⟧。", isFinal: true)
    #expect(sample.reported("narrative-repeat") == sample.marked)
    #expect(NarrativeSample("无因公出国（境）费，支出决算0万元。", isFinal: true).reported("narrative-repeat") == [])
  }

  @Test func whatWasOverspentCompletesNothing() {
    let text = "职业年金缴费支出（项）。支出决算39.32万元，年初预算38.45万元，超支0.87万元，完成率102.26%。"
    #expect(NarrativeSample(text, isFinal: true).reported("completion-rate") == [])
  }

  @Test func theYearBeforeMayHaveAChapterOfItsOwn() {
    let text = """
      一、2019年转移支付情况

      2019年转移支付收入10.77亿元。

      二、2020年转移支付情况

      2020年转移支付收入9.42亿元。
      """
    expectFindings("某区2020年度预算说明\n\n2020年度预算情况\n\n" + text, by: ["year"])
  }
}
