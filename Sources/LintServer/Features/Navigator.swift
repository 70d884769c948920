import LintCore

/// Finds the places of a draft that belong to the one at the cursor.
struct Navigator {
  let draft: Draft

  /// A place to go to, and what it was found from.
  struct Target {
    let origin: ByteRange
    let places: [ByteRange]
  }

  // MARK: - Definition

  /// Where the thing at an offset is defined.
  func definition(at offset: Int) -> Target? {
    entry(at: offset) ?? tableMention(at: offset)
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
    guard let place = DraftLocator(draft: draft).cell(at: offset) else { return [] }
    return copies(of: place, includingOwn: includingOwn)
  }

  /// The cells of other tables in rows of the same name or code that state the same amount.
  private func copies(of place: DraftLocator.Place, includingOwn: Bool) -> [ByteRange] {
    let locator = DraftLocator(draft: draft)
    let table = draft.tables[place.table]
    guard let cell = table.cell(place.row, place.column), cell.kind == .number,
      let row = locator.sideRow(place)
    else { return [] }
    let value = cell.amount.scaled * (table.unit?.yuan ?? 1)
    var found: [ByteRange] = includingOwn ? [draft.range(cell.slice)] : []
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
