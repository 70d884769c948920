/// 甲项目全年预算数296.40万元，执行262.75万元: what a paragraph says of the one project it names, against the project's form.
///
/// Rule: `narrative-table`.
enum FormMention {
  private static let measures: [(words: WordList, measure: PerformanceForm.Funds.Measure)] = [
    (WordList(["年初预算数", "年初预算"]), .initialBudget),
    (WordList(["全年预算数", "全年预算", "调整后预算数"]), .budget),
    (WordList(["全年执行数", "执行数", "全年执行"]), .execution),
  ]
  private static let rates = WordList(["预算执行率"])
  private static let links = WordList(["为", "是", ":", "合计", "总额", "共计"])

  static func check(_ tables: ScoredTables, _ inspection: inout Inspection) {
    let units = inspection.units
    guard tables.tables.contains(where: { !($0.funds?.measures.isEmpty ?? true) }) else { return }
    for (index, paragraph) in inspection.draft.paragraphs.enumerated()
    where paragraph.slice.count >= ScoredTables.shortest {
      let table: ScoredTable?
      let named = tables.named(inParagraph: index)
      if let first = named.first {
        table = named.count == 1 ? tables.tables[first] : nil
      } else {
        table = units.contains(anyOf: ScoreMention.wholes, in: paragraph.slice) ? tables.overall : nil
      }
      guard let table, let funds = table.funds, let name = name(table, in: paragraph.slice, units) else {
        continue
      }
      for (words, measure) in measures {
        amount(words, measure, funds, table, behind: name, paragraph.slice, &inspection)
      }
      // Where both amounts stand in the text, the rate is that of the text.
      let amounts = measures.dropFirst().compactMap { start($0.words, paragraph.slice, units) }
      if amounts.count < 2 { rate(funds, behind: name, paragraph.slice, &inspection) }
    }
  }

  /// The position behind the words that a paragraph names a form by.
  private static func name(_ table: ScoredTable, in slice: Slice, _ units: Units) -> Int? {
    if let project = table.project {
      return units.find(units.name(project), in: slice).map { $0 + project.count }
    }
    return ScoreMention.wholes.compactMap { word in units.find(word, in: slice).map { $0 + word.count } }
      .min()
  }

  /// Tells whether a figure is of what was named, and not of something before it or of other projects:
  /// 年初预算为612.40万元…，年中追加校园安防系统升级经费; 另有7个日常业务类项目（全年预算数393.64万元.
  private static func isOf(_ name: Int, _ figure: Int, _ units: Units) -> Bool {
    name <= figure && !units.contains(anyOf: others, in: Slice(name, figure))
  }

  private static let others = WordList(["其余", "另有", "另外", "其他项目", "个项目", "类项目", "重点项目"])

  /// The position behind the first of the words that a figure follows; `nil` where they stand twice.
  private static func start(_ words: WordList, _ slice: Slice, _ units: Units) -> Int? {
    var found: [Int] = []
    for word in words {
      var search = slice
      while found.count < 2, let at = units.find(word, in: search) {
        search = Slice(at + word.count, slice.upper)
        var start = search.lower
        for link in links where units.has(link, at: start, before: slice.upper) { start += link.count }
        if start < slice.upper, Unit.isDigit(units[start]), !found.contains(start) { found.append(start) }
      }
    }
    return found.only
  }

  private static func amount(
    _ words: WordList, _ measure: PerformanceForm.Funds.Measure, _ funds: PerformanceForm.Funds,
    _ table: ScoredTable, behind name: Int, _ slice: Slice, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard let unit = table.unit, let cell = funds.cell(measure, funds.total), cell.kind == .number,
      let start = start(words, slice, units), isOf(name, start, units),
      let figure = NumberScanner.scan(units, start, slice.upper),
      let money = money(at: figure.end, slice.upper, units),
      figure.amount.digits.magnitude < 1_000_000_000_000, cell.amount.digits.magnitude < 1_000_000_000_000
    else { return }
    let stated = figure.amount.scaled * money.yuan
    let half = figure.amount.half * money.yuan
    let value = cell.amount.scaled * unit.yuan
    let own = unit == money && figure.amount.decimals >= cell.amount.decimals ? 0 : half
    guard (stated - value).magnitude > own.magnitude else { return }
    inspection.report(
      "narrative-table", .error, at: Slice(start, figure.end),
      Message(
        FormPhrases.otherAmount, .amount(figure.amount, money), .amount(cell.amount, unit)),
      related: [inspection.related(cell.slice, Message(FormPhrases.form))])
  }

  private static func money(at position: Int, _ end: Int, _ units: Units) -> MoneyUnit? {
    if units.has("万元", at: position, before: end) { return .tenThousandYuan }
    return units.has("元", at: position, before: end) ? .yuan : nil
  }

  private static func rate(
    _ funds: PerformanceForm.Funds, behind name: Int, _ slice: Slice, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard let cell = funds.cell(.rate, funds.total), cell.kind == .percent || cell.kind == .number,
      cell.amount.scaled > Scale.one, let start = start(rates, slice, units),
      isOf(name, start, units),
      let figure = NumberScanner.scan(units, start, slice.upper),
      units.has("%", at: figure.end, before: slice.upper),
      !ScoreMention.agrees(figure.amount, cell.amount), !ScoreMention.agrees(cell.amount, figure.amount)
    else { return }
    // A form that contradicts itself is named there.
    if let budget = funds.cell(.budget, funds.total), let execution = funds.cell(.execution, funds.total),
      let quotient = Interval.percent(
        Interval(rounding: execution.amount), of: Interval(rounding: budget.amount)),
      Interval(rounding: figure.amount).meets(quotient)
    {
      return
    }
    // Cut or rounded, the last place is not worth a word.
    let last = Swift.max(figure.amount.lastPlace.magnitude, cell.amount.lastPlace.magnitude)
    guard (figure.amount.scaled - cell.amount.scaled).magnitude > last else { return }
    inspection.report(
      "narrative-table", .error, at: Slice(start, figure.end + 1),
      Message(FormPhrases.otherRate, .percent(figure.amount), .percent(cell.amount)),
      related: [inspection.related(cell.slice, Message(FormPhrases.form))])
  }
}
