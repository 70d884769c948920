/// Finds a use that is stated for nothing: 2024年预算安排0万元。主要用于外地来访人员的接待.
enum ZeroUse {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for claim in context.claims.claims
    where claim.amount.isZero && claim.role == .amount && claim.unit.money != nil {
      let passage = context.claims.passages[claim.passage]
      guard context.isJudged(claim.passage), !passage.isAttachment,
        !ClaimBinder.isPlan(claim.concept) || !context.claims.isFinal,
        let use = use(behind: claim, passage, context)
      else { continue }
      inspection.report(
        "template-residue", .warning, at: use,
        Message(phrase, .text(context.name(claim)), .text(context.draft.string(claim.figure))),
        related: [context.related(claim)])
    }
  }

  /// The words that say what an amount is used for, right behind it.
  private static func use(behind claim: Claim, _ passage: Passage, _ context: NarrativeContext) -> Slice? {
    let units = context.units
    let sign = claim.figure.upper
    guard sign + 1 < passage.slice.upper else { return nil }
    let rest = Slice(sign + 1, passage.slice.upper)
    guard let length = units.lengthOfWord(starting: rest, anyOf: uses) else { return nil }
    if units[sign] == 0x3002 {
      // In a sentence of its own the use is that of all figures before it.
      let isNothing = passage.claims.allSatisfy {
        let other = context[$0]
        return other.role != .amount || other.unit.money == nil || other.amount.isZero
      }
      guard isNothing else { return nil }
    } else if !Unit.isComma(units[sign]) {
      return nil
    }
    let end = units.sentenceEnd(from: rest.lower, before: rest.upper)
    return end - rest.lower >= length + 4 ? Slice(rest.lower, end) : nil
  }

  private static let uses = WordList(["主要用于", "用于"])
  private static let phrase = Phrase("{0}为 {1}，却写有用途", "{0} is {1}, yet a use is stated")
}
