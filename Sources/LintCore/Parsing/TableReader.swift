/// Turns the bare cells of a table into a ``Table``.
struct TableReader {
  let units: Units

  private static let formWords = WordList([
    "一级指标", "二级指标", "三级指标", "年度资金总额", "资金总额", "总体目标", "年度总体目标", "年度绩效目标", "评分等级",
    "实施单位", "部门职责", "绩效指标", "年度总体目标完成情况", "项目资金",
  ])
  /// Heads that only together make a form: the money of a project above its indicators.
  private static let fundHead: Word = "资金来源"
  private static let indicatorHead: Word = "指标类别"

  /// How many rows are searched for the words of a form.
  private static let formRows = 40

  /// The most columns of a table that is calculated with.
  private static let mostColumns = 256

  func read(_ found: Grid) -> Table {
    let width = modalWidth(found)
    let isForm = isForm(found)
    let grid = withEmptyCells(found, isForm: isForm)
    let headers = HeaderReader(units: units, grid: grid)
    let header = headers.read(width: width)
    var table = Table(
      grid, isForm ? .form : .grid, preambleRows: header.preambleRows,
      headerRows: isForm ? 0 : header.headerRows)
    guard !isForm, width <= Self.mostColumns else { return table }
    let firstBodyRow = table.firstBodyRow
    var isRepeated = false
    let known = (0..<grid.rowCount).map { row -> RowRole? in
      guard row >= firstBodyRow else { return nil }
      // The numbers of the columns may be printed otherwise than the first time.
      isRepeated = repeatedHeader(row, grid, table) || isRepeated && headers.isNumberRow(row)
      return isRepeated ? .repeatedHeader : isDashedRule(row, grid) ? .heading : nil
    }
    let reader = SideReader(
      units: units, grid: grid, paths: header.paths, firstBodyRow: firstBodyRow, width: width, known: known)
    let columns = reader.columns()
    var sides = reader.sides(columns) { known[$0] }
    spreadUncertainty(&sides)
    table.read(columns, sides)
    return table
  }

  private static let nothing = WordList(["NaN", "nan", "None", "null", "NULL"])
  private static let none: Word = "无"

  /// Empties the cells that a converter wrote a word for nothing into, and takes 无 in a column of figures for a dash.
  private func withEmptyCells(_ grid: Grid, isForm: Bool) -> Grid {
    var result = grid
    for row in 0..<grid.rowCount {
      let first = Int(grid.rowStarts[row])
      for index in first..<Int(grid.rowStarts[row + 1]) {
        let cell = grid.cells[index]
        guard cell.kind == .text, cell.upper - cell.lower <= 4 else { continue }
        if units.equals(anyOf: Self.nothing, cell.slice) {
          result.cells[index].upper = cell.lower
          result.cells[index].kind = .blank
        } else if !isForm, index > first, units.equals(cell.slice, Self.none) {
          result.cells[index].kind = .dash
        }
      }
    }
    return result
  }

  /// A row whose cells have moved in one side has moved in all.
  private func spreadUncertainty(_ sides: inout [Side]) {
    guard sides.count > 1 else { return }
    guard sides.contains(where: { $0.rows.contains { $0.role == .uncertain } }) else { return }
    let unread = Set(sides.flatMap { $0.rows.filter { $0.role == .uncertain }.map(\.row) })
    for side in sides.indices {
      for row in sides[side].rows.indices where unread.contains(sides[side].rows[row].row) {
        sides[side].rows[row].role = .uncertain
      }
    }
  }

  /// The width that most rows have.
  private func modalWidth(_ grid: Grid) -> Int {
    func width(_ row: Int) -> Int { Int(grid.rowStarts[row + 1] - grid.rowStarts[row]) }
    var widest = 0
    for row in 0..<grid.rowCount { widest = Swift.max(widest, width(row)) }
    var counts = [Int](repeating: 0, count: widest + 1)
    for row in 0..<grid.rowCount { counts[width(row)] += 1 }
    var best = 0
    for width in counts.indices where counts[width] > 0 && counts[width] >= counts[best] { best = width }
    return best
  }

  private func isForm(_ grid: Grid) -> Bool {
    var seen = 0
    var hasFunds = false
    // The words that make a form stand near its top.
    let last = Int(grid.rowStarts[Swift.min(grid.rowCount, Self.formRows)])
    for cell in grid.cells[..<last] where cell.kind == .text && cell.upper - cell.lower <= 16 {
      let slice = withoutColon(cell.slice)
      if units.equals(anyOf: Self.formWords, slice) { seen += 1 }
      if units.equals(slice, Self.fundHead) { hasFunds = true }
      if hasFunds, units.equals(slice, Self.indicatorHead) { return true }
      if seen >= 2 { return true }
    }
    return false
  }

  private func withoutColon(_ slice: Slice) -> Slice {
    slice.count > 1 && units[slice.upper - 1] == 0x3A ? Slice(slice.lower, slice.upper - 1) : slice
  }

  /// Tells whether a body row is the first header row printed again after a page break.
  private func repeatedHeader(_ row: Int, _ grid: Grid, _ table: Table) -> Bool {
    for header in 0..<table.firstBodyRow where sameText(row, header, grid) { return true }
    return false
  }

  private func sameText(_ a: Int, _ b: Int, _ grid: Grid) -> Bool {
    let left = Int(grid.rowStarts[a])
    let right = Int(grid.rowStarts[b])
    let count = Int(grid.rowStarts[a + 1]) - left
    guard count == Int(grid.rowStarts[b + 1]) - right else { return false }
    var isBlank = true
    for k in 0..<count {
      if grid.cells[left + k].kind != grid.cells[right + k].kind { return false }
      if grid.cells[left + k].kind != .blank { isBlank = false }
    }
    guard !isBlank else { return false }
    for k in 0..<count where units.key(grid.cells[left + k].slice) != units.key(grid.cells[right + k].slice) {
      return false
    }
    return true
  }

  /// A row of dashes that a converter left at the end of a table.
  private func isDashedRule(_ row: Int, _ grid: Grid) -> Bool {
    for index in Int(grid.rowStarts[row])..<Int(grid.rowStarts[row + 1]) {
      let cell = grid.cells[index]
      if cell.kind != .dash || cell.upper - cell.lower < 3 { return false }
    }
    return true
  }
}
