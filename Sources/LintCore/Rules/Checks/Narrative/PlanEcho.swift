/// 与年初预算持平 beside a budget and an outcome that differ.
enum PlanEcho {
  /// Reports 持平 where the paragraph states one budget and one outcome, and they are not the same.
  static func contradicts(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Bool {
    guard context.claims.isFinal, claim.subject >= 0, context[claim.subject].passage == claim.passage,
      context.units.contains(planned, in: claim.label),
      !context.units.contains(anyOf: GrammarWords.lastYear, in: claim.label)
    else { return false }
    let amounts = context.claims.passages[claim.passage].claims.filter {
      $0 < index && context[$0].role == .amount && context[$0].unit.money != nil && context[$0].list < 0
    }
    let plans = amounts.filter { ClaimBinder.isPlan(context[$0].concept) }
    let outcomes = amounts.filter { !ClaimBinder.isPlan(context[$0].concept) }
    guard plans.count == 1, outcomes.count == 1, outcomes[0] == claim.subject,
      let plan = context.value(context[plans[0]]), let outcome = context.value(context[outcomes[0]]),
      !plan.agreesAsWritten(with: outcome)
    else { return false }
    inspection.report(
      "direction", .error, at: claim.word,
      Message(
        phrase, .amount(context[plans[0]].amount, nil), .amount(context[outcomes[0]].amount, nil),
        .text(context.draft.string(claim.word))), related: context.related([plans[0], outcomes[0]]))
    return true
  }

  private static let planned: Word = "预算"
  private static let phrase = Phrase(
    "预算 {0}，决算 {1}，文中却写{2}", "A budget of {0}, spent {1}, yet the text says {2}")
}
