/// Holds a change beside last year's figure against this year's further before: 本年支出35.00万元，…。上年支出42.20万元，本年较上年
/// 增加7.20万元，增长17.06%.
///
/// Rule: `direction`. Last year's figure and the change say which two figures this year's can be; where the paragraph
/// states the one that the words rule out, and not the other, the words are turned.
enum StatedBase {
  static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let (base, rate) = (index - 1, index + 1)
    let claims = context.claims.passages[claim.passage].claims
    guard claim.unit.money != nil, claim.amount.digits >= 100, claims.contains(base - 1),
      claims.contains(rate),
      context[rate].unit == .percent, FigureCue.areTogether(index, rate, context),
      FigureCue.areTogether(base, index, context), context[base].unit == claim.unit,
      FigureCue.isBase(base, context) || isNamedYear(base, context), !context[base].isRough,
      context[base].sentence > context[base - 1].sentence, claim.label.count <= longestLead,
      !context.units.contains(anyOf: others, in: claim.label),
      let cue = FigureCue.direction(claim, context), let next = FigureCue.direction(context[rate], context),
      cue.value == next.value, let then = context.value(context[base]), let step = context.value(claim),
      step.exact > 0, then.exact > step.exact, context.fits(context[rate].amount, step, of: then),
      !inspection.hasReported(rules, in: Slice(context[base].figure.lower, context[rate].figure.upper))
    else { return }
    let (said, turned) =
      cue.value > 0
      ? (then.exact + step.exact, then.exact - step.exact)
      : (then.exact - step.exact, then.exact + step.exact)
    let figures = claims.filter { $0 != base && $0 != index && context[$0].unit.money != nil }
    guard !figures.contains(where: { context.value(context[$0])?.exact == said }),
      let now = figures.first(where: {
        $0 < base && context[$0].role == .amount && context.value(context[$0])?.exact == turned
          && !FigureCue.isBase($0, context)
      })
    else { return }
    inspection.report(
      "direction", .error, at: cue.word,
      Message(
        NarrativePhrases.otherWay, .amount(context[base].amount, nil), .amount(context[now].amount, nil),
        .text(context.draft.string(cue.word))), related: context.related([now, base]),
      fixes: context.turned(cue.word))
  }

  /// 2024年该项执行数为845.60万元 in a budget of 2025.
  private static func isNamedYear(_ base: Int, _ context: NarrativeContext) -> Bool {
    context.claims.year > 0
      && DocumentYear.years(context[base].label, context.units).only == context.claims.year - 1
  }

  private static let longestLead = 12
  /// Words of a base that is no figure of last year.
  private static let others = WordList(["预算", "年初", "决算", "预期", "计划", "预计", "下年", "明年", "前年"])
  private static let rules: Set<String> = ["direction", "growth-rate"]
}
