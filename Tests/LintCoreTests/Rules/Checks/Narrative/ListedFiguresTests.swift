import Testing

@testable import LintCore

/// Lists held against the column that states all their items but one, and lists in wordings of their own.
@Suite struct ListedFiguresTests {
  private func reported(_ rule: String, _ text: String) -> (reported: [String], marked: [String]) {
    let sample = RuleSample(
      """
      某县水利局2024年度部门决算

      ## 一、财政拨款支出决算表

      单位：万元

      科目编码→科目名称→合计→基本支出→项目支出
      →合计→915.00→315.00→600.00
      208→社会保障和就业支出→72.06→72.06→
      210→卫生健康支出→49.39→49.39→
      213→农林水支出→704.61→104.61→600.00
      221→住房保障支出→88.94→88.94→

      ## 二、财政拨款支出情况说明


      """.replacing("→", with: "\t") + text + "\n")
    let source = SourceText(Array(sample.text.utf8))
    return (
      sample.findings(rule).filter { $0.severity > .info }.map { source.string($0.range) },
      sample.marks.map { source.string($0) }
    )
  }

  @Test(arguments: [
    "（四）住房保障支出年初预算数为85.60万元，决算数为88.94万元，完成年初预算的103.90%。",
    // The copied paragraph: what the four items make stands before them.
    "（四）住房保障支出年初预算数为51.80万元，决算数为⟦49.39万元⟧，完成年初预算的95.35%。",
    "（四）住房保障支出年初预算数为85.60万元，决算数为⟦84.98万元⟧，完成年初预算的99.28%。",
    // The figure of a row that another table or column has.
    "（四）其他保障支出年初预算数为85.60万元，决算数为88.94万元，完成年初预算的103.90%。",
  ])
  func anItemIsOfTheColumnThatHasTheOthers(last: String) {
    let (reported, marked) = reported(
      "narrative-table",
      """
      财政拨款支出年初预算数为900.00万元，决算数为915.00万元，完成年初预算的101.67%。其中：

      （一）社会保障和就业支出年初预算数为65.20万元，决算数为72.06万元，完成年初预算的110.52%。

      （二）卫生健康支出年初预算数为51.80万元，决算数为49.39万元，完成年初预算的95.35%。

      （三）农林水支出年初预算数为697.40万元，决算数为704.61万元，完成年初预算的101.03%。

      \(last)
      """)
    #expect(reported == marked)
  }

  @Test(arguments: [
    "2024年拟购置固定资产41.20万元，主要是购置检测用车1辆18.00万元、专用设备17.50万元、办公设备5.70万元。",
    "2024年拟购置固定资产41.20万元，主要是购置检测用车1辆18.00万元、专用设备17.50万元。",
    "2024年拟购置固定资产52.80万元，主要是购置检测用车1辆18.00万元、专用设备17.50万元、办公设备5.70万元。",
    "2024年拟购置固定资产⟦14.20万元⟧，主要是购置检测用车1辆18.00万元、专用设备17.50万元、办公设备5.70万元。",
    "2024年计划购置固定资产⟦41.20万元⟧，包括检测用车（1辆）81.00万元、专用设备17.50万元和办公设备5.70万元。",
    "用车费用29.50万元：公务用车购置费18.00万元；运行维护费11.50万元，与2023年12.00万元相比，减少0.50万元，两项合计29.50万元。",
    "公务用车购置费18.00万元；公务用车运行维护费11.50万元，与2023年12.00万元相比，减少0.50万元，两项合计⟦92.50万元⟧。",
    "采购支出168.42万元。从类别看，工程支出最多，为98.60万元，货物支出52.17万元，服务支出17.65万元。",
    "采购支出168.42万元。从类别看，工程支出最多，为⟦89.60万元⟧，货物支出52.17万元，服务支出17.65万元。",
    "当年取得基金财政拨款15.00万元，实际使用12.60万元，结转下年2.40万元。",
    "当年取得基金财政拨款51.00万元，实际使用12.60万元，结转下年⟦2.40万元⟧。",
  ])
  func listsInOtherWordsAreAddedUp(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "支出总计90.00万元，其中：农林水支出67.50万元，占支出总计的比重最大，为75.00%；教育支出22.50万元，占25.00%。",
    "支出总计90.00万元，其中：农林水支出67.50万元，占支出总计的比重最大，为⟦57.00%⟧；教育支出22.50万元，占25.00%。",
    "采购支出168.42万元，其中：货物52.17万元，工程98.60万元，服务17.65万元。授予中小企业的金额为161.76万元，占比96.05%。货物、工程、服务类采购中授予中小企业的比例依次为90.70%、100.00%和89.75%。",
    "采购支出168.42万元，其中：货物52.17万元，工程98.60万元，服务17.65万元。授予中小企业的金额为161.76万元，占比96.05%。货物、工程、服务类采购中授予中小企业的比例依次为⟦97.00%⟧、100.00%和89.75%。",
    "采购支出168.42万元，其中：货物52.17万元，工程98.60万元，服务17.65万元。其中，授予中小企业的金额为161.76万元，占比96.05%；在授予中小企业的合同金额中，小微企业为121.46万元，占比⟦57.09%⟧。",
  ])
  func sharesInOtherWordsAreRecalculated(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "核定编制86人（行政编制24人，事业编制62人），实有在职79人（行政22人、事业57人），离退休人员47人（离休1人、退休46人）。",
    "核定编制86人（行政编制24人，事业编制62人），实有在职⟦79人⟧（行政22人、事业75人）。",
    "离退休人员⟦74人⟧（离休1人、退休46人）。", "在职职工119人（正高10人、副高20人）。", "编制86人（行政24人、事业57人，另有临聘20人）。",
    "对“甲河治理”“乙库加固”2个项目开展了评价。", "对“甲河治理”和“乙库加固”⟦3个⟧项目开展了评价。", "对甲河治理、“乙库加固”2个项目开展了评价。",
    "对“甲河治理”“乙库加固”等3个项目开展了评价。", "公开整体绩效目标和“甲河治理”“乙库加固”⟦3个⟧项目的绩效目标。",
  ])
  func peopleAndNamesAreCounted(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  /// What is no longer there has fallen by all of it, whatever figure stands before.
  @Test(arguments: [
    "会议费14.40万元。培训费不再安排，比上年减少17.98万元，下降100%。",
    "公务用车购置费不再安排，较上年预算减少17.98万元，降幅100%；公务用车运行费14.40万元，较上年预算减少1.60万元，降幅10.00%。",
  ])
  func whatIsGoneFellByAllOfIt(text: String) {
    #expect(NarrativeSample(text).reported("growth-rate") == [])
  }

  @Test(arguments: [
    "预算100.00万元，教育支出占70.00%（70.00万元），住房保障支出占30.00%（30.00万元）。",
    "预算400.00万元，教育支出占68.25%（273.00万元），住房保障支出占⟦37.15%⟧（127.00万元）。",
    "采购预算318.60万元，其中：货物118.60万元、工程0万元、服务200.00万元。\n\n预留中小企业采购份额223.02万元，占采购预算总额的⟦77.00%⟧。",
  ])
  func sharesBesideBracketsAndAbove(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("share") == sample.marked)
  }

  /// What a chart's caption repeats.
  @Test(arguments: [
    "（图3：支出决算结构图：基本支出25.47%，项目支出74.53%）（饼状图）", "（图3：支出决算结构图：基本支出⟦24.57%⟧，项目支出74.53%）（饼状图）",
    "图1 收支总计变动情况图（柱状图） 2023年度 345.37万元 2024年度 400.00万元",
    "图1 收支总计变动情况图（柱状图） 2023年度 ⟦354.37万元⟧ 2024年度 400.00万元",
    "（图3：支出决算结构图：基本支出31.00%，项目支出69.00%）（饼状图）", "（图3：人员学历结构图：本科25.74%，研究生74.26%）（饼状图）",
  ])
  func captionsRepeatTheText(caption: String) {
    let sample = NarrativeSample(
      """
      支出总计400.00万元，比上年增加54.63万元。其中：基本支出101.88万元，占25.47%；项目支出298.12万元，占74.53%。

      \(caption)
      """, isFinal: true)
    #expect(sample.reported("narrative-repeat") == sample.marked)
  }

  @Test(arguments: [
    "编制总数128名，由行政编制24名、参公事业编制38名和其他事业编制66名构成；实有119人，分别为行政22人、参公35人、其他事业62人。",
    "编制总数74人，包括行政编制27人（行政工勤编制2人含在内）和事业编制47人。", "编制总数128名，由行政编制24名、事业编制38名构成。",
    "编制总数⟦128名⟧，由行政编制42名、参公事业编制38名和其他事业编制66名构成。", "实有在职⟦191人⟧，分别为行政22人、参公35人、其他事业62人。",
    "本年收入90.25万元，加上年初结转9.75万元，总计100.00万元。", "本年收入90.25万元，加上年初结转7.95万元，总计⟦100.00万元⟧。",
    "支出48.89万元，为预算54.00万元的90.54%，结余5.11万元。", "支出48.89万元，为预算54.00万元的90.54%，结余⟦1.51万元⟧。",
    "2024年项目共13个，预算金额3641.80万元；其中财政拨款3248.30万元（上年结转234.80万元包含在内），单位资金393.50万元。",
  ])
  func postsAndReworkedSumsAreAddedUp(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }
}
