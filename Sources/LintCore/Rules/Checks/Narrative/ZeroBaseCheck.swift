/// Holds 基数为0 against the figures: a base that the sentence shows is not zero.
enum ZeroBaseCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard passage.claims.count >= 1 else { continue }
      var at = passage.slice.lower
      while let found = context.units.find(base, in: Slice(at, passage.slice.upper)) {
        at = found + base.count
        if isZero(at, passage, context.units) { check(Slice(found, at + 1), passage, context, &inspection) }
      }
      for at in passage.claims { incomparable(at, passage, context, &inspection) }
    }
  }

  /// 年初预算数为5万元，无法计算完成率: a rate that cannot be had shows that its base is zero.
  private static func incomparable(
    _ at: Int, _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let claim = context[at]
    guard claim.unit.money != nil || claim.unit == .none && claim.amount.isZero, !claim.isRough,
      claim.role != .change,
      let behind = behind(claim.figure.upper, passage, context.units),
      context.units.starts(behind, withAnyOf: isNoRate)
    else { return }
    let label = Wording.core(claim.label, context.units)
    let isPlan = context.claims.isFinal && context.units.contains(anyOf: plans, in: label)
    guard isPlan || context.units.contains(anyOf: GrammarWords.lastYear, in: label) else { return }
    if !claim.amount.isZero {
      return inspection.report(
        "growth-rate", .error, at: claim.figure,
        Message(notZero, .text(context.draft.string(behind)), .text(context.draft.string(claim.figure))))
    }
    // 年初预算为9万元，…，由于年初预算数为0，无法计算
    guard isPlan,
      let plan = passage.claims.last(where: {
        $0 < at && context[$0].sentence == claim.sentence && context[$0].role == .amount
          && context[$0].unit.money != nil && ClaimBinder.isPlan(context[$0].concept)
          && context.units.contains(anyOf: plans, in: context[$0].label)
      }), !context[plan].amount.isZero,
      !Slice(context[plan].figure.upper, claim.figure.lower).indices.contains(where: {
        context.units[$0] == 0x3B
      })
    else { return }
    inspection.report(
      "growth-rate", .error, at: context[plan].figure,
      Message(
        stated, .text(context.draft.string(context[plan].figure)),
        .text(context.draft.string(Slice(label.lower, claim.figure.upper)))),
      related: [context.related(claim)])
  }

  /// The clause behind a comma.
  private static func behind(_ from: Int, _ passage: Passage, _ units: Units) -> Slice? {
    guard from + 1 < passage.slice.upper, Unit.isComma(units[from]) else { return nil }
    var end = from + 1
    while end < passage.slice.upper, end - from < 20, Unit.isIdeograph(units[end]) { end += 1 }
    return Slice(from + 1, end)
  }

  private static let isNoRate = WordList([
    "无法计算", "无法比较", "不可比", "无可比性", "完成率不可比", "完成率无可比", "增长率不可比", "增减率不可比", "增长率无可比", "增减率无可比",
  ])
  private static let plans = WordList(["年初预算", "预算数"])
  private static let notZero = Phrase(
    "文中写“{0}”，基数却是 {1}，不为 0", "The text says “{0}”, yet the base is {1} and not 0")
  private static let stated = Phrase(
    "此处写 {0}，后文却写“{1}”", "{0} here, yet the text goes on “{1}”")

  private static func isZero(_ at: Int, _ passage: Passage, _ units: Units) -> Bool {
    guard at < passage.slice.upper else { return false }
    if units[at] == 0x96F6 { return true }
    return units[at] == 0x30
      && (at + 1 == passage.slice.upper || units[at + 1] != 0x2E && !Unit.isDigit(units[at + 1]))
  }

  /// The nearest budget or change before the words, in the same item.
  private static func check(
    _ at: Slice, _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    for index in passage.claims.reversed() where context[index].figure.upper <= at.lower {
      let claim = context[index]
      let between = Slice(claim.figure.upper, at.lower)
      guard !context.units.hasStop(in: between)
      else { return }
      switch claim.role {
      case .amount where claim.concept.contains(.plan) && !claim.concept.contains(.actual):
        // 年初预算48.60万元，2024年基数为0: the base is that of the year before.
        if isOfLastYear(at, context) { continue }
        if !claim.amount.isZero { report(at, [context.related(claim)], context, &inspection) }
        return
      case .change where !claim.digits.isEmpty && claim.direction > 0:
        guard let difference = context.value(claim) else { return }
        let figures = ChangedFigure.all(of: index, claim, context)
        guard !figures.isEmpty,
          figures.allSatisfy({ !$0.value.interval.meets(difference.interval) })
        else { return }
        report(at, [context.related(claim)] + figures.prefix(2).map(\.related), context, &inspection)
        return
      default: continue
      }
    }
  }

  private static func isOfLastYear(_ at: Slice, _ context: NarrativeContext) -> Bool {
    let before = Slice(Swift.max(0, at.lower - longestYear), at.lower)
    return context.units.contains(anyOf: GrammarWords.lastYear, in: before)
      || !context.claims.isFinal && context.units.contains(year, in: before)
  }

  private static let longestYear = 6
  private static let year: Word = "年"

  private static func report(
    _ at: Slice, _ related: [Related], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    inspection.report(
      "growth-rate", .error, at: at, Message(phrase, .text(context.draft.string(at))), related: related)
  }

  private static let base: Word = "基数为"
  private static let phrase = Phrase(
    "文中写“{0}”，但按句中数字基数不为 0", "The text says “{0}”, but by its figures the base is not 0")
}
