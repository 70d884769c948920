/// Holds what a figure is said to be wholly against its row: 政府性基金预算支出420.00万元，全部为基本支出, where the table has
/// the 420.00 under 项目支出 and nothing under 基本支出.
///
/// Rule: `narrative-table`.
enum WhollyOfKind {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let units = context.units
    for (index, passage) in context.claims.passages.enumerated()
    where context.isJudged(index) && !passage.isAttachment && !passage.claims.isEmpty {
      guard
        inspection.has(
          .wholly, in: passage.slice, ofParagraph: passage.paragraph,
          { units.contains(anyOf: wholly, in: $0) })
      else { continue }
      for at in passage.slice.indices {
        guard let length = units.lengthOfWord(starting: Slice(at, passage.slice.upper), anyOf: wholly) else {
          continue
        }
        check(Slice(at, at + length), passage, context, &inspection)
      }
    }
  }

  private static func check(
    _ words: Slice, _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    let end = (words.upper..<passage.slice.upper).first { Unit.endsClause(units[$0]) } ?? passage.slice.upper
    let name = Slice(words.upper, end)
    guard let (kind, family) = kind(named: name, context),
      let claim = amount(before: words.lower, passage, context)
    else { return }
    var contradiction: CellPlace?
    for cell in context.figures.bindings.filter({ $0.claim == claim && $0.outcome == .agrees }).flatMap(
      \.cells)
    {
      switch others(kind, family, cell, context) {
      case .holds: return
      case .contradicts(let place): contradiction = contradiction ?? place
      case .unknown: continue
      }
    }
    guard let contradiction else { return }
    inspection.report(
      "narrative-table", .error, at: Slice(words.lower, end),
      Message(
        phrase, .text(context.name(context[claim])), .text(context.draft.string(context[claim].figure)),
        .text(context.draft.string(Slice(words.lower, end))),
        .text(context.draft.string(context.columnName(contradiction)))),
      related: [context.related(contradiction)])
  }

  /// The kind that a name is of, alone in its family.
  private static func kind(
    named name: Slice, _ context: NarrativeContext
  ) -> (kind: FigureConcept, family: FigureConcept)? {
    guard name.count >= 4, name.count <= longestName else { return nil }
    let (concept, rest) = context.lexicon.concept(of: name, context.units)
    guard rest == 0 else { return nil }
    for family in families {
      let own = concept.intersection(family)
      if own.rawValue.nonzeroBitCount == 1 { return (own, family) }
    }
    return nil
  }

  /// The amount that words behind it are said of: right before them, or what was spent.
  private static func amount(
    before end: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Int? {
    let before = passage.claims.filter {
      context[$0].figure.upper <= end && context[$0].role == .amount && context[$0].unit.money != nil
    }
    guard let last = before.last else { return nil }
    let between = Slice(context[last].figure.upper, end)
    if between.count == 1, Unit.isComma(context.units[between.lower]) {
      return context[last].amount.isZero ? nil : last
    }
    // 本年支出90万元，年末结转0万元。支出全部为项目支出
    let subject = Slice((between.indices.last { Unit.endsClause(context.units[$0]) } ?? end) + 1, end)
    guard subject.lower < end, context.units.equals(anyOf: spending, subject) else { return nil }
    return before.last { context[$0].concept.contains(.expense) && !context[$0].amount.isZero }
  }

  private enum Verdict {
    case holds, unknown
    case contradicts(CellPlace)
  }

  /// Where the row of a cell has its figure: under the kind that is named, or under another alone.
  private static func others(
    _ kind: FigureConcept, _ family: FigureConcept, _ place: CellPlace, _ context: NarrativeContext
  ) -> Verdict {
    guard let whole = context.value(place),
      let side = context.figures.sides.first(where: { side in
        side.table == place.table && side.columns.contains { $0.column == place.column }
      }),
      let own = side.columns.first(where: { $0.column == place.column })
    else { return .unknown }
    let beside = side.columns.filter {
      $0.column != place.column && $0.period == own.period && $0.isPlan == own.isPlan && !$0.isForeign
        && $0.concept.intersection(family).rawValue.nonzeroBitCount == 1
    }
    var other: CellPlace?
    var hasOwn = false
    for column in beside {
      let at = CellPlace(table: place.table, row: place.row, column: column.column)
      guard let cell = context.cell(at) else { return .unknown }
      if column.concept.contains(kind) {
        hasOwn = true
        if !cell.isEmptyOrZero { return .holds }
      } else if !cell.isEmptyOrZero, context.value(at)?.exact == whole.exact {
        other = at
      }
    }
    guard hasOwn, let other else { return .unknown }
    return .contradicts(other)
  }

  private static let longestName = 30
  private static let wholly = WordList(["全部为", "全部是", "全部属于", "均为", "全为"])
  private static let spending = WordList(["支出", "本年支出"])
  private static let families: [FigureConcept] = [
    [.basic, .project], [.publicBudget, .fund, .stateCapital],
  ]
  private static let phrase = Phrase(
    "{0} {1}：文中写“{2}”，表中列在“{3}”", "{0} {1}: the text says “{2}”, the table has it under “{3}”")
}
