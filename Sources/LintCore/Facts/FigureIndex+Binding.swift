/// Binds claims to the cells that state the same: by code, by name, or by measure, source of funds and flow.
///
/// A claim that any sensible cell confirms is fine. It differs only where the cells that must state it are certain
/// and none does.
final class ClaimBinder {
  let draft: Draft
  let units: Units
  let claims: Claims
  let index: FigureIndex
  let lexicon = FigureLexicon.shared
  var bindings: [Binding] = []
  private(set) var readings: [ClaimReading] = []
  /// The readings by claim.
  private(set) var read: [ClaimReading?] = []
  /// What is found out about each claim alone, and about the one that is bound now.
  var bound = BoundClaims()
  var current = BoundClaim()
  /// The rows that are others than at the last binding, if that is known.
  private(set) var changed: ChangedRows?
  lazy var names = EntityNames(draft, units)
  /// The draft has carry-overs.
  let hasCarry: Bool
  /// The cells that state measures, by measure: few measures have many cells.
  private(set) lazy var groups = measureGroups()
  /// The figures of these cells; read when the first is asked for.
  private lazy var figures = MeasureFigures(
    index.measures.map { cell($0.place).flatMap { StatedCell($0.cell, $0.unit) } })
  /// The figures of the rows of items, in billionths of a yuan; read when the first is looked for.
  lazy var itemFigures = readItemFigures()
  /// How often all rows were gone through for a figure, and how often at most.
  var searches = 0
  static let mostSearches = 200
  var knownPrefixes: [UInt64: Bool] = [:]
  var headingConcepts: [Int: HeadingConcept] = [:]
  /// The decimals that tables show, as far as they were asked for.
  private var shownDecimals: [Int: Int] = [:]
  /// The cells that were found for claims before, by the first row of their name; many claims ask for the same.
  var namedCells: [[(question: NamedQuestion, cells: NamedCells)]] = []
  var measuredCells: [(question: MeasuredQuestion, cells: MeasuredCells)] = []

  init(draft: Draft, units: Units, claims: Claims, index: FigureIndex) {
    self.draft = draft
    self.units = units
    self.claims = claims
    self.index = index
    hasCarry = Self.hasCarry(claims, index, draft)
  }

  private func measureGroups() -> [(measure: FigureConcept, cells: [Int])] {
    var groups: [(measure: FigureConcept, cells: [Int])] = []
    for (at, cell) in index.measures.enumerated() {
      if let group = groups.firstIndex(where: { $0.measure == cell.measure }) {
        groups[group].cells.append(at)
      } else {
        groups.append((cell.measure, [at]))
      }
    }
    return groups
  }

  func run(after known: KnownBindings?) {
    changed = known.flatMap(changedRows)
    let former = known.flatMap { known in
      known.figures.bound.hasCarry == hasCarry
        ? changed.map { FormerBindings(known, $0) } : nil
    }
    bind(after: former)
    bound.hasCarry = hasCarry
    nameless(after: former)
    let likely = bound.claims.indices.compactMap { claim in
      bound.claims[claim].likely.map { (claim, $0) }
    }
    let added = yearly(likely)
    if !added.isEmpty { bindings = (bindings + added).sorted { $0.claim < $1.claim } }
    bindings = ofWholeUnit(bindings)
  }

  /// Reads and binds each claim by itself.
  private func bind(after former: FormerBindings?) {
    read = [ClaimReading?](repeating: nil, count: claims.claims.count)
    bound.claims.reserveCapacity(claims.claims.count)
    for claim in claims.claims.indices {
      if let former, let known = known(claim, former) {
        bound.claims.append(former.known.figures.bound.claims[known])
      } else {
        current = BoundClaim()
        bind(claim)
        bound.claims.append(current)
      }
      if var reading = bound.claims[claim].reading {
        reading.claim = claim
        readings.append(reading)
        read[claim] = reading
      }
      if var binding = bound.claims[claim].binding {
        binding.claim = claim
        bindings.append(binding)
      }
    }
  }

  private func bind(_ claim: Int) {
    let it = claims.claims[claim]
    let passage = claims.passages[it.passage]
    guard it.role == .amount, it.unit.money != nil, !it.isRough, !passage.isAside,
      it.year == 0 || claims.year == 0 || it.year == claims.year, !it.concept.contains(.lastYear),
      !isDistributed(it, passage), !isBesideLastYear(claim, it), !isCarryOfItem(it, passage),
      !isAddedUp(claim, it)
    else { return }
    let reading = reading(claim, it).flatMap { isOfListedUnit($0, passage) ? nil : $0 }
    current.reading = reading
    if let reading { read[claim] = reading }
    guard !passage.isAttachment, !index.sides.isEmpty else { return }
    current.binding =
      named(claim, it) ?? gathering(claim, it) ?? shared(claim, it) ?? reading.flatMap { measured($0, it) }
  }

  /// Tells whether a total is one of a unit in a list of units.
  private func isOfListedUnit(_ reading: ClaimReading, _ passage: Passage) -> Bool {
    passage.ordinal != nil
      && (reading.measure.isEmpty || !reading.measure.isDisjoint(with: [.basic, .project]))
      && isUnit(at: passage)
  }

  /// 农业生产发展（项）。…来源于上年结转156.35万元: what was carried over for the item alone.
  private func isCarryOfItem(_ it: Claim, _ passage: Passage) -> Bool {
    !it.concept.isDisjoint(with: [.carriedIn, .carriedOut])
      && units.contains(Names.item, in: Slice(passage.slice.lower, it.figure.lower))
  }

  /// 上年收入总计68万元、支出总计68万元: both are of the year before.
  private func isBesideLastYear(_ claim: Int, _ it: Claim) -> Bool {
    guard claim > 0, it.label.lower > 0, units[it.label.lower - 1] == 0x3001 else { return false }
    let before = claims.claims[claim - 1]
    return before.passage == it.passage && before.figure.upper == it.label.lower - 1
      && before.concept.contains(.lastYear)
  }

  private func measured(_ reading: ClaimReading, _ it: Claim) -> Binding? {
    // Only a total asks whether it is one of the whole.
    let isWhole = !reading.measure.isEmpty || speaksOfWhole(it)
    return bind(reading, it, period(it), speaksOfWhole: isWhole)
  }

  /// 多支部分中，86.40万元来自上年结转: what the words behind the figure name, and not the item of the paragraph.
  private func isOfWhatFollows(_ it: Claim) -> Bool {
    let passage = claims.passages[it.passage].slice
    return Wording.core(it.label, units).isEmpty
      && units.starts(
        Slice(it.figure.upper, Swift.max(it.figure.upper, passage.upper)), withAnyOf: Self.predicates)
  }

  private static let predicates = WordList(["来自", "来源于", "为", "是", "系", "用于", "属于"])
  static let togethers = WordList(["合计", "共计", "合计为", "共计为", "共", "一共", "总共", "共为"])
  /// How far before a figure 分别 may stand.
  private static let distributionReach = 48

  /// 人员经费和公用经费分别为A元、B元: which figure belongs to which name is not said beside it.
  private func isDistributed(_ claim: Claim, _ passage: Passage) -> Bool {
    var i = claim.figure.lower - 1
    let first = Swift.max(passage.slice.lower, claim.figure.lower - Self.distributionReach)
    while i >= first {
      switch units[i] {
      case 0x3002, 0x3B: return false
      // 分 before 别
      case 0x522B where i > first && units[i - 1] == 0x5206: return true
      default: i -= 1
      }
    }
    return false
  }

  // MARK: Values

  func cell(_ place: CellPlace) -> (cell: Cell, unit: MoneyUnit)? {
    guard draft.tables.indices.contains(place.table), let unit = draft.tables[place.table].unit,
      let cell = draft.tables[place.table].cell(place.row, place.column)
    else { return nil }
    return (cell, unit)
  }

  /// Binds a claim to cells that state measures, by their numbers in the index.
  func binding(_ claim: Int, _ it: Claim, certain: [Int], possible: [Int]) -> Binding? {
    if let stated = StatedMoney(it) {
      let figures = figures
      let range = stated.range(atLeast: figures.reach)
      func isStated(_ at: Int) -> Bool {
        range.contains(figures.values[at]) && figures.cells[at].map(stated.agrees) ?? false
      }
      var agreeing: [CellPlace] = []
      for at in certain where isStated(at) { agreeing.append(index.measures[at].place) }
      for at in possible where isStated(at) { agreeing.append(index.measures[at].place) }
      if !agreeing.isEmpty { return Binding(claim: claim, outcome: .agrees, cells: agreeing, other: nil) }
    }
    return binding(claim, it, certain: certain.map { index.measures[$0].place }, possible: [])
  }

  func binding(_ claim: Int, _ it: Claim, certain: [CellPlace], possible: [CellPlace]) -> Binding? {
    guard let stated = StatedMoney(it) else {
      return certain.isEmpty ? nil : Binding(claim: claim, outcome: .differs, cells: certain, other: nil)
    }
    var agreeing: [CellPlace] = []
    for place in certain where isStated(stated, place) { agreeing.append(place) }
    for place in possible where isStated(stated, place) { agreeing.append(place) }
    return binding(claim, it, stated, agreeing: agreeing, certain: certain)
  }

  /// Tells whether a cell states an amount of money.
  func isStated(_ stated: StatedMoney, _ place: CellPlace) -> Bool {
    guard let (cell, unit) = cell(place) else { return false }
    return stated.agrees(with: cell, unit)
      || stated.rounds(to: cell, unit, decimals: decimals(shownIn: place.table))
  }

  /// Binds a claim to the cells that agree with it, else to those that should.
  func binding(
    _ claim: Int, _ it: Claim, _ stated: StatedMoney, agreeing: [CellPlace], certain: [CellPlace]
  ) -> Binding? {
    if !agreeing.isEmpty { return Binding(claim: claim, outcome: .agrees, cells: agreeing, other: nil) }
    guard !certain.isEmpty else { return nil }
    if it.amount.digits.magnitude >= 10, let place = inOtherUnit(stated, certain) {
      return Binding(claim: claim, outcome: .otherUnit, cells: [place], other: nil)
    }
    return Binding(claim: claim, outcome: .differs, cells: certain, other: nil)
  }

  /// The decimals that a table shows its figures with.
  func decimals(shownIn table: Int) -> Int {
    if let known = shownDecimals[table] { return known }
    let decimals = draft.tables[table].shownDecimals
    shownDecimals[table] = decimals
    return decimals
  }

  /// The first cell that states the digits of a figure in another unit.
  private func inOtherUnit(_ stated: StatedMoney, _ places: [CellPlace]) -> CellPlace? {
    let scales: [(Int128, Int128)] = [
      (10_000, 1), (1, 10_000), (100_000_000, 10_000), (10_000, 100_000_000),
    ]
    return places.first { place in
      guard let (cell, unit) = cell(place), cell.kind == .number, !cell.amount.isZero else { return false }
      return scales.contains { stated.scaled(by: $0)?.agrees(with: cell, unit) ?? false }
    }
  }

  /// The figures of cells that state measures.
  private struct MeasureFigures {
    let cells: [StatedCell?]
    /// Their values alone, 0 where there is none; no amount is stated by one that is further from it than the reach and
    /// than its own last place.
    let values: [Int128]
    let reach: Int128

    init(_ cells: [StatedCell?]) {
      self.cells = cells
      values = cells.map { $0?.value ?? 0 }
      reach = cells.reduce(0) { Swift.max($0, $1?.places ?? 0) }
    }
  }

  // MARK: Names and codes

  /// The columns whose figures a claim may state.
  func columns(_ row: FigureIndex.Row, _ it: Claim) -> [CellPlace] {
    var places: [CellPlace] = []
    forEachColumn(row, it) { places.append($1) }
    return places
  }

  func forEachColumn(
    _ row: FigureIndex.Row, _ it: Claim, _ body: (FigureIndex.IndexedColumn, CellPlace) -> Void
  ) {
    forEachColumn(row, isPlan: isPlanColumn(it), body)
  }

  /// Tells whether a claim speaks of the budget in final accounts, which has columns of its own.
  func isPlanColumn(_ it: Claim) -> Bool { claims.isFinal && Self.isPlan(it.concept) }

  func forEachColumn(
    _ row: FigureIndex.Row, isPlan: Bool, _ body: (FigureIndex.IndexedColumn, CellPlace) -> Void
  ) {
    let columns = index.columns(of: row)
    let hasPlan = columns.contains(where: \.isPlan) && !columns.allSatisfy(\.isPlan)
    for column in columns
    where !column.isForeign && (!claims.isFinal || !hasPlan || column.isPlan == isPlan) {
      body(column, CellPlace(table: row.table, row: row.row, column: column.column))
    }
  }

  /// A claim about a row: an item with its path, a code, or a part of a list under a name.
  private func named(_ claim: Int, _ it: Claim) -> Binding? {
    if claims.isFinal, it.concept.contains(.plan), !it.concept.contains(.actual) { return nil }
    var it = it
    let isOfTopic = units.contains(Names.item, in: it.topic) || units.contains(Names.group, in: it.topic)
    if isOfTopic, !units.contains(Names.item, in: it.label) {
      if isOfWhatFollows(it) { return nil }
      it.label = it.topic
    }
    // 药品费54万元、其他40万元: the rest of a list is no subject.
    guard let name = Self.name(it, units), !units.equals(name.slice, Names.other) else { return nil }
    let isItem = name.isPath || name.code != nil
    let isPart = it.list >= 0 && it.rest >= 1 && !claims.lists[it.list].isAside
    // 甲（项）、乙（项）合计9万元 is neither.
    if it.label.lower > 1, units[it.label.lower - 1] == 0x3001, units[it.label.lower - 2] != 0x5143,
      units.ends(it.label, withAnyOf: Self.togethers)
    {
      return nil
    }
    // 教育(类)支出90万元 is the row of that 类, wherever it stands.
    guard isItem || isPart || units.contains(Names.major, in: it.label) else { return nil }
    var found = rows(name.slice)
    if name.isGroup { found = found.filter { index.rows[Int($0)].codeLength == 5 } }
    // 其他社会保障和就业支出 is a 款 and its only 项.
    if name.isPath, !name.isGroup, found.contains(where: { index.rows[Int($0)].codeLength == 7 }) {
      found = found.filter { index.rows[Int($0)].codeLength != 5 }
    }
    var haveCode = false
    if let code = name.code {
      let coded = rows(coded: code)
      if !coded.isEmpty {
        let same = coded.contains { row in found.contains(row) }
        if !found.isEmpty, !same, let row = coded.first {
          return Binding(
            claim: claim, outcome: .otherCode, cells: [], other: place(of: Int(row)))
        }
        found = coded
        haveCode = true
      } else if let row = found.first(where: { index.rows[Int($0)].code != 0 }), index.codeCount > 2 {
        return Binding(claim: claim, outcome: .otherCode, cells: [], other: place(of: Int(row)))
      }
    }
    guard !found.isEmpty else {
      if !name.isGroup, isItem || isPart { current.isUnnamedItem = isItem }
      return nil
    }
    let home = home(of: it, behind: name.slice)
    let cells = cells(of: found, haveCode: haveCode, isPlan: isPlanColumn(it), home)
    if !cells.repeated.isEmpty, let places = sum(of: cells.repeated, it) {
      current.confirmsList = true
      return Binding(claim: claim, outcome: .agrees, cells: places, other: nil)
    }
    guard var binding = binding(claim, it, cells) else {
      if let home, home.period == .year {
        current.likely = self.cells(of: found, it, inAnyPeriod: home)
      }
      return nil
    }
    if binding.outcome == .agrees { current.confirmsList = true }
    if binding.outcome == .differs, let other = otherRow(with: it, than: found) {
      binding.outcome = .otherName
      binding.other = other
    }
    return binding
  }

  /// The cells of rows that state what a claim is about, whether or not they have the carry-over in them.
  private func cells(of rows: [Int32], _ it: Claim, inAnyPeriod home: Home) -> [CellPlace] {
    var home = home
    home.period = .open
    var found: [CellPlace] = []
    for row in rows {
      let row = index.rows[Int(row)]
      forEachColumn(row, it) { column, place in if isHome(column, row, home) { found.append(place) } }
    }
    return found
  }

  /// The cells of one column of one side that together state the figure of a claim.
  private func sum(of rows: [Int32], _ it: Claim) -> [CellPlace]? {
    var bySide: [Int: [Int: [CellPlace]]] = [:]
    for row in rows {
      let row = index.rows[Int(row)]
      for place in columns(row, it) {
        bySide[row.indexed, default: [:]][place.column, default: []].append(place)
      }
    }
    guard let money = it.unit.money, it.amount.isCalculable else { return nil }
    for side in bySide.keys.sorted() {
      for (_, places) in bySide[side]?.sorted(by: { $0.key < $1.key }) ?? [] {
        let cells = places.compactMap { cell($0) }.filter {
          $0.cell.isAmountOrEmpty && $0.cell.amount.isCalculable
        }
        let sum = cells.reduce(Int128(0)) { $0 + $1.cell.amount.scaled * $1.unit.yuan }
        let half = cells.reduce(it.amount.half * money.yuan) { $0 + $1.cell.amount.half * $1.unit.yuan }
        if (sum - it.amount.scaled * money.yuan).magnitude <= half.magnitude { return places }
      }
    }
    return nil
  }
}
