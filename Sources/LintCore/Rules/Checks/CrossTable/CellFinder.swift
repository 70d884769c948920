/// A figure of a table, for comparing it with figures of others.
struct StatedFigure {
  var table: Int
  var row: Int
  var column: Int
  var cell: Cell
  var unit: MoneyUnit?
  /// How many rounded figures it was added up from; 1 for a cell of its own.
  var terms = 1
  /// The value in billionths of the unit.
  var value: Int128

  /// How many yuan the unit is; 万元 where the table does not say.
  var yuan: Int128 { (unit ?? .tenThousandYuan).yuan }
}

/// Finds the cells that a formula speaks of.
struct CellFinder {
  let draft: Draft
  let units: Units
  let book: RuleBook
  /// What the sides of each table that takes part are, looked up once for all formulas.
  private let known: [[KnownSide]]
  /// The largest figure that is compared: sums of ten thousand, in yuan for 亿元, stay inside 128 bits.
  private static let largest = (1_000_000_000_000_000 * Scale.one).magnitude

  private struct KnownSide {
    /// What the rows mean.
    var meanings: [ConceptID?]
    /// The column that holds the amounts the table is about.
    var mainColumn: Int?
  }

  /// Prepares to look into tables of a draft, given by their indices.
  init(draft: Draft, units: Units, book: RuleBook, tables: some Sequence<Int>) {
    self.draft = draft
    self.units = units
    self.book = book
    var known = [[KnownSide]](repeating: [], count: draft.tables.count)
    for index in tables {
      let table = draft.tables[index]
      known[index] = table.sides.map { side in
        KnownSide(
          meanings: side.rows.map {
            $0.role == .uncertain || $0.label.isEmpty ? nil : book.rows.concept($0.key)
          }, mainColumn: Self.mainColumn(table, side, units))
      }
    }
    self.known = known
  }

  // MARK: Columns

  /// The column of a side that a selector means, as a column of the table.
  private func column(_ selector: ColumnSelector?, _ table: Table, _ side: Side, _ known: KnownSide) -> Int? {
    guard let selector else { return known.mainColumn }
    func matches(_ cell: Int32) -> Bool {
      let key = key(table.cells[Int(cell)].slice)
      switch selector {
      case .concept(let concept): return book.columns.concept(key) == concept
      case .label(let label): return key == label
      }
    }
    if case .concept(let concept) = selector, ["合计", "金额"].contains(book.columns.name(concept)) {
      return known.mainColumn
    }
    // A head over several columns stands for its own total.
    for column in side.amountColumns where column < table.columns.count {
      let path = table.columns[column].path
      guard let depth = path.firstIndex(where: matches) else { continue }
      if depth == path.count - 1 { return column }
      let group = side.amountColumns.filter {
        table.columns[$0].path.count > depth && table.columns[$0].path[depth] == path[depth]
      }
      return group.first { Self.isSum(table, $0, units) } ?? (group.count == 1 ? column : nil)
    }
    return nil
  }

  /// The column that holds the amounts a table is about: its total, or its only one.
  private static func mainColumn(_ table: Table, _ side: Side, _ units: Units) -> Int? {
    let amounts = side.amountColumns.filter { table.columns[$0].kind == .amount }
    if amounts.count == 1 { return amounts.first }
    // 年初结转 | 本年收入 | 本年支出 | 年末结转: the table is about what is spent.
    let spent = amounts.filter { hasHead(table, $0, ["本年支出"], units) }
    let own =
      spent.isEmpty ? amounts.filter { !hasHead(table, $0, ["结转", "结余", "年初"], units) } : spent
    guard let first = own.first else { return nil }
    if own.count == 1 || isSum(table, first, units) { return first }
    // 年初预算数 | 全年预算数 | 决算数: the accounts are about the last.
    let named = amounts.filter { column in
      table.head(ofColumn: column).map { units.ends($0, withAnyOf: ["决算数"]) } ?? false
    }
    return named.count == 1 ? named.first : nil
  }

  private static func hasHead(_ table: Table, _ column: Int, _ words: [Word], _ units: Units) -> Bool {
    table.columns[column].path.contains { units.contains(anyOf: words, in: table.cells[Int($0)].slice) }
  }

  private static func isSum(_ table: Table, _ column: Int, _ units: Units) -> Bool {
    table.head(ofColumn: column).map {
      units.ends(units.withoutTrailingBrackets($0), withAnyOf: ["合计", "小计", "总计"])
    } ?? false
  }

  private func key(_ slice: Slice) -> UInt64 { units.key(units.withoutTrailingBrackets(slice)) }

  // MARK: Rows

  /// The figure of a term in a table, if the table has exactly that row and column.
  func figure(_ term: FormulaTerm, _ index: Int) -> StatedFigure? {
    let table = draft.tables[index]
    for (number, (side, known)) in zip(table.sides, known[index]).enumerated() {
      guard let row = row(term.row, table, side, number, known.meanings),
        let column = column(term.column, table, side, known)
      else {
        continue
      }
      return figure(index, row, column)
    }
    return nil
  }

  func figure(_ index: Int, _ row: Int, _ column: Int) -> StatedFigure? {
    guard let cell = draft.tables[index].cell(row, column), cell.kind == .number,
      cell.amount.scaled.magnitude <= Self.largest
    else { return nil }
    return StatedFigure(
      table: index, row: row, column: column, cell: cell, unit: draft.tables[index].unit,
      value: cell.amount.scaled)
  }

  private func row(
    _ selector: RowSelector, _ table: Table, _ side: Side, _ number: Int, _ meanings: [ConceptID?]
  ) -> Int? {
    switch selector {
    case .label(let key):
      return side.rows.first { $0.key == key && $0.role != .uncertain }?.row
    case .concept(let concept):
      var first: Int?
      for (index, meaning) in meanings.enumerated() where meaning == concept {
        let row = side.rows[index].row
        if hasFigure(table, side, row) { return row }
        first = first ?? row
      }
      return first ?? sidedTotal(book.rows.name(concept), table, side, number)
    case .eachClass, .eachSubject:
      return nil
    }
  }

  private func hasFigure(_ table: Table, _ side: Side, _ row: Int) -> Bool {
    side.amountColumns.contains { table.cell(row, $0)?.kind == .number }
  }

  /// 收入总计 is called 总计 in the left half of many tables, 支出总计 in the right half.
  private func sidedTotal(_ name: String, _ table: Table, _ side: Side, _ number: Int) -> Int? {
    guard table.sides.count == 2 else { return nil }
    let wanted: Word
    switch name {
    case "收入总计": wanted = "总计"
    case "支出总计": wanted = "总计"
    default: return nil
    }
    guard (number == 0) == (name == "收入总计") else { return nil }
    return side.rows.last { $0.role == .total && units.equals($0.label, wanted) }?.row
  }

  // MARK: Lists

  /// The figures of all 类 of a table, by their code; added up from 项 where no row of the 类 stands.
  func classes(_ term: FormulaTerm, _ index: Int) -> [Int64: StatedFigure] {
    let table = draft.tables[index]
    var result: [Int64: StatedFigure] = [:]
    for (side, known) in zip(table.sides, known[index]) {
      guard let column = column(term.column, table, side, known) else { continue }
      if side.rows.contains(where: { $0.role == .uncertain }) { return [:] }
      if side.rows.contains(where: { $0.code != nil }) {
        collectCoded(table, side, column, index, &result)
      } else {
        for row in side.rows where row.role == .detail {
          guard let code = SubjectClasses.code(units, row.label), let figure = figure(index, row.row, column)
          else {
            continue
          }
          // A name that stands twice is not bound to either row.
          if result[code] != nil { return [:] }
          result[code] = figure
        }
      }
    }
    return result
  }

  private func collectCoded(
    _ table: Table, _ side: Side, _ column: Int, _ index: Int, _ result: inout [Int64: StatedFigure]
  ) {
    let rows = side.rows.filter { $0.role == .detail && $0.code != nil }
    let classes = rows.filter { $0.codeLength == 3 && SubjectClasses.isCode($0.code ?? 0) }
    // Only 款 or only 项: the shortest of each 类 are added up.
    let shortest = rows.map(\.codeLength).filter { $0 == 5 || $0 == 7 }.min()
    let parts = classes.isEmpty ? rows.filter { $0.codeLength == shortest } : classes
    let isRepeated = Set(parts.compactMap(\.code)).count < parts.count
    var last: SideRow?
    for row in parts {
      // A row right below itself was copied by mistake.
      let isCopy = last?.code == row.code && last.map { $0.row + 1 } == row.row
      last = row
      guard !isCopy, let code = row.code, let figure = figure(index, row.row, column) else { continue }
      let parent = row.codeLength == 3 ? code : row.codeLength == 5 ? code / 100 : code / 10_000
      if var known = result[parent] {
        known.value += figure.value
        known.terms += 1
        result[parent] = known
      } else {
        result[parent] = figure
      }
    }
    // Each unit of a department may list its own subjects; where they make more than the total, they stand there twice.
    guard isRepeated else { return }
    let sum = result.values.reduce(Int128(0)) { $0 + $1.value }
    let isWhole = side.rows.contains { row in
      guard row.role == .total, let total = figure(index, row.row, column)?.value else { return false }
      return (sum - total).magnitude * 5 <= total.magnitude
    }
    if !isWhole { result = [:] }
  }

  /// The figures of all subjects of a table by code and length; empty if a code stands twice.
  func subjects(_ term: FormulaTerm, _ index: Int) -> [Int64: StatedFigure] {
    let table = draft.tables[index]
    var result: [Int64: StatedFigure] = [:]
    for (side, known) in zip(table.sides, known[index]) {
      guard let column = column(term.column, table, side, known) else { continue }
      for row in side.rows where row.role == .detail && [3, 5, 7].contains(row.codeLength) {
        guard let code = row.code, let figure = figure(index, row.row, column) else { continue }
        guard result[code] == nil else { return [:] }
        result[code] = figure
      }
    }
    return result
  }
}
