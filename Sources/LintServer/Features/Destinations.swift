import LintCore

/// The places of a draft that its words can name, by their names and numbers.
struct Destinations {
  /// The headings outside the table of contents by their titles, as indices.
  private(set) var headings: [String: [Int]] = [:]
  /// The headings of parts (第四部分) by their numbers.
  private(set) var parts: [Int: ByteRange] = [:]
  /// What opens with 附件 or 附表, headings before paragraphs.
  private(set) var attachments: [String: [(line: Int, range: ByteRange)]] = [:]
  /// Titles of tables by the number they carry: 表三.
  private var called: [Int: [ByteRange]] = [:]
  /// Titles of tables by the number of their heading: 三、.
  private var counted: [Int: [ByteRange]] = [:]
  /// Titles of tables by what distinguishes them.
  private var titled: [[UInt16]: [ByteRange]] = [:]

  /// Reads the headings, titles and openings of a draft.
  ///
  /// - Complexity: O(n) in the number of headings, paragraphs and tables.
  init(_ draft: Draft) {
    draft.text.units.withUnsafeBufferPointer { units in
      for (index, heading) in draft.headings.enumerated() where !Self.isInContents(heading.line, draft) {
        headings[draft.string(heading.title), default: []].append(index)
        if let ordinal = heading.ordinal, ordinal.style == .part, parts[ordinal.value] == nil {
          parts[ordinal.value] = draft.range(heading.slice)
        }
        addAttachment(heading.title, heading.line, draft.range(heading.slice), units)
      }
      for paragraph in draft.paragraphs {
        let words = Slice(paragraph.slice.lower, min(paragraph.slice.lower + 2, paragraph.slice.upper))
        addAttachment(paragraph.slice, paragraph.lines.lowerBound, draft.range(words), units)
      }
      for table in draft.tables { addTable(table, draft, units) }
    }
  }

  /// The titles of the tables with a number: where titles have numbers of their own, those of headings mean something
  /// else.
  func tables(numbered number: Int) -> [ByteRange] {
    called[number] ?? (called.isEmpty ? counted[number] ?? [] : [])
  }

  /// The titles of the tables that are called so, years and ordinals apart.
  func tables(titled words: String) -> [ByteRange] {
    Array(words.utf16).withUnsafeBufferPointer { units in
      titled[TitleNormalizer.with(units) { Array($0) }] ?? []
    }
  }

  private static func isInContents(_ line: Int, _ draft: Draft) -> Bool {
    draft.contents?.lines.contains(line) ?? false
  }

  private mutating func addAttachment(_ slice: Slice, _ line: Int, _ range: ByteRange, _ units: Units) {
    guard slice.count >= 2, slice.lower >= 0, slice.upper <= units.count, units[slice.lower] == 0x9644 else {
      return
    }
    switch units[slice.lower + 1] {
    case 0x4EF6: attachments["附件", default: []].append((line, range))
    case 0x8868: attachments["附表", default: []].append((line, range))
    default: break
    }
  }

  private mutating func addTable(_ table: Table, _ draft: Draft, _ units: Units) {
    guard let caption = table.caption, caption.lower >= 0, caption.upper <= units.count else { return }
    let place = draft.range(caption)
    let title = TitleNormalizer.with(Units(rebasing: units[caption.lower..<caption.upper])) { Array($0) }
    if !title.isEmpty { titled[title, default: []].append(place) }
    let line = table.captionLine.map { draft.text.slice(ofLine: $0) } ?? caption
    for i in line.indices where units[i] == 0x8868 {
      guard let number = OrdinalScanner.numeral(units, i + 1, line.upper)?.value else { continue }
      called[number, default: []].append(place)
      return
    }
    if let ordinal = OrdinalScanner.scan(units, line) { counted[ordinal.value, default: []].append(place) }
  }
}
