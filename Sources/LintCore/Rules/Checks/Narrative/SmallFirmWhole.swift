/// Holds what small firms were given against the purchases they were given it from: no part exceeds its whole.
enum SmallFirmWhole {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard
        inspection.has(
          .smallFirm, in: passage.slice, ofParagraph: passage.paragraph,
          { context.units.contains(anyOf: firms, in: $0) })
      else { continue }
      if !share(passage, context, &inspection) { amount(passage, context, &inspection) }
    }
  }

  /// 授予中小企业合同金额531.27万元，占政府采购支出总额的105.93%.
  private static func share(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Bool {
    for index in passage.claims where context[index].role == .share && !context[index].isRough {
      let share = context[index]
      guard share.amount.scaled > 100 * Scale.one, share.subject >= 0,
        context[share.subject].passage == share.passage,
        context[share.subject].sentence == share.sentence,
        isOfFirms(context[share.subject], context),
        context.units.contains(anyOf: wholes, in: share.base)
      else { continue }
      inspection.report(
        "share", .error, at: share.figure,
        Message(NarrativePhrases.moreThanWhole, .text(context.draft.string(share.figure))),
        related: [context.related(context[share.subject])])
      return true
    }
    return false
  }

  /// 政府采购预算194.90万元，…面向中小企业采购220.00万元.
  private static func amount(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let money = passage.claims.filter {
      context[$0].role == .amount && context[$0].unit.money != nil && !context[$0].isRough
    }
    guard let whole = money.first, let part = money.first(where: { isOfFirms(context[$0], context) }),
      part != whole, context[part].unit == context[whole].unit,
      context[whole].concept.isDisjoint(with: [.goods, .works, .services]),
      context.units.contains(purchases, in: context[whole].label),
      context.units.ends(Wording.core(context[whole].label, context.units), withAnyOf: totals),
      let all = context.value(context[whole]), all.exact > 0, let some = context.value(context[part]),
      some.exact > all.exact, !some.interval.meets(all.interval)
    else { return }
    inspection.report(
      "narrative-sum", .warning, at: context[part].figure,
      Message(
        more, .text(context.name(context[part])), .text(context.draft.string(context[part].figure)),
        .text(context.name(context[whole])), .text(context.draft.string(context[whole].figure))),
      related: [context.related(context[whole])])
  }

  private static func isOfFirms(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    claim.role == .amount && claim.unit.money != nil && context.units.contains(anyOf: firms, in: claim.label)
  }

  private static let firms = WordList(["中小企业", "小微企业", "中小微企业"])
  private static let purchases: Word = "采购"
  private static let wholes = WordList(["采购支出总额", "采购总额", "采购预算", "采购支出", "中小企业合同"])
  private static let totals = WordList(["总额", "采购预算", "采购支出", "采购支出合计", "采购预算总额", "采购金额"])
  private static let more = Phrase(
    "{0} {1} 多于{2} {3}，部分不能多于全部", "{0} {1} is more than {2} {3}, of which it is a part")
}
