/// The parts of a draft, as far as checks tell apart what they read.
struct DraftParts: OptionSet, Sendable {
  let rawValue: UInt8

  /// The headings, sections and contents, and the titles of the tables.
  static let titles = DraftParts(rawValue: 1)
  /// The paragraphs.
  static let prose = DraftParts(rawValue: 2)
  /// The rows of the tables and the units that they are read in.
  static let tables = DraftParts(rawValue: 4)
  /// Anything that stands in none of the others: covers, page numbers, lines between paragraphs.
  static let rest = DraftParts(rawValue: 8)
  static let all: DraftParts = [.titles, .prose, .tables, .rest]
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
  /// The parts of a draft that the edit changed; all, unless it lies within one paragraph or the rows of one table.
  ///
  /// - Complexity: O(n) in the number of headings, paragraphs and tables.
  func changedParts(from former: Draft, to draft: Draft) -> DraftParts {
    guard former.isStripped == draft.isStripped, former.blocks == draft.blocks,
      areSame(former.headings, draft.headings),
      areSame(former.sections, draft.sections), areSame(former.contents, draft.contents),
      former.tables.count == draft.tables.count, former.paragraphs.count == draft.paragraphs.count
    else { return .all }
    var table: Int?
    for index in draft.tables.indices {
      let (before, now) = (former.tables[index], draft.tables[index])
      guard isSameTitle(before, now) else { return .all }
      // A table near the edit is read anew, mostly with the same result.
      if now.former == index || isSame(before, now) { continue }
      guard table == nil else { return .all }
      table = index
    }
    var paragraph: Int?
    for index in draft.paragraphs.indices {
      let (before, now) = (former.paragraphs[index], draft.paragraphs[index])
      guard before.section == now.section, before.ordinal == now.ordinal else { return .all }
      guard moved(before.slice) != now.slice || moved(lines: before.lines) != now.lines else { continue }
      guard paragraph == nil else { return .all }
      paragraph = index
    }
    switch (table, paragraph) {
    case (let table?, nil):
      return holds(former.tables[table].lines, draft.tables[table].lines) ? .tables : .all
    case (nil, let paragraph?):
      return holds(former.paragraphs[paragraph].lines, draft.paragraphs[paragraph].lines) ? .prose : .all
    case (nil, nil): return lines.isEmpty && formerLines.isEmpty ? [] : .all
    default: return .all
    }
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

  /// Tells whether what stands above a table and below it is what it was.
  private func isSameTitle(_ before: Table, _ now: Table) -> Bool {
    isSame(before.caption, now.caption) && isSame(before.entity, now.entity)
      && isSame(before.unitSlice, now.unitSlice)
      && isSame(line: before.captionLine, now.captionLine)
      && before.section == now.section && before.layout == now.layout && before.unit == now.unit
      && before.notes == now.notes
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
          && before.codeColumns == now.codeColumns && before.amountColumns == now.amountColumns
          && before.rows.elementsEqual(now.rows) {
            moved($0.label) == $1.label && $0.role == $1.role && $0.row == $1.row && $0.code == $1.code
              && $0.ordinal == $1.ordinal && $0.isOfWhich == $1.isOfWhich
          }
      }
  }

  private func isSame(_ before: Slice?, _ now: Slice?) -> Bool {
    guard let before, let now else { return before == nil && now == nil }
    return moved(before) == now
  }

  private func isSame(line before: Int?, _ now: Int?) -> Bool {
    guard let before, let now else { return before == nil && now == nil }
    return moved(line: before) == now
  }
}
