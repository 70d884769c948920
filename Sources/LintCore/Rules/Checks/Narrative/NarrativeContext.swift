/// What the checks of sentences share: the claims, with the ways to calculate with them and to show them.
struct NarrativeContext {
  let draft: Draft
  let units: Units
  let claims: Claims
  let figures: FigureIndex
  /// The passages that claim what they did at the last reading.
  let same: SamePassages
  /// The rows of tables that are others than then; `nil` if that is not known.
  let changedRows: ChangedRows?
  let lexicon = FigureLexicon.shared

  init(_ inspection: inout Inspection) {
    draft = inspection.draft
    units = inspection.units
    let prose = inspection.prose
    figures = prose.figures
    claims = prose.claims
    same = prose.same
    changedRows = prose.changedRows
  }

  /// Tells whether no row of a table is another than at the last reading.
  var haveSameTables: Bool { changedRows?.isEmpty ?? false }

  /// Tells whether a row under a name or code, given by its key, is another than at the last reading, or may be.
  func isChanged(_ key: UInt64) -> Bool { changedRows?.has(key) ?? true }

  /// The claims with the units that the tables show to be meant.
  static func mended(_ claims: consuming Claims, _ figures: FigureIndex, _ draft: Draft) -> Claims {
    var claims = claims
    for binding in figures.bindings where binding.outcome == .otherUnit {
      if let unit = mendedUnit(binding, claims, draft) { claims.claims[binding.claim].unit = unit }
    }
    return claims
  }

  /// The unit that makes a figure what the tables state: a slip in it is one finding, figures made with it are none.
  private static func mendedUnit(_ binding: Binding, _ claims: Claims, _ draft: Draft) -> FigureUnit? {
    guard let place = binding.cells.first, draft.tables.indices.contains(place.table),
      let unit = draft.tables[place.table].unit,
      let cell = draft.tables[place.table].cell(place.row, place.column),
      cell.amount.isCalculable
    else { return nil }
    let amount = claims.claims[binding.claim].amount
    let value = cell.amount.scaled * unit.yuan
    return [FigureUnit.yuan, .tenThousandYuan, .hundredMillionYuan].first { unit in
      guard let yuan = unit.money?.yuan else { return false }
      return (amount.scaled * yuan - value).magnitude <= (amount.lastPlace * yuan).magnitude
    }
  }

  subscript(index: Int) -> Claim { claims.claims[index] }

  /// The most figures of a passage that are held against each other: no sentence states more.
  private static let mostClaims = 250

  /// 执行率100%的2个，90%以上的3个: a percentage that things are sorted by, and that nobody has.
  func isBand(_ claim: Claim) -> Bool {
    let end = claims.passages[claim.passage].slice.upper
    var at = claim.figure.upper
    for word in Self.bounds where units.has(word, at: at, before: end) { at += word.count }
    guard at + 1 < end else { return false }
    // 90%（含）至100%
    if units[at] == 0x81F3 || units[at] == 0x2D { return Unit.isDigit(units[at + 1]) }
    guard units[at] == 0x7684 else { return false }
    let counted = units.has("项目", at: at + 1, before: end) ? at + 3 : at + 1
    return counted < end && Unit.isDigit(units[counted])
  }

  private static let bounds: [Word] = ["(含)", "及以上", "以上", "以下", "(含)"]

  /// Tells whether a passage's figures are claims about the budget.
  func isJudged(_ passage: Int) -> Bool {
    claims.passages.indices.contains(passage) && !claims.passages[passage].isAside
      && claims.passages[passage].claims.count <= Self.mostClaims
  }

  /// Tells whether a passage's figures can be added up: those of work done too.
  func isCounted(_ passage: Int) -> Bool {
    claims.passages.indices.contains(passage)
      && claims.passages[passage].claims.count <= Self.mostClaims
  }

  // MARK: Percentages

  /// Judges a percentage against 100 · a / b.
  func judge(_ stated: Amount, _ a: Value, of b: Value) -> Verdict? {
    guard let narrow = Interval.percent(a.interval, of: b.interval) else { return nil }
    let interval = Interval(rounding: stated)
    if interval.meets(narrow) { return ofWritten(stated, a, b) }
    if Interval(cutting: stated).meets(narrow) { return .cut }
    if let wide = Interval.percent(a.writtenInterval, of: b.writtenInterval), interval.meets(wide) {
      return .onlyIfRounded
    }
    let u = stated.lastPlace
    return Interval(interval.low - u, interval.high + u).meets(narrow) ? .lastPlace : .wrong
  }

  /// Judges a percentage that rounding can explain against 100 · a / b of the figures as they are written.
  ///
  /// 1.25亿元 beside 304.12万元 was rounded, so what is written decides nothing.
  private func ofWritten(_ stated: Amount, _ a: Value, _ b: Value) -> Verdict {
    // A figure less its change has twice the half of both.
    guard a.half <= 2 * b.half, b.half <= 2 * a.half,
      let quotient = Interval.percent(Interval(a.exact, a.exact), of: Interval(b.exact, b.exact)),
      !Interval(rounding: stated).meets(quotient)
    else { return .right }
    if a.isRound || b.isRound { return .ofRoundFigures }
    return Interval(cutting: stated).meets(quotient) ? .cutOfRounded : .withinRounding
  }

  /// Tells whether a percentage is 100 · a / b, a tail of rounding apart.
  func fits(_ stated: Amount, _ a: Value, of b: Value) -> Bool {
    judge(stated, a, of: b).map { ($0.severity ?? .info) == .info } ?? false
  }

  /// What may be compared before a claim in its paragraph: figures like another that are stated as a base, and others.
  func compared(before index: Int, like other: Claim) -> (claims: [Int], bases: [Value], figures: [Value]) {
    let first = Swift.max(claims.passages[self[index].passage].claims.lowerBound, index - 40)
    let alike = (first..<index).filter { areAlike(self[$0], other) }
    func values(_ role: Claim.Role) -> [Value] {
      alike.filter { self[$0].role == role }.compactMap { value(self[$0]) }
    }
    return (alike, values(.prior), values(.amount))
  }

  /// 100 · a / b as a figure with as many decimals as a stated percentage, two at least.
  func percent(_ a: Value, of b: Value, like stated: Amount) -> Amount? {
    guard b.exact != 0 else { return nil }
    let (product, overflow) = a.exact.multipliedReportingOverflow(by: 100 * Scale.one)
    guard !overflow else { return nil }
    return Amount(scaled: product / b.exact, decimals: Swift.max(2, stated.decimals))
  }

  /// The sum of figures, if each can be calculated with.
  func sum(_ claims: [Int]) -> Value? {
    let values = claims.compactMap { value(self[$0]) }
    guard values.count == claims.count, let first = values.first else { return nil }
    return values.dropFirst().reduce(first) { $0 + $1 }
  }

  // MARK: Wording

  /// The first word of change that stands in a slice.
  func direction(in slice: Slice) -> (value: Int, word: Slice)? {
    for (word, value) in GrammarWords.directions {
      if let at = units.find(word, in: slice) { return (value, Slice(at, at + word.count)) }
    }
    return nil
  }

  /// The words by which a claim is named in a message: the end of its label.
  func name(_ claim: Claim) -> String {
    var slice = withoutJoint(Wording.core(claim.label, units))
    let isOutcome = claims.isFinal && claim.concept.contains(.actual)
    if isOutcome, claim.rest == 0, claim.concept.measure.isEmpty, claim.concept.source.isEmpty,
      let plan = Self.plans.lazy.compactMap({ units.find($0, in: claim.topic) }).first,
      plan > claim.topic.lower
    {
      // 公务接待费支出预算9万元，支出决算5万元: the second is no budget.
      return draft.string(Wording.core(Slice(claim.topic.lower, plan), units)) + "决算"
    }
    if claim.rest == 0, claim.concept.measure.isEmpty, claim.concept.source.isEmpty, !claim.topic.isEmpty {
      slice = Wording.core(claim.topic, units)
    }
    if slice.isEmpty, let heading = heading(of: claim.passage) { slice = Wording.core(heading, units) }
    guard slice.count > Self.longestName else { return draft.string(slice) }
    let from = slice.upper - Self.longestName
    // A path is cut behind a 类 or 款, any other name with a sign that it was cut.
    if let close = (from..<slice.upper - 4).first(where: { units[$0] == 0x29 }) {
      return draft.string(Slice(close + 1, slice.upper))
    }
    return "…" + draft.string(Slice(from, slice.upper))
  }

  /// 人员经费90万元和日常公用经费10万元: right behind an amount 和 is no part of a name.
  private func withoutJoint(_ name: Slice) -> Slice {
    guard name.lower > 0, units[name.lower - 1] == 0x5143,
      let joint = units.lengthOfWord(starting: name, anyOf: GrammarWords.joints), joint < name.count
    else { return name }
    return Slice(name.lower + joint, name.upper)
  }

  private static let plans = WordList(["支出年初预算", "年初预算", "支出预算", "全年预算", "调整预算", "预算"])

  /// The longest name that is shown whole, in units.
  private static let longestName = 32

  /// The title above a passage.
  func heading(of passage: Int) -> Slice? {
    guard claims.passages.indices.contains(passage) else { return nil }
    let section = claims.passages[passage].section
    guard draft.sections.indices.contains(section), let h = draft.sections[section].heading,
      draft.headings.indices.contains(h)
    else { return nil }
    return draft.headings[h].title
  }

  /// A claim as a related place.
  func related(_ claim: Claim) -> Related {
    Related(
      draft.range(claim.figure), Message(Self.term, .text(name(claim)), .text(draft.string(claim.figure))))
  }

  /// A related place for each claim of a list.
  func related(_ indices: [Int]) -> [Related] { indices.map { related(self[$0]) } }

  private static let term = Phrase("{0} {1}", "{0} {1}")

  /// A fix that writes another figure, for a person to decide.
  func fix(_ digits: Slice, _ amount: Amount, grouped: Bool = false) -> [Fix] {
    let text = grouped ? amount.grouped : amount.plain
    return [
      Fix(
        title: Message(Self.replace, .text(text)), edits: [Edit(draft.range(digits), text)], safety: .review)
    ]
  }

  private static let replace = Phrase(
    "改为 {0}（假定其余数字无误）", "Change to {0} (assuming the other figures are right)")

  /// Tells whether a figure is written with thousands separators.
  func isGrouped(_ claim: Claim) -> Bool {
    claim.digits.indices.contains { Unit.isComma(units[$0]) }
  }

  /// Tells whether a unit without its figure stands in a slice: 合同金额万元.
  func lacksFigure(_ slice: Slice) -> Bool {
    var i = slice.lower + 1
    while i + 1 < slice.upper {
      if units[i] == 0x4E07, units[i + 1] == 0x5143, Unit.isIdeograph(units[i - 1]) || units[i - 1] == 0x29 {
        return true
      }
      i += 1
    }
    return false
  }

  // MARK: Structure

  /// The whole that a claim is a part of, or -1.
  func whole(of claim: Claim) -> Int { claim.list >= 0 ? claims.lists[claim.list].whole : -1 }

  /// The wholes that a claim is a part of, from the innermost out.
  func wholes(of index: Int) -> [Int] {
    var found: [Int] = []
    var at = index
    while claims.claims.indices.contains(at), self[at].list >= 0, found.count < 8 {
      let whole = claims.lists[self[at].list].whole
      guard whole >= 0, whole < at, !found.contains(whole) else { break }
      found.append(whole)
      at = whole
    }
    return found
  }

  /// The claims before another that were read as a measure, nearest first; budgets of final accounts apart.
  func readings(
    _ measure: FigureConcept, source: FigureConcept?, flow: FigureConcept = [], before index: Int,
    isBehind: Bool = false
  ) -> [Int] {
    let attachment = claims.passages[self[index].passage].isAttachment
    return figures.readings.reversed().compactMap { reading in
      guard reading.claim < index || isBehind, reading.measure == measure,
        source == nil || reading.source == source,
        !measure.isEmpty || !reading.flow.isDisjoint(with: flow),
        claims.passages[self[reading.claim].passage].isAttachment == attachment
      else { return nil }
      let concept = self[reading.claim].concept
      if claims.isFinal, concept.contains(.plan), !concept.contains(.actual) { return nil }
      return reading.claim
    }
  }

  /// The claims that were read as a measure, those before another first and nearest first, else those behind it.
  func readings(_ measure: FigureConcept, source: FigureConcept?, around index: Int) -> [Int] {
    let before = readings(measure, source: source, before: index)
    return before.isEmpty
      ? readings(measure, source: source, before: index, isBehind: true).reversed() : before
  }

  /// The amounts whose labels or topics say what `words` say, in the passage and the `reach` before it, nearest first.
  func amounts(saying words: Slice, before index: Int, reach: Int = 2) -> [Int] {
    let passage = self[index].passage
    var found: [Int] = []
    var at = index - 1
    while at >= 0, passage - self[at].passage <= reach, index - at <= 400 {
      if self[at].role == .amount,
        Wording.contains(self[at].label, words, units) || Wording.contains(self[at].topic, words, units)
      {
        found.append(at)
      }
      at -= 1
    }
    return found
  }
}
