/// Writes a checked draft as an article: the document as it reads, with its findings beside it.
struct HTMLDocument {
  let checked: CheckedDraft
  let context: ReportContext
  private let marks: HTMLMarks
  private let text: HTMLText
  /// Where a draft of the same run is shown.
  private let link: (String) -> String

  init(_ checked: CheckedDraft, _ context: ReportContext, linkingTo link: @escaping (String) -> String) {
    self.link = link
    self.checked = checked
    self.context = context
    marks = HTMLMarks(checked.result)
    text = HTMLText(source: checked.result.draft.source, marks: marks)
  }

  private var draft: Draft { checked.result.draft }

  /// The name of the article in links, from the path alone, so that it does not depend on other drafts.
  static func anchor(_ path: String) -> String { "d-" + Fingerprint.hash(path) }

  /// Writes the article.
  ///
  /// - Complexity: O(n) in the size of the draft and its findings.
  func write(to out: inout [UInt8]) {
    let counts = DraftCounts(checked.result)
    let state = Severity.allCases.last { counts.bySeverity[$0.rawValue] > 0 }?.name ?? "clean"
    out +=
      "<article class=\"draft\" id=\"\(Self.anchor(checked.path))\">\n<header class=\"\(state)\"><h2>".utf8
    out += checked.path.xml.utf8
    out += "</h2>".utf8
    if let profile = checked.result.profile.flatMap(context.book.profile) {
      out += "<span class=\"profile\">\(profile.title.text(context.language).xml)</span>".utf8
    }
    out += HTMLParts.badges(counts.bySeverity, context).utf8
    out += "</header>\n<div class=\"body\">\n<div class=\"paper\">\n".utf8
    writePaper(to: &out)
    out += "</div>\n".utf8
    writeFindings(to: &out)
    out += "</div>\n</article>\n".utf8
  }

  // MARK: The document

  /// Writes every line of the draft once: blocks as what they are, and what belongs to none as plain lines.
  private func writePaper(to out: inout [UInt8]) {
    var next = 0
    var sums = 0
    for block in draft.blocks {
      let lines = lines(of: block)
      guard lines.lowerBound >= next else { continue }
      writeLoose(next..<lines.lowerBound, to: &out)
      switch block {
      case .heading(let index): writeHeading(draft.headings[index], to: &out)
      case .paragraph(let index):
        out += "<p>".utf8
        text.write(draft.range(draft.paragraphs[index].slice), to: &out)
        out += "</p>\n".utf8
      case .table(let index):
        let table = HTMLTable(draft, draft.tables[index], marks, text, firstSum: sums)
        table.write(to: &out)
        sums += table.sumCount
      }
      next = lines.upperBound
    }
    writeLoose(next..<Swift.max(next, draft.source.lineCount), to: &out)
  }

  private func lines(of block: Block) -> Range<Int> {
    switch block {
    case .heading(let index): draft.headings[index].line..<(draft.headings[index].line + 1)
    case .paragraph(let index): draft.paragraphs[index].lines
    case .table(let index): draft.tables[index].lines
    }
  }

  private func writeHeading(_ heading: Heading, to out: inout [UInt8]) {
    // A numbered line as long as a sentence is read as one.
    let last = draft.text[heading.slice.upper - 1]
    let isSentence = heading.slice.count > 30 || Unit.isStop(last)
    let tag = isSentence ? "p" : "h\(Swift.max(3, Swift.min(6, heading.rank + 3)))"
    out += "<\(tag)>".utf8
    text.write(draft.range(heading.slice), to: &out)
    out += "</\(tag)>\n".utf8
  }

  private func writeLoose(_ lines: Range<Int>, to out: inout [UInt8]) {
    for line in lines {
      let range = draft.source.range(ofLine: line)
      let isBlank = draft.source.bytes[range.lower..<range.upper].allSatisfy { $0 <= 0x20 }
      if isBlank, marks.touching(range, line: line).isEmpty { continue }
      let isContents = draft.contents?.lines.contains(line) ?? false
      let isCaption = draft.tables.contains { $0.captionLine == line }
      out += "<p class=\"\(isContents ? "contents" : isCaption ? "caption" : "loose")\">".utf8
      text.write(text.withoutHeadingSigns(range), to: &out)
      out += "</p>\n".utf8
    }
  }

  // MARK: The findings

  private func writeFindings(to out: inout [UInt8]) {
    let findings = checked.result.findings
    out += "<aside class=\"findings\">\n".utf8
    if findings.isEmpty {
      out += "<p class=\"good\">\(context.say("未发现问题", "No problems found"))</p>\n".utf8
    }
    out += "<ol>\n".utf8
    for (index, finding) in findings.enumerated() { write(finding, number: index + 1, to: &out) }
    out += "</ol>\n</aside>\n".utf8
  }

  private func write(_ finding: Finding, number: Int, to out: inout [UInt8]) {
    let place = draft.source.place(at: finding.range.lower)
    let rule = context.book.rule(finding.rule)?.title.text(context.language) ?? finding.rule
    out +=
      "<li class=\"finding \(finding.severity.name)\" data-n=\"\(number)\" data-r=\"\(finding.rule.xml)\" "
      .utf8
    out += "data-v=\"\(finding.severity.name)\" tabindex=\"0\">".utf8
    out +=
      "<div class=\"head\"><span class=\"number\">\(number)</span><span class=\"badge \(finding.severity.name)\">"
      .utf8
    out += "\(finding.severity.title(context.language))</span> <b>\(rule.xml)</b> ".utf8
    let title = draft.surroundings(of: finding.range)
    let line = context.say("第 \(place.line) 行", "line \(place.line)")
    out +=
      "<span class=\"line\">\(title.isEmpty ? "" : title.xml + context.say("，", ", "))\(line)</span></div>"
      .utf8
    out += "<p class=\"message\">\(finding.message.text(context.language).xml)</p>".utf8
    if !finding.related.isEmpty {
      out += "<ul class=\"related\">".utf8
      for item in finding.related.prefix(40) {
        let number = draft.source.line(at: item.range.lower) + 1
        let line = context.say("第 \(number) 行", "line \(number)")
        out += "<li><span class=\"line\">\(line)</span> \(item.message.text(context.language).xml)</li>".utf8
      }
      out += "</ul>".utf8
    }
    if !finding.elsewhere.isEmpty {
      out += "<ul class=\"related\">".utf8
      for item in finding.elsewhere {
        let place = context.say("第 \(item.start.line) 行", "line \(item.start.line)")
        out += "<li><a href=\"\(link(item.path).xml)\">\(item.path.xml)</a> ".utf8
        out += "<span class=\"line\">\(place)</span> ".utf8
        out += "\(item.message.text(context.language).xml)</li>".utf8
      }
      out += "</ul>".utf8
    }
    for fix in finding.fixes {
      out += "<p class=\"fix\">\(context.say("可改：", "Fix: "))\(fix.title.text(context.language).xml)</p>".utf8
    }
    out += "<p class=\"rule\">\(finding.rule.xml)</p></li>\n".utf8
  }
}

extension HTMLMarks {
  /// No marks at all.
  static let none = HTMLMarks(LintResult(draft: Draft(SourceText([])), profile: nil, findings: []))
}
