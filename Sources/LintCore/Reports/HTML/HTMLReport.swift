extension Report {
  /// One page for people: a summary, then each draft as a document with its findings marked.
  ///
  /// The page needs no network and no other file, prints, and holds nothing that runs but its own script.
  public static let html = Report(
    name: "html",
    opening: { context in Array((HTMLParts.head(context) + "<main>\n").utf8) },
    piece: { draft, context in
      var out: [UInt8] = []
      out.reserveCapacity(draft.result.draft.source.bytes.count * 3)
      HTMLDocument(draft, context).write(to: &out)
      return out
    },
    separator: [],
    closing: { summary, context in
      // The summary is known only at the end; the layout puts it first.
      Array((HTMLParts.summary(summary, context) { "#" + HTMLDocument.anchor($0) } + HTMLParts.foot).utf8)
    }
  )
}

/// The index of a report whose drafts have a page each.
public enum HTMLIndex {
  /// The page with the summary, whose links lead to `page(path)`.
  public static func page(
    _ summary: ReportSummary, _ context: ReportContext, linkingTo page: (String) -> String
  ) -> [UInt8] {
    Array(
      (HTMLParts.head(context) + "<main>\n" + HTMLParts.summary(summary, context, page) + HTMLParts.foot).utf8
    )
  }

  /// The file name of a draft's page.
  public static func fileName(_ path: String) -> String { HTMLDocument.anchor(path) + ".html" }
}

/// The parts that all pages have.
enum HTMLParts {
  static func head(_ context: ReportContext) -> String {
    let title = context.say("预决算草稿检查报告", "Budget draft report")
    return """
      <!DOCTYPE html>
      <html lang="\(context.language == .chinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <meta name="generator" content="lint-rules \(context.version.xml)">
      <title>\(title)</title>
      <style>
      \(HTMLAssets.style)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>

      """
  }

  static var foot: String {
    "</main>\n<div id=\"panel\" hidden></div>\n<script>\n\(HTMLAssets.script)\n</script>\n</body>\n</html>\n"
  }

  /// The counts of findings as colored labels.
  static func badges(_ counts: [Int], _ context: ReportContext) -> String {
    Severity.allCases.reversed().filter { counts[$0.rawValue] > 0 }.map { severity in
      "<span class=\"badge \(severity.name)\">\(severity.title(context.language)) \(counts[severity.rawValue])</span>"
    }.joined()
  }

  static func summary(_ summary: ReportSummary, _ context: ReportContext, _ link: (String) -> String)
    -> String
  {
    var out = "<section id=\"summary\">\n<div class=\"cards\">"
    out += card("\(summary.files)", context.say("份草稿", "drafts"), "")
    for severity in Severity.allCases.reversed() {
      out += card("\(summary.count(severity))", severity.title(context.language), severity.name)
    }
    out += "</div>\n"
    if summary.known + summary.fixed > 0 {
      let text = context.say(
        "基线中已有的 \(summary.known) 个未列出，已改正 \(summary.fixed) 个。",
        "In the baseline and not shown: \(summary.known); fixed since: \(summary.fixed).")
      out += "<p>\(text)</p>\n"
    }
    out += filters(context)
    if !summary.byRule.isEmpty { out += chart(summary, context) }
    return out + draftTable(summary, context, link) + "</section>\n"
  }

  private static func card(_ number: String, _ label: String, _ name: String) -> String {
    "<div class=\"card \(name)\"><b>\(number)</b><span>\(label)</span></div>"
  }

  private static func filters(_ context: ReportContext) -> String {
    var out = "<form class=\"filters\">\(context.say("显示", "Show"))"
    for severity in Severity.allCases.reversed() {
      out += " <label><input type=\"checkbox\" name=\"severity\" value=\"\(severity.name)\" checked> "
      out += "\(severity.title(context.language))</label>"
    }
    return out + " <button type=\"reset\">\(context.say("全部规则", "all rules"))</button></form>\n"
  }

  /// Bars of the findings by rule; a click on one shows that rule alone.
  private static func chart(_ summary: ReportSummary, _ context: ReportContext) -> String {
    let rules = summary.rulesByCount
    let most = Swift.max(1, rules.first?.count ?? 1)
    var out = "<h2>\(context.say("按规则", "By rule"))</h2>\n<ul class=\"chart\">\n"
    for (rule, count) in rules {
      let title = context.book.rule(rule)?.title.text(context.language) ?? rule
      let percent = Swift.max(1, count * 100 / most)
      out +=
        "<li data-rule=\"\(rule.xml)\" tabindex=\"0\"><span class=\"name\" title=\"\(rule.xml)\">\(title.xml)</span>"
      out +=
        "<span class=\"bar\"><i style=\"width:\(percent)%\"></i></span><span class=\"count\">\(count)</span></li>\n"
    }
    return out + "</ul>\n"
  }

  private static func draftTable(
    _ summary: ReportSummary, _ context: ReportContext, _ link: (String) -> String
  ) -> String {
    var out = "<h2>\(context.say("按草稿", "By draft"))</h2>\n"
    if summary.drafts.count > 1 {
      out += "<form class=\"search\"><input type=\"search\" name=\"draft\" size=\"32\" placeholder=\""
      out += context.say("文件名", "file name") + "\"> <label><input type=\"checkbox\" name=\"only\"> "
      out += context.say("只列有问题的", "only those with findings") + "</label></form>\n"
    }
    out += "<table class=\"drafts\">\n<thead><tr>"
    out += "<th>\(context.say("草稿", "Draft"))</th>"
    for severity in Severity.allCases.reversed() { out += "<th>\(severity.title(context.language))</th>" }
    out += "</tr></thead>\n<tbody>\n"
    for draft in summary.drafts {
      out += "<tr><td><a href=\"\(link(draft.path).xml)\">\(draft.path.xml)</a></td>"
      for severity in Severity.allCases.reversed() {
        let count = draft.bySeverity[severity.rawValue]
        out += "<td class=\"n\(count > 0 ? " " + severity.name : "")\">\(count)</td>"
      }
      out += "</tr>\n"
    }
    return out + "</tbody></table>\n"
  }
}
