/// Holds counts of one matter against each other: 外宾接待0批次、9人次; more visits than visitors; more official cars in
/// use than there are.
enum VisitCountCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices
    where context.isJudged(index) && !context.claims.passages[index].isAttachment {
      visits(context.claims.passages[index], context, &inspection)
    }
    cars(context, &inspection)
  }

  // MARK: Visits

  /// Counts of visits (批次, 团组) and of the people behind them, in one breath.
  private static func visits(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    for (index, next) in zip(passage.claims, passage.claims.dropFirst()) {
      let (visits, people) = (context[index], context[next])
      guard visits.role == .amount, people.role == .amount, isVisit(visits, context),
        isPeople(people, context),
        !visits.isRough, !people.isRough, isNear(visits, people, context)
      else { continue }
      let isOneEmpty = visits.amount.isZero != people.amount.isZero
      guard isOneEmpty || people.amount.scaled < visits.amount.scaled else { continue }
      inspection.report(
        "narrative-repeat", .warning, at: context[next].figure,
        Message(
          isOneEmpty ? empty : fewer, .text(context.draft.string(visits.figure)),
          .text(context.draft.string(people.figure))), related: [context.related(visits)])
    }
  }

  private static func isVisit(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    if claim.unit == .batches {
      return context.units.contains(reception, in: claim.label) || claim.label.count <= 2
    }
    // 本部门组织的出国团组0个，出国2人次: people may go with the groups of others.
    return (claim.unit == .items || claim.unit == .times) && context.units.contains(groups, in: claim.label)
      && !context.units.contains(organised, in: claim.label)
  }

  private static func isPeople(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    // 接待人次215人, 出国0人; not 6人 of another clause.
    claim.unit == .personTimes
      || claim.unit == .people
        && (claim.label.count <= 2 || context.units.contains(anyOf: visitors, in: claim.label))
  }

  /// Tells whether nothing but commas and a few words of the same matter stand between two counts.
  private static func isNear(_ a: Claim, _ b: Claim, _ context: NarrativeContext) -> Bool {
    let between = Slice(a.figure.upper, b.digits.lower)
    return between.count <= 12
      && !between.indices.contains { separators.contains(context.units[$0]) }
      && !context.units.contains(anyOf: foreign, in: between)
  }

  /// 。 ； and brackets.
  private static let separators: Set<UInt16> = [0x3002, 0x3B, 0x28, 0x29]
  private static let reception: Word = "接待"
  private static let groups: Word = "团组"
  private static let organised: Word = "组织的"
  private static let visitors = WordList(["人次", "出国", "接待", "来宾", "累计"])
  private static let foreign = WordList(["外宾", "外事", "其中"])
  private static let empty = Phrase(
    "此处写 {0}，人次却写 {1}，两者不能一个为 0、一个不为 0", "{0}, yet {1}: both are zero or neither is")
  private static let fewer = Phrase("人次 {1} 少于 {0}", "Fewer people ({1}) than visits ({0})")

  // MARK: Cars

  /// 公务用车保有量 of the 三公 chapter counts some of the cars that the unit has.
  private static func cars(_ context: NarrativeContext, _ inspection: inout Inspection) {
    var kept: Claim?
    var all: Claim?
    for (index, claim) in context.claims.claims.enumerated() {
      guard claim.role == .amount, claim.unit == .vehicles, !claim.isRough,
        context.isJudged(claim.passage), !context.claims.passages[claim.passage].isAttachment
      else { continue }
      if context.units.contains(keeping, in: claim.label) {
        if kept != nil { return }
        kept = claim
      } else if claim.list < 0, context.units.contains(anyOf: totals, in: claim.label),
        isWhole(index, context)
      {
        if all != nil { return }
        all = claim
      }
    }
    guard let kept, let all, kept.amount.scaled > all.amount.scaled else { return }
    inspection.report(
      "narrative-repeat", .warning, at: kept.figure,
      Message(tooMany, .text(context.draft.string(kept.figure)), .text(context.draft.string(all.figure))),
      related: [context.related(all)])
  }

  private static func isWhole(_ claim: Int, _ context: NarrativeContext) -> Bool {
    context.claims.lists.contains { $0.whole == claim && $0.parts.count >= 2 }
      || context.claims.isFinal && isOfOneKind(context[claim], context)
  }

  /// 共有车辆1辆，为机要通信用车，…: all of one kind.
  private static func isOfOneKind(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let end = context.claims.passages[claim.passage].slice.upper
    let behind = Slice(claim.figure.upper, end)
    guard let mark = behind.indices.first, Unit.isComma(context.units[mark]),
      let word = context.units.lengthOfWord(starting: Slice(mark + 1, end), anyOf: alike)
    else { return false }
    let stop = context.units.clauseEnd(from: mark + 1 + word, before: end)
    return context.units.ends(Slice(mark + 1 + word, stop), with: carKind)
  }

  private static let alike = WordList(["均为", "全部为", "全为", "为"])
  private static let carKind: Word = "用车"

  private static let keeping: Word = "保有量"
  private static let totals = WordList(["共有车辆", "共有公务用车", "车辆共", "拥有车辆"])
  private static let tooMany = Phrase("公务用车保有量 {0}，多于共有车辆 {1}", "{0} official cars of {1} in all")
}
