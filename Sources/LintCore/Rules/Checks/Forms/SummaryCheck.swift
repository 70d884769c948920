/// A list of projects with their scores and money (自评汇总表) against the form of each.
///
/// Rule: `cross-table`. Rows are bound by the whole name of the project.
enum SummaryCheck {
  private static let names = WordList(["项目名称", "自评项目", "评价项目"])
  private static let grades = WordList(["自评等级", "等级", "评价等级"])
  private static let rates = WordList(["率", "增"])
  private static let measures: [(words: WordList, measure: PerformanceForm.Funds.Measure)] = [
    (WordList(["年初预算"]), .initialBudget), (WordList(["全年预算"]), .budget),
    (WordList(["执行数", "全年执行"]), .execution),
  ]

  static func check(_ scored: ScoredTables, _ inspection: inout Inspection) {
    guard scored.tables.contains(where: { $0.project != nil && $0.score != nil }) else { return }
    for table in inspection.draft.tables where table.layout == .grid {
      guard let name = table.columns(headed: names, inspection.units).only,
        let score = table.columns(headed: PointWords.scores, inspection.units).only
      else { continue }
      check(table, name, score, scored, &inspection)
    }
  }

  /// The only column whose head has one of some words in it, and is no rate or change of what they name.
  private static func column(of words: WordList, _ table: Table, _ units: Units) -> Int? {
    table.columns.indices.filter { column in
      table.bareHead(ofColumn: column, units).map {
        units.contains(anyOf: words, in: $0) && !units.contains(anyOf: rates, in: $0)
      } ?? false
    }.only
  }

  private static func check(
    _ table: Table, _ name: Int, _ score: Int, _ scored: ScoredTables, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let grade = table.columns(headed: grades, units).only
    for row in Swift.min(table.firstBodyRow, table.rowCount)..<table.rowCount {
      guard let cell = table.cell(row, name), cell.kind == .text, cell.slice.count >= 4 else { continue }
      let forms = scored.tables.filter { form in
        form.project.map { units.key($0) == units.key(cell.slice) } ?? false
      }
      guard let form = forms.only else { continue }
      if let own = table.cell(row, score), own.kind == .number, let other = form.score,
        !ScoreMention.agrees(own.amount, other.amount)
      {
        report(own, cell, other, &inspection)
      }
      if let grade, let own = table.cell(row, grade), own.kind == .text, let other = form.grade,
        own.slice.count <= 3, other.slice.count <= 3, units[own.slice.lower] != units[other.slice.lower],
        // A form whose grade does not fit its own score is named there.
        !fits(own, table.cell(row, score), inspection)
      {
        report(own, cell, other, &inspection)
      }
      guard table.unit != nil, table.unit == form.unit, let funds = form.funds else { continue }
      for (words, measure) in measures {
        guard let column = column(of: words, table, units), let own = table.cell(row, column),
          own.kind == .number,
          let other = funds.cell(measure, funds.total), other.kind == .number,
          !ScoreMention.agrees(own.amount, other.amount), !ScoreMention.agrees(other.amount, own.amount)
        else { continue }
        report(own, cell, other, &inspection)
      }
    }
  }

  private static func fits(_ grade: Cell, _ score: Cell?, _ inspection: Inspection) -> Bool {
    guard let score, score.kind == .number else { return false }
    return inspection.draft.string(grade.slice).hasPrefix(IndicatorCheck.grade(of: score.amount))
  }

  private static func report(_ own: Cell, _ name: Cell, _ other: Cell, _ inspection: inout Inspection) {
    let draft = inspection.draft
    inspection.report(
      "cross-table", .error, at: own.slice,
      Message(
        FormPhrases.inSummary, .text(draft.string(name.slice)), .text(draft.string(own.slice)),
        .text(draft.string(other.slice))),
      related: [inspection.related(other.slice, Message(FormPhrases.form))])
  }
}
