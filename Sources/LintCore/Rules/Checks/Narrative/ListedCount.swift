/// Counts the amounts of a list that divides the money of a number of projects: 5个，涉及资金186万元，分别是：甲80万元、乙40万元、….
enum ListedCount {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for list in context.claims.lists where list.whole > 0 && list.parts.count >= 2 && !list.isOpen {
      let (whole, count) = (context[list.whole], context[list.whole - 1])
      guard count.unit == .items, count.role == .amount, !count.isRough, count.amount.decimals == 0,
        count.passage == whole.passage, count.sentence == whole.sentence, whole.unit.money != nil,
        count.amount.digits >= 2, count.amount.digits <= 50, context.isJudged(whole.passage),
        whole.label.upper - count.figure.upper <= farthest,
        context.units.contains(anyOf: each, in: list.marker),
        context.units.contains(
          anyOf: things, in: Slice(count.label.lower, Swift.min(whole.label.upper, count.figure.upper + 10))),
        // One was forgotten, or taken away again; five projects of two kinds are another matter.
        list.parts.count >= 3, abs(count.amount.digits - Int64(list.parts.count)) == 1,
        list.parts.allSatisfy({ !context.units.contains(anyOf: kinds, in: context[$0].label) }),
        makesWhole(list, context), !inspection.hasReported("narrative-sum", at: count.figure)
      else { continue }
      inspection.report(
        "narrative-sum", .error, at: count.figure,
        Message(phrase, .text(context.draft.string(count.figure)), .count(list.parts.count)),
        related: context.related(list.parts))
    }
  }

  /// How far the money stands behind the number, in units.
  private static let farthest = 24
  private static let each = WordList(["分别", "具体", "即"])
  private static let kinds = WordList(["类", "公共预算", "财政", "基金", "单位", "拨款", "本级", "机关", "中心", "局"])
  private static let things = WordList(["项目", "目标"])

  /// Tells whether the parts make their whole, so that none is missing.
  private static func makesWhole(_ list: ClaimList, _ context: NarrativeContext) -> Bool {
    guard let total = context.value(context[list.whole]), let sum = context.sum(list.parts) else {
      return false
    }
    return total.hasTail(sum.exact - total.exact, terms: list.parts.count)
  }

  private static let phrase = Phrase("文中写 {0}，所列项目有 {1} 个", "The text says {0}, but {1} are listed")
}
