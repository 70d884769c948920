/// Lines that were broken where the page ended and not where the sentence did, as in text taken from a PDF.
///
/// A full line goes on in the next, whatever it ends with but a stop.
struct HardWraps {
  /// The columns of a full line, in half ideographs.
  let width: Int

  /// How far a full line may stay behind the longest: a figure or a mark does not part at its end.
  private static let ragged = 8
  /// Fewer lines prove nothing.
  private static let leastLines = 12
  /// The bytes of lines that may be full: longer ones are paragraphs.
  private static let bytes = 60...200

  /// `nil` where the lines end as sentences do, as nearly always.
  ///
  /// - Complexity: O(n) in the number of lines; the bytes are looked at only where hardly any line is long.
  init?(_ source: SourceText, _ text: FoldedText, _ units: Units) {
    var (open, long) = (0, 0)
    let mostLong = Swift.max(2, (text.lines.count - 1) / 40)
    for line in 0..<Swift.max(0, text.lines.count - 1) where Self.isText(line, text) {
      let length = Self.length(line, text)
      if length > Self.bytes.upperBound {
        long += 1
        if long > mostLong { return nil }
      } else if length >= Self.bytes.lowerBound, !Self.endsSentence(line, text, units) {
        open += 1
      }
    }
    guard open >= Self.leastLines else { return nil }
    var widths: [Int] = []
    for line in 0..<text.lines.count - 1
    where Self.isText(line, text) && Self.bytes.contains(Self.length(line, text))
      && !Self.endsSentence(line, text, units)
    {
      widths.append(Self.width(line, source, text))
    }
    widths.sort()
    let width = widths[widths.count * 9 / 10]
    // In any other text lines end anywhere.
    guard widths.count(where: { $0 > width - Self.ragged }) * 4 >= widths.count * 3 else { return nil }
    self.width = width
  }

  /// Tells whether a line is full, so that its sentence goes on in the next; a longer one was not broken.
  func isFull(_ line: Int, _ source: SourceText, _ text: FoldedText) -> Bool {
    (width - Self.ragged + 1...width + Self.ragged).contains(Self.width(line, source, text))
  }

  /// The bytes of a line with its end.
  private static func length(_ line: Int, _ text: FoldedText) -> Int {
    Int(text.lines[line + 1].byteStart) - Int(text.lines[line].byteStart)
  }

  private static func isText(_ line: Int, _ text: FoldedText) -> Bool {
    text.lines[line].traits.isDisjoint(with: [.tab, .pipe, .tableTag])
  }

  private static func endsSentence(_ line: Int, _ text: FoldedText, _ units: Units) -> Bool {
    let slice = units.trimmed(text.slice(ofLine: line))
    guard !slice.isEmpty else { return true }
    let last = units[slice.upper - 1]
    return Unit.isStop(last) || last == 0x3A
  }

  /// The columns of a line as it is written.
  private static func width(_ line: Int, _ source: SourceText, _ text: FoldedText) -> Int {
    let range = Int(text.lines[line].byteStart)..<Int(text.lines[line + 1].byteStart)
    return source.bytes[range.clamped(to: source.bytes.indices)].reduce(0) { columns, byte in
      byte < 0x20 ? columns : byte < 0x80 ? columns + 1 : byte >= 0xC0 ? columns + 2 : columns
    }
  }
}
