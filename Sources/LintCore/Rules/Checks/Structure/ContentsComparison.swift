/// The entries of the contents with the places of the body that they name.
final class ContentsComparison {
  /// A heading or table title of the body.
  struct Place {
    var slice: Slice
    var title: [UInt16]
    /// The key of the title: most titles are told apart by it.
    var key: UInt64
    /// The units of the title and those of the slice, a bit each: most titles hold others than a name.
    var signs: UInt64
    var writtenSigns: UInt64
    var ordinal: Ordinal?
    var table: TableID?
    /// The index of the heading; `nil` for the title of a table.
    var heading: Int?
    var isMatched = false
    /// An entry has exactly its words: it cannot be meant by another one.
    var isExact = false
  }

  enum Outcome {
    case same
    /// The wording differs from that of the place with this index.
    case differs(Int)
    case absent
  }

  let draft: Draft
  let units: Units
  let outline: DraftOutline
  let contents: Contents
  let entries: [(title: [UInt16], key: UInt64, signs: UInt64, table: TableID?)]
  private(set) var places: [Place] = []
  /// The places that mean each table.
  private var placesOfTable: [TableID: [Int]] = [:]
  private(set) var outcomes: [Outcome] = []
  /// The entries of tables that the body calls by another of their usual names.
  private(set) var renamed: [(entry: Int, place: Int)] = []
  /// An entry was looked for in the paragraphs.
  private(set) var hasReadProse = false
  /// Where the words of each entry stand in the body.
  private(set) var positions: [[Int]] = []
  /// The tables that another rule reports as missing where the body lacks them.
  let mandatory: Set<TableID>
  let present: Set<TableID>

  init(_ inspection: Inspection, _ contents: Contents) {
    draft = inspection.draft
    units = inspection.units
    outline = inspection.outline
    self.contents = contents
    present = Set(inspection.outline.tableConcepts.compactMap(\.self))
    let units = units
    func title(_ slice: Slice) -> (units: [UInt16], key: UInt64, signs: UInt64) {
      guard slice.lower >= 0, slice.upper <= units.count, !slice.isEmpty else { return ([], 0, 0) }
      // 第二部分：部门预算表, 第二部分、部门预算表.
      let start = slice.indices.first { units[$0] != 0x3A && units[$0] != 0x3001 } ?? slice.lower
      let slice = Slice(start, slice.upper)
      return TitleNormalizer.with(Units(rebasing: units[slice.indices])) { title in
        (Array(title), title.key(Slice(0, title.count)), title.signs(Slice(0, title.count)))
      }
    }
    entries = zip(contents.entries, inspection.outline.entryTables).map { entry, table in
      let (units, key, signs) = title(entry.title)
      return (units, key, signs, table)
    }
    if inspection.kind.isWhole, inspection.options.wants("missing-table") {
      mandatory = Set(inspection.kind.profile?.tables.filter { $0.severity != nil }.map(\.table) ?? [])
    } else {
      mandatory = []
    }
    for (index, heading) in draft.headings.prefix(Self.mostPlaces).enumerated()
    where heading.title.count <= 80 {
      let (words, key, signs) = title(heading.title)
      places.append(
        Place(
          slice: heading.slice, title: words, key: key, signs: signs,
          writtenSigns: units.signs(heading.slice),
          ordinal: heading.ordinal, table: outline.headingTables[index], heading: index))
    }
    for (index, table) in draft.tables.prefix(Self.mostPlaces).enumerated() {
      guard let caption = table.caption, table.captionLine.map({ !contents.lines.contains($0) }) ?? false
      else {
        continue
      }
      let (words, key, signs) = title(caption)
      places.append(
        Place(
          slice: caption, title: words, key: key, signs: signs, writtenSigns: units.signs(caption),
          ordinal: nil,
          table: outline.tableConcepts[index], heading: nil))
    }
    for (index, place) in places.enumerated() {
      if let table = place.table { placesOfTable[table, default: []].append(index) }
    }
  }

  /// The most headings and titles that are compared, so that no draft takes forever.
  private static let mostPlaces = 1_500

  // MARK: Matching

  /// Finds for each entry the heading with the same words, then one that holds them, then one that nearly does.
  func match() {
    outcomes = entries.map { _ in .absent }
    positions = entries.map { _ in [] }
    for (index, entry) in entries.enumerated() where !entry.title.isEmpty {
      // Of 项目支出预算表（本年预算） and 项目支出预算表（上年结转） only the remark tells which is meant. That of
      // 项目支出绩效自评表（某项目） may stand in the form alone.
      let same = entries.indices.filter { entries[$0].key == entry.key && entries[$0].title == entry.title }
      let titled = places.indices.filter { places[$0].key == entry.key && places[$0].title == entry.title }
      let needsRemark = same.count >= 2 && titled.contains { remark(places[$0].slice) != 0 }
      for place in titled {
        if needsRemark, remark(places[place].slice) != remark(contents.entries[index].title) { continue }
        take(place)
        places[place].isExact = true
        positions[index].append(places[place].slice.lower)
        outcomes[index] = .same
      }
    }
    for index in entries.indices {
      guard case .absent = outcomes[index] else { continue }
      outcomes[index] = similar(index)
    }
    for index in entries.indices.dropFirst() where isContinuation(index) {
      outcomes[index - 1] = .same
      outcomes[index] = .same
    }
    for index in entries.indices.dropFirst() where contents.entries[index].ordinal == nil { join(index) }
  }

  /// Tells whether an entry is the second line of the one before, whose page number it carries.
  private func isContinuation(_ index: Int) -> Bool {
    let entry = contents.entries[index]
    guard case .absent = outcomes[index] else { return false }
    return entry.ordinal == nil && entry.page != nil && contents.entries[index - 1].page == nil
      && entry.line - contents.entries[index - 1].line <= 2
  }

  /// Takes an entry without a number and the one before for one entry if the body has both as one title.
  private func join(_ index: Int) {
    let signs =
      units.signs(contents.entries[index - 1].title) | units.signs(contents.entries[index].title)
    let length = entries[index - 1].title.count
    // Most pairs hold the units of no title that is longer than the first.
    guard places.contains(where: { !$0.isExact && $0.title.count > length && $0.signs & ~signs == 0 }) else {
      return
    }
    let title = TitleNormalizer.units(
      Name(
        units: Array(units[contents.entries[index - 1].title.indices])
          + units[contents.entries[index].title.indices]))
    guard title.count > length,
      let place = places.firstIndex(where: { $0.title == title && !$0.isExact })
    else { return }
    take(place)
    places[place].isExact = true
    for part in [index - 1, index] {
      outcomes[part] = .same
      positions[part] = []
    }
  }

  /// Marks a place as listed, with the heading or title beside it that means the same table.
  private func take(_ place: Int) {
    places[place].isMatched = true
    guard let table = places[place].table else { return }
    let position = places[place].slice.lower
    for other in placesOfTable[table] ?? []
    where abs(places[other].slice.lower - position) < Self.reach {
      places[other].isMatched = true
    }
  }

  /// How far a title may stand from the heading above it, in units.
  private static let reach = 120

  /// The key of the remarks in brackets at the end of a title, or 0.
  private func remark(_ slice: Slice) -> UInt64 {
    var end = slice.upper
    // The page may stand right after the bracket.
    while end > slice.lower, Unit.isDigit(units[end - 1]) { end -= 1 }
    var start = end
    while start > slice.lower, units[start - 1] == 0x29,
      let open = Slice(slice.lower, start).indices.last(where: { units[$0] == 0x28 })
    { start = open }
    return start == end ? 0 : units.key(Slice(start, end))
  }

  private func similar(_ index: Int) -> Outcome {
    let entry = entries[index]
    guard entry.title.count >= 2 else { return .same }
    if let place = part(index) ?? holder(index) {
      take(place)
      return .same
    }
    if let place = numbered(entry.title) {
      take(place)
      return .same
    }
    if entry.table == nil, standsInParagraph(index) { return .same }
    if let place = nearest(index) {
      take(place)
      return .differs(place)
    }
    // A table under another of its usual names is the same table.
    if let table = entry.table,
      let place = places.firstIndex(where: { $0.table == table && !$0.isMatched })
    {
      take(place)
      renamed.append((index, place))
      return .same
    }
    return .absent
  }

  /// The heading without a number that was read as the part that an entry numbers.
  private func part(_ index: Int) -> Int? {
    guard let wanted = contents.entries[index].ordinal, wanted.style == .part else { return nil }
    return places.firstIndex { place in
      guard let ordinal = place.ordinal else { return false }
      return ordinal.length == 0 && ordinal.style == .part && ordinal.value == wanted.value
    }
  }

  /// The place whose title holds that of an entry, or is held by it.
  private func holder(_ index: Int) -> Int? {
    let entry = entries[index]
    guard entry.table == nil else { return nil }
    let title = Name(units: entry.title)
    let slice = contents.entries[index].title
    let written = units.name(slice)
    let writtenSigns = units.signs(slice)
    for (index, place) in places.enumerated()
    where !place.isExact && isTable(place.title) == isTable(entry.title) {
      let common = place.signs & entry.signs
      if common == entry.signs || common == place.signs, holds(place.title, title) { return index }
      if written.units.count >= 4, place.writtenSigns & writtenSigns == writtenSigns,
        units.contains(written, in: place.slice)
      {
        return index
      }
    }
    return nil
  }

  /// The place whose title has kept a number without its mark, or whose number the entry has kept: 四财政拨款收支总表.
  private func numbered(_ title: [UInt16]) -> Int? {
    places.firstIndex { place in
      place.title.last == title.last && differByNumeral(title, place.title)
    }
  }

  /// Tells whether one of two titles is the other with a number before it.
  private func differByNumeral(_ a: [UInt16], _ b: [UInt16]) -> Bool {
    let (long, short) = a.count > b.count ? (a, b) : (b, a)
    guard short.count >= 4, (1...3).contains(long.count - short.count) else { return false }
    return long.suffix(short.count).elementsEqual(short)
      && long.prefix(long.count - short.count).allSatisfy { Unit.numeral($0) != nil }
  }

  /// The place whose title is the least off that of an entry, if it may be meant to be the same.
  private func nearest(_ index: Int) -> Int? {
    var best: (distance: Int, place: Int)?
    for place in places.indices where !places[place].isMatched {
      guard let distance = distance(index, place), distance < best?.distance ?? Int.max else { continue }
      best = (distance, place)
    }
    return best?.place
  }

  /// Tells whether one title holds the other whole: 2026年部门预算-单位概况 and 单位概况.
  private func holds(_ place: [UInt16], _ name: Name) -> Bool {
    let entry = name.units
    let (long, short) = (max(place.count, entry.count), min(place.count, entry.count))
    if place.count >= entry.count {
      // 预算表 stands in the name of every table and means none of them.
      guard short >= 4 || (!isTable(entry) && short >= 2 && long <= short + 6) else { return false }
      return place.withUnsafeBufferPointer { $0.contains(name, in: Slice(0, place.count)) }
    }
    guard short >= 4, short * 2 >= long, !isTable(place) else { return false }
    return entry.withUnsafeBufferPointer { $0.contains(Name(units: place), in: Slice(0, entry.count)) }
  }

  /// Tells whether a title ends in 表: 一般公共预算支出情况表 is no 一般公共预算支出情况.
  private func isTable(_ title: [UInt16]) -> Bool { title.last == 0x8868 }

  /// Tells whether a paragraph starts with the title of an entry, as in `（一）机关运行经费。2024年…`.
  private func standsInParagraph(_ index: Int) -> Bool {
    let title = contents.entries[index].title
    guard title.count >= 3, title.count <= 40 else { return false }
    hasReadProse = true
    let word = units.name(title)
    for paragraph in draft.paragraphs.prefix(4 * Self.mostPlaces) {
      let head = Slice(
        paragraph.slice.lower, min(paragraph.slice.upper, paragraph.slice.lower + title.count + 16))
      if units.contains(word, in: head) { return true }
    }
    return false
  }

  /// How many units two titles differ by, if they may be meant to be the same.
  private func distance(_ index: Int, _ place: Int) -> Int? {
    let counts = (entries[index].title.count, places[place].title.count)
    guard min(counts.0, counts.1) >= 5, abs(counts.0 - counts.1) <= Self.mostSlips,
      // A slip changes one unit into another.
      max(counts.0, counts.1) > Units.longestNoted
        || (entries[index].signs ^ places[place].signs).nonzeroBitCount <= 2 * Self.mostSlips
    else { return nil }
    let a = entries[index].title
    let b = places[place].title
    let entryOrdinal = contents.entries[index].ordinal
    let label = label(contents.entries[index].title)
    let sameOrdinal =
      entryOrdinal?.value == places[place].ordinal?.value && entryOrdinal != nil
      || label != nil && label == self.label(places[place].slice)
    let limit = sameOrdinal && a.count >= 8 ? Self.mostSlips : 1
    guard abs(a.count - b.count) <= limit else { return nil }
    let distance = EditDistance.between(a, b)
    guard distance <= limit else { return nil }
    // 收入总表 and 支出总表 are two tables and no slip, unless the numbers agree.
    if !sameOrdinal, entries[index].table != places[place].table || a.count < 8 { return nil }
    return distance
  }

  /// How many units of a title a slip may change.
  private static let mostSlips = 2

  /// The number of a title such as 表6 一般公共预算基本支出表.
  private func label(_ title: Slice) -> Int? {
    guard units.starts(title, with: "表") else { return nil }
    return OrdinalScanner.numeral(units, title.lower + 1, title.upper)?.value
  }
}
