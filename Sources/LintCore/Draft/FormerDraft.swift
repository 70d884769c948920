/// A former state of a document, for taking over what an edit did not touch.
struct FormerDraft: Sendable {
  let draft: Draft
  /// The lines that it has in common with the new state.
  let shared: SharedLines
  /// The units that tables of it state, where they were read in others.
  private let slips: [TableUnits.Slip]

  /// Takes what a check has read as the state before `source`; `nil` if the check has noted down nothing.
  init?(_ last: LintResult, before source: SourceText) {
    guard let notes = last.notes else { return nil }
    draft = last.draft
    slips = notes.unitSlips
    shared = SharedLines(draft.source, source)
  }

  /// How many lines above a table are looked at for its title, its unit and whose it is.
  private static let linesAbove = TableInfo.reach + 2

  /// The table that begins on a line, if it was read from that line on before and neither it nor any line that finding
  /// it looks at was touched; the draft must be stripped of TABs at the ends of lines as it was before.
  ///
  /// Finding a table looks at the lines below it for rows that go on, at those above it for what a page repeats, and at
  /// the whole draft only where ``Table/isCutByPages`` says so.
  func table(at line: Int, _ text: FoldedText, _ units: Units) -> KnownTable? {
    guard !text.standsAlone, !draft.text.standsAlone else { return nil }
    let isBehind = line >= shared.head
    let lineShift = isBehind ? shared.lineShift : 0
    guard let index = index(ofTableAt: line - lineShift), !draft.tables[index].isCutByPages else {
      return nil
    }
    let former = draft.tables[index].lines
    let lines = former.lowerBound + lineShift..<former.upperBound + lineShift
    guard self.lines(lines, text) == former else { return nil }
    if isBehind {
      guard linesAbove(line, text, units) else { return nil }
    } else {
      guard lines.upperBound + DraftParser.linesBelow <= shared.head else { return nil }
    }
    let distance = isBehind ? text.units.count - draft.text.units.count : 0
    return KnownTable(index: index, lines: lines, distance: distance, lineShift: lineShift)
  }

  /// Tells whether the lines above a line that are looked at for what a page repeats are all below the edit.
  private func linesAbove(_ line: Int, _ text: FoldedText, _ units: Units) -> Bool {
    let first = text.lines.count - 1 - shared.tail
    var at = line
    var seen = 0
    while at > first, seen < DraftParser.head.lines {
      at -= 1
      if !units.trimmed(text.slice(ofLine: at)).isEmpty { seen += 1 }
    }
    return seen == DraftParser.head.lines
  }

  /// A table as it was read before, at its new place.
  func table(_ known: KnownTable) -> Table {
    var table = draft.tables[known.index]
    if let slip = slips.first(where: { $0.table == known.index }) { table.unit = slip.stated }
    table.notes = []
    table.former = known.index
    table.lines = known.lines
    table.move(units: known.distance, lines: known.lineShift)
    return table
  }

  /// The same table as it was read before, at its new place; `nil` if an edit has touched it.
  ///
  /// Its lines and those above it must be the same, and so must be the next unit behind it, which a blank cell at its
  /// end points at. Where comments stand, the same lines may be other text.
  func table(_ grid: Grid, _ text: FoldedText) -> Table? {
    guard !text.standsAlone, !draft.text.standsAlone, let lines = lines(grid.lines, text),
      let index = index(ofTableAt: lines.lowerBound)
    else { return nil }
    let isBehind = grid.lines.lowerBound >= shared.head
    let distance = isBehind ? text.units.count - draft.text.units.count : 0
    let lineShift = grid.lines.lowerBound - lines.lowerBound
    guard draft.tables[index].lines == lines, isSame(grid, draft.tables[index], distance, lineShift) else {
      return nil
    }
    return table(KnownTable(index: index, lines: grid.lines, distance: distance, lineShift: lineShift))
  }

  /// How many bytes further down a table of the new state stands.
  func byteShift(of table: Table) -> Int { table.lines.lowerBound < shared.head ? 0 : shared.byteShift }

  /// Where the lines of a table of the new state were, if none that it is read from was touched.
  private func lines(_ lines: Range<Int>, _ text: FoldedText) -> Range<Int>? {
    if lines.upperBound <= shared.head {
      return text.lines[lines.upperBound].unitStart < text.lines[shared.head].unitStart ? lines : nil
    }
    guard lines.lowerBound - Self.linesAbove >= text.lines.count - 1 - shared.tail else { return nil }
    return lines.lowerBound - shared.lineShift..<lines.upperBound - shared.lineShift
  }

  /// The index of the table of the former state that begins on a line.
  private func index(ofTableAt line: Int) -> Int? {
    var low = 0
    var high = draft.tables.count
    while low < high {
      let middle = (low + high) / 2
      if draft.tables[middle].lines.lowerBound < line { low = middle + 1 } else { high = middle }
    }
    return low < draft.tables.count && draft.tables[low].lines.lowerBound == line ? low : nil
  }

  /// Tells whether the same lines were cut into the same cells.
  private func isSame(_ grid: Grid, _ table: Table, _ distance: Int, _ lineShift: Int) -> Bool {
    let (units, lines) = (Int32(truncatingIfNeeded: distance), Int32(truncatingIfNeeded: lineShift))
    return grid.rowStarts == table.rowStarts && grid.cells.count == table.cells.count
      && zip(grid.rowLines, table.rowLines).allSatisfy { $0 &- lines == $1 }
      && zip(grid.cells, table.cells).allSatisfy { cell, former in
        cell.lower &- units == former.lower && cell.upper &- units == former.upper
          && cell.kind == former.kind && cell.isGrouped == former.isGrouped && cell.amount == former.amount
      }
  }
}

/// A table that neither an edit nor anything that finding it looks at was touched by, at its new place.
struct KnownTable: Sendable {
  /// The index of the table in the former state.
  let index: Int
  /// Its lines now.
  let lines: Range<Int>
  /// How many units and lines further down it stands.
  let distance: Int
  let lineShift: Int
}

extension Slice {
  /// The slice further down; one that stands for no place at all stays what it is.
  func moved(_ distance: Int) -> Slice {
    upper == 0 ? self : Slice(lower + distance, upper + distance)
  }
}

extension Cell {
  /// The cell further down.
  func moved(_ distance: Int) -> Cell {
    var cell = self
    cell.lower &+= Int32(truncatingIfNeeded: distance)
    cell.upper &+= Int32(truncatingIfNeeded: distance)
    return cell
  }
}
