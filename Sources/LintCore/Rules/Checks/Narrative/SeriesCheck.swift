/// Adds up what items state beside their main figure: the 年初预算 of each against the 年初预算 of the whole, and the changes
/// of the parts against the change of the whole.
enum SeriesCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for list in context.claims.lists where list.whole >= 0 && list.parts.count >= 2 && !list.isOpen {
      guard context.isJudged(context[list.whole].passage), context[list.whole].unit.money != nil,
        isComplete(list, context)
      else { continue }
      plans(list, context, &inspection)
      changes(list, context, &inspection)
    }
  }

  /// Tells whether the parts make the whole, so that none is missing.
  private static func isComplete(_ list: ClaimList, _ context: NarrativeContext) -> Bool {
    guard let whole = context.value(context[list.whole]) else { return false }
    var sum: Int128 = 0
    for part in list.parts {
      guard let value = context.value(context[part]), context[part].unit.money != nil else { return false }
      sum += value.exact
    }
    return whole.hasTail(sum - whole.exact, terms: list.parts.count)
  }

  // MARK: Budgets

  /// Which figure of an item a label states.
  private enum Status: Hashable { case initial, full, adjusted, outcome }

  private static let statuses: [(Word, Status)] = [
    ("年初", .initial), ("全年预算", .full), ("调整", .adjusted), ("决算", .outcome), ("执行数", .outcome),
  ]

  private static func status(_ claim: Claim, _ context: NarrativeContext) -> Status? {
    let found = statuses.filter { context.units.contains($0.0, in: claim.label) }.map(\.1)
    return Set(found).only
  }

  private static func plans(
    _ list: ClaimList, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let whole = context[list.whole]
    for other in context.claims.passages[whole.passage].claims
    where other != list.whole && context[other].role == .amount && context[other].sentence == whole.sentence {
      guard let status = status(context[other], context), status != Self.status(whole, context),
        context[other].unit == whole.unit, context[other].list < 0, !context[other].isRough
      else { continue }
      let parts = list.parts.compactMap { figure(status, of: $0, list, context) }
      guard parts.count == list.parts.count, Set(parts).count == parts.count else { continue }
      compare(parts, other, context, &inspection)
    }
  }

  /// The one figure of an item that has a status.
  private static func figure(
    _ status: Status, of part: Int, _ list: ClaimList, _ context: NarrativeContext
  ) -> Int? {
    guard list.isAcrossParagraphs else { return nil }
    let found = context.claims.passages[context[part].passage].claims.filter {
      context[$0].role == .amount && context[$0].sentence == context[part].sentence
        && context[$0].unit == context[part].unit && Self.status(context[$0], context) == status
    }
    return found.only
  }

  private static func compare(
    _ parts: [Int], _ whole: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let terms = parts.compactMap { context.value(context[$0]) }
    guard terms.count == parts.count, let total = context.value(context[whole]) else { return }
    let sum = terms.reduce(Int128(0)) { $0 + $1.exact }
    guard !total.hasTail(sum - total.exact, terms: parts.count),
      let shown = context.shown(sum.magnitude, like: context[whole])
    else { return }
    inspection.report(
      "narrative-sum", Slip.explains(sum - total.exact, terms, total) ? .error : .warning,
      at: context[whole].figure,
      Message(
        NarrativePhrases.listed, .text(context.name(context[whole])),
        .text(context.draft.string(context[whole].figure)),
        .sum(parts.map { context[$0].amount }), .amount(shown, nil)),
      related: context.related(parts), fixes: context.fix(context[whole].digits, shown))
  }

  // MARK: Changes

  private static func changes(
    _ list: ClaimList, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let whole = change(of: list.whole, context), let total = signed(whole, context) else { return }
    let parts = list.parts.compactMap { change(of: $0, context) }
    let terms = parts.compactMap { signed($0, context) }
    guard terms.count == list.parts.count,
      ([whole] + parts).allSatisfy({ isAgainstPlan($0, context) == isAgainstPlan(whole, context) })
    else { return }
    let sum = terms.reduce(0, +)
    guard let value = context.value(context[whole]), !value.hasTail(sum - total, terms: parts.count),
      let shown = context.shown(sum.magnitude, like: context[whole])
    else { return }
    // One change in the wrong direction, which its own rate may show already.
    if let turned = terms.firstIndex(where: { value.hasTail(sum - 2 * $0 - total, terms: parts.count) }) {
      return turn(parts[turned], whole, context, &inspection)
    }
    inspection.report(
      "narrative-sum", .warning, at: context[whole].figure,
      Message(
        NarrativePhrases.changesMake, .text(context.draft.string(context[whole].word)),
        .text(context.draft.string(context[whole].figure)),
        .text(sum < 0 ? "减少" : "增加"), .amount(shown, nil)), related: context.related(parts))
  }

  private static func turn(
    _ part: Int, _ whole: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let next = part + 1
    let isOpposed =
      context.claims.claims.indices.contains(next) && context[next].role == .rate
      && context[next].direction * context[part].direction < 0
    guard !isOpposed else { return }
    inspection.report(
      "direction", .warning, at: context[part].word,
      Message(
        turned, .text(context.draft.string(context[part].word)),
        .text(context.draft.string(context[part].figure)),
        .text(context.draft.string(context[whole].word)), .text(context.draft.string(context[whole].figure))),
      related: context.related([whole]), fixes: context.turned(context[part].word))
  }

  /// The one change that speaks of an amount.
  private static func change(of amount: Int, _ context: NarrativeContext) -> Int? {
    let found = context.claims.passages[context[amount].passage].claims.filter {
      context[$0].role == .change && context[$0].subject == amount
        && !ChangedFigure.isFromEarlierYear($0, context)
    }
    guard let only = found.only, !context[only].isRough,
      context[only].digits.isEmpty || context[only].unit == context[amount].unit
    else { return nil }
    return only
  }

  private static func signed(_ change: Int, _ context: NarrativeContext) -> Int128? {
    let claim = context[change]
    if claim.digits.isEmpty { return 0 }
    guard claim.direction != 0, let value = context.value(claim) else { return nil }
    return claim.direction > 0 ? value.exact : -value.exact
  }

  /// 比年初预算, not 比上年.
  private static func isAgainstPlan(_ change: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[change]
    let words = Slice(claim.label.lower, Swift.max(claim.label.lower, claim.word.upper))
    return context.units.contains(anyOf: own, in: words)
      || context.units.contains(plan, in: words) && !context.units.contains(anyOf: lastYear, in: words)
  }

  /// The budgets of the year itself, though 全年预算 ends like 2023年预算.
  private static let own = WordList(["年初", "全年预算"])
  private static let plan: Word = "预算"
  private static let lastYear = WordList(["上年", "去年", "上一年", "年预算", "年度预算"])
  private static let turned = Phrase(
    "此处写{0} {1}，与总数{2} {3} 不符，方向疑似写反",
    "“{0} {1}” does not fit the whole, “{2} {3}”: the direction seems to be turned round")
}
