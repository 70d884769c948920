import Testing

@testable import LintCore

/// Comparisons with a year that the text itself names, other than the one before the document's.
@Suite struct ComparedYearTests {
  private static let series = "近三年其他收入分别为：2022年310.00万元、2023年325.00万元、2024年298.00万元，"

  @Test(arguments: [
    "截至2023年12月31日，共有车辆18辆，其中应急保障用车12辆、其他用车6辆。与2022年末的20辆相比，净减少2辆。",
    "截至2023年12月31日，共有房屋18处。与⟦2019⟧年末的20处相比，净减少2处。房屋比2023年少1处，土地比2023年少1宗。",
    series + "2024年比2022年减少12.00万元，下降3.87%。",
    series + "2023年比2022年增加15.00万元，2024年比2023年减少27.00万元。",
    "其他收入298.00万元，比⟦2022⟧年减少12.00万元。比2023年减少27.00万元，比2023年下降8.31%。",
  ])
  func theYearThatTheTextLooksBackFromCounts(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    series + "2024年比2022年减少12.00万元，下降3.87%。",
    series + "2024年比2022年减少⟦21.00万元⟧。",
    series + "2024年比2022年减少12.00万元，下降⟦8.37%⟧。",
    series + "2023年比2022年增加15.00万元，2024年比2023年减少27.00万元。",
    series + "2023年比2022年增加⟦51.00万元⟧，2024年比2023年减少⟦72.00万元⟧。",
  ])
  func bothYearsOfASeriesAreTakenAsNamed(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  private static let totals = "2024年收入总计348.00万元，支出总计348.00万元。\n\n"

  @Test(arguments: [
    totals + "与年初预算数320.00万元相比，收、支总计各增加28.00万元，增长8.75%，主要原因是年中追加项目。",
    totals + "与年初预算数320.00万元相比，收、支总计各增加28.00万元，增长⟦7.85%⟧，主要原因是年中追加项目。",
    "基本支出与年初预算270.00万元相比减少2.00万元，执行率99.26%。\n\n与上年相比，基本支出增加8.00万元，增长3.08%。",
    "上年结转到本年支付的采购尾款为0万元。与上年采购支出150.00万元相比增加34.00万元，增长22.67%。",
    "其他支出11.58万元。\n\n相比2023年的总支出717.20增加60.66万元，增幅8.46%。",
    "本年采购支出为20.00万元。比上年增加⟦34.00万元⟧。",
  ])
  func whatIsComparedWithIsNotTheFigure(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test(arguments: [
    "医疗支出116.49万元，比上年决算数116.63万元减少0.14万元，下降0.12%，与上年基本持平。",
    "医疗支出100.00万元，比上年决算数125.00万元减少25.00万元，下降20.00%，与上年⟦基本持平⟧。",
  ])
  func whatHardlyChangedIsAsItWas(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    "本单位2024年度无国有资本经营预算收入、支出。\n\n2023年度同样无此项收支，增减额为0.00万元。",
    "2023年度未召开会议，会议费支出为0万元；2024年度召开会议1次，会议费支出为1.20万元。",
    "⟦2023⟧年度未召开会议，会议费支出为0万元。",
    "公务用车购置费18.00万元，2023年未安排该项预算；运行费11.50万元，比上年减少0.50万元。",
    "2025年“三公”经费预算为6.50万元，比2024年预算减少0.50万元，下降7.14%。",
    "⟦2025⟧年“三公”经费支出决算为6.50万元，比2023年减少0.50万元，下降7.14%。",
  ])
  func theYearBesideThisOneIsNoMistake(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test func changesAgainstTheBudgetAreNotThoseAgainstTheYearBefore() {
    func sample(_ budget: String, _ before: String) -> NarrativeSample {
      NarrativeSample(
        """
        “三公”经费支出预算为7.00万元，支出决算为5.49万元，完成预算的78.43%，比预算减少\(budget)；较上年减少\(before)。

        二、“三公”经费支出决算表

        单位：万元

        项目\t2024年预算数\t2024年决算数\t2023年决算数
        合计\t7.00\t5.49\t5.63
        公务用车运行维护费\t6.00\t4.87\t5.23
        公务接待费\t1.00\t0.62\t0.40
        """, isFinal: true)
    }
    #expect(sample("1.51万元", "0.14万元").reported("narrative-table") == [])
    let wrong = sample("1.51万元", "⟦0.41万元⟧")
    #expect(wrong.reported("narrative-table") == wrong.marked)
  }

  @Test(arguments: [
    "现将2023年预算执行情况和2024年预算情况予以公开。", "根据2023年决算数和2024年工作任务安排。",
    "结合上年执行情况和2024年工作任务，编制部门预算。", "与2024年工作任务相适应，增加50.00万元。",
    "主要用于与2024年重点任务有关的支出。", "2023年结转和2024年当年预算共550.00万元。",
    "我单位2023年和2024年均未安排因公出国（境）费。", "2023年决算数和2024年决算数相比有所增加。",
    "支出550.00万元。与⟦2024⟧年预算相比，增加50.00万元。", "支出550.00万元，和⟦2024⟧年相比减少4.00万元。",
    "支出550.00万元，与⟦2024⟧年预算持平。",
  ])
  func twoYearsSideBySideAreNotCompared(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    "与2023年支出500.00万元相比，增加50.00万元，增长10.00%。", "较2023年的500.00万元增加50.00万元，增长10.00%。",
    "支出合计450.00万元。\n\n比2023年的500.00万元减少50.00万元，下降10.00%。",
    "与2023年支出500.00万元相比，增加50.00万元，增长⟦11.00%⟧。",
  ])
  func aParagraphMayBeginWithWhatIsComparedWith(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("growth-rate") == sample.marked)
  }
}
