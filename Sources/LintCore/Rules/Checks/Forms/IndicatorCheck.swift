/// Single indicators: points against weight, result against target, the grade against the total.
enum IndicatorCheck {
  static func check(
    _ form: PerformanceForm, _ rows: [TargetRow], isReasonUsual: Bool, _ units: Units,
    _ inspection: inout Inspection
  ) {
    for indicator in form.indicators {
      check(indicator, form, rows, isReasonUsual: isReasonUsual, units, &inspection)
    }
    grade(form, units, &inspection)
  }

  /// Tells whether the forms give a reason wherever points were lost, but for one indicator.
  static func isReasonUsual(_ forms: [PerformanceForm]) -> Bool {
    var (given, missing) = (0, 0)
    for form in forms where form.hasReasonColumn {
      for indicator in form.indicators where isDeducted(indicator) {
        if indicator.hasReason { given += 1 } else { missing += 1 }
      }
    }
    return given >= 1 && missing == 1
  }

  private static func isDeducted(_ indicator: PerformanceForm.Indicator) -> Bool {
    indicator.score.amount.scaled < indicator.weight.amount.scaled
  }

  private static func check(
    _ indicator: PerformanceForm.Indicator, _ form: PerformanceForm, _ rows: [TargetRow],
    isReasonUsual: Bool, _ units: Units, _ inspection: inout Inspection
  ) {
    let score = indicator.score.amount
    let weight = indicator.weight.amount
    if score.scaled > weight.scaled {
      inspection.report(
        "score", .error, at: indicator.score.slice,
        named(
          indicator, inspection, FormPhrases.scoreAboveWeight, [.amount(score, nil), .amount(weight, nil)]),
        related: [inspection.related(indicator.weight.slice, Message(FormPhrases.item, .amount(weight, nil)))]
      )
      return
    }
    let (target, result) = goals(of: indicator, rows, units)
    let areAlike = target.map { $0.unitKey == result?.unitKey } ?? false
    if isDeducted(indicator), form.hasReasonColumn, !indicator.hasReason {
      let isMissed = areAlike && result.map { !(target?.isReached(by: $0) ?? true) } ?? false
      inspection.report(
        "score", isMissed || isReasonUsual ? .warning : .info, at: indicator.score.slice,
        named(indicator, inspection, FormPhrases.noReason, [.amount(score, nil), .amount(weight, nil)]))
    }
    guard areAlike, let target, let result, target.relation != .plain || moreIsBetter(target, rows, units)
    else { return }
    // = is often put before a count that was meant to be reached at least.
    if target.relation == .exactly, !target.amount.isZero, result.amount.scaled > target.amount.scaled,
      moreIsBetter(target, rows, units)
    {
      return
    }
    outcome(indicator, target, result, &inspection)
  }

  /// What was aimed at and what was reached; sign and unit may stand in columns of their own.
  private static func goals(
    of indicator: PerformanceForm.Indicator, _ rows: [TargetRow], _ units: Units
  ) -> (target: Goal?, result: Goal?) {
    if let cell = indicator.target, cell.kind == .number, let row = row(of: cell.slice, rows),
      let goal = row.goal, let result = row.result, result.slice == indicator.result?.slice
    {
      return (goal, result)
    }
    return (indicator.target.flatMap { Goal(units, $0) }, indicator.result.flatMap { Goal(units, $0) })
  }

  /// A message that says first which indicator it is about.
  private static func named(
    _ indicator: PerformanceForm.Indicator, _ inspection: Inspection, _ phrase: Phrase,
    _ arguments: [Message.Argument]
  ) -> Message {
    let message = Message(phrase, arguments: arguments)
    guard let name = indicator.name else { return message }
    return Message(FormPhrases.of, .text(inspection.draft.string(name)), .message(message))
  }

  /// What costs, harms or takes time is better the less there is of it; a target without a sign leaves that to its name.
  private static let burdens = WordList([
    "成本", "费", "价", "标准", "控制", "投诉", "事故", "死亡", "发生", "占比", "比重", "误差", "偏差", "时间", "时限", "时长", "周期",
    "天数", "日", "排放", "能耗", "消耗", "降", "减", "压", "负债", "逾期", "违", "差错", "流失", "失业", "空置", "积压", "补助",
  ])
  private static let cost: Word = "成本"

  /// Tells whether more than a target is as good as the target.
  private static func moreIsBetter(_ target: Goal, _ rows: [TargetRow], _ units: Units) -> Bool {
    guard target.money(units) == nil, let row = row(of: target.slice, rows) else { return false }
    return !units.contains(anyOf: burdens, in: row.name) && !units.contains(cost, in: row.level)
  }

  /// The row of a target; rows stand in the order of their targets.
  private static func row(of target: Slice, _ rows: [TargetRow]) -> TargetRow? {
    var (lower, upper) = (0, rows.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if rows[middle].target.slice.lower < target.lower { lower = middle + 1 } else { upper = middle }
    }
    return lower < rows.count && rows[lower].target.slice == target ? rows[lower] : nil
  }

  private static func outcome(
    _ indicator: PerformanceForm.Indicator, _ target: Goal, _ result: Goal, _ inspection: inout Inspection
  ) {
    let score = indicator.score.amount
    let weight = indicator.weight.amount
    let draft = inspection.draft
    func place() -> [Related] {
      [Related(draft.range(target.slice), Message(FormPhrases.item, .text(draft.string(target.slice))))]
    }
    func arguments() -> [Message.Argument] {
      [.text(draft.string(result.slice)), .text(draft.string(target.slice)), .amount(score, nil)]
    }
    if !target.isReached(by: result) {
      if result.amount.isZero, target.relation != .atMost, !target.amount.isZero, score.digits > 0 {
        inspection.report(
          "score", .error, at: indicator.score.slice,
          named(indicator, inspection, FormPhrases.nothingDone, arguments()),
          related: place())
      } else if score.scaled == weight.scaled, weight.digits > 0 {
        inspection.report(
          "score", .warning, at: indicator.score.slice,
          named(indicator, inspection, FormPhrases.notReached, arguments()),
          related: place())
      }
      return
    }
    guard target.relation == .atLeast, target.amount.digits > 0, !indicator.hasReason,
      result.amount.scaled * 10 > target.amount.scaled * 13,
      let times = Amount(scaled: result.amount.scaled * Scale.one / target.amount.scaled, decimals: 2)
    else { return }
    let isFar = result.amount.scaled > 3 * target.amount.scaled
    inspection.report(
      "score", isFar ? .warning : .info, at: result.slice,
      named(
        indicator, inspection, FormPhrases.exceeded,
        [
          .text(inspection.draft.string(result.slice)), .text(inspection.draft.string(target.slice)),
          .amount(times, nil),
        ]),
      related: place())
  }

  // MARK: Grade

  private static let steps: [(least: Int128, name: Word, text: String)] = [
    (90, "优", "优"), (80, "良", "良"), (60, "中", "中"), (0, "差", "差"),
  ]

  /// The grade of a total score (财预〔2020〕10号).
  static func grade(of total: Amount) -> String {
    steps.first { total.scaled >= $0.least * Scale.one }?.text ?? "差"
  }

  private static func grade(_ form: PerformanceForm, _ units: Units, _ inspection: inout Inspection) {
    guard let grade = form.grade, let total = form.totalScore else { return }
    let right = self.grade(of: total.amount)
    guard let stated = steps.first(where: { units.starts(grade.slice, with: $0.name) })?.text, stated != right
    else { return }
    inspection.report(
      "score", .warning, at: grade.slice,
      Message(
        FormPhrases.grade, .amount(total.amount, nil), .text(right), .text(stated)),
      related: [inspection.related(total.slice, Message(FormPhrases.item, .amount(total.amount, nil)))])
  }
}
