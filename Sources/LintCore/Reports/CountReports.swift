extension Report {
  /// How often each rule reports and how much each draft has, for `--statistics`.
  public static let statistics = Report(
    name: "statistics",
    opening: { _ in [] },
    piece: { _, _ in [] },
    separator: [],
    closing: { summary, context in Array(CountReports.statistics(summary, context).utf8) }
  )

  /// What ``statistics`` counts, as one JSON object for `--statistics --format json`.
  ///
  ///     {"version": 1, "rules": {"share": 2},
  ///      "drafts": [{"path": "...", "error": 1, "warning": 1, "info": 0}],
  ///      "summary": {"files": 1, "error": 1, "warning": 1, "info": 0}}
  ///
  /// Rules stand in the order of their counts, drafts in the order they were given.
  public static let statisticsJSON = Report(
    name: "statistics-json",
    opening: { _ in [] },
    piece: { _, _ in [] },
    separator: [],
    closing: { summary, _ in CountReports.json(summary) }
  )
}

private enum CountReports {
  static func json(_ summary: ReportSummary) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", 1)
      writer.key("rules")
      writer.object { writer in
        for (rule, count) in summary.rulesByCount { writer.field(rule, count) }
      }
      writer.key("drafts")
      writer.array { writer in
        for draft in summary.drafts {
          writer.object { writer in
            writer.field("path", draft.path)
            for severity in Severity.allCases.reversed() {
              writer.field(severity.name, draft.bySeverity[severity.rawValue])
            }
          }
        }
      }
      writer.key("summary")
      writer.object { summary.write(to: &$0) }
    }
    return writer.bytes + [0x0A]
  }

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
    if !summary.failures.isEmpty {
      for failure in summary.failures { out += "    -  \(failure.path.shownInTerminal)\n" }
      let count = summary.failures.count
      out += context.say("以上 \(count) 个未能检查。\n\n", "Not checked: \(count), as above.\n\n")
    }
    return out
      + context.say(
        "共检查 \(summary.files) 份，\(summary.filesWithFindings) 份有问题：\(counts.joined(separator: "，"))。\n",
        "Drafts checked: \(summary.files), with problems: \(summary.filesWithFindings); "
          + counts.joined(separator: ", ") + ".\n")
  }

  private static func number(_ value: Int, width: Int = 5) -> String {
    let digits = String(value)
    return String(repeating: " ", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
