/// Figures of this year alone (当年拨款) in a draft that carries money over: its tables may state them with the carry-over.
extension ClaimBinder {
  /// A column of a table that a section speaks of.
  private struct Ground: Hashable {
    var section: Int
    var table: Int
    var column: Int
  }

  /// A column of a table.
  private struct Column: Hashable {
    var table: Int
    var column: Int
  }

  /// The claims that differ from a cell though the same section agrees with other cells of its column.
  ///
  /// A cell that has money carried over in it states more, but by no more than the draft says was carried over; what
  /// states less, or is one slip of the pen apart, does not.
  func yearly(_ likely: [(claim: Int, cells: [CellPlace])]) -> [Binding] {
    guard !likely.isEmpty else { return [] }
    var grounds: Set<Ground> = []
    for binding in bindings where binding.outcome == .agrees {
      let section = claims.passages[claims.claims[binding.claim].passage].section
      for place in binding.cells {
        grounds.insert(Ground(section: section, table: place.table, column: place.column))
      }
    }
    let carried = carriedFigures()
    let most = carried.max()
    let gaps = gaps(likely)
    let yearColumns = yearColumns()
    return likely.compactMap { claim, cells in
      let it = claims.claims[claim]
      let section = claims.passages[it.passage].section
      guard let stated = yuan(it.amount, it.unit.money) else { return nil }
      let known = cells.compactMap { place -> (place: CellPlace, value: Int128)? in
        guard grounds.contains(Ground(section: section, table: place.table, column: place.column)),
          let (cell, unit) = cell(place), cell.kind == .number, let value = yuan(cell.amount, unit),
          !carried.contains((stated - value).magnitude)
        else { return nil }
        return (place, value)
      }
      var slips = known.filter { known in
        stated > known.value || Slip.isSlip(stated, known.value)
          || yearColumns.contains(Column(table: known.place.table, column: known.place.column))
      }.map(\.place)
      // No carry-over is as large as what the text states less than every cell; or other items have all of it.
      if slips.isEmpty, stated > 0, let most, most > 0, known.count == cells.count,
        known.allSatisfy({ known in
          known.value - stated > Int128(clamping: most)
            || gaps[Ground(section: section, table: known.place.table, column: known.place.column)]
              .map { $0 - (known.value - stated) == Int128(clamping: most) } ?? false
        })
      {
        slips = cells
      }
      return slips.isEmpty ? nil : Binding(claim: claim, outcome: .differs, cells: slips, other: nil)
    }
  }

  /// The columns whose total is one of this year alone: 当年拨款8356.79万元, and nothing carried over is in any of their cells.
  private func yearColumns() -> Set<Column> {
    var found: Set<Column> = []
    for binding in bindings
    where binding.outcome == .agrees && read[binding.claim]?.measure.isEmpty ?? false
      && period(claims.claims[binding.claim]) == .year
    {
      for place in binding.cells { found.insert(Column(table: place.table, column: place.column)) }
    }
    return found
  }

  /// How much less the text states than the cells of a column together, in billionths of a yuan.
  private func gaps(_ likely: [(claim: Int, cells: [CellPlace])]) -> [Ground: Int128] {
    var gaps: [Ground: Int128] = [:]
    for (claim, cells) in likely {
      let it = claims.claims[claim]
      guard let stated = yuan(it.amount, it.unit.money) else { continue }
      let section = claims.passages[it.passage].section
      for place in cells {
        guard let (cell, unit) = cell(place), cell.kind == .number, let value = yuan(cell.amount, unit) else {
          continue
        }
        gaps[Ground(section: section, table: place.table, column: place.column), default: 0] += value - stated
      }
    }
    return gaps
  }

  /// What the draft says was carried over, in billionths of a yuan.
  func carriedFigures() -> Set<UInt128> {
    var found: Set<UInt128> = []
    for claim in claims.claims where !claim.concept.isDisjoint(with: Self.carried) {
      if let value = yuan(claim.amount, claim.unit.money) { found.insert(value.magnitude) }
    }
    for measure in index.measures where !measure.measure.isDisjoint(with: Self.carried) {
      if let (cell, unit) = cell(measure.place), let value = yuan(cell.amount, unit) {
        found.insert(value.magnitude)
      }
    }
    return found
  }

  private func yuan(_ amount: Amount, _ unit: MoneyUnit?) -> Int128? {
    guard let unit, amount.isCalculable else { return nil }
    return amount.scaled * unit.yuan
  }
}
