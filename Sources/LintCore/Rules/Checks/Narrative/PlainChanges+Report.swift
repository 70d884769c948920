/// What is said of a rate or a change that its own sentence shows to be wrong.
extension PlainChanges {
  static func report(
    _ rate: Int, _ part: NarrativeContext.Value, _ base: NarrativeContext.Value, like figure: Int,
    _ related: [Int], as verdict: NarrativeContext.Verdict = .wrong, weighing severity: Severity = .error,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let computed = context.percent(part, of: base, like: context[rate].amount),
      let difference = context.shown(part.exact.magnitude, like: context[figure]),
      let before = context.shown(base.exact.magnitude, like: context[figure])
    else { return }
    inspection.report(
      "growth-rate", severity, at: context[rate].figure,
      Message(
        verdict.phrase(quotients, severity), .amount(difference, nil), .amount(before, nil),
        .percent(computed),
        .text(context.draft.string(context[rate].digits) + "%")), related: context.related(related),
      fixes: context.fix(context[rate].digits, ShareCheck.shown(computed, context[rate].amount)))
  }

  private static let quotients = QuotientPhrases(NarrativePhrases.quotient)

  static func report(
    _ change: Change, _ amount: Int, _ figure: Int, _ base: Int, _ step: NarrativeContext.Value,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let shown = context.shown(step.exact.magnitude, like: context[base]) else { return }
    let isReversed = step.exact < 0
    let (high, low) = change.direction > 0 ? (figure, base) : (base, figure)
    inspection.report(
      "growth-rate", .error, at: context[amount].figure,
      Message(
        NarrativePhrases.step, .amount(context[high].amount, nil), .amount(context[low].amount, nil),
        .text(isReversed ? "反向 " : ""), .amount(shown, nil), .text(context.draft.string(change.word)),
        .text(context.draft.string(context[amount].figure))),
      related: context.related([figure, base]))
  }

}
