/// Holds figures behind a name that rows of tables have against these rows, in sentences of any wording.
///
/// Which row is meant, the words leave open; so a figure is only wrong where no table states it, nor any other
/// sentence, and one slip of the pen makes it of what the rows under the name state.
enum NamedSlipCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    guard !context.figures.rows.isEmpty else { return }
    var search = Search(context)
    for index in context.claims.claims.indices
    where !search.bound.contains(index) && isOpen(index, context) {
      let found =
        distributed(index, context).flatMap { search.slip(index, $0) }
        ?? name(index, context).flatMap { search.slip(index, $0) } ?? search.measured(index)
      if let found { report(index, found, context, &inspection) }
    }
  }

  /// Tells whether a figure may be that of a row, and nothing was bound to it.
  private static func isOpen(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    guard claim.unit.money != nil, claim.role == .amount || claim.role == .mention, !claim.isRough,
      claim.amount.digits >= 100, claim.amount.isCalculable, context.isJudged(claim.passage),
      claim.year == 0 || context.claims.year == 0 || claim.year == context.claims.year
    else { return false }
    return FigureCue.direction(claim, context) == nil && !FigureCue.isBase(index, context)
      && !(context.claims.isFinal && FigureCue.isPlan(claim, context))
  }

  // MARK: Names

  /// The name that the words before a figure end in, without the words that say how it is stated.
  private static func name(_ index: Int, _ context: NarrativeContext) -> Slice? {
    let units = context.units
    let words = Wording.core(FigureCue.lead(context[index], context), units)
    return plain(sharing(index, words, context) ?? words, units)
  }

  /// 卫生健康支出占2.43%，即126.38万元: the name stands before the share, and nothing but 即 before the figure.
  private static func sharing(_ index: Int, _ words: Slice, _ context: NarrativeContext) -> Slice? {
    let before = index - 1
    guard before >= 0, context[before].unit == .percent, context[before].passage == context[index].passage,
      context[index].digits.lower - context[before].figure.upper <= 6,
      words.isEmpty || context.units.equals(anyOf: FigureCue.that, words)
        || context[index].label.isEmpty && words == context[before].label
    else { return nil }
    let label = context[before].label
    let at = context.units.find(share, in: label)
    return at.flatMap { $0 - label.lower >= 3 ? Slice(label.lower, $0) : nil }
  }

  private static let share: Word = "占"

  /// A name without the words that say how its figure is stated.
  static func plain(_ words: Slice, _ units: Units) -> Slice? {
    var name = words
    if let colon = name.indices.last(where: { units[$0] == 0x3A }) {
      let behind = Slice(colon + 1, name.upper)
      name =
        behind.count <= 3 || units.equals(anyOf: statuses, behind) ? Slice(name.lower, colon) : behind
    }
    for _ in 0..<mostWords {
      guard let tail = units.lengthOfWord(ending: name, anyOf: tails) else { break }
      name.upper -= tail
    }
    name = withoutBracket(name, units)
    // 岱阳市社会福利院基本支出: one of the columns of the unit's row.
    if let kind = units.lengthOfWord(ending: name, anyOf: kinds), name.count - kind >= 4,
      EntityNames.endsName(units[name.upper - kind - 1])
    {
      name.upper -= kind
    }
    for _ in 0..<mostWords {
      guard let head = units.lengthOfWord(starting: name, anyOf: heads) else { break }
      name.lower += head
    }
    while name.lower < name.upper, !Unit.isIdeograph(units[name.lower]) { name.lower += 1 }
    return name.count >= 3 && name.count <= 40 ? name : nil
  }

  /// 基本支出和项目支出分别为90万元、30万元: the name that has the place of a figure in its row.
  private static func distributed(_ index: Int, _ context: NarrativeContext) -> Slice? {
    let row = RespectiveNames.row(around: index, context)
    return RespectiveNames.names(of: row, context).flatMap {
      plain($0[index - row.lowerBound], context.units)
    }
  }

  /// 事业运行（2010350）, 教育支出（类）, 小学教育（项）.
  private static func withoutBracket(_ name: Slice, _ units: Units) -> Slice {
    guard name.count > 4, units[name.upper - 1] == 0x29,
      let open = name.indices.last(where: { units[$0] == 0x28 }), open > name.lower
    else { return name }
    let inside = Slice(open + 1, name.upper - 1)
    let isCode = inside.count >= 3 && inside.indices.allSatisfy { Unit.isDigit(units[$0]) }
    return isCode || inside.count == 1 ? Slice(name.lower, open) : name
  }

  private static let mostWords = 4
  private static let kinds = WordList(["基本支出", "项目支出", "财政拨款收入", "收入", "支出"])
  private static let heads = WordList([
    "其次是", "再次是", "其中", "用于", "主要用于", "主要支出项目为", "主要是", "主要为", "包括", "含", "为", "是", "一是", "二是", "三是", "四是",
    "五是", "安排", "列支", "和", "及", "与", "年", "按", "的",
  ])
  private static let tails = WordList([
    "年度资金总额", "资金总额", "预算金额", "支出决算", "支出预算", "收入预算", "收入决算", "预算数", "决算数", "本年收入", "本年支出", "共安排", "安排了",
    "安排", "决算", "预算", "列支", "金额", "共计", "合计", "为",
    "是", "达", "共",
    "数",
  ])
  private static let statuses = WordList(["决算", "预算", "支出决算", "安排", "决算数", "预算数", "支出预算", "支出"])

  // MARK: Rows

  /// Looks for the figures of rows, and remembers what the whole draft states once it was asked for.
  private struct Search {
    let context: NarrativeContext
    let bound: Set<Int>
    private var stated: [Int128: Int]?

    init(_ context: NarrativeContext) {
      self.context = context
      bound = Set(context.figures.bindings.map(\.claim))
    }

    /// The one cell of which a slip of the pen makes a figure.
    mutating func slip(_ index: Int, _ name: Slice) -> CellPlace? {
      let claim = context[index]
      guard let value = context.value(claim) else { return nil }
      var found: (place: CellPlace, exact: Int128)?
      var values: Set<Int128> = []
      for row in rows(name) {
        for column in context.figures.columns(of: row) {
          let place = CellPlace(table: row.table, row: row.row, column: column.column)
          guard let cell = context.value(place) else { continue }
          if cell.interval.meets(value.writtenInterval) { return nil }
          if !column.isForeign, cell.exact != 0 { values.insert(cell.exact) }
          guard !column.isForeign, isSlip(claim, value, cell) else { continue }
          if let found, found.exact != cell.exact { return nil }
          found = (place, cell.exact)
        }
      }
      // A name that has one figure in all tables is not excused by another name that has this one.
      let isOnly = values.count == 1 && name.count >= 6 && claim.amount.digits >= 1_000
      guard let found, isOnly || !isStated(value) else { return nil }
      return found.place
    }

    /// The one cell of the measure that the words of a figure name, of which swapping two digits makes it.
    mutating func measured(_ index: Int) -> CellPlace? {
      let claim = context[index]
      guard claim.amount.digits >= 1_000, claim.list < 0 || claim.rest <= 1,
        let value = context.value(claim)
      else { return nil }
      let measure = claim.concept.narrowMeasure
      let isOne = measure.rawValue.nonzeroBitCount == 1
      guard isOne || measure.isEmpty && !claim.concept.flow.isEmpty && claim.amount.digits >= 10_000 else {
        return nil
      }
      var found: (place: CellPlace, exact: Int128)?
      for cell in context.figures.measures
      where cell.measure == measure
        && (isOne || cell.flow.isEmpty || !cell.flow.isDisjoint(with: claim.concept.flow))
      {
        guard let other = context.value(cell.place) else { continue }
        if other.interval.meets(value.writtenInterval) { return nil }
        guard PlainSlip.isSwap(value.exact, other.exact) else { continue }
        if let found, found.exact != other.exact { return nil }
        found = (cell.place, other.exact)
      }
      guard let found, !isStated(value) else { return nil }
      return found.place
    }

    private func rows(_ name: Slice) -> [FigureIndex.Row] {
      let found = context.figures.rows(called: name, context.units).map { context.figures.rows[Int($0)] }
      return found.isEmpty ? units(name) : found
    }

    /// The rows of a unit that a text calls by the end of its name: 绿化管理事务中心, 局本级.
    private func units(_ name: Slice) -> [FigureIndex.Row] {
      let units = context.units
      let isOffice = units.ends(name, with: office)
      guard name.count >= (isOffice ? 2 : 4), name.upper > 0,
        isOffice || EntityNames.endsName(units[name.upper - 1])
      else { return [] }
      return context.figures.rows.filter { row in
        guard row.code == 0, row.label.count > name.count else { return false }
        if isOffice { return units.contains(office, in: Slice(row.label.upper - 4, row.label.upper)) }
        return units.areSame(name, Slice(row.label.upper - name.count, row.label.upper))
      }
    }

    private func isSlip(_ claim: Claim, _ value: NarrativeContext.Value, _ cell: NarrativeContext.Value)
      -> Bool
    {
      claim.amount.digits >= 10_000
        ? Slip.isSlip(value.exact, cell.exact) : PlainSlip.isSwap(value.exact, cell.exact)
    }

    /// Tells whether another sentence or any cell states a value.
    private mutating func isStated(_ value: NarrativeContext.Value) -> Bool {
      let known = stated ?? all()
      stated = known
      return known[value.exact, default: 0] > 1
    }

    /// How often each value is stated, by sentences and by cells.
    private func all() -> [Int128: Int] {
      var counts: [Int128: Int] = [:]
      for claim in context.claims.claims where claim.unit.money != nil {
        if let value = context.value(claim) { counts[value.exact, default: 0] += 1 }
      }
      for row in context.figures.rows {
        for column in context.figures.columns(of: row) {
          let place = CellPlace(table: row.table, row: row.row, column: column.column)
          if let value = context.value(place) { counts[value.exact, default: 0] += 1 }
        }
      }
      return counts
    }
  }

  private static let office: Word = "本级"

  private static func report(
    _ index: Int, _ place: CellPlace, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let claim = context[index]
    // Another check of sentences has said it.
    guard !inspection.hasReported("narrative-table", at: claim.figure) else { return }
    inspection.report(
      "narrative-table", .error, at: claim.figure,
      context.difference(claim, place),
      related: [context.related(place)], fixes: context.cellFixes(claim, [place]))
  }
}
