import Synchronization

extension Linter {
  /// Reads and checks a draft on two threads; gives what ``lint(_:options:known:)`` gives.
  ///
  /// The tables are read in two parts if they hold many cells; then each thread takes the next group of checks until
  /// none is left. For large drafts: the calling thread stays free. What an edit did not touch is taken over from
  /// `last`, a check of a former state of the same document by any rules. Cancelled, it stops before the next group,
  /// and what it gives is incomplete.
  @concurrent
  public func lintConcurrently(
    _ source: SourceText, options: LintOptions = LintOptions(), after last: LintResult? = nil
  ) async -> LintResult {
    let former = last.flatMap { FormerDraft($0, before: source) }
    var draft = await Draft(concurrently: source, after: former)
    let inspection = SplitInspection(&draft, self, options, former, last?.notes, patience: nil)
    async let companion: Void = inspection.work()
    inspection.readProse()
    inspection.work()
    await companion
    return inspection.result(of: self)
  }

  /// Reads and checks a draft with a companion, who takes groups of checks; gives what ``lint(_:options:known:)``
  /// gives.
  ///
  /// For small drafts: the calling thread works itself and waits for no other to wake. Without a companion it does all;
  /// with one that falls asleep over its work it does that work again.
  public func lint(
    _ source: SourceText, options: LintOptions = LintOptions(), with companion: (some LintCompanion)?,
    after last: LintResult? = nil
  ) -> LintResult {
    let former = last.flatMap { FormerDraft($0, before: source) }
    var draft = Draft(source, after: former)
    let patience = Self.patience(with: source)
    let inspection = SplitInspection(&draft, self, options, former, last?.notes, patience: patience)
    companion?.offer { inspection.work() }
    inspection.readProse()
    inspection.work()
    if let companion, !companion.finish(within: patience) { inspection.workAgain() }
    return inspection.result(of: self)
  }

  /// How long one thread waits for another that checks the same text: about as long as its longest piece of work takes.
  private static func patience(with source: SourceText) -> Duration {
    .nanoseconds(150_000 + 6 * source.bytes.count)
  }
}

/// Somebody on another thread who helps with a piece of work.
public protocol LintCompanion: Sendable {
  /// Offers work to help with; once in the life of a companion.
  func offer(_ work: @escaping @Sendable () -> Void)
  /// Waits for the companion to finish what he has begun, and tells whether he has; what he has not begun is withdrawn.
  func finish(within patience: Duration) -> Bool
}

/// The inspection of one draft by several threads.
private final class SplitInspection: Sendable {
  /// The groups of checks in the order in which they are begun: those that rest on the prose last, small ones behind
  /// large ones.
  private static let order = [0, 5, 1, 6, 7, 2, 4, 3]

  private let draft: Draft
  private let book: RuleBook
  private let options: LintOptions
  private let memory: LintMemory
  private let opening: Shared<DraftOpening>
  private let prose: Shared<Prose>
  private let begun = Atomic(0)
  /// What each group found, once it has been run, and what was noted down.
  private let found: Mutex<(findings: [[Finding]?], memory: LintMemory)>

  init(
    _ draft: inout Draft, _ linter: Linter, _ options: LintOptions, _ former: FormerDraft?,
    _ last: LintNotes?, patience: Duration?
  ) {
    opening = Shared(patience: patience)
    prose = Shared(patience: patience)
    let unitSlips = TableUnits.mend(&draft)
    memory = LintMemory(
      draft, unitSlips, after: former, last, LintOrigin(linter: linter.identity, options: options))
    found = Mutex(([[Finding]?](repeating: nil, count: Linter.groups.count), memory))
    self.draft = draft
    book = linter.book
    self.options = options
  }

  /// What all groups found, in the order in which one thread would find it, weighed and ordered.
  func result(of linter: Linter) -> LintResult {
    let (findings, notes) = found.withLock { ($0.findings.flatMap { $0 ?? [] }, $0.memory.notes) }
    let kind = draft.text.units.withUnsafeBufferPointer { units in readOpening(units) }.kind
    var result = linter.result(draft, kind.profile?.id, findings, options)
    result.notes = notes
    return result
  }

  /// Runs groups of checks until all are begun, or nobody waits for the result any more.
  func work() {
    while !Task.isCancelled {
      let place = begun.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < Self.order.count else { return }
      run(Self.order[place])
    }
  }

  /// Runs the groups that another thread has begun and not finished.
  func workAgain() {
    for group in Self.order where found.withLock({ $0.findings[group] == nil }) { run(group) }
  }

  /// Reads what the checks of sentences share, if any of them is wanted.
  func readProse() {
    guard NarrativeChecks.all.contains(where: { $0.isWanted(by: options) })
    else { return }
    let read = draft.text.units.withUnsafeBufferPointer { units in
      prose.read { Prose(draft, units, after: memory.prose) }
    }
    found.withLock { $0.memory.note(read) }
  }

  /// What the draft is, and what its parts are for.
  private func readOpening(_ units: Units) -> DraftOpening {
    opening.read { memory.opening(draft, units, book, options) }
  }

  private func run(_ group: Int) {
    draft.text.units.withUnsafeBufferPointer { units in
      let opening = readOpening(units)
      var inspection = Inspection(
        draft: draft, units: units, book: book, options: options, opening: opening)
      inspection.unitSlips = memory.notes.unitSlips
      inspection.memory = memory
      inspection.memory?.begin(group: group, opening.kind)
      inspection.sharedProse = prose
      inspection.run(Linter.groups[group])
      found.withLock { found in
        found.findings[group] = inspection.findings
        if let memory = inspection.memory { found.memory.join(memory, opening) }
      }
    }
  }
}
