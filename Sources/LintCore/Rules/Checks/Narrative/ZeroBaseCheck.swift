/// Holds 基数为0 against the figures: a base that the sentence shows is not zero.
enum ZeroBaseCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard passage.claims.count >= 1 else { continue }
      var at = passage.slice.lower
      while let found = context.units.find(base, in: Slice(at, passage.slice.upper)) {
        at = found + base.count
        if isZero(at, passage, context.units) { check(Slice(found, at + 1), passage, context, &inspection) }
      }
    }
  }

  private static func isZero(_ at: Int, _ passage: Passage, _ units: Units) -> Bool {
    guard at < passage.slice.upper else { return false }
    if units[at] == 0x96F6 { return true }
    return units[at] == 0x30
      && (at + 1 == passage.slice.upper || units[at + 1] != 0x2E && !Unit.isDigit(units[at + 1]))
  }

  /// The nearest budget or change before the words, in the same item.
  private static func check(
    _ at: Slice, _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    for index in passage.claims.reversed() where context[index].figure.upper <= at.lower {
      let claim = context[index]
      let between = Slice(claim.figure.upper, at.lower)
      guard !between.indices.contains(where: { context.units[$0] == 0x3B || context.units[$0] == 0x3002 })
      else { return }
      switch claim.role {
      case .amount where claim.concept.contains(.plan) && !claim.concept.contains(.actual):
        if !claim.amount.isZero { report(at, [context.related(claim)], context, &inspection) }
        return
      case .change where !claim.digits.isEmpty && claim.direction > 0:
        guard let difference = context.value(claim) else { return }
        let figures = ChangedFigure.all(of: index, claim, context)
        guard !figures.isEmpty,
          figures.allSatisfy({ !$0.value.interval.meets(difference.interval) })
        else { return }
        report(at, [context.related(claim)] + figures.prefix(2).map(\.related), context, &inspection)
        return
      default: continue
      }
    }
  }

  private static func report(
    _ at: Slice, _ related: [Related], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    inspection.report(
      "growth-rate", .error, at: at, Message(phrase, .text(context.draft.string(at))), related: related)
  }

  private static let base: Word = "基数为"
  private static let phrase = Phrase(
    "文中写“{0}”，但按句中数字基数不为 0", "The text says “{0}”, but by its figures the base is not 0")
}
