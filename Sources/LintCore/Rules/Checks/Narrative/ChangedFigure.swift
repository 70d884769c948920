/// A figure that a change (增加45.25万元) may speak of: one of the text, or one that only a table states.
struct ChangedFigure {
  /// The claim that states it, or -1.
  var claim = -1
  /// The cell that states it, where no claim does.
  var place: CellPlace?
  var amount: Amount
  var value: NarrativeContext.Value
  var related: Related

  /// The figure of a claim, if it can be calculated with.
  init?(claim: Int, _ context: NarrativeContext) {
    guard let value = context.value(context[claim]) else { return nil }
    self.claim = claim
    amount = context[claim].amount
    self.value = value
    related = context.related(context[claim])
  }

  /// The amount of money of a cell.
  init?(place: CellPlace, _ context: NarrativeContext) {
    guard let cell = context.cell(place), let value = context.value(place) else { return nil }
    self.place = place
    amount = cell.amount
    self.value = value
    related = context.related(place)
  }

  /// The figures that a change can speak of, the likeliest first; empty where the clause names one that is not found.
  static func all(of index: Int, _ change: Claim, _ context: NarrativeContext) -> [ChangedFigure] {
    guard !leavesOut(change, context) else { return [] }
    if let own = ofEarlierYear(index, change, context) { return [own] }
    let isOwn = statesBaseAlone(change, context)
    let found = claims(index, change, context).filter {
      !isBase($0, context) && !(isOwn && isElsewhere($0, change, context))
    }
    // 缴费支出（项）万元，比上年增加6.41万元: the figure it speaks of is missing.
    let start = context.claims.passages[change.passage].slice.lower
    if let last = found.first, last < index,
      context.lacksFigure(Slice(Swift.max(start, context[last].figure.upper), change.figure.lower))
    {
      return []
    }
    guard found.isEmpty else {
      // 公用经费69.22元，比上年减少8.57万元: it is the figure with the slip that changed, and not its whole.
      if let first = found.first, context[first].passage == change.passage,
        isInOtherUnit(context[first], change) || isCutOff(context[first], change, context)
      {
        return []
      }
      return found.compactMap { at in
        guard context.areAlike(context[at], change), !isInOtherUnit(context[at], change) else { return nil }
        return ChangedFigure(claim: at, context)
      }
    }
    return cells(change, context)
  }

  /// 2022年66万元，比2021年增加2万元 in accounts of 2023: the figure of the year after the one compared with.
  private static func ofEarlierYear(
    _ index: Int, _ change: Claim, _ context: NarrativeContext
  ) -> ChangedFigure? {
    let before = index - 1
    guard context.claims.claims.indices.contains(before), context[before].passage == change.passage,
      context[before].role == .prior, let year = DocumentYear.years(change.compared, context.units).first,
      DocumentYear.years(context[before].label, context.units).isJust(year + 1)
    else { return nil }
    return ChangedFigure(claim: before, context)
  }

  /// 与年初预算数320.00万元相比: what a figure is compared with is not the figure itself.
  static func isBase(_ index: Int, _ context: NarrativeContext) -> Bool {
    let behind = context[index].figure.upper
    let end = context.claims.passages[context[index].passage].slice.upper
    return context[index].role != .change && context.units.starts(Slice(behind, end), withAnyOf: comparisons)
  }

  private static let comparisons = WordList(["相比", "相较", "比较", "对比"])

  /// 相比2020年的总支出320.00增加40.00万元: a base without its unit, of a figure that only the same sentence can state.
  private static func statesBaseAlone(_ change: Claim, _ context: NarrativeContext) -> Bool {
    context.claims.claims(of: change.passage).contains {
      $0.role == .mention && $0.unit == .none && $0.figure.lower >= change.compared.lower
        && $0.figure.upper <= change.compared.upper
    }
  }

  /// Tells whether a figure stands in another sentence than a change.
  static func isElsewhere(_ figure: Int, _ change: Claim, _ context: NarrativeContext) -> Bool {
    context[figure].passage != change.passage || context[figure].sentence != change.sentence
  }

  /// The figure that the sentence compares with right before a change: 与上年采购支出320.00万元相比增加40.00万元.
  static func base(of index: Int, _ context: NarrativeContext) -> Int? {
    let before = index - 1
    // 由上年的80万元变为90万元，增加10万元: the first of the two is the base.
    // Behind a semicolon something else has changed: 基本支出由80万元增至90万元；项目支出增加10万元.
    if before > 0, FigureCue.isFrom(before - 1, context),
      context.areAlike(context[before - 1], context[index]),
      context[before].passage == context[index].passage,
      !context.units.hasStop(
        in: Slice(
          context[before].figure.upper, Swift.max(context[before].figure.upper, context[index].figure.lower)))
    {
      return before - 1
    }
    guard context.claims.claims.indices.contains(before), context[before].sentence == context[index].sentence,
      context[before].passage == context[index].passage,
      context[before].role == .prior || isBase(before, context),
      isHeld(context[index], against: before, context),
      context.areAlike(context[before], context[index])
    else { return nil }
    return before
  }

  /// 与2023年预算36.00万元相比减少7.20万元 in a budget of 2025: a change from a year before the last.
  static func isFromEarlierYear(_ index: Int, _ context: NarrativeContext) -> Bool {
    let last = context.claims.year - 1
    guard last > 0 else { return false }
    let named = DocumentYear.years(context[index].compared, context.units)
    if named.contains(where: { $0 < last }) { return true }
    guard let base = base(of: index, context) else { return false }
    let year = context[base].year
    return year > 0 && year < last
      || DocumentYear.years(context[base].label, context.units).contains { $0 < last }
  }

  /// Tells whether a change may be held against a figure: 比年初预算6万元节约1万元，较上年减少2万元 has no figure of last year.
  static func isHeld(_ change: Claim, against base: Int, _ context: NarrativeContext) -> Bool {
    let words = change.compared
    if words.isEmpty || words.lower <= context[base].figure.lower && context[base].figure.upper <= words.upper
    {
      return true
    }
    let label = context[base].label
    if context.units.contains(budget, in: words) == context.units.contains(budget, in: label) { return true }
    // 2024年预算8万元，2023年预算12万元，比上年减少4万元: in a budget 上年 is the budget that stands there.
    let isOtherYear = DocumentYear.years(label, context.units).isJust(context.claims.year - 1)
    return isOtherYear && !context.claims.isFinal && context.units.contains(budget, in: label)
      && !context.units.contains(anyOf: outcomes, in: words)
  }

  private static let outcomes = WordList(["执行", "决算", "年初"])

  private static let budget: Word = "预算"

  /// 剔除新增项目60万元因素，同比增加30万元: of what is left nobody knows the figure.
  private static func leavesOut(_ change: Claim, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[change.passage].slice
    let start = context.units.sentenceStart(before: change.figure.lower, from: passage.lower)
    return context.units.contains(anyOf: GrammarWords.exclusions, in: Slice(start, change.figure.lower))
  }

  /// 62.84元，比上年减少3.65万元: one of the units is a slip, which is another finding.
  private static func isInOtherUnit(_ claim: Claim, _ change: Claim) -> Bool {
    (claim.unit == .yuan) != (change.unit == .yuan) && claim.unit.money != nil
      && claim.amount.scaled < 10_000 * Scale.one && change.amount.scaled < 10_000 * Scale.one
  }

  /// 69.22万，比上年减少3.65万元: the unit was not written to its end.
  private static func isCutOff(_ claim: Claim, _ change: Claim, _ context: NarrativeContext) -> Bool {
    claim.unit == .other && change.unit.money != nil && claim.figure.upper > claim.figure.lower
      && context.units[claim.figure.upper - 1] == 0x4E07
  }

  /// The cells that state the measure which the clause names and no sentence does.
  static func cells(_ change: Claim, _ context: NarrativeContext) -> [ChangedFigure] {
    change.unit.money != nil ? cells(of: subject(of: change, context), context) : []
  }

  /// The cells with the amounts of the one measure that a name says.
  static func cells(of name: Slice, _ context: NarrativeContext) -> [ChangedFigure] {
    let (concept, rest) = context.lexicon.concept(of: name, context.units)
    let measure = concept.narrowMeasure
    guard rest == 0, measure.rawValue.nonzeroBitCount == 1, measure.isDisjoint(with: ClaimBinder.carried)
    else {
      return []
    }
    return context.figures.measures.compactMap { cell in
      guard cell.measure == measure, !cell.isPlan || !context.claims.isFinal else { return nil }
      return ChangedFigure(place: cell.place, context)
    }
  }

  /// The amounts of the text that a change can speak of.
  static func claims(_ index: Int, _ change: Claim, _ context: NarrativeContext) -> [Int] {
    let own = subject(of: change, context)
    let passage = context.claims.passages[change.passage]
    // A paragraph has few figures; what stands further before is not what a clause speaks of.
    let all = (Swift.max(passage.claims.lowerBound, index - 200)..<index).filter {
      context[$0].role == .amount
    }
    let before = all.filter {
      !isOfOtherYear(context[$0], change) && !context.units.starts(context[$0].label, with: rest)
    }
    if !own.isEmpty {
      let (concept, rest) = context.lexicon.concept(of: own, context.units)
      let isGeneric = rest == 0 && concept.measure.isEmpty
      // 收入较上年增加146万元 behind 国有资本经营预算收入0万元 is no change of that one.
      let isBare = isGeneric && concept.isSubset(of: [.income, .expense])
      let named = before.filter {
        names(context[$0], own, concept, context) && !(isBare && isOfOwn(context[$0]))
      }
      if !named.isEmpty { return ofSameStatus(named, concept, context) }
      if isGeneric {
        // 财政拨款收、支总计 after 财政拨款收入总计、支出总计: the same totals in other words.
        let totals = before.filter {
          context[$0].concept.source == concept.source && context[$0].concept.measure.isEmpty
            && isOfFlow(context[$0], concept)
        }
        if !totals.isEmpty { return totals }
        if before.count == 1 || (concept.source.isEmpty && !before.isEmpty) {
          return before.filter { !isOfOtherFunds(context[$0], concept) }
        }
        if all.isEmpty, !concept.isDisjoint(with: [.total, .both]) {
          return totalsAbove(before: index, concept.source, context)
        }
      }
      if rest == 0, let first = before.first,
        context.heading(of: change.passage).map({ Wording.contains($0, own, context.units) }) ?? false
      {
        return [first]
      }
      let said = context.amounts(saying: own, before: index, reach: 3).filter {
        !isOfMore(context[$0], concept)
          && (context[$0].concept.isDisjoint(with: ClaimBinder.carried)
            || !concept.isDisjoint(with: ClaimBinder.carried))
      }
      if !said.isEmpty { return said }
      // The paragraph before, or one that follows, states the measure in other words.
      guard rest == 0, concept.narrowMeasure.rawValue.nonzeroBitCount == 1 else { return [] }
      return ofSameStatus(
        context.readings(concept.narrowMeasure, source: nil, around: index), concept, context)
    }
    if !before.isEmpty {
      var found: [Int] = []
      if change.subject >= 0 {
        let wholes = context.wholes(of: change.subject)
        // A sentence of its own goes on with the whole, not with the last part.
        let isApart = context[change.subject].sentence != change.sentence
        found = isApart ? wholes + [change.subject] : [change.subject] + wholes
      }
      return found + before.filter { !found.contains($0) }
    }
    // 达到11.86万元: what the paragraph itself says is no figure to calculate with.
    let isBegun = (passage.claims.lowerBound..<index).contains {
      context[$0].unit.money != nil && context[$0].role == .mention
    }
    guard all.isEmpty, !isBegun else { return [] }
    // The paragraph goes on with what the one before said.
    var at = passage.claims.lowerBound - 1
    let section = passage.section
    while at >= 0, change.passage - context[at].passage <= 2,
      context.claims.passages[context[at].passage].section == section
    {
      if context[at].role == .amount { return [at] + context.wholes(of: at) }
      at -= 1
    }
    return []
  }

  /// 财政拨款支出 is no 财政拨款收入.
  private static func isOfFlow(_ amount: Claim, _ concept: FigureConcept) -> Bool {
    amount.concept.flow.isEmpty || concept.flow.isEmpty || !amount.concept.flow.isDisjoint(with: concept.flow)
  }

  /// 事业收入90万元，…；财政拨款收入增加2万元: money of a kind, or of another source, is none of what the source gives.
  private static func isOfOtherFunds(_ amount: Claim, _ concept: FigureConcept) -> Bool {
    guard !concept.source.isEmpty else { return false }
    let kinds: FigureConcept = [
      .serviceIncome, .operatingIncome, .fromAbove, .fromBelow, .otherIncome, .carriedIn, .carriedOut,
    ]
    return !amount.concept.isDisjoint(with: kinds)
  }

  /// The totals that the paragraphs right before state: 收、支总计 speaks of 收入总计 and 支出总计.
  private static func totalsAbove(
    before index: Int, _ source: FigureConcept, _ context: NarrativeContext
  ) -> [Int] {
    let passage = context[index].passage
    let first = context.claims.passages[Swift.max(0, passage - 2)].claims.lowerBound
    return (first..<index).reversed().filter {
      let claim = context[$0]
      return claim.role == .amount && claim.concept.contains(.total) && claim.concept.measure.isEmpty
        && claim.concept.source == source
        && context.claims.passages[claim.passage].section == context.claims.passages[passage].section
    }
  }

  private static let rest: Word = "其余"

  /// 2018年为25万元，2019年下降到16万元，比上年减少9万元: what is said of another year has not changed.
  private static func isOfOtherYear(_ amount: Claim, _ change: Claim) -> Bool {
    amount.year > 0 && amount.year < change.year
  }

  /// Tells whether an amount is one of what a clause names, by its own words or by those that it goes on with.
  private static func names(
    _ amount: Claim, _ own: Slice, _ concept: FigureConcept, _ context: NarrativeContext
  ) -> Bool {
    if Wording.contains(amount.label, own, context.units) { return !isOfMore(amount, concept) }
    guard !concept.measure.isEmpty else { return false }
    if amount.concept.measure == concept.measure { return true }
    // “三公”经费年初预算为21万元，支出决算为17万元: both are of 三公.
    return amount.concept.measure.isEmpty && !amount.topic.isEmpty
      && context.lexicon.concept(of: amount.topic, context.units).concept.measure == concept.measure
  }

  /// Tells whether an amount is one of a source of funds or of a kind, and no total.
  private static func isOfOwn(_ amount: Claim) -> Bool {
    !amount.concept.measure.isEmpty || !amount.concept.source.isEmpty
  }

  /// 经营收入和其他收入合计6万元 is neither of the two.
  private static func isOfMore(_ amount: Claim, _ concept: FigureConcept) -> Bool {
    let (all, own) = (amount.concept.narrowMeasure, concept.narrowMeasure)
    return !own.isEmpty && all != own && all.isSuperset(of: own)
  }

  /// In final accounts the outcome changes against the year before, unless the clause names the budget.
  private static func ofSameStatus(
    _ amounts: [Int], _ concept: FigureConcept, _ context: NarrativeContext
  ) -> [Int] {
    guard context.claims.isFinal, !ClaimBinder.isPlan(concept) else { return amounts }
    let outcomes = amounts.filter { !ClaimBinder.isPlan(context[$0].concept) }
    return outcomes.isEmpty ? amounts : outcomes
  }

  /// The words of the clause that name whose change it is, without 与上年 and the like.
  static func subject(of change: Claim, _ context: NarrativeContext) -> Slice {
    var own = Wording.core(change.base, context.units)
    // 与上年度…, 与2024年预算…: what it is compared with.
    if let with = own.indices.first(where: { isOtherYear($0, own, context.units) }) { own.upper = with }
    own = Wording.core(own, context.units)
    // 上年决算数为51万元，本年比上年减少9万元: of what, the words before say.
    return context.units.equals(anyOf: thisYear, own) ? Slice(own.lower, own.lower) : own
  }

  private static let thisYear = WordList(["本年", "本年度", "今年", "当年"])

  /// Tells whether 与, 和, 同 or 比 and another year stand at a position.
  private static func isOtherYear(_ at: Int, _ slice: Slice, _ units: Units) -> Bool {
    switch units[at] {
    case 0x4E0E, 0x548C, 0x540C, 0x6BD4:
      let after = Slice(at + 1, slice.upper)
      return units.starts(after, withAnyOf: otherYears)
    default: return false
    }
  }

  private static let otherYears = WordList(["上年", "去年", "上一年", "20"])
}
