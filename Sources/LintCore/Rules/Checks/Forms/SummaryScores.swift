/// The scores in a list of projects (自评汇总表): those for execution and for the rest make the score, and the score has its
/// grade.
///
/// Rules: `score-total`, `score`. The rows of one list speak for each other: only a row unlike all others is wrong.
enum SummaryScores {
  static let check = Check(rules: ["score", "score-total"], reads: [.captions, .tables], run: run)

  private static let totals = WordList(["自评得分", "自评总分", "总得分", "综合得分", "总分", "评价得分", "自评总得分"])
  private static let grades = WordList(["自评等级", "等级", "评价等级", "等次", "自评等次", "评价等次"])
  private static let rates = WordList(["执行率", "预算执行率", "资金执行率"])
  private static let executionScores = WordList(["执行率得分", "预算执行率得分", "预算执行得分", "资金执行率得分"])
  private static let score: Word = "得分"
  /// How many rows have to be alike.
  private static let leastRows = 3
  private static let mostRows = 500

  private static func run(_ inspection: inout Inspection) {
    for index in inspection.draft.tables.indices {
      let table = inspection.draft.tables[index]
      guard table.layout == .grid, let total = table.columns(headed: totals, inspection.units).only else {
        continue
      }
      let rows = (Swift.min(table.firstBodyRow, table.rowCount)..<table.rowCount).prefix(mostRows)
      sums(rows, total, table, &inspection)
      if let grade = table.columns(headed: grades, inspection.units).only {
        self.grades(rows, total, grade, table, &inspection)
      }
      execution(rows, table, &inspection)
    }
  }

  private static func number(_ row: Int, _ column: Int, _ table: Table) -> Cell? {
    table.cell(row, column).flatMap {
      ($0.kind == .number || $0.kind == .percent) && $0.amount.isCalculable ? $0 : nil
    }
  }

  /// The one row unlike the others: where several differ, the office has a way of its own.
  private static func odd<Row>(_ rows: [(row: Row, isRight: Bool)]) -> Row? {
    let wrong = rows.filter { !$0.isRight }
    return wrong.count == 1 && rows.count - wrong.count >= leastRows ? wrong[0].row : nil
  }

  // MARK: Sums

  private static func sums(
    _ rows: Range<Int>, _ total: Int, _ table: Table, _ inspection: inout Inspection
  ) {
    let parts = table.columns.indices.filter { column in
      column != total
        && table.bareHead(ofColumn: column, inspection.units).map { inspection.units.ends($0, with: score) }
          ?? false
    }
    guard parts.count >= 2 else { return }
    var alike = 0
    var apart: [(stated: Cell, parts: [Cell], sum: Int128)] = []
    for row in rows {
      guard let stated = number(row, total, table) else { continue }
      let cells = parts.compactMap { number(row, $0, table) }
      guard cells.count == parts.count else { continue }
      let sum = cells.reduce(Int128(0)) { $0 + $1.amount.scaled }
      if sum == stated.amount.scaled { alike += 1 } else { apart.append((stated, cells, sum)) }
    }
    guard alike >= leastRows, apart.count * 3 <= alike else { return }
    for row in apart {
      let places = Swift.max(2, row.stated.amount.decimals)
      guard let sum = Amount(scaled: row.sum, decimals: places),
        let gap = Amount(scaled: abs(row.sum - row.stated.amount.scaled), decimals: places)
      else { continue }
      inspection.report(
        "score-total", .error, at: row.stated.slice,
        Message(FormPhrases.scores, .amount(sum, nil), .amount(row.stated.amount, nil), .amount(gap, nil)),
        related: row.parts.map {
          inspection.related($0.slice, Message(FormPhrases.item, .amount($0.amount, nil)))
        })
    }
  }

  // MARK: Grades

  private static func grades(
    _ rows: Range<Int>, _ total: Int, _ grade: Int, _ table: Table, _ inspection: inout Inspection
  ) {
    let graded = rows.compactMap { row -> (row: (grade: Cell, score: Cell, right: String), isRight: Bool)? in
      guard let cell = table.cell(row, grade), cell.kind == .text, let score = number(row, total, table),
        score.amount.scaled <= 100 * Scale.one, score.amount.scaled >= 0
      else { return nil }
      let right = IndicatorCheck.grade(of: score.amount)
      return ((cell, score, right), inspection.draft.string(cell.slice).hasPrefix(right))
    }
    guard let row = odd(graded) else { return }
    inspection.report(
      "score", .warning, at: row.grade.slice,
      Message(
        FormPhrases.grade, .amount(row.score.amount, nil), .text(row.right),
        .text(inspection.draft.string(row.grade.slice))),
      related: [
        inspection.related(row.score.slice, Message(FormPhrases.item, .amount(row.score.amount, nil)))
      ])
  }

  // MARK: Execution

  /// 执行率得分 is ten times the rate where it is so in the other rows.
  private static func execution(_ rows: Range<Int>, _ table: Table, _ inspection: inout Inspection) {
    guard let rate = table.columns(headed: rates, inspection.units).only,
      let points = table.columns(headed: executionScores, inspection.units).only
    else { return }
    let scored = rows.compactMap { row -> (row: (score: Cell, rate: Cell, right: Amount), isRight: Bool)? in
      guard let own = number(row, points, table), let share = number(row, rate, table),
        share.amount.scaled <= 100 * Scale.one, own.amount.decimals == 2,
        let right = Amount(scaled: share.amount.scaled / 10, decimals: 2)
      else { return nil }
      let isRight = (right.scaled - own.amount.scaled).magnitude <= own.amount.lastPlace.magnitude
      return ((own, share, right), isRight)
    }
    guard let row = odd(scored) else { return }
    inspection.report(
      "score", .warning, at: row.score.slice,
      Message(
        FormPhrases.executionScore, .amount(Amount(digits: 10, decimals: 0), nil), .percent(row.rate.amount),
        .amount(row.right, nil), .amount(row.score.amount, nil)),
      related: [inspection.related(row.rate.slice, Message(FormPhrases.item, .amount(row.rate.amount, nil)))])
  }
}
