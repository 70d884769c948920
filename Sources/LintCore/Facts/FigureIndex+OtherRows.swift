/// Figures that stand in the rows of other names.
extension ClaimBinder {
  /// The one name of a coded item (项, 款) in the tables under which the figure of a claim stands.
  func otherRow(with it: Claim, than rows: [Int32], isAlike: Bool = false) -> CellPlace? {
    guard !it.amount.isZero else { return nil }
    guard searches < Self.mostSearches else {
      current.search = .cutOff
      return nil
    }
    searches += 1
    current.search = .done
    let excluded = Set(rows.map { index.rows[Int($0)].code })
    var found: (code: Int64, place: CellPlace)?
    guard let stated = StatedMoney(it) else { return nil }
    // …行政事业单位医疗(款)行政单位医疗(项): what the item stands under may have other names in it.
    let own = Self.name(it, units).flatMap { $0.isPath ? $0.slice : nil } ?? it.label
    for row in itemRows(holding: stated.reach) where !excluded.contains(row.code) {
      // 博物馆人员经费 is what the item 博物馆 pays for.
      // 养老保险 is 机关事业单位基本养老保险缴费支出 for short.
      guard !Wording.contains(own, row.label, units), !isShort(it.label, for: row.label) else {
        continue
      }
      for place in columns(row, it) {
        guard let (cell, unit) = cell(place), cell.kind == .number, stated.agrees(with: cell, unit)
        else { continue }
        if let found, found.code != row.code { return nil }
        if found == nil {
          // What a sum went to may have a name of its own.
          guard !isAlike || self.isAlike(it.label, row.label) else { return nil }
          found = (row.code, place)
        }
        break
      }
    }
    return found?.place
  }

  /// The rows of items with a figure within a range, in the order of the text.
  private func itemRows(holding range: ClosedRange<Int128>) -> [FigureIndex.Row] {
    var last = -1
    return itemFigures.compactMap { figure in
      guard figure.row != last, range.contains(figure.value) else { return nil }
      last = figure.row
      return index.rows[figure.row]
    }
  }

  /// The figures of the rows of items, in the order of the text.
  func readItemFigures() -> [(value: Int128, row: Int)] {
    var figures: [(value: Int128, row: Int)] = []
    for (at, row) in index.rows.enumerated() where row.codeLength == FigureIndex.itemLength {
      let table = draft.tables[row.table]
      guard let yuan = table.unit?.yuan else { continue }
      for column in 0..<table.width(ofRow: row.row) {
        guard let cell = table.cell(row.row, column), cell.kind == .number, cell.amount.isCalculable else {
          continue
        }
        figures.append((cell.amount.scaled * yuan, at))
      }
    }
    return figures
  }

  func place(of row: Int) -> CellPlace? {
    let it = index.rows[row]
    return index.columns(of: it).first.map { CellPlace(table: it.table, row: it.row, column: $0.column) }
  }
}
