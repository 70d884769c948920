/// Lists of projects (专项资金汇总表, 项目支出绩效目标表 with all projects in one table) against each other: the same
/// projects have the same money.
///
/// Rule: `cross-table`. Tables are lists of the same projects if three names or more have the same figure in both, and
/// hardly any another one.
enum ProjectLists {
  static let check = Check(rules: ["cross-table"], reads: [.captions, .tables], run: run)

  /// The projects of a table that stand in it once.
  private struct List {
    var table: Int
    var projects: [UInt64: Project] = [:]
    /// The projects in their order.
    var keys: [UInt64] = []
  }

  private struct Project {
    var row: Int
    var name: Slice
    var amount: Cell
    /// In billionths of a yuan.
    var value: Int128
    var isOnce = true
  }

  private static let names = WordList([
    "项目名称", "项目", "单位(专项)名称", "单位(项目)名称", "专项名称", "专项资金名称", "支出项目", "项目支出名称", "项目(专项)名称", "绩效项目名称",
  ])
  private static let money = WordList([
    "资金总额", "年度资金总额", "预算金额", "预算数", "金额", "总计", "合计", "预算资金", "年初预算", "年初预算数", "本年预算", "项目资金", "预算安排",
  ])
  /// How many rows of a table may be its head.
  private static let headRows = 4
  private static let leastName = 6
  private static let (mostLists, mostProjects) = (12, 1_000)
  private static let leastAlike = 3

  private static func run(_ inspection: inout Inspection) {
    var lists: [List] = []
    for index in inspection.draft.tables.indices where lists.count < mostLists {
      if let list = list(index, inspection) { lists.append(list) }
    }
    for (later, second) in lists.enumerated() {
      for first in lists[..<later] { compare(first, second, &inspection) }
    }
  }

  private static func list(_ index: Int, _ inspection: Inspection) -> List? {
    let (table, units) = (inspection.draft.tables[index], inspection.units)
    guard let unit = table.unit, table.rowCount > leastAlike else { return nil }
    for row in 0..<Swift.min(headRows, table.rowCount) {
      guard let name = column(names, row, table, units), let money = column(money, row, table, units),
        name < money
      else { continue }
      var list = List(table: index)
      for row in (row + 1)..<table.rowCount where list.keys.count < mostProjects {
        guard let label = table.cell(row, name), label.kind == .text, label.slice.count >= leastName,
          let amount = table.cell(row, money), amount.kind == .number, amount.amount.isCalculable
        else { continue }
        let key = units.key(label.slice)
        if list.projects[key] != nil {
          list.projects[key]?.isOnce = false
        } else {
          list.keys.append(key)
          list.projects[key] = Project(
            row: row, name: label.slice, amount: amount, value: amount.amount.scaled * unit.yuan)
        }
      }
      return list.keys.count >= leastAlike ? list : nil
    }
    return nil
  }

  private static func column(_ words: WordList, _ row: Int, _ table: Table, _ units: Units) -> Int? {
    (0..<table.width(ofRow: row)).first { column in
      table.cell(row, column).map {
        $0.kind == .text && units.equals(anyOf: words, units.withoutTrailingBrackets($0.slice))
      } ?? false
    }
  }

  private static func compare(_ first: List, _ second: List, _ inspection: inout Inspection) {
    var alike = 0
    var apart: [(Project, Project)] = []
    for key in second.keys {
      guard let own = second.projects[key], let other = first.projects[key], own.isOnce, other.isOnce else {
        continue
      }
      if own.value == other.value { alike += 1 } else { apart.append((other, own)) }
    }
    guard alike >= leastAlike, apart.count * 4 <= alike || apart.count == 1 else { return }
    for (a, b) in apart where !isPart(a, b, first.table, second.table, inspection) {
      report((a, first.table), (b, second.table), alike, &inspection)
    }
  }

  /// Tells whether the difference stands in one of the rows: one table has the carry-over, or another source, in it.
  private static func isPart(
    _ a: Project, _ b: Project, _ first: Int, _ second: Int, _ inspection: Inspection
  ) -> Bool {
    let gap = (a.value - b.value).magnitude
    return [(a, first), (b, second)].contains { project, index in
      let table = inspection.draft.tables[index]
      guard let unit = table.unit else { return false }
      return (0..<table.width(ofRow: project.row)).contains { column in
        guard let cell = table.cell(project.row, column), cell.kind == .number, cell.amount.isCalculable,
          cell.slice != project.amount.slice
        else { return false }
        return (cell.amount.scaled * unit.yuan).magnitude == gap
      }
    }
  }

  private static func report(
    _ a: (Project, Int), _ b: (Project, Int), _ alike: Int, _ inspection: inout Inspection
  ) {
    let draft = inspection.draft
    let isSlip = Slip.isSlip(a.0.value, b.0.value)
    let title = draft.tables[a.1].caption.map(draft.string) ?? ""
    inspection.report(
      "cross-table", isSlip ? .error : .warning, at: b.0.amount.slice,
      Message(
        differs, .text(draft.string(b.0.name)), .amount(b.0.amount.amount, draft.tables[b.1].unit),
        .text(title), .amount(a.0.amount.amount, draft.tables[a.1].unit), .count(alike)),
      related: [inspection.related(a.0.amount.slice, Message(other, .text(title)))])
  }

  private static let differs = Phrase(
    "项目“{0}”此处为 {1}，《{2}》中为 {3}（两表另有 {4} 个项目金额相同）",
    "The project “{0}” has {1} here and {3} in “{2}” ({4} other projects have the same in both)")
  private static let other = Phrase("《{0}》中的金额", "The figure in “{0}”")
}
