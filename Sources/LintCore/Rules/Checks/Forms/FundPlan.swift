/// How a form says that its money is used and paid out: 资金用途 | 用于日常保洁378.60万元、路面小修420.00万元、桥涵检测120.00万元, and
/// 资金支出计划（%） above 25% | 50% | 80% | 100%.
///
/// Rules: `narrative-sum` for the uses against the money of the form, `share-sum` and `row-total` for plans by quarters or
/// months. Money of a form may be used for more than is listed, and paid out in a later year: only a slip in one figure, or
/// a plan that can be read in no way, is told.
enum FundPlan {
  static func check(_ form: PerformanceForm, _ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    // 预算规模及资金用途 above 资金用途 leads to the same words.
    var seen: Slice?
    for row in 0..<table.rowCount {
      let cells = filled(row, table)
      // The labels of both stand in the first cells of their rows.
      for (at, label) in cells.prefix(2).enumerated()
      where label.kind == .text && label.slice.count <= longestLabel {
        if units.contains(anyOf: uses, in: label.slice) {
          let below = cells.count == at + 1 || cells[at + 1].slice.count < shortestUse
          let texts = below ? filled(row + 1, table) : Array(cells[(at + 1)...])
          if let text = texts.first(where: { $0.kind == .text && $0.slice.count >= shortestUse }) {
            if seen != text.slice { use(text.slice, form, table, &inspection) }
            seen = text.slice
          }
          break
        }
        if units.contains(anyOf: plans, in: label.slice) {
          plan(label.slice, Array(cells[(at + 1)...]), filled(row + 1, table), form, table, &inspection)
          break
        }
      }
    }
  }

  private static func filled(_ row: Int, _ table: Table) -> [Cell] {
    guard row >= 0, row < table.rowCount else { return [] }
    return table.cells[Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])].filter { $0.kind != .blank }
  }

  private static let uses = WordList(["资金用途", "主要用途", "支出用途"])
  private static let plans = WordList(["支出计划", "用款计划", "支付计划"])
  private static let longestLabel = 20
  private static let shortestUse = 12

  /// The money of a project.
  private static func total(_ form: PerformanceForm, _ table: Table) -> (cell: Cell, unit: MoneyUnit)? {
    guard let funds = form.funds, let unit = table.unit,
      let total = funds.measures.isEmpty ? funds.total.cells.first : funds.cell(.budget, funds.total),
      total.kind == .number, total.amount.digits >= least, total.amount.digits < largest
    else { return nil }
    return (total, unit)
  }

  /// A slip in fewer digits may be another figure.
  private static let least: Int64 = 100
  private static let largest: Int64 = 1_000_000_000_000

  // MARK: Uses

  /// 用于A 612.00万元、B 149.50万元、C 18.50万元 below a 预算数 of 780.00.
  private static func use(
    _ text: Slice, _ form: PerformanceForm, _ table: Table, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard let (cell, unit) = total(form, table) else { return }
    let all = Quantity.read(text, units)
    let parts = all.filter { $0.yuan(units) != nil }
    guard (2...most).contains(parts.count), let first = parts.first, let last = parts.last,
      parts.allSatisfy({ !$0.isRough && $0.lead.count >= 2 && $0.amount.digits > 0 }),
      !all.contains(where: { $0.isPercent(units) }),
      !units.contains(anyOf: open, in: text),
      !units.contains(anyOf: within, in: Slice(first.digits.upper, text.upper))
    else { return }
    let whole = cell.amount.scaled * unit.yuan
    let terms = parts.compactMap { $0.yuan(units) }
    let sum = terms.reduce(0, +)
    // 40.00 that are missing may be for something else: only two exchanged digits are a slip then.
    func isSlip(_ a: Int128, _ b: Int128) -> Bool {
      sum > whole ? Slip.isSlip(a, b) : PlainSlip.isSwap(a, b)
    }
    guard sum != whole, terms.allSatisfy({ $0 < whole }) else { return }
    let wrong = parts.indices.filter { at in
      let right = terms[at] - (sum - whole)
      return right > 0 && parts[at].amount.digits >= least && isSlip(terms[at], right)
    }
    let isTotal = isSlip(whole, sum)
    guard !wrong.isEmpty || isTotal,
      let shown = Amount(
        scaled: sum / unit.yuan, decimals: Swift.max(cell.amount.decimals, first.amount.decimals))
    else { return }
    let place =
      wrong.count == 1 && !isTotal
      ? parts[wrong[0]].slice
      : wrong.isEmpty ? cell.slice : Slice(first.digits.lower, last.measure.upper)
    inspection.report(
      "narrative-sum", sum > whole ? .error : .warning, at: place,
      Message(used, .sum(parts.map(\.amount)), .amount(shown, unit), .amount(cell.amount, unit)),
      related: [inspection.related(cell.slice, Message(FormPhrases.allFunds))]
        + parts.map { inspection.related($0.slice, Message(part)) })
  }

  private static let most = 20
  /// What leaves open what else the money is for, or says that figures are no parts of it.
  private static let open = WordList([
    "等", "主要", "合计", "共计", "总计", "总额", "每", "均", "标准", "单价", "/", "×", "*", "或", "预计", "其余", "剩余", "上年",
    "增", "减", "已支付", "总投资", "以及",
  ])
  private static let within = WordList(["其中", "含", "包括"])

  // MARK: Plans

  private static func plan(
    _ label: Slice, _ heads: [Cell], _ below: [Cell], _ form: PerformanceForm, _ table: Table,
    _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let isMonthly = heads.allSatisfy { isEnd($0, units) }
    guard (3...12).contains(heads.count), heads.count == below.count,
      isMonthly || heads.allSatisfy({ $0.kind == .text && units.contains(quarter, in: $0.slice) }),
      below.allSatisfy({ $0.amount.scaled >= 0 && $0.amount.digits < largest })
    else { return }
    let values = below.map(\.amount.scaled)
    let isRising = zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
    let sum = values.reduce(0, +)
    if below.allSatisfy({ $0.kind == .percent })
      || units.contains("%", in: label) && below.allSatisfy({ $0.kind == .number })
    {
      let tail = below.reduce(Int128(0)) { $0 + $1.amount.half }
      guard !isRising, (sum - 100 * Scale.one).magnitude > tail.magnitude else { return }
      shares(below, sum, isMonthly, &inspection)
    } else if below.allSatisfy({ $0.kind == .number }), let (cell, unit) = total(form, table) {
      let whole = cell.amount.scaled
      guard let last = below.last, sum != whole, last.amount.scaled != whole,
        isRising && isMonthly
          ? Slip.isSlip(last.amount.scaled, whole)
          : !isRising && values.contains(where: { Slip.isSlip($0, $0 - (sum - whole)) })
      else { return }
      let place = isRising ? last.slice : Slice(Int(below[0].lower), Int(last.upper))
      guard let shown = isRising ? last.amount : Amount(scaled: sum, decimals: cell.amount.decimals) else {
        return
      }
      inspection.report(
        "row-total", .warning, at: place, Message(paid, .amount(shown, unit), .amount(cell.amount, unit)),
        related: [inspection.related(cell.slice, Message(FormPhrases.allFunds))])
    }
  }

  /// 15% | 40% | 35% | 100% at the ends of months, or 15% | 25% | 40% | 30% in four quarters.
  private static func shares(
    _ values: [Cell], _ sum: Int128, _ isMonthly: Bool, _ inspection: inout Inspection
  ) {
    let fallen = values.indices.dropFirst().first {
      values[$0].amount.scaled < values[$0 - 1].amount.scaled
    }
    guard let fallen, let first = values.first, let last = values.last,
      let shown = Amount(scaled: sum, decimals: values.map(\.amount.decimals).max() ?? 0)
    else { return }
    if isMonthly {
      inspection.report(
        "share-sum", .warning, at: values[fallen].slice,
        Message(falls, .percent(values[fallen].amount), .percent(values[fallen - 1].amount)),
        related: [inspection.related(values[fallen - 1].slice, Message(before))])
    } else {
      inspection.report(
        "share-sum", .warning, at: Slice(Int(first.lower), Int(last.upper)),
        Message(quarters, .percent(shown)))
    }
  }

  /// 3月底, 12月末.
  private static func isEnd(_ cell: Cell, _ units: Units) -> Bool {
    cell.kind == .text && cell.slice.count <= 8 && units.contains(anyOf: ends, in: cell.slice)
  }

  private static let ends = WordList(["月底", "月末", "月前"])
  private static let quarter: Word = "季度"

  private static let part = Phrase("其中一项", "A part of it")
  private static let used = Phrase(
    "资金用途所列各项之和 {0} = {1}，资金总额为 {2}", "The uses of the money make {0} = {1}, the money is {2}")
  private static let paid = Phrase(
    "资金支出计划合计 {0}，资金总额为 {1}", "The plan pays out {0}, the money is {1}")
  private static let falls = Phrase(
    "资金支出计划应逐期累计：{0} 低于前一期的 {1}，各期之和也不是 100%",
    "The plan rises by each date, but {0} is less than {1} before it, and all do not make 100%")
  private static let before = Phrase("前一期", "The date before")
  private static let quarters = Phrase(
    "资金支出计划各季度之和为 {0}，不是 100%", "The quarters of the plan make {0}, not 100%")
}
