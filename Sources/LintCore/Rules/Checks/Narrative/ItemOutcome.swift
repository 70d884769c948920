/// Holds the 决算 of an item against the figure that its paragraph begins with: “职业年金缴费支出（项）”268.41万元，主要用于…。年初预算为286.75万元，支出决算为251.30万元.
///
/// Rule: `narrative-repeat`.
enum ItemOutcome {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    guard context.claims.isFinal else { return }
    for (index, passage) in context.claims.passages.enumerated() where context.isJudged(index) {
      guard let first = passage.claims.first, isHead(first, passage, context),
        let outcome = outcome(of: passage, behind: first, context)
      else { continue }
      let (head, claim) = (context[first], context[outcome])
      guard let stated = context.value(head), let now = context.value(claim),
        head.amount.decimals == claim.amount.decimals
          ? stated.exact != now.exact : !stated.agreesAsWritten(with: now),
        !inspection.hasReported("narrative-table", at: head.figure),
        !inspection.hasReported("narrative-table", at: claim.figure)
      else { continue }
      inspection.report(
        "narrative-repeat", .error, at: claim.figure,
        Message(phrase, .text(context.draft.string(head.figure)), .text(context.draft.string(claim.figure))),
        related: [context.related(head)])
    }
  }

  /// Tells whether a figure stands right behind the name of an item at the start of a paragraph.
  private static func isHead(_ first: Int, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    let claim = context[first]
    guard claim.role == .amount, claim.unit.money != nil, !claim.isRough, claim.sentence == 0,
      !ClaimBinder.isPlan(claim.concept), claim.year == 0 || claim.year == context.claims.year
    else { return false }
    var name = Slice(passage.slice.lower, claim.figure.lower)
    while let last = name.indices.last, quotes.contains(context.units[last]) { name.upper -= 1 }
    return LevelMark.item.ends(name, context.units)
  }

  /// The only figure that a paragraph calls the 决算 of what it speaks of.
  private static func outcome(of passage: Passage, behind first: Int, _ context: NarrativeContext) -> Int? {
    let named = passage.claims.filter {
      $0 > first && context[$0].role == .amount && context[$0].unit == context[first].unit
        && context.units.equals(anyOf: outcomes, Wording.core(context[$0].label, context.units))
    }
    guard let outcome = named.only, !context[outcome].isRough,
      // The budget before it says that both are of the item.
      outcome > first + 1, ClaimBinder.isPlan(context[outcome - 1].concept)
    else { return nil }
    return outcome
  }

  /// Quotation marks.
  private static let quotes: Set<UInt16> = [0x201C, 0x201D, 0x22]
  private static let outcomes = WordList(["支出决算", "决算", "支出决算数", "决算数", "实际支出"])
  private static let phrase = Phrase(
    "此项前面写 {0}，这里的决算写 {1}", "The item is {0} at the start of the paragraph, its outcome here is {1}")
}
