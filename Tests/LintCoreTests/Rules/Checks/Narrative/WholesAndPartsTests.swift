import Testing

@testable import LintCore

/// What a figure, a share or a list of names belongs to: the whole or the part that stands beside it.
@Suite struct WholesAndPartsTests {
  @Test(arguments: [
    "预算单位共计3家，其中行政单位1家，事业单位2家，具体包括：某区民政局（本级）、某区社会福利中心、某区社会救助服务中心。",
    "预算单位共计3家，其中行政单位1家、事业单位2家，分别是：某区民政局（本级）、某区社会福利中心、某区社会救助服务中心。",
    "预算单位共计3家，包括行政单位1家和事业单位2家，具体为：某区民政局（本级）、某区社会福利中心、某区社会救助服务中心。",
    "本部门内设机构6个，其中综合科室1个，业务科室5个，分别为：办公室、救助科、治理科、事务科、养老科、管理科。",
    "本部门内设机构6个，其中综合科室1个，业务科室5个，分别为：救助科、治理科、事务科、养老科、管理科。",
    "预算单位共计3家，其中行政单位1家，事业单位⟦2家⟧，具体包括：某区民政局（本级）、某区社会福利中心、某区社会救助服务中心、某区养老院。",
    "本部门内设机构6个，其中综合科室1个，业务科室⟦5个⟧，分别为：救助科、治理科、事务科、养老科。",
  ])
  func namesBehindPartsMayBeThoseOfTheWhole(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "核定编制118名（行政26名、事业92名），空编9名。截至2024年12月底，在职人员109人，其中行政24人（空编2名）、事业85人（空编7名）。",
    "核定编制118名，其中行政编制26名、事业编制92名。在职人员109人（行政人员24人，空编2名；事业人员85人，空编7名）。",
    "核定编制118名，其中行政编制26名、事业编制92名。在职人员109人（行政人员24人、事业人员85人），空编9名，其中行政空编2名、事业空编7名。",
  ])
  func postsThatAPartOfTheStaffLacksAreNoneOfAll(text: String) {
    #expect(NarrativeSample(text).reported("narrative-sum") == [])
  }

  @Test(arguments: [
    "支出合计3502.28万元。按用途划分，占比37.96%的为基本支出1329.38万元，占比62.04%的为项目支出2172.90万元。",
    "支出合计3502.28万元。按用途划分，占支出合计37.96%的是基本支出1329.38万元，占62.04%的是项目支出2172.90万元。",
    "支出合计3502.28万元。按用途划分，37.96%为基本支出1329.38万元，62.04%为项目支出2172.90万元。",
    "支出合计3502.28万元。按用途划分，占比⟦37.69%⟧的为基本支出1329.38万元，占比62.04%的为项目支出2172.90万元。",
    "项目支出2172.90万元。政府性基金支出1600.00万元，其中：征地补偿支出1260.00万元，占78.75%，占项目支出的57.99%；土地开发支出340.00万元，占21.25%。",
    "项目支出2172.90万元。政府性基金支出1600.00万元，其中：征地补偿支出1260.00万元，占78.75%（占项目支出的57.99%）；土地开发支出340.00万元，占21.25%。",
    "项目支出2172.90万元。政府性基金支出1600.00万元，其中：征地补偿支出1260.00万元，占⟦78.57%⟧，占项目支出的57.99%；土地开发支出340.00万元，占21.25%。",
    "收入合计3502.28万元，其中：基金收入1600.00万元，占45.68%（占本年收入的46.84%）；其他收入1902.28万元，占54.32%。",
  ])
  func sharesBelongToWhatTheirWordsName(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "本年支出合计7973.53万元，其中：基本支出占14.69%，计1170.94万元；项目支出占85.31%，计6802.59万元；经营支出0万元，占0%。",
    "本年支出合计7973.53万元，其中：基本支出占14.69%，计1170.94万元；项目支出占85.31%，计⟦6820.59万元⟧；经营支出0万元，占0%。",
  ])
  func amountsBehindTheirSharesAreParts(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test func theBaseOfLastYearIsThatOfTheItem() {
    for (lines, isRight) in [
      ("1．本年收入决算合计7941.34万元，上年为7527.05万元，同比增加414.29万元，增长5.50%。", true),
      ("1．本年收入决算合计7941.34万元，上年为7527.05万元，同比增加441.29万元，增长5.50%。", false),
      ("1．年初结转和结余201.92万元，上年为233.06万元，同比减少31.14万元，减少13.36%。", true),
    ] {
      let sample = NarrativeSample("（一）收入决算总计8143.26万元。包括：\n" + lines, isFinal: true)
      #expect((sample.reported("growth-rate") + sample.reported("direction")).isEmpty == isRight)
    }
  }

  @Test(arguments: [
    "行政运行（项）。支出决算数512.36万元，为年初预算486.90万元的1.05倍，超出25.46万元，决算数大于年初预算数的主要原因是追加经费。",
    "行政运行（项）。支出决算数512.36万元，年初预算486.90万元，超出25.46万元，决算数⟦小于⟧年初预算数的主要原因是追加经费。",
  ])
  func whatIsBeyondABudgetIsNoOutcome(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction").count == sample.marked.count)
  }

  @Test func aUnitWithTheCodeOfAClassIsNoneOfTheClasses() {
    func table(_ last: String) -> String {
      """
      部门支出总体情况表
      部门名称：某县自然资源局→单位：万元
      科目编码→科目名称→合计→基本支出→项目支出
      →合计→100.00→60.00→40.00
      301→某县自然资源局→100.00→60.00→40.00
      208→社会保障和就业支出→20.00→20.00→0.00
      20805→行政事业单位养老支出→20.00→20.00→0.00
      220→自然资源海洋气象等支出→80.00→40.00→\(last)
      22001→自然资源事务→80.00→40.00→\(last)
      """
    }
    let rules = ["column-total", "hierarchy-total", "row-total"]
    let right = RuleSample(table("40.00").replacing("→", with: "\t"))
    #expect(rules.allSatisfy { right.findings($0).isEmpty })
    let wrong = RuleSample(table("30.00").replacing("→", with: "\t"))
    #expect(!rules.allSatisfy { wrong.findings($0).isEmpty })
  }

  @Test(arguments: [
    "低保标准由每人每月780元提高到820元。", "低保标准由每人每月820元⟦提高⟧到780元。", "在职人员由65人减少到62人。", "在职人员由62人⟦减少⟧到65人。",
    "养老床位由上年的1200张增至1350张。", "养老床位由上年的1350张⟦增至⟧1200张。",
  ])
  func whatBecameMoreIsMore(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: ["办理婚姻登记4213对，其中结婚登记2986对、离婚登记1227对。", "办理婚姻登记⟦4213对⟧，其中结婚登记2968对、离婚登记1227对。"])
  func couplesAreCounted(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "工会经费和福利费共20.30万元，即203000元。", "工会经费和福利费共20.30万元，即⟦230000元⟧。", "工会经费20.30万元（203,000元）。",
    "工会经费20.30万元（⟦230,000元⟧）。", "工会经费20.30万元（203,020.50元），其他10.00万元。", "补助9.00万元，即300元/人。",
  ])
  func anAmountInBothUnitsIsOne(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }
}
