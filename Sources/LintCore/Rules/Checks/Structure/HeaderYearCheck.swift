/// Finds the table whose heads name last year alone (2023年预算数 in the budget of 2024), where those of the other tables
/// name the year of the draft.
///
/// Rule: `year`.
enum HeaderYearCheck {
  private static let sums = WordList(["年预算数", "年度预算数", "年决算数", "年度决算数", "年预算", "年度预算"])
  /// How many other tables have to name the year of the draft in their heads.
  private static let leastTables = 2

  static func run(_ inspection: inout Inspection) {
    let year = inspection.kind.year
    guard year > 0 else { return }
    TableLineYears.check(&inspection)
    let heads = inspection.draft.tables.map { yearHeads($0, inspection.units) }
    let right = heads.count { list in list.contains { $0.year == year } }
    if right > leastTables { sides(heads, year, &inspection) }
    let compared = ComparedYears.check(heads, year, &inspection)
    let wrong = heads.indices.filter { isOfAnotherYear(heads[$0], year) && !compared.contains($0) }
    guard right >= leastTables, let index = wrong.only, let first = heads[index].first,
      inspection.draft.tables[index].caption.map({
        let titled = TableBinding.year(inspection.units, $0)
        return titled == 0 || titled == year
      }) ?? false
    else { return }
    let digits = Slice(first.slice.lower, first.slice.lower + 4)
    inspection.report(
      "year", .error, at: digits, Message(differs, .count(first.year), .count(year)),
      fixes: [fix(heads[index].map { Slice($0.slice.lower, $0.slice.lower + 4) }, year, inspection)])
  }

  /// 收入 | 2024年预算 | 支出 | 2025年预算: the two sides of one table are of one year.
  private static func sides(
    _ heads: [[(slice: Slice, year: Int)]], _ year: Int, _ inspection: inout Inspection
  ) {
    for (table, heads) in zip(inspection.draft.tables, heads) where table.sides.count == 2 && heads.count == 2
    {
      guard table.sides.allSatisfy({ $0.amountColumns.count == 1 }),
        let wrong = heads.first(where: { $0.year == year - 1 }), heads.contains(where: { $0.year == year })
      else { continue }
      let digits = Slice(wrong.slice.lower, wrong.slice.lower + 4)
      inspection.report(
        "year", .error, at: digits, Message(otherSide, .count(wrong.year), .count(year)),
        fixes: [fix([digits], year, inspection)])
    }
  }

  /// The right year in the places of wrong ones.
  static func fix(_ places: [Slice], _ year: Int, _ inspection: Inspection) -> Fix {
    Fix(
      title: Message(FixPhrases.change, .count(year)),
      edits: places.map { Edit(inspection.draft.range($0), String(year)) }, safety: .review)
  }

  /// Tells whether all heads name one and the same year, and not that of the draft.
  private static func isOfAnotherYear(_ heads: [(slice: Slice, year: Int)], _ year: Int) -> Bool {
    guard let first = heads.first?.year, first != year, abs(first - year) <= 3 else { return false }
    return heads.allSatisfy { $0.year == first }
  }

  /// The heads of a table that are a year and what is stated for it.
  private static func yearHeads(_ table: Table, _ units: Units) -> [(slice: Slice, year: Int)] {
    guard table.layout == .grid else { return [] }
    var result: [(slice: Slice, year: Int)] = []
    for row in table.preambleRows..<Swift.min(table.firstBodyRow, table.rowCount) {
      for column in 0..<table.width(ofRow: row) {
        guard let cell = table.cell(row, column), cell.kind == .text, cell.slice.count >= 7,
          cell.slice.count <= 9, Unit.isDigit(units[cell.slice.lower]),
          units.ends(cell.slice, withAnyOf: sums)
        else { continue }
        let year = TableBinding.year(units, cell.slice)
        if year > 0 { result.append((cell.slice, year)) }
      }
    }
    return result
  }

  private static let differs = Phrase(
    "本表表头的年份是 {0}，其他表和本文档是 {1}", "The heads of this table name {0}, those of the others and the draft {1}")
  private static let otherSide = Phrase(
    "本表一侧的年份是 {0}，另一侧和本文档是 {1}", "One side of this table is of {0}, the other and the draft of {1}")
}
