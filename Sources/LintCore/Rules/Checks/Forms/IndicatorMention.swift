/// 植物成活率92.70%: a figure of the text, or of the goals in a form, right behind the name of an indicator.
///
/// Rule: `narrative-table`. It is held against all targets and results of the indicators of that name in the same unit; of
/// other names, and of figures of other years, nothing is said.
enum IndicatorMention {
  /// Words that only say that an indicator is counted.
  private static let suffixes = WordList([
    "数量", "面积", "长度", "次数", "路数", "场次", "个数", "座数", "人数", "人次", "户数", "处数", "台数", "里程",
    "件数", "数",
  ])
  private static let links = WordList(["达到", "达", "为", "是", "共", "累计"])
  private static let before = WordList([
    "上年", "去年", "同比", "较", "比", "增", "减", "提高", "原", "超", "至少", "不低于", "其中", "全省", "全市", "全国", "累计", "以来",
    "季度",
    "上半年", "预计", "力争", "第",
  ])
  private static let rough = WordList(["以上", "左右", "以内", "余", "多", "以下", "次", "元", "年", "月", "日", "个", "/"])
  private static let shortest = 4

  /// The names of indicators with what forms state of each.
  private struct Facts {
    private(set) var rows: [[TargetRow]] = []
    private var matcher = PhraseMatcher()
    private var numbers: [UInt64: Int] = [:]

    mutating func add(_ row: TargetRow, _ units: Units) {
      let core = core(row.name, units)
      guard row.goal != nil, core.count >= shortest, core.count <= 20 else { return }
      let key = units.key(core)
      if let known = numbers[key] {
        rows[known].append(row)
      } else {
        numbers[key] = rows.count
        matcher.insert(units.name(core), rows.count)
        rows.append([row])
      }
    }

    func matches(in text: Slice, _ units: Units) -> [PhraseMatcher.Match] {
      var matches: [PhraseMatcher.Match] = []
      matcher.forEach(in: text, of: units) { matches.append($0) }
      return matches
    }
  }

  /// What the text says, against the results of all forms.
  static func checkText(_ forms: [(table: Table, rows: [TargetRow])], _ inspection: inout Inspection) {
    let units = inspection.units
    guard forms.contains(where: { $0.rows.contains { $0.result != nil } }) else { return }
    var facts = Facts()
    for form in forms { for row in form.rows { facts.add(row, units) } }
    for paragraph in inspection.draft.paragraphs {
      // The whole department has a rate of execution too.
      for match in facts.matches(in: paragraph.slice, units) where !units.ends(match.slice, with: "执行率") {
        let own = facts.rows[match.number].filter { $0.result != nil }
        check(match.slice, own, paragraph.slice, nil, &inspection)
      }
    }
  }

  /// What a form says in its goals, against its own targets and results.
  static func check(_ form: Table, _ rows: [TargetRow], _ inspection: inout Inspection) {
    let units = inspection.units
    guard !rows.isEmpty, hasGoal(form, units) else { return }
    var facts = Facts()
    for row in rows { facts.add(row, units) }
    for cell in form.cells where cell.kind == .text && cell.slice.count >= 20 {
      for match in facts.matches(in: cell.slice, units) {
        check(match.slice, facts.rows[match.number], cell.slice, form, &inspection)
      }
    }
  }

  /// Tells whether a long cell of a form states a figure.
  private static func hasGoal(_ table: Table, _ units: Units) -> Bool {
    table.cells.contains { cell in
      cell.kind == .text && cell.slice.count >= 20 && cell.slice.indices.contains { Unit.isDigit(units[$0]) }
    }
  }

  private static func core(_ name: Slice, _ units: Units) -> Slice {
    Slice(name.lower, name.upper - (units.lengthOfWord(ending: name, anyOf: suffixes) ?? 0))
  }

  private static func check(
    _ name: Slice, _ rows: [TargetRow], _ place: Slice, _ form: Table?, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard !rows.isEmpty, isOpen(name.lower, place, units) else { return }
    let behind = Slice(name.upper, place.upper)
    let start = behind.lower + (units.lengthOfWord(starting: behind, anyOf: links) ?? 0)
    guard let figure = NumberScanner.scan(units, start, place.upper) else { return }
    let rest = Slice(figure.end, place.upper)
    var values: [(goal: Goal, isResult: Bool)] = []
    for row in rows {
      for (goal, isResult) in [(row.goal, false), (row.result, true)] {
        guard let goal, isUnit(goal.bareUnit(units), at: rest, units) else { continue }
        values.append((goal, isResult))
      }
    }
    guard let shown = values.first(where: \.isResult) ?? target(values, form, units),
      !values.contains(where: { ScoreMention.agrees(figure.amount, $0.goal.amount) })
    else { return }
    let unit = shown.goal.bareUnit(units)
    let stated = Slice(start, figure.end + unit.count)
    inspection.report(
      "narrative-table", isSwap(figure.amount, shown.goal.amount) ? .error : .warning, at: stated,
      Message(
        FormPhrases.otherValue, .text(inspection.draft.string(name)), .text(inspection.draft.string(stated)),
        .text(inspection.draft.string(shown.goal.slice))),
      related: [inspection.related(shown.goal.slice, Message(FormPhrases.indicatorValue))])
  }

  /// The only target of a name in the form of this year whose goals speak of it.
  private static func target(
    _ values: [(goal: Goal, isResult: Bool)], _ form: Table?, _ units: Units
  ) -> (goal: Goal, isResult: Bool)? {
    guard let form, values.count == 1, !hasOtherValues(form, units) else { return nil }
    return values.first
  }

  /// Tells whether a form has targets of a longer time, or results, beside those of the year.
  static func hasOtherValues(_ form: Table, _ units: Units) -> Bool {
    form.cells.contains {
      $0.kind == .text && $0.slice.count <= 20 && units.contains(anyOf: otherValues, in: $0.slice)
    }
  }

  /// Words of a form whose goals may speak of a longer time, or of what was reached.
  private static let otherValues = WordList([
    "实施期", "中期", "长期", "总目标", "三年", "五年", "完成值", "实际", "完成情况", "得分", "执行率",
  ])

  /// Tells whether a name begins here, and not a longer one, and no other year or base is spoken of.
  private static func isOpen(_ position: Int, _ place: Slice, _ units: Units) -> Bool {
    let lead = Slice(
      units.sentenceStart(before: position, from: Swift.max(place.lower, position - leadReach)), position)
    guard !units.contains(anyOf: before, in: lead) else { return false }
    return lead.isEmpty || !Unit.isIdeograph(units[position - 1])
      || units.ends(lead, withAnyOf: ["完成", "实现", "全年", "共", "和", "及", "的", "使"])
  }

  /// How far before a name words may stand that make its figure another, in units.
  private static let leadReach = 24

  private static func isUnit(_ unit: Slice, at rest: Slice, _ units: Units) -> Bool {
    guard !unit.isEmpty, unit.count <= rest.count,
      zip(unit.indices, rest.indices).allSatisfy({ units[$0] == units[$1] })
    else { return false }
    return !units.starts(Slice(rest.lower + unit.count, rest.upper), withAnyOf: rough)
  }

  /// Tells whether two digits have changed places.
  private static func isSwap(_ a: Amount, _ b: Amount) -> Bool {
    guard a.decimals == b.decimals else { return false }
    let (x, y) = (Array(String(a.digits)), Array(String(b.digits)))
    guard x.count == y.count else { return false }
    return zip(x, y).count { $0 != $1 } == 2 && x.sorted() == y.sorted()
  }
}
