/// Holds changes (增加45.25万元, 与上年持平) against the figures they speak of and against each other.
enum ChangeCheck {
  static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    if claim.digits.isEmpty { return unchanged(index, claim, context, &inspection) }
    Explanation.check(claim, context, &inspection)
    guard claim.direction != 0, let difference = context.value(claim) else { return }
    beyond(index, claim, difference, context, &inspection)
    if PlannedBase.check(index, claim, difference, context, &inspection) || isGross(index, claim, context) {
      return
    }
    // 上年100万元 and 本年120万元 of the same sentence decide the direction.
    guard let (current, prior) = GrowthCheck.compared(index, claim, context),
      context.areAlike(context[current], context[prior]),
      context.areAlike(context[current], claim), let now = context.value(context[current]),
      let then = context.value(context[prior])
    else { return ChangeBase.check(index, claim, difference, context, &inspection) }
    let step = now.step(from: then, going: claim.direction)
    guard !step.interval.meets(difference.interval),
      ChangeBase.isConfirmed(current, index, prior, difference, context)
        || !isOfOthers(index, claim, difference, besides: (current, prior), context)
    else { return }
    if ChangeBase.isInYuan(current, index, prior, difference, context, &inspection) { return }
    let isReversed = (then - now).interval.meets(difference.interval) == (claim.direction > 0)
    guard let shown = context.shown(step.exact.magnitude, like: context[current]) else { return }
    inspection.report(
      isReversed && step.exact < 0 ? "direction" : "growth-rate", .error, at: claim.figure,
      Message(
        NarrativePhrases.step, .amount(context[claim.direction > 0 ? current : prior].amount, nil),
        .amount(context[claim.direction > 0 ? prior : current].amount, nil),
        .text(step.exact < 0 ? "反向 " : ""), .amount(shown, nil), .text(context.draft.string(claim.word)),
        .amount(claim.amount, nil)),
      related: context.related([current, prior]))
  }

  /// 上年末为176人，当年减少9人、增加5人: what went and what came, of which only the difference is that of the years.
  private static func isGross(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> Bool {
    guard claim.unit.money == nil else { return false }
    let passage = context.claims.passages[claim.passage].claims
    let first = Swift.max(passage.lowerBound, index - mostFlows)
    return (first..<Swift.min(passage.upperBound, index + mostFlows)).contains { at in
      let other = context[at]
      return at != index && other.sentence == claim.sentence && other.unit == claim.unit
        && !context.units.contains(anyOf: FigureCue.comparing, in: other.label)
        && (other.direction == -claim.direction && other.role == .change
          || FigureCue.direction(other, context)?.value == -claim.direction)
    }
  }

  /// How far from a change what goes the other way may stand, in figures.
  private static let mostFlows = 6

  /// Tells whether a change fits other figures of the paragraph than the nearest: the whole of a list, the subject before
  /// 占基本支出80万元的5%, the other of two bases.
  static func isOfOthers(
    _ index: Int, _ claim: Claim, _ difference: NarrativeContext.Value,
    besides held: (current: Int, prior: Int)? = nil, _ context: NarrativeContext
  ) -> Bool {
    let (money, bases, figures) = context.compared(before: index, like: claim)
    func fits(_ now: NarrativeContext.Value, _ then: NarrativeContext.Value) -> Bool {
      let step = now.step(from: then, going: claim.direction)
      return step.agreesAsWritten(with: difference)
    }
    if bases.contains(where: { then in figures.contains { fits($0, then) } }) { return true }
    // 预算12.60万元，决算10.61万元；2021年度决算11.30万元，…同比减少0.69万元: any two of the sentence may be meant.
    let near = money.filter { context[$0].sentence == claim.sentence && context[$0].role != .change }
      .suffix(mostNear).compactMap { at in context.value(context[at]).map { (at: at, value: $0) } }
    return near.contains { then in
      near.contains { now in
        // The two that were held against each other do not become right the other way round, nor does any earlier year.
        !(now.at == held?.prior && then.at == held?.current) && year(now.at) >= year(then.at)
          && fits(now.value, then.value)
      }
    }
    func year(_ at: Int) -> Int { context[at].year > 0 ? context[at].year : context.claims.year }
  }

  /// How many figures of a sentence are held against each other.
  private static let mostNear = 8

  private static func unchanged(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    if PlanEcho.contradicts(index, claim, context, &inspection) { return }
    if ChangeBase.contradicts(index, claim, context, &inspection) { return }
    // 因公出国（境）费与上年持平 speaks of its own subject, not of the one before.
    guard ChangedFigure.subject(of: claim, context).isEmpty else { return }
    let passage = context.claims.passages[claim.passage]
    for at in passage.claims where at < index && context[at].sentence == claim.sentence {
      let other = context[at]
      guard other.role == .change, !other.digits.isEmpty, !other.amount.isZero,
        other.subject == claim.subject,
        !other.isRough, other.direction != 0, !isOfOtherBase(claim, at, context),
        !Slice(other.figure.upper, claim.word.lower).indices.contains(where: { context.units[$0] == 0x3B })
      else { continue }
      // 减少0.13万元，下降0.12%，与上年基本持平: less than one in a hundred is hardly a change.
      if isHardly(at, claim, context) { return }
      inspection.report(
        "direction", .error, at: claim.word,
        Message(
          notUnchanged, .text(context.draft.string(other.word)), .text(context.draft.string(other.figure)),
          .text(context.draft.string(claim.word))), related: [context.related(other)])
      return
    }
  }

  /// 较上年减少6万元，较预算数2万元无增减: what did not change is held against the budget.
  private static func isOfOtherBase(_ claim: Claim, _ index: Int, _ context: NarrativeContext) -> Bool {
    let change = context[index]
    let between = Slice(change.figure.upper, Swift.max(change.figure.upper, claim.word.lower))
    let first = context.claims.passages[change.passage].claims.lowerBound
    let before = (Swift.max(first, index - 8)..<index).last { context[$0].role == .amount }
    let start = before.map { context[$0].figure.upper } ?? context.claims.passages[change.passage].slice.lower
    let isToBudget = context.units.contains(budget, in: Slice(start, Swift.max(start, change.word.lower)))
    return context.units.contains(budget, in: between) != isToBudget
      && (!isToBudget || namesYear(between, context))
  }

  /// 比预算2.5万元减少0.64万元，与2022年度持平: what did not change is held against a year.
  private static func namesYear(_ slice: Slice, _ context: NarrativeContext) -> Bool {
    context.units.contains(anyOf: years, in: slice)
  }

  private static let years = WordList(["年", "去年", "上期"])
  private static let budget: Word = "预算"

  /// Tells whether 基本 stands before 持平 and a change is one of at most 1 %.
  private static func isHardly(_ change: Int, _ claim: Claim, _ context: NarrativeContext) -> Bool {
    let start = Swift.max(context.claims.passages[claim.passage].slice.lower, claim.word.lower - 2)
    guard
      context.units.equals(Slice(start, claim.word.lower), nearly)
        || context.units.starts(claim.word, with: nearly)
    else { return false }
    // 较上年减少46.82万元，与上年基本持平 says no rate: the amount shows how little that is.
    if context[change].subject >= 0, let step = context.value(context[change]),
      let amount = context.value(context[context[change].subject]),
      step.exact.magnitude * 100 <= amount.exact.magnitude
    {
      return true
    }
    return context.claims.claims(of: claim.passage).contains {
      $0.role == .rate && $0.subject == change && $0.amount.scaled <= Scale.one
    }
  }

  private static let nearly: Word = "基本"
  private static let notUnchanged = Phrase("前文写{0} {1}，后文却写{2}", "“{0} {1}”, yet the text says “{2}”")

  /// Nothing can grow by more than it is.
  private static func beyond(
    _ index: Int, _ claim: Claim, _ difference: NarrativeContext.Value, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard claim.direction > 0, !claim.isRough,
      !context.claims.claims(of: claim.passage).contains(where: { $0.amount.digits < 0 })
    else { return }
    var figures = ChangedFigure.all(of: index, claim, context)
    // 与上年采购支出320.00万元相比增加: of which figure only the same sentence can say.
    if ChangedFigure.base(of: index, context) != nil {
      figures.removeAll { $0.claim >= 0 && ChangedFigure.isElsewhere($0.claim, claim, context) }
    }
    guard let nearest = figures.first,
      figures.allSatisfy({ $0.value.interval.high < difference.interval.low && $0.value.exact >= 0 }),
      !isSmaller(difference, besides: nearest, of: claim, context)
    else { return }
    inspection.report(
      "growth-rate", .error, at: claim.figure,
      Message(
        more, .amount(nearest.amount, nil), .text(context.draft.string(claim.word)),
        .text(context.draft.string(claim.figure))),
      related: figures.prefix(3).map(\.related))
  }

  /// Tells whether the paragraph before, whose last figure a change is taken to speak of, states one large enough.
  private static func isSmaller(
    _ difference: NarrativeContext.Value, besides nearest: ChangedFigure, of change: Claim,
    _ context: NarrativeContext
  ) -> Bool {
    guard nearest.claim >= 0, context[nearest.claim].passage != change.passage else { return false }
    return context.claims.claims(of: context[nearest.claim].passage).contains {
      guard $0.role == .amount, let value = context.value($0) else { return false }
      return value.exact >= difference.exact
    }
  }

  private static let more = Phrase(
    "本年数为 {0}，文中却写{1} {2}，增加额大于本年数", "The figure is {0}; it cannot grow by more than it is ({1} {2})")
}
