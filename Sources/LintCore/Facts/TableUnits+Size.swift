/// Tables whose figures have another size than their unit allows: 三公 of 9.20元, a total of 358429100万元.
///
/// The size only raises the question. The table is read in another unit if at least three of its figures are stated
/// so elsewhere, in other tables or in the text, and none as the table states it.
extension TableUnits {
  /// So many figures have to be stated in the other unit.
  private static let leastTwins = 3
  /// How many figures of a table tell its size.
  private static let probes = 12
  /// A total of a draft is larger in 元, and smaller in 万元.
  private static let leastYuan = 1_000_000 * Scale.one
  private static let mostTenThousands = 10_000_000 * Scale.one
  /// No table of a draft has less in all than this in 元.
  private static let leastTable = 1_000 * Scale.one

  private struct Suspect {
    var table: Int
    var stated: MoneyUnit
    var meant: MoneyUnit
  }

  static func outsized(_ draft: Draft, _ usual: MoneyUnit, except known: [Slip]) -> [Slip] {
    let suspects = suspects(draft, usual).filter { suspect in !known.contains { $0.table == suspect.table } }
    guard !suspects.isEmpty else { return [] }
    let places = StatedPlaces(draft, except: Set(suspects.map(\.table)))
    var slips = suspects.compactMap { slip($0, draft, places) }
    // Where all tables have one size, those with too few figures go with the others.
    if slips.count >= 2, slips.count * 2 >= suspects.count {
      slips += suspects.filter { suspect in !slips.contains { $0.table == suspect.table } }.map {
        Slip(table: $0.table, stated: $0.stated, meant: $0.meant)
      }
    }
    return slips
  }

  /// The largest of the first figures of a table, and of its last row.
  static func size(_ table: Table) -> Int128 {
    var (largest, count) = (Int128(0), 0)
    for side in table.sides {
      count = 0
      for row in side.rows {
        for column in side.amountColumns where table.columns[column].kind == .amount {
          guard let cell = table.cell(row.row, column), cell.kind == .number else { continue }
          largest = Swift.max(largest, cell.amount.scaled)
          count += 1
        }
        if count >= probes { break }
      }
    }
    return largest
  }

  private static func suspects(_ draft: Draft, _ usual: MoneyUnit) -> [Suspect] {
    guard usual == .yuan || usual == .tenThousandYuan else { return [] }
    let sizes = draft.tables.indices.map { draft.tables[$0].unitSlice == nil ? 0 : draft.tables[$0].size }
    let own = draft.tables.indices.filter { draft.tables[$0].unit == usual && sizes[$0] > 0 }
    guard let largest = own.map({ sizes[$0] }).max() else { return [] }
    if usual == .yuan ? largest < leastYuan : largest >= mostTenThousands && own.count > 1 {
      let meant: MoneyUnit = usual == .yuan ? .tenThousandYuan : .yuan
      let all = own.filter { usual == .yuan || sizes[$0] >= mostTenThousands / 100 }
      return all.map { Suspect(table: $0, stated: usual, meant: meant) }
    }
    return draft.tables.indices.compactMap { index in
      guard sizes[index] > 0, let stated = draft.tables[index].unit else { return nil }
      if stated == .yuan, usual == .tenThousandYuan, sizes[index] < leastTable {
        return Suspect(table: index, stated: stated, meant: usual)
      }
      // Twice as much as any other table has.
      guard stated == usual, usual == .tenThousandYuan, own.count > 1, sizes[index] == largest,
        own.allSatisfy({ $0 == index || sizes[$0] * 2 < largest })
      else { return nil }
      return Suspect(table: index, stated: stated, meant: .yuan)
    }
  }

  private static func slip(_ suspect: Suspect, _ draft: Draft, _ places: StatedPlaces) -> Slip? {
    let all = figures(draft.tables[suspect.table])
    let long = all.filter { isLong($0.amount) }
    let figures = long.count >= leastTwins ? long : all
    let twins = figures.filter { places.find($0.amount, suspect.meant) != nil }
    guard Set(twins.map(\.amount.scaled)).count >= leastTwins,
      !figures.contains(where: { isLong($0.amount) && places.find($0.amount, suspect.stated) != nil }),
      let first = twins.first, let twin = places.find(first.amount, suspect.meant)
    else { return nil }
    return Slip(
      table: suspect.table, stated: suspect.stated, meant: suspect.meant, figure: first.slice,
      twin: twin.slice, twinTable: twin.table)
  }

  private static func figures(_ table: Table) -> [(amount: Amount, slice: Slice)] {
    table.sides.flatMap { side in
      side.rows.flatMap { row in
        side.amountColumns.compactMap { column in
          guard table.columns[column].kind == .amount, let cell = table.cell(row.row, column),
            cell.kind == .number, cell.amount.isCalculable, cell.amount.scaled > 0
          else { return nil }
          return (cell.amount, cell.slice)
        }
      }
    }
  }
}

/// The amounts of money that a draft states in its text and in tables whose unit is not in doubt.
private struct StatedPlaces {
  private var exact: [Int128: (slice: Slice, table: Int?)] = [:]
  /// The same to a hundredth of 万元.
  private var rounded: [Int128: (slice: Slice, table: Int?)] = [:]

  init(_ draft: Draft, except doubtful: Set<Int>) {
    draft.text.units.withUnsafeBufferPointer { units in
      for paragraph in draft.paragraphs { read(paragraph.slice, units) }
    }
    for (index, table) in draft.tables.enumerated() where !doubtful.contains(index) {
      guard let unit = table.unit else { continue }
      for figure in TableUnits.figures(index, table) {
        guard let cell = table.cell(figure.place.row, figure.place.column) else { continue }
        note(cell.amount, unit, cell.slice, index)
      }
    }
  }

  private mutating func read(_ slice: Slice, _ units: Units) {
    var position = slice.lower
    while position < slice.upper {
      guard Unit.isDigit(units[position]) else {
        position += 1
        continue
      }
      guard let figure = NumberScanner.scan(units, position, slice.upper) else {
        while position < slice.upper, Unit.isDigit(units[position]) { position += 1 }
        continue
      }
      if units.has("万元", at: figure.end, before: slice.upper) {
        note(figure.amount, .tenThousandYuan, Slice(position, figure.end), nil)
      } else if units.has("元", at: figure.end, before: slice.upper) {
        note(figure.amount, .yuan, Slice(position, figure.end), nil)
      }
      position = Swift.max(figure.end, position + 1)
    }
  }

  private mutating func note(_ amount: Amount, _ unit: MoneyUnit, _ slice: Slice, _ table: Int?) {
    guard amount.isCalculable, !amount.isZero else { return }
    let value = amount.scaled * unit.yuan
    if exact[value] == nil { exact[value] = (slice, table) }
    if unit == .tenThousandYuan, rounded[Self.hundreds(value)] == nil {
      rounded[Self.hundreds(value)] = (slice, table)
    }
  }

  /// Where an amount is stated that the figure can be in a unit.
  func find(_ amount: Amount, _ unit: MoneyUnit) -> (slice: Slice, table: Int?)? {
    let value = amount.scaled * unit.yuan
    if let found = exact[value] { return found }
    return unit == .yuan && value >= 10_000 * Scale.one ? rounded[Self.hundreds(value)] : nil
  }

  private static func hundreds(_ value: Int128) -> Int128 { (value + 50 * Scale.one) / (100 * Scale.one) }
}
