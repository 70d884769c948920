/// Puts entries into the contents of a draft.
struct ContentsEditor {
  private let draft: Draft
  private let style: DraftStyle

  init(_ draft: Draft, _ units: Units) {
    self.draft = draft
    style = DraftStyle(draft, units)
  }

  /// The insertion of an entry for a heading with a number, before the next of its siblings or after the last.
  ///
  /// The siblings of the entry are the entries of its style under the part that the heading stands in; `nil` if the
  /// contents list none of them.
  func entry(for title: String, number: Int, after heading: Heading, in index: Int) -> Edit? {
    guard let contents = draft.contents, let style = heading.ordinal?.style else { return nil }
    var part: Int?
    var siblings: [Contents.Entry] = []
    let wanted = style == .part ? nil : self.part(of: index)
    for entry in contents.entries {
      guard let ordinal = entry.ordinal else { continue }
      if ordinal.style == .part { part = ordinal.value }
      if ordinal.style == style, style == .part || part == wanted { siblings.append(entry) }
    }
    guard let model = siblings.last(where: { ($0.ordinal?.value ?? 0) < number }) ?? siblings.first else {
      return nil
    }
    let text = self.style.entry(like: model, number: number, title: title)
    // A part comes after all entries of the part before it.
    let next = contents.entries.first {
      $0.line > model.line && $0.ordinal.map { $0.style <= style } ?? false
    }
    let line = next?.line ?? contents.lines.upperBound
    let source = draft.source
    guard line > 0, line <= source.lineCount else { return nil }
    let end = source.range(ofLine: lastLine(before: line, from: model.line)).upper
    return Edit(ByteRange(end, end), self.style.newline + text)
  }

  /// The line of the last entry before a line.
  private func lastLine(before line: Int, from first: Int) -> Int {
    draft.contents?.entries.last { $0.line < line }?.line ?? first
  }

  /// The part that a heading stands in.
  private func part(of index: Int) -> Int? {
    draft.headings[..<min(index, draft.headings.count)].last { $0.ordinal?.style == .part }?.ordinal?.value
  }
}
