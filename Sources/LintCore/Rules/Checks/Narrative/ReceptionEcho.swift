/// Holds what visits cost, said behind their counts, against the money of the same paragraph:
/// 国内公务接待支出6.84万元，…。国内公务接待86批次，742人次，共计支出6.84万元.
///
/// Rule: `narrative-repeat`.
enum ReceptionEcho {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let claims = context.claims.claims
    for (before, index) in zip(claims.indices, claims.indices.dropFirst())
    where claims[before].unit == .personTimes || claims[before].unit == .people {
      let (people, claim) = (claims[before], claims[index])
      guard claim.unit.money != nil, !people.amount.isZero, people.passage == claim.passage, !claim.isRough,
        context.isJudged(claim.passage),
        isSum(claim, behind: people, context.units)
      else { continue }
      check(index, claim, context, &inspection)
    }
  }

  /// Tells whether nothing but a remark in brackets and 共计支出 stands between the people and the money.
  private static func isSum(_ claim: Claim, behind people: Claim, _ units: Units) -> Bool {
    var gap = Slice(people.figure.upper, claim.digits.lower)
    if let open = gap.indices.first, units[open] == 0x28,
      let close = gap.indices.first(where: { units[$0] == 0x29 })
    {
      gap.lower = close + 1
    }
    guard let sign = gap.indices.first, Unit.isComma(units[sign]) else { return false }
    return units.equals(anyOf: words, Slice(sign + 1, gap.upper))
  }

  private static let words = WordList(["共计支出", "合计支出", "总计支出", "共支出", "支出", "支出金额", "共支出金额"])

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let passage = context.claims.passages[claim.passage]
    guard isDomestic(Slice(passage.slice.lower, claim.figure.lower), context.units),
      let stated = context.value(claim)
    else { return }
    let money = (passage.claims.lowerBound..<index).filter {
      context[$0].role == .amount && context[$0].unit.money != nil && !context[$0].isRough
        && context[$0].concept.contains(.reception) && !FigureCue.isPlan(context[$0], context)
    }
    let agrees = money.contains {
      context.value(context[$0]).map { $0.agreesAsWritten(with: stated) } ?? false
    }
    guard !agrees, !inspection.hasReported("narrative-repeat", at: claim.figure),
      let own = money.last(where: { context.units.contains(domestic, in: context[$0].label) })
        ?? (isAllDomestic(passage, context) ? money.last(where: { isOfAll($0, context) }) : nil)
    else { return }
    inspection.report(
      "narrative-repeat", .error, at: claim.figure,
      Message(
        phrase, .text(context.draft.string(claim.figure)), .text(context.name(context[own])),
        .text(context.draft.string(context[own].figure))),
      related: [context.related(context[own])], fixes: context.fix(claim.digits, context[own].amount))
  }

  private static func isOfAll(_ money: Int, _ context: NarrativeContext) -> Bool {
    !context[money].amount.isZero && !context.units.contains(anyOf: foreign, in: context[money].label)
  }

  /// Tells whether the last visitors that a text names are those from home.
  private static func isDomestic(_ slice: Slice, _ units: Units) -> Bool {
    guard let at = slice.indices.last(where: { units.has(domestic, at: $0, before: slice.upper) }) else {
      return false
    }
    return !units.contains(anyOf: foreign, in: Slice(at, slice.upper))
  }

  /// Tells whether a paragraph has no visitor from abroad, so that all receptions are those of visitors from home.
  private static func isAllDomestic(_ passage: Passage, _ context: NarrativeContext) -> Bool {
    let units = context.units
    return passage.claims.allSatisfy { at in
      !units.contains(anyOf: foreign, in: context[at].label) || context[at].amount.isZero
    }
      && (units.contains(anyOf: none, in: passage.slice)
        || !units.contains(anyOf: foreign, in: passage.slice))
  }

  static let domestic: Word = "国内"
  static let foreign = WordList(["国(境)外", "境外", "国外", "外事", "外宾"])
  private static let none = WordList(["未发生", "没有", "接待0批", "支出0万元", "费0万元", "接待支出0"])
  private static let phrase = Phrase(
    "此处接待支出写 {0}，同段“{1}”写 {2}", "{0} was spent on visits here, “{1}” says {2}")
}
