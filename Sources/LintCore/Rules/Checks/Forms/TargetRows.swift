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
  /// The money of the project, where the table lists several with a column for it.
  var budget: Cell?
}

/// The columns of the indicators of a form, as its header names them.
struct TargetHeader {
  var width: Int
  var hasResults = false
  /// 指标性质, 指标值, 度量单位 and 完成值, where they are columns of their own.
  var parts: (relation: Int?, value: Int, unit: Int, result: Int?)?
  var name: Int?
  /// 指标描述 stands in a column behind the names: the cell before a target is not its name.
  var isDescribed = false
  /// The target of the year, where that of a longer time has a column of its own.
  var yearly: Int?
  /// 分值, 权重.
  var weight: Int?
  var hasScore = false
  /// 预算数 in a list of several projects.
  var budget: Int?
}

/// Reads the indicators of a form by what their cells hold: converted forms lose and shift cells.
struct TargetReader {
  let units: Units
  let table: Table

  private static let levelWords = WordList(["数量", "质量", "时效", "成本", "效益", "影响", "满意", "产出"])
  private static let indicator: Word = "指标"
  private static let results = WordList(["完成值", "实际值", "实际完成", "完成情况"])
  private static let ends = WordList([
    "总分", "合计", "总计", "权重合计", "分值合计", "评分等级", "自评等级", "备注", "说明", "其他需要说明的问题",
  ])
  private static let descriptions = WordList(["指标描述", "指标解释", "指标内容", "绩效指标描述"])
  private static let relations = WordList(["指标性质", "指标符号", "运算符号", "计算符号"])
  private static let values = WordList(["指标值", "目标值", "年度指标值"])
  private static let expectations = WordList(["预期当年实现值", "当年预期值", "预期当年值", "本年预期值"])
  private static let measures = WordList(["度量单位", "计量单位", "指标单位", "单位"])
  private static let budgets = WordList(["预算数", "预算金额", "预算安排", "资金总额", "年度预算"])

  func read() -> [TargetRow] {
    var rows: [TargetRow] = []
    var header: TargetHeader?
    var level = Slice(0, 0)
    var budget: Cell?
    var form = 0
    for row in 0..<table.rowCount {
      if let found = self.header(row) {
        (header, level, budget) = (found, Slice(0, 0), nil)
        form += 1
        continue
      }
      guard let head = header else { continue }
      let cells = filled(row)
      guard let first = cells.first else { continue }
      if isEnd(first) {
        header = nil
        continue
      }
      if startsProject(cells) {
        form += 1
        level = Slice(0, 0)
        budget = head.budget.flatMap { table.cell(row, $0) }
      }
      for cell in cells where isLevel(cell) { level = units.withoutTrailingBrackets(cell.slice) }
      var found =
        head.parts != nil
        ? target(row, head) : head.yearly != nil ? target(ofYear: row, head) : target(cells, head)
      if head.isDescribed, found != nil, table.width(ofRow: row) == head.width,
        let name = head.name.flatMap({ table.cell(row, $0) }), name.kind == .text, !isLevel(name)
      {
        found?.name = name.slice
      }
      guard found != nil else { continue }
      found?.level = level
      found?.form = form
      found?.budget = budget
      if let found { rows.append(found) }
    }
    return rows
  }

  /// The cells of a row that hold anything.
  func filled(_ row: Int) -> [Cell] {
    table.cells[Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])].filter { $0.kind != .blank }
  }

  /// Reads a row as the header of the indicators; `nil` if it is none.
  func header(_ row: Int) -> TargetHeader? {
    guard namesLevels(row) else { return nil }
    let width = table.width(ofRow: row)
    var header = TargetHeader(width: width)
    var (relation, value, unit, result): (Int?, Int?, Int?, Int?) = (nil, nil, nil, nil)
    for column in 0..<width {
      guard let cell = table.cell(row, column), cell.kind == .text else { continue }
      let name = units.withoutTrailingBrackets(cell.slice)
      if IndicatorColumns.isOwnName(name, units) { header.name = column }
      if header.name != nil, units.ends(name, withAnyOf: Self.descriptions) { header.isDescribed = true }
      if units.contains(anyOf: Self.results, in: name) {
        header.hasResults = true
        result = column
      }
      if units.equals(anyOf: PointWords.scores, name) { header.hasScore = true }
      if units.equals(anyOf: PointWords.weights, name) { header.weight = column }
      if units.equals(anyOf: Self.budgets, name) { header.budget = column }
      if units.equals(anyOf: Self.relations, name) { relation = column }
      if units.equals(anyOf: Self.values, name) { value = column }
      if units.equals(anyOf: Self.measures, name) { unit = column }
    }
    if let value, let unit { header.parts = (relation, value, unit, result) }
    header.yearly = yearly(row)
    return header
  }

  /// Tells whether two cells of a row name levels of indicators, as few rows do.
  private func namesLevels(_ row: Int) -> Bool {
    var count = 0
    for cell in table.cells[Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])]
    where cell.kind == .text && IndicatorColumns.isName(units.withoutTrailingBrackets(cell.slice), units) {
      count += 1
    }
    return count >= 2
  }

  /// 实施期指标值 | 年度指标值, or one block of indicators beside the other: the last column of targets is that of the year.
  ///
  /// 指标值（前年） | 指标值（上年） | 预期当年实现值: that of the year has a name of its own.
  private func yearly(_ row: Int) -> Int? {
    let expected = (0..<table.width(ofRow: row)).filter { column in
      guard let cell = table.cell(row, column), cell.kind == .text else { return false }
      return units.contains(anyOf: Self.expectations, in: cell.slice)
    }
    if let only = expected.only { return only }
    let targets = (0..<table.width(ofRow: row)).filter { column in
      guard let cell = table.cell(row, column), cell.kind == .text else { return false }
      return units.ends(units.withoutTrailingBrackets(cell.slice), withAnyOf: Self.values)
    }
    return targets.count == 2 ? targets.last : nil
  }

  /// 小计, 产出指标小计: what the rows above have in all.
  static func isSubtotal(_ cells: [Cell], _ units: Units) -> Bool {
    cells.contains { cell in
      guard cell.kind == .text, cell.slice.count <= 12 else { return false }
      let end = units[cell.slice.upper - 1] == 0x3A ? cell.slice.upper - 1 : cell.slice.upper
      return units.ends(Slice(cell.slice.lower, end), with: "小计")
    }
  }

  /// Tells whether a row ends the indicators.
  func isEnd(_ first: Cell) -> Bool {
    units.equals(anyOf: Self.ends, units.withoutTrailingBrackets(first.slice))
  }

  /// Tells whether the name of a project stands before the levels, as in a list of several projects.
  func startsProject(_ cells: [Cell]) -> Bool {
    guard let first = cells.first, let level = cells.firstIndex(where: isLevel), level > 0 else {
      return false
    }
    return first.kind == .number || !units.ends(first.slice, withAnyOf: [Self.indicator, "目标"])
  }

  func isLevel(_ cell: Cell) -> Bool {
    let name = units.withoutTrailingBrackets(cell.slice)
    return cell.kind == .text && name.count <= 10 && units.ends(name, with: Self.indicator)
      && units.contains(anyOf: Self.levelWords, in: name)
  }

  /// A row with the parts of the target in columns of their own; it counts only if no cell was lost.
  private func target(_ row: Int, _ header: TargetHeader) -> TargetRow? {
    guard table.width(ofRow: row) == header.width, let parts = header.parts,
      let name = header.name.flatMap({ table.cell(row, $0) }), name.kind == .text,
      let value = table.cell(row, parts.value), let unit = table.cell(row, parts.unit),
      let goal = Goal(units, parts.relation.flatMap { table.cell(row, $0) }, value, unit)
    else { return nil }
    return TargetRow(
      name: name.slice, level: Slice(0, 0), form: 0, target: value, goal: goal,
      result: parts.result.flatMap { table.cell(row, $0) }.flatMap { Goal(units, nil, $0, unit) })
  }

  /// A row with two targets: that of the year, if no cell was lost.
  private func target(ofYear row: Int, _ header: TargetHeader) -> TargetRow? {
    guard table.width(ofRow: row) == header.width, let yearly = header.yearly,
      let name = header.name.flatMap({ table.cell(row, $0) }), name.kind == .text,
      let target = table.cell(row, yearly)
    else { return nil }
    let goal = Goal(units, target).flatMap {
      $0.relation != .plain || $0.dimension(units) != .unknown ? $0 : nil
    }
    guard goal != nil || isDay(target) else { return nil }
    return TargetRow(name: name.slice, level: Slice(0, 0), form: 0, target: target, goal: goal)
  }

  private func target(_ cells: [Cell], _ header: TargetHeader) -> TargetRow? {
    for index in cells.indices.dropFirst() {
      let goal = Goal(units, cells[index]).flatMap { goal in
        goal.relation != .plain || goal.dimension(units) != .unknown ? goal : nil
      }
      guard goal != nil || isDay(cells[index]) else { continue }
      let name = cells[index - 1]
      guard name.kind == .text, !isLevel(name), Goal(units, name) == nil else { return nil }
      let next = header.hasResults && index + 1 < cells.count ? cells[index + 1] : nil
      return TargetRow(
        name: name.slice, level: Slice(0, 0), form: 0, target: cells[index], goal: goal,
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
