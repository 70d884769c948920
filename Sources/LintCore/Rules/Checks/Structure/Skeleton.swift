/// The frames of chapters, statements and tables that a draft lacks, to be inserted where they should stand.
///
/// A person fills them in: they hold no figures, only the marks that `placeholder` finds.
struct Skeleton {
  private let draft: Draft
  private let outline: DraftOutline
  private let style: DraftStyle
  private let contents: ContentsEditor

  init(_ draft: Draft, _ units: Units, _ outline: DraftOutline) {
    self.draft = draft
    contents = ContentsEditor(draft, units)
    self.outline = outline
    style = DraftStyle(draft, units)
  }

  // MARK: Statements

  /// A statement beside others, given the heading of one of them, as the contents list it if they do.
  func statement(
    _ title: Phrase, parts: [Phrase], beside heading: Int?, _ entry: Contents.Entry?
  ) -> [Fix] {
    guard let heading, let place = place(in: siblings(of: heading), entry) else { return [] }
    let list = parts.map { $0.chinese + Self.blank }.joined(separator: "，")
    return [fix(title, place, [parts.isEmpty ? Self.blank : "\(Self.blank)，其中：\(list)。"], entry)]
  }

  /// The text under a heading that has none.
  func text(under heading: Heading, _ title: Phrase) -> [Fix] {
    let edit = style.insert([Self.blank], before: heading.line + 1)
    return [Fix(title: Message(Self.fill, .message(Message(title))), edits: [edit], safety: .review)]
  }

  /// A chapter after the last one of the main text.
  func chapter(_ title: Phrase, _ entry: Contents.Entry?) -> [Fix] {
    let parts = draft.headings.indices.filter { index in
      let heading = draft.headings[index]
      return heading.ordinal?.style == .part && (heading.ordinal?.length ?? 0) > 0
        && outline.role(heading.section) != .attachment
    }
    guard let place = place(in: parts, entry) else { return [] }
    return [fix(title, place, [Self.blank], entry)]
  }

  // MARK: Tables

  /// A table under its title if the draft has that, or else beside the others.
  func table(_ concept: TableConcept, under title: Heading?, _ entry: Contents.Entry?) -> [Fix] {
    guard !concept.header.isEmpty else { return [] }
    let blocks = [style.unitLine, style.table(concept.header), Self.tableNote]
    if let title {
      let edit = style.insert(blocks, before: title.line + 1)
      return [Fix(title: Message(Self.add, .message(Message(concept.title))), edits: [edit], safety: .review)]
    }
    let tables = draft.headings.indices.filter { index in
      outline.isTableHeading[index] && draft.headings[index].rank > 0
        && outline.role(draft.headings[index].section) == .body
    }
    let numbered = tables.filter { style.number(of: draft.headings[$0]) != nil }
    let titles = numbered.count * 2 < tables.count ? tables.filter { !numbered.contains($0) } : numbered
    guard let last = titles.last else { return [] }
    let siblings = titles.filter { draft.headings[$0].rank == draft.headings[last].rank }
    guard let place = place(in: siblings, entry) else { return [] }
    return [fix(concept.title, place, blocks, entry)]
  }

  /// What stands for text to be written; the rule `placeholder` finds it.
  private static let blank = "（待填写）"
  private static let tableNote = "注：（待填写：没有数据的，写明本表无数据）"

  // MARK: Places

  /// Where a new heading goes: its number, the heading it looks like, and the line it stands before.
  private struct Place {
    var model: Int
    var number: Int?
    var line: Int
  }

  /// The place of the number that the contents give, or that is left out among some headings, or after the last.
  private func place(in headings: [Int], _ entry: Contents.Entry?) -> Place? {
    guard let last = headings.last else { return nil }
    let numbers = headings.map { style.number(of: draft.headings[$0]) }
    var wanted = entry?.ordinal?.value
    if wanted.map(numbers.contains) ?? false { wanted = nil }
    for index in headings.indices.dropLast() {
      guard let number = numbers[index], let next = numbers[index + 1], next == number + 2 || wanted != nil,
        wanted.map({ number < $0 && $0 < next }) ?? true
      else { continue }
      return Place(
        model: headings[index], number: wanted ?? number + 1,
        line: end(of: headings[index], before: headings[index + 1]))
    }
    if let wanted, let first = numbers.first.flatMap({ $0 }), wanted < first {
      return Place(
        model: headings[0], number: wanted, line: style.lineAfter(0..<draft.headings[headings[0]].line))
    }
    let number = numbers.last.flatMap { $0 }
    guard number ?? 0 < 99 else { return nil }
    return Place(
      model: last, number: number.map { max($0 + 1, wanted ?? 0) }, line: end(of: last, before: nil))
  }

  /// The line after the section of a heading.
  private func end(of index: Int, before next: Int?) -> Int {
    let heading = draft.headings[index]
    let lines = heading.section < draft.sections.count ? draft.sections[heading.section].lines : 0..<0
    let end = next.map { draft.headings[$0].line } ?? lines.upperBound
    return style.lineAfter(min(lines.lowerBound, end)..<end)
  }

  /// The headings of the section around a heading that are numbered in its style.
  private func siblings(of index: Int) -> [Int] { draft.headings.indices.filter { isSibling($0, index) } }

  private func isSibling(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (draft.headings[a], draft.headings[b])
    guard let style = b.ordinal?.style, a.ordinal?.style == style, (a.ordinal?.length ?? 0) > 0,
      a.section < draft.sections.count, b.section < draft.sections.count
    else { return false }
    return draft.sections[a.section].parent == draft.sections[b.section].parent
  }

  /// The insertion of a heading and what stands under it, and of its entry in the contents if they have none.
  private func fix(_ title: Phrase, _ place: Place, _ blocks: [String], _ entry: Contents.Entry?) -> Fix {
    let model = draft.headings[place.model]
    let words = entry.map { draft.written($0.title) } ?? title.chinese
    let heading = style.heading(like: model, number: place.number, title: words)
    var edits = [style.insert([heading] + blocks, before: place.line)]
    if entry == nil, let number = place.number,
      let edit = contents.entry(for: words, number: number, after: model, in: place.model)
    {
      edits.append(edit)
    }
    return Fix(
      title: Message(Self.add, .message(Message(title))), edits: edits.sorted { $0.range < $1.range },
      safety: .review)
  }

  private static let add = Phrase("补上“{0}”的框架", "Insert a frame for “{0}”")
  private static let fill = Phrase("在“{0}”下留出待填的内容", "Mark the text to be written under “{0}”")
}
