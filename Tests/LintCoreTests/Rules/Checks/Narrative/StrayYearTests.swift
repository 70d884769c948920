import Testing

@testable import LintCore

/// Years that a draft of 2024 has no reason to speak of, and those that it has.
@Suite struct StrayYearTests {
  /// Sentences that name the year of the draft often enough.
  private static let around = """
    2024年度收入总计100.00万元，支出总计100.00万元。

    2024年度财政拨款支出决算60.00万元。2024年度项目支出40.00万元。


    """

  @Test(arguments: [
    "2024年度本单位开支会议费4.82万元，用于召开培训会。",
    "2021年3月本单位成立，2021年编制方案印发后设科室5个。",
    "2021年以来，本单位共开展培训12次。",
    "该项目2021年安排资金60.00万元，2024年安排资金20.00万元。",
    "比2021年（疫情前）减少3.00万元，下降5.00%。",
    "根据2021年印发的办法，本单位开支培训费3.00万元。",
    "⟦2021⟧年度本单位开支会议费4.82万元，用于召开培训会。",
    "综合来看，⟦2021⟧年部门预算执行规范，支出60.00万元。",
    "本单位⟦2021⟧年涉及收费1项，为住宿费，收入6.00万元。",
  ])
  func aYearThatStandsOnceAndFarOff(text: String) {
    let sample = NarrativeSample(Self.around + text, isFinal: true)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    "截至2024年12月31日，本单位共有车辆9辆。", "截至⟦2204⟧年12月31日，本单位共有车辆9辆。", "截至⟦2023⟧年12月31日，本单位共有车辆9辆。",
    "截至2023年12月31日，累计完成投资60.00万元。", "与⟦2203⟧年度相比，增加6.00万元。", "到2035年，建成若干项目。", "二氧化碳排放力争于2060年前中和。",
    "本地有2200年历史，游客2204人。",
  ])
  func exchangedDigitsMakeNoYear(text: String) {
    let sample = NarrativeSample(Self.around + text, isFinal: true)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test func aDraftOfFewYearsSaysNothingOfOthers() {
    let sample = NarrativeSample("2021年度本单位开支会议费4.82万元。", isFinal: true)
    #expect(sample.reported("year").isEmpty)
  }

  @Test(arguments: [
    ("和2024年预算草案", "2024", [String]()), ("", "2024", ["2024"]), ("和2024年预算草案", "2022", ["2022"]),
  ])
  func aTitleMayNameTwoYears(others: String, year: String, reported: [String]) {
    let report = """
      # 关于某市2023年预算执行情况\(others)的报告

      ## 一、2023年预算收支执行情况

      2023年收入完成60.00亿元。2023年支出完成50.00亿元。

      ## 二、\(year)年预算草案

      收入安排66.00亿元。
      """
    #expect(NarrativeSample(report, isFinal: true).reported("year") == reported)
  }

  @Test(arguments: [
    ("2024", [String]()), ("2021", ["2021"]), ("2023", ["2023"]),
  ])
  func titlesOfAttachedReports(year: String, reported: [String]) {
    let report = """
      # 附件1

      ## 某区教育局\(year)年度整体支出绩效自评报告

      2024年度整体支出60.00万元。2024年度项目支出40.00万元。2024年预算执行率98.00%。2024年度自评得分95分。
      """
    let sample = NarrativeSample(Self.around + report, isFinal: true)
    #expect(sample.reported("year") == reported)
  }

  @Test(arguments: [
    "力争2025年项目执行率达到95%以上。",
    "2025年预算执行中加以改进，确保2025年底全部支付。",
    "截至⟦2025⟧年12月31日，本单位共有车辆2辆。",
  ])
  func whatIsToComeMayBeNextYear(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    "2024年项目支出20.00万元。\n\n①2023年预算为0，不计算增减比例。",
    "2023年预算未安排上年结转。",
    "上年结转5.00万元，占5.00%，2023年预算未安排上年结转，故不作增幅比较。其中：项目结转3.00万元。",
    "本年使用结转8.00万元，其中6.00万元为2023年校舍大修项目资金。",
    "⟦2023⟧年政府性基金预算支出为0万元。",
  ])
  func theYearBeforeMayBeTheBase(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    "实施周期：2024年1月至12月。年度预算20.00万元。",
    "实施周期：2021年1月至2024年12月。年度预算20.00万元。",
    "实施周期：⟦2021⟧年1月至12月。年度预算20.00万元。",
  ])
  func theMonthsOfAProject(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    "与2024年度财政拨款支出年初预算90.00万元相比，完成年初预算的100.00%。",
    "与⟦2021⟧年度财政拨款支出年初预算90.00万元相比，完成年初预算的100.00%。",
  ])
  func theBudgetThatIsAccountedFor(text: String) {
    let sample = NarrativeSample("2024年度财政拨款支出决算90.00万元。" + text, isFinal: true)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    "县审计局对2023年度预算执行审计提出的4个问题已整改3个。",
    "2025年工作计划。2025年拟安排项目资金80.00万元，比2024年实际支出90.00万元减少10.00万元，下降11.11%。",
    "2023年度收、支总计80.00万元，2024年度收、支总计90.00万元，两年相比增加10.00万元，增长12.50%。",
    "公务接待费支出2.00万元，比2023年度减少0.50万元，下降20.00%，比2022年度的3.00万元减少1.00万元，下降33.33%。",
    "防汛支出决算20.00万元，完成年初预算的90.98%。2023年决算数为22.00万元，比上年减少2.00万元。",
    "2023年度数据来源于2023年度部门决算（收入总计80.00万元）。",
    "一般公共预算支出90.00万元。2023年度一般公共预算支出80.00万元，2024年度比2023年度增加10.00万元，增长12.50%。",
    "到2026年，自来水普及率达到92%，比2024年的88.6%提高3.4个百分点。",
    "会议费支出6.00万元，比2023年减少1.00万元；2023年7.00万元，比2022年增加1.00万元。",
    "与⟦2022⟧年度相比，收入减少1.00万元。与2023年度相比，支出减少1.00万元。与2023年度相比，结余减少1.00万元。",
  ])
  func otherYearsHaveTheirOwnPlace(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test func twoYearsSideBySide() {
    let sample = NarrativeSample("农林水支出（类）水利（款）防汛（项）：2023年预算46.50万元，2024年预算46.50万元，持平。")
    #expect(sample.reported("year").isEmpty)
  }

  /// A short numbered sentence on a line of its own is no title, and the year is what it compares with.
  @Test(arguments: ["较2023年预算基本持平", "与2023年预算持平", "比2023年预算下降"])
  func sentencesThatLookLikeTitles(words: String) {
    let sample = NarrativeSample(
      "2024年“三公”经费预算5.00万元。\n\n（一）公务接待费\(words)。\n\n（二）公务用车费5.00万元。")
    #expect(sample.reported("year").isEmpty)
  }
}
