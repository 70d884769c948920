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
      case .change: change(index, claim, context, &inspection)
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
    guard claim.subject >= 0 else {
      return bareRate(index, claim, context, &inspection)
    }
    let change = context[claim.subject]
    guard change.role == .change, change.unit.money != nil || change.unit.isCount, !change.isRough else {
      return
    }
    if claim.direction * change.direction < 0 {
      inspection.report(
        "direction", .error, at: claim.word,
        Message(
          opposite, .text(context.draft.string(change.word)), .text(context.draft.string(change.figure)),
          .text(context.draft.string(claim.word)), .text(context.draft.string(claim.digits) + "%")),
        related: [context.related(change)])
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

  /// A figure below zero in the passage makes any rate possible.
  private static func hasNegative(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    context.claims.claims(of: claim.passage).contains { $0.amount.digits < 0 }
  }

  private static func judge(
    _ index: Int, _ claim: Claim, _ change: Claim, _ difference: NarrativeContext.Value,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    var best:
      (verdict: NarrativeContext.Verdict, current: Int, base: NarrativeContext.Value, distance: UInt128)?
    var zeroBase: Int?
    for candidate in bases(claim.subject, change, context) {
      let current = context[candidate]
      guard context.areAlike(current, change), let value = context.value(current) else { continue }
      let base = change.direction > 0 ? value - difference : value + difference
      if base.exact == 0 {
        zeroBase = zeroBase ?? candidate
        continue
      }
      guard base.exact > 0, let verdict = context.judge(claim.amount, difference, of: base) else { continue }
      if verdict.severity == nil { return }
      guard let computed = context.percent(difference, of: base, like: claim.amount) else { continue }
      let distance = (computed.scaled - claim.amount.scaled).magnitude
      if best.map({ distance < $0.distance }) ?? true { best = (verdict, candidate, base, distance) }
    }
    if let best, let severity = best.verdict.severity,
      let computed = context.percent(difference, of: best.base, like: claim.amount)
    {
      let phrase = change.direction > 0 ? rising : falling
      inspection.report(
        "growth-rate", severity, at: claim.figure,
        Message(
          best.verdict.phrase(cut: phrase.cut, lastPlace: phrase.wrong, wrong: phrase.wrong),
          .amount(change.amount, nil), .amount(context[best.current].amount, nil), .percent(computed),
          .text(context.draft.string(claim.digits) + "%")),
        related: context.related([best.current, claim.subject]),
        fixes: context.fix(claim.digits, ShareCheck.shown(computed, claim.amount)))
    } else if let zeroBase, best == nil, !claim.amount.isZero {
      inspection.report(
        "growth-rate", .error, at: claim.figure,
        Message(
          zero, .amount(context[zeroBase].amount, nil), .amount(change.amount, nil),
          .text(context.draft.string(claim.digits) + "%")),
        related: context.related([zeroBase, claim.subject]))
    }
  }

  /// A rate without its change: 下降100% means that nothing is left; with the figure of the year before it can be
  /// recalculated.
  private static func bareRate(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let passage = context.claims.passages[claim.passage]
    guard claim.direction != 0, Wording.core(claim.base, context.units).count <= 4 else { return }
    var current: Int?
    var prior: Int?
    for at in passage.claims where at < index && context[at].sentence == claim.sentence {
      if context[at].role == .prior { prior = at } else if context[at].role == .amount { current = at }
    }
    guard let current, let prior, context.areAlike(context[current], context[prior]),
      let now = context.value(context[current]), let before = context.value(context[prior]), before.exact > 0
    else { return }
    let difference = claim.direction > 0 ? now - before : before - now
    guard let verdict = context.judge(claim.amount, difference, of: before), let severity = verdict.severity,
      let computed = context.percent(difference, of: before, like: claim.amount)
    else { return }
    inspection.report(
      "growth-rate", severity, at: claim.figure,
      Message(
        bare, .amount(context[current].amount, nil), .amount(context[prior].amount, nil), .percent(computed),
        .text(context.draft.string(claim.digits) + "%")),
      related: context.related([current, prior]),
      fixes: context.fix(claim.digits, ShareCheck.shown(computed, claim.amount)))
  }

  /// The figures that a change can speak of, the likeliest first; empty where the clause names one that is not found.
  static func bases(_ index: Int, _ change: Claim, _ context: NarrativeContext) -> [Int] {
    let own = subject(of: change, context)
    let passage = context.claims.passages[change.passage]
    // A paragraph has few figures; what stands further before is not what a clause speaks of.
    let before = (Swift.max(passage.claims.lowerBound, index - 200)..<index).filter {
      context[$0].role == .amount
    }
    if !own.isEmpty {
      let (concept, rest) = context.lexicon.concept(of: own, context.units)
      let isGeneric = rest == 0 && concept.measure.isEmpty
      let named = before.filter {
        Wording.contains(context[$0].label, own, context.units)
          || (!concept.measure.isEmpty && context[$0].concept.measure == concept.measure)
      }
      if !named.isEmpty { return named }
      if isGeneric {
        // 财政拨款收、支总计 after 财政拨款收入总计、支出总计: the same totals in other words.
        let totals = before.filter {
          context[$0].concept.source == concept.source && context[$0].concept.measure.isEmpty
        }
        if !totals.isEmpty { return totals }
        if before.count == 1 || (concept.source.isEmpty && !before.isEmpty) { return before }
      }
      if rest == 0, let first = before.first,
        context.heading(of: change.passage).map({ Wording.contains($0, own, context.units) }) ?? false
      {
        return [first]
      }
      let said = context.amounts(saying: own, before: index, reach: 3)
      if !said.isEmpty { return said }
      // The paragraph before stated the measure in other words.
      guard rest == 0, concept.narrowMeasure.rawValue.nonzeroBitCount == 1 else { return [] }
      return context.readings(concept.narrowMeasure, source: nil, before: index)
    }
    if !before.isEmpty {
      var found: [Int] = []
      if change.subject >= 0 {
        let wholes = context.wholes(of: change.subject)
        found = wholes.isEmpty ? [change.subject] : [change.subject] + wholes
      }
      return found + before.filter { !found.contains($0) }
    }
    // The paragraph goes on with what the one before said.
    var at = passage.claims.lowerBound - 1
    let section = passage.section
    while at >= 0, change.passage - context[at].passage <= 2,
      context.claims.passages[context[at].passage].section == section
    {
      if context[at].role == .amount { return [at] + context.wholes(of: at) }
      at -= 1
    }
    return []
  }

  /// The words of the clause that name whose change it is, without 与上年 and the like.
  static func subject(of change: Claim, _ context: NarrativeContext) -> Slice {
    var own = Wording.core(change.base, context.units)
    for word in prefixes where context.units.starts(own, with: word) { own.lower += word.units.count }
    return Wording.core(own, context.units)
  }

  private static let prefixes: [Word] = ["与上年度", "与上年", "与去年", "和上年", "同上年"]

  // MARK: Directions

  private static func change(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    if claim.digits.isEmpty { return unchanged(index, claim, context, &inspection) }
    Explanation.check(claim, context, &inspection)
    guard claim.direction != 0, let difference = context.value(claim) else { return }
    // 上年100万元 and 本年120万元 of the same sentence decide the direction.
    let passage = context.claims.passages[claim.passage]
    var current: Int?
    var prior: Int?
    for at in passage.claims where at < index && context[at].sentence == claim.sentence {
      if context[at].role == .prior { prior = at } else if context[at].role == .amount { current = at }
    }
    guard let current, let prior, context.areAlike(context[current], context[prior]),
      context.areAlike(context[current], claim), let now = context.value(context[current]),
      let then = context.value(context[prior])
    else { return }
    let step = claim.direction > 0 ? now - then : then - now
    guard !step.interval.meets(difference.interval) else { return }
    let isReversed = (then - now).interval.meets(difference.interval) == (claim.direction > 0)
    guard let shown = context.shown(step.exact.magnitude, like: context[current]) else { return }
    inspection.report(
      isReversed && step.exact < 0 ? "direction" : "growth-rate", .error, at: claim.figure,
      Message(
        priorPhrase, .amount(context[current].amount, nil), .amount(context[prior].amount, nil),
        .text(step.exact < 0 ? "反向 " : ""), .amount(shown, nil), .text(context.draft.string(claim.word)),
        .amount(claim.amount, nil)),
      related: context.related([current, prior]))
  }

  private static func unchanged(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    // 因公出国（境）费与上年持平 speaks of its own subject, not of the one before.
    guard subject(of: claim, context).isEmpty else { return }
    let passage = context.claims.passages[claim.passage]
    for at in passage.claims where at < index && context[at].sentence == claim.sentence {
      let other = context[at]
      guard other.role == .change, !other.digits.isEmpty, !other.amount.isZero,
        other.subject == claim.subject,
        !other.isRough, other.direction != 0
      else { continue }
      inspection.report(
        "direction", .error, at: claim.word,
        Message(
          notUnchanged, .text(context.draft.string(other.word)), .text(context.draft.string(other.figure)),
          .text(context.draft.string(claim.word))), related: [context.related(other)])
      return
    }
  }

  private static let rising = (
    wrong: Phrase("{0} ÷ ({1} − {0}) = {2}，文中写 {3}", "{0} ÷ ({1} − {0}) = {2}, the text says {3}"),
    cut: Phrase(
      "{0} ÷ ({1} − {0}) = {2}，文中写 {3}，是截尾而非四舍五入", "{0} ÷ ({1} − {0}) = {2}, the text cuts it to {3}")
  )
  private static let falling = (
    wrong: Phrase("{0} ÷ ({1} + {0}) = {2}，文中写 {3}", "{0} ÷ ({1} + {0}) = {2}, the text says {3}"),
    cut: Phrase(
      "{0} ÷ ({1} + {0}) = {2}，文中写 {3}，是截尾而非四舍五入", "{0} ÷ ({1} + {0}) = {2}, the text cuts it to {3}")
  )
  private static let bare = Phrase(
    "({0} − {1}) ÷ {1} = {2}，文中写 {3}", "({0} − {1}) ÷ {1} = {2}, the text says {3}")
  private static let zero = Phrase(
    "基数为 {0} − {1} = 0，增减率无可比性，文中写 {2}", "The base is {0} − {1} = 0, so there is no rate; the text says {2}")
  private static let beyond = Phrase(
    "{0}不可能超过 100%，文中写 {1}", "Nothing can fall by more than 100%; the text says {1}")
  private static let zeroChange = Phrase(
    "增减额为 0，增减率应为 0，文中写 {0}", "The change is 0, so the rate is 0; the text says {0}")
  private static let opposite = Phrase(
    "前文写{0} {1}，后文却写{2} {3}，方向相反", "“{0} {1}” and “{2} {3}” point in opposite directions")
  private static let notUnchanged = Phrase("前文写{0} {1}，后文却写{2}", "“{0} {1}”, yet the text says “{2}”")
  private static let priorPhrase = Phrase(
    "{0} − {1} = {2}{3}，文中写{4} {5}", "{0} − {1} = {2}{3}, the text says {4} {5}")
}

extension NarrativeContext {
  /// A value as a figure in the unit and with the decimals of a claim.
  func shown(_ magnitude: UInt128, like claim: Claim) -> Amount? {
    let unit = UInt128(claim.unit.money?.yuan ?? 1)
    guard let scaled = Int128(exactly: magnitude / unit) else { return nil }
    return Amount(
      scaled: scaled,
      decimals: Swift.max(claim.amount.decimals, claim.unit.money == nil ? 0 : claims.decimals))
  }
}

/// A decrease explained by an increase, and the other way round.
enum Explanation {
  static func check(_ change: Claim, _ context: NarrativeContext, _ inspection: inout Inspection) {
    guard change.direction != 0, change.unit.money != nil, !change.amount.isZero,
      let found = reason(after: change, context), found.count <= 40
    else { return }
    let reason = trimmed(found, context.units)
    let units = context.units
    let ups = units.contains(anyOf: rises, in: reason)
    let downs = units.contains(anyOf: falls, in: reason)
    guard ups != downs, !units.contains(anyOf: excuses, in: reason) else { return }
    guard (change.direction < 0) == ups else { return }
    inspection.report(
      "direction", .warning, at: reason,
      Message(
        phrase, .text(context.draft.string(change.word)), .text(context.draft.string(change.figure)),
        .text(context.draft.string(reason))), related: [context.related(change)])
  }

  private static func trimmed(_ slice: Slice, _ units: Units) -> Slice {
    var slice = slice
    while slice.lower < slice.upper,
      units[slice.lower] == 0x662F || units[slice.lower] == 0x3A || units[slice.lower] == 0x4E3A
    {
      slice.lower += 1
    }
    return slice
  }

  /// The words behind 主要原因是 in the same sentence or at the start of the next.
  private static func reason(after change: Claim, _ context: NarrativeContext) -> Slice? {
    let passage = context.claims.passages[change.passage]
    var start: Int?
    var clauses = 0
    let first = context.claims.token(at: change.figure.upper, in: passage)
    for token in context.claims.tokens[first..<passage.tokens.upperBound] {
      if let start {
        switch token.mark {
        case .stop, .semicolon, .figure, .ofWhich, .year: return Slice(start, Int(token.lower))
        default: continue
        }
      }
      switch token.mark {
      case .reason: start = Int(token.upper)
      case .stop, .semicolon, .ofWhich, .includes: return nil
      case .comma:
        clauses += 1
        if clauses > 3 { return nil }
      case .figure: if token.unit != .percent { return nil }
      default: continue
      }
    }
    return start.map { Slice($0, passage.slice.upper) }
  }

  private static let rises: [Word] = [
    "人员增加", "人数增加", "增人增资", "项目增加", "任务增加", "人员增多", "在职人员增加", "经费增加", "新增人员", "支出增加", "业务增加", "增加人员", "新增项目",
    "增加项目", "工资增长", "增加了",
    "资金的增加", "资金增加",
  ]
  private static let falls: [Word] = [
    "减少", "下降", "压减", "压缩", "节约", "降低", "缩减", "退休", "调出", "核减", "取消", "结束", "完工", "未", "不再", "剥离", "划转", "减",
    "无", "没有", "同城不接待",
  ]
  private static let excuses: [Word] = ["上年", "去年", "以前年度", "一次性", "年初", "结转", "但", "同时", "相应", "调整", "变动"]
  private static let phrase = Phrase(
    "文中写{0} {1}，原因却写“{2}”，方向相反", "“{0} {1}” is explained by its opposite: {2}")
}
