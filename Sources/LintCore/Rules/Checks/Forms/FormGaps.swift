/// Cells of a form that were left empty or without their unit, where all others of the form are filled in.
///
/// Rules: `score`, `missing-unit`, `missing-amount`.
enum FormGaps {
  /// How many other rows have to be complete.
  private static let leastOthers = 3

  static func check(
    _ form: PerformanceForm, _ rows: [TargetRow], _ table: Table, _ inspection: inout Inspection
  ) {
    score(form, &inspection)
    unit(rows, &inspection)
    money(form, table, &inspection)
  }

  /// ≥99% | 99.6% | 8 | (nothing): the only row without a score, where the total has more than the others make.
  private static func score(_ form: PerformanceForm, _ inspection: inout Inspection) {
    guard let row = form.unscored.only, form.indicators.count >= leastOthers,
      let total = form.totalScore, total.kind == .number
    else { return }
    let execution = form.funds.flatMap { $0.points(.score) }
    let scores = form.indicators.map(\.score) + (execution.map { [$0] } ?? [])
    let missing = total.amount.scaled - scores.reduce(Int128(0)) { $0 + $1.amount.scaled }
    guard missing > 0, missing <= row.weight.amount.scaled,
      let shown = Amount(scaled: missing, decimals: scores.map(\.amount.decimals).max() ?? 0)
    else { return }
    let name = row.name.map { inspection.draft.string($0) } ?? ""
    inspection.report(
      "score", .warning, at: row.weight.slice, Message(unscored, .text(name), .amount(shown, nil)),
      related: [inspection.related(total.slice, Message(FormPhrases.item, .amount(total.amount, nil)))])
  }

  /// ≥1500人次 | 1386: the only result without the unit of its target.
  private static func unit(_ rows: [TargetRow], _ inspection: inout Inspection) {
    let units = inspection.units
    let counted = rows.filter { row in row.goal.map { !$0.unit.isEmpty } ?? false && row.result != nil }
    let bare = counted.filter { $0.result?.unit.isEmpty ?? false }
    guard counted.count > leastOthers, let row = bare.only, let result = row.result,
      let goal = row.goal, !result.amount.isZero
    else { return }
    let draft = inspection.draft
    inspection.report(
      "missing-unit", .warning, at: result.slice,
      Message(
        withoutUnit, .text(draft.string(row.name)), .text(draft.string(result.slice)),
        .text(draft.string(goal.bareUnit(units)))),
      related: [inspection.related(goal.slice, Message(FormPhrases.target))])
  }

  /// 本级财政拨款 | 40.00 | 40.00 | — | — | —, a cell short: what the total has spent more than the other sources.
  private static func money(_ form: PerformanceForm, _ table: Table, _ inspection: inout Inspection) {
    guard let funds = form.funds, let total = funds.cell(.execution, funds.total), total.kind == .number,
      case let short = funds.parts.filter({ $0.width + 1 == funds.total.width }), let row = short.only,
      let own = funds.cell(.execution, row), own.kind != .number,
      let budget = funds.cell(.budget, row), budget.kind == .number, !budget.amount.isZero
    else { return }
    let others = funds.parts.filter { $0.label != row.label }.compactMap { funds.cell(.execution, $0) }
    guard others.count + 1 == funds.parts.count, others.contains(where: { $0.kind == .number }),
      others.allSatisfy(\.isAmountOrEmpty)
    else { return }
    let spent = others.reduce(Int128(0)) { $0 + ($1.kind == .number ? $1.amount.scaled : 0) }
    guard total.amount.scaled - spent == budget.amount.scaled else { return }
    inspection.report(
      "missing-amount", .warning, at: row.label,
      Message(
        lost, .text(inspection.draft.string(row.label)), .amount(budget.amount, table.unit),
        .amount(total.amount, table.unit)),
      related: [
        inspection.related(total.slice, Message(FormPhrases.execution, .amount(total.amount, table.unit)))
      ])
  }

  private static let unscored = Phrase(
    "“{0}”未填得分，按总分应为 {1}", "“{0}” has no score; the total asks for {1}")
  private static let withoutUnit = Phrase(
    "“{0}”的实际完成值“{1}”缺少单位“{2}”", "The result “{1}” of “{0}” lacks its unit, {2}")
  private static let lost = Phrase(
    "“{0}”一行少一格，缺少执行数：按资金总额 {2} 应为 {1}", "The row “{0}” is a cell short: {1} of the {2} spent is missing")
}
