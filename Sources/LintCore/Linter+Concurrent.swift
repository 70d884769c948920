extension Linter {
  /// Reads and checks a draft on two threads; gives what ``lint(_:options:known:)`` gives.
  ///
  /// The tables are read in two parts; then the checks of sentences, which share what sentences claim, run beside
  /// all others. Handing work over takes some hundredths of a millisecond, which only large drafts are worth.
  @concurrent
  public func lintConcurrently(
    _ source: SourceText, options: LintOptions = LintOptions()
  ) async -> LintResult {
    var draft = await Draft(concurrently: source)
    let unitSlips = TableUnits.mend(&draft)
    let half = HalfInspection(draft, unitSlips, book, options)
    async let prose = half.run(NarrativeChecks.all)
    let others = half.run(Self.tableChecks, then: Self.outerChecks)
    let findings = others.first + (await prose) + others.second
    return result(draft, half.kind.profile?.id, findings, options)
  }
}

/// What the inspections of one draft on several threads have in common.
private struct HalfInspection: Sendable {
  let draft: Draft
  let unitSlips: [TableUnits.Slip]
  let book: RuleBook
  let options: LintOptions
  let outline: DraftOutline
  let kind: DocumentKind

  init(_ draft: Draft, _ unitSlips: [TableUnits.Slip], _ book: RuleBook, _ options: LintOptions) {
    self.draft = draft
    self.unitSlips = unitSlips
    self.book = book
    self.options = options
    (outline, kind) = draft.text.units.withUnsafeBufferPointer { units in
      let inspection = Inspection(draft: draft, units: units, book: book, options: options)
      return (inspection.outline, inspection.kind)
    }
  }

  /// What some checks find.
  func run(_ checks: [Check]) -> [Finding] { run(checks, then: []).first }

  /// What some checks find, and what others find that may look at the findings of the first.
  func run(_ checks: [Check], then more: [Check]) -> (first: [Finding], second: [Finding]) {
    draft.text.units.withUnsafeBufferPointer { units in
      var inspection = Inspection(
        draft: draft, units: units, book: book, options: options, outline: outline, kind: kind)
      inspection.unitSlips = unitSlips
      inspection.run(checks)
      let count = inspection.findings.count
      inspection.run(more)
      return (Array(inspection.findings[..<count]), Array(inspection.findings[count...]))
    }
  }
}
