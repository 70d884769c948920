/// Holds the direction that a reason names against the change that the sentence before states: 比上年减少32万元，下降4%。增加的主要原因是….
///
/// Rule: `direction`.
enum NamedDirections {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      inspection.look(for: .namedDirection, inParagraph: passage.paragraph) { check(passage, context, &$0) }
    }
  }

  private static func check(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    var rest = passage.slice
    while let at = units.find(reason, in: rest) {
      rest.lower = at + reason.count
      let words = Slice(Swift.max(passage.slice.lower, at - longestLead), at)
      let isUp = units.ends(words, withAnyOf: rises)
      guard isUp || units.ends(words, withAnyOf: falls) else { continue }
      let length = units.lengthOfWord(ending: words, anyOf: isUp ? rises : falls) ?? 0
      let word = Slice(words.upper - length, words.upper)
      // Right behind a full stop or comma: 减少的主要原因, and not 项目支出减少的主要原因.
      guard word.lower > passage.slice.lower, units.endsClause(at: word.lower - 1),
        isAgainst(word.lower, isUp ? 1 : -1, passage, context),
        !inspection.hasReported("direction", at: word)
      else { continue }
      inspection.report(
        "direction", .warning, at: Slice(word.lower, word.lower + 2),
        Message(wrong, .text(context.draft.string(word))),
        fixes: context.turned(Slice(word.lower, word.lower + 2)))
    }
  }

  /// Tells whether the changes of the sentence that ends here, or of the one before it, all point the other way.
  private static func isAgainst(
    _ at: Int, _ direction: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Bool {
    let before = passage.claims.filter { context[$0].figure.upper <= at }.suffix(mostNear)
    guard let last = before.last.map({ context[$0].sentence }) else { return false }
    let near = before.filter { context[$0].sentence == last }
    // 增幅-1.92% is a fall, and 降幅-1.92% nothing that anybody can read.
    let cues = near.filter { context[$0].amount.digits >= 0 }.compactMap {
      FigureCue.direction(context[$0], context)?.value
    }
    return !cues.isEmpty && cues.allSatisfy { $0 == -direction }
  }

  private static let mostNear = 6
  private static let longestLead = 8
  private static let reason: Word = "原因"
  private static let rises = WordList(["增加的主要", "增长的主要", "上升的主要", "增加的", "增长的", "上升的"])
  private static let falls = WordList(["减少的主要", "下降的主要", "降低的主要", "减少的", "下降的", "降低的"])
  private static let wrong = Phrase("前文写的方向与“{0}原因”相反", "What stands before points the other way than “{0}”")
}
