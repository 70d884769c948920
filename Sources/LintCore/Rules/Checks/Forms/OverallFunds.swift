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
    "财政性资金", "上年结转结余", "一般公共预算拨款", "政府性基金拨款", "政府性基金预算拨款", "国有资本经营预算拨款", "专户管理资金", "专户管理的非税收入拨款",
    "上级财政补助", "上级补助", "事业收入", "经营收入", "其他收入",
  ])
  private static let natures = WordList(["基本支出", "项目支出"])
  /// How many rows below the total divide it.
  private static let reach = 12

  static func check(_ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    if sideBySide(table, &inspection) { return }
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
    hold(
      [parts, kinds], against: total, named: line(first, table, units)?.name ?? total.slice, table,
      &inspection)
  }

  /// Reports the first of several ways to divide a total that does not make it.
  private static func hold(
    _ divisions: [[Cell]], against total: Cell, named name: Slice, _ table: Table,
    _ inspection: inout Inspection
  ) {
    for terms in divisions where terms.count >= 2 {
      let equation = CellEquation(
        rule: "column-total", total: total, terms: terms,
        name: Message(TablePhrases.row, .text(inspection.draft.string(name))))
      guard let finding = equation.finding(unit: table.unit, draft: inspection.draft) else { continue }
      inspection.findings.append(finding)
      break
    }
  }

  // MARK: Side by side

  private static let bySource = WordList(["按收入性质", "按资金性质", "按资金来源", "按收入来源", "按收入分"])
  private static let byKind = WordList(["按支出性质", "按支出结构", "按资金结构", "按支出分", "按支出类别"])
  private static let wholes = WordList(["资金总额", "预算总额", "合计", "年度资金总额"])

  /// 按收入性质分 | 按支出性质分, and below it the sources of the money beside its kinds: both make the 资金总额 above.
  private static func sideBySide(_ table: Table, _ inspection: inout Inspection) -> Bool {
    let units = inspection.units
    guard
      let head = (0..<table.rowCount).first(where: { row in
        holds(bySource, row, table, units) && holds(byKind, row, table, units)
      }), head > 0,
      let (name, total) = pairs(head - 1, table, units).last(where: { units.ends($0.name, withAnyOf: wholes) }
      )
    else { return false }
    var (parts, kinds): ([Cell], [Cell]) = ([], [])
    for row in (head + 1)..<Swift.min(table.rowCount, head + reach) {
      let pairs = pairs(row, table, units)
      let known = pairs.filter {
        units.ends($0.name, withAnyOf: natures) || units.ends($0.name, withAnyOf: sources)
      }
      guard !known.isEmpty else { break }
      for pair in known {
        if units.ends(pair.name, withAnyOf: natures) {
          kinds.append(pair.amount)
        } else {
          parts.append(pair.amount)
        }
      }
    }
    hold([parts, kinds], against: total, named: name, table, &inspection)
    return true
  }

  private static func holds(_ words: WordList, _ row: Int, _ table: Table, _ units: Units) -> Bool {
    (0..<table.width(ofRow: row)).contains { column in
      table.cell(row, column).map { $0.kind == .text && units.starts($0.slice, withAnyOf: words) } ?? false
    }
  }

  /// The labels of a row that have a figure right behind them.
  private static func pairs(_ row: Int, _ table: Table, _ units: Units) -> [(name: Slice, amount: Cell)] {
    (1..<Swift.max(1, table.width(ofRow: row))).compactMap { column in
      guard let amount = table.cell(row, column), amount.kind == .number,
        let label = table.cell(row, column - 1), label.kind == .text, label.slice.count <= 24
      else { return nil }
      return (bare(label.slice, units), amount)
    }
  }

  /// A label without brackets and without a colon at its end.
  private static func bare(_ label: Slice, _ units: Units) -> Slice {
    let name = units.withoutTrailingBrackets(label)
    let end = !name.isEmpty && units[name.upper - 1] == 0x3A ? name.upper - 1 : name.upper
    return Slice(name.lower, end)
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
    return (bare(label.slice, units), amount)
  }
}
