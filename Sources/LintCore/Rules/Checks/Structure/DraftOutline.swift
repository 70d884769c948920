/// What the sections, headings and paragraphs of a draft are for: told once, used by all checks of structure.
struct DraftOutline {
  /// What a section is for.
  enum Role {
    /// Duties, tables, explanations: the document itself.
    case body
    /// 名词解释: it mentions everything and states nothing.
    case terms
    /// 附件: a report with chapters of its own.
    case attachment
  }

  /// The role of each section.
  let roles: [Role]
  /// For each heading, the table that its title means.
  let headingTables: [TableID?]
  /// For each heading, whether it is the title of a table or names a table that follows.
  let isTableHeading: [Bool]
  /// For each table, what it is.
  let tableConcepts: [TableID?]
  /// For each table, what its own title means.
  private let captionTables: [TableID?]

  /// For each entry of the contents, the table that it means.
  let entryTables: [TableID?]
  /// For each entry of the contents, what the part that it is listed under is for.
  let listing: [Listing]

  /// What a part of the contents lists.
  enum Listing {
    case statements
    case tables
    /// Definitions, or the chapters of an attachment.
    case others
  }

  private static let terms = WordList(["名词解释", "专业名词", "专业性名词", "名词说明", "术语解释", "名词注释"])

  /// A former state of a draft with its outline by the same rules, and the edit since.
  typealias Former = (draft: Draft, outline: DraftOutline, edit: DraftEdit)

  init(_ draft: Draft, _ units: Units, _ book: RuleBook, after known: Former? = nil) {
    var next = 0
    headingTables = draft.headings.map { heading in
      if let known {
        let headings = known.draft.headings
        while next < headings.count,
          (known.edit.moved(headings[next].title)?.lower ?? 0) < heading.title.lower
        {
          next += 1
        }
        if next < headings.count, known.edit.moved(headings[next].title) == heading.title {
          return known.outline.headingTables[next]
        }
      }
      return heading.title.count <= 60 ? book.catalogue.table(titled: heading.title, of: units) : nil
    }
    entryTables = Self.entryTables(draft, units, book, known)
    captionTables = Self.captionTables(draft, units, book, known)
    let (headingTables, captionTables) = (headingTables, captionTables)
    tableConcepts = draft.tables.indices.map { table in
      if let found = captionTables[table] { return found }
      var section: Int? = draft.tables[table].section
      for _ in 0..<2 {
        guard let index = section, index < draft.sections.count else { return nil }
        if let heading = draft.sections[index].heading, let found = headingTables[heading] { return found }
        section = draft.sections[index].parent
      }
      return nil
    }
    let captionLines = draft.tables.indices.compactMap { draft.tables[$0].captionLine }.sorted()
    var line = 0
    isTableHeading = draft.headings.enumerated().map { index, heading in
      while line < captionLines.count, captionLines[line] < heading.line { line += 1 }
      return headingTables[index] != nil || line < captionLines.count && captionLines[line] == heading.line
    }
    var roles: [Role] = []
    roles.reserveCapacity(draft.sections.count)
    for section in draft.sections {
      var role = section.parent.flatMap { $0 < roles.count ? roles[$0] : nil } ?? .body
      if let index = section.heading {
        let heading = draft.headings[index]
        if units.contains(anyOf: Self.terms, in: heading.title), heading.rank <= 1 || heading.rank == 6 {
          role = .terms
        } else if heading.rank == 0, units.starts(heading.title, withAnyOf: ["附件", "附录"]) {
          role = .attachment
        } else if heading.rank == 0 {
          role = .body
        }
      }
      roles.append(role)
    }
    self.roles = roles
    listing = Self.listing(draft.contents, units)
  }

  /// What each entry of the contents means.
  private static func entryTables(
    _ draft: Draft, _ units: Units, _ book: RuleBook, _ known: Former?
  ) -> [TableID?] {
    let former = known?.draft.contents?.entries ?? []
    let entries = draft.contents?.entries ?? []
    // An edit leaves most entries in their order, from the first on or up to the last.
    let shift = former.count - entries.count
    return entries.indices.map { index in
      if let known {
        if former.indices.contains(index), known.edit.moved(former[index].title) == entries[index].title {
          return known.outline.entryTables[index]
        }
        let last = index + shift
        if former.indices.contains(last), known.edit.moved(former[last].title) == entries[index].title {
          return known.outline.entryTables[last]
        }
      }
      return book.catalogue.table(titled: entries[index].title, of: units)
    }
  }

  /// What the title of each table means.
  private static func captionTables(
    _ draft: Draft, _ units: Units, _ book: RuleBook, _ known: Former?
  ) -> [TableID?] {
    draft.tables.indices.map { index in
      guard let caption = draft.tables[index].caption else { return nil }
      if let known, let before = draft.tables[index].former, known.draft.tables.indices.contains(before),
        let former = known.draft.tables[before].caption, known.edit.moved(former) == caption
      {
        return known.outline.captionTables[before]
      }
      return book.catalogue.table(titled: caption, of: units)
    }
  }

  private static func listing(_ contents: Contents?, _ units: Units) -> [Listing] {
    guard let entries = contents?.entries else { return [] }
    // The chapters are those of the outermost style: parts, or 一、 where there are none.
    let outermost = entries.compactMap(\.ordinal?.style).min()
    var current = Listing.statements
    return entries.map { entry in
      if entry.ordinal?.style == outermost {
        let isTables = units.contains("表", in: entry.title) && !units.contains("说明", in: entry.title)
        let isOther = units.contains(anyOf: terms + ["附件", "附录"], in: entry.title)
        current = isTables ? .tables : isOther ? .others : .statements
        return .statements
      }
      return current
    }
  }

  /// The role of the section with this index.
  func role(_ section: Int) -> Role { section >= 0 && section < roles.count ? roles[section] : .body }

  /// The last part of the main text, or the last heading: what a draft lacks would stand after it.
  func lastChapter(of draft: Draft) -> Heading? {
    draft.headings.last { $0.rank == 0 && role($0.section) != .attachment } ?? draft.headings.last
  }
}
