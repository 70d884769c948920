/// Recalculates the rate of posts that are filled: 编制92名，在职86人，在职人员控制率93.48%.
enum StaffRate {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.unit == .percent && !claim.isRough && context.units.contains(anyOf: rates, in: claim.label) {
      let first = context.claims.passages[claim.passage].claims.lowerBound
      let near = (first..<index).filter {
        context[$0].sentence == claim.sentence && context[$0].amount.decimals == 0
          && (context[$0].unit == .people || context[$0].unit == .items)
      }
      let (posts, staff) = figures(near.isEmpty ? before(index, context) : near, context)
      guard posts.count == 1, staff.count == 1, posts != staff, let whole = context.value(context[posts[0]]),
        let part = context.value(context[staff[0]]), whole.exact > 0,
        context.judge(claim.amount, part, of: whole)?.severity == .error,
        let computed = context.percent(part, of: whole, like: claim.amount)
      else { continue }
      inspection.report(
        "share", .error, at: claim.figure,
        Message(
          NarrativePhrases.quotient, .amount(context[staff[0]].amount, nil),
          .amount(context[posts[0]].amount, nil),
          .percent(computed), .text(context.draft.string(claim.digits) + "%")),
        related: context.related([staff[0], posts[0]]),
        fixes: context.fix(claim.digits, ShareCheck.shown(computed, claim.amount)))
    }
  }

  private static func figures(_ near: [Int], _ context: NarrativeContext) -> (posts: [Int], staff: [Int]) {
    (
      near.filter { context[$0].concept.contains(.posts) },
      near.filter { context[$0].concept.contains(.staff) }
    )
  }

  /// 核定编制156名，其中…。实有在职人员145人，退休人员77人。编制使用率为92.95%: what the paragraph states before a sentence of its
  /// own, without the parts of a list and those who retired.
  private static func before(_ index: Int, _ context: NarrativeContext) -> [Int] {
    let passage = context.claims.passages[context[index].passage]
    return (passage.claims.lowerBound..<index).filter { at in
      let claim = context[at]
      let isPart = claim.list >= 0 && context.claims.lists[claim.list].whole != at
      return claim.unit == .people && claim.role == .amount && claim.amount.decimals == 0 && !isPart
        && !context.units.contains(anyOf: others, in: claim.label)
    }
  }

  private static let others = WordList(["退休", "离休", "净", "行政编", "事业编", "工勤", "参公", "编外", "遗属", "上年"])
  private static let rates = WordList(["控制率", "编制使用率", "占编制数的", "占编制的"])
}
