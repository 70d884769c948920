/// A performance form (绩效自评表, 绩效目标表) as its rows state it, wherever their cells have moved.
struct PerformanceForm {
  /// The money of the project: one row in total, then its sources.
  struct Funds {
    /// What the columns after the label state, in their order.
    enum Measure {
      case initialBudget, budget, execution, weight, rate, score
    }

    struct Row {
      var label: Slice
      /// The cells of ``Funds/measures``, in their order.
      var cells: [Cell]
      /// How many cells the row has in all: rows of other widths have lost or gained some.
      var width: Int
      /// 其中 stands before the name.
      var isOfWhich = false
    }

    /// The measures in the order of their columns; empty if the form has no header for them.
    var measures: [Measure]
    var total: Row
    var parts: [Row]
    /// The same money by its nature: 基本支出, 人员经费, 公用经费, 项目支出.
    var natures: [Row] = []
    /// A part that rows below it divide again: 其中 within 其中.
    var divided: (whole: Row, parts: [Row])?
    /// The points for execution where the label states them: 预算执行情况（20分）.
    var labelledWeight: Cell?

    /// The cell of a measure in a row.
    func cell(_ measure: Measure, _ row: Row) -> Cell? {
      guard let index = measures.firstIndex(of: measure), index < row.cells.count else { return nil }
      return row.cells[index]
    }

    /// What execution weighs or scores: it stands in the row of the total, in its label, or in that of one part.
    func points(_ measure: Measure) -> Cell? {
      if let own = cell(measure, total), own.kind == .number { return own }
      if measure == .weight, let labelledWeight { return labelledWeight }
      let others = (parts + natures).compactMap { cell(measure, $0) }.filter { $0.kind == .number }
      return others.only
    }
  }

  /// A line of the indicators: what was aimed at, what was reached, and the points.
  struct Indicator {
    var row: Int
    /// What is aimed at, if a cell before the target names it.
    var name: Slice?
    var target: Cell?
    var result: Cell?
    var weight: Cell
    var score: Cell
    var hasReason: Bool
  }

  var funds: Funds?
  /// Rows above the indicators speak of money spent, whether or not it could be read.
  var mentionsExecution = false
  var indicators: [Indicator] = []
  /// The rows that have points to get, a target and a result, but no score.
  var unscored: [(name: Slice?, weight: Cell)] = []
  /// A row of the indicators could not be read: their sums are not judged.
  var isUncertain = false
  var totalWeight: Cell?
  var totalScore: Cell?
  var grade: Cell?
  /// A column for reasons stands in the header of the indicators.
  var hasReasonColumn = false
}

/// Reads performance forms.
///
/// Rows are read by what their cells hold and not by their column, because converted
/// forms lose and shift cells.
struct FormReader {
  let units: Units
  let table: Table

  private static let totals = WordList(["总分", "合计", "总计", "总得分", "得分合计", "自评总分", "自评得分", "权重合计", "分值合计"])

  func read() -> PerformanceForm {
    var form = PerformanceForm()
    var row = 0
    var head = FundHead()
    while row < table.rowCount {
      let cells = cells(row)
      if isIndicatorHeader(cells) {
        readIndicators(after: row, &form)
        break
      } else if let found = fundHead(cells) {
        head = found
        form.mentionsExecution = true
      } else if form.funds == nil, let next = readFunds(row, cells, head, &form) {
        row = next
        continue
      }
      row += 1
    }
    return form
  }

  func cells(_ row: Int) -> [Cell] {
    table.cells[Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])].map { points($0) ?? $0 }
  }

  /// 10分 in a column of points is 10.
  private func points(_ cell: Cell) -> Cell? {
    guard cell.kind == .text, cell.slice.count <= 6, cell.upper > cell.lower,
      units[Int(cell.upper) - 1] == 0x5206,
      let figure = NumberScanner.scan(units, Int(cell.lower), Int(cell.upper)),
      figure.end == Int(cell.upper) - 1
    else { return nil }
    var found = cell
    found.kind = .number
    found.amount = figure.amount
    return found
  }

  func bare(_ cell: Cell) -> Slice {
    var slice = cell.slice
    if units.starts(slice, with: "其中") { slice = Slice(slice.lower + 2, slice.upper) }
    while !slice.isEmpty, units[slice.lower] == 0x3A { slice = Slice(slice.lower + 1, slice.upper) }
    while !slice.isEmpty, units[slice.upper - 1] == 0x3A { slice = Slice(slice.lower, slice.upper - 1) }
    return slice
  }

  // MARK: Indicators

  private func isIndicatorHeader(_ cells: [Cell]) -> Bool {
    var names = 0
    var hasScore = false
    for cell in cells where cell.kind == .text {
      if IndicatorColumns.isName(cell.slice, units) { names += 1 }
      if units.equals(anyOf: PointWords.scores, cell.slice) { hasScore = true }
    }
    return names >= 2 && hasScore
  }

  /// Tells whether the heads of the indicators, in one row or two, have a column for what a score is out of.
  private func hasWeights(_ header: Int) -> Bool {
    (header..<Swift.min(header + 2, table.rowCount)).contains { row in
      cells(row).contains { units.contains(anyOf: Self.weights, in: $0.slice) }
    }
  }

  private static let weights = WordList(["分值", "权重", "标准分", "满分", "分数", "标准得分", "赋分", "总分"])

  private func readIndicators(after header: Int, _ form: inout PerformanceForm) {
    let isList = isListOfProjects(cells(header))
    form.hasReasonColumn = cells(header).contains { units.contains(anyOf: ["偏差", "原因", "改进"], in: $0.slice) }
    let columns = IndicatorColumns(cells(header), units)
    let isWeighted = hasWeights(header)
    if !isWeighted || isList { form.isUncertain = true }
    for row in (header + 1)..<Swift.max(header + 1, table.rowCount) {
      let cells = cells(row)
      if isIndicatorHeader(cells) { continue }
      if let label = cells.first(where: { $0.kind != .blank }), label.kind == .text {
        let name = units.withoutTrailingBrackets(bare(label))
        if units.equals(anyOf: Self.totals, name) {
          if form.totalScore == nil, !isList { readTotal(cells, columns, &form) }
          continue
        }
        if units.contains(anyOf: ["评分等级", "评价等级", "自评等级", "等级"], in: name), name.count <= 8 {
          form.grade = cells.first { $0.kind == .text && $0.slice.count <= 3 && $0.slice != label.slice }
          continue
        }
      }
      guard form.totalScore == nil, isWeighted, !TargetReader.isSubtotal(cells, units) else { continue }
      readIndicator(row, cells, columns, &form)
    }
  }

  /// 项目名称 | … | 一级指标: each project of a list has its own points.
  private func isListOfProjects(_ header: [Cell]) -> Bool {
    header.contains { units.equals($0.slice, "项目名称") }
  }

  /// The row of the totals: by its columns, or else its last two figures.
  private func readTotal(_ cells: [Cell], _ columns: IndicatorColumns?, _ form: inout PerformanceForm) {
    if let columns, columns.fit(cells) {
      (form.totalWeight, form.totalScore) = (cells[columns.weight], cells[columns.score])
      return
    }
    let figures = cells.filter { $0.kind == .number }
    if figures.count >= 2 { form.totalWeight = figures[figures.count - 2] }
    form.totalScore = figures.last
  }

  private func readIndicator(
    _ row: Int, _ cells: [Cell], _ columns: IndicatorColumns?, _ form: inout PerformanceForm
  ) {
    if let columns, !columns.isLast || columns.fit(cells) {
      readIndicator(row, cells, columns, &form)
      return
    }
    if let columns, isUnscored(cells, columns) {
      form.unscored.append(
        (name(cells, columns.name) ?? name(cells, before: columns.target), cells[columns.weight]))
    }
    // Weight and score are the last two plain figures, side by side.
    guard let score = cells.indices.last(where: { cells[$0].kind == .number }), score > 0 else { return }
    guard cells[score - 1].kind == .number else {
      form.isUncertain = true
      return
    }
    let result = cells[..<(score - 1)].lastIndex { $0.kind != .blank }
    let target = result.flatMap { cells[..<$0].lastIndex { $0.kind != .blank } }
    form.indicators.append(
      PerformanceForm.Indicator(
        row: row, name: name(cells, before: target), target: target.map { cells[$0] },
        result: result.map { cells[$0] },
        weight: cells[score - 1], score: cells[score],
        hasReason: needsNoReason(cells) || cells[(score + 1)...].contains { $0.kind == .text }))
  }

  /// Reads a row by its columns, where weight and score do not stand side by side; it counts only if no cell was lost.
  private func readIndicator(
    _ row: Int, _ cells: [Cell], _ columns: IndicatorColumns, _ form: inout PerformanceForm
  ) {
    guard cells.contains(where: { $0.kind == .number }) else { return }
    guard columns.fit(cells) else {
      form.isUncertain = true
      return
    }
    form.indicators.append(
      PerformanceForm.Indicator(
        row: row, name: name(cells, columns.name) ?? name(cells, before: columns.target),
        target: columns.target.map { cells[$0] },
        result: columns.result.map { cells[$0] },
        weight: cells[columns.weight], score: cells[columns.score],
        hasReason: needsNoReason(cells)
          || cells[(Swift.max(columns.score, columns.weight) + 1)...].contains { $0.kind == .text }))
  }

  /// Tells whether a row that lost no cell has a target and a result, but no score.
  private func isUnscored(_ cells: [Cell], _ columns: IndicatorColumns) -> Bool {
    guard cells.count == columns.width, let target = columns.target, let result = columns.result else {
      return false
    }
    return cells[columns.weight].kind == .number && cells[columns.score].kind == .blank
      && cells[target].kind != .blank && cells[result].kind != .blank
  }

  /// The words in the column of names.
  private func name(_ cells: [Cell], _ column: Int?) -> Slice? {
    guard let column, cells.indices.contains(column), cells[column].kind == .text,
      cells[column].slice.count <= 40
    else { return nil }
    return cells[column].slice
  }

  /// The words before a target.
  private func name(_ cells: [Cell], before target: Int?) -> Slice? {
    target.flatMap { cells[..<$0].last { $0.kind != .blank } }.flatMap {
      $0.kind == .text && $0.slice.count <= 40 ? $0.slice : nil
    }
  }

  /// 预算执行率: the money above says what the points are for.
  private func needsNoReason(_ cells: [Cell]) -> Bool {
    cells.contains { $0.kind == .text && units.ends($0.slice, withAnyOf: ["预算执行率", "资金执行率"]) }
  }
}
