/// Recalculates shares and completions in sentences of any wording: 90万元，比重为75.00%; 75.00%来自拨款，计90万元; 90万元（75.00%）;
/// 为预算120万元的75.00%.
///
/// Of what a percentage is, the words may leave open. So it is only wrong where no two figures make it, and one slip of
/// the pen in it or in one of the two explains why.
enum PlainRatios {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let claims = context.claims.passages[index].claims
      guard claims.count >= 2, claims.count <= mostFigures,
        claims.contains(where: { context[$0].unit == .percent })
      else { continue }
      inspection.look(for: .ratios, inPassage: index, claimsBefore: reach, context) {
        passage(claims, context, &$0)
      }
    }
  }

  private static let mostFigures = 60

  /// A percentage with the amount that has it.
  struct Ratio {
    var rate: Int
    var part: Int
    var isCompletion: Bool
  }

  private static func passage(
    _ claims: Range<Int>, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let ratios = ratios(claims, context)
    guard !ratios.isEmpty else { return }
    let shares = ratios.filter { !$0.isCompletion }
    let money = (Swift.max(0, claims.lowerBound - reach)..<claims.upperBound).filter {
      isAmount($0, context) && ($0 >= claims.lowerBound || context[$0].role == .amount)
    }
    let values = money.compactMap { index in context.value(context[index]).map { (index: index, value: $0) } }
    for ratio in ratios where !isKnown(ratio, context, inspection) {
      judge(ratio, shares, values, claims, context, &inspection)
    }
  }

  // MARK: Reading

  private static func ratios(_ claims: Range<Int>, _ context: NarrativeContext) -> [Ratio] {
    var found: [Ratio] = []
    var index = claims.lowerBound
    while index < claims.upperBound {
      let row = row(from: index, claims, context)
      if row.count >= 2 {
        if let parts = parts(before: row, claims, context) {
          for (rate, part) in zip(row, parts) {
            found.append(Ratio(rate: rate, part: part, isCompletion: false))
          }
        }
      } else if let ratio = ratio(index, claims, context) {
        found.append(ratio)
      }
      index = Swift.max(index + 1, row.upperBound)
    }
    return found
  }

  private static func isPercentage(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    return claim.unit == .percent && !claim.isRough && !claim.amount.isZero && claim.amount.isCalculable
      && FigureCue.direction(claim, context) == nil && !context.isBand(claim)
  }

  /// 占比分别为75%、20%和5%: percentages side by side behind a word that says whose they are by their order.
  private static func row(from start: Int, _ claims: Range<Int>, _ context: NarrativeContext) -> Range<Int> {
    guard isPercentage(start, context), context.units.contains(anyOf: several, in: context[start].label),
      context.units.contains(anyOf: shareWords, in: context[start].label)
    else { return start..<start }
    var end = start + 1
    while end < claims.upperBound, isPercentage(end, context),
      context[end].figure.lower - context[end - 1].figure.upper <= 1
    {
      end += 1
    }
    return start..<end
  }

  /// As many amounts side by side right before a row, but for their sum.
  private static func parts(
    before row: Range<Int>, _ claims: Range<Int>, _ context: NarrativeContext
  ) -> [Int]? {
    let near = (claims.lowerBound..<row.lowerBound).filter {
      isAmount($0, context) && context[$0].sentence == context[row.lowerBound].sentence
        && !context.units.contains(anyOf: GrammarWords.together, in: context[$0].label)
    }
    guard near.count >= row.count else { return nil }
    return Array(near.suffix(row.count))
  }

  private static func isAmount(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    return claim.unit.money != nil && !claim.isRough && !claim.amount.isZero && claim.amount.isCalculable
      && FigureCue.direction(claim, context) == nil
  }

  private static func ratio(_ index: Int, _ claims: Range<Int>, _ context: NarrativeContext) -> Ratio? {
    guard isPercentage(index, context) else { return nil }
    let claim = context[index]
    let units = context.units
    let before = claims.contains(index - 1) && isAmount(index - 1, context) ? index - 1 : nil
    // 占采购预算总额的70%: a share, though of a budget.
    let isOfProcurement =
      units.contains(share, in: claim.label) && units.contains(procurement, in: claim.label)
    if units.contains(anyOf: completions, in: claim.label)
      || units.ends(claim.label, withAnyOf: ofBudget) && !isOfProcurement
        && units.contains(budget, in: FigureCue.clause(claim, context))
    {
      let near = near(index, claims, context)
      let outcome =
        near.last { !FigureCue.isPlan(context[$0], context) && !FigureCue.isBase($0, context) }
      return outcome.map { Ratio(rate: index, part: $0, isCompletion: true) }
    }
    if let next = behind(index, claims, context) {
      return Ratio(rate: index, part: next, isCompletion: false)
    }
    let isBracket =
      claim.label.isEmpty && before.map { context[$0].figure.upper + 1 == claim.figure.lower } ?? false
      && units[claim.figure.lower - 1] == 0x28
    let isShare = units.contains(anyOf: shareWords, in: claim.label)
    guard isBracket || isShare, !units.contains(anyOf: several, in: claim.label),
      isOfProcurement || !units.contains(budget, in: claim.label), let before,
      FigureCue.areTogether(before, index, context)
    else { return nil }
    return Ratio(rate: index, part: before, isCompletion: false)
  }

  /// 基本支出占75%，为90万元; 75%来自拨款，计90万元: the amount behind its share.
  private static func behind(_ index: Int, _ claims: Range<Int>, _ context: NarrativeContext) -> Int? {
    let next = index + 1
    let units = context.units
    // 教育支出占75%（90万元）
    let isBracket =
      claims.contains(next) && context[next].label.isEmpty && units[context[index].figure.upper] == 0x28
      && context[next].figure.lower == context[index].figure.upper + 1
    guard claims.contains(next), isAmount(next, context),
      isBracket || units.equals(anyOf: counts, Wording.core(context[next].label, units))
        || units.equals(anyOf: counts, context[next].label),
      FigureCue.areTogether(index, next, context)
    else { return nil }
    let label = context[index].label
    if let at = units.find(share, in: label) { return at - label.lower >= 2 ? next : nil }
    let after = Slice(context[index].figure.upper, context[next].figure.lower)
    return units.starts(after, withAnyOf: origins) ? next : nil
  }

  static func near(_ index: Int, _ claims: Range<Int>, _ context: NarrativeContext) -> [Int] {
    (claims.lowerBound..<index).filter {
      isAmount($0, context) && FigureCue.areTogether($0, index, context)
    }
  }

  private static let share: Word = "占"
  private static let budget: Word = "预算"
  private static let procurement: Word = "采购"
  private static let shareWords = WordList(["占", "比重", "比例"])
  private static let several = WordList(["分别", "依次", "各占"])
  private static let counts = WordList(["为", "计", "即", "共", "共计", "金额为", "金额", "安排", "支出"])
  private static let origins = WordList(["来自", "来源于", "用于", "为", "是"])
  private static let completions = WordList(["完成", "执行率", "执行预算", "执行进度"])
  private static let ofBudget = WordList(["的"])

  // MARK: Judging

  private static func isKnown(_ ratio: Ratio, _ context: NarrativeContext, _ inspection: Inspection) -> Bool {
    let lower = Swift.min(context[ratio.rate].figure.lower, context[ratio.part].figure.lower)
    let passage = context.claims.passages[context[ratio.rate].passage].slice
    var from = lower
    while from > passage.lower, context.units[from - 1] != 0x3002 { from -= 1 }
    var to = context[ratio.rate].figure.upper
    while to < passage.upper, context.units[to] != 0x3002 { to += 1 }
    return inspection.hasReported(rules, in: Slice(from, to))
  }

  private static let rules: Set<String> = [
    "share", "share-sum", "completion-rate", "growth-rate", "narrative-sum", "direction",
  ]

  private static func judge(
    _ ratio: Ratio, _ shares: [Ratio], _ values: [(index: Int, value: NarrativeContext.Value)],
    _ claims: Range<Int>, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let part = context.value(context[ratio.part]), part.exact > 0 else { return }
    let total = sum(of: ratio, shares, context)
    let values =
      isOfFigureBefore(ratio, context) ? values.filter { isBeside($0.index, ratio, context) } : values
    // Any two figures of the paragraph, or a part and what was said before, make it: mostly its own part.
    let rate = context[ratio.rate].amount
    func isMade(_ at: Int, _ part: NarrativeContext.Value) -> Bool {
      total.map { context.fits(rate, part, of: $0) } ?? false
        || values.contains { $0.index != at && context.fits(rate, part, of: $0.value) }
    }
    guard !isMade(ratio.part, part) else { return }
    let own = values.filter { $0.index >= claims.lowerBound }
    guard own.count <= mostAround, !own.contains(where: { isMade($0.index, $0.value) }) else { return }
    if ratio.isCompletion { return completion(ratio, claims, context, &inspection) }
    let all = values.map(\.value) + [total].compactMap(\.self)
    let others = shares.filter {
      $0.rate != ratio.rate && context[$0.rate].sentence == context[ratio.rate].sentence
    }
    for whole in all.reversed() where whole.exact > part.exact {
      let agreeing = others.count { fits($0, whole, context) }
      guard agreeing * 2 > others.count,
        isSlip(ratio, part, whole, context)
          || agreeing == others.count && agreeing > 0 && isStated(whole, beside: ratio, others, context)
      else { continue }
      return report(ratio, whole, context, &inspection)
    }
    // 小微企业60万元，占比66.67%: of what small firms were given, whatever stands beside it.
    guard others.isEmpty || context[ratio.part].concept.contains(.smallFirms) else { return }
    let named = named(ratio, values.map(\.index), context)
    let sentence = others.isEmpty ? near(ratio.rate, claims, context).filter { $0 != ratio.part } : []
    for at in named + sentence.reversed() {
      guard let whole = context.value(context[at]), whole.exact != part.exact,
        isSwap(ratio, ratio.part, at, context)
      else { continue }
      return report(ratio, whole, context, &inspection)
    }
  }

  /// 支出100万元，教育支出占77.74%（70万元），住房保障支出占30%（30万元）: the sentence begins with the whole.
  private static func isStated(
    _ whole: NarrativeContext.Value, beside ratio: Ratio, _ others: [Ratio], _ context: NarrativeContext
  ) -> Bool {
    guard context[ratio.rate].amount.decimals >= 2,
      (others + [ratio]).allSatisfy({ $0.part == $0.rate + 1 })
    else { return false }
    let first = context.claims.passages[context[ratio.rate].passage].claims.lowerBound
    return (first..<ratio.rate).contains {
      context[$0].sentence == context[ratio.rate].sentence && context[$0].role == .amount
        && context.value(context[$0])?.exact == whole.exact
    }
  }

  /// 决算9万元，为年初预算12万元的75%: no other figure but the one right before it can be the budget.
  private static func isOfFigureBefore(_ ratio: Ratio, _ context: NarrativeContext) -> Bool {
    ratio.isCompletion && context.units.equals(anyOf: ofBudget, context[ratio.rate].label)
      && FigureCue.isPlan(context[ratio.rate - 1], context)
  }

  private static func isBeside(_ figure: Int, _ ratio: Ratio, _ context: NarrativeContext) -> Bool {
    context[figure].passage == context[ratio.rate].passage
      && context[figure].sentence == context[ratio.rate].sentence
  }

  /// The figures before a share that are what it says it is a share of: 占“三公”经费的8.08%.
  private static func named(_ ratio: Ratio, _ money: [Int], _ context: NarrativeContext) -> [Int] {
    let label = context[ratio.rate].label
    if context[ratio.part].concept.contains(.smallFirms), context.units.equals(anyOf: bare, label) {
      return money.reversed().filter {
        isOfProcurement($0, before: ratio, context) || isOfFirms($0, ratio, context)
      }
    }
    guard let at = context.units.find(share, in: label) else { return [] }
    let concept = context.lexicon.concept(of: Slice(at + 1, label.upper), context.units).concept
    let measure = concept.narrowMeasure
    guard measure.rawValue.nonzeroBitCount == 1 else { return [] }
    return money.reversed().filter {
      $0 < ratio.rate && $0 != ratio.part
        && (context[$0].concept.narrowMeasure == measure
          || context[$0].concept.measure.isEmpty
            && context.lexicon.concept(of: context[$0].topic, context.units).concept.narrowMeasure == measure)
    }
  }

  private static let bare = WordList(["，占比", "，占比为", "，占", "占比", "占比为", "占"])

  /// 政府采购预算2138.95万元，…；面向中小企业的采购预算1496.26万元，占比69.95%: the whole of the sentence.
  private static func isOfProcurement(_ at: Int, before ratio: Ratio, _ context: NarrativeContext) -> Bool {
    let claim = context[at]
    return at < ratio.part && context[ratio.rate].sentence - claim.sentence <= 1
      && claim.passage == context[ratio.rate].passage && claim.concept.isWholeProcurement
  }

  /// 授予中小企业90万元，…；在授予中小企业的合同金额中，小微企业为60万元，占比66.67%: what small firms were given in all.
  private static func isOfFirms(_ at: Int, _ ratio: Ratio, _ context: NarrativeContext) -> Bool {
    at < ratio.part && isBeside(at, ratio, context) && context[at].concept.contains(.smallFirms)
      && context[at].role == .amount
  }

  private static let reach = 24
  private static let mostAround = 24

  /// What the parts of a sentence that carry shares make together.
  private static func sum(
    of ratio: Ratio, _ shares: [Ratio], _ context: NarrativeContext
  ) -> NarrativeContext.Value? {
    let parts = shares.filter { context[$0.rate].sentence == context[ratio.rate].sentence }
    return parts.count >= 2 ? context.sum(parts.map(\.part)) : nil
  }

  private static func fits(_ ratio: Ratio, _ whole: NarrativeContext.Value, _ context: NarrativeContext)
    -> Bool
  {
    context.value(context[ratio.part]).map { context.fits(context[ratio.rate].amount, $0, of: whole) }
      ?? false
  }

  /// Tells whether a slip in a share, or in the amount that has it, explains why the two do not fit.
  private static func isSlip(
    _ ratio: Ratio, _ part: NarrativeContext.Value, _ whole: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    let rate = context[ratio.rate].amount
    if let computed = context.percent(part, of: whole, like: rate), PlainSlip.isLikely(rate, computed) {
      return true
    }
    if rate.decimals > 0, PlainSlip.swaps(of: rate).contains(where: { context.fits($0, part, of: whole) }) {
      return true
    }
    return PlainSlip.swaps(of: context[ratio.part].amount).contains { other in
      value(ratio.part, as: other, context).map { context.fits(rate, $0, of: whole) } ?? false
    }
  }

  /// Tells whether two swapped digits in a percentage, or in one of its two amounts, explain why they do not fit.
  static func isSwap(_ ratio: Ratio, _ part: Int, _ whole: Int, _ context: NarrativeContext) -> Bool {
    let rate = context[ratio.rate].amount
    guard rate.digits >= 100, let own = context.value(context[part]), let all = context.value(context[whole])
    else { return false }
    if PlainSlip.swaps(of: rate).contains(where: { context.fits($0, own, of: all) }) { return true }
    guard rate.decimals >= 2 || ratio.isCompletion else { return false }
    return PlainSlip.swaps(of: context[part].amount).contains { other in
      value(part, as: other, context).map { context.fits(rate, $0, of: all) } ?? false
    }
      || PlainSlip.swaps(of: context[whole].amount).contains { other in
        value(whole, as: other, context).map { $0.exact > 0 && context.fits(rate, own, of: $0) } ?? false
      }
  }

  private static func value(
    _ index: Int, as amount: Amount, _ context: NarrativeContext
  ) -> NarrativeContext.Value? {
    var claim = context[index]
    claim.amount = amount
    return context.value(claim)
  }

  static func report(
    _ ratio: Ratio, _ whole: NarrativeContext.Value, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let (rate, part) = (context[ratio.rate], context[ratio.part])
    guard let own = context.value(part), let computed = context.percent(own, of: whole, like: rate.amount),
      let total = context.shown(whole.exact.magnitude, like: part)
    else { return }
    inspection.report(
      ratio.isCompletion ? "completion-rate" : "share", .error, at: rate.figure,
      Message(
        NarrativePhrases.quotient, .amount(part.amount, nil), .amount(total, nil), .percent(computed),
        .text(context.draft.string(rate.digits) + "%")), related: context.related([ratio.part]),
      fixes: context.fix(rate.digits, ShareCheck.shown(computed, rate.amount)))
  }

}
