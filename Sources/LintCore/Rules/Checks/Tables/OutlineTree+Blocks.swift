/// Tables of several blocks, each with rows of its own.
extension OutlineTree {
  /// 经费控制情况 | 2022年决算数 | 2023年预算数: the head of another block among the rows.
  var hasSecondHeader: Bool {
    // 部门整体支出绩效评价基础数据表 has three blocks, which conversions also part.
    if let caption = grid.table.caption, units.contains("基础数据", in: caption) { return true }
    return grid.side.rows.dropFirst().contains { row in
      !row.label.isEmpty
        && grid.columns.count { column in
          guard let cell = grid.table.cell(row.row, column), cell.kind == .text else { return false }
          return units.ends(units.withoutTrailingBrackets(cell.slice), withAnyOf: Self.heads)
        } >= 2
    }
  }

  private static let heads = WordList(["决算数", "预算数", "决算", "预算", "金额", "人数"])

  /// 三公经费, 1、, 2、, 项目支出, 1、, …: rows without a number head those that count from one, again and again.
  var headsStartOver: Bool {
    let rows = grid.side.rows
    func isHead(_ index: Int) -> Bool {
      rows[index].ordinal == nil && rows[index].role != .total && !rows[index].isOfWhich
        && index + 1 < rows.count && rows[index + 1].ordinal?.value == 1
    }
    return rows.first.map { $0.ordinal == nil } ?? false && isHead(0)
      && rows.indices.dropFirst().contains(where: isHead)
  }
}
