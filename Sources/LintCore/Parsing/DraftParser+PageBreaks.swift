/// Joining the pieces of a table that page breaks have parted.
extension DraftParser {
  /// How many lines may stand between the pieces of a table.
  static let longestBreak = 14
  /// How many rows at the top of a table may be its header, and how many lines above it its title and unit.
  static let head = (rows: 4, lines: 6)
  /// How many lines behind the last row of a table are looked at for rows that go on with it.
  static let linesBelow = longestBreak + head.rows + 1
  /// How many blank lines and page numbers alone may stand between.
  private static let longestBareBreak = 8

  /// What stands between two rows.
  private struct Gap {
    /// 续表 or the like.
    var isContinued = false
    var hasPageNumber = false
    /// Lines that stand above the table are printed again: its title, its unit.
    var repeated: [Int] = []
    /// A unit stands above the rows as it does above every new table.
    var hasUnit = false
    /// A note at the foot of the page.
    var hasNote = false
    /// A line that may be printed on every page.
    var header: Int?

    var isBare: Bool { !isContinued && repeated.isEmpty && !hasUnit && !hasNote && header == nil }
  }

  /// The row after a page break: one or two blank lines, perhaps a page number, then a row that goes on; or more lines
  /// with 续表, a running header, or the head of the table among them, then the header again or a row of figures.
  mutating func nextRow(after line: Int, _ grid: Grid, _ isRow: (Int) -> Bool) -> Int? {
    var next = line
    var gap = Gap()
    while next < lineCount, next - line < Self.longestBreak {
      if isRow(next) { return goesOn(behind: gap, at: next, from: line, grid) ? next : nil }
      guard take(next, into: &gap, grid) else { return nil }
      next += 1
    }
    return nil
  }

  /// Notes what a line between two rows says; `false` for one that no page break puts there.
  private mutating func take(_ line: Int, into gap: inout Gap, _ grid: Grid) -> Bool {
    let slice = trimmed(line)
    if slice.isEmpty { return true }
    if PageNumber.isOne(units, slice) {
      gap.hasPageNumber = true
    } else if isContinuationLabel(slice) {
      gap.isContinued = true
    } else if gap.isContinued && isTableInfo(line, slice) {
      return true
    } else if standsAbove(slice, grid) {
      gap.repeated.append(line)
    } else if TableInfo.unit(units, slice) != nil, slice.count <= RunningHeaders.longest {
      gap.hasUnit = true
    } else if !gap.hasNote, units.starts(slice, with: Self.note) {
      gap.hasNote = true
    } else {
      guard gap.header == nil, slice.count <= RunningHeaders.longest else { return false }
      gap.header = line
    }
    return true
  }

  private static let note: Word = "注:"

  private mutating func goesOn(behind gap: Gap, at next: Int, from line: Int, _ grid: Grid) -> Bool {
    // Nothing but blank lines and page numbers stands between: a new table would have a title.
    guard !gap.isBare else {
      if opensForm(next, grid) { return false }
      return next - line <= 2 || next - line < Self.longestBareBreak && goesOn(next, grid)
    }
    let repeats = repeatsHeader(next, grid)
    guard repeats || goesOn(next, grid) && hasFigure(next) else { return false }
    if gap.isContinued { return true }
    if repeats, isWhole(grid) || startsOver(next, grid) { return false }
    if gap.hasUnit { return !isWhole(grid) && continuesCodes(firstRow(from: next, grid), grid) }
    // 部门：… | 单位：万元 stands above every table, and is no head of this one printed again.
    let isPrintedAgain = repeats && gap.hasPageNumber && TableInfo.entity(units, firstCell(next)) == nil
    if let header = gap.header, !isRunningHeader(header), !isPrintedAgain { return false }
    return repeats || gap.repeated.allSatisfy { isRunningHeader($0) } && !gap.hasNote
      || !isWhole(grid) && continuesCodes(next, grid)
  }

  /// Tells whether a line says that a table goes on: 续表, (续), 公开01表(续), 收入决算表(续), (接上表).
  func isContinuationLabel(_ slice: Slice) -> Bool {
    guard slice.count <= 48 else { return false }
    if slice.count <= 12, units.starts(slice, withAnyOf: ["续表", "(续表", "续上表", "(续)", "(接上", "接上表", "接上页"]) {
      return true
    }
    return units.ends(slice, withAnyOf: ["(续)", "(续表)", "(续1)", "(续2)", "续表"])
  }

  /// Tells whether a line is printed at the top or bottom of every page.
  mutating func isRunningHeader(_ line: Int) -> Bool {
    let headers = runningHeaders ?? RunningHeaders(units: units, text: text, contents: contents)
    runningHeaders = headers
    isCutByPages = true
    return headers.contains(trimmed(line), units)
  }

  /// Tells whether a row has as many cells as the last row of a table.
  func goesOn(_ line: Int, _ grid: Grid) -> Bool {
    guard let last = grid.rowLines.last else { return false }
    func count(_ line: Int) -> Int {
      let slice = text.slice(ofLine: line)
      return slice.indices.filter { units[$0] == 0x09 || units[$0] == 0x7C }.count
    }
    return count(line) == count(Int(last))
  }

  /// Tells whether a row has the words of one of the first rows of a table.
  private func repeatsHeader(_ line: Int, _ grid: Grid) -> Bool {
    let key = units.key(text.slice(ofLine: line))
    return grid.rowLines.prefix(Self.head.rows).contains { key == units.key(text.slice(ofLine: Int($0))) }
  }

  /// Tells whether a line stands above a table too, as its title and unit do.
  private func standsAbove(_ slice: Slice, _ grid: Grid) -> Bool {
    let key = units.key(withoutOrdinal(slice))
    var line = Int(grid.rowLines.first ?? 0)
    var seen = 0
    while line > 0, seen < Self.head.lines {
      line -= 1
      let above = trimmed(line)
      guard !above.isEmpty else { continue }
      if units.key(withoutOrdinal(above)) == key { return true }
      seen += 1
    }
    return false
  }

  /// 收入决算表 of 二、收入决算表.
  private func withoutOrdinal(_ slice: Slice) -> Slice {
    guard let ordinal = OrdinalScanner.scan(units, slice) else { return slice }
    return units.trimmed(Slice(slice.lower + ordinal.length, slice.upper))
  }

  private static let totals = WordList(["合计", "总计", "支出总计", "收入总计", "本年合计", "合计:", "总计:"])

  /// Tells whether the last row of a table is its total: nothing follows it.
  private func isWhole(_ grid: Grid) -> Bool {
    guard let last = grid.rowLines.last else { return false }
    return hasTotal(Int(last))
  }

  /// Tells whether the rows from a line on begin anew: with a total, or with the first row of the table.
  private func startsOver(_ line: Int, _ grid: Grid) -> Bool {
    let first = firstRow(from: line, grid)
    guard first < lineCount else { return false }
    let own = firstCell(first)
    return hasTotal(first)
      || !own.isEmpty && grid.rowLines.contains { units.key(firstCell(Int($0))) == units.key(own) }
  }

  private static let formOpenings = WordList([
    "项目名称", "项目支出名称", "专项名称", "专项资金名称", "政策名称", "部门名称", "部门(单位)名称", "单位名称", "预算部门", "预算单位",
  ])

  /// Tells whether a row opens another form: 项目名称 with another name behind it than in the first rows of the table.
  private func opensForm(_ line: Int, _ grid: Grid) -> Bool {
    let own = firstCell(line)
    guard units.equals(anyOf: Self.formOpenings, own), !repeatsHeader(line, grid) else { return false }
    return grid.rowLines.prefix(Self.head.rows).contains { units.key(firstCell(Int($0))) == units.key(own) }
  }

  /// The line of the first row from a line on that is none of the header printed again.
  private func firstRow(from line: Int, _ grid: Grid) -> Int {
    let heads = Set(grid.rowLines.prefix(Self.head.rows).map { units.key(text.slice(ofLine: Int($0))) })
    var next = line
    while next < lineCount, next - line < Self.head.rows, !hasTotal(next),
      heads.contains(units.key(text.slice(ofLine: next)))
    {
      next += 1
    }
    return next
  }

  /// Tells whether a row opens with the code after that of the last row: 2080505 after 2080501.
  private func continuesCodes(_ line: Int, _ grid: Grid) -> Bool {
    guard let last = grid.rowLines.last, line < lineCount else { return false }
    let (before, own) = (firstCell(Int(last)), firstCell(line))
    guard isCode(before), isCode(own) else { return false }
    return units[before.lower..<before.upper].lexicographicallyPrecedes(units[own.lower..<own.upper])
  }

  private func isCode(_ cell: Slice) -> Bool {
    cell.count >= 3 && cell.count <= 9 && cell.indices.allSatisfy { Unit.isDigit(units[$0]) }
  }

  /// Tells whether a row of figures is a total; 合计 also heads columns.
  private func hasTotal(_ line: Int) -> Bool {
    guard hasFigure(line) else { return false }
    let slice = text.slice(ofLine: line)
    var start = slice.lower
    for i in slice.lower...slice.upper where i == slice.upper || units[i] == 0x09 || units[i] == 0x7C {
      if units.equals(anyOf: Self.totals, units.trimmed(Slice(start, i))) { return true }
      start = i + 1
    }
    return false
  }

  private func firstCell(_ line: Int) -> Slice {
    let slice = text.slice(ofLine: line)
    let end = slice.indices.first { $0 > slice.lower && (units[$0] == 0x09 || units[$0] == 0x7C) }
    return units.trimmed(Slice(slice.lower, end ?? slice.upper))
  }
}
