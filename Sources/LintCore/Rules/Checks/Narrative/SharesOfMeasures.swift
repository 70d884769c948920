/// Holds a share of a kind of spending against all places that state it: 合计250.00万元，占项目支出总额的58.96%, where the project spending
/// stands in another paragraph or in a table; and what is said to be all of it: 资金9952.51万元，占项目支出总额的100%.
///
/// Which of those places is meant, nothing says. So a share is odd only where none of them gives it, and one slip of the
/// pen makes it right with one.
///
/// Rule: `share`.
enum SharesOfMeasures {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.role == .share && claim.base.count >= leastBase && !claim.isRough
      && context.isJudged(claim.passage)
    {
      check(index, claim, context, &inspection)
    }
  }

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let (concept, rest) = context.lexicon.concept(of: Wording.core(claim.base, context.units), context.units)
    let measure = concept.narrowMeasure
    guard rest == 0, measure.rawValue.nonzeroBitCount == 1, measure.isDisjoint(with: ClaimBinder.carried),
      concept.isDisjoint(with: [.plan, .lastYear]), let (part, denominator) = ShareTerms.of(claim, context),
      denominator == nil, let value = context.value(context[part]), value.exact > 0,
      context[part].unit.money != nil,
      !inspection.hasReported("share", at: claim.figure),
      !inspection.hasReported(at: context[part].figure)
    else { return }
    let wholes = wholes(measure, concept.source, besides: part, context)
    guard !wholes.isEmpty else { return }
    if claim.amount.scaled == 100 * Scale.one {
      all(claim, part, value, wholes, isOfSource: !concept.source.isEmpty, context, &inspection)
    } else {
      some(claim, part, value, wholes, context, &inspection)
    }
  }

  /// The amounts of the draft that a measure has, in the text and in tables.
  private static func wholes(
    _ measure: FigureConcept, _ source: FigureConcept, besides part: Int, _ context: NarrativeContext
  ) -> [ChangedFigure] {
    let cells = context.figures.measures.prefix(mostPlaces).compactMap { cell -> ChangedFigure? in
      guard cell.measure == measure, source.isEmpty || cell.source == source,
        !cell.isPlan || !context.claims.isFinal
      else { return nil }
      return ChangedFigure(place: cell.place, context)
    }
    let said = context.figures.readings.prefix(mostPlaces).compactMap { reading -> ChangedFigure? in
      guard reading.claim != part, reading.measure == measure, source.isEmpty || reading.source == source,
        context[reading.claim].unit.money != nil
      else { return nil }
      return ChangedFigure(claim: reading.claim, context)
    }
    return (cells + said).filter { $0.value.exact > 0 }
  }

  /// 占项目支出总额的100%: the part is the whole.
  private static func all(
    _ claim: Claim, _ part: Int, _ value: NarrativeContext.Value, _ wholes: [ChangedFigure],
    isOfSource: Bool, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let own = context[part]
    guard own.amount.digits.magnitude >= leastDigits,
      !wholes.contains(where: { $0.value.agreesAsWritten(with: value) }),
      // The figures of the paragraph may be the whole.
      !isStatedHere(value.exact, before: part, context)
    else { return }
    for whole in wholes {
      guard let right = context.shown(whole.value.exact.magnitude, like: own),
        Slip.isSlip(own.amount.scaled, right.scaled) || PlainSlip.isExchange(own.amount.scaled, right.scaled)
      else { continue }
      return reportAll(own, right, whole, context, &inspection)
    }
    // More than all there is of a source: 占一般公共预算项目支出总额的100%.
    guard isOfSource, wholes.count > 1, let only = wholes.first,
      wholes.allSatisfy({ $0.value.exact == only.value.exact }), value.exact > only.value.exact,
      let right = context.shown(only.value.exact.magnitude, like: own)
    else { return }
    reportAll(own, right, only, context, &inspection)
  }

  private static func isStatedHere(_ value: Int128, before part: Int, _ context: NarrativeContext) -> Bool {
    let claims = context.claims.passages[context[part].passage].claims
    return claims.contains { $0 != part && context.value(context[$0])?.exact == value }
  }

  private static func reportAll(
    _ own: Claim, _ right: Amount, _ whole: ChangedFigure, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    inspection.report(
      "share", .warning, at: own.figure,
      Message(wholly, .text(context.draft.string(own.figure)), .amount(right, own.unit.money)),
      related: [whole.related])
  }

  /// 占项目支出总额的58.96%: no place of the whole gives it, and one does but for a slip.
  private static func some(
    _ claim: Claim, _ part: Int, _ value: NarrativeContext.Value, _ wholes: [ChangedFigure],
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let here = context.claims.passages[claim.passage].claims.filter {
      $0 != part && context[$0].figure.upper <= claim.figure.lower && context[$0].unit.money != nil
    }.compactMap { context.value(context[$0]) }
    guard claim.amount.digits >= leastDigits, claim.amount.decimals > 0,
      !(wholes.map(\.value) + here).contains(where: {
        $0.exact > 0 && context.judge(claim.amount, value, of: $0)?.severity != .error
      })
    else { return }
    for whole in wholes where whole.value.exact >= value.exact {
      guard let computed = context.percent(value, of: whole.value, like: claim.amount),
        let shown = context.shown(whole.value.exact.magnitude, like: context[part]),
        PlainSlip.isLikely(claim.amount, computed)
          || PlainSlip.swaps(of: context[part]).contains(where: { swapped in
            context[part].amount.digits.magnitude >= leastDigits * 10
              && context.value(swapped).map { context.fits(claim.amount, $0, of: whole.value) } ?? false
          })
      else { continue }
      inspection.report(
        "share", .warning, at: claim.figure,
        Message(
          ShareCheck.phrases.wrong, .text(context.name(context[part])),
          .amount(context[part].amount, nil), .amount(shown, nil), .percent(computed),
          .text(context.draft.string(claim.digits) + "%")),
        related: context.related([part]) + [whole.related])
      return
    }
  }

  private static let leastBase = 4
  private static let leastDigits: Int64 = 100
  private static let mostPlaces = 400
  private static let wholly = Phrase(
    "文中写 {0} 占 100%，而总额为 {1}", "{0} is said to be 100 %, but all there is makes {1}")
}
