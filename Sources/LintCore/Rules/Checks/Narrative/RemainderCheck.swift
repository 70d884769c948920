/// Holds what is left against budget and outcome: 全年预算30万元，执行27万元，结余3万元.
enum RemainderCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.role == .amount && claim.unit.money != nil && !claim.isRough
      && context.isJudged(claim.passage)
    {
      let label = Wording.core(claim.label, context.units)
      guard label.count <= 6, context.units.contains(anyOf: left, in: label) else { continue }
      check(index, claim, context, &inspection)
    }
  }

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let amounts = (context.claims.passages[claim.passage].claims.lowerBound..<index).filter {
      context[$0].role == .amount && context[$0].sentence == claim.sentence && context[$0].unit == claim.unit
    }
    guard let plan = amounts.last(where: { context[$0].concept.contains(.plan) }),
      let outcome = amounts.last(where: { $0 != plan }),
      plan < outcome ? outcome == amounts.last : outcome == plan - 1,
      context.units.contains(anyOf: spent, in: context[outcome].label),
      let budget = context.value(context[plan]), let used = context.value(context[outcome]),
      let stated = context.value(claim), !(budget - used).interval.meets(stated.interval),
      let shown = context.shown((budget - used).exact.magnitude, like: claim), budget.exact >= used.exact
    else { return }
    let isSlip = Slip.isSlip(stated.exact, (budget - used).exact)
    // Beside more than the budget and what was spent of it only a slip is certain.
    guard amounts.count == 2 && plan < outcome || isSlip && !context.isMade(claim, of: amounts) else {
      return
    }
    inspection.report(
      "narrative-sum", isSlip ? .error : .warning, at: claim.figure,
      Message(
        phrase, .amount(context[plan].amount, nil), .amount(context[outcome].amount, nil),
        .amount(shown, nil), .text(context.draft.string(claim.figure))),
      related: context.related([plan, outcome]),
      fixes: context.fix(claim.digits, shown))
  }

  private static let left = WordList(["结余", "剩余", "未执行", "未使用", "尚余"])
  private static let spent = WordList(["执行", "支出", "决算", "使用"])
  private static let phrase = Phrase(
    "{0} − {1} = {2}，文中写结余 {3}", "{0} − {1} = {2}, the text says {3} is left")
}
