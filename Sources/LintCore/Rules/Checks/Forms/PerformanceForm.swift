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
    }

    /// The measures in the order of their columns; empty if the form has no header for them.
    var measures: [Measure]
    var total: Row
    var parts: [Row]
    /// The same money by its nature: 基本支出, 人员经费, 公用经费, 项目支出.
    var natures: [Row] = []

    /// The cell of a measure in a row.
    func cell(_ measure: Measure, _ row: Row) -> Cell? {
      guard let index = measures.firstIndex(of: measure), index < row.cells.count else { return nil }
      return row.cells[index]
    }
  }

  /// A line of the indicators: what was aimed at, what was reached, and the points.
  struct Indicator {
    var row: Int
    var target: Cell?
    var result: Cell?
    var weight: Cell
    var score: Cell
    var hasReason: Bool
  }

  var funds: Funds?
  var indicators: [Indicator] = []
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

  private static let fundTotals = WordList(["年度资金总额", "资金总额", "年度预算申请资金总额", "项目资金总额", "预算资金总额", "年度资金总和"])
  private static let totals = WordList(["总分", "合计", "总计", "总得分", "得分合计", "自评总分", "自评得分"])

  func read() -> PerformanceForm {
    var form = PerformanceForm()
    var row = 0
    var measures: [FundColumn] = []
    while row < table.rowCount {
      let cells = cells(row)
      if let found = fundMeasures(cells) {
        measures = found
      } else if form.funds == nil, let label = cells.firstIndex(where: { isFundTotal($0, !measures.isEmpty) })
      {
        row = readFunds(row, label, measures, &form)
        continue
      } else if isIndicatorHeader(cells) {
        readIndicators(after: row, &form)
        break
      }
      row += 1
    }
    return form
  }

  private func cells(_ row: Int) -> [Cell] {
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

  private func bare(_ cell: Cell) -> Slice {
    var slice = cell.slice
    if units.starts(slice, with: "其中") { slice = Slice(slice.lower + 2, slice.upper) }
    while !slice.isEmpty, units[slice.lower] == 0x3A { slice = Slice(slice.lower + 1, slice.upper) }
    while !slice.isEmpty, units[slice.upper - 1] == 0x3A { slice = Slice(slice.lower, slice.upper - 1) }
    return slice
  }

  private func isFundTotal(_ cell: Cell, _ isBelowHeads: Bool) -> Bool {
    let name = units.withoutTrailingBrackets(bare(cell))
    return cell.kind == .text
      && (units.equals(anyOf: Self.fundTotals, name) || isBelowHeads && units.equals(name, "总额"))
  }

  // MARK: Funds

  /// A column of the money block.
  private struct FundColumn {
    var measure: PerformanceForm.Funds.Measure
    var column: Int
  }

  private func fundMeasures(_ cells: [Cell]) -> [FundColumn]? {
    // Few rows of a form speak of budgets at all.
    guard
      cells.contains(where: {
        $0.kind == .text && $0.upper - $0.lower <= 16 && units.contains("预算", in: $0.slice)
      })
    else { return nil }
    var result: [FundColumn] = []
    for (column, cell) in cells.enumerated() where cell.kind == .text {
      if let measure = measure(units.withoutTrailingBrackets(cell.slice)) {
        result.append(FundColumn(measure: measure, column: column))
      }
    }
    let measures = result.map(\.measure)
    return measures.contains(.budget) && measures.contains(.execution) ? result : nil
  }

  private func measure(_ slice: Slice) -> PerformanceForm.Funds.Measure? {
    if units.contains(anyOf: ["年初预算", "年初数"], in: slice) { return .initialBudget }
    if units.contains(anyOf: ["全年预算", "调整后预算", "调整预算"], in: slice) { return .budget }
    if units.contains(anyOf: ["执行率", "完成率"], in: slice) { return .rate }
    if units.contains(anyOf: ["全年执行", "执行数", "全年支出", "决算数", "实际支出"], in: slice) { return .execution }
    if units.equals(anyOf: ["分值", "分数", "权重", "标准分"], slice) { return .weight }
    if units.equals(anyOf: ["得分", "自评得分"], slice) { return .score }
    return nil
  }

  private static let sources = WordList([
    "财政拨款", "财政资金", "结转", "其他资金", "自筹", "单位资金", "专户", "一般公共预算", "政府性基金", "国有资本", "上级", "债券",
  ])

  private func readFunds(
    _ start: Int, _ label: Int, _ measures: [FundColumn], _ form: inout PerformanceForm
  ) -> Int {
    let shift = shift(cells(start), label, measures)
    func fundRow(_ cells: [Cell], _ label: Int) -> PerformanceForm.Funds.Row {
      PerformanceForm.Funds.Row(
        label: bare(cells[label]), cells: figures(cells, label, measures, shift), width: cells.count)
    }
    let first = cells(start)
    let total = fundRow(first, label)
    var parts: [PerformanceForm.Funds.Row] = []
    var natures: [PerformanceForm.Funds.Row] = []
    // 年度资金总额 | 186.00 | 其中：财政拨款 | 186.00: the first parts on the row of the total.
    if measures.isEmpty {
      parts += sources(first, after: label).map { fundRow(first, $0) }
    }
    // 财政拨款 | 小计 | 80: the rows below that leave its column blank divide it.
    var divided: Int?
    var row = start + 1
    while row < table.rowCount {
      let cells = cells(row)
      if let column = divided, cells.indices.contains(column), cells[column].kind == .blank,
        cells.contains(where: { $0.kind == .text })
      {
        row += 1
        continue
      }
      if let at = source(cells, label), at <= label + 3 {
        parts.append(fundRow(cells, at))
        // 财政拨款 | 75.53 | 其他资金 | 16.98: the parts stand beside each other.
        if measures.isEmpty {
          parts += sources(cells, after: at).map { fundRow(cells, $0) }
        }
        divided =
          cells.indices.contains(at + 1) && units.equals(cells[at + 1].slice, "小计") ? at : nil
      } else if !measures.isEmpty, let at = cells.firstIndex(where: isNature), at <= label + 3 {
        natures.append(fundRow(cells, at))
      } else {
        break
      }
      row += 1
    }
    form.funds = PerformanceForm.Funds(
      measures: measures.map(\.measure), total: total, parts: parts, natures: natures)
    return row
  }

  /// The cell that names the source of a row: that below the total, where the row names the sources of two.
  private func source(_ cells: [Cell], _ label: Int) -> Int? {
    if cells.indices.contains(label), isSource(cells[label]) { return label }
    return cells.firstIndex(where: isSource)
  }

  /// The cells behind another that name sources: few stand beside each other.
  private func sources(_ cells: [Cell], after label: Int) -> [Int] {
    Array(cells.indices.dropFirst(label + 1).prefix(Self.widestRow).filter { isSource(cells[$0]) })
  }

  /// How many cells of a row of money are looked at.
  private static let widestRow = 16

  private func isNature(_ cell: Cell) -> Bool {
    cell.kind == .text && cell.slice.count <= 14
      && units.ends(cell.slice, withAnyOf: ["基本支出", "项目支出", "人员经费", "公用经费"])
  }

  private func isSource(_ cell: Cell) -> Bool {
    cell.kind == .text && cell.slice.count <= 24 && units.contains(anyOf: Self.sources, in: cell.slice)
  }

  /// How far the figures of a row stand from their heads: a converted form often loses a spanned cell.
  private func shift(_ cells: [Cell], _ label: Int, _ measures: [FundColumn]) -> Int {
    var best = (shift: 0, hits: -1)
    for shift in [0, 1, -1, 2, -2] {
      let hits = measures.filter {
        cells.indices.contains($0.column + shift) && $0.column + shift > label
          && cells[$0.column + shift].kind == .number
      }.count
      if hits > best.hits { best = (shift, hits) }
    }
    return best.shift
  }

  private func figures(_ cells: [Cell], _ label: Int, _ measures: [FundColumn], _ shift: Int) -> [Cell] {
    guard measures.isEmpty else {
      return measures.map { measure in
        let column = measure.column + shift
        return cells.indices.contains(column) ? cells[column] : cells[label]
      }
    }
    // Without heads the first figure after the label is the amount; blanks belong to a spanned label.
    let own = cells[(label + 1)...].prefix(Self.widestRow).prefix { !isSource($0) }
    return Array(own.filter { $0.kind == .number || $0.kind == .dash }.prefix(1))
  }

  // MARK: Indicators

  private func isIndicatorHeader(_ cells: [Cell]) -> Bool {
    var names = 0
    var hasScore = false
    for cell in cells where cell.kind == .text {
      if units.ends(cell.slice, withAnyOf: ["一级指标", "二级指标", "三级指标"]) { names += 1 }
      if units.equals(anyOf: ["得分", "自评得分"], cell.slice) { hasScore = true }
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
    form.hasReasonColumn = cells(header).contains { units.contains(anyOf: ["偏差", "原因", "改进"], in: $0.slice) }
    let columns = IndicatorColumns(cells(header), units)
    let isWeighted = hasWeights(header)
    if !isWeighted { form.isUncertain = true }
    for row in (header + 1)..<Swift.max(header + 1, table.rowCount) {
      let cells = cells(row)
      if isIndicatorHeader(cells) { continue }
      if let label = cells.first(where: { $0.kind != .blank }), label.kind == .text {
        let name = units.withoutTrailingBrackets(bare(label))
        if units.equals(anyOf: Self.totals, name) {
          let figures = cells.filter { $0.kind == .number }
          if figures.count >= 2, form.totalScore == nil { form.totalWeight = figures[figures.count - 2] }
          if form.totalScore == nil { form.totalScore = figures.last }
          continue
        }
        if units.contains(anyOf: ["评分等级", "评价等级", "自评等级", "等级"], in: name), name.count <= 8 {
          form.grade = cells.first { $0.kind == .text && $0.slice.count <= 3 && $0.slice != label.slice }
          continue
        }
      }
      guard form.totalScore == nil, isWeighted else { continue }
      readIndicator(row, cells, columns, &form)
    }
  }

  private func readIndicator(
    _ row: Int, _ cells: [Cell], _ columns: IndicatorColumns?, _ form: inout PerformanceForm
  ) {
    if let columns, !columns.isAdjacent || columns.fit(cells) {
      readIndicator(row, cells, columns, &form)
      return
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
        row: row, target: target.map { cells[$0] }, result: result.map { cells[$0] },
        weight: cells[score - 1], score: cells[score],
        hasReason: cells[(score + 1)...].contains { $0.kind == .text }))
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
        row: row, target: columns.target.map { cells[$0] }, result: columns.result.map { cells[$0] },
        weight: cells[columns.weight], score: cells[columns.score],
        hasReason: cells[(columns.score + 1)...].contains { $0.kind == .text }))
  }
}

/// The columns of the indicators, as their heads name them.
private struct IndicatorColumns {
  var width: Int
  var weight: Int
  var score: Int
  var target: Int?
  var result: Int?

  private static let weights = WordList(["分值", "权重", "标准分"])
  private static let scores = WordList(["得分", "自评得分"])
  private static let targets = WordList(["年度指标值", "指标值", "目标值", "年初目标值"])
  private static let results = WordList(["实际完成值", "全年实际值", "实际值", "完成值", "全年完成值"])

  /// Weight and score stand side by side, so that a row which lost cells can be read from its end.
  var isAdjacent: Bool { score == weight + 1 }

  /// Tells whether a row has kept its cells.
  func fit(_ cells: [Cell]) -> Bool {
    cells.count == width && cells[weight].kind == .number && cells[score].kind == .number
  }

  /// `nil` where the weight does not stand before the score, or one of them is not named.
  init?(_ header: [Cell], _ units: Units) {
    func column(_ words: WordList) -> Int? {
      let found = header.indices.filter {
        units.equals(anyOf: words, units.withoutTrailingBrackets(header[$0].slice))
      }
      return found.count == 1 ? found.first : nil
    }
    guard let weight = column(Self.weights), let score = column(Self.scores), score > weight
    else { return nil }
    width = header.count
    self.weight = weight
    self.score = score
    target = column(Self.targets)
    result = column(Self.results)
  }
}
