/// What was found out about one claim alone while claims were bound to tables.
struct BoundClaim: Sendable {
  /// What came of the search of all rows for a figure.
  enum Search: UInt8 {
    case none
    case done
    /// So many searches were made for claims before it that none was made for this one.
    case cutOff
  }

  var reading: ClaimReading?
  var binding: Binding?
  /// No table has its name: whether its label is that of an item (项, 款), or of a part of a list.
  var isUnnamedItem: Bool?
  /// The cells of its name confirm it, and so the list that it is a part of.
  var confirmsList = false
  /// The cells that state it if nothing was carried over.
  var likely: [CellPlace]?
  /// What it asked the tables for.
  var asked = AskedFigures()
  var search = Search.none
  /// Which cells must state it was told by the figures of others.
  var weighsFigures = false
  /// What was found of its figure, if no table has its name.
  var stranger: Stranger?

  /// Where the figure of a claim stands that no table names.
  struct Stranger {
    /// The row of another name that has it.
    var other: CellPlace?
    /// The first table with a cell that has its name, or -1; asked for where there is such a row.
    var table = -1
  }
}

/// The rows and measures that a claim asked the tables for: while these are what they were, its binding is.
struct AskedFigures: Sendable {
  /// The keys of names and codes, 0 where there is none.
  private var rows = SIMD4<UInt64>()
  private var count = 0
  /// The measure it asked for, if it was one.
  private var measure: FigureConcept?
  private var isOfSeveral = false

  mutating func note(row key: UInt64) {
    guard count == 0 || (0..<Swift.min(count, 4)).allSatisfy({ rows[$0] != key }) else { return }
    if count < 4 { rows[count] = key }
    count += 1
  }

  mutating func note(_ measure: FigureConcept) {
    isOfSeveral = isOfSeveral || self.measure.map { $0 != measure } ?? false
    self.measure = measure
  }

  /// Tells whether something that it asked for may be other than it was.
  func concerns(_ changed: ChangedRows) -> Bool {
    if concernsRows(changed) { return true }
    guard let measure, !changed.measures.isEmpty else { return false }
    return isOfSeveral
      || changed.measures.contains { $0 == measure || !measure.isEmpty && $0.isSuperset(of: measure) }
  }

  /// Tells whether a row that it asked for, or should be taken to have asked for, may be other than it was.
  func concernsRows(_ changed: ChangedRows) -> Bool {
    guard count <= 4 else { return true }
    for at in 0..<count where changed.has(rows[at]) { return true }
    return false
  }

  /// The key of a code among those of names.
  static func key(ofCode code: Int64) -> UInt64 {
    UInt64(bitPattern: code) &* 0x9E37_79B9_7F4A_7C15 ^ 0x5BD1_E995_5BD1_E995
  }
}

/// What was found out about each claim of a draft, for the next binding after an edit.
struct BoundClaims: Sendable {
  /// For each claim, what was found; which claim it was when it was read, its reading and binding say, and not which it is.
  var claims: [BoundClaim] = []
  /// The draft has carry-overs.
  var hasCarry = false
}

/// What can be taken over of the last binding: the names of the unit are what they were.
final class KnownBindings {
  let figures: FigureIndex
  let same: SamePassages
  let former: Claims
  let formerDraft: Draft
  let draft: Draft
  let edit: DraftEdit
  /// What the edit changed.
  let changed: DraftParts

  init(_ known: ProseMemory.Known, _ same: SamePassages, _ draft: Draft) {
    (figures, former) = (known.notes.figures, known.notes.claims)
    (formerDraft, edit, changed) = (known.former, known.edit, known.changed)
    (self.same, self.draft) = (same, draft)
  }

  /// Neither a table nor what names it was touched.
  var areTablesSame: Bool { changed.isDisjoint(with: [.titles, .captions, .tables]) }

  /// The claim that a claim was, if its passage, its lists and the headings above it are what they were.
  func former(_ claim: Int, of claims: Claims) -> Int? {
    let passage = claims.claims[claim].passage
    guard let index = same.former(of: passage, claimsBefore: 0, passagesBefore: 0),
      former.passages.indices.contains(index),
      isSamePath(former.passages[index].section, claims.passages[passage].section)
    else { return nil }
    let distance = claim - claims.passages[passage].claims.lowerBound
    let former = former.passages[index].claims.lowerBound + distance
    return figures.bound.claims.indices.contains(former) ? former : nil
  }

  /// Tells whether all headings above two sections are the same.
  private func isSamePath(_ before: Int, _ now: Int) -> Bool {
    if before == now, !changed.contains(.titles) { return true }
    var (old, own) = (Optional(before), Optional(now))
    while let section = old, let other = own {
      guard formerDraft.sections.indices.contains(section), draft.sections.indices.contains(other),
        isSameHeading(formerDraft.sections[section].heading, draft.sections[other].heading)
      else { return false }
      (old, own) = (formerDraft.sections[section].parent, draft.sections[other].parent)
    }
    return old == nil && own == nil
  }

  private func isSameHeading(_ before: Int?, _ now: Int?) -> Bool {
    guard let before, let now else { return before == nil && now == nil }
    let (old, own) = (formerDraft.headings[before], draft.headings[now])
    return edit.moved(old.slice) == own.slice && edit.moved(old.title) == own.title
      && (old.rank > 0) == (own.rank > 0)
  }
}

extension ProseMemory {
  /// What the last reading knows of the bindings of passages that are the same.
  func bindings(
    _ same: SamePassages?, _ draft: Draft, names: [Slice], _ units: Units
  ) -> KnownBindings? {
    guard let known, let same, areSame(names: names, units) else { return nil }
    return KnownBindings(known, same, draft)
  }
}
