/// Holds figures that belong to names by their order against a table: 卫生支出、住房支出分别为30万元、10万元.
///
/// The order alone says what belongs to what, so one figure is only wrong where all others of its row stand under
/// their names in one column, or one row, of a table.
enum RespectiveFigures {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    guard !context.figures.sides.isEmpty else { return }
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard passage.claims.count >= 2, !passage.isAttachment,
        context.units.contains(anyOf: RespectiveNames.respectively, in: passage.slice)
      else { continue }
      var at = passage.claims.lowerBound
      while at < passage.claims.upperBound {
        let row = RespectiveNames.row(around: at, context)
        if let names = RespectiveNames.names(of: row, context) { check(row, names, context, &inspection) }
        at = Swift.max(at + 1, row.upperBound)
      }
    }
  }

  private static func check(
    _ row: Range<Int>, _ names: [Slice], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard row.allSatisfy({ !context[$0].isRough && !context[$0].amount.isZero }) else { return }
    let cells = names.map { self.cells($0, context) }
    let values = row.compactMap { context.value(context[$0]) }
    guard values.count == row.count else { return }
    let agreeing = row.indices.map { at in
      cells[at - row.lowerBound].filter { place in
        context.value(place).map { $0.interval.meets(values[at - row.lowerBound].writtenInterval) } ?? false
      }
    }
    // 局本级、图书馆、博物馆: a name that no row has says nothing where several others say which column is meant.
    let known = agreeing.indices.filter { !cells[$0].isEmpty }
    let odd = known.filter { agreeing[$0].isEmpty }
    guard known.count == row.count || known.count - odd.count >= fewestKnown else { return }
    if odd.count == 2 { return exchanged(odd, row, cells, values, context, &inspection) }
    if odd.isEmpty { return tail(known, row, agreeing, context, &inspection) }
    guard let only = odd.only else { return }
    let others = known.filter { $0 != only }.map { agreeing[$0] }
    let claim = context[row.lowerBound + only]
    guard let place = meant(cells[only], values[only], others, row.count, context),
      !inspection.hasReported("narrative-table", at: claim.figure)
    else { return }
    inspection.report(
      "narrative-table", .error, at: claim.figure,
      Message(
        phrase, .text(context.draft.string(context.rowName(place))),
        .text(context.draft.string(claim.figure)),
        .text(context.text(place))),
      related: [context.related(place)], fixes: context.cellFixes(claim, [place]))
  }

  /// The only figure of a row that is one in the last place off its cell, where those of the text are copied.
  private static func tail(
    _ known: [Int], _ row: Range<Int>, _ agreeing: [[CellPlace]], _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let exact = known.map { at in
      agreeing[at].filter { context.cell($0)?.amount == context[row.lowerBound + at].amount }
    }
    guard let only = known.indices.filter({ exact[$0].isEmpty }).only else { return }
    let claim = context[row.lowerBound + known[only]]
    let place = agreeing[known[only]].first { place in
      context.isTail(claim, place)
        && known.indices.allSatisfy { other in
          other == only || exact[other].contains { $0.table == place.table && $0.column == place.column }
        }
    }
    guard let place, NarrativeTableCheck.areCopied(context),
      !inspection.hasReported("narrative-table", at: claim.figure)
    else { return }
    inspection.report(
      "narrative-table", .warning, at: claim.figure, context.oddTail(claim, place),
      related: [context.related(place)], fixes: context.cellFixes(claim, [place]))
  }

  /// The cell of the one name whose figure no cell of its own states, in the column or the row of all others.
  private static func meant(
    _ cells: [CellPlace], _ stated: NarrativeContext.Value, _ others: [[CellPlace]], _ count: Int,
    _ context: NarrativeContext
  ) -> CellPlace? {
    func isSlip(_ place: CellPlace) -> Bool {
      context.value(place).map { Slip.isSlip(stated.exact, $0.exact) } ?? false
    }
    func only(_ places: [CellPlace]) -> CellPlace? {
      let value = places.first.flatMap { context.value($0)?.exact }
      return value != nil && places.allSatisfy { context.value($0)?.exact == value } ? places.first : nil
    }
    let all = cells.filter { place in
      others.allSatisfy { $0.contains { $0.table == place.table && $0.column == place.column } }
        || others.allSatisfy { $0.contains { $0.table == place.table && $0.row == place.row } }
    }
    // All other figures may stand in 合计 and 本年收入 alike: the slip says which is meant.
    if let place = only(all) { return count > 2 || isSlip(place) ? place : nil }
    guard all.isEmpty else { return only(all.filter(isSlip)) }
    // One of the others may be wrong in the table.
    guard others.count > fewestKnown else { return nil }
    return only(
      cells.filter { place in
        isSlip(place)
          && others.count { !$0.contains { $0.table == place.table && $0.column == place.column } } == 1
      })
  }

  /// How many names have to agree with their rows where another has none.
  private static let fewestKnown = 2

  /// Two figures of a row that each stand in one column under the name of the other.
  private static func exchanged(
    _ odd: [Int], _ row: Range<Int>, _ cells: [[CellPlace]], _ values: [NarrativeContext.Value],
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    func places(_ name: Int, holding value: Int) -> [CellPlace] {
      cells[name].filter {
        context.value($0).map { $0.interval.meets(values[value].writtenInterval) } ?? false
      }
    }
    let (first, second) = (odd[0], odd[1])
    let others = places(second, holding: first)
    let claim = context[row.lowerBound + first]
    guard values[first].exact != values[second].exact,
      let place = places(first, holding: second).first(where: { own in
        others.contains { $0.table == own.table && $0.column == own.column }
      }), !inspection.hasReported("narrative-table", at: claim.figure)
    else { return }
    inspection.report(
      "narrative-table", .error, at: claim.figure,
      Message(
        phrase, .text(context.draft.string(context.rowName(place))),
        .text(context.draft.string(claim.figure)), .text(context.text(place))),
      related: [context.related(place)], fixes: context.cellFixes(claim, [place]))
  }

  /// The cells of this year that state what a name stands for: those of its rows, or of the measure that it names.
  static func cells(_ name: Slice, _ context: NarrativeContext) -> [CellPlace] {
    let (concept, rest) = context.lexicon.concept(of: name, context.units)
    let measure = concept.narrowMeasure
    if rest == 0, measure.rawValue.nonzeroBitCount == 1 {
      return context.figures.measures.filter {
        $0.measure == measure && !(context.claims.isFinal && $0.isPlan)
      }.map(\.place)
    }
    guard let plain = NamedSlipCheck.plain(name, context.units) else { return [] }
    // 图书馆 is a subject, and may stand for 某市图书馆.
    let rows =
      context.figures.rows(called: plain, context.units) + rows(endingWith: plain, context)
      + offices(plain, context)
    return rows.flatMap { at in
      let row = context.figures.rows[Int(at)]
      return context.figures.columns(of: row).compactMap { column in
        column.isForeign || context.claims.isFinal && column.isPlan
          ? nil : CellPlace(table: row.table, row: row.row, column: column.column)
      }
    }
  }

  /// The rows of a unit's own offices: 局本级 for 某市文化广电和旅游局（本级）.
  private static func offices(_ name: Slice, _ context: NarrativeContext) -> [Int32] {
    guard context.units.ends(name, with: office), name.count <= longestOffice else { return [] }
    var found: [Int32] = []
    for (index, row) in context.figures.rows.enumerated()
    where context.units.contains(
      office, in: Slice(Swift.max(row.label.lower, row.label.upper - 4), row.label.upper))
    {
      if let first = found.first, !context.units.areSame(context.figures.rows[Int(first)].label, row.label) {
        return []
      }
      found.append(Int32(truncatingIfNeeded: index))
    }
    return found
  }

  private static let office: Word = "本级"
  private static let longestOffice = 4

  /// 局机关 and 市社会福利院 for the rows of 某市民政局机关 and 某市社会福利院: those of the only unit whose name ends like this.
  private static func rows(endingWith name: Slice, _ context: NarrativeContext) -> [Int32] {
    let units = context.units
    guard name.count >= 3, UnitNames.ends(name, units) || units.ends(name, with: authority) else { return [] }
    var found: [Int32] = []
    for (index, row) in context.figures.rows.enumerated() where row.label.count > name.count {
      guard units.areSame(Slice(row.label.upper - name.count, row.label.upper), name) else { continue }
      if let first = found.first, !units.areSame(context.figures.rows[Int(first)].label, row.label) {
        return []
      }
      found.append(Int32(truncatingIfNeeded: index))
    }
    return found
  }

  private static let authority: Word = "机关"
  private static let phrase = Phrase(
    "按先后对应，{0}：文中写 {1}，表中为 {2}", "{0}, by its place: {1} here, {2} in the table")
}
