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
}
