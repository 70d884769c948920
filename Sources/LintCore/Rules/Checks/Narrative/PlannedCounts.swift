/// Recalculates how much of a plan was done: 计划改造公厕4座，实际完成3座，完成率75%.
enum PlannedCounts {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where index >= 2 && claim.unit == .percent && !claim.isRough {
      guard context.units.ends(Wording.core(claim.label, context.units), withAnyOf: rates) else { continue }
      check(index, claim, context, &inspection)
    }
  }

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    let (plan, done) = (context[index - 2], context[index - 1])
    guard plan.passage == claim.passage, plan.sentence == claim.sentence, plan.unit.money == nil,
      plan.unit == done.unit, plan.unit != .percent, plan.unit != .none,
      units.key(unit(plan)) == units.key(unit(done)), !plan.isRough, !done.isRough,
      units.contains(planned, in: plan.label),
      units.contains(anyOf: real, in: done.label), !units.contains(planned, in: done.label),
      claim.label.count <= 8, plan.amount.isCalculable, done.amount.isCalculable, plan.amount.digits > 0,
      !Slice(plan.figure.upper, claim.figure.lower).indices.contains(where: { units[$0] == 0x3B })
    else { return }
    let whole = NarrativeContext.Value(exact: plan.amount.scaled, half: 0, writtenHalf: 0)
    let part = NarrativeContext.Value(exact: done.amount.scaled, half: 0, writtenHalf: 0)
    guard let verdict = context.judge(claim.amount, part, of: whole), let severity = verdict.severity,
      severity > .info, let computed = context.percent(part, of: whole, like: claim.amount)
    else { return }
    inspection.report(
      "completion-rate", severity, at: claim.figure,
      Message(
        CompletionCheck.phrases.wrong, .amount(done.amount, nil), .amount(plan.amount, nil),
        .percent(computed),
        .text(context.draft.string(claim.digits) + "%")), related: context.related([index - 2, index - 1]),
      fixes: context.fix(claim.digits, ShareCheck.shown(computed, claim.amount)))
  }

  private static func unit(_ claim: Claim) -> Slice { Slice(claim.digits.upper, claim.figure.upper) }

  private static let rates = WordList(["完成率", "完成比例", "完成"])
  private static let planned: Word = "计划"
  private static let real = WordList(["实际", "完成", "已"])
}
