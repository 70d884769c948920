/// The money of a form of the whole department (部门整体绩效目标表), a row each: 部门预算总额, 资金来源：（1）政府预算资金 …,
/// 资金结构：（1）基本支出 ….
///
/// Rule: `column-total`. The total is the sum of its sources, and that of its kinds.
enum OverallFunds {
  private static let totals = WordList([
    "部门预算总额", "预算总额", "部门预算资金总额", "部门整体预算总额", "部门支出预算总额", "单位预算总额", "年度预算总额", "部门整体支出预算总额",
  ])
  private static let sources = WordList([
    "政府预算资金", "财政拨款", "财政专户管理资金", "单位资金", "一般公共预算", "政府性基金预算", "国有资本经营预算", "其他资金", "上年结转",
    "财政性资金", "上年结转结余", "一般公共预算拨款",
  ])
  private static let natures = WordList(["基本支出", "项目支出"])
  /// How many rows below the total divide it.
  private static let reach = 12

  static func check(_ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    guard
      let first = (0..<table.rowCount).first(where: { row in
        line(row, table, units).map { units.equals(anyOf: totals, $0.name) } ?? false
      }), let total = line(first, table, units)?.amount
    else { return }
    var (parts, kinds): ([Cell], [Cell]) = ([], [])
    for row in (first + 1)..<Swift.min(table.rowCount, first + reach) {
      guard let line = line(row, table, units) else { break }
      // What divides one part again is no part of the whole.
      if !parts.isEmpty, units.starts(line.name, with: "其中") { return }
      if units.ends(line.name, withAnyOf: natures) {
        kinds.append(line.amount)
      } else if kinds.isEmpty, units.ends(line.name, withAnyOf: sources) {
        parts.append(line.amount)
      } else {
        break
      }
    }
    for terms in [parts, kinds] where terms.count >= 2 {
      let name = line(first, table, units)?.name ?? total.slice
      let equation = CellEquation(
        rule: "column-total", total: total, terms: terms,
        name: Message(TablePhrases.row, .text(inspection.draft.string(name))))
      guard let finding = equation.finding(unit: table.unit, draft: inspection.draft) else { continue }
      inspection.findings.append(finding)
      break
    }
  }

  /// The last words of a row and the figure behind them, if nothing else follows.
  private static func line(_ row: Int, _ table: Table, _ units: Units) -> (name: Slice, amount: Cell)? {
    var column = table.width(ofRow: row) - 1
    func next() -> Cell? {
      while column >= 0, let cell = table.cell(row, column) {
        column -= 1
        if cell.kind != .blank { return cell }
      }
      return nil
    }
    guard let amount = next(), amount.kind == .number, let label = next(), label.kind == .text,
      label.slice.count <= 24
    else { return nil }
    let name = units.withoutTrailingBrackets(label.slice)
    let end = !name.isEmpty && units[name.upper - 1] == 0x3A ? name.upper - 1 : name.upper
    return (Slice(name.lower, end), amount)
  }
}
