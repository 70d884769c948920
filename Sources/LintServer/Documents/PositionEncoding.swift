/// How the columns of the protocol count (`PositionEncodingKind`).
///
/// This is the only place that knows columns; everywhere else a place is a byte offset.
enum PositionEncoding: String, Sendable, CaseIterable {
  /// A column is a byte.
  case utf8 = "utf-8"
  /// A column is a 16-bit unit: the default of the protocol.
  case utf16 = "utf-16"
  /// A column is a Unicode scalar.
  case utf32 = "utf-32"

  /// Picks an encoding of those a client offers.
  ///
  /// Bytes are what the text is held in, so they are taken wherever they are offered; a client that offers nothing
  /// usable counts in UTF-16, as the protocol says every client can.
  static func choose(from offered: [String]) -> PositionEncoding {
    if offered.contains(utf8.rawValue) { return .utf8 }
    if offered.contains(utf16.rawValue) { return .utf16 }
    return offered.contains(utf32.rawValue) ? .utf32 : .utf16
  }

  /// How many columns the bytes from `lower` up to `upper` take.
  ///
  /// - Complexity: O(n) in the number of bytes, but for UTF-8, which is O(1).
  @inline(__always)
  func columns(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Int {
    guard self != .utf8, lower >= 0, upper <= bytes.count, lower < upper else { return max(0, upper - lower) }
    let astral = self == .utf16 ? 1 : 0
    var count = 0
    for i in lower..<upper {
      let byte = bytes[i]
      if byte & 0xC0 != 0x80 { count += byte >= 0xF0 ? 1 + astral : 1 }
    }
    return count
  }

  /// The offset of the scalar that holds a column, counted from `lower`; a column past `upper` gives `upper`.
  ///
  /// A column inside a scalar snaps to the scalar's start.
  func offset(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int, column: Int) -> Int {
    guard column > 0, lower >= 0, upper <= bytes.count, lower < upper else { return lower }
    if self == .utf8 {
      guard column < upper - lower else { return upper }
      var i = lower + column
      while i > lower, bytes[i] & 0xC0 == 0x80 { i -= 1 }
      return i
    }
    var left = column
    var i = lower
    while i < upper {
      let byte = bytes[i]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let width = self == .utf16 && length == 4 ? 2 : 1
      if left < width { return i }
      left -= width
      i += length
    }
    return upper
  }
}

/// A place in a document as the protocol counts.
struct Position: Hashable, Sendable, Comparable {
  /// The line, from zero.
  var line: Int
  /// The column in the negotiated encoding, from zero.
  var character: Int

  static func < (a: Position, b: Position) -> Bool { (a.line, a.character) < (b.line, b.character) }
}

/// A half-open range of a document as the protocol counts.
struct PositionRange: Hashable, Sendable {
  /// The first place.
  var start: Position
  /// The place after the last one.
  var end: Position
}
