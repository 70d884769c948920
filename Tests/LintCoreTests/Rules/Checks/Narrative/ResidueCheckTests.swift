import Testing

@testable import LintCore

/// Blanks of the template, and amounts as they are shown.
@Suite struct ResidueCheckTests {
  @Test(arguments: [
    "2024年支出预算100.00万元，比上年增加10.00万元，主要原因是⟦XX⟧。",
    "2024年支出预算100.00万元，主要是⟦××⟧；项目支出20.00万元。",
    "2024年支出预算⟦XX万元⟧，比上年增加10.00万元。", "2024年支出预算100.00万元，增加10.00万元，主要⟦原因是⟧。",
  ])
  func blanksAreTold(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("placeholder") == sample.marked)
  }

  @Test(arguments: [
    "2024年支出预算100.00万元，主要原因是X光机更新。", "2024年支出预算100.00万元，主要是购置×光机等设备。",
    "规格为20×30的展板12块，主要用于宣传。",
  ])
  func otherSignsAreNoBlanks(text: String) {
    #expect(NarrativeSample(text).reported("placeholder") == [])
  }

  @Test(arguments: [
    "机关运行经费预算156.33万元，比2023年预算数162.45万元增加⟦6.12万元⟧，增长3.77%。",
    "机关运行经费预算156.33万元，较2023年的162.45万元增加⟦6.12万元⟧，增幅3.77%。",
    "2024年支出预算156.33万元，比上年162.45万元增加⟦6.12万元⟧。",
  ])
  func aDirectionIsNotRightTheOtherWayRound(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test func amountsAreShownWithTheDecimalsTheyNeed() {
    let messages = NarrativeSample("公务接待费预算12万元，减少0.26万元，下降8.33%。").messages("growth-rate")
    #expect(messages.contains { $0.contains("0.26 ÷ 12.26") })
  }
}
