/// Recalculates the rate of all projects from the money that the paragraphs above it state: 全年预算309.75万元，全年执行298.53万元。…综合执行率96.38%.
///
/// Rule: `completion-rate`. The section has to state one budget and one outcome of the year, side by side, and no more.
enum OverallRate {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.unit == .percent && !claim.digits.isEmpty && !claim.isRough && claim.amount.decimals >= 1 {
      guard context.isJudged(claim.passage),
        context.units.ends(Wording.core(claim.label, context.units), withAnyOf: rates),
        let (plan, outcome) = money(above: index, context)
      else { continue }
      check(index, plan, outcome, context, &inspection)
    }
  }

  private static let rates = WordList(["综合执行率", "总体执行率", "整体执行率", "总执行率", "综合预算执行率", "总体预算执行率"])

  /// The only budget with its outcome right behind it in the paragraphs before a rate; its own has none.
  private static func money(above rate: Int, _ context: NarrativeContext) -> (plan: Int, outcome: Int)? {
    let passage = context[rate].passage
    func isPlan(_ index: Int) -> Bool {
      context.units.ends(Wording.core(context[index].label, context.units), withAnyOf: plans)
    }
    var found: (plan: Int, outcome: Int)?
    for above in (Swift.max(0, passage - reach)...passage).reversed()
    where context.isJudged(above)
      && context.claims.passages[above].section == context.claims.passages[passage].section
    {
      for index in context.claims.passages[above].claims where context[index].unit.money != nil {
        guard isPlan(index) else { continue }
        let next = index + 1
        guard above < passage, found == nil, context.claims.passages[above].claims.contains(next),
          context[next].unit == context[index].unit, !context[index].isRough, !context[next].isRough,
          context[next].sentence == context[index].sentence,
          context[next].label.lower - context[index].figure.upper <= 1,
          context.units.equals(anyOf: outcomes, Wording.core(context[next].label, context.units))
        else { return nil }
        found = (index, next)
      }
    }
    return found
  }

  /// How many paragraphs above a rate are looked at.
  private static let reach = 4
  private static let plans = WordList(["全年预算", "全年预算数", "全年预算资金", "预算资金"])
  private static let outcomes = WordList(["全年执行", "全年执行数", "实际执行", "实际执行数", "全年实际执行", "执行", "执行数"])

  private static func check(
    _ rate: Int, _ plan: Int, _ outcome: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let stated = context[rate].amount
    guard let budget = context.value(context[plan]), budget.exact > 0,
      let spent = context.value(context[outcome]), let verdict = context.judge(stated, spent, of: budget),
      let severity = inspection.severity(of: verdict, context), severity > .info,
      !inspection.hasReported("completion-rate", at: context[rate].figure),
      let computed = context.percent(spent, of: budget, like: stated)
    else { return }
    inspection.report(
      "completion-rate", severity, at: context[rate].figure,
      Message(
        NarrativePhrases.quotient, .amount(context[outcome].amount, nil), .amount(context[plan].amount, nil),
        .percent(computed), .text(context.draft.string(context[rate].figure))),
      related: context.related([outcome, plan]))
  }
}
