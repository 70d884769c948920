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

  init(_ inspection: Inspection, _ profile: Profile, isFilled: [Bool]) {
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
    readHeadings(titles)
    readText(titles)
  }

  // MARK: Headings

  private mutating func readHeadings(_ titles: TitleMatcher) {
    claims = draft.headings.indices.map { index in
      let heading = draft.headings[index]
      guard !outline.isTableHeading[index], outline.role(heading.section) == .body else { return [] }
      return titles.numbers(heading.title, units)
    }
    let containers = containers()
    for (index, section) in draft.sections.enumerated() {
      let inherited = section.parent.flatMap { $0 < index ? owners[$0] : nil } ?? []
      let own = section.heading.map { containers.contains($0) ? [] : claims[$0] } ?? []
      owners.append(own.isEmpty ? inherited : own)
    }
    for (index, heading) in draft.headings.enumerated() where !claims[index].isEmpty {
      // A part that holds several statements is none of them.
      if heading.rank == 0, containers.contains(index) { continue }
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

  /// The headings under which several other statements have headings of their own.
  private func containers() -> Set<Int> {
    var below: [Int: Set<Int>] = [:]
    for (index, heading) in draft.headings.enumerated() where !claims[index].isEmpty {
      var section = heading.section < draft.sections.count ? draft.sections[heading.section].parent : nil
      while let current = section {
        if let above = draft.sections[current].heading, !claims[above].isEmpty || heading.rank > 0 {
          below[above, default: []].formUnion(
            claims[index].filter { wanted[$0].whole == nil && !claims[above].contains($0) })
        }
        section = draft.sections[current].parent
      }
    }
    return Set(below.filter { $0.value.count >= 2 }.keys)
  }

  private mutating func note(_ number: Int, isOwn: Bool) {
    evidence[number] = max(evidence[number], isOwn ? .stated : .mentioned)
  }

  /// Tells whether a section about some statements can make another one.
  private func isOwn(_ number: Int, _ owners: [Int]) -> Bool {
    owners.isEmpty || owners.contains(number) || wholes[number].map(owners.contains) ?? false
  }

  // MARK: Text

  private mutating func readText(_ titles: TitleMatcher) {
    let notes = Set(draft.tables.flatMap(\.notes))
    for (index, paragraph) in draft.paragraphs.enumerated()
    where outline.role(paragraph.section) == .body && !notes.contains(index) {
      var owners = paragraph.section < owners.count ? owners[paragraph.section] : []
      // （一）机关运行经费。本单位… has its heading in the same line.
      if let lead = lead(of: paragraph) {
        let found = titles.numbers(lead, units)
        for number in found { evidence[number] = .stated }
        if !found.isEmpty { owners = found }
      }
      titles.words.phrases.forEach(in: paragraph.slice, of: units) { match in
        guard let number = titles.numbers[match.number], evidence[number] != .stated else { return }
        switch wanted[number].statement(at: match.slice, in: paragraph.slice, of: units) {
        case .none: return
        case .figure: note(number, isOwn: isOwn(number, owners) || opens(match.slice, paragraph.slice))
        case .denial: note(number, isOwn: true)
        }
      }
    }
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

/// Finds the statements that a title opens.
private final class TitleMatcher {
  let requirements: [Requirement]
  /// The wordings of all statements of the profile.
  let words: StatementWords
  /// For each statement of the profile, its number in ``requirements`` if it is asked for.
  let numbers: [Int?]

  init(requirements: [Requirement], words: StatementWords, numbers: [Int?]) {
    self.requirements = requirements
    self.words = words
    self.numbers = numbers
  }

  func numbers(_ title: Slice, _ units: Units) -> [Int] {
    var found: [Int] = []
    words.names.forEach(in: title, of: units) { match in
      guard let number = numbers[match.number], !found.contains(number) else { return }
      if !requirements[number].isExcluded(title, units) { found.append(number) }
    }
    guard !words.starts.isEmpty else { return found }
    TitleNormalizer.with(Units(rebasing: units[title.indices])) { normalized in
      for (statement, name) in words.starts where normalized.starts(Slice(0, normalized.count), with: name) {
        if let number = numbers[statement], !found.contains(number) { found.append(number) }
      }
    }
    return found
  }
}

extension Requirement {
  /// Tells whether a title or wording means something else, though it holds one of the names.
  fileprivate func isExcluded(_ title: Slice, _ units: Units) -> Bool {
    !except.isEmpty && units.contains(anyOf: except, in: title)
  }

  /// What a phrase in a paragraph states.
  fileprivate enum Statement {
    case none
    case figure
    /// There is nothing of it, or nothing else is asked for.
    case denial
  }

  /// Tells whether a phrase in a paragraph makes the statement and does not only mention the subject.
  fileprivate func statement(at slice: Slice, in paragraph: Slice, of units: Units) -> Statement {
    guard needsFigure else { return .figure }
    // 占本年支出合计的 100% and 其中：政府性基金收入 0 万元 speak of something else.
    guard slice.lower == paragraph.lower || units[slice.lower - 1] != 0x5360,
      slice.lower - clauseStart(before: slice.lower, in: paragraph, of: units) <= Self.subjectReach
    else { return .none }
    // 政府性基金预算财政拨款收支 speaks of the fund alone.
    if isExcluded(Slice(max(paragraph.lower, slice.lower - Self.qualifierReach), slice.upper), units) {
      return .none
    }
    let near = Slice(max(paragraph.lower, slice.lower - 12), min(paragraph.upper, slice.upper + 60))
    if units.contains(anyOf: Self.denials, in: near) { return .denial }
    for i in slice.upper..<near.upper where Unit.isDigit(units[i]) {
      var end = i
      while end < near.upper, Unit.isDigit(units[end]) || units[end] == 0x2E || units[end] == 0x2C {
        end += 1
      }
      if end < paragraph.upper, Self.isMeasure(units[end]) { return .figure }
    }
    return .none
  }

  /// How far from the start of a sentence, or of a part of it behind ；, its subject may stand, in units.
  private static let subjectReach = 48

  /// How far before a phrase a word may stand that makes it mean something else, in units.
  private static let qualifierReach = 8

  private func clauseStart(before position: Int, in paragraph: Slice, of units: Units) -> Int {
    var i = position
    while i > paragraph.lower, units[i - 1] != 0x3002, units[i - 1] != 0x3B { i -= 1 }
    return i
  }

  /// Tells whether a unit after a figure measures it: 万, 元, 亿, 辆, 个, 批, 人, 台, 次, 平.
  private static func isMeasure(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x4E07, 0x5143, 0x4EBF, 0x8F86, 0x4E2A, 0x6279, 0x4EBA, 0x53F0, 0x6B21, 0x5E73: true
    default: false
    }
  }

  private static let denials = WordList(["没有", "无", "未", "不涉及", "不属于", "为空", "零"])
}
