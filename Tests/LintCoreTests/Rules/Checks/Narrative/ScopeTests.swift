import Testing

@testable import LintCore

/// What a figure of a sentence speaks of: the same words may mean a part, another year or another scope.
@Suite struct ScopeTests {
  private static let tables = """
    某区教育局2024年度部门决算

    ## 一、收入支出决算总表

    单位：万元

    项目\t决算数\t项目\t决算数
    一般公共预算财政拨款收入\t95.00\t教育支出\t92.00
    事业收入\t12.00\t卫生健康支出\t8.00
    本年收入合计\t107.00\t本年支出合计\t100.00
    年初结转和结余\t3.00\t年末结转和结余\t10.00
    总计\t110.00\t总计\t110.00

    ## 二、一般公共预算财政拨款支出决算表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    \t合计\t94.00\t60.00\t34.00
    2050202\t小学教育\t71.00\t41.00\t30.00
    2050203\t初中教育\t23.00\t19.00\t4.00

    ## 三、财政拨款“三公”经费支出决算表

    单位：万元

    项目\t预算数\t决算数
    合计\t6.00\t5.60
    因公出国（境）费\t0\t0
    公务用车购置及运行费\t5.00\t5.00
    公务接待费\t1.00\t0.60

    ## 四、情况说明


    """

  private func findings(_ text: String) -> [String] {
    let source = SourceText(Array((Self.tables + text + "\n").utf8))
    var options = LintOptions()
    options.select = [
      "narrative-table", "narrative-sum", "narrative-repeat", "share", "growth-rate", "completion-rate",
      "direction", "year", "name-mismatch", "unit-scale",
    ]
    return Linter(book: .standard).lint(source, options: options).findings.filter { $0.severity > .info }
      .map { $0.rule + " " + source.string($0.range) }
  }

  @Test func whatIsAddedDoesNotNameTheSum() {
    #expect(findings("支出方面，本年收入107.00万元，加上年初结转和结余3.00万元，共110.00万元。").isEmpty)
  }

  @Test func unitsThatHaveNoneAreNotTheDepartment() {
    #expect(findings("注：实验小学、机关幼儿园未安排“三公”经费。").isEmpty)
    #expect(!findings("本部门未安排“三公”经费。").isEmpty)
  }

  @Test func whatATableCarriesOverIsWhatIsLeft() {
    let sum = "年初结转和结余3.00万元，本年收入107.00万元，本年支出100.00万元，年末结转和结余"
    #expect(findings(sum + "10.00万元。").isEmpty)
    #expect(findings(sum + "71.00万元。").contains("narrative-sum 71.00万元"))
  }

  @Test(arguments: [
    // The funds in brackets divide the figure before them, and what follows goes on with it.
    "“三公”经费支出决算5.60万元（其中：一般公共预算支出5.60万元；政府性基金预算支出0万元）。",
    "公务用车购置及运行费支出预算5.00万元（其中：一般公共预算支出5.00万元；政府性基金预算支出0万元），支出决算5.00万元，完成预算的100%。",
    "政府采购支出总额20.50万元，按资金来源划分：一般公共预算资金15.50万元，单位资金5.00万元。",
    "对3个项目开展了绩效自评，涉及资金30.50万元，其中一般公共预算资金25.50万元。", "3个项目开展了重点评价，涉及一般公共预算支出30.50万元。",
    // With and without what was carried over.
    "2024年收、支总计110.00万元。本年收入合计107.00万元，占97.27%。",
    // The item alone.
    "小学教育71.00万元，其中：基本支出41.00万元，项目支出30.00万元。", "其他4个单位小学教育11.50万元，不在统计之列。",
    // The plan and the outcome of one measure.
    "2024年“三公”经费支出5.60万元，其中：公务接待费0.60万元。\n\n2024年“三公”经费预算6.00万元，其中：公务接待费1.00万元。",
    "因公出国（境）费、公务用车购置及运行费、公务接待费决算总额5.60万元。",
    "“三公”经费支出决算数小于预算数0.40万元，主要原因是接待批次减少。",
  ])
  func figuresOfAnotherScopeAreSilent(text: String) { #expect(findings(text) == []) }

  @Test(arguments: [
    ("“三公”经费支出决算5.60万元（其中：一般公共预算支出5.10万元；政府性基金预算支出0万元）。", "narrative-sum 5.60万元"),
    ("2024年收、支总计112.00万元。", "narrative-table 112.00万元"),
  ])
  func figuresOfTheSameScopeAreHeldAgainstTheirTable(text: String, expected: String) {
    #expect(findings(text) == [expected])
  }

  @Test(arguments: [
    // The figure of the year before belongs to the words beside it.
    "“三公”经费支出196.90万元，较2023年的219.00万元减少22.10万元，下降10.09%；其中：公务接待费24.20万元，较上年减少1.20万元，下降4.72%。",
    "公务用车运行费支出25.10万元，比上年支出28.50万元下降3.40万元；公务用车购置支出5.60万元，比上年增加5.60万元。",
    // The clause before names whose change it is.
    "支出总额5.48万元，比去年增加1.55万元，增长39.4%。其中，公务接待费支出比预算无增减变化，比去年增加0.50万元，增长50%。",
    "博物馆2024年支出77.74万元，2023年支出61.23万元，增加16.51万元，增长26.96%。其中：人员经费35.69万元，项目经费42.05万元。",
    "基本支出46.87万元、项目支出21.92万元，分别比上年增加1.36万元和3.46万元，分别占68.14%和31.86%。",
    "决算为64.60万元，比年初预算65.50万元减少0.90万元，下降1.37%，比上年减少1.26万元，下降1.91%。",
    "合同金额266.70万元，占中小企业合同金额的66.98%；货物采购授予中小企业合同金额占货物支出金额的86.02%。",
    "合同金额万元，占支出总额的91.57%。", "62.84元，比上年减少3.65万元，下降5.49%。",
    "公务接待费支出2.11万元，与2024年度预算相比，减少0.10万元。",
    "单位有职工66人，其中：特岗教师2人，退休29人，在编人员66人。",
    "“三公”经费年初预算为25.00万元，支出决算为18.40万元，完成预算的73.60%。2024年度“三公”经费支出决算数比2023年度增加4.60万元，增长33.33%。",
    "公务用车运行费决算与2023年相比增加4.60万元，增长33.33%；公务接待费支出决算减少为0万元，与2023年持平。",
    "支出决算为4.40万元，完成预算的55.00%，其中：因公出国费决算为0万元，完成预算的0%；用车费决算为3.20万元，完成预算的80.00%；接待费决算为1.20万元，完成预算的60.00%。",
    "与2024年执行数相比，决算数无变化。经比较2023年度经费41万元，较上年减少。",
    "2024年收入合计1500.60万元，其中：财政拨款收入1499.40万元，占99.92%；年初结转和结余20.30万元。",
    "（1）全市收支。一般公共预算收入30.50亿元。\n\n（2）市级收支。一般公共预算收入12.70亿元。",
    "教育支出61.70万元，占支出的16.59%，较2023年的58.90万元多安排2.80万元，增长4.75%。其中：小学教育41.50万元，中学教育20.20万元。",
    "采购预算总额47.90万元，其中：货物预算12.60万元、工程预算11.40万元、服务预算23.90万元，分别占总额的26.30%、23.80%和49.90%。",
    "年度预算20.40万元，其中当年拨款18.60万元、上年结转1.80万元，当年拨款占91.18%。",
    "年末结转8.30万元，比年初的45.70万元减少37.40万元。其中，一般公共预算结转由37.20万元减少到5.80万元，政府性基金结转由8.50万元减少到2.50万元。",
    // What is left out, or too round to tell anything, is no figure that changes.
    "基本支出1560.00万元。剔除新增项目60.00万元因素，同比增加30.00万元，增长2.00%。",
    "“三公”经费46万元，其中：公务接待费1万元，比上年增加0.6万元，增长150%。",
  ])
  func comparisonsBelongToTheirOwnFigure(text: String) {
    #expect(NarrativeSample(text, isFinal: true).findings == [])
  }

  @Test(arguments: [
    ("growth-rate", "支出314.39万元，与2023年预算相比增加16.28万元，增长⟦5.64%⟧。"),
    ("growth-rate", "公务接待费2.72万元，比上年增加⟦9.07万元⟧，增长2.64%。"),
    ("growth-rate", "收入总计52.80万元。公务接待费0.40万元，比上年增加0.40万元，增长⟦100%⟧。"),
    ("growth-rate", "接待费18万元，比上年增加10万元，增长--（⟦基数为0⟧，不可比）。"),
    ("growth-rate", "年初预算为7万元，支出决算为38万元，⟦基数为0⟧，完成率不可比。"),
    ("growth-rate", "“三公”经费7.50万元，比上年减少0.50万元，下降6.25%，其中：公务接待费减少0.50万元，下降⟦61.25%⟧。\n\n公务接待费2.50万元。"),
    ("direction", "“三公”经费7.50万元，比上年减少0.50万元，下降6.25%，其中：公务接待费减少0.50万元，⟦增长⟧16.67%。"),
    ("narrative-sum", "项目支出⟦436.47万元⟧，主要是完成特定工作的支出，其中：巡查管护148.55万元、水质监测46.52万元、河道治理341.40万元。"),
  ])
  func comparisonsThatCannotBeAreMarked(rule: String, text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported(rule) == sample.marked)
  }

  @Test(arguments: [
    ("narrative-sum", "公务用车购置及运行费⟦4.50万元⟧（公务用车购置费0万元、公务用车运行费5.40万元）。"),
    ("narrative-sum", "2024年收入总计21066.67万元，支出总计⟦21606.67万元⟧。"),
    (
      "narrative-sum",
      "“三公”经费支出98.65万元，其中：因公出国（境）费7.00万元。公务用车购置及运行费87.15万元。公务接待费⟦5.40万元⟧。"
    ),
    ("share", "教育支出40.00万元，占80%；卫生健康支出10.00万元，占⟦26%⟧。"),
    (
      "direction",
      "年初预算240.00万元，全年预算236.50万元，支出决算231.08万元，完成年初预算的96.28%，⟦决算数大于年初预算数⟧的主要原因是调整。"
    ),
  ])
  func listsWithoutTheirUsualWordsAreRead(rule: String, text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported(rule) == sample.marked)
  }

  @Test(arguments: [
    "各项费用中，出国费用与用车费分别为0.34亿元和4.23亿元，接待费0.98亿元，减少0.43亿元，下降30.5%。",
    "收入14.57亿元，其中：财政补助收入1.1亿元，业务收入13.44亿元。", "支出决算26.15万元，占年初预算的91.38%。",
    "2024年“三公”经费决算数为15.40万元，比上年增加5.77万元。2023年的“三公”经费决算数为9.63万元。",
    "全年预算数9.60万元，其中：基本支出5.60万元，项目支出4.00万元。\n\n2024年实际支出9.10万元，其中：基本支出5.20万元，项目支出3.90万元。",
    "采购预算7.10万元，本年项目6.10万元。按资金来源划分，财政拨款6.00万元，事业收入3.00万元。",
  ])
  func whatTheWordsLeaveOpenIsSilent(text: String) {
    #expect(NarrativeSample(text, isFinal: true).findings == [])
  }

  @Test(arguments: [
    "经费增加4.69万元，主要原因是新增退休人员2名。", "经费增加4.69万元，主要原因是按规定不再压减公用经费。",
    "经费减少4.69万元，主要原因是新增人员推迟到岗。", "收支较上年增加98.26万元，主要原因是拨款收入减少60.04万元，结转增加158.30万元。",
  ])
  func reasonsThatFitAreSilent(text: String) {
    #expect(NarrativeSample("支出88.25万元，比上年" + text).reported("direction") == [])
  }
}

extension NarrativeSample {
  /// Everything that the checks of sentences report beyond rounding tails.
  var findings: [String] {
    [
      "narrative-table", "narrative-sum", "narrative-repeat", "share", "growth-rate", "completion-rate",
      "direction", "year", "name-mismatch",
    ].flatMap { rule in reported(rule).map { rule + " " + $0 } }
  }
}
