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
    "每", "各", "上年", "去年", "同比", "较", "比", "累计", "以来", "其中", "第", "增", "减", "提高", "下降", "超过", "预计", "计划",
    "至少", "力争",
  ])
  private static let rough = WordList(["左右", "余", "多", "次", "元", "年", "月", "日", "个", "/", "的"])
  /// 控制在0.8‰以内 is ≤0.8‰ of a row.
  private static let bounds = WordList(["以内", "以下"])
  /// The name of an indicator has this many units without its suffix.
  private static let shortest = 3

  static func check(_ rows: [TargetRow], _ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    let rows = rows.filter { $0.goal != nil && $0.name.count <= 40 }
    guard rows.count >= 2, let first = rows.first, rows.allSatisfy({ $0.form == first.form }) else { return }
    let texts: [Slice]
    if hasLongTerm(table, units) {
      // 长期绩效目标 above 年度绩效目标, both of the project; the indicators are those of the year.
      guard let own = yearly(table, before: first.name.lower, units) else { return }
      texts = [own]
    } else {
      texts = Self.texts(of: table, before: first.name.lower, units)
    }
    // With results, the goal stands beside what was done.
    let haveResults = rows.contains { $0.result != nil }
    guard texts.count == (haveResults ? 2 : 1) else { return }
    compare(texts[0], Self.targets(rows), &inspection)
    if haveResults {
      // What was done is often told in the words of the goal.
      let done = rows.compactMap { row in row.result.map { (row.name, $0, row.goal) } }
      compare(texts[1], done, &inspection)
    }
  }

  /// A name with the figure that a text states, and one that it may state too.
  private typealias Fact = (name: Slice, goal: Goal, other: Goal?)

  private static func targets(_ rows: [TargetRow]) -> [Fact] {
    rows.compactMap { row in row.goal.map { (row.name, $0, nil) } }
  }

  // MARK: Goals above a form

  private static let headings = WordList(["绩效目标:", "年度绩效目标:", "年度目标:", "总体目标:", "年度总体目标:", "项目绩效目标:"])
  /// How many paragraphs before a form may be those on its project.
  private static let farthest = 6

  /// 7.绩效目标：推出主题线路8条，…: the goals of a project in a paragraph right above its form, which states none itself.
  static func checkText(_ forms: [(table: Table, rows: [TargetRow])], _ inspection: inout Inspection) {
    let (draft, units) = (inspection.draft, inspection.units)
    guard forms.contains(where: { !$0.rows.isEmpty }) else { return }
    var next = 0
    var before = 0
    for (table, rows) in forms {
      let start = Int(table.cells.first?.lower ?? 0)
      while next < draft.paragraphs.count, draft.paragraphs[next].slice.lower < start { next += 1 }
      defer { before = Int(table.cells.last?.upper ?? 0) }
      guard let first = rows.first, rows.count >= 2,
        rows.allSatisfy({ $0.form == first.form && $0.result == nil }), !hasLongTerm(table, units),
        texts(of: table, before: first.name.lower, units).isEmpty
      else { continue }
      let near = draft.paragraphs[Swift.max(0, next - farthest)..<next].filter { $0.slice.lower >= before }
      let texts = near.compactMap { goals($0, units) }
      if let text = texts.only { compare(text, targets(rows), &inspection) }
    }
  }

  /// What stands behind 绩效目标： at the start of a paragraph.
  private static func goals(_ paragraph: Paragraph, _ units: Units) -> Slice? {
    let text = Slice(paragraph.slice.lower + (paragraph.ordinal?.length ?? 0), paragraph.slice.upper)
    return units.lengthOfWord(starting: text, anyOf: headings).map { Slice(text.lower + $0, text.upper) }
  }

  private static func hasLongTerm(_ table: Table, _ units: Units) -> Bool {
    table.cells.contains {
      $0.kind == .text && $0.slice.count <= 20 && units.contains(anyOf: longTerms, in: $0.slice)
    }
  }

  /// The goals of the year of a form that states those of a longer time in another row, and nothing else of a longer time.
  private static func yearly(_ table: Table, before end: Int, _ units: Units) -> Slice? {
    let terms = table.cells.filter {
      $0.kind == .text && $0.slice.count <= 20 && units.contains(anyOf: longTerms, in: $0.slice)
    }
    guard let long = terms.only, units.equals(anyOf: longGoals, long.slice) else { return nil }
    for row in 0..<Swift.max(0, table.rowCount - 1) {
      guard let label = table.cell(row, 0), let text = table.cell(row, 1), text.lower < end else { continue }
      if label.kind == .text, units.equals(anyOf: yearGoals, label.slice), label.lower > long.lower,
        let next = table.cell(row + 1, 0), units.starts(next.slice, withAnyOf: yearIndicators)
      {
        return text.kind == .text ? text.slice : nil
      }
    }
    return nil
  }

  private static let longGoals = WordList(["长期绩效目标", "中长期绩效目标", "中期绩效目标", "长期目标", "中长期目标"])
  private static let yearGoals = WordList(["年度绩效目标", "年度目标", "年度总体目标", "年度总体绩效目标"])
  private static let yearIndicators = WordList(["年度绩效指标", "年度指标"])

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

  private static func compare(
    _ text: Slice, _ facts: [Fact], _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let figures = figures(in: text, units)
    for (index, fact) in facts.enumerated() {
      let mentions = mentions(of: fact.goal, figures, in: text, units)
      // Mostly the text states what the indicator does.
      guard !mentions.isEmpty, !mentions.contains(where: { $0.amount.scaled == fact.goal.amount.scaled })
      else { continue }
      let alike = facts.indices.filter { facts[$0].goal.unitKey == fact.goal.unitKey }
      let isOnly =
        mentions.count == 1 && alike.count == 1 && isExchanged(mentions[0].amount, fact.goal.amount)
      guard let best = isOnly ? 0 : best(mentions.map { likeness(fact.name, $0, units) }),
        case let mention = mentions[best], !isOfParts(best, mentions, fact.goal.amount),
        let own = isOnly ? 0 : Self.best(alike.map { likeness(facts[$0].name, mention, units) }),
        alike[own] == index,
        !isOfOther(mention, fact, units)
      else { continue }
      // A value that stands on the other side as well is bound to another name.
      guard !alike.contains(where: { facts[$0].goal.amount.scaled == mention.amount.scaled }),
        fact.other?.amount.scaled != mention.amount.scaled,
        !ScoreMention.agrees(mention.amount, fact.goal.amount),
        !isSum(mention.amount, fact.goal.amount, alike.filter { $0 != index }.map { facts[$0].goal.amount }),
        !inspection.hasReported(["narrative-table"], in: mention.clause)
      else { continue }
      report(mention, fact.name, fact.goal, &inspection)
    }
  }

  /// 惠及1200户 and 减免户数 | ≥2100户: nothing else is counted like this, and two digits stand in each other's place.
  private static func isExchanged(_ stated: Amount, _ own: Amount) -> Bool {
    stated.digits >= leastExchanged && stated.decimals == own.decimals
      && PlainSlip.isSwap(stated.scaled, own.scaled)
  }

  /// Smaller numbers are often each other's with two digits exchanged: 12 and 21.
  private static let leastExchanged = 100

  /// Tells whether a clause speaks of another base; what the name of the indicator says too is its own.
  private static func isOfOther(_ mention: Mention, _ fact: Fact, _ units: Units) -> Bool {
    func isOther(_ word: Word) -> Bool {
      units.contains(word, in: mention.clause) && !units.contains(word, in: fact.name)
    }
    return others.contains(where: isOther)
      || isOther(average) && !units.equals(anyOf: times, fact.goal.bareUnit(units))
  }

  /// 平均出库时间1.5小时 is the 出库时间 of a row.
  private static let average: Word = "均"
  private static let times = WordList(["小时", "分钟", "天", "日", "工作日", "个工作日"])

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

  /// 一级33块、二级77块、三级100块: tells whether a figure and others beside it make that of a row.
  private static func isOfParts(_ place: Int, _ mentions: [Mention], _ own: Amount) -> Bool {
    for first in mentions.indices where first <= place && place - first < longestRun {
      var sum = Int128(0)
      for last in mentions[first...].indices.prefix(longestRun) {
        sum += mentions[last].amount.scaled
        if sum == own.scaled, last >= place { return true }
      }
    }
    return false
  }

  /// No list of parts is longer.
  private static let longestRun = 12

  /// The position of the largest figure, if there is one alone and it is enough.
  private static func best(_ likeness: [Int]) -> Int? {
    guard let most = likeness.max(), most >= leastLikeness else { return nil }
    let places = likeness.indices.filter { likeness[$0] == most }
    return places.only
  }

  /// How much of a name, in per cent, has to stand in the clause.
  private static let leastLikeness = 60

  private static let leastEnd = 4

  /// How much of the name of an indicator stands in a clause, in per cent, or nearly all where the words before the figure
  /// are its end.
  private static func likeness(_ name: Slice, _ mention: Mention, _ units: Units) -> Int {
    let clause = mention.clause
    let bare = units.withoutTrailingBrackets(name)
    let core = Slice(bare.lower, bare.upper - (units.lengthOfWord(ending: bare, anyOf: suffixes) ?? 0))
    guard core.count >= shortest else { return 0 }
    let found = core.indices.count { at in clause.indices.contains { units[$0] == units[at] } }
    // One sign in common is none: 培训专家 and 评审专家.
    guard found >= shortest, hasPair(core, clause, units) else { return 0 }
    let share = 100 * found / core.count
    return share >= leastLikeness || !endsAlike(bare, mention, units) ? share : leastLikeness
  }

  /// 平均出库时间 before a figure, and 应急物资出库时间 in the row.
  private static func endsAlike(_ name: Slice, _ mention: Mention, _ units: Units) -> Bool {
    let words = Slice(mention.clause.lower, mention.slice.lower)
    let end = Slice(Swift.max(words.lower, words.upper - leastEnd), words.upper)
    return end.count == leastEnd && units.ends(name, with: units.name(end))
      && end.indices.allSatisfy { Unit.isIdeograph(units[$0]) }
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
    of goal: Goal, _ figures: [Figure], in text: Slice, _ units: Units
  ) -> [Mention] {
    let unit = goal.bareUnit(units)
    guard !unit.isEmpty else { return [] }
    return figures.compactMap { figure in
      let end = figure.end + unit.count
      guard end <= text.upper, units.areSame(Slice(figure.end, end), unit),
        case let behind = Slice(end, text.upper), !units.starts(behind, withAnyOf: rough),
        goal.relation == .atMost || !units.starts(behind, withAnyOf: bounds)
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
