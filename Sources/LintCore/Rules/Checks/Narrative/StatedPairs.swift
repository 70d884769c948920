/// Holds changes and rates against two figures of which the words say that one became the other: 由12万元降至8.6万元，减少3.4万元,
/// 40万元（上年50万元，下降20%）, 105万元，低于上年的126万元，减少21万元，降幅16.67%.
///
/// The words leave nothing open, so no slip of the pen has to explain what does not fit.
enum StatedPairs {
  /// A figure and what it was before.
  private struct Pair {
    var now: Int
    var then: Int
    /// What may be meant in place of `now`: the part right before 上年, and not its whole.
    var other: Int?
    var last: Int { Swift.max(now, then) }
    var first: Int { Swift.min(now, then) }
  }

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (passage, claims) in context.claims.passages.lazy.map(\.claims).enumerated()
    where claims.count >= 2 && context.isJudged(passage) {
      inspection.look(for: .pairs, inPassage: passage, context) { inspection in
        for index in claims {
          guard let pair = pair(index, context) else { continue }
          before(pair, context, &inspection)
          behind(pair, context, &inspection)
        }
      }
    }
  }

  // MARK: Pairs

  private static func pair(_ index: Int, _ context: NarrativeContext) -> Pair? {
    let next = index + 1
    guard next < context.claims.claims.count else { return nil }
    if let now = ofSentenceBefore(next, context) { return Pair(now: now, then: next) }
    guard areAlike(index, next, context) else { return nil }
    let (first, second) = (context[index], context[next])
    if context.units.contains(anyOf: FigureCue.from, in: first.label),
      second.label.lower == first.figure.upper,
      isUpTo(second.label, context) || context.units.equals(anyOf: becoming, second.label)
    {
      return Pair(now: next, then: index)
    }
    guard first.role == .amount, second.label.lower == first.figure.upper + 1 else { return nil }
    let label = Wording.core(second.label, context.units)
    if isLastYear(label, context) || isBeyond(second.label, context.units) {
      // 会议费1.25万元，年初预算1.80万元，上年1.60万元: the budget has not changed.
      if FigureCue.isPlan(first, context), index > 0, context[index - 1].sentence == first.sentence {
        return nil
      }
      // 105万元，其中货物30万元、服务75万元，低于上年的126万元: the whole.
      let whole = context.wholes(of: index).last { context[$0].passage == first.passage }
      // 支出96万元，其中办公费60万元，上年50万元，增加10万元: or the part.
      return Pair(now: whole ?? index, then: next, other: index)
    }
    return nil
  }

  /// 增加至, 增加至本年的, 增加至2024年的: nothing but of which year the figure is stands behind the word.
  private static func isUpTo(_ label: Slice, _ context: NarrativeContext) -> Bool {
    guard let length = context.units.lengthOfWord(starting: label, anyOf: FigureCue.upTo) else {
      return false
    }
    let rest = Slice(label.lower + length, label.upper)
    return rest.isEmpty || context.units.equals(anyOf: ofThisYear, rest)
      || rest.count <= longestYear && DocumentYear.years(rest, context.units).isJust(context.claims.year)
  }

  private static let ofThisYear = WordList(["本年的", "本年度的", "今年的", "当年的", "本年", "本年度"])
  private static let longestYear = 7

  /// 事业收入90万元，占84.96%。上年为80万元，同比增长12.5%: the sentence before states one amount and no more.
  private static func ofSentenceBefore(_ then: Int, _ context: NarrativeContext) -> Int? {
    let claim = context[then]
    guard claim.unit.money != nil, !claim.isRough,
      isLastYear(Wording.core(claim.label, context.units), context),
      claim.label.lower > 0, context.units[claim.label.lower - 1] == 0x3002
    else { return nil }
    let first = context.claims.passages[claim.passage].claims.lowerBound
    let before = (Swift.max(first, then - mostBefore)..<then).filter {
      context[$0].sentence == claim.sentence - 1 && context[$0].unit.money != nil
    }
    guard let now = before.only, context[now].role == .amount, !context[now].isRough,
      context[now].unit == claim.unit, now - first < mostBefore
    else { return nil }
    return now
  }

  private static let mostBefore = 8

  private static func areAlike(_ a: Int, _ b: Int, _ context: NarrativeContext) -> Bool {
    let (first, second) = (context[a], context[b])
    return first.passage == second.passage && first.sentence == second.sentence && first.unit == second.unit
      && first.unit.money != nil && !first.isRough && !second.isRough
      && FigureCue.direction(first, context) == nil
  }

  /// 上年, 2022年: words that say no more than of which year a figure is.
  private static func isLastYear(_ label: Slice, _ context: NarrativeContext) -> Bool {
    context.units.equals(anyOf: lastYear, label)
      || label.count <= 7 && context.units.ends(label, withAnyOf: ofYear)
        && DocumentYear.years(label, context.units).isJust(context.claims.year - 1)
  }

  /// 低于2022年的, 高于上年: not 低于预算.
  private static func isBeyond(_ label: Slice, _ units: Units) -> Bool {
    units.starts(label, withAnyOf: beyond) && label.count <= longestBeyond && units.contains(year, in: label)
      && !units.contains(GrammarWords.budget, in: label)
  }

  /// What stands before the new figure besides the words of ``FigureCue/upTo``.
  static let becoming = WordList(["变为", "变成", "调整为", "减少为", "增加为", "下降为", "提高为"])
  private static let lastYear = WordList(["上年", "上年为", "去年", "去年为", "上年度", "上年度为", "上年同期", "上年数为"])
  private static let ofYear = WordList(["年", "年度", "年为", "年度为"])
  private static let beyond = WordList(["低于", "高于", "少于", "多于"])
  private static let longestBeyond = 10
  private static let year: Word = "年"

  // MARK: Changes

  /// The change and its rate that go on right behind the pair.
  private static func behind(_ pair: Pair, _ context: NarrativeContext, _ inspection: inout Inspection) {
    var last = pair.last
    for index in pair.last + 1..<Swift.min(pair.last + 3, context.claims.claims.count) {
      let claim = context[index]
      guard claim.passage == context[last].passage, claim.sentence == context[last].sentence,
        claim.label.lower - context[last].figure.upper <= 1, !claim.isRough,
        let cue = FigureCue.direction(claim, context), isBare(claim, cue.word, context.units),
        !Unit.isStop(context.units[context[last].figure.upper])
      else { return }
      if judge(index, cue, pair, context, &inspection) { return }
      last = index
    }
  }

  /// 减少3.4万元，下降28.33%，由12万元降至8.9万元: the change right before the pair, which only a slip keeps from fitting.
  private static func before(_ pair: Pair, _ context: NarrativeContext, _ inspection: inout Inspection) {
    guard pair.now > pair.then, context.units.starts(context[pair.then].label, withAnyOf: FigureCue.from)
    else {
      return
    }
    var index = pair.then - 1
    if index > 0, context[index].unit == .percent { index -= 1 }
    guard index >= context.claims.passages[context[pair.then].passage].claims.lowerBound,
      context[index].sentence == context[pair.then].sentence, context[index].unit == context[pair.now].unit,
      !context[index].isRough, let cue = FigureCue.direction(context[index], context),
      let gap = gap(pair, context), let stated = context.value(context[index]),
      !gap.agreesAsWritten(with: stated),
      PlainSlip.isLikely(stated.exact, gap.exact, context[index])
        || isBeside(pair, context) && isSlipOfPair(pair, stated, going: cue.value, context)
    else { return }
    report(index, cue, gap, pair, context, &inspection)
  }

  /// 增加412.85万元，由上年的9924.38万元增至: nothing but the year stands between a change and the figure it led from.
  private static func isBeside(_ pair: Pair, _ context: NarrativeContext) -> Bool {
    let (label, units) = (context[pair.then].label, context.units)
    guard label.lower == context[pair.then - 1].figure.upper + 1,
      let length = units.lengthOfWord(starting: label, anyOf: FigureCue.from)
    else { return false }
    let rest = Slice(label.lower + length, label.upper)
    return rest.isEmpty || rest.count <= longestYear && units.contains(year, in: rest)
  }

  /// Tells whether a slip in one of the two figures explains that they do not differ by a change.
  private static func isSlipOfPair(
    _ pair: Pair, _ stated: NarrativeContext.Value, going direction: Int, _ context: NarrativeContext
  ) -> Bool {
    guard let now = context.value(context[pair.now]), let then = context.value(context[pair.then]) else {
      return false
    }
    return PlainSlip.isLikely(
      now.exact, then.after(stated, going: direction).exact, context[pair.now])
      || PlainSlip.isLikely(then.exact, now.before(stated, going: direction).exact, context[pair.then])
  }

  /// Nothing but 同比 or 较上年 stands before the word of change.
  private static func isBare(_ claim: Claim, _ word: Slice, _ units: Units) -> Bool {
    let words = Slice(claim.label.lower, Swift.max(claim.label.lower, word.lower))
    return words.isEmpty || units.equals(anyOf: comparing, words)
  }

  private static let comparing = WordList(["同比", "较上年", "比上年", "较上年度", "比上年度", "较去年", "比去年", "净", "共", "共计"])

  private static func gap(_ pair: Pair, _ context: NarrativeContext) -> NarrativeContext.Value? {
    guard let now = context.value(context[pair.now]), let then = context.value(context[pair.then]) else {
      return nil
    }
    let gap = now.exact > then.exact ? now - then : then - now
    return gap.exact > 0 ? gap : nil
  }

  /// Tells whether a change or a rate was judged to be wrong.
  private static func judge(
    _ index: Int, _ cue: (value: Int, word: Slice), _ pair: Pair, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) -> Bool {
    let claim = context[index]
    guard let gap = gap(pair, context), let then = context.value(context[pair.then]), then.exact > 0,
      let now = context.value(context[pair.now])
    else { return false }
    if let other = pair.other, other != pair.now, isMade(claim, cue.value, of: other, then, context) {
      return true
    }
    if (now.exact > then.exact) != (cue.value > 0) {
      return turn(cue.word, pair, context, &inspection)
    }
    if claim.unit == .percent {
      guard let verdict = context.judge(claim.amount, gap, of: then),
        let severity = inspection.severity(of: verdict, context),
        !inspection.hasReported("growth-rate", at: claim.figure)
      else { return false }
      PlainChanges.report(
        index, gap, then, like: pair.then, [pair.now, pair.then], as: verdict, weighing: severity, context,
        &inspection)
      return true
    }
    guard claim.unit == context[pair.now].unit, let stated = context.value(claim),
      !gap.agreesAsWritten(with: stated)
    else { return false }
    report(index, cue, gap, pair, context, &inspection)
    return true
  }

  /// Tells whether a figure and that of last year make a change or a rate.
  private static func isMade(
    _ claim: Claim, _ direction: Int, of now: Int, _ then: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    guard let now = context.value(context[now]) else { return false }
    let step = now.step(from: then, going: direction)
    guard step.exact > 0 else { return false }
    return claim.unit == .percent
      ? context.fits(claim.amount, step, of: then)
      : context.value(claim).map { $0.agreesAsWritten(with: step) } ?? false
  }

  /// Reports a direction that the pair does not have: 由2815万元变为2902万元，下降3.08%.
  private static func turn(
    _ word: Slice, _ pair: Pair, _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Bool {
    let whole = Slice(context[pair.first].label.lower, Swift.max(context[pair.last].figure.upper, word.upper))
    guard !inspection.hasReported(["growth-rate", "direction"], in: whole),
      !inspection.hasReported("direction", at: word)
    else { return true }
    inspection.report(
      "direction", .error, at: word,
      Message(
        NarrativePhrases.otherWay, .amount(context[pair.then].amount, nil),
        .amount(context[pair.now].amount, nil),
        .text(context.draft.string(word))), related: context.related([pair.now, pair.then]),
      fixes: context.turned(word))
    return true
  }

  private static func report(
    _ index: Int, _ cue: (value: Int, word: Slice), _ gap: NarrativeContext.Value, _ pair: Pair,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let whole = Slice(
      context[Swift.min(index, pair.first)].figure.lower, context[Swift.max(index, pair.last)].figure.upper)
    guard !inspection.hasReported(["growth-rate", "direction"], in: whole),
      let shown = context.shown(gap.exact.magnitude, like: context[pair.then])
    else { return }
    inspection.report(
      "growth-rate", .error, at: context[index].figure,
      Message(
        wrong, .amount(context[pair.then].amount, nil), .amount(context[pair.now].amount, nil),
        .amount(shown, nil), .text(context.draft.string(cue.word)),
        .text(context.draft.string(context[index].figure))),
      related: context.related([pair.now, pair.then]))
  }

  private static let wrong = Phrase(
    "由 {0} 变为 {1}，相差 {2}，文中写{3} {4}", "From {0} to {1} is {2}; the text says {3} {4}")
}
