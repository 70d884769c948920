/// Finds figures that stand nowhere else, one slip of the pen away from the one that their words name.
///
/// Words that name a row or a measure, but not whose, do not say which cell a sentence must state. A figure that
/// no table and no other sentence states, and that has all digits but one of a cell under its name, is that cell's.
enum NearFigureCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var near = NearFigures(context)
    inspection.memory?.claims.reserve(context.claims.claims.count)
    for (index, claim) in context.claims.claims.enumerated() where near.isOpen(index, claim) {
      if let place = near.cell(named: index, claim, &inspection.memory) {
        report(claim, place, context, &inspection)
      } else if let other = near.claim(named: index, claim) {
        report(claim, context[other], context, &inspection)
      }
    }
  }

  private static func report(
    _ claim: Claim, _ place: CellPlace, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let isTail = context.isTail(claim, place)
    inspection.report(
      "narrative-table", isTail ? .warning : severity(claim, context), at: claim.figure,
      isTail ? context.oddTail(claim, place) : context.difference(claim, place),
      related: [context.related(place)], fixes: context.cellFixes(claim, [place]))
  }

  private static func report(
    _ claim: Claim, _ other: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    inspection.report(
      "narrative-repeat", severity(claim, context), at: claim.figure,
      Message(
        text, .text(context.name(claim)), .text(context.draft.string(claim.figure)),
        .text(context.draft.string(other.figure))),
      related: [context.related(other)])
  }

  /// What an attachment states may be of another day.
  private static func severity(_ claim: Claim, _ context: NarrativeContext) -> Severity {
    context.claims.passages[claim.passage].isAttachment ? .warning : .error
  }

  private static let text = Phrase(
    "{0}：此处写 {1}，另一处写 {2}，仅一处数字不同", "{0}: {1} here, {2} elsewhere: one digit apart")
}

/// The figures of a draft by what is said of them, and by their size.
private struct NearFigures {
  private let context: NarrativeContext
  /// A bit for the units that names of rows begin with, so that few ends of a label are looked up.
  private let starts: [UInt64]
  /// The claims that are bound.
  private let isBound: [Bool]
  /// The cells that these claims state; read when first asked for.
  private lazy var agreeing = Dictionary(
    context.figures.bindings.map { ($0.claim, $0.cells) }, uniquingKeysWith: { $0 + $1 })
  /// All figures of the tables and all of the text, ascending; read when first asked for.
  private var cells: [Int128]?
  private var written: [Int128]?
  /// The figures of the cells that state measures, by measure; read when first asked for.
  private var measures: [FigureConcept: [(at: Int, value: Int128)]]?
  /// The claims under the key of their words.
  private var claims: [UInt64: [Int]]?
  /// The text has the figures of the tables to the last place; asked for once.
  private var areCopied: Bool?

  init(_ context: NarrativeContext) {
    self.context = context
    var starts = [UInt64](repeating: 0, count: 16)
    for row in context.figures.rows where !row.label.isEmpty {
      let unit = Int(context.units[row.label.lower]) & 1023
      starts[unit >> 6] |= 1 << UInt64(unit & 63)
    }
    self.starts = starts
    var isBound = [Bool](repeating: false, count: context.claims.claims.count)
    for binding in context.figures.bindings { isBound[binding.claim] = true }
    self.isBound = isBound
  }

  /// Tells whether a claim is one of this year's whole amounts, of which no check knows where it stands.
  func isOpen(_ index: Int, _ claim: Claim) -> Bool {
    guard claim.role == .amount || claim.role == .mention, claim.unit.money != nil, !claim.isRough,
      claim.amount.digits.magnitude >= 10, !isBound[index], context.isJudged(claim.passage),
      claim.year == 0 || claim.year == context.claims.year
    else { return false }
    if context.claims.isFinal, ClaimBinder.isPlan(claim.concept) { return false }
    let isCarried = !claim.concept.isDisjoint(with: [.carriedIn, .reserve])
    // 农业生产发展（项）。…来源于上年结转156.35万元: what was carried over for the item alone.
    let start = context.claims.passages[claim.passage].slice.lower
    if isCarried, context.units.contains(ClaimBinder.Names.item, in: Slice(start, claim.figure.lower)) {
      return false
    }
    return !context.units.contains(anyOf: Self.portions, in: claim.label)
      && (isCarried || !context.units.contains(anyOf: Self.former, in: claim.label))
  }

  private static let portions = WordList([
    "人均", "平均", "每", "累计", "半年", "季度", "月", "扣除", "剔除", "同比", "占", "以上", "超过",
  ])
  private static let former = WordList(["上年", "去年", "上一年", "以前"])

  // MARK: Tables

  /// The cell under the name of a claim whose figure a slip turns into the stated one.
  mutating func cell(named index: Int, _ claim: Claim, _ memory: inout LintMemory?) -> CellPlace? {
    guard let stated = WrittenMoney(claim) else { return nil }
    if memory.map({ isKnownToLack(near: stated, index, claim, $0) }) ?? false {
      memory?.claims.note(missing: .nearCell, in: index)
      return nil
    }
    let source = source(of: claim)
    let named = cells(under: claim, source)
    let near = named.first { isSlip(stated, $0, least: 2) }
    guard let found = near ?? cell(of: claim, source, near: stated) else {
      memory?.claims.note(missing: .nearCell, in: index)
      return nil
    }
    guard let value = context.value(found)?.exact, isAlone(stated), !isStated(value, stated, beside: claim),
      !context.isTail(claim, found) || areFiguresCopied()
    else { return nil }
    if isSlip(stated, found, least: Self.certain) { return found }
    // Few digits are alike by chance, unless the figures beside it stand in the same column.
    guard named.contains(found) else { return nil }
    let grounds = grounds(found, beside: claim)
    return grounds >= 2 || grounds == 1 && isSlip(stated, found, least: 3) ? found : nil
  }

  /// Tells whether a claim is what it was when no cell under its name was a slip away from it, and no figure is new that
  /// could be one; under other names of rows it may mean another cell.
  private func isKnownToLack(near stated: WrittenMoney, _ index: Int, _ claim: Claim, _ memory: LintMemory)
    -> Bool
  {
    guard let former = context.same.former(ofClaim: index, in: claim.passage),
      memory.wasMissing(.nearCell, forClaim: former), let changed = context.changedRows
    else { return false }
    return changed.isEmpty
      || changed.haveSameNames && !changed.ownFigures.contains { stated.isSlip($0, least: 2) }
  }

  /// How many digits two figures must have for one that differs to be a slip.
  static let certain = 4

  private func isSlip(_ stated: WrittenMoney, _ place: CellPlace, least: Int) -> Bool {
    context.value(place).map { stated.isSlip($0.exact, least: least) } ?? false
  }

  /// How many other claims of the paragraph state figures of the column of a cell.
  private mutating func grounds(_ place: CellPlace, beside claim: Claim) -> Int {
    context.claims.passages[claim.passage].claims.count { at in
      let other = context[at]
      guard other.figure != claim.figure, other.unit.money != nil, let stated = WrittenMoney(other) else {
        return false
      }
      let known =
        agreeing[at]
        ?? cells(under: other, source(of: other)).filter { cell in
          context.value(cell).map { stated.range.contains($0.exact) } ?? false
        }
      return known.contains { $0.table == place.table && $0.column == place.column && $0.row != place.row }
    }
  }

  /// The source of funds that a claim names, or the figure that it is a part of.
  private func source(of claim: Claim) -> FigureConcept {
    guard claim.concept.source.isEmpty else { return claim.concept.source }
    var above = claim.role == .mention ? claim.subject : context.whole(of: claim)
    var steps = 0
    while context.claims.claims.indices.contains(above), steps < 4 {
      if !context[above].concept.source.isEmpty { return context[above].concept.source }
      above = context.whole(of: context[above])
      steps += 1
    }
    return []
  }

  /// Tells whether a cell of a source of funds can state a claim of one: a total of all of them cannot.
  private static func areAlike(_ cell: FigureConcept, _ claim: FigureConcept) -> Bool {
    let outside = FigureConcept.sources.subtracting([.fiscal, .publicBudget])
    return claim.isEmpty || !cell.isEmpty && cell.intersection(outside) == claim.intersection(outside)
  }

  /// The cells of this year in the rows whose name the words of a claim end with.
  private func cells(under claim: Claim, _ source: FigureConcept) -> [CellPlace] {
    let units = context.units
    var words = Wording.core(claim.label, units)
    words.lower = Swift.max(words.lower, words.upper - Self.longestName)
    for _ in 0..<3 {
      var start = words.lower
      while words.upper - start >= 3 {
        guard begins(units[start]) else {
          start += 1
          continue
        }
        let key = units.key(Slice(start, words.upper))
        let own = context.figures.rows(named: key)
        if !own.isEmpty { return places(own, source) }
        let other = context.figures.rows(named: FigureIndex.withExpense(key))
        if !other.isEmpty { return places(other, source) }
        start += 1
      }
      guard let tail = units.lengthOfWord(ending: words, anyOf: Self.tails) else { break }
      words.upper -= tail
    }
    return []
  }

  private func begins(_ unit: UInt16) -> Bool {
    let unit = Int(unit) & 1023
    return starts[unit >> 6] & 1 << UInt64(unit & 63) != 0
  }

  private static let longestName = 24
  private static let tails = WordList(["支出", "预算", "决算", "合计", "共计", "安排", "资金", "经费"])

  private func places(_ rows: [Int32], _ source: FigureConcept) -> [CellPlace] {
    rows.flatMap { at -> [CellPlace] in
      let row = context.figures.rows[Int(at)]
      let caption = context.figures.caption(of: row).source
      let label = context.lexicon.concept(of: row.label, context.units).concept.source
      return context.figures.columns(of: row).compactMap { column in
        let own = !label.isEmpty ? label : column.concept.source.isEmpty ? caption : column.concept.source
        return column.isForeign || context.claims.isFinal && column.isPlan || !Self.areAlike(own, source)
          ? nil : CellPlace(table: row.table, row: row.row, column: column.column)
      }
    }
  }

  /// The first cell, a slip away from a figure, that states the measure of a claim; of all of a source of funds, or of all
  /// totals, where it names no measure.
  private mutating func cell(of claim: Claim, _ source: FigureConcept, near stated: WrittenMoney)
    -> CellPlace?
  {
    let measure = claim.concept.narrowMeasure
    let isSource = measure.isEmpty && !claim.concept.source.isEmpty
    let isTotal = measure.isEmpty && !isSource
    guard !isTotal || isOfTotals(claim) else { return nil }
    let measures = self.measures ?? readMeasures()
    self.measures = measures
    func isMeant(_ at: Int) -> Bool {
      let cell = context.figures.measures[at]
      return Self.areAlike(cell.source, source) && (!context.claims.isFinal || !cell.isPlan)
        && (claim.concept.flow.isEmpty || cell.flow.isEmpty
          || !cell.flow.isDisjoint(with: claim.concept.flow))
    }
    var found: Int?
    for (group, cells) in measures where isSource || group == measure {
      for (at, value) in cells where stated.reach.contains(value) && at < found ?? .max && isMeant(at) {
        if stated.isSlip(value, least: 2) { found = at }
      }
    }
    return found.map { context.figures.measures[$0].place }
  }

  private func readMeasures() -> [FigureConcept: [(at: Int, value: Int128)]] {
    var found: [FigureConcept: [(at: Int, value: Int128)]] = [:]
    for (at, cell) in context.figures.measures.enumerated() {
      guard let value = context.value(cell.place)?.exact else { continue }
      found[cell.measure, default: []].append((at, value))
    }
    return found
  }

  /// 收入总计, 支出预算总额: words that name a total.
  private func isOfTotals(_ claim: Claim) -> Bool {
    claim.concept.contains(.total) || claim.concept.contains(.both)
      || claim.rest == 0 && !claim.concept.flow.isEmpty
  }

  // MARK: Text

  /// The other claim of the same words whose figure a slip turns into the stated one.
  mutating func claim(named index: Int, _ claim: Claim) -> Int? {
    guard claim.role == .amount, let words = Self.words(claim, context), let stated = WrittenMoney(claim)
    else {
      return nil
    }
    let key = context.units.key(words)
    let least = words.count >= Self.ownName ? 2 : Self.certain
    let known = claims ?? named()
    claims = known
    guard
      let other = (known[key] ?? []).first(where: { at in
        let other = context[at]
        return other.year == claim.year
          && (other.passage != claim.passage || other.sentence != claim.sentence)
          && context.value(other).map { stated.isSlip($0.exact, least: least) } ?? false
      }), isAlone(stated)
    else { return nil }
    // Of two figures that both stand alone the later one is marked.
    return other < index || WrittenMoney(context[other]).map { !isAlone($0) } ?? false ? other : nil
  }

  private func named() -> [UInt64: [Int]] {
    var found: [UInt64: [Int]] = [:]
    for (index, claim) in context.claims.claims.enumerated()
    where claim.role == .amount && claim.unit.money != nil && !claim.isRough {
      guard let words = Self.words(claim, context), context.isJudged(claim.passage) else { continue }
      let key = context.units.key(words)
      if found[key, default: []].count < 20 { found[key, default: []].append(index) }
    }
    return found
  }

  /// Words of a claim that are long enough to mean one thing in a draft.
  private static func words(_ claim: Claim, _ context: NarrativeContext) -> Slice? {
    var words = Wording.core(claim.label, context.units)
    // (1)2021年…: the ordinal of an item within the sentence.
    if words.count > 4, context.units[words.lower] == 0x28, Unit.isDigit(context.units[words.lower + 1]),
      context.units[words.lower + 2] == 0x29
    {
      words.lower += 3
    }
    return words.count >= (claim.rest >= 3 ? 6 : 10) ? words : nil
  }

  /// A name of so many units is that of one thing, whatever its figure.
  private static let ownName = 16

  // MARK: Figures

  /// Tells whether no cell and no other claim states a figure.
  private mutating func isAlone(_ stated: WrittenMoney) -> Bool {
    let cells = self.cells ?? allCells()
    let written = self.written ?? allClaims()
    (self.cells, self.written) = (cells, written)
    return Self.count(stated.range, cells) == 0 && Self.count(stated.range, written) <= 1
  }

  /// Tells whether the paragraph of a claim states a value beside it.
  private func isStated(_ value: Int128, _ stated: WrittenMoney, beside claim: Claim) -> Bool {
    context.claims.claims(of: claim.passage).contains {
      $0.figure != claim.figure
        && context.value($0).map { (($0.exact) - value).magnitude <= stated.step.magnitude } ?? false
    }
  }

  /// Tells whether a figure that is one in the last place off its cell is no rounding.
  private mutating func areFiguresCopied() -> Bool {
    let known = areCopied ?? NarrativeTableCheck.areCopied(context)
    areCopied = known
    return known
  }

  private func allCells() -> [Int128] {
    var found: [Int128] = []
    for table in context.draft.tables {
      guard let unit = table.unit else { continue }
      for cell in table.cells where cell.kind == .number && cell.amount.isCalculable && !cell.amount.isZero {
        found.append(cell.amount.scaled * unit.yuan)
      }
    }
    return found.sorted()
  }

  private func allClaims() -> [Int128] {
    context.claims.claims.compactMap { $0.unit.money == nil ? nil : context.value($0)?.exact }.sorted()
  }

  private static func count(_ range: ClosedRange<Int128>, _ values: [Int128]) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < values.count, values[end] <= range.upperBound { end += 1 }
    return end - low
  }
}
