/// Rates of completion in sentences of any wording.
extension PlainRatios {
  static func completion(
    _ ratio: Ratio, _ claims: Range<Int>, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    // 执行率99.1%，其中项目支出执行率99.8%: of a part.
    let before = context[Swift.max(claims.lowerBound, ratio.rate - 1)].figure.upper
    let rateAt = context[ratio.rate].figure.lower
    guard before > rateAt || !context.units.contains(GrammarWords.ofWhich, in: Slice(before, rateAt)) else {
      return
    }
    let plans = near(ratio.rate, claims, context).filter {
      $0 != ratio.part && FigureCue.isPlan(context[$0], context)
    }
    if plans.isEmpty { return executed(ratio, claims, context, &inspection) }
    guard let plan = plans.only, let whole = context.value(context[plan]),
      !context.units.contains(
        anyOf: added, in: Slice(context[plan].figure.upper, context[ratio.rate].figure.lower))
    else { return }
    let outcomes = near(ratio.rate, claims, context).filter {
      $0 != plan && !FigureCue.isPlan(context[$0], context) && !FigureCue.isBase($0, context)
    }
    for outcome in outcomes.reversed() {
      var own = ratio
      own.part = outcome
      guard let part = context.value(context[outcome]),
        isSwap(own, outcome, plan, context) || isLikely(own, part, whole, context)
      else { continue }
      return report(own, whole, context, &inspection)
    }
  }

  /// 收入总计508.07万元、支出497.63万元，预算执行率97.95%: of the only two figures the second executes the first.
  private static func executed(
    _ ratio: Ratio, _ claims: Range<Int>, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let near = near(ratio.rate, claims, context)
    guard near.count == 2, context.units.contains(execution, in: context[ratio.rate].label),
      let whole = context.value(context[near[0]]), let part = context.value(context[near[1]]), whole.exact > 0
    else { return }
    var own = ratio
    own.part = near[1]
    if isLikely(own, part, whole, context) { report(own, whole, context, &inspection) }
  }

  private static let execution: Word = "执行率"

  /// 年初预算80万元，追加3万元，决算83万元，执行率100%: the rate is of what the budget became.
  private static let added = WordList(["追加", "追减", "调增", "调减", "调整", "结转"])

  /// Tells whether a slip in a rate of completion explains why it does not fit.
  private static func isLikely(
    _ ratio: Ratio, _ part: NarrativeContext.Value, _ whole: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    let rate = context[ratio.rate].amount
    return context.percent(part, of: whole, like: rate).map { PlainSlip.isLikely(rate, $0) } ?? false
  }
}
