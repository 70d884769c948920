/// 因首次招标流标，11月18日完成采购, where the row 采购任务完成时限 was reached on 2023年10月18日: the day of a result in other words.
///
/// Rule: `narrative-table`. Only a day of which one part is the same and the other a slip is told, in a clause that shares
/// the words of the row, where the right one does not stand in the text.
enum ResultDays {
  private struct Day: Equatable {
    var month: Int
    var day: Int
  }

  /// The day of a result with the row that names it.
  private typealias Fact = (name: Slice, day: Day, slice: Slice)

  private static let leastShared = 2
  /// How far around a day its words may stand.
  private static let reach = 30
  private static let shortest = 20
  /// Words of a clause that tells of another day.
  private static let others = WordList(["上年", "去年", "原定", "第", "批", "日起", "日至", "启动", "开始", "开工", "招标公告"])

  /// What a form says in its own cells.
  static func check(_ table: Table, _ rows: [TargetRow], _ inspection: inout Inspection) {
    let facts = Self.facts(table, rows, inspection.units)
    guard !facts.isEmpty else { return }
    for cell in table.cells where cell.kind == .text && cell.slice.count >= shortest {
      hold(cell.slice, facts, &inspection)
    }
  }

  /// What the text says of a project.
  static func checkText(
    _ tables: ScoredTables, _ forms: [Table], _ rows: [(table: Table, rows: [TargetRow])],
    _ inspection: inout Inspection
  ) {
    let facts = rows.map { Self.facts($0.table, $0.rows, inspection.units) }
    guard facts.contains(where: { !$0.isEmpty }) else { return }
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() {
      let named = tables.named(inParagraph: index)
      guard let form = named.only, form < facts.count, !facts[form].isEmpty else {
        continue
      }
      hold(paragraph.slice, facts[form], &inspection)
    }
  }

  /// The rows whose result is a day.
  private static func facts(_ table: Table, _ rows: [TargetRow], _ units: Units) -> [Fact] {
    let open = rows.filter { $0.goal == nil }
    guard !open.isEmpty else { return [] }
    var found: [Fact] = []
    for row in open {
      guard let at = table.cells.firstIndex(where: { $0.lower == row.target.lower && $0.kind == .text }),
        at + 1 < table.cells.count, case let cell = table.cells[at + 1], cell.kind == .text,
        cell.slice.count <= 12, case let days = days(in: cell.slice, units), let day = days.only
      else { continue }
      found.append((row.name, day.day, cell.slice))
    }
    return found
  }

  private static func hold(_ text: Slice, _ facts: [Fact], _ inspection: inout Inspection) {
    let units = inspection.units
    let stated = days(in: text, units)
    guard !stated.isEmpty else { return }
    for fact in facts where !stated.contains(where: { $0.day == fact.day }) {
      let alike = stated.filter { isSlip($0.day, fact.day) && isOf(fact.name, $0.slice, text, units) }
      guard let place = alike.only?.slice,
        !inspection.hasReported(["narrative-table", "year"], in: place)
      else { continue }
      let draft = inspection.draft
      inspection.report(
        "narrative-table", .warning, at: place,
        Message(
          FormPhrases.otherValue, .text(draft.string(fact.name)), .text(draft.string(place)),
          .text(draft.string(fact.slice))),
        related: [inspection.related(fact.slice, Message(FormPhrases.indicatorValue))])
    }
  }

  /// Tells whether a clause around a day shares the words of a row.
  private static func isOf(_ name: Slice, _ place: Slice, _ text: Slice, _ units: Units) -> Bool {
    var clause = place
    while clause.lower > text.lower, place.lower - clause.lower < reach,
      !Unit.endsClause(units[clause.lower - 1])
    {
      clause.lower -= 1
    }
    while clause.upper < text.upper, clause.upper - place.upper < reach, !Unit.endsClause(units[clause.upper])
    {
      clause.upper += 1
    }
    return FormFigures.shared(clause, name, units) >= leastShared
      && !units.contains(anyOf: others, in: clause)
  }

  private static func isSlip(_ a: Day, _ b: Day) -> Bool {
    if a.day == b.day { return a.month != b.month }
    return a.month == b.month && Slip.isSlip(Int128(a.day), Int128(b.day))
  }

  /// 10月18日: the days of a text.
  private static func days(in text: Slice, _ units: Units) -> [(day: Day, slice: Slice)] {
    var found: [(day: Day, slice: Slice)] = []
    var i = text.lower
    while i < text.upper {
      guard Unit.isDigit(units[i]), let month = number(at: i, before: text.upper, units) else {
        i += 1
        continue
      }
      if month.end + 1 < text.upper, units[month.end] == 0x6708, (1...12).contains(month.value),
        let day = number(at: month.end + 1, before: text.upper, units), (1...31).contains(day.value),
        day.end < text.upper, units[day.end] == 0x65E5
      {
        found.append((Day(month: month.value, day: day.value), Slice(i, day.end + 1)))
        i = day.end + 1
      } else {
        i = month.end
      }
    }
    return found
  }

  /// A number of up to four digits.
  private static func number(at start: Int, before end: Int, _ units: Units) -> (value: Int, end: Int)? {
    var (value, i) = (0, start)
    while i < end, Unit.isDigit(units[i]), i - start < 5 {
      value = value * 10 + Int(units[i]) - 0x30
      i += 1
    }
    return i > start ? (value, i) : nil
  }
}
