/// The sources of a form's money: all of it at one source in the budget of the year's start, and at another in that of
/// the year.
enum FundSources {
  /// Tells whether the budget of the year's start and that of the year stand at the same single source.
  static func isSteady(_ form: PerformanceForm) -> Bool {
    guard let (start, year) = onlySources(form) else { return false }
    return start.label == year.label
  }

  static func check(_ form: PerformanceForm, _ inspection: inout Inspection) {
    guard let funds = form.funds, let (start, year) = onlySources(form), start.label != year.label,
      let cell = funds.cell(.initialBudget, start)
    else { return }
    let draft = inspection.draft
    inspection.report(
      "column-total", .warning, at: cell.slice,
      Message(FormPhrases.otherSource, .text(draft.string(start.label)), .text(draft.string(year.label))))
  }

  /// The rows that hold the whole of either budget, if one alone does.
  private static func onlySources(_ form: PerformanceForm) -> (
    start: PerformanceForm.Funds.Row, year: PerformanceForm.Funds.Row
  )? {
    guard let funds = form.funds, funds.parts.count >= 2, let start = only(.initialBudget, funds),
      let year = only(.budget, funds)
    else { return nil }
    return (start, year)
  }

  private static func only(
    _ measure: PerformanceForm.Funds.Measure, _ funds: PerformanceForm.Funds
  ) -> PerformanceForm.Funds.Row? {
    guard let total = funds.cell(measure, funds.total), total.kind == .number, !total.amount.isZero else {
      return nil
    }
    let filled = funds.parts.filter { part in
      funds.cell(measure, part).map { !$0.isEmptyOrZero } ?? true
    }
    guard let only = filled.only, let cell = funds.cell(measure, only),
      cell.kind == .number, cell.amount.scaled == total.amount.scaled
    else { return nil }
    return only
  }
}
