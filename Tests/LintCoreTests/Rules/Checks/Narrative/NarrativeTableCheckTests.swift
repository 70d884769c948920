import Testing

@testable import LintCore

@Suite struct NarrativeTableCheckTests {
  private func findings(_ rule: String, _ text: String) -> (reported: [String], marked: [String]) {
    let tables = """
      某区教育局2024年部门预算

      ## 一、部门支出总表

      单位：万元

      科目编码\t科目名称\t合计\t基本支出\t项目支出
      \t合计\t90.00\t60.00\t30.00
      2050202\t小学教育\t70.00\t40.00\t30.00
      2050203\t初中教育\t20.00\t20.00\t

      ## 二、“三公”经费支出预算表

      单位：万元

      项目\t预算数
      合计\t2.50
      因公出国（境）费\t0
      公务接待费\t2.50
      公务用车购置及运行费\t0

      ## 三、政府性基金预算支出表

      单位：万元

      科目编码\t科目名称\t合计
      \t合计\t8.00
      2296003\t彩票公益金支出\t8.00

      ## 四、情况说明


      """
    let sample = RuleSample(tables + text + "\n")
    let source = SourceText(Array(sample.text.utf8))
    return (
      sample.findings(rule).filter { $0.severity > .info }.map { source.string($0.range) },
      sample.marks.map { source.string($0) }
    )
  }

  @Test(arguments: [
    ("narrative-table", "2024年支出预算⟦95.00万元⟧。"), ("narrative-table", "2024年基本支出60.00万元，项目支出⟦31.00万元⟧。"),
    ("narrative-table", "支出主要用于以下方面：小学教育⟦71.00万元⟧；初中教育20.00万元。"), ("narrative-table", "公务接待费⟦2.80万元⟧。"),
    ("narrative-table", "本部门2024年⟦没有使用政府性基金预算安排的支出⟧。"), ("unit-scale", "2024年基本支出⟦60.00元⟧。"),
    ("unit-scale", "设备购置预算77.49万元，其中：货物类5.84万元，工程类⟦62.00元⟧，服务类9.65万元。"),
    ("unit-scale", "设备购置预算77.49万元，其中：货物类5.84万元，工程类720.00元，服务类9.65万元。"),
    ("name-mismatch", "2024年⟦教育支出（类）普通教育（款）高中教育（项）20.00万元⟧，用于学校。"), ("code-name", "1、⟦2050205-初中教育20.00万元⟧。"),
  ])
  func whatTheTablesContradictIsMarked(rule: String, text: String) {
    let (reported, marked) = findings(rule, text)
    #expect(reported == marked)
  }

  @Test(arguments: [
    "2024年支出预算90万元，其中：基本支出60万元，项目支出30万元。", "支出主要用于以下方面：小学教育70.0万元；初中教育20万元。", "本部门2024年没有使用国有资本经营预算安排的支出。",
    "上级安排的帮扶资金项目支出5.15万元。", "会议费预算1.15万元，培训费预算2.15万元。", "机关运行经费15.15万元。",
    "公务接待费决算数小于预算数1.30万元。", "小学教育（项）70.00万元，主要用于初中教育人员经费20.00万元。",
    "支出主要用于以下方面：小学教育95.00万元（基本支出60.00万元、项目支出35.00万元）。",
    "支出主要用于以下方面：小学教育70.00万元；其次为初中教育20.00万元。",
  ])
  func whatTheTablesStateOrDoNotKnowIsSilent(text: String) {
    for rule in ["narrative-table", "name-mismatch", "code-name", "unit-scale"] {
      #expect(findings(rule, text).reported == [], "\(rule)")
    }
  }

  @Test(arguments: [
    "2024年教育支出（类）⟦进修及培训（款）⟧初中教育（项）20.00万元。", "2024年⟦文化支出（类）⟧普通教育（款）初中教育（项）20.00万元。",
    "2024年教育支出（类）普通教育（款）初中教育（项）20.00万元。", "2024年教育事业（类）普教（款）初中教育（项）20.00万元。",
  ])
  func anItemStandsUnderItsOwnNames(text: String) {
    let sample = RuleSample(
      "某区教育局2024年部门预算\n\n## 一、部门支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t55.00\n205\t教育支出\t50.00\n20502\t普通教育\t20.00\n2050203\t初中教育\t20.00\n20508\t进修及培训\t30.00\n2050803\t培训支出\t30.00\n207\t文化支出\t5.00\n20701\t文化\t5.00\n2070104\t图书馆\t5.00\n\n## 二、情况说明\n\n"
        + text + "\n")
    let source = SourceText(Array(sample.text.utf8))
    #expect(
      sample.findings("name-mismatch").map { source.string($0.range) }
        == sample.marks.map { source.string($0).replacing("（款）", with: "").replacing("（类）", with: "") })
  }

  @Test func theFixesSayWhatTheyAssume() {
    let sample = RuleSample(
      "某区教育局2024年部门预算\n\n## 一、部门支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t90.00\n2050202\t小学教育\t70.00\n2050203\t初中教育\t20.00\n\n## 二、情况说明\n\n2024年教育（类）普通教育（款）小学教育（项）70.00元。\n"
    )
    #expect(sample.findings("unit-scale").flatMap { $0.fixes.map { $0.edits.map(\.text) } } == [["万元"]])
  }

  @Test func aSlipInTheUnitIsOneFinding() {
    for rule in ["narrative-sum", "share", "growth-rate"] {
      #expect(
        findings(rule, "2024年支出预算90.00元，比上年增加10.00万元，增长12.50%。其中：基本支出60.00万元，占66.67%；项目支出30.00万元，占33.33%。")
          .reported
          == [])
    }
  }

  @Test func aNameWithABracketIsAPartOfTheRow() {
    #expect(findings("narrative-table", "支出包括：小学教育（专户管理）0万元；小学教育（不含专户）70.00万元。").reported == [])
  }

  /// A draft with carry-over: totals with and without it, a source of funds, and a chapter of purchases.
  private func scoped(_ text: String, without: String = "") -> [String] {
    let tables = [
      "## 一、财政拨款收支总表\n\n单位：万元\n\n收入\t金额\t支出\t金额\n一、本年收入\t95.00\t一、教育支出\t97.00\n二、上年结转\t2.00\t\t\n收入总计\t97.00\t支出总计\t97.00\n",
      "## 二、一般公共预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t97.00\t60.00\t37.00\n2050202\t小学教育\t77.00\t60.00\t17.00\n2050203\t初中教育\t20.00\t\t20.00\n",
      "## 三、支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t127.00\t80.00\t47.00\n2050202\t小学教育\t97.00\t80.00\t17.00\n2050203\t初中教育\t30.00\t\t30.00\n",
    ].filter { without.isEmpty || !$0.hasPrefix("## " + without) }
    let sample = RuleSample(
      "某区教育局2024年部门预算\n\n" + tables.joined(separator: "\n") + "\n" + text + "\n")
    let source = SourceText(Array(sample.text.utf8))
    return sample.findings("narrative-table").filter { $0.severity > .info }.map { source.string($0.range) }
  }

  @Test(arguments: [
    "## 四、政府采购情况\n\n2024年政府采购预算总额31.50万元。按资金来源划分：一般公共预算资金21.50万元，单位资金10.00万元。",
    "## 四、预算绩效情况\n\n2024年2个项目编制了绩效目标，涉及资金37.50万元，其中一般公共预算资金16.50万元。",
    "## 四、“三公”经费情况\n\n2024年“三公”经费支出2.50万元（其中：一般公共预算支出2.50万元；政府性基金预算支出0万元）。",
    "## 四、财政拨款情况\n\n2024年一般公共预算支出97.00万元，其中：本年拨款安排95.00万元，上年结转2.00万元。",
    "## 四、财政拨款情况\n\n本年财政拨款收入95.00万元，财政拨款收入总计97.00万元。",
    "## 四、项目支出情况\n\n2024年项目支出共安排3个，其中：本年预算安排2个，金额35.00万元；上年结转1个，金额2.00万元。",
  ])
  func partsOfSomethingElseAreNotTheWholeBudget(text: String) {
    #expect(scoped(text) == [])
  }

  @Test(arguments: [
    ("", "## 四、一般公共预算支出情况\n\n小学教育（项）2024年预算数87.00万元。", ["87.00万元"]),
    ("二", "## 四、一般公共预算支出情况\n\n小学教育（项）2024年预算数77.00万元。", []),
    ("三", "## 四、支出预算情况\n\n2024年支出预算，其中：基本支出80.00万元，项目支出47.00万元。", []),
    ("一", "## 四、财政拨款情况\n\n财政拨款收入总计98.00万元，其中上年结转2.00万元。", []),
  ])
  func aClaimIsJudgedByTheTableOfItsOwnScope(without: String, text: String, marked: [String]) {
    #expect(scoped(text, without: without) == marked)
  }

  @Test(arguments: [
    "支出预算88.00万元，比上年增加⟦9.00万元⟧，主要是新增学校。", "支出预算88.00万元，比上年增加8.00万元。",
    "支出预算88.00万元，比上年决算增加9.00万元。",
  ])
  func changesAreHeldAgainstTheColumnOfTheYearBefore(text: String) {
    let sample = RuleSample(
      """
      某区教育局2024年部门预算

      ## 一、部门支出总表

      单位：万元

      科目编码\t科目名称\t2023年预算数\t2024年预算数
      \t合计\t80.00\t88.00
      2050202\t小学教育\t50.00\t58.00
      2050203\t初中教育\t30.00\t30.00

      ## 二、情况说明

      2024年\(text)

      """)
    #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
  }

  @Test(arguments: [
    "2024年教育支出（类）普通教育（款）小学教育（项）50.00万元，用于学校。", "2024年教育（类）⟦职业教育⟧（款）小学教育（项）50.00万元，用于学校。",
    "2024年⟦农林水支出⟧（类）普通教育（款）小学教育（项）50.00万元，用于学校。",
    "2024年教育支出（类）⟦水利⟧（款）小学教育（项）50.00万元。", "2024年教育支出（类）⟦基础教育⟧（款）小学教育（项）50.00万元。",
  ])
  func theParentsOfAnItemAreThoseOfItsCode(text: String) {
    let sample = RuleSample(
      """
      某区教育局2024年部门预算

      ## 一、部门支出总表

      单位：万元

      科目编码\t科目名称\t合计
      \t合计\t58.00
      205\t教育支出\t58.00
      20502\t普通教育\t50.00
      2050202\t小学教育\t50.00
      20503\t职业教育\t8.00
      2050302\t中等职业教育\t8.00

      ## 二、情况说明

      \(text)

      """)
    #expect(sample.findings("name-mismatch").map(\.range) == sample.marks)
  }

  @Test func targetFormsAreCountedAndAdded() {
    let form =
      "项目资金（万元）\t资金总额:\t50\n\t财政拨款:\t50\n\t其他资金:\t0\n总体目标\t提升质量\t\n一级指标\t二级指标\t目标值\n产出指标\t数量指标\t10个\n"
    let sample = RuleSample(
      "某区教育局2024年部门预算\n\n一、绩效目标\n\n2024年共设置2个项目绩效目标，共涉及资金⟦120万元⟧。\n\n## 甲项目绩效目标表\n\n\(form)\n## 乙项目绩效目标表\n\n\(form)\n"
    )
    #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
  }

  @Test func targetFormsMayStandBeforeTheText() {
    let form = "项目名称\t建设\t\n项目资金（万元）\t资金总额:\t50\n总体目标\t提升质量\t\n一级指标\t二级指标\t目标值\n产出指标\t数量指标\t10个\n"
    let sample = { (text: String) in
      RuleSample(
        "某区教育局2024年部门预算\n\n## 一、项目绩效目标表\n\n（2024年度）\n\n\(form)\n（2024年度）\n\n\(form)\n## 二、绩效情况\n\n\(text)\n")
    }
    for text in [
      "纳入绩效目标管理的项目3个，涉及资金150万元，其中公开绩效目标的项目2个，涉及资金⟦120万元⟧。",
      "纳入绩效目标管理的项目3个，涉及资金150万元，其中公开绩效目标的项目2个，涉及资金100万元。", "编报绩效目标的项目3个，涉及资金150万元。",
    ] {
      let sample = sample(text)
      #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
    }
  }

  @Test func thePostsOfSeveralUnitsAreNoRepetition() {
    let sample = RuleSample(
      "某区教育局2024年度部门决算\n\n一、机构设置\n\n局机关核定编制16人。\n\n甲小学核定编制71人。\n\n二、人员情况\n\n核定编制87人。\n")
    #expect(sample.findings("narrative-repeat").isEmpty)
  }

  @Test func anAttachmentThatSaysOtherwiseIsMarked() {
    let sample = RuleSample(
      "某区教育局2024年度部门决算\n\n一、支出情况\n\n2024年本年支出合计90.25万元，其中：基本支出60.15万元，项目支出30.10万元。\n\n第四部分 附件\n\n附件：某区教育局2024年部门整体绩效评价报告\n\n一、资金情况\n\n2024年某区教育局全年基本支出⟦90.25万元⟧。\n"
    )
    #expect(sample.findings("narrative-repeat").map(\.range) == sample.marks)
  }

  /// A tail is none where all other figures are those of the table.
  @Test func tailAmongCopies() {
    let names = (0..<24).map { "第\(["一", "二", "三", "四", "五", "六"][$0 % 6])\(["东", "南", "西", "北"][$0 / 6])小学" }
    let rows = names.enumerated().map { "20502\(10 + $0.offset)\t\($0.element)\t\(10 + $0.offset).35" }
    let table = """
      某区教育局2024年部门预算

      ## 一、部门支出总表

      单位：万元

      科目编码\t科目名称\t合计
      \t合计\t516.40
      \(rows.joined(separator: "\n"))

      ## 二、情况说明


      """
    func severities(_ text: [String]) -> [Severity] {
      RuleSample(table + text.joined(separator: "\n\n") + "\n").findings("narrative-table").map(\.severity)
    }
    let lines = names.enumerated().map { "20502\(10 + $0.offset)\($0.element)\(10 + $0.offset).35万元，用于学校。" }
    #expect(severities(lines) == [])
    #expect(severities(Array(lines.dropLast()) + ["2050233第六北小学33.36万元，用于学校。"]) == [.warning])
    #expect(severities(["2050233第六北小学33.36万元，用于学校。"]) == [.info])
  }
}
