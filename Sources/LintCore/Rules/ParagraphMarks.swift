/// What is looked for in the text of each paragraph or table alone, and mostly not there.
enum ParagraphMark: UInt32 {
  case score, project, summary, code, residue, missingFigure, impossibleDate, doubledMark, loneMark
  case repeatedSentence, repeatedName, opening, province, equipment, office, smallFirm, quantity, aspects
  case slip, namedDirection, chapterName, attachment, emptyTables, denial, emptyNote, ordinals, wholly
  case quantityRow, countedFigure, lostMark, countedPhrase
}

/// What a passage and the claims before it decide, and mostly do not find fault with.
enum PassageMark: UInt32 {
  case ratios, changes, sums, pairs, comparisons, gapReason, lists, budgets, listedRows, rowsBegin, rowsEnd
  case reasonBalance, movedParts, divisions
}

/// What the words of a claim and the tables decide, and mostly do not find fault with.
enum ClaimMark: UInt32 {
  case nearCell
}

/// For each of some places, what is known not to stand in it: most checks of texts find nothing in most places, and an
/// edit changes one.
struct PlaceMarks<Mark: RawRepresentable<UInt32>>: Sendable {
  private var missing: [UInt32]

  /// Begins with nothing known of so many places.
  init(count: Int) { missing = [UInt32](repeating: 0, count: count) }

  /// Takes over what is known of places that an edit left as they were; `former` says which they were, or -1.
  init(after known: PlaceMarks, _ former: [Int]) {
    missing = former.map { known.missing.indices.contains($0) ? known.missing[$0] : 0 }
  }

  /// Takes over what is known of so many places at the start and at the end.
  init(_ known: PlaceMarks, head: Int, tail: Int, count: Int) {
    missing = Array(known.missing.prefix(head))
    missing.append(contentsOf: repeatElement(0, count: Swift.max(0, count - head - tail)))
    missing.append(contentsOf: known.missing.suffix(tail))
  }

  /// How many places there are.
  var count: Int { missing.count }

  func isMissing(_ mark: Mark, in place: Int) -> Bool {
    missing.indices.contains(place) && missing[place] & 1 << mark.rawValue != 0
  }

  mutating func note(missing mark: Mark, in place: Int) {
    if missing.indices.contains(place) { missing[place] |= 1 << mark.rawValue }
  }

  /// Makes room for so many places, if there is none.
  mutating func reserve(_ count: Int) {
    if missing.count != count { missing = [UInt32](repeating: 0, count: count) }
  }
}

/// The marks of each paragraph, then of each table, and then of each heading.
typealias ParagraphMarks = PlaceMarks<ParagraphMark>
/// The marks of each passage.
typealias PassageMarks = PlaceMarks<PassageMark>
/// The marks of each claim.
typealias ClaimMarks = PlaceMarks<ClaimMark>

extension DraftEdit {
  /// For each of some places, the one of the former state that stands there now and is the same, or -1; both in the order
  /// of the text.
  func matches(
    former: Int, at formerSlice: (Int) -> Slice, now: Int, at slice: (Int) -> Slice,
    isSame: (_ former: Int, _ now: Int) -> Bool
  ) -> [Int] {
    var next = 0
    return (0..<now).map { place in
      let own = slice(place)
      while next < former {
        guard let moved = moved(formerSlice(next)), moved.lower >= own.lower else {
          next += 1
          continue
        }
        guard moved == own else { return -1 }
        next += 1
        return isSame(next - 1, place) ? next - 1 : -1
      }
      return -1
    }
  }

  /// For each paragraph, the one of the former state that has the same text and number, or -1.
  func sameParagraphs(_ former: Draft, _ draft: Draft) -> [Int] {
    matches(
      former: former.paragraphs.count, at: { former.paragraphs[$0].slice },
      now: draft.paragraphs.count, at: { draft.paragraphs[$0].slice },
      isSame: { former.paragraphs[$0].ordinal == draft.paragraphs[$1].ordinal })
  }

  /// For each heading, the one of the former state that has the same text, as has what stands before it, or -1.
  func sameHeadings(_ former: Draft, _ draft: Draft) -> [Int] {
    matches(
      former: former.headings.count, at: { former.headings[$0].slice },
      now: draft.headings.count, at: { draft.headings[$0].slice }
    ) { before, now in
      let (before, heading) = (former.headings[before], draft.headings[now])
      let around = Slice(max(0, before.slice.lower - Self.reach), before.slice.upper)
      return moved(around) != nil && moved(before.title) == heading.title && before.ordinal == heading.ordinal
    }
  }

  /// How far what is looked for in a heading looks back, in units: to the mark that opens a quotation.
  private static let reach = 64
}

extension Draft {
  /// How many places there are in ``ParagraphMarks``.
  var markedPlaces: Int { markedParts + headings.count }

  /// How many of these places are paragraphs and tables.
  var markedParts: Int { paragraphs.count + tables.count }

  /// The text of one of these places; `nil` for a table without cells.
  func text(ofPart part: Int) -> Slice? {
    if paragraphs.indices.contains(part) { return paragraphs[part].slice }
    if headings.indices.contains(part - markedParts) { return headings[part - markedParts].slice }
    guard tables.indices.contains(part - paragraphs.count),
      let first = tables[part - paragraphs.count].cells.first,
      let last = tables[part - paragraphs.count].cells.last
    else { return nil }
    return Slice(Int(first.lower), Int(last.upper))
  }

  /// For each paragraph, each table and each heading, the one of the former state that has the same text, or -1.
  func sameParts(_ former: Draft, _ edit: DraftEdit) -> [Int] {
    var parts = edit.sameParagraphs(former, self)
    parts.reserveCapacity(markedPlaces)
    for index in tables.indices {
      parts.append(tables[index].former.map { former.paragraphs.count + $0 } ?? -1)
    }
    for index in edit.sameHeadings(former, self) { parts.append(index < 0 ? -1 : former.markedParts + index) }
    return parts
  }
}

extension Inspection {
  /// Runs what looks at the text of one paragraph alone, or of something else (-1), unless it is known to find nothing.
  mutating func look(
    for mark: ParagraphMark, inParagraph paragraph: Int, _ find: (inout Inspection) -> Void
  ) {
    if memory?.marks.isMissing(mark, in: paragraph) ?? false { return }
    let count = findings.count
    find(&self)
    if findings.count == count { memory?.marks.note(missing: mark, in: paragraph) }
  }

  /// Runs what looks at the text of one paragraph alone and leaves to others what they have reported, unless it is known
  /// to find nothing whatever they report.
  mutating func lookBesideOthers(
    for mark: ParagraphMark, inParagraph paragraph: Int, _ find: (inout Inspection) -> Void
  ) {
    if memory?.marks.isMissing(mark, in: paragraph) ?? false { return }
    if memory != nil, !isFound(alone: find) {
      memory?.marks.note(missing: mark, in: paragraph)
      return
    }
    find(&self)
  }

  /// Runs what looks at a passage, the lists that it has to do with, and so many claims and passages before it, and leaves
  /// to others what they have reported, unless all is what it was and nothing was found.
  mutating func look(
    for mark: PassageMark, inPassage passage: Int, claimsBefore claims: Int = 0,
    passagesBefore passages: Int = 0,
    _ context: NarrativeContext, _ find: (inout Inspection) -> Void
  ) {
    guard memory != nil else { return find(&self) }
    memory?.passages.reserve(context.claims.passages.count)
    let former = context.same.former(of: passage, claimsBefore: claims, passagesBefore: passages)
    if former.map({ memory?.wasMissing(mark, inPassage: $0) ?? false }) ?? false || !isFound(alone: find) {
      memory?.passages.note(missing: mark, in: passage)
    } else {
      find(&self)
    }
  }

  /// Tells whether something was not found in a passage of the former state.
  func wasMissing(_ mark: PassageMark, inPassage passage: Int) -> Bool {
    memory?.wasMissing(mark, inPassage: passage) ?? false
  }

  /// Runs what looks at one list that has a whole, its passages, and some before that of the whole, unless all is what it
  /// was and nothing was found.
  mutating func look(
    for mark: PassageMark, atLists context: NarrativeContext, passagesBefore passages: Int = 0,
    _ find: (Int, inout Inspection) -> Void
  ) {
    let lists = context.claims.lists
    memory?.passages.reserve(context.claims.passages.count)
    var faulty: Set<Int> = []
    for (index, list) in lists.enumerated() where list.whole >= 0 {
      let passage = context[list.whole].passage
      if let former = context.same.former(of: passage, claimsBefore: 0, passagesBefore: passages),
        memory?.wasMissing(mark, inPassage: former) ?? false
      {
        continue
      }
      let count = findings.count
      find(index, &self)
      if findings.count > count { faulty.insert(passage) }
    }
    guard memory != nil else { return }
    for list in lists where list.whole >= 0 && !faulty.contains(context[list.whole].passage) {
      memory?.passages.note(missing: mark, in: context[list.whole].passage)
    }
  }

  /// Tells whether the text of one paragraph, or of something else (-1), has what is asked for.
  mutating func has(
    _ mark: ParagraphMark, in text: Slice, ofParagraph paragraph: Int, _ find: (Slice) -> Bool
  ) -> Bool {
    if memory?.marks.isMissing(mark, in: paragraph) ?? false { return false }
    let isThere = find(text)
    if !isThere { memory?.marks.note(missing: mark, in: paragraph) }
    return isThere
  }
}
