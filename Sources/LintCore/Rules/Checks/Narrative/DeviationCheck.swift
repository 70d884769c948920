/// Recalculates 预决算差异率: what was spent less the budget, over the budget, with or without its sign.
enum DeviationCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.unit == .percent && !claim.digits.isEmpty && !claim.isRough {
      guard context.isJudged(claim.passage),
        context.units.ends(Wording.core(claim.label, context.units), withAnyOf: names)
      else { continue }
      check(index, claim, context, &inspection)
    }
  }

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    // The nearest budget and outcome of the same sentence.
    let amounts = (context.claims.passages[claim.passage].claims.lowerBound..<index).reversed().filter {
      context[$0].role == .amount && context[$0].unit.money != nil && context[$0].sentence == claim.sentence
        && !context.units.contains(anyOf: Self.gaps, in: context[$0].label)
    }
    guard let plan = amounts.first(where: { ClaimBinder.isPlan(context[$0].concept) }),
      let budget = context.value(context[plan]), budget.exact > 0
    else { return }
    let others = amounts.filter { !ClaimBinder.isPlan(context[$0].concept) }
    guard let outcome = others.first(where: { !isRest($0, of: budget, others, context) }),
      let spent = context.value(context[outcome])
    else { return }
    let difference = spent.exact < budget.exact ? budget - spent : spent - budget
    let stated = Amount(digits: abs(claim.amount.digits), decimals: claim.amount.decimals)
    guard let verdict = context.judge(stated, difference, of: budget), let severity = verdict.severity,
      let computed = context.percent(difference, of: budget, like: stated)
    else { return }
    inspection.report(
      "completion-rate", severity, at: claim.figure,
      Message(
        phrase, .amount(context[outcome].amount, nil), .amount(context[plan].amount, nil), .percent(computed),
        .text(context.draft.string(claim.digits) + "%")), related: context.related([outcome, plan]),
      fixes: context.fix(claim.digits, ShareCheck.shown(computed, stated)))
  }

  /// 决算84万元，仅完成预算90万元的93.33%，结余6万元（偏差率-6.67%）: the figure is what another one leaves of the budget.
  private static func isRest(
    _ index: Int, of budget: NarrativeContext.Value, _ others: [Int], _ context: NarrativeContext
  ) -> Bool {
    guard let rest = context.value(context[index]) else { return false }
    return others.contains { other in
      guard other != index, let spent = context.value(context[other]), spent.exact != rest.exact else {
        return false
      }
      return (budget.exact - spent.exact).magnitude == rest.exact.magnitude && spent.exact > rest.exact
    }
  }

  private static let gaps = WordList(["差异", "差额", "相差", "结余", "剩余", "未支出", "未执行"])
  private static let names = WordList(["差异率", "偏差率", "偏离度"])
  private static let phrase = Phrase(
    "|{0} − {1}| ÷ {1} = {2}，文中写 {3}", "|{0} − {1}| ÷ {1} = {2}, the text says {3}")
}
