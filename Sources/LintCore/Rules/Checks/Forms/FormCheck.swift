/// Recomputes performance forms: the parts of the money, the execution rate, the points and the grade; and holds their
/// indicators, goals, names and scores against each other and against the text.
///
/// The rules are those of ``check``; points and grades follow 财预〔2020〕10号 (项目支出绩效评价管理办法).
enum FormCheck {
  /// The checks of forms, in the order in which they are run.
  static let checks = [
    Check(
      rules: rules, reads: [.titles, .captions, .prose, .tables, .rest], heedsOthers: true, run: scores),
    Check(rules: ["name-mismatch"], reads: [.tables, .captions], run: names),
    Check(
      rules: ["name-mismatch"], reads: [.titles, .prose, .forms, .captions], heeds: ["name-mismatch"],
      run: projects),
    Check(rules: rules, reads: [.prose, .tables, .captions], heeds: ["name-mismatch"], run: lists),
    Check(
      rules: rules, reads: [.titles, .captions, .prose, .forms, .rest], heeds: reported, run: texts),
    Check(rules: rules, reads: [.captions, .forms], heeds: reported, run: single),
  ]

  /// What is told at a place once.
  private static let reported: [String] = [
    "narrative-table", "indicator-target", "year", "narrative-sum", "completion-rate", "direction",
  ]
  private static let rules = [
    "column-total", "completion-rate", "score-total", "score", "rounding-tail", "indicator-target",
    "duplicate-item", "narrative-table", "cross-table", "name-mismatch", "year", "share", "row-total",
    "direction", "narrative-sum",
    "missing-unit", "missing-amount", "share-sum", "typo",
  ]

  /// The scores and the money of forms, in the text and in lists.
  private static func scores(_ inspection: inout Inspection) {
    let scored = inspection.forms().scored
    ScoreMention.check(scored, &inspection)
    ScoresAround.check(scored, &inspection)
    FormMention.check(scored, &inspection)
    SummaryCheck.check(scored, &inspection)
    FormsTogether.check(scored, &inspection)
    for table in scored.tables { ScoreSum.check(table, &inspection) }
  }

  /// The names in forms.
  private static func names(_ inspection: inout Inspection) {
    let forms = inspection.forms()
    if !forms.tables.isEmpty { FormNames.check(forms.tables, &inspection) }
  }

  /// The projects of forms in the text.
  private static func projects(_ inspection: inout Inspection) {
    let forms = inspection.forms()
    guard !forms.tables.isEmpty else { return }
    FormProjects.check(forms.tables, &inspection)
    FormTitles.check(forms, &inspection)
    FormSummaries.check(forms.tables, &inspection)
  }

  /// The projects of forms in lists.
  private static func lists(_ inspection: inout Inspection) {
    let forms = inspection.forms()
    guard !forms.tables.isEmpty else { return }
    ListedProjects.check(zip(forms.tables, forms.readings).map { (table: $0, form: $1.form) }, &inspection)
  }

  /// What the text says of the indicators of forms.
  private static func texts(_ inspection: inout Inspection) {
    let forms = inspection.forms()
    guard !forms.tables.isEmpty else { return }
    IndicatorMention.checkText(forms.rows, &inspection)
    FormFigures.checkText(forms.scored, forms.rows, &inspection)
    GoalFigures.checkText(forms.rows, &inspection)
    TargetDistance.check(forms.scored, forms.rows, &inspection)
    TargetEchoes.checkText(forms, &inspection)
    PhraseEchoes.checkText(forms, &inspection)
    ResultDays.checkText(forms.scored, forms.tables, forms.rows, &inspection)
  }

  /// What follows from the forms alone.
  private static func single(_ inspection: inout Inspection) {
    let forms = inspection.forms()
    guard !forms.tables.isEmpty else { return }
    WeightSum.check(forms.readings.flatMap(\.weights), &inspection)
    FormYears.check(forms.rows, &inspection)
    OtherProjects.check(forms, &inspection)
    for form in forms.rows { IndicatorMention.check(form.table, form.rows, &inspection) }
    for form in forms.rows {
      FormFigures.check(form.table, form.rows, &inspection)
      ResultDays.check(form.table, form.rows, &inspection)
      TargetDistance.check(form.table, form.rows, &inspection)
      quantities(form.table, &inspection)
    }
    let setting = FormSetting(forms.readings.map(\.form))
    for ((place, table), reading) in zip(zip(forms.places, forms.tables), forms.readings) {
      inspection.findings(ofForm: place, in: setting) { check(reading, table, setting, &$0) }
      GoalFigures.check(reading.rows, table, &inspection)
    }
  }

  /// What the long cells of a form leave of one quantity by another.
  private static func quantities(_ table: Table, _ inspection: inout Inspection) {
    for cell in table.cells where cell.kind == .text && cell.slice.count >= longCell {
      let found = Quantity.read(cell.slice, inspection.units)
      guard found.count >= 3 else { continue }
      QuantityRests.check(found, cell.slice, &inspection)
      QuantityRatios.averages(found, cell.slice, &inspection)
    }
  }

  private static let longCell = 20

  /// What follows from one form alone, and from how the forms of the draft are filled in.
  private static func check(
    _ reading: FormReading, _ table: Table, _ setting: FormSetting, _ inspection: inout Inspection
  ) {
    let (form, rows) = (reading.form, reading.rows)
    funds(form, table, &inspection)
    ExecutionScore.check(form, table, isProportional: setting.isProportional, &inspection)
    ScoreSum.check(form, &inspection)
    IndicatorCheck.check(form, rows, isReasonUsual: setting.isReasonUsual, inspection.units, &inspection)
    TargetCheck.check(rows, form, table, &inspection)
    WordTargets.check(table, &inspection)
    FormCosts.check(rows, form, table, &inspection)
    CostProducts.check(table, &inspection)
    FundPlan.check(form, table, &inspection)
    FormGaps.check(form, rows, table, &inspection)
    if setting.isSteady { FundSources.check(form, &inspection) }
    sources(table, &inspection)
    OverallFunds.check(table, &inspection)
    FormYears.days(table, &inspection)
    FormBlocks.projects(table, &inspection)
    let indicators = [rows.first?.target.slice.lower, form.indicators.first?.weight.slice.lower]
    FormBlocks.check(table, before: indicators.compactMap { $0 }.min() ?? .max, &inspection)
  }

  // MARK: Money

  private static func funds(_ form: PerformanceForm, _ table: Table, _ inspection: inout Inspection) {
    guard let funds = form.funds else { return }
    let width =
      funds.measures.isEmpty ? 1 : funds.measures.prefix { FormReader.isMoney($0) }.count
    for column in 0..<width where column < funds.total.cells.count {
      // Without heads the figure behind a label is its own, wherever it stands.
      if funds.measures.isEmpty || funds.parts.allSatisfy({ $0.width == funds.total.width }) {
        let head = column < funds.measures.count ? name(funds.measures[column]) : nil
        let isWrong = parts(funds.parts, of: funds.total, column, head, table, &inspection)
        if let divided = funds.divided {
          parts(divided.parts, of: divided.whole, column, head, table, &inspection)
        }
        // A total below its head that is wrong for its sources need not be told a second time.
        if !(isWrong && funds.measures.isEmpty) { natures(funds, column, table, &inspection) }
      }
    }
    guard !funds.parts.isEmpty else { return }
    if let budget = funds.cell(.budget, funds.total), let execution = funds.cell(.execution, funds.total),
      budget.kind == .number, execution.kind == .number, execution.amount.scaled > budget.amount.scaled
    {
      inspection.report(
        "score", .info, at: execution.slice,
        Message(
          FormPhrases.overspent, .amount(execution.amount, table.unit), .amount(budget.amount, table.unit)))
    }
  }

  /// Tells whether the parts of a total were found not to make it.
  @discardableResult
  private static func parts(
    _ parts: [PerformanceForm.Funds.Row], of total: PerformanceForm.Funds.Row, _ column: Int, _ head: Phrase?,
    _ table: Table, _ inspection: inout Inspection
  ) -> Bool {
    guard column < total.cells.count else { return false }
    let label = Message.Argument.text(inspection.draft.string(total.label))
    let equation = CellEquation(
      rule: "column-total", total: total.cells[column],
      terms: parts.compactMap { column < $0.cells.count ? $0.cells[column] : nil },
      name: head.map { Message(TablePhrases.place, label, .message(Message($0))) }
        ?? Message(TablePhrases.row, label))
    guard let finding = equation.finding(unit: table.unit, draft: inspection.draft) else { return false }
    inspection.findings.append(finding)
    return true
  }

  /// What a column of money is called.
  private static func name(_ measure: PerformanceForm.Funds.Measure) -> Phrase? {
    switch measure {
    case .initialBudget: FormPhrases.initialBudget
    case .budget: FormPhrases.yearBudget
    case .execution: FormPhrases.yearExecution
    case .weight, .rate, .score: nil
    }
  }

  private static let basic: Word = "基本支出"
  private static let project: Word = "项目支出"
  private static let staff: Word = "人员经费"
  private static let office: Word = "公用经费"

  /// 基本支出 + 项目支出 = the whole, 人员经费 + 公用经费 = 基本支出, in one column of the money.
  private static func natures(
    _ funds: PerformanceForm.Funds, _ column: Int, _ table: Table, _ inspection: inout Inspection
  ) {
    func row(_ name: Word) -> PerformanceForm.Funds.Row? {
      let rows = funds.natures.filter { inspection.units.contains(name, in: $0.label) }
      guard let row = rows.only, column < row.cells.count,
        row.cells[column].isAmountOrEmpty, row.width == funds.total.width
      else { return nil }
      return row
    }
    for (whole, parts) in [
      (funds.total, [row(basic), row(project)]), (row(basic), [row(staff), row(office)]),
    ] {
      let terms = parts.compactMap { $0?.cells[column] }
      guard let whole, terms.count == 2 else { continue }
      let equation = CellEquation(
        rule: "column-total", total: whole.cells[column], terms: terms,
        name: Message(TablePhrases.row, .text(inspection.draft.string(whole.label))))
      if let finding = equation.finding(unit: table.unit, draft: inspection.draft) {
        inspection.findings.append(finding)
      }
    }
  }

  /// The rows that make a total: of 1.财政拨款, 其中：当年预算, 上年结转, 2.其他资金 those with numbers.
  private static func addends(_ terms: [Cell], _ names: [Slice], _ units: Units) -> [Cell] {
    let numbered = zip(terms, names).filter { OrdinalScanner.scan(units, $0.1) != nil }
    if let first = names.first, OrdinalScanner.scan(units, first) != nil { return numbered.map(\.0) }
    // What is divided again, and how far, nothing tells.
    return names.dropFirst().contains { units.starts($0, with: "其中") } ? [] : terms
  }

  /// 按资金来源划分 | 合计 … and 按资金方向划分 | 合计 …: labels and figures side by side.
  private static func sources(_ table: Table, _ inspection: inout Inspection) {
    for row in 0..<table.rowCount {
      for column in 0..<table.width(ofRow: row) {
        guard let label = table.cell(row, column), label.kind == .text,
          inspection.units.equals(label.slice, "合计"),
          let total = table.cell(row, column + 1), total.kind == .number
        else { continue }
        var names: [Slice] = []
        var terms: [Cell] = []
        var next = row + 1
        while let name = table.cell(next, column), let value = table.cell(next, column + 1),
          table.width(ofRow: next) == table.width(ofRow: row), name.kind == .text, value.isAmountOrEmpty,
          !inspection.units.equals(name.slice, "合计")
        {
          names.append(name.slice)
          terms.append(value)
          next += 1
        }
        terms = addends(terms, names, inspection.units)
        guard terms.filter({ $0.kind == .number }).count >= 2 else { continue }
        let equation = CellEquation(
          rule: "column-total", total: total, terms: terms,
          name: Message(TablePhrases.row, .text(inspection.draft.string(label.slice))))
        if let finding = equation.finding(unit: table.unit, draft: inspection.draft) {
          inspection.findings.append(finding)
        }
      }
    }
  }
}

/// The execution rate (执行率) and the points for it.
enum ExecutionScore {
  static func check(
    _ form: PerformanceForm, _ table: Table, isProportional: Bool, _ inspection: inout Inspection
  ) {
    guard let funds = form.funds else { return }
    for row in [funds.total] + funds.parts + funds.natures { rate(row, funds, table, &inspection) }
    if let score = funds.cell(.score, funds.total), let weight = funds.points(.weight),
      score.kind == .number, weight.kind == .number, score.amount.scaled > weight.amount.scaled
    {
      inspection.report(
        "score", .error, at: score.slice,
        Message(FormPhrases.executionAboveWeight, .amount(score.amount, nil), .amount(weight.amount, nil)),
        related: [inspection.related(weight.slice, Message(FormPhrases.item, .amount(weight.amount, nil)))])
      return
    }
    guard let expected = expected(funds), let score = funds.cell(.score, funds.total), score.kind == .number,
      isProportional || isSlip(score.amount, expected),
      (score.amount.scaled - expected.scaled).magnitude > 15 * (score.amount.lastPlace / 10).magnitude,
      let weight = funds.points(.weight), let rate = funds.cell(.rate, funds.total)
    else { return }
    inspection.report(
      "score", .warning, at: score.slice,
      Message(
        FormPhrases.executionScore, .amount(weight.amount, nil), .percent(rate.amount),
        .amount(expected, nil),
        .amount(score.amount, nil)))
  }

  /// 9.45 for 9.54: a score with as many decimals that one slip makes of the proportion was none of a few steps.
  private static func isSlip(_ score: Amount, _ expected: Amount) -> Bool {
    score.decimals == 2 && expected.decimals == 2 && score.digits % 10 != 0 && expected.digits % 10 != 0
      && Slip.isSlip(score.scaled, expected.scaled)
  }

  /// Tells whether a form scores execution in proportion: other places score it in steps.
  static func isProportional(_ form: PerformanceForm) -> Bool {
    guard let funds = form.funds, let expected = expected(funds), let score = funds.cell(.score, funds.total),
      score.kind == .number
    else { return false }
    return (score.amount.scaled - expected.scaled).magnitude <= 15 * (score.amount.lastPlace / 10).magnitude
  }

  private static func expected(_ funds: PerformanceForm.Funds) -> Amount? {
    guard let budget = funds.cell(.budget, funds.total), let execution = funds.cell(.execution, funds.total),
      let weight = funds.points(.weight), budget.kind == .number, execution.kind == .number,
      weight.kind == .number, budget.amount.scaled > 0, execution.amount.scaled >= 0,
      let score = funds.cell(.score, funds.total)
    else { return nil }
    let share = Swift.min(execution.amount.scaled, budget.amount.scaled)
    let (product, overflow) = share.multipliedReportingOverflow(by: weight.amount.scaled)
    guard !overflow else { return nil }
    return Amount(scaled: product / budget.amount.scaled, decimals: Swift.max(score.amount.decimals, 2))
  }

  private static func rate(
    _ row: PerformanceForm.Funds.Row, _ funds: PerformanceForm.Funds, _ table: Table,
    _ inspection: inout Inspection
  ) {
    guard let budget = funds.cell(.budget, row), let execution = funds.cell(.execution, row),
      let rate = funds.cell(.rate, row), budget.kind == .number, execution.kind == .number,
      rate.kind == .number || rate.kind == .percent, budget.amount.scaled > 0, execution.amount.scaled >= 0
    else { return }
    // 0.9982 for 99.82 %: a fraction where the others write per cent.
    guard rate.kind == .percent || rate.amount.scaled > Scale.one || execution.amount.isZero else { return }
    guard
      let quotient = Interval.percent(
        Interval(rounding: execution.amount), of: Interval(rounding: budget.amount)),
      let exact = Interval.percent(
        Interval(execution.amount.scaled, execution.amount.scaled),
        of: Interval(budget.amount.scaled, budget.amount.scaled)),
      let shown = Amount(scaled: exact.low, decimals: rate.amount.decimals)
    else { return }
    if Interval(rounding: rate.amount).meets(quotient) { return }
    let isCut = Interval(cutting: rate.amount).meets(quotient)
    let isClose = (rate.amount.scaled - shown.scaled).magnitude <= rate.amount.lastPlace.magnitude
    let range = inspection.draft.range(rate.slice)
    let text = shown.plain + (rate.kind == .percent ? "%" : "")
    inspection.report(
      "completion-rate", isCut ? .info : isClose ? .warning : .error, at: rate.slice,
      Message(
        FormPhrases.of, .text(inspection.draft.string(row.label)),
        .message(
          Message(
            isCut ? FormPhrases.rateCut : FormPhrases.rate, .amount(execution.amount, nil),
            .amount(budget.amount, nil), .percent(shown), .percent(rate.amount)))),
      related: [
        inspection.related(
          execution.slice, Message(FormPhrases.execution, .amount(execution.amount, table.unit))),
        inspection.related(budget.slice, Message(FormPhrases.budget, .amount(budget.amount, table.unit))),
      ],
      fixes: [
        Fix(title: Message(FormPhrases.setRate, .text(text)), edits: [Edit(range, text)], safety: .review)
      ])
  }
}
