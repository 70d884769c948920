/// Holds a change against the base that stands beside it: 总计120.35万元。与上年100.15万元相比，增加20.20万元.
///
/// Of which figure the change is, the words leave open more often than not. So only what one slip of the pen explains
/// is certain.
enum ChangeBase {
  static func check(
    _ index: Int, _ claim: Claim, _ difference: NarrativeContext.Value, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    if isNew(claim, context) { return new(index, claim, difference, context, &inspection) }
    guard let base = base(of: index, claim, context), context.areAlike(context[base], claim),
      let then = context.value(context[base]), difference.exact > 0, then.exact >= 0
    else { return }
    let figures =
      ChangedFigure.all(of: index, claim, context).filter {
        $0.claim != base && !($0.claim >= 0 && GrowthCheck.isOfOtherName($0.claim, base, claim, context))
      } + named(base, index, context)
    let isFitting = figures.contains {
      $0.value.step(from: then, going: claim.direction).agreesAsWritten(with: difference)
    }
    if !isFitting, isReversed(claim, base, then, difference, figures, context, &inspection) { return }
    guard !isFitting, !ChangeCheck.isOfOthers(index, claim, difference, context),
      let figure = figures.prefix(mostFigures).first(where: {
        $0.amount.digits.magnitude >= 100 && isSlip($0.value, then, difference, claim.direction)
          || isConfirmed($0.claim, index, base, difference, context)
      }),
      case let step = figure.value.step(from: then, going: claim.direction),
      let shown = context.shown(step.exact.magnitude, like: claim)
    else { return }
    if figure.claim >= 0, isInYuan(figure.claim, index, base, difference, context, &inspection) { return }
    inspection.report(
      "growth-rate", .error, at: claim.figure,
      Message(
        NarrativePhrases.step, .amount(claim.direction > 0 ? figure.amount : context[base].amount, nil),
        .amount(claim.direction > 0 ? context[base].amount : figure.amount, nil),
        .text(step.exact < 0 ? "反向 " : ""), .amount(shown, nil),
        .text(context.draft.string(claim.word)), .amount(claim.amount, nil)),
      related: [figure.related] + context.related([base]))
  }

  /// 168.45元，较上年预算171.20万元减少2.75万元: the figure alone is in 元, and in 万元 it is right.
  static func isInYuan(
    _ figure: Int, _ index: Int, _ base: Int, _ difference: NarrativeContext.Value,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Bool {
    var own = context[figure]
    let change = context[index]
    guard own.unit == .yuan, change.unit == .tenThousandYuan, context[base].unit == .tenThousandYuan else {
      return false
    }
    own.unit = .tenThousandYuan
    guard let now = context.value(own), let then = context.value(context[base]),
      now.step(from: then, going: change.direction).agreesAsWritten(with: difference)
    else { return false }
    inspection.report(
      "unit-scale", .error, at: own.figure,
      Message(
        unit, .text(context.draft.string(own.figure)), .text(context.draft.string(context[base].figure)),
        .text(context.draft.string(change.word)), .text(context.draft.string(change.figure))),
      related: context.related([base, index]), fixes: context.unitFix(own, .tenThousandYuan))
    return true
  }

  /// 0.86万元，…；较上年9.02万元减少0.06万元，下降6.52%: figure, change and rate fit, and the base between them does not.
  static func isConfirmed(
    _ figure: Int, _ index: Int, _ base: Int, _ difference: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    let claim = context[index]
    let rate = index + 1
    guard context.claims.claims.indices.contains(rate), context[rate].role == .rate,
      context[rate].subject == index, context[rate].amount.decimals >= 2, context[rate].amount.digits >= 100,
      isOnlyBase(base, index, context)
        || claim.compared.lower <= context[base].figure.lower
          && context[base].figure.upper <= claim.compared.upper,
      figure >= 0, !ChangedFigure.isElsewhere(figure, claim, context),
      let now = context.value(context[figure]), let then = context.value(context[base]), then.exact > 0,
      context.judge(context[rate].amount, difference, of: then)?.severity == .error
    else { return false }
    let right = now.before(difference, going: claim.direction)
    return right.exact > 0 && context.judge(context[rate].amount, difference, of: right)?.isRight ?? true
  }

  /// 上年支出5.02万元，同比减少0.87万元 in final accounts: nothing else can be meant.
  private static func isOnlyBase(_ base: Int, _ index: Int, _ context: NarrativeContext) -> Bool {
    let label = context[base].label
    return context.claims.isFinal && base == index - 1 && FigureCue.areTogether(base, index, context)
      && context.units.contains(anyOf: GrammarWords.lastYear, in: label)
      && !context.units.contains(budget, in: label)
  }

  /// 预算385万元，较上年减少27万元（上年为412万元）with 增加 for 减少: the figures differ by the change the other way round.
  private static func isReversed(
    _ claim: Claim, _ base: Int, _ then: NarrativeContext.Value, _ difference: NarrativeContext.Value,
    _ figures: [ChangedFigure], _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Bool {
    guard claim.amount.digits.magnitude >= 100, let nearest = figures.first,
      then.step(from: nearest.value, going: claim.direction).agreesAsWritten(with: difference),
      nearest.value.exact != then.exact
    else { return false }
    inspection.report(
      "direction", .error, at: claim.word,
      Message(
        reversed, .amount(context[base].amount, nil), .amount(nearest.amount, nil),
        .text(context.draft.string(claim.word)), .amount(claim.amount, nil)),
      related: [nearest.related] + context.related([base]), fixes: context.turned(claim.word))
    return true
  }

  private static let reversed = Phrase(
    "由 {0} 到 {1}，文中却写{2} {3}", "From {0} to {1}, yet the text says {2} {3}")

  /// How many figures a change is taken to speak of at most: those further away are not likely.
  private static let mostFigures = 6

  /// Tells whether one slip in one of three figures, with a rounding tail at most, explains that they do not fit.
  private static func isSlip(
    _ now: NarrativeContext.Value, _ then: NarrativeContext.Value, _ change: NarrativeContext.Value,
    _ direction: Int
  ) -> Bool {
    let tail = 2 * now.half
    let sign = Int128(direction)
    for rest: Int128 in [0, tail, -tail] {
      let step = change.exact * sign + rest
      if Slip.isSlip(now.exact, then.exact + step) || Slip.isSlip(then.exact, now.exact - step) {
        return true
      }
      if Slip.isSlip(change.exact, (now.exact - then.exact) * sign + rest) { return true }
    }
    return false
  }

  /// The figure of the other year: before the change, or in brackets beside it.
  private static func base(of index: Int, _ claim: Claim, _ context: NarrativeContext) -> Int? {
    if let base = ChangedFigure.base(of: index, context) { return base }
    let passage = context.claims.passages[claim.passage]
    // 与上年度（公用经费12.35万元）相比，公用经费减少…
    let before = index - 1
    if before >= passage.claims.lowerBound, context[before].role == .mention,
      context.units.starts(Slice(context[before].figure.upper, passage.slice.upper), withAnyOf: closed)
        || isBracketed(before, claim, context)
    {
      return before
    }
    // 比上年增加20.20万元（2023年为100.15万元）
    let after = index + 1
    guard after < passage.claims.upperBound, context[after].role == .mention || context[after].role == .prior,
      context[after].label.lower == claim.figure.upper + 1, context.units[claim.figure.upper] == 0x28,
      context[after].figure.upper < passage.slice.upper, context.units[context[after].figure.upper] == 0x29,
      isOtherYear(context[after].label, context)
    else { return nil }
    return after
  }

  /// 比2022年度决算数（620.17万元）减少21.67万元: a bracket with nothing but the base.
  private static func isBracketed(_ base: Int, _ claim: Claim, _ context: NarrativeContext) -> Bool {
    let (it, units) = (context[base], context.units)
    return it.label.isEmpty && it.label.lower > 0 && units[it.label.lower - 1] == 0x28
      && it.figure.upper < units.count && units[it.figure.upper] == 0x29
      && claim.word.lower == it.figure.upper + 1
      && claim.role == .change && isOtherYear(FigureCue.lead(it, context), context)
  }

  private static let closed = WordList([")相比", ")相比较", ")比较", ")对比"])

  /// Tells whether words say no more than that a figure is that of the year before.
  private static func isOtherYear(_ label: Slice, _ context: NarrativeContext) -> Bool {
    guard label.count <= 12 else { return false }
    return context.units.contains(anyOf: GrammarWords.lastYear, in: label)
      || DocumentYear.years(label, context.units).isJust(context.claims.year - 1)
  }

  /// 与上年采购支出100.15万元相比增加: the figures of 采购支出 in the paragraphs before.
  private static func named(_ base: Int, _ index: Int, _ context: NarrativeContext) -> [ChangedFigure] {
    var words = Wording.core(context[base].label, context.units)
    // 基本支出与年初预算273.50万元相比
    if let with = words.indices.first(where: { context.units[$0] == 0x4E0E }), with > words.lower {
      let (concept, rest) = context.lexicon.concept(of: Slice(words.lower, with), context.units)
      guard rest == 0, concept.narrowMeasure.rawValue.nonzeroBitCount == 1 else { return [] }
      return figures(
        context.readings(concept.narrowMeasure, source: nil, before: index), beside: base, context)
    }
    if let year = words.indices.last(where: { context.units[$0] == 0x5E74 || context.units[$0] == 0x5EA6 }) {
      words.lower = year + 1
    }
    guard words.count >= 4 else { return [] }
    return figures(context.amounts(saying: words, before: index), beside: base, context)
  }

  private static func figures(
    _ claims: [Int], beside base: Int, _ context: NarrativeContext
  ) -> [ChangedFigure] {
    claims.compactMap { at in
      guard at != base, context.areAlike(context[at], context[base]) else { return nil }
      return ChangedFigure(claim: at, context)
    }
  }

  // MARK: No base

  /// Tells whether a clause says that there was nothing the year before: 比上年增加26.00万元，上年无此项支出.
  private static func isNew(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let end = context.claims.passages[claim.passage].slice.upper
    let behind = Slice(claim.figure.upper, Swift.min(end, claim.figure.upper + 14))
    guard claim.direction > 0, behind.count > 6,
      Unit.isComma(context.units[behind.lower])
    else { return false }
    let clause = Slice(behind.lower + 1, behind.upper)
    let isLastYear =
      context.units.starts(clause, withAnyOf: GrammarWords.lastYear)
      || DocumentYear.years(Slice(clause.lower, Swift.min(clause.upper, clause.lower + 6)), context.units)
        .isJust(context.claims.year - 1)
    return isLastYear && context.units.contains(anyOf: nothing, in: clause)
  }

  private static let nothing = WordList(["无此项", "未安排", "没有安排", "没有此项"])

  /// Where there was nothing the year before, the change is the figure itself.
  private static func new(
    _ index: Int, _ claim: Claim, _ difference: NarrativeContext.Value, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard let figure = ChangedFigure.all(of: index, claim, context).first, figure.claim >= 0,
      context[figure.claim].sentence == claim.sentence, context[figure.claim].passage == claim.passage,
      !figure.value.agreesAsWritten(with: difference)
    else { return }
    inspection.report(
      "growth-rate", .error, at: claim.figure,
      Message(
        fresh, .amount(figure.amount, nil), .text(context.draft.string(claim.word)),
        .amount(claim.amount, nil)),
      related: [figure.related])
  }

  private static let fresh = Phrase(
    "本年 {0}，上年无此项，文中却写{1} {2}", "{0} this year and nothing the year before, yet the text says {1} {2}")

  // MARK: No change

  /// 预算30.35万元，与上年35.30万元持平: both stand there, and they are not the same.
  static func contradicts(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Bool {
    let (last, then) = (index - 2, index - 1)
    guard last >= context.claims.passages[claim.passage].claims.lowerBound, context[then].role == .prior
    else {
      return false
    }
    let now = context.wholes(of: last).last ?? last
    guard context[now].role == .amount, context[then].sentence == claim.sentence, !context[now].isRough,
      !context[then].isRough,
      !context.units.contains(nearly, in: Slice(context[then].figure.upper, claim.word.upper)),
      isSaid(Slice(context[then].figure.upper, claim.word.lower), of: then, context),
      context.areAlike(context[now], context[then]), claim.word.lower - context[then].figure.upper <= 8,
      isBeside(now, then, claim, context),
      let value = context.value(context[now]), let other = context.value(context[then]),
      !value.agreesAsWritten(with: other), !isStated(other, before: then, context)
    else { return false }
    inspection.report(
      "direction", .error, at: claim.word,
      Message(
        same, .amount(context[now].amount, nil), .amount(context[then].amount, nil),
        .text(context.draft.string(claim.word))), related: context.related([now, then]))
    return true
  }

  /// How many figures before are looked at.
  private static let mostStated = 40

  /// 3.00万元（燃料费1.20万元、维修费1.80万元），与上年3.00万元持平: a figure before the last one is the same.
  private static func isStated(
    _ value: NarrativeContext.Value, before index: Int, _ context: NarrativeContext
  ) -> Bool {
    let first = context.claims.passages[context[index].passage].claims.lowerBound
    return (Swift.max(first, index - mostStated)..<index).contains {
      context[$0].role == .amount && context.areAlike(context[$0], context[index])
        && context.value(context[$0])?.agreesAsWritten(with: value) ?? false
    }
  }

  /// Tells whether a base stands in the sentence of a figure, or begins the one behind it: 96万元，用于…。与2024年96万元持平.
  private static func isBeside(_ now: Int, _ then: Int, _ claim: Claim, _ context: NarrativeContext) -> Bool {
    if context[now].sentence == claim.sentence {
      return !context.units.hasStop(in: Slice(context[now].figure.upper, claim.word.lower))
    }
    let label = context[then].label
    return context[now].sentence + 1 == claim.sentence && context.units.starts(label, with: with)
      && label.lower > 0 && Unit.isStop(context.units[label.lower - 1])
  }

  private static let with: Word = "与"

  /// 上年8.38万元，与年初预算持平: the base that the words name is another one.
  private static func isSaid(_ words: Slice, of base: Int, _ context: NarrativeContext) -> Bool {
    context.units.contains(budget, in: words) == context.units.contains(budget, in: context[base].label)
      || words.isEmpty
  }

  private static let budget: Word = "预算"

  private static let unit = Phrase(
    "{0} 的单位疑似写错：与 {1} 相比{2} {3} 是按万元算的", "The unit of {0} seems wrong: against {1} it is {2} {3} in 万元")
  private static let nearly: Word = "基本"
  private static let same = Phrase(
    "本年 {0}，上年 {1}，文中却写{2}", "{0} this year, {1} the year before, yet the text says {2}")
}
