extension Report {
  /// A summary in Markdown, for the page of a pipeline run or a comment on a change.
  public static let markdown = Report(
    name: "markdown",
    opening: { context in Array("# \(context.say("预决算草稿检查", "Budget draft check"))\n".utf8) },
    piece: { draft, context in MarkdownReport(context: context).piece(draft) },
    separator: [],
    closing: { summary, context in MarkdownReport(context: context).closing(summary) },
    failure: { failed, context in MarkdownReport(context: context).piece(failed) }
  )
}

private struct MarkdownReport {
  let context: ReportContext

  func piece(_ failed: FailedInput) -> [UInt8] {
    let text = context.say("未能检查：", "Not checked: ") + failed.reason.markdown
    return Array("\n## \(failed.path.markdown)\n\n\(text)\n".utf8)
  }

  func piece(_ draft: CheckedDraft) -> [UInt8] {
    guard !draft.result.findings.isEmpty else { return [] }
    let source = draft.result.draft.source
    var out = "\n## \(draft.path.markdown)\n\n"
    out += context.say("| 位置 | 级别 | 规则 | 问题 |\n", "| Place | Severity | Rule | Problem |\n")
    out += "| ---: | --- | --- | --- |\n"
    for finding in draft.result.findings {
      let place = source.place(at: finding.range.lower)
      out += "| \(place.line):\(place.column) | \(finding.severity.title(context.language)) "
      out += "| \(finding.rule.markdown) | \(finding.sentence(context.language).markdown) |\n"
    }
    return Array(out.utf8)
  }

  func closing(_ summary: ReportSummary) -> [UInt8] {
    var out = "\n## \(context.say("汇总", "Summary"))\n\n"
    out += context.say(
      "共检查 \(summary.files) 份，\(summary.filesWithFindings) 份有问题。\n",
      "Drafts checked: \(summary.files), with problems: \(summary.filesWithFindings).\n")
    if !summary.failures.isEmpty {
      let count = summary.failures.count
      out += context.say("\n另有 \(count) 个未能检查。\n", "\nNot checked: \(count).\n")
    }
    if summary.known + summary.fixed > 0 {
      out += context.say(
        "\n基线中已有的 \(summary.known) 个未列出，已改正 \(summary.fixed) 个。\n",
        "\nIn the baseline and not shown: \(summary.known); fixed since: \(summary.fixed).\n")
    }
    out += context.say("\n| 级别 | 个数 |\n| --- | ---: |\n", "\n| Severity | Count |\n| --- | ---: |\n")
    for severity in Severity.allCases.reversed() {
      out += "| \(severity.title(context.language)) | \(summary.count(severity)) |\n"
    }
    guard !summary.byRule.isEmpty else { return Array(out.utf8) }
    out += context.say("\n| 规则 | 个数 |\n| --- | ---: |\n", "\n| Rule | Count |\n| --- | ---: |\n")
    for (rule, count) in summary.rulesByCount { out += "| \(rule.markdown) | \(count) |\n" }
    return Array(out.utf8)
  }
}

extension ReportSummary {
  /// The rules with findings, the most frequent first.
  package var rulesByCount: [(rule: String, count: Int)] {
    byRule.map { (rule: $0.key, count: $0.value) }.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
  }
}

extension String {
  /// The text as Markdown shows it literally, whatever it holds.
  ///
  /// Everything that could be markup becomes a character reference: backslashes do not help inside tables, and
  /// `@name` in a comment would call somebody.
  fileprivate var markdown: String {
    var out = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "(", ")", "#", "!", "|", "<", ">", "&", "~", "@", "$", ":", "\"",
        "'":
        out += "&#\(scalar.value);"
      case "\r", "\n", "\t", "\u{2028}", "\u{2029}": out += " "
      default: out.unicodeScalars.append(DisplayColumns.shown(scalar))
      }
    }
    return out
  }
}
