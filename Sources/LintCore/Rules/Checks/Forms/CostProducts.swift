/// Numbers with their prices in one cell beside the money that they make: 152.40 | 7,620件×200元/件; 27.00 |
/// 演练4场×3.60万元，培训900人次×140元.
///
/// Rule: `row-total`. A cell may tell only a part of what is paid, so it has to be nothing but products, and another cell
/// of its column has to make the money beside it, or one slip of the pen to explain the difference.
enum CostProducts {
  /// What a cell makes, in billionths of a yuan.
  private struct Product {
    var value: Int128 = 0
    /// How far rounded prices may be off.
    var slack: Int128 = 0
    /// The factors of an only term, for a slip in one of them.
    var factors: [Int128] = []
  }

  static func check(_ table: Table, _ inspection: inout Inspection) {
    guard let unit = table.unit else { return }
    let units = inspection.units
    var columns: [Int: (right: Int, wrong: [(text: Cell, money: Cell, product: Product)])] = [:]
    for row in 0..<table.rowCount {
      for column in 1..<Swift.max(1, table.width(ofRow: row)) {
        guard let text = table.cell(row, column), text.kind == .text, text.slice.count >= 5,
          text.slice.count <= longest, text.slice.indices.contains(where: { isTimes(units[$0]) }),
          let money = table.cell(row, column - 1), money.kind == .number, money.amount.isCalculable,
          money.amount.scaled > 0, let product = product(text.slice, units)
        else { continue }
        let slack = product.slack + money.amount.half * unit.yuan
        if (product.value - money.amount.scaled * unit.yuan).magnitude <= slack.magnitude {
          columns[column, default: (0, [])].right += 1
        } else {
          columns[column, default: (0, [])].wrong.append((text, money, product))
        }
      }
    }
    for column in columns.keys.sorted() {
      guard let found = columns[column], let only = found.wrong.only,
        found.right >= 2 || isSlip(only.product, only.money.amount.scaled * unit.yuan),
        let shown = Amount(
          scaled: only.product.value / unit.yuan, decimals: Swift.max(2, only.money.amount.decimals))
      else { continue }
      inspection.report(
        "row-total", found.right >= 1 ? .error : .warning, at: only.text.slice,
        Message(
          phrase, .text(inspection.draft.string(only.text.slice)), .amount(shown, unit),
          .amount(only.money.amount, unit)),
        related: [
          inspection.related(
            only.money.slice,
            Message(FormPhrases.item, .text(inspection.draft.string(only.money.slice))))
        ])
    }
  }

  /// Tells whether a slip in the money or in one factor explains the difference.
  private static func isSlip(_ product: Product, _ money: Int128) -> Bool {
    if PlainSlip.isSwap(product.value, money) { return true }
    return product.factors.contains { factor in
      guard factor > 0, product.value > 0 else { return false }
      let (whole, overflow) = money.multipliedReportingOverflow(by: factor)
      guard !overflow, whole % product.value == 0 else { return false }
      return Slip.isSlip(factor, whole / product.value)
    }
  }

  // MARK: Reading

  private static func isTimes(_ unit: UInt16) -> Bool { unit == 0xD7 || unit == 0x2A }

  /// The sum of the products that a cell is made of; `nil` where anything else stands in it.
  private static func product(_ text: Slice, _ units: Units) -> Product? {
    var result = Product()
    var terms = 0
    var start = text.lower
    for at in text.lower...text.upper
    where at == text.upper || Unit.isComma(units[at]) && !isGrouping(at, text, units)
      || units[at] == 0x3001 || units[at] == 0x3B || units[at] == 0x2B
    {
      guard let term = term(units.trimmed(Slice(start, at)), units) else { return nil }
      result.value += term.value
      result.slack += term.slack
      result.factors = terms == 0 ? term.factors : []
      terms += 1
      start = at + 1
    }
    return terms > 0 && terms <= mostTerms ? result : nil
  }

  /// The comma of 7,620.
  private static func isGrouping(_ at: Int, _ text: Slice, _ units: Units) -> Bool {
    units[at] == 0x2C && at > text.lower && at + 1 < text.upper && Unit.isDigit(units[at - 1])
      && Unit.isDigit(units[at + 1])
  }

  /// 培训900人次×140元: a short name, numbers of things and one price.
  private static func term(_ text: Slice, _ units: Units) -> Product? {
    var at = text.lower
    while at < text.upper, Unit.isIdeograph(units[at]), at - text.lower < longestName { at += 1 }
    var (value, prices): (Int128, [Amount]) = (Scale.one, [])
    var factors: [Int128] = []
    while true {
      guard at < text.upper, Unit.isDigit(units[at]), factors.count < mostFactors,
        let figure = NumberScanner.scan(units, at, text.upper), figure.amount.isCalculable,
        figure.amount.digits > 0, figure.amount.digits.magnitude < mostDigits
      else { return nil }
      let end = (figure.end..<text.upper).first { isTimes(units[$0]) } ?? text.upper
      guard let scale = scale(units.trimmed(Slice(figure.end, end)), units) else { return nil }
      if scale > 0 { prices.append(figure.amount) }
      let factor = figure.amount.scaled * Swift.max(1, scale)
      let (next, overflow) = value.multipliedReportingOverflow(by: factor)
      guard !overflow else { return nil }
      value = next / Scale.one
      factors.append(figure.amount.scaled)
      if end == text.upper { break }
      at = end + 1
      while at < text.upper, units[at] == 0x20 { at += 1 }
    }
    guard let price = prices.only, factors.count >= 2, value > 0 else { return nil }
    // Only a price with decimals was rounded.
    let slack = price.decimals > 0 ? value / price.scaled * price.half : 0
    return Product(value: value, slack: slack, factors: factors)
  }

  /// What stands behind a figure: the yuan of a price, 0 for the measure of a number, `nil` for anything else.
  private static func scale(_ measure: Slice, _ units: Units) -> Int128? {
    guard measure.count <= longestMeasure else { return nil }
    let slash = measure.indices.first { units[$0] == 0x2F } ?? measure.upper
    let name = Slice(measure.lower, slash)
    let behind = Slice(Swift.min(slash + 1, measure.upper), measure.upper)
    guard name.indices.allSatisfy({ Unit.isIdeograph(units[$0]) }),
      behind.indices.allSatisfy({ Unit.isIdeograph(units[$0]) || units[$0] == 0x2F })
    else { return nil }
    if units.equals(name, "元") { return MoneyUnit.yuan.yuan }
    if units.equals(name, "万元") { return MoneyUnit.tenThousandYuan.yuan }
    return units.contains(anyOf: notCounted, in: name) || slash < measure.upper ? nil : 0
  }

  private static let notCounted = WordList(["万", "亿", "千", "百", "元", "成", "等", "约", "折", "左右", "以上"])
  private static let longest = 60
  private static let (longestName, longestMeasure) = (8, 8)
  private static let (mostTerms, mostFactors) = (8, 5)
  private static let mostDigits: UInt64 = 1_000_000_000
  private static let phrase = Phrase("{0} 合 {1}，表中金额写 {2}", "{0} makes {1}, the table states {2}")
}
