/// Finding the rows of tables among the lines of a text.
extension DraftParser {
  func isTabRow(_ line: Int) -> Bool { text.lines[line].traits.contains(.tab) && hasInnerTab(line) }

  /// A TAB before the first word is an indent and no cell boundary, unless more follow.
  private func hasInnerTab(_ line: Int) -> Bool {
    let slice = text.slice(ofLine: line)
    guard let first = slice.indices.first(where: { units[$0] == 0x09 }) else { return false }
    return first > slice.lower || Slice(first + 1, slice.upper).indices.contains { units[$0] == 0x09 }
  }

  mutating func tabTable(at start: Int) -> Int {
    grid.restart(at: start)
    var line = start
    while line < lineCount, line <= start || isTabRow(line) || isLoneCell(line) {
      GridBuilder.appendTabRow(units, text.slice(ofLine: line), line: line, to: &grid)
      line += 1
      if line < lineCount, !isTabRow(line) { line = mend(at: line) }
      grid.lines = start..<line
      if line < lineCount, !isTabRow(line), let next = nextRow(after: line, grid, .tabs) { line = next }
    }
    add(isStripped ? GridBuilder.padded(grid) : grid.exact)
    return line
  }

  /// Tells whether a line inside a table is a row that has lost all cells but one, as forms do: rows follow at once, or
  /// on the next page.
  private func isLoneCell(_ line: Int) -> Bool {
    guard text.lines[line].traits.contains(.tab) else { return false }
    var (hasBlank, isCut) = (false, false)
    for next in line + 1..<Swift.max(line + 1, Swift.min(lineCount, line + Self.longestBreak)) {
      if isTabRow(next) { return isCut || !hasBlank }
      if text.lines[next].traits.contains(.tab) { continue }
      guard trimmed(next).isEmpty else { return false }
      if isFurniture(next) { isCut = true } else { hasBlank = true }
    }
    return false
  }

  /// What parts the cells of a row.
  enum CellMarks {
    case tabs, pipes
  }

  /// Tells whether a line is a row of a table, or all that is left of one.
  func isRow(_ line: Int, _ marks: CellMarks) -> Bool {
    marks == .pipes ? isPipeRow(line) : isTabRow(line) || isLoneCell(line)
  }

  /// Tells whether a row has a cell that is a figure and nothing else.
  func hasFigure(_ line: Int) -> Bool {
    let slice = text.slice(ofLine: line)
    var isFigure = false
    var isPlain = true
    for i in slice.indices {
      switch units[i] {
      case 0x09, 0x7C:
        if isFigure, isPlain { return true }
        isFigure = false
        isPlain = true
      case 0x30...0x39: isFigure = true
      case 0x20, 0x2C, 0x2E, 0x2D: continue
      default: isPlain = false
      }
    }
    return isFigure && isPlain
  }

  func isPipeRow(_ line: Int) -> Bool {
    guard text.lines[line].traits.contains(.pipe) else { return false }
    let slice = trimmed(line)
    guard slice.count >= 3 else { return false }
    return units[slice.lower] == 0x7C || slice.indices.filter { units[$0] == 0x7C }.count >= 2
  }

  /// Tells whether a row stands between pipes, as the head of a table with no rows does: | 科目编码 | 科目名称 | 合计 |.
  private func isFramed(_ line: Int) -> Bool {
    let slice = trimmed(line)
    return units[slice.lower] == 0x7C && units[slice.upper - 1] == 0x7C
      && slice.indices.count { units[$0] == 0x7C } >= Self.leastPipes
  }

  /// Two cells between pipes.
  private static let leastPipes = 3

  mutating func pipeTable(at start: Int) -> Int? {
    guard start + 1 < lineCount && isPipeRow(start + 1) || isFramed(start) else { return nil }
    var grid = Grid(lines: start..<start + 1)
    var line = start
    while line < lineCount, isPipeRow(line) {
      GridBuilder.appendPipeRow(units, text.slice(ofLine: line), line: line, to: &grid)
      grid.lines = start..<line + 1
      line += 1
      if line < lineCount, !isPipeRow(line), let next = nextRow(after: line, grid, .pipes) { line = next }
    }
    add(grid)
    return line
  }

  mutating func htmlTable(at start: Int) -> Int? {
    let first = text.slice(ofLine: start)
    guard
      let open = first.indices.first(where: {
        units[$0] == Structural.tableStart || units[$0] == Structural.rowStart
      })
    else { return nil }
    var end = open
    while end < units.count, units[end] != Structural.tableEnd { end += 1 }
    let lastOffset = end < text.origins.count ? Int(text.origins[end]) : source.bytes.count
    let lastLine = Swift.max(start, source.line(at: lastOffset))
    let grid = GridBuilder.htmlGrid(
      units, Slice(open, Swift.min(end + 1, units.count)), origins: text.origins, source: source,
      lines: start..<lastLine + 1)
    if grid.rowCount > 0 { add(grid) }
    return lastLine + 1
  }

  private mutating func add(_ grid: Grid) {
    guard grid.rowCount > 0 else { return }
    // 单位名称：… and 单位：万元 in one line, parted from their table by another one.
    let first = grid.lines.lowerBound
    if grid.rowCount == 1, isTableInfo(first, trimmed(first)) { return }
    add(.cells(grid, isCutByPages: isCutByPages))
  }

  /// Adds a table that an edit did not touch.
  mutating func add(_ known: KnownTable) { add(.known(known)) }

  private mutating func add(_ content: FoundTable.Content) {
    tables.append(FoundTable(content: content, section: open.last ?? 0))
    blocks.append(.table(tables.count - 1))
  }
}
