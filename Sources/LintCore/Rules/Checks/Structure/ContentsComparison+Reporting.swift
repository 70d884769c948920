/// Reports where the contents and the body differ.
extension ContentsComparison {
  func report(to inspection: inout Inspection) {
    let known = outcomes.filter { if case .absent = $0 { false } else { true } }.count
    // Contents that fit hardly any heading belong to another document.
    guard known * 2 >= outcomes.count else { return }
    for (index, outcome) in outcomes.enumerated() {
      let entry = contents.entries[index]
      switch outcome {
      case .same: continue
      case .differs(let place): reportDifference(entry, places[place], &inspection)
      case .absent:
        if let table = entries[index].table, mandatory.contains(table), !present.contains(table) { continue }
        if isReportedAsMissing(entry, inspection) || isCoverLine(entry) { continue }
        inspection.report(
          "toc-mismatch", .warning, at: entry.slice, Message(Self.absent, .text(draft.string(entry.slice))))
      }
    }
    reportRenamed(&inspection)
    reportOrder(&inspection)
    reportYears(&inspection)
    reportUnlisted(&inspection)
    reportUnlistedTables(&inspection)
  }

  /// How many tables the contents have to call just as the body does, for each that they call otherwise.
  private static let leastAlike = 5

  /// Reports a table that the body calls otherwise than the contents, where all others have the same name in both.
  private func reportRenamed(_ inspection: inout Inspection) {
    guard let (entry, place) = renamed.only,
      entries.indices.count(where: { entries[$0].table != nil && !positions[$0].isEmpty }) >= Self.leastAlike,
      entries.indices.allSatisfy({
        entries[$0].table == nil && entries[$0].title.last != 0x8868 || $0 == entry || !positions[$0].isEmpty
      }),
      !isCut(entries[entry].title, places[place].title)
    else { return }
    reportDifference(contents.entries[entry], places[place], &inspection)
  }

  /// Tells whether one title is only the beginning or the end of the other.
  private func isCut(_ a: [UInt16], _ b: [UInt16]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return long.starts(with: short) || long.reversed().starts(with: short.reversed())
  }

  /// The most mandatory tables that may be left out of the contents by a slip; who leaves out more lists them elsewhere.
  private static let mostUnlisted = 2

  /// Reports the mandatory tables that the contents leave out though they list the others.
  private func reportUnlistedTables(_ inspection: inout Inspection) {
    let listed = Set(entries.compactMap(\.table))
    // An entry that nobody knows may mean any of them.
    let isClear = zip(entries, outcomes).allSatisfy { entry, outcome in
      if case .absent = outcome { return entry.title.last != 0x8868 }
      return entry.table != nil || entry.title.last != 0x8868
    }
    let found = Set(places.filter(\.isMatched).compactMap(\.table))
    let unlisted = mandatory.intersection(present).subtracting(listed).subtracting(found)
    guard isClear, !unlisted.isEmpty, unlisted.count <= Self.mostUnlisted,
      mandatory.intersection(listed).count >= 5
    else { return }
    for table in unlisted.sorted(by: { $0.index < $1.index }) {
      guard let place = places.first(where: { $0.table == table }) else { continue }
      inspection.report(
        "toc-mismatch", .warning, at: place.slice, Message(Self.unlisted, .text(draft.string(place.slice))),
        fixes: listing(place))
    }
  }

  /// Titles of evaluations, which may be of another year than the draft, so that only their entry tells which is meant.
  private static let evaluations = WordList(["自评", "绩效"])

  /// Reports an entry of the year of the draft whose heading names another year, or the reverse.
  private func reportYears(_ inspection: inout Inspection) {
    let year = inspection.kind.year
    // In a set of evaluations all titles are held against its year.
    guard year > 0, inspection.kind.profile?.family != .performance else { return }
    for (index, found) in positions.enumerated() where Set(found).count == 1 {
      let (entry, title) = (contents.entries[index].slice, contents.entries[index].title)
      // Most titles do not begin with a year: 2023年度…, 关于2023年度….
      guard title.indices.prefix(3).contains(where: { units[$0] == 0x32 }),
        units.contains(anyOf: Self.evaluations, in: entry),
        let body = places.first(where: { $0.slice.lower == found[0] })?.slice
      else { continue }
      let years = (entry: TableBinding.year(units, entry), body: TableBinding.year(units, body))
      guard years.entry > 0, years.body > 0, years.entry != years.body,
        years.entry == year || years.body == year
      else { continue }
      let (wrong, right) = years.entry == year ? (body, entry) : (entry, body)
      let stated = years.entry == year ? years.body : years.entry
      let digits = YearCheck.place(of: stated, wrong, units) ?? wrong
      inspection.report(
        "year", .error, at: digits,
        Message(years.entry == year ? Self.bodyYear : Self.entryYear, .count(stated), .count(year)),
        related: [inspection.related(right, Message(Self.body, .text(draft.string(right))))],
        fixes: [
          Fix(
            title: Message(FixPhrases.change, .count(year)), edits: [Edit(draft.range(digits), String(year))],
            safety: .review)
        ])
    }
  }

  private static let bodyYear = Phrase(
    "此处标题写 {0} 年，目录和本文档为 {1} 年", "This title says {0}, the contents and the draft {1}")
  private static let entryYear = Phrase(
    "目录写 {0} 年，正文标题和本文档为 {1} 年", "The contents say {0}, the title and the draft {1}")

  /// Reports entries whose headings stand before that of an entry above.
  private func reportOrder(_ inspection: inout Inspection) {
    var last = -1
    var late: [(entry: Int, place: Int)] = []
    for index in entries.indices {
      let found = positions[index]
      guard let first = found.min() else { continue }
      if let next = found.filter({ $0 > last }).min() {
        last = next
      } else {
        late.append((index, first))
      }
    }
    // Where much is out of order, the body follows another plan, and the numbers tell more.
    guard !late.isEmpty, late.count <= 2, late.count * 4 < entries.count else { return }
    for (index, place) in late {
      let entry = contents.entries[index]
      guard let slice = places.first(where: { $0.slice.lower == place })?.slice else { continue }
      inspection.report(
        "toc-mismatch", .warning, at: entry.slice, Message(Self.order, .text(draft.string(entry.slice))),
        related: [inspection.related(slice, Message(Self.body, .text(draft.string(slice))))])
    }
  }

  /// Tells whether a line among the entries is none: a date or name between the heading and the first entry.
  private func isCoverLine(_ entry: Contents.Entry) -> Bool {
    entry.ordinal == nil && entry.page == nil
      && (units.contains("\t", in: entry.slice) || units.contains(":", in: entry.slice)
        || TableBinding.year(units, entry.slice) > 0)
  }

  private func isReportedAsMissing(_ entry: Contents.Entry, _ inspection: Inspection) -> Bool {
    inspection.hasReported("missing-section", at: entry.slice)
  }

  private func reportDifference(_ entry: Contents.Entry, _ place: Place, _ inspection: inout Inspection) {
    let written = draft.string(place.slice)
    inspection.report(
      "toc-mismatch", .warning, at: entry.slice,
      Message(Self.differs, .text(draft.string(entry.slice)), .text(written)),
      related: [inspection.related(place.slice, Message(Self.body, .text(written)))],
      fixes: [rewording(entry, place)])
  }

  /// The entry with the words of the body.
  private func rewording(_ entry: Contents.Entry, _ place: Place) -> Fix {
    let words = draft.written(place.heading.map { draft.headings[$0].title } ?? place.slice)
    return Fix(
      title: Message(Self.reword, .text(words)), edits: [Edit(draft.range(entry.title), words)],
      safety: .review)
  }

  /// The entry of a heading that the contents leave out, after that of the heading before it.
  private func listing(_ place: Place) -> [Fix] {
    guard let index = place.heading else { return [] }
    let heading = draft.headings[index]
    guard let number = heading.ordinal?.value,
      let edit = ContentsEditor(draft, units).entry(
        for: draft.written(heading.title), number: number, after: heading, in: index)
    else { return [] }
    return [
      Fix(title: Message(Self.list, .text(draft.string(place.slice))), edits: [edit], safety: .review)
    ]
  }

  /// Reports the parts and numbered chapters of the body that the contents leave out.
  private func reportUnlisted(_ inspection: inout Inspection) {
    let listsParts = contents.entries.filter { $0.ordinal?.style == .part }.count >= 2
    guard listsParts else { return }
    var listed: Set<Int> = []
    for entry in contents.entries {
      if let ordinal = entry.ordinal, ordinal.style == .part { listed.insert(ordinal.value) }
    }
    reportUnlistedChapters(&inspection)
    for place in places where !place.isMatched {
      guard let index = place.heading, let ordinal = place.ordinal, ordinal.style == .part,
        ordinal.length > 0,
        outline.role(draft.headings[index].section) != .attachment, !listed.contains(ordinal.value)
      else { continue }
      inspection.report(
        "toc-mismatch", .warning, at: place.slice, Message(Self.unlisted, .text(draft.string(place.slice))),
        fixes: listing(place))
    }
  }

  /// Reports the numbered chapters of a part that the contents leave out though they list all others.
  private func reportUnlistedChapters(_ inspection: inout Inspection) {
    var part: Int?
    var listed: [Int: Int] = [:]
    for entry in contents.entries {
      guard let ordinal = entry.ordinal else { continue }
      if ordinal.style == .part { part = ordinal.value }
      if ordinal.style == .chinese, let part { listed[part, default: 0] += 1 }
    }
    var chapters: [Int: [Place]] = [:]
    part = nil
    for place in places {
      guard let index = place.heading, let ordinal = place.ordinal else { continue }
      guard outline.role(draft.headings[index].section) == .body else {
        part = nil
        continue
      }
      if ordinal.style == .part { part = ordinal.value }
      if ordinal.style == .chinese, let part { chapters[part, default: []].append(place) }
    }
    for (part, places) in chapters.sorted(by: { $0.key < $1.key }) {
      let unlisted = places.filter { !$0.isMatched }
      guard listed[part, default: 0] >= 3, !unlisted.isEmpty, unlisted.count <= 2,
        unlisted.count * 4 <= places.count
      else { continue }
      for place in unlisted {
        inspection.report(
          "toc-mismatch", .warning, at: place.slice, Message(Self.unlisted, .text(draft.string(place.slice))),
          fixes: listing(place))
      }
    }
  }

  private static let reword = Phrase("目录改为“{0}”", "Say “{0}” in the contents")
  private static let list = Phrase("把“{0}”列入目录", "List “{0}” in the contents")
  private static let order = Phrase(
    "目录中“{0}”的位置与正文的先后不一致", "The contents list “{0}” in another order than the body")
  private static let absent = Phrase("目录中的“{0}”在正文里没有", "The body has no heading for “{0}” of the contents")
  private static let differs = Phrase("目录写作“{0}”，正文写作“{1}”", "The contents say “{0}”, the body “{1}”")
  private static let body = Phrase("正文：{0}", "The body: {0}")
  private static let unlisted = Phrase("“{0}”没有列入目录", "“{0}” is not listed in the contents")
}
