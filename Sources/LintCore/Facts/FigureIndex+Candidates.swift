/// The cells that a claim may state, found once for all claims that ask for the same.
extension ClaimBinder {
  /// What a claim about the rows under one name or with one code asks for.
  struct NamedQuestion: Equatable {
    var hasCode: Bool
    /// It speaks of the budget in final accounts.
    var isPlan: Bool
    var home: Home?
  }

  /// The cells of rows under one name.
  struct NamedCells {
    /// The rows whose name stands more than once on their side of a table: once for each unit of a department.
    var repeated: [Int32] = []
    /// The cells that must state the figure, and those that may.
    var certain: [CellPlace] = []
    var possible: [CellPlace] = []
    /// The figures of all these cells in this order, in billionths of a yuan; 0 where there is none.
    ///
    /// Worked out when they are asked for again: most questions are asked once.
    fileprivate var values: [Int128] = []
    /// No amount is stated by a figure that is further from it than this and than its own last place.
    fileprivate var reach: Int128 = 0
  }

  /// What a claim about a measure asks for.
  struct MeasuredQuestion: Equatable {
    var measure: FigureConcept
    var source: FigureConcept
    var flow: FigureConcept
    var isPlan: Bool
    var period: FigurePeriod
    /// The kinds of carry-over that it names.
    var carries: UInt8
  }

  /// The cells that state a measure, by their numbers in the index.
  struct MeasuredCells {
    var certain: [Int] = []
    var possible: [Int] = []
    /// Those that may and are of the source of funds that was asked for.
    var ofSource: [Int] = []
    /// The periods of those that must, a bit for each.
    var periods = 0
  }

  // MARK: Names

  /// The cells of all rows under a name, or with a code, that a claim must or may state.
  func cells(of rows: [Int32], haveCode hasCode: Bool, isPlan: Bool, _ home: Home?) -> NamedCells {
    guard let first = rows.first.map(Int.init) else { return NamedCells() }
    // The first row belongs to no other name, and to no other code.
    let question = NamedQuestion(hasCode: hasCode, isPlan: isPlan, home: home)
    if namedCells.isEmpty { namedCells = Array(repeating: [], count: index.rows.count) }
    if let at = namedCells[first].firstIndex(where: { $0.question == question }) {
      if namedCells[first][at].cells.values.isEmpty { noteValues(&namedCells[first][at].cells) }
      return namedCells[first][at].cells
    }
    var cells = NamedCells()
    cells.repeated = repeated(rows)
    // The rows of several units say nothing certain about all of them.
    let repeating = Set(cells.repeated.map { index.rows[Int($0)].indexed })
    var shared: [CellPlace] = []
    for row in rows {
      let row = index.rows[Int(row)]
      forEachColumn(row, isPlan: isPlan) { column, place in
        guard let home, isHome(column, row, home) else { return cells.possible.append(place) }
        if !repeating.isEmpty { shared.append(place) }
        if !repeating.contains(row.indexed) { cells.certain.append(place) }
      }
    }
    cells.possible += shared
    namedCells[first].append((question, cells))
    return cells
  }

  private func noteValues(_ cells: inout NamedCells) {
    cells.values.reserveCapacity(cells.certain.count + cells.possible.count)
    for place in cells.certain + cells.possible {
      guard let (cell, unit) = cell(place), let figure = StatedCell(cell, unit) else {
        cells.values.append(0)
        continue
      }
      cells.values.append(figure.value)
      let shown = Amount(digits: 0, decimals: decimals(shownIn: place.table)).lastPlace * unit.yuan
      cells.reach = Swift.max(cells.reach, figure.places, shown)
    }
  }

  private func repeated(_ rows: [Int32]) -> [Int32] {
    func side(_ at: Int) -> Int { index.rows[Int(rows[at])].indexed }
    // The rows of a side follow each other.
    return rows.indices.filter { at in
      at > 0 && side(at - 1) == side(at) || at + 1 < rows.count && side(at + 1) == side(at)
    }.map { rows[$0] }
  }

  /// Binds a claim to cells of rows under its name.
  func binding(_ claim: Int, _ it: Claim, _ cells: NamedCells) -> Binding? {
    guard !cells.values.isEmpty, let stated = StatedMoney(it) else {
      return binding(claim, it, certain: cells.certain, possible: cells.possible)
    }
    let range = stated.range(atLeast: cells.reach)
    var agreeing: [CellPlace] = []
    for (at, value) in cells.values.enumerated() where range.contains(value) {
      let place =
        at < cells.certain.count ? cells.certain[at] : cells.possible[at - cells.certain.count]
      if isStated(stated, place) { agreeing.append(place) }
    }
    return binding(claim, it, stated, agreeing: agreeing, certain: cells.certain)
  }

  // MARK: Measures

  /// The cells that a claim about a measure must or may state.
  func cells(answering question: MeasuredQuestion, isCarry: Bool) -> MeasuredCells {
    current.asked.note(question.measure)
    if let known = measuredCells.first(where: { $0.question == question }) { return known.cells }
    let (measure, source, flow) = (question.measure, question.source, question.flow)
    var cells = MeasuredCells()
    for group in groups {
      let isSame = group.measure == measure
      guard isSame || !measure.isEmpty && group.measure.isSuperset(of: measure) else { continue }
      for at in group.cells {
        let cell = index.measures[at]
        let isStatus = !claims.isFinal || cell.isPlan == question.isPlan
        guard isStatus || !question.isPlan else { continue }
        guard isSame else {
          if cell.source == source { cells.possible.append(at) }
          continue
        }
        guard !measure.isEmpty || flow.isEmpty || !cell.flow.isDisjoint(with: flow) else { continue }
        let isSamePeriod =
          isCarry
          ? isSameCarry(cell.place, question.carries)
          : isSamePeriod(cell.period, question.period, of: measure)
        if cell.source == source, isStatus, isSamePeriod {
          cells.certain.append(at)
          cells.periods |= 1 << Int(cell.period.rawValue)
        } else if !measure.isEmpty || isStatus && cell.source == source {
          cells.possible.append(at)
          if cell.source == source, isStatus { cells.ofSource.append(at) }
        }
      }
    }
    measuredCells.append((question, cells))
    return cells
  }
}
