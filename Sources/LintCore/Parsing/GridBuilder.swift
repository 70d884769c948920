/// The bare cells of a table, before anything is known about them.
struct Grid {
  var lines: Range<Int>
  var rowLines: [Int32] = []
  var rowStarts: [Int32] = [0]
  var cells: [Cell] = []

  var rowCount: Int { rowLines.count }

  /// The same in arrays of their own that have no room to spare.
  var exact: Grid {
    Grid(
      lines: lines, rowLines: rowLines.withUnsafeBufferPointer(Array.init),
      rowStarts: rowStarts.withUnsafeBufferPointer(Array.init),
      cells: cells.withUnsafeBufferPointer(Array.init))
  }

  /// Starts another table in the room of this one.
  mutating func restart(at line: Int) {
    lines = line..<line + 1
    rowLines.removeAll(keepingCapacity: true)
    rowStarts.removeAll(keepingCapacity: true)
    rowStarts.append(0)
    cells.removeAll(keepingCapacity: true)
  }

  mutating func endRow(line: Int) {
    rowLines.append(Int32(truncatingIfNeeded: line))
    rowStarts.append(Int32(truncatingIfNeeded: cells.count))
  }
}

/// Reads cells from folded units.
enum CellReader {
  /// Reads what a slice holds.
  @inline(__always)
  static func cell(_ units: Units, _ lower: Int, _ upper: Int) -> Cell {
    var start = lower
    var end = upper
    while start < end, units[start] == 0x20 { start += 1 }
    while end > start, units[end - 1] == 0x20 { end -= 1 }
    guard start < end else { return make(start, start, .blank) }
    let first = units[start]
    if first > 0x39 {
      return make(start, end, first == 0xFFE5 ? figure(units, start + 1, start, end, false) : nil)
    }
    if Unit.isDigit(first) { return make(start, end, figure(units, start, start, end, false)) }
    if first == 0x2D {
      if isDashes(units, start, end) { return make(start, end, .dash) }
      return make(start, end, figure(units, start + 1, start, end, true))
    }
    if first == 0x2F, end - start == 1 { return make(start, end, .dash) }
    return make(start, end, .text)
  }

  private static func make(_ lower: Int, _ upper: Int, _ kind: Cell.Kind) -> Cell {
    Cell(
      lower: Int32(truncatingIfNeeded: lower), upper: Int32(truncatingIfNeeded: upper), kind: kind,
      isGrouped: false, amount: Amount(digits: 0, decimals: 0))
  }

  private static func make(_ lower: Int, _ upper: Int, _ figure: Cell?) -> Cell {
    figure ?? make(lower, upper, .text)
  }

  private static func figure(_ units: Units, _ at: Int, _ start: Int, _ end: Int, _ negative: Bool) -> Cell? {
    guard at < end, let result = NumberScanner.scan(units, at, end) else { return nil }
    var kind = Cell.Kind.number
    var stop = result.end
    if stop < end, units[stop] == 0x25 {
      kind = .percent
      stop += 1
    } else if stop + 1 == end, units[stop] == 0x5206 {
      // 10分 in the weights and scores of a form
      stop += 1
    }
    guard stop == end else { return nil }
    let amount =
      negative
      ? Amount(digits: -result.amount.digits, decimals: result.amount.decimals) : result.amount
    return Cell(
      lower: Int32(truncatingIfNeeded: start), upper: Int32(truncatingIfNeeded: end), kind: kind,
      isGrouped: result.isGrouped, amount: amount)
  }

  private static func isDashes(_ units: Units, _ start: Int, _ end: Int) -> Bool {
    for i in start..<end where units[i] != 0x2D { return false }
    return true
  }
}

/// Cuts lines of text into the cells of a table.
enum GridBuilder {
  /// Appends the cells of a line whose cells are separated by TABs.
  static func appendTabRow(_ units: Units, _ slice: Slice, line: Int, to grid: inout Grid) {
    var start = slice.lower
    var i = slice.lower
    while i < slice.upper {
      if units[i] == 0x09 {
        grid.cells.append(CellReader.cell(units, start, i))
        start = i + 1
      }
      i += 1
    }
    grid.cells.append(CellReader.cell(units, start, slice.upper))
    grid.endRow(line: line)
  }

  /// Gives all rows the width of the widest by blank cells at their ends.
  static func padded(_ grid: Grid) -> Grid {
    let widths = (0..<grid.rowCount).map { Int(grid.rowStarts[$0 + 1] - grid.rowStarts[$0]) }
    guard let widest = widths.max(), widest <= maximumColumns, widths.contains(where: { $0 < widest }),
      // One wide row above very many narrow ones is no table whose ends were stripped.
      widest * grid.rowCount <= 4 * grid.cells.count + 65_536
    else { return grid.exact }
    var result = Grid(lines: grid.lines)
    for row in 0..<grid.rowCount {
      let cells = grid.cells[Int(grid.rowStarts[row])..<Int(grid.rowStarts[row + 1])]
      result.cells.append(contentsOf: cells)
      var blank =
        cells.last
        ?? Cell(lower: 0, upper: 0, kind: .blank, isGrouped: false, amount: Amount(digits: 0, decimals: 0))
      blank.lower = blank.upper
      blank.kind = .blank
      blank.amount = Amount(digits: 0, decimals: 0)
      for _ in cells.count..<widest { result.cells.append(blank) }
      result.endRow(line: Int(grid.rowLines[row]))
    }
    return result
  }

  /// Appends the cells of a Markdown table row; the row of dashes below the header is dropped.
  static func appendPipeRow(_ units: Units, _ slice: Slice, line: Int, to grid: inout Grid) {
    let row = units.trimmed(slice)
    var lower = row.lower
    var upper = row.upper
    if lower < upper, units[lower] == 0x7C { lower += 1 }
    if upper > lower, units[upper - 1] == 0x7C { upper -= 1 }
    if isDelimiter(units, lower, upper) { return }
    var start = lower
    for i in lower..<upper where units[i] == 0x7C {
      grid.cells.append(CellReader.cell(units, start, i))
      start = i + 1
    }
    grid.cells.append(CellReader.cell(units, start, upper))
    grid.endRow(line: line)
  }

  private static func isDelimiter(_ units: Units, _ lower: Int, _ upper: Int) -> Bool {
    var dashes = 0
    for i in lower..<upper {
      switch units[i] {
      case 0x2D: dashes += 1
      case 0x7C, 0x3A, 0x20: continue
      default: return false
      }
    }
    return dashes >= 1
  }

  /// The most columns that spans of an HTML table may reach.
  private static let maximumColumns = 256
  /// The most rows that one cell may span.
  private static let maximumRowSpan = 512

  /// Reads an HTML table whose structural units stand in `slice`; spanned places become blank cells.
  static func htmlGrid(
    _ units: Units, _ slice: Slice, origins: [Int32], source: SourceText, lines: Range<Int>
  ) -> Grid {
    var grid = Grid(lines: lines)
    /// How many more rows each column is covered by a cell above.
    var covered: [Int] = []
    var row: [Cell] = []
    var line = lines.lowerBound
    var inRow = false
    var i = slice.lower
    /// A table of more cells than its text can fill is not what it says: its spans no longer count.
    let mostCells = 4 * slice.count + 65_536

    func blank(at position: Int) -> Cell { CellReader.cell(units, position, position) }
    func fillCovered(_ position: Int) {
      if grid.cells.count > mostCells { covered.removeAll() }
      while row.count < covered.count, covered[row.count] > 0 {
        covered[row.count] -= 1
        row.append(blank(at: position))
      }
    }
    func endRow(_ position: Int) {
      guard inRow else { return }
      if grid.cells.count > mostCells { covered.removeAll() }
      while row.count < covered.count {
        if covered[row.count] > 0 { covered[row.count] -= 1 }
        row.append(blank(at: position))
      }
      grid.cells.append(contentsOf: row)
      grid.endRow(line: line)
      row.removeAll(keepingCapacity: true)
      inRow = false
    }

    while i < slice.upper {
      switch units[i] {
      case Structural.rowStart:
        endRow(i)
        inRow = true
        line = source.line(at: Int(origins[i]))
      case Structural.rowEnd, Structural.tableEnd:
        endRow(i)
      case Structural.cellStart:
        if !inRow {
          inRow = true
          line = source.line(at: Int(origins[i]))
        }
        fillCovered(i)
        let spans =
          grid.cells.count > mostCells ? (rows: 1, columns: 1) : spans(in: source.bytes, at: Int(origins[i]))
        var end = i + 1
        while end < slice.upper, !Structural.isStructural(units[end]) { end += 1 }
        let cell = CellReader.cell(units, i + 1, end)
        for step in 0..<spans.columns where row.count < maximumColumns {
          while covered.count <= row.count { covered.append(0) }
          covered[row.count] = spans.rows - 1
          row.append(step == 0 ? cell : blank(at: end))
        }
        i = end
        continue
      default:
        break
      }
      i += 1
    }
    endRow(slice.upper)
    return grid
  }

  /// The `rowspan` and `colspan` of the tag at an offset, each at least 1.
  private static func spans(in bytes: [UInt8], at offset: Int) -> (rows: Int, columns: Int) {
    guard let end = Folder.tagEnd(in: bytes, at: offset) else { return (1, 1) }
    let tag = bytes[offset..<end]
    return (
      Swift.min(attribute(Array("rowspan".utf8), in: tag), maximumRowSpan),
      Swift.min(attribute(Array("colspan".utf8), in: tag), maximumColumns)
    )
  }

  private static func attribute(_ name: [UInt8], in tag: ArraySlice<UInt8>) -> Int {
    var i = tag.startIndex
    while i + name.count < tag.endIndex {
      if tag[i..<i + name.count].elementsEqual(name, by: { $0 | 0x20 == $1 }) {
        var k = i + name.count
        while k < tag.endIndex, tag[k] == 0x3D || tag[k] == 0x22 || tag[k] == 0x27 || tag[k] == 0x20 {
          k += 1
        }
        var value = 0
        while k < tag.endIndex, tag[k] >= 0x30, tag[k] <= 0x39, value < 10_000 {
          value = value * 10 + Int(tag[k] - 0x30)
          k += 1
        }
        return Swift.max(1, value)
      }
      i += 1
    }
    return 1
  }
}
