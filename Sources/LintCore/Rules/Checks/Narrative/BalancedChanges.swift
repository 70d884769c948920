/// Adds up the changes of parts that make their whole: “三公”经费41万元，减少19万元，其中：车辆21万元，减少16万元；接待20万元，减少3万元.
///
/// Rule: `narrative-sum`. Parts that make the whole of this year need not have made that of the year before, unless they
/// are all there can be; so other lists are a warning.
enum BalancedChanges {
  static func check(_ context: NarrativeContext, _ inspection: inout Inspection) {
    for list in context.claims.lists where list.whole >= 0 && list.parts.count >= 2 {
      let whole = context[list.whole]
      guard whole.unit.money != nil, !whole.amount.isZero, context.isJudged(whole.passage), !whole.isRough,
        list.parts.count <= mostParts, makesWhole(list, context)
      else { continue }
      for total in changes(of: list.whole, context) { compare(total, list, context, &inspection) }
    }
  }

  private static let mostParts = 12

  /// Tells whether the parts make their whole but for rounding.
  private static func makesWhole(_ list: ClaimList, _ context: NarrativeContext) -> Bool {
    guard let total = context.value(context[list.whole]) else { return false }
    var sum: Int128 = 0
    for part in list.parts {
      guard context.areAlike(context[part], context[list.whole]), let value = context.value(context[part]),
        !context[part].isRough
      else { return false }
      sum += value.exact
    }
    return total.hasTail(sum - total.exact, terms: list.parts.count)
  }

  /// The changes that a sentence states of an amount; of several with one base nobody can say which is meant.
  private static func changes(of amount: Int, _ context: NarrativeContext) -> [Int] {
    let end = context.claims.passages[context[amount].passage].claims.upperBound
    return (amount + 1..<Swift.max(amount + 1, Swift.min(amount + 6, end))).filter {
      context[$0].role == .change && context[$0].subject == amount
        && context[$0].sentence == context[amount].sentence
        && !ChangedFigure.isFromEarlierYear($0, context)
    }
  }

  /// What a change compares with: a budget, an outcome, or nothing said.
  private static func base(_ change: Int, _ context: NarrativeContext) -> Int {
    let claim = context[change]
    let words = claim.compared.isEmpty ? claim.label : claim.compared
    if context.units.contains(anyOf: sameYear, in: words) { return 1 }
    let isLastYear =
      context.units.contains(anyOf: GrammarWords.lastYear, in: words)
      || DocumentYear.years(words, context.units).isJust(context.claims.year - 1)
      || context.units.contains(sameTime, in: words)
    guard isLastYear else { return 0 }
    // 比2025年预算数减少, 比2025年执行数增加
    return !context.claims.isFinal && context.units.contains(anyOf: outcomes, in: words) ? 3 : 2
  }

  private static let sameYear = WordList(["年初预算", "预算数相比", "比预算", "较预算"])
  private static let sameTime: Word = "同比"
  private static let outcomes = WordList(["执行", "决算"])

  private static func compare(
    _ total: Int, _ list: ClaimList, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let claim = context[total]
    let kind = base(total, context)
    guard kind != 0, !claim.isRough, claim.direction != 0, !claim.digits.isEmpty, claim.unit.money != nil,
      let stated = context.value(claim)
    else { return }
    var sum: Int128 = 0
    var terms: [Int] = []
    var tail = stated.writtenHalf
    for part in list.parts {
      let own = changes(of: part, context).filter { base($0, context) == kind }
      guard let change = own.only else {
        // 出国费0万元，与上年持平: said without a figure, or nothing both years.
        guard own.isEmpty, context[part].amount.isZero, saysSame(part, context) else { return }
        continue
      }
      // 与上年持平
      if context[change].digits.isEmpty {
        guard context[change].direction == 0 else { return }
        continue
      }
      guard context[change].unit.money != nil, context[change].direction != 0, !context[change].isRough,
        let value = context.value(context[change])
      else { return }
      sum += value.exact * Int128(context[change].direction)
      tail += value.writtenHalf
      terms.append(change)
    }
    let net = stated.exact * Int128(claim.direction)
    guard terms.count >= 2, Set(terms).count == terms.count, !terms.contains(total),
      !context.units.contains(anyOf: nets, in: claim.word), (sum - net).magnitude > tail.magnitude,
      !stated.hasTail(sum - net, terms: terms.count),
      let shown = context.shown(sum.magnitude, like: claim),
      !inspection.hasReported(rules, in: span(list, context))
    else { return }
    inspection.report(
      "narrative-sum", areAll(list, context) ? .error : .warning, at: claim.figure,
      Message(
        NarrativePhrases.changesMake, .text(context.draft.string(claim.word)),
        .text(context.draft.string(claim.figure)),
        .text(sum < 0 ? "减少" : "增加"), .amount(shown, nil)), related: context.related(terms))
  }

  /// 增减相抵后净增加: it sums up changes of its own.
  private static let nets = WordList(["净"])
  private static let rules: Set<String> = ["narrative-sum", "growth-rate", "direction"]

  /// From a whole to what is said of its last part: a fault found there explains the rest.
  private static func span(_ list: ClaimList, _ context: NarrativeContext) -> Slice {
    let claims = context.claims
    let upper = list.parts.map { claims.passages[context[$0].passage].slice.upper }.max() ?? 0
    let lower = claims.passages[context[list.whole].passage].slice.lower
    return Slice(lower, Swift.max(lower, upper))
  }

  /// Tells whether the words behind a part of nothing say that it was nothing the year before.
  private static func saysSame(_ part: Int, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[context[part].passage].slice
    let behind = Slice(
      context[part].figure.upper, Swift.min(passage.upper, context[part].figure.upper + 14))
    let end = context.units.sentenceEnd(from: behind.lower, before: behind.upper)
    return context.units.contains(anyOf: same, in: Slice(behind.lower, end))
  }

  private static let same = WordList(["持平", "无增减", "无变化", "一致", "均为0", "均无"])

  /// Tells whether the parts are all there can be.
  private static func areAll(_ list: ClaimList, _ context: NarrativeContext) -> Bool {
    let all = list.parts.reduce(FigureConcept()) { $0.union(context[$1].concept.narrowMeasure) }
    return families.contains { all.isSuperset(of: $0) && $0.rawValue.nonzeroBitCount == list.parts.count }
  }

  private static let families: [FigureConcept] = [
    [.basic, .project], [.personnel, .running], [.goods, .works, .services],
    [.abroad, .reception, .vehicles],
    [.abroad, .reception, .vehiclePurchase, .vehicleRunning], [.vehiclePurchase, .vehicleRunning],
  ]
}
