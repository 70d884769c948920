import LintCore

/// Finds what an amount at a place of a sentence would have to be.
///
/// An amount that no table states is put there, and the cells that it is then held against are those that are meant.
struct AmountProbe {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  /// An amount with digits that no table has.
  private static let amount = "73918264.57万元"

  /// The cells that an amount in place of a range of bytes would repeat.
  ///
  /// - Complexity: O(n) in the length of the draft, which is read again.
  func cells(at range: ByteRange) -> [CellPlace] {
    let bytes = draft.source.bytes
    guard range.lower >= 0, range.lower <= range.upper, range.upper <= bytes.count else { return [] }
    let probe = Draft(SourceText(bytes[..<range.lower] + Array(Self.amount.utf8) + bytes[range.upper...]))
    let facts = DraftFacts(probe)
    for binding in facts.figures.bindings where binding.outcome == .differs {
      let claim = facts.claims.claims[binding.claim]
      if probe.range(claim.figure).lower == range.lower { return binding.cells }
    }
    return []
  }
}
