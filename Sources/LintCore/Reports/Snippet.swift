/// The line of a draft that a finding stands in, laid out for a terminal with the range underlined.
///
/// Rows of wide tables are abridged around the range: the label of the row stays, so that a reader sees which
/// row it is. Only a window of the line is read, so a line of any length costs the same.
struct Snippet: Equatable {
  /// The text to show.
  private(set) var text = ""
  /// The column of ``text``, from 0, where the underline starts.
  private(set) var underlineStart = 0
  /// The number of columns underlined; at least one.
  private(set) var underlineWidth = 1

  /// The columns kept before the range, inside it and after it.
  private enum Limit {
    static let before = 44
    static let inside = 60
    static let line = 104
    static let label = 24
    /// No kept scalar takes more than four bytes, and one column is the least that a kept scalar mostly takes.
    static let window = 320
  }

  /// Lays out the first line of a range.
  ///
  /// - Complexity: O(1); a window of the line is read.
  init(_ source: SourceText, _ range: ByteRange) {
    let line = source.range(ofLine: source.line(at: range.lower))
    let lower = Swift.max(line.lower, Swift.min(range.lower, line.upper))
    let upper = Swift.max(lower, Swift.min(range.upper, line.upper))

    let before = Self.scalars(source, ByteRange(Swift.max(line.lower, lower - Limit.window), lower))
    let inside = Self.scalars(source, ByteRange(lower, Swift.min(upper, lower + Limit.window)))
    let after = Self.scalars(source, ByteRange(upper, Swift.min(line.upper, upper + Limit.window)))

    var shown = DisplayText()
    append(before: before, startsLine: lower - Limit.window <= line.lower, of: source, line, to: &shown)
    underlineStart = shown.width
    let isCut = append(inside, upTo: shown.width + Limit.inside, to: &shown) || upper > lower + Limit.window
    if isCut { shown.append("…") }
    underlineWidth = Swift.max(1, shown.width - underlineStart)
    if append(after, upTo: Swift.max(Limit.line, shown.width + 8), to: &shown)
      || upper + Limit.window < line.upper
    {
      shown.append("…")
    }
    text = shown.text
  }

  private func append(
    before: [Unicode.Scalar], startsLine: Bool, of source: SourceText, _ line: ByteRange,
    to shown: inout DisplayText
  ) {
    var kept = before[...]
    if startsLine, before.first == "\u{FEFF}" { kept = kept.dropFirst() }
    var width = kept.reduce(0) { $0 + Self.width($1) }
    guard width > Limit.before || !startsLine else {
      for scalar in kept { shown.append(scalar) }
      return
    }
    while width > Limit.before - 12, let first = kept.first {
      width -= Self.width(first)
      kept = kept.dropFirst()
    }
    if before.contains("\t") {
      append(label: source, line, to: &shown)
      // A cell that is cut in the middle could be taken for another figure.
      if let tab = kept.firstIndex(of: "\t") { kept = kept[tab...] }
      shown.append("…")
    } else {
      shown.append("…")
    }
    for scalar in kept { shown.append(scalar) }
  }

  /// Appends the first cells of a table row up to one with a name in it: a code alone says little.
  private func append(label source: SourceText, _ line: ByteRange, to shown: inout DisplayText) {
    let window = ByteRange(line.lower, Swift.min(line.upper, line.lower + Limit.window))
    let cells = Self.scalars(source, window).split(separator: "\t")
    for cell in cells.prefix(4) where cell.contains(where: { $0 != " " && $0 != "\u{3000}" }) {
      if append(Array(cell), upTo: shown.width + Limit.label, to: &shown) { shown.append("…") }
      shown.append(" ")
      if cell.contains(where: { $0.value >= 0x4E00 && $0.value < 0xA000 }) { return }
    }
  }

  /// Appends scalars while they fit; tells whether some did not.
  private func append(_ scalars: [Unicode.Scalar], upTo limit: Int, to shown: inout DisplayText) -> Bool {
    for scalar in scalars {
      if shown.width + Self.width(scalar) > limit { return true }
      shown.append(scalar)
    }
    return false
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar == "\t" ? DisplayText.tabStop : DisplayColumns.width(DisplayColumns.shown(scalar))
  }

  /// The scalars of a window, which is first moved to scalar boundaries.
  private static func scalars(_ source: SourceText, _ range: ByteRange) -> [Unicode.Scalar] {
    let bytes = source.bytes
    var lower = Swift.max(0, Swift.min(range.lower, bytes.count))
    var upper = Swift.max(lower, Swift.min(range.upper, bytes.count))
    while lower < upper, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper > lower, upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
    return Array(String(decoding: bytes[lower..<upper], as: UTF8.self).unicodeScalars)
  }
}
