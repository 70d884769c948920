/// Holds a direction against the figures of two years that stand before it: 2025年预算55万元，2024年预算39万元，减少16万元; and
/// 由39万元减少至55万元.
///
/// Rules: `direction`, where the difference of the two is what the text says, and only its direction is not; `growth-rate`,
/// where a rate shows that one of the three is wrong.
enum TwoYears {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.unit.money != nil || claim.unit == .percent {
      guard !claim.isRough, claim.amount.isCalculable, context.isJudged(claim.passage) else { continue }
      if becomes(index, claim, context, &inspection) { continue }
      difference(index, claim, context, &inspection)
      opposite(index, claim, context, &inspection)
      StatedBase.check(index, claim, context, &inspection)
    }
  }

  // MARK: Both years and their difference

  private static func difference(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let (a, b) = (index - 2, index - 1)
    guard claim.role == .mention || claim.role == .change || claim.role == .rate, !claim.amount.isZero,
      claim.label.count <= longestLead, a >= context.claims.passages[claim.passage].claims.lowerBound,
      isFigure(a, context), isFigure(b, context), context[a].unit == context[b].unit,
      context[a].sentence == claim.sentence, context[b].sentence == claim.sentence,
      let cue = FigureCue.direction(claim, context), !context.units.equals(anyOf: gaps, cue.word),
      !context.units.contains(anyOf: others, in: claim.label),
      FigureCue.areTogether(b, index, context), areSideBySide(a, b, context),
      let years = years(a, b, context),
      let first = context.value(context[a]), let second = context.value(context[b])
    else { return }
    let (now, then) = years.0 > years.1 ? (first, second) : (second, first)
    let step = now.exact > then.exact ? now - then : then - now
    let (nowAt, thenAt) = years.0 > years.1 ? (a, b) : (b, a)
    guard step.exact > 0, !inspection.hasReported("direction", at: claim.figure),
      !inspection.hasReported("direction", at: cue.word)
    else { return }
    if (cue.value > 0) != (now.exact > then.exact) {
      guard isStep(claim, step, then, context) else { return }
      report(cue.word, now: nowAt, then: thenAt, context, &inspection)
    } else if claim.unit != .percent, !inspection.hasReported("growth-rate", at: claim.figure),
      isWrong(index, step, now, then, cue.value, context),
      let shown = context.shown(step.exact.magnitude, like: claim)
    {
      inspection.report(
        "growth-rate", .error, at: claim.figure,
        Message(
          apart, .amount(context[thenAt].amount, nil), .amount(context[nowAt].amount, nil),
          .text(context.draft.string(cue.word)), .amount(shown, nil), .amount(claim.amount, nil)),
        related: context.related([nowAt, thenAt]))
    }
  }

  /// 本年5.30万元，上年4.10万元，增加1.30万元，增长31.71%: change and rate fit one of the two figures, and not both.
  private static func isWrong(
    _ index: Int, _ step: NarrativeContext.Value, _ now: NarrativeContext.Value,
    _ then: NarrativeContext.Value, _ direction: Int, _ context: NarrativeContext
  ) -> Bool {
    let next = index + 1
    guard context.claims.claims.indices.contains(next), context[next].passage == context[index].passage,
      context[next].unit == .percent, context[next].amount.digits >= 100, context[next].amount.decimals >= 2,
      FigureCue.areTogether(index, next, context), context[next].label.count <= longestLead,
      FigureCue.direction(context[next], context)?.value == direction,
      let change = context.value(context[index]), change.exact > 0,
      !change.agreesAsWritten(with: step),
      context.judge(context[next].amount, step, of: then)?.severity == .error
    else { return false }
    // 支出29.86万元，调整预算30.76万元，比2022年27.40万元增加2.46万元: of a figure further before.
    let right = then.after(change, going: direction)
    let isOfAnother = context.claims.claims(of: context[index].passage).contains {
      $0.unit.money != nil && $0.figure != context[index].figure
        && context.value($0).map { $0.agreesAsWritten(with: right) } ?? false
    }
    guard !isOfAnother else { return false }
    // Rate and change fit one of the two: the other has to be one slip away from what they make of it.
    let before = now.before(change, going: direction)
    let rate = context[next].amount
    return then.exact > 0 && context.fits(rate, change, of: then) && Slip.isSlip(now.exact, right.exact)
      || before.exact > 0 && context.fits(rate, change, of: before) && Slip.isSlip(then.exact, before.exact)
  }

  /// The longest words before a change that name nothing else.
  private static let longestLead = 10
  /// Words of a difference without a direction, and of another base.
  private static let gaps = WordList(["差额"])
  private static let others = WordList(["预算", "决算", "执行", "年初"])

  private static func isFigure(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    return claim.unit.money != nil && !claim.isRough && claim.amount.isCalculable
      && (claim.role == .amount || claim.role == .prior) && claim.direction == 0
  }

  /// Tells whether nothing but a comma stands between two figures, or a semicolon and 上年 without a name.
  private static func areSideBySide(_ a: Int, _ b: Int, _ context: NarrativeContext) -> Bool {
    let label = context[b].label
    let (concept, rest) = context.lexicon.concept(of: label, context.units)
    // 公用经费5万元，上年人员经费4万元: of two measures.
    let isSame = concept.measure.isSubset(of: context[a].concept.measure)
    return isSame && rest <= 2 && label.lower - context[a].figure.upper <= 2
  }

  /// The years of two figures, where their words name both, or the second is of the year before.
  private static func years(_ a: Int, _ b: Int, _ context: NarrativeContext) -> (Int, Int)? {
    let own = context.claims.year
    guard own > 0, let second = year(context[b].label, own, context) else { return nil }
    let isNamed = !DocumentYear.years(context[a].label, context.units).isEmpty
    guard let first = year(context[a].label, own, context) ?? (isNamed ? nil : own),
      // 2020年…，比上年… in a draft of 2022: the year before is another one.
      first == own || second == own, (first - second).magnitude == 1
    else { return nil }
    return (first, second)
  }

  private static func year(_ label: Slice, _ own: Int, _ context: NarrativeContext) -> Int? {
    let isLast = context.units.contains(anyOf: GrammarWords.lastYear, in: label)
    // 上年结转 is a figure of this year.
    guard !context.units.contains(anyOf: GrammarWords.carriedOver, in: label) else { return nil }
    if let year = DocumentYear.years(label, context.units).only { return isLast ? nil : year }
    if isLast { return own - 1 }
    return context.units.contains(anyOf: thisYear, in: label) ? own : nil
  }

  private static let thisYear = WordList(["本年", "今年"])

  /// Tells whether a change or its rate is the difference of two figures.
  private static func isStep(
    _ claim: Claim, _ step: NarrativeContext.Value, _ base: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    if claim.unit == .percent { return base.exact > 0 && context.fits(claim.amount, step, of: base) }
    return context.value(claim).map { $0.agreesAsWritten(with: step) } ?? false
  }

  // MARK: Change and rate

  /// 减少6.12万元，增长3.77%: side by side, and in sentences that are read as no comparison.
  private static func opposite(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let next = index + 1
    guard claim.role == .mention || claim.role == .change && isBracketed(next, behind: claim, context),
      claim.unit.money != nil, !claim.amount.isZero,
      context.claims.claims.indices.contains(next), context[next].role == .mention,
      context[next].passage == claim.passage, context[next].unit == .percent, !context[next].amount.isZero,
      context[next].amount.digits > 0, claim.amount.digits > 0,
      context[next].label.lower - claim.figure.upper <= 1, let cue = FigureCue.direction(claim, context),
      let rate = FigureCue.direction(context[next], context), cue.value != rate.value,
      rate.word == context[next].label, !inspection.hasReported("direction", at: cue.word),
      // 节约资金9.20万元，增长7.7%: what was saved has grown.
      claim.role == .change || !context.units.starts(cue.word, withAnyOf: GrammarWords.savings)
    else { return }
    inspection.report(
      "direction", .error, at: rate.word,
      Message(
        NarrativePhrases.opposite, .text(context.draft.string(cue.word)),
        .text(context.draft.string(claim.figure)),
        .text(context.draft.string(rate.word)), .text(context.draft.string(context[next].figure))),
      related: [context.related(claim)], fixes: context.turned(rate.word))
  }

  /// 减少0.66万元（增长7.01%）: a rate in brackets right behind its change.
  private static func isBracketed(_ rate: Int, behind change: Claim, _ context: NarrativeContext) -> Bool {
    context.claims.claims.indices.contains(rate) && context.units[change.figure.upper] == 0x28
      && context[rate].label.lower == change.figure.upper + 1
  }

  // MARK: From and to

  /// 由162.45万元增加至156.33万元: tells whether a figure is said to become another.
  private static func becomes(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Bool {
    let label = claim.label
    guard claim.unit.money != nil else { return false }
    let isUp = context.units.starts(label, withAnyOf: up)
    guard isUp || context.units.starts(label, withAnyOf: down) else { return false }
    let before = index - 1
    guard context.claims.claims.indices.contains(before), context[before].passage == claim.passage,
      context[before].unit == claim.unit, context[before].sentence == claim.sentence,
      label.lower - context[before].figure.upper <= 1,
      context.units.contains(anyOf: FigureCue.from, in: context[before].label)
    else { return false }
    guard let now = context.value(claim), let then = context.value(context[before]), !context[before].isRough,
      !now.agreesAsWritten(with: then), (now.exact > then.exact) != isUp,
      !inspection.hasReported("direction", at: claim.figure)
    else { return true }
    let word = Slice(label.lower, Swift.min(label.upper, label.lower + 2))
    guard !inspection.hasReported("direction", at: word) else { return true }
    report(word, now: index, then: before, context, &inspection)
    return true
  }

  private static let up = WordList([
    "增加到", "增加至", "增长到", "增长至", "上升到", "上升至", "提高到", "提高至", "上调到", "上调至",
  ])
  private static let down = WordList([
    "减少到", "减少至", "下降到", "下降至", "降低到", "降低至", "压减到", "压减至", "压缩到", "压缩至", "下调到", "下调至",
  ])

  private static func report(
    _ word: Slice, now: Int, then: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    inspection.report(
      "direction", .error, at: word,
      Message(
        NarrativePhrases.otherWay, .amount(context[then].amount, nil), .amount(context[now].amount, nil),
        .text(context.draft.string(word))), related: context.related([now, then]), fixes: context.turned(word)
    )
  }

  private static let apart = Phrase(
    "由 {0} 变为 {1}，应{2} {3}，文中写 {4}", "From {0} to {1} is {3} ({2}), the text says {4}")
}
