/// 企业346家，超额完成26家; 培训1386人次，完成年度目标的92.4%: how far a result is from its target, in the words on a form's project.
///
/// Rules: `narrative-sum`, `direction` and `completion-rate`. The figure that the words set out from is the result of an
/// indicator whose name they share, so its target is what they compare with.
enum TargetDistance {
  private static let leastShared = 2
  /// How far before a figure its words begin, and behind it the comparison.
  private static let (reach, farthest) = (16, 24)

  static func check(
    _ tables: ScoredTables, _ forms: [(table: Table, rows: [TargetRow])], _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let rows = forms.map { $0.rows.filter { isComparable($0, units) } }
    guard rows.contains(where: { !$0.isEmpty }) else { return }
    for (index, paragraph) in inspection.draft.paragraphs.enumerated()
    where units.contains(anyOf: comparisons, in: paragraph.slice) {
      let named = tables.named(inParagraph: index).filter { $0 < rows.count }
      // What no project is named for may be of any form, if all say the same.
      let facts = named.isEmpty ? rows.joined() : named.sorted().map { rows[$0] }.joined()
      figures(paragraph.slice, Array(facts), &inspection)
    }
  }

  /// What a form says in its own cells.
  static func check(_ table: Table, _ rows: [TargetRow], _ inspection: inout Inspection) {
    let units = inspection.units
    let own = rows.filter { isComparable($0, units) }
    guard !own.isEmpty else { return }
    for cell in table.cells
    where cell.kind == .text && cell.slice.count >= longCell
      && units.contains(anyOf: comparisons, in: cell.slice)
    {
      figures(cell.slice, own, &inspection)
    }
  }

  private static let longCell = 20
  private static let comparisons = WordList(["目标", "计划", "超额完成", "其余"])

  private static func isComparable(_ row: TargetRow, _ units: Units) -> Bool {
    guard let goal = row.goal, let result = row.result, goal.unitKey == result.unitKey,
      goal.amount.scaled > 0, result.amount.scaled > 0
    else { return false }
    return !goal.bareUnit(units).isEmpty
  }

  private static func figures(_ text: Slice, _ rows: [TargetRow], _ inspection: inout Inspection) {
    let units = inspection.units
    var start = text.lower
    var i = text.lower
    while i < text.upper {
      guard Unit.isDigit(units[i]), let figure = NumberScanner.scan(units, i, text.upper) else {
        if Unit.endsClause(units[i]) { start = i + 1 }
        i += 1
        continue
      }
      let words = Slice(Swift.max(start, i - reach), i)
      let rest = Slice(figure.end, text.upper)
      let own = rows.filter { row in
        guard let result = row.result, result.amount.scaled == figure.amount.scaled else { return false }
        return units.starts(rest, with: units.name(result.bareUnit(units)))
          && isShared(words, row.name, result.bareUnit(units), units)
      }
      if let row = own.first, let goal = row.goal, let result = row.result,
        own.allSatisfy({ $0.goal?.amount.scaled == goal.amount.scaled })
      {
        let unit = result.bareUnit(units)
        compare(Slice(i, figure.end + unit.count), row, goal, result, unit, text, &inspection)
      }
      i = Swift.max(figure.end, i + 1)
      start = i
    }
  }

  /// 培训1386人次 is 培训人次: words and unit share enough with a name.
  private static func isShared(_ words: Slice, _ name: Slice, _ unit: Slice, _ units: Units) -> Bool {
    let own = FormFigures.shared(words, name, units)
    return own >= leastShared || own == 1 && unit.count >= 2 && units.ends(name, with: units.name(unit))
  }

  // MARK: Comparing

  /// Looks for the comparison right behind a result.
  private static func compare(
    _ stated: Slice, _ row: TargetRow, _ goal: Goal, _ result: Goal, _ unit: Slice, _ text: Slice,
    _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let near = Slice(stated.upper, Swift.min(text.upper, stated.upper + farthest))
    guard let at = near.indices.first(where: { Unit.isDigit(units[$0]) }),
      let figure = NumberScanner.scan(units, at, text.upper),
      case var words = Slice(near.lower, at), !words.isEmpty,
      !units.hasStop(in: words),
      words.indices.count(where: { Unit.isComma(units[$0]) }) <= 1
    else { return }
    while !words.isEmpty, Unit.isComma(units[words.lower]) { words.lower += 1 }
    let behind = Slice(figure.end, text.upper)
    if units.has(percent, at: figure.end, before: text.upper) {
      rate(words, Slice(at, figure.end + 1), figure.amount, goal, result, &inspection)
    } else if units.starts(behind, with: units.name(unit)) {
      gap(words, Slice(at, figure.end + unit.count), figure.amount, goal, result, &inspection)
    }
  }

  /// 完成年度目标的92.4%, 为目标人数的103%.
  private static func rate(
    _ words: Slice, _ slice: Slice, _ stated: Amount, _ goal: Goal, _ result: Goal,
    _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard words.count <= 12, units.ends(words, with: "的"), units.contains(anyOf: goals, in: words),
      units.starts(words, withAnyOf: reaching), goal.relation != .atMost,
      let quotient = Interval.percent(
        Interval(rounding: result.amount), of: Interval(rounding: goal.amount)),
      let exact = Interval.percent(
        Interval(result.amount.scaled, result.amount.scaled),
        of: Interval(goal.amount.scaled, goal.amount.scaled)),
      !Interval(rounding: stated).meets(quotient), !Interval(cutting: stated).meets(quotient),
      let shown = Amount(scaled: exact.low, decimals: Swift.max(1, stated.decimals))
    else { return }
    report(
      "completion-rate", slice, goal, result,
      Message(
        NarrativePhrases.quotient, .amount(result.amount, nil), .amount(goal.amount, nil), .percent(shown),
        .text(inspection.draft.string(slice))), &inspection)
  }

  /// 超额完成26家, 比目标缩短10分钟, 其余5个.
  private static func gap(
    _ words: Slice, _ slice: Slice, _ stated: Amount, _ goal: Goal, _ result: Goal,
    _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let gap = result.amount.scaled - goal.amount.scaled
    guard let kind = kinds.first(where: { isKind($0.words, words, units) }) else { return }
    // 其余 is what is still to be done.
    if kind.isRest, gap >= 0 { return }
    let isTurned = kind.isMore.map { $0 != (gap > 0) } ?? false
    guard isTurned || gap.magnitude != stated.scaled.magnitude, gap != 0,
      let shown = Amount(
        scaled: abs(gap), decimals: Swift.max(result.amount.decimals, goal.amount.decimals))
    else { return }
    let (more, less) = gap > 0 ? (result, goal) : (goal, result)
    report(
      isTurned && gap.magnitude == stated.scaled.magnitude ? "direction" : "narrative-sum",
      isTurned && gap.magnitude == stated.scaled.magnitude ? words : slice, goal, result,
      Message(
        isTurned && gap.magnitude == stated.scaled.magnitude ? turned : NarrativePhrases.difference,
        .amount(more.amount, nil), .amount(less.amount, nil), .amount(shown, nil),
        .text(inspection.draft.string(Slice(words.lower, slice.upper)))), &inspection)
  }

  private static func isKind(_ ends: WordList, _ words: Slice, _ units: Units) -> Bool {
    guard words.count <= 12, units.ends(words, withAnyOf: ends) else { return false }
    return units.equals(anyOf: ends, words)
      || units.starts(words, withAnyOf: FigureCue.comparing) && units.contains(anyOf: goals, in: words)
  }

  private static func report(
    _ rule: String, _ slice: Slice, _ goal: Goal, _ result: Goal, _ message: Message,
    _ inspection: inout Inspection
  ) {
    guard !inspection.hasReported([rule, "narrative-table", "narrative-sum"], in: slice) else { return }
    inspection.report(
      rule, .warning, at: slice, message,
      related: [
        inspection.related(goal.slice, Message(FormPhrases.target)),
        inspection.related(result.slice, Message(FormPhrases.indicatorValue)),
      ])
  }

  private static let percent: Word = "%"
  private static let goals = WordList(["目标", "计划", "任务", "指标值"])
  private static let reaching = WordList(["完成", "为", "达到", "达", "占"])
  /// Words before a difference, and whether they say that the result is more.
  private static let kinds: [(words: WordList, isMore: Bool?, isRest: Bool)] = [
    (WordList(["超额完成", "多完成", "超目标", "超计划", "延长", "增加", "多", "超出"]), true, false),
    (WordList(["缩短", "提前", "减少", "少完成", "少", "压缩"]), false, false),
    (WordList(["其余", "剩余", "余下"]), nil, true),
  ]
  private static let turned = Phrase(
    "指标值与实际完成值为 {0} 和 {1}，文中却写“{3}”", "Target and result are {0} and {1}, yet the text says “{3}”")
}
