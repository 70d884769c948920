import LintCore

/// What a hover says of a figure: in a table, or in the text.
extension Server {
  /// Tells how a figure of the text was understood, and the cells it was held against.
  func describeClaim(
    _ index: Int, _ facts: DraftFacts, _ locator: DraftLocator, _ prose: inout Prose
  ) {
    let claim = facts.claims.claims[index]
    prose.separate()
    prose.line(strong: locator.draft.string(claim.label) + " " + locator.draft.string(claim.figure))
    prose.entry(Phrase("读作", "Read as").text(language), claim.role.label.text(language))
    if claim.subject >= 0, let subject = facts.claims.claims[safe: claim.subject] {
      let whole = locator.draft.string(subject.label) + " " + locator.draft.string(subject.figure)
      prose.entry(Phrase("所指数字", "Speaks of").text(language), whole)
    }
    if let quotient = RateExplainer(claims: facts.claims).quotient(of: index) {
      let base = facts.claims.claims[quotient.base]
      prose.line(quotient.dividend.grouped + " ÷ " + quotient.divisor + " = \(quotient.result.plain)%")
      let name = locator.draft.string(base.label) + " " + locator.draft.string(base.figure)
      prose.entry(Phrase("基数取自", "The base is from").text(language), name)
    }
    guard let binding = facts.figures.bindings.first(where: { $0.claim == index }) else { return }
    let subject = binding.cells.first.map {
      locator.subject(DraftLocator.Place(table: $0.table, row: $0.row, column: $0.column))
    }
    if let subject, !subject.isEmpty {
      prose.entry(Phrase("科目", "Subject").text(language), subject.joined(separator: " › "))
    }
    prose.line(binding.outcome.label.text(language))
    let cells = binding.cells + (binding.other.map { [$0] } ?? [])
    let filled = cells.filter { !isEmpty($0, locator) }
    for cell in (filled.isEmpty ? cells : filled).prefix(Self.termLimit) {
      guard let item = locator.item(cell) else { continue }
      prose.item(item + (binding.outcome == .differs ? difference(of: claim, from: cell, locator) : ""))
    }
  }

  /// By how much a figure of the text exceeds a cell or falls short of it, in the unit of the text.
  private func difference(of claim: Claim, from place: CellPlace, _ locator: DraftLocator) -> String {
    guard let unit = claim.unit.money, let table = locator.draft.tables[safe: place.table],
      let cell = table.cell(place.row, place.column), let own = table.unit,
      claim.amount.isCalculable, cell.amount.isCalculable
    else { return "" }
    let yuan = claim.amount.scaled * unit.yuan - cell.amount.scaled * own.yuan
    let decimals = unit == own ? max(claim.amount.decimals, cell.amount.decimals) : claim.amount.decimals
    guard let text = Amount(scaled: abs(yuan) / unit.yuan, decimals: decimals), !text.isZero else {
      return ""
    }
    let amount = text.grouped + unit.name
    let phrase =
      yuan > 0
      ? Phrase("，文中多 \(amount)", "; the text has \(amount) more")
      : Phrase("，文中少 \(amount)", "; the text has \(amount) less")
    return phrase.text(language)
  }

  /// Tells what a cell is: its place, its subject, its amount, its terms and totals, and where it is repeated.
  func describe(
    _ place: DraftLocator.Place, _ facts: DraftFacts, _ locator: DraftLocator, _ prose: inout Prose
  ) -> ByteRange? {
    let table = locator.draft.tables[place.table]
    guard let cell = table.cell(place.row, place.column), place.row >= table.firstBodyRow,
      table.layout == .grid
    else { return nil }
    prose.separate()
    prose.line(strong: locator.path(place).joined(separator: " › "))
    let subject = locator.subject(place)
    if !subject.isEmpty {
      prose.entry(Phrase("科目", "Subject").text(language), subject.joined(separator: " › "))
    }
    let figure = CellPlace(table: place.table, row: place.row, column: place.column)
    if cell.kind == .number, table.columns[safe: place.column]?.kind == .amount, let unit = table.unit {
      let yuan = Amount(scaled: cell.amount.scaled * unit.yuan, decimals: 2)
      let value = cell.amount.grouped + " " + unit.name
      prose.line(unit == .yuan ? value : value + (yuan.map { " = \($0.grouped) 元" } ?? ""))
    }
    describeSums(figure, locator, &prose)
    describeCopies(figure, facts, locator, &prose)
    return locator.draft.range(cell.slice)
  }

  /// Tells what a cell is the sum of, and which totals it enters.
  private func describeSums(_ place: CellPlace, _ locator: DraftLocator, _ prose: inout Prose) {
    let identities = locator.draft.identities(at: place)
    for identity in identities where identity.total == place {
      prose.line(
        Phrase("应等于 \(identity.terms.count) 项之和：", "Should be the sum of \(identity.terms.count) terms:")
          .text(
            language))
      // Zeros and blanks would hide what adds up.
      let terms = identity.terms.filter { !isEmpty($0.place, locator) }
      for term in terms.prefix(Self.termLimit) {
        prose.item((term.sign < 0 ? "− " : "") + locator.entry(term.place, differingFrom: place))
      }
      let rest = terms.count - Self.termLimit
      if rest > 0 { prose.item(Phrase("……另有 \(rest) 项", "… and \(rest) more").text(language)) }
      let blank = identity.terms.count - terms.count
      if blank > 0 { prose.item(Phrase("\(blank) 项为空或零", "\(blank) blank or zero").text(language)) }
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

  /// Tells where else the figure of a cell is stated: in other tables, and in sentences.
  private func describeCopies(
    _ place: CellPlace, _ facts: DraftFacts, _ locator: DraftLocator, _ prose: inout Prose
  ) {
    let draft = locator.draft
    let copies = Navigator(draft: draft, facts: facts).copies(of: place).compactMap { locator.item($0) }
    let sentences = facts.figures.claims(boundTo: place).compactMap { facts.claims.claims[safe: $0] }.map {
      claim in
      let line = draft.source.line(at: draft.range(claim.figure).lower) + 1
      return Phrase("第 \(line) 行：", "line \(line): ").text(language) + draft.string(claim.label) + " "
        + draft.string(claim.figure)
    }
    let places = copies + sentences
    guard !places.isEmpty else { return }
    prose.line(Phrase("另见：", "Also stated in:").text(language))
    for item in places.prefix(Self.termLimit) { prose.item(item) }
    let rest = places.count - Self.termLimit
    if rest > 0 { prose.item(Phrase("……另有 \(rest) 处", "… and \(rest) more").text(language)) }
  }

  private func isEmpty(_ place: CellPlace, _ locator: DraftLocator) -> Bool {
    locator.draft.tables[safe: place.table]?.cell(place.row, place.column)?.isEmptyOrZero != false
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
