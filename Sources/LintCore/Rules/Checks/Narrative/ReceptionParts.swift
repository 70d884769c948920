/// Holds what visitors from home and from abroad cost against the whole: 公务接待费支出2.17万元，…。其中：国内公务接待费2.71万元.
///
/// Rule: `narrative-sum`. The parts may stand paragraphs behind the whole, so any figure for all visits that they
/// make up will do.
enum ReceptionParts {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where isReception(claim, context) && context.units.contains(ReceptionEcho.domestic, in: claim.label) {
      check(index, claim, context, &inspection)
    }
  }

  private static func isReception(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    claim.role == .amount && claim.unit.money != nil && claim.concept.contains(.reception)
      && !claim.isRough && context.isJudged(claim.passage)
  }

  /// Tells whether a label names some of the visits: those from home, from abroad, or 其中.
  private static func isKind(_ label: Slice, _ units: Units) -> Bool {
    units.contains(ReceptionEcho.domestic, in: label)
      || units.contains(anyOf: ReceptionEcho.foreign, in: label)
      || units.contains(GrammarWords.ofWhich, in: label)
  }

  /// How many claims, and how many paragraphs, before a part its whole can stand.
  private static let reach = (claims: 16, passages: 3)

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let own = context.value(claim), !claim.amount.isZero,
      !inspection.hasReported(["narrative-sum", "narrative-table", "narrative-repeat"], in: claim.figure)
    else { return }
    let isPlan = FigureCue.isPlan(claim, context)
    let wholes = (Swift.max(0, index - reach.claims)..<index).filter {
      isReception(context[$0], context) && context[$0].year == claim.year
        && claim.passage - context[$0].passage <= reach.passages
        && FigureCue.isPlan(context[$0], context) == isPlan
        && !isKind(context[$0].label, context.units)
        && !inspection.hasReported("narrative-table", at: context[$0].figure)
    }
    guard let nearest = wholes.last, let whole = context.value(context[nearest]) else { return }
    let abroad = self.abroad(index, claim, context)
    let sum = abroad.reduce(own) { total, part in context.value(context[part]).map { total + $0 } ?? total }
    // 公务接待费 of the table, of last year, of some of the units: whatever the parts make up is their whole.
    let fits = wholes.compactMap { context.value(context[$0]) }
      .contains {
        $0.writtenInterval.meets(sum.writtenInterval) || $0.writtenInterval.meets(own.writtenInterval)
      }
    guard !fits, own.exact > whole.exact || !abroad.isEmpty else { return }
    guard let shown = context.shown(sum.exact.magnitude, like: claim) else { return }
    inspection.report(
      "narrative-sum", .error, at: claim.figure,
      Message(
        phrase, .amount(shown, nil), .text(context.name(context[nearest])),
        .text(context.draft.string(context[nearest].figure))),
      related: context.related([nearest] + abroad))
  }

  /// What the same paragraph says of visitors from abroad, right behind those from home.
  private static func abroad(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> [Int] {
    let end = context.claims.passages[claim.passage].claims.upperBound
    return (index + 1..<Swift.max(index + 1, Swift.min(end, index + 6))).filter {
      isReception(context[$0], context) && context[$0].year == claim.year
        && context.units.contains(anyOf: ReceptionEcho.foreign, in: context[$0].label)
    }.prefix(1).map { $0 }
  }

  private static let phrase = Phrase(
    "国内与国（境）外接待支出合计 {0}，“{1}”写 {2}", "Visits from home and abroad cost {0} together, “{1}” says {2}")
}
