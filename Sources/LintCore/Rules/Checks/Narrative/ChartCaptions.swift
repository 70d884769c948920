/// Holds the figures of a chart's caption against the paragraphs above it, which it repeats: （图3：支出决算结构图：基本支出25.47%，
/// 项目支出74.53%）.
///
/// A caption may show what the text does not say. So it is only wrong where one slip of the pen makes a figure of one
/// that the text states or implies, and that the caption has nowhere else.
enum ChartCaptions {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices
    where isCaption(context.claims.passages[index], context.units) {
      check(index, context, &inspection)
    }
  }

  /// Tells whether a paragraph begins with 图3, in brackets or not.
  private static func isCaption(_ passage: Passage, _ units: Units) -> Bool {
    let start = passage.slice.lower + (passage.slice.count > 2 && units[passage.slice.lower] == 0x28 ? 1 : 0)
    return passage.slice.count > 4 && !passage.claims.isEmpty && units[start] == 0x56FE
      && Unit.isDigit(units[start + 1])
  }

  private static func check(_ index: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let figures = context.claims.passages[index].claims.filter { isFigure(context[$0]) }
    let above = context.claims.passages[Swift.max(0, index - PassageReader.reach)..<index].filter {
      $0.section == context.claims.passages[index].section && !isCaption($0, context.units)
    }.flatMap(\.claims)
    guard !figures.isEmpty, figures.count <= mostFigures, above.count <= mostAbove else { return }
    for unit in [FigureUnit.percent, .tenThousandYuan, .yuan] {
      let own = figures.filter { context[$0].unit == unit }
      guard !own.isEmpty else { continue }
      let stated = stated(unit, above, context)
      let shown = Set(own.map { context[$0].amount.scaled })
      let odd = own.filter { !stated.contains(context[$0].amount.scaled) }
      // Most of a caption stands above, or it is about something else.
      guard own.count >= 2, let claim = odd.only,
        let meant = stated.filter({ !shown.contains($0) }).sorted().first(where: {
          isSlip(context[claim], $0)
        }),
        let amount = Amount(scaled: meant, decimals: context[claim].amount.decimals)
      else { continue }
      inspection.report(
        "narrative-repeat", .error, at: context[claim].figure,
        Message(phrase, .text(context.draft.string(context[claim].figure)), .amount(amount, nil)),
        fixes: context.fix(context[claim].digits, amount))
    }
  }

  private static func isFigure(_ claim: Claim) -> Bool {
    (claim.unit == .percent || claim.unit.money != nil) && claim.amount.isCalculable && !claim.amount.isZero
  }

  /// What paragraphs state in a unit, and what their amounts were before their changes.
  private static func stated(_ unit: FigureUnit, _ claims: [Int], _ context: NarrativeContext) -> Set<Int128>
  {
    let alike = claims.filter { context[$0].unit == unit && context[$0].amount.isCalculable }
    var found = Set(alike.map { context[$0].amount.scaled })
    guard unit != .percent else { return found }
    for change in alike where context[change].role == .change {
      for amount in alike where context[amount].role == .amount {
        found.insert(
          context[amount].amount.scaled - Int128(context[change].direction) * context[change].amount.scaled)
      }
    }
    return found
  }

  private static func isSlip(_ claim: Claim, _ meant: Int128) -> Bool {
    guard claim.amount.digits.magnitude >= leastDigits else {
      return PlainSlip.swaps(of: claim.amount).contains { $0.scaled == meant }
    }
    return Slip.isSlip(claim.amount.scaled, meant)
      || PlainSlip.swaps(of: claim.amount).contains { $0.scaled == meant }
  }

  private static let leastDigits: UInt64 = 100
  private static let mostFigures = 40
  private static let mostAbove = 120
  private static let phrase = Phrase("图中为 {0}，上文为 {1}", "The chart says {0}, the text above {1}")
}
