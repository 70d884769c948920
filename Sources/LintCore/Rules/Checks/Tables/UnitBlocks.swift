/// The blocks of a table that lists the subjects or the projects of each unit below its row.
///
/// 类 | 款 | 项 | 单位代码 | 单位名称（科目） | 金额: the row of a unit has its code and no subject, the rows below it have the code
/// of the unit too (部门支出总表, 一般公共预算项目支出预算表 of Sichuan). So the codes say what each row is part of.
struct UnitBlocks {
  /// A unit with the rows below it, as indices of the rows of the side.
  struct Block {
    var head: Int
    var rows: [Int] = []
    /// Two rows below one another have one subject: projects, or a subject and its projects.
    var hasRepeatedSubject = false
  }

  let blocks: [Block]
  /// All units are of one level: none is the sum of others.
  let isFlat: Bool

  /// The blocks of a side; `nil` where a row does not say which unit it is of.
  init?(_ grid: AmountGrid) {
    let (table, side) = (grid.table, grid.side)
    guard let unitColumn = side.unitColumn else { return nil }
    let subjects = side.codeColumns.filter { $0 != unitColumn }
    guard !subjects.isEmpty else { return nil }
    var blocks: [Block] = []
    var unit: Int64 = 0
    var lengths: Set<Int> = []
    for (index, row) in side.rows.enumerated() {
      switch row.role {
      case .columnNumbers, .repeatedHeader, .heading, .total: continue
      case .uncertain, .rate: return nil
      case .detail, .ofWhich: break
      }
      guard let cell = table.cell(row.row, unitColumn), cell.kind == .number, cell.amount.decimals == 0,
        !cell.isGrouped
      else { return nil }
      if subjects.allSatisfy({ table.cell(row.row, $0).map { $0.kind == .blank } ?? true }) {
        blocks.append(Block(head: index))
        unit = cell.amount.digits
        lengths.insert(cell.slice.count)
      } else {
        guard let last = blocks.indices.last, unit == cell.amount.digits, row.code != nil else { return nil }
        if let before = blocks[last].rows.last, side.rows[before].code == row.code {
          blocks[last].hasRepeatedSubject = true
        }
        blocks[last].rows.append(index)
      }
    }
    guard blocks.contains(where: { !$0.rows.isEmpty }) else { return nil }
    self.blocks = blocks
    isFlat = lengths.count == 1 && blocks.allSatisfy { !$0.rows.isEmpty }
  }

  /// Tells whether the sums of units may accuse: more of them hold than not, and where projects stand below a subject they
  /// have in common, one such list has shown that it holds no sum of its own.
  func bearOut(_ equations: [Equation], _ grid: AmountGrid) -> Bool {
    var (right, wrong, rightLists) = (0, 0, 0)
    for equation in equations {
      let evidence = grid.evidence(for: equation)
      guard evidence.against == 0 else {
        wrong += 1
        continue
      }
      guard evidence.isConfirmed else { continue }
      right += 1
      if blocks.contains(where: { $0.head == equation.total && $0.hasRepeatedSubject }) { rightLists += 1 }
    }
    if blocks.contains(where: \.hasRepeatedSubject) { return rightLists > 0 && right >= wrong || right >= 2 }
    return right >= wrong || blocks.count == 1
  }
}
