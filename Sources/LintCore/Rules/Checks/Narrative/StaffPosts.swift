/// Adds up posts that follow their number without 其中: 编制128名，由行政编制24名、事业编制104名构成; 实有119人，分别为行政22人、事业97人.
///
/// Others may be counted who are not named, so only what one slip of the pen explains is certain.
enum StaffPosts {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isCounted(index) {
      let claims = context.claims.passages[index].claims
      var at = claims.lowerBound
      while at < claims.upperBound {
        let end = posts(from: at + 1, claims, context)
        if end - at >= 3, isWhole(context[at], context), isAnnounced(at, context) {
          check(at, Array(at + 1..<end), context, &inspection)
        }
        at = Swift.max(at + 1, end)
      }
    }
  }

  /// The position behind the posts that begin at a claim, side by side.
  private static func posts(from first: Int, _ claims: Range<Int>, _ context: NarrativeContext) -> Int {
    var end = first
    while claims.contains(end), context[end].unit == .people, !context[end].isRough,
      context.units.contains(anyOf: PeopleFamilies.posts, in: context[end].label),
      end == first || context[end].figure.lower - context[end - 1].figure.upper <= longestName
    {
      end += 1
    }
    return end
  }

  private static func isWhole(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    claim.unit == .people && claim.role == .amount && !claim.isRough
      && !claim.concept.isDisjoint(with: [.posts, .staff])
      && !context.units.contains(anyOf: PeopleFamilies.posts, in: Wording.core(claim.label, context.units))
  }

  /// Tells whether 由 or 分别为 stands between a number and its first part.
  private static func isAnnounced(_ whole: Int, _ context: NarrativeContext) -> Bool {
    let gap = Slice(context[whole].figure.upper, context[whole + 1].figure.lower)
    return gap.count <= longestName && context.units.contains(anyOf: announcements, in: gap)
      && !context.units.hasStop(in: gap)
  }

  private static func check(
    _ whole: Int, _ parts: [Int], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let terms = parts.compactMap { context.value(context[$0]) }
    // 行政编制27名（含工勤编制2名）: what is in another is no part beside it.
    let names = Slice(context[parts[0]].figure.upper, context[parts[parts.count - 1]].figure.lower)
    guard !context.units.contains(anyOf: nested, in: names), terms.count == parts.count,
      let total = context.value(context[whole])
    else { return }
    let sum = terms.reduce(Int128(0)) { $0 + $1.exact }
    guard sum != total.exact, Slip.explains(sum - total.exact, terms, total),
      let shown = context.shown(sum.magnitude, like: context[whole]),
      !inspection.hasReported("narrative-sum", at: context[whole].figure)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: context[whole].figure,
      Message(
        NarrativePhrases.listed, .text(context.name(context[whole])),
        .text(context.draft.string(context[whole].figure)),
        .sum(parts.map { context[$0].amount }), .amount(shown, nil)), related: context.related(parts))
  }

  private static let nested = WordList(["(", "含", "其中"])
  private static let longestName = 16
  private static let announcements = WordList(["由", "分别为", "分别是", "即", "包括"])
}
