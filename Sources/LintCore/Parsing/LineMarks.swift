/// What the text of a line alone decides, and mostly does not make it.
enum LineMark: UInt32 {
  case heading, tableInfo
}

/// The marks of each line.
typealias LineMarks = PlaceMarks<LineMark>

extension PlaceMarks where Mark == LineMark {
  /// Takes over what is known of the lines that two states of a text share; where comments stand, the same lines may be
  /// other text.
  init(_ text: FoldedText, after former: FormerDraft?) {
    let count = text.lines.count - 1
    guard let former, !text.standsAlone, !former.draft.text.standsAlone,
      former.shared.head + former.shared.tail <= Swift.min(count, former.draft.lineMarks.count)
    else {
      self.init(count: count)
      return
    }
    self.init(former.draft.lineMarks, head: former.shared.head, tail: former.shared.tail, count: count)
  }
}

extension DraftParser {
  /// The heading that stands in a line, if the text of the line makes it one.
  mutating func heading(_ line: Int, _ slice: Slice) -> Heading? {
    guard !marks.isMissing(.heading, in: line) else { return nil }
    let heading = headingReader.heading(line, slice)
    if heading == nil { marks.note(missing: .heading, in: line) }
    return heading
  }

  /// Tells whether a line only says of a table which unit and entity it has; `slice` is all that stands in it.
  mutating func saysTableInfo(_ line: Int, _ slice: Slice) -> Bool {
    guard !marks.isMissing(.tableInfo, in: line) else { return false }
    let isInfo = isTableInfo(line, slice)
    if !isInfo { marks.note(missing: .tableInfo, in: line) }
    return isInfo
  }
}
