/// One figure that a sentence states, with what it says of which other figure.
package struct Claim: Sendable {
  /// What a figure is in its sentence.
  package enum Role: UInt8, Sendable {
    /// A whole or a part: 基本支出185.88万元
    case amount
    /// 增加45.25万元
    case change
    /// 增长18.8%
    case rate
    /// 占68.84%
    case share
    /// 完成预算100%
    case completion
    /// 比上年的200万元…: the figure of another year, or of the other side of a comparison
    case prior
    /// Said in passing: in a reason, about an average, as a threshold.
    case mention
  }

  package var role: Role
  /// The text unit (paragraph or heading with figures) it stands in, an index into ``Claims/passages``.
  package var passage: Int
  /// The sentence of the passage, counted from 0.
  package var sentence: Int
  /// The words before the figure in its clause.
  package var label: Slice
  /// The digits with their unit.
  package var figure: Slice
  /// The digits alone.
  package var digits: Slice
  package var amount: Amount
  package var unit: FigureUnit
  /// What the label speaks of.
  package var concept: FigureConcept
  /// How many ideographs of the label belong to no word of the lexicon.
  package var rest: Int
  /// +1 for growth, -1 for decline, 0 for neither or not said.
  package var direction = 0
  /// The word that gives the direction, or that says 占, 完成预算.
  package var word = Slice(0, 0)
  /// For a change: the words before the comparison, its own subject.
  ///
  /// For a share: what it is a share of.
  package var base = Slice(0, 0)
  /// For a comparison: the words between 比 and the direction.
  package var compared = Slice(0, 0)
  /// What a bare 支出决算为 speaks of: the last label of the passage that named something.
  package var topic = Slice(0, 0)
  /// The claim this one speaks of: the amount of a share, the change of a rate; -1 if none.
  package var subject = -1
  /// The list in which the claim is a part, or -1.
  package var list = -1
  /// The year stated with it, or 0.
  package var year = 0
  /// 约, 余, 以上: not to be judged exactly.
  package var isRough = false
  /// No unit stands behind a figure that must have one.
  package var lacksUnit = false
}

/// A whole with its parts: 其中, 包括, 主要用于, or the items below a lead-in.
package struct ClaimList: Sendable {
  /// The claim of the whole, or -1.
  package var whole: Int
  /// Other claims that may be meant as the whole.
  package var otherWholes: [Int]
  package var parts: [Int]
  /// 其中, 包括 ...
  package var marker: Slice
  /// 等 or 主要 says that the list may not be complete.
  package var isOpen = false
  /// The parts are list items in paragraphs of their own.
  package var isAcrossParagraphs = false
  /// The parts stand in brackets behind the whole, or behind 即 or 由: their names are of no table.
  package var isAside = false
  /// Figures beside the parts of another list: they may overlap.
  package var isCompanion = false
  /// The strongest separator between parts.
  package var level = 0
}

/// A paragraph, or a heading that states figures, as the claims of a draft see it.
package struct Passage: Sendable {
  package var slice: Slice
  /// The index of the paragraph in ``Draft/paragraphs``, or -1.
  package var paragraph = -1
  package var section: Int
  package var ordinal: Ordinal?
  package var tokens: Range<Int>
  package var claims: Range<Int>
  /// The passage ends in words that announce items: 其中：, 包括：.
  package var announces = false
  /// It stands in an attachment (附件, 自评报告).
  package var isAttachment = false
  /// It tells of work done or explains terms: its figures are no claims about the budget.
  package var isAside = false
  /// It is a heading.
  package var isHeading = false
}

/// What the sentences of a draft claim.
///
/// Everything that checks, hover and references need of the prose: figures with their roles, lists with their
/// wholes, and the tokens they were read from.
package struct Claims: Sendable {
  package var tokens: [FigureToken] = []
  package var passages: [Passage] = []
  package var claims: [Claim] = []
  package var lists: [ClaimList] = []
  /// The year of the document, or 0 if it does not say.
  package var year = 0
  /// The decimals that money figures of the prose have, 0 to 2.
  package var decimals = 0
  /// What the sections are to the claims.
  var kinds = SectionKinds()
  /// The draft is one of final accounts (决算).
  package var isFinal = false

  /// Reads the claims of a draft.
  ///
  /// - Complexity: O(n) in the length of the prose.
  package init(_ draft: Draft) {
    self = draft.text.units.withUnsafeBufferPointer { Claims(draft, $0) }
  }

  init(_ draft: Draft, _ units: Units) { (self, _, _) = Self.read(draft, units, after: nil) }

  /// Reads the claims of a draft, as far as possible from memory; with a memory also what the next reading can take
  /// over.
  static func read(
    _ draft: Draft, _ units: Units, after memory: ProseMemory?
  ) -> (claims: Claims, notes: PassageNotes?, areKnown: Bool) {
    if let known = memory?.claims(of: draft) { return (known.claims, known.notes, true) }
    var reader = ClaimReader(draft: draft, units: units, after: memory)
    reader.run()
    return (reader.out, reader.notes, false)
  }

  init() {}

  /// How many tokens and claims are read at most: ten times what the longest real draft holds.
  ///
  /// Some questions go through all claims before another, so a text made to hold millions must not be read to its end.
  static let maximumTokens = 200_000
  static let maximumClaims = 6_000

  /// The index of the first token at or behind a position.
  ///
  /// - Complexity: O(log n) in the number of tokens of the passage.
  func token(at position: Int, in passage: Passage) -> Int {
    var low = passage.tokens.lowerBound
    var high = passage.tokens.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].lower) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The passage that states the figures of an item which this one only names: 1、…（项）。 and 年初预算为… below it.
  func continuation(of passage: Int) -> Int? {
    let next = passage + 1
    guard passages.indices.contains(passage), passages.indices.contains(next), passages[next].ordinal == nil,
      let first = passages[next].claims.first, !claims[first].topic.isEmpty,
      passages[passage].slice.lower <= claims[first].topic.lower,
      claims[first].topic.upper <= passages[passage].slice.upper
    else { return nil }
    return next
  }

  /// Adds a list without a whole: amounts, each with its share in the claim after it.
  mutating func addShares(of parts: [Int], level: Int) {
    guard let first = parts.first else { return }
    var list = ClaimList(whole: -1, otherWholes: [], parts: parts, marker: claims[first].label)
    list.level = level
    for part in parts {
      claims[part].list = lists.count
      claims[part + 1].list = lists.count
    }
    lists.append(list)
  }

  /// The claims of one passage.
  func claims(of passage: Int) -> ArraySlice<Claim> { claims[passages[passage].claims] }
}
