/// Holds what was spent against how often: 购置费17.86万元 and 购置0辆 cannot both be right.
///
/// Only final accounts are judged, and only figures of one passage: a budget may plan money before it knows what for.
enum SpendingCountCheck {
  private struct Kind: Sendable {
    var measure: FigureConcept
    var units: [FigureUnit]
    /// One of these stands before the count, and none of `foreign`.
    var words: [Word]
    var foreign: [Word] = []
  }

  private static let kinds: [Kind] = [
    Kind(measure: .vehiclePurchase, units: [.vehicles], words: ["购置", "购入"]),
    Kind(
      measure: .reception, units: [.batches], words: ["接待"], foreign: ["外宾", "外事", "国(境)外", "国外"]),
    // 本部门组织的团组0个: people may go abroad with the groups of others.
    Kind(measure: .abroad, units: [.items, .times, .batches], words: ["团组"], foreign: ["组织的"]),
  ]

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    guard context.claims.isFinal else { return }
    for (index, passage) in context.claims.passages.enumerated()
    where !passage.isAttachment && context.isJudged(index) {
      for kind in kinds { check(kind, passage, context, &inspection) }
      visits(passage, context, &inspection)
    }
  }

  /// 国内公务接待支出6.84万元，主要用于…。国内公务接待0批次，0人次: the same name before the money and before the counts.
  private static func visits(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    for (index, count) in zip(passage.claims, passage.claims.dropFirst()) {
      let (money, visits, people) = (context[index], context[count], count + 1)
      guard visits.unit == .batches, visits.amount.isZero, !visits.isRough,
        people < passage.claims.upperBound,
        context[people].unit == .personTimes, context[people].amount.isZero,
        money.role == .amount, money.unit.money != nil, !money.amount.isZero, !money.isRough,
        visits.sentence - money.sentence == 1, !units.contains(anyOf: earlier, in: passage.slice)
      else { continue }
      let (spent, name) = (Wording.core(money.label, units), Wording.core(visits.label, units))
      guard units.ends(name, with: reception), name.count < spent.count,
        units.key(Slice(spent.lower, spent.lower + name.count)) == units.key(name),
        units.equals(anyOf: costs, Slice(spent.lower + name.count, spent.upper))
      else { continue }
      inspection.report(
        "narrative-repeat", .warning, at: visits.figure,
        Message(
          phrase, .text(context.name(money)), .text(context.draft.string(money.figure)),
          .text(context.draft.string(visits.figure))), related: [context.related(money)])
    }
  }

  private static let reception: Word = "接待"
  private static let costs = WordList(["支出", "费", "费支出", "费用", "支出决算"])
  /// Visits of another year that were paid for now.
  private static let earlier = WordList(["上年", "以前年度", "往年", "历年", "欠"])

  private static func check(
    _ kind: Kind, _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    var spent: Int?
    var count: Int?
    var figures: [Int] = []
    for at in passage.claims where context[at].role == .amount && !context[at].isRough {
      let claim = context[at]
      if claim.unit.money != nil, claim.concept.narrowMeasure == kind.measure {
        figures.append(at)
        if claim.concept.isDisjoint(with: .plan) { spent = spent ?? at }
      } else if kind.units.contains(claim.unit),
        context.units.contains(anyOf: kind.words, in: claim.label),
        !context.units.contains(anyOf: kind.foreign, in: claim.label)
      {
        count = count ?? at
      }
    }
    guard let spent, let count, context[spent].amount.isZero != context[count].amount.isZero else { return }
    // 外宾接待支出0万元，接待0批次: the count is that of the money right before it.
    if let own = passage.claims.last(where: { $0 < count && context[$0].unit.money != nil }),
      context[own].role == .amount, context[own].amount.isZero, context[count].amount.isZero
    {
      return
    }
    // One figure of zero, perhaps what was spent at last, leaves a count of zero alone; so does money a count of more.
    guard figures.allSatisfy({ context[$0].amount.isZero == context[spent].amount.isZero }) else { return }
    inspection.report(
      "narrative-repeat", .warning, at: context[count].figure,
      Message(
        phrase, .text(context.name(context[spent])), .text(context.draft.string(context[spent].figure)),
        .text(context.draft.string(context[count].figure))), related: context.related([spent]))
  }

  private static let phrase = Phrase("{0} {1}，数量却写 {2}", "{0} is {1}, yet the count is {2}")
}
