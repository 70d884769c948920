/// What basic expenditure holds of the three public expenses (30212, 30217, 30231) is part of what their own table states.
///
/// Rule: `cross-table`. Projects may hold more, so only the reverse is wrong: a part above its whole.
enum TravelLimits {
  static let check = Check(rules: ["cross-table"], reads: [.titles, .captions, .grids], run: run)

  /// An expense with its economic class.
  private static let items: [(code: Int64, names: WordList, text: String)] = [
    (30_212, WordList(["出国"]), "因公出国（境）费用"), (30_217, WordList(["公务接待"]), "公务接待费"),
    (30_231, WordList(["用车运行", "车辆运行"]), "公务用车运行维护费"),
  ]
  private static let travelTables = ["三公经费支出表", "三公经费支出决算表"]
  private static let basicTables = ["一般公共预算基本支出表", "一般公共预算财政拨款基本支出决算表"]
  private static let outcomes: Word = "决算数"
  private static let both: Word = "购置"
  private static let counts = WordList(["数量", "批次", "人次", "人数", "团组", "保有", "辆", "国内", "外事", "国(境)外"])

  private static func run(_ inspection: inout Inspection) {
    let concepts = inspection.outline.tableConcepts
    func only(_ names: [String]) -> Table? {
      let ids = names.compactMap(inspection.book.table)
      let found = concepts.indices.filter { index in concepts[index].map(ids.contains) ?? false }
      return found.only.map { inspection.draft.tables[$0] }
    }
    guard let travel = only(travelTables), let basic = only(basicTables), let unit = travel.unit,
      let basicUnit = basic.unit
    else { return }
    for item in items {
      guard let whole = expense(item.names, travel, inspection.units), let part = amount(item.code, basic),
        whole.amount.digits.magnitude < 1_000_000_000_000, part.amount.digits.magnitude < 1_000_000_000_000
      else { continue }
      let tolerance = whole.amount.lastPlace * unit.yuan + part.amount.lastPlace * basicUnit.yuan
      guard part.amount.scaled * basicUnit.yuan > whole.amount.scaled * unit.yuan + tolerance else {
        continue
      }
      inspection.report(
        "cross-table", .warning, at: part.slice,
        Message(
          exceeds, .text(item.text), .amount(part.amount, basicUnit), .amount(whole.amount, unit)),
        related: [inspection.related(whole.slice, Message(travelTable))])
    }
  }

  /// The amount in the row of an economic class, if one row has it.
  private static func amount(_ code: Int64, _ table: Table) -> Cell? {
    var found: [Cell] = []
    for side in table.sides {
      guard let column = side.amountColumns.first else { continue }
      for row in side.rows where row.code == code && row.role == .detail {
        if let cell = table.cell(row.row, column), cell.kind == .number { found.append(cell) }
      }
    }
    return found.only
  }

  /// The amount of an expense in the table of the three, in rows or in columns; `nil` where more than one could be meant.
  private static func expense(_ names: WordList, _ table: Table, _ units: Units) -> Cell? {
    func isNamed(_ name: Slice) -> Bool {
      units.contains(anyOf: names, in: name) && !units.contains(both, in: name)
        && !units.contains(anyOf: counts, in: name)
    }
    func head(_ column: Int, _ test: (Slice) -> Bool) -> Bool {
      table.columns[column].path.contains { test(table.cells[Int($0)].slice) }
    }
    guard let side = table.sides.only else { return nil }
    let columns = side.amountColumns
    let rows = side.rows.filter { isNamed($0.label) }
    if let row = rows.only {
      let stated =
        columns.count == 1
        ? columns
        : columns.filter { column in
          head(column) { units.contains(outcomes, in: $0) }
        }
      return stated.only.flatMap { number(row.row, $0, table) }
    }
    var named = columns.filter { column in
      table.head(ofColumn: column).map(isNamed) ?? false
    }
    if named.count > 1 {
      named = named.filter { column in head(column) { units.contains(outcomes, in: $0) } }
    }
    let filled = side.rows.filter { row in named.first.map { number(row.row, $0, table) != nil } ?? false }
    let lines = filled.count == 1 ? filled : filled.filter { $0.role == .total }
    guard rows.isEmpty, let line = lines.only, let column = named.only else { return nil }
    return number(line.row, column, table)
  }

  private static func number(_ row: Int, _ column: Int, _ table: Table) -> Cell? {
    table.cell(row, column).flatMap { $0.kind == .number ? $0 : nil }
  }

  private static let exceeds = Phrase(
    "基本支出中的“{0}”为 {1}，大于“三公”经费表的 {2}",
    "“{0}” is {1} in basic expenditure, above the {2} of the table of the three public expenses")
  private static let travelTable = Phrase("“三公”经费表", "The table of the three public expenses")
}
