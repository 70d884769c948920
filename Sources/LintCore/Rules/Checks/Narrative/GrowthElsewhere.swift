/// Rates of what only another place of the draft states: 项目支出比上年增加271.69万元，增长9.60%, where the project spending
/// itself stands paragraphs before or in a table.
///
/// What stands far away need not be what is meant. So a rate is wrong only where none of the figures of that name
/// gives it, and two swapped digits of the rate, or of the change, make it right with one of them; or one other slip
/// in the rate, where all places state the same figure.
///
/// Rule: `growth-rate`.
enum GrowthElsewhere {
  /// Holds a rate and its change against the figures elsewhere of what the clause names.
  static func check(
    _ rate: Claim, _ change: Claim, _ difference: NarrativeContext.Value, before index: Int,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard rate.amount.digits.magnitude >= leastDigits, change.unit.money != nil,
      change.amount.digits.magnitude >= leastDigits,
      !inspection.hasReported("growth-rate", at: change.figure)
    else { return }
    let figures = figures(of: ChangedFigure.subject(of: change, context), before: index, context)
    guard !figures.isEmpty,
      !figures.contains(where: { fits(rate.amount, difference, $0.value, change, context) })
    else { return }
    for figure in figures {
      if let right = PlainSlip.swaps(of: rate.amount).first(where: {
        fits($0, difference, figure.value, change, context)
      }) {
        return report(rate, rate.figure, change, figure, right, context, &inspection)
      }
      for swapped in PlainSlip.swaps(of: change) {
        guard let value = context.value(swapped), fits(rate.amount, value, figure.value, change, context)
        else {
          continue
        }
        let base = figure.value.before(difference, going: change.direction)
        guard let computed = context.percent(difference, of: base, like: rate.amount) else { continue }
        return report(rate, change.figure, change, figure, computed, context, &inspection)
      }
    }
    guard let only = figures.first, figures.allSatisfy({ $0.value.exact == only.value.exact }),
      let computed = context.percent(
        difference, of: only.value.before(difference, going: change.direction), like: rate.amount),
      PlainSlip.isLikely(rate.amount, computed)
    else { return }
    report(rate, rate.figure, change, only, computed, severity: .warning, context, &inspection)
  }

  /// Tells whether a figure stands paragraphs away, and another one of that name there or in a table gives the rate.
  ///
  /// 项目支出增加70.60万元 of the whole unit, where the next chapter states that of the general budget.
  static func explains(
    _ rate: Claim, _ change: Claim, _ difference: NarrativeContext.Value, _ figure: ChangedFigure,
    _ context: NarrativeContext
  ) -> Bool {
    guard rate.subject >= 0, figure.claim < 0 || context[figure.claim].passage != change.passage else {
      return false
    }
    return figures(of: ChangedFigure.subject(of: change, context), before: rate.subject, context).contains {
      let before = $0.value.before(difference, going: change.direction)
      return before.exact > 0 && context.fits(rate.amount, difference, of: before)
    }
  }

  static let leastDigits: UInt64 = 100

  /// Tells whether a rate is that of a change which led to a figure, or which began with it.
  private static func fits(
    _ rate: Amount, _ difference: NarrativeContext.Value, _ figure: NarrativeContext.Value, _ change: Claim,
    _ context: NarrativeContext
  ) -> Bool {
    let before = figure.before(difference, going: change.direction)
    return before.exact > 0 && context.fits(rate, difference, of: before)
      || figure.exact > 0 && context.fits(rate, difference, of: figure)
  }

  /// The figures of a name in the paragraphs before and in the tables.
  static func figures(
    of own: Slice, before index: Int, _ context: NarrativeContext
  ) -> [ChangedFigure] {
    let (concept, rest) = context.lexicon.concept(of: own, context.units)
    guard own.count >= 4, rest == 0, !concept.measure.isEmpty || !concept.source.isEmpty else { return [] }
    let said = context.amounts(saying: own, before: index, reach: reach).compactMap { at -> ChangedFigure? in
      context[at].unit.money != nil ? ChangedFigure(claim: at, context) : nil
    }
    return said + ChangedFigure.cells(of: own, context) + rows(own, context)
  }

  /// How many paragraphs before are looked at.
  private static let reach = 60

  /// The figures of the rows of a name.
  private static func rows(_ name: Slice, _ context: NarrativeContext) -> [ChangedFigure] {
    let index = context.figures
    return index.rows(called: name, context.units).prefix(mostRows).flatMap { row -> [ChangedFigure] in
      let it = index.rows[Int(row)]
      return index.columns(of: it).compactMap {
        ChangedFigure(place: CellPlace(table: it.table, row: it.row, column: $0.column), context)
      }
    }
  }

  private static let mostRows = 12

  private static func report(
    _ rate: Claim, _ at: Slice, _ change: Claim, _ figure: ChangedFigure, _ right: Amount,
    severity: Severity = .error, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    inspection.report(
      "growth-rate", severity, at: at,
      Message(
        (change.direction > 0 ? GrowthCheck.rising : GrowthCheck.falling).wrong, .amount(change.amount, nil),
        .amount(figure.amount, nil),
        .percent(right), .text(context.draft.string(rate.digits) + "%")),
      related: [figure.related])
  }
}
