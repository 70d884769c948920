/// Looks for mandatory chapters and statements.
struct RequirementSearch {
  private let draft: Draft
  private let units: Units
  private let outline: DraftOutline
  private let year: Int
  /// For each heading, whether something stands under it.
  private let isFilled: [Bool]

  init(_ inspection: Inspection, _ profile: Profile) {
    draft = inspection.draft
    units = inspection.units
    outline = inspection.outline
    year = inspection.kind.year
    isFilled = Self.filled(draft)
  }

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

  // MARK: Chapters

  func section(_ requirement: Requirement, _ tables: MissingTables, _ inspection: inout Inspection) {
    guard let severity = requirement.severity, applies(requirement) else { return }
    for (index, heading) in draft.headings.enumerated()
    where heading.rank <= 2 || heading.strength != .numbered {
      if units.contains(anyOf: requirement.names, in: heading.title), isFilled[index] { return }
    }
    if requirement.id.hasSuffix("表"), outline.tableConcepts.contains(where: { $0 != nil }) { return }
    // A title without number or type looks like a short paragraph.
    for paragraph in draft.paragraphs
    where paragraph.slice.count <= 30 && units.contains(anyOf: requirement.names, in: paragraph.slice) {
      return
    }
    // The definitions often stand without a heading of their own.
    if requirement.id == "名词解释", definitions() >= 3 { return }
    let title = Message.Argument.message(Message(requirement.title))
    if let entry = draft.contents?.entries.first(where: { isChapter($0, requirement) }) {
      inspection.report(
        "missing-section", min(severity, .warning), at: entry.slice, Message(Self.listedChapter, title))
    } else {
      inspection.report(
        "missing-section", severity, at: end(), Message(Self.absentChapter, title, requirement.basisClause))
    }
  }

  private func isChapter(_ entry: Contents.Entry, _ requirement: Requirement) -> Bool {
    units.contains(anyOf: requirement.names, in: entry.title)
  }

  /// How many paragraphs define a term, as in `基本支出：指…`.
  private func definitions() -> Int {
    var count = 0
    for paragraph in draft.paragraphs where paragraph.slice.count < 400 {
      let start = Slice(paragraph.slice.lower, min(paragraph.slice.upper, paragraph.slice.lower + 40))
      if units.contains(anyOf: [":指", ":是指", ":反映"], in: start) { count += 1 }
    }
    return count
  }

  private func applies(_ requirement: Requirement) -> Bool { year == 0 || (requirement.since ?? 0) <= year }

  /// Where a chapter at the end would stand: the last heading of the main text.
  private func end() -> Slice {
    let heading = draft.headings.last { $0.rank == 0 && outline.role($0.section) != .attachment }
    return (heading ?? draft.headings.last)?.slice ?? Slice(0, 0)
  }

  // MARK: Statements

  func statements(_ requirements: [Requirement], _ inspection: inout Inspection) {
    let wanted = requirements.filter { $0.severity != nil && applies($0) }
    var found = [Bool](repeating: false, count: wanted.count)
    var emptyHeading = [Int?](repeating: nil, count: wanted.count)
    var lastHeading = [Int?](repeating: nil, count: wanted.count)
    var names = PhraseMatcher()
    var starts: [(Int, Name)] = []
    var phrases = PhraseMatcher()
    for (number, requirement) in wanted.enumerated() {
      for name in requirement.names {
        // ^支出决算 stands at the start of a title, and not within 一般公共预算财政拨款支出决算.
        if name.units.first == 0x5E {
          starts.append((number, Name(units: Array(name.units.dropFirst()))))
        } else {
          names.insert(name, number)
        }
      }
      for phrase in requirement.phrases { phrases.insert(phrase, number) }
    }
    for (index, heading) in draft.headings.enumerated()
    where !outline.isTableHeading[index] && outline.role(heading.section) == .body {
      func note(_ number: Int) {
        lastHeading[number] = index
        if isFilled[index] { found[number] = true } else { emptyHeading[number] = index }
      }
      names.forEach(in: heading.title, of: units) { note($0.number) }
      TitleNormalizer.with(Units(rebasing: units[heading.title.indices])) { title in
        for (number, name) in starts where title.starts(Slice(0, title.count), with: name) { note(number) }
      }
    }
    // （一）机关运行经费。本单位… has its heading in the same line.
    for paragraph in draft.paragraphs where outline.role(paragraph.section) == .body {
      guard let lead = lead(of: paragraph) else { continue }
      names.forEach(in: lead, of: units) { found[$0.number] = true }
    }
    let notes = Set(draft.tables.flatMap(\.notes))
    for (index, paragraph) in draft.paragraphs.enumerated()
    where outline.role(paragraph.section) == .body && !notes.contains(index) {
      phrases.forEach(in: paragraph.slice, of: units) { match in
        if !found[match.number],
          wanted[match.number].isStated(at: match.slice, in: paragraph.slice, of: units)
        {
          found[match.number] = true
        }
      }
    }
    for (number, requirement) in wanted.enumerated() where !found[number] {
      // The statements are listed in their usual order: one that is missing would follow the one before.
      let before = lastHeading[..<number].last { $0 != nil } ?? nil
      report(requirement, emptyHeading[number], after: before, &inspection)
    }
  }

  /// The longest heading in the same line as its text, in units.
  private static let longestLead = 24

  /// The heading before the text of a numbered paragraph, up to the first stop or colon.
  private func lead(of paragraph: Paragraph) -> Slice? {
    guard let ordinal = paragraph.ordinal else { return nil }
    let start = paragraph.slice.lower + ordinal.length
    let limit = min(paragraph.slice.upper, start + Self.longestLead)
    for i in Slice(start, limit).indices where units[i] == 0x3002 || units[i] == 0x3A {
      return i + 1 < paragraph.slice.upper ? Slice(start, i) : nil
    }
    return nil
  }

  private func report(
    _ requirement: Requirement, _ heading: Int?, after before: Int?, _ inspection: inout Inspection
  ) {
    let severity = requirement.severity ?? .warning
    let title = Message.Argument.message(Message(requirement.title))
    if let heading {
      // A heading shows that the statement was meant to be there: nothing about its absence is a guess.
      inspection.report(
        "missing-section", severity == .info ? .info : .error, at: draft.headings[heading].slice,
        Message(Self.emptyStatement, title))
      return
    }
    let entry = draft.contents?.entries.first {
      units.contains(anyOf: requirement.names, in: $0.title) && !units.contains("表", in: $0.title)
    }
    if let entry {
      inspection.report("missing-section", .warning, at: entry.slice, Message(Self.listedChapter, title))
    } else {
      inspection.report(
        "missing-section", severity, at: place(after: before),
        Message(Self.absentStatement, title, requirement.basisClause),
        related: sibling(after: before).map { [inspection.related($0, Message(Self.following))] } ?? [])
    }
  }

  /// The heading of the same rank after another one, before which a statement would stand.
  private func sibling(after before: Int?) -> Slice? {
    guard let before else { return nil }
    let rank = draft.headings[before].rank
    return draft.headings[(before + 1)...].first { $0.rank <= rank }?.slice
  }

  /// The heading after which a statement would stand: that of the statement before, or of the chapter.
  private func place(after before: Int?) -> Slice {
    if let before { return draft.headings[before].slice }
    let heading = draft.headings.first { heading in
      heading.rank == 0 && units.contains("说明", in: heading.title) && outline.role(heading.section) == .body
    }
    return heading?.slice ?? end()
  }

  private static let absentChapter = Phrase(
    "缺少“{0}”一章：目录和正文都没有{1}", "The chapter “{0}” is missing from the contents and the body{1}")
  private static let listedChapter = Phrase(
    "目录列有“{0}”，正文没有", "The contents list “{0}”, and the body does not have it")
  private static let absentStatement = Phrase("缺少“{0}”的说明{1}", "The statement on “{0}” is missing{1}")
  private static let following = Phrase("通常写在这里之前", "It usually stands before this")
  private static let emptyStatement = Phrase("“{0}”只有标题，没有内容", "“{0}” has a heading and nothing under it")
}

extension Requirement {
  /// The end of a message that names the clause that asks for it.
  fileprivate var basisClause: Message.Argument {
    guard let basis else { return .text("") }
    return .message(Message(Phrase("（{0}）", " ({0})"), .message(Message(basis))))
  }

  /// Tells whether a phrase in a paragraph makes the statement and does not only mention the subject.
  fileprivate func isStated(at slice: Slice, in paragraph: Slice, of units: Units) -> Bool {
    guard needsFigure else { return true }
    // 占本年支出合计的 100% and 其中：政府性基金收入 0 万元 speak of something else.
    guard slice.lower == paragraph.lower || units[slice.lower - 1] != 0x5360,
      slice.lower - sentenceStart(before: slice.lower, in: paragraph, of: units) <= Self.subjectReach
    else { return false }
    let near = Slice(max(paragraph.lower, slice.lower - 12), min(paragraph.upper, slice.upper + 60))
    if units.contains(anyOf: Self.denials, in: near) { return true }
    for i in slice.upper..<near.upper where Unit.isDigit(units[i]) {
      var end = i
      while end < near.upper, Unit.isDigit(units[end]) || units[end] == 0x2E || units[end] == 0x2C {
        end += 1
      }
      if end < paragraph.upper, Self.isMeasure(units[end]) { return true }
    }
    return false
  }

  /// How far from the start of a sentence its subject may stand, in units.
  private static let subjectReach = 36

  private func sentenceStart(before position: Int, in paragraph: Slice, of units: Units) -> Int {
    var i = position
    while i > paragraph.lower, units[i - 1] != 0x3002 { i -= 1 }
    return i
  }

  /// Tells whether a unit after a figure measures it: 万, 元, 亿, 辆, 个, 批, 人, 台, 次, 平.
  private static func isMeasure(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x4E07, 0x5143, 0x4EBF, 0x8F86, 0x4E2A, 0x6279, 0x4EBA, 0x53F0, 0x6B21, 0x5E73: true
    default: false
    }
  }

  private static let denials: [Word] = ["没有", "无", "未", "不涉及", "不属于", "为空", "零"]
}
