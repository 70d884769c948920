/// Reads headings, paragraphs and tables from folded text; any text gives some draft.
struct DraftParser {
  let source: SourceText
  let text: FoldedText
  let units: Units
  /// The state of the document before an edit, if there is one.
  private let former: FormerDraft?

  private(set) var headings: [Heading] = []
  private(set) var sections: [Section] = [Section(heading: nil, rank: -1, parent: nil, lines: 0..<0)]
  var blocks: [Block] = []
  private(set) var paragraphs: [Paragraph] = []
  /// The tables that were found, to be read when all is found.
  var tables: [FoundTable] = []
  private(set) var contents: Contents?
  /// The open sections from the outermost in.
  var open: [Int] = [0]
  let headingReader: HeadingReader
  /// What the texts of lines are known not to be.
  var marks: LineMarks
  /// What is printed on every page, once it was looked for.
  var runningHeaders: RunningHeaders?
  /// The rows of the table that is being read depend on that.
  var isCutByPages = false
  /// The table of lines with TABs that is being read; its room serves them all.
  var grid = Grid(lines: 0..<0)
  /// No line ends with a TAB: an editor has stripped the blank cells at the ends of rows.
  let isStripped: Bool
  /// Where lines end as the pages of a PDF made them.
  private let wraps: HardWraps?

  init(source: SourceText, text: FoldedText, units: Units, former: FormerDraft? = nil) {
    self.source = source
    self.text = text
    self.units = units
    let parser = ContentsParser(units: units, text: text)
    contents = former.flatMap { parser.known(after: $0) } ?? parser.find()
    headingReader = HeadingReader(units: units, text: text, contents: contents)
    isStripped = (0..<text.lines.count - 1).allSatisfy { line in
      let slice = text.slice(ofLine: line)
      return slice.isEmpty || units[slice.upper - 1] != 0x09
    }
    self.former = former?.draft.isStripped == isStripped ? former : nil
    wraps = HardWraps(source, text, units)
    marks = LineMarks(text, after: former)
  }

  var lineCount: Int { text.lines.count - 1 }

  mutating func run() {
    var line = 0
    let skipped = contents?.lines ?? 0..<0
    while line < lineCount {
      if skipped.contains(line) {
        line = skipped.upperBound
        continue
      }
      let traits = text.lines[line].traits
      isCutByPages = false
      if traits.isDisjoint(with: [.tab, .pipe, .tableTag]) {
        line = textLine(at: line)
      } else if let known = former?.table(at: line, text, units) {
        add(known)
        line = known.lines.upperBound
      } else if traits.contains(.tableTag), let next = htmlTable(at: line) {
        line = next
      } else if isTabRow(line) {
        line = tabTable(at: line)
      } else if isPipeRow(line), let next = pipeTable(at: line) {
        line = next
      } else {
        line = textLine(at: line)
      }
    }
    closeSections()
  }

  // MARK: Text

  /// Tells whether what stood in a line is printed on every page; nothing is left of it.
  func isFurniture(_ line: Int) -> Bool { text.lines[line].traits.contains(.pageFurniture) }

  func trimmed(_ line: Int) -> Slice { units.trimmed(text.slice(ofLine: line)) }

  private mutating func textLine(at line: Int) -> Int {
    let slice = trimmed(line)
    if slice.isEmpty || isHeadOfPage(line, slice) { return line + 1 }
    if saysTableInfo(line, slice), !opensReport(line, slice) { return line + 1 }
    if let heading = heading(line, slice), !continuesList(heading), !isWrapped(heading) {
      return add(heading)
    }
    return paragraph(at: line, slice)
  }

  /// What a page begins with every time; many forms of one title may begin a page each.
  private static let titles = WordList(["表", "情况", "说明"])

  /// Tells whether a line is printed at the top of every page: it comes again and again, here below a page number.
  private mutating func isHeadOfPage(_ line: Int, _ slice: Slice) -> Bool {
    guard slice.count <= RunningHeaders.longest, line > 0,
      let before = (Swift.max(0, line - 3)..<line).last(where: { isFurniture($0) || !trimmed($0).isEmpty }),
      isFurniture(before), OrdinalScanner.scan(units, slice) == nil,
      !units.ends(units.withoutTrailingBrackets(slice), withAnyOf: Self.titles)
    else { return false }
    return isRunningHeader(line)
  }

  /// Lines that only tell of a table which unit and entity it has; the table looks back at them.
  func isTableInfo(_ line: Int, _ slice: Slice) -> Bool {
    guard slice.count <= 60, !units.contains("。", in: slice) else { return false }
    if TableInfo.unit(units, slice) != nil, slice.count <= 40 { return true }
    return TableInfo.entity(units, slice) != nil || TableInfo.isLabel(units, slice)
  }

  private static let attachment: Word = "附件"
  private static let reports = WordList(["报告", "总结", "自评", "评价"])

  /// Tells whether a line such as 附件2 stands above the title of a report, and not above a table.
  private func opensReport(_ line: Int, _ slice: Slice) -> Bool {
    units.starts(slice, with: Self.attachment)
      && nextTextLine(after: line, within: 3).map { units.ends(trimmed($0), withAnyOf: Self.reports) }
        ?? false
  }

  /// Tells whether a numbered line is the next item of a list whose items are sentences.
  private func continuesList(_ heading: Heading) -> Bool {
    guard let ordinal = heading.ordinal, case .paragraph(let last)? = blocks.last,
      let before = paragraphs[last].ordinal, before.style == ordinal.style, before.value + 1 == ordinal.value
    else { return false }
    let closes = units[heading.slice.upper - 1] == 0x3002
    return closes || (ordinal.style >= .chineseInBrackets && text.lines[heading.line].hashLevel == 0)
  }

  private mutating func add(_ heading: Heading) -> Int {
    var heading = heading
    var next = heading.line + 1
    if heading.ordinal?.style == .part, heading.title.isEmpty || joins(heading) {
      // A divider page puts the title into the next line.
      let following = nextTextLine(after: heading.line, within: 3)
      if let following, let more = headingReader.heading(following, trimmed(following)), more.ordinal == nil {
        heading.slice = Slice(heading.slice.lower, more.slice.upper)
        heading.title = heading.title.isEmpty ? more.title : Slice(heading.title.lower, more.title.upper)
        next = following + 1
      }
    } else if heading.strength != .bare, joins(heading),
      let following = nextTextLine(after: heading.line, within: 2)
    {
      heading.slice = Slice(heading.slice.lower, trimmed(following).upper)
      heading.title = Slice(heading.title.lower, trimmed(following).upper)
      next = following + 1
    }
    heading.section = section(for: heading)
    headings.append(heading)
    blocks.append(.heading(headings.count - 1))
    return next
  }

  /// Tells whether the contents have this heading only together with the line after it.
  private func joins(_ heading: Heading) -> Bool {
    guard let contents, heading.title.count >= 2, let ordinal = heading.ordinal,
      let following = nextTextLine(after: heading.line, within: 2)
    else { return false }
    let next = trimmed(following)
    guard next.count <= 40, OrdinalScanner.scan(units, next) == nil else { return false }
    let alone = units.key(heading.title)
    let together = units.key(Slice(heading.title.lower, next.upper))
    var found = false
    for (entry, key) in headingReader.entryKeys.enumerated()
    where (key == alone || key == together) && contents.entries[entry].ordinal?.style == ordinal.style {
      if key == alone { return false }
      found = true
    }
    return found
  }

  private func nextTextLine(after line: Int, within limit: Int) -> Int? {
    for next in (line + 1)..<Swift.max(line + 1, Swift.min(line + 1 + limit, lineCount)) {
      if text.lines[next].traits.contains(.tab) { return nil }
      if !trimmed(next).isEmpty { return next }
    }
    return nil
  }

  /// Opens the section of a heading, or goes on with the one it repeats.
  private mutating func section(for heading: Heading) -> Int {
    if heading.rank == 0, let ordinal = heading.ordinal,
      let current = open.last(where: { sections[$0].rank == 0 }),
      let known = sections[current].heading, headings[known].ordinal?.value == ordinal.value
    {
      // The divider page of a part and its first heading say the same.
      while let last = open.last, sections[last].rank > 0 { close(last, at: heading.line) }
      return current
    }
    while let last = open.last, last != 0, sections[last].rank >= heading.rank {
      close(last, at: heading.line)
    }
    sections.append(
      Section(
        heading: headings.count, rank: heading.rank, parent: open.last, lines: heading.line..<heading.line + 1
      ))
    open.append(sections.count - 1)
    return sections.count - 1
  }

  private mutating func close(_ section: Int, at line: Int) {
    sections[section].lines =
      sections[section].lines.lowerBound..<Swift.max(sections[section].lines.lowerBound, line)
    open.removeLast()
  }

  private mutating func closeSections() {
    while let last = open.last { close(last, at: lineCount) }
  }

  /// Reads a paragraph and joins what a page break cut off it.
  private mutating func paragraph(at start: Int, _ slice: Slice) -> Int {
    var end = slice.upper
    var last = start
    while true {
      let isOpen = isOpenEnded(Slice(slice.lower, end))
      let isCut = isCutByPage(Slice(slice.lower, end))
      let isFull = isWrapped(last)
      guard isOpen || isCut || isFull, let next = continuation(after: last),
        isOpen || isFull && next == last + 1
          || isCut && (last + 1..<next).contains(where: { isFurniture($0) })
      else { break }
      end = trimmed(next).upper
      last = next
    }
    paragraphs.append(
      Paragraph(
        slice: Slice(slice.lower, end), lines: start..<last + 1, section: open.last ?? 0,
        ordinal: OrdinalScanner.scan(units, slice)))
    blocks.append(.paragraph(paragraphs.count - 1))
    return last + 1
  }

  /// Tells whether a text stops in the middle of a sentence.
  private func isOpenEnded(_ slice: Slice) -> Bool {
    guard slice.count > 12 else { return false }
    switch units[slice.upper - 1] {
    case 0x3002, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x201D, 0x2026: return false
    case 0xFF0C, 0x2C, 0x3001: return true
    // A full line without a stop was cut, as was one that ends in the middle of a figure; a short one is a title.
    default: return slice.count > 24 || Unit.isDigit(units[slice.upper - 1])
    }
  }

  /// Tells whether a text may go on behind the end of a page though not behind a blank line: …80.00万元； and 水利前期工作….
  private func isCutByPage(_ slice: Slice) -> Bool {
    switch units[slice.upper - 1] {
    case 0x3B: return slice.count > 12
    case 0x29, 0x201D: return slice.count > 24
    default: return false
    }
  }

  /// Tells whether a line was broken at the end of a page's column: 城乡社区管理事务（款）行政运行 ⏎ （项）1942.73万元.
  private func isWrapped(_ line: Int) -> Bool {
    guard let wraps, wraps.isFull(line, source, text), let last = trimmed(line).indices.last else {
      return false
    }
    return units[last] != 0x3002 && units[last] != 0x3A
  }

  /// Tells whether a line that looks like a heading is only the first line of a sentence.
  private func isWrapped(_ heading: Heading) -> Bool {
    isCutInFigure(heading)
      || isWrapped(heading.line) && text.lines[heading.line].hashLevel == 0
        && !units.ends(heading.slice, withAnyOf: Self.titleEnds)
        && continuation(after: heading.line) == heading.line + 1
  }

  /// Tells whether a page ends in the middle of a figure: …某某局20, and 23年度无…收支。 on the next page.
  private func isCutInFigure(_ heading: Heading) -> Bool {
    guard Unit.isDigit(units[heading.slice.upper - 1]), let next = continuation(after: heading.line),
      (heading.line + 1..<next).contains(where: { isFurniture($0) })
    else { return false }
    let first = units[trimmed(next).lower]
    return Unit.isDigit(first) || first == 0x2E
  }

  private static let titleEnds = WordList(["说明", "情况", "表", "报告", "概况", "解释", "职责", "职能", "设置", "部分"])

  /// Tells whether a line goes on with a sentence that refers to a part: 第四部分。 behind 具体见.
  private func namesPart(_ slice: Slice) -> Bool {
    OrdinalScanner.scan(units, slice)?.style == .part && units.contains("。", in: slice)
  }

  /// Tells whether a line begins with the end of a bracket that the line before opens: (见附件 ⏎ 1).
  private func closesBracket(_ slice: Slice, _ line: Int) -> Bool {
    guard Unit.isDigit(units[slice.lower]) else { return false }
    return trimmed(line).indices.last { units[$0] == 0x28 || units[$0] == 0x29 }.map { units[$0] == 0x28 }
      ?? false
  }

  /// How many lines further down the rest of a paragraph may stand, and how many where a page ends between.
  private static let linesBetween = (paragraphs: 3, pages: 8)

  private func continuation(after line: Int) -> Int? {
    var next = line + 1
    var mostLines = Self.linesBetween.paragraphs
    while next < lineCount, next - line <= mostLines {
      let slice = trimmed(next)
      if slice.isEmpty {
        if isFurniture(next) { mostLines = Self.linesBetween.pages }
        next += 1
        continue
      }
      let folded = text.lines[next]
      guard !folded.traits.contains(.tab), !folded.traits.contains(.tableTag), folded.hashLevel == 0,
        !folded.traits.contains(.bullet), !folded.traits.contains(.bold),
        OrdinalScanner.scan(units, slice) == nil
          || isWrapped(line) && (namesPart(slice) || closesBracket(slice, line)),
        !isTableInfo(next, slice), contents?.lines.contains(next) != true
      else { return nil }
      return next
    }
    return nil
  }
}
