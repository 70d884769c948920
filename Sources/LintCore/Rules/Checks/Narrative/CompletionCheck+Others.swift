/// Rates of completion that are said of other figures than those beside them.
extension CompletionCheck {
  /// Tells whether a rate is said of other figures than those at hand: of a budget in brackets that it names, of a kind of
  /// spending whose figure is not stated here, or of a whole of whose parts the sentence before speaks.
  static func isOfOthers(_ claim: Claim, _ actual: Int, _ plan: Int, _ context: NarrativeContext) -> Bool {
    let units = context.units
    // 预算33.50万元（年初预算15.50万元，追加18.00万元），决算30.12万元，为年初预算的194.32%
    if let value = context.value(context[actual]),
      units.contains(initial, in: claim.word) || units.contains(initial, in: claim.base),
      context.claims.passages[claim.passage].claims.contains(where: { other in
        context[other].sentence == claim.sentence && units.contains(initial, in: context[other].label)
          && context.value(context[other]).map { $0.exact > 0 && context.fits(claim.amount, value, of: $0) }
            ?? false
      })
    {
      return true
    }
    // 支出合计6076万元，…，项目支出完成预算5018万元的97.10%
    let (own, done) = (context[plan].concept.narrowMeasure, context[actual].concept.narrowMeasure)
    if plan > actual, !own.isEmpty, own.isDisjoint(with: done),
      !own.isDisjoint(with: [.project, .basic, .personnel, .running])
    {
      return true
    }
    // 公务接待费2.36万元。预算总额33.50万元，执行率89.91%
    return plan > actual && context[plan].sentence != context[actual].sentence
      && units.contains(total, in: context[plan].label)
  }

  private static let total: Word = "总额"
}
