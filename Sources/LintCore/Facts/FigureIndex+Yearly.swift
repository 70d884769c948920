/// Figures of this year alone (当年拨款) in a draft that carries money over: its tables may state them with the carry-over.
extension ClaimBinder {
  /// A column of a table that a section speaks of.
  private struct Ground: Hashable {
    var section: Int
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
      var slips = known.filter { stated > $0.value || Slip.isSlip(stated, $0.value) }.map(\.place)
      // No carry-over is as large as what the text states less than every cell.
      if slips.isEmpty, stated > 0, let most, most > 0, known.count == cells.count,
        known.allSatisfy({ $0.value - stated > Int128(clamping: most) })
      {
        slips = cells
      }
      return slips.isEmpty ? nil : Binding(claim: claim, outcome: .differs, cells: slips, other: nil)
    }
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
