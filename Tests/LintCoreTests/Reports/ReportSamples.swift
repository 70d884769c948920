@testable import LintCore

/// Drafts with findings for the tests of reports: what a report shows must not depend on what rules find.
enum ReportSamples {
  /// A table row with a wrong total, and a finding that points at it.
  static let table = """
    表1 收支总表
    单位：万元
    项目\t金额
    一般公共服务支出\t120.50
    教育支出\t30.00
    合计\t160.50

    """

  /// The context that reports are rendered with.
  static func context(_ language: Language = .chinese, color: Bool = false) -> ReportContext {
    let book = RuleBook(rules: [
      Rule(
        id: "column-total", category: "totals", title: Phrase("合计与各项之和不符", "Total differs from its terms"),
        what: Phrase("查", "what"), why: Phrase("因", "why"), basis: Phrase("据", "basis"), severity: .error)
    ])
    return ReportContext(language: language, book: book, color: color, version: "1.2.3")
  }

  /// A finding at each of the given texts, with every other text as a related place.
  static func finding(
    in source: SourceText, at text: String, related: [String] = [], severity: Severity = .error,
    rule: String = "column-total", fixes: [Fix] = []
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, range: range(of: text, in: source),
      message: Message(Phrase("合计 {0}，各项之和 {1}", "total {0}, sum {1}"), .text(text), .text("150.50")),
      related: related.map {
        Related(range(of: $0, in: source), Message(Phrase("加数 {0}", "term {0}"), .text($0)))
      },
      fixes: fixes)
  }

  /// The checked draft that ``table`` gives.
  static func draft(_ path: String = "a.md", related: [String] = ["120.50", "30.00"]) -> CheckedDraft {
    let source = SourceText(Array(table.utf8))
    return draft(path, source, [finding(in: source, at: "160.50", related: related)])
  }

  /// A checked draft with the given findings.
  static func draft(_ path: String, _ source: SourceText, _ findings: [Finding]) -> CheckedDraft {
    CheckedDraft(
      path: path, result: LintResult(draft: Draft(source), profile: "unit-budget", findings: findings))
  }

  /// The first place of a text; an absent text gives the start.
  static func range(of text: String, in source: SourceText) -> ByteRange {
    let needle = Array(text.utf8)
    let start = source.bytes.indices.first { source.bytes[$0...].starts(with: needle) } ?? 0
    return ByteRange(start, start + needle.count)
  }
}

extension Report {
  /// The whole report as a string.
  func string(_ drafts: [CheckedDraft], _ context: ReportContext = ReportSamples.context()) -> String {
    String(decoding: render(drafts, context), as: UTF8.self)
  }
}
