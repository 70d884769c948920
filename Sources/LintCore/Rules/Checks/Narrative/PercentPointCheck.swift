/// Recalculates differences of two percentages: 比重由上年的74.64%下降到74.04%，下降0.60个百分点.
enum PercentPointCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.unit == .percentPoint && !claim.isRough && index >= 2 {
      check(index, claim, context, &inspection)
    }
  }

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let (before, now) = compared(index, claim, context),
      let (direction, word) = direction(index, claim, context)
    else { return }
    let difference = context[now].amount.scaled - context[before].amount.scaled
    let tolerance = context[now].amount.half + context[before].amount.half + claim.amount.half
    let stated = claim.amount.scaled
    guard
      (difference.magnitude > stated.magnitude
        ? difference.magnitude - stated.magnitude : stated.magnitude - difference.magnitude)
        <= tolerance.magnitude
    else {
      guard
        let shown = Amount(
          scaled: Int128(difference.magnitude),
          decimals: Swift.max(context[now].amount.decimals, context[before].amount.decimals))
      else { return }
      let terms = difference < 0 ? (before, now) : (now, before)
      return inspection.report(
        "growth-rate", .error, at: claim.figure,
        Message(
          wrong, .percent(context[terms.0].amount), .percent(context[terms.1].amount), .amount(shown, nil),
          .text(context.draft.string(claim.figure))),
        related: context.related([before, now]), fixes: context.fix(claim.digits, shown))
    }
    guard difference.magnitude > tolerance.magnitude, difference < 0 ? direction > 0 : direction < 0 else {
      return
    }
    inspection.report(
      "direction", .error, at: word,
      Message(
        turned, .percent(context[before].amount), .percent(context[now].amount),
        .text(context.draft.string(word))), related: context.related([before, now]),
      fixes: context.turned(word))
  }

  /// The two percentages right before a difference, the earlier first; nothing where the words do not say which is which.
  private static func compared(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext
  ) -> (before: Int, now: Int)? {
    let (first, second) = (context[index - 2], context[index - 1])
    let units = context.units
    guard first.unit == .percent, second.unit == .percent, isExact(first, units), isExact(second, units),
      first.passage == claim.passage, second.passage == claim.passage,
      first.sentence == claim.sentence, second.sentence == claim.sentence
    else { return nil }
    let between = Slice(first.figure.upper, second.figure.lower)
    let behind = Slice(second.figure.upper, claim.figure.lower)
    guard behind.count <= 8, between.count <= 30, !units.hasStop(in: between) else { return nil }
    if units.contains(anyOf: FigureCue.from, in: first.label), between.count <= 8,
      units.contains(anyOf: to, in: between)
    {
      return (index - 2, index - 1)
    }
    if units.contains(anyOf: FigureCue.comparing, in: between), units.contains(anyOf: lastYear, in: between),
      !behind.indices.contains(where: { Unit.isComma(units[$0]) })
    {
      return (index - 1, index - 2)
    }
    if first.year > 0, second.year == first.year + 1, between.count <= 12 { return (index - 2, index - 1) }
    return nil
  }

  /// 达到98% is no limit beside what it was before.
  private static func isExact(_ claim: Claim, _ units: Units) -> Bool {
    !claim.isRough || units.ends(claim.label, withAnyOf: reached)
  }

  private static let reached = WordList(["达到", "达到了"])

  /// The word of change before a difference.
  private static func direction(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext
  ) -> (value: Int, word: Slice)? {
    context.direction(in: Slice(context[index - 1].figure.upper, claim.figure.lower))
  }

  private static let to = WordList(["到", "至", "为"])
  private static let lastYear = WordList(["上年", "去年", "上一年", "年度的", "年的"])
  private static let wrong = Phrase(
    "{0} − {1} = {2} 个百分点，文中写 {3}", "{0} − {1} = {2} percentage points, the text says {3}")
  private static let turned = Phrase(
    "由 {0} 到 {1}，文中却写“{2}”", "From {0} to {1}, yet the text says “{2}”")
}
