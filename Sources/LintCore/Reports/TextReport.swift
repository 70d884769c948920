extension Report {
  /// The report for people at a terminal: the line of the draft with the range underlined, the arithmetic and
  /// the places that take part.
  public static let text = Report(
    name: "text",
    opening: { _ in [] },
    piece: { draft, context in TextReport(context: context).piece(draft) },
    separator: [0x0A],
    closing: { summary, context in TextReport(context: context).closing(summary) }
  )

  /// One line a finding, for `grep` and editors that jump to `path:line:column`.
  public static let concise = Report(
    name: "concise",
    opening: { _ in [] },
    piece: { draft, context in TextReport(context: context).concise(draft) },
    separator: [],
    closing: { _, _ in [] }
  )
}

/// Lays out findings as text.
private struct TextReport {
  let context: ReportContext

  /// How many related places are shown before the rest is counted.
  private static let shownRelated = 20

  func piece(_ draft: CheckedDraft) -> [UInt8] {
    let findings = draft.result.findings
    let coverage = context.coverage ? CoverageReport.text(draft, context) : ""
    guard !findings.isEmpty else { return Array(coverage.utf8) }
    var out = ""
    out.reserveCapacity(findings.count * 600)
    out += paint(draft.path.shownInTerminal, .bold)
    out += paint("  " + tally(DraftCounts(draft.result).bySeverity), .dim) + "\n"
    for finding in findings {
      out += "\n"
      write(finding, of: draft, to: &out)
    }
    if !coverage.isEmpty { out += "\n" + coverage }
    return Array(out.utf8)
  }

  func concise(_ draft: CheckedDraft) -> [UInt8] {
    var out = ""
    let path = draft.path.shownInTerminal
    for finding in draft.result.findings {
      let place = draft.result.draft.source.place(at: finding.range.lower)
      out += "\(paint(path, .bold)):\(place.line):\(place.column): "
      out += paint(finding.severity.title(context.language), .severity(finding.severity))
      out += "[\(finding.rule)] " + finding.sentence(context.language).shownInTerminal + "\n"
    }
    return Array(out.utf8)
  }

  private func write(_ finding: Finding, of draft: CheckedDraft, to out: inout String) {
    let source = draft.result.draft.source
    let places = source.places(of: finding.range)
    let number = String(places.start.line)
    let gutter = String(repeating: " ", count: number.count + 1)

    out += paint("\(finding.severity.title(context.language))[\(finding.rule)]", .severity(finding.severity))
    out += " " + paint(finding.message.text(context.language).shownInTerminal, .bold) + "\n"
    out += paint(String(gutter.dropLast()) + "--> ", .frame)
    out += "\(draft.path.shownInTerminal):\(number):\(places.start.column)\n"

    let snippet = Snippet(source, finding.range)
    out += paint(gutter + "|", .frame) + "\n"
    out += paint(number + " |", .frame) + " " + snippet.text + "\n"
    out += paint(gutter + "|", .frame) + " " + String(repeating: " ", count: snippet.underlineStart)
    out += paint(String(repeating: "^", count: snippet.underlineWidth), .severity(finding.severity))
    if places.end.line > places.start.line {
      out += paint(" " + context.say("至第 \(places.end.line) 行", "up to line \(places.end.line)"), .dim)
    }
    out += "\n"
    write(finding.related, of: source, gutter: gutter, to: &out)
    for item in finding.elsewhere {
      out += paint(gutter + "= ", .frame)
      out += paint("\(item.path.shownInTerminal):\(item.start.line):\(item.start.column)", .dim)
      out += "  " + item.message.text(context.language).shownInTerminal + "\n"
    }
    for fix in finding.fixes {
      out += paint(gutter + "= ", .frame) + paint(context.say("可改：", "fix: "), .dim)
      out += fix.title.text(context.language).shownInTerminal + "\n"
    }
  }

  private func write(_ related: [Related], of source: SourceText, gutter: String, to out: inout String) {
    let shown = related.prefix(Self.shownRelated).map { item in
      let place = source.place(at: item.range.lower)
      return ("\(place.line):\(place.column)", item.message.text(context.language).shownInTerminal)
    }
    let width = shown.reduce(0) { Swift.max($0, $1.0.utf8.count) }
    for (place, text) in shown {
      let blanks = String(repeating: " ", count: width - place.utf8.count)
      out += paint(gutter + "= ", .frame) + paint(blanks + place, .dim) + "  " + text + "\n"
    }
    let rest = related.count - shown.count
    if rest > 0 {
      out += paint(gutter + "= ", .frame) + context.say("另有 \(rest) 处", "and \(rest) more places") + "\n"
    }
  }

  func closing(_ summary: ReportSummary) -> [UInt8] {
    // Without a single draft the reasons have been said, and "no problems" would be false.
    guard summary.files > 0 else { return [] }
    var out = summary.filesWithFindings > 0 ? "\n" : ""
    if summary.filesWithFindings == 0 {
      out += paint(context.say("未发现问题", "No problems found"), .good)
      out += context.say("：共检查 \(summary.files) 份。", " in \(drafts(summary.files)).") + "\n"
    } else {
      out += context.say(
        "共检查 \(summary.files) 份，\(summary.filesWithFindings) 份有问题：\(tally(summary.bySeverity))。",
        "Checked \(drafts(summary.files)), found problems in \(summary.filesWithFindings): "
          + "\(tally(summary.bySeverity)).")
      out += "\n"
    }
    if !summary.failures.isEmpty {
      let count = summary.failures.count
      out += context.say("另有 \(count) 个未能检查。", "Not checked: \(count).") + "\n"
    }
    out += baseline(summary)
    return Array(out.utf8)
  }

  /// What a baseline holds back, and what is better than it; nothing without one.
  private func baseline(_ summary: ReportSummary) -> String {
    var out = ""
    if summary.known > 0 {
      out +=
        context.say("基线中已有的 \(summary.known) 个未列出。", "Not shown, as the baseline has them: \(summary.known).")
        + "\n"
    }
    if summary.fixed > 0 {
      out += context.say("基线中的 \(summary.fixed) 个已改正。", "Fixed since the baseline: \(summary.fixed).") + "\n"
    }
    return out
  }

  private func drafts(_ count: Int) -> String { count == 1 ? "1 draft" : "\(count) drafts" }

  /// The counts of findings by severity in words, worst first; severities that do not occur are left out.
  private func tally(_ counts: [Int]) -> String {
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = counts[severity.rawValue]
      guard count > 0 else { return nil }
      switch context.language {
      case .chinese: return "\(count) 个\(severity.title(.chinese))"
      case .english:
        return "\(count) \(severity.title(.english))\(count == 1 || severity == .info ? "" : "s")"
      }
    }
    return parts.joined(separator: context.say("，", ", "))
  }

  private enum Paint {
    case bold, dim, frame, good
    case severity(Severity)

    var code: String {
      switch self {
      case .bold: "1"
      case .dim: "2"
      case .frame: "34"
      case .good: "32"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.info): "1;36"
      }
    }
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    context.color ? "\u{1B}[\(paint.code)m\(text)\u{1B}[0m" : text
  }
}

extension Severity {
  /// The word that reports use.
  package func title(_ language: Language) -> String {
    switch (self, language) {
    case (.error, .chinese): "错误"
    case (.warning, .chinese): "警告"
    case (.info, .chinese): "提示"
    case (.error, .english): "error"
    case (.warning, .english): "warning"
    case (.info, .english): "info"
    }
  }
}
