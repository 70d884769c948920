/// Shares of a paragraph that states no whole beside them: 按功能分类，教育支出60万元，占66.67%；卫生支出30万元，占33.33%。
extension ShareCheck {
  /// Judges a share by the whole that most other shares of its paragraph are shares of.
  static func ofPassage(
    _ claim: Claim, _ part: NarrativeContext.Value, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) -> Severity? {
    guard let whole = commonWhole(claim, context), part.exact <= whole.exact,
      let verdict = context.judge(claim.amount, part, of: whole),
      let severity = inspection.severity(of: verdict, context),
      let computed = context.percent(part, of: whole, like: claim.amount),
      let total = context.shown(whole.exact.magnitude, like: context[claim.subject])
    else { return nil }
    return report(
      claim, verdict.phrase(phrases, severity), severity, whole: total, computed,
      context.related([claim.subject]), context, &inspection)
  }

  /// How many amounts before a paragraph can be its whole.
  private static let reach = 40

  /// The total before a paragraph that at least three of its shares, and three in four of them, are shares of.
  private static func commonWhole(_ claim: Claim, _ context: NarrativeContext) -> NarrativeContext.Value? {
    let passage = context.claims.passages[claim.passage]
    var shares: [(amount: Amount, part: NarrativeContext.Value)] = []
    for index in passage.claims where context[index].role == .share && context[index].list < 0 {
      let share = context[index]
      guard share.base.isEmpty, share.subject >= 0, !context[share.subject].amount.isZero,
        context[share.subject].unit.money != nil, let part = context.value(context[share.subject])
      else { continue }
      shares.append((share.amount, part))
    }
    guard shares.count >= 3 else { return nil }
    var candidates: [NarrativeContext.Value] = []
    for index in (Swift.max(0, passage.claims.lowerBound - reach)..<passage.claims.lowerBound).reversed()
    where context[index].role == .amount && context[index].unit.money != nil {
      if let value = context.value(context[index]), value.exact > 0 { candidates.append(value) }
    }
    return candidates.first { whole in
      let agreeing = shares.count { share in
        context.judge(share.amount, share.part, of: whole)?.isRight ?? false
      }
      return agreeing >= 3 && agreeing * 4 >= shares.count * 3
    }
  }
}
