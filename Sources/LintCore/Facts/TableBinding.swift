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
  /// The tables whose titles mean something, in the order of the text.
  ///
  /// - Complexity: O(n) in the length of the titles.
  static func bind(_ draft: Draft, _ units: Units, _ book: RuleBook) -> [BoundTable] {
    var result: [BoundTable] = []
    for (index, table) in draft.tables.enumerated() where table.layout == .grid {
      guard let concept = concept(table, draft, units, book) else { continue }
      result.append(
        BoundTable(
          index: index, concept: concept, entity: table.entity.map { units.key($0) } ?? 0,
          year: table.caption.map { year(units, $0) } ?? 0))
    }
    return result
  }

  private static func concept(_ table: Table, _ draft: Draft, _ units: Units, _ book: RuleBook) -> TableID? {
    if let caption = table.caption, let found = book.catalogue.table(titled: caption, of: units) {
      return found
    }
    // The numbered heading of the section often has the usual name where the title has a local one.
    var section: Int? = table.section
    for _ in 0..<2 {
      guard let index = section, index < draft.sections.count else { return nil }
      if let heading = draft.sections[index].heading,
        let found = book.catalogue.table(titled: draft.headings[heading].title, of: units)
      {
        return found
      }
      section = draft.sections[index].parent
    }
    return nil
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
