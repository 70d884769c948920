import Testing

@testable import LintCore

/// Sentences inside the cells of forms are recomputed, each for itself.
@Suite struct CellSentencesTests {
  private static func form(_ first: String, _ second: String = "按期完成培训，保障职工健康。") -> RuleSample {
    RuleSample(
      tabbed(
        """
        某区总工会2026年单位预算

        ## 一、项目支出绩效目标表

        单位：万元

        项目名称→职工培训
        项目立项依据→\(first)
        年度绩效目标→\(second)
        一级指标→二级指标→三级指标→指标值
        产出指标→数量指标→培训人次→≥100人次
        效益指标→社会效益指标→培训合格率→≥95%

        """))
  }

  private func reported(_ sample: RuleSample) -> [String] {
    let source = SourceText(Array(sample.text.utf8))
    return sample.findings("growth-rate", "share", "narrative-sum", "completion-rate", "direction").filter {
      $0.severity > .info
    }.map { source.string($0.range) }
  }

  private func marked(_ sample: RuleSample) -> [String] {
    let source = SourceText(Array(sample.text.utf8))
    return sample.marks.map { source.string($0) }
  }

  @Test(arguments: [
    "2025年预算190.50万元，2026年预算198.30万元，比2025年增加7.80万元，增长⟦4.90%⟧。",
    "本项目预算⟦45.00万元⟧，其中：讲课费30.00万元，场地费12.00万元。",
    "本项目预算42.00万元，其中讲课费30.00万元，占⟦75.00%⟧。",
  ])
  func whatASentenceGetsWrongIsTold(text: String) {
    let sample = Self.form(text)
    #expect(reported(sample) == marked(sample))
    #expect(!sample.marks.isEmpty)
  }

  @Test(arguments: [
    "2025年预算190.50万元，2026年预算198.30万元，比2025年增加7.80万元，增长4.09%。",
    "本项目预算42.00万元，其中：讲课费30.00万元，场地费12.00万元。",
    "根据上年结余12.00万元，本年安排45.00万元，按每人300元、1500人次测算，合格率不低于95%。",
  ])
  func rightSentencesRaiseNothing(text: String) {
    #expect(reported(Self.form(text)) == [])
  }

  @Test func cellsAreReadAlone() {
    let sample = Self.form(
      "2025年培训经费预算40.00万元，其中讲课费30.00万元，占75.00%。", "2026年培训经费预算60.00万元，其中讲课费30.00万元，占50.00%。")
    #expect(reported(sample) == [])
  }
}
