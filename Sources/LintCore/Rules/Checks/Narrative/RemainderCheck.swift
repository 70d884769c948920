/// Holds what is left against budget and outcome: 全年预算30万元，执行27万元，结余3万元.
enum RemainderCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where (claim.role == .amount || claim.role == .mention) && claim.unit.money != nil && !claim.isRough
      && context.isJudged(claim.passage)
    {
      let label = Wording.core(claim.label, context.units)
      if context.units.equals(anyOf: rests, label) {
        rest(index, claim, context, &inspection)
        closing(index, claim, context, &inspection)
      }
      let isRest = context.units.contains(anyOf: left, in: label)
      guard label.count <= 6, isRest || context.units.starts(label, withAnyOf: carried) else { continue }
      if claim.role == .amount {
        check(index, claim, context, &inspection)
      } else {
        given(index, claim, context, &inspection)
      }
    }
  }

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let amounts = (context.claims.passages[claim.passage].claims.lowerBound..<index).filter {
      context[$0].role == .amount && context[$0].sentence == claim.sentence && context[$0].unit == claim.unit
    }
    guard let plan = amounts.last(where: { context[$0].concept.contains(.plan) }),
      let outcome = amounts.last(where: { $0 != plan }),
      plan < outcome ? outcome == amounts.last : outcome == plan - 1,
      context.units.contains(anyOf: spent, in: context[outcome].label),
      let budget = context.value(context[plan]), let used = context.value(context[outcome]),
      let stated = context.value(claim), !(budget - used).interval.meets(stated.interval),
      let shown = context.shown((budget - used).exact.magnitude, like: claim), budget.exact >= used.exact
    else { return }
    let isSlip = Slip.isSlip(stated.exact, (budget - used).exact)
    // Beside more than the budget and what was spent of it only a slip is certain.
    // What is carried over may be less than what is left.
    let isRest = context.units.contains(anyOf: left, in: claim.label)
    guard amounts.count == 2 && plan < outcome && isRest || isSlip && !context.isMade(claim, of: amounts)
    else {
      return
    }
    report(claim, plan, outcome, shown, isSlip ? .error : .warning, context, &inspection)
  }

  /// Reports what is left with the difference of the two figures before it.
  private static func report(
    _ claim: Claim, _ plan: Int, _ outcome: Int, _ shown: Amount, _ severity: Severity,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    inspection.report(
      "narrative-sum", severity, at: claim.figure,
      Message(
        phrase, .amount(context[plan].amount, nil), .amount(context[outcome].amount, nil),
        .amount(shown, nil), .text(context.draft.string(claim.figure))),
      related: context.related([plan, outcome]),
      fixes: context.fix(claim.digits, shown))
  }

  /// 年中下达补助资金405.05万元，…，至年末支出386.45万元，结转下年18.60万元: three figures of a reason, one behind the other.
  private static func given(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let (plan, outcome) = (index - 2, index - 1)
    guard plan >= 0,
      [plan, outcome].allSatisfy({ at in
        context[at].passage == claim.passage && context[at].sentence == claim.sentence
          && context[at].unit == claim.unit && !context[at].isRough
          && FigureCue.direction(context[at], context) == nil
      }),
      context.units.contains(anyOf: received, in: context[plan].label),
      context.units.contains(anyOf: spent, in: context[outcome].label),
      let budget = context.value(context[plan]), let used = context.value(context[outcome]),
      let stated = context.value(claim), case let rest = budget - used, rest.exact > 0,
      !rest.interval.meets(stated.interval),
      [(stated, rest), (budget, used + stated), (used, budget - stated)].contains(where: {
        Slip.isSlip($0.0.exact, $0.1.exact)
      }), !inspection.hasReported("narrative-sum", at: claim.figure),
      let shown = context.shown(rest.exact.magnitude, like: claim)
    else { return }
    report(claim, plan, outcome, shown, .error, context, &inspection)
  }

  /// 差额1155.40万元中，156.35万元为上年结转，其余999.05万元为…: what 中 divides, less the parts before the rest.
  private static func rest(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let passage = context.claims.passages[claim.passage]
    let before = (Swift.max(passage.claims.lowerBound, index - mostParts)..<index).filter {
      context[$0].sentence == claim.sentence
    }
    guard let whole = before.last(where: { isDivided($0, passage.slice, context) }), whole + 1 < index,
      (whole + 1..<index).allSatisfy({
        context[$0].unit == claim.unit && !context[$0].isRough
          && FigureCue.direction(context[$0], context) == nil
      }), let all = context.value(context[whole]), let stated = context.value(claim),
      let parts = context.sum(Array(whole + 1..<index)),
      !context.units.hasStop(in: Slice(context[whole].figure.upper, claim.figure.lower)),
      case let right = all - parts, right.exact > 0, !right.interval.meets(stated.interval),
      !inspection.hasReported("narrative-sum", at: claim.figure),
      let shown = context.shown(right.exact.magnitude, like: claim)
    else { return }
    inspection.report(
      "narrative-sum", Slip.isSlip(stated.exact, right.exact) ? .error : .warning, at: claim.figure,
      Message(
        rested, .amount(context[whole].amount, nil), .sum((whole + 1..<index).map { context[$0].amount }),
        .amount(shown, nil), .text(context.draft.string(claim.figure))),
      related: context.related([whole]) + context.related(Array(whole + 1..<index)),
      fixes: context.fix(claim.digits, shown))
  }

  /// 经费120.74万元，…。其中：办公费9.60万元、差旅费18.00万元，其余93.14万元用于…: the rest closes the list, which so is all there is.
  ///
  /// What the parts are of may be read in other ways, so only what one slip explains, and no figure before states, is certain.
  private static func closing(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let passage = context.claims.passages[claim.passage]
    guard claim.list < 0, passage.claims.contains(index - 1),
      context.claims.lists.indices.contains(context[index - 1].list),
      case let list = context.claims.lists[context[index - 1].list], list.whole >= 0,
      list.parts.last == index - 1, !list.isAcrossParagraphs, !list.isCompanion,
      case let (whole, parts) = (list.whole, list.parts + [index]), parts.count >= 3,
      parts.allSatisfy({
        context[$0].sentence == claim.sentence && context[$0].unit == context[whole].unit
          && !context[$0].isRough && context[$0].role == .amount && $0 > whole
      }), context[whole].role == .amount, !context[whole].isRough,
      !context.units.hasStop(in: Slice(context[parts[0]].figure.upper, claim.figure.lower))
    else { return }
    let terms = parts.compactMap { context.value(context[$0]) }
    guard terms.count == parts.count, let total = context.value(context[whole]),
      let sum = context.sum(parts), case let difference = sum.exact - total.exact,
      !total.hasTail(difference, terms: terms.count), Slip.explains(difference, terms, total),
      !(passage.claims.lowerBound..<parts[0]).contains(where: {
        context.value(context[$0])?.exact == sum.exact
      }), !inspection.hasReported("narrative-sum", at: context[whole].figure),
      !parts.contains(where: { inspection.hasReported("narrative-sum", at: context[$0].figure) }),
      let shown = context.shown(sum.exact.magnitude, like: context[whole])
    else { return }
    inspection.report(
      "narrative-sum", .error, at: context[whole].figure,
      Message(
        NarrativePhrases.listed, .text(context.name(context[whole])),
        .text(context.draft.string(context[whole].figure)),
        .sum(parts.map { context[$0].amount }), .amount(shown, nil)), related: context.related(parts))
  }

  /// 差额1155.40万元中，: a figure right before 中 and a stop.
  private static func isDivided(_ index: Int, _ passage: Slice, _ context: NarrativeContext) -> Bool {
    let end = context[index].figure.upper
    return context[index].unit.money != nil
      && context.units.starts(Slice(end, passage.upper), withAnyOf: within)
  }

  private static let rested = Phrase(
    "{0} 中除 {1} 外还有 {2}，文中写其余 {3}", "{0} less {1} leaves {2}, the text says {3}")

  /// How many figures before a rest are looked at.
  private static let mostParts = 8
  private static let rests = WordList(["其余", "剩余", "余下"])
  private static let within = WordList(["中，", "中:", "里，"])
  private static let left = WordList(["结余", "剩余", "未执行", "未使用", "尚余"])
  private static let carried = WordList(["当年结转", "年末结转", "结转下年", "结转资金", "资金结转", "结转至下年"])
  private static let spent = WordList(["执行", "支出", "决算", "使用"])
  private static let received = WordList(["下达", "安排", "到位", "收到", "追加", "拨付", "拨入"])
  private static let phrase = Phrase(
    "{0} − {1} = {2}，文中写结余 {3}", "{0} − {1} = {2}, the text says {3} is left")
}
