/// Finds decreases from nothing: 支出36万元，与上年相比，减少36万元（去年决算数为0万元）.
enum NothingBefore {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for claim in context.claims.claims
    where claim.role == .change && claim.direction < 0 && !claim.digits.isEmpty && !claim.isRough {
      guard context.isJudged(claim.passage), claim.subject >= 0,
        context[claim.subject].passage == claim.passage, !claim.amount.isZero,
        let now = context.value(context[claim.subject]), let step = context.value(claim),
        now.exact == step.exact, saysNothingBefore(claim, context)
      else { continue }
      inspection.report(
        "direction", .error, at: claim.word,
        Message(
          phrase, .text(context.draft.string(claim.word)), .text(context.draft.string(claim.figure))),
        related: [context.related(context[claim.subject])], fixes: context.turned(claim.word))
    }
  }

  /// 上年无此项支出, 去年决算数为0万元 right behind a change.
  private static func saysNothingBefore(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let end = context.claims.passages[claim.passage].slice.upper
    var upper = claim.figure.upper
    while upper < end, upper - claim.figure.upper < 24, context.units[upper] != 0x3002,
      context.units[upper] != 0x3B
    {
      upper += 1
    }
    let behind = Slice(claim.figure.upper, upper)
    return context.units.contains(anyOf: before, in: behind)
      && context.units.contains(anyOf: nothing, in: behind)
  }

  private static let before = WordList(["上年", "去年", "上一年", "年无", "年预算数为0万", "年决算数为0万"])
  private static let nothing = WordList([
    "无此项", "无该项", "未安排", "没有安排", "数为0万", "数为0元", "数为0.00", "上年为0万", "无此类", "无预算", "无支出",
  ])
  private static let phrase = Phrase(
    "上年没有此项，本年数即为增加额，文中却写{0} {1}", "There was nothing the year before, yet the text says “{0} {1}”")
}
