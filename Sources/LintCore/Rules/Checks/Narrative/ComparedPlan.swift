/// 与年初预算5,765.03万元相比，完成年初预算的101.60%: a budget that a comparison names, and what completes it.
enum ComparedPlan {
  /// The budget right before a rate of completion that was read as what another figure is held against.
  static func find(_ rate: Int, _ context: NarrativeContext) -> Int? {
    let own = context[rate]
    var at = rate - 1
    // 与年初预算8652万元相比，增加2782万元，完成年初预算的132.16%: the change is that of both.
    while at >= 0, context[at].role == .change || context[at].role == .rate { at -= 1 }
    guard at >= 0, rate - at <= 3 else { return nil }
    let plan = context[at]
    return plan.role == .prior && plan.passage == own.passage && plan.sentence == own.sentence
      && plan.unit.money != nil && FigureCue.isPlan(plan, context) ? at : nil
  }

  /// A relation with the figure that its own words name, where that is not the nearest; `nil` if the text has none.
  ///
  /// 公务接待费2.74万元，完成预算的36.29%。“三公”经费决算数与预算数相同
  static func aligned(_ relation: Claim, before index: Int, _ context: NarrativeContext) -> Claim? {
    let own = relation.concept.narrowMeasure
    guard relation.subject >= 0, !own.isEmpty else { return relation }
    let subject = context[relation.subject]
    let measure = subject.concept.narrowMeasure
    let named =
      measure.isEmpty
      ? context.lexicon.concept(of: subject.topic, context.units).concept.narrowMeasure : measure
    guard !named.isEmpty, own.isDisjoint(with: named) else { return relation }
    let first = context.claims.passages[relation.passage].claims.lowerBound
    var aligned = relation
    let found = (first..<index).last {
      context[$0].role == .amount && !FigureCue.isPlan(context[$0], context) && isNamed(own, $0, context)
    }
    guard let found else { return nil }
    aligned.subject = found
    return aligned
  }

  /// Tells whether the words of a figure, or what it speaks of, name a measure.
  private static func isNamed(_ measure: FigureConcept, _ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    let own = claim.concept.narrowMeasure
    return own == measure
      || own.isEmpty
        && context.lexicon.concept(of: claim.topic, context.units).concept.narrowMeasure == measure
  }

  /// The outcome that a paragraph begins with, if it states no other.
  private static func heads(_ plan: Int, _ context: NarrativeContext) -> [Int] {
    let outcomes = (context.claims.passages[context[plan].passage].claims.lowerBound..<plan).filter {
      context[$0].role == .amount && context[$0].unit.money != nil && !FigureCue.isPlan(context[$0], context)
    }
    guard let only = outcomes.only, context.areAlike(context[only], context[plan]),
      context[only].concept.contains(.actual) || context.claims.isFinal && isSpending(only, context)
    else { return [] }
    return [only]
  }

  /// 一般公共预算财政拨款支出11434万元: what was spent, in final accounts, where no word says so.
  private static func isSpending(_ index: Int, _ context: NarrativeContext) -> Bool {
    context[index].list < 0 && context[index].concept.flow == .expense
  }

  /// The amounts of a paragraph that may complete a budget of the same source and measure, nearest first.
  static func outcomes(before plan: Int, _ context: NarrativeContext) -> [Int] {
    let concept = context[plan].concept
    // 支出决算9714.44万元。与年初预算9385.24万元相比，…: a bare budget is that of the outcome that heads the paragraph.
    if concept.source.isEmpty, concept.narrowMeasure.isEmpty { return heads(plan, context) }
    let before = context.claims.passages[context[plan].passage].claims.lowerBound..<plan
    return before.reversed().filter {
      let claim = context[$0]
      return claim.role == .amount && context.areAlike(claim, context[plan])
        && !FigureCue.isPlan(claim, context) && claim.concept.source == concept.source
        && claim.concept.narrowMeasure == concept.narrowMeasure
    }
  }
}
