import Synchronization

/// What the checks of sentences share: the claims, and the figures of the tables that they are bound to.
final class Prose: Sendable {
  /// The figures of the tables, with the claims bound to them.
  let figures: FigureIndex
  /// What the sentences claim, in the units that are meant.
  let claims: Claims

  init(_ draft: Draft, _ units: Units) {
    let claims = Claims(draft, units)
    figures = FigureIndex(draft, claims, units)
    self.claims = NarrativeContext.mended(consume claims, figures, draft)
  }
}

/// What two threads that inspect a draft share: the first that asks makes it, the other waits.
final class Shared<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  /// The value, made now if nobody has asked before.
  func read(_ make: () -> sending Value) -> Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
