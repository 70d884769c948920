/// Decides what each column of a table holds and splits the table into its sides.
struct SideReader {
  let units: Units
  let grid: Grid
  let paths: [[Int32]]
  let firstBodyRow: Int
  let width: Int
  /// What was seen of each row before: that it is the head printed again.
  var known: [RowRole?] = []

  private static let labelHeaders = WordList([
    "项目", "科目", "科目名称", "名称", "单位名称", "项目名称", "预算科目", "支出", "收入", "经济分类", "功能分类",
  ])
  private static let labelEndings = WordList(["名称", "科目", "项目", "分类", "单位", "支出项目", "收入项目"])
  private static let remarks = WordList(["依据", "说明", "备注", "标准", "内容", "用途", "方式", "原因", "理由"])
  private static let nameEndings = WordList(["名称"])
  private static let codeEndings = WordList(["编码", "代码", "编号"])
  private static let percentWords = WordList(["%", "占比", "比例", "比重", "百分比"])
  /// Rates and points of a scale: both are averaged, and neither adds up.
  private static let rateEndings = WordList(["率", "增幅", "得分", "评分", "平均分"])
  private static let points = WordList(["得分", "评分", "自评分"])
  private static let averages = WordList(["人均", "户均", "生均", "均价", "平均"])
  private static let countWords = WordList([
    "数量", "人数", "编制数", "编制人数", "实有", "批次", "人次", "团组", "保有量", "面积", "辆", "台", "个数",
  ])

  func columns() -> [Column] {
    var columns: [Column] = []
    columns.reserveCapacity(width)
    for column in 0..<width {
      let path = column < paths.count ? paths[column] : []
      let head = path.last.map { grid.cells[Int($0)].slice } ?? Slice(0, 0)
      columns.append(
        Column(
          kind: kind(of: column, head: units.withoutTrailingBrackets(head), full: head), path: path,
          key: units.key(units.withoutTrailingBrackets(head))))
    }
    return columns
  }

  private struct Statistics {
    var numbers = 0
    var decimals = 0
    var percents = 0
    var texts = 0
    var codes = 0
    /// How many figures are one more than the figure above them, the first included.
    var counted = 0
  }

  private func statistics(_ column: Int) -> Statistics {
    var result = Statistics()
    var last: Int64?
    for row in firstBodyRow..<Swift.max(firstBodyRow, grid.rowCount) {
      let index = Int(grid.rowStarts[row]) + column
      // A row that lost or gained cells says nothing about the columns, and no more does the head printed again.
      if row < known.count, known[row] == .repeatedHeader { continue }
      guard Int(grid.rowStarts[row + 1]) - Int(grid.rowStarts[row]) == width else { continue }
      let cell = grid.cells[index]
      switch cell.kind {
      case .number:
        result.numbers += 1
        if cell.amount.decimals > 0 || cell.isGrouped { result.decimals += 1 }
        if cell.amount.decimals == 0, !cell.isGrouped, last == nil || cell.amount.digits == (last ?? 0) + 1 {
          result.counted += 1
        }
        last = cell.amount.digits
        let length = cell.slice.count
        if cell.amount.decimals == 0, !cell.isGrouped, length == 3 || length == 5 || length == 7 {
          result.codes += 1
        }
      case .percent: result.percents += 1
      case .text: result.texts += 1
      case .blank, .dash: break
      }
    }
    return result
  }

  private func kind(of column: Int, head: Slice, full: Slice) -> ColumnKind {
    let seen = statistics(column)
    if units.ends(head, withAnyOf: Self.codeEndings), seen.decimals == 0 { return .code }
    if units.equals(anyOf: ["类", "款", "项"], head), seen.decimals == 0 { return .code }
    if units.equals(anyOf: ["行次", "序号"], head), seen.decimals == 0 { return .lineNumber }
    if seen.counted >= 5, seen.counted == seen.numbers { return .lineNumber }
    if seen.texts > seen.numbers + seen.percents {
      return isLabelHead(head) ? .label : .text
    }
    if seen.codes >= 2, seen.codes == seen.numbers, seen.decimals == 0, labelFollows(column) { return .code }
    if seen.percents > seen.numbers || units.contains(anyOf: Self.percentWords, in: full)
      || units.ends(head, withAnyOf: Self.rateEndings) || units.contains(anyOf: Self.averages, in: head)
    {
      return .percent
    }
    // 固定资产 | 车辆 with decimals is what they are worth.
    let isWorth = units.equals(head, "车辆") && seen.numbers > 0 && seen.decimals == seen.numbers
    if !isWorth, units.contains(anyOf: Self.countWords, in: head),
      !units.contains(anyOf: ["预算", "决算", "金额"], in: head)
    {
      return .count
    }
    if seen.numbers == 0, seen.texts == 0, isLabelHead(head), !head.isEmpty { return .label }
    if seen.numbers == 0, seen.texts > 0 { return isLabelHead(head) ? .label : .text }
    return .amount
  }

  private func isLabelHead(_ head: Slice) -> Bool {
    units.equals(anyOf: Self.labelHeaders, head) || units.ends(head, withAnyOf: Self.labelEndings)
  }

  private func labelFollows(_ column: Int) -> Bool {
    for row in firstBodyRow..<grid.rowCount {
      let index = Int(grid.rowStarts[row]) + column + 1
      guard index < Int(grid.rowStarts[row + 1]) else { continue }
      // Of a header that is printed again both cells are words.
      if grid.cells[index].kind == .text, grid.cells[index - 1].kind == .number { return true }
    }
    return false
  }

  /// Splits the columns into sides: a new one starts where names follow amounts and amounts follow again.
  func sides(_ columns: [Column], repeated: (Int) -> RowRole?) -> [Side] {
    var sides: [Side] = []
    var start = 0
    var sawAmount = false
    for column in 0..<width {
      switch columns[column].kind {
      case .amount, .percent, .count: sawAmount = true
      case .label, .code, .text, .lineNumber:
        let opens = columns[column].kind != .lineNumber
        guard opens, sawAmount, isSideStart(column, columns) else { continue }
        sides.append(contentsOf: side(start..<column, columns, repeated))
        start = column
        sawAmount = false
      }
    }
    sides.append(contentsOf: side(start..<width, columns, repeated))
    return sides
  }

  private func isSideStart(_ column: Int, _ columns: [Column]) -> Bool {
    guard columns[column...].contains(where: { $0.kind == .amount }) else { return false }
    if columns[column].kind == .text {
      // A remark between two amounts is no side: names fill most rows.
      let head = columns[column].path.last.map { grid.cells[Int($0)].slice } ?? Slice(0, 0)
      if units.ends(units.withoutTrailingBrackets(head), withAnyOf: Self.remarks) { return false }
      let seen = statistics(column)
      return seen.texts * 2 > grid.rowCount - firstBodyRow
    }
    return true
  }

  private func side(_ range: Range<Int>, _ columns: [Column], _ repeated: (Int) -> RowRole?) -> [Side] {
    let amounts = range.filter { columns[$0].kind == .amount || columns[$0].kind == .count }
    guard !amounts.isEmpty, let firstAmount = amounts.first else { return [] }
    let codes = range.filter { columns[$0].kind == .code && $0 < firstAmount }
    let labels = range.filter { columns[$0].kind == .label && $0 < firstAmount }
    let texts = range.filter { columns[$0].kind == .text && $0 < firstAmount }
    let label: Int
    if !codes.isEmpty, let name = labels.first(where: { $0 > (codes.first ?? 0) }) {
      label = name
    } else if let first = labels.first ?? texts.first {
      label = first
    } else if let code = codes.first {
      label = code
    } else {
      // No names at all: one row of figures under its heads, as in a 三公 table.
      label = -1
    }
    // 类, 款 and 项 are neighbours; a code further on belongs to another classification.
    let run =
      isForeign(codes.first, to: label, columns)
      ? []
      : codes.filter { $0 != label }.prefix(3).enumerated().filter { $1 == (codes.first ?? 0) + $0 }.map(\.1)
    let side = Side(
      columns: range, labelColumn: label, codeColumns: run, unitColumn: unitColumn(codes, columns),
      amountColumns: amounts, rows: [])
    return [withRows(side, repeated)]
  }

  /// 科目编码 | 单位代码: the column with the codes of units, behind those with the codes of subjects.
  private func unitColumn(_ codes: [Int], _ columns: [Column]) -> Int? {
    func isOfUnits(_ column: Int) -> Bool {
      columns[column].path.contains {
        units.equals(anyOf: Self.unitHeads, units.withoutTrailingBrackets(grid.cells[Int($0)].slice))
      }
    }
    guard codes.count >= 2, let last = codes.last, isOfUnits(last),
      !codes.dropLast().contains(where: isOfUnits)
    else { return nil }
    return last
  }

  private static let unitHeads = WordList([
    "单位代码", "单位编码", "单位编号", "预算单位代码", "预算单位编码", "部门(单位)代码", "部门(单位)编码",
  ])

  /// Tells whether a code behind the names is that of something else: 项目名称 | 科目编码.
  private func isForeign(_ code: Int?, to label: Int, _ columns: [Column]) -> Bool {
    guard let code, label >= 0, label < code else { return false }
    func stem(_ column: Int, _ endings: WordList) -> Slice {
      var head = columns[column].path.last.map { grid.cells[Int($0)].slice } ?? Slice(0, 0)
      head = units.withoutTrailingBrackets(head)
      return Slice(head.lower, head.upper - (units.lengthOfWord(ending: head, anyOf: endings) ?? 0))
    }
    let name = stem(label, Self.nameEndings)
    let own = stem(code, Self.codeEndings)
    return !name.isEmpty && !own.isEmpty && units.key(name) != units.key(own)
  }

  /// Tells whether a column holds the points that rows were given.
  private var isScored: Bool {
    paths.contains { path in
      path.last.map {
        units.ends(units.withoutTrailingBrackets(grid.cells[Int($0)].slice), withAnyOf: Self.points)
      }
        ?? false
    }
  }

  private func withRows(_ side: Side, _ repeated: (Int) -> RowRole?) -> Side {
    var side = side
    let reader = RowReader(units: units, grid: grid, width: width, isScored: isScored)
    side.rows.reserveCapacity(Swift.max(0, grid.rowCount - firstBodyRow))
    for row in firstBodyRow..<Swift.max(firstBodyRow, grid.rowCount) {
      side.rows.append(reader.read(row, side, repeated(row)))
    }
    completeCodes(&side)
    return side
  }

  /// Reads 208 | | , | 05 | and | | 01, each part in the row where it begins, as 208, 20805 and 2080501.
  private func completeCodes(_ side: inout Side) {
    guard side.codeColumns.count == 3 else { return }
    var above: (code: Int64, length: Int)?
    for index in side.rows.indices {
      let start = Int(grid.rowStarts[side.rows[index].row])
      let end = Int(grid.rowStarts[side.rows[index].row + 1])
      let filled = side.codeColumns.enumerated().filter { _, column in
        start + column < end && grid.cells[start + column].kind != .blank
      }
      if filled.count == 1, let (level, column) = filled.first, level > 0, let whole = above,
        whole.length >= 1 + 2 * level, grid.cells[start + column].slice.count == 2,
        let part = side.rows[index].code, part < 100
      {
        var code = whole.code
        for _ in (1 + 2 * level)..<Swift.max(1 + 2 * level, whole.length) { code /= 10 }
        (side.rows[index].code, side.rows[index].codeLength) = (code &* 100 &+ part, 3 + 2 * level)
      }
      if let code = side.rows[index].code, side.rows[index].codeLength >= 3 {
        above = (code, side.rows[index].codeLength)
      }
    }
  }
}
