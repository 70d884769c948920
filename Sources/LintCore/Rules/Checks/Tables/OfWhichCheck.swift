/// Reports a part named with 其中 that is larger than the row it is a part of.
///
/// Rule: `of-which`. The row before a 其中 is its whole; what the parts add up to is judged elsewhere. A change may
/// exceed that of its whole, as soon as another part fell.
enum OfWhichCheck {
  private static let phrase = Phrase(
    "“其中：{0}”{1} 大于“{2}”{3}", "“{0}”, {1}, is part of “{2}” but exceeds its {3}")
  private static let whole = Phrase("{0}", "{0}")

  static func check(_ side: SideArithmetic, _ inspection: inout Inspection) {
    let grid = side.grid
    var parent: Int?
    var columns: [Int]?
    for (index, row) in grid.side.rows.enumerated() {
      guard row.role == .detail || row.role == .total || row.role == .ofWhich else {
        parent = nil
        continue
      }
      guard row.isOfWhich else {
        parent = index
        continue
      }
      guard let parent else { continue }
      let amounts = columns ?? grid.columns.indices.filter { !isChange($0, grid, inspection.units) }
      columns = amounts
      for column in amounts { compare(index, parent, column, grid, &inspection) }
    }
  }

  private static let changes = WordList(["增减", "增加", "减少", "变动", "差额", "差异", "净增", "比上年", "较上年", "同比"])

  /// Tells whether a column states differences: its head says so, or a figure below zero does.
  private static func isChange(_ column: Int, _ grid: AmountGrid, _ units: Units) -> Bool {
    let path = grid.table.columns[grid.columns[column]].path
    return path.contains { units.contains(anyOf: changes, in: grid.table.cells[Int($0)].slice) }
      || (0..<grid.rowCount).contains { grid.state($0, column) == .figure && grid.value($0, column) < 0 }
  }

  /// 其中：上级资金, 本级资金, 合计: rows with 其中 between the last item and the total that they make divide the total.
  private static func isOfTotalBelow(_ row: Int, _ column: Int, _ grid: AmountGrid) -> Bool {
    var sum: Int64 = 0
    for index in row..<Swift.min(row + mostSources, grid.rowCount) {
      if index > row, grid.side.rows[index].role == .total { return sum == grid.value(index, column) }
      sum &+= grid.value(index, column)
    }
    return false
  }

  private static let mostSources = 6

  /// 合计, 货物, 工程, 服务, 其中：面向中小企业采购: a 其中 that ends a table whose total stands above may be of that total.
  private static func isOfTotalAbove(_ row: Int, _ column: Int, _ grid: AmountGrid) -> Bool {
    let rows = grid.side.rows
    guard rows[row...].allSatisfy({ $0.isOfWhich || $0.isBlank }),
      let total = rows[..<row].firstIndex(where: { $0.role == .total }), total + 2 < row
    else { return false }
    return grid.value(row, column) <= grid.value(total, column)
  }

  /// 办公设备购置 4, 其中：财政拨款小计 404, 合计 424: right before the total and larger than the last item in two columns and all
  /// that they share, it is of the total.
  private static func isOfNextTotal(_ row: Int, _ parent: Int, _ grid: AmountGrid) -> Bool {
    let rows = grid.side.rows
    guard let next = rows.indices.first(where: { $0 > row && !rows[$0].isBlank }), rows[next].role == .total
    else { return false }
    var shared = 0
    for column in grid.columns.indices where grid.state(row, column) == .figure {
      guard grid.state(next, column) == .figure, grid.value(row, column) <= grid.value(next, column) else {
        return false
      }
      guard grid.state(parent, column) == .figure, grid.value(parent, column) > 0 else { continue }
      guard grid.value(row, column) > grid.value(parent, column) else { return false }
      shared += 1
    }
    return shared >= 2
  }

  private static func compare(
    _ row: Int, _ parent: Int, _ column: Int, _ grid: AmountGrid, _ inspection: inout Inspection
  ) {
    guard grid.state(row, column) == .figure, grid.state(parent, column) == .figure,
      let part = grid.cell(row, column), let total = grid.cell(parent, column), total.amount.digits > 0,
      grid.value(row, column) > grid.value(parent, column) &+ grid.lastPlaces[column]
    else { return }
    if isOfTotalBelow(row, column, grid) || isOfTotalAbove(row, column, grid)
      || isOfNextTotal(row, parent, grid)
    {
      return
    }
    let unit = grid.table.unit
    inspection.report(
      "of-which", .error, at: part.slice,
      Message(
        phrase, .text(inspection.draft.string(grid.side.rows[row].label)), .amount(part.amount, unit),
        .text(inspection.draft.string(grid.side.rows[parent].label)), .amount(total.amount, unit)),
      related: [inspection.related(total.slice, Message(whole, .amount(total.amount, unit)))])
  }
}
