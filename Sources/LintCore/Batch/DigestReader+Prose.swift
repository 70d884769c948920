/// What the sentences of a draft say of other drafts: 年初预算为…, 比上年增加….
extension DigestReader {
  mutating func readProse() {
    let places = boundPlaces()
    for index in context.claims.claims.indices {
      let claim = context[index]
      guard context.isJudged(claim.passage), !context.claims.passages[claim.passage].isAttachment,
        !claim.isRough, claim.unit.money != nil, !claim.amount.isZero
      else { continue }
      switch claim.role {
      case .amount: readPlan(index, claim, places)
      case .change: readChange(index, claim, places)
      default: continue
      }
    }
  }

  /// The cells that each claim states, for the claims that agree with their tables.
  private func boundPlaces() -> [Int: [UInt64]] {
    var found: [Int: [UInt64]] = [:]
    for binding in context.figures.bindings where binding.outcome == .agrees {
      let keys = Set(binding.cells.compactMap { self.keys[$0] }).sorted()
      if !keys.isEmpty { found[binding.claim] = keys }
    }
    return found
  }

  /// 年初预算为A万元，支出决算为B万元: A is of the same row as B, which stands in a table.
  private mutating func readPlan(_ index: Int, _ claim: Claim, _ places: [Int: [UInt64]]) {
    guard identity.isFinal, claim.concept.contains(.plan), !claim.concept.contains(.actual),
      units.contains(anyOf: Words.openingPlan, in: claim.label)
    else { return }
    let passage = context.claims.passages[claim.passage]
    let next = (index + 1..<Swift.max(index + 1, passage.claims.upperBound)).first {
      context[$0].role == .amount
    }
    guard let next, context[next].concept.contains(.actual),
      context[next].figure.lower - claim.figure.upper < 24,
      let keys = places[next]
    else { return }
    add(
      claim, keys, .budget, year: identity.year, .plan, claim.amount, terms: 1,
      name: context.name(context[next]))
  }

  /// A万元，比上年增加B万元: A − B is what the year before states.
  private mutating func readChange(_ index: Int, _ claim: Claim, _ places: [Int: [UInt64]]) {
    guard claim.direction != 0, let (source, year) = compared(claim) else { return }
    let bases = ChangedFigure.claims(index, claim, context)
    guard let base = bases.first, let keys = places[base], context.areAlike(context[base], claim),
      bases.count == 1 || fitsRate(index, claim, base), let now = context.value(context[base]),
      let change = context.value(claim)
    else { return }
    let before = now.before(change, going: claim.direction)
    guard before.exact > 0, let unit = context[base].unit.money,
      let amount = Amount(
        scaled: before.exact / unit.yuan,
        decimals: Swift.max(context[base].amount.decimals, claim.amount.decimals))
    else { return }
    let relation = ClaimedFact.Relation.change(
      current: context[base].amount, by: claim.amount, isIncrease: claim.direction > 0)
    add(
      claim, keys, source, year: year, relation, amount, terms: 2, unit: unit,
      name: context.name(context[base]))
  }

  /// Tells whether the rate that follows a change is right for a figure: then the change is certainly its own.
  private func fitsRate(_ index: Int, _ change: Claim, _ base: Int) -> Bool {
    let passage = context.claims.passages[change.passage]
    let rate = passage.claims.first {
      $0 > index && context[$0].role == .rate && context[$0].subject == index
    }
    guard let rate, let now = context.value(context[base]), let difference = context.value(change) else {
      return false
    }
    let before = now.before(difference, going: change.direction)
    return before.exact > 0 && context.judge(context[rate].amount, difference, of: before)?.severity == nil
  }

  /// The draft that a change is a change from: the words between 比 and 增加 say it.
  private func compared(_ claim: Claim) -> (ClaimedFact.Source, year: Int)? {
    let passage = context.claims.passages[claim.passage]
    let start = units.sentenceStart(before: claim.word.lower, from: passage.slice.lower)
    let said = Slice(start, claim.word.lower)
    if let at = last(Words.openingPlan, said) {
      return identity.isFinal && said.upper - at <= 12 ? (.budget, identity.year) : nil
    }
    let named = DocumentYear.years(said, units).filter { $0 != identity.year }
    guard named.allSatisfy({ $0 == identity.year - 1 }) else { return nil }
    let mark = last(Words.lastYear, said) ?? (named.isEmpty ? nil : last(Words.year, said))
    guard let mark else { return nil }
    // 上年决算数, 2024年度预算: the word stands close behind; 一般公共预算 further on is a source of funds.
    let rest = Slice(mark, Swift.min(mark + Self.comparedLength, said.upper))
    if units.contains(anyOf: Words.accounts, in: rest) { return (.accounts, identity.year - 1) }
    if units.contains(anyOf: Words.plan, in: rest) { return (.budget, identity.year - 1) }
    return (identity.isFinal ? .accounts : .either, identity.year - 1)
  }

  /// The length of 上年度部门预算, 年度预算执行数.
  private static let comparedLength = 7

  /// The last place in a slice where one of some words stands.
  private func last(_ words: WordList, _ slice: Slice) -> Int? {
    slice.indices.last { at in words.contains { units.has($0, at: at, before: slice.upper) } }
  }

  private mutating func add(
    _ claim: Claim, _ keys: [UInt64], _ source: ClaimedFact.Source, year: Int,
    _ relation: ClaimedFact.Relation, _ amount: Amount, terms: FactValue, unit: MoneyUnit? = nil, name: String
  ) {
    guard let unit = unit ?? claim.unit.money, let (value, place) = amount.fact(unit) else { return }
    add(
      ClaimedFact(
        keys: keys, source: source, year: year, entity: identity.key, relation: relation, value: value,
        tolerance: place * terms, amount: amount, unit: unit, range: draft.range(claim.figure), label: name))
  }
}
