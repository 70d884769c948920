/// 年客运量不低于301万人次, where the row 年客运量 of a form has ≥310万人次: a target of a form in the text on the whole
/// budget, with two digits exchanged; and the money of a project right behind its name.
///
/// Rule: `narrative-table`. Figures of other years and places are alike by accident only where they have few digits: the
/// text has to share its words with the row, and nothing may state its figure but itself.
enum TargetEchoes {
  /// Figures of so many digits can be exchanged.
  private static let least: Int64 = 100
  /// From so many digits on two exchanged ones are no accident.
  private static let leastCertain: Int64 = 1_000
  private static let most: Int64 = 1_000_000_000_000
  private static let leastShared = 2

  static func checkText(_ forms: DraftForms, _ inspection: inout Inspection) {
    let units = inspection.units
    let rows = forms.rows.flatMap(\.rows).filter { row in
      guard let goal = row.goal, goal.amount.digits >= least, goal.amount.digits < most else { return false }
      return !goal.bareUnit(units).isEmpty && goal.dimension(units) != .percent && goal.money(units) == nil
    }
    let (echoes, scored) = (Echoes(rows, units), forms.scored)
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() where paragraph.slice.count >= shortest
    {
      if !rows.isEmpty { echoes.check(paragraph.slice, index, &inspection) }
      let named = scored.named(inParagraph: index)
      if !named.isEmpty { money(named, scored, paragraph.slice, &inspection) }
    }
  }

  private static let shortest = 12
  private static let myriads = WordList(["万", "亿"])
  /// What stands behind money, percentages and years.
  private static let uncounted = WordList(["元", "万元", "亿元", "%", "年"])

  // MARK: Targets

  /// The targets of all forms, by their value and by what exchanging two digits makes of it.
  private struct Echoes {
    let rows: [TargetRow]
    private var exchanged: [Int128: [Int]] = [:]
    private var values: [Int128: [Int]] = [:]
    /// All targets count something else than money, percent or years: of figures of these none needs to be looked at.
    private let areCounts: Bool

    init(_ rows: [TargetRow], _ units: Units) {
      self.rows = rows
      areCounts = rows.allSatisfy { row in
        guard let unit = row.goal?.bareUnit(units) else { return true }
        return !units.starts(unit, withAnyOf: uncounted) && !units.equals(anyOf: myriads, unit)
      }
      for (index, row) in rows.enumerated() {
        guard let goal = row.goal else { continue }
        values[goal.amount.scaled, default: []].append(index)
        for other in PlainSlip.swaps(of: goal.amount) { exchanged[other.scaled, default: []].append(index) }
      }
    }

    func check(_ text: Slice, _ paragraph: Int, _ inspection: inout Inspection) {
      let units = inspection.units
      if !areCounts
        || inspection.has(.countedFigure, in: text, ofParagraph: paragraph, { hasCount($0, units) })
      {
        figures(text, &inspection)
      }
      if inspection.has(.quantityRow, in: text, ofParagraph: paragraph, { hasRow($0, units) }) {
        sums(text, &inspection)
      }
    }

    /// Tells whether a text has a figure of two digits or more that is no amount of money, no percentage and no year.
    private func hasCount(_ text: Slice, _ units: Units) -> Bool {
      var i = text.lower
      while i < text.upper {
        guard Unit.isDigit(units[i]) else {
          i += 1
          continue
        }
        guard let figure = NumberScanner.scan(units, i, text.upper) else {
          while i < text.upper, Unit.isDigit(units[i]) { i += 1 }
          continue
        }
        if figure.amount.digits >= 10, !units.starts(Slice(figure.end, text.upper), withAnyOf: uncounted) {
          return true
        }
        i = Swift.max(figure.end, i + 1)
      }
      return false
    }

    /// Looks at the figures of a text that are a target with two digits exchanged.
    private func figures(_ text: Slice, _ inspection: inout Inspection) {
      let units = inspection.units
      var i = text.lower
      var start = text.lower
      while i < text.upper {
        guard Unit.isDigit(units[i]) else {
          if Unit.endsClause(units[i]) || units[i] == 0x3001 || units[i] == 0x3A { start = i + 1 }
          i += 1
          continue
        }
        guard let figure = NumberScanner.scan(units, i, text.upper) else {
          while i < text.upper, Unit.isDigit(units[i]) { i += 1 }
          continue
        }
        if exchanged[figure.amount.scaled] != nil {
          hold(figure, Slice(start, i), in: text, &inspection)
        }
        i = Swift.max(figure.end, i + 1)
      }
    }

    private func hold(
      _ figure: NumberScanner.Result, _ words: Slice, in text: Slice, _ inspection: inout Inspection
    ) {
      let units = inspection.units
      let rest = Slice(figure.end, text.upper)
      let stop = rest.indices.first { Unit.endsClause(units[$0]) || units[$0] == 0x3001 } ?? rest.upper
      let own = (exchanged[figure.amount.scaled] ?? []).filter {
        isUnit(rows[$0], at: rest, units)
          && FormFigures.shared(words, rows[$0].name, units)
            + FormFigures.shared(Slice(rest.lower, stop), rows[$0].name, units) >= leastShared
      }
      guard let first = own.first, let goal = rows[first].goal,
        own.allSatisfy({ rows[$0].goal?.amount.scaled == goal.amount.scaled }),
        figure.amount.decimals == goal.amount.decimals,
        !(values[figure.amount.scaled] ?? []).contains(where: { isUnit(rows[$0], at: rest, units) }),
        !units.contains(anyOf: others, in: words), !isStated(goal, in: text, units),
        case let stated = Slice(words.upper, figure.end + goal.bareUnit(units).count),
        !inspection.hasReported(["narrative-table", "indicator-target"], in: stated)
      else { return }
      TargetEchoes.report(stated, rows[first].name, goal, &inspection)
    }

    private func isUnit(_ row: TargetRow, at rest: Slice, _ units: Units) -> Bool {
      guard let unit = row.goal?.bareUnit(units), !unit.isEmpty, unit.count <= rest.count else {
        return false
      }
      return units.areSame(unit, Slice(rest.lower, rest.lower + unit.count))
        && !units.starts(Slice(rest.lower + unit.count, rest.upper), withAnyOf: rough)
    }

    /// Tells whether a text states a target too.
    private func isStated(_ goal: Goal, in text: Slice, _ units: Units) -> Bool {
      text.indices.contains { at in
        Unit.isDigit(units[at]) && (at == text.lower || !Unit.isDigit(units[at - 1]))
          && NumberScanner.scan(units, at, text.upper)?.amount.scaled == goal.amount.scaled
      }
    }

    // MARK: Rows of parts

    /// 县道186.50公里、乡道402.30公里、村道925.40公里实施常态化养护, where a form has 日常养护里程1514.20公里.
    private func sums(_ text: Slice, _ inspection: inout Inspection) {
      let units = inspection.units
      for row in TargetEchoes.rowsOfParts(text, units) {
        guard let first = row.first, let last = row.last else { continue }
        let sum = row.reduce(Int128(0)) { $0 + $1.amount.scaled }
        let sentence = units.sentence(around: first.slice, in: text)
        let own = rows.filter { row in
          guard let goal = row.goal, goal.amount.digits >= leastCertain else { return false }
          return units.areSame(goal.bareUnit(units), first.measure)
            && FormFigures.shared(sentence, row.name, units) >= 1
        }
        guard !own.contains(where: { $0.goal?.amount.scaled == sum }), let goal = own.only?.goal,
          let name = own.first?.name,
          row.contains(where: { isExchanged($0.amount, by: sum - goal.amount.scaled) }),
          !units.contains(anyOf: others, in: sentence),
          let shown = Amount(
            scaled: sum, decimals: row.map(\.amount.decimals).max() ?? 0),
          case let place = Slice(first.lead.lower, last.measure.upper),
          !inspection.hasReported(["narrative-sum", "narrative-table"], in: place)
        else { continue }
        inspection.report(
          "narrative-table", .warning, at: Slice(first.digits.lower, last.measure.upper),
          Message(
            added, .sum(row.map(\.amount)), .amount(shown, nil), .text(inspection.draft.string(name)),
            .text(inspection.draft.string(goal.slice))),
          related: [inspection.related(goal.slice, Message(FormPhrases.indicatorValue))])
      }
    }

    private func isExchanged(_ part: Amount, by difference: Int128) -> Bool {
      part.digits >= least && PlainSlip.isSwap(part.scaled, part.scaled - difference)
    }

    private func hasRow(_ text: Slice, _ units: Units) -> Bool {
      !TargetEchoes.rowsOfParts(text, units).isEmpty
    }
  }

  /// Three quantities of one measure or more side by side, which no total follows.
  private static func rowsOfParts(_ text: Slice, _ units: Units) -> [[Quantity]] {
    guard text.indices.count(where: { units[$0] == 0x3001 }) >= 2 else { return [] }
    let all = Quantity.read(text, units)
    var rows: [[Quantity]] = []
    var row: [Quantity] = []
    for quantity in all {
      if let last = row.last, case let gap = Slice(last.measure.upper, quantity.digits.lower),
        units.areSame(last.measure, quantity.measure), !gap.isEmpty, units[gap.lower] == 0x3001,
        gap.count <= 12, !quantity.isRough
      {
        row.append(quantity)
        continue
      }
      if row.count >= 3 { rows.append(row) }
      row =
        quantity.measure.isEmpty || quantity.isRough || quantity.yuan(units) != nil
          || quantity.isPercent(units) ? [] : [quantity]
    }
    return row.count >= 3 ? rows + [row] : rows
  }

  private static let others = WordList([
    "上年", "去年", "往年", "同比", "较", "比", "增", "减", "提高", "原", "超", "累计", "以来", "季度", "上半年", "第", "其中", "历年",
    "全省", "全市", "全国", "现有", "已", "每",
  ])
  private static let rough = WordList(["左右", "余", "多", "/", "次"])

  private static func report(_ stated: Slice, _ name: Slice, _ goal: Goal, _ inspection: inout Inspection) {
    let draft = inspection.draft
    inspection.report(
      "narrative-table", .warning, at: stated,
      Message(
        FormPhrases.otherValue, .text(draft.string(name)), .text(draft.string(stated)),
        .text(draft.string(goal.slice))),
      related: [inspection.related(goal.slice, Message(FormPhrases.indicatorValue))])
  }

  // MARK: Money

  /// 农村公路日常养护资金981.60万元, where the form of that project has 918.60.
  private static func money(
    _ named: Set<Int>, _ scored: ScoredTables, _ text: Slice, _ inspection: inout Inspection
  ) {
    let (draft, units) = (inspection.draft, inspection.units)
    for index in named.sorted() where scored.tables.indices.contains(index) {
      let table = scored.tables[index]
      // Several forms of one project divide its money.
      guard let name = table.project, let unit = table.unit, let funds = table.funds, funds.measures.isEmpty,
        let cell = funds.total.cells.first, cell.kind == .number, cell.amount.digits >= least,
        cell.amount.digits < most,
        scored.tables.count(where: { $0.project.map { units.areSame($0, name) } ?? false }) == 1,
        let stated = amount(behind: name, in: text, units), stated.amount.digits >= least,
        !stated.isRough, let yuan = stated.yuan(units)
      else { continue }
      let whole = cell.amount.scaled * unit.yuan
      guard yuan != whole, PlainSlip.isSwap(yuan, whole),
        !scored.tables.contains(where: { other in
          other.funds?.total.cells.first.map { $0.amount.scaled == stated.amount.scaled } ?? false
        }), !inspection.hasReported(["narrative-table", "narrative-sum"], in: stated.slice)
      else { continue }
      inspection.report(
        "narrative-table", .warning, at: stated.slice,
        Message(
          ofProject, .text(draft.string(name)), .text(draft.string(stated.slice)), .amount(cell.amount, unit)),
        related: [inspection.related(cell.slice, Message(FormPhrases.form))])
    }
  }

  /// The amount of money right behind the only mention of a name.
  private static func amount(behind name: Slice, in text: Slice, _ units: Units) -> Quantity? {
    let word = units.name(name)
    guard let at = units.find(word, in: text),
      units.find(word, in: Slice(at + name.count, text.upper)) == nil
    else { return nil }
    var start = at + name.count
    for link in links where units.has(link, at: start, before: text.upper) { start += link.count }
    guard start < text.upper, Unit.isDigit(units[start]) else { return nil }
    let figure = Quantity.read(Slice(start, Swift.min(text.upper, start + 24)), units).first
    return figure?.digits.lower == start ? figure : nil
  }

  private static let links: [Word] = ["\u{201D}", "\"", "项目", "支出", "预算", "安排", "资金", "为"]
  private static let added = Phrase(
    "各项之和 {0} = {1}，指标表中“{2}”为 {3}", "{0} make {1}, but “{2}” is {3} in the form")
  private static let ofProject = Phrase(
    "“{0}”在文中为 {1}，绩效目标表中为 {2}", "“{0}” is {1} in the text and {2} in its form")
}
