/// The text of a draft as readers mean it: one 16-bit unit a character, without the noise of its typing.
///
/// Folding drops the byte order mark, blanks that do not separate two Latin words or numbers, inline tags
/// (`<b>`, `<p>` ...), `**`, heading marks (`#`) and list bullets; turns full-width letters, digits and
/// punctuation (except `，`) into their half-width forms, every dash into `-`, radicals into the ideographs
/// they look like, and the tags of HTML tables into structural units. Each unit comes from exactly one
/// scalar, so every slice of units points back at the bytes as written.
public struct FoldedText: Sendable {
  /// The units, all lines one after another without terminators.
  package let units: [UInt16]
  /// The byte offset of each unit's scalar, and one entry more: the end of the text.
  package let origins: [Int32]
  /// The lines, and one entry more that marks the end.
  package let lines: [FoldedLine]
  /// The HTML comments of the text, in order: suppressions stand in them.
  package let comments: [ByteRange]
  /// A `<!--` stands in the text, closed or not.
  let hasCommentMarks: Bool
  /// Nothing may be taken over from the state before or into the next.
  ///
  /// The same lines may be other text there: comments stand in it, or other lines were taken out.
  let standsAlone: Bool

  /// The slice of all units of a line; lines outside the text are empty.
  package func slice(ofLine line: Int) -> Slice {
    guard line >= 0, line < lines.count - 1 else { return Slice(units.count, units.count) }
    return Slice(Int(lines[line].unitStart), Int(lines[line + 1].unitStart))
  }

  /// Some lines with those around them that units so far from them stand in.
  func lines(around inner: Range<Int>, reach: Int) -> Range<Int> {
    var (first, end) = (inner.lowerBound, inner.upperBound)
    let (start, limit) = (Int(lines[first].unitStart) - reach, Int(lines[end].unitStart) + reach)
    while first > 0, Int(lines[first].unitStart) > start { first -= 1 }
    while end < lines.count - 1, Int(lines[end].unitStart) < limit { end += 1 }
    return first..<end
  }

  /// The bytes that a slice of units was read from; an empty slice gives the empty range where it stands.
  package func bytes(of slice: Slice, in source: SourceText) -> ByteRange {
    let lower = Swift.min(Swift.max(slice.lower, 0), origins.count - 1)
    guard slice.upper > lower, lower < units.count else {
      return ByteRange(Int(origins[lower]), Int(origins[lower]))
    }
    let last = Swift.min(slice.upper, units.count) - 1
    return ByteRange(Int(origins[lower]), end(ofUnit: last, in: source))
  }

  /// The unit at a position, or 0 outside.
  package subscript(position: Int) -> UInt16 {
    position >= 0 && position < units.count ? units[position] : 0
  }

  /// The folded text of a slice as a string, for messages and tests.
  package func string(_ slice: Slice) -> String {
    let lower = Swift.max(0, Swift.min(slice.lower, units.count))
    let upper = Swift.max(lower, Swift.min(slice.upper, units.count))
    return String(unsafeUninitializedCapacity: 3 * (upper - lower)) { out in
      var count = 0
      func put(_ byte: UInt16) {
        out[count] = UInt8(truncatingIfNeeded: byte)
        count += 1
      }
      for unit in units[lower..<upper] {
        // A scalar beyond 16 bits is kept as half a surrogate pair, which has no text of its own.
        let scalar = unit & 0xF800 == 0xD800 ? 0xFFFD : unit
        if scalar < 0x80 {
          put(scalar)
        } else if scalar < 0x800 {
          put(0xC0 | scalar >> 6)
          put(0x80 | scalar & 0x3F)
        } else {
          put(0xE0 | scalar >> 12)
          put(0x80 | scalar >> 6 & 0x3F)
          put(0x80 | scalar & 0x3F)
        }
      }
      return count
    }
  }

  /// The offset after the scalar (or entity, or tag) that a unit was read from.
  private func end(ofUnit unit: Int, in source: SourceText) -> Int {
    let start = Int(origins[unit])
    guard start < source.bytes.count else { return source.bytes.count }
    let lead = source.bytes[start]
    if lead == UInt8(ascii: "&"), let entity = Folder.entity(in: source.bytes, at: start) {
      return start + entity.length
    }
    if lead == UInt8(ascii: "<"), Structural.isStructural(units[unit]) {
      return Folder.tagEnd(in: source.bytes, at: start) ?? start + 1
    }
    let length = lead < 0x80 ? 1 : lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
    var end = start + 1
    while end < start + length, end < source.bytes.count, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}

/// A half-open range of unit positions in a ``FoldedText``.
package struct Slice: Hashable, Sendable {
  /// The position of the first unit.
  package var lower: Int
  /// The position after the last unit.
  package var upper: Int

  /// Creates the slice from `lower` up to `upper`; an inverted pair gives the empty slice at `lower`.
  @inline(__always)
  package init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = Swift.max(lower, upper)
  }

  /// The number of units inside.
  package var count: Int { upper - lower }
  /// Tells whether no unit lies inside.
  package var isEmpty: Bool { upper <= lower }
  /// The positions inside.
  package var indices: Range<Int> { lower..<upper }
}

/// A line of a ``FoldedText``: where its units and bytes start, and what its marks said.
package struct FoldedLine: Sendable {
  /// The position of the first unit.
  package var unitStart: Int32
  /// The byte offset where the line starts.
  package var byteStart: Int32
  /// The number of `#` before the text, 0 to 6.
  package var hashLevel: UInt8
  /// What stands in the line.
  package var traits: LineTraits
}

/// What was seen in a line while it was folded.
package struct LineTraits: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A TAB stands in the line.
  package static let tab = LineTraits(rawValue: 1)
  /// The text of the line starts with `**` or `<b>`.
  package static let bold = LineTraits(rawValue: 2)
  /// A list bullet (`- `, `* `, `+ `) or quotation mark (`>`) was dropped.
  package static let bullet = LineTraits(rawValue: 4)
  /// A `|` stands in the line.
  package static let pipe = LineTraits(rawValue: 8)
  /// A tag of an HTML table stands in the line.
  package static let tableTag = LineTraits(rawValue: 16)
  /// What stood in the line is printed on every page and was taken out.
  package static let pageFurniture = LineTraits(rawValue: 32)
}

/// The units that stand for the tags of an HTML table; private-use scalars of a draft never fold to them.
package enum Structural {
  package static let tableStart: UInt16 = 0xE000
  package static let tableEnd: UInt16 = 0xE001
  package static let rowStart: UInt16 = 0xE002
  package static let rowEnd: UInt16 = 0xE003
  package static let cellStart: UInt16 = 0xE004
  package static let cellEnd: UInt16 = 0xE005

  @inline(__always)
  package static func isStructural(_ unit: UInt16) -> Bool { unit >= 0xE000 && unit <= 0xE005 }
}
