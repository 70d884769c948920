/// Recalculates a completion rate whose budget only the table states: the columns 预算数 and 决算数 of one row.
enum PlanColumn {
  static func check(
    _ index: Int, _ claim: Claim, _ actual: Int, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard let binding = context.figures.bindings.first(where: { $0.claim == actual }),
      binding.outcome == .agrees, let spent = context.value(context[actual])
    else { return }
    // 完成年初预算 beside a column of budgets that may have been changed during the year.
    let isOfStage = context.units.contains(anyOf: stages, in: claim.word)
    var shown: (place: CellPlace, value: NarrativeContext.Value)?
    var weight: (verdict: NarrativeContext.Verdict, severity: Severity)?
    for place in binding.cells where !isOfStage || isInitial(claim, place.table, context) {
      guard let columns = plans(beside: place, context) else { continue }
      for column in columns {
        let cell = CellPlace(table: place.table, row: place.row, column: column)
        guard let budget = context.value(cell), budget.exact > 0,
          let verdict = context.judge(claim.amount, spent, of: budget)
        else { return }
        guard let severity = inspection.severity(of: verdict, context), severity > .info else { return }
        weight = (verdict, verdict.severity == .info ? severity : .error)
        if let shown, shown.value.exact != budget.exact { return }
        shown = (cell, budget)
      }
    }
    guard let shown, let weight, let cell = context.cell(shown.place),
      let computed = context.percent(spent, of: shown.value, like: claim.amount)
    else { return }
    inspection.report(
      "completion-rate", weight.severity, at: claim.figure,
      Message(
        weight.verdict.phrase(CompletionCheck.phrases, weight.severity),
        .amount(context[actual].amount, nil), .amount(cell.amount, nil),
        .percent(computed), .text(context.draft.string(claim.digits) + "%")),
      related: context.related([actual]) + [context.related(shown.place)],
      fixes: context.fix(claim.digits, ShareCheck.shown(computed, claim.amount)))
  }

  /// Tells whether a note says that a table has the budgets of the beginning of the year, and a rate is one of these.
  private static func isInitial(_ claim: Claim, _ table: Int, _ context: NarrativeContext) -> Bool {
    context.units.contains(initial, in: claim.word)
      && context.draft.tables[table].notes.contains { note in
        guard context.draft.paragraphs.indices.contains(note) else { return false }
        return context.units.contains(initialBudget, in: context.draft.paragraphs[note].slice)
      }
  }

  private static let initial: Word = "年初"
  private static let initialBudget: Word = "预算数为年初预算"
  private static let stages = WordList(["年初", "调整"])

  /// The columns of budgets that say the same as the column of a cell, which says what was spent; nothing where one of
  /// the two is not said.
  private static func plans(beside place: CellPlace, _ context: NarrativeContext) -> [Int]? {
    let status: FigureConcept = [.plan, .actual, .thisYear, .total]
    for side in context.figures.sides where side.table == place.table {
      guard let own = side.columns.first(where: { $0.column == place.column }),
        own.concept.contains(.actual), !own.concept.contains(.comparison)
      else { continue }
      let found = side.columns.filter {
        $0.column != own.column && $0.concept.contains(.plan) && !$0.concept.contains(.actual)
          && $0.concept.isDisjoint(with: [.comparison, .lastYear])
          && $0.concept.subtracting(status) == own.concept.subtracting(status)
      }.map(\.column)
      return found.isEmpty ? nil : found
    }
    return nil
  }
}
