/// Decides which rows of a side are totals of which.
///
/// Codes, ordinals, names and blank cells propose; where they leave two readings, the figures of the other
/// columns and rows decide. A reading that nothing confirms is dropped, not guessed.
struct RowStructure {
  let units: Units
  let grid: AmountGrid
  /// How many pairs of a total and a row are looked at: a table with more of both is no list that adds up.
  static let mostPairs = 100_000

  private var rows: [SideRow] { grid.side.rows }

  /// The equations between the rows of the side.
  func equations() -> [Equation] {
    let unread = rows.indices.filter { rows[$0].role == .uncertain }
    var equations = structured()
    guard !unread.isEmpty else { return equations }
    for index in equations.indices {
      let rows = equations[index].terms + [equations[index].total]
      let first = (rows.min() ?? 0) - 1
      let last = Swift.max((rows.max() ?? 0) + 1, endOfBlock(equations[index].total))
      equations[index].isShaky = unread.contains { $0 >= first && $0 <= last }
    }
    return equations
  }

  /// The last row below a row with a code whose own code begins with it: of 210 that before 212.
  private func endOfBlock(_ total: Int) -> Int {
    guard let code = rows[total].code, rows[total].codeLength >= 3 else { return total }
    var last = total
    while last + 1 < rows.count, opens(rows[last + 1], with: code, rows[total].codeLength) { last += 1 }
    return last
  }

  private func opens(_ row: SideRow, with code: Int64, _ length: Int) -> Bool {
    guard var own = row.code, row.codeLength > length else { return row.role == .repeatedHeader }
    for _ in length..<Swift.min(row.codeLength, 12) { own /= 10 }
    return own == code
  }

  /// 会议费, 培训费 and 机关运行经费 stand below the three public expenses and are none of them.
  private func isBesideTravel(_ row: Int) -> Bool {
    units.contains(anyOf: GrammarWords.gatherings, in: rows[row].label)
      || units.contains(anyOf: Self.runningCosts, in: rows[row].label)
  }

  private static let runningCosts = WordList(["机关运行", "机构运行"])

  /// 基本支出 = 人员经费 + 公用经费, where the two stand right below it: the names say so whatever the figures.
  private func withNatures(_ outline: [Equation]) -> [Equation] {
    guard let basic = rows.indices.first(where: { isNamed($0, Self.basic) }),
      !rows.indices.dropFirst(basic + 1).contains(where: { isNamed($0, Self.basic) }),
      rows.indices.contains(basic + 2), isNamed(basic + 1, Self.staff), isNamed(basic + 2, Self.office)
    else { return outline }
    return outline.filter { $0.total != basic } + [
      Equation(
        direction: .rows, rule: "hierarchy-total", total: basic, terms: [basic + 1, basic + 2],
        certainty: .certain, isNamed: true)
    ]
  }

  private static let basic = WordList(["基本支出"])
  private static let staff = WordList(["人员经费"])
  private static let office = WordList(["公用经费", "日常公用经费"])

  private func isNamed(_ row: Int, _ names: WordList) -> Bool {
    units.equals(anyOf: names, units.withoutTrailingBrackets(rows[row].label))
  }

  private func structured() -> [Equation] {
    let coded = rows.indices.filter {
      rows[$0].code != nil && rows[$0].codeLength >= 3 && rows[$0].role == .detail
    }
    if coded.count >= 2 || (coded.count == 1 && rows.contains { $0.role == .total }) {
      return CodeTree(units: units, grid: grid).equations()
    }
    let outline = withNatures(OutlineTree(units: units, grid: grid).equations())
    guard let travel = TravelStructure(units: units, grid: grid).rowEquations() else { return outline }
    // What the names of the three public expenses say stands; the outline adds the rest of the table.
    let named = Set(travel.flatMap { $0.terms + [$0.total] })
    let terms = Set(travel.flatMap(\.terms))
    return travel
      + outline.filter { equation in
        // 合计 = “三公”经费小计 + 会议费 + 培训费
        let isNew = !named.contains(equation.total) && equation.terms.allSatisfy { !terms.contains($0) }
        // 公务接待费 = 国内接待费 + 国（境）外接待费
        let isBelow =
          terms.contains(equation.total) && !travel.contains { $0.total == equation.total }
          && equation.terms.allSatisfy { !named.contains($0) && !isBesideTravel($0) }
        return isNew || isBelow
      }
  }
}

/// The rows of a table with subject codes: 类 (3 digits) = Σ 款 (5) = Σ 项 (7), 合计 = Σ 类.
struct CodeTree {
  let units: Units
  let grid: AmountGrid

  private struct Node {
    var row: Int
    var code: Int64
    var length: Int
    /// Which run between unit rows it stands in.
    var block: Int
    var parent: Int?
    var children: [Int] = []
  }

  func equations() -> [Equation] {
    let rows = grid.side.rows
    var units: [Int] = []
    var nodes: [Node] = []
    var byCode = KeyTable(minimumCapacity: rows.count)
    var block = 0
    var isCertain = true
    let blocks = UnitBlocks(grid)
    let heads = Set(blocks?.blocks.map(\.head) ?? [])
    func key(_ code: Int64, _ length: Int, _ block: Int) -> UInt64 {
      UInt64(bitPattern: (code &* 16 &+ Int64(length)) &* 4_096 &+ Int64(block & 4_095))
    }
    for index in rows.indices {
      let row = rows[index]
      guard row.role == .detail || row.role == .ofWhich || row.role == .uncertain else { continue }
      if row.role == .uncertain {
        isCertain = false
        continue
      }
      guard let code = row.code, row.codeLength >= 3 else {
        if grid.hasFigure(index) || heads.contains(index) {
          units.append(index)
          block += 1
        }
        continue
      }
      if heads.contains(index) || isUnit(index) {
        units.append(index)
        block += 1
        continue
      }
      // A row printed again after a page break says nothing new.
      if let known = byCode[key(code, row.codeLength, block)], sameFigures(nodes[Int(known)].row, index) {
        continue
      }
      byCode[key(code, row.codeLength, block)] = Int32(truncatingIfNeeded: nodes.count)
      nodes.append(Node(row: index, code: code, length: row.codeLength, block: block))
    }
    for index in nodes.indices {
      var code = nodes[index].code
      var length = nodes[index].length
      while length > 3, nodes[index].parent == nil {
        let step = length > 7 ? 1 : 2
        code /= step == 1 ? 10 : 100
        length -= step
        nodes[index].parent = byCode[key(code, length, nodes[index].block)].flatMap {
          $0 == index ? nil : Int($0)
        }
      }
      if let parent = nodes[index].parent { nodes[parent].children.append(index) }
    }
    // A class that nobody filled in is stood in for by what is below it.
    func filled(_ node: Node) -> [Node] {
      guard !node.children.isEmpty, grid.isBlank(row: node.row) else { return [node] }
      return node.children.flatMap { filled(nodes[$0]) }
    }
    var equations: [Equation] = []
    for node in nodes where !node.children.isEmpty {
      equations.append(
        Equation(
          direction: .rows, rule: "hierarchy-total", total: node.row,
          terms: node.children.flatMap { filled(nodes[$0]) }.map(\.row),
          certainty: .certain, needsTerms: true))
    }
    let tops = nodes.filter { $0.parent == nil }.flatMap(filled)
    if let blocks {
      return blockEquations(blocks, equations, units, tops.map { (row: $0.row, block: $0.block) })
    }
    equations += unitEquations(units, tops.map { (row: $0.row, block: $0.block) })
    equations += totals(units, tops.map(\.row), isCertain: isCertain)
    return equations
  }

  /// A row of a unit and not of a subject: 304 before 304001, or a code of six or nine digits.
  private func isUnit(_ index: Int) -> Bool {
    let row = grid.side.rows[index]
    if row.codeLength == 6 || row.codeLength == 9 { return true }
    guard row.codeLength == 3, let code = row.code else { return false }
    for next in grid.side.rows[(index + 1)...].prefix(3) where next.codeLength == 6 {
      if let other = next.code, other / 1_000 == code { return true }
    }
    return isOnlyUnit(index)
  }

  /// 合计 90万元, 304 某局 90万元, 208 社会保障和就业支出 20万元 …: the one unit of the table between its total and its classes.
  private func isOnlyUnit(_ index: Int) -> Bool {
    let rows = grid.side.rows
    guard index > 0, rows[index - 1].role == .total, rows.indices.contains(index + 1),
      rows[index + 1].codeLength == 3, grid.hasFigure(index),
      !units.ends(rows[index].label, withAnyOf: Self.classes)
    else { return false }
    return (0..<grid.columns.count).allSatisfy { grid.value(index, $0) == grid.value(index - 1, $0) }
  }

  private static let classes = WordList(["支出", "补助", "补贴", "预备费", "费用", "收入"])

  private func sameFigures(_ a: Int, _ b: Int) -> Bool {
    for column in 0..<grid.columns.count where grid.value(a, column) != grid.value(b, column) { return false }
    return grid.table.hasSameWords(grid.side.rows[a], grid.side.rows[b], in: grid.side, units)
  }

  /// A unit row is the sum of the units or subjects below it, if the figures say so.
  private func unitEquations(_ unitRows: [Int], _ tops: [(row: Int, block: Int)]) -> [Equation] {
    guard unitRows.count * (unitRows.count + tops.count) <= RowStructure.mostPairs else { return [] }
    var result: [Equation] = []
    let areUnitsAlone = isHierarchy(unitRows, tops.map(\.row))
    for (index, unit) in unitRows.enumerated() {
      let own = tops.filter { $0.block == index + 1 }.map(\.row)
      var candidates = [own]
      if own.isEmpty {
        // The unit above the units: everything down to the next of its length.
        let length = grid.side.rows[unit].codeLength
        var below: [Int] = []
        var subjects: [Int] = []
        for next in (index + 1)..<Swift.max(index + 1, unitRows.count) {
          if grid.side.rows[unitRows[next]].codeLength <= length { break }
          below.append(unitRows[next])
          subjects += tops.filter { $0.block == next + 1 }.map(\.row)
        }
        candidates = [below, subjects]
      }
      let equations = candidates.map {
        Equation(direction: .rows, rule: "hierarchy-total", total: unit, terms: $0, certainty: .guess)
      }
      if areUnitsAlone, own.isEmpty, var certain = equations.first, !certain.terms.isEmpty {
        (certain.certainty, certain.needsTerms) = (.certain, true)
        result.append(certain)
      } else if let best = grid.best(of: equations), best.evidence.isConfirmed {
        result.append(best.equation)
      }
    }
    return result
  }

  /// The units of a table whose codes say which rows are theirs, and its total, the sum of its units.
  ///
  /// - Parameter levels: What the lengths of the codes below the units say: a project may have the code of a whole 款.
  private func blockEquations(
    _ blocks: UnitBlocks, _ levels: [Equation], _ unitRows: [Int], _ tops: [(row: Int, block: Int)]
  ) -> [Equation] {
    let rows = grid.side.rows
    guard levels.isEmpty || levels.contains(where: { grid.evidence(for: $0).isConfirmed }) else { return [] }
    let sums: [Equation] = unitRows.enumerated().compactMap { index, unit in
      let own = tops.filter { $0.block == index + 1 }.map(\.row)
      return own.isEmpty
        ? nil
        : Equation(
          direction: .rows, rule: "hierarchy-total", total: unit, terms: own, certainty: .certain,
          needsTerms: true)
    }
    let totals = rows.indices.filter { rows[$0].role == .total }
    guard blocks.isFlat, totals.count == 1, blocks.bearOut(sums, grid) else {
      return levels + unitEquations(unitRows, tops) + self.totals(unitRows, tops.map(\.row), isCertain: true)
    }
    return levels + sums
      + totals.map {
        Equation(
          direction: .rows, rule: "column-total", total: $0, terms: unitRows, certainty: .certain,
          needsTerms: true)
      }
  }

  /// Tells whether a side lists nothing but units: 205 of a department, then 205001, 205002 … of those below it.
  private func isHierarchy(_ unitRows: [Int], _ tops: [Int]) -> Bool {
    let rows = grid.side.rows
    guard tops.isEmpty, let first = unitRows.first, let top = rows[first].code, rows[first].codeLength == 3,
      unitRows.count >= 2
    else { return false }
    return unitRows.dropFirst().allSatisfy { rows[$0].codeLength == 6 && (rows[$0].code ?? 0) / 1_000 == top }
  }

  private func totals(_ unitRows: [Int], _ tops: [Int], isCertain: Bool) -> [Equation] {
    let rows = grid.side.rows
    let totals = rows.indices.filter { rows[$0].role == .total }
    // 合计 below one of two blocks of classes may be that of both.
    if totals.count == 1, BlockTotals.isShared(grid.side, of: grid.table) { return [] }
    guard !tops.isEmpty || !unitRows.isEmpty,
      totals.count * (totals.count + tops.count + unitRows.count) <= RowStructure.mostPairs
    else { return [] }
    // A list of units by their codes under one 合计 adds up.
    let isUnitList =
      tops.isEmpty && unitRows.count >= 2 && Set(unitRows.map { rows[$0].codeLength }).count == 1
      || isHierarchy(unitRows, tops)
    var result: [Equation] = []
    for (index, total) in totals.enumerated() {
      var candidates: [[Int]] = []
      if !unitRows.isEmpty {
        let shortest = unitRows.map { rows[$0].codeLength }.min() ?? 0
        candidates.append(unitRows.filter { rows[$0].codeLength == shortest })
        candidates.append(unitRows.filter { rows[$0].codeLength != shortest })
        candidates.append(unitRows)
      }
      candidates.append(tops)
      if totals.count > 1 {
        let previous = index > 0 ? totals[index - 1] : -1
        let next = index + 1 < totals.count ? totals[index + 1] : rows.count
        candidates.append(tops.filter { $0 > previous && $0 < total })
        candidates.append(tops.filter { $0 > total && $0 < next })
        candidates.append(totals.filter { $0 != total && $0 < total })
        candidates.append(totals.filter { $0 > total })
        if previous >= 0 { candidates.append([previous] + tops.filter { $0 > previous && $0 < total }) }
      }
      let certain = isCertain && (unitRows.isEmpty || isUnitList) && totals.count == 1
      let equations = candidates.filter { !$0.isEmpty }.map {
        Equation(
          direction: .rows, rule: "column-total", total: total, terms: $0,
          certainty: certain ? .certain : .guess, needsTerms: certain)
      }
      if let best = grid.best(of: equations), certain || best.evidence.isConfirmed {
        result.append(best.equation)
      }
    }
    return result
  }
}
