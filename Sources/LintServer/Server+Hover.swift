import LintCore

/// What stands at a place and what is wrong with it.
extension Server {
  /// The most terms of a sum that a hover lists.
  private static let termLimit = 24

  /// The text to show at a position, or null where there is nothing to say.
  func hover(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    let position = try params.required("position").position()
    guard let document = documents[uri], let checked = checked(uri) else { return .null }
    let offset = document.buffer.offset(of: position, encoding)
    var prose = Prose(markdown: client.markdownHover)
    var range: ByteRange?
    for finding in checked.result.findings
    where finding.range.lower <= offset && offset <= finding.range.upper {
      // An empty range and the end of a range are as good as a place inside for a person who points there.
      describe(finding, checked.result.draft, project(of: uri).book, &prose)
      range = range.map { $0.contains(finding.range) ? finding.range : $0 } ?? finding.range
    }
    if let place = describePlace(offset, uri, checked, &prose) { range = range ?? place }
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
    guard let rule else { return }
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
    if let place = locator.cell(at: offset) { return describe(place, locator, &prose) }
    let line = draft.source.line(at: offset)
    if let index = locator.table(titledAtLine: line) {
      describeTable(index, locator, &prose)
      return draft.tables[index].caption.map { draft.range($0) }
    }
    let facts = facts(uri, checked)
    guard let claim = Navigator(draft: draft, facts: facts).claim(at: offset) else { return nil }
    describeClaim(claim, facts, locator, &prose)
    return draft.range(facts.claims.claims[claim].figure)
  }

  /// Tells how a figure of the text was understood, and the cells it was held against.
  private func describeClaim(
    _ index: Int, _ facts: DraftFacts, _ locator: DraftLocator, _ prose: inout Prose
  ) {
    let claim = facts.claims.claims[index]
    prose.separate()
    prose.line(strong: locator.draft.string(claim.label) + " " + locator.draft.string(claim.figure))
    prose.line(claim.role.label.text(language))
    if claim.subject >= 0, let subject = facts.claims.claims[safe: claim.subject] {
      let whole = locator.draft.string(subject.label) + " " + locator.draft.string(subject.figure)
      prose.entry(Phrase("所指数字", "Speaks of").text(language), whole)
    }
    guard let binding = facts.figures.bindings.first(where: { $0.claim == index }) else { return }
    prose.line(binding.outcome.label.text(language))
    for cell in (binding.cells + (binding.other.map { [$0] } ?? [])).prefix(Self.termLimit) {
      guard let value = locator.draft.tables[safe: cell.table]?.cell(cell.row, cell.column) else { continue }
      let place = DraftLocator.Place(table: cell.table, row: cell.row, column: cell.column)
      let unit = locator.draft.tables[cell.table].unit?.name ?? ""
      prose.item(
        locator.path(place).joined(separator: " › ") + "：" + locator.draft.string(value.slice) + unit)
    }
  }

  private func describe(_ place: DraftLocator.Place, _ locator: DraftLocator, _ prose: inout Prose)
    -> ByteRange?
  {
    let table = locator.draft.tables[place.table]
    guard let cell = table.cell(place.row, place.column), place.row >= table.firstBodyRow,
      table.layout == .grid
    else { return nil }
    prose.separate()
    prose.line(strong: locator.path(place).joined(separator: " › "))
    if let code = locator.sideRow(place)?.code {
      prose.entry(Phrase("科目编码", "Subject code").text(language), String(code))
    }
    if cell.kind == .number, let unit = table.unit {
      let yuan = Amount(scaled: cell.amount.scaled * unit.yuan, decimals: 2)
      let value = cell.amount.grouped + " " + unit.name
      prose.line(unit == .yuan ? value : value + (yuan.map { " = \($0.grouped) 元" } ?? ""))
    }
    describeSums(CellPlace(table: place.table, row: place.row, column: place.column), locator, &prose)
    return locator.draft.range(cell.slice)
  }

  /// Tells what a cell is the sum of, and which totals it enters.
  private func describeSums(_ place: CellPlace, _ locator: DraftLocator, _ prose: inout Prose) {
    let identities = locator.draft.identities(at: place)
    for identity in identities where identity.total == place {
      prose.line(
        Phrase("等于 \(identity.terms.count) 项之和：", "The sum of \(identity.terms.count) terms:").text(language))
      // Zeros and blanks would hide what adds up.
      let terms = identity.terms.filter { term in
        locator.draft.tables[term.place.table].cell(term.place.row, term.place.column)?.isEmptyOrZero == false
      }
      for term in terms.prefix(Self.termLimit) {
        prose.item((term.sign < 0 ? "− " : "") + locator.entry(term.place, differingFrom: place))
      }
      let rest = terms.count - Self.termLimit
      if rest > 0 { prose.item(Phrase("……另有 \(rest) 项", "… and \(rest) more").text(language)) }
      let sum = Phrase("合计 \(identity.computed.grouped)", "Sum \(identity.computed.grouped)").text(language)
      let difference = identity.difference.grouped
      switch identity.verdict {
      case .holds: prose.line(sum + Phrase("，相符", ", as stated").text(language))
      case .tail:
        prose.line(sum + Phrase("，尾差 \(difference)", ", a rounding tail of \(difference)").text(language))
      case .wrong: prose.line(sum + Phrase("，相差 \(difference)", ", off by \(difference)").text(language))
      }
    }
    let entered = identities.filter { $0.total != place }
    guard !entered.isEmpty else { return }
    prose.line(Phrase("计入：", "Enters:").text(language))
    for identity in entered.prefix(Self.termLimit) {
      prose.item(locator.entry(identity.total, differingFrom: place))
    }
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

extension Claim.Role {
  /// What a figure is in its sentence.
  fileprivate var label: Phrase {
    switch self {
    case .amount: Phrase("金额", "an amount")
    case .change: Phrase("增减额", "a change")
    case .rate: Phrase("增减率", "a rate of change")
    case .share: Phrase("占比", "a share")
    case .completion: Phrase("完成率", "a completion rate")
    case .prior: Phrase("对比的数字", "the figure it is compared with")
    case .mention: Phrase("顺带提到，不核对", "mentioned in passing, not checked")
    }
  }
}

extension Binding.Outcome {
  /// How a figure stands to the tables.
  fileprivate var label: Phrase {
    switch self {
    case .agrees: Phrase("与表中数字一致：", "agrees with the table:")
    case .differs: Phrase("与表中数字不一致：", "differs from the table:")
    case .otherName: Phrase("表中此数在另一名称下：", "the table has this figure under another name:")
    case .otherCode: Phrase("编码与名称在表中不相配：", "code and name do not belong together in the table:")
    case .otherUnit: Phrase("数字相同而单位不同：", "the same digits in another unit:")
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
