/// Holds the figures of items that rows of one table name against its column, where all but one of them stand there:
/// （一）教育支出决算数60万元；（二）卫生健康支出决算数30万元；（三）住房保障支出决算数10万元.
///
/// Which table the items are of, the words leave open; the other items say it. That the one is wrong is certain where a
/// slip of the pen explains it, or where the column's figures make the total that the text states before the items.
enum ListedRows {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    guard !context.figures.rows.isEmpty else { return }
    var isBound = [Bool](repeating: false, count: context.claims.claims.count)
    for binding in context.figures.bindings where binding.outcome == .agrees { isBound[binding.claim] = true }
    for list in context.claims.lists where !list.isAcrossParagraphs && list.parts.count >= leastItems {
      guard !list.parts.allSatisfy({ isBound[$0] }) else { continue }
      check(list.parts.map { item($0, $0, context) }, wholes: [list.whole], context, &inspection)
    }
    for run in paragraphs(context) where !run.allSatisfy({ isBound[$0.figure] }) {
      // The paragraph that leads in states a figure too, and names no row.
      let items = Array(run.map { item($0.named, $0.figure, context) }.drop { $0.rows.isEmpty })
      guard let first = items.first else { continue }
      check(items, wholes: Array(above(first.figure, context)), context, &inspection)
    }
  }

  /// A figure with the rows of the tables that have its name.
  private struct Item {
    var figure: Int
    var rows: [FigureIndex.Row]
  }

  private static let leastItems = 3
  private static let mostItems = 60

  // MARK: Reading

  private static func item(_ named: Int, _ figure: Int, _ context: NarrativeContext) -> Item {
    let units = context.units
    func rows(_ name: Slice?) -> [FigureIndex.Row] {
      guard let name, name.count >= 2 else { return [] }
      return context.figures.rows(called: name, units).map { context.figures.rows[Int($0)] }
    }
    let name = ClaimBinder.name(context[named], units)
    var found = rows(name?.slice)
    if found.isEmpty, let code = name?.code {
      found = context.figures.rows(coded: code).map { context.figures.rows[Int($0)] }
    }
    if found.isEmpty {
      var words = Wording.core(FigureCue.lead(context[named], context), units)
      if let year = DocumentYear.ends(words, units) { words.lower = year }
      found = rows(NamedSlipCheck.plain(words, units))
    }
    return Item(figure: figure, rows: found)
  }

  /// The first figures of paragraphs that follow each other, with the claims that name them.
  private static func paragraphs(_ context: NarrativeContext) -> [[(named: Int, figure: Int)]] {
    var found: [[(named: Int, figure: Int)]] = []
    var run: [(named: Int, figure: Int)] = []
    func end() {
      if run.count >= leastItems, run.count <= mostItems { found.append(run) }
      run = []
    }
    for (index, passage) in context.claims.passages.enumerated() {
      if let last = run.last, context.claims.passages[context[last.figure].passage].section != passage.section
      {
        end()
      }
      guard !passage.isHeading, context.isJudged(index), let figure = figure(of: passage, context) else {
        end()
        continue
      }
      run.append(figure)
    }
    end()
    return found
  }

  /// The first figure of a paragraph; in final accounts the one that a budget before it led to.
  private static func figure(of passage: Passage, _ context: NarrativeContext) -> (named: Int, figure: Int)? {
    guard let first = passage.claims.first, context[first].role == .amount,
      context[first].list < 0 || isItem(first, context), context[first].unit.money != nil,
      context[first].sentence == 0, context[first].label.lower - passage.slice.lower <= longestNumber
    else { return nil }
    guard context.claims.isFinal, ClaimBinder.isPlan(context[first].concept) else { return (first, first) }
    let next = first + 1
    guard passage.claims.contains(next), context[next].role == .amount, context[next].sentence == 0,
      context[next].unit.money != nil, context[next].concept.contains(.actual), context[next].rest == 0,
      context[next].concept.measure.isEmpty
    else { return nil }
    return (first, next)
  }

  private static func isItem(_ claim: Int, _ context: NarrativeContext) -> Bool {
    context.claims.lists[context[claim].list].isAcrossParagraphs
  }

  private static let longestNumber = 10

  /// The claims of the paragraph above an item.
  private static func above(_ figure: Int, _ context: NarrativeContext) -> Range<Int> {
    let passage = context[figure].passage
    return passage > 0 ? context.claims.passages[passage - 1].claims : 0..<0
  }

  // MARK: Judging

  private static func check(
    _ all: [Item], wholes: [Int], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let items = all.filter { !$0.rows.isEmpty }
    guard items.count >= leastItems, items.count <= mostItems else { return }
    for rows in tables(items) {
      for column in columns(rows[0], rows[1], context) {
        let places = rows.map { CellPlace(table: $0.table, row: $0.row, column: column) }
        guard let odd = onlyOther(items, places, context) else { continue }
        let (claim, place) = (context[items[odd].figure], places[odd])
        guard let stated = context.value(claim), let meant = context.value(place),
          Slip.isSlip(stated.exact, meant.exact) && claim.amount.digits >= 100
            || items.count == all.count && isTotal(places, wholes, context),
          !NarrativeRepeatCheck.isCarriedOver(stated.exact - meant.exact, context),
          !inspection.hasReported("narrative-table", at: claim.figure)
        else { return }
        inspection.report(
          "narrative-table", .error, at: claim.figure,
          Message(
            phrase, .text(context.draft.string(claim.figure)), .text(context.text(place)),
            .count(items.count - 1)),
          related: [context.related(place)], fixes: context.cellFixes(claim, [place]))
        return
      }
    }
  }

  /// For each table that has one row for every item, these rows.
  ///
  /// - Complexity: O(n log n) in the number of rows.
  private static func tables(_ items: [Item]) -> [[FigureIndex.Row]] {
    let rows = items.map { $0.rows.sorted { ($0.table, $0.row) < ($1.table, $1.row) } }
    var cursors = [Int](repeating: 0, count: items.count)
    var found: [[FigureIndex.Row]] = []
    for first in rows[0] where found.last?.first?.table != first.table {
      var own: [FigureIndex.Row] = []
      for (item, rows) in rows.enumerated() {
        var at = cursors[item]
        while at < rows.count, rows[at].table < first.table { at += 1 }
        cursors[item] = at
        guard at < rows.count, rows[at].table == first.table,
          at + 1 == rows.count || rows[at + 1].table != first.table
        else { break }
        own.append(rows[at])
      }
      if own.count == items.count { found.append(own) }
    }
    return found
  }

  /// The columns of the sides that two rows stand in.
  private static func columns(
    _ first: FigureIndex.Row, _ second: FigureIndex.Row, _ context: NarrativeContext
  ) -> [Int] {
    let sides = first.indexed == second.indexed ? [first] : [first, second]
    return sides.flatMap { row in
      context.figures.columns(of: row).filter { isOfStatus($0, context) }.map(\.column)
    }
  }

  private static func isOfStatus(_ column: FigureIndex.IndexedColumn, _ context: NarrativeContext) -> Bool {
    !column.isForeign && !(context.claims.isFinal && column.isPlan)
  }

  /// The one item that a column states otherwise, where it states all others and no cell has what the item says.
  private static func onlyOther(_ items: [Item], _ places: [CellPlace], _ context: NarrativeContext) -> Int? {
    var odd: Int?
    for (index, item) in items.enumerated() {
      guard let cell = context.value(places[index]), let stated = context.value(context[item.figure])
      else { return nil }
      if cell.interval.meets(stated.writtenInterval) { continue }
      guard odd == nil else { return nil }
      odd = index
    }
    guard let odd, !isStated(items[odd], context) else { return nil }
    return odd
  }

  /// Tells whether any cell of the rows of an item has its figure.
  private static func isStated(_ item: Item, _ context: NarrativeContext) -> Bool {
    guard let stated = context.value(context[item.figure]) else { return true }
    return item.rows.contains { row in
      guard context.draft.tables.indices.contains(row.table) else { return false }
      return (0..<context.draft.tables[row.table].width(ofRow: row.row)).contains { column in
        context.value(CellPlace(table: row.table, row: row.row, column: column))?.interval
          .meets(stated.writtenInterval) ?? false
      }
    }
  }

  /// Tells whether the cells of all items make a total that the text states.
  private static func isTotal(_ places: [CellPlace], _ wholes: [Int], _ context: NarrativeContext) -> Bool {
    let cells = places.compactMap { context.value($0) }
    guard cells.count == places.count else { return false }
    let sum = cells.reduce(Int128(0)) { $0 + $1.exact }
    return wholes.contains { whole in
      guard context.claims.claims.indices.contains(whole), context[whole].role == .amount,
        let total = context.value(context[whole])
      else { return false }
      return sum > 0 && total.exact == sum
    }
  }

  private static let phrase = Phrase(
    "文中写 {0}，表中同名一行为 {1}（其余 {2} 项均与该表同一栏相符）",
    "The text says {0}, the row of that name has {1}; the other {2} items are those of that column")
}
