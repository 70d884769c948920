/// 年度总体目标 of a form against its indicators: 组织线上培训3期 above the row 专家培训期数 | =2期.
///
/// Rule: `narrative-table`. A figure of the goal and a target are held against each other where they have the same unit,
/// the name of the indicator stands in the clause, each is the best partner of the other, and neither value stands
/// anywhere else in its place.
enum GoalFigures {
  /// A figure of a goal, with the words around it.
  private struct Mention {
    /// The figure with its unit.
    var slice: Slice
    var amount: Amount
    /// The clause around the figure.
    var clause: Slice
  }

  /// Words that only say that an indicator is counted.
  private static let suffixes = WordList([
    "数量", "人次数", "人次", "人数", "次数", "期数", "场次", "个数", "户数", "家数", "件数", "处数", "座数", "套数", "台数", "数",
  ])
  /// Words of a form whose goals may speak of a longer time.
  private static let longTerms = WordList(["实施期", "中期", "长期", "总目标", "三年", "五年", "总体规划"])
  /// Words of a clause that speaks of another base, or of no goal of the year.
  private static let others = WordList([
    "每", "各", "均", "上年", "去年", "同比", "较", "比", "累计", "以来", "其中", "第", "增", "减", "提高", "下降", "超过", "预计", "计划",
    "至少", "力争",
  ])
  private static let rough = WordList(["左右", "余", "多", "次", "元", "年", "月", "日", "个", "以内", "以下", "/", "的"])
  /// The name of an indicator has this many units without its suffix.
  private static let shortest = 3

  static func check(_ rows: [TargetRow], _ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    let rows = rows.filter { $0.goal != nil && $0.name.count <= 40 }
    guard rows.count >= 2, let first = rows.first, rows.allSatisfy({ $0.form == first.form }),
      !table.cells.contains(where: {
        $0.kind == .text && $0.slice.count <= 20 && units.contains(anyOf: longTerms, in: $0.slice)
      })
    else { return }
    let texts = texts(of: table, before: first.name.lower, units)
    // With results, the goal stands beside what was done.
    let haveResults = rows.contains { $0.result != nil }
    guard texts.count == (haveResults ? 2 : 1) else { return }
    compare(texts[0], rows.compactMap { row in row.goal.map { (row.name, $0, nil) } }, &inspection)
    if haveResults {
      // What was done is often told in the words of the goal.
      let done = rows.compactMap { row in row.result.map { (row.name, $0, row.goal) } }
      compare(texts[1], done, &inspection)
    }
  }

  /// The long cells that state figures in the last such row above the indicators.
  private static func texts(of table: Table, before end: Int, _ units: Units) -> [Slice] {
    var last: [Slice] = []
    for row in 0..<table.rowCount {
      let cells = table.cells[Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])]
      guard let rightmost = cells.last, Int(rightmost.upper) < end else { break }
      let found = cells.filter { cell in
        cell.kind == .text && cell.slice.count >= 12
          && cell.slice.indices.contains { Unit.isDigit(units[$0]) }
      }
      if !found.isEmpty { last = found.map(\.slice) }
    }
    return last
  }

  // MARK: Partners

  /// - Parameter facts: The names of the indicators with the figure that the text states, and one that it may state too.
  private static func compare(
    _ text: Slice, _ facts: [(name: Slice, goal: Goal, other: Goal?)], _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let figures = figures(in: text, units)
    for (index, fact) in facts.enumerated() {
      let mentions = mentions(of: fact.goal.bareUnit(units), figures, in: text, units)
      // Mostly the text states what the indicator does.
      guard !mentions.isEmpty, !mentions.contains(where: { $0.amount.scaled == fact.goal.amount.scaled })
      else { continue }
      let alike = facts.indices.filter { facts[$0].goal.unitKey == fact.goal.unitKey }
      guard let best = best(mentions.map { likeness(fact.name, $0.clause, units) }),
        case let mention = mentions[best],
        let own = Self.best(alike.map { likeness(facts[$0].name, mention.clause, units) }),
        alike[own] == index,
        !units.contains(anyOf: others, in: mention.clause)
      else { continue }
      // A value that stands on the other side as well is bound to another name.
      guard !alike.contains(where: { facts[$0].goal.amount.scaled == mention.amount.scaled }),
        fact.other?.amount.scaled != mention.amount.scaled,
        !ScoreMention.agrees(mention.amount, fact.goal.amount),
        !isSum(mention.amount, fact.goal.amount, alike.filter { $0 != index }.map { facts[$0].goal.amount }),
        !inspection.hasReported(["narrative-table"], in: text)
      else { continue }
      report(mention, fact.name, fact.goal, &inspection)
    }
  }

  private static func report(
    _ mention: Mention, _ name: Slice, _ goal: Goal, _ inspection: inout Inspection
  ) {
    let draft = inspection.draft
    inspection.report(
      "narrative-table", .warning, at: mention.slice,
      Message(
        FormPhrases.otherValue, .text(draft.string(name)), .text(draft.string(mention.slice)),
        .text(draft.string(goal.slice))),
      related: [inspection.related(goal.slice, Message(FormPhrases.indicatorValue))])
  }

  /// Tells whether a figure of the text is that of a row with one other, or with all others.
  private static func isSum(_ stated: Amount, _ own: Amount, _ others: [Amount]) -> Bool {
    let rest = stated.scaled - own.scaled
    return others.contains { $0.scaled == rest }
      || !others.isEmpty && others.reduce(Int128(0), { $0 + $1.scaled }) == rest
  }

  /// The position of the largest figure, if there is one alone and it is enough.
  private static func best(_ likeness: [Int]) -> Int? {
    guard let most = likeness.max(), most >= leastLikeness else { return nil }
    let places = likeness.indices.filter { likeness[$0] == most }
    return places.count == 1 ? places.first : nil
  }

  /// How much of a name, in per cent, has to stand in the clause.
  private static let leastLikeness = 60

  /// How much of the name of an indicator stands in a clause, in per cent.
  private static func likeness(_ name: Slice, _ clause: Slice, _ units: Units) -> Int {
    let bare = units.withoutTrailingBrackets(name)
    let core = Slice(bare.lower, bare.upper - (units.lengthOfWord(ending: bare, anyOf: suffixes) ?? 0))
    guard core.count >= shortest else { return 0 }
    let found = core.indices.count { at in clause.indices.contains { units[$0] == units[at] } }
    // One sign in common is none: 培训专家 and 评审专家.
    guard found >= shortest, hasPair(core, clause, units) else { return 0 }
    return 100 * found / core.count
  }

  /// Tells whether two signs that stand side by side in a name do so in the clause.
  private static func hasPair(_ name: Slice, _ clause: Slice, _ units: Units) -> Bool {
    name.indices.dropLast().contains { at in
      clause.indices.dropLast().contains { units[$0] == units[at] && units[$0 + 1] == units[at + 1] }
    }
  }

  /// A figure with where it stands.
  private typealias Figure = (start: Int, end: Int, amount: Amount)

  /// The figures of a text.
  private static func figures(in text: Slice, _ units: Units) -> [Figure] {
    var result: [Figure] = []
    var i = text.lower
    while i < text.upper {
      guard Unit.isDigit(units[i]), let figure = NumberScanner.scan(units, i, text.upper) else {
        i += 1
        continue
      }
      result.append((i, figure.end, figure.amount))
      i = Swift.max(figure.end, i + 1)
    }
    return result
  }

  /// Those of them that have a unit.
  private static func mentions(
    of unit: Slice, _ figures: [Figure], in text: Slice, _ units: Units
  ) -> [Mention] {
    guard !unit.isEmpty else { return [] }
    return figures.compactMap { figure in
      let end = figure.end + unit.count
      guard end <= text.upper, units.areSame(Slice(figure.end, end), unit),
        !units.starts(Slice(end, text.upper), withAnyOf: rough)
      else { return nil }
      let slice = Slice(figure.start, end)
      return Mention(slice: slice, amount: figure.amount, clause: clause(around: slice, in: text, units))
    }
  }

  private static func clause(around figure: Slice, in text: Slice, _ units: Units) -> Slice {
    func ends(_ unit: UInt16) -> Bool { Unit.endsClause(unit) || unit == 0x3001 || unit == 0x3A }
    var clause = figure
    while clause.lower > text.lower, !ends(units[clause.lower - 1]) { clause.lower -= 1 }
    while clause.upper < text.upper, !ends(units[clause.upper]) { clause.upper += 1 }
    return clause
  }
}
