/// Rates from a base that the sentence states to a figure that only another place does: 公务接待费较2024年预算9.20万元下降6.52%,
/// where this year's 8.60万元 stands in the paragraph before or in a table.
extension GrowthElsewhere {
  /// Holds a rate without its change against what the clause names and the base beside it.
  ///
  /// It is wrong only where no figure of that name gives it, and one digit of the rate or of the base makes it right.
  static func ofBase(
    _ index: Int, _ rate: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let prior = index - 1
    guard rate.direction != 0, rate.amount.decimals > 0, rate.amount.digits.magnitude >= leastDigits,
      !rate.isRough, prior >= 0, case let base = context[prior], base.role == .prior,
      base.sentence == rate.sentence, base.passage == rate.passage, base.unit.money != nil,
      rate.compared.lower <= base.figure.lower, base.figure.upper <= rate.compared.upper,
      base.amount.digits.magnitude >= leastDigits, let then = context.value(base), then.exact > 0,
      !inspection.hasReported(at: rate.figure), !inspection.hasReported(at: base.figure)
    else { return }
    let figures = figures(of: name(rate, base, context), before: prior, context)
    guard !figures.isEmpty, !figures.contains(where: { leads(from: then, to: $0.value, rate, context) })
    else { return }
    for figure in figures {
      let change = rate.direction > 0 ? figure.value - then : then - figure.value
      guard let computed = context.percent(change, of: then, like: rate.amount) else { continue }
      let isSlip =
        change.exact > 0 && PlainSlip.isLikely(rate.amount, computed)
        || PlainSlip.neighbors(of: base.amount).contains { amount in
          var other = base
          other.amount = amount
          return context.value(other).map { leads(from: $0, to: figure.value, rate, context) } ?? false
        }
      guard isSlip else { continue }
      return inspection.report(
        "growth-rate", .error, at: rate.figure,
        Message(
          GrowthCheck.bare.wrong, .amount(figure.amount, nil), .amount(base.amount, nil), .percent(computed),
          .text(context.draft.string(rate.digits) + "%")),
        related: [figure.related, context.related(base)])
    }
  }

  /// What is compared: 公务接待费 before 较2024年预算9.20万元.
  private static func name(_ rate: Claim, _ base: Claim, _ context: NarrativeContext) -> Slice {
    let own = ChangedFigure.subject(of: rate, context)
    guard own.isEmpty, base.label.lower < rate.compared.lower else { return own }
    var name = Slice(base.label.lower, rate.compared.lower)
    name.upper -= context.units.lengthOfWord(ending: name, anyOf: comparing) ?? 0
    return Wording.core(name, context.units)
  }

  private static let comparing = WordList(["比", "较", "与", "和", "同"])

  private static func leads(
    from then: NarrativeContext.Value, to now: NarrativeContext.Value, _ rate: Claim,
    _ context: NarrativeContext
  ) -> Bool {
    then.exact > 0 && context.fits(rate.amount, rate.direction > 0 ? now - then : then - now, of: then)
  }
}
