/// What a row of a plain table was given, of how many points.
struct Points {
  var weight: Cell
  var score: Cell
}

/// A table that the text can speak of: a form of self-evaluation, or a plain table with the columns 分值 and 得分.
struct ScoredTable {
  /// The total of the scores.
  var score: Cell?
  /// The scores that make the total, of a plain table whose weights make 100.
  var parts: [Cell] = []
  /// The rows of a plain table, and the total of their weights.
  var points: [Points] = []
  var totalWeight: Cell?
  /// The scores of the rows make their total: none is missing.
  var isComplete = false
  var grade: Cell?
  /// The money of a form.
  var funds: PerformanceForm.Funds?
  var unit: MoneyUnit?
  /// The project that a form is about.
  var project: Slice?
  /// The table is about the department's whole expenditure (整体支出).
  var isOverall: Bool
  /// The attachment or part it stands in, by its number; -1 before the first.
  var region: Int
}

/// Collects a draft's forms and tables of scores, and tells which of them a sentence is about.
struct ScoredTables {
  let draft: Draft
  let units: Units
  private(set) var tables: [ScoredTable] = []
  private let starts: [Int]
  /// The tables whose projects have a name of four units or more, by these four.
  private var projects: [UInt64: [Int]]
  /// For each paragraph of the draft that is no mere line, the tables whose projects it names.
  private var mentions: [Set<Int>] = []
  /// A bit for each unit that a project begins with, and for each that stands next.
  private var signs: (first: UInt64, second: UInt64)

  private static let overall: Word = "整体"
  private static let attachment: Word = "附件"
  private static let hundred = 100 * Scale.one

  init(_ draft: Draft, _ units: Units, _ forms: [(table: Table, form: PerformanceForm)]) {
    self.draft = draft
    self.units = units
    starts = Self.starts(draft, units)
    (projects, signs) = ([:], (0, 0))
    tables =
      forms.map { read($0.table, $0.form) }
      + draft.tables.indices.compactMap { draft.tables[$0].layout == .grid ? read(draft.tables[$0]) : nil }
    (projects, signs) = prepared()
    if signs.first != 0 {
      mentions = draft.paragraphs.map { $0.slice.count >= Self.shortest ? named(by: $0.slice) : [] }
    }
  }

  private func prepared() -> (projects: [UInt64: [Int]], signs: (first: UInt64, second: UInt64)) {
    var projects: [UInt64: [Int]] = [:]
    var signs: (first: UInt64, second: UInt64) = (0, 0)
    for (index, table) in tables.enumerated() {
      guard let project = table.project, project.count >= UnitQuad.count else { continue }
      projects[UnitQuad(units, at: project.lower).bits, default: []].append(index)
      signs.first |= Units.sign(units[project.lower])
      signs.second |= Units.sign(units[project.lower + 1])
    }
    return (projects, signs)
  }

  private func read(_ table: Table, _ form: PerformanceForm) -> ScoredTable {
    let project = project(table)
    let isWhole = form.totalWeight.map { $0.amount.scaled == Self.hundred } ?? true
    return ScoredTable(
      score: isWhole ? form.totalScore : nil, grade: form.grade, funds: form.funds, unit: table.unit,
      project: project, isOverall: project == nil && isOverall(table), region: region(table))
  }

  /// A plain table: the last row is the total, 100 of the weights.
  private func read(_ table: Table) -> ScoredTable? {
    guard table.sides.contains(where: { $0.rows.last { !$0.isBlank }?.role == .total }),
      let weight = table.columns(headed: PointWords.weights, units).first,
      let score = table.columns(headed: PointWords.scores, units).first,
      weight < score
    else { return nil }
    for side in table.sides {
      guard let last = side.rows.last(where: { !$0.isBlank }), last.role == .total,
        let total = table.cell(last.row, score), total.kind == .number,
        let full = table.cell(last.row, weight), full.kind == .number
      else { continue }
      let points = points(table, side.rows.filter { $0.row < last.row }, weight, score)
      let areWhole = points.reduce(Int128(0)) { $0 + $1.weight.amount.scaled } == Self.hundred
      let isWhole = full.amount.scaled == Self.hundred
      guard isWhole || areWhole else { continue }
      let areBelow = points.allSatisfy { $0.score.amount.scaled <= $0.weight.amount.scaled }
      return ScoredTable(
        score: isWhole ? total : nil, parts: isWhole && areWhole && areBelow ? points.map(\.score) : [],
        points: points, totalWeight: full,
        isComplete: points.reduce(Int128(0)) { $0 + $1.score.amount.scaled } == total.amount.scaled,
        isOverall: isOverall(table), region: region(table))
    }
    return nil
  }

  /// The points of rows; none where a row has no weight or no score.
  private func points(_ table: Table, _ rows: [SideRow], _ weight: Int, _ score: Int) -> [Points] {
    var points: [Points] = []
    for row in rows where !row.isBlank {
      guard row.role == .detail, let full = table.cell(row.row, weight), full.kind == .number,
        let own = table.cell(row.row, score), own.kind == .number
      else { return [] }
      points.append(Points(weight: full, score: own))
    }
    return points
  }

  private func project(_ table: Table) -> Slice? {
    for row in 0..<Swift.min(table.rowCount, 6) {
      var isNamed = false
      for cell in Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])
      where table.cells[cell].kind != .blank {
        let slice = table.cells[cell].slice
        if isNamed {
          if table.cells[cell].kind == .text { return slice }
          break
        }
        isNamed = units.equals(anyOf: FormLabels.projects, slice)
      }
    }
    return nil
  }

  private func isOverall(_ table: Table) -> Bool {
    if let caption = table.caption, units.contains(Self.overall, in: caption) { return true }
    var section = table.section
    for _ in 0..<6 where draft.sections.indices.contains(section) {
      if let heading = draft.sections[section].heading,
        units.contains(Self.overall, in: draft.headings[heading].slice)
      {
        return true
      }
      guard let parent = draft.sections[section].parent else { break }
      section = parent
    }
    return false
  }

  private func region(_ table: Table) -> Int { region(of: Int(table.cells.first?.lower ?? 0)) }

  /// The number of the part or attachment in which a position stands.
  func region(of position: Int) -> Int { starts.lastIndex { $0 <= position } ?? -1 }

  /// Where parts and attachments begin: at headings of the first rank, and at lines such as 附件1.
  private static func starts(_ draft: Draft, _ units: Units) -> [Int] {
    let headings = draft.headings.filter { $0.rank == 0 || units.starts($0.title, with: attachment) }
    let lines = (0..<Swift.max(0, draft.text.lines.count - 1)).compactMap { line -> Int? in
      let whole = draft.text.slice(ofLine: line)
      guard units.mayStart(whole, with: 0x9644) else { return nil }
      let slice = units.trimmed(whole)
      return slice.count >= 2 && slice.count <= 5 && units.starts(slice, with: attachment) ? slice.lower : nil
    }
    return (headings.map(\.slice.lower) + lines).sorted()
  }

  // MARK: Whose

  /// A paragraph that is shorter says nothing of a project.
  static let shortest = 12

  /// The tables whose projects a paragraph of the draft names, by its index.
  func named(inParagraph index: Int) -> Set<Int> { mentions.indices.contains(index) ? mentions[index] : [] }

  /// The tables whose projects a text names, in no order.
  ///
  /// - Complexity: O(n) in the length of the text, whatever the number of projects that begin differently.
  func named(by slice: Slice) -> Set<Int> {
    var found: Set<Int> = []
    guard signs.first != 0, slice.lower >= 0, slice.upper <= units.count else { return found }
    var i = slice.lower
    while i + UnitQuad.count <= slice.upper {
      if Units.sign(units[i]) & signs.first != 0, Units.sign(units[i + 1]) & signs.second != 0,
        let candidates = projects[UnitQuad(units, at: i).bits]
      {
        for index in candidates where stands(tables[index].project, at: i, before: slice.upper) {
          found.insert(index)
        }
      }
      i += 1
    }
    return found
  }

  private func stands(_ name: Slice?, at position: Int, before end: Int) -> Bool {
    guard let name, position + name.count <= end else { return false }
    for k in 0..<name.count where units[position + k] != units[name.lower + k] { return false }
    return true
  }

  /// The only table about the whole expenditure; the only one without a project where none says that it is.
  var overall: ScoredTable? {
    let named = tables.filter(\.isOverall)
    let overall = named.isEmpty ? tables.filter { $0.project == nil && $0.score != nil } : named
    return overall.only
  }

  /// The only table of the attachment in which a position stands.
  func nearby(_ position: Int) -> ScoredTable? {
    let region = region(of: position)
    let near = tables.filter { $0.region == region }
    return near.only
  }
}
