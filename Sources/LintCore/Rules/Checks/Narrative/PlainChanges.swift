/// Recalculates changes and rates in sentences of any wording: 由80万元增至90万元，增长12.50%; 上年80万元，今年多支10万元.
///
/// A figure is only wrong where no figures of the paragraph make what it says, and the others of its sentence make
/// another or a slip of the pen explains it.
enum PlainChanges {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let claims = context.claims.passages[index].claims
      guard claims.count >= 2, claims.count <= mostFigures else { continue }
      inspection.look(for: .changes, inPassage: index, context) { passage(claims, context, &$0) }
    }
  }

  /// The most figures of a paragraph that are held against each other.
  private static let mostFigures = 60

  /// A change, its rate, or both side by side.
  struct Change {
    var amount: Int?
    var rate: Int?
    var direction: Int
    var word: Slice
    var lower: Int { Swift.min(amount ?? .max, rate ?? .max) }
    var upper: Int { Swift.max(amount ?? -1, rate ?? -1) }
  }

  private static func passage(
    _ claims: Range<Int>, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    var index = claims.lowerBound
    var around: [Int]?
    while index < claims.upperBound {
      guard let change = change(at: index, claims, context) else {
        index += 1
        continue
      }
      let money = around ?? figures(claims, context)
      around = money
      judge(change, money, context, &inspection)
      index = change.upper + 1
    }
  }

  /// The figures that a change can be made of.
  private static func figures(_ claims: Range<Int>, _ context: NarrativeContext) -> [Int] {
    claims.filter {
      let claim = context[$0]
      return claim.unit.money != nil && !claim.amount.isZero && claim.amount.isCalculable
        && FigureCue.direction(claim, context) == nil
    }
  }

  private static func change(at index: Int, _ claims: Range<Int>, _ context: NarrativeContext) -> Change? {
    guard let own = cue(index, context) else { return nil }
    var change = Change(direction: own.value, word: own.word)
    set(index, &change, context)
    let next = index + 1
    guard next < claims.upperBound, let other = cue(next, context), other.value == own.value,
      (context[next].unit == .percent) != (context[index].unit == .percent),
      FigureCue.areAlike(context[index], context[next], context),
      FigureCue.areTogether(index, next, context),
      !divides(from: context[index].figure.upper, to: other.word.lower, context)
    else { return change }
    set(next, &change, context)
    return change
  }

  private static func set(_ index: Int, _ change: inout Change, _ context: NarrativeContext) {
    if context[index].unit == .percent { change.rate = index } else { change.amount = index }
  }

  private static func cue(_ index: Int, _ context: NarrativeContext) -> (value: Int, word: Slice)? {
    let claim = context[index]
    guard claim.unit == .percent || claim.unit.money != nil, !claim.isRough, !claim.amount.isZero,
      claim.amount.isCalculable
    else { return nil }
    return FigureCue.direction(claim, context)
  }

  // MARK: Judging

  private static func judge(
    _ change: Change, _ around: [Int], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard around.count <= mostAround, !isKnown(change, context, inspection), !isSpecial(change, context),
      !isComponent(change, context),
      !(change.rate.map { context.isOfNothing(context[$0]) } ?? false)
    else { return }
    // 支出676万元，完成预算686万元的98.54%，比上年减少20万元: a budget is no figure of last year.
    // In a budget the figures of the year are budgets themselves.
    let isOfLastYear = context.claims.isFinal && comparesLastYear(change, context)
    let around = isOfLastYear ? around.filter { !FigureCue.isPlan(context[$0], context) } : around
    let near = around.filter { FigureCue.areTogether($0, change.lower, context) }
    let bases = near.filter {
      $0 < change.lower && (FigureCue.isBase($0, context) || ChangedFigure.isBase($0, context))
    }
    let now = near.filter { !bases.contains($0) && $0 < change.lower }
    if let rate = change.rate, let amount = change.amount {
      both(change, rate, amount, bases, now, around, context, &inspection)
    } else if let rate = change.rate {
      rateAlone(change, rate, bases, now, around, context, &inspection)
    } else if let amount = change.amount {
      let plans = now.filter { FigureCue.isPlan(context[$0], context) }
      let isOfPlan = bases.isEmpty || isAgainstPlan(amount, context)
      difference(
        change, amount, isOfPlan ? plans : bases,
        isOfPlan ? now.filter { !plans.contains($0) } : now, around, context, &inspection)
    }
  }

  private static let mostAround = 24

  private static func isAgainstPlan(_ amount: Int, _ context: NarrativeContext) -> Bool {
    context.units.contains(budget, in: context[amount].label)
  }

  private static let budget: Word = "预算"

  /// The difference from a base to a figure in the direction of a change.
  private static func step(
    _ now: Int, _ base: Int, _ direction: Int, _ context: NarrativeContext
  ) -> NarrativeContext.Value? {
    guard let now = context.value(context[now]), let then = context.value(context[base]) else { return nil }
    let step = now.step(from: then, going: direction)
    return step.exact > 0 ? step : nil
  }

  private static func fits(
    _ rate: Int, _ part: NarrativeContext.Value, _ base: Int, _ context: NarrativeContext
  )
    -> Bool
  {
    guard let whole = context.value(context[base]), whole.exact > 0 else { return false }
    return context.fits(context[rate].amount, part, of: whole)
  }

  /// Tells whether any two figures make a change.
  private static func isMade(
    _ amount: NarrativeContext.Value, _ direction: Int, _ around: [Int], _ context: NarrativeContext
  ) -> Bool {
    around.contains { now in
      around.contains { base in
        step(now, base, direction, context).map { $0.agreesAsWritten(with: amount) } ?? false
      }
    }
  }

  /// Tells whether a change and its rate are right for a figure: as what it has become, or as what it was.
  private static func supports(
    _ figure: Int, _ rate: Int, _ amount: NarrativeContext.Value, _ direction: Int,
    _ context: NarrativeContext
  ) -> Bool {
    guard let value = context.value(context[figure]) else { return false }
    let base = value.before(amount, going: direction)
    return base.exact > 0 && context.fits(context[rate].amount, amount, of: base)
      || fits(rate, amount, figure, context)
  }

  /// 3.3万元，减少2.7元: one of the units is a slip, which is another finding.
  private static func isSameScale(_ a: Int, _ b: Int, _ context: NarrativeContext) -> Bool {
    (context[a].unit == .yuan) == (context[b].unit == .yuan)
  }

  private static func both(
    _ change: Change, _ rate: Int, _ amount: Int, _ bases: [Int], _ now: [Int], _ around: [Int],
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let difference = context.value(context[amount]), difference.exact > 0,
      around.allSatisfy({ isSameScale($0, amount, context) }),
      !(bases.last.map { isOfPart(change, amount, behind: $0, context) } ?? false)
        || !isMade(rate, change.direction, around, context)
    else { return }
    // The nearest figures are the likeliest.
    if let figure = (now.reversed() + bases + around).first(where: {
      supports($0, rate, difference, change.direction, context)
    }) {
      // 总计90万元，…；与年初预算80万元相比增长12.5%，增加额为10万元: what the rate fits has changed.
      let all = now.isEmpty && !bases.contains(figure) ? [figure] : now
      return self.difference(change, amount, bases, all, around, context, &inspection)
    }
    guard let base = bases.last else {
      // 支出3.61万元，为预算数4.20万元的85.95%，同比下降7.44%、减少0.29万元: the budget has not changed.
      let outcomes = now.count > 1 ? now.filter { !FigureCue.isPlan(context[$0], context) } : now
      let all = now.isEmpty && around.count == 1 ? around : outcomes
      if now.isEmpty, all.count != 1 {
        return ofAny(change, rate, amount, difference, around, context, &inspection)
      }
      guard let only = all.only, only < change.lower,
        let value = context.value(context[only])
      else { return }
      let before = value.before(difference, going: change.direction)
      guard before.exact > 0, isCertain(rate, difference, before, context),
        !isOfAnother(change, rate, amount, context[only], context), !FigureCue.isBase(only, context)
      else { return }
      return report(rate, difference, before, like: only, [only, amount], context, &inspection)
    }
    let all =
      now.isEmpty && around.count == bases.count + 1
      ? around.filter { !bases.contains($0) && $0 < change.lower } : now
    for figure in all {
      guard let step = step(figure, base, change.direction, context),
        let before = context.value(context[base])
      else { continue }
      if step.agreesAsWritten(with: difference) {
        guard isCertain(rate, step, before, context) else { return }
        return report(rate, step, before, like: base, [figure, base, amount], context, &inspection)
      }
      guard fits(rate, step, base, context) else { continue }
      if context[rate].amount.decimals >= 2
        || PlainSlip.isLikely(difference.exact, step.exact, context[amount])
      {
        return report(change, amount, figure, base, step, context, &inspection)
      }
    }
    if base == change.lower - 1, let before = context.value(context[base]),
      isSwap(rate, amount, base, change.direction, isBase: true, context)
        || isOfThisYear(change, behind: base, context) && isCertain(rate, difference, before, context)
    {
      return report(rate, difference, before, like: base, [base, amount], context, &inspection)
    }
  }

  /// 上年支出2.92万元，本年减少0.17万元，下降5.82%: nothing but 本年 stands between a base and its change.
  private static func isOfThisYear(_ change: Change, behind base: Int, _ context: NarrativeContext) -> Bool {
    let words = Slice(context[base].figure.upper, Swift.max(context[base].figure.upper, change.word.lower))
    return context.units.equals(anyOf: thisYear, Wording.core(words, context.units))
  }

  private static let thisYear = WordList(["本年", "今年", "本年度", "同比", "本年比上年", "今年比上年"])

  /// 收支总计同比增长12.50%，增加额为10万元: of a figure of the paragraph that only a slip keeps from fitting.
  private static func ofAny(
    _ change: Change, _ rate: Int, _ amount: Int, _ difference: NarrativeContext.Value, _ around: [Int],
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    for figure in around.reversed() where figure < change.lower {
      guard isSwap(rate, amount, figure, change.direction, isBase: false, context),
        let value = context.value(context[figure])
      else { continue }
      let before = value.before(difference, going: change.direction)
      guard before.exact > 0, isCertain(rate, difference, before, context) else { continue }
      return report(rate, difference, before, like: figure, [figure, amount], context, &inspection)
    }
  }

  /// Tells whether the words before a change or its rate name something else than the figure before them.
  private static func isOfAnother(
    _ change: Change, _ rate: Int, _ amount: Int, _ figure: Claim, _ context: NarrativeContext
  ) -> Bool {
    [rate, amount].contains { at in
      cue(at, context).map { FigureCue.hasSubject(context[at], $0.word, behind: figure, context) } ?? true
    }
  }

  /// Tells whether two swapped digits in a rate, its change or the figure before it explain why they do not fit.
  private static func isSwap(
    _ rate: Int, _ amount: Int, _ figure: Int, _ direction: Int, isBase: Bool, _ context: NarrativeContext
  ) -> Bool {
    func fits(_ rate: Amount, _ amount: Claim, _ figure: Claim) -> Bool {
      guard let part = context.value(amount), let value = context.value(figure) else { return false }
      let base = isBase ? value : value.before(part, going: direction)
      return base.exact > 0 && part.exact > 0 && context.fits(rate, part, of: base)
    }
    let (stated, part, whole) = (context[rate].amount, context[amount], context[figure])
    guard stated.digits >= 100, part.unit == whole.unit else { return false }
    return PlainSlip.swaps(of: stated).contains { fits($0, part, whole) }
      || PlainSlip.swaps(of: part).contains { fits(stated, $0, whole) }
      || PlainSlip.swaps(of: whole).contains { fits(stated, part, $0) }
  }

  /// Tells whether a rate is wrong for a change and its base, whatever rounding they had.
  private static func isCertain(
    _ rate: Int, _ part: NarrativeContext.Value, _ base: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    context.judge(context[rate].amount, part, of: base)?.severity == .error
  }

  /// 上年80万元，本年90万元，增加12万元: the three say the same twice.
  private static func difference(
    _ change: Change, _ amount: Int, _ bases: [Int], _ now: [Int], _ around: [Int],
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let alike = around.filter { context[$0].unit == context[amount].unit }
    guard let stated = context.value(context[amount]), let base = bases.last,
      !isMade(stated, change.direction, (now + bases).filter(alike.contains), context),
      !isMade(stated, change.direction, alike, context)
    else { return }
    // 减少102.40万元，主要原因是财政拨款减少92.40万元: whose change it is, is said, or what the whole has changed by.
    guard !isOfPart(change, amount, behind: base, context) else { return }
    for figure in now.reversed() {
      guard isSlip(amount, figure, base, stated, change.direction, context),
        !isStated(figure, base, change, besides: amount, context),
        let now = context.value(context[figure]), let then = context.value(context[base])
      else { continue }
      return report(
        change, amount, figure, base, now.step(from: then, going: change.direction), context, &inspection)
    }
  }

  /// Tells whether a slip of the pen in one of three figures explains that they do not fit.
  private static func isSlip(
    _ amount: Int, _ figure: Int, _ base: Int, _ stated: NarrativeContext.Value,
    _ direction: Int, _ context: NarrativeContext
  ) -> Bool {
    guard context[figure].unit == context[base].unit, context[amount].unit == context[base].unit,
      let now = context.value(context[figure]), let then = context.value(context[base])
    else { return false }
    let sum = then.after(stated, going: direction).exact
    let rest = now.before(stated, going: direction).exact
    let step = now.step(from: then, going: direction).exact
    return PlainSlip.isLikely(stated.exact, step, context[amount])
      || PlainSlip.isLikely(now.exact, sum, context[figure])
      || PlainSlip.isLikely(then.exact, rest, context[base])
  }

  /// 由80万元增至90万元，增长15%: the rate of two figures that stand there.
  private static func rateAlone(
    _ change: Change, _ rate: Int, _ bases: [Int], _ now: [Int], _ around: [Int],
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let base = bases.last, let before = context.value(context[base]), before.exact > 0,
      let figure = now.last(where: { step($0, base, change.direction, context) != nil }) ?? now.last,
      let value = context.value(context[figure]), value.exact > 0,
      !isMade(rate, change.direction, around, context), !namesOther(rate, base, context),
      context[figure].unit == context[base].unit
    else { return }
    let gap = value.exact > before.exact ? value - before : before - value
    let isForward = (change.direction > 0) == (value.exact > before.exact)
    guard gap.exact > 0, !isForward || isCertain(rate, gap, before, context) else { return }
    let computed = context.percent(gap, of: before, like: context[rate].amount)
    guard
      isForward && (computed.map { PlainSlip.isLikely(context[rate].amount, $0) } ?? false)
        || isSwapped(rate, figure, base, change.direction, context)
    else { return }
    report(rate, gap, before, like: base, [figure, base], context, &inspection)
  }

  /// Tells whether swapping two digits of one of two figures makes their rate right.
  private static func isSwapped(
    _ rate: Int, _ figure: Int, _ base: Int, _ direction: Int, _ context: NarrativeContext
  ) -> Bool {
    func fits(_ now: Claim, _ then: Claim) -> Bool {
      guard let now = context.value(now), let then = context.value(then), then.exact > 0 else { return false }
      let step = now.step(from: then, going: direction)
      return step.exact > 0 && context.fits(context[rate].amount, step, of: then)
    }
    return PlainSlip.swaps(of: context[figure]).contains { fits($0, context[base]) }
      || PlainSlip.swaps(of: context[base]).contains { fits(context[figure], $0) }
  }

  /// 2023年预算数80万元，比上年执行数下降5%: what the rate is compared with is not what stands there.
  private static func namesOther(_ rate: Int, _ base: Int, _ context: NarrativeContext) -> Bool {
    statuses.contains {
      context.units.contains(anyOf: $0, in: context[rate].label)
        != context.units.contains(anyOf: $0, in: FigureCue.lead(context[base], context))
        && context.units.contains(anyOf: FigureCue.comparing, in: context[rate].label)
    }
  }

  private static let statuses = [WordList(["执行", "决算"]), WordList(["预算"])]

  /// Tells whether any two figures of the paragraph make a rate.
  private static func isMade(
    _ rate: Int, _ direction: Int, _ around: [Int], _ context: NarrativeContext
  ) -> Bool {
    around.contains { now in
      around.contains { base in
        step(now, base, direction, context).map { fits(rate, $0, base, context) } ?? false
      }
    }
  }
}
