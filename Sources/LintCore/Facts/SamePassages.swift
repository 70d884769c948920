/// Which passages claim what they claimed before the last edit, and how many claims right before them do too.
///
/// A passage is the same if its text was not touched, it stands under the same heading, and it claims the same; so do all
/// parts of the lists that it holds parts or the whole of.
struct SamePassages: Sendable {
  /// For each passage, the one of the former state that it was, or -1.
  private(set) var former: [Int] = []
  /// For each passage, how much further down its claims stand than before; empty if none has moved.
  private var shifts: [Int] = []
  /// For each passage, how many passages in one row before it are the same, and how many claims they have; `Int.max` if
  /// all are.
  private var before: [(passages: Int, claims: Int)] = []

  /// Begins with no passage known.
  init() {}

  /// All of so many passages are what they were.
  init(all count: Int) {
    former = Array(0..<count)
    before = [(passages: Int, claims: Int)](repeating: (.max, .max), count: count)
  }

  /// Compares what two states claim, with the units that tables show to be meant.
  ///
  /// - Complexity: O(n) in the number of claims.
  init(_ before: Claims, of formerDraft: Draft, _ now: Claims, of draft: Draft, _ edit: DraftEdit) {
    guard before.year == now.year, before.isFinal == now.isFinal, before.decimals == now.decimals else {
      return
    }
    var comparison = PassageComparison(before, formerDraft, now, draft, edit)
    former = comparison.run()
    shifts = zip(former, now.passages).map { index, passage in
      index < 0 ? 0 : passage.claims.lowerBound - before.passages[index].claims.lowerBound
    }
    self.before.reserveCapacity(former.count)
    var (row, last) = ((passages: Int.max, claims: Int.max), -1)
    for (passage, index) in former.enumerated() {
      if index < 0 || index != last + 1 { row = (0, 0) }
      self.before.append(row)
      if row.passages != .max {
        row = index < 0 ? (0, 0) : (row.passages + 1, row.claims + now.passages[passage].claims.count)
      }
      last = index
    }
  }

  /// The passage that a passage was before, if it and so many claims and passages before it are the same.
  func former(of passage: Int, claimsBefore claims: Int, passagesBefore passages: Int) -> Int? {
    guard former.indices.contains(passage), former[passage] >= 0, before[passage].claims >= claims,
      before[passage].passages >= passages
    else { return nil }
    return former[passage]
  }

  /// The claim that a claim was before, if its passage is the same.
  func former(ofClaim claim: Int, in passage: Int) -> Int? {
    guard former.indices.contains(passage), former[passage] >= 0 else { return nil }
    return shifts.isEmpty ? claim : claim - shifts[passage]
  }
}

/// The comparison of what two states of a draft claim, passage by passage.
private struct PassageComparison {
  let before: Claims
  let formerDraft: Draft
  let now: Claims
  let draft: Draft
  let edit: DraftEdit
  /// Where the claims of touched passages begin, where they ended before, and how far those behind them moved.
  private var firstTouched = 0
  private var formerEnd = 0
  private var shift = 0
  /// For each passage now, the one before with the same text, heading and claims, whatever their lists are.
  private var alike: [Int] = []
  /// What is known of each list: not asked, the same, or not the same.
  private var lists: [Int8]

  init(_ before: Claims, _ formerDraft: Draft, _ now: Claims, _ draft: Draft, _ edit: DraftEdit) {
    (self.before, self.formerDraft, self.now, self.draft, self.edit) = (before, formerDraft, now, draft, edit)
    lists = [Int8](repeating: 0, count: now.lists.count)
    let untouched = before.passages.firstIndex { edit.moved($0.slice) == nil } ?? before.passages.count
    let behind = before.passages[untouched...].firstIndex { edit.moved($0.slice) != nil }
    firstTouched =
      untouched < before.passages.count ? before.passages[untouched].claims.lowerBound : before.claims.count
    formerEnd = behind.map { before.passages[$0].claims.lowerBound } ?? before.claims.count
    shift = now.claims.count - before.claims.count
  }

  mutating func run() -> [Int] {
    alike = edit.matches(
      former: before.passages.count, at: { before.passages[$0].slice },
      now: now.passages.count, at: { now.passages[$0].slice },
      isSame: { isAlike(before.passages[$0], now.passages[$1]) })
    var former = alike
    for index in now.lists.indices {
      let list = now.lists[index]
      guard list.whole >= 0, !isSame(list: index, depth: 0) else { continue }
      former[now.claims[list.whole].passage] = -1
    }
    for (index, claim) in now.claims.enumerated()
    where former[claim.passage] >= 0 && !hasSameList(index, depth: 0) {
      former[claim.passage] = -1
    }
    return former
  }

  private func isAlike(_ old: Passage, _ passage: Passage) -> Bool {
    guard old.ordinal == passage.ordinal, old.announces == passage.announces,
      old.isAttachment == passage.isAttachment, old.isAside == passage.isAside,
      old.isHeading == passage.isHeading, old.claims.count == passage.claims.count,
      old.tokens.count == passage.tokens.count,
      edit.isSame(formerDraft.heading(ofSection: old.section), draft.heading(ofSection: passage.section))
    else { return false }
    return zip(old.claims, passage.claims).allSatisfy { index, other in
      let (claim, now) = (before.claims[index], now.claims[other])
      return moved(claim.subject) == now.subject && (claim.list < 0) == (now.list < 0)
        && claim.isSame(as: now, edit)
    }
  }

  /// Where a claim of the former state stands now; -1 if there is none, `nil` if its passage was touched.
  private func moved(_ claim: Int) -> Int? {
    if claim < firstTouched { return claim }
    return claim >= formerEnd ? claim + shift : nil
  }

  /// Tells whether a claim is a part of the list that it was a part of.
  private mutating func hasSameList(_ claim: Int, depth: Int) -> Bool {
    guard let former = formerIndex(claim) else { return false }
    let list = now.claims[claim].list
    return list < 0 ? before.claims[former].list < 0 : isSame(list: list, depth: depth)
  }

  /// Tells whether a list holds what it held, and so do the lists that its whole is a part of.
  private mutating func isSame(list: Int, depth: Int) -> Bool {
    guard depth < 8, lists.indices.contains(list) else { return false }
    if lists[list] == 0 {
      let whole = now.lists[list].whole
      let former = now.lists[list].parts.first.flatMap(formerIndex).map { before.claims[$0].list } ?? -1
      let isSame =
        before.lists.indices.contains(former) && holds(before.lists[former], now.lists[list])
        && (whole < 0 || hasSameList(whole, depth: depth + 1))
      lists[list] = isSame ? 1 : -1
    }
    return lists[list] > 0
  }

  private func holds(_ old: ClaimList, _ list: ClaimList) -> Bool {
    func isSame(_ former: Int, _ claim: Int) -> Bool {
      former < 0 ? claim < 0 : moved(former) == claim && formerIndex(claim) == former
    }
    return edit.moved(old.marker) == list.marker && isSame(old.whole, list.whole)
      && old.otherWholes.count == list.otherWholes.count && old.parts.count == list.parts.count
      && zip(old.otherWholes, list.otherWholes).allSatisfy(isSame)
      && zip(old.parts, list.parts).allSatisfy(isSame)
      && old.isOpen == list.isOpen && old.isAcrossParagraphs == list.isAcrossParagraphs
      && old.isAside == list.isAside && old.isCompanion == list.isCompanion && old.level == list.level
  }

  /// The claim of the former state that a claim was, if its passage is alike.
  private func formerIndex(_ claim: Int) -> Int? {
    guard now.claims.indices.contains(claim) else { return nil }
    let passage = now.claims[claim].passage
    guard alike.indices.contains(passage), alike[passage] >= 0 else { return nil }
    return before.passages[alike[passage]].claims.lowerBound + claim - now.passages[passage].claims.lowerBound
  }
}

extension ProseMemory {
  /// The passages that claim what they did, before tables are asked what units are meant; `isSame` says that all do.
  func same(as claims: Claims, _ draft: Draft, isSame: Bool) -> SamePassages? {
    guard let known else { return nil }
    let before = known.notes.claims
    if isSame, known.changed.isDisjoint(with: [.titles, .captions, .prose]),
      before.passages.count == claims.passages.count
    {
      return SamePassages(all: claims.passages.count)
    }
    return SamePassages(before, of: known.former, claims, of: draft, known.edit)
  }

  /// Those of the same passages that claim the same in the units that are meant: mostly all, else none.
  func meant(_ same: SamePassages, _ claims: Claims) -> SamePassages {
    guard let known else { return SamePassages() }
    let before = known.notes.meant
    let areSame = zip(same.former, claims.passages).allSatisfy { former, passage in
      guard former >= 0 else { return true }
      let own = before.passages[former].claims
      return own.count == passage.claims.count
        && zip(own, passage.claims).allSatisfy { before.claims[$0].unit == claims.claims[$1].unit }
    }
    return areSame ? same : SamePassages()
  }
}
