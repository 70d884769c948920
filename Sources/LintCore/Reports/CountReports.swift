extension Report {
  /// How often each rule reports and how much each draft has, for `--statistics`.
  public static let statistics = Report(
    name: "statistics",
    opening: { _ in [] },
    piece: { _, _ in [] },
    separator: [],
    closing: { summary, context in Array(CountReports.statistics(summary, context).utf8) }
  )

  /// How many figures of each table took part in a sum, for `--coverage`: silence earns trust only where
  /// something was checked.
  public static let coverage = Report(
    name: "coverage",
    opening: { _ in [] },
    piece: { draft, context in Array(CountReports.coverage(draft, context).utf8) },
    separator: [0x0A],
    closing: { _, _ in [] }
  )
}

private enum CountReports {
  static func statistics(_ summary: ReportSummary, _ context: ReportContext) -> String {
    var out = ""
    let width = summary.rulesByCount.reduce(0) { Swift.max($0, $1.rule.utf8.count) }
    for (rule, count) in summary.rulesByCount {
      let title = context.book.rule(rule)?.title.text(context.language) ?? ""
      out += "\(number(count))  \(rule)\(String(repeating: " ", count: width - rule.utf8.count))  \(title)\n"
    }
    if !out.isEmpty { out += "\n" }
    for draft in summary.drafts where draft.bySeverity.contains(where: { $0 > 0 }) {
      out += "\(number(draft.bySeverity.reduce(0, +)))  \(draft.path.shownInTerminal)\n"
    }
    if !out.isEmpty { out += "\n" }
    let counts = Severity.allCases.reversed().map { severity in
      context.say(
        "\(summary.count(severity)) 个\(severity.title(.chinese))",
        "\(severity.title(.english)) \(summary.count(severity))")
    }
    return out
      + context.say(
        "共检查 \(summary.files) 份，\(summary.filesWithFindings) 份有问题：\(counts.joined(separator: "，"))。\n",
        "Drafts checked: \(summary.files), with problems: \(summary.filesWithFindings); "
          + counts.joined(separator: ", ") + ".\n")
  }

  static func coverage(_ draft: CheckedDraft, _ context: ReportContext) -> String {
    let source = draft.result.draft.source
    var out = "\(draft.path.shownInTerminal)\n"
    for table in draft.result.draft.coverage() {
      let percent = table.figures == 0 ? "   —" : number(table.covered * 100 / table.figures, width: 3) + "%"
      let title = table.title.isEmpty ? context.say("（无表名）", "(untitled)") : table.title.shownInTerminal
      out += "  \(percent)  \(number(table.covered))/\(table.figures)  \(table.line + 1): \(title)\n"
      let places = table.uncovered.prefix(8).map { range in
        let place = source.place(at: range.lower)
        return "\(place.line):\(place.column)"
      }
      guard !places.isEmpty else { continue }
      let more = table.uncovered.count > places.count ? " …" : ""
      out += "         \(context.say("未核对", "not checked")) \(places.joined(separator: " "))\(more)\n"
    }
    return out
  }

  private static func number(_ value: Int, width: Int = 5) -> String {
    let digits = String(value)
    return String(repeating: " ", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
