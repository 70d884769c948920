/// 维护山洪灾害预警设施162处: a figure of work done in the words on a project, or in the goals of its form, against the
/// indicators of that form.
///
/// Rules: `narrative-table`, and `indicator-target` where the form has the figure with 24% and the text with 24期. A figure
/// that no indicator of its unit has is told where a slip makes it that of the one whose name the words before it share.
enum FormFigures {
  /// What the words before a figure and the name of an indicator have to share, in pairs of signs.
  private static let leastShared = 2
  /// How far before a figure its words begin.
  private static let reach = 16
  private static let before = WordList([
    "上年", "去年", "同比", "较", "增加", "减少", "提高", "原", "超", "其中", "全省", "全市", "全国", "累计", "以来", "季度", "上半年",
    "预计", "力争", "第",
  ])
  private static let rough = WordList(["左右", "余", "多", "以下", "/"])
  /// 214名 are 214人.
  private static let people: Word = "人"
  private static let longCell = 20
  /// 年度目标 beside 实施期目标 or 总目标.
  private static let year: Word = "年度"

  /// A target or a result of an indicator, with what is asked of it for every figure of a text.
  private struct Value {
    var row: Int
    var goal: Goal
    var unit: Slice
    /// It is what the row has reached, or its target where it has no result.
    var isMeant: Bool
    var isPercent: Bool
  }

  /// What the text says of a project, against its form.
  static func checkText(
    _ tables: ScoredTables, _ forms: [(table: Table, rows: [TargetRow])], _ inspection: inout Inspection
  ) {
    guard forms.contains(where: { !$0.rows.isEmpty }) else { return }
    let units = inspection.units
    var values = [[Value]?](repeating: nil, count: forms.count)
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() {
      let named = tables.named(inParagraph: index)
      guard !named.isEmpty else { continue }
      for segment in segments(paragraph.slice, units) {
        let own = named.count == 1 ? named : tables.named(by: segment)
        guard let form = own.only, form < forms.count else { continue }
        let known = values[form] ?? stated(forms[form].rows, units)
        values[form] = known
        figures(segment, forms[form].rows, known, &inspection)
      }
    }
  }

  /// What a form says in its goals, against its own indicators.
  static func check(_ form: Table, _ rows: [TargetRow], _ inspection: inout Inspection) {
    guard let first = rows.first, rows.allSatisfy({ $0.form == first.form }) else { return }
    let units = inspection.units
    let values = stated(rows, units)
    let isOfOneYear = isOfOneYear(form, rows, units)
    var label: Cell?
    for cell in form.cells where cell.kind == .text {
      defer { label = cell }
      guard cell.upper - cell.lower >= longCell,
        isOfOneYear || label.map({ units.contains(year, in: $0.slice) }) ?? false
      else { continue }
      for segment in segments(cell.slice, units) { figures(segment, rows, values, &inspection) }
    }
  }

  /// Goals of a form without results may be those of a longer time than its targets.
  private static func isOfOneYear(_ form: Table, _ rows: [TargetRow], _ units: Units) -> Bool {
    rows.contains { $0.result != nil } || !IndicatorMention.hasOtherValues(form, units)
  }

  private static func stated(_ rows: [TargetRow], _ units: Units) -> [Value] {
    var values: [Value] = []
    for (index, row) in rows.enumerated() {
      for (goal, isResult) in [(row.result, true), (row.goal, false)] {
        guard let goal, goal.money(units) == nil else { continue }
        let unit = goal.bareUnit(units)
        guard !unit.isEmpty else { continue }
        values.append(
          Value(
            row: index, goal: goal, unit: unit, isMeant: isResult || row.result == nil,
            isPercent: units[unit.lower] == 0x25))
      }
    }
    return values
  }

  /// The sentences of a text, and their parts between semicolons.
  private static func segments(_ text: Slice, _ units: Units) -> [Slice] {
    var result: [Slice] = []
    var start = text.lower
    for i in text.indices where Unit.isStop(units[i]) {
      result.append(Slice(start, i))
      start = i + 1
    }
    if start < text.upper { result.append(Slice(start, text.upper)) }
    return result
  }

  private static func figures(
    _ text: Slice, _ rows: [TargetRow], _ values: [Value], _ inspection: inout Inspection
  ) {
    guard !values.isEmpty else { return }
    let units = inspection.units
    var i = text.lower
    var start = text.lower
    while i < text.upper {
      let unit = units[i]
      guard Unit.isDigit(unit) else {
        if Unit.endsClause(unit) || unit == 0x3001 { start = i + 1 }
        i += 1
        continue
      }
      guard let figure = NumberScanner.scan(units, i, text.upper) else {
        i += 1
        continue
      }
      let words = Slice(Swift.max(start, i - reach), i)
      if words.count >= 4, figure.amount.digits.magnitude >= 10, figure.end < text.upper {
        hold(figure, words, rest: Slice(figure.end, text.upper), in: text, rows, values, &inspection)
      }
      i = Swift.max(figure.end, i + 1)
      start = i
    }
  }

  private static func hold(
    _ figure: NumberScanner.Result, _ words: Slice, rest: Slice, in text: Slice, _ rows: [TargetRow],
    _ values: [Value], _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let next = units[rest.lower]
    var candidates: [Value] = []
    for value in values {
      let isDigitsSame = value.goal.amount.scaled == figure.amount.scaled
      if units[value.unit.lower] == next || next == 0x540D, isUnit(value.unit, at: rest, units) {
        if isDigitsSame || ScoreMention.agrees(figure.amount, value.goal.amount)
          || ScoreMention.agrees(value.goal.amount, figure.amount)
        {
          return
        }
        if value.isMeant, isSlip(figure.amount, value.goal.amount) { candidates.append(value) }
      } else if isDigitsSame {
        if value.isPercent { otherUnit(figure, words, rest, value.goal, rows[value.row], &inspection) }
        // A result in another unit than its target is told of in the form.
        if shared(words, rows[value.row].name, units) >= leastShared { return }
      }
    }
    candidates.removeAll { isOfOther(words, rows[$0.row].name, units) }
    // 建设高标准农田1.8万亩，其中新建1.2万亩: the figure of the indicator stands elsewhere in the sentence.
    // 全年发放112名村干部报酬: what is counted may stand behind.
    let end = rest.indices.first { Unit.endsClause(units[$0]) || units[$0] == 0x3001 } ?? rest.upper
    let behind = Slice(rest.lower, Swift.min(end, rest.lower + reach))
    candidates.removeAll {
      let name = rows[$0.row].name
      return shared(words, name, units) + shared(behind, name, units) < leastShared
        || isStated($0, in: text, units)
    }
    guard let right = candidates.first,
      candidates.allSatisfy({ $0.goal.amount.scaled == right.goal.amount.scaled })
    else { return }
    let stated = Slice(words.upper, figure.end + right.unit.count)
    guard !inspection.hasReported(["narrative-table", "indicator-target"], in: stated) else { return }
    let draft = inspection.draft
    inspection.report(
      "narrative-table", .warning, at: stated,
      Message(
        FormPhrases.otherValue, .text(draft.string(rows[right.row].name)), .text(draft.string(stated)),
        .text(draft.string(right.goal.slice))),
      related: [inspection.related(right.goal.slice, Message(FormPhrases.indicatorValue))])
  }

  /// Tells whether words speak of another base; what the name of the indicator says too is its own.
  private static func isOfOther(_ words: Slice, _ name: Slice, _ units: Units) -> Bool {
    before.contains { units.contains($0, in: words) && !units.contains($0, in: name) }
  }

  private static func isUnit(_ unit: Slice, at rest: Slice, _ units: Units) -> Bool {
    guard !unit.isEmpty, unit.count <= rest.count,
      units.areSame(unit, Slice(rest.lower, rest.lower + unit.count))
        || units.equals(unit, people) && units[rest.lower] == 0x540D
    else { return false }
    return !units.starts(Slice(rest.lower + unit.count, rest.upper), withAnyOf: rough)
  }

  /// Tells whether a text states a value with its unit.
  private static func isStated(_ value: Value, in text: Slice, _ units: Units) -> Bool {
    text.indices.contains { at in
      guard Unit.isDigit(units[at]), at == text.lower || !Unit.isDigit(units[at - 1]),
        let figure = NumberScanner.scan(units, at, text.upper)
      else { return false }
      return figure.amount.scaled == value.goal.amount.scaled
        && isUnit(value.unit, at: Slice(figure.end, text.upper), units)
    }
  }

  /// How many pairs of neighboring signs of one text stand in another.
  static func shared(_ words: Slice, _ name: Slice, _ units: Units) -> Int {
    name.indices.dropLast().count { k in
      words.indices.dropLast().contains { units[$0] == units[k] && units[$0 + 1] == units[k + 1] }
    }
  }

  /// Tells whether figures of two digits or more differ in one of them, or in two neighbors that are swapped.
  private static func isSlip(_ a: Amount, _ b: Amount) -> Bool {
    guard a.digits.magnitude >= 10, b.digits.magnitude >= 10, a.scaled > 0, b.scaled > 0,
      a.scaled < 10 * b.scaled, b.scaled < 10 * a.scaled
    else { return false }
    return Slip.isSlip(a.scaled, b.scaled)
  }

  /// 发布病虫情报 ≥24% of a form, where the text says that it is 24期.
  private static func otherUnit(
    _ figure: NumberScanner.Result, _ words: Slice, _ rest: Slice, _ goal: Goal, _ row: TargetRow,
    _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let next = rest.lower
    guard counters.contains(units[next]), row.name.count >= 4, units.ends(words, with: units.name(row.name)),
      !inspection.hasReported("indicator-target", at: row.target.slice)
    else { return }
    let draft = inspection.draft
    let stated = Slice(words.upper, next + 1)
    inspection.report(
      "indicator-target", .warning, at: row.target.slice,
      Message(
        inPercent, .text(draft.string(row.name)), .text(draft.string(goal.slice)), .text(draft.string(stated))
      ),
      related: [inspection.related(stated, Message(inWords))])
  }

  /// Signs that count things: 期, 次, 个, 场, 项, 户, 家, 台, 套, 辆, 条, 篇, 册, 件, 名, 处, 所, 批, 座, 份, 人.
  private static let counters = Set("期次个场项户家台套辆条篇册件名处所批座份人".utf16)
  private static let inPercent = Phrase(
    "“{0}”的指标值写 {1}，文字中为 {2}，单位不符", "“{0}” has the target {1}, and the text says {2}")
  private static let inWords = Phrase("文字中的数", "The figure in words")
}
