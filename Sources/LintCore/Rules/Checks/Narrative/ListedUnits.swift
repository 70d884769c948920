/// Holds the figures of units that a sentence calls by short names against the table that lists them in full:
/// 局机关2558.08万元，教师发展中心644.84万元，第一中学4101.23万元, where the rows are 某县教育局机关, 某县教师发展中心, 某县第一中学.
///
/// Rule: `narrative-table`. All the units have to be rows of one table, and all but one of their figures stand in one
/// column of it; the one that does not is wrong where a slip of the pen explains it.
enum ListedUnits {
  private struct Row {
    var row: Int
    var name: Slice
  }

  private static let leastItems = 4
  private static let mostItems = 40
  private static let shortestName = 3
  /// A table of units has few rows.
  private static let mostRows = 80

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var tables: [(table: Int, rows: [Row])]?
    for index in context.claims.passages.indices where context.isJudged(index) {
      let claims = context.claims.passages[index].claims
      guard claims.count >= leastItems else { continue }
      for items in lists(claims, context) {
        let known = tables ?? unitTables(context)
        tables = known
        guard !known.isEmpty else { return }
        check(items, known, context, &inspection)
      }
    }
  }

  /// The amounts of money of a sentence, each with nothing but a name before it.
  private static func lists(_ claims: Range<Int>, _ context: NarrativeContext) -> [[Int]] {
    var found: [[Int]] = []
    var list: [Int] = []
    func end() {
      if (leastItems...mostItems).contains(list.count) { found.append(list) }
      list = []
    }
    for index in claims {
      let claim = context[index]
      if let last = list.last, context[last].sentence != claim.sentence { end() }
      guard claim.role == .amount, claim.unit.money != nil, !claim.isRough,
        name(index, context).count >= shortestName
      else {
        end()
        continue
      }
      list.append(index)
    }
    end()
    return found
  }

  private static func name(_ index: Int, _ context: NarrativeContext) -> Slice {
    let words = Wording.core(context[index].label, context.units)
    return UnitNames.isName(words, context.units) || context.units.ends(words, withAnyOf: schools)
      ? words : Slice(words.lower, words.lower)
  }

  private static let schools = WordList(["中学", "小学", "大学"])

  private static func unitTables(_ context: NarrativeContext) -> [(table: Int, rows: [Row])] {
    context.draft.tables.enumerated().compactMap { index, table in
      guard table.layout == .grid else { return nil }
      let rows = table.sides.flatMap(\.rows).filter { $0.role == .detail && !$0.isBlank }
      guard (leastItems...mostRows).contains(rows.count) else { return nil }
      return (
        index, rows.map { Row(row: $0.row, name: context.units.withoutTrailingBrackets($0.label)) }
      )
    }
  }

  private static func check(
    _ items: [Int], _ tables: [(table: Int, rows: [Row])], _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    var odd: (claim: Int, place: CellPlace)?
    for (table, rows) in tables {
      guard let places = places(items, rows, context) else { continue }
      for column in context.draft.tables[table].columns.indices {
        let cells = places.map { CellPlace(table: table, row: $0, column: column) }
        let others = items.indices.filter { !agrees(items[$0], cells[$0], context) }
        // Some column has them all.
        guard let first = others.first else { return }
        if others.count == 1, odd == nil { odd = (items[first], cells[first]) }
      }
    }
    guard let odd, case let claim = context[odd.claim], let stated = context.value(claim),
      let meant = context.value(odd.place), PlainSlip.isLikely(stated.exact, meant.exact, claim),
      !inspection.hasReported("narrative-table", at: claim.figure)
    else { return }
    inspection.report(
      "narrative-table", .error, at: claim.figure,
      Message(
        phrase, .text(context.draft.string(claim.figure)), .text(context.text(odd.place)),
        .count(items.count - 1)),
      related: [context.related(odd.place)], fixes: context.cellFixes(claim, [odd.place]))
  }

  /// The row of each unit: the only one whose name ends as it is called, and that of no other.
  private static func places(_ items: [Int], _ rows: [Row], _ context: NarrativeContext) -> [Int]? {
    var found: [Int] = []
    for item in items {
      let word = context.units.name(name(item, context))
      guard let row = rows.filter({ context.units.ends($0.name, with: word) }).only?.row,
        !found.contains(row)
      else { return nil }
      found.append(row)
    }
    return found
  }

  private static func agrees(_ claim: Int, _ place: CellPlace, _ context: NarrativeContext) -> Bool {
    guard let stated = context.value(context[claim])?.writtenInterval, let value = context.value(place) else {
      return false
    }
    return value.interval.meets(stated)
  }

  private static let phrase = Phrase(
    "文中写 {0}，表中该单位为 {1}（其余 {2} 个单位均与该表同一栏相符）",
    "The text says {0}, the row of that unit has {1}; the other {2} units are those of that column")
}
