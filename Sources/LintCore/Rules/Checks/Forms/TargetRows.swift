/// An indicator (绩效指标) with the target set for it, in a form with or without results.
struct TargetRow {
  /// The name, such as 慰问人数.
  var name: Slice
  /// 数量指标: the level that the row stands under, empty if none was read.
  var level: Slice
  /// Which form of the table it belongs to: one table may hold several, each below its own header.
  var form: Int
  var target: Cell
  /// The target as a figure; `nil` for a day.
  var goal: Goal?
  /// The result, where the form has a column for it and a figure stands there.
  var result: Goal?
}

/// Reads the indicators of a form by what their cells hold: converted forms lose and shift cells.
struct TargetReader {
  let units: Units
  let table: Table

  private static let levels: [Word] = ["一级指标", "二级指标", "三级指标"]
  private static let levelWords: [Word] = ["数量", "质量", "时效", "成本", "效益", "影响", "满意", "产出"]
  private static let indicator: Word = "指标"
  private static let results: [Word] = ["完成值", "实际值", "实际完成", "完成情况"]
  private static let ends: [Word] = ["总分", "合计", "总计", "评分等级", "备注", "说明", "其他需要说明的问题"]

  func read() -> [TargetRow] {
    guard let header = (0..<table.rowCount).first(where: { isHeader($0) }) else { return [] }
    let hasResults = cells(header).contains { units.contains(anyOf: Self.results, in: $0.slice) }
    var rows: [TargetRow] = []
    var level = Slice(0, 0)
    var form = 0
    for row in (header + 1)..<Swift.max(header + 1, table.rowCount) {
      let cells = cells(row)
      guard let first = cells.first else { continue }
      if isHeader(row) || startsProject(cells) {
        form += 1
        level = Slice(0, 0)
      }
      if units.equals(anyOf: Self.ends, first.slice) { break }
      for cell in cells where isLevel(cell) { level = units.withoutTrailingBrackets(cell.slice) }
      if let found = target(cells, level, form, hasResults) { rows.append(found) }
    }
    return rows
  }

  private func cells(_ row: Int) -> [Cell] {
    table.cells[Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])].filter { $0.kind != .blank }
  }

  private func isHeader(_ row: Int) -> Bool {
    cells(row).count { $0.kind == .text && units.ends($0.slice, withAnyOf: Self.levels) } >= 2
  }

  /// Tells whether the name of a project stands before the levels, as in a list of several projects.
  private func startsProject(_ cells: [Cell]) -> Bool {
    guard let first = cells.first, let level = cells.firstIndex(where: isLevel), level > 0 else {
      return false
    }
    return first.kind == .number || !units.ends(first.slice, withAnyOf: [Self.indicator, "目标"])
  }

  private func isLevel(_ cell: Cell) -> Bool {
    let name = units.withoutTrailingBrackets(cell.slice)
    return cell.kind == .text && name.count <= 10 && units.ends(name, with: Self.indicator)
      && units.contains(anyOf: Self.levelWords, in: name)
  }

  private func target(_ cells: [Cell], _ level: Slice, _ form: Int, _ hasResults: Bool) -> TargetRow? {
    for index in cells.indices.dropFirst() {
      let goal = Goal(units, cells[index]).flatMap { goal in
        goal.relation != .plain || goal.dimension(units) != .unknown ? goal : nil
      }
      guard goal != nil || isDay(cells[index]) else { continue }
      let name = cells[index - 1]
      guard name.kind == .text, !isLevel(name), Goal(units, name) == nil else { return nil }
      let next = hasResults && index + 1 < cells.count ? cells[index + 1] : nil
      return TargetRow(
        name: name.slice, level: level, form: form, target: cells[index], goal: goal,
        result: next.flatMap { Goal(units, $0) })
    }
    return nil
  }

  /// 2025年11月底前: a year in figures, and nothing much besides.
  private func isDay(_ cell: Cell) -> Bool {
    guard cell.kind == .text, cell.slice.count >= 5, cell.slice.count <= 14,
      let figure = NumberScanner.scan(units, Int(cell.lower), Int(cell.upper)),
      figure.end - Int(cell.lower) == 4, units[figure.end] == 0x5E74
    else { return false }
    return units.contains("月", in: cell.slice) || units.ends(cell.slice, withAnyOf: ["底前", "年底", "年内", "前"])
  }
}
