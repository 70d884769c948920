/// What the reading of the prose of a document keeps for the next one.
struct ProseNotes: Sendable {
  let passages: PassageNotes
  /// The claims as they were read, before tables told what units are meant.
  let claims: Claims
  /// The claims in the units that are meant.
  let meant: Claims
  let figures: FigureIndex
}

/// What is known of the prose of a document from before an edit.
struct ProseMemory: Sendable {
  /// The former state with what was noted down about it, the edit and what it changed.
  final class Known: Sendable {
    let former: Draft
    let notes: ProseNotes
    let edit: DraftEdit
    let changed: DraftParts

    init(_ former: Draft, _ notes: ProseNotes, _ edit: DraftEdit, _ changed: DraftParts) {
      (self.former, self.notes, self.edit, self.changed) = (former, notes, edit, changed)
    }
  }

  /// What is known; `nil` at the first reading.
  let known: Known?

  /// The passages as they were read before, if the names of the unit have not changed.
  func passages(_ names: EntityNames, _ units: Units) -> KnownPassages? {
    guard let known, areSame(names: names.names, units) else { return nil }
    return KnownPassages(notes: known.notes.passages, edit: known.edit)
  }

  /// Tells whether the unit has the names that it had.
  func areSame(names: [Slice], _ units: Units) -> Bool {
    guard let known else { return false }
    return known.notes.passages.names.elementsEqual(names) { before, now in
      known.former.text.units[before.indices].elementsEqual(units[now.indices])
    }
  }

  /// The sides and measures of a table as they were indexed before.
  func indexed(_ table: Table, _ claims: Claims) -> FigureIndex.IndexedTable? {
    guard let known, let former = table.former, known.former.tables.indices.contains(former),
      known.former.tables[former].unit == table.unit, known.notes.passages.claims.year == claims.year,
      known.notes.passages.claims.isFinal == claims.isFinal
    else { return nil }
    return known.notes.figures.table(former)
  }
}

/// The passages of a draft as they were read, before items were put together to lists over several of them.
///
/// What a passage claims follows from its text, its number, the item named before it, the names of the unit, and the
/// year and kind of the draft.
struct PassageNotes: Sendable {
  private(set) var names: [Slice]
  var claims = Claims()
  /// For each passage, the item that was named before it.
  private(set) var topics: [Slice] = []
  /// For each passage, how many lists there were before it.
  private var firstLists: [Int] = []

  init(names: [Slice]) { self.names = names }

  /// Notes down a passage that was read.
  mutating func add(topic: Slice, firstList: Int) {
    topics.append(topic)
    firstLists.append(firstList)
  }

  /// Moves all to where it stands after an edit that touched no passage; tells whether all could be moved.
  mutating func move(by edit: DraftEdit, tokensOf moved: Claims) -> Bool {
    edit.move(&names) && edit.move(&topics) && claims.move(by: edit, tokensOf: moved)
  }

  /// The lists of a passage.
  func lists(of passage: Int) -> ArraySlice<ClaimList> {
    let end = passage + 1 < firstLists.count ? firstLists[passage + 1] : claims.lists.count
    return claims.lists[firstLists[passage]..<end]
  }
}

/// The passages of the former state of a draft, taken over one after another.
struct KnownPassages {
  let notes: PassageNotes
  let edit: DraftEdit
  /// The passage that comes next.
  private var next = 0
  /// How many of the last passages claim what they did, one after another as before.
  private var same = 0
  /// The one of the former state that the last of them was.
  private var last = -1
  /// The passage of the former state that has the words of the one that is read.
  private var current: Int?

  init(notes: PassageNotes, edit: DraftEdit) {
    self.notes = notes
    self.edit = edit
  }

  /// Copies the claims of a passage that an edit has not touched, and tells whether it announces items.
  mutating func copy(_ passage: Passage, _ topic: Slice, to out: inout Claims) -> Bool? {
    current = index(of: passage, topic)
    if current != last + 1 { same = 0 }
    guard let index = current, stands(index, as: passage, out) else { return nil }
    let before = notes.claims.passages[index]
    guard out.claims.count + before.claims.count < Claims.maximumClaims,
      notes.claims.claims.count < Claims.maximumClaims
    else { return nil }
    let distance = passage.slice.lower - before.slice.lower
    let lists = notes.lists(of: index)
    let (claimShift, listShift) = (
      out.claims.count - before.claims.lowerBound, out.lists.count - lists.startIndex
    )
    defer { (same, last, current) = (same + 1, index, nil) }
    if distance == 0, claimShift == 0, listShift == 0, index == out.passages.count {
      // All stands where it stood.
      out.tokens += notes.claims.tokens[before.tokens]
      out.claims += notes.claims.claims[before.claims]
      out.lists += lists
      return before.announces
    }
    let shift = Int32(truncatingIfNeeded: distance)
    for var token in notes.claims.tokens[before.tokens] {
      token.move(shift)
      out.tokens.append(token)
    }
    for var claim in notes.claims.claims[before.claims] {
      claim.passage = out.passages.count
      claim.move(distance, claims: claimShift, lists: listShift)
      out.claims.append(claim)
    }
    for var list in lists {
      list.move(distance, claims: claimShift)
      out.lists.append(list)
    }
    return before.announces
  }

  /// Tells whether the passages before one that its lists look back at are those of the former state.
  private func stands(_ index: Int, as passage: Passage, _ out: Claims) -> Bool {
    let wanted = Swift.min(PassageReader.reach, Swift.max(index, out.passages.count))
    guard same >= wanted else { return false }
    let section = notes.claims.passages[index].section
    return (0..<wanted).allSatisfy { back in
      (notes.claims.passages[index - 1 - back].section == section)
        == (out.passages[out.passages.count - 1 - back].section == passage.section)
    }
  }

  /// Takes note of a passage that was read anew: whether it has the words of one before, and claims the same.
  mutating func compare(with out: Claims, _ claims: Range<Int>, firstList: Int) {
    guard let index = current else {
      (same, last) = (0, -1)
      return
    }
    current = nil
    let before = notes.claims.passages[index]
    let lists = notes.lists(of: index)
    let (claimShift, listShift) = (claims.lowerBound - before.claims.lowerBound, firstList - lists.startIndex)
    let isSame =
      notes.claims.claims[before.claims].elementsEqual(out.claims[claims]) {
        $0.claims(what: $1, claims: claimShift, lists: listShift)
      }
      && lists.elementsEqual(out.lists[firstList...]) { $0.holds(what: $1, claims: claimShift) }
    (same, last) = (isSame ? same + 1 : 0, index)
  }

  /// The index of a passage in the former state, if neither it nor the item named before it was touched.
  private mutating func index(of passage: Passage, _ topic: Slice) -> Int? {
    while next < notes.claims.passages.count {
      let before = notes.claims.passages[next]
      guard let moved = edit.moved(before.slice), moved.lower >= passage.slice.lower else {
        next += 1
        continue
      }
      let named = notes.topics[next].moved(moved.lower - before.slice.lower)
      guard moved == passage.slice, named == topic, topic.isEmpty || edit.moved(notes.topics[next]) == topic,
        before.ordinal == passage.ordinal, before.isHeading == passage.isHeading
      else { return nil }
      next += 1
      return next - 1
    }
    return nil
  }
}

extension FigureToken {
  mutating func move(_ distance: Int32) {
    lower &+= distance
    upper &+= distance
    if digitsUpper != 0 { digitsUpper &+= distance }
  }
}

extension Claim {
  /// Tells whether a claim of the same words is read the same, its relations included.
  fileprivate func claims(what other: Claim, claims: Int, lists: Int) -> Bool {
    role == other.role && concept == other.concept && unit == other.unit && year == other.year
      && direction == other.direction && label.count == other.label.count && topic.count == other.topic.count
      && (subject < 0 ? other.subject < 0 : subject + claims == other.subject)
      && (list < 0 ? other.list < 0 : list + lists == other.list)
  }

  fileprivate mutating func move(_ distance: Int, claims: Int, lists: Int) {
    if subject >= 0 { subject += claims }
    if list >= 0 { list += lists }
    guard distance != 0 else { return }
    label = label.moved(distance)
    figure = figure.moved(distance)
    digits = digits.moved(distance)
    word = word.moved(distance)
    base = base.moved(distance)
    compared = compared.moved(distance)
    topic = topic.moved(distance)
  }
}

extension ClaimList {
  /// Tells whether a list of the same words has the same whole and parts.
  fileprivate func holds(what other: ClaimList, claims: Int) -> Bool {
    (whole < 0 ? other.whole < 0 : whole + claims == other.whole)
      && otherWholes.elementsEqual(other.otherWholes) { $0 + claims == $1 }
      && parts.elementsEqual(other.parts) { $0 + claims == $1 }
      && isOpen == other.isOpen && isAcrossParagraphs == other.isAcrossParagraphs
      && isAside == other.isAside && isCompanion == other.isCompanion && level == other.level
  }

  fileprivate mutating func move(_ distance: Int, claims: Int) {
    if whole >= 0 { whole += claims }
    for index in otherWholes.indices { otherWholes[index] += claims }
    for index in parts.indices { parts[index] += claims }
    marker = marker.moved(distance)
  }
}
