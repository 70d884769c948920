/// 基本支出 tables in two or three blocks side by side: 人员经费合计 = 301 + 303, 公用经费合计 = the other classes.
///
/// The totals stand in the last row, often in another block than their parts (决算公开06表).
enum BlockTotals {
  /// The classes (类) of 人员经费; all others are 公用经费.
  private static let staffCodes: Set<Int64> = [301, 303]

  static func check(_ table: Table, _ inspection: inout Inspection) {
    for equation in equations(table, inspection.units, inspection.draft) {
      if let finding = equation.finding(unit: table.unit, draft: inspection.draft) {
        // Where total and parts stand in one block, its own arithmetic has said so.
        let isKnown = inspection.findings.contains { $0.rule == finding.rule && $0.range == finding.range }
        if !isKnown { inspection.findings.append(finding) }
      }
    }
  }

  static func equations(_ table: Table, _ units: Units, _ draft: Draft) -> [CellEquation] {
    guard table.sides.count >= 2,
      table.sides.filter({ !$0.codeColumns.isEmpty || hasCodeLabels($0) }).count >= 2
    else { return [] }
    // A class may stand in a row that could not be read.
    guard !table.sides.contains(where: { $0.rows.contains { $0.role == .uncertain } }) else { return [] }
    var classes: [(code: Int64, cell: Cell)] = []
    for side in table.sides {
      guard let column = side.amountColumns.first else { continue }
      for row in side.rows where row.codeLength == 3 && row.role != .uncertain {
        // A class printed again on the next page counts once.
        if let code = row.code, let cell = table.cell(row.row, column),
          !classes.contains(where: { $0.code == code })
        {
          classes.append((code, cell))
        }
      }
    }
    var result = acrossBlocks(table, draft)
    if let shared = shared(table, classes, draft) { result.append(shared) }
    guard classes.count >= 3 else { return result }
    // One total of 人员经费 and one of 公用经费, printed again on a few pages.
    let most = 8
    for row in table.firstBodyRow..<table.rowCount {
      for column in 0..<table.width(ofRow: row) {
        guard result.count < most, let label = table.cell(row, column), label.kind == .text,
          units.ends(label.slice, with: "合计"),
          let total = figure(after: column, row, table)
        else { continue }
        let isStaff = units.starts(label.slice, with: "人员经费")
        guard isStaff || units.starts(label.slice, withAnyOf: ["公用经费", "日常公用经费"]) else { continue }
        result.append(
          CellEquation(
            rule: "column-total", total: total,
            terms: classes.filter { staffCodes.contains($0.code) == isStaff }.map(\.cell),
            name: Message(TablePhrases.row, .text(draft.string(label.slice)))))
      }
    }
    return result
  }

  /// Tells whether the only 合计 of all blocks of classes stands in a side: it is that of the side, or of all.
  static func isShared(_ side: Side, of table: Table) -> Bool {
    let others = table.sides.filter { $0.columns != side.columns }
    return !others.isEmpty && side.rows.contains { $0.codeLength == 3 && $0.role == .detail }
      && others.allSatisfy { other in
        other.rows.contains { $0.codeLength == 3 && $0.role == .detail }
          && !other.rows.contains { $0.role == .total }
      }
  }

  /// 合计 of all classes, whichever block it stands in, unless it is that of its own.
  private static func shared(
    _ table: Table, _ classes: [(code: Int64, cell: Cell)], _ draft: Draft
  ) -> CellEquation? {
    guard let side = table.sides.first(where: { $0.rows.contains { $0.role == .total } }),
      isShared(side, of: table), let column = side.amountColumns.only,
      let row = side.rows.first(where: { $0.role == .total }), let total = table.cell(row.row, column),
      total.kind == .number
    else { return nil }
    let own = side.rows.filter { $0.codeLength == 3 && $0.role == .detail }.compactMap {
      table.cell($0.row, column)?.amount.scaled
    }
    guard own.reduce(0, +) != total.amount.scaled else { return nil }
    return CellEquation(
      rule: "column-total", total: total, terms: classes.map(\.cell),
      name: Message(TablePhrases.row, .text(draft.string(row.label))))
  }

  /// The classes whose 款 start in one block and go on at the top of the next.
  static func continuedClasses(_ table: Table) -> Set<Int64> {
    guard table.sides.count >= 2 else { return [] }
    var result: Set<Int64> = []
    var last: Int64?
    for side in table.sides {
      for row in side.rows where row.role != .uncertain {
        guard let code = row.code else { continue }
        if row.codeLength == 3 { break }
        if row.codeLength == 5, code / 100 == last { result.insert(code / 100) }
        break
      }
      last = side.rows.last { $0.codeLength == 3 && $0.role != .uncertain }?.code ?? last
    }
    return result
  }

  /// 商品和服务支出 in one block = 办公费 and the others below it + those at the top of the next block.
  private static func acrossBlocks(_ table: Table, _ draft: Draft) -> [CellEquation] {
    continuedClasses(table).sorted().compactMap { code in
      var total: (cell: Cell, label: Slice)?
      var terms: [Cell] = []
      var seen: Set<Int64> = []
      for side in table.sides {
        guard let column = side.amountColumns.first else { continue }
        for row in side.rows {
          guard let own = row.code, let cell = table.cell(row.row, column) else { continue }
          if row.codeLength == 3, own == code, total == nil { total = (cell, row.label) }
          if row.codeLength == 5, own / 100 == code, seen.insert(own).inserted { terms.append(cell) }
        }
      }
      return total.map {
        CellEquation(
          rule: "hierarchy-total", total: $0.cell, terms: terms,
          name: Message(TablePhrases.row, .text(draft.string($0.label))))
      }
    }
  }

  private static func hasCodeLabels(_ side: Side) -> Bool { side.rows.contains { $0.code != nil } }

  /// The first figure to the right of a label, before the next label.
  private static func figure(after column: Int, _ row: Int, _ table: Table) -> Cell? {
    for next in (column + 1)..<Swift.max(column + 1, table.width(ofRow: row)) {
      guard let cell = table.cell(row, next) else { return nil }
      if cell.kind == .number { return cell }
      if cell.kind == .text { return nil }
    }
    return nil
  }
}
