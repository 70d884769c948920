/// Adds up parts that are told by what they were and what they became: 单位资金收入145.00万元，比上年增加11.00万元，其中事业收入由96.00万元增至110.00万元，
/// 其他收入由38.00万元减至35.00万元.
///
/// Rule: `narrative-sum`. Where the parts make the whole of one year, they are all there are, and make that of the other too.
enum MovedParts {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, passage) in context.claims.passages.enumerated()
    where passage.claims.count >= 6 && context.isJudged(index) {
      inspection.look(for: .movedParts, inPassage: index, context) { inspection in
        var at = passage.claims.lowerBound
        while at < passage.claims.upperBound {
          let pairs = pairs(from: at, passage.claims, context)
          if pairs.count >= 2 { check(pairs, passage.claims, context, &inspection) }
          at = Swift.max(at + 1, pairs.upperBound)
        }
      }
    }
  }

  /// The figures that follow each other two by two from one on, each pair a part and what it became.
  private static func pairs(from first: Int, _ claims: Range<Int>, _ context: NarrativeContext) -> Range<Int>
  {
    var end = first
    while end + 1 < claims.upperBound, FigureCue.isFrom(end, context),
      [end, end + 1].allSatisfy({
        context[$0].unit == context[first].unit && context[$0].unit.money != nil && !context[$0].isRough
      }),
      end == first || FigureCue.areTogether(end - 1, end, context) && isBeside(end, context)
    { end += 2 }
    return first..<end
  }

  /// Nothing but a name stands between a part and the one before.
  private static func isBeside(_ index: Int, _ context: NarrativeContext) -> Bool {
    context[index].label.lower - context[index - 1].figure.upper <= 1
  }

  private static func check(
    _ pairs: Range<Int>, _ claims: Range<Int>, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let first = pairs.lowerBound
    guard
      let change = (claims.lowerBound..<first).last(where: {
        context[$0].role == .change && context[$0].unit == context[first].unit
      }), case let whole = context[change].subject, claims.contains(whole), context[whole].role == .amount,
      context[whole].unit == context[first].unit, context[change].direction != 0,
      FigureCue.areTogether(whole, first, context),
      context.units.contains(
        GrammarWords.ofWhich, in: Slice(context[change].figure.upper, context[first].figure.lower)),
      let total = context.value(context[whole]), let step = context.value(context[change]),
      let was = context.sum(Array(stride(from: first, to: pairs.upperBound, by: 2))),
      let now = context.sum(Array(stride(from: first + 1, to: pairs.upperBound, by: 2)))
    else { return }
    let before = total.before(step, going: context[change].direction)
    if before.exact == was.exact, !total.hasTail(now.exact - total.exact, terms: pairs.count / 2) {
      report(
        Array(stride(from: first + 1, to: pairs.upperBound, by: 2)), now, whole, total, context, &inspection)
    } else if total.exact == now.exact, !before.hasTail(was.exact - before.exact, terms: pairs.count / 2) {
      report(
        Array(stride(from: first, to: pairs.upperBound, by: 2)), was, whole, before, context, &inspection)
    }
  }

  private static func report(
    _ parts: [Int], _ sum: NarrativeContext.Value, _ whole: Int, _ total: NarrativeContext.Value,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let terms = parts.compactMap { context.value(context[$0]) }
    let culprits = Slip.culprits(sum.exact - total.exact, terms)
    let at = culprits.only.map { parts[$0] } ?? whole
    guard let shown = context.shown(sum.exact.magnitude, like: context[whole]),
      let meant = context.shown(total.exact.magnitude, like: context[whole]),
      !inspection.hasReported("narrative-sum", at: context[at].figure)
    else { return }
    inspection.report(
      "narrative-sum", culprits.isEmpty ? .warning : .error, at: context[at].figure,
      Message(phrase, .sum(parts.map { context[$0].amount }), .amount(shown, nil), .amount(meant, nil)),
      related: context.related((parts + [whole]).filter { $0 != at }))
  }

  private static let phrase = Phrase(
    "各项之和 {0} = {1}，按总额应为 {2}", "The parts {0} make {1}; by their whole it must be {2}")
}
