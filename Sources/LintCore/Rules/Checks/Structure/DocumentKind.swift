/// What a draft is as a whole: which kind of document, for which year.
package struct DocumentKind: Sendable, Equatable {
  /// The profile it is judged by; `nil` if the text does not say.
  package var profile: Profile?
  /// The year it is about, or 0.
  package var year: Int
  /// Whether it is a whole document: of a fragment nobody can say that something is missing.
  package var isWhole: Bool

  /// Recognizes a draft by its titles, its tables and its wording, in this order of weight.
  ///
  /// - Complexity: O(n) in the number of headings, tables and paragraphs.
  ///
  /// Where `known` is given, neither titles nor wording have changed since, only how much there is. `signs` are those that
  /// have not changed; they are completed as far as they are asked for.
  static func recognize(
    _ draft: Draft, _ units: Units, _ book: RuleBook, _ outline: DraftOutline, profile wanted: String?,
    known: DocumentKind? = nil, signs: inout KindSigns
  ) -> DocumentKind {
    var recognizer = Recognizer(draft: draft, units: units, book: book, outline: outline)
    let profile = known?.profile ?? wanted.flatMap(book.profile) ?? recognizer.profile(&signs)
    return DocumentKind(
      profile: profile, year: known?.year ?? recognizer.year(), isWhole: recognizer.isWhole(profile))
  }

  /// How many lines may belong to the cover.
  static let coverLines = 30

  /// The line at which the cover ends at the latest: before the contents or the first paragraph of prose.
  static func coverEnd(_ draft: Draft) -> Int {
    let last =
      draft.contents?.lines.lowerBound ?? draft.paragraphs.first { $0.slice.count > 60 }?.lines.lowerBound
    return min(last ?? 12, coverLines, draft.text.lines.count - 1)
  }

  package static func == (a: DocumentKind, b: DocumentKind) -> Bool {
    a.profile?.id == b.profile?.id && a.year == b.year && a.isWhole == b.isWhole
  }
}

/// How much the titles and the wording of a draft speak for each profile of the rule book, once they were asked.
struct KindSigns: Sendable {
  /// The lines of the cover and the headings.
  var titles: [Int]?
  /// The starts of the first paragraphs.
  var wordings: [Int]?

  /// How many paragraphs are read, and how much of each, in units.
  fileprivate static let paragraphs = 60
  fileprivate static let start = 120
}

extension DraftEdit {
  /// Tells whether a draft whose titles have not changed has the cover that it had.
  func isSameCover(_ former: Draft, _ draft: Draft) -> Bool {
    lines.lowerBound >= DocumentKind.coverLines && formerLines.lowerBound >= DocumentKind.coverLines
      && DocumentKind.coverEnd(former) == DocumentKind.coverEnd(draft)
  }

  /// Tells whether the paragraphs that tell the kind of a draft begin as they did.
  func areSameStarts(_ former: Draft, _ draft: Draft) -> Bool {
    let count = min(draft.paragraphs.count, KindSigns.paragraphs)
    guard count == min(former.paragraphs.count, KindSigns.paragraphs) else { return false }
    return (0..<count).allSatisfy { index in
      let (before, now) = (former.paragraphs[index].slice, draft.paragraphs[index].slice)
      return moved(before) == now
        || former.text.units[before.lower..<min(before.upper, before.lower + KindSigns.start)]
          .elementsEqual(draft.text.units[now.lower..<min(now.upper, now.lower + KindSigns.start)])
    }
  }
}

/// Weighs the signs of each profile.
private struct Recognizer {
  let draft: Draft
  let units: Units
  let book: RuleBook
  let outline: DraftOutline
  /// The lines of the cover: what stands before the first paragraph of prose.
  private(set) lazy var coverLines: [Slice] = cover()

  init(draft: Draft, units: Units, book: RuleBook, outline: DraftOutline) {
    self.draft = draft
    self.units = units
    self.book = book
    self.outline = outline
  }

  /// The most a sign may count, so that a long text does not outweigh a clear title.
  private static let cap = 4

  mutating func profile(_ signs: inout KindSigns) -> Profile? {
    var best: (score: Int, number: Int)?
    let wordings = signs.wordings ?? wordings()
    let titles = signs.titles ?? titles()
    signs = KindSigns(titles: titles, wordings: wordings)
    for number in book.profiles.indices {
      let score = titles[number] + tables(of: book.profiles[number].family) + wordings[number]
      if score > best?.score ?? 2 { best = (score, number) }
    }
    return best.map { book.profiles[$0.number] }
  }

  /// How much the lines of the cover and the headings speak for each profile.
  private mutating func titles() -> [Int] {
    let onCover = counts(in: coverLines, atMost: 1)
    let counts = counts(in: draft.headings.lazy.map(\.title), atMost: Self.cap)
    return zip(onCover, counts).map { 6 * $0 + $1 }
  }

  /// In how many texts the words of titles of each profile stand, up to a number.
  private func counts(in texts: some Sequence<Slice>, atMost most: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: book.profiles.count)
    var lastSeen = [Int](repeating: -1, count: counts.count)
    let lone = lone
    for (index, text) in texts.enumerated() {
      func note(_ number: Int) {
        guard lastSeen[number] != index, counts[number] < most else { return }
        lastSeen[number] = index
        counts[number] += 1
      }
      book.titleSignals.forEach(in: text, of: units) { note($0.number) }
      for (number, signal) in lone where units.contains(signal, in: text) { note(number) }
    }
    return counts
  }

  /// The words of titles of one unit, which no matcher looks for.
  private var lone: [(profile: Int, signal: Name)] {
    book.profiles.enumerated().flatMap { number, profile in
      profile.titleSignals.filter { $0.units.count == 1 }.map { (number, $0) }
    }
  }

  private func tables(of family: TableFamily) -> Int {
    var tables = 0
    for concept in outline.tableConcepts {
      if let concept, book.family(of: concept) == family { tables += 1 }
    }
    return min(tables, 3 * Self.cap) / (family == .performance ? 2 : 1)
  }

  /// In how many of the first paragraphs each profile's wordings stand, up to a cap.
  private func wordings() -> [Int] {
    var counts = [Int](repeating: 0, count: book.profiles.count)
    var lastSeen = [Int](repeating: -1, count: counts.count)
    for (index, paragraph) in draft.paragraphs.prefix(KindSigns.paragraphs).enumerated() {
      let start = Slice(
        paragraph.slice.lower, min(paragraph.slice.upper, paragraph.slice.lower + KindSigns.start))
      book.signals.forEach(in: start, of: units) { match in
        guard lastSeen[match.number] != index, counts[match.number] < Self.cap else { return }
        lastSeen[match.number] = index
        counts[match.number] += 1
      }
    }
    return counts
  }

  private func cover() -> [Slice] {
    var lines: [Slice] = []
    for line in 0..<DocumentKind.coverEnd(draft) {
      let slice = units.trimmed(draft.text.slice(ofLine: line))
      if slice.count >= 4, slice.count <= 60 { lines.append(slice) }
      if lines.count >= 8 { break }
    }
    return lines
  }

  /// The year of the cover, or the one that most table titles and headings name.
  mutating func year() -> Int {
    for line in coverLines {
      let year = TableBinding.year(units, line)
      if year > 0 { return year }
    }
    var counts: [Int: Int] = [:]
    for heading in draft.headings { counts[TableBinding.year(units, heading.title), default: 0] += 1 }
    for table in draft.tables {
      if let caption = table.caption { counts[TableBinding.year(units, caption), default: 0] += 1 }
    }
    counts[0] = nil
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  func isWhole(_ profile: Profile?) -> Bool {
    guard let profile else { return false }
    if profile.family == .performance { return draft.tables.contains { $0.layout == .form } }
    let parts = draft.headings.filter { $0.rank == 0 && $0.ordinal != nil }.count
    let tables = outline.tableConcepts.filter { concept in
      concept.flatMap(book.family) == profile.family
    }.count
    let signs = (draft.contents == nil ? 0 : 1) + (parts >= 2 ? 1 : 0) + (tables >= 4 ? 1 : 0)
    return units.count >= 2_000 && signs >= 1 || signs >= 2 && units.count >= 800
  }
}
