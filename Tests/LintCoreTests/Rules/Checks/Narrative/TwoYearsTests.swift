import Testing

@testable import LintCore

/// Directions beside the figures of both years.
@Suite struct TwoYearsTests {
  private func sample(_ sentence: String) -> RuleSample {
    RuleSample("某县民政局2025年部门预算\n\n第三部分 2025年部门预算情况说明\n\n\(sentence)\n")
  }

  @Test(arguments: [
    "2025年“三公”经费预算55.35万元，2024年预算数为39.30万元，⟦减少⟧16.05万元，下降40.84%。",
    "公务接待费本年预算数5.30万元，上年预算数4.10万元，⟦减少⟧1.20万元，下降29.27%。",
    "2024年预算数4.10万元，2025年预算数5.30万元，⟦减少⟧1.20万元，下降22.64%。",
    "机关运行经费由2024年的162.45万元⟦增加⟧至2025年的156.33万元。",
    "公务接待费由上年的4.10万元⟦下降⟧到5.30万元。",
    "机关运行经费由2024年的162.45万元减少至2025年的156.33万元，减少6.12万元，⟦增长⟧3.77%。",
  ])
  func aDirectionAgainstBothYearsIsTold(sentence: String) {
    let sample = sample(sentence)
    #expect(sample.findings("direction").map(\.range) == sample.marks)
  }

  @Test func aChangeThatARateConfirmsShowsThatOneOfTheTwoIsWrong() {
    let sample = sample("公务接待费本年预算数5.30万元，上年预算数4.10万元，增加⟦1.30万元⟧，增长31.71%。")
    #expect(sample.findings("growth-rate").map(\.range) == sample.marks)
  }

  @Test(arguments: [
    "2024年预算数4.10万元，2025年预算数5.30万元，增加1.20万元，增长29.27%。",
    "公务接待费从2024年的4.10万元增加到2025年的5.30万元，增加1.20万元，增长29.27%。",
    "2025年预算数5.30万元，2024年预算数4.10万元，比2024年执行数减少1.20万元。",
    "人员经费本年预算5.30万元，上年公用经费4.10万元，减少1.20万元。",
  ])
  func directionsThatFitAreNotTold(sentence: String) {
    let sample = sample(sentence)
    #expect(sample.findings("direction").isEmpty)
    #expect(sample.findings("growth-rate").isEmpty)
  }
}
