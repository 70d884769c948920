/// Finds amounts whose unit stands out: 446.44元 or 13.51亿元 in a draft that speaks of 万元.
enum UnitScaleCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    changes(context, &inspection)
    let parts = context.claims.lists.compactMap { part(of: $0, context, &inspection) }
    amounts(without: parts, context, &inspection)
  }

  /// Tells which part of a list has another unit than its whole, as a sum shows.
  ///
  /// 预算774.90万元，其中：货物58.40万元，工程620.00元，服务96.50万元: in 万元 the parts make the whole.
  private static func part(
    of list: ClaimList, _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Int? {
    guard list.whole >= 0, list.parts.count >= 2, list.parts.count <= 60,
      context[list.whole].unit == .tenThousandYuan, context.isJudged(context[list.whole].passage),
      let odd = list.parts.first(where: { context[$0].unit == .yuan }),
      list.parts.allSatisfy({ $0 == odd || context[$0].unit == .tenThousandYuan }),
      !context[odd].amount.isZero,
      list.parts.reduce(Int128(0), { $0 + context[$1].amount.scaled }) == context[list.whole].amount.scaled
    else { return nil }
    let part = context[odd]
    inspection.report(
      "unit-scale", .error, at: part.figure,
      Message(
        ofSum, .text(context.draft.string(part.figure)),
        .text(context.draft.string(context[list.whole].figure))),
      related: [context.related(context[list.whole])], fixes: context.unitFix(part, .tenThousandYuan))
    return odd
  }

  /// 1727.37万元，减少48.89元，下降2.75%: the rate is that of a change ten thousand times as large.
  private static func changes(_ context: NarrativeContext, _ inspection: inout Inspection) {
    for rate in context.claims.claims where rate.role == .rate && rate.subject >= 0 {
      var change = context[rate.subject]
      guard change.role == .change, change.unit == .yuan, !change.isRough, !rate.isRough,
        change.amount.scaled < 10_000 * Scale.one, context.isJudged(rate.passage)
      else { continue }
      change.unit = .tenThousandYuan
      guard let difference = context.value(change), difference.exact > 0 else { continue }
      let fits = ChangedFigure.all(of: rate.subject, change, context).contains { figure in
        let base = figure.value.before(difference, going: change.direction)
        return base.exact > 0 && context.fits(rate.amount, difference, of: base)
      }
      guard fits else { continue }
      inspection.report(
        "unit-scale", .error, at: change.figure,
        Message(
          ofRate, .text(context.draft.string(change.word)), .text(context.draft.string(change.figure)),
          .text(context.draft.string(rate.digits) + "%")),
        related: [context.related(rate)], fixes: context.unitFix(change, .tenThousandYuan))
    }
  }

  private static func amounts(
    without told: [Int], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    lazy var bound = Set(context.figures.bindings.map(\.claim))
    var usual = 0
    var all = 0
    var most: Int128 = 0
    for claim in context.claims.claims
    where claim.role == .amount && claim.unit.money != nil && !claim.lacksUnit {
      all += 1
      guard claim.unit == .tenThousandYuan, let value = context.value(claim) else { continue }
      usual += 1
      most = Swift.max(most, value.exact)
    }
    guard usual >= 5, usual * 10 >= all * 9 else { return }
    for (index, claim) in context.claims.claims.enumerated() {
      guard claim.role == .amount, claim.unit == .yuan || claim.unit == .hundredMillionYuan, !claim.isRough,
        context.isJudged(claim.passage), !claim.amount.isZero, !isSum(claim),
        let value = context.value(claim),
        !bound.contains(index), !told.contains(index)
      else { continue }
      let isSmall = claim.unit == .yuan && value.exact < 10_000 * Scale.one && isFund(claim, context)
      let isLarge = claim.unit == .hundredMillionYuan && value.exact > 100 * most
      guard isSmall || isLarge else { continue }
      inspection.report(
        "unit-scale", .warning, at: claim.figure,
        Message(phrase, .text(context.name(claim)), .text(context.draft.string(claim.figure))),
        fixes: context.unitFix(claim, .tenThousandYuan))
    }
  }

  /// 实际支出8,600元: thousands in 元 without decimals are nothing odd among 万元.
  private static func isSum(_ claim: Claim) -> Bool {
    claim.unit == .yuan && claim.amount.decimals == 0 && claim.amount.digits >= 1_000
  }

  /// The label speaks of funds as a whole, not of a price or a standard.
  private static func isFund(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let label = Wording.core(claim.label, context.units)
    return context.units.ends(label, withAnyOf: funds)
      || claim.amount.decimals >= 2 && context.units.ends(label, withAnyOf: GrammarWords.costs)
  }

  private static let ofSum = Phrase(
    "按万元算各项之和才是 {1}，{0} 的单位疑似写错", "The parts make {1} if {0} is in 万元; this unit seems wrong")
  private static let ofRate = Phrase(
    "{0} {1}：文中的 {2} 是按万元算的，此处单位疑似写错", "{0} {1}: {2} is right if the change is in 万元; this unit seems wrong")
  private static let funds = WordList(["资金", "支出", "收入", "预算", "决算", "总额", "经费", "合计", "总计", "金额"])
  private static let phrase = Phrase(
    "{0} {1}：全文以万元为单位，此处单位疑似写错", "{0} {1}: the draft speaks of 万元; this unit seems wrong")
}
