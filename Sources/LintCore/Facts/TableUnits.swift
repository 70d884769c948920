/// Tables whose stated unit is a slip: 单位：元 over the very figures that other tables or the text state in 万元.
///
/// One wrong word above a table would set every figure in it ten thousand times apart from its copies. It is named
/// once, where it stands, and the table is read in the unit that its figures are in.
struct TableUnits {
  /// A table with a wrong unit.
  struct Slip {
    var table: Int
    /// The unit that stands above the table; `nil` if none does.
    var stated: MoneyUnit?
    var meant: MoneyUnit
    /// A figure of the table, and the same one in another table or in the text; `nil` if only the other tables of
    /// the draft tell.
    var figure: Slice?
    var twin: Slice?
    /// The table that the same figure stands in.
    var twinTable: Int?
  }

  /// The most figures of a table that are compared.
  private static let mostFigures = 4_000

  /// Reads each table of a draft in the unit that its figures are in, and says where that is not the stated one.
  static func mend(_ draft: inout Draft) -> [Slip] {
    let slips = slips(draft)
    for slip in slips { draft.setUnit(slip.meant, ofTable: slip.table) }
    return slips
  }

  /// Finds the slips of a draft.
  ///
  /// - Complexity: O(n) in the number of cells, and none where all tables have one unit.
  static func slips(_ draft: Draft) -> [Slip] {
    var counts: [MoneyUnit: Int] = [:]
    for table in draft.tables { if let unit = table.unit { counts[unit, default: 0] += 1 } }
    guard let usual = counts.max(by: { ($0.value, $0.key.yuan) < ($1.value, $1.key.yuan) })?.key else {
      return []
    }
    let slips = counts.count >= 2 ? odd(draft, usual) : []
    return slips + outsized(draft, usual, except: slips) + unstated(draft, usual)
  }

  /// The tables above which no unit stands, with the digits of those in 元: without one a table is read in 万元.
  private static func unstated(_ draft: Draft, _ usual: MoneyUnit) -> [Slip] {
    let missing = draft.tables.indices.filter {
      draft.tables[$0].unit == nil && draft.tables[$0].layout == .grid
    }
    guard usual == .yuan, !missing.isEmpty else { return [] }
    let known = known(draft, usual)
    return missing.compactMap { index in
      let own = figures(index, draft.tables[index])
      let twins = own.filter { known[$0.scaled] != nil }
      guard Set(twins.map(\.scaled)).count >= 3, twins.count * 2 >= own.count,
        !own.contains(where: {
          converted($0.scaled, .tenThousandYuan, usual).map { known[$0] != nil } ?? false
        }),
        let first = twins.first, let twin = known[first.scaled]
      else { return nil }
      return Slip(
        table: index, stated: nil, meant: usual, figure: first.slice,
        twin: draft.tables[twin.table].cell(twin.row, twin.column)?.slice, twinTable: twin.table)
    }
  }

  /// Where each figure of the tables in a unit stands first.
  private static func known(_ draft: Draft, _ unit: MoneyUnit) -> [Int128: CellPlace] {
    var known: [Int128: CellPlace] = [:]
    for (index, table) in draft.tables.enumerated() where table.unit == unit {
      for (place, scaled, _) in figures(index, table) { known[scaled] = known[scaled] ?? place }
    }
    return known
  }

  /// The tables in another unit than most, with the digits of those.
  private static func odd(_ draft: Draft, _ usual: MoneyUnit) -> [Slip] {
    let known = known(draft, usual)
    return draft.tables.indices.compactMap { index in
      let table = draft.tables[index]
      guard let stated = table.unit, stated != usual, table.unitSlice != nil else { return nil }
      let own = figures(index, table)
      let twins = own.filter { known[$0.scaled] != nil }
      let shared = Set(twins.map(\.scaled)).count
      guard shared >= 3 || (shared == 2 && twins.count * 5 >= own.count * 4),
        !own.contains(where: { converted($0.scaled, stated, usual).map { known[$0] != nil } ?? false }),
        let first = twins.first, let twin = known[first.scaled]
      else { return nil }
      return Slip(
        table: index, stated: stated, meant: usual, figure: first.slice,
        twin: draft.tables[twin.table].cell(twin.row, twin.column)?.slice, twinTable: twin.table)
    }
  }

  /// The figures of a table that are long enough to be told from others by their digits.
  static func figures(_ index: Int, _ table: Table) -> [(
    place: CellPlace, scaled: Int128, slice: Slice
  )] {
    var found: [(place: CellPlace, scaled: Int128, slice: Slice)] = []
    for side in table.sides {
      for row in side.rows {
        for column in side.amountColumns {
          guard found.count < mostFigures, let cell = table.cell(row.row, column), cell.kind == .number,
            isLong(cell.amount)
          else { continue }
          found.append(
            (CellPlace(table: index, row: row.row, column: column), cell.amount.scaled, cell.slice))
        }
      }
    }
    return found
  }

  static func isLong(_ amount: Amount) -> Bool {
    var digits = amount.digits.magnitude
    while digits != 0, digits % 10 == 0 { digits /= 10 }
    return digits >= 1_000 && digits < 1_000_000_000_000_000
  }

  private static func converted(_ scaled: Int128, _ from: MoneyUnit, _ to: MoneyUnit) -> Int128? {
    let (product, overflow) = scaled.multipliedReportingOverflow(by: from.yuan)
    return overflow || product % to.yuan != 0 ? nil : product / to.yuan
  }
}
