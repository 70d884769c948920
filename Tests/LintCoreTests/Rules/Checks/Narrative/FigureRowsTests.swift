import Testing

@testable import LintCore

/// Shares, rates and differences that stand in a row with the amounts they belong to.
@Suite struct FigureRowsTests {
  @Test(arguments: [
    "采购预算总额100.00万元，其中：货物60.00万元、工程30.00万元、服务10.00万元，分别占采购预算总额的60.00%、30.00%和10.00%。",
    "采购预算总额100.00万元，其中：货物60.00万元、工程30.00万元、服务10.00万元，分别占采购预算总额的60.00%、⟦35.00%⟧和10.00%。",
    "按级次分，中央资金60.00万元、市级资金30.00万元、区级资金10.00万元，占比分别为⟦65.00%⟧、30.00%和10.00%。",
    "项目支出100.00万元中，一般公共预算90.00万元，政府性基金预算10.00万元，分别占90.00%和⟦15.00%⟧。",
    // Two that do not fit: nobody knows what they are shares of.
    "按级次分，中央资金60.00万元、市级资金30.00万元、区级资金10.00万元，占比分别为6.00%、3.00%和1.00%。",
    "按级次分，中央资金60.00万元、市级资金30.00万元、区级资金10.00万元，占比分别为65.00%、35.00%和10.00%。",
  ])
  func sharesBelongToAmountsByTheirOrder(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "办公费26.80万元、劳务费3.84万元，分别比上年增加1.80万元、减少0.66万元，分别增长7.20%、下降14.67%。",
    "办公费26.80万元、劳务费3.84万元，分别比上年增加1.80万元、减少0.66万元，分别增长⟦8.20%⟧、下降14.67%。",
  ])
  func ratesBelongToChangesByTheirOrder(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test func directionsBelongToChangesByTheirOrder() {
    let sample = NarrativeSample(
      "办公费26.80万元、劳务费3.84万元，分别比上年增加1.80万元、减少0.66万元，分别增长7.20%、⟦增长⟧14.67%。", isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    "甲类资金26.00万元，占全部自评资金的52.00%；乙类资金16.00万元，占32.00%；丙类资金8.00万元，占16.00%。",
    "甲类资金26.00万元，占全部自评资金的52.00%；乙类资金16.00万元，占⟦35.00%⟧；丙类资金8.00万元，占16.00%。",
    "住房保障支出50.00万元。住房公积金48.00万元，占住房保障支出的96.00%；购房补贴2.00万元，占⟦4.60%⟧。",
    "预算100.00万元。甲类资金30.00万元，占30.00%；乙类资金20.00万元，占20.00%，其中预留10.00万元，占50.00%。",
    "采购预算总额100.00万元。预留中小企业采购份额50.00万元，占采购预算总额的50.00%，其中预留小微企业采购份额20.00万元，占预留份额的40.00%。",
    "采购预算总额100.00万元。预留中小企业采购份额50.00万元，占采购预算总额的50.00%，其中预留小微企业采购份额20.00万元，占预留份额的⟦45.00%⟧。",
  ])
  func sharesInARowSayTheirWholeOnce(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "卫生健康支出60.00万元。\n\n卫生健康支出（类）行政单位医疗（款）行政单位医疗（项）6.00万元。\n\n公立医院支出45.00万元，占卫生健康支出的75.00%。",
    "卫生健康支出（类）行政单位医疗（款）行政单位医疗（项）6.00万元。\n\n公立医院支出45.00万元，占卫生健康支出（类）的75.00%。",
    "本年支出60.00万元。本年支出按学生6人计算，生均支出10.00万元。\n\n教育支出45.00万元，占本年支出的⟦80.00%⟧。",
  ])
  func theWholeIsWhatIsNamedAndNoItemOfIt(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "货物支出占70.13%，工程支出占21.36%，服务支出占8.51%。",
    "货物支出占70.13%，工程支出占21.36%，服务支出占⟦9.51%⟧。",
    "货物支出占70.13%，工程支出占21.36%。",
  ])
  func sharesOfAllKindsMakeTheWhole(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share-sum") == sample.marked)
  }

  private static let purchases =
    "政府采购支出总额100.00万元，其中：政府采购货物支出50.00万元、政府采购工程支出30.00万元、政府采购服务支出20.00万元。授予中小企业合同金额80.00万元，占政府采购支出总额的80.00%；"

  @Test(arguments: [
    "货物采购授予中小企业合同金额占货物支出金额的80.00%，工程采购授予中小企业合同金额占工程支出金额的100.00%，服务采购授予中小企业合同金额占服务支出金额的50.00%。",
    "货物采购授予中小企业合同金额占货物支出金额的⟦90.00%⟧，工程采购授予中小企业合同金额占工程支出金额的100.00%，服务采购授予中小企业合同金额占服务支出金额的50.00%。",
    "货物采购授予中小企业合同金额占货物支出金额的80.00%，工程采购授予中小企业合同金额占工程支出金额的⟦105.00%⟧，服务采购授予中小企业合同金额占服务支出金额的50.00%。",
  ])
  func smallFirmsByKindMakeWhatTheyWereGiven(text: String) {
    let sample = NarrativeSample(Self.purchases + text, isFinal: true)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "基本支出占支出总额的比重由上年的74.64%下降到74.04%，下降0.60个百分点。",
    "基本支出占支出总额的比重由上年的74.64%下降到74.04%，下降⟦0.90个百分点⟧。",
    "预算执行率为98.06%，较上年的96.74%提高1.32个百分点。",
    "预算执行率为98.06%，较上年的96.74%提高⟦1.92个百分点⟧。",
    "2023年度满意度为91.2%，2024年度为94.5%，提高⟦4.3个百分点⟧。",
    "预算执行率为98.06%，满意度为96.74%，提高1.92个百分点。",
    "参与率由90%提高到95%以上，提高约5个百分点。",
  ])
  func pointsAreTheDifferenceOfTwoPercentages(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test func pointsHaveADirection() {
    let sample = NarrativeSample("基本支出占支出总额的比重由上年的74.64%变为74.04%，⟦提高⟧0.60个百分点。", isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    "事业收入218.00万元，较2023年度决算数减少0.50万元，与上年基本持平。",
    "事业收入218.00万元，较2023年度决算数减少50.00万元，与上年⟦基本持平⟧。",
  ])
  func littleIsHardlyAChange(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    "政府采购支出总额286.45万元。授予中小企业合同金额262.30万元，占91.57%，其中：中型企业74.88万元，占26.14%；小微企业187.42万元，占65.43%。",
    "“三公”经费14.00万元中，公务接待费2.14万元，占15.29%；公务用车购置及运行维护费11.86万元，占84.71%（其中：购置费0万元，占0%；运行维护费11.86万元，占84.71%）；因公出国（境）费0万元，占0%。",
    "安排重点项目6个，年初预算100.00万元，实际支出96.00万元，预算执行率96.00%。其中执行率100%的2个，90%以上的3个，80%的1个。",
  ])
  func sharesOfTheWholeAroundAndBands(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share").isEmpty)
    #expect(sample.reported("share-sum").isEmpty)
    #expect(sample.reported("completion-rate").isEmpty)
  }

  @Test(arguments: [
    "防汛（项）：年初预算数18.64万元，决算数19.35万元，预决算差异0.71万元，差异率3.81%。",
    "防汛（项）：年初预算数18.64万元，决算数19.35万元，预决算差异0.71万元，差异率⟦4.81%⟧。",
  ])
  func theDifferenceIsNoOutcome(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    "选取7个项目开展评价，优良的项目有4个，占57%，中等的项目有3个，占43%。",
    "选取7个项目开展评价，优良的项目有4个，占⟦75%⟧，中等的项目有3个，占43%。",
  ])
  func thingsHaveSharesToo(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "公务接待费支出0.84万元。国内公务接待12批次、96人次，人均87.50元。",
    "公务接待费支出0.84万元。国内公务接待12批次、69人次，人均⟦87.50元⟧。",
    "公务接待费支出0.84万元，其中外宾接待0.24万元。国内公务接待12批次、60人次，人均100元。",
    "公务用车运行费21.50万元，保有量10辆，平均每辆2.15万元。",
    "公务用车运行费21.50万元，保有量10辆，平均每辆⟦2.51万元⟧。",
    "会议费标准为人均400元，参会20人。",
  ])
  func averagesAreQuotients(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "支出36.00万元，与上年相比，增加36.00万元（去年决算数为0万元，无法计算增减比率）。",
    "支出36.00万元，与上年相比，⟦减少⟧36.00万元（去年决算数为0万元，无法计算增减比率）。",
    "支出36.00万元，与上年相比，减少36.00万元，下降50.00%。",
  ])
  func nothingCannotBecomeLess(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test func theReasonIsThatOfTheWhole() {
    let sample = NarrativeSample(
      "行政运行398.01万元，较上年减少4.17万元，降幅1.04%，其中人员经费减少6.37万元，公用经费增加2.20万元，主要原因是调出2人。")
    #expect(sample.reported("direction").isEmpty)
  }

  private static let total = "一般公共预算财政拨款支出决算6528.15万元。"

  @Test(arguments: [
    "农林水支出（类）水利（款）防汛（项）：支出决算218.35万元，为年初预算的90.98%，年初预算为240.00万元，占一般公共预算财政拨款支出的3.34%。",
    "农林水支出（类）水利（款）防汛（项）：决算数为218.35万元，2023年决算数为180.00万元，占一般公共预算财政拨款支出的3.34%。",
    "农林水支出（类）水利（款）防汛（项）：决算数为218.35万元，超年初预算18.35万元，占一般公共预算财政拨款支出的3.34%。",
    "农林水支出（类）水利（款）防汛（项）：决算数为218.35万元，占一般公共预算财政拨款支出的⟦3.94%⟧。",
    "防汛支出6.00万元、抗旱支出4.00万元，共占一般公共预算财政拨款支出的0.15%。",
    "防汛支出420.00万元，其中：人工252.00万元，占比60%，比上年占比58.50%提高1.50个百分点；材料168.00万元，占比40%。",
  ])
  func anotherReadingMayBeRight(text: String) {
    let sample = NarrativeSample(Self.total + "\n\n" + text, isFinal: true)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "决算数为29.86万元，低于年初预算5.14万元，完成年初预算85.31%。",
    "其中执行率100%的项目6个，执行率90%（含）至100%的项目5个。",
  ])
  func differencesAndBandsAreNoBudgets(text: String) {
    let sample = NarrativeSample("年初预算90.00万元，决算80.00万元。" + text, isFinal: true)
    #expect(sample.reported("completion-rate").isEmpty)
  }

  @Test func carsThatCostNothing() {
    let sample = NarrativeSample("公务用车费用21.00万元，其中公务用车购置费0万元，运行费21.00万元，全年购置公务用车⟦7辆⟧。", isFinal: true)
    #expect(sample.reported("narrative-repeat") == sample.marked)
  }

  @Test func guestsFromAbroadHaveTheirOwnCount() {
    let sample = NarrativeSample(
      "公务接待费支出2.14万元，其中：外宾接待支出0万元，接待0批次、0人次；国内公务接待支出2.14万元，接待26批次、198人次。",
      isFinal: true)
    #expect(sample.reported("narrative-repeat").isEmpty)
  }
}
