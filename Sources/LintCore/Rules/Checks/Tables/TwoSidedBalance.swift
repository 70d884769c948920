/// Compares the grand totals of the two sides of a table: 收入总计 = 支出总计.
///
/// Only rows called 总计 must agree, or 合计 when no 总计 stands in the table and both close it: 本年收入合计 and
/// 本年支出合计 may differ by what is carried over.
enum TwoSidedBalance {
  static func check(_ table: Table, _ sides: [SideArithmetic], _ inspection: inout Inspection) {
    guard sides.count == 2, let left = grandTotal(sides[0], inspection.units),
      let right = grandTotal(sides[1], inspection.units)
    else { return }
    let leftRow = sides[0].grid.side.rows[left].row
    let rightRow = sides[1].grid.side.rows[right].row
    guard leftRow == rightRow, isSpending(sides, inspection.units, left, right) else { return }
    for (a, b) in columnPairs(sides, inspection.units) {
      compare(GridPlace(row: left, column: a), GridPlace(row: right, column: b), sides, &inspection)
    }
  }

  private static func grandTotal(_ side: SideArithmetic, _ units: Units) -> Int? {
    let rows = side.grid.side.rows
    if let grand = rows.indices.last(where: {
      units.ends(rows[$0].label, with: "总计") && rows[$0].role == .total
    }) {
      return grand
    }
    guard let last = rows.indices.last(where: { rows[$0].role == .total }),
      rows.indices.filter({ rows[$0].role == .total }).count == 1,
      !rows[(last + 1)...].contains(where: { !$0.isBlank }), !units.contains("本年", in: rows[last].label)
    else { return nil }
    return last
  }

  /// One side is income and the other spending: other pairs of columns need not agree.
  private static func isSpending(_ sides: [SideArithmetic], _ units: Units, _ left: Int, _ right: Int) -> Bool
  {
    let a = sides[0].grid.side.rows[left].label
    let b = sides[1].grid.side.rows[right].label
    if units.contains("收入", in: a), units.contains("支出", in: b) { return true }
    let heads = sides.map { side in
      side.grid.table.columns[side.grid.side.columns.lowerBound].path.first.map {
        side.grid.table.cells[Int($0)].slice
      } ?? Slice(0, 0)
    }
    return units.contains("收入", in: heads[0]) && units.contains("支出", in: heads[1])
  }

  /// The columns to compare: the only ones, the first of the wider side, or those with the same head.
  private static func columnPairs(_ sides: [SideArithmetic], _ units: Units) -> [(Int, Int)] {
    let left = sides[0].grid
    let right = sides[1].grid
    if left.columns.count == 1 { return right.columns.isEmpty ? [] : [(0, totalColumn(right, units))] }
    var pairs: [(Int, Int)] = []
    for a in left.columns.indices {
      let key = left.table.columns[left.columns[a]].key
      if let b = right.columns.indices.first(where: { right.table.columns[right.columns[$0]].key == key }) {
        pairs.append((a, b))
      }
    }
    return pairs
  }

  private static func totalColumn(_ grid: AmountGrid, _ units: Units) -> Int {
    grid.columns.indices.first { index in
      grid.table.head(ofColumn: grid.columns[index]).map {
        units.ends($0, withAnyOf: ["合计", "小计", "总计"])
      } ?? false
    } ?? 0
  }

  /// Writes the amount of one side into the other: which of the two is right is for a person to decide.
  private static func fix(_ grid: AmountGrid, _ place: GridPlace, _ amount: Amount, _ inspection: Inspection)
    -> Fix
  {
    let isGrouped = grid.cell(place.row, place.column)?.isGrouped ?? false
    let text = isGrouped ? amount.grouped : amount.plain
    return Fix(
      title: Message(
        TablePhrases.setSide, .text(inspection.draft.string(grid.slice(place.row, place.column))), .text(text)
      ),
      edits: [Edit(inspection.draft.range(grid.slice(place.row, place.column)), text)], safety: .review)
  }

  private static func compare(
    _ a: GridPlace, _ b: GridPlace, _ sides: [SideArithmetic], _ inspection: inout Inspection
  ) {
    let left = sides[0].grid
    let right = sides[1].grid
    guard left.state(a.row, a.column) == .figure, right.state(b.row, b.column) == .figure,
      let first = left.cell(a.row, a.column)?.amount, let second = right.cell(b.row, b.column)?.amount
    else { return }
    let difference = first.scaled - second.scaled
    guard difference != 0 else { return }
    let isTail = difference.magnitude <= Swift.max(first.lastPlace, second.lastPlace).magnitude
    let leftReporter = TableReporter(draft: inspection.draft, units: inspection.units, arithmetic: sides[0])
    let rightReporter = TableReporter(draft: inspection.draft, units: inspection.units, arithmetic: sides[1])
    let unit = left.table.unit
    let shown = Amount(scaled: abs(difference), decimals: Swift.max(first.decimals, second.decimals)) ?? first
    inspection.report(
      "balance", isTail ? .info : .error, at: right.slice(b.row, b.column),
      Message(
        TablePhrases.balance, .message(leftReporter.name(a)), .amount(first, unit),
        .message(rightReporter.name(b)), .amount(second, unit), .amount(shown, unit)),
      related: [
        inspection.related(
          left.slice(a.row, a.column), Message(TablePhrases.otherSide, .amount(first, unit)))
      ],
      fixes: isTail ? [] : [fix(right, b, first, inspection), fix(left, a, second, inspection)])
  }
}
