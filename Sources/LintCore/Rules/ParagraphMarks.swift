/// What is looked for in the text of each paragraph or table alone, and mostly not there.
enum ParagraphMark: UInt32 {
  case score, project, summary, code, residue, missingFigure, impossibleDate, doubledMark, loneMark
  case repeatedSentence, repeatedName, opening, province, equipment, office, smallFirm, quantity, aspects
  case slip, namedDirection

  fileprivate var bit: UInt32 { 1 << rawValue }
}

/// For each paragraph, and then for each table, what is known not to stand in it: most checks of texts find nothing in most
/// paragraphs, and an edit changes one.
struct ParagraphMarks: Sendable {
  private var missing: [UInt32]

  /// Begins with nothing known of so many paragraphs.
  init(count: Int) { missing = [UInt32](repeating: 0, count: count) }

  /// Takes over what is known of paragraphs that an edit left as they were; `former` says which they were, or -1.
  init(after known: ParagraphMarks, _ former: [Int]) {
    missing = former.map { known.missing.indices.contains($0) ? known.missing[$0] : 0 }
  }

  func isMissing(_ mark: ParagraphMark, in paragraph: Int) -> Bool {
    missing.indices.contains(paragraph) && missing[paragraph] & mark.bit != 0
  }

  mutating func note(missing mark: ParagraphMark, in paragraph: Int) {
    if missing.indices.contains(paragraph) { missing[paragraph] |= mark.bit }
  }
}

extension DraftEdit {
  /// For each paragraph, the one of the former state that has the same text and number, or -1.
  func sameParagraphs(_ former: Draft, _ draft: Draft) -> [Int] {
    var next = 0
    return draft.paragraphs.map { paragraph in
      while next < former.paragraphs.count {
        guard let moved = moved(former.paragraphs[next].slice), moved.lower >= paragraph.slice.lower else {
          next += 1
          continue
        }
        guard moved == paragraph.slice, former.paragraphs[next].ordinal == paragraph.ordinal else {
          return -1
        }
        next += 1
        return next - 1
      }
      return -1
    }
  }
}

extension Draft {
  /// How many places there are in ``ParagraphMarks``.
  var markedParts: Int { paragraphs.count + tables.count }

  /// The text of one of these places; `nil` for a table without cells.
  func text(ofPart part: Int) -> Slice? {
    if paragraphs.indices.contains(part) { return paragraphs[part].slice }
    guard tables.indices.contains(part - paragraphs.count),
      let first = tables[part - paragraphs.count].cells.first,
      let last = tables[part - paragraphs.count].cells.last
    else { return nil }
    return Slice(Int(first.lower), Int(last.upper))
  }

  /// For each paragraph and each table, the one of the former state that has the same text, or -1.
  func sameParts(_ former: Draft, _ edit: DraftEdit) -> [Int] {
    edit.sameParagraphs(former, self) + tables.map { $0.former.map { former.paragraphs.count + $0 } ?? -1 }
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
    if memory != nil {
      var alone = self
      alone.beginGroup()
      find(&alone)
      guard alone.findings.count > findings.count else {
        memory?.marks.note(missing: mark, in: paragraph)
        return
      }
    }
    find(&self)
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
