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
      HTMLDocument(draft, context) { "#" + HTMLDocument.anchor($0) }.write(to: &out)
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
  /// The file name of the index.
  public static let name = "index.html"

  /// The page with the summary, which links to the pages of the drafts.
  public static func page(_ summary: ReportSummary, _ context: ReportContext) -> [UInt8] {
    let text = HTMLParts.summary(summary, context, fileName)
    return Array((HTMLParts.head(context) + "<main>\n" + text + HTMLParts.foot).utf8)
  }

  /// The page of a draft, which links back to the index.
  public static func page(_ draft: CheckedDraft, _ context: ReportContext) -> [UInt8] {
    var summary = ReportSummary()
    summary.add(draft.path, DraftCounts(draft.result))
    var out = Array((HTMLParts.head(context, draft: draft.path) + "<main>\n").utf8)
    HTMLDocument(draft, context, linkingTo: fileName).write(to: &out)
    let text = HTMLParts.summary(summary, context) { "#" + HTMLDocument.anchor($0) }
    return out + Array((text + HTMLParts.foot).utf8)
  }

  /// The file name of a draft's page.
  public static func fileName(_ path: String) -> String { HTMLDocument.anchor(path) + ending }

  /// Tells whether a file name is one that ``fileName(_:)`` gives.
  public static func isFileName(_ name: String) -> Bool {
    name.hasPrefix("d-") && name.hasSuffix(ending) && name.utf8.count == 18 + ending.utf8.count
      && name.utf8.dropFirst(2).prefix(16).allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  private static let ending = ".html"
}

/// The parts that all pages have.
enum HTMLParts {
  /// What comes before the contents; the page of one draft bears its name and leads back to the index.
  static func head(_ context: ReportContext, draft: String? = nil) -> String {
    let title = context.say("预决算草稿检查报告", "Budget draft report")
    let name = draft.map { $0.xml + " - " } ?? ""
    let all = context.say("全部草稿", "all drafts")
    let back = draft == nil ? "" : "<a class=\"back\" href=\"\(HTMLIndex.name)\">\(all)</a>"
    return """
      <!DOCTYPE html>
      <html lang="\(context.language == .chinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <meta name="generator" content="lint-rules \(context.version.xml)">
      <title>\(name)\(title)</title>
      <style>
      \(HTMLAssets.style)
      </style>
      </head>
      <body>
      <h1>\(title)\(back)</h1>

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
    if !summary.failures.isEmpty {
      out += card("\(summary.failures.count)", context.say("未能检查", "not checked"), Severity.error.name)
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
    let hint = context.say("点一条只看这一条", "click one to see it alone")
    var out = "<h2>\(context.say("按规则", "By rule"))<small>\(hint)</small></h2>\n<ul class=\"chart\">\n"
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
    for failure in summary.failures {
      let reason = context.say("未能检查：", "not checked: ") + failure.reason
      out += "<tr class=\"failed\"><td>\(failure.path.xml)</td>"
      out += "<td class=\"error\" colspan=\"\(Severity.allCases.count)\">\(reason.xml)</td></tr>\n"
    }
    for draft in summary.drafts {
      out += "<tr data-r=\"\(draft.rules.joined(separator: " ").xml)\">"
      out += "<td><a href=\"\(link(draft.path).xml)\">\(draft.path.xml)</a></td>"
      for severity in Severity.allCases.reversed() {
        let count = draft.bySeverity[severity.rawValue]
        let name = count > 0 ? "n " + severity.name : "n"
        out += "<td data-v=\"\(severity.name)\" class=\"\(name)\">\(count)</td>"
      }
      out += "</tr>\n"
    }
    return out + "</tbody></table>\n"
  }
}
