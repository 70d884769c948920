import Synchronization

/// What the checks of sentences share: the claims, and the figures of the tables that they are bound to.
final class Prose: Sendable {
  /// The figures of the tables, with the claims bound to them.
  let figures: FigureIndex
  /// What the sentences claim, in the units that are meant.
  let claims: Claims
  /// What the next reading can take over; `nil` if there will be none.
  let notes: ProseNotes?
  /// The passages that claim what they did at the last reading.
  let same: SamePassages
  /// What of the claims and their bindings is other than at the last reading.
  let changed: DraftParts
  /// The rows of tables that are others than at the last reading; `nil` if that is not known.
  let changedRows: ChangedRows?

  /// Takes claims that nothing of the tables is held against.
  init(unbound claims: Claims) {
    figures = FigureIndex()
    notes = nil
    same = SamePassages()
    changed = .all
    changedRows = nil
    self.claims = claims
  }

  /// Reads the prose of a draft, as far as possible from memory.
  init(_ draft: Draft, _ units: Units, after memory: ProseMemory? = nil) {
    let (claims, passages, areKnown) = Claims.read(draft, units, after: memory)
    var changed: DraftParts = [.claims, .bindings]
    if areKnown || memory?.holds(claims, draft) ?? false { changed = .bindings }
    let known = changed == .bindings ? memory?.figures() : nil
    let same = memory?.same(as: claims, draft, isSame: changed == .bindings)
    var figures =
      known
      ?? FigureIndex(
        draft, claims, units, after: memory,
        memory?.bindings(same, draft, names: passages?.names ?? [], units))
    changedRows = known == nil ? figures.takeChangedRows() : ChangedRows()
    if known != nil || changed == .bindings && memory?.holds(bindingsOf: figures, draft) ?? false {
      changed = []
    }
    self.figures = figures
    self.changed = changed
    let meant = NarrativeContext.mended(claims, figures, draft)
    self.same = same.flatMap { memory?.meant($0, meant) } ?? SamePassages()
    notes = passages.map { ProseNotes(passages: $0, claims: claims, meant: meant, figures: figures) }
    self.claims = meant
  }
}

/// What two threads that inspect a draft share: the first that asks makes it, the other waits, but not forever.
///
/// A thread may be put to sleep in the middle of its work for longer than all of it takes.
final class Shared<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let patience: Duration?

  /// Creates a place for a value that a thread waits for so long before it makes one of its own.
  init(patience: Duration? = nil) { self.patience = patience }

  /// The value, made now if nobody has asked before.
  func read(_ make: () -> Value) -> Value {
    guard let patience else { return value.withLock { Self.fill(&$0, make) } }
    if let value = value.withLockIfAvailable({ Self.fill(&$0, make) }) { return value }
    let deadline = ContinuousClock.now + patience
    while ContinuousClock.now < deadline {
      if let value = value.withLockIfAvailable({ Self.fill(&$0, make) }) { return value }
    }
    return make()
  }

  private static func fill(_ value: inout Value?, _ make: () -> Value) -> Value {
    if let value { return value }
    let made = make()
    value = made
    return made
  }
}
