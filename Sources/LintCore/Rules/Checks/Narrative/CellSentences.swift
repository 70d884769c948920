/// Sentences that stand in the cells of tables, mostly of performance forms: what they state is recomputed like prose.
///
/// Rules: those of shares, rates and sums. Each cell is read alone, and nothing of it is held against tables: a form may
/// speak of other years and other money than the draft.
enum CellSentences {
  static let check = Check(
    rules: NarrativeChecks.ofSentences.flatMap(\.rules), reads: [.titles, .captions, .tables], run: run)

  /// A text that is shorter states no two figures that belong together.
  private static let shortest = 20
  /// No table that people write has as many cells with sentences.
  private static let most = 400

  private static func run(_ inspection: inout Inspection) {
    let cells = inspection.draft.tables.lazy.flatMap { [units = inspection.units] table in
      table.cells.lazy.filter { isSentence($0, units) }.map { (slice: $0.slice, section: table.section) }
    }
    guard !cells.isEmpty else { return }
    let reader = ClaimReader(draft: inspection.draft, units: inspection.units, after: nil)
    let year = DocumentYear.read(inspection.draft, inspection.units)
    if year.asksSentences { inspection.alsoRead.formUnion(.prose) }
    for cell in cells.prefix(most) {
      let claims = reader.claims(of: cell.slice, section: cell.section, (year.year, year.isFinal))
      guard claims.claims.count >= 2 else { continue }
      var own = inspection.inspection(of: Prose(unbound: claims))
      own.run(NarrativeChecks.ofSentences)
      inspection.findings += own.findings
    }
  }

  /// Tells whether a cell states figures in sentences.
  private static func isSentence(_ cell: Cell, _ units: Units) -> Bool {
    guard cell.kind == .text, cell.slice.count >= shortest else { return false }
    var (figures, clauses) = (0, 0)
    var previous: UInt16 = 0
    for i in cell.slice.indices {
      let unit = units[i]
      if Unit.isDigit(previous), unit == 0x4E07 || unit == 0x5143 || unit == 0x25 { figures += 1 }
      if units.endsClause(at: i) { clauses += 1 }
      previous = unit
    }
    return figures >= 2 && clauses >= 1
  }

}
