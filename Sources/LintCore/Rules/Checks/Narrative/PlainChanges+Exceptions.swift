/// Changes that are not recalculated: known ones, parts of others, and what leaves something out.
extension PlainChanges {
  /// Tells whether another check has found a fault in the same clauses.
  static func isKnown(_ change: Change, _ context: NarrativeContext, _ inspection: Inspection) -> Bool {
    let passage = context.claims.passages[context[change.lower].passage]
    let (from, to) = stretch(around: change.lower, passage.slice, context)
    return inspection.hasReported(rules, in: Slice(from, to))
  }

  private static let rules: Set<String> = ["growth-rate", "direction", "narrative-sum", "completion-rate"]

  /// The clauses around a figure, between full stops and semicolons.
  private static func stretch(
    around index: Int, _ passage: Slice, _ context: NarrativeContext
  ) -> (Int, Int) {
    var from = context[index].figure.lower
    while from > passage.lower, !Unit.isStop(context.units[from - 1]) { from -= 1 }
    var to = context[index].figure.upper
    while to < passage.upper, !Unit.isStop(context.units[to]) { to += 1 }
    return (from, to)
  }

  /// 净减4万元（增资增加29万元，退休减少33万元）: a change in brackets behind the one that it is a part of.
  static func isComponent(_ change: Change, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[context[change.lower].passage]
    var at = context[change.lower].figure.lower
    while at > passage.slice.lower, context.units[at - 1] != 0x28 {
      if context.units[at - 1] == 0x29 || Unit.isStop(context.units[at - 1]) { return false }
      at -= 1
    }
    return passage.claims.contains {
      context[$0].figure.upper == at - 1 && FigureCue.direction(context[$0], context) != nil
    }
  }

  /// 剔除…后, 分别增长: what has changed is not what the figures state, or several have.
  static func isSpecial(_ change: Change, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[context[change.lower].passage]
    let (from, to) = stretch(around: change.lower, passage.slice, context)
    return context.units.contains(anyOf: special, in: Slice(from, to))
  }

  private static let special = WordList(["扣除", "剔除", "分别增", "分别减", "分别下", "分别上", "年均", "百分点", "可比"])
}
