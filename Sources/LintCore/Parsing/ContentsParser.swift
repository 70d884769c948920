/// Finds the table of contents (目录).
struct ContentsParser {
  let units: Units
  let text: FoldedText

  /// The most lines a table of contents may have.
  private static let maximumLines = 400
  /// The longest entry, in units.
  private static let maximumEntry = 80

  /// The contents of the draft: the lines below a heading 目录, or the first run of lines with dot leaders.
  ///
  /// - Complexity: O(n) in the number of lines.
  func find() -> Contents? {
    let lineCount = text.lines.count - 1
    for line in 0..<Swift.min(lineCount, 3_000) {
      let slice = units.trimmed(text.slice(ofLine: line))
      if slice.count <= 4, units.equals(slice, "目录") || units.equals(slice, "目次") {
        return read(from: line + 1, heading: line)
      }
      if slice.count >= 8, !text.lines[line].traits.contains(.pipe), hasDots(slice),
        nextHasLeader(after: line, lineCount)
      {
        return read(from: line, heading: nil)
      }
      if beginsParts(line, slice, lineCount) { return read(from: line, heading: nil) }
    }
    return nil
  }

  /// Tells whether 第一部分, a TAB and a page begin a table of contents without a heading: no row of a table is named so.
  private func beginsParts(_ line: Int, _ slice: Slice, _ lineCount: Int) -> Bool {
    guard slice.count >= 4, units[slice.lower] == 0x7B2C, let first = tabbed(slice),
      first.ordinal.style == .part, first.ordinal.value == 1
    else { return false }
    var page = first.page
    var seen = 0
    for next in (line + 1)..<Swift.max(line + 1, Swift.min(line + 8, lineCount)) where seen < 3 {
      let slice = units.trimmed(text.slice(ofLine: next))
      if slice.isEmpty { continue }
      guard let entry = tabbed(slice), entry.page >= page else { return false }
      page = entry.page
      seen += 1
    }
    return seen == 3
  }

  /// The number and the page of an entry with one TAB.
  private func tabbed(_ slice: Slice) -> (ordinal: Ordinal, page: Int)? {
    guard slice.indices.filter({ units[$0] == 0x09 }).count == 1, let leader = leader(in: slice),
      let page = leader.page, page > 0, page < 1_000, units[leader.start] == 0x09,
      let ordinal = OrdinalScanner.scan(units, Slice(slice.lower, leader.start))
    else { return nil }
    return (ordinal, page)
  }

  private func nextHasLeader(after line: Int, _ lineCount: Int) -> Bool {
    var seen = 0
    for next in (line + 1)..<Swift.max(line + 1, Swift.min(line + 6, lineCount)) {
      let slice = units.trimmed(text.slice(ofLine: next))
      if slice.isEmpty { continue }
      if hasDots(slice) { seen += 1 }
    }
    return seen >= 1
  }

  /// Tells whether leaders of real dots stand before the page number; a TAB alone could be a table.
  private func hasDots(_ slice: Slice) -> Bool {
    guard let leader = leader(in: slice), leader.page != nil else { return false }
    return Slice(leader.start, slice.upper).indices.filter { Self.isDot(units[$0]) }.count >= 3
  }

  private static func isDot(_ unit: UInt16) -> Bool {
    unit == 0x2E || unit == 0xB7 || unit == 0x2026 || unit == 0x22EF || unit == 0x2022
  }

  /// The contents of a former state of the draft, if an edit behind them touched none of the lines that they were read
  /// from; the last of these is the first line that is no entry.
  func known(after former: FormerDraft) -> Contents? {
    guard let contents = former.draft.contents, !text.standsAlone, !former.draft.text.standsAlone
    else { return nil }
    let end = Swift.min(former.shared.head, contents.lines.lowerBound + Self.maximumLines)
    var line = contents.lines.upperBound
    while line < end {
      let slice = units.trimmed(text.slice(ofLine: line))
      guard isSkipped(slice) else { return contents }
      line += 1
    }
    return nil
  }

  /// Tells whether a line stands among entries and is none.
  private func isSkipped(_ slice: Slice) -> Bool {
    slice.isEmpty || PageNumber.isOne(units, slice) || isLeaderAlone(slice) || isTableHead(slice)
  }

  private func read(from start: Int, heading: Int?) -> Contents? {
    var entries: [Contents.Entry] = []
    var line = start
    var last = start
    let lineCount = text.lines.count - 1
    while line < lineCount, line - start < Self.maximumLines {
      let slice = units.trimmed(text.slice(ofLine: line))
      if isSkipped(slice) {
        line += 1
        continue
      }
      guard let entry = entry(line, slice), !isBody(entry, after: entries, line: line) else { break }
      entries.append(entry)
      last = line + 1
      line += 1
    }
    guard entries.count >= 2 else { return nil }
    return Contents(headingLine: heading, lines: (heading ?? start)..<last, entries: numbered(entries))
  }

  private func entry(_ line: Int, _ slice: Slice) -> Contents.Entry? {
    guard slice.count <= Self.maximumEntry + 120 else { return nil }
    let (slice, page) = cell(slice) ?? linked(slice) ?? (slice, nil)
    let leader = leader(in: slice)
    let whole = units.trimmed(Slice(slice.lower, leader?.start ?? slice.upper))
    let ordinal = OrdinalScanner.scan(units, whole)
    // A sentence without a number is the start of the body.
    let text = ordinal == nil ? whole : withoutStop(whole)
    guard !text.isEmpty, text.count <= Self.maximumEntry, !units.contains("。", in: text) else { return nil }
    let title = units.trimmed(Slice(text.lower + (ordinal?.length ?? 0), text.upper))
    return Contents.Entry(line: line, slice: text, title: title, ordinal: ordinal, page: leader?.page ?? page)
  }

  /// The text without the full stop or semicolon that some drafts put after every entry, and the page after it.
  private func withoutStop(_ text: Slice) -> Slice {
    var end = text.upper
    while end > text.lower, Unit.isDigit(units[end - 1]) { end -= 1 }
    guard end > text.lower, Unit.isStop(units[end - 1]) else { return text }
    return units.trimmed(Slice(text.lower, end - 1))
  }

  /// Tells whether the leader of an entry has wrapped into a line of its own.
  private func isLeaderAlone(_ slice: Slice) -> Bool {
    leader(in: slice).map { $0.start == slice.lower } ?? false
  }

  /// Where dot leaders or the page number start, with the page.
  private func leader(in slice: Slice) -> (start: Int, page: Int?)? {
    let printed = bracketedPage(slice) ?? wordedPage(slice) ?? slice
    var end = printed.upper
    var page = 0
    var scale = 1
    while end > slice.lower, Unit.isDigit(units[end - 1]), scale < 100_000 {
      page += Int(units[end - 1] - 0x30) * scale
      scale *= 10
      end -= 1
    }
    let hasPage = end < printed.upper
    var start = printed == slice ? end : printed.lower
    var dots = 0
    while start > slice.lower {
      switch units[start - 1] {
      case 0x2E, 0xB7, 0x2D, 0x2022, 0x5F: dots += 1
      case 0x2026, 0x22EF, 0x09: dots += 3
      case 0x20: break
      default: return dots >= 3 ? (start, hasPage ? page : nil) : nil
      }
      start -= 1
    }
    return dots >= 3 ? (start, hasPage ? page : nil) : nil
  }

  /// The page in brackets at the end of an entry, (5) or ( 2-5 ), from the opening bracket to before the closing one.
  private func bracketedPage(_ slice: Slice) -> Slice? {
    guard slice.count >= 4, units[slice.upper - 1] == 0x29 else { return nil }
    var end = slice.upper - 1
    while end > slice.lower, units[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > slice.lower,
      Unit.isDigit(units[start - 1]) || units[start - 1] == 0x2D || units[start - 1] == 0x20
    {
      start -= 1
    }
    guard start > slice.lower, start < end, units[start - 1] == 0x28 else { return nil }
    return Slice(start - 1, end)
  }

  /// 第3页 at the end of an entry, up to 页.
  private func wordedPage(_ slice: Slice) -> Slice? {
    guard slice.count >= 3, units[slice.upper - 1] == 0x9875 else { return nil }
    var start = slice.upper - 1
    while start > slice.lower, Unit.isDigit(units[start - 1]) { start -= 1 }
    guard start > slice.lower, start < slice.upper - 1, units[start - 1] == 0x7B2C else { return nil }
    return Slice(start - 1, slice.upper - 1)
  }

  /// Tells whether a line is the start of the body and no longer an entry.
  private func isBody(_ entry: Contents.Entry, after entries: [Contents.Entry], line: Int) -> Bool {
    guard let first = entries.first else { return false }
    if entry.page != nil { return false }
    let folded = text.lines[line]
    if let ordinal = entry.ordinal, ordinal.style == .part {
      // A part that stands twice in a row is a slip; further back, the parts begin again.
      if let last = entries.last, last.ordinal == ordinal, units.key(last.slice) == units.key(entry.slice) {
        return entries.count == 1
      }
      return entries.contains { $0.ordinal?.style == .part && ($0.ordinal?.value ?? 0) >= ordinal.value }
    }
    if entry.ordinal == nil, folded.hashLevel > 0, entries.contains(where: { $0.ordinal != nil }) {
      return true
    }
    let key = units.key(entry.slice)
    if key == units.key(first.slice) { return true }
    // A title of its own that ends with the first entry's, such as 某局2026年部门预算-单位概况.
    if entry.ordinal == nil, first.title.count >= 4, entry.slice.count > first.title.count {
      let tail = Slice(entry.slice.upper - first.title.count, entry.slice.upper)
      if units.key(tail) == units.key(first.title) { return true }
    }
    // Entries with page numbers are followed by one without: the cover of the first part.
    if entry.ordinal == nil, entries.filter({ $0.page != nil }).count * 2 > entries.count, entries.count > 3 {
      return true
    }
    return false
  }
}
