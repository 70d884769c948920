/// Tables that list the projects of each unit below its row: the unit has their sum.
///
/// 科目编码 | 单位代码 | 单位名称（科目）/项目名称 | 金额, where the row of a unit has no 科目编码 (预算公开表3-2 of Sichuan).
/// Rule: `hierarchy-total`. What the other units confirm is held against the one that differs.
enum UnitProjects {
  private static let subjectHeads = WordList(["科目编码", "功能科目编码", "支出功能科目编码"])
  private static let unitHeads = WordList(["单位代码", "单位编码"])
  /// The length of the code of an item (项): shorter codes are subtotals of it.
  private static let itemLength = 7

  /// The row of a unit with those of its projects.
  private struct Group {
    var row: SideRow
    var unit: Slice
    var items: [Int] = []
  }

  static func check(_ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    guard let side = table.sides.only,
      let subject = column(subjectHeads, table, units), let unit = column(unitHeads, table, units)
    else { return }
    guard let groups = groups(side, table, subject, unit, units) else { return }
    for column in side.amountColumns {
      var (right, wrong): (Int, [Finding]) = (0, [])
      for group in groups where !group.items.isEmpty {
        guard let total = table.cell(group.row.row, column), total.kind == .number else { continue }
        let equation = CellEquation(
          rule: "hierarchy-total", total: total, terms: group.items.compactMap { table.cell($0, column) },
          name: Message(TablePhrases.row, .text(inspection.draft.string(group.row.label))))
        if let finding = equation.finding(unit: table.unit, draft: inspection.draft) {
          wrong.append(finding)
        } else {
          right += 1
        }
      }
      guard right >= 2, let only = wrong.only,
        !inspection.findings.contains(where: { $0.range == only.range })
      else { continue }
      inspection.findings.append(only)
    }
  }

  /// The only column under one of some heads.
  private static func column(_ heads: WordList, _ table: Table, _ units: Units) -> Int? {
    let found = table.columns.indices.filter { column in
      table.columns[column].path.contains { index in
        table.cells.indices.contains(Int(index))
          && units.equals(anyOf: heads, units.withoutTrailingBrackets(table.cells[Int(index)].slice))
      }
    }
    return found.only
  }

  /// The units with their projects; `nil` if a row is neither.
  private static func groups(
    _ side: Side, _ table: Table, _ subject: Int, _ unit: Int, _ units: Units
  ) -> [Group]? {
    var groups: [Group] = []
    for row in side.rows where row.role != .columnNumbers && row.role != .repeatedHeader {
      guard row.role != .uncertain, let code = table.cell(row.row, subject),
        let own = table.cell(row.row, unit)
      else { return nil }
      if own.kind == .blank, code.kind == .blank { continue }
      guard own.kind != .blank else { return nil }
      if code.kind == .blank {
        groups.append(Group(row: row, unit: own.slice))
      } else {
        guard let last = groups.last, units.areSame(last.unit, own.slice), code.slice.count == itemLength
        else { return nil }
        groups[groups.count - 1].items.append(row.row)
      }
    }
    return groups
  }
}
