/// A word of the source code to look for in folded text, such as 合计.
///
/// Words are written as folding leaves them. They are constants without storage of their own, so that a list
/// of them costs nothing to make; words that packs bring are ``Name``s.
package struct Word: Sendable, ExpressibleByStringLiteral {
  /// The UTF-8 text of the word in the program's constants.
  private let literal: StaticString

  @inline(__always)
  package init(stringLiteral value: StaticString) { literal = value }

  /// The number of units.
  package var count: Int {
    var result = 0
    for i in 0..<literal.utf8CodeUnitCount where literal.utf8Start[i] & 0xC0 != 0x80 { result += 1 }
    return result
  }

  /// The units, as an array.
  package var units: [UInt16] {
    var units: [UInt16] = []
    var offset = 0
    while offset < literal.utf8CodeUnitCount { units.append(next(&offset)) }
    return units
  }

  /// The word as a name.
  var name: Name { Name(units: units) }

  /// The first unit, or 0 for the empty word.
  @inline(__always)
  fileprivate var first: UInt16 {
    var offset = 0
    return next(&offset)
  }

  /// The second unit, or 0 where the word has none.
  fileprivate var second: UInt16 {
    var offset = 0
    _ = next(&offset)
    return next(&offset)
  }

  /// The unit at a byte offset, which moves on; words hold no scalars beyond 16 bits.
  @inline(__always)
  fileprivate func next(_ offset: inout Int) -> UInt16 {
    let bytes = literal.utf8Start
    let length = literal.utf8CodeUnitCount
    guard offset < length else { return 0 }
    let lead = bytes[offset]
    if lead < 0x80 {
      offset += 1
      return UInt16(lead)
    }
    if lead >= 0xE0, offset + 2 < length {
      let unit =
        UInt16(lead & 0x0F) << 12 | UInt16(bytes[offset + 1] & 0x3F) << 6 | UInt16(bytes[offset + 2] & 0x3F)
      offset += 3
      return unit
    }
    guard offset + 1 < length else {
      offset = length
      return 0
    }
    let unit = UInt16(lead & 0x1F) << 6 | UInt16(bytes[offset + 1] & 0x3F)
    offset += 2
    return unit
  }

  /// The unit that ends at a byte offset, which moves back.
  @inline(__always)
  fileprivate func previous(_ offset: inout Int) -> UInt16 {
    let bytes = literal.utf8Start
    offset -= 1
    let last = bytes[offset]
    if last < 0x80 || offset == 0 { return UInt16(last) }
    offset -= 1
    let middle = bytes[offset]
    if middle & 0xC0 == 0xC0 || offset == 0 { return UInt16(middle & 0x1F) << 6 | UInt16(last & 0x3F) }
    offset -= 1
    return UInt16(bytes[offset] & 0x0F) << 12 | UInt16(middle & 0x3F) << 6 | UInt16(last & 0x3F)
  }

  /// Tells whether the word can have a number of units: each takes one to three bytes.
  @inline(__always)
  fileprivate func canHave(units count: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    return count <= length && length <= 3 &* count
  }

  /// The first byte, or 0 for the empty word.
  @inline(__always)
  fileprivate var firstByte: UInt8 { literal.utf8CodeUnitCount > 0 ? literal.utf8Start[0] : 0 }

  /// The last byte, or 0 for the empty word.
  @inline(__always)
  fileprivate var lastByte: UInt8 {
    let length = literal.utf8CodeUnitCount
    return length > 0 ? literal.utf8Start[length &- 1] : 0
  }

  /// The first byte that a unit has in a word.
  @inline(__always)
  fileprivate static func firstByte(of unit: UInt16) -> UInt8 {
    if unit < 0x80 { return UInt8(truncatingIfNeeded: unit) }
    return UInt8(truncatingIfNeeded: unit < 0x800 ? 0xC0 | unit >> 6 : 0xE0 | unit >> 12)
  }

  /// The last byte that a unit has in a word: with its six bits it tells most words apart.
  @inline(__always)
  fileprivate static func lastByte(of unit: UInt16) -> UInt8 {
    UInt8(truncatingIfNeeded: unit < 0x80 ? unit : 0x80 | unit & 0x3F)
  }

  /// Tells whether the word ends a slice; most words are told apart by their last unit.
  @inline(__always)
  fileprivate func ends(_ slice: Slice, in units: Units) -> Bool {
    var offset = literal.utf8CodeUnitCount
    var i = slice.upper
    while offset > 0 {
      guard i > slice.lower else { return false }
      i &-= 1
      guard units[i] == previous(&offset) else { return false }
    }
    return true
  }

  /// The position after the word if it stands at `position`, wholly before `end`.
  @inline(__always)
  fileprivate func end(in units: Units, at position: Int, before end: Int) -> Int? {
    var offset = 0
    var i = position
    let length = literal.utf8CodeUnitCount
    while offset < length {
      guard i < end, units[i] == next(&offset) else { return nil }
      i += 1
    }
    return i
  }
}

/// Folded units with the questions that parsing asks of them.
package typealias Units = UnsafeBufferPointer<UInt16>

extension UnsafeBufferPointer<UInt16> {
  /// Tells whether `word` stands at `position`, wholly before `end`.
  @inline(__always)
  package func has(_ word: Word, at position: Int, before end: Int) -> Bool {
    guard position >= 0, end <= count else { return false }
    return word.end(in: self, at: position, before: end) != nil
  }

  /// Tells whether a slice starts with `word`.
  @inline(__always)
  package func starts(_ slice: Slice, with word: Word) -> Bool {
    has(word, at: slice.lower, before: slice.upper)
  }

  /// Tells whether a slice ends with `word`.
  @inline(__always)
  package func ends(_ slice: Slice, with word: Word) -> Bool {
    slice.lower >= 0 && slice.upper <= count && word.ends(slice, in: self)
  }

  /// Tells whether a slice is `word` and nothing more.
  @inline(__always)
  package func equals(_ slice: Slice, _ word: Word) -> Bool {
    guard word.canHave(units: slice.count), slice.lower >= 0, slice.upper <= count else { return false }
    return word.end(in: self, at: slice.lower, before: slice.upper) == slice.upper
  }

  /// The first position of `word` in a slice, if it stands there.
  ///
  /// - Complexity: O(n) in the length of the slice for words whose first two units are rare.
  package func find(_ word: Word, in slice: Slice) -> Int? {
    guard slice.lower >= 0, slice.upper <= count else { return nil }
    let first = word.first
    var i = slice.lower
    if slice.count > Self.longestNoted, word.second != 0 {
      let second = word.second
      while let at = self.first(first, followedBy: second, in: Slice(i, slice.upper)) {
        if word.end(in: self, at: at, before: slice.upper) != nil { return at }
        i = at &+ 1
      }
      return nil
    }
    while let at = self.first(first, in: Slice(i, slice.upper)) {
      if word.end(in: self, at: at, before: slice.upper) != nil { return at }
      i = at &+ 1
    }
    return nil
  }

  /// Tells whether two slices hold the same units.
  func areSame(_ a: Slice, _ b: Slice) -> Bool {
    guard a.count == b.count else { return false }
    for k in 0..<a.count where self[a.lower + k] != self[b.lower + k] { return false }
    return true
  }

  /// Tells whether `word` stands anywhere in a slice.
  package func contains(_ word: Word, in slice: Slice) -> Bool { find(word, in: slice) != nil }

  /// Tells whether any of the words stands in a slice.
  package func contains(anyOf words: [Word], in slice: Slice) -> Bool {
    guard slice.lower >= 0, slice.upper <= count else { return false }
    guard slice.count <= Self.longestNoted else { return containsInPass(words, slice) }
    let signs = signs(slice)
    for word in words where signs & Self.sign(word.first) != 0 && find(word, in: slice) != nil { return true }
    return false
  }

  /// Looks for all words in one pass over a long slice.
  private func containsInPass(_ words: [Word], _ slice: Slice) -> Bool {
    var firsts: UInt64 = 0
    for word in words { firsts |= Self.sign(word.first) }
    for i in slice.indices where firsts & Self.sign(self[i]) != 0 {
      let first = Word.firstByte(of: self[i])
      for word in words where word.firstByte == first {
        if word.end(in: self, at: i, before: slice.upper) != nil { return true }
      }
    }
    return false
  }

  /// The longest slice whose units are worth noting before words are looked for in it.
  static var longestNoted: Int { 64 }

  /// A set of the units of a short slice, one bit for each unit.
  ///
  /// Most words are not in it. A long slice has all bits.
  @inline(__always)
  func signs(_ slice: Slice) -> UInt64 {
    guard slice.lower >= 0, slice.upper <= count, slice.count <= Self.longestNoted else { return .max }
    var signs: UInt64 = 0
    for i in slice.indices { signs |= Self.sign(self[i]) }
    return signs
  }

  /// The bit of a unit.
  @inline(__always)
  static func sign(_ unit: UInt16) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: unit) }

  /// Tells whether a slice is one of the words.
  package func equals(anyOf words: [Word], _ slice: Slice) -> Bool {
    guard !slice.isEmpty, slice.lower >= 0, slice.upper <= count else { return false }
    let last = Word.lastByte(of: self[slice.upper - 1])
    for word in words where word.lastByte == last && equals(slice, word) { return true }
    return false
  }

  /// Tells whether a slice ends with one of the words.
  package func ends(_ slice: Slice, withAnyOf words: [Word]) -> Bool {
    guard !slice.isEmpty, slice.lower >= 0, slice.upper <= count else { return false }
    let last = Word.lastByte(of: self[slice.upper - 1])
    for word in words where word.lastByte == last && ends(slice, with: word) { return true }
    return false
  }

  /// Tells whether a slice starts with one of the words.
  package func starts(_ slice: Slice, withAnyOf words: [Word]) -> Bool {
    guard !slice.isEmpty, slice.lower >= 0, slice.upper <= count else { return false }
    let first = Word.firstByte(of: self[slice.lower])
    for word in words where word.firstByte == first && starts(slice, with: word) { return true }
    return false
  }

  /// A slice without blanks and TABs at either end.
  package func trimmed(_ slice: Slice) -> Slice {
    var lower = slice.lower
    var upper = slice.upper
    while lower < upper, self[lower] == 0x20 || self[lower] == 0x09 { lower += 1 }
    while upper > lower, self[upper - 1] == 0x20 || self[upper - 1] == 0x09 { upper -= 1 }
    return Slice(lower, upper)
  }

  /// Tells whether a slice may start with a unit once it is trimmed.
  @inline(__always)
  func mayStart(_ slice: Slice, with unit: UInt16) -> Bool {
    guard slice.lower < slice.upper else { return false }
    let first = self[slice.lower]
    return first == unit || first == 0x20 || first == 0x09
  }

  /// A slice without the brackets at its end, such as 项目（按功能分类）; brackets alone stay.
  package func withoutTrailingBrackets(_ slice: Slice) -> Slice {
    guard slice.count > 3, self[slice.upper - 1] == 0x29,
      let open = slice.indices.last(where: { self[$0] == 0x28 }), open > slice.lower
    else { return slice }
    return Slice(slice.lower, open)
  }

  /// A 64-bit key of what a label says: quotation marks, brackets of titles, blanks and colons do not count.
  ///
  /// Equal labels have equal keys; different labels have different ones but for a 2⁻⁶⁴ chance (FNV-1a).
  package func key(_ slice: Slice) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in slice.indices where !TextKey.isIgnored(self[i]) {
      hash = (hash ^ UInt64(self[i])) &* 0x0000_0100_0000_01B3
    }
    return hash
  }
}

/// Keys of labels, for comparing them at the cost of an integer.
package enum TextKey {
  /// Tells whether a unit says nothing in a label.
  @inline(__always)
  static func isIgnored(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x20, 0x09, 0x22, 0x27, 0x3A, 0x201C, 0x201D, 0x2018, 0x2019, 0x300A, 0x300B, 0x2E, 0x3002: true
    default: false
    }
  }

  /// The key of a word.
  package static func of(_ word: Word) -> UInt64 { of(word.units) }

  /// The key of a name.
  package static func of(_ name: Name) -> UInt64 { of(name.units) }

  /// The key of a text, folded first.
  package static func of(_ text: String) -> UInt64 { of(Name(folding: text)) }

  private static func of(_ units: [UInt16]) -> UInt64 {
    units.withUnsafeBufferPointer { $0.key(Slice(0, $0.count)) }
  }
}
