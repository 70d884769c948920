import LintCore

/// What stands at a place and what is wrong with it.
extension Server {
  /// The most terms of a sum that a hover lists.
  static let termLimit = 24

  /// The text to show at a position, or null where there is nothing to say.
  func hover(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    let position = try params.required("position").position()
    guard let document = documents[uri], let checked = checked(uri) else { return .null }
    let offset = document.buffer.offset(of: position, encoding)
    var prose = Prose(markdown: client.markdownHover)
    let book = project(of: uri).book
    // An empty range and the end of a range are as good as a place inside for a person who points there.
    let findings = checked.result.findings.filter { $0.range.lower <= offset && offset <= $0.range.upper }
    for finding in findings { describe(finding, checked.result.draft, book, &prose) }
    var range = findings.map(\.range).reduce(nil as ByteRange?) { inner, next in
      inner.map { $0.contains(next) ? next : $0 } ?? next
    }
    if let place = describePlace(offset, uri, checked, &prose), range == nil {
      // The marks of a heading are left of its title.
      range = ByteRange(min(place.lower, offset), max(place.upper, offset))
    }
    // What is wrong and how it is calculated comes first, why it matters last, and once.
    var explained: Set<String> = []
    for finding in findings where explained.insert(finding.rule).inserted {
      if let rule = book.rule(finding.rule) { explain(rule, &prose) }
    }
    guard !prose.isEmpty, let range else { return .null }
    var mapper = PositionMapper(document.buffer.source, encoding)
    return Answer { writer in
      writer.object { writer in
        writer.objectField("contents") { writer in
          writer.field("kind", client.markdownHover ? "markdown" : "plaintext")
          writer.field("value", prose.text)
        }
        writer.field("range") { $0.range(mapper.range(of: range)) }
      }
    }
  }

  private func describe(_ finding: Finding, _ draft: Draft, _ book: RuleBook, _ prose: inout Prose) {
    prose.separate()
    let rule = book.rule(finding.rule)
    let title = rule.map { $0.title.text(language) } ?? finding.rule
    prose.line(strong: finding.severity.label.text(language) + Phrase("：", ": ").text(language) + title)
    prose.line(finding.message.text(language))
    for place in finding.related.prefix(Self.termLimit) {
      let line = draft.source.line(at: place.range.lower) + 1
      let where_ = Phrase("第 \(line) 行：", "line \(line): ").text(language)
      prose.item(where_ + place.message.text(language))
    }
    let rest = finding.related.count - Self.termLimit
    if rest > 0 { prose.item(Phrase("……另有 \(rest) 处", "… and \(rest) more").text(language)) }
  }

  /// Tells why a rule is there.
  private func explain(_ rule: Rule, _ prose: inout Prose) {
    prose.separate()
    if !rule.why.text(language).isEmpty { prose.line(rule.why.text(language)) }
    if !rule.basis.text(language).isEmpty {
      prose.entry(Phrase("依据", "Basis").text(language), rule.basis.text(language))
    }
    prose.line(rule.id)
  }

  /// Describes the cell or title at an offset; returns its bytes.
  private func describePlace(
    _ offset: Int, _ uri: DocumentURI, _ checked: CheckedDocument, _ prose: inout Prose
  ) -> ByteRange? {
    let draft = checked.result.draft
    let locator = DraftLocator(draft: draft)
    if let place = locator.cell(at: offset) { return describe(place, facts(uri, checked), locator, &prose) }
    let line = draft.source.line(at: offset)
    if let index = locator.table(titledAtLine: line) {
      describeTable(index, locator, &prose)
      return draft.tables[index].caption.map { draft.range($0) }
    }
    let facts = facts(uri, checked)
    let navigator = Navigator(draft: draft, facts: facts)
    if let claim = navigator.claim(at: offset) {
      describeClaim(claim, facts, locator, &prose)
      return draft.range(facts.claims.claims[claim].figure)
    }
    guard let claim = navigator.claim(namedAt: offset) else { return nil }
    describeClaim(claim, facts, locator, &prose)
    return draft.range(facts.claims.claims[claim].label)
  }

  private func describeTable(_ index: Int, _ locator: DraftLocator, _ prose: inout Prose) {
    let table = locator.draft.tables[index]
    prose.separate()
    prose.line(strong: locator.title(ofTable: index) ?? Phrase("表", "Table").text(language))
    if let unit = table.unit { prose.entry(Phrase("单位", "Unit").text(language), unit.name) }
    let rows = table.sides.first?.rows ?? []
    let uncertain = rows.filter { $0.role == .uncertain }.count
    let readRows = rows.count - uncertain
    switch table.layout {
    case .form: prose.line(Phrase("表单：按填报项检查", "A form: checked item by item").text(language))
    case .grid: prose.line(Phrase("读出 \(readRows) 行", "\(readRows) rows were read").text(language))
    }
    if let coverage = locator.draft.coverage().first(where: { $0.line == table.lines.lowerBound }) {
      prose.line(
        Phrase(
          "\(coverage.figures) 个数字中 \(coverage.covered) 个有合计关系可核对",
          "\(coverage.covered) of \(coverage.figures) figures take part in a sum"
        ).text(language))
    }
    if uncertain > 0 {
      prose.line(
        Phrase("\(uncertain) 行列数不符，未核对", "\(uncertain) rows have lost or shifted cells and are not checked")
          .text(language))
    }
  }
}

extension Severity {
  /// The name to show.
  var label: Phrase {
    switch self {
    case .error: Phrase("错误", "Error")
    case .warning: Phrase("警告", "Warning")
    case .info: Phrase("提示", "Note")
    }
  }
}
