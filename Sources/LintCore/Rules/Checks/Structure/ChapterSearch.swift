/// Looks for mandatory chapters.
struct ChapterSearch {
  private let draft: Draft
  private let units: Units
  private let outline: DraftOutline
  private let year: Int
  private let basis: Phrase?
  /// For each heading, whether something stands under it.
  let isFilled: [Bool]
  /// The short paragraphs that name a chapter: a title without number or type looks like one.
  private let named: [Slice]

  init(_ inspection: inout Inspection, _ profile: Profile) {
    draft = inspection.draft
    units = inspection.units
    outline = inspection.outline
    year = inspection.kind.year
    basis = profile.basis
    isFilled = Self.filled(draft)
    var named: [Slice] = []
    let units = units
    for (index, paragraph) in draft.paragraphs.enumerated() where paragraph.slice.count <= Self.longestTitle {
      let isNamed = inspection.has(.chapterName, in: paragraph.slice, ofParagraph: index) { text in
        profile.sections.contains { units.contains(anyOf: $0.names, in: text) }
      }
      if isNamed { named.append(paragraph.slice) }
    }
    self.named = named
  }

  private static let longestTitle = 30

  /// Tells for each heading whether text, a table or a deeper heading follows before the next one of its rank.
  private static func filled(_ draft: Draft) -> [Bool] {
    var result = [Bool](repeating: false, count: draft.headings.count)
    var last: Int?
    for block in draft.blocks {
      guard case .heading(let index) = block else {
        if let last { result[last] = true }
        last = nil
        continue
      }
      if let before = last {
        let deeper = draft.headings[index].rank > draft.headings[before].rank
        // A divider page says the same as the heading after it.
        let repeats =
          draft.headings[index].rank == draft.headings[before].rank
          && draft.headings[index].ordinal?.value == draft.headings[before].ordinal?.value
        result[before] = deeper || repeats
      }
      last = index
    }
    return result
  }

  /// Reports a chapter that the draft does not have; gives whether it was missing.
  func report(_ requirement: Requirement, to inspection: inout Inspection) -> Bool {
    guard let severity = requirement.severity, isMissing(requirement) else { return false }
    let title = Message.Argument.message(Message(requirement.title))
    let clause = (requirement.basis ?? basis).clause
    let skeleton = Skeleton(draft, units, outline)
    let alone = draft.headings.indices.first { index in
      !isFilled[index] && draft.headings[index].rank == 0
        && units.contains(anyOf: requirement.names, in: draft.headings[index].title)
    }
    if let alone {
      inspection.report(
        "missing-section", severity, at: draft.headings[alone].slice,
        Message(Self.emptyChapter, title, clause),
        fixes: skeleton.text(under: draft.headings[alone], requirement.title))
    } else if let entry = draft.contents?.entries.first(where: { isChapter($0, requirement) }) {
      inspection.report(
        "missing-section", min(severity, .warning), at: entry.slice,
        Message(Self.listedChapter, title, clause),
        fixes: skeleton.chapter(requirement.title, entry))
    } else {
      inspection.report(
        "missing-section", severity, at: outline.lastChapter(of: draft)?.slice ?? Slice(0, 0),
        Message(Self.absentChapter, title, clause),
        fixes: skeleton.chapter(requirement.title, nil))
    }
    return true
  }

  /// Tells whether a chapter is asked for and not there.
  func isMissing(_ requirement: Requirement) -> Bool {
    requirement.severity != nil && requirement.applies(to: year) && !isPresent(requirement)
  }

  private func isPresent(_ requirement: Requirement) -> Bool {
    for (index, heading) in draft.headings.enumerated()
    where heading.rank <= 2 || heading.strength != .numbered {
      if units.contains(anyOf: requirement.names, in: heading.title), isFilled[index] { return true }
    }
    if requirement.id.hasSuffix("表"), outline.tableConcepts.contains(where: { $0 != nil }) { return true }
    if named.contains(where: { units.contains(anyOf: requirement.names, in: $0) }) { return true }
    // The definitions often stand without a heading of their own.
    return requirement.id == "名词解释" && definitions() >= 3
  }

  private func isChapter(_ entry: Contents.Entry, _ requirement: Requirement) -> Bool {
    units.contains(anyOf: requirement.names, in: entry.title)
  }

  /// How many paragraphs define a term, as in `基本支出：指…`.
  private func definitions() -> Int {
    var count = 0
    for paragraph in draft.paragraphs where paragraph.slice.count < 400 {
      let start = Slice(paragraph.slice.lower, min(paragraph.slice.upper, paragraph.slice.lower + 40))
      if units.contains(anyOf: Self.meanings, in: start) { count += 1 }
    }
    return count
  }

  private static let meanings = WordList([":指", ":是指", ":反映"])

  private static let absentChapter = Phrase(
    "缺少“{0}”一章：目录和正文都没有{1}", "The chapter “{0}” is missing from the contents and the body{1}")
  private static let emptyChapter = Phrase(
    "“{0}”一章只有标题，没有内容{1}", "The chapter “{0}” has a heading and nothing under it{1}")
  private static let listedChapter = Phrase(
    "目录列有“{0}”，正文没有{1}", "The contents list “{0}”, and the body does not have it{1}")
}

extension Requirement {
  /// Tells whether a document about a year is asked for it.
  func applies(to year: Int) -> Bool { year == 0 || (since ?? 0) <= year }
}

extension Phrase? {
  /// The end of a message that names the clause that asks for something.
  var clause: Message.Argument {
    guard let self else { return .text("") }
    return .message(Message(Phrase("（{0}）", " ({0})"), .message(Message(self))))
  }
}
