/// What an edit changed of the rows that claims are bound to.
///
/// A row is the same if it has the name, the code and the figures it had, and its table the columns and decimals.
struct ChangedRows: Sendable {
  /// The keys of the names and codes of these rows, before and now.
  private var keys: Set<UInt64> = []
  /// A bit for each key, so that most keys are told apart without looking them up.
  private var bits: UInt64 = 0
  /// What their figures state, before and now.
  private(set) var measures: [FigureConcept] = []
  /// The figures of the items among them, before and now, in billionths of a yuan.
  private var figures: [Int128] = []
  /// The figures that they have now, in billionths of a yuan.
  private(set) var ownFigures: [Int128] = []
  /// The figures that they had or have.
  private var anyFigures: [Int128] = []
  /// A whole one of the largest unit that they are in, in billionths of a yuan.
  private(set) var coarsest: Int128 = 0
  /// They have the names and codes that they had, in tables of the same shape, and state the same measures.
  private(set) var haveSameNames = true
  /// The tables that were read anew.
  private(set) var tables: [Int] = []

  /// Begins with no row.
  init() {}

  var isEmpty: Bool { keys.isEmpty && measures.isEmpty }

  func has(_ key: UInt64) -> Bool { bits & Self.bit(key) != 0 && keys.contains(key) }

  /// Tells whether a figure within a range stands or stood in one of the rows.
  func hasFigure(in range: ClosedRange<Int128>) -> Bool { figures.contains(where: range.contains) }

  /// Tells whether a figure within a range stands or stood in any cell of one of the rows; blanks are zeros.
  func hasAnyFigure(in range: ClosedRange<Int128>) -> Bool {
    range.contains(0) || anyFigures.contains(where: range.contains)
  }

  private static func bit(_ key: UInt64) -> UInt64 { 1 << (key & 63) }

  private mutating func add(_ key: UInt64) {
    keys.insert(key)
    bits |= Self.bit(key)
  }

  private mutating func add(_ measure: FigureConcept) {
    if !measures.contains(measure) { measures.append(measure) }
  }

  /// Compares the rows of the tables that were read anew; `nil` if the tables are others than before.
  init?(_ before: FigureIndex, of former: Draft, _ now: FigureIndex, of draft: Draft, _ units: Units) {
    guard former.tables.count == draft.tables.count, before.isComplete, now.isComplete,
      before.sides.isEmpty == now.sides.isEmpty, (before.codeCount > 2) == (now.codeCount > 2)
    else { return nil }
    for index in draft.tables.indices {
      let (old, own) = (before.extent(ofTable: index), now.extent(ofTable: index))
      guard (old == nil) == (own == nil) else { return nil }
      if draft.tables[index].former == index, Self.isSameCaption(index, former, draft, units) {
        guard old?.sides.count == own?.sides.count, old?.rows.count == own?.rows.count,
          old?.measures.count == own?.measures.count, former.tables[index].unit == draft.tables[index].unit
        else { return nil }
        continue
      }
      tables.append(index)
      guard let old, let own else { continue }
      former.text.units.withUnsafeBufferPointer { formerUnits in
        let old = TableRows(index: before, extent: old, table: former.tables[index], units: formerUnits)
        compare(old, TableRows(index: now, extent: own, table: draft.tables[index], units: units))
      }
    }
  }

  private static func isSameCaption(_ index: Int, _ former: Draft, _ draft: Draft, _ units: Units) -> Bool {
    guard let before = former.tables[index].caption, let now = draft.tables[index].caption else {
      return former.tables[index].caption == nil && draft.tables[index].caption == nil
    }
    return former.text.units[before.indices].elementsEqual(units[now.indices])
  }

  private mutating func compare(_ old: TableRows, _ now: TableRows) {
    let isShaped = old.hasShape(of: now)
    for at in 0..<Swift.max(old.rows.count, now.rows.count) {
      if isShaped, old.isRow(at, sameAs: now) { continue }
      if isShaped {
        haveSameNames = haveSameNames && old.isName(at, sameAs: now)
        let figures = now.table.figures(ofRow: now.rows[at].row)
        ownFigures += figures
        anyFigures += figures + old.table.figures(ofRow: old.rows[at].row)
        coarsest = Swift.max(coarsest, Scale.one * (now.table.unit?.yuan ?? 0))
      }
      for table in [old, now] where at < table.rows.count { add(table, table.rows[at]) }
    }
    guard isShaped else {
      haveSameNames = false
      for cell in old.measures + now.measures { add(cell.measure) }
      return
    }
    for (cell, other) in zip(old.measures, now.measures) where cell != other {
      haveSameNames = false
      add(cell.measure)
      add(other.measure)
    }
  }

  private mutating func add(_ table: TableRows, _ row: FigureIndex.Row) {
    if !row.label.isEmpty { add(table.units.key(row.label)) }
    if row.code != 0 { add(AskedFigures.key(ofCode: row.code)) }
    for cell in table.measures where cell.place.row == row.row { add(cell.measure) }
    guard row.codeLength == FigureIndex.itemLength else { return }
    figures += table.table.figures(ofRow: row.row)
  }
}

/// The rows that an index holds of one table.
private struct TableRows {
  let rows: ArraySlice<FigureIndex.Row>
  let sides: ArraySlice<FigureIndex.IndexedSide>
  let measures: ArraySlice<FigureIndex.MeasureCell>
  let table: Table
  let units: Units

  init(index: FigureIndex, extent: FigureIndex.Extent, table: Table, units: Units) {
    rows = ArraySlice(Array(index.rows[extent.rows]))
    sides = index.sides[extent.sides]
    measures = ArraySlice(Array(index.measures[extent.measures]))
    self.table = table
    self.units = units
  }

  /// The words of the title.
  private var caption: [UInt16]? { table.caption.map { Array(units[$0.indices]) } }

  /// Tells whether two tables have one title and as many rows in the same columns, and show as many decimals.
  func hasShape(of other: TableRows) -> Bool {
    rows.count == other.rows.count && measures.count == other.measures.count && caption == other.caption
      && sides.elementsEqual(other.sides) && table.unit == other.table.unit
      && table.shownDecimals == other.table.shownDecimals
      && zip(rows, other.rows).allSatisfy { $0.row == $1.row && $0.side == $1.side }
  }

  /// Tells whether a row has the name and the code of that of the other table.
  func isName(_ at: Int, sameAs other: TableRows) -> Bool {
    let (row, now) = (rows[at], other.rows[at])
    return row.code == now.code && row.codeLength == now.codeLength
      && units[row.label.indices].elementsEqual(other.units[now.label.indices])
  }

  /// Tells whether a row has the name, the code and the cells of that of the other table.
  func isRow(_ at: Int, sameAs other: TableRows) -> Bool {
    let (row, now) = (rows[at], other.rows[at])
    guard isName(at, sameAs: other),
      table.width(ofRow: row.row) == other.table.width(ofRow: now.row)
    else { return false }
    return (0..<table.width(ofRow: row.row)).allSatisfy { column in
      guard let cell = table.cell(row.row, column), let own = other.table.cell(now.row, column) else {
        return false
      }
      return cell.kind == own.kind && cell.amount == own.amount
    }
  }
}

extension Table {
  /// The figures of a row, in billionths of a yuan.
  func figures(ofRow row: Int) -> [Int128] {
    guard let yuan = unit?.yuan else { return [] }
    return (0..<width(ofRow: row)).compactMap { column in
      guard let cell = cell(row, column), cell.kind == .number, cell.amount.isCalculable else { return nil }
      return cell.amount.scaled * yuan
    }
  }
}
