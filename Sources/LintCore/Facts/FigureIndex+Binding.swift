/// Binds claims to the cells that state the same: by code, by name, or by measure, source of funds and flow.
///
/// A claim that any sensible cell confirms is fine. It differs only where the cells that must state it are certain
/// and none does.
struct ClaimBinder {
  let draft: Draft
  let units: Units
  let claims: Claims
  let index: FigureIndex
  let lexicon = FigureLexicon.shared
  private(set) var bindings: [Binding] = []
  private(set) var readings: [ClaimReading] = []
  private var knownPrefixes: [UInt64: Bool] = [:]
  private var headingConcepts: [Int: HeadingConcept] = [:]

  init(draft: Draft, units: Units, claims: Claims, index: FigureIndex) {
    self.draft = draft
    self.units = units
    self.claims = claims
    self.index = index
  }

  mutating func run() {
    for claim in claims.claims.indices {
      let it = claims.claims[claim]
      let passage = claims.passages[it.passage]
      guard it.role == .amount, it.unit.money != nil, !it.isRough, !passage.isAside,
        it.year == 0 || claims.year == 0 || it.year == claims.year, !it.concept.contains(.lastYear)
      else { continue }
      let reading = reading(claim, it)
      if let reading { readings.append(reading) }
      guard !passage.isAttachment, !index.sides.isEmpty else { continue }
      if let binding = named(claim, it) ?? reading.flatMap({ bind($0, it) }) { bindings.append(binding) }
    }
    nameless()
  }

  // MARK: Values

  /// Tells whether a cell states the figure of a claim at the precision of the text.
  private func agrees(_ claim: Claim, _ cell: Cell, _ unit: MoneyUnit, factor: (Int128, Int128) = (1, 1))
    -> Bool
  {
    guard let money = claim.unit.money, cell.isAmountOrEmpty,
      claim.amount.digits.magnitude < 1_000_000_000_000_000,
      cell.amount.digits.magnitude < 1_000_000_000_000_000
    else { return false }
    let stated = claim.amount.scaled * money.yuan * factor.0 / factor.1
    let value = cell.amount.scaled * unit.yuan
    if stated == value { return true }
    let step = claim.amount.lastPlace * money.yuan * factor.0 / factor.1
    let difference = stated - value
    // Rounded at the precision of the text, or cut off there.
    if difference.magnitude * 2 <= step.magnitude { return true }
    let isFiner = cell.amount.lastPlace * unit.yuan < step
    return isFiner && difference < 0 && difference.magnitude < step.magnitude
  }

  private func cell(_ place: CellPlace) -> (cell: Cell, unit: MoneyUnit)? {
    guard draft.tables.indices.contains(place.table), let unit = draft.tables[place.table].unit,
      let cell = draft.tables[place.table].cell(place.row, place.column)
    else { return nil }
    return (cell, unit)
  }

  private func binding(_ claim: Int, _ it: Claim, certain: [CellPlace], possible: [CellPlace]) -> Binding? {
    var agreeing: [CellPlace] = []
    for place in certain + possible {
      guard let (cell, unit) = cell(place) else { continue }
      if agrees(it, cell, unit) { agreeing.append(place) }
    }
    if !agreeing.isEmpty { return Binding(claim: claim, outcome: .agrees, cells: agreeing, other: nil) }
    guard !certain.isEmpty else { return nil }
    for place in certain {
      guard let (cell, unit) = cell(place), cell.kind == .number, !cell.amount.isZero else { continue }
      for factor: (Int128, Int128) in [
        (10_000, 1), (1, 10_000), (100_000_000, 10_000), (10_000, 100_000_000),
      ]
      where agrees(it, cell, unit, factor: factor) && it.amount.digits.magnitude >= 10 {
        return Binding(claim: claim, outcome: .otherUnit, cells: [place], other: nil)
      }
    }
    return Binding(claim: claim, outcome: .differs, cells: certain, other: nil)
  }

  // MARK: Names and codes

  /// The columns whose figures a claim may state.
  private func columns(_ row: FigureIndex.Row, _ it: Claim) -> [CellPlace] {
    let isPlan = claims.isFinal && it.concept.contains(.plan) && !it.concept.contains(.actual)
    let columns = index.columns(of: row)
    let hasPlan = columns.contains(where: \.isPlan) && !columns.allSatisfy(\.isPlan)
    return columns.compactMap { column in
      guard !column.isForeign, !claims.isFinal || !hasPlan || column.isPlan == isPlan else { return nil }
      return CellPlace(table: row.table, row: row.row, column: column.column)
    }
  }

  /// A claim about a row: an item with its path, a code, or a part of a list under a name.
  private mutating func named(_ claim: Int, _ it: Claim) -> Binding? {
    if claims.isFinal, it.concept.contains(.plan), !it.concept.contains(.actual) { return nil }
    var it = it
    if !it.topic.isEmpty, units.contains(Names.item, in: it.topic) { it.label = it.topic }
    guard let name = Self.name(it, units) else { return nil }
    let isItem = name.isPath || name.code != nil
    guard isItem || (it.list >= 0 && it.rest >= 1) else { return nil }
    var found = rows(name.slice)
    if let code = name.code {
      let coded = index.rows(coded: code)
      if !coded.isEmpty {
        let same = coded.contains { row in found.contains(row) }
        if !found.isEmpty, !same, let row = coded.first {
          return Binding(
            claim: claim, outcome: .otherCode, cells: [], other: place(of: Int(row)))
        }
        found = coded
      } else if let row = found.first(where: { index.rows[Int($0)].code != 0 }), index.codes.count > 2 {
        return Binding(claim: claim, outcome: .otherCode, cells: [], other: place(of: Int(row)))
      }
    }
    guard !found.isEmpty else {
      pending.append((claim, isItem))
      return nil
    }
    let cells = found.flatMap { columns(index.rows[Int($0)], it) }
    guard var binding = binding(claim, it, certain: cells, possible: []) else { return nil }
    if binding.outcome == .agrees { boundLists.insert(it.list) }
    if binding.outcome == .differs, let other = otherRow(with: it, than: found) {
      binding.outcome = .otherName
      binding.other = other
    }
    return binding
  }

  private var pending: [(claim: Int, isItem: Bool)] = []
  private var boundLists: Set<Int> = []

  /// Claims under a name that no table has: the one row with their figure is what they mean.
  private mutating func nameless() {
    var added: [Binding] = []
    for (claim, isItem) in pending {
      let it = claims.claims[claim]
      guard isItem || boundLists.contains(it.list), !it.amount.isZero, it.amount.digits.magnitude >= 10,
        let other = otherRow(with: it, than: [])
      else { continue }
      added.append(Binding(claim: claim, outcome: .otherName, cells: [], other: other))
    }
    guard !added.isEmpty else { return }
    bindings = (bindings + added).sorted { $0.claim < $1.claim }
  }

  /// The one name of a coded item (项, 款) in the tables under which the figure of a claim stands.
  private func otherRow(with it: Claim, than rows: [Int32]) -> CellPlace? {
    guard !it.amount.isZero else { return nil }
    let excluded = Set(rows.map { index.rows[Int($0)].code })
    var found: (code: Int64, place: CellPlace)?
    for row in index.rows where row.codeLength == 7 && !excluded.contains(row.code) {
      for place in columns(row, it) {
        guard let (cell, unit) = cell(place), cell.kind == .number, agrees(it, cell, unit) else { continue }
        if let found, found.code != row.code { return nil }
        if found == nil { found = (row.code, place) }
        break
      }
    }
    return found?.place
  }

  private func place(of row: Int) -> CellPlace? {
    let it = index.rows[row]
    return index.columns(of: it).first.map { CellPlace(table: it.table, row: it.row, column: $0.column) }
  }

  /// The rows under a name, with or without 支出 at its end.
  private func rows(_ name: Slice) -> [Int32] {
    var name = name
    if name.upper > name.lower, units[name.upper - 1] == 0x29,
      let open = name.indices.last(where: { units[$0] == 0x28 }),
      open > name.lower
    {
      name.upper = open
    }
    let rows = index.rows(named: units.key(name))
    if !rows.isEmpty { return rows }
    if units.ends(name, with: Names.expense) {
      return index.rows(named: units.key(Slice(name.lower, name.upper - 2)))
    }
    return index.rows(named: keyWithExpense(name))
  }

  private func keyWithExpense(_ name: Slice) -> UInt64 {
    var hash = units.key(name)
    for unit in Names.expense.units { hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// The name that a label gives: the 项 of a path, what stands behind a code, or the label itself.
  static func name(_ it: Claim, _ units: Units) -> (slice: Slice, isPath: Bool, code: Int64?)? {
    var label = Wording.core(it.label, units)
    if let item = units.find(Names.item, in: label) {
      var start = label.lower
      for mark in Names.pathMarks {
        if let at = units.find(mark, in: Slice(start, item)) { start = at + mark.units.count }
      }
      return (Slice(start, item), true, nil)
    }
    var digits = label.lower
    while digits < label.upper, Unit.isDigit(units[digits]) { digits += 1 }
    if digits - label.lower == 7 || digits - label.lower == 5,
      let code = NumberScanner.scan(units, label.lower, digits)?.amount.digits, units[label.lower] == 0x32
    {
      var name = Slice(digits, label.upper)
      while name.lower < name.upper, units[name.lower] == 0x2D || units[name.lower] == 0x28 {
        name.lower += 1
      }
      return (Self.withoutYear(name, units), false, code)
    }
    label = withoutYear(label, units)
    for mark in Names.labelTails where units.ends(label, with: mark) {
      label.upper -= mark.units.count
    }
    guard label.count >= 2, label.count <= 40 else { return nil }
    return (label, false, nil)
  }

  /// A label up to 2026年预算 or 预算数为.
  private static func withoutYear(_ label: Slice, _ units: Units) -> Slice {
    var label = label
    for tail in Names.tails {
      if let at = units.find(tail, in: label), at > label.lower { label.upper = at }
    }
    if let colon = label.indices.first(where: { units[$0] == 0x3A }), colon > label.lower {
      label.upper = colon
    }
    return label
  }

  private enum Names {
    static let expense: Word = "支出"
    static let major: Word = "(类)"
    static let subject: Word = "科目"
    static let majorExpense: Word = "(类)支出"
    static let group: Word = "(款)"
    static let item: Word = "(项)"
    static let pathMarks = [group, major]
    static let labelTails = [majorExpense, major, subject]
    static let tails: [Word] = ["支出预算", "支出决算", "年初预算", "预算数", "决算数", "年预算", "年决算"]
  }

  // MARK: Measures

  /// What a claim speaks of: a measure (基本支出), a source of funds (一般公共预算拨款收入) or a total.
  private mutating func reading(_ claim: Int, _ it: Claim) -> ClaimReading? {
    guard isPlain(it.label, it.rest) else { return nil }
    let heading = headingConcept(claims.passages[it.passage].section)
    var measure = it.concept.narrowMeasure
    var source = it.concept.source
    var flow = it.concept.flow
    let isBare = measure.isEmpty && source.isEmpty
    let isTotal = !it.concept.isDisjoint(with: [.total, .thisYear, .both])
    if it.list >= 0 {
      guard inherit(it, &measure, &source, &flow) else { return nil }
    } else if isBare, !it.topic.isEmpty {
      let (topic, rest) = lexicon.concept(of: it.topic, units)
      guard isPlain(it.topic, rest) else {
        return isTotal
          ? ClaimReading(claim: claim, measure: measure, source: heading.concept.source, flow: flow) : nil
      }
      source = topic.source
      if !isTotal {
        measure = topic.narrowMeasure
        if flow.isEmpty { flow = topic.flow }
      }
    } else if isBare, !isTotal {
      // 2023年预算安排0万元 under （二）公务接待费 speaks of what the heading names; only the first figure does.
      guard
        claims.claims[claims.passages[it.passage].claims].first(where: { $0.role == .amount })?.figure
          == it.figure
      else { return nil }
      let own = heading.own.narrowMeasure
      if own.rawValue.nonzeroBitCount == 1 { measure = own } else if heading.isItem { return nil }
    }
    if source.isEmpty { source = heading.concept.source }
    if measure.isEmpty, flow.isEmpty, it.concept.source.isEmpty { return nil }
    return ClaimReading(claim: claim, measure: measure, source: source, flow: flow)
  }

  /// Gives a part of a list what its whole says and it does not; a part without a name of its own is no claim of ours.
  private func inherit(
    _ it: Claim, _ measure: inout FigureConcept, _ source: inout FigureConcept, _ flow: inout FigureConcept
  ) -> Bool {
    let own = it.concept.narrowMeasure.subtracting([.carriedIn, .carriedOut])
    var whole = claims.lists[it.list].whole
    var steps = 0
    while whole >= 0, steps < 4 {
      let above = claims.claims[whole]
      if source.isEmpty { source = above.concept.source }
      if source.isEmpty, !above.topic.isEmpty {
        source = lexicon.concept(of: above.topic, units).concept.source
      }
      if flow.isEmpty { flow = above.concept.flow }
      if own.isEmpty, it.concept.source.isEmpty {
        let wider = above.concept.narrowMeasure
        if !wider.isEmpty { measure.formUnion(wider) }
      }
      whole = above.list >= 0 ? claims.lists[above.list].whole : -1
      steps += 1
    }
    return !measure.isEmpty || !it.concept.source.isEmpty
      || !it.concept.isDisjoint(with: [.total, .thisYear])
  }

  private func bind(_ reading: ClaimReading, _ it: Claim) -> Binding? {
    let (claim, measure, source, flow) = (reading.claim, reading.measure, reading.source, reading.flow)
    guard measure.rawValue.nonzeroBitCount <= 2,
      measure.isDisjoint(with: [.cars, .posts, .staff, .smallFirms, .guests])
    else { return nil }
    let isPlan = it.concept.contains(.plan) && !it.concept.contains(.actual)
    var certain: [CellPlace] = []
    var possible: [CellPlace] = []
    for cell in index.measures {
      let isStatus = !claims.isFinal || cell.isPlan == isPlan
      guard isStatus || !isPlan else { continue }
      if cell.measure == measure {
        if !measure.isEmpty || flow.isEmpty || !cell.flow.isDisjoint(with: flow) {
          if cell.source == source, isStatus {
            certain.append(cell.place)
          } else if !measure.isEmpty || isStatus {
            if !measure.isEmpty || cell.source == source { possible.append(cell.place) }
          }
        }
      } else if cell.measure.isSuperset(of: measure), cell.source == source, !measure.isEmpty {
        possible.append(cell.place)
      }
    }
    // A measure with one reading in all tables needs no source of funds to be certain.
    if certain.isEmpty, source.isEmpty, !measure.isEmpty, isOneFigure(possible) { certain = possible }
    if claims.isFinal, isPlan, certain.isEmpty { return nil }
    return binding(claim, it, certain: certain, possible: possible)
  }

  /// Tells whether all cells that are filled state one figure.
  private func isOneFigure(_ places: [CellPlace]) -> Bool {
    var value: Int128?
    var isStated = false
    for place in places {
      guard let (cell, unit) = cell(place), cell.isAmountOrEmpty else { return false }
      if cell.kind == .number { isStated = true }
      let now = cell.amount.scaled * unit.yuan
      if now == 0 { continue }
      if let value, value != now { return false }
      value = now
    }
    return value != nil || isStated
  }

  /// The concept of the headings above a section, and of the nearest alone.
  private mutating func headingConcept(_ section: Int) -> HeadingConcept {
    if let known = headingConcepts[section] { return known }
    var concept: FigureConcept = []
    var own: FigureConcept = []
    var isItem = false
    var at: Int? = section
    var isFirst = true
    while let index = at, draft.sections.indices.contains(index) {
      if let h = draft.sections[index].heading, draft.headings.indices.contains(h), draft.headings[h].rank > 0
      {
        let found = lexicon.concept(of: draft.headings[h].title, units).concept
        if isFirst {
          own = found
          isItem =
            units.contains(Names.item, in: draft.headings[h].title)
            || units.contains(Names.major, in: draft.headings[h].title)
        }
        if concept.source.isEmpty { concept.formUnion(found.source) }
      }
      isFirst = false
      at = draft.sections[index].parent
    }
    let found = HeadingConcept(concept: concept, own: own, isItem: isItem)
    headingConcepts[section] = found
    return found
  }

  /// What the headings above a section speak of, and the nearest alone.
  private struct HeadingConcept {
    var concept: FigureConcept
    var own: FigureConcept
    /// The nearest heading is an item with its path.
    var isItem: Bool
  }

  // MARK: Plain labels

  /// Tells whether a label says nothing but the words of the trade, the unit's name before them apart.
  private mutating func isPlain(_ label: Slice, _ rest: Int) -> Bool {
    if rest == 0 { return true }
    var i = label.lower
    var end = label.lower
    while i < label.upper {
      if let (_, length) = lexicon.match(units, i, label.upper) {
        i += length
      } else {
        if Unit.isIdeograph(units[i]) { end = i + 1 }
        i += 1
      }
    }
    var prefix = Slice(label.lower, end)
    // The year and the words of the trade before the name are none of it.
    while prefix.lower < prefix.upper {
      let u = units[prefix.lower]
      if Unit.isDigit(u) || u == 0x5E74 || u == 0x5EA6 || u == 0xFF0C { prefix.lower += 1 } else { break }
    }
    guard prefix.count >= 2 else { return false }
    let key = units.key(prefix)
    if let known = knownPrefixes[key] { return known }
    let isKnown = isName(prefix)
    knownPrefixes[key] = isKnown
    return isKnown
  }

  /// Tells whether a prefix is the unit's name: it stands on the cover, in a heading or before a table.
  /// Tells whether a prefix that the cover does not have is a name all the same: it ends like one and comes often.
  private func isName(_ prefix: Slice) -> Bool {
    guard prefix.count >= 3, EntityNames.endsName(units[prefix.upper - 1]) else { return false }
    var count = 0
    for claim in claims.claims where claim.role == .amount && claim.label.count > prefix.count {
      let head = Slice(claim.label.lower, Swift.min(claim.label.upper, claim.label.lower + prefix.count + 8))
      if Wording.contains(head, prefix, units) { count += 1 }
      if count >= 3 { return true }
    }
    return false
  }
}
