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
    var isPlanned = false
    for at in passage.claims where context[at].role == .amount && !context[at].isRough {
      let claim = context[at]
      if claim.unit.money != nil, measure(at, passage, context) == kind.measure {
        guard claim.concept.isDisjoint(with: .plan) else {
          if !claim.amount.isZero { isPlanned = true }
          continue
        }
        figures.append(at)
        spent = spent ?? at
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
    if context[spent].amount.isZero {
      // Nothing that the budget paid for: 费用由职工食堂承担.
      guard !context.units.contains(anyOf: payers, in: passage.slice),
        !isPlanned || context[spent].concept.contains(.actual)
      else { return }
    }
    inspection.report(
      "narrative-repeat", .warning, at: context[count].figure,
      Message(
        phrase, .text(context.name(context[spent])), .text(context.draft.string(context[spent].figure)),
        .text(context.draft.string(context[count].figure))), related: context.related([spent]))
  }

  /// What a figure is spent on; 支出决算0元 behind 公务接待费预算0.30万元 goes on with that.
  private static func measure(
    _ index: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> FigureConcept? {
    let own = context[index].concept.narrowMeasure
    guard context.units.equals(anyOf: outcomes, Wording.core(context[index].label, context.units)),
      passage.claims.contains(index - 1), context[index - 1].unit.money != nil,
      context[index - 1].sentence == context[index].sentence
    else { return own }
    return context[index - 1].concept.narrowMeasure
  }

  private static let outcomes = WordList(["支出决算", "决算", "决算数", "支出决算数", "决算支出", "实际支出"])
  private static let payers = WordList(["承担", "自理", "其他资金", "非财政", "食堂", "自筹", "免费", "无费用", "列支"])
  private static let phrase = Phrase("{0} {1}，数量却写 {2}", "{0} is {1}, yet the count is {2}")
}
