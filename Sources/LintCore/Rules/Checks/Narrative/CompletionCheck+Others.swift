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
        other != plan && context[other].sentence == claim.sentence
          && units.contains(initial, in: context[other].label)
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

  /// 用车费支出78万元，完成预算96%。其中购置费完成预算100%: a part that the text has no figure of.
  static func isOfPart(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    guard claim.subject >= 0, claim.word.lower > claim.label.lower else { return false }
    let own = Wording.core(Slice(claim.label.lower, claim.word.lower), context.units)
    return own.count >= 2
      && (context.units.ends(own, withAnyOf: GrammarWords.costs) || isOfOtherKind(own, claim, context))
      && context.units.contains(
        GrammarWords.ofWhich, in: Slice(context[claim.subject].figure.upper, claim.word.lower))
  }

  /// 支出991万元，预算1000万元。其中项目支出执行率99.8%: of words that say more, or of another kind of spending.
  private static func isOfOtherKind(_ own: Slice, _ claim: Claim, _ context: NarrativeContext) -> Bool {
    let (concept, rest) = context.lexicon.concept(of: own, context.units)
    return rest >= 2
      || !concept.narrowMeasure.isEmpty
        && concept.narrowMeasure.isDisjoint(with: context[claim.subject].concept.narrowMeasure)
  }

  /// 决算104万元，由…和死亡抚恤24万元组成，为年初预算89万元的117%。决算数大于预算数: the rate before says of what.
  static func isOfRate(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    guard index > 0, claim.direction != 0 else { return false }
    let rate = context[index - 1]
    let hundred = 100 * Scale.one
    return (rate.role == .completion || rate.role == .mention) && rate.unit == .percent
      && !rate.digits.isEmpty
      && rate.passage == claim.passage
      && claim.sentence - rate.sentence <= 1
      && (rate.amount.scaled > hundred ? 1 : rate.amount.scaled < hundred ? -1 : 0) == claim.direction
  }

  /// 除市场秩序执法（项）外，其余三项均低于年初预算; 合计248万元；药品事务（项）与年初预算一致: of what only the clause itself names.
  static func isOfNamed(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let units = context.units
    let own = Wording.core(
      Slice(claim.label.lower, Swift.max(claim.label.lower, claim.word.lower)), units)
    guard own.count >= 4 else { return false }
    if units.contains(anyOf: others, in: own) { return true }
    guard units.ends(own, withAnyOf: levels), claim.subject >= 0 else { return false }
    let subject = context[claim.subject]
    return !Wording.contains(subject.label, own, units) && !Wording.contains(subject.topic, own, units)
  }

  private static let others = WordList(["其余", "其他各", "其它各"])
  private static let levels = WordList(["(项)", "(款)", "(类)"])

  /// 执行数98万元，尚有2万元未支出，占全年预算的2%: the rate of what is left, and of nothing that was done.
  static func isOfUnspent(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> Bool {
    guard index > 0, context.units.starts(claim.word, with: share) else { return false }
    let before = context[index - 1]
    guard before.role == .mention, before.unit.money != nil, before.sentence == claim.sentence,
      before.passage == claim.passage
    else { return false }
    let clause = Slice(before.label.lower, Swift.max(before.label.lower, claim.word.lower))
    return context.units.contains(anyOf: GrammarWords.unspent, in: clause)
      || context.units.contains(anyOf: left, in: before.label)
  }

  private static let share: Word = "占"
  private static let left = WordList(["尚有", "结余", "剩余", "余", "未"])
  private static let total: Word = "总额"
}

extension CompletionCheck {
  /// 支出2.46万元。其中：未发生公务用车购置费（上年亦为0），完成预算的0%: of what was not spent at all.
  static func isOfNothing(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    guard claim.amount.isZero, claim.subject >= 0 else { return false }
    let start = context[claim.subject].figure.upper
    return context.units.contains(anyOf: nothing, in: Slice(start, Swift.max(start, claim.word.lower)))
  }

  private static let nothing = WordList(["未发生", "没有发生", "未购置", "未安排", "未支出"])
}
