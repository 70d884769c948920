/// Looks for the mandatory statements.
///
/// A statement has a heading of its own, or its heading in the same line, or a sentence makes it. A sentence under
/// the heading of another statement mostly mentions its subject only, as `其中：政府性基金预算拨款10万元` does.
struct StatementSearch {
  /// What a draft shows of a statement.
  private enum Evidence: Int, Comparable {
    case none
    /// A sentence speaks of it under the heading of another statement.
    case mentioned
    case stated

    static func < (a: Evidence, b: Evidence) -> Bool { a.rawValue < b.rawValue }
  }

  private let draft: Draft
  private let units: Units
  private let outline: DraftOutline
  private let profile: Profile
  private let wanted: [Requirement]
  /// For each statement, the other one that it is a part of.
  private let wholes: [Int?]
  /// For each heading, whether something stands under it.
  private let isFilled: [Bool]
  /// For each heading, the statements that it opens.
  private var claims: [[Int]] = []
  /// For each section, the statements that it is about.
  private var owners: [[Int]] = []
  private var evidence: [Evidence]
  /// For each statement, a heading of it with nothing below.
  private var emptyHeading: [Int?]
  /// For each statement, the last heading of it.
  private var lastHeading: [Int?]

  init(_ inspection: inout Inspection, _ profile: Profile, isFilled: [Bool]) {
    draft = inspection.draft
    units = inspection.units
    outline = inspection.outline
    self.profile = profile
    self.isFilled = isFilled
    let year = inspection.kind.year
    wanted = profile.statements.filter { $0.severity != nil && $0.applies(to: year) }
    let wanted = wanted
    wholes = wanted.map { part in
      part.whole.flatMap { whole in wanted.firstIndex { TextKey.same($0.id, whole) } }
    }
    evidence = wanted.map { _ in .none }
    emptyHeading = wanted.map { _ in nil }
    lastHeading = wanted.map { _ in nil }
    var next = 0
    let numbers = profile.statements.map { statement -> Int? in
      guard statement.severity != nil, statement.applies(to: year) else { return nil }
      defer { next += 1 }
      return next
    }
    let titles = TitleMatcher(requirements: wanted, words: profile.statementWords, numbers: numbers)
    readHeadings(titles, &inspection)
    readText(titles, &inspection)
  }

  // MARK: Headings

  private mutating func readHeadings(_ titles: TitleMatcher, _ inspection: inout Inspection) {
    claims = draft.headings.indices.map { index in
      let heading = draft.headings[index]
      guard !outline.isTableHeading[index], outline.role(heading.section) == .body else { return [] }
      let signs = inspection.statements(at: draft.markedParts + index) {
        titles.numbers(heading.title, units).map { StatementSign(number: $0, kind: .title) }
      }
      return signs.isEmpty ? [] : signs.map(\.number)
    }
    let containers = containers()
    for (index, section) in draft.sections.enumerated() {
      let inherited = section.parent.flatMap { $0 < index ? owners[$0] : nil } ?? []
      let own = section.heading.map { containers[$0] ? [] : claims[$0] } ?? []
      owners.append(own.isEmpty ? inherited : own)
    }
    for (index, heading) in draft.headings.enumerated() where !claims[index].isEmpty {
      // A part that holds several statements is none of them.
      if heading.rank == 0, containers[index] { continue }
      for number in claims[index] {
        guard isFilled[index] else {
          emptyHeading[number] = index
          lastHeading[number] = index
          continue
        }
        evidence[number] = .stated
        lastHeading[number] = index
      }
    }
  }

  /// For each heading, whether several other statements have headings of their own under it.
  private func containers() -> [Bool] {
    var below = [[Int]](repeating: [], count: draft.headings.count)
    for (index, heading) in draft.headings.enumerated() where !claims[index].isEmpty {
      var section = heading.section < draft.sections.count ? draft.sections[heading.section].parent : nil
      while let current = section {
        if let above = draft.sections[current].heading, !claims[above].isEmpty || heading.rank > 0 {
          for number in claims[index]
          where wanted[number].whole == nil && !claims[above].contains(number)
            && !below[above].contains(number)
          {
            below[above].append(number)
          }
        }
        section = draft.sections[current].parent
      }
    }
    return below.map { $0.count >= 2 }
  }

  private mutating func note(_ number: Int, isOwn: Bool) {
    evidence[number] = max(evidence[number], isOwn ? .stated : .mentioned)
  }

  /// Tells whether a section about some statements can make another one.
  private func isOwn(_ number: Int, _ owners: [Int]) -> Bool {
    owners.isEmpty || owners.contains(number) || wholes[number].map(owners.contains) ?? false
  }

  // MARK: Text

  private mutating func readText(_ titles: TitleMatcher, _ inspection: inout Inspection) {
    var isNote = [Bool](repeating: false, count: draft.paragraphs.count)
    for index in draft.tables.indices {
      for note in draft.tables[index].notes where isNote.indices.contains(note) { isNote[note] = true }
    }
    for (index, paragraph) in draft.paragraphs.enumerated()
    where outline.role(paragraph.section) == .body && !isNote[index] {
      let signs = inspection.statements(at: index) { self.signs(in: paragraph, titles) }
      guard !signs.isEmpty else { continue }
      var owners = paragraph.section < owners.count ? owners[paragraph.section] : []
      // （一）机关运行经费。本单位… has its heading in the same line.
      let titled = signs.prefix { $0.kind == .title }
      for sign in titled { evidence[sign.number] = .stated }
      if !titled.isEmpty { owners = titled.map(\.number) }
      for sign in signs.dropFirst(titled.count) where evidence[sign.number] != .stated {
        note(sign.number, isOwn: sign.kind != .figure || isOwn(sign.number, owners))
      }
    }
  }

  /// What a paragraph shows of statements: first those that its heading opens, then those that its words make.
  private func signs(in paragraph: Paragraph, _ titles: TitleMatcher) -> [StatementSign] {
    var signs: [StatementSign] = []
    if let lead = lead(of: paragraph) {
      signs = titles.numbers(lead, units).map { StatementSign(number: $0, kind: .title) }
    }
    titles.words.phrases.forEach(in: paragraph.slice, of: units) { match in
      guard let number = titles.numbers[match.number] else { return }
      switch wanted[number].statement(at: match.slice, in: paragraph.slice, of: units) {
      case .none: return
      case .figure:
        let opens = opens(match.slice, paragraph.slice)
        signs.append(StatementSign(number: number, kind: opens ? .openingFigure : .figure))
      case .denial: signs.append(StatementSign(number: number, kind: .denial))
      }
    }
    return signs
  }

  /// Tells whether a paragraph is about what a phrase near its start names: 2025年，本单位一般公共预算基本支出988.58万元，….
  private func opens(_ phrase: Slice, _ paragraph: Slice) -> Bool {
    phrase.lower - paragraph.lower <= Self.longestOpening && !units.starts(paragraph, with: "其中")
  }

  /// The longest words before the subject of a paragraph: the year and 本单位.
  private static let longestOpening = 12
  /// The longest heading in the same line as its text, in units.
  private static let longestLead = 24
  /// The longest line that is a heading in spite of the stop at its end, in units.
  private static let longestLine = 14

  /// The heading before the text of a numbered paragraph, up to the first stop or colon; or a short line with a stop.
  private func lead(of paragraph: Paragraph) -> Slice? {
    guard let length = paragraph.ordinal?.length ?? spokenOrdinal(paragraph.slice) else {
      let isTitle = paragraph.slice.count <= Self.longestLine && !units.contains("，", in: paragraph.slice)
      return isTitle ? paragraph.slice : nil
    }
    let start = paragraph.slice.lower + length
    let limit = min(paragraph.slice.upper, start + Self.longestLead)
    for i in Slice(start, limit).indices where units[i] == 0x3002 || units[i] == 0x3A {
      return i + 1 < paragraph.slice.upper ? Slice(start, i) : nil
    }
    return nil
  }

  /// The units of 一是 at the start of a paragraph.
  private func spokenOrdinal(_ slice: Slice) -> Int? {
    guard let (_, end) = OrdinalScanner.numeral(units, slice.lower, slice.upper), end < slice.upper,
      !Unit.isDigit(units[slice.lower]), units[end] == 0x662F
    else { return nil }
    return end + 1 - slice.lower
  }

  /// The titles of the statements that have neither a heading nor a sentence, but for parts of such.
  var missingTitles: [Phrase] {
    wanted.indices.filter { number in
      evidence[number] == .none && emptyHeading[number] == nil && !isReplaced(number)
        && wholes[number].map { evidence[$0] != .none } ?? true
    }
    .map { wanted[$0].title }
  }

  // MARK: Reporting

  /// Reports what is missing, but for what belongs to a chapter that is missing as a whole.
  func report(to inspection: inout Inspection, without chapters: Set<String>) {
    let skeleton = Skeleton(draft, units, outline)
    for (number, requirement) in wanted.enumerated() where evidence[number] != .stated {
      if let whole = requirement.whole {
        if chapters.contains(whole) { continue }
        if let whole = wholes[number], evidence[whole] != .stated { continue }
      }
      let title = Message.Argument.message(Message(requirement.title))
      if let heading = emptyHeading[number] {
        // A heading shows that the statement was meant to be there: nothing about its absence is a guess.
        inspection.report(
          "missing-section", requirement.severity == .info ? .warning : .error,
          at: draft.headings[heading].slice, Message(Self.empty, title, basis(requirement)),
          fixes: skeleton.text(under: draft.headings[heading], requirement.title))
      } else if let entry = entry(requirement) {
        inspection.report(
          "missing-section", .warning, at: entry.slice, Message(Self.listed, title, basis(requirement)),
          fixes: skeleton.statement(requirement.title, parts: parts(number), beside: neighbor(number), entry))
      } else if requirement.whole == nil, chapters.contains(where: { $0.hasSuffix("说明") }) {
        continue
      } else {
        if requirement.severity == .info, isReplaced(number) { continue }
        let severity = severity(number, &inspection)
        inspection.report(
          "missing-section", severity, at: place(number),
          Message(Self.absent, title, basis(requirement)),
          related: sibling(number).map { [inspection.related($0, Message(Self.following))] } ?? [],
          fixes: severity == .info
            ? [] : skeleton.statement(requirement.title, parts: parts(number), beside: neighbor(number), nil))
      }
    }
  }

  /// The statements that belong to another one.
  private func parts(_ number: Int) -> [Phrase] {
    wanted.indices.filter { wholes[$0] == number && wanted[$0].severity != .info }.map { wanted[$0].title }
  }

  /// How much it weighs that a statement is nowhere.
  private func severity(_ number: Int, _ inspection: inout Inspection) -> Severity {
    let requirement = wanted[number]
    let severity = requirement.severity ?? .warning
    if evidence[number] == .mentioned { return .info }
    // Some provinces state the whole and some its parts.
    if isReplaced(number) { return .info }
    if severity == .info, let table = requirement.table, isFilled(table, &inspection) { return .warning }
    return severity
  }

  /// Tells whether the draft makes a statement that stands for another one.
  private func isReplaced(_ number: Int) -> Bool {
    wanted[number].instead.contains { id in
      wanted.indices.contains { evidence[$0] == .stated && TextKey.same(wanted[$0].id, id) }
    }
  }

  /// Tells whether a table of the body holds figures: then a note under it cannot stand for the statement.
  private func isFilled(_ table: TableID, _ inspection: inout Inspection) -> Bool {
    inspection.alsoRead.formUnion(.tables)
    return draft.tables.indices.contains { index in
      outline.tableConcepts[index] == table
        && Filling(draft.tables[index], units, isKnown: true) == .filled
    }
  }

  /// The entry of the contents that lists a statement.
  private func entry(_ requirement: Requirement) -> Contents.Entry? {
    guard let entries = draft.contents?.entries else { return nil }
    for (entry, listing) in zip(entries, outline.listing)
    where listing == .statements && !units.contains("表", in: entry.title) {
      if units.contains(anyOf: requirement.names, in: entry.title),
        !requirement.isExcluded(entry.title, units)
      {
        return entry
      }
    }
    return nil
  }

  /// The heading of the last statement that stands before one in the usual order, in the same chapter.
  private func before(_ number: Int) -> Int? {
    lastHeading.indices.prefix(number).last { lastHeading[$0] != nil && isBeside($0, number) }
      .flatMap { lastHeading[$0] }
  }

  /// The heading of a statement of the same chapter, before one in the usual order if there is one.
  private func neighbor(_ number: Int) -> Int? {
    before(number)
      ?? lastHeading.indices.dropFirst(number).first { lastHeading[$0] != nil && isBeside($0, number) }
      .flatMap { lastHeading[$0] }
  }

  /// Tells whether two statements belong to the same chapter.
  private func isBeside(_ a: Int, _ b: Int) -> Bool {
    switch (wanted[a].whole, wanted[b].whole) {
    case (nil, nil): true
    case (let a?, let b?): TextKey.same(a, b)
    default: false
    }
  }

  /// The heading of the same rank after another one, before which a statement would stand.
  private func sibling(_ number: Int) -> Slice? {
    guard let before = before(number) else { return nil }
    let rank = draft.headings[before].rank
    return draft.headings[(before + 1)...].first { $0.rank <= rank }?.slice
  }

  /// The heading after which a statement would stand: that of the statement before, or of the chapter.
  private func place(_ number: Int) -> Slice {
    if let before = before(number) { return draft.headings[before].slice }
    let heading = draft.headings.first { heading in
      heading.rank == 0 && units.contains("说明", in: heading.title) && outline.role(heading.section) == .body
    }
    return (heading ?? outline.lastChapter(of: draft))?.slice ?? Slice(0, 0)
  }

  private func basis(_ requirement: Requirement) -> Message.Argument {
    (requirement.basis ?? profile.basis).clause
  }

  private static let absent = Phrase("缺少“{0}”的说明{1}", "The statement on “{0}” is missing{1}")
  private static let listed = Phrase(
    "目录列有“{0}”，正文没有{1}", "The contents list “{0}”, and the body does not have it{1}")
  private static let empty = Phrase("“{0}”只有标题，没有内容{1}", "“{0}” has a heading and nothing under it{1}")
  private static let following = Phrase("通常写在这里之前", "It usually stands before this")
}
