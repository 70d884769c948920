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

/// Tables whose rows have nothing but figures to say what is part of what.
extension OutlineTree {
  /// The terms of a total without the parts of one of them, which a wrong figure kept from being seen as its parts: two
  /// rows or more that make the row before them in some column, and the difference in every column.
  ///
  /// - Complexity: O(rows² · columns), for a total that does not hold.
  func withoutMissedParts(_ equation: Equation) -> [Int] {
    let width = grid.columns.count
    let terms = equation.terms
    let excess = (0..<width).map { column in
      terms.reduce(-grid.value(equation.total, column)) { $0 &+ grid.value($1, column) }
    }
    guard excess.contains(where: { $0 > 0 }), terms.count >= 4 else { return terms }
    for first in 1..<terms.count - 1 {
      var sums = [Int64](repeating: 0, count: width)
      for last in first..<terms.count {
        for column in 0..<width { sums[column] &+= grid.value(terms[last], column) }
        guard last > first, sums == excess else { continue }
        let isMade = (0..<width).contains { sums[$0] != 0 && sums[$0] == grid.value(terms[first - 1], $0) }
        if isMade { return Array(terms[..<first] + terms[(last + 1)...]) }
      }
    }
    return terms
  }

  /// 小计（公益二类医院） between the numbered rows: a sum of some of them, and none of the rows that add up.
  func isSubtotal(_ row: SideRow) -> Bool {
    row.ordinal == nil && units.equals(units.withoutTrailingBrackets(row.label), "小计")
  }
}

/// Tables that give a project in one row, and below it what it is spent on.
extension OutlineTree {
  /// The rows of spending below each project, whose names stand in other columns than its own.
  ///
  /// 事业发展类 | 水利前期工作经费 | 水务局 | | | 80.00, and below it | | | 2130308 | 委托业务费 | 80.00: one row of spending is a part
  /// as several are.
  func byFirstCells() -> Tree? {
    guard let firstAmount = grid.columns.first else { return nil }
    let lead = grid.side.columns.prefix { $0 < firstAmount }
    func first(_ row: SideRow) -> Int? {
      lead.first { grid.table.cell(row.row, $0).map { $0.kind != .blank } ?? false }
    }
    let rows = grid.side.rows.indices.filter {
      let role = grid.side.rows[$0].role
      return (role == .detail || role == .ofWhich) && grid.hasFigure($0)
    }
    let firsts = rows.map { first(grid.side.rows[$0]) ?? firstAmount }
    guard let head = firsts.first, Set(firsts).count == 2, let part = firsts.first(where: { $0 != head }),
      part > head,
      zip(rows, firsts).allSatisfy({ row, first in
        first == part || grid.table.cell(grid.side.rows[row].row, part).map { $0.kind == .blank } ?? true
      })
    else { return nil }
    var tree = Tree()
    for (row, first) in zip(rows, firsts) {
      if first == head {
        tree.tops.append(row)
      } else if let parent = tree.tops.last {
        if tree.equations.last?.total == parent {
          tree.equations[tree.equations.count - 1].terms.append(row)
        } else {
          tree.equations.append(
            Equation(
              direction: .rows, rule: "hierarchy-total", total: parent, terms: [row], certainty: .certain))
        }
      }
    }
    return tree.equations.count >= 2 ? tree : nil
  }
}
