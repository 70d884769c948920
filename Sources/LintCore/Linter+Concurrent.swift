import Synchronization

extension Linter {
  /// Reads and checks a draft on two threads; gives what ``lint(_:options:known:)`` gives.
  ///
  /// The tables are read in two parts; then each thread takes the next group of checks until none is left. For large
  /// drafts: the calling thread stays free.
  @concurrent
  public func lintConcurrently(
    _ source: SourceText, options: LintOptions = LintOptions()
  ) async -> LintResult {
    var draft = await Draft(concurrently: source)
    let unitSlips = TableUnits.mend(&draft)
    let inspection = SplitInspection(draft, unitSlips, book, options)
    async let companion: Void = inspection.work()
    inspection.work()
    await companion
    return result(draft, inspection.profile, inspection.findings, options)
  }

  /// Reads and checks a draft with a companion, who takes groups of checks; gives what ``lint(_:options:known:)``
  /// gives.
  ///
  /// For small drafts: the calling thread works itself and waits for no other to wake.
  public func lint(
    _ source: SourceText, options: LintOptions = LintOptions(), with companion: some LintCompanion
  ) -> LintResult {
    var draft = Draft(source)
    let unitSlips = TableUnits.mend(&draft)
    let inspection = SplitInspection(draft, unitSlips, book, options)
    companion.offer { inspection.work() }
    inspection.work()
    companion.finish()
    return result(draft, inspection.profile, inspection.findings, options)
  }
}

/// Somebody on another thread who helps with a piece of work.
public protocol LintCompanion: Sendable {
  /// Offers work to help with; once in the life of a companion.
  func offer(_ work: @escaping @Sendable () -> Void)
  /// Returns once the companion has done what he has begun; what he has not begun is withdrawn.
  func finish()
}

/// The inspection of one draft by several threads.
private final class SplitInspection: Sendable {
  /// The groups of checks in the order in which they are begun: the longest, that of sentences, first.
  private static let order = [1, 0, 2, 3]

  private let draft: Draft
  private let unitSlips: [TableUnits.Slip]
  private let book: RuleBook
  private let options: LintOptions
  private let outline: DraftOutline
  private let kind: DocumentKind
  private let begun = Atomic(0)
  private let found = Mutex([[Finding]](repeating: [], count: Linter.groups.count))

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

  /// The profile that the draft is judged by.
  var profile: String? { kind.profile?.id }

  /// What was found, in the order in which one thread would find it.
  var findings: [Finding] { found.withLock { $0.flatMap(\.self) } }

  /// Runs groups of checks until all are begun.
  func work() {
    while true {
      let place = begun.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < Self.order.count else { return }
      let group = Self.order[place]
      let findings = run(Linter.groups[group])
      found.withLock { $0[group] = findings }
    }
  }

  private func run(_ checks: [Check]) -> [Finding] {
    draft.text.units.withUnsafeBufferPointer { units in
      var inspection = Inspection(
        draft: draft, units: units, book: book, options: options, outline: outline, kind: kind)
      inspection.unitSlips = unitSlips
      inspection.run(checks)
      return inspection.findings
    }
  }
}
