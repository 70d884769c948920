/// Recalculates rates of growth (增长率) from the figure and its change, and holds directions against each other.
///
/// With C the figure and d the change, the base is C − d or C + d, and the rate d over the base. The figure may be
/// the last one named, the whole of its list, or the one that the clause names; any that fits will do.
enum GrowthCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.claims.indices {
      let claim = context[index]
      guard context.isJudged(claim.passage), !claim.isRough else { continue }
      switch claim.role {
      case .rate: rate(index, claim, context, &inspection)
      case .change: ChangeCheck.check(index, claim, context, &inspection)
      default: continue
      }
    }
  }

  // MARK: Rates

  private static func rate(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    if claim.direction < 0, claim.amount.scaled > 100 * Scale.one, claim.unit == .percent,
      !hasNegative(claim, context)
    {
      inspection.report(
        "growth-rate", .error, at: claim.figure,
        Message(
          beyond, .text(context.draft.string(claim.word)), .text(context.draft.string(claim.digits) + "%")))
      return
    }
    if claim.direction < 0, claim.amount.digits < 0, claim.word.lower >= claim.label.lower {
      return inspection.report(
        "direction", .warning, at: claim.figure,
        Message(
          twice, .text(context.draft.string(claim.word)), .text(context.draft.string(claim.figure))))
    }
    if contradictsUnchanged(index, claim, context, &inspection) || context.isOfNothing(claim) { return }
    guard claim.subject >= 0 else {
      Explanation.check(claim, context, &inspection)
      bareRate(index, claim, context, &inspection)
      return GrowthElsewhere.ofBase(index, claim, context, &inspection)
    }
    let change = context[claim.subject]
    guard change.role == .change, change.unit.money != nil || change.unit.isCount, !change.isRough else {
      return
    }
    if claim.direction * change.direction < 0 {
      inspection.report(
        "direction", .error, at: claim.word,
        Message(
          NarrativePhrases.opposite, .text(context.draft.string(change.word)),
          .text(context.draft.string(change.figure)),
          .text(context.draft.string(claim.word)), .text(context.draft.string(claim.digits) + "%")),
        related: [context.related(change)], fixes: context.turned(claim.word))
      return
    }
    guard change.direction != 0, let difference = context.value(change) else { return }
    if difference.exact == 0 {
      guard !claim.amount.isZero else { return }
      inspection.report(
        "growth-rate", .error, at: claim.figure,
        Message(zeroChange, .text(context.draft.string(claim.digits) + "%")),
        related: [context.related(change)])
      return
    }
    judge(index, claim, change, difference, context, &inspection)
  }

  /// 与上年持平，增长3.2%: one clause says that nothing changed, the next that something did.
  private static func contradictsUnchanged(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Bool {
    guard index > 0, !claim.amount.isZero, claim.label.lower + 1 >= claim.word.lower else { return false }
    let before = context[index - 1]
    guard before.role == .change, before.digits.isEmpty, before.passage == claim.passage,
      !context.units.contains(nearly, in: before.word), claim.label.lower - before.word.upper <= 1
    else { return false }
    inspection.report(
      "direction", .error, at: before.word,
      Message(
        stillChanged, .text(context.draft.string(before.word)), .text(context.draft.string(claim.word)),
        .text(context.draft.string(claim.digits) + "%")), related: [context.related(claim)])
    return true
  }

  private static let twice = Phrase(
    "“{0} {1}”：已写{0}，数字不应再带负号", "“{0} {1}” says twice that it is less")
  private static let nearly: Word = "基本"
  private static let stillChanged = Phrase("文中写{0}，又写{1} {2}", "The text says {0}, yet also {1} {2}")

  /// A figure below zero in the passage makes any rate possible.
  private static func hasNegative(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    context.claims.claims(of: claim.passage).contains { $0.amount.digits < 0 }
  }

  private static func judge(
    _ index: Int, _ claim: Claim, _ change: Claim, _ difference: NarrativeContext.Value,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    var best: (verdict: NarrativeContext.Verdict, figure: ChangedFigure, base: NarrativeContext.Value)?
    var zeroBase: ChangedFigure?
    let named = ChangedFigure.base(of: claim.subject, context)
    let stated = named.flatMap { judge($0, claim, difference, context) }
    if let stated, stated.severity == nil { return }
    if let named, isChangedItself(named, claim, change, difference, context) { return }
    if isOfPair(index, claim, difference, context) || isOfChangeBefore(claim, context) { return }
    for figure in ChangedFigure.all(of: claim.subject, change, context) {
      let base = figure.value.before(difference, going: change.direction)
      if base.exact == 0 {
        if best == nil { zeroBase = zeroBase ?? figure }
        continue
      }
      guard base.exact > 0 else { continue }
      // 1万元, 增加0.5万元: rounded so far that any rate fits; it says nothing about another figure.
      guard var verdict = context.judge(claim.amount, difference, of: base) else { return }
      // 比上年52万元减少20万元: what the figure was before is stated, and not rounded twice.
      if let stated, let named, verdict != .right, context.value(context[named])?.exact == base.exact {
        verdict = stated
      }
      if verdict == .right || verdict.isRight && !(stated?.isRight ?? true) {
        return BaseSlip.check(named, right: base, figure, change, context, &inspection)
      }
      // The likeliest figure is shown, unless another is off by rounding alone.
      if best.map({ (verdict.severity ?? .info) < ($0.verdict.severity ?? .info) }) ?? true {
        best = (verdict, figure, base)
      }
    }
    // 2024年预算数为28万元，同比增加1万元，同比增长…: the base that the sentence states is what the rate is of.
    if zeroBase == nil, best != nil, let named, context[named].year > 0 {
      ofStated(named, claim, change, stated, context, &inspection)
    } else if zeroBase == nil, let best, let severity = inspection.severity(of: best.verdict, context),
      let computed = context.percent(difference, of: best.base, like: claim.amount)
    {
      if GrowthElsewhere.explains(claim, change, difference, best.figure, context) { return }
      let phrases = change.direction > 0 ? rising : falling
      inspection.report(
        "growth-rate", severity, at: claim.figure,
        Message(
          best.verdict.phrase(phrases, severity),
          .amount(change.amount, nil), .amount(best.figure.amount, nil), .percent(computed),
          .text(context.draft.string(claim.digits) + "%")),
        related: [best.figure.related] + context.related([claim.subject]),
        fixes: context.fix(claim.digits, ShareCheck.shown(computed, claim.amount)))
    } else if let zeroBase, !claim.amount.isZero {
      inspection.report(
        "growth-rate", .error, at: claim.figure,
        Message(
          zero, .amount(zeroBase.amount, nil), .amount(change.amount, nil),
          .text(context.draft.string(claim.digits) + "%")),
        related: [zeroBase.related] + context.related([claim.subject]))
    } else if best == nil, let named, speaksOfAll(change, context) {
      ofStated(named, claim, change, stated, context, &inspection)
    } else if best == nil, named == nil {
      GrowthElsewhere.check(claim, change, difference, before: claim.subject, context, &inspection)
    }
  }

  /// 2023年为28万元，同比增加1万元，同比增长…: what was stated last may have changed itself, against a year before it.
  private static func isChangedItself(
    _ figure: Int, _ claim: Claim, _ change: Claim, _ difference: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    // It begins its sentence.
    guard figure > 0, context[figure - 1].sentence != context[figure].sentence,
      let value = context.value(context[figure])
    else { return false }
    let base = value.before(difference, going: change.direction)
    return base.exact > 0 && context.fits(claim.amount, difference, of: base)
  }

  /// 合计由上年的411万元减至400万元，净减少11万元，下降2.68%, or 减少11万元（由411万元减至400万元），下降2.68%: two figures side by
  /// side differ by the change, and the rate is of one.
  private static func isOfPair(
    _ rate: Int, _ claim: Claim, _ difference: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    let change = context[claim.subject]
    let first = Swift.max(context.claims.passages[change.passage].claims.lowerBound, claim.subject - mostNear)
    var last: NarrativeContext.Value?
    for index in first..<Swift.max(first, rate)
    where context[index].sentence == change.sentence && index != claim.subject {
      guard context.areAlike(context[index], change), let value = context.value(context[index]) else {
        last = nil
        continue
      }
      defer { last = value }
      guard let then = last, then.exact > 0 else { continue }
      let step = value.step(from: then, going: change.direction)
      if step.agreesAsWritten(with: difference),
        context.fits(claim.amount, difference, of: then)
      {
        return true
      }
    }
    return false
  }

  /// How many figures before a change are looked at.
  static let mostNear = 8

  /// Reports a rate as that of a change from the base that its sentence states.
  private static func ofStated(
    _ base: Int, _ claim: Claim, _ change: Claim, _ verdict: NarrativeContext.Verdict?,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let verdict, let severity = inspection.severity(of: verdict, context),
      !inspection.hasReported("growth-rate", at: change.figure),
      let whole = context.value(context[base]),
      let part = context.value(change), let computed = context.percent(part, of: whole, like: claim.amount)
    else { return }
    inspection.report(
      "growth-rate", severity, at: claim.figure,
      Message(
        verdict.phrase(ofBase, severity), .amount(change.amount, nil), .amount(context[base].amount, nil),
        .percent(computed),
        .text(context.draft.string(claim.digits) + "%")),
      related: context.related([base, claim.subject]),
      fixes: context.fix(claim.digits, ShareCheck.shown(computed, claim.amount)))
  }

  /// What a rate is worth as that of a change from the base that its sentence states.
  private static func judge(
    _ base: Int, _ claim: Claim, _ difference: NarrativeContext.Value, _ context: NarrativeContext
  ) -> NarrativeContext.Verdict? {
    guard let value = context.value(context[base]), value.exact > 0 else { return nil }
    return context.judge(claim.amount, difference, of: value)
  }

  /// 与年初预算320.00万元相比，收、支总计各增加: the whole has changed, and not a part of what it is compared with.
  private static func speaksOfAll(_ change: Claim, _ context: NarrativeContext) -> Bool {
    let own = ChangedFigure.subject(of: change, context)
    return own.isEmpty || context.units.contains(anyOf: totals, in: own)
  }

  private static let totals = WordList(["总计", "合计", "总额"])
  private static let ofBase = QuotientPhrases(NarrativePhrases.quotient)

  /// A rate without its change: it is recalculated from the figures of both years where the same clauses state them.
  private static func bareRate(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard claim.direction != 0, Wording.core(claim.base, context.units).count <= 4 else { return }
    guard let (current, prior) = compared(index, claim, context) ?? ofHead(index, claim, context),
      context.areAlike(context[current], context[prior]),
      let now = context.value(context[current]), let before = context.value(context[prior]), before.exact > 0
    else { return }
    let difference = now.step(from: before, going: claim.direction)
    guard !fitsOthers(index, claim, prior, context),
      let verdict = context.judge(claim.amount, difference, of: before),
      let severity = inspection.severity(of: verdict, context),
      let computed = context.percent(difference, of: before, like: claim.amount)
    else { return }
    inspection.report(
      "growth-rate", severity, at: claim.figure,
      Message(
        verdict.phrase(claim.direction > 0 ? bare : bareFall, severity),
        .amount(context[current].amount, nil),
        .amount(context[prior].amount, nil),
        .percent(computed),
        .text(context.draft.string(claim.digits) + "%")),
      related: context.related([current, prior]),
      fixes: context.fix(claim.digits, ShareCheck.shown(computed, claim.amount)))
  }

  /// Tells whether a rate fits other figures of the paragraph than the nearest.
  private static func fitsOthers(_ index: Int, _ claim: Claim, _ base: Int, _ context: NarrativeContext)
    -> Bool
  {
    let (_, bases, figures) = context.compared(before: index, like: context[base])
    return bases.contains { then in
      figures.contains { now in
        context.fits(claim.amount, now.step(from: then, going: claim.direction), of: then)
      }
    }
  }

  /// The figure of this year and that of another year which a comparison of the same clauses states.
  ///
  /// 2022年比2020年减少: the years that the comparison names say which of a series are meant.
  static func compared(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> (
    current: Int, prior: Int
  )? {
    let base = year(in: claim.compared, context)
    let own = year(in: claim.base, context)
    if let base, let own {
      let found = (current: figure(of: own, index, context), prior: figure(of: base, index, context))
      if let current = found.current, let prior = found.prior { return (current, prior) }
    }
    guard let pair = nearest(index, claim, context) else { return nil }
    let isOther =
      differs(base, year(of: pair.prior, context))
      || differs(own ?? context.claims.year, context[pair.current].year)
    return isOther || isOfOtherName(pair.current, pair.prior, claim, context) ? nil : pair
  }

  /// The year of a figure that is compared with: the one that its own words name, else that of its sentence.
  private static func year(of prior: Int, _ context: NarrativeContext) -> Int {
    year(in: context[prior].label, context) ?? context[prior].year
  }

  private static func differs(_ named: Int?, _ stated: Int) -> Bool {
    named.map { $0 > 0 && stated > 0 && $0 != stated } ?? false
  }

  /// The only year that a slice names.
  private static func year(in slice: Slice, _ context: NarrativeContext) -> Int? {
    DocumentYear.years(slice, context.units).only
  }

  /// The only figure that the sentence states for a year before a claim.
  private static func figure(of year: Int, _ index: Int, _ context: NarrativeContext) -> Int? {
    let first = context.claims.passages[context[index].passage].claims.lowerBound
    let found = (Swift.max(first, index - 40)..<index).filter {
      context[$0].year == year && context[$0].sentence == context[index].sentence
        && (context[$0].role == .amount || context[$0].role == .prior)
    }
    return found.only
  }

  private static func nearest(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> (
    current: Int, prior: Int
  )? {
    let first = context.claims.passages[claim.passage].claims.lowerBound
    var current: Int?
    var prior: Int?
    var at = index - 1
    while at >= first, context[at].sentence == claim.sentence {
      switch context[at].role {
      case .prior where prior == nil:
        guard ChangedFigure.isHeld(claim, against: at, context) else { return nil }
        prior = at
      case .amount where current == nil: current = at
      // 本年支出90万元，年末结转由年初的35万元降至29万元，降幅16.76%: what the base became.
      case .mention where current == nil && prior == nil && becomes(at, context): current = at
      // A change between them is that of another figure.
      case .change, .rate: if prior == nil { return nil }
      default: break
      }
      if let prior, let current {
        // 与上年78辆相比，报废5辆、新增3辆，净减少2辆: what came and went is none of what there is.
        if claim.unit.money == nil, claim.unit != .percent, current > prior { return nil }
        let from = Swift.min(prior, current)
        let span = Slice(context[from].figure.upper, claim.figure.lower)
        return span.indices.contains(where: { context.units[$0] == 0x3B }) ? nil : (current, prior)
      }
      at -= 1
    }
    return nil
  }

  private static func becomes(_ index: Int, _ context: NarrativeContext) -> Bool {
    context[index].unit.money != nil && context.units.ends(context[index].label, withAnyOf: FigureCue.upTo)
  }

  static let rising = QuotientPhrases(
    Phrase("{0} ÷ ({1} − {0}) = {2}，文中写 {3}", "{0} ÷ ({1} − {0}) = {2}, the text says {3}"))
  static let falling = QuotientPhrases(
    Phrase("{0} ÷ ({1} + {0}) = {2}，文中写 {3}", "{0} ÷ ({1} + {0}) = {2}, the text says {3}"))
  static let bare = QuotientPhrases(
    Phrase("({0} − {1}) ÷ {1} = {2}，文中写 {3}", "({0} − {1}) ÷ {1} = {2}, the text says {3}"))
  static let bareFall = QuotientPhrases(
    Phrase("({1} − {0}) ÷ {1} = {2}，文中写 {3}", "({1} − {0}) ÷ {1} = {2}, the text says {3}"))
  private static let zero = Phrase(
    "基数为 {0} − {1} = 0，增减率无可比性，文中写 {2}", "The base is {0} − {1} = 0, so there is no rate; the text says {2}")
  private static let beyond = Phrase(
    "{0}不可能超过 100%，文中写 {1}", "Nothing can fall by more than 100%; the text says {1}")
  private static let zeroChange = Phrase(
    "增减额为 0，增减率应为 0，文中写 {0}", "The change is 0, so the rate is 0; the text says {0}")
}

extension NarrativeContext {
  /// 购置费不再安排，较上年减少18万元，下降100%: the words say that nothing is left, and no figure does.
  func isOfNothing(_ rate: Claim) -> Bool {
    guard rate.unit == .percent, rate.direction <= 0, rate.amount.scaled == 100 * Scale.one else {
      return false
    }
    let from = units.sentenceStart(
      before: rate.figure.lower, from: claims.passages[rate.passage].slice.lower)
    return units.contains(anyOf: Self.gone, in: Slice(from, rate.figure.lower))
  }

  private static let gone = WordList([
    "不再", "未安排", "没有安排", "不安排", "取消", "无预算", "未发生", "没有发生", "未开支", "无支出", "无此项", "停止", "未购置",
  ])

  /// A value as a figure in the unit and with the decimals of a claim; money with two if it needs them: 12 − 0.26.
  func shown(_ magnitude: UInt128, like claim: Claim) -> Amount? {
    let unit = UInt128(claim.unit.money?.yuan ?? 1)
    guard let scaled = Int128(exactly: magnitude / unit) else { return nil }
    guard claim.unit.money != nil else { return Amount(scaled: scaled, decimals: claim.amount.decimals) }
    var decimals = Swift.max(claim.amount.decimals, claims.decimals)
    while decimals < 2, let rounded = Amount(scaled: scaled, decimals: decimals), rounded.scaled != scaled {
      decimals += 1
    }
    return Amount(scaled: scaled, decimals: decimals)
  }
}
