/// What was found out about one claim alone while claims were bound to tables.
struct BoundClaim: Sendable {
  var reading: ClaimReading?
  var binding: Binding?
  /// No table has its name: whether its label is that of an item (项, 款), or of a part of a list.
  var isUnnamedItem: Bool?
  /// The cells of its name confirm it, and so the list that it is a part of.
  var confirmsList = false
  /// The cells that state it if nothing was carried over.
  var likely: [CellPlace]?
}

/// What was found out about each claim of a draft, for the next binding after an edit of its text.
struct BoundClaims: Sendable {
  var claims: [BoundClaim] = []
  /// The draft has carry-overs.
  var hasCarry = false
  /// So many rows were searched for figures that the last claims were not looked for any more.
  var isCutOff = false

  /// What is known of a claim that was the claim `former` before, as that of the claim it is now.
  func known(_ former: Int, as claim: Int) -> BoundClaim? {
    guard claims.indices.contains(former) else { return nil }
    var known = claims[former]
    known.reading?.claim = claim
    known.binding?.claim = claim
    return known
  }
}

/// What can be taken over of the last binding: no table, title or heading was touched, and the names of the unit are
/// what they were.
struct KnownBindings {
  let bound: BoundClaims
  let same: SamePassages
  let former: Claims

  /// What is known of a claim, if its passage and its lists are what they were.
  func claim(_ claim: Int, of claims: Claims) -> BoundClaim? {
    let passage = claims.claims[claim].passage
    guard let index = same.former(of: passage, claimsBefore: 0, passagesBefore: 0),
      former.passages.indices.contains(index)
    else { return nil }
    let distance = claim - claims.passages[passage].claims.lowerBound
    return bound.known(former.passages[index].claims.lowerBound + distance, as: claim)
  }
}

extension ProseMemory {
  /// What the last reading knows of the bindings of passages that are the same.
  func bindings(_ same: SamePassages?, names: [Slice], _ units: Units) -> KnownBindings? {
    guard let known, let same, known.changed.isDisjoint(with: [.titles, .captions, .tables]),
      areSame(names: names, units)
    else { return nil }
    return KnownBindings(bound: known.notes.figures.bound, same: same, former: known.notes.claims)
  }
}
