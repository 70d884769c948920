/// Holds a change against the budget that the same sentence states: 支出预算9.15万元，支出决算5.85万元，…比预算减少3.30万元.
enum PlannedBase {
  /// Reports a change from the budget that is not the difference of budget and outcome; tells whether it is one at all.
  static func check(
    _ index: Int, _ claim: Claim, _ difference: NarrativeContext.Value, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) -> Bool {
    let words = Wording.core(claim.compared, context.units)
    guard context.claims.isFinal, context.units.equals(anyOf: names, words) else { return false }
    var before = amounts(before: index, claim, context)
    // 决算数12.66万元，为年初预算12.00万元的105.50%: the outcome stands first.
    let isTurned =
      before.count >= 2 && isPlan(before[before.count - 1], context)
      && !isPlan(before[before.count - 2], context)
    if isTurned { before.swapAt(before.count - 1, before.count - 2) }
    guard let current = before.last, before.count >= 2 else {
      apart(index, claim, difference, words, context, &inspection)
      return true
    }
    guard !isPlan(current, context) || words.count > 3 else { return true }
    let stem = context.units.ends(words, with: number) ? Slice(words.lower, words.upper - 1) : words
    let plans = before.dropLast().filter {
      isPlan($0, context) && Wording.contains(context[$0].label, stem, context.units)
    }
    guard let plan = plans.last, let now = context.value(context[current]) else { return true }
    let steps = plans.compactMap { context.value(context[$0]) }.map { now - $0 }
    let sign = Int128(claim.direction)
    guard
      !steps.contains(where: {
        ($0.exact * sign - difference.exact).magnitude <= ($0.writtenHalf + difference.writtenHalf).magnitude
      }),
      let step = steps.last, plans.count == 1,
      let shown = context.shown(step.exact.magnitude, like: claim)
    else { return true }
    // 比预算减少 may mean a budget that was adjusted on the way and is not stated.
    let isNamed =
      !isTurned
      && (words.count > 3
        || !context.units.contains(anyOf: CompletionCheck.plannings, in: context[plan].label))
    let isReversed =
      (step.exact * sign + difference.exact).magnitude <= (2 * difference.writtenHalf).magnitude
    guard isNamed || isSlip(claim, difference, step.exact * sign, context) || isReversed else { return true }
    report(claim, current, plan, isReversed, step.exact * sign < 0, shown, context, &inspection)
    return true
  }

  /// 全年预算7万元，决算5万元，…。决算数较全年预算数减少2万元: of the one budget and the one outcome of the paragraph, where a
  /// slip explains it.
  private static func apart(
    _ index: Int, _ claim: Claim, _ difference: NarrativeContext.Value, _ words: Slice,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let money = context.claims.passages[claim.passage].claims.prefix { $0 < index }.filter {
      context[$0].role == .amount && context.areAlike(context[$0], claim) && !context[$0].amount.isZero
    }
    let plans = money.filter { isPlan($0, context) }
    let outcomes = money.filter { !isPlan($0, context) }
    guard let plan = plans.only, let current = outcomes.last,
      context[plan].sentence == context[current].sentence,
      outcomes.allSatisfy({ context[$0].amount.scaled == context[current].amount.scaled }),
      isKind(words, of: plan, context), isOfNothingElse(claim.base, context),
      let now = context.value(context[current]), let then = context.value(context[plan])
    else { return }
    let sign = Int128(claim.direction)
    let step = now - then
    let tail = (step.writtenHalf + difference.writtenHalf).magnitude
    let isReversed = (step.exact * sign + difference.exact).magnitude <= tail
    guard (step.exact * sign - difference.exact).magnitude > tail,
      isReversed || isSlip(claim, difference, step.exact * sign, context),
      !ChangeCheck.isOfOthers(index, claim, difference, context),
      let shown = context.shown(step.exact.magnitude, like: claim)
    else { return }
    report(claim, current, plan, isReversed, step.exact * sign < 0, shown, context, &inspection)
  }

  /// Tells whether one slip of the pen makes a change of what it should be; 6.06 for 0.66 too.
  private static func isSlip(
    _ claim: Claim, _ difference: NarrativeContext.Value, _ right: Int128, _ context: NarrativeContext
  ) -> Bool {
    Slip.isSlip(difference.exact, right)
      || PlainSlip.swaps(of: claim).contains { context.value($0)?.exact == right }
  }

  /// Tells whether a budget is of the kind that words name: 预算 is any.
  private static func isKind(_ words: Slice, of plan: Int, _ context: NarrativeContext) -> Bool {
    CompletionCheck.plannings.allSatisfy {
      !context.units.contains($0, in: words) || context.units.contains($0, in: context[plan].label)
    }
  }

  /// 决算数, 支出: the clause speaks of what the paragraph speaks of.
  private static func isOfNothingElse(_ base: Slice, _ context: NarrativeContext) -> Bool {
    let (concept, rest) = context.lexicon.concept(of: base, context.units)
    return rest == 0 && concept.measure.isEmpty && concept.source.isEmpty
  }

  private static func report(
    _ claim: Claim, _ current: Int, _ plan: Int, _ isReversed: Bool, _ isOpposite: Bool, _ shown: Amount,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let isMore = (claim.direction > 0) != isOpposite
    let (more, less) = isMore ? (current, plan) : (plan, current)
    inspection.report(
      isReversed ? "direction" : "growth-rate", .error, at: claim.figure,
      Message(
        NarrativePhrases.step, .amount(context[more].amount, nil), .amount(context[less].amount, nil),
        .text(isOpposite ? "反向 " : ""), .amount(shown, nil),
        .text(context.draft.string(claim.word)), .amount(claim.amount, nil)),
      related: context.related([current, plan]))
  }

  private static let names = WordList([
    "预算", "预算数", "年初预算", "年初预算数", "全年预算", "全年预算数", "调整预算", "调整预算数", "年初",
  ])
  private static let number: Word = "数"

  private static func isPlan(_ claim: Int, _ context: NarrativeContext) -> Bool {
    ClaimBinder.isPlan(context[claim].concept)
  }

  /// The amounts of money of the sentence up to a change, without those of lists and brackets of their own.
  private static func amounts(before index: Int, _ claim: Claim, _ context: NarrativeContext) -> [Int] {
    let passage = context.claims.passages[claim.passage]
    let list = claim.subject >= 0 ? inner(context[claim.subject], context) : -1
    return (Swift.max(passage.claims.lowerBound, index - 12)..<index).filter {
      context[$0].role == .amount && context[$0].sentence == claim.sentence
        && inner(context[$0], context) == list
        && context.areAlike(context[$0], claim)
        && !Slice(context[$0].figure.upper, claim.figure.lower).indices.contains {
          context.units[$0] == 0x3B
        }
    }
  }

  /// The list of a sentence that a claim is a part of: an item of its own paragraph is in none.
  private static func inner(_ claim: Claim, _ context: NarrativeContext) -> Int {
    claim.list >= 0 && context.claims.lists[claim.list].isAcrossParagraphs ? -1 : claim.list
  }

}
