/// Reads the money of a form: its heads, the total, and the rows that divide it.
extension FormReader {
  typealias Funds = PerformanceForm.Funds

  /// The heads of the money block.
  struct FundHead {
    /// The measures with their columns; empty if none were read.
    var columns: [(measure: Funds.Measure, column: Int)] = []
    /// 预算执行情况（20分）: the points that the label states.
    var points: Cell?
  }

  private static let fundTotals = WordList([
    "年度资金总额", "资金总额", "年度预算申请资金总额", "年度资金申请总额", "项目资金总额", "预算资金总额", "年度资金总和",
    "年度财政资金总额", "财政资金总额",
  ])
  /// What a total is called only where heads stand above it.
  private static let headedTotals = WordList([
    "总额", "小计", "合计", "总计", "支出总额", "部门整体支出总额", "整体支出总额", "年度支出总额", "部门整体支出", "单位整体支出", "整体支出",
    "部门支出", "部门支出总额",
  ])

  // MARK: Heads

  func fundHead(_ cells: [Cell]) -> FundHead? {
    // Few rows of a form speak of budgets at all.
    guard cells.contains(where: speaksOfBudget) else { return nil }
    var head = FundHead(points: labelledPoints(cells))
    for (column, cell) in cells.enumerated() where cell.kind == .text {
      if let measure = measure(units.withoutTrailingBrackets(cell.slice)) {
        head.columns.append((measure, column))
      }
    }
    let measures = head.columns.map(\.measure)
    guard measures.contains(.budget), measures.contains(.execution), inlineFigures(cells, head.columns) == nil
    else { return nil }
    return head
  }

  private func speaksOfBudget(_ cell: Cell) -> Bool {
    cell.kind == .text && cell.upper - cell.lower <= 20 && units.contains("预算", in: cell.slice)
  }

  private func measure(_ slice: Slice) -> Funds.Measure? {
    if units.contains(anyOf: ["年初预算", "年初数"], in: slice) { return .initialBudget }
    if units.contains(anyOf: ["全年预算", "调整后预算", "调整预算"], in: slice) { return .budget }
    if units.equals(anyOf: ["预算数", "预算金额"], slice) { return .budget }
    if units.contains(anyOf: ["执行率", "完成率"], in: slice) { return .rate }
    if units.contains(anyOf: ["全年执行", "执行数", "全年支出", "决算数", "实际支出"], in: slice) { return .execution }
    if units.equals(anyOf: ["分值", "分数", "权重", "标准分"], slice) { return .weight }
    if units.equals(anyOf: ["得分", "自评得分"], slice) { return .score }
    return nil
  }

  /// 预算执行情况（10分）: the points in the brackets of the first words of a row.
  private func labelledPoints(_ cells: [Cell]) -> Cell? {
    guard let label = cells.first(where: { $0.kind != .blank }), label.kind == .text else { return nil }
    for at in label.slice.indices where units[at] == 0x28 {
      guard let figure = NumberScanner.scan(units, at + 1, label.slice.upper),
        units.has("分)", at: figure.end, before: label.slice.upper)
      else { continue }
      var points = label
      (points.lower, points.upper) = (Int32(at + 1), Int32(figure.end))
      (points.kind, points.amount) = (.number, figure.amount)
      return points
    }
    return nil
  }

  // MARK: Rows

  /// Reads the money if it begins in a row; the row behind it, `nil` if it does not begin here.
  func readFunds(_ row: Int, _ cells: [Cell], _ head: FundHead, _ form: inout PerformanceForm) -> Int? {
    if let label = cells.firstIndex(where: { isFundTotal($0, cells, head) }) {
      if head.columns.isEmpty, let next = readUnder(row, cells, label, &form) { return next }
      return readFunds(below: row, label, head, &form)
    }
    if head.columns.isEmpty {
      return readPlanned(row, cells, &form) ?? readInline(row, cells, &form)
    }
    return readFunds(above: row, cells, head, &form)
  }

  private func isFundTotal(_ cell: Cell, _ cells: [Cell], _ head: FundHead) -> Bool {
    guard cell.kind == .text, cell.slice.count <= 24 else { return false }
    let name = units.withoutTrailingBrackets(bare(cell))
    return units.equals(anyOf: Self.fundTotals, name)
      || !head.columns.isEmpty && units.equals(anyOf: Self.headedTotals, name)
        && !cells.contains(where: isSource)
  }

  /// 资金总额 | 按收入性质分 | | 按支出性质分 with the total below its head, and beside it 一般公共预算拨款 | 910.00 | 基本支出 | 720.00.
  ///
  /// What is called neither a source nor a kind may be anything: then the total alone is read.
  private func readUnder(_ row: Int, _ heads: [Cell], _ label: Int, _ form: inout PerformanceForm) -> Int? {
    guard heads.contains(where: isDivision), row + 1 < table.rowCount, case let first = cells(row + 1),
      let column = first.firstIndex(where: { $0.kind != .blank }), first[column].kind == .number
    else { return nil }
    func line(_ name: Slice, _ amount: Cell) -> Funds.Row {
      Funds.Row(label: name, cells: [amount], width: heads.count)
    }
    let total = line(bare(heads[label]), first[column])
    var (parts, natures): ([Funds.Row], [Funds.Row]) = ([], [])
    var isKnown = true
    var next = row + 1
    while next < table.rowCount, next - row < Self.widestRow {
      let cells = cells(next)
      let isOwn = next == row + 1 || cells.prefix(column + 1).allSatisfy { $0.kind == .blank }
      let names = cells.indices.dropFirst(column + 1).prefix(Self.widestRow).filter {
        cells[$0].kind == .text
      }
      guard isOwn, !names.isEmpty else { break }
      for at in names {
        let amount = cells.indices.contains(at + 1) ? cells[at + 1] : cells[at]
        guard amount.isAmountOrEmpty, amount.kind != .blank else {
          isKnown = isKnown && amount.kind == .blank
          continue
        }
        if isNature(cells[at]) {
          natures.append(line(bare(cells[at]), amount))
        } else {
          isKnown =
            isKnown && isSource(cells[at])
            && (parts.isEmpty || !units.starts(cells[at].slice, with: "其中"))
          parts.append(line(bare(cells[at]), amount))
        }
      }
      next += 1
    }
    form.funds = Funds(
      measures: [], total: total, parts: isKnown ? parts : [], natures: isKnown ? natures : [])
    return next
  }

  /// 预算数 | 918.60 | 其中：财政资金 | 918.60 | 其他资金 | 0.00: the money of a form of targets, with its sources beside it.
  private func readPlanned(_ row: Int, _ cells: [Cell], _ form: inout PerformanceForm) -> Int? {
    guard
      let label = cells.firstIndex(where: {
        $0.kind == .text && units.equals(anyOf: Self.planned, units.withoutTrailingBrackets(bare($0)))
      }), let first = cells.dropFirst(label + 1).first(where: { $0.kind != .blank }), first.kind == .number
    else { return nil }
    let head = FundHead()
    let parts = sources(cells, after: label).map { fundRow(cells, $0, head, 0) }
    guard parts.first?.isOfWhich ?? false else { return nil }
    let total = fundRow(cells, label, head, 0)
    // 其中：财政资金 alone is a choice, unless a slip makes it the whole.
    let isWhole =
      parts.count >= 2
      || parts.contains { part in
        zip(part.cells, total.cells).contains { Slip.isSlip($0.amount.scaled, $1.amount.scaled) }
      }
    form.funds = Funds(measures: [], total: total, parts: isWhole ? parts : [])
    return row + 1
  }

  private static let planned = WordList(["预算数", "预算金额", "预算总额", "预算规模"])

  /// 预算执行情况（10分） | 预算数 | 60.00 | 执行数 | 58.20 | 执行率 | 97.00%: each head before its figure.
  private func readInline(_ row: Int, _ cells: [Cell], _ form: inout PerformanceForm) -> Int? {
    guard cells.contains(where: speaksOfBudget) else { return nil }
    let columns = cells.indices.compactMap { column -> (measure: Funds.Measure, column: Int)? in
      guard cells[column].kind == .text else { return nil }
      return measure(units.withoutTrailingBrackets(cells[column].slice)).map { ($0, column) }
    }
    guard let figures = inlineFigures(cells, columns), let label = cells.first(where: { $0.kind != .blank })
    else { return nil }
    form.mentionsExecution = true
    let total = Funds.Row(label: bare(label), cells: figures.map(\.cell), width: cells.count)
    form.funds = Funds(
      measures: figures.map(\.measure), total: total, parts: [], labelledWeight: labelledPoints(cells))
    return row + 1
  }

  /// The figures behind the heads of a row, if budget and execution both have one.
  private func inlineFigures(
    _ cells: [Cell], _ columns: [(measure: Funds.Measure, column: Int)]
  ) -> [(measure: Funds.Measure, cell: Cell)]? {
    let figures = columns.compactMap { head -> (measure: Funds.Measure, cell: Cell)? in
      guard let next = cells.dropFirst(head.column + 1).first(where: { $0.kind != .blank }),
        next.kind == .number || next.kind == .percent
      else { return nil }
      return (head.measure, next)
    }
    let measures = figures.map(\.measure)
    return measures.contains(.budget) && measures.contains(.execution) ? figures : nil
  }

  private func fundRow(_ cells: [Cell], _ label: Int, _ head: FundHead, _ shift: Int) -> Funds.Row {
    Funds.Row(
      label: bare(cells[label]), cells: figures(cells, label, head, shift), width: cells.count,
      isOfWhich: units.starts(cells[label].slice, with: "其中"))
  }

  /// The total first, then the rows that divide it.
  private func readFunds(
    below start: Int, _ label: Int, _ head: FundHead, _ form: inout PerformanceForm
  ) -> Int {
    let first = cells(start)
    let shift = shift(first, label, head)
    let total = fundRow(first, label, head, shift)
    var parts: [Funds.Row] = []
    var natures: [Funds.Row] = []
    var isCertain = true
    let hasHeads = !head.columns.isEmpty
    // 年度资金总额 | 186.00 | 其中：财政拨款 | 186.00: the first parts on the row of the total.
    if !hasHeads { parts += sources(first, after: label).map { fundRow(first, $0, head, shift) } }
    // 财政拨款 | 小计 | 80: the rows below that leave its column blank divide it.
    var divided: Int?
    var again: [Funds.Row]?
    var row = start + 1
    while row < table.rowCount {
      let cells = cells(row)
      if let column = divided, cells.indices.contains(column), cells[column].kind == .blank,
        cells.contains(where: { $0.kind == .text })
      {
        row += 1
        continue
      }
      // 按收入性质分 | 一般公共预算 | 910.00 | 按支出性质分: other columns than those of the heads.
      if hasHeads, cells.contains(where: isDivision) {
        // 按收入性质分： alone in its row: the rows below it are in the columns of the heads.
        guard cells.count(where: { $0.kind != .blank }) == 1 else { break }
        row += 1
        continue
      }
      // 其中：本年安排 | 120 above 上年结转 | 36.30, each in a row of its own, divides the part above it.
      if !hasHeads, !parts.isEmpty, let at = loneLabel(cells), !isSource(cells[at]) {
        parts.append(fundRow(cells, at, head, shift))
        row += 1
        continue
      }
      // 其中：当年安排 | 120 | 上年结转 | 36.30 below 年度资金总额 | 156.30 | 财政拨款 | 156.30: the same money once more.
      if !hasHeads, again == nil, let second = division(cells, of: total, parts) {
        again = second
        row += 1
        continue
      }
      if let at = source(cells, label), at <= label + 3 {
        parts.append(fundRow(cells, at, head, shift))
        // 财政拨款 | 75.53 | 其他资金 | 16.98: the parts stand beside each other.
        if !hasHeads { parts += sources(cells, after: at).map { fundRow(cells, $0, head, shift) } }
        divided =
          cells.indices.contains(at + 1) && units.equals(cells[at + 1].slice, "小计") ? at : nil
      } else if hasHeads, let at = cells.firstIndex(where: isNature), at <= label + 3 {
        natures.append(fundRow(cells, at, head, shift))
      } else if hasHeads, let part = otherPart(cells, label, head, shift), part.width == total.width {
        parts.append(part)
        isCertain = false
      } else {
        break
      }
      row += 1
    }
    let money = hasHeads ? head.columns.prefix { Self.isMoney($0.measure) }.count : 1
    let reading = FundParts.read(total, parts, columns: money, areNamed: isCertain)
    form.funds = Funds(
      measures: head.columns.map(\.measure), total: total, parts: reading.parts, natures: natures,
      divided: again.map { (whole: total, parts: $0) } ?? reading.divided, labelledWeight: head.points)
    return row
  }

  /// The labels and figures of a row that divides a total a second time, where the parts beside it make it already.
  ///
  /// None if the row cannot be read, or names a choice of what the total holds.
  private func division(_ cells: [Cell], of total: Funds.Row, _ parts: [Funds.Row]) -> [Funds.Row]? {
    let filled = parts.filter { $0.cells.first.map { !$0.isEmptyOrZero } ?? false }
    guard let first = cells.firstIndex(where: { $0.kind != .blank }), cells[first].kind == .text,
      units.starts(cells[first].slice, withAnyOf: Self.divisions)
        || units.contains("中:", in: cells[first].slice),
      FundParts.adds(total, filled, 0)
    else { return nil }
    var rows: [Funds.Row] = []
    for column in cells.indices.dropFirst(first).prefix(Self.widestRow) where cells[column].kind == .text {
      guard let amount = cells.dropFirst(column + 1).first(where: { $0.kind != .blank }),
        amount.kind == .number || amount.kind == .dash
      else { return [] }
      rows.append(Funds.Row(label: bare(cells[column]), cells: [amount], width: cells.count))
    }
    // 财政拨款 150.30 | 其他资金 6.00: which is divided again nothing tells, unless it is the sum of both.
    return rows.count >= 2 && (filled.count == 1 || FundParts.adds(total, rows, 0)) ? rows : []
  }

  /// The label of a row that begins with 其中 and has one label and one figure.
  private func loneLabel(_ cells: [Cell]) -> Int? {
    let filled = cells.indices.filter { cells[$0].kind != .blank }
    guard filled.count == 2, cells[filled[1]].kind == .number,
      units.starts(cells[filled[0]].slice, with: "其中")
    else { return nil }
    return filled[0]
  }

  private static let divisions = WordList(["其中", "当年", "本年", "上年"])

  static func isMoney(_ measure: Funds.Measure) -> Bool {
    measure == .initialBudget || measure == .budget || measure == .execution
  }

  /// The rows that divide the total first, then the total.
  private func readFunds(
    above start: Int, _ first: [Cell], _ head: FundHead, _ form: inout PerformanceForm
  ) -> Int? {
    guard let label = first.firstIndex(where: isSource) else { return nil }
    let shift = shift(first, label, head)
    var parts: [Funds.Row] = []
    var row = start
    while row < table.rowCount, row - start < Self.widestRow {
      let cells = cells(row)
      guard cells.count == first.count, cells.indices.contains(label), cells[label].kind == .text else {
        break
      }
      let found = fundRow(cells, label, head, shift)
      if isFundTotal(cells[label], cells, head) {
        let money = head.columns.prefix { Self.isMoney($0.measure) }.count
        let reading = FundParts.read(found, parts, columns: money, areNamed: true)
        form.funds = Funds(
          measures: head.columns.map(\.measure), total: found, parts: reading.parts,
          divided: reading.divided, labelledWeight: head.points)
        return row + 1
      }
      guard isSource(cells[label]) else { break }
      parts.append(found)
      row += 1
    }
    return nil
  }

  private static let sources = WordList([
    "财政拨款", "财政资金", "财政性资金", "结转", "其他资金", "自筹", "单位资金", "专户", "一般公共预算", "政府性基金", "国有资本", "上级", "债券",
  ])

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

  /// 按收入性质分, 按支出结构划分.
  private func isDivision(_ cell: Cell) -> Bool {
    cell.kind == .text && cell.slice.count <= 14 && units.starts(cell.slice, with: "按")
      && units.ends(units.withoutTrailingBrackets(bare(cell)), with: "分")
  }

  /// 中央资金, 本级安排: a row with a budget and an execution whose name no list knows.
  private func otherPart(_ cells: [Cell], _ label: Int, _ head: FundHead, _ shift: Int) -> Funds.Row? {
    guard cells.indices.contains(label), cells[label].kind == .text, cells[label].slice.count <= 24,
      !isFundTotal(cells[label], cells, head)
    else { return nil }
    let row = fundRow(cells, label, head, shift)
    let amounts = zip(head.columns, row.cells).filter { Self.isMoney($0.0.measure) }.map(\.1)
    guard amounts.allSatisfy(\.isAmountOrEmpty), amounts.contains(where: { $0.kind == .number }) else {
      return nil
    }
    return row
  }

  /// How far the figures of a row stand from their heads: a converted form often loses a spanned cell.
  private func shift(_ cells: [Cell], _ label: Int, _ head: FundHead) -> Int {
    var best = (shift: 0, hits: -1)
    for shift in [0, 1, -1, 2, -2] {
      let hits = head.columns.filter {
        cells.indices.contains($0.column + shift) && $0.column + shift > label
          && cells[$0.column + shift].kind == .number
      }.count
      if hits > best.hits { best = (shift, hits) }
    }
    return best.shift
  }

  private func figures(_ cells: [Cell], _ label: Int, _ head: FundHead, _ shift: Int) -> [Cell] {
    guard head.columns.isEmpty else {
      return head.columns.map { measure in
        let column = measure.column + shift
        return cells.indices.contains(column) ? cells[column] : cells[label]
      }
    }
    // Without heads the first figure after the label is the amount; blanks belong to a spanned label.
    let own = cells[(label + 1)...].prefix(Self.widestRow).prefix { !isSource($0) }
    return Array(own.filter { $0.kind == .number || $0.kind == .dash }.prefix(1))
  }
}
