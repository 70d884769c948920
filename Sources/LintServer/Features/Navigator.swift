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
    entry(at: offset) ?? figure(at: offset) ?? mention(at: offset)
  }

  /// The claim whose figure stands at an offset, as an index.
  func claim(at offset: Int) -> Int? {
    facts.claims.claims.firstIndex { claim in
      let range = draft.range(claim.figure)
      return range.lower <= offset && offset <= range.upper
    }
  }

  /// The claim whose name stands at an offset, as an index.
  func claim(namedAt offset: Int) -> Int? {
    facts.claims.claims.firstIndex { claim in
      let range = draft.range(claim.label)
      return !claim.label.isEmpty && range.lower <= offset && offset <= range.upper
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
    guard let entry = draft.contents?.entries.first(where: { $0.line == line }) else { return nil }
    guard let place = MentionReader(draft: draft).place(of: entry) else { return nil }
    return Target(origin: draft.range(entry.slice), places: [place])
  }

  /// The place that 表三, 《收入总表》 or 第四部分 names.
  private func mention(at offset: Int) -> Target? {
    let reader = MentionReader(draft: draft)
    let line = draft.text.slice(ofLine: draft.source.line(at: offset))
    for mention in reader.mentions(in: line) {
      let origin = draft.range(mention.words)
      guard origin.lower <= offset, offset <= origin.upper else { continue }
      let places = reader.places(of: mention)
      if !places.isEmpty { return Target(origin: origin, places: places) }
    }
    return nil
  }

  // MARK: - Links

  /// A stretch of the draft that names another place.
  struct Link {
    let range: ByteRange
    /// What is named, to find it again.
    let words: String
    /// The words are an entry of the table of contents.
    let isEntry: Bool
    /// The heading or title that it leads to.
    let title: String
  }

  /// The entries of the table of contents and the mentions of tables and parts that lead somewhere, in order.
  func links() -> [Link] {
    var found: [Link] = []
    func add(_ slice: Slice, _ target: ByteRange?, isEntry: Bool) {
      guard let target else { return }
      found.append(
        Link(
          range: draft.range(slice), words: draft.string(slice), isEntry: isEntry,
          title: draft.source.string(target)))
    }
    let reader = MentionReader(draft: draft)
    for entry in draft.contents?.entries ?? [] { add(entry.slice, reader.place(of: entry), isEntry: true) }
    for paragraph in draft.paragraphs {
      for mention in reader.mentions(in: paragraph.slice) {
        add(mention.words, reader.places(of: mention).first, isEntry: false)
      }
    }
    // The number of a heading is its own name and leads nowhere else.
    for heading in draft.headings {
      for mention in reader.mentions(in: heading.slice) where mention.kind == .attachment {
        add(mention.words, reader.places(of: mention).first, isEntry: false)
      }
    }
    return found.sorted { $0.range < $1.range }
  }

  /// The place that an entry of the table of contents leads to, by its text.
  func place(ofEntry words: String) -> ByteRange? {
    let entry = draft.contents?.entries.first { draft.string($0.slice) == words }
    return entry.flatMap { MentionReader(draft: draft).place(of: $0) }
  }

  /// The place that the words of a mention lead to.
  func place(named words: String) -> ByteRange? { MentionReader(draft: draft).place(named: words) }

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
      found.formUnion(copies(of: cell).compactMap(range))
    }
    if includingOwn { found.insert(own) } else { found.remove(own) }
    return found == [own] && !includingOwn ? [] : found.sorted()
  }

  /// Tells whether two rows are the same subject: by their codes if both have one, or else by their names.
  private static func isSame(_ a: SideRow, _ b: SideRow) -> Bool {
    if let code = a.code, let other = b.code { return code == other }
    return a.key == b.key
  }

  /// The cells of other tables in rows of the same name or code that state the same amount.
  func copies(of place: CellPlace) -> [CellPlace] {
    let locator = DraftLocator(draft: draft)
    guard let table = draft.tables[safe: place.table], let cell = table.cell(place.row, place.column),
      cell.kind == .number,
      let row = locator.sideRow(DraftLocator.Place(table: place.table, row: place.row, column: place.column))
    else { return [] }
    let value = cell.amount.scaled * (table.unit?.yuan ?? 1)
    var found: [CellPlace] = []
    for (index, other) in draft.tables.enumerated() where index != place.table && other.layout == .grid {
      for side in other.sides {
        for candidate in side.rows where Self.isSame(row, candidate) {
          for column in side.amountColumns {
            guard let copy = other.cell(candidate.row, column), copy.kind == .number,
              copy.amount.scaled * (other.unit?.yuan ?? 1) == value, !copy.amount.isZero
            else { continue }
            found.append(CellPlace(table: index, row: candidate.row, column: column))
          }
        }
      }
    }
    return found
  }
}
