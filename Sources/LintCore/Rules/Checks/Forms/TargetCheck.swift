/// Holds the target of an indicator against its name, its result and the money of the form.
///
/// Rules: `indicator-target`, and `duplicate-item` for an indicator that stands twice (财预〔2018〕167号: indicators
/// are specific and can be measured).
enum TargetCheck {
  static func check(
    _ rows: [TargetRow], _ form: PerformanceForm, _ table: Table, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    repeated(rows, &inspection)
    // The money of a table with several forms is not known to be theirs.
    let isOneForm = rows.allSatisfy { $0.form == rows.first?.form }
    for row in rows {
      guard let goal = row.goal else {
        if isRate(row.name, units) { report(row, FormPhrases.rateWithDay, &inspection) }
        continue
      }
      switch goal.dimension(units) {
      case .percent where isCount(row, units): report(row, FormPhrases.countInPercent, &inspection)
      case .percent where hasQuantity(row, units): report(row, FormPhrases.quantityInName, &inspection)
      case .money where isRate(row.name, units), .count where isRate(row.name, units):
        report(row, FormPhrases.rateInUnits, &inspection)
      case .percent where isBeyondReach(row, goal, units): report(row, FormPhrases.beyondWhole, &inspection)
      default:
        results(row, goal, &inspection)
        if isOneForm || row.budget != nil { cost(row, goal, form, table, &inspection) }
      }
    }
  }

  private static func report(_ row: TargetRow, _ phrase: Phrase, _ inspection: inout Inspection) {
    let draft = inspection.draft
    inspection.report(
      "indicator-target", .warning, at: row.target.slice,
      Message(phrase, .text(draft.string(row.name)), .text(draft.string(row.target.slice))),
      related: [inspection.related(row.name, Message(FormPhrases.indicator))])
  }

  // MARK: Names

  /// 慰问人数, 培训场次: how many, and not how large a share.
  private static func isCount(_ row: TargetRow, _ units: Units) -> Bool {
    let name = units.withoutTrailingBrackets(row.name)
    let isCount =
      units.ends(name, withAnyOf: counts)
      || units.contains(quantity, in: row.level) && units.ends(name, with: number)
    return isCount && !units.contains(anyOf: shares, in: name)
  }

  /// 向上争取项目资金1.15亿元以上 | 100%: the quantity stands in the name.
  private static func hasQuantity(_ row: TargetRow, _ units: Units) -> Bool {
    guard units.contains(quantity, in: row.level), units.ends(row.name, with: orMore),
      let goal = row.goal, goal.relation == .plain, goal.amount.scaled == 100 * Scale.one,
      let last = row.name.indices.last(where: { Unit.isDigit(units[$0]) })
    else { return false }
    // A unit of measure stands between the figure and 以上: 1.15亿元以上, 20个以上.
    let measure = Slice(last + 1, row.name.upper - orMore.count)
    return (1...3).contains(measure.count) && measure.indices.allSatisfy { Unit.isIdeograph(units[$0]) }
      && !units.contains(anyOf: shares, in: row.name)
  }

  private static let orMore: Word = "以上"
  private static let quantity: Word = "数量"
  private static let number: Word = "数"

  private static let counts = WordList([
    "人数", "人次", "次数", "场次", "个数", "户数", "家数", "人才数", "团队数", "街镇数", "台数", "辆数", "件数", "天数", "册数",
    "期数", "数量", "班次数", "批次", "份数", "篇数", "套数", "处数", "座数", "株数", "间数", "项目数", "批数",
  ])
  private static let shares = WordList([
    "率", "比", "占", "程度", "覆盖", "完成", "指数", "系数", "满意", "达标", "增", "减", "/", "%",
  ])

  /// 验收合格率: a share, and neither an amount nor a day.
  static func isRate(_ name: Slice, _ units: Units) -> Bool {
    units.ends(units.withoutTrailingBrackets(name), withAnyOf: [rate, satisfaction])
      && !units.contains(anyOf: otherRates, in: name)
  }

  /// 满意度≥920%, 验收合格率105%: more than all; or 满意度≤92%, 及时率≤100%, as if less were better.
  private static func isBeyondReach(_ row: TargetRow, _ goal: Goal, _ units: Units) -> Bool {
    let name = units.withoutTrailingBrackets(row.name)
    let isSatisfaction = units.ends(name, with: satisfaction)
    guard isSatisfaction || units.ends(name, withAnyOf: wholes) else { return false }
    if goal.amount.scaled > 100 * Scale.one { return true }
    // 病历不及时率≤5%: less of what is bad is better.
    return goal.relation == .atMost
      && (isSatisfaction || goal.amount.scaled >= mostOfAll && !units.contains(anyOf: bad, in: name))
  }

  /// A limit above this is none that keeps something small.
  private static let mostOfAll = 50 * Scale.one
  private static let bad = WordList(["不", "未", "非", "超", "控制", "限"])

  private static let satisfaction: Word = "满意度"
  /// Shares of a whole, which no work can exceed.
  private static let wholes = WordList([
    "合格率", "覆盖率", "及时率", "到位率", "准确率", "达标率", "参与率", "保障率", "发放率", "合规率", "知晓率",
  ])

  private static let rate: Word = "率"
  private static let otherRates = WordList([
    "频率", "效率", "速率", "功率", "税率", "费率", "利率", "汇率", "分辨率", "事故率", "事件率", "死亡率", "投诉率", "曝光率", "产率",
    "生产率", "出栏率", "容积率", "斜率", "心率", "倍率", "概率",
  ])

  // MARK: Figures

  /// A target in per cent with a result in pieces, or the other way round.
  private static func results(_ row: TargetRow, _ goal: Goal, _ inspection: inout Inspection) {
    let units = inspection.units
    guard let result = row.result else { return }
    let dimensions = (goal.dimension(units), result.dimension(units))
    switch dimensions {
    case (.percent, .count), (.percent, .money), (.count, .percent), (.count, .money), (.money, .count),
      (.money, .percent):
      let draft = inspection.draft
      inspection.report(
        "indicator-target", .warning, at: result.slice,
        Message(
          FormPhrases.otherUnit, .text(draft.string(goal.slice)), .text(draft.string(result.slice))),
        related: [inspection.related(goal.slice, Message(FormPhrases.target))])
    default: return
    }
  }

  /// The cost of a part is no more than the money of the whole, and that of the whole no less.
  private static func cost(
    _ row: TargetRow, _ goal: Goal, _ form: PerformanceForm, _ table: Table, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard units.contains(costs, in: row.level), goal.relation != .atLeast, let money = goal.money(units),
      let unit = table.unit, !units.contains(anyOf: savings, in: row.name),
      goal.amount.digits.magnitude < mostDigits
    else { return }
    let all = row.budget.map { $0.kind == .number ? [$0] : [] } ?? form.funds.map(amounts) ?? []
    let amounts = all.filter { !$0.amount.isZero && $0.amount.digits.magnitude < mostDigits }
    guard let least = amounts.min(by: { $0.amount.scaled < $1.amount.scaled }),
      let most = amounts.max(by: { $0.amount.scaled < $1.amount.scaled })
    else { return }
    let cost = goal.amount.scaled * money.yuan
    let isWhole = units.contains(wholeCost, in: row.name)
    let (phrase, cell): (Phrase, Cell)
    if cost > most.amount.scaled * unit.yuan {
      (phrase, cell) = (FormPhrases.costAboveFunds, most)
    } else if isWhole, cost < least.amount.scaled * unit.yuan,
      form.funds?.parts.count ?? 0 > 0 || row.budget != nil
    {
      (phrase, cell) = (FormPhrases.costBelowFunds, least)
    } else {
      return
    }
    inspection.report(
      "indicator-target", .warning, at: row.target.slice,
      Message(
        phrase, .text(inspection.draft.string(row.name)), .amount(goal.amount, money),
        .amount(cell.amount, unit)),
      related: [inspection.related(cell.slice, Message(FormPhrases.allFunds))])
  }

  /// The amounts of money that the form states: of all its rows, for a total may be wrong itself.
  private static func amounts(_ funds: PerformanceForm.Funds) -> [Cell] {
    let rows = [funds.total] + funds.parts
    let cells =
      funds.measures.isEmpty
      ? rows.flatMap(\.cells)
      : rows.flatMap { row in [.initialBudget, .budget, .execution].compactMap { funds.cell($0, row) } }
    return cells.filter { $0.kind == .number }
  }

  /// Longer amounts are not multiplied.
  private static let mostDigits: UInt64 = 1_000_000_000_000
  private static let wholeCost: Word = "总成本"
  private static let costs: Word = "成本"
  private static let savings = WordList(["节约", "节省", "降低", "减少", "社会", "产值", "总投资"])

  // MARK: Repeats

  private static func repeated(_ rows: [TargetRow], _ inspection: inout Inspection) {
    let units = inspection.units
    var seen: [UInt64: TargetRow] = [:]
    for row in rows where !row.level.isEmpty && row.name.count >= 4 {
      let key = units.key(row.name) &* 31 &+ UInt64(row.form)
      guard let first = seen.updateValue(row, forKey: key) else { continue }
      let isSameLevel = units.key(first.level) == units.key(row.level)
      let draft = inspection.draft
      guard isSameLevel || units.key(first.target.slice) == units.key(row.target.slice) else { continue }
      guard isSameLevel else {
        inspection.report(
          "duplicate-item", .warning, at: row.name,
          Message(
            FormPhrases.indicatorOfTwoLevels, .text(draft.string(row.name)), .text(draft.string(first.level)),
            .text(draft.string(row.level)), .text(draft.string(row.target.slice))),
          related: [inspection.related(first.name, Message(FormPhrases.firstIndicator))])
        continue
      }
      inspection.report(
        "duplicate-item", .warning, at: row.name,
        Message(
          FormPhrases.repeatedIndicator, .text(draft.string(row.level)), .text(draft.string(row.name)),
          .text(draft.string(first.target.slice)), .text(draft.string(row.target.slice))),
        related: [inspection.related(first.name, Message(FormPhrases.firstIndicator))])
    }
  }
}
