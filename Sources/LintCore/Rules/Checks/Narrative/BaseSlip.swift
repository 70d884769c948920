/// 与2024年预算105.12万元相比，减少3.69万元，下降3.61%: figure, change and rate agree, and only what the sentence compares with
/// has two digits exchanged.
///
/// Rule: `growth-rate`.
enum BaseSlip {
  /// Holds the base that a sentence states against the one that figure, change and rate give.
  static func check(
    _ base: Int?, right: NarrativeContext.Value, _ figure: ChangedFigure, _ change: Claim,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let base, figure.claim != base, let stated = context.value(context[base]),
      !stated.interval.meets(right.interval), PlainSlip.isExchange(stated.exact, right.exact),
      context[base].amount.digits.magnitude >= leastDigits,
      let shown = context.shown(right.exact.magnitude, like: context[base]),
      !inspection.hasReported("growth-rate", at: context[base].figure),
      !inspection.hasReported("growth-rate", at: change.figure)
    else { return }
    inspection.report(
      "growth-rate", .error, at: context[base].figure,
      Message(
        change.direction > 0 ? NarrativePhrases.difference : falling, .amount(figure.amount, nil),
        .amount(change.amount, nil),
        .amount(shown, nil), .text(context.draft.string(context[base].figure))),
      related: [figure.related], fixes: context.fix(context[base].digits, shown))
  }

  private static let leastDigits: UInt64 = 1_000
  private static let falling = Phrase("{0} + {1} = {2}，文中写 {3}", "{0} + {1} = {2}, the text says {3}")
}
