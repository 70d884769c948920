/// Holds the two sides of the budget against each other: 收入总计 = 支出总计, and each is the figure of the year with
/// what was carried in or out.
///
/// The words of sentences are looser than the heads of tables, so only what one slip of the pen explains is certain.
enum BothSidesCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var section = -1
    var totals: [Int] = []
    for (index, claim) in context.claims.claims.enumerated() {
      guard claim.role == .amount, claim.unit.money != nil, claim.concept.contains(.grand), claim.list < 0,
        claim.concept.measure.isEmpty, context.isJudged(claim.passage)
      else { continue }
      let own = context.claims.passages[claim.passage].section
      if own != section { totals = [] }
      section = own
      if let other = totals.last(where: { areSides(context[$0], claim) }) {
        compare(other, index, context, &inspection)
      }
      totals.append(index)
    }
  }

  /// 收入总计 and 支出总计 of the same funds, in one breath.
  private static func areSides(_ a: Claim, _ b: Claim) -> Bool {
    let (first, second) = (a.concept.intersection(flows), b.concept.intersection(flows))
    return first == .income && second == .expense && a.concept.source == b.concept.source
      && b.passage - a.passage <= 2 && a.unit == b.unit && a.year == b.year
  }

  private static let flows: FigureConcept = [.income, .expense, .both]

  private static func compare(
    _ first: Int, _ second: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    // A table that says otherwise has been named already.
    let isReported = context.figures.bindings.contains {
      ($0.claim == first || $0.claim == second) && $0.outcome != .agrees
    }
    guard !isReported, let a = context.value(context[first]), let b = context.value(context[second]),
      !a.interval.meets(b.interval),
      Slip.isSlip(a.exact, b.exact) || areTotals(context[first], context[second], context),
      context.units.contains(total, in: context[first].label),
      context.units.contains(total, in: context[second].label)
    else { return }
    inspection.report(
      "narrative-sum", Slip.isSlip(a.exact, b.exact) ? .error : .warning, at: context[second].figure,
      Message(
        phrase, .text(context.name(context[first])), .text(context.draft.string(context[first].figure)),
        .text(context.name(context[second])), .text(context.draft.string(context[second].figure))),
      related: [context.related(context[first])])
  }

  /// 收入总计…，支出总计… in one sentence are equal by definition, whatever came between.
  private static func areTotals(_ a: Claim, _ b: Claim, _ context: NarrativeContext) -> Bool {
    a.passage == b.passage && a.sentence == b.sentence
      && [a, b].allSatisfy { context.units.ends(Wording.core($0.label, context.units), with: grandTotal) }
  }

  private static let grandTotal: Word = "总计"
  private static let total: Word = "总"
  private static let phrase = Phrase(
    "{0} {1}，{2} {3}，收支两个总数应相等", "{0} is {1}, {2} is {3}; the two totals must be equal")
}
