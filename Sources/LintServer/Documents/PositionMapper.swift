import LintCore

/// Turns byte offsets of one text into positions of the protocol.
///
/// It remembers the last place it was asked about, so that findings in order cost one walk over each line however
/// long the line is.
struct PositionMapper {
  private let source: SourceText
  private let encoding: PositionEncoding
  private var line = 0
  private var range: ByteRange
  /// An offset in the line, at the start of a scalar, and its column.
  private var known = (offset: 0, column: 0)

  /// Creates a mapper for a text.
  init(_ source: SourceText, _ encoding: PositionEncoding) {
    self.source = source
    self.encoding = encoding
    self.range = source.range(ofLine: 0)
    self.known = (range.lower, 0)
  }

  /// The position of an offset: outside the text and inside a terminator or scalar it snaps back.
  ///
  /// - Complexity: O(log n) in the number of lines, and the distance to the last place asked for in the line.
  mutating func position(of offset: Int) -> Position {
    let wanted = max(0, min(offset, source.bytes.count))
    if wanted < range.lower || wanted > range.upper {
      line = source.line(at: wanted)
      range = source.range(ofLine: line)
      known = (range.lower, 0)
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      var target = min(wanted, range.upper)
      while target > range.lower, target < range.upper, bytes[target] & 0xC0 == 0x80 { target -= 1 }
      if target >= known.offset {
        known.column += encoding.columns(bytes, known.offset, target)
      } else if known.offset - target < target - range.lower {
        known.column -= encoding.columns(bytes, target, known.offset)
      } else {
        known.column = encoding.columns(bytes, range.lower, target)
      }
      known.offset = target
      return Position(line: line, character: known.column)
    }
  }

  /// The positions of a range of bytes.
  mutating func range(of range: ByteRange) -> PositionRange {
    let start = position(of: range.lower)
    let end = position(of: range.upper)
    return PositionRange(start: start, end: max(start, end))
  }
}
