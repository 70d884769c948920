import LintCore

/// The text of an open document: UTF-8 bytes and where its lines start, kept right under edits.
///
/// The bytes are well-formed UTF-8, since they come from JSON strings and edits snap to scalars.
struct TextBuffer: Sendable {
  /// The bytes.
  private(set) var bytes: [UInt8]
  /// The offset of the first byte of each line; there is always one.
  private(set) var lineStarts: [Int32]

  /// The longest text in bytes that is held, longer than any message can bring.
  private static let maximumSize = 1 << 30

  /// Reads the lines of a text.
  init(_ text: [UInt8]) {
    guard text.count > SourceText.maximumSize else {
      let source = SourceText(text)
      self.bytes = source.bytes
      self.lineStarts = source.lineStarts
      return
    }
    self.bytes = []
    self.lineStarts = [0]
    replace(0..<0, with: text)
  }

  /// Tells whether the text exceeds the largest draft: it is kept, so that it can become shorter, but not read.
  var isTooLong: Bool { bytes.count > SourceText.maximumSize }

  /// The text as the linter takes it: one that is too long is empty, since a part of it would mislead.
  var source: SourceText {
    isTooLong ? SourceText([]) : SourceText(bytes: bytes, lineStarts: lineStarts)
  }

  /// The offset of a position: lines and columns outside are clamped, columns before the end of the line.
  func offset(of position: Position, _ encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineStarts.count else { return bytes.count }
    let start = Int(lineStarts[position.line])
    var end = position.line + 1 < lineStarts.count ? Int(lineStarts[position.line + 1]) : bytes.count
    if position.line + 1 < lineStarts.count {
      if end > start, bytes[end - 1] == 0x0A { end -= 1 }
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return bytes.withUnsafeBufferPointer { encoding.offset($0, start, end, column: position.character) }
  }

  /// The offsets of a range; an inverted range is turned round.
  func offsets(of range: PositionRange, _ encoding: PositionEncoding) -> Range<Int> {
    let a = offset(of: range.start, encoding)
    let b = offset(of: range.end, encoding)
    return min(a, b)..<max(a, b)
  }

  /// Replaces the bytes of a range, which must lie inside and on scalars.
  ///
  /// - Returns: `false` if the text would grow past all bounds; nothing is changed then.
  /// - Complexity: O(n) in the bytes and lines after the range, with a small factor.
  @discardableResult
  mutating func replace(_ range: Range<Int>, with text: [UInt8]) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count,
      bytes.count - range.count + text.count <= Self.maximumSize
    else { return false }
    bytes.replaceSubrange(range, with: text)
    updateLines(replaced: range, length: text.count)
    return true
  }

  /// Finds the lines again whose start depends on replaced bytes, and moves those behind.
  ///
  /// A line start depends on the byte before it and, after a carriage return, on the byte at it; so starts below the
  /// range stay and starts above its end move.
  private mutating func updateLines(replaced range: Range<Int>, length: Int) {
    let lower = range.lowerBound
    let keep = max(1, firstLine(startingAtOrAfter: lower))
    let move = max(keep, firstLine(startingAtOrAfter: range.upperBound + 1))
    var found: [Int32] = []
    bytes.withUnsafeBufferPointer { p in
      var i = max(lower, 1)
      while i <= lower + length, i <= p.count {
        let before = p[i - 1]
        if before == 0x0A || (before == 0x0D && (i == p.count || p[i] != 0x0A)) {
          found.append(Int32(truncatingIfNeeded: i))
        }
        i += 1
      }
    }
    let delta = Int32(truncatingIfNeeded: length - range.count)
    if found.count == move - keep {
      for (offset, start) in found.enumerated() { lineStarts[keep + offset] = start }
    } else {
      lineStarts.replaceSubrange(keep..<move, with: found)
    }
    guard delta != 0 else { return }
    let first = keep + found.count
    lineStarts.withUnsafeMutableBufferPointer { p in
      var i = first
      while i < p.count {
        p[i] &+= delta
        i += 1
      }
    }
  }

  /// The first line that starts at an offset or after it.
  private func firstLine(startingAtOrAfter offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
