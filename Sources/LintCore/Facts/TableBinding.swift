/// A table with what it is about: which table of the regulations, of which unit, for which year.
package struct BoundTable: Sendable {
  /// The index in ``Draft/tables``.
  package var index: Int
  package var concept: TableID
  /// The key of the unit it names, or 0.
  package var entity: UInt64
  /// The year in its title, or 0.
  package var year: Int
}

/// Says which table of the regulations each table of a draft is, from its title or the heading above it.
package enum TableBinding {
  /// The tables whose titles mean something, in the order of the text; `concepts` says what each table is.
  ///
  /// - Complexity: O(n) in the length of the titles.
  static func bind(_ draft: Draft, _ units: Units, _ concepts: [TableID?]) -> [BoundTable] {
    var result: [BoundTable] = []
    for (index, table) in draft.tables.enumerated() where table.layout == .grid {
      guard let concept = concepts[index] else { continue }
      result.append(
        BoundTable(
          index: index, concept: concept, entity: table.entity.map { units.key($0) } ?? 0,
          year: table.caption.map { year(units, $0) } ?? 0))
    }
    return result
  }

  /// The first year (2000 to 2099) in a title, or 0.
  static func year(_ units: Units, _ slice: Slice) -> Int {
    var i = slice.lower
    while i + 4 <= slice.upper {
      if units[i] == 0x32, units[i + 1] == 0x30, Unit.isDigit(units[i + 2]), Unit.isDigit(units[i + 3]) {
        return 2000 + Int(units[i + 2] - 0x30) * 10 + Int(units[i + 3] - 0x30)
      }
      i += 1
    }
    return 0
  }
}
