/// Finds where a table's header ends and which header cells stand over each column.
struct HeaderReader {
  let units: Units
  let grid: Grid

  /// The most rows a header may have.
  private static let maximumRows = 6

  private static let preambleWords = WordList([
    "单位:", "部门:", "单位名称", "编制单位", "金额单位", "填报单位", "公开", "预算部门",
  ])
  /// Words that only a header has as a whole cell.
  private static let headerWords = WordList([
    "项目", "科目", "类", "款", "项", "收入", "支出", "栏次", "行次", "序号", "单位", "功能分类科目", "经济分类科目",
    "预算科目", "支出功能分类", "支出经济分类", "功能分类", "经济分类", "年度", "指标", "目标值", "内容", "决算数", "预算数",
    "金额", "小计", "合计", "基本支出", "项目支出", "总计", "本年收入", "本年支出", "人员经费", "公用经费",
  ])
  private static let headerEndings = WordList([
    "编码", "代码", "名称", "栏次", "行次", "序号", "科目", "指标", "项目", "(元)", "(万元)", "预算数", "决算数", "年度",
  ])

  struct Result {
    var preambleRows: Int
    var headerRows: Int
    /// For each column the header cells over it, top down, as cell indices.
    var paths: [[Int32]]
    /// The row of column numbers, if there is one.
    var numberRow: Int?
  }

  func read(width: Int) -> Result {
    var preamble = 0
    while preamble < Swift.min(3, grid.rowCount - 1), isPreamble(preamble) { preamble += 1 }
    var rows = 0
    var numberRow: Int?
    while preamble + rows < grid.rowCount, rows < Self.maximumRows {
      let row = preamble + rows
      if isNumberRow(row) {
        numberRow = row
        rows += 1
        continue
      }
      guard rows == 0 ? isFirstHeader(row) : isHeader(row) else { break }
      rows += 1
    }
    return Result(
      preambleRows: preamble, headerRows: rows,
      paths: paths(from: preamble, rows: rows, skipping: numberRow, width: width), numberRow: numberRow)
  }

  private func cells(_ row: Int) -> ArraySlice<Cell> {
    grid.cells[Int(grid.rowStarts[row])..<Int(grid.rowStarts[row + 1])]
  }

  private func isPreamble(_ row: Int) -> Bool {
    // Most rows are full, which one look at their first cells tells.
    var count = 0
    for cell in cells(row) where cell.kind != .blank {
      count += 1
      guard count <= 3, cell.kind == .text else { return false }
    }
    let filled = cells(row).filter { $0.kind != .blank }
    if filled.isEmpty { return true }
    if filled.contains(where: { units.starts($0.slice, withAnyOf: Self.preambleWords) && $0.slice.count > 3 })
    {
      return filled.contains { units.contains(anyOf: [":", "公开"], in: $0.slice) }
    }
    // A title over the whole width, or the year of a form.
    guard let only = filled.only, cells(row).count > 2, cells(row).first?.kind == .text
    else {
      return false
    }
    return units.ends(only.slice, withAnyOf: ["表", "年度)", "年度"]) && only.slice.count >= 5
  }

  /// Tells whether a row numbers the columns: 栏次, 1, 2, 3=1+2.
  func isNumberRow(_ row: Int) -> Bool {
    var expected: Int64?
    var count = 0
    for cell in cells(row) {
      switch cell.kind {
      case .blank, .dash: continue
      case .text:
        guard units.equals(anyOf: ["栏次", "行次"], cell.slice) || isLevels(cell.slice) || isFormula(cell.slice)
        else { return false }
      case .percent: return false
      case .number:
        guard cell.amount.decimals == 0, !cell.isGrouped else { return false }
        if let expected, cell.amount.digits != expected + 1 { return false }
        if expected == nil, cell.amount.digits > 2 { return false }
        expected = cell.amount.digits
        count += 1
      }
    }
    return count >= 2
      || (count == 1 && cells(row).contains { units.equals(anyOf: ["栏次", "行次"], $0.slice) })
  }

  /// Tells whether a cell heads the levels of a code: 类, 款, 项, 类款项, 类/款/项.
  private func isLevels(_ slice: Slice) -> Bool {
    slice.count <= 5 && !slice.isEmpty && slice.indices.allSatisfy { Self.levels.contains(units[$0]) }
  }

  /// 类, 款, 项, 目 and what parts them.
  private static let levels: Set<UInt16> = [0x7C7B, 0x6B3E, 0x9879, 0x76EE, 0x3001, 0x2F]

  /// 2=3+4, an explanation in a row of column numbers.
  private func isFormula(_ slice: Slice) -> Bool {
    slice.indices.allSatisfy { Unit.isDigit(units[$0]) || [0x3D, 0x2B, 0x2D, 0x20].contains(units[$0]) }
      || (slice.count <= 3 && slice.count > 0 && units[slice.lower] < 0x5B && units[slice.lower] > 0x40)
  }

  private func isFirstHeader(_ row: Int) -> Bool {
    let row = cells(row)
    guard let first = row.first(where: { $0.kind != .blank }),
      !row.contains(where: { $0.kind == .number && !isYear($0) })
    else { return false }
    return !isDataLabel(first.slice) || units.equals(anyOf: Self.headerWords, first.slice)
  }

  private func isYear(_ cell: Cell) -> Bool {
    cell.amount.decimals == 0 && cell.amount.digits >= 1990 && cell.amount.digits <= 2099 && !cell.isGrouped
  }

  private static let sums = WordList(["合计", "总计", "小计"])

  private func isHeader(_ row: Int) -> Bool {
    let row = cells(row)
    guard let first = row.first(where: { $0.kind != .blank }),
      !row.contains(where: { $0.kind == .number && !isYear($0) || $0.kind == .percent || $0.kind == .dash })
    else { return false }
    var filled = 0
    for cell in row where cell.kind != .blank { filled += 1 }
    if isDataLabel(first.slice), !units.equals(anyOf: Self.headerWords, first.slice) { return false }
    // 合计 in the first column starts the body; under a span it is a column of its own.
    if row.first?.kind != .blank {
      if units.ends(first.slice, withAnyOf: Self.sums) {
        // The items of a “三公” table start with 合计 beside the names of the other columns.
        return filled >= 3 && row.allSatisfy { $0.kind == .text || $0.kind == .blank }
      }
      return units.equals(anyOf: Self.headerWords, first.slice) || isLevels(first.slice)
        || units.ends(units.withoutTrailingBrackets(first.slice), withAnyOf: Self.headerEndings)
    }
    if filled == 1, units.equals(anyOf: ["合计", "总计"], first.slice), row.count > 3 {
      // A lone 合计 in the second column of a row without figures is a row, not a header.
      return row.dropFirst().first?.kind == .blank
    }
    return true
  }

  /// Tells whether a first cell can only be a row of the body.
  private func isDataLabel(_ slice: Slice) -> Bool {
    guard let first = slice.indices.first else { return false }
    if let ordinal = OrdinalScanner.scan(units, slice), ordinal.style != .part { return true }
    if Unit.isDigit(units[first]), units.starts(slice, with: "20"), units.contains("年", in: slice) {
      return false
    }
    if Unit.isDigit(units[first]) { return true }
    return units.starts(slice, withAnyOf: ["合计", "总计", "小计", "其中:"])
  }

  /// Fills spanned header cells to the right and lists what stands over each column.
  private func paths(from start: Int, rows: Int, skipping numberRow: Int?, width: Int) -> [[Int32]] {
    var paths = [[Int32]](repeating: [], count: width)
    for row in start..<start + rows where row != numberRow {
      let base = Int(grid.rowStarts[row])
      let count = Int(grid.rowStarts[row + 1]) - base
      var spanning: (cell: Int32, parent: Int32?)?
      let parents = paths.map { $0.last }
      for column in 0..<Swift.min(width, count) {
        let index = base + column
        if grid.cells[index].kind != .blank {
          let cell = Int32(truncatingIfNeeded: index)
          spanning = (cell, parents[column])
          paths[column].append(cell)
        } else if let open = spanning, open.parent == parents[column],
          row == start || parents[column] != nil, !isRowSpanned(column, below: row, start, rows)
        {
          paths[column].append(open.cell)
        } else {
          spanning = nil
        }
      }
    }
    return paths
  }

  /// Tells whether a blank header cell continues a cell above rather than one to its left.
  private func isRowSpanned(_ column: Int, below row: Int, _ start: Int, _ rows: Int) -> Bool {
    guard row > start else { return false }
    // The cell above is its own and not itself spanned from the left.
    let above = Int(grid.rowStarts[row - 1]) + column
    guard above < Int(grid.rowStarts[row]) else { return false }
    return grid.cells[above].kind != .blank && !hasFilledRight(column, row)
  }

  /// Tells whether the next cell of the row is blank or filled under the same head.
  private func hasFilledRight(_ column: Int, _ row: Int) -> Bool {
    let base = Int(grid.rowStarts[row])
    let end = Int(grid.rowStarts[row + 1])
    let next = base + column + 1
    return next < end && grid.cells[next].kind != .blank && isSpanHead(column, row - 1)
  }

  private func isSpanHead(_ column: Int, _ row: Int) -> Bool {
    let next = Int(grid.rowStarts[row]) + column + 1
    return next < Int(grid.rowStarts[row + 1]) && grid.cells[next].kind == .blank
  }
}
