/// Reads from a draft what other drafts can be held against.
///
/// Only figures that are bound with certainty are taken: a table of the regulations that stands once, a row with a
/// subject code or a name of the rule book that stands once in it, a column that says what it is.
struct DigestReader {
  let draft: Draft
  let units: Units
  let book: RuleBook
  let identity: DraftIdentity
  let context: NarrativeContext
  private let groups: [TableID: UInt64]
  private let concepts: [TableID?]
  /// What each cell of this year states.
  private(set) var keys: [CellPlace: UInt64] = [:]
  private(set) var digest: DraftDigest

  /// The tables that are compared; those of one list state the same in budgets and in final accounts.
  private static let tables: [[String]] = [
    ["收支总表", "收入支出决算总表"], ["收入总表", "收入决算表"], ["支出总表", "支出决算表"],
    ["财政拨款收支总表", "财政拨款收入支出决算总表"],
    ["一般公共预算支出表", "一般公共预算财政拨款支出决算表"],
    ["一般公共预算基本支出表", "一般公共预算财政拨款基本支出决算表"],
    ["三公经费支出表", "三公经费支出决算表"],
    ["政府性基金预算支出表", "政府性基金预算财政拨款收入支出决算表"],
    ["国有资本经营预算支出表", "国有资本经营预算财政拨款支出决算表"],
  ]
  /// 收入总表, 支出总表, 一般公共预算支出表: the tables in which departments list their units.
  private static let listingGroups: Set<UInt64> = [2, 3, 5]
  /// The table in which 款 and 项 are compared, not only 类.
  private static let detailedGroup: UInt64 = 5
  /// The tables whose totals are those of the units together: what a unit gets from another one of the department
  /// is in none of them.
  private static let summedGroups: Set<UInt64> = [4, 5, 6, 7, 8, 9]
  /// Real drafts have some hundred of such figures.
  private static let maximum = 2_000

  /// The digest of a draft, or `nil` if it is not certain whose it is, what it is, and for which year.
  static func digest(_ inspection: inout Inspection) -> DraftDigest? {
    guard
      let identity = CoverReader(draft: inspection.draft, units: inspection.units).identity(),
      identity.year == inspection.kind.year, let family = inspection.kind.profile?.family,
      family == (identity.isFinal ? .final : .budget),
      DocumentYear.find(inspection.draft, inspection.units).isFinal == identity.isFinal
    else { return nil }
    var reader = DigestReader(&inspection, identity)
    reader.digest.members = UnitListReader(draft: reader.draft, units: reader.units, identity: identity)
      .members()
    reader.readTables()
    reader.readProse()
    return reader.digest
  }

  private init(_ inspection: inout Inspection, _ identity: DraftIdentity) {
    context = NarrativeContext(&inspection)
    draft = inspection.draft
    units = inspection.units
    book = inspection.book
    concepts = inspection.outline.tableConcepts
    self.identity = identity
    digest = DraftDigest(identity: identity)
    var groups: [TableID: UInt64] = [:]
    for (number, names) in Self.tables.enumerated() {
      for name in names { if let id = inspection.book.table(name) { groups[id] = UInt64(number + 1) } }
    }
    self.groups = groups
  }

  /// A figure that was read, with the column that it stands in.
  private struct Reading {
    var key: UInt64
    var place: CellPlace
    var cell: Cell
    var unit: MoneyUnit
    var row: FigureIndex.Row
    var column: Column
    var entity: UInt64?
    /// A total, not a subject, of a table whose totals can be added up.
    var isSummed: Bool
  }

  /// Which year and which draft a column speaks of.
  private enum Column {
    case own
    case claim(ClaimedFact.Source, year: Int, ClaimedFact.Relation)
    /// 增减, an adjusted budget, a year further back.
    case none
  }

  private mutating func readTables() {
    let index = context.figures
    let groups = groupsOfTables(index)
    var readings: [Reading] = []
    for row in index.rows where readings.count < Self.maximum {
      guard let group = groups[row.table], let unit = draft.tables[row.table].unit else { continue }
      let named = rowKey(row, group)
      let entity = named == nil ? self.entity(row, group) : nil
      guard let rowKey = named ?? (entity == nil ? nil : totalKey) else { continue }
      let isSummed = Self.summedGroups.contains(group) && rowKey >= Self.firstConcept && entity == nil
      for column in index.columns(of: row) {
        let place = CellPlace(table: row.table, row: row.row, column: column.column)
        guard let cell = draft.tables[row.table].cell(row.row, column.column),
          isSummed ? cell.isAmountOrEmpty : cell.kind == .number && !cell.amount.isZero
        else { continue }
        let meaning = column.concept.narrowMeasure.rawValue | column.concept.source.rawValue
        readings.append(
          Reading(
            key: Self.mix([group, rowKey, meaning, entity ?? 0]), place: place, cell: cell, unit: unit,
            row: row, column: self.column(column, row.table), entity: entity, isSummed: isSummed))
      }
    }
    for reading in unique(readings) { add(reading) }
    digest.stated.sort { ($0.key, $0.line, $0.column) < ($1.key, $1.line, $1.column) }
  }

  /// The tables that are compared, by their index: those whose meaning stands once in the draft, or once by subject
  /// and once by unit.
  private func groupsOfTables(_ index: FigureIndex) -> [Int: UInt64] {
    struct Meaning: Hashable {
      var group: UInt64
      var isBySubject: Bool
    }
    let bySubject = Set(index.rows.filter(isSubject).map(\.table))
    var tables: [Meaning: [Int]] = [:]
    for table in Set(index.sides.map(\.table)) {
      guard let concept = concepts[table], let group = groups[concept] else { continue }
      tables[Meaning(group: group, isBySubject: bySubject.contains(table)), default: []].append(table)
    }
    var found: [Int: UInt64] = [:]
    for (meaning, list) in tables where list.count == 1 { for table in list { found[table] = meaning.group } }
    return found
  }

  /// Leaves out what stands twice in one column, such as a subject listed under each unit.
  private func unique(_ readings: [Reading]) -> [Reading] {
    struct Spot: Hashable {
      var key: UInt64
      var table: Int
      var column: Int
    }
    func spot(_ it: Reading) -> Spot { Spot(key: it.key, table: it.place.table, column: it.place.column) }
    var count: [Spot: Int] = [:]
    for it in readings { count[spot(it), default: 0] += 1 }
    return readings.filter { count[spot($0)] == 1 }
  }

  // MARK: Rows and columns

  private var totalKey: UInt64? { book.rows.id("合计").map { Self.concept($0) } }

  /// The keys of concepts start here; those of subjects are their codes.
  private static let firstConcept: UInt64 = 1 << 60

  private static func concept(_ id: ConceptID) -> UInt64 { firstConcept | UInt64(id.index) }

  /// What a row states, the same in all drafts: a subject by its code, or a concept of the rule book.
  private func rowKey(_ row: FigureIndex.Row, _ group: UInt64) -> UInt64? {
    if row.code > 0, isSubject(row) {
      return group == Self.detailedGroup || row.codeLength == 3 ? UInt64(row.code) : nil
    }
    if let code = SubjectClasses.code(units, row.label) { return UInt64(code) }
    guard row.code == 0, let found = book.rows.concept(units.key(units.withoutTrailingBrackets(row.label)))
    else { return nil }
    let name = book.rows.name(found)
    guard name == "合计" || name == "总计" else { return Self.concept(found) }
    // 总计 stands below both halves of a table of two sides.
    guard draft.tables[row.table].sides.count == 2 else { return totalKey }
    return book.rows.id(row.side == 0 ? "收入总计" : "支出总计").map { Self.concept($0) }
  }

  private func isSubject(_ row: FigureIndex.Row) -> Bool {
    switch row.codeLength {
    case 3: SubjectClasses.isCode(row.code)
    case 5: SubjectClasses.isCode(row.code / 100)
    case 7: SubjectClasses.isCode(row.code / 10_000)
    default: false
    }
  }

  /// The unit below a department that a row is about.
  private func entity(_ row: FigureIndex.Row, _ group: UInt64) -> UInt64? {
    guard identity.scope == .department, Self.listingGroups.contains(group), !isSubject(row),
      let key = EntityKey.of(row.label, units)
    else { return nil }
    return key
  }

  private func column(_ column: FigureIndex.IndexedColumn, _ table: Int) -> Column {
    let path = draft.tables[table].columns[column.column].path.compactMap { index in
      draft.tables[table].cells.indices.contains(Int(index))
        ? draft.tables[table].cells[Int(index)].slice : nil
    }
    func says(_ words: WordList) -> Bool { path.contains { units.contains(anyOf: words, in: $0) } }
    if column.isForeign {
      guard !column.concept.contains(.comparison) else { return .none }
      let years = path.flatMap { DocumentYear.years($0, units) }
      guard years.isEmpty || years == [identity.year - 1] else { return .none }
      let source: ClaimedFact.Source =
        says(Words.accounts) ? .accounts : says(Words.plan) ? .budget : identity.isFinal ? .accounts : .either
      return .claim(source, year: identity.year - 1, .prior)
    }
    guard identity.isFinal, column.isPlan else { return .own }
    return says(Words.openingPlan) ? .claim(.budget, year: identity.year, .plan) : .none
  }

  enum Words {
    static let accounts = WordList(["决算", "执行"])
    static let plan = WordList(["预算"])
    static let openingPlan = WordList(["年初预算"])
    static let lastYear = WordList(["上年", "去年"])
    static let year = WordList(["年"])
  }

  static func mix(_ parts: [UInt64]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for shift in stride(from: 0, to: 64, by: 8) {
        hash = (hash ^ (part >> UInt64(shift) & 0xFF)) &* 0x0000_0100_0000_01B3
      }
    }
    return hash
  }

  // MARK: Facts

  private mutating func add(_ it: Reading) {
    guard let (value, place) = it.cell.amount.fact(it.unit) else { return }
    let range = draft.range(it.cell.slice)
    func claim(_ source: ClaimedFact.Source, _ year: Int, _ relation: ClaimedFact.Relation) {
      // The row of a unit states what the total of the unit's own draft states.
      var key = it.key
      if it.entity != nil { key = partKey(it) }
      digest.claimed.append(
        ClaimedFact(
          keys: [key], source: source, year: year, entity: it.entity ?? identity.key, relation: relation,
          value: value, tolerance: place, amount: it.cell.amount, unit: it.unit, range: range,
          label: label(it, relation)))
    }
    switch it.column {
    case .none: return
    case .claim(let source, let year, let relation):
      if it.entity == nil, !it.cell.isEmptyOrZero { claim(source, year, relation) }
    case .own:
      if it.entity != nil { return claim(identity.isFinal ? .accounts : .budget, identity.year, .part) }
      let places = draft.source.places(of: range)
      guard let line = UInt32(exactly: places.start.line), let column = UInt16(exactly: places.start.column),
        let length = UInt8(exactly: Swift.max(0, places.end.column - places.start.column))
      else { return }
      keys[it.place] = it.key
      if it.isSummed, !digest.members.isEmpty, !it.cell.isEmptyOrZero {
        claim(identity.isFinal ? .accounts : .budget, identity.year, .whole)
      }
      digest.stated.append(
        StatedFact(
          key: it.key, value: value, line: line, column: column, length: length,
          lastPlace: value == 0 ? 0 : UInt8(String(place).utf8.count - 1)))
    }
  }

  /// The name of the row; 合计 alone would not say of what.
  private func label(_ it: Reading, _ relation: ClaimedFact.Relation) -> String {
    let row = draft.string(it.row.label)
    guard case .whole = relation, let concept = concepts[it.row.table].flatMap({ book.concept($0) }) else {
      return row
    }
    return "\(concept.id) \(row)"
  }

  private func partKey(_ it: Reading) -> UInt64 {
    let index = context.figures
    let column = index.columns(of: it.row).first { $0.column == it.place.column }?.concept ?? []
    let group = concepts[it.row.table].flatMap { groups[$0] } ?? 0
    return Self.mix([group, totalKey ?? 0, column.narrowMeasure.rawValue | column.source.rawValue, 0])
  }

  mutating func add(_ claim: ClaimedFact) { digest.claimed.append(claim) }
}
