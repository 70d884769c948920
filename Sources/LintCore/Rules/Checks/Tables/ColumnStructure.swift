/// Decides which columns of a side are totals of which, from the tree of their heads.
struct ColumnStructure {
  let units: Units
  let grid: AmountGrid

  /// A head with the columns under it.
  private struct Head {
    /// The position of the column in the grid, for a leaf.
    var column: Int?
    var label: Slice
    var children: [Head] = []
  }

  private static let sums = WordList(["合计", "小计", "总计", "总额", "金额合计", "共计"])
  /// Names whose columns make up a total whatever else the table says.
  private static let parts = WordList([
    "基本支出", "项目支出", "人员经费", "公用经费", "日常公用经费", "上缴上级支出", "经营支出", "事业单位经营支出",
    "对附属单位补助支出", "一般公共预算", "政府性基金", "国有资本经营", "财政专户", "事业收入", "经营收入", "上级补助收入",
    "附属单位上缴收入", "其他收入", "单位资金", "财政拨款收入", "本年安排", "上年结转",
  ])

  func equations() -> [Equation] {
    guard grid.columns.count >= 2 else { return [] }
    if let travel = TravelStructure(units: units, grid: grid).columnEquations() { return travel + changes() }
    let root = Head(column: nil, label: Slice(0, 0), children: tree(Array(grid.columns.indices), depth: 0))
    var result: [Equation] = []
    collect(root, following: [], into: &result)
    if let balance = carryOver() { result.append(balance) }
    return result + changes()
  }

  private func path(_ column: Int) -> [Int32] { grid.table.columns[grid.columns[column]].path }

  /// Groups columns by the head they share at a depth.
  private func tree(_ columns: [Int], depth: Int) -> [Head] {
    var heads: [Head] = []
    var index = 0
    while index < columns.count {
      let column = columns[index]
      let own = path(column)
      guard depth < own.count else {
        heads.append(Head(column: column, label: label(own.last)))
        index += 1
        continue
      }
      var end = index + 1
      while end < columns.count, path(columns[end]).count > depth, path(columns[end])[depth] == own[depth] {
        end += 1
      }
      if end == index + 1 {
        heads.append(Head(column: column, label: label(own.last)))
      } else {
        heads.append(
          Head(
            column: nil, label: label(own[depth]),
            children: tree(Array(columns[index..<end]), depth: depth + 1)))
      }
      index = end
    }
    return heads
  }

  private func label(_ cell: Int32?) -> Slice { cell.map { grid.table.cells[Int($0)].slice } ?? Slice(0, 0) }

  private func isSum(_ head: Head) -> Bool {
    head.column != nil && units.ends(units.withoutTrailingBrackets(head.label), withAnyOf: Self.sums)
  }

  /// The columns that stand for a head in a sum: its own total, or all its parts.
  private func representatives(_ head: Head) -> [Int] {
    if let column = head.column { return [column] }
    // A 小计 that nobody filled in stands for nothing.
    let isUnfilled = head.children.contains { isSum($0) && $0.column.map(grid.isUnfilled) ?? false }
    if !isUnfilled, let first = head.children.first {
      if isSum(first), let column = first.column { return [column] }
      if first.column == nil, let nested = first.children.first, isSum(nested),
        units.ends(first.label, withAnyOf: Self.sums), let column = nested.column
      {
        return [column]
      }
    }
    if !isUnfilled, let last = head.children.last, isSum(last), let column = last.column { return [column] }
    return head.children.flatMap(representatives)
  }

  private func isOfWhich(_ head: Head) -> Bool { units.starts(head.label, with: "其中") }

  private func isCarriedOver(_ head: Head) -> Bool {
    units.contains(anyOf: ["结转", "结余", "年初", "年末"], in: head.label)
  }

  private func isQuantity(_ head: Head) -> Bool {
    guard let column = head.column else { return false }
    return grid.table.columns[grid.columns[column]].kind == .count
  }

  /// Looks at each total among the children of a head and at the head's own total over its neighbours.
  private func collect(_ head: Head, following: [Head], into result: inout [Equation]) {
    for (position, child) in head.children.enumerated() {
      let after = Array(head.children[(position + 1)...])
      if isSum(child), let total = child.column {
        let until = after.firstIndex { isSum($0) } ?? after.count
        let own = Array(after[..<until])
        var candidates = variants(own)
        if until < after.count { candidates += variants(after) }
        if position == head.children.count - 1 || own.isEmpty {
          candidates += variants(Array(head.children[..<position]).filter { !isSum($0) })
        }
        add(total, candidates, own, of: head.label, to: &result)
        // 总计{小计, …} = 基本支出{小计, …} + 项目支出{小计, …}
        if position == 0, !following.isEmpty,
          units.ends(units.withoutTrailingBrackets(head.label), withAnyOf: Self.sums)
        {
          add(total, variants(following), following, of: head.label, to: &result)
        }
      }
      if child.column == nil { collect(child, following: after, into: &result) }
    }
  }

  /// The readings of a row of heads as parts: all; without what is carried over; without 其中.
  private func variants(_ heads: [Head]) -> [[Head]] {
    let money = heads.filter { !isQuantity($0) }
    guard !money.isEmpty else { return [] }
    guard money.contains(where: { isCarriedOver($0) || isOfWhich($0) }) else { return [money] }
    return [
      money, money.filter { !isCarriedOver($0) }, money.filter { !isOfWhich($0) },
      money.filter { !isOfWhich($0) && !isCarriedOver($0) },
    ].filter { !$0.isEmpty }
  }

  private func add(
    _ total: Int, _ candidates: [[Head]], _ own: [Head], of group: Slice, to result: inout [Equation]
  ) {
    var equations: [Equation] = []
    for candidate in candidates {
      let terms = candidate.flatMap(representatives).filter { $0 != total }
      guard !terms.isEmpty, !equations.contains(where: { $0.terms == terms }) else { continue }
      equations.append(
        Equation(direction: .columns, rule: "row-total", total: total, terms: terms, certainty: .guess))
    }
    guard var best = grid.best(of: equations) else { return }
    // 事业收入{小计, 其中：教育收费}: one part beside a total need not be all of it.
    if own.count == 1, best.equation.terms.count == 1, best.evidence.against > 0 { return }
    let isKnown =
      own.count >= 2 && (own.allSatisfy { isPart($0) } || areAssets(own, of: group))
      && best.equation.terms == equations.first?.terms
    if isKnown, !own.contains(where: isCarriedOver) { best.equation.certainty = .certain }
    let evidence = best.evidence
    guard
      best.equation.certainty == .certain || evidence.strong + evidence.weak >= Swift.max(1, evidence.against)
    else {
      return
    }
    result.append(best.equation)
  }

  private static let fixedAssets: Word = "固定资产"
  private static let assets = WordList(["房屋", "构筑物", "土地", "车辆", "设备", "家具", "图书", "文物", "其他固定资产"])

  /// 固定资产{小计, 房屋构筑物, 车辆, 设备, 家具及图书等}: kinds of assets of which the last takes in all others.
  private func areAssets(_ heads: [Head], of group: Slice) -> Bool {
    guard heads.count >= 3, let last = heads.last, units.contains(Self.fixedAssets, in: group),
      units.starts(last.label, with: "其他") || units.ends(last.label, with: "等")
    else { return false }
    return heads.allSatisfy {
      !isQuantity($0) && !isOfWhich($0) && units.contains(anyOf: Self.assets, in: $0.label)
    }
  }

  private func isPart(_ head: Head) -> Bool {
    units.contains(anyOf: Self.parts, in: head.label)
  }

  /// 年末结转 = 年初结转 + 本年收入 − 本年支出, as in the tables of funds.
  private func carryOver() -> Equation? {
    var opening: Int?
    var income: Int?
    var spending: Int?
    var closing: Int?
    let heads = tree(Array(grid.columns.indices), depth: 0).flatMap {
      $0.children.isEmpty || isAmountGroup($0) ? [$0] : $0.children
    }
    for head in heads {
      guard let column = representatives(head).first, representatives(head).count == 1 else { continue }
      if units.contains(anyOf: ["年初", "上年"], in: head.label), isCarriedOver(head) {
        opening = opening ?? column
      } else if units.contains(anyOf: ["年末"], in: head.label) {
        closing = closing ?? column
      } else if units.contains("本年收入", in: head.label) {
        income = income ?? column
      } else if units.contains("本年支出", in: head.label) {
        spending = spending ?? column
      }
    }
    guard let opening, let income, let spending, let closing else { return nil }
    let equation = Equation(
      direction: .columns, rule: "balance", total: closing, terms: [opening, income], minus: [spending],
      certainty: .certain)
    return equation
  }

  /// 增减额 = 本年数 − 上年数, if the figures of the rows say which columns are meant.
  private func changes() -> [Equation] {
    var result: [Equation] = []
    for column in grid.columns.indices {
      guard
        path(column).contains(where: {
          units.contains(anyOf: ["增减", "增加额", "变动"], in: grid.table.cells[Int($0)].slice)
        })
      else { continue }
      var candidates: [Equation] = []
      for (a, b) in PairedColumns.before(column) {
        candidates.append(
          Equation(
            direction: .columns, rule: "row-total", total: column, terms: [a], minus: [b], certainty: .guess))
      }
      if let best = grid.best(of: candidates), best.evidence.strong >= Swift.max(1, best.evidence.against) {
        result.append(best.equation)
      }
    }
    return result
  }

  private func isAmountGroup(_ head: Head) -> Bool {
    units.contains(anyOf: ["本年支出", "本年收入", "年初", "年末"], in: head.label)
  }
}
