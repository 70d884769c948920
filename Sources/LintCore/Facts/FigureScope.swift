/// Whether a total has what was carried over from the year before in it.
enum FigurePeriod: UInt8, Sendable {
  /// Not said: 合计, 一般公共预算支出.
  case open
  /// Without it: 本年收入合计, 当年拨款, 不含上年结转.
  case year
  /// With it: 收入总计, 收支总预算.
  case grand

  /// What a label says, with what it speaks of.
  ///
  /// In a budget 本年支出 is what this year's and the carried-over money pay for.
  static func of(_ slice: Slice, _ concept: FigureConcept, isFinal: Bool, _ units: Units) -> FigurePeriod {
    if !isFinal, units.contains(spentThisYear, in: slice) { return .open }
    let isYear = concept.contains(.thisYear) || units.contains(anyOf: leftOut, in: slice)
    let isGrand = concept.contains(.total) && units.contains(anyOf: all, in: slice)
    return isYear == isGrand ? .open : isYear ? .year : .grand
  }

  private static let spentThisYear: Word = "本年支出"
  private static let leftOut = WordList(["不含上年结转", "不含结转", "不包括上年结转", "不包含上年结转"])
  private static let all = WordList(["总计", "总预算", "总决算", "总收入", "总支出", "总额", "总量", "总规模"])
}

/// What a sentence is about besides what its own words say: its list and the headings above it.
extension ClaimBinder {
  /// Matters that have a chapter of their own: a total there is none of the whole budget.
  private static let matters: FigureConcept = FigureConcept.threePublicItems.union([
    .agencyRunning, .procurement, .goods, .works, .services, .cars,
  ])
  static let performance = WordList(["绩效", "评价", "自评"])

  /// Tells whether a total or a source of funds without a measure can be that of the whole budget.
  ///
  /// 一般公共预算资金 X beside a total of purchases or projects divides that total, not the budget.
  func speaksOfWhole(_ it: Claim) -> Bool {
    let passage = claims.passages[it.passage]
    let heading = headingConcept(passage.section)
    guard heading.concept.isDisjoint(with: Self.matters), heading.own.narrowMeasure != .project,
      !heading.isPerformance, !units.contains(anyOf: Self.performance, in: passage.slice)
    else { return false }
    if isOfUnstatedCarry(it) { return false }
    let concept = it.concept
    let isSourceAlone =
      !concept.source.isEmpty && concept.flow.isEmpty && concept.isDisjoint(with: [.total, .thisYear])
    return !isSourceAlone || it.list >= 0
  }

  /// 年初结转和结余全部来自上年末，其中财政拨款64万元: divides what was carried over, whose figure is not stated here.
  private func isOfUnstatedCarry(_ it: Claim) -> Bool {
    guard !it.concept.source.isEmpty, it.list < 0 || claims.lists[it.list].whole < 0 else { return false }
    let passage = claims.passages[it.passage].slice
    let start = units.sentenceStart(before: it.label.lower, from: passage.lower)
    let before = Slice(start, it.label.lower)
    return units.ends(before, with: GrammarWords.ofWhich)
      && units.contains(anyOf: GrammarWords.carriedOver, in: before)
      && !before.indices.contains { Unit.isDigit(units[$0]) }
  }

  /// Whether a claim speaks of a total with or without the carry-over.
  func period(_ it: Claim) -> FigurePeriod {
    var period = FigurePeriod.of(it.label, it.concept, isFinal: claims.isFinal, units)
    if period == .open, !it.topic.isEmpty {
      let topic = lexicon.concept(of: it.topic, units).concept
      period = FigurePeriod.of(it.topic, topic, isFinal: claims.isFinal, units)
    }
    guard period == .open else { return period }
    if it.list >= 0 {
      // Beside a part that is the carry-over, the others are of this year.
      let list = claims.lists[it.list]
      let isBesideCarry = list.parts.contains { !claims.claims[$0].concept.isDisjoint(with: Self.carried) }
      if isBesideCarry { return .year }
      if list.whole >= 0, list.whole < claims.claims.count {
        let whole = claims.claims[list.whole]
        if FigurePeriod.of(whole.label, whole.concept, isFinal: claims.isFinal, units) == .year {
          return .year
        }
      }
    }
    return headingConcept(claims.passages[it.passage].section).own.contains(.thisYear) ? .year : .open
  }

  static let carried: FigureConcept = [.carriedIn, .carriedOut]

  /// Tells whether the draft has carry-overs, so that totals with and without them differ.
  static func hasCarry(_ claims: Claims, _ index: FigureIndex, _ draft: Draft) -> Bool {
    let isStated = claims.claims.contains {
      $0.role == .amount && $0.unit.money != nil && !$0.amount.isZero
        && !$0.concept.isDisjoint(with: carried)
    }
    return isStated
      || index.measures.contains { measure in
        guard !measure.measure.isDisjoint(with: carried), draft.tables.indices.contains(measure.place.table),
          let cell = draft.tables[measure.place.table].cell(measure.place.row, measure.place.column)
        else { return false }
        return cell.kind == .number && !cell.amount.isZero
      }
  }

  /// Tells whether a cell has the carry-over in it as far as a claim has.
  ///
  /// Kinds of spending are stated with it only in budgets, and 基本支出 not even there.
  func isSamePeriod(_ cell: FigurePeriod, _ claim: FigurePeriod, of measure: FigureConcept) -> Bool {
    guard hasCarry, measure.isEmpty || !claims.isFinal,
      measure.isDisjoint(with: [.basic, .personnel, .running])
    else { return true }
    switch claim {
    case .year: return cell == .year
    case .grand: return measure.isEmpty ? cell == .grand : cell != .year
    case .open: return measure.isEmpty || cell != .year
    }
  }
}

/// Which cells of a row under a name are the ones that a claim about the name must state.
extension ClaimBinder {
  /// Kinds of spending and matters that have tables of their own.
  private static let scopes: FigureConcept = FigureConcept.threePublicItems.union([
    .basic, .project, .personnel, .running, .procurement, .carriedIn, .carriedOut, .agencyRunning,
  ])

  /// What tells the cells of rows under a name that state it for the source of funds and the kind of spending that a
  /// claim is about; `nil` where it is divided between several.
  func home(of it: Claim, behind name: Slice) -> Home? {
    guard !isDivided(it) else { return nil }
    let heading = headingConcept(claims.passages[it.passage].section)
    let behind = Slice(Swift.min(name.upper, it.label.upper), it.label.upper)
    var scope = lexicon.concept(of: behind, units).concept.intersection(Self.scopes)
    var source = it.concept.source
    var whole = it.list >= 0 ? claims.lists[it.list].whole : -1
    var steps = 0
    while whole >= 0, steps < 4 {
      let above = claims.claims[whole]
      if source.isEmpty { source = above.concept.source }
      if scope.isEmpty { scope = above.concept.narrowMeasure.intersection(Self.scopes) }
      whole = above.list >= 0 ? claims.lists[above.list].whole : -1
      steps += 1
    }
    if source.isEmpty { source = heading.concept.source }
    if scope.isEmpty { scope = heading.own.narrowMeasure.intersection(Self.scopes) }
    if !scope.isDisjoint(with: [.personnel, .running]) { scope.formUnion(.basic) }
    return Home(source: source, scope: scope, period: period(it), isIncome: it.concept.flow == .income)
  }

  /// The source of funds and the kind of spending that a claim is about.
  struct Home: Equatable {
    var source: FigureConcept
    var scope: FigureConcept
    var period: FigurePeriod
    var isIncome: Bool
  }

  /// Tells whether a column of a row states what a claim is about.
  func isHome(_ column: FigureIndex.IndexedColumn, _ row: FigureIndex.Row, _ home: Home) -> Bool {
    let caption = index.caption(of: row)
    let matter = caption.narrowMeasure.intersection(Self.matters)
    guard matter.isEmpty || !matter.isDisjoint(with: home.scope), !column.isForeign else { return false }
    let own = column.concept.source.isEmpty ? caption.source : column.concept.source
    var kind = column.concept.narrowMeasure.intersection(Self.scopes)
    if kind.isEmpty { kind = caption.narrowMeasure.intersection(Self.scopes) }
    let flow = column.concept.flow.isEmpty ? caption.flow : column.concept.flow
    return Self.areAlike(own, home.source) && home.isIncome == (flow == .income)
      && kind.isEmpty == home.scope.isEmpty && (kind.isEmpty || !kind.isDisjoint(with: home.scope))
      && isSameRowPeriod(column.period, row, home.period)
  }

  /// 502万元（基本支出300万元、项目支出202万元): the figure is of both kinds, which have tables of their own.
  private func isDivided(_ it: Claim) -> Bool {
    let from = it.figure.upper
    guard from < units.count, units[from] == 0x28 else { return false }
    let bracket = Slice(from, Swift.min(from + 60, claims.passages[it.passage].slice.upper))
    guard let close = bracket.indices.first(where: { units[$0] == 0x29 }) else { return false }
    return lexicon.concept(of: Slice(from, close), units).concept.isSuperset(of: [.basic, .project])
  }

  /// Tells whether one source of funds is meant: an item that 财政拨款 pays for has one row in its tables.
  private static func areAlike(_ a: FigureConcept, _ b: FigureConcept) -> Bool {
    a == b
      || (a.subtracting([.fiscal, .publicBudget]).isEmpty && b.subtracting([.fiscal, .publicBudget]).isEmpty
        && a.isEmpty == b.isEmpty)
  }

  private func isSameRowPeriod(_ column: FigurePeriod, _ row: FigureIndex.Row, _ claim: FigurePeriod) -> Bool
  {
    guard hasCarry, !claims.isFinal else { return true }
    let side = index.sides.indices.contains(row.indexed) ? index.sides[row.indexed].period : .open
    let cell = column == .open ? side : column
    return claim == .year ? cell == .year : claim == .grand ? cell != .year : true
  }
}
