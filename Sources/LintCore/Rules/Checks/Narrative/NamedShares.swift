/// Recalculates shares whose own words name the part and the whole, which sentences before state: 收入预算为90万元，其中：事业收入
/// 60万元…。从结构看，事业收入占收入预算的66.67%，….
///
/// Rule: `share`. Both figures must be the only ones of their names nearby, and a slip of the pen has to explain the share.
enum NamedShares {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var base: (words: Slice, share: Int)?
    for (index, claim) in context.claims.claims.enumerated() where claim.role == .share {
      // 事业收入占收入预算的66.67%，其他收入占33.33%: what the first is a share of.
      if let known = base, !claim.base.isEmpty || !goesOn(index, behind: known.share, context) { base = nil }
      if !claim.base.isEmpty { base = (Wording.core(claim.base, context.units), index) }
      base?.share = index
      guard !claim.isRough, context.isJudged(claim.passage), let whole = base?.words, !whole.isEmpty,
        claim.subject < 0 || isElsewhere(claim.subject, claim, context)
      else { continue }
      check(index, claim, whole, context, &inspection)
    }
  }

  private static func goesOn(_ index: Int, behind last: Int, _ context: NarrativeContext) -> Bool {
    index - last == 1 && context[index].sentence == context[last].sentence
      && context[index].passage == context[last].passage
  }

  private static func isElsewhere(_ amount: Int, _ share: Claim, _ context: NarrativeContext) -> Bool {
    context[amount].passage != share.passage || context[amount].sentence != share.sentence
  }

  private static func check(
    _ index: Int, _ claim: Claim, _ base: Slice, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let name = Slice(
      claim.label.lower, Swift.max(claim.label.lower, Swift.min(claim.word.lower, claim.label.upper)))
    let (concept, rest) = context.lexicon.concept(of: name, context.units)
    let measure = concept.narrowMeasure
    let isSource = measure.isEmpty && concept.source.rawValue.nonzeroBitCount == 1 && !concept.flow.isEmpty
    guard rest <= 1, isSource || measure.rawValue.nonzeroBitCount == 1 && parts.isSuperset(of: measure),
      let part = only(near(index, context).filter { names($0, concept, context) }, context),
      let whole = only(
        near(index, context).filter { isNamed($0, base, context) && $0 != part }, context),
      let own = context.value(context[part]), let all = context.value(context[whole]), all.exact >= own.exact,
      own.exact > 0,
      let verdict = context.judge(claim.amount, own, of: all), verdict.severity == .error,
      let computed = context.percent(own, of: all, like: claim.amount),
      PlainSlip.isLikely(claim.amount, computed),
      !inspection.hasReported(rules, in: claim.figure)
    else { return }
    var share = claim
    share.subject = part
    _ = ShareCheck.report(
      share, ShareCheck.phrases.wrong, .error, whole: context[whole].amount, computed,
      context.related([part, whole]), context, &inspection)
  }

  /// The amounts of money, and those said in passing, before a share in its section, in its own paragraph and the few before it.
  private static func near(_ index: Int, _ context: NarrativeContext) -> [Int] {
    let passages = context.claims.passages
    let passage = context[index].passage
    let first = passages[Swift.max(0, passage - reach)].claims.lowerBound
    return (Swift.max(first, index - mostBefore)..<Swift.max(first, index)).filter {
      let claim = context[$0]
      return (claim.role == .amount || claim.role == .mention) && claim.unit.money != nil
        && passages[claim.passage].section == passages[passage].section
    }
  }

  private static let (reach, mostBefore) = (3, 60)

  /// One of some amounts, if all of them are the same figure.
  private static func only(_ amounts: [Int], _ context: NarrativeContext) -> Int? {
    guard let first = amounts.first else { return nil }
    return amounts.allSatisfy { context[$0].amount.scaled == context[first].amount.scaled } ? first : nil
  }

  /// Tells whether an amount is of a kind of spending, or of a source of income or spending.
  private static func names(_ amount: Int, _ concept: FigureConcept, _ context: NarrativeContext) -> Bool {
    let own = context[amount].concept
    guard own.narrowMeasure == concept.narrowMeasure else { return false }
    return !concept.narrowMeasure.isEmpty || own.source == concept.source && own.flow == concept.flow
  }

  private static func isNamed(_ amount: Int, _ base: Slice, _ context: NarrativeContext) -> Bool {
    let claim = context[amount]
    if Wording.contains(claim.label, base, context.units) { return true }
    guard claim.concept.narrowMeasure.isEmpty else { return false }
    if Wording.contains(claim.topic, base, context.units) { return true }
    // 支出预算7034.86万元 is 支出总额, whatever it is called.
    let (concept, rest) = context.lexicon.concept(of: base, context.units)
    return rest == 0 && concept.contains(.total) && concept.measure.isEmpty && concept.source.isEmpty
      && !concept.flow.isEmpty && claim.list < 0 && claim.rest == 0 && claim.concept.source.isEmpty
      && claim.concept.flow == concept.flow && !claim.concept.contains(.lastYear)
  }

  private static let parts: FigureConcept = [
    .serviceIncome, .operatingIncome, .fromAbove, .fromBelow, .otherIncome, .basic, .project, .personnel,
    .running, .goods, .works, .services, .reception, .vehicles, .abroad,
  ]
  private static let rules: Set<String> = ["share", "share-sum"]
}
