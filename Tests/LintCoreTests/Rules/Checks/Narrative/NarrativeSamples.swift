@testable import LintCore

/// A sentence or two in a draft of 2024, with `⟦` and `⟧` around what is to be reported.
struct NarrativeSample: CustomStringConvertible, Sendable {
  var text: String
  var isFinal = false

  init(_ text: String, isFinal: Bool = false) {
    self.text = text
    self.isFinal = isFinal
  }

  var description: String { text }

  private var sample: RuleSample {
    RuleSample("某区教育局2024年度部门\(isFinal ? "决算" : "预算")\n\n一、收支情况说明\n\n" + text + "\n")
  }

  /// What a rule reports beyond rounding tails, as the text at each place.
  func reported(_ rule: String) -> [String] {
    let sample = sample
    let source = SourceText(Array(sample.text.utf8))
    return sample.findings(rule).filter { $0.severity > .info }.map { source.string($0.range) }
  }

  /// The marked texts.
  var marked: [String] {
    let sample = sample
    let source = SourceText(Array(sample.text.utf8))
    return sample.marks.map { source.string($0) }
  }

  /// The severities that a rule reports.
  func severities(_ rule: String) -> [Severity] { sample.findings(rule).map(\.severity) }

  /// The messages that a rule reports.
  func messages(_ rule: String) -> [String] { sample.findings(rule).map { $0.message.text(.chinese) } }
}
