/// 巡护队伍补助≤118.00万元 of four costs that make 338.00万元, the money of the project, but for a slip in this one.
///
/// Rule: `indicator-target`. Costs may be of a part of the money, and overlap: only where they make more than there is,
/// and one slip explains it, is one of them wrong.
enum FormCosts {
  private static let cost: Word = "成本"
  /// Costs of one thing, of which there are many, and of the whole.
  private static let others = WordList([
    "单位", "单价", "人均", "户均", "平均", "每", "均", "单", "标准", "总成本", "控制数", "总额", "率",
  ])
  private static let most = 12
  private static let mostDigits: UInt64 = 1_000_000_000_000

  static func check(
    _ rows: [TargetRow], _ form: PerformanceForm, _ table: Table, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard let funds = form.funds else {
      whole(rows, table, &inspection)
      return
    }
    guard let unit = table.unit,
      let total = funds.measures.isEmpty ? funds.total.cells.first : funds.cell(.budget, funds.total),
      total.kind == .number, total.amount.digits.magnitude < mostDigits,
      rows.allSatisfy({ $0.form == rows.first?.form })
    else { return }
    let costs = rows.compactMap { row -> (row: TargetRow, goal: Goal, yuan: Int128)? in
      guard units.contains(cost, in: row.level), let goal = row.goal, let money = goal.money(units),
        goal.amount.digits.magnitude < mostDigits
      else { return nil }
      return (row, goal, goal.amount.scaled * money.yuan)
    }
    if let only = costs.only { single(only, total, unit, &inspection) }
    guard (2...most).contains(costs.count), costs.allSatisfy({ $0.goal.relation != .atLeast }),
      !costs.contains(where: { units.contains(anyOf: others, in: $0.row.name) })
    else { return }
    let (whole, sum) = (total.amount.scaled * unit.yuan, costs.reduce(Int128(0)) { $0 + $1.yuan })
    let wrong = costs.filter { whole - (sum - $0.yuan) > 0 && Slip.isSlip($0.yuan, whole - (sum - $0.yuan)) }
    // 348.00 of four costs such as 161.00 and 34.00, against 338.00: which one is wrong, nothing tells.
    let isPrecise = costs.count { $0.yuan % (5 * unit.yuan * Scale.one) != 0 } >= leastPrecise
    guard sum > whole, costs.allSatisfy({ $0.yuan < whole }), wrong.count == 1 || isPrecise,
      let own = wrong.first,
      let money = own.goal.money(units),
      let right = Amount(scaled: (whole - (sum - own.yuan)) / money.yuan, decimals: own.goal.amount.decimals),
      let shown = Amount(scaled: sum / unit.yuan, decimals: total.amount.decimals)
    else { return }
    inspection.report(
      "indicator-target", .warning, at: wrong.count == 1 ? own.row.target.slice : total.slice,
      wrong.count > 1
        ? Message(aboveInAll, .amount(shown, unit), .amount(total.amount, unit))
        : Message(
          above, .amount(shown, unit), .amount(total.amount, unit),
          .text(inspection.draft.string(own.row.name)), .amount(right, money)),
      related: [inspection.related(total.slice, Message(FormPhrases.allFunds))])
  }

  /// 项目总成本 ≤1,016.40万元 below 项目总预算 | 1,061.40, in a form that states its money in such cells.
  private static func whole(_ rows: [TargetRow], _ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    let costs = rows.filter { units.contains(cost, in: $0.level) }
    guard let unit = table.unit, let row = costs.only, units.equals(anyOf: wholeCosts, row.name),
      let goal = row.goal, let money = goal.money(units), goal.amount.digits.magnitude < mostDigits,
      let total = table.cell(behind: budgets, inRows: FormLabels.rows, units), total.kind == .number,
      total.amount.digits.magnitude < mostDigits
    else { return }
    single((row, goal, goal.amount.scaled * money.yuan), total, unit, &inspection)
  }

  private static let wholeCosts = WordList(["项目总成本", "总成本", "项目成本", "项目总成本控制数"])
  private static let budgets = WordList(["项目总预算", "项目当年预算", "项目预算总额"])

  /// ≤1206万元 below 1260.00: the only cost of a form, with two digits of its money exchanged.
  private static func single(
    _ cost: (row: TargetRow, goal: Goal, yuan: Int128), _ total: Cell, _ unit: MoneyUnit,
    _ inspection: inout Inspection
  ) {
    let whole = total.amount.scaled * unit.yuan
    guard cost.yuan < whole, PlainSlip.isSwap(cost.yuan, whole), total.amount.scaled >= 100 * Scale.one,
      cost.goal.relation != .atLeast, !inspection.units.contains(anyOf: unitCosts, in: cost.row.name),
      let money = cost.goal.money(inspection.units)
    else { return }
    inspection.report(
      "indicator-target", .warning, at: cost.row.target.slice,
      Message(
        FormPhrases.costBelowFunds, .text(inspection.draft.string(cost.row.name)),
        .amount(cost.goal.amount, money), .amount(total.amount, unit)),
      related: [inspection.related(total.slice, Message(FormPhrases.allFunds))])
  }

  private static let unitCosts = WordList(["单位", "单价", "均", "每", "单", "标准", "率", "节约"])
  private static let leastPrecise = 3
  private static let aboveInAll = Phrase(
    "各成本指标合计 {0}，大于资金总额 {1}，疑有一处写错", "The costs make {0}, more than the money, {1}: one may be wrong")
  private static let above = Phrase(
    "各成本指标合计 {0}，大于资金总额 {1}；“{2}”为 {3} 时正好相等",
    "The costs make {0}, more than the money, {1}; with {3} for “{2}” they would make it")
}
