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

/// The figures of the subjects of a table, in the order of their codes.
struct SubjectFigures {
  private(set) var all: [(code: Int64, figure: StatedFigure)] = []

  mutating func reserve(_ count: Int) { all.reserveCapacity(all.count + count) }

  /// The figure of a subject.
  ///
  /// - Complexity: O(log n).
  subscript(code: Int64) -> StatedFigure? {
    let place = place(of: code)
    return place < all.count && all[place].code == code ? all[place].figure : nil
  }

  /// Takes a figure in; `false` if the code has one already.
  ///
  /// Codes that ascend cost nothing to find a place for.
  mutating func insert(_ figure: StatedFigure, at code: Int64) -> Bool {
    let place = place(of: code)
    if place < all.count, all[place].code == code { return false }
    all.insert((code, figure), at: place)
    return true
  }

  /// Adds a figure to what the subject has.
  mutating func add(_ figure: StatedFigure, to code: Int64) {
    guard !insert(figure, at: code) else { return }
    let place = place(of: code)
    all[place].figure.value += figure.value
    all[place].figure.terms += 1
  }

  /// The place of the first code that is not less.
  private func place(of code: Int64) -> Int {
    guard let last = all.last, last.code >= code else { return all.count }
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What a side of a table is for the formulas.
struct FormulaSide: Sendable {
  /// What the rows mean.
  var meanings: [ConceptID?]
  /// The column that holds the amounts the table is about.
  var mainColumn: Int?
}

/// Finds the cells that formulas speak of; for one thread.
final class CellFinder {
  let draft: Draft
  let units: Units
  let book: RuleBook
  /// What the sides of each table that takes part are, looked up once for all formulas.
  private let known: [[FormulaSide]]
  /// The lists of subjects that were asked for.
  private var lists: [KnownList] = []
  /// The largest figure that is compared: sums of ten thousand, in yuan for 亿元, stay inside 128 bits.
  private static let largest = (1_000_000_000_000_000 * Scale.one).magnitude

  private struct KnownList {
    var index: Int
    var row: RowSelector
    var column: ColumnSelector?
    var figures: SubjectFigures
  }

  /// Prepares to look into tables of a draft, given by their indices.
  init(_ inspection: inout Inspection, tables: some Sequence<Int>) {
    let (draft, units, book) = (inspection.draft, inspection.units, inspection.book)
    var known = [[FormulaSide]](repeating: [], count: draft.tables.count)
    for index in tables {
      known[index] = inspection.formulaSides(ofTable: index) {
        draft.tables[index].sides.map { side in
          FormulaSide(
            meanings: side.rows.map {
              $0.role == .uncertain || $0.label.isEmpty ? nil : book.rows.concept($0.key)
            }, mainColumn: Self.mainColumn(draft.tables[index], side, units))
        }
      }
    }
    self.known = known
    self.draft = draft
    self.units = units
    self.book = book
  }

  // MARK: Columns

  /// The column of a side that a selector means, as a column of the table.
  private func column(_ selector: ColumnSelector?, _ table: Table, _ side: Side, _ known: FormulaSide) -> Int?
  {
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
    guard let column = mainColumn(amounts, table, units) else { return nil }
    // 2022年决算数 | 2023年决算数 | …: the former of two years is what the table compares with.
    let years = amounts.map { year($0, table, units) }
    guard let last = years.max(), let own = amounts.firstIndex(of: column), years[own] > 0, years[own] < last
    else {
      return column
    }
    return mainColumn(zip(amounts, years).filter { $0.1 == last }.map(\.0), table, units)
  }

  /// The year that the heads of a column name, or 0.
  private static func year(_ column: Int, _ table: Table, _ units: Units) -> Int {
    table.columns[column].path.map { TableBinding.year(units, table.cells[Int($0)].slice) }.max() ?? 0
  }

  private static func mainColumn(_ amounts: [Int], _ table: Table, _ units: Units) -> Int? {
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
    return named.only
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
    for number in known[index].indices where draft.tables[index].sides.indices.contains(number) {
      guard let (row, column) = place(term, index, number) else { continue }
      return figure(index, row, column)
    }
    return nil
  }

  private func place(_ term: FormulaTerm, _ index: Int, _ number: Int) -> (row: Int, column: Int)? {
    let side = known[index][number]
    // Most formulas speak of rows that one side does not have.
    if case .concept(let concept) = term.row, !side.meanings.contains(concept),
      draft.tables[index].sides.count != 2
    {
      return nil
    }
    let table = draft.tables[index]
    guard let row = row(term.row, table, table.sides[number], number, side.meanings),
      let column = column(term.column, table, table.sides[number], side)
    else { return nil }
    return (row, column)
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

  /// The figures of all subjects of a table or of all its 类, by code; looked up once.
  func list(_ term: FormulaTerm, _ index: Int) -> SubjectFigures {
    if let known = lists.first(where: { $0.index == index && $0.row == term.row && $0.column == term.column })
    {
      return known.figures
    }
    let figures = term.row == .eachClass ? classes(term.column, index) : subjects(term.column, index)
    lists.append(KnownList(index: index, row: term.row, column: term.column, figures: figures))
    return figures
  }

  /// The figures of all 类 of a table; added up from 项 where no row of the 类 stands.
  private func classes(_ selector: ColumnSelector?, _ index: Int) -> SubjectFigures {
    let table = draft.tables[index]
    var result = SubjectFigures()
    for (side, known) in zip(table.sides, known[index]) {
      guard let column = column(selector, table, side, known) else { continue }
      if side.rows.contains(where: { $0.role == .uncertain }) { return SubjectFigures() }
      if side.rows.contains(where: { $0.code != nil }) {
        collectCoded(side, column, index, &result)
      } else {
        for row in side.rows where row.role == .detail {
          guard let code = SubjectClasses.code(units, row.label), let figure = figure(index, row.row, column)
          else {
            continue
          }
          // A name that stands twice is not bound to either row.
          guard result.insert(figure, at: code) else { return SubjectFigures() }
        }
      }
    }
    return result
  }

  private func collectCoded(_ side: Side, _ column: Int, _ index: Int, _ result: inout SubjectFigures) {
    let parts = Self.parts(of: side)
    let codes = parts.compactMap { side.rows[$0].code }.sorted()
    let isRepeated = zip(codes, codes.dropFirst()).contains(where: ==)
    var last: (code: Int64?, row: Int)?
    for part in parts {
      let row = side.rows[part]
      // A row right below itself was copied by mistake.
      let isCopy = last.map { $0.code == row.code && $0.row + 1 == row.row } ?? false
      last = (row.code, row.row)
      guard !isCopy, let code = row.code, let figure = figure(index, row.row, column) else { continue }
      result.add(figure, to: row.codeLength == 3 ? code : row.codeLength == 5 ? code / 100 : code / 10_000)
    }
    // Each unit of a department may list its own subjects; where they make more than the total, they stand there twice.
    guard isRepeated else { return }
    let sum = result.all.reduce(Int128(0)) { $0 + $1.figure.value }
    let isWhole = side.rows.contains { row in
      guard row.role == .total, let total = figure(index, row.row, column)?.value else { return false }
      return (sum - total).magnitude * 5 <= total.magnitude
    }
    if !isWhole { result = SubjectFigures() }
  }

  /// The rows of the 类; where none stands, those of the shortest codes, only 款 or only 项, which are added up.
  private static func parts(of side: Side) -> [Int] {
    var (classes, shortest) = ([Int](), Int.max)
    for (index, row) in side.rows.enumerated() where row.role == .detail {
      guard let code = row.code else { continue }
      if row.codeLength == 3, SubjectClasses.isCode(code) { classes.append(index) }
      if row.codeLength == 5 || row.codeLength == 7 { shortest = min(shortest, row.codeLength) }
    }
    guard classes.isEmpty else { return classes }
    return side.rows.indices.filter { index in
      let row = side.rows[index]
      return row.role == .detail && row.code != nil && row.codeLength == shortest
    }
  }

  /// The figures of all subjects of a table, of any length; empty if a code stands twice.
  private func subjects(_ selector: ColumnSelector?, _ index: Int) -> SubjectFigures {
    let table = draft.tables[index]
    var result = SubjectFigures()
    for (side, known) in zip(table.sides, known[index]) {
      guard let column = column(selector, table, side, known) else { continue }
      result.reserve(side.rows.count)
      for row in side.rows
      where row.role == .detail && (row.codeLength == 3 || row.codeLength == 5 || row.codeLength == 7) {
        guard let code = row.code, let figure = figure(index, row.row, column) else { continue }
        guard result.insert(figure, at: code) else { return SubjectFigures() }
      }
    }
    return result
  }
}

extension Inspection {
  /// What the sides of a table are for the formulas: from memory, or by reading them.
  mutating func formulaSides(ofTable index: Int, _ read: () -> [FormulaSide]) -> [FormulaSide] {
    memory?.sides(at: draft.paragraphs.count + index, read) ?? read()
  }
}
