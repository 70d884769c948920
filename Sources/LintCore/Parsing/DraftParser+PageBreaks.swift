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
    /// A unit stands above the rows as it does above every new table, and it is not that of this one.
    var hasUnit = false
    /// Whose the table is, its unit or its number stand above the rows, and are those of this one.
    var hasInfo = false
    /// A note at the foot of the page.
    var hasNote = false
    /// A line that may be printed on every page.
    var header: Int?

    var isBare: Bool {
      !isContinued && repeated.isEmpty && !hasUnit && !hasInfo && !hasNote && header == nil
    }
  }

  /// The row after a page break: one or two blank lines, perhaps a page number, then a row that goes on; or more lines
  /// with 续表, a running header, or the head of the table among them, then the header again or a row of figures.
  mutating func nextRow(after line: Int, _ grid: Grid, _ marks: CellMarks) -> Int? {
    var next = line
    var gap = Gap()
    while next < lineCount, next - line < Self.longestBreak {
      if isRow(next, marks), !isInfoAgain(next, gap, grid) {
        return goesOn(behind: gap, at: next, from: line, grid) ? next : nil
      }
      guard take(next, into: &gap, grid) else { return nil }
      next += 1
    }
    return nil
  }

  /// Notes what a line between two rows says; `false` for one that no page break puts there.
  private mutating func take(_ line: Int, into gap: inout Gap, _ grid: Grid) -> Bool {
    let slice = trimmed(line)
    if isFurniture(line) { gap.hasPageNumber = true }
    if slice.isEmpty { return true }
    if isContinuationLabel(slice) {
      gap.isContinued = true
    } else if gap.isContinued && isTableInfo(line, slice) {
      return true
    } else if standsAbove(slice, grid) {
      gap.repeated.append(line)
      if isTableInfo(line, slice) { gap.hasInfo = true }
    } else if TableInfo(units: units, text: text).titleBeforeUnit(slice) != nil {
      return false
    } else if isInfoAgain(line, gap, grid) {
      gap.hasInfo = true
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
    if opensForm(next, grid) { return false }
    // Without a page break it is a paragraph that a TAB indents.
    if text.lines[next].traits.contains(.tab), !isTabRow(next), !gap.hasPageNumber { return false }
    // Nothing but blank lines and page numbers stands between: a new table would have a title.
    guard !gap.isBare else {
      return next - line <= 2
        || next - line < Self.longestBareBreak
          && (fits(next, grid) || isPartOfForm(next, grid) || gap.hasPageNumber && isTopOfForm(grid)
            || repeatsHeader(next, grid) && !isWhole(grid) && !startsOver(next, grid))
    }
    if gap.isContinued, isForm(grid) { return true }
    let repeats = repeatsHeader(next, grid)
    // What every page repeats is looked up last: that takes the whole text.
    let hasItem =
      hasFigure(next)
      || hasItem(next)
        && (gap.isContinued || !gap.repeated.isEmpty || gap.header.map { isRunningHeader($0) } ?? false)
    guard repeats || hasItem && fits(next, grid) else { return false }
    if gap.isContinued { return true }
    if repeats, isWhole(grid) || startsOver(next, grid) { return false }
    if gap.hasUnit { return !isWhole(grid) && continuesCodes(firstRow(from: next, grid), grid) }
    if let header = gap.header, !isRunningHeader(header), !isPrintedAgain(header, gap, repeats) {
      return false
    }
    if repeats { return true }
    let hasTitle = gap.repeated.contains { !isRunningHeader($0) }
    if !hasTitle, !gap.hasNote { return true }
    return !isWhole(grid) && (continuesCodes(next, grid) || !gap.hasNote && !startsOver(next, grid))
  }

  /// Tells whether an unknown line above the head printed again belongs to the page: 青溪县水利局 behind its number.
  private func isPrintedAgain(_ header: Int, _ gap: Gap, _ repeats: Bool) -> Bool {
    // What stands above every table, or names one, is no head of a page.
    repeats && gap.hasPageNumber && !gap.hasInfo
      && !units.ends(units.withoutTrailingBrackets(trimmed(header)), with: Self.table)
  }

  private static let table: Word = "表"

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
    return tabCount(line) == tabCount(Int(last))
  }

  /// Tells whether a row has as many cells as one of a table, where blank ones at the ends of rows may be left out.
  private func fits(_ line: Int, _ grid: Grid) -> Bool {
    if goesOn(line, grid) { return true }
    let own = tabCount(line) + 1
    let widest = zip(grid.rowStarts, grid.rowStarts.dropFirst()).lazy.map { Int($1 - $0) }.max() ?? 0
    return hasFigure(line) && (own == widest || isStripped && own < widest)
  }

  private func tabCount(_ line: Int) -> Int {
    let slice = text.slice(ofLine: line)
    return slice.indices.filter { units[$0] == 0x09 || units[$0] == 0x7C }.count
  }

  /// Tells whether a row has the words of one of the first rows of a table.
  private func repeatsHeader(_ line: Int, _ grid: Grid) -> Bool {
    let key = units.key(text.slice(ofLine: line))
    return grid.rowLines.prefix(Self.head.rows).contains { key == units.key(text.slice(ofLine: Int($0))) }
  }

  /// Tells whether a line stands above a table too, as its title and unit do.
  private func standsAbove(_ slice: Slice, _ grid: Grid) -> Bool {
    let key = units.key(withoutOrdinal(slice))
    return linesAbove(grid).contains { units.key(withoutOrdinal($0)) == key }
  }

  /// Tells whether a line says of a table again whose it is and in which unit, or has the only number printed above it:
  /// 部门：白石县自然资源局 | 单位：万元, 公开05表.
  private func isInfoAgain(_ line: Int, _ gap: Gap, _ grid: Grid) -> Bool {
    let slice = trimmed(line)
    guard isTableInfo(line, slice) else { return false }
    let (unit, entity) = (TableInfo.unit(units, slice)?.unit, TableInfo.entity(units, slice))
    let above = linesAbove(grid) + grid.rowLines.prefix(Self.head.rows).map { trimmed(Int($0)) }
    guard unit != nil || entity != nil else {
      // 表二 between two tables is the number of the second, unless it stands at the head of a page.
      return gap.hasPageNumber
        && !above.contains { TableInfo.isLabel(units, $0) && units.key($0) != units.key(slice) }
    }
    if let unit, !above.contains(where: { TableInfo.unit(units, $0)?.unit == unit }) { return false }
    guard let entity else { return true }
    return above.contains { TableInfo.entity(units, $0).map { units.key($0) } == units.key(entity) }
  }

  /// The lines above a table that may say of it what it is.
  private func linesAbove(_ grid: Grid) -> [Slice] {
    var line = Int(grid.rowLines.first ?? 0)
    var lines: [Slice] = []
    while line > 0, lines.count < Self.head.lines {
      line -= 1
      let above = trimmed(line)
      if !above.isEmpty { lines.append(above) }
    }
    return lines
  }

  /// 收入决算表 of 二、收入决算表.
  private func withoutOrdinal(_ slice: Slice) -> Slice {
    guard let ordinal = OrdinalScanner.scan(units, slice) else { return slice }
    return units.trimmed(Slice(slice.lower + ordinal.length, slice.upper))
  }

  private static let totals = WordList(["合计", "总计", "支出总计", "收入总计", "本年合计", "合计:", "总计:"])

  /// Tells whether the last row of a table is its total, with others above it: nothing follows it.
  private func isWhole(_ grid: Grid) -> Bool {
    guard let last = grid.rowLines.last, hasTotal(Int(last)) else { return false }
    let headers = HeaderReader(units: units, grid: grid)
    return (0..<grid.rowCount - 1).reversed().contains { row in
      hasFigure(Int(grid.rowLines[row])) && !headers.isNumberRow(row)
    }
  }

  /// Tells whether the rows from a line on begin anew: with a total and what it is of, or with a row that the table has.
  private func startsOver(_ line: Int, _ grid: Grid) -> Bool {
    // The first rows of a form are what it is of, and no head that every page repeats.
    if isForm(grid) { return repeatsHeader(line, grid) }
    let first = firstRow(from: line, grid)
    guard first < lineCount else { return false }
    if hasTotal(first) {
      let goesOn = first + 1 < lineCount && hasFigure(first + 1) && !hasTotal(first + 1)
      return goesOn || grid.rowLines.contains { hasTotal(Int($0)) }
    }
    let own = names(first)
    guard !own.isEmpty else { return false }
    // 一般公共预算拨款 stands below 本年收入 and again below 上年结转: only a code comes once.
    if isCode(firstCell(first)) {
      let code = units.key(firstCell(first))
      return grid.rowLines.contains { units.key(firstCell(Int($0))) == code && names(Int($0)) == own }
    }
    let body = grid.rowLines.lazy.filter { hasFigure(Int($0)) }
    return body.map { names(Int($0)) }.first { !$0.isEmpty } == own
  }

  /// What a row is of: its codes and names, 208 | 05 | 01 | 行政单位离退休 or 水利局 | 河道治理.
  private func names(_ line: Int) -> [UInt64] {
    let slice = text.slice(ofLine: line)
    var (start, names, isNamed) = (slice.lower, [UInt64](), false)
    for i in slice.lower...slice.upper where i == slice.upper || units[i] == 0x09 || units[i] == 0x7C {
      let cell = CellReader.cell(units, start, i)
      if cell.kind == .text { isNamed = true }
      if cell.kind == .text || cell.kind == .number && !isNamed { names.append(units.key(cell.slice)) }
      start = i + 1
    }
    return isNamed ? names : []
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

  /// How many rows are searched for what makes a form.
  private static let topOfForm = 40
  private static let formRows = WordList([
    "项目资金", "年度资金总额", "资金总额", "年度总体目标", "总体目标", "年度绩效目标", "绩效指标", "一级指标", "年度目标", "项目目标",
    "预算规模及资金用途", "项目资金总额", "资金支出计划", "绩效目标", "主管部门", "主管部门及代码", "主管单位", "实施单位", "项目实施单位", "部门基本信息", "部门职责",
    "年度主要任务",
  ])
  private static let formParts = WordList([
    "产出指标", "效益指标", "成本指标", "满意度指标", "数量指标", "质量指标", "时效指标", "社会效益指标", "经济效益指标", "生态效益指标", "可持续影响指标",
    "服务对象满意度指标", "总分", "财政拨款", "当年财政拨款", "上年结转资金", "上年结转", "其他资金",
  ])

  /// Tells whether a table is a form: 主管部门, 项目资金 or the like open one of its first rows.
  private func isForm(_ grid: Grid) -> Bool {
    grid.rowLines.prefix(Self.topOfForm).contains { units.equals(anyOf: Self.formRows, formLabel(Int($0))) }
  }

  /// Tells whether of a form only the name of its project or unit was read yet.
  private func isTopOfForm(_ grid: Grid) -> Bool {
    grid.rowCount <= Self.head.rows
      && grid.rowLines.contains { units.equals(anyOf: Self.formOpenings, firstCell(Int($0))) }
  }

  /// Tells whether a row goes on with a form: 年度总体目标, 一级指标, or the rest of what a cell above spans.
  private func isPartOfForm(_ line: Int, _ grid: Grid) -> Bool {
    let label = formLabel(line)
    return isForm(grid)
      && (label.isEmpty || units.equals(anyOf: Self.formRows, label)
        || units.equals(anyOf: Self.formParts, label) || units.starts(label, with: Self.ofWhich))
  }

  private static let ofWhich: Word = "其中:"

  /// The first cell of a row without its unit: 项目资金 of 项目资金（万元）.
  private func formLabel(_ line: Int) -> Slice { units.withoutTrailingBrackets(firstCell(line)) }

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

  /// Tells whether a row has an item with a number or a code, as no header does: 十、卫生健康支出.
  private func hasItem(_ line: Int) -> Bool {
    let slice = text.slice(ofLine: line)
    var start = slice.lower
    for i in slice.lower...slice.upper where i == slice.upper || units[i] == 0x09 || units[i] == 0x7C {
      let cell = units.trimmed(Slice(start, i))
      if isCode(cell) || OrdinalScanner.scan(units, cell) != nil { return true }
      start = i + 1
    }
    return false
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
