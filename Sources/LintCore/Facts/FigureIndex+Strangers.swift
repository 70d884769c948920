/// What is known of the bindings of the former state, and the rows that are others since.
final class FormerBindings {
  let known: KnownBindings
  let changed: ChangedRows

  init(_ known: KnownBindings, _ changed: ChangedRows) { (self.known, self.changed) = (known, changed) }
}

/// What the binder takes over from the last binding.
extension ClaimBinder {
  /// The rows that changed since the last binding; `nil` if the tables are others.
  func changedRows(since known: KnownBindings) -> ChangedRows? {
    known.areTablesSame
      ? ChangedRows() : ChangedRows(known.figures, of: known.formerDraft, index, of: draft, units)
  }

  /// The claim that a claim was, if it asked for nothing that changed.
  func known(_ claim: Int, _ former: FormerBindings) -> Int? {
    guard let known = former.known.former(claim, of: claims) else { return nil }
    let search = former.known.figures.bound.claims[known].search
    if former.known.figures.bound.claims[known].asked.concerns(former.changed) {
      guard isIndifferent(claims.claims[claim], former.known.figures.bound.claims[known], former.changed)
      else { return nil }
    }
    guard search != .none else { return known }
    // Whether a search is made depends on how many were made before.
    guard search == .done, searches < Self.mostSearches,
      !isSearchTouched(claims.claims[claim], former.changed)
    else { return nil }
    searches += 1
    return known
  }

  /// Tells whether a claim that cells of its measure state is stated by the same ones, whatever the other cells of the
  /// measure say now: none of the changed figures is or was near its own.
  private func isIndifferent(_ it: Claim, _ known: BoundClaim, _ changed: ChangedRows) -> Bool {
    guard changed.haveSameNames, !known.weighsFigures, known.binding?.outcome == .agrees,
      !known.asked.concernsRows(changed), let stated = StatedMoney(it)
    else { return false }
    return !changed.hasAnyFigure(in: stated.range(atLeast: changed.coarsest))
  }

  /// Tells whether a row with the figure of a claim changed.
  private func isSearchTouched(_ it: Claim, _ changed: ChangedRows) -> Bool {
    StatedMoney(it).map { changed.hasFigure(in: $0.reach) } ?? false
  }

  // MARK: Strangers

  /// Claims under a name that no table has: the one row with their figure is what they mean.
  func nameless(after former: FormerBindings?) {
    var added: [Binding] = []
    var boundLists: Set<Int> = []
    for claim in bound.claims.indices where bound.claims[claim].confirmsList {
      boundLists.insert(claims.claims[claim].list)
    }
    for claim in bound.claims.indices {
      guard let isItem = bound.claims[claim].isUnnamedItem else { continue }
      let it = claims.claims[claim]
      guard isItem || it.list >= 0 && boundLists.contains(it.list), !it.amount.isZero,
        it.amount.digits.magnitude >= 10
      else { continue }
      let known = bound.claims[claim].stranger.flatMap { stranger in
        former.flatMap { self.known(stranger, it, $0.changed) }
      }
      let stranger = known ?? stranger(it, isAlike: !isItem)
      bound.claims[claim].stranger = stranger
      guard let other = stranger?.other, stranger?.table == -1 else { continue }
      added.append(Binding(claim: claim, outcome: .otherName, cells: [], other: other))
    }
    guard !added.isEmpty else { return }
    bindings = (bindings + added).sorted { $0.claim < $1.claim }
  }

  /// Searches the tables for the figure and for the name of a claim; `nil` if too many searches were made before.
  private func stranger(_ it: Claim, isAlike: Bool) -> BoundClaim.Stranger? {
    guard searches < Self.mostSearches else { return nil }
    let other = otherRow(with: it, than: [], isAlike: isAlike)
    guard other != nil else { return BoundClaim.Stranger() }
    return BoundClaim.Stranger(other: other, table: table(naming: it, of: draft.tables.indices) ?? -1)
  }

  /// What was found of a claim before, if that is what would be found now.
  private func known(
    _ stranger: BoundClaim.Stranger, _ it: Claim, _ changed: ChangedRows
  ) -> BoundClaim.Stranger? {
    guard searches < Self.mostSearches, !isSearchTouched(it, changed) else { return nil }
    var stranger = stranger
    if stranger.other != nil, !changed.tables.isEmpty {
      if stranger.table < 0 {
        stranger.table = table(naming: it, of: changed.tables) ?? -1
      } else if changed.tables.contains(stranger.table) {
        return nil
      }
    }
    searches += 1
    return stranger
  }
}
