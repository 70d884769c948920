/// Finds more marks than there are: 履职效能85.50分（满分60分）, 满分100分，得分102分.
enum FullMarks {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.claims.indices.dropLast() {
      let (first, second) = (context[index], context[index + 1])
      guard isMarks(first, context), isMarks(second, context), first.sentence == second.sentence,
        first.passage == second.passage
      else { continue }
      let gap = Slice(first.figure.upper, second.label.lower)
      let isBeside = gap.count <= 1 && second.label.count <= 8
      if isBeside, context.units.contains(full, in: second.label),
        !context.units.contains(full, in: first.label)
      {
        check(first, second, context, &inspection)
      } else if isBeside, context.units.contains(full, in: first.label),
        context.units.contains(anyOf: scores, in: second.label)
      {
        check(second, first, context, &inspection)
      }
    }
  }

  private static func isMarks(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    claim.unit == .other && !claim.isRough && claim.figure.upper - claim.digits.upper == 1
      && context.units[claim.digits.upper] == 0x5206
  }

  private static func check(
    _ score: Claim, _ all: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard score.amount.isCalculable, all.amount.isCalculable, score.amount.scaled > all.amount.scaled else {
      return
    }
    inspection.report(
      "score", .error, at: score.figure,
      Message(
        phrase, .text(context.draft.string(score.figure)), .text(context.draft.string(all.figure))),
      related: [context.related(all)])
  }

  private static let full: Word = "满分"
  private static let scores = WordList(["得分", "评分", "得"])
  private static let phrase = Phrase("得分 {0}，满分只有 {1}", "{0} marks of {1}")
}
