/// Holds a zero against the table of the same funds: 政府性基金预算财政拨款支出0万元 in the section of these funds, whose
/// table shows 36.00.
enum SectionZeroCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let index = inspection.figures
    for claim in context.claims.claims
    where claim.role == .amount && claim.amount.isZero && claim.unit.money != nil {
      let passage = context.claims.passages[claim.passage]
      guard !passage.isAttachment, claim.list < 0, !claim.isRough,
        claim.year == 0 || claim.year == context.claims.year,
        context.isJudged(claim.passage), let source = source(of: claim, context),
        let place = contradiction(source, index, context)
      else { continue }
      inspection.report(
        "narrative-table", .error, at: claim.figure,
        Message(
          phrase, .text(context.name(claim)), .text(context.draft.string(claim.figure)),
          .text(context.text(place))), related: [context.related(place)])
    }
  }

  /// The funds of which a claim states all that is spent, where its heading names them alone.
  private static func source(of claim: Claim, _ context: NarrativeContext) -> FigureConcept? {
    guard let heading = context.heading(of: claim.passage) else { return nil }
    let label = Wording.core(claim.label, context.units)
    guard claim.concept.narrowMeasure.isEmpty,
      context.units.ends(label, withAnyOf: context.claims.isFinal ? outcomes : plans)
    else { return nil }
    return funds.first { source, word in
      claim.concept.source == source && context.units.contains(word, in: label)
        && context.lexicon.concept(of: heading, context.units).concept.source == source
    }?.source
  }

  /// The cell with what is spent of the funds this year, if every such cell shows something.
  private static func contradiction(
    _ source: FigureConcept, _ index: FigureIndex, _ context: NarrativeContext
  ) -> CellPlace? {
    let all = index.measures.filter {
      $0.measure.isEmpty && $0.source == source && $0.flow == .expense && $0.period != .grand
        && (!$0.isPlan || !context.claims.isFinal)
    }
    let ofYear = all.filter { $0.period == .year }
    let cells = ofYear.isEmpty ? all : ofYear
    guard
      cells.allSatisfy({ cell in
        context.cell(cell.place).map { $0.kind == .number && !$0.amount.isZero } ?? false
      })
    else { return nil }
    return cells.first?.place
  }

  private static let funds: [(source: FigureConcept, word: Word)] = [
    (.fund, "政府性基金"), (.stateCapital, "国有资本经营"),
  ]
  private static let outcomes = WordList(["支出", "支出决算", "支出决算数", "支出总计", "支出合计"])
  private static let plans = WordList(["支出", "支出预算", "支出预算数", "支出总计", "支出合计"])
  private static let phrase = Phrase("{0}：文中写 {1}，表中为 {2}", "{0}: {1} here, {2} in the table")
}
