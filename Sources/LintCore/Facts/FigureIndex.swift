/// A cell of a table, by its indices.
package struct CellPlace: Hashable, Sendable {
  package var table: Int
  package var row: Int
  package var column: Int

  package init(table: Int, row: Int, column: Int) {
    self.table = table
    self.row = row
    self.column = column
  }
}

/// Where a claim of the text stands in the tables.
package struct Binding: Sendable {
  /// How sure it is that the cells state what the claim states, and whether they agree.
  package enum Outcome: UInt8, Sendable {
    /// A cell states the same figure.
    case agrees
    /// The cells are the right ones, and none states the figure.
    case differs
    /// The figure stands in the row of another name.
    case otherName
    /// The code stands with another name, or the name with another code.
    case otherCode
    /// The digits agree in another unit.
    case otherUnit
  }

  /// The claim, an index into ``Claims/claims``.
  package var claim: Int
  package var outcome: Outcome
  /// The cells: those that agree, else those that should.
  package var cells: [CellPlace]
  /// For a figure under another name: the row that has it.
  package var other: CellPlace?
}

/// What a claim was read as: a measure, its source of funds, and the direction of the money.
package struct ClaimReading: Sendable {
  package var claim: Int
  package var measure: FigureConcept
  package var source: FigureConcept
  package var flow: FigureConcept
  /// It is the budget of final accounts, by its own words or those of its whole.
  package var isPlan: Bool
}

/// The figures of the tables by what they state, and the claims of the text bound to them.
///
/// Checks hold the two against each other; hover, go to definition and references read the same bindings.
package struct FigureIndex: Sendable {
  /// A row under a name.
  struct Row: Sendable {
    var table: Int
    var side: Int
    var row: Int
    var label: Slice
    var code: Int64
    var codeLength: Int
    /// The index of its side in the index of sides.
    var indexed: Int
    /// The row before under the same name, and with the same code; -1 if none.
    var sameName: Int32 = -1
    var sameCode: Int32 = -1
  }

  /// A figure that states a measure: a total row, a measure's row or column.
  struct MeasureCell: Equatable, Sendable {
    var measure: FigureConcept
    var source: FigureConcept
    var flow: FigureConcept
    var isPlan: Bool
    var period: FigurePeriod
    var place: CellPlace
  }

  /// A column of amounts as the index sees it.
  struct IndexedColumn: Equatable, Sendable {
    var column: Int
    var concept: FigureConcept
    /// 上年, 增减: not a figure of the year.
    var isForeign: Bool
    var isPlan: Bool
    var period: FigurePeriod
  }

  /// The sides, rows and measures that one table gave.
  struct Extent {
    var sides: Range<Int>
    var rows: Range<Int>
    var measures: Range<Int>
  }

  /// What the index holds of one table: it follows from the table, its title, and the year and kind of the draft.
  struct IndexedTable {
    var sides: ArraySlice<IndexedSide>
    var measures: ArraySlice<MeasureCell>
  }

  struct IndexedSide: Equatable, Sendable {
    var table: Int
    var side: Int
    /// What the title speaks of; what it says it leaves out is none of it.
    var caption: FigureConcept
    var period: FigurePeriod
    var columns: [IndexedColumn]
  }

  private(set) var sides: [IndexedSide] = []
  private(set) var rows: [Row] = []
  /// The last row under each name and with each code; the others are chained to it.
  private var lastByKey = KeyTable()
  private var lastByCode = KeyTable()
  private(set) var measures: [MeasureCell] = []
  /// For each table, what it gave if it was read.
  private var extents: [Extent?] = []
  /// The claims that were bound, in the order of the text.
  package internal(set) var bindings: [Binding] = []
  /// The claims whose words are of the trade alone, in the order of the text.
  package internal(set) var readings: [ClaimReading] = []
  /// What was found out about each claim alone.
  private(set) var bound = BoundClaims()
  /// The rows that are others than in the index before; `nil` if there is none, or they are not known.
  private var changed: ChangedRows?

  /// An index of no tables.
  init() {}

  /// Reads the tables of a draft and binds the claims of its text.
  ///
  /// - Complexity: O(n + c·m) in the number of cells, claims and cells that state a measure.
  package init(_ draft: Draft, _ claims: Claims) {
    self = draft.text.units.withUnsafeBufferPointer { FigureIndex(draft, claims, $0) }
  }

  init(
    _ draft: Draft, _ claims: Claims, _ units: Units, after memory: ProseMemory? = nil,
    _ known: KnownBindings? = nil
  ) {
    guard !claims.passages.isEmpty else { return }
    let lexicon = FigureLexicon.shared
    let kinds = claims.kinds
    extents = [Extent?](repeating: nil, count: draft.tables.count)
    for (index, table) in draft.tables.enumerated() {
      guard table.layout == .grid, table.unit != nil,
        !kinds.isAttachment(table.section) || Self.isOwn(table, units),
        !(table.caption.map { units.contains(Self.balance, in: $0) } ?? false)
      else { continue }
      let (firstSide, firstRow, firstMeasure) = (sides.count, rows.count, measures.count)
      defer {
        extents[index] = Extent(
          sides: firstSide..<sides.count, rows: firstRow..<rows.count,
          measures: firstMeasure..<measures.count)
      }
      if let indexed = memory?.indexed(table, claims) {
        add(indexed, index, table)
        continue
      }
      var caption = table.caption.map { lexicon.concept(of: $0, units).concept } ?? []
      let period =
        table.caption.map { FigurePeriod.of($0, caption, isFinal: claims.isFinal, units) } ?? .open
      if period == .year { caption.subtract(ClaimBinder.carried) }
      // 项目支出绩效自评结果汇总表 holds the projects that were evaluated, and not all 项目支出.
      if let title = table.caption, units.contains(Self.evaluation, in: title) { caption = [] }
      for sideIndex in table.sides.indices {
        add(index, sideIndex, table, caption, period, claims, units, lexicon)
      }
    }
    let binder = ClaimBinder(draft: draft, units: units, claims: claims, index: self)
    binder.run(after: known)
    bindings = binder.bindings
    readings = binder.readings
    bound = binder.bound
    changed = binder.changed
  }

  /// The rows that are others than before the edit, if that is known; they are told once.
  mutating func takeChangedRows() -> ChangedRows? {
    defer { changed = nil }
    return changed
  }

  /// Moves the names of rows to where they stand after an edit that touched no table; tells whether all could be moved.
  mutating func move(by edit: DraftEdit) -> Bool {
    for index in rows.indices {
      guard let label = edit.moved(rows[index].label) else { return false }
      if label != rows[index].label { rows[index].label = label }
    }
    return true
  }

  /// Tells whether a table in an attachment is one of those that the draft publishes, not one of a report.
  private static func isOwn(_ table: Table, _ units: Units) -> Bool {
    guard let caption = table.caption else { return false }
    return units.contains(tableWord, in: caption) && units.contains(anyOf: published, in: caption)
      && !units.contains(anyOf: reports, in: caption)
  }

  private static let tableWord: Word = "表"
  private static let evaluation: Word = "自评"
  /// A 平衡表 of a government has transfers and debts in its totals, whatever its title names.
  private static let balance: Word = "平衡表"
  private static let published = WordList(["决算", "预算", "收支", "三公", "支出", "收入", "机关运行经费"])
  private static let reports = WordList(["绩效", "自评", "评价", "项目"])

  /// The claims that a cell is bound to, as indices into ``Claims/claims``.
  package func claims(boundTo place: CellPlace) -> [Int] {
    bindings.filter { $0.cells.contains(place) }.map(\.claim)
  }

  /// The cells that a claim is bound to.
  package func cells(of claim: Int) -> [CellPlace] {
    bindings.first { $0.claim == claim }?.cells ?? []
  }

  private mutating func add(
    _ tableIndex: Int, _ sideIndex: Int, _ table: Table, _ caption: FigureConcept, _ period: FigurePeriod,
    _ claims: Claims, _ units: Units, _ lexicon: FigureLexicon
  ) {
    let side = table.sides[sideIndex]
    let columns = side.amountColumns.compactMap { column -> IndexedColumn? in
      guard table.columns.indices.contains(column), table.columns[column].kind == .amount else { return nil }
      return self.column(column, table, claims, units, lexicon)
    }
    guard !columns.isEmpty else { return }
    let indexed = IndexedSide(
      table: tableIndex, side: sideIndex, caption: caption, period: period, columns: columns)
    addRows(of: side, indexed)
    for row in side.rows where Self.isIndexed(row) && row.code == nil {
      addMeasures(row, indexed, claims, units, lexicon)
    }
  }

  /// Adds a table as it was indexed before.
  private mutating func add(_ known: IndexedTable, _ index: Int, _ table: Table) {
    for var side in known.sides where table.sides.indices.contains(side.side) {
      side.table = index
      addRows(of: table.sides[side.side], side)
    }
    for var cell in known.measures {
      cell.place.table = index
      measures.append(cell)
    }
  }

  /// What the index holds of a table that was read, unless there were too many figures to hold all.
  func table(_ index: Int) -> IndexedTable? {
    guard isComplete, let known = extent(ofTable: index) else { return nil }
    return IndexedTable(sides: sides[known.sides], measures: measures[known.measures])
  }

  /// The index holds all figures that state measures.
  var isComplete: Bool { measures.count < Self.maximumMeasures }

  /// What a table gave, if it was read.
  func extent(ofTable index: Int) -> Extent? { extents.indices.contains(index) ? extents[index] : nil }

  private static func isIndexed(_ row: SideRow) -> Bool {
    switch row.role {
    case .columnNumbers, .repeatedHeader, .rate, .uncertain: false
    case .detail, .total, .ofWhich, .heading: true
    }
  }

  private mutating func addRows(of side: Side, _ indexed: IndexedSide) {
    sides.append(indexed)
    for row in side.rows where Self.isIndexed(row) {
      let at = Int32(truncatingIfNeeded: rows.count)
      rows.append(
        Row(
          table: indexed.table, side: indexed.side, row: row.row, label: row.label, code: row.code ?? 0,
          codeLength: row.codeLength, indexed: sides.count - 1))
      if !row.label.isEmpty {
        let last = rows.count - 1
        rows[last].sameName = lastByKey.update(row.key, to: at)
      }
      if let code = row.code {
        let last = rows.count - 1
        rows[last].sameCode = lastByCode.update(UInt64(bitPattern: code), to: at)
      }
    }
  }

  private func column(
    _ column: Int, _ table: Table, _ claims: Claims, _ units: Units, _ lexicon: FigureLexicon
  ) -> IndexedColumn {
    var concept: FigureConcept = []
    var isForeign = false
    var period = FigurePeriod.open
    for index in table.columns[column].path where table.cells.indices.contains(Int(index)) {
      let slice = table.cells[Int(index)].slice
      let own = lexicon.concept(of: slice, units).concept
      concept.formUnion(own)
      if period == .open { period = FigurePeriod.of(slice, own, isFinal: claims.isFinal, units) }
      if claims.year > 0, let year = DocumentYear.years(slice, units).first, year != claims.year {
        isForeign = true
      }
    }
    // 上年结转 is a figure of this year; 上年 alone is not.
    if !concept.isDisjoint(with: [.lastYear, .comparison]) { isForeign = true }
    return IndexedColumn(
      column: column, concept: concept, isForeign: isForeign,
      isPlan: concept.contains(.plan) && !concept.contains(.actual), period: period)
  }

  /// Measures that a title names without the table being about them: 政府购买服务.
  private static let aside: FigureConcept = [
    .goods, .works, .services, .staff, .posts, .cars,
  ]

  private mutating func addMeasures(
    _ row: SideRow, _ side: IndexedSide, _ claims: Claims, _ units: Units, _ lexicon: FigureLexicon
  ) {
    let (label, rest) = lexicon.concept(of: row.label, units)
    let isTotal = row.role == .total || row.label.isEmpty
    let isOwn = !label.measure.isEmpty || !label.source.isEmpty || label.contains(.thisYear)
    guard isTotal || (rest == 0 && isOwn) else { return }
    let own = FigurePeriod.of(row.label, label, isFinal: claims.isFinal, units)
    for column in side.columns where !column.isForeign && measures.count < Self.maximumMeasures {
      var measure = label.measure.union(column.concept.measure)
      if measure.isEmpty { measure = side.caption.measure.subtracting(Self.aside) }
      measure = measure.union(label.measure).narrowMeasure
      var source = label.source
      if source.isEmpty { source = column.concept.source }
      // 财政拨款 in a table of 一般公共预算 is that budget's.
      if source.isEmpty || source == .fiscal && !side.caption.source.isEmpty { source = side.caption.source }
      var flow = label.flow
      if flow.isEmpty { flow = column.concept.flow }
      if flow.isEmpty { flow = side.caption.flow }
      measures.append(
        MeasureCell(
          measure: measure, source: source, flow: flow, isPlan: column.isPlan,
          period: own != .open ? own : column.period != .open ? column.period : side.period,
          place: CellPlace(table: side.table, row: row.row, column: column.column)))
    }
  }

  /// How many digits the codes of items have.
  static let itemLength = 7

  /// Real drafts have a handful of rows of one name and some hundred figures of measures.
  private static let maximumRows = 64
  private static let maximumMeasures = 3_000

  /// The rows under a name, by its key.
  func rows(named key: UInt64) -> [Int32] { chain(from: lastByKey[key]) { $0.sameName } }

  /// The rows under a name as it stands, else with or without 支出 at its end.
  func rows(called name: Slice, _ units: Units) -> [Int32] {
    let keys = Self.keys(ofRowsCalled: name, units)
    let own = rows(named: keys.own)
    return own.isEmpty ? rows(named: keys.other) : own
  }

  /// The rows with a code.
  func rows(coded code: Int64) -> [Int32] {
    chain(from: lastByCode[UInt64(bitPattern: code)]) { $0.sameCode }
  }

  /// The rows of a chain in the order of the text, from its last one back.
  private func chain(from last: Int32?, _ before: (Row) -> Int32) -> [Int32] {
    var found: [Int32] = []
    var at = last ?? -1
    while at >= 0, found.count < Self.maximumRows {
      found.append(at)
      at = before(rows[Int(at)])
    }
    found.reverse()
    return found
  }

  /// The codes of the tables, ascending.
  var codes: [Int64] { lastByCode.keys.map { Int64(bitPattern: $0) }.sorted() }
  /// How many codes the tables have.
  var codeCount: Int { lastByCode.count }

  /// The columns of the side that a row stands on.
  func columns(of row: Row) -> [IndexedColumn] {
    sides.indices.contains(row.indexed) ? sides[row.indexed].columns : []
  }

  /// What the title of a row's table speaks of.
  func caption(of row: Row) -> FigureConcept {
    sides.indices.contains(row.indexed) ? sides[row.indexed].caption : []
  }
}
