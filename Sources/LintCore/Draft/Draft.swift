/// What is written in a draft: its sections, tables and paragraphs, each with its place.
///
/// A draft says what is written; what it claims is worked out later. Parsing is total: malformed text yields a
/// smaller draft, never a trap.
public struct Draft: Sendable {
  /// The bytes and lines.
  public let source: SourceText
  /// The folded text that everything else points into.
  package let text: FoldedText
  /// The folded text with what pages print between the lines; the next state is folded after it.
  private let wholeText: FoldedText
  /// The pieces in the order of the text.
  package let blocks: [Block]
  package let headings: [Heading]
  /// The sections; the first one holds what stands before the first heading.
  package let sections: [Section]
  package let paragraphs: [Paragraph]
  package private(set) var tables: [Table]
  package let contents: Contents?
  /// No line ends with a TAB; see ``DraftParser/isStripped``.
  let isStripped: Bool
  /// What the texts of its lines are known not to be.
  let lineMarks: LineMarks

  /// Reads a draft; any bytes at all give one.
  ///
  /// - Complexity: O(n) in the number of bytes.
  public init(_ source: SourceText) { self.init(source, after: nil) }

  /// Reads a draft as ``init(_:)`` does, and takes what an edit did not touch from a former state.
  init(_ source: SourceText, after former: FormerDraft?) {
    let whole = Self.fold(source, after: former)
    let text = PageFurniture.removed(from: whole, after: former)
    var parsed = Self.parse(source, text, after: former)
    parsed.tables = FoundTable.read(parsed.found[...], text, after: former)
    self.init(source, whole, text, parsed)
  }

  /// Reads a draft as ``init(_:after:)`` does, its tables on two threads.
  init(concurrently source: SourceText, after former: FormerDraft?) async {
    let whole = Self.fold(source, after: former)
    let text = PageFurniture.removed(from: whole, after: former)
    var parsed = Self.parse(source, text, after: former)
    let found = parsed.found
    if let middle = FoundTable.middle(of: found) {
      async let later = FoundTable.read(found[middle...], text, after: former)
      let earlier = FoundTable.read(found[..<middle], text, after: former)
      parsed.tables = earlier + (await later)
    } else {
      parsed.tables = FoundTable.read(found[...], text, after: former)
    }
    self.init(source, whole, text, parsed)
  }

  private static func fold(_ source: SourceText, after former: FormerDraft?) -> FoldedText {
    former.map { Folder.fold(source, after: $0.draft.wholeText, $0.shared) } ?? Folder.fold(source)
  }

  private static func parse(
    _ source: SourceText, _ text: FoldedText, after former: FormerDraft?
  ) -> ParsedDraft {
    text.units.withUnsafeBufferPointer { units in
      var parser = DraftParser(source: source, text: text, units: units, former: former)
      parser.run()
      return parser.product()
    }
  }

  private init(_ source: SourceText, _ whole: FoldedText, _ text: FoldedText, _ parsed: ParsedDraft) {
    self.source = source
    wholeText = whole
    self.text = text
    var parsed = parsed
    NoteBinder.bind(&parsed, text)
    blocks = parsed.blocks
    headings = parsed.headings
    sections = parsed.sections
    paragraphs = parsed.paragraphs
    tables = parsed.tables
    contents = parsed.contents
    isStripped = parsed.isStripped
    lineMarks = parsed.marks
  }

  /// Reads a table in another unit than the one it states.
  mutating func setUnit(_ unit: MoneyUnit, ofTable index: Int) {
    if tables.indices.contains(index) { tables[index].unit = unit }
  }

  /// The bytes of a slice of the folded text.
  package func range(_ slice: Slice) -> ByteRange { text.bytes(of: slice, in: source) }

  /// The folded text of a slice, with the characters that folding cannot hold in 16 bits as they are written.
  package func string(_ slice: Slice) -> String {
    let inside = Slice(max(slice.lower, 0), min(slice.upper, text.units.count))
    var found = ""
    var start = inside.lower
    for i in inside.indices where text.units[i] & 0xF800 == 0xD800 {
      found += text.string(Slice(start, i)) + source.string(range(Slice(i, i + 1)))
      start = i + 1
    }
    return found + text.string(Slice(start, inside.upper))
  }

  /// The text of a slice as it is written.
  package func written(_ slice: Slice) -> String { source.string(range(slice)) }
}
