/// Blocks of a form that are tables of their own: rows above a 合计, shares of it (占比), and quantities with prices
/// (数量 | 测算标准 | 小计).
///
/// Rules: `column-total`, `share`, `row-total`. What most rows or columns of a block confirm is held against the others.
enum FormBlocks {
  private static let totals = WordList(["合计", "金额合计"])
  private static let ofWhich: Word = "其中"
  private static let points = WordList(["分值", "权重", "得分", "分数", "占比", "比例", "比重", "率", "数量"])
  private static let shares = WordList(["占比", "比重", "占比(%)"])
  private static let quantities = WordList(["数量", "采购数量"])
  private static let prices = WordList(["测算标准", "单价", "单位成本", "支出标准", "标准", "预算单价", "采购单价"])
  private static let products = WordList([
    "小计", "金额", "合计", "预算金额", "采购金额", "采购预算", "采购预算金额", "总价", "合价", "总金额",
  ])
  private static let mostRows = 60
  /// Longer figures are not multiplied.
  private static let mostDigits: UInt64 = 1_000_000_000

  /// The rows from the first below a head to the last above 合计.
  private struct Block {
    var rows: Range<Int>
    var total: Int
  }

  /// - Parameter end: Where the indicators begin, whose points are added up elsewhere.
  static func check(_ table: Table, before end: Int, _ inspection: inout Inspection) {
    let units = inspection.units
    var start = 0
    for row in 0..<table.rowCount {
      guard let first = table.cell(row, 0), Int(first.lower) < end else { break }
      if isTotal(row, table, units), let block = block(endingAt: row, from: start, table, units) {
        if !rows(block, table, &inspection) { sums(block, table, &inspection) }
        percentages(block, table, &inspection)
        start = row + 1
      }
      if let columns = productColumns(row, table, units) { multiply(below: row, columns, table, &inspection) }
    }
  }

  private static let budgets = WordList(["年度预算", "预算数", "预算金额", "年度资金总额", "资金总额", "预算安排"])

  /// 项目名称 | 年度预算 | 绩效目标: the money of the projects of a list stands in their first rows, and makes that of 合计.
  static func projects(_ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    guard table.rowCount > 2 else { return }
    for column in 0..<table.width(ofRow: 0) {
      guard let head = table.cell(0, column), head.kind == .text,
        units.equals(anyOf: budgets, units.withoutTrailingBrackets(head.slice)),
        let last = (1..<table.rowCount).first(where: { isTotal($0, table, units) }),
        let whole = table.cell(last, column), whole.kind == .number
      else { continue }
      let width = table.width(ofRow: 0)
      guard (1...last).allSatisfy({ table.width(ofRow: $0) == width }) else { continue }
      let cells = (1..<last).compactMap { table.cell($0, column) }
      let terms = cells.filter { $0.kind == .number }
      guard cells.allSatisfy(\.isAmountOrEmpty), terms.count >= 2, isSlip(whole, terms) else { continue }
      let equation = CellEquation(
        rule: "column-total", total: whole, terms: terms, name: Message(TablePhrases.row, .text("合计")))
      if let finding = equation.finding(unit: table.unit, draft: inspection.draft) {
        inspection.findings.append(finding)
      }
    }
  }

  /// Quantities with prices in a table that is no form.
  static func products(_ table: Table, _ inspection: inout Inspection) {
    for row in table.preambleRows..<Swift.max(table.preambleRows, table.firstBodyRow) {
      if let columns = productColumns(row, table, inspection.units) {
        multiply(below: row, columns, table, &inspection)
      }
    }
  }

  /// Tells whether the first words of a row are 合计.
  private static func isTotal(_ row: Int, _ table: Table, _ units: Units) -> Bool {
    for column in 0..<table.width(ofRow: row) {
      guard let cell = table.cell(row, column), cell.kind != .blank else { continue }
      return cell.kind == .text && units.equals(anyOf: totals, cell.slice)
    }
    return false
  }

  private static func block(
    endingAt end: Int, from start: Int, _ table: Table, _ units: Units
  ) -> Block? {
    var first = end
    let width = table.width(ofRow: end)
    while first > Swift.max(start, end - mostRows), table.width(ofRow: first - 1) == width,
      !isTotal(first - 1, table, units), hasFigure(first - 1, table)
    {
      for column in 0..<width {
        if let cell = table.cell(first - 1, column), cell.kind == .text,
          units.starts(cell.slice, with: ofWhich)
        {
          return nil
        }
      }
      first -= 1
    }
    return end - first >= 2 && first > 0 ? Block(rows: first..<end, total: end) : nil
  }

  private static func hasFigure(_ row: Int, _ table: Table) -> Bool {
    (0..<table.width(ofRow: row)).contains { table.cell(row, $0)?.kind == .number }
  }

  /// The nearest words above a column of a block.
  private static func head(_ column: Int, above row: Int, _ table: Table) -> Slice? {
    for above in (Swift.max(0, row - 2)..<row).reversed() {
      if let cell = table.cell(above, column), cell.kind == .text { return cell.slice }
    }
    return nil
  }

  // MARK: Sums

  private static let wholes = WordList(["总额", "小计", "合计", "金额"])
  private static let sources = WordList(["财政拨款", "财政资金", "其他资金", "上级资金", "本级资金", "自有资金", "单位资金"])

  /// 总额 | 财政拨款 | 其他资金: the only row whose total is not the sum of its sources; tells whether there was one.
  private static func rows(_ block: Block, _ table: Table, _ inspection: inout Inspection) -> Bool {
    let units = inspection.units
    let width = table.width(ofRow: block.total)
    func isHead(_ column: Int, _ words: WordList) -> Bool {
      head(column, above: block.rows.lowerBound, table).map { units.equals(anyOf: words, $0) } ?? false
    }
    guard let whole = (0..<width).first(where: { isHead($0, wholes) && isHead($0 + 1, sources) }) else {
      return false
    }
    let parts = (whole + 1..<width).prefix { isHead($0, sources) }
    guard parts.count >= 2, parts.upperBound == width else { return false }
    var (right, wrong): (Int, [Finding]) = (0, [])
    for row in block.rows.lowerBound...block.total {
      guard let total = table.cell(row, whole) else { continue }
      let equation = CellEquation(
        rule: "row-total", total: total, terms: parts.compactMap { table.cell(row, $0) },
        name: Message(TablePhrases.row, .text("总额")))
      if let finding = equation.finding(unit: table.unit, draft: inspection.draft) {
        wrong.append(finding)
      } else {
        right += 1
      }
    }
    guard right >= 2, let only = wrong.only else { return false }
    inspection.findings.append(only)
    return true
  }

  private static func sums(_ block: Block, _ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    var (right, wrong): (Int, [(finding: Finding, isSlip: Bool, gap: Int128)]) = (0, [])
    for column in 0..<table.width(ofRow: block.total) {
      guard let whole = table.cell(block.total, column), whole.kind == .number,
        !(head(column, above: block.rows.lowerBound, table).map { units.contains(anyOf: points, in: $0) }
          ?? false)
      else { continue }
      let terms = block.rows.compactMap { table.cell($0, column) }
      guard terms.allSatisfy(\.isAmountOrEmpty), terms.count(where: { $0.kind == .number }) >= 2 else {
        continue
      }
      let equation = CellEquation(
        rule: "column-total", total: whole, terms: terms, name: Message(TablePhrases.row, .text("合计")))
      if let finding = equation.finding(unit: table.unit, draft: inspection.draft) {
        let gap = whole.amount.scaled - terms.reduce(Int128(0)) { $0 + $1.amount.scaled }
        wrong.append((finding, isSlip(whole, terms), gap))
      } else {
        right += 1
      }
    }
    // 总额 | 财政拨款 | 其他资金: one slip in a task that is paid out of one fund stands in both columns.
    let isSame = wrong.count == 2 && right >= 1 && wrong.allSatisfy { $0.isSlip && $0.gap == wrong[0].gap }
    guard wrong.count == 1 || isSame, let only = wrong.first, right >= 1 || only.isSlip,
      !inspection.findings.contains(where: { $0.rule == "column-total" && $0.range == only.finding.range })
    else { return }
    inspection.findings.append(only.finding)
  }

  /// Tells whether one slip, in the total or in a term, explains that they do not agree.
  private static func isSlip(_ whole: Cell, _ terms: [Cell]) -> Bool {
    let sum = terms.reduce(Int128(0)) { $0 + $1.amount.scaled }
    let gap = whole.amount.scaled - sum
    return Slip.isSlip(sum, whole.amount.scaled)
      || terms.contains { $0.kind == .number && Slip.isSlip($0.amount.scaled, $0.amount.scaled + gap) }
  }

  // MARK: Shares

  /// 当年金额 | 占比: each amount of its 合计.
  private static func percentages(_ block: Block, _ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    for column in 1..<Swift.max(1, table.width(ofRow: block.total)) {
      guard
        let head = head(column, above: block.rows.lowerBound, table)
          ?? earlierHead(column, block, table, units),
        units.equals(anyOf: shares, units.withoutTrailingBrackets(head)),
        let whole = table.cell(block.total, column - 1), whole.kind == .number, whole.amount.scaled > 0
      else { continue }
      var (right, wrong): (Int, [(share: Cell, amount: Cell, shown: Amount)]) = (0, [])
      for row in block.rows {
        guard let share = table.cell(row, column), share.kind == .percent || share.kind == .number,
          let amount = table.cell(row, column - 1), amount.kind == .number, amount.amount.scaled >= 0,
          let exact = Interval.percent(
            Interval(rounding: amount.amount), of: Interval(rounding: whole.amount)),
          let shown = Interval.percent(
            Interval(amount.amount.scaled, amount.amount.scaled),
            of: Interval(whole.amount.scaled, whole.amount.scaled)
          ).flatMap({
            Amount(scaled: $0.low, decimals: Swift.max(2, share.amount.decimals))
          })
        else { continue }
        let last = share.amount.lastPlace
        let stated = Interval(rounding: share.amount)
        if Interval(stated.low - last, stated.high + last).meets(exact) {
          right += 1
        } else {
          wrong.append((share, amount, shown))
        }
      }
      guard right >= 2, let only = wrong.only else { continue }
      inspection.report(
        "share", .error, at: only.share.slice,
        Message(
          otherShare, .amount(only.amount.amount, nil), .amount(whole.amount, nil), .percent(only.shown),
          .percent(only.share.amount)),
        related: [
          inspection.related(only.amount.slice, Message(FormPhrases.item, .amount(only.amount.amount, nil))),
          inspection.related(whole.slice, Message(FormPhrases.item, .amount(whole.amount, nil))),
        ])
    }
  }

  /// The head of a second block stands above the first.
  private static func earlierHead(_ column: Int, _ block: Block, _ table: Table, _ units: Units) -> Slice? {
    for row in (Swift.max(0, block.rows.lowerBound - mostRows)..<block.rows.lowerBound).reversed() {
      guard table.width(ofRow: row) == table.width(ofRow: block.total) else { return nil }
      if let cell = table.cell(row, column), cell.kind == .text { return cell.slice }
    }
    return nil
  }

  // MARK: Products

  /// - Parameter scale: How many units of the price one unit of the product is: 10,000 for 元 and 万元.
  private typealias Columns = (quantity: Int, price: Int, product: Int, scale: Int128)

  /// 数量 | 测算标准（万元） | 小计（万元）: the columns of a head.
  private static func productColumns(_ row: Int, _ table: Table, _ units: Units) -> Columns? {
    var found: (quantity: Int?, price: Int?, product: Int?)
    for column in 0..<table.width(ofRow: row) {
      guard let cell = table.cell(row, column), cell.kind == .text, cell.slice.count <= 14 else { continue }
      let name = units.withoutTrailingBrackets(cell.slice)
      if units.equals(anyOf: quantities, name) {
        found.quantity = column
      } else if units.equals(anyOf: prices, name) {
        found.price = column
      } else if found.price != nil, found.product == nil, units.equals(anyOf: products, name) {
        found.product = column
      }
    }
    guard let quantity = found.quantity, let price = found.price, let product = found.product,
      quantity < price, let scale = scale(of: price, and: product, row, table, units)
    else { return nil }
    return (quantity, price, product, scale)
  }

  /// 1 where the heads of a price and a product name one unit or none, 10,000 for 单价（元） and 金额（万元）.
  private static func scale(
    of price: Int, and product: Int, _ row: Int, _ table: Table, _ units: Units
  ) -> Int128? {
    let (own, other) = (bracket(price, row, table, units), bracket(product, row, table, units))
    if units.areSame(own, other) { return 1 }
    guard units.equals(own, yuan) else { return nil }
    return units.equals(other, tenThousand) || other.isEmpty && table.unit == .tenThousandYuan ? 10_000 : nil
  }

  /// What stands in the brackets of a head, with them.
  private static func bracket(_ column: Int, _ row: Int, _ table: Table, _ units: Units) -> Slice {
    guard let cell = table.cell(row, column) else { return Slice(0, 0) }
    return Slice(units.withoutTrailingBrackets(cell.slice).upper, cell.slice.upper)
  }

  private static let yuan: Word = "(元)"
  private static let tenThousand: Word = "(万元)"

  private static func multiply(
    below head: Int, _ columns: Columns, _ table: Table, _ inspection: inout Inspection
  ) {
    var (right, wrong): (Int, [(cells: [Cell], shown: Amount)]) = (0, [])
    for row in (head + 1)..<Swift.min(table.rowCount, head + mostRows) {
      // 合计 before the rows, or between them.
      if isWithoutPrice(row, columns, table) { continue }
      guard table.width(ofRow: row) == table.width(ofRow: head), !isTotal(row, table, inspection.units),
        let quantity = table.cell(row, columns.quantity), let price = table.cell(row, columns.price),
        price.kind == .number, let product = table.cell(row, columns.product), product.kind == .number,
        let count = count(quantity, inspection.units), count.digits.magnitude < mostDigits,
        price.amount.digits.magnitude < mostDigits, product.amount.isCalculable
      else { break }
      let exact = price.amount.scaled * count.scaled / Scale.one
      let slack = price.amount.half * count.scaled / Scale.one + product.amount.half * columns.scale
      guard let shown = Amount(scaled: exact / columns.scale, decimals: Swift.max(2, product.amount.decimals))
      else { break }
      if (exact - product.amount.scaled * columns.scale).magnitude <= slack.magnitude {
        right += 1
      } else {
        wrong.append(([quantity, price, product], shown))
      }
    }
    guard let only = wrong.only, right >= 2 || right == 1 && isPlainSlip(only.cells, columns.scale) else {
      return
    }
    let draft = inspection.draft
    inspection.report(
      "row-total", .error, at: only.cells[2].slice,
      Message(
        otherProduct, .text(draft.string(only.cells[0].slice)), .text(draft.string(only.cells[1].slice)),
        .amount(only.shown, nil), .text(draft.string(only.cells[2].slice))),
      related: only.cells.prefix(2).map {
        inspection.related($0.slice, Message(FormPhrases.item, .text(draft.string($0.slice))))
      })
  }

  /// 30 × 12,000.00 beside 300,000.00 in one of two rows: another price with one slip makes the product.
  private static func isPlainSlip(_ cells: [Cell], _ scale: Int128) -> Bool {
    let (quantity, price) = (cells[0].amount.scaled, cells[1].amount.scaled)
    let (product, overflow) = (cells[2].amount.scaled * scale).multipliedReportingOverflow(by: Scale.one)
    guard cells[0].kind == .number, quantity > 0, price > 0, product > 0, !overflow else { return false }
    return product % quantity == 0 && Slip.isSlip(price, product / quantity)
      || product % price == 0 && Slip.isSlip(quantity, product / price)
  }

  /// Tells whether a row has a product and neither a quantity nor a price, as rows of totals.
  private static func isWithoutPrice(_ row: Int, _ columns: Columns, _ table: Table) -> Bool {
    guard let quantity = table.cell(row, columns.quantity), let price = table.cell(row, columns.price),
      let product = table.cell(row, columns.product)
    else { return false }
    return quantity.kind == .blank && price.kind == .blank && product.kind == .number
  }

  /// 620人天: the figure that opens a cell, with a unit of few signs behind it.
  private static func count(_ cell: Cell, _ units: Units) -> Amount? {
    if cell.kind == .number { return cell.amount }
    guard cell.kind == .text, let figure = NumberScanner.scan(units, Int(cell.lower), Int(cell.upper)),
      Int(cell.upper) - figure.end <= 4,
      (figure.end..<Int(cell.upper)).allSatisfy({ Unit.isIdeograph(units[$0]) && units[$0] != 0x4E07 })
    else { return nil }
    return figure.amount
  }

  private static let otherShare = Phrase(
    "{0} ÷ {1} = {2}，占比写 {3}", "{0} ÷ {1} = {2}, the share is stated as {3}")
  private static let otherProduct = Phrase(
    "{0} × {1} = {2}，表中写 {3}", "{0} × {1} = {2}, the form states {3}")
}
