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
      grid.lines = start..<line + 1
      line += 1
      if line < lineCount, !isTabRow(line) {
        if let row = brokenRow(line) {
          line += 1
          GridBuilder.appendTabRow(units, row, line: line, to: &grid)
          grid.lines = start..<line + 1
          line += 1
        }
        if line < lineCount, !isTabRow(line), let next = nextRow(after: line, grid, isTabRow) { line = next }
      }
    }
    add(isStripped ? GridBuilder.padded(grid) : grid.exact)
    return line
  }

  /// Tells whether a line inside a table is a row that has lost all cells but one, as forms do: rows follow at once.
  private func isLoneCell(_ line: Int) -> Bool {
    for next in line..<Swift.min(lineCount, line + Self.longestBreak) {
      guard text.lines[next].traits.contains(.tab) else { return false }
      if next > line, isTabRow(next) { return true }
    }
    return false
  }

  /// The longest beginning of a name that may stand on a line of its own, and the longest end of it in the next row.
  private static let longestNamePiece = (beginning: 24, end: 8)

  /// A row whose name was broken over two lines, the first of which is `line`: inside a table, a few words without a
  /// TAB, and at once a row of figures, as wide as the others, that opens with the rest of the name.
  private mutating func brokenRow(_ line: Int) -> Slice? {
    let beginning = trimmed(line)
    guard grid.rowCount >= 3, line + 1 < lineCount, isTabRow(line + 1),
      (2...Self.longestNamePiece.beginning) ~= beginning.count,
      !text.lines[line].traits.contains(.tab), goesOn(line + 1, grid)
    else { return nil }
    let row = text.slice(ofLine: line + 1)
    guard let first = row.indices.first(where: { units[$0] == 0x09 }),
      case let end = units.trimmed(Slice(row.lower, first)), (1...Self.longestNamePiece.end) ~= end.count,
      // Without figures it is the header of another table, unless it opens with the rest of a name: （万元）.
      hasFigure(line + 1) || units[end.lower] == 0x28,
      isWord(units[end.lower]), isWord(units[beginning.upper - 1]),
      OrdinalScanner.scan(units, end) == nil, !units.starts(beginning, withAnyOf: Self.notes),
      !units.ends(beginning, withAnyOf: Self.titles), !isTableInfo(line, beginning),
      !isContinuationLabel(beginning), !isRunningHeader(line)
    else { return nil }
    return Slice(beginning.lower, row.upper)
  }

  private static let notes = WordList(["注", "备注", "说明", "附"])
  private static let titles = WordList(["表", "情况", "说明"])

  /// Tells whether a unit stands inside a name: an ideograph or a bracket.
  private func isWord(_ unit: UInt16) -> Bool {
    (0x4E00...0x9FFF).contains(unit) || unit == 0x28 || unit == 0x29
  }

  /// How many lines may stand between the pieces of a table that a page break cut.
  private static let longestBreak = 8

  /// The row after a page break: one or two blank lines, perhaps a page number, then a row that goes on; or more
  /// lines with 续表 or a running header among them, then the header again or a row of figures.
  private mutating func nextRow(after line: Int, _ grid: Grid, _ isRow: (Int) -> Bool) -> Int? {
    var next = line
    var isContinued = false
    var header: Int?
    while next < lineCount, next - line < Self.longestBreak {
      if isRow(next) {
        // Nothing but blank lines and page numbers stands between: a new table would have a title.
        guard isContinued || header != nil else {
          return next - line <= 2 || goesOn(next, grid) ? next : nil
        }
        guard repeatsHeader(next, grid) || goesOn(next, grid) && hasFigure(next) else { return nil }
        return isContinued || header.map { isRunningHeader($0) } ?? false ? next : nil
      }
      let slice = trimmed(next)
      if isContinuationLabel(slice) {
        isContinued = true
      } else if !slice.isEmpty, !PageNumber.isOne(units, slice), !(isContinued && isTableInfo(next, slice)) {
        guard header == nil, slice.count <= RunningHeaders.longest else { return nil }
        header = next
      }
      next += 1
    }
    return nil
  }

  /// Tells whether a line says that a table goes on: 续表, (续), 公开01表(续), 收入决算表(续).
  private func isContinuationLabel(_ slice: Slice) -> Bool {
    guard slice.count <= 48 else { return false }
    if slice.count <= 12, units.starts(slice, withAnyOf: ["续表", "(续表", "续上表", "(续)"]) { return true }
    return units.ends(slice, withAnyOf: ["(续)", "(续表)", "(续1)", "(续2)", "续表"])
  }

  /// Tells whether a row has a cell that is a figure and nothing else.
  private func hasFigure(_ line: Int) -> Bool {
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

  /// Tells whether a line is printed at the top or bottom of every page.
  private mutating func isRunningHeader(_ line: Int) -> Bool {
    let headers = runningHeaders ?? RunningHeaders(units: units, text: text, contents: contents)
    runningHeaders = headers
    return headers.contains(trimmed(line), units)
  }

  /// Tells whether a row has as many cells as the last row of a table.
  private func goesOn(_ line: Int, _ grid: Grid) -> Bool {
    guard let last = grid.rowLines.last else { return false }
    func count(_ line: Int) -> Int {
      let slice = text.slice(ofLine: line)
      return slice.indices.filter { units[$0] == 0x09 || units[$0] == 0x7C }.count
    }
    return count(line) == count(Int(last))
  }

  /// Tells whether a row has the words of the first row of a table.
  private func repeatsHeader(_ line: Int, _ grid: Grid) -> Bool {
    guard let first = grid.rowLines.first else { return false }
    return units.key(text.slice(ofLine: line)) == units.key(text.slice(ofLine: Int(first)))
  }

  func isPipeRow(_ line: Int) -> Bool {
    guard text.lines[line].traits.contains(.pipe) else { return false }
    let slice = trimmed(line)
    guard slice.count >= 3 else { return false }
    return units[slice.lower] == 0x7C || slice.indices.filter { units[$0] == 0x7C }.count >= 2
  }

  mutating func pipeTable(at start: Int) -> Int? {
    guard start + 1 < lineCount, isPipeRow(start + 1) else { return nil }
    var grid = Grid(lines: start..<start + 1)
    var line = start
    while line < lineCount, isPipeRow(line) {
      GridBuilder.appendPipeRow(units, text.slice(ofLine: line), line: line, to: &grid)
      grid.lines = start..<line + 1
      line += 1
      if line < lineCount, !isPipeRow(line), let next = nextRow(after: line, grid, isPipeRow) { line = next }
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
    tables.append(FoundTable(grid: grid, section: open.last ?? 0))
    blocks.append(.table(tables.count - 1))
  }
}
