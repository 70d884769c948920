import LintCore

/// Finds the places of a draft that belong to the one at the cursor.
struct Navigator {
  let draft: Draft
  let facts: DraftFacts

  /// A place to go to, and what it was found from.
  struct Target {
    let origin: ByteRange
    let places: [ByteRange]
  }

  // MARK: - Definition

  /// Where the thing at an offset is defined.
  func definition(at offset: Int) -> Target? {
    entry(at: offset) ?? figure(at: offset) ?? tableMention(at: offset)
  }

  /// The claim whose figure stands at an offset, as an index.
  func claim(at offset: Int) -> Int? {
    facts.claims.claims.firstIndex { claim in
      let range = draft.range(claim.figure)
      return range.lower <= offset && offset <= range.upper
    }
  }

  /// The cells that state what a figure of the text states; a share or change leads where its amount does.
  private func figure(at offset: Int) -> Target? {
    guard let index = claim(at: offset) else { return nil }
    let claim = facts.claims.claims[index]
    var cells = facts.figures.cells(of: index)
    if cells.isEmpty, claim.subject >= 0 { cells = facts.figures.cells(of: claim.subject) }
    return Target(origin: draft.range(claim.figure), places: cells.compactMap(range))
  }

  /// The bytes of a cell.
  func range(_ place: CellPlace) -> ByteRange? {
    guard let cell = draft.tables[safe: place.table]?.cell(place.row, place.column) else { return nil }
    return draft.range(cell.slice)
  }

  /// The heading that an entry of the table of contents names.
  private func entry(at offset: Int) -> Target? {
    let line = draft.source.line(at: offset)
    guard let contents = draft.contents, contents.lines.contains(line),
      let entry = contents.entries.first(where: { $0.line == line })
    else { return nil }
    let title = draft.string(entry.title)
    guard !title.isEmpty else { return nil }
    let headings = draft.headings.filter { !contents.lines.contains($0.line) }
    let same = headings.first { draft.string($0.title) == title && $0.ordinal?.value == entry.ordinal?.value }
    let heading = same ?? headings.first { draft.string($0.title) == title }
    if let heading { return Target(origin: draft.range(entry.slice), places: [draft.range(heading.slice)]) }
    let table = draft.tables.first { $0.caption.map { draft.string($0) } == title }
    return table?.caption.map { Target(origin: draft.range(entry.slice), places: [draft.range($0)]) }
  }

  /// The table that 表三 or 表3 names.
  private func tableMention(at offset: Int) -> Target? {
    let line = draft.source.line(at: offset)
    let text = draft.text.slice(ofLine: line)
    let mark = UInt16(0x8868)
    var i = text.lower
    while i < text.upper {
      defer { i += 1 }
      guard draft.text[i] == mark, let (value, end) = numeral(i + 1, text.upper) else { continue }
      let origin = draft.range(Slice(i, end))
      guard origin.lower <= offset, offset <= origin.upper else { continue }
      let places = draft.tables.compactMap { table -> ByteRange? in
        guard let caption = table.caption else { return nil }
        let line = table.captionLine.map { draft.text.slice(ofLine: $0) } ?? caption
        return number(in: line) == value ? draft.range(caption) : nil
      }
      return places.isEmpty ? nil : Target(origin: origin, places: places)
    }
    return nil
  }

  /// The number that a title of a table carries: 表三, 预算公开表3.
  private func number(in slice: Slice) -> Int? {
    for i in slice.indices where draft.text[i] == 0x8868 {
      if let (value, _) = numeral(i + 1, slice.upper) { return value }
    }
    return nil
  }

  private func numeral(_ start: Int, _ end: Int) -> (value: Int, end: Int)? {
    draft.text.units.withUnsafeBufferPointer { units in
      start < end && end <= units.count ? OrdinalScanner.numeral(units, start, end) : nil
    }
  }

  // MARK: - References

  /// The places that state the same figure as the one at an offset.
  func references(at offset: Int, includingOwn: Bool) -> [ByteRange] {
    var cells: [CellPlace] = []
    var own: ByteRange?
    if let place = DraftLocator(draft: draft).cell(at: offset) {
      cells = [CellPlace(table: place.table, row: place.row, column: place.column)]
      own = range(cells[0])
    } else if let index = claim(at: offset) {
      cells = facts.figures.cells(of: index)
      own = draft.range(facts.claims.claims[index].figure)
    }
    guard let own, !cells.isEmpty else { return [] }
    var found = Set(cells.compactMap(range))
    for cell in cells {
      for claim in facts.figures.claims(boundTo: cell) {
        found.insert(draft.range(facts.claims.claims[claim].figure))
      }
      found.formUnion(copies(of: DraftLocator.Place(table: cell.table, row: cell.row, column: cell.column)))
    }
    if includingOwn { found.insert(own) } else { found.remove(own) }
    return found == [own] && !includingOwn ? [] : found.sorted()
  }

  /// The cells of other tables in rows of the same name or code that state the same amount.
  private func copies(of place: DraftLocator.Place) -> [ByteRange] {
    let locator = DraftLocator(draft: draft)
    let table = draft.tables[place.table]
    guard let cell = table.cell(place.row, place.column), cell.kind == .number,
      let row = locator.sideRow(place)
    else { return [] }
    let value = cell.amount.scaled * (table.unit?.yuan ?? 1)
    var found: [ByteRange] = []
    for (index, other) in draft.tables.enumerated() where index != place.table && other.layout == .grid {
      for side in other.sides {
        for candidate in side.rows where row.code.map({ $0 == candidate.code }) ?? (row.key == candidate.key)
        {
          for column in side.amountColumns {
            guard let copy = other.cell(candidate.row, column), copy.kind == .number,
              copy.amount.scaled * (other.unit?.yuan ?? 1) == value, !copy.amount.isZero
            else { continue }
            found.append(draft.range(copy.slice))
          }
        }
      }
    }
    return found
  }
}
