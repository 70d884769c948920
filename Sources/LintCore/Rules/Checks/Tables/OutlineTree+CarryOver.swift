/// Rows for what is carried over, and for choices of all the rows above them.
extension OutlineTree {
  /// Tells whether rows are what is carried over of each of the three funds, all of it.
  func isAllFunds(_ parent: Int, _ list: [Int]) -> Bool {
    let rows = grid.side.rows
    return list.count == Self.funds.count && Self.isCarriedOver(units, rows[parent].label)
      && zip(list, Self.funds).allSatisfy { units.contains($1, in: rows[$0].label) }
  }

  private static let funds = WordList(["一般公共预算", "政府性基金", "国有资本"])

  /// 一般公共预算财政拨款 and its like below 年初财政拨款结转和结余 are its parts.
  func isFundOfCarryOver(_ row: SideRow, _ before: Int?) -> Bool {
    guard row.ordinal == nil, let before, units.contains(anyOf: ["一般公共预算", "政府性基金", "国有资本"], in: row.label)
    else { return false }
    let label = grid.side.rows[before].label
    return Self.isCarriedOver(units, label) || units.contains(anyOf: ["一般公共预算", "政府性基金", "国有资本"], in: label)
  }

  /// Names of what is carried over from the year before, or into the next.
  static func isCarriedOver(_ units: Units, _ label: Slice) -> Bool {
    units.contains(anyOf: ["结转", "结余", "弥补", "结余分配"], in: label)
  }

  /// 其中：面向中小企业采购 at the end of 货物, 工程, 服务, of which the last is blank: a choice of them all.
  func isMemo(_ index: Int, _ tops: [Int]) -> Bool {
    tops.count >= 2 && grid.side.rows[index...].allSatisfy { $0.isOfWhich && $0.ordinal == nil }
  }
}
