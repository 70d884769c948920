/// Several names that there is nothing of: 没有上级补助收入、其他收入和附属单位上缴收入, where the same paragraph or a table states an
/// amount of one of them.
///
/// Rules: `narrative-repeat` against the paragraph, `narrative-table` against the tables.
enum DeniedNames {
  static func check(
    _ at: Slice, _ clause: Slice, _ passage: Passage, _ filled: inout NarrativeZeroCheck.FilledCells,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    // 没有其他收入 alone may mean that there is none besides.
    guard clause.count <= longest, let names = names(in: clause, context),
      names.count > 1 || names.first?.measure != .otherIncome
    else { return }
    for (name, measure) in names {
      if let claim = stated(measure, passage, context) {
        return inspection.report(
          "narrative-repeat", .error, at: at,
          Message(
            NarrativeZeroCheck.states, .text(context.draft.string(at)),
            .text(context.draft.string(context[claim].label) + context.draft.string(context[claim].figure))),
          related: [context.related(context[claim])])
      }
      guard let place = place(of: measure, in: &filled) else { continue }
      return inspection.report(
        "narrative-table", .error, at: name,
        Message(
          NarrativeZeroCheck.phrase, .text(context.draft.string(at)), .text(context.text(place))),
        related: [context.related(place)])
    }
  }

  /// The kinds of income that a clause lists, if it lists nothing else.
  private static func names(
    in clause: Slice, _ context: NarrativeContext
  ) -> [(name: Slice, measure: FigureConcept)]? {
    let units = context.units
    guard units.ends(clause, with: income) else { return nil }
    var names: [(name: Slice, measure: FigureConcept)] = []
    var start = clause.lower
    for i in clause.lower..<clause.upper + 1 where i == clause.upper || separators.contains(units[i]) {
      let name = Slice(start, i)
      start = i + 1
      guard units.ends(name, with: income) else { return nil }
      let (concept, rest) = context.lexicon.concept(of: name, units)
      let measure = concept.narrowMeasure
      guard rest == 0, concept.source.isEmpty, measure.rawValue.nonzeroBitCount == 1,
        kinds.isSuperset(of: measure)
      else { return nil }
      names.append((name, measure))
    }
    return names
  }

  /// The amount of a kind that the paragraph states for the year.
  private static func stated(
    _ measure: FigureConcept, _ passage: Passage, _ context: NarrativeContext
  ) -> Int? {
    passage.claims.first {
      let claim = context[$0]
      return claim.role == .amount && claim.unit.money != nil && !claim.amount.isZero
        && claim.concept.narrowMeasure == measure && claim.concept.isDisjoint(with: [.lastYear, .plan])
        && (claim.year == 0 || claim.year == context.claims.year)
    }
  }

  /// A cell with the amount of a kind, if every cell that states it shows something.
  private static func place(
    of measure: FigureConcept, in filled: inout NarrativeZeroCheck.FilledCells
  ) -> CellPlace? {
    filled.isBlankElsewhere(measure) ? nil : filled[measure].first(where: \.source.isEmpty)?.place
  }

  private static let longest = 60
  private static let income: Word = "收入"
  private static let kinds: FigureConcept = [
    .serviceIncome, .operatingIncome, .fromAbove, .fromBelow, .otherIncome,
  ]
  /// 、 and 和, 及, 与.
  private static let separators: Set<UInt16> = [0x3001, 0x548C, 0x53CA, 0x4E0E]
}
