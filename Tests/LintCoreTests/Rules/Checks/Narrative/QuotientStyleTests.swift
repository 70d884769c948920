import Testing

@testable import LintCore

/// What rounding can explain is a slip where it explains nothing else in a draft.
@Suite struct QuotientStyleTests {
  /// Eight rates of small amounts, each that of the figures as they are written.
  private static let rates = [
    "会议费决算2.14万元，预算3.10万元，完成预算的69.03%。", "培训费决算3.37万元，预算4.20万元，完成预算的80.24%。",
    "公务接待费1.68万元，比上年减少0.38万元，下降18.45%。", "差旅费4.05万元，比上年增加0.36万元，增长9.76%。",
    "印刷费1.72万元，比上年增加0.07万元，增长4.24%。", "邮电费2.36万元，比上年减少0.21万元，下降8.17%。",
    "水费1.47万元，比上年增加0.16万元，增长12.21%。", "电费3.93万元，比上年减少0.44万元，下降10.07%。",
  ]
  /// The same rates, worked out from figures that were rounded afterwards.
  private static let others = [
    "会议费决算2.14万元，预算3.10万元，完成预算的69.12%。", "培训费决算3.37万元，预算4.20万元，完成预算的80.17%。",
    "公务接待费1.68万元，比上年减少0.38万元，下降18.40%。", "差旅费4.05万元，比上年增加0.36万元，增长9.80%。",
    "印刷费1.72万元，比上年增加0.07万元，增长4.30%。", "邮电费2.36万元，比上年减少0.21万元，下降8.10%。",
    "水费1.47万元，比上年增加0.16万元，增长12.31%。", "电费3.93万元，比上年减少0.44万元，下降10.01%。",
  ]

  private func draft(_ lines: [String], _ last: String) -> NarrativeSample {
    NarrativeSample((lines + [last]).joined(separator: "\n\n"), isFinal: true)
  }

  @Test(arguments: [
    ("growth-rate", "劳务费0.75万元，比上年减少0.12万元，下降13.75%。"),
    ("growth-rate", "劳务费0.75万元，上年0.87万元，比上年减少0.12万元，下降13.72%。"),
    ("completion-rate", "劳务费决算0.75万元，年初预算0.87万元，完成年初预算的86.25%。"),
    ("growth-rate", "劳务费由0.87万元减少到0.75万元，降幅13.74%。"),
  ])
  func oddOneIsAWarning(rule: String, text: String) {
    #expect(draft(Self.rates, text).severities(rule) == [.warning])
    #expect(draft([], text).severities(rule).allSatisfy { $0 == .info })
    #expect(draft(Self.others, text).severities(rule).allSatisfy { $0 == .info })
  }

  @Test(arguments: ["下降13.79%", "下降13.8%", "下降14%"])
  func rightOnesAreSilent(rate: String) {
    let sample = draft(Self.rates, "劳务费0.75万元，比上年减少0.12万元，\(rate)。")
    #expect(sample.severities("growth-rate") == [])
  }

  /// What is rounded to 亿元 says less than its rate.
  @Test func roundFiguresAreNoSlips() {
    let text = "收支总预算43552.30万元，较上年的4.30亿元增加0.06亿元，增长1.29%。"
    #expect(draft(Self.rates, text).reported("growth-rate") == [])
  }

  @Test func whatIsCutIsNoMoreThanAnInfo() {
    let cut = "劳务费决算0.75万元，年初预算0.87万元，完成年初预算的86.20%。"
    #expect(draft([], cut).severities("completion-rate") == [.info])
    #expect(draft(Self.rates, cut).severities("completion-rate") == [.info])
  }
}
