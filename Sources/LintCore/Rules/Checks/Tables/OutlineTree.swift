/// The rows of a table without subject codes: ordinals, 其中, 小计 and 合计.
///
/// Ordinals give the levels. Rows without one may belong below the row before them or beside it, as the figures bear out.
struct OutlineTree {
  let units: Units
  let grid: AmountGrid

  /// How rows without an ordinal are read.
  private enum Reading: CaseIterable {
    /// They stand at the top, beside the ordinals of the highest style.
    case beside
    /// They are parts of the row with an ordinal before them.
    case below
    /// They head the ordinals that start again below them.
    case above
    /// Rows whose first cells are blank are parts of the row before them that has those filled, and theirs blank.
    case byFirstCells
    /// Rows whose second name is blank are sums of the rows after them.
    case bySecondName
    /// A row that equals the sum of the next rows in every column is their total.
    case byFigures
    /// The same, and a row that repeats the one before it is the only part of that.
    case byFiguresWithOnlyParts

    /// Tells whether nothing but figures says what is part of what.
    var isByFigures: Bool { self == .byFigures || self == .byFiguresWithOnlyParts }
  }

  struct Tree {
    var equations: [Equation] = []
    /// The rows at the top, in order.
    var tops: [Int] = []
    /// Nothing in the table speaks against reading it this way.
    var isCertain = true
    /// Every row stands where its ordinal or its words put it: other readings of ordinals give the same tree.
    var isPlain = false
    /// Nothing but figures says what is part of what.
    var isByFigures = false
  }

  func equations() -> [Equation] {
    // Rows below a second header count other things than its columns say.
    guard !hasSecondHeader else { return [] }
    let hasOrdinals = grid.side.rows.contains { $0.ordinal != nil }
    var readings: [Reading] =
      hasOrdinals
      ? [.beside, .above, .below]
      : [.byFirstCells, .bySecondName, .beside, .byFigures, .byFiguresWithOnlyParts]
    if hasOrdinals, headsStartOver { readings = [.beside, .above] }
    var hasSecondNames = false
    var best: (equations: [Equation], evidence: AmountGrid.Evidence)?
    for reading in readings {
      // A second column of names says what is part of what better than a row that repeats the one before it.
      if reading == .byFiguresWithOnlyParts, hasSecondNames { continue }
      guard let tree = tree(reading) else { continue }
      if reading == .bySecondName || reading == .byFirstCells { hasSecondNames = true }
      var all = tree.equations + totals(over: tree)
      let evidence = all.reduce(AmountGrid.Evidence()) { $0 + grid.evidence(for: $1) }
      if let known = best {
        guard evidence.isConfirmed, evidence.score > known.evidence.score else { continue }
        // The figures chose this reading over another: its sums are no longer guesses.
        if evidence.strong + evidence.weak >= 2 {
          for index in all.indices where !reading.isByFigures && !isSinglePart(all[index]) {
            all[index].certainty = .certain
          }
        }
      }
      best = (all, evidence)
      if hasOrdinals, tree.isPlain { break }
    }
    return best?.equations ?? []
  }

  /// Tells whether the only term is one with 其中: a part, and not all.
  private func isSinglePart(_ equation: Equation) -> Bool {
    equation.terms.count == 1 && equation.terms.allSatisfy { grid.side.rows[$0].isOfWhich }
  }

  // MARK: Levels

  private func tree(_ reading: Reading) -> Tree? {
    switch reading {
    case .byFirstCells: byFirstCells()
    case .bySecondName: bySecondName()
    case .byFigures: byFigures(withOnlyParts: false)
    case .byFiguresWithOnlyParts: byFigures(withOnlyParts: true)
    case .beside, .below, .above: byOrdinals(reading)
    }
  }

  private func byOrdinals(_ reading: Reading) -> Tree {
    let rows = grid.side.rows
    var tree = Tree()
    tree.isPlain = true
    /// The open rows from the top down.
    var open: [(row: Int, level: Int)] = []
    var children: [Int: [Int]] = [:]
    var partial: Set<Int> = []
    let topStyle = rows.compactMap { $0.role == .detail ? $0.ordinal?.style : nil }.min()
    for index in rows.indices {
      let row = rows[index]
      switch row.role {
      case .total where isTotal(index):
        open.removeAll()
        continue
      case .columnNumbers, .repeatedHeader, .rate: continue
      case .uncertain:
        tree.isCertain = false
        continue
      case .heading where row.label.isEmpty: continue
      case .detail where isSubtotal(row): continue
      default: break
      }
      var level: Int
      if let ordinal = row.ordinal {
        level = Int(ordinal.style.rawValue) * 2 + 2
      } else if row.isOfWhich {
        level = (open.last?.level ?? 0) + (open.last.map { rows[$0.row].isOfWhich } == true ? 0 : 1)
      } else if isFundOfCarryOver(row, open.last?.row) {
        level = open.last.map { Self.isCarriedOver(units, rows[$0.row].label) ? $0.level + 1 : $0.level } ?? 0
      } else if reading == .below, let last = open.last {
        tree.isPlain = false
        level = rows[last.row].ordinal == nil ? last.level : last.level + 1
      } else if reading == .above {
        tree.isPlain = false
        level = 1
        if grid.hasFigure(index), topStyle != nil, !Self.isCarriedOver(units, row.label) {
          tree.isCertain = false
        }
      } else {
        tree.isPlain = false
        level = topStyle.map { Int($0.rawValue) * 2 + 2 } ?? 0
        if grid.hasFigure(index), topStyle != nil, !Self.isCarriedOver(units, row.label) {
          tree.isCertain = false
        }
      }
      while let last = open.last, last.level >= level { open.removeLast() }
      // A row without any figure only names what follows: its parts count for themselves, but for 其中 below 三、.
      if let parent = open.last(where: { !grid.isBlank(row: $0.row) }) {
        children[parent.row, default: []].append(index)
        if row.isOfWhich, row.ordinal == nil { partial.insert(parent.row) }
      } else if !row.isOfWhich || row.ordinal != nil || !isLater(open.last?.row) && !isMemo(index, tree.tops)
      {
        tree.tops.append(index)
      }
      open.append((index, level))
    }
    for (parent, list) in children.sorted(by: { $0.key < $1.key }) {
      // 其中：外事接待费 alone is a choice of its whole, and never what makes it.
      if list.count == 1, partial.contains(parent) { continue }
      let certain =
        isAllFunds(parent, list)
        || !partial.contains(parent) && list.allSatisfy { rows[$0].ordinal != nil } && list.count > 1
      tree.equations.append(
        Equation(
          direction: .rows, rule: "hierarchy-total", total: parent, terms: list,
          certainty: certain ? .certain : .guess))
    }
    return tree
  }

  private func isLater(_ row: Int?) -> Bool { row.flatMap { grid.side.rows[$0].ordinal }?.value ?? 0 > 1 }

  /// Tells whether a row is a total of its own: 一、“三公”经费小计 above 1、 and 2、 is one of the numbered rows.
  private func isTotal(_ index: Int) -> Bool {
    let rows = grid.side.rows
    guard rows[index].role == .total else { return false }
    guard let own = rows[index].ordinal, index + 1 < rows.count, let next = rows[index + 1].ordinal else {
      return true
    }
    // 一、支出合计 before 二、转移性支出 has nothing above it to add up.
    if own.value == 1, next.style == own.style, next.value == 2 { return false }
    return next.style <= own.style
  }

  /// Rows whose cell in a second column of names is blank are subtotals of the rows below them.
  private func bySecondName() -> Tree? {
    let columns = grid.side.columns.filter { column in
      column > grid.side.labelColumn && column < (grid.columns.first ?? 0)
        && [.label, .text].contains(grid.table.columns[column].kind)
    }
    guard let second = columns.first else { return nil }
    var tree = Tree()
    var parent: Int?
    var children: [Int] = []
    func close() {
      if let parent, !children.isEmpty {
        tree.equations.append(
          Equation(
            direction: .rows, rule: "hierarchy-total", total: parent, terms: children, certainty: .certain))
      }
      children = []
    }
    for (index, row) in grid.side.rows.enumerated() {
      guard row.role == .detail || row.role == .ofWhich else {
        if row.role == .uncertain { tree.isCertain = false }
        continue
      }
      // 本级 | 小计 | …: the subtotal names itself in the second column.
      let isParent =
        grid.table.cell(row.row, second).map {
          $0.kind == .blank || units.equals(anyOf: ["小计", "合计"], $0.slice)
        }
        ?? true
      if isParent {
        close()
        parent = index
        tree.tops.append(index)
      } else if parent != nil {
        children.append(index)
      } else {
        tree.tops.append(index)
      }
    }
    close()
    guard !tree.equations.isEmpty else { return nil }
    return tree
  }

  /// Finds totals by their figures alone: a row that is the sum of the next ones in every column.
  private func byFigures(withOnlyParts: Bool) -> Tree? {
    let rows = grid.side.rows.indices.filter {
      let role = grid.side.rows[$0].role
      return (role == .detail || role == .ofWhich) && grid.hasFigure($0)
    }
    guard rows.count >= 3, rows.count <= 400 else { return nil }
    var tree = Tree()
    (tree.isCertain, tree.isByFigures) = (false, true)
    var index = 0
    while index < rows.count {
      tree.tops.append(rows[index])
      if let count = partsAfter(index, rows, withOnlyParts) {
        tree.equations.append(
          Equation(
            direction: .rows, rule: "hierarchy-total", total: rows[index],
            terms: Array(rows[(index + 1)...(index + count)]), certainty: .guess))
        index += count
      }
      index += 1
    }
    return tree.equations.isEmpty ? nil : tree
  }

  private func partsAfter(_ index: Int, _ rows: [Int], _ withOnlyParts: Bool) -> Int? {
    let width = grid.columns.count
    if withOnlyParts, index + 1 < rows.count,
      (0..<width).allSatisfy({ grid.value(rows[index], $0) == grid.value(rows[index + 1], $0) })
    {
      return 1
    }
    var sums = [Int64](repeating: 0, count: width)
    for next in (index + 1)..<Swift.max(index + 1, Swift.min(rows.count, index + 40)) {
      for column in 0..<width { sums[column] &+= grid.value(rows[next], column) }
      guard next - index >= 2 else { continue }
      if (0..<width).allSatisfy({ sums[$0] == grid.value(rows[index], $0) }) { return next - index }
    }
    return nil
  }

  // MARK: Totals

  /// What each total row is the sum of: the rows above it, all rows, or the total before it and what follows.
  private func totals(over tree: Tree) -> [Equation] {
    let rows = grid.side.rows
    let totals = rows.indices.filter(isTotal)
    guard totals.count * (totals.count + tree.tops.count) <= RowStructure.mostPairs else { return [] }
    var result: [Equation] = []
    for (position, total) in totals.enumerated() {
      let previous = position > 0 ? totals[position - 1] : nil
      let next = position + 1 < totals.count ? totals[position + 1] : rows.count
      let above = Self.rows(tree.tops, after: previous ?? -1, before: total)
      let below = Self.rows(tree.tops, after: total, before: next)
      var equations: [Equation] = []
      func propose(_ terms: [Int], _ rule: String) {
        guard !terms.isEmpty else { return }
        equations.append(
          Equation(direction: .rows, rule: rule, total: total, terms: terms, certainty: .guess))
      }
      let isGrand = units.ends(rows[total].label, withAnyOf: ["总计", "总额", "共计"])
      if total == rows.indices.first(where: { rows[$0].role != .heading }), !below.isEmpty {
        propose(below, "column-total")
        propose(Self.rows(tree.tops, after: total, before: rows.count), "column-total")
      } else if let previous {
        // 收入总计 = 本年收入合计 + 上年结转, where 本年收入合计 is a total of its own.
        if isGrand || !above.isEmpty { propose([previous] + firm(above, total, previous), "balance") }
        propose(above, "column-total")
        if totals.count > 2 { propose(Array(totals[..<position]), "column-total") }
        propose(Self.rows(tree.tops, after: -1, before: total), "column-total")
        // 货物类小计 above the goods, 服务类小计 above the services.
        if !isGrand { propose(below, "hierarchy-total") }
      } else {
        propose(above, "column-total")
        propose(below, "column-total")
        propose(tree.tops.filter { $0 != total }, "column-total")
      }
      if position == 0, totals.count > 2, !below.isEmpty || above.isEmpty {
        propose(Array(totals[1...]), "column-total")
      }
      guard var best = grid.best(of: equations), !isChain(total, best.equation.terms) else { continue }
      if tree.isByFigures { best.equation.terms = withoutMissedParts(best.equation) }
      let isPlain = tree.isCertain && isDefault(best.equation, equations) && readsPlainly(total, tree)
      if isPlain { best.equation.certainty = .certain }
      if isPlain || best.evidence.isConfirmed { result.append(best.equation) }
    }
    return withSubtotals(result)
  }

  /// Tells whether each row repeats the total: one class, its only group and the only item of that, without codes.
  private func isChain(_ total: Int, _ terms: [Int]) -> Bool {
    terms.count >= 2
      && terms.allSatisfy { term in
        grid.columns.indices.allSatisfy { grid.value(term, $0) == grid.value(total, $0) }
      }
  }

  /// How many rows below one with 其中 may be further parts of its whole.
  private static let mostParts = 4

  /// The rows that a total adds up to the one before it: without the first ones below a 其中, if it holds only so.
  private func firm(_ above: [Int], _ total: Int, _ previous: Int) -> [Int] {
    func evidence(_ terms: [Int]) -> AmountGrid.Evidence {
      grid.evidence(
        for: Equation(
          direction: .rows, rule: "balance", total: total, terms: [previous] + terms, certainty: .guess))
    }
    let parts = above.filter { followsOfWhich($0) }
    guard !parts.isEmpty, evidence(above).against > 0 else { return above }
    let few = parts.prefix(Self.mostParts)
    let readings = few.map { [$0] } + few.indices.dropFirst().map { Array(few[...$0]) }
    return readings.lazy.map { left in above.filter { !left.contains($0) } }.first {
      evidence($0).against == 0
    }
      ?? above
  }

  /// Tells whether a row may be another part of the whole that a row with 其中 just above it is a part of.
  private func followsOfWhich(_ row: Int) -> Bool {
    let rows = grid.side.rows
    var index = row
    while index > 0, rows[index].ordinal == nil, rows[index].role == .detail {
      index -= 1
      if rows[index].isOfWhich { return true }
    }
    // 年初结转和结余, and below it 项目支出结转和结余 that is a part of it.
    return row > 0 && rows[row].ordinal == nil && Self.isCarriedOver(units, rows[row].label)
      && Self.isCarriedOver(units, rows[row - 1].label)
  }

  /// Subtotals that head their rows speak for each other: two or more that the figures bear out are no guesses.
  private func withSubtotals(_ equations: [Equation]) -> [Equation] {
    let heading = equations.indices.filter { equations[$0].rule == "hierarchy-total" }
    guard heading.count >= 2 else { return equations }
    let evidence = heading.reduce(AmountGrid.Evidence()) { $0 + grid.evidence(for: equations[$1]) }
    guard evidence.strong + evidence.weak > evidence.against else { return equations }
    var result = equations
    for index in heading { result[index].certainty = .certain }
    return result
  }

  /// The rows of an ascending list that stand between two rows.
  private static func rows(_ list: [Int], after first: Int, before last: Int) -> [Int] {
    let start = list.firstIndex { $0 > first } ?? list.count
    let end = list[start...].firstIndex { $0 >= last } ?? list.count
    return Array(list[start..<end])
  }

  private func isDefault(_ equation: Equation, _ candidates: [Equation]) -> Bool {
    candidates.first?.terms == equation.terms
  }

  /// Tells whether the names leave no doubt that a total adds up the numbered rows beside it.
  private func readsPlainly(_ total: Int, _ tree: Tree) -> Bool {
    let rows = grid.side.rows
    let details = tree.tops.filter { grid.hasFigure($0) }
    guard !details.isEmpty else { return false }
    let numbered = details.allSatisfy { rows[$0].ordinal != nil || Self.isCarriedOver(units, rows[$0].label) }
    if numbered { return true }
    // A list without numbers under one 合计 adds up, unless 其中 or a subtotal stands in it.
    return rows.filter { $0.role == .total }.count == 1 && details.count >= 2
      && rows.allSatisfy {
        $0.ordinal == nil && !$0.isOfWhich && $0.role != .ofWhich && $0.role != .uncertain
      }
  }
}
