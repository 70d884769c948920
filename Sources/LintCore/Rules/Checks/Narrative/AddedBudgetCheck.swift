/// Holds a budget as it was changed against what it was and what was added: 年初预算220.00万元，年中调增16.44万元，全年预算
/// 236.44万元.
enum AddedBudgetCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.unit.money != nil && !claim.isRough && context.isJudged(claim.passage) {
      guard context.units.contains(anyOf: changed, in: claim.label) else { continue }
      check(index, claim, context, &inspection)
    }
  }

  /// The last three figures of money: 年初预算, what came or went, and the sum.
  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let first = context.claims.passages[claim.passage].claims.lowerBound
    let near = (first..<index).filter {
      context[$0].sentence == claim.sentence && context[$0].unit == claim.unit
        && context[$0].role != .prior
    }.suffix(2)
    guard let initial = near.first, let change = near.last, near.count == 2,
      context.units.contains(initially, in: context[initial].label),
      let sign = sign(context[change].label, context.units), !context[initial].isRough,
      !context[change].isRough, let base = context.value(context[initial]),
      let step = context.value(context[change]), let stated = context.value(claim)
    else { return }
    let sum = sign > 0 ? base + step : base - step
    guard !sum.interval.meets(stated.interval), sum.exact > 0, isSlip(base, step, stated, sign),
      let shown = context.shown(sum.exact.magnitude, like: claim)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: claim.figure,
      Message(
        phrase, .amount(context[initial].amount, nil), .text(sign > 0 ? "+" : "−"),
        .amount(context[change].amount, nil), .amount(shown, nil), .text(context.draft.string(claim.figure))),
      related: context.related([initial, change]), fixes: context.fix(claim.digits, shown))
  }

  /// +1 for what was added, -1 for what was taken back; `nil` for other words.
  private static func sign(_ label: Slice, _ units: Units) -> Int? {
    let isAdded = units.contains(anyOf: added, in: label)
    let isCut = units.contains(anyOf: cut, in: label)
    return isAdded == isCut ? nil : isAdded ? 1 : -1
  }

  private static func isSlip(
    _ base: NarrativeContext.Value, _ step: NarrativeContext.Value, _ sum: NarrativeContext.Value, _ sign: Int
  ) -> Bool {
    let sign = Int128(sign)
    return Slip.isSlip(sum.exact, base.exact + sign * step.exact)
      || Slip.isSlip(base.exact, sum.exact - sign * step.exact)
      || Slip.isSlip(step.exact, (sum.exact - base.exact) * sign)
  }

  private static let initially: Word = "年初"
  private static let changed = WordList(["全年预算", "调整后预算", "调整后的预算", "调整预算", "预算调整", "调整后", "调整为"])
  private static let added = WordList(["追加", "调增", "调整增加", "核增", "增加预算", "新增"])
  private static let cut = WordList(["追减", "调减", "调整减少", "核减", "减少预算", "收回"])
  private static let phrase = Phrase(
    "{0} {1} {2} = {3}，文中写 {4}", "{0} {1} {2} = {3}, the text says {4}")
}
