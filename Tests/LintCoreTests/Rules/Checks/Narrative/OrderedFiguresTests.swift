import Testing

@testable import LintCore

/// Shares, changes and rates that belong to several amounts by their order, and the lists that such sentences make.
@Suite struct OrderedFiguresTests {
  @Test(arguments: [
    "教育支出年初预算200.00万元，支出决算210.00万元，完成105.00%；卫生支出、住房支出分别完成年初预算的98.72%和100.97%。",
    "教育支出年初预算200.00万元，支出决算210.00万元，完成年初预算的⟦150.00%⟧。",
  ])
  func completionsOfSeveralAreNobodysByPosition(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    "办公费26.80万元、劳务费3.84万元，分别比上年增加1.80万元、减少0.66万元，分别增长7.20%、下降14.67%。",
    "办公费26.80万元，比上年增加1.80万元，⟦下降⟧7.20%。",
  ])
  func changesOfSeveralHaveNoDirectionByPosition(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    "本年支出合计345.00万元，比年初预算315.00万元多支出30.00万元，其中基本支出271.00万元、项目支出70.00万元、经营支出4.00万元，三者占比为78.55%、20.29%、1.16%。",
    "本年支出合计100.00万元，其中：基本支出70.00万元，占⟦80.00%⟧；项目支出30.00万元，占30.00%。",
  ])
  func sharesOfSeveralAreNobodysByPosition(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share") == sample.marked)
    #expect(sample.reported("narrative-sum").isEmpty)
  }

  @Test(arguments: [
    "本年收入100.00万元，其中财政拨款收入60.00万元，事业收入30.00万元，经营收入和其他收入合计10.00万元。\n\n与上年相比，经营收入增加1.00万元，增长33.33%。",
    "本年收入100.00万元，其中财政拨款收入60.00万元，事业收入30.00万元，其他收入10.00万元。\n\n与上年相比，其他收入增加1.00万元，增长⟦33.33%⟧。",
  ])
  func aFigureOfTwoIsNeitherOfThem(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test(arguments: [
    "购置50万元以上设备4台，其中100万元以上专用设备1台，具体为剖面仪1台、测流船3台。",
    "8个项目中，甲单位5个、乙单位2个、丙单位1个。其中：新增项目1个；延续项目7个。",
    "收入预算总额500.00万元，其中：\n\n财政拨款收入400.00万元，占80.00%；\n\n事业收入60.00万元，占12.00%；经营收入10.00万元，占2.00%；\n\n其他收入30.00万元，占6.00%；上级补助收入0.00万元。",
    "收入预算总额⟦500.00万元⟧，其中：\n\n财政拨款收入400.00万元，占80.00%；\n\n事业收入60.00万元，占12.00%；经营收入80.00万元，占2.00%；\n\n其他收入30.00万元，占6.00%；上级补助收入0.00万元。",
    "收入预算总额⟦500.00万元⟧，其中：财政拨款收入400.00万元，事业收入60.00万元，其他收入41.00万元。",
  ])
  func listsAreAddedUpAsTheyDivide(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test func theOutcomeIsWhatChanged() {
    let sample = NarrativeSample(
      "“三公”经费支出年初预算为22.00万元，支出决算为8.77万元。\n\n2024年度“三公”经费支出决算数比2023年度减少0.28万元，降低⟦3.90%⟧。",
      isFinal: true)
    #expect(sample.reported("growth-rate") == sample.marked)
    #expect(sample.messages("growth-rate").allSatisfy { $0.contains("8.77") })
  }

  @Test(arguments: [
    "总支出777.85万元，其中专项支出68.32万元，基本支出709.53万元，其他支出11.58万元。\n\n相比2023年的总支出717.19增加60.66万元。",
    "其他支出11.58万元。\n\n比上年增加⟦60.66万元⟧。",
  ])
  func aChangeIsOfAFigureThatCanHaveIt(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("growth-rate") == sample.marked)
  }
}
