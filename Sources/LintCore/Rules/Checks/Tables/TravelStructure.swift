/// The items of a “三公” table: 合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费; 公务用车 = 购置 + 运行.
///
/// The names decide, whether the items stand in rows or in columns and whatever their order.
struct TravelStructure {
  let units: Units
  let grid: AmountGrid

  private struct Items {
    var total: [Int] = []
    var abroad: Int?
    var reception: Int?
    var vehicles: Int?
    var purchase: Int?
    var operation: Int?

    /// One of the two stands in for both.
    var isWithoutSum = false

    /// What the vehicles cost, as one item or as its parts.
    var cars: [Int] { vehicles.map { [$0] } ?? [purchase, operation].compactMap { $0 } }

    var hasVehicles: Bool { vehicles != nil || cars.count == 2 || isWithoutSum }

    /// Leaves the sum of purchase and operation out, if one of them is there to count for it.
    mutating func dropVehicles() {
      guard purchase != nil || operation != nil else { return }
      vehicles = nil
      isWithoutSum = true
    }

    mutating func take(_ index: Int, _ name: Slice, _ units: Units, isGroupTotal: Bool) {
      let isPurchase = units.contains("购置", in: name)
      let isOperation =
        units.contains(anyOf: ["运行", "购置和维护", "购置及维护"], in: name)
        && !units.contains(anyOf: ["行政运行", "机关运行"], in: name)
      if units.contains("出国", in: name) {
        abroad = abroad ?? index
      } else if units.contains("接待", in: name) {
        if reception == nil, !units.contains(anyOf: ["国内", "外事", "国(境)外", "外宾", "批次", "人次"], in: name) {
          reception = index
        }
      } else if units.contains(anyOf: ["公务用车", "公车", "用车"], in: name) || isPurchase || isOperation {
        if units.contains(anyOf: ["数", "辆", "保有"], in: name),
          !units.contains(anyOf: ["决算数", "预算数"], in: name)
        {
          return
        }
        if isPurchase, isOperation {
          vehicles = vehicles ?? index
        } else if isPurchase {
          purchase = purchase ?? index
        } else if isOperation {
          operation = operation ?? index
        } else if isGroupTotal || vehicles == nil {
          vehicles = index
        }
      }
    }

    func equations(_ direction: Equation.Direction) -> [Equation] {
      var result: [Equation] = []
      if let vehicles, let purchase, let operation {
        result.append(
          Equation(
            direction: direction, rule: direction == .rows ? "hierarchy-total" : "row-total", total: vehicles,
            terms: [purchase, operation], certainty: .certain, isNamed: true))
      }
      // Some tables list 购置 and 运行 without the row of both.
      if let abroad, let reception, hasVehicles {
        for total in total {
          result.append(
            Equation(
              direction: direction, rule: direction == .rows ? "column-total" : "row-total", total: total,
              terms: [abroad] + cars + [reception], certainty: .certain, isNamed: true))
        }
      }
      return result
    }
  }

  /// The equations if the rows are the items of the three public expenses, else `nil`.
  func rowEquations() -> [Equation]? {
    // Most tables name no journeys: one look at each row tells.
    guard grid.side.rows.contains(where: { units.contains("出国", in: $0.label) }) else { return nil }
    var items = Items()
    for (index, row) in grid.side.rows.enumerated() where row.role != .uncertain {
      if row.role == .total || units.contains("三公", in: row.label) {
        if grid.columns.indices.contains(where: { grid.state(index, $0) == .figure }) {
          items.total.append(index)
        }
      } else {
        items.take(index, row.label, units, isGroupTotal: false)
      }
    }
    // A row of both that nobody filled in stands for nothing; its parts do.
    if let vehicles = items.vehicles, grid.isBlank(row: vehicles) { items.dropVehicles() }
    guard items.abroad != nil, items.reception != nil, items.hasVehicles else { return nil }
    // Below the items some tables go on with counts or other funds, above them stands 合计 with 会议费 and 培训费:
    // only one total is theirs, the one that names them if any does.
    let named = items.total.first { units.contains("三公", in: grid.side.rows[$0].label) }
    if items.total.count > 1, let own = named ?? items.total.first { items.total = [own] }
    return items.equations(.rows)
  }

  /// The equations of each group of columns that holds the items, such as 预算数 and 决算数.
  func columnEquations() -> [Equation]? {
    func head(_ column: Int) -> [Int32] { grid.table.columns[grid.columns[column]].path }
    let cells = grid.table.cells
    let namesJourneys = grid.columns.indices.contains { column in
      head(column).contains { units.contains("出国", in: cells[Int($0)].slice) }
    }
    guard namesJourneys else { return nil }
    let paired = pairs()
    let result =
      paired.isEmpty
      ? equations(of: Array(grid.columns.indices)) { head($0) }
      : paired.flatMap { columns in equations(of: columns) { head($0).dropLast() } }
    return result.isEmpty ? nil : result
  }

  /// The fewest columns of one measure that can hold the items and their sums.
  private static let leastItems = 4

  /// The columns with 预算数 and those with 决算数, where both stand below each item.
  private func pairs() -> [[Int]] {
    var groups: [(key: UInt64, columns: [Int])] = []
    for column in grid.columns.indices {
      let table = grid.table.columns[grid.columns[column]]
      guard table.path.count >= 2 else { return [] }
      if let known = groups.firstIndex(where: { $0.key == table.key }) {
        groups[known].columns.append(column)
      } else {
        groups.append((table.key, [column]))
      }
    }
    let isPaired =
      groups.count >= 2 && groups.count <= 3
      && groups.allSatisfy {
        $0.columns.count >= Self.leastItems && $0.columns.count == groups[0].columns.count
      }
    return isPaired ? groups.map(\.columns) : []
  }

  private func equations(of columns: [Int], path: (Int) -> [Int32]) -> [Equation] {
    let cells = grid.table.cells
    func name(_ column: Int) -> Slice { path(column).last.map { cells[Int($0)].slice } ?? Slice(0, 0) }
    /// 小计 right before 公务用车购置费, under a head that was lost.
    func isSumOfVehicles(_ position: Int) -> Bool {
      guard units.equals(name(columns[position]), "小计"), columns.indices.contains(position + 1) else {
        return false
      }
      let next = name(columns[position + 1])
      return units.contains("购置", in: next) && !units.contains("运行", in: next)
    }
    var result: [Equation] = []
    var items = Items()
    var group: Int32?
    func flush() {
      // A 小计 that nobody filled in stands for nothing; its parts do.
      if let vehicles = items.vehicles, grid.isUnfilled(vehicles) { items.dropVehicles() }
      // Beside 会议费 and 培训费 a 合计 adds up more: the total that names the items is theirs.
      if items.total.count > 1, let own = items.total.first(where: { units.contains("三公", in: name($0)) }) {
        items.total = [own]
      }
      if items.abroad != nil, items.reception != nil, items.hasVehicles {
        result += items.equations(.columns)
      }
      items = Items()
    }
    for (position, column) in columns.enumerated() {
      let path = path(column)
      guard let last = path.last else { continue }
      if path.first != group, path.count > 1,
        items.reception != nil && items.abroad != nil && isNewGroup(path, column)
      {
        flush()
      }
      group = path.first
      let own = grid.table.cells[Int(last)].slice
      let isSum =
        units.ends(own, withAnyOf: ["小计", "合计", "总计"]) || units.contains("三公", in: own)
      let parent = path.count > 1 ? grid.table.cells[Int(path[path.count - 2])].slice : own
      // 公务用车购置及运行维护费小计, 公务接待费小计 in one head; in two the parts below 公务接待费 add up by themselves.
      let isNamed =
        !units.contains("三公", in: own)
        && (units.contains(anyOf: ["公务用车", "公车"], in: own)
          || path.count == 1 && units.contains(anyOf: ["接待", "出国"], in: own))
      let isItem = isNamed || units.contains(anyOf: ["公务用车", "公车"], in: parent)
      if isSumOfVehicles(position) {
        items.vehicles = column
      } else if isSum, !isItem {
        if items.reception != nil && items.abroad != nil { flush() }
        items.total.append(column)
      } else {
        items.take(column, isSum && !isNamed ? parent : own, units, isGroupTotal: isSum)
      }
    }
    flush()
    return result
  }

  private func isNewGroup(_ path: [Int32], _ column: Int) -> Bool {
    guard let first = path.first else { return false }
    return !units.contains(anyOf: ["公务用车", "接待", "出国"], in: grid.table.cells[Int(first)].slice)
  }
}
