/// Adds up the sources of money that a sentence divides a whole into: 安排采购预算814万元，…。从资金来源看，一般公共预算拨款718万元，政府性基金预算
/// 拨款96万元.
///
/// Rule: `narrative-sum`. The whole is what the paragraph states first; the sentence may leave out a source, so only what one
/// slip of the pen explains is certain.
enum SourceSums {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard passage.claims.count >= 3 else { continue }
      for claim in passage.claims.dropFirst() where opens(claim, context) {
        check(claim, passage, context, &inspection)
      }
    }
  }

  /// Tells whether a sentence begins with 从资金来源看 before a claim, its first.
  private static func opens(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    guard claim.unit.money != nil, context[index - 1].sentence != claim.sentence else { return false }
    let start = context.units.sentenceStart(
      before: claim.label.lower, from: context.claims.passages[claim.passage].slice.lower)
    return context.units.starts(Slice(start, claim.figure.lower), withAnyOf: bySource)
  }

  private static func check(
    _ first: Int, _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let parts = (first..<passage.claims.upperBound).filter { context[$0].sentence == context[first].sentence }
    // What was carried over of a budget is another source than what it gives this year.
    let sources = parts.map { context[$0].concept.source }
    let kinds = parts.map { context[$0].concept.intersection(context[$0].concept.source.union(.carriedIn)) }
    guard parts.count >= 2, let head = passage.claims.first, context[head].role == .amount,
      parts.allSatisfy({
        context[$0].role == .amount && !context[$0].isRough && context[$0].unit == context[head].unit
      }), sources.allSatisfy({ $0.rawValue.nonzeroBitCount == 1 }),
      Set(kinds.map(\.rawValue)).count == parts.count,
      let total = context.value(context[head]), let sum = context.sum(parts)
    else { return }
    let terms = parts.compactMap { context.value(context[$0]) }
    let isStated = (passage.claims.lowerBound..<first).contains {
      context.value(context[$0])?.exact == sum.exact && context[$0].unit.money != nil
    }
    guard !isStated, !total.hasTail(sum.exact - total.exact, terms: terms.count),
      Slip.explains(sum.exact - total.exact, terms, total),
      !inspection.hasReported("narrative-sum", at: context[head].figure),
      let shown = context.shown(sum.exact.magnitude, like: context[head])
    else { return }
    let culprits = Slip.culprits(sum.exact - total.exact, terms)
    let at = culprits.count == 1 ? parts[culprits[0]] : head
    inspection.report(
      "narrative-sum", .error, at: context[at].figure,
      Message(
        phrase, .text(context.name(context[head])), .text(context.draft.string(context[head].figure)),
        .sum(parts.map { context[$0].amount }), .amount(shown, nil)),
      related: context.related((parts + [head]).filter { $0 != at }))
  }

  private static let bySource = WordList([
    "从资金来源看", "从经费来源看", "从资金来源分", "按资金来源", "按经费来源", "资金来源为", "资金来源:", "资金来源包括",
  ])
  private static let phrase = Phrase(
    "{0} {1}，各项资金来源之和 {2} = {3}", "{0} is {1}, but its sources {2} make {3}")
}
