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
    inspection.memory?.passages.reserve(context.claims.passages.count)
    lists(isBound, context, &inspection)
    for run in paragraphs(context) where !run.allSatisfy({ isBound[$0.figure] }) {
      let isKnown = wasFaultless(run, context, &inspection)
      if isKnown, context.haveSameTables {
        note(faultless: run, context, &inspection)
        continue
      }
      // The paragraph that leads in states a figure too, and names no row.
      if isKnown && !run.contains(where: { isTouched($0.named, context) })
        || check(
          Array(run.map { item($0.named, $0.figure, context) }.drop { $0.rows.isEmpty }),
          wholes: { Array(above($0, context)) }, context, &inspection)
      {
        note(faultless: run, context, &inspection)
      }
    }
  }

  private static func lists(_ isBound: [Bool], _ context: NarrativeContext, _ inspection: inout Inspection) {
    var faultless: Set<Int> = []
    var others: Set<Int> = []
    for list in context.claims.lists where !list.isAcrossParagraphs && list.parts.count >= leastItems {
      let passage = context[list.parts[0]].passage
      guard !list.parts.allSatisfy({ isBound[$0] }) else {
        others.insert(passage)
        continue
      }
      let former = context.same.former(of: passage, claimsBefore: 0, passagesBefore: 0)
      let isKnown = former.map { inspection.wasMissing(.listedRows, inPassage: $0) } ?? false
      if isKnown, context.haveSameTables {
        faultless.insert(passage)
        continue
      }
      if isKnown && !list.parts.contains(where: { isTouched($0, context) })
        || check(
          list.parts.map { item($0, $0, context) }, wholes: { _ in [list.whole] }, context, &inspection)
      {
        faultless.insert(passage)
      } else {
        others.insert(passage)
      }
    }
    for passage in faultless.subtracting(others) {
      inspection.memory?.passages.note(missing: .listedRows, in: passage)
    }
  }

  /// A figure with the rows of the tables that have its name.
  private struct Item {
    var figure: Int
    /// By their numbers in the index, in the order of the text.
    var rows: [Int32] = []
  }

  private static let leastItems = 3
  private static let mostItems = 60

  // MARK: Reading

  private static func item(_ named: Int, _ figure: Int, _ context: NarrativeContext) -> Item {
    let units = context.units
    var item = Item(figure: figure)
    func find(_ name: Slice?) {
      guard item.rows.isEmpty, let name, name.count >= 2 else { return }
      item.rows = context.figures.rows(called: name, units)
    }
    let name = ClaimBinder.name(context[named], units)
    find(name?.slice)
    if item.rows.isEmpty, let code = name?.code { item.rows = context.figures.rows(coded: code) }
    if item.rows.isEmpty { find(words(named, context)) }
    return item
  }

  /// What a figure without a name of the trade is called.
  private static func words(_ named: Int, _ context: NarrativeContext) -> Slice? {
    var words = Wording.core(FigureCue.lead(context[named], context), context.units)
    if let year = DocumentYear.ends(words, context.units) { words.lower = year }
    return NamedSlipCheck.plain(words, context.units)
  }

  /// Tells whether a row that has a name of a figure, or had it before, changed.
  private static func isTouched(_ named: Int, _ context: NarrativeContext) -> Bool {
    func isChanged(_ name: Slice?) -> Bool {
      guard let name, name.count >= 2 else { return false }
      let keys = FigureIndex.keys(ofRowsCalled: name, context.units)
      return context.isChanged(keys.own) || context.isChanged(keys.other)
    }
    let name = ClaimBinder.name(context[named], context.units)
    return isChanged(name?.slice)
      || name?.code.map { context.isChanged(AskedFigures.key(ofCode: $0)) } ?? false
      || isChanged(words(named, context))
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

  // MARK: Memory

  /// Tells whether the same paragraphs were a run before in which no figure was other than its table's.
  private static func wasFaultless(
    _ run: [(named: Int, figure: Int)], _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Bool {
    guard let first = run.first, let last = run.last else { return false }
    let passages = context[first.figure].passage...context[last.figure].passage
    guard passages.count == run.count,
      let begin = context.same.former(of: passages.lowerBound, claimsBefore: 0, passagesBefore: 0),
      inspection.wasMissing(.rowsBegin, inPassage: begin)
    else { return false }
    for (at, passage) in passages.enumerated() {
      guard context.same.former(of: passage, claimsBefore: 0, passagesBefore: 0) == begin + at,
        inspection.wasMissing(.rowsEnd, inPassage: begin + at) == (passage == passages.upperBound)
      else { return false }
    }
    return true
  }

  private static func note(
    faultless run: [(named: Int, figure: Int)], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let first = run.first, let last = run.last else { return }
    inspection.memory?.passages.note(missing: .rowsBegin, in: context[first.figure].passage)
    inspection.memory?.passages.note(missing: .rowsEnd, in: context[last.figure].passage)
  }

  // MARK: Judging

  /// Looks for an item that a column states otherwise; tells whether there is none in any column.
  private static func check(
    _ all: [Item], wholes: (Int) -> [Int], _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Bool {
    guard let first = all.first else { return true }
    let items = all.filter { !$0.rows.isEmpty }
    guard items.count >= leastItems, items.count <= mostItems else { return true }
    let stated = items.map { context.value(context[$0.figure])?.writtenInterval }
    var isFaultless = true
    for rows in tables(items, context) {
      for column in columns(rows[0], rows[1], context) {
        guard let odd = onlyOther(items, stated, rows, column, context) else { continue }
        isFaultless = false
        let places = rows.map { cell($0, column, context) }
        let (claim, place) = (context[items[odd].figure], places[odd])
        guard let stated = context.value(claim), let meant = context.value(place),
          Slip.isSlip(stated.exact, meant.exact) && claim.amount.digits >= 100
            || items.count == all.count && isTotal(places, wholes(first.figure), context),
          !NarrativeRepeatCheck.isCarriedOver(stated.exact - meant.exact, context),
          !inspection.hasReported("narrative-table", at: claim.figure)
        else { return false }
        inspection.report(
          "narrative-table", .error, at: claim.figure,
          Message(
            phrase, .text(context.draft.string(claim.figure)), .text(context.text(place)),
            .count(items.count - 1)),
          related: [context.related(place)], fixes: context.cellFixes(claim, [place]))
        return false
      }
    }
    return isFaultless
  }

  /// For each table that has one row for every item, these rows.
  ///
  /// - Complexity: O(n) in the number of rows.
  private static func tables(_ items: [Item], _ context: NarrativeContext) -> [[Int32]] {
    func table(_ row: Int32) -> Int { context.figures.rows[Int(row)].table }
    var cursors = [Int](repeating: 0, count: items.count)
    var found: [[Int32]] = []
    var own: [Int32] = []
    own.reserveCapacity(items.count)
    var last = -1
    for first in items[0].rows where table(first) != last {
      last = table(first)
      own.removeAll(keepingCapacity: true)
      for (item, rows) in items.lazy.map(\.rows).enumerated() {
        var at = cursors[item]
        while at < rows.count, table(rows[at]) < last { at += 1 }
        cursors[item] = at
        guard at < rows.count, table(rows[at]) == last, at + 1 == rows.count || table(rows[at + 1]) != last
        else { break }
        own.append(rows[at])
      }
      if own.count == items.count { found.append(own) }
    }
    return found
  }

  /// The columns of the sides that two rows stand in.
  private static func columns(_ first: Int32, _ second: Int32, _ context: NarrativeContext) -> [Int] {
    let rows = context.figures.rows
    var found: [Int] = []
    func add(_ row: FigureIndex.Row) {
      for column in context.figures.columns(of: row) where isOfStatus(column, context) {
        found.append(column.column)
      }
    }
    add(rows[Int(first)])
    if rows[Int(first)].indexed != rows[Int(second)].indexed { add(rows[Int(second)]) }
    return found
  }

  private static func isOfStatus(_ column: FigureIndex.IndexedColumn, _ context: NarrativeContext) -> Bool {
    !column.isForeign && !(context.claims.isFinal && column.isPlan)
  }

  private static func cell(_ row: Int32, _ column: Int, _ context: NarrativeContext) -> CellPlace {
    CellPlace(
      table: context.figures.rows[Int(row)].table, row: context.figures.rows[Int(row)].row, column: column)
  }

  /// The one item that a column states otherwise, where it states all others and no cell has what the item says.
  private static func onlyOther(
    _ items: [Item], _ stated: [Interval?], _ rows: [Int32], _ column: Int, _ context: NarrativeContext
  ) -> Int? {
    var odd: Int?
    for index in items.indices {
      guard let stated = stated[index], let value = context.value(cell(rows[index], column, context)) else {
        return nil
      }
      if value.interval.meets(stated) { continue }
      guard odd == nil else { return nil }
      odd = index
    }
    guard let odd, let own = stated[odd], !isStated(own, items[odd], context) else { return nil }
    return odd
  }

  /// Tells whether any cell of the rows of an item has its figure.
  private static func isStated(_ stated: Interval, _ item: Item, _ context: NarrativeContext) -> Bool {
    item.rows.contains { at in
      let (table, row) = (context.figures.rows[Int(at)].table, context.figures.rows[Int(at)].row)
      guard context.draft.tables.indices.contains(table) else { return false }
      return (0..<context.draft.tables[table].width(ofRow: row)).contains { column in
        context.value(CellPlace(table: table, row: row, column: column))?.interval.meets(stated) ?? false
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
