/// The parts of a draft, as far as checks tell apart what they read.
struct DraftParts: OptionSet, Sendable {
  let rawValue: UInt16

  /// The headings and sections.
  static let titles = DraftParts(rawValue: 1)
  /// The table of contents.
  static let contents = DraftParts(rawValue: 2)
  /// What stands above the tables and below them: titles, names, units and notes; and what kinds of tables they are.
  static let captions = DraftParts(rawValue: 4)
  /// The paragraphs.
  static let prose = DraftParts(rawValue: 8)
  /// The rows of plain tables.
  static let grids = DraftParts(rawValue: 16)
  /// The rows of forms and other tables that are no plain ones.
  static let forms = DraftParts(rawValue: 32)
  /// The order of headings, paragraphs and tables, and anything that stands in none of them: covers, page numbers,
  /// lines between paragraphs.
  static let rest = DraftParts(rawValue: 64)
  /// What the sentences claim, with all that it is read from: their own words, and the headings above them.
  static let claims = DraftParts(rawValue: 128)
  /// The cells that the claims are bound to, with what they state, and which tables there are to bind them to.
  static let bindings = DraftParts(rawValue: 256)

  /// The rows of all tables.
  static let tables: DraftParts = [.grids, .forms]
  /// All that outlines and kinds of tables are told from.
  static let headlines: DraftParts = [.titles, .contents, .captions]
  /// All that a check of statements reads that holds them against tables.
  static let statements: DraftParts = [.captions, .tables, .claims, .bindings]
  static let all: DraftParts = [.headlines, .prose, .tables, .rest, .claims, .bindings]
}

/// What lies between the lines that two states of a draft share, and how places outside moved.
///
/// Where comments stand, the same lines may be other text; such states have no edit.
struct DraftEdit: Sendable {
  /// The lines that were touched, now and before.
  let lines: Range<Int>
  let formerLines: Range<Int>
  /// Where the touched units begin, and where they ended before.
  private let unitStart: Int
  private let formerUnitEnd: Int
  private let unitShift: Int
  /// Where the touched bytes begin, and where they ended before.
  private let byteStart: Int
  private let formerByteEnd: Int
  private let byteShift: Int

  /// Compares two states by the lines that they share.
  init(_ shared: SharedLines, from former: FoldedText, to text: FoldedText) {
    let end = text.lines.count - 1 - shared.tail
    let formerEnd = former.lines.count - 1 - shared.tail
    lines = shared.head..<Swift.max(shared.head, end)
    formerLines = shared.head..<Swift.max(shared.head, formerEnd)
    unitStart = Int(former.lines[shared.head].unitStart)
    formerUnitEnd = Int(former.lines[formerLines.upperBound].unitStart)
    unitShift = text.units.count - former.units.count
    byteStart = Int(former.lines[shared.head].byteStart)
    formerByteEnd = Int(former.lines[formerLines.upperBound].byteStart)
    byteShift = shared.byteShift
  }

  /// The touched units with some more on either side, before and now.
  func formerUnits(reach: Int, of count: Int) -> Slice {
    Slice(max(0, unitStart - reach), min(count, formerUnitEnd + reach))
  }

  func units(reach: Int, of count: Int) -> Slice {
    Slice(max(0, unitStart - reach), min(count, formerUnitEnd + unitShift + reach))
  }

  /// Where a slice of the former state stands now; `nil` if it was touched.
  func moved(_ slice: Slice) -> Slice? {
    if slice.upper <= unitStart, slice.lower < unitStart || slice.upper == 0 { return slice }
    guard slice.lower >= formerUnitEnd else { return nil }
    return Slice(slice.lower + unitShift, slice.upper + unitShift)
  }

  /// Where a range of the former state stands now; `nil` if it was touched, or may stand on either side of the edit.
  func moved(_ range: ByteRange) -> ByteRange? {
    let isAtEdge = byteStart == formerByteEnd && range.upper == byteStart && range.lower == byteStart
    guard !isAtEdge else { return nil }
    if range.upper <= byteStart { return range }
    guard range.lower >= formerByteEnd else { return nil }
    return ByteRange(range.lower + byteShift, range.upper + byteShift)
  }

  /// The line that a line of the former state is now; `nil` if it was touched.
  func moved(line: Int) -> Int? {
    if line < formerLines.lowerBound { return line }
    return line >= formerLines.upperBound ? line + lines.upperBound - formerLines.upperBound : nil
  }

  /// The lines that lines of the former state are now; those of a piece that was touched grow or shrink with it.
  func moved(lines former: Range<Int>) -> Range<Int>? {
    let isAround = former.lowerBound <= formerLines.lowerBound && former.upperBound >= formerLines.upperBound
    if isAround, !former.isEmpty {
      return former.lowerBound..<former.upperBound + lines.upperBound - formerLines.upperBound
    }
    guard let first = moved(line: former.lowerBound) else { return nil }
    return first..<first + former.count
  }
}

extension DraftEdit {
  /// The parts of a draft that the edit changed.
  ///
  /// Whatever was touched and is not wholly one paragraph or the rows of one table, changes the rest too.
  ///
  /// - Complexity: O(n) in the number of headings, paragraphs and tables.
  func changedParts(from former: Draft, to draft: Draft) -> DraftParts {
    guard former.isStripped == draft.isStripped else { return .all }
    var changed: DraftParts = []
    if !areSame(former.headings, draft.headings) || !areSame(former.sections, draft.sections) {
      changed.formUnion(.titles)
    }
    if !areSame(former.contents, draft.contents) { changed.formUnion(.contents) }
    let tables = changedTables(from: former, to: draft, &changed)
    let paragraphs = changedParagraphs(from: former, to: draft, &changed)
    // What is not wholly one paragraph or the rows of one table is something else too.
    var isHeld = lines.isEmpty && formerLines.isEmpty
    if changed == .prose, let paragraphs, paragraphs.count == 1 {
      isHeld = holds(former.paragraphs[paragraphs[0]].lines, draft.paragraphs[paragraphs[0]].lines)
    } else if changed == .grids || changed == .forms, let tables, tables.count == 1 {
      isHeld = holds(former.tables[tables[0]].lines, draft.tables[tables[0]].lines)
    }
    if !isHeld || !isSameMarkup(former.text, draft.text) || former.blocks != draft.blocks {
      changed.formUnion(.rest)
    }
    return changed
  }

  /// The tables whose rows changed; `nil` if there are more or fewer tables than before.
  private func changedTables(
    from former: Draft, to draft: Draft, _ changed: inout DraftParts
  ) -> [Int]? {
    guard former.tables.count == draft.tables.count else {
      changed.formUnion([.captions, .tables])
      return nil
    }
    var found: [Int] = []
    for index in draft.tables.indices {
      if !isSameTitle(index, former, draft) { changed.formUnion(.captions) }
      // A table near the edit is read anew, mostly with the same result.
      guard draft.tables[index].former != index, !isSame(former.tables[index], draft.tables[index]) else {
        continue
      }
      found.append(index)
      let isGrid = former.tables[index].layout == .grid && draft.tables[index].layout == .grid
      let isForm = former.tables[index].layout != .grid && draft.tables[index].layout != .grid
      changed.formUnion(isGrid ? .grids : isForm ? .forms : .tables)
    }
    return found
  }

  /// The paragraphs that changed; `nil` if there are more or fewer than before.
  private func changedParagraphs(
    from former: Draft, to draft: Draft, _ changed: inout DraftParts
  ) -> [Int]? {
    guard former.paragraphs.count == draft.paragraphs.count else {
      changed.formUnion(.prose)
      return nil
    }
    let found = draft.paragraphs.indices.filter { !isSame(former.paragraphs[$0], draft.paragraphs[$0]) }
    if !found.isEmpty { changed.formUnion(.prose) }
    return found
  }

  /// Tells whether a paragraph is what it was, under the same heading.
  private func isSame(_ before: Paragraph, _ now: Paragraph) -> Bool {
    before.section == now.section && before.ordinal == now.ordinal && moved(before.slice) == now.slice
      && moved(lines: before.lines) == now.lines
  }

  /// Tells whether a single line was touched, if any, and is still a line of its kind.
  private func isSameMarkup(_ former: FoldedText, _ text: FoldedText) -> Bool {
    guard !lines.isEmpty || !formerLines.isEmpty else { return true }
    return lines.count == 1 && formerLines.count == 1
      && former.lines[formerLines.lowerBound].traits == text.lines[lines.lowerBound].traits
  }

  /// Tells whether all that was touched lies within some lines.
  private func holds(_ before: Range<Int>, _ now: Range<Int>) -> Bool {
    now.lowerBound <= lines.lowerBound && lines.upperBound <= now.upperBound
      && before.lowerBound <= formerLines.lowerBound && formerLines.upperBound <= before.upperBound
  }

  private func areSame(_ before: [Heading], _ now: [Heading]) -> Bool {
    before.elementsEqual(now) {
      moved($0.slice) == $1.slice && moved($0.title) == $1.title && moved(line: $0.line) == $1.line
        && $0.ordinal == $1.ordinal && $0.strength == $1.strength && $0.rank == $1.rank
        && $0.section == $1.section
    }
  }

  private func areSame(_ before: [Section], _ now: [Section]) -> Bool {
    before.elementsEqual(now) {
      $0.heading == $1.heading && $0.rank == $1.rank && $0.parent == $1.parent
        && moved(lines: $0.lines) == $1.lines
    }
  }

  private func areSame(_ before: Contents?, _ now: Contents?) -> Bool {
    guard let before, let now else { return before == nil && now == nil }
    return isSame(line: before.headingLine, now.headingLine)
      && moved(lines: before.lines) == now.lines
      && before.entries.elementsEqual(now.entries) {
        moved($0.slice) == $1.slice && moved($0.title) == $1.title && moved(line: $0.line) == $1.line
          && $0.ordinal == $1.ordinal && $0.page == $1.page
      }
  }

  /// Tells whether what stands above a table and below it is what it was, and so is the heading that it stands under.
  private func isSameTitle(_ index: Int, _ former: Draft, _ draft: Draft) -> Bool {
    let (before, now) = (former.tables[index], draft.tables[index])
    return isSame(before.caption, now.caption) && isSame(before.entity, now.entity)
      && isSame(before.unitSlice, now.unitSlice)
      && isSame(line: before.captionLine, now.captionLine)
      && before.layout == now.layout && before.unit == now.unit
      && isSame(former.heading(ofSection: before.section), draft.heading(ofSection: now.section))
      && before.notes.elementsEqual(now.notes) { isSame(former.paragraphs[$0], draft.paragraphs[$1]) }
  }

  /// Tells whether two tables hold the same in the same rows and columns.
  private func isSame(_ before: Table, _ now: Table) -> Bool {
    guard moved(lines: before.lines) == now.lines,
      before.lines.upperBound <= formerLines.lowerBound
        || before.lines.lowerBound >= formerLines.upperBound,
      before.rowStarts == now.rowStarts, before.preambleRows == now.preambleRows,
      before.headerRows == now.headerRows, before.columns == now.columns
    else { return false }
    return before.cells.elementsEqual(now.cells) { $0.kind == $1.kind && $0.amount == $1.amount }
      && before.sides.elementsEqual(now.sides) { before, now in
        before.columns == now.columns && before.labelColumn == now.labelColumn
          && before.codeColumns == now.codeColumns && before.unitColumn == now.unitColumn
          && before.amountColumns == now.amountColumns
          && before.rows.elementsEqual(now.rows) {
            moved($0.label) == $1.label && $0.role == $1.role && $0.row == $1.row && $0.code == $1.code
              && $0.ordinal == $1.ordinal && $0.isOfWhich == $1.isOfWhich
          }
      }
  }

  /// Tells whether a slice that may be missing was not touched.
  func isSame(_ before: Slice?, _ now: Slice?) -> Bool {
    guard let before, let now else { return before == nil && now == nil }
    return moved(before) == now
  }

  private func isSame(line before: Int?, _ now: Int?) -> Bool {
    guard let before, let now else { return before == nil && now == nil }
    return moved(line: before) == now
  }
}

extension Draft {
  /// The heading of a section, if it has one.
  func heading(ofSection section: Int) -> Slice? {
    guard sections.indices.contains(section), let heading = sections[section].heading else { return nil }
    return headings[heading].slice
  }
}
