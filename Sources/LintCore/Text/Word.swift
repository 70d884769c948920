/// A word to look for in folded text, such as 合计.
package struct Word: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The units of the word; words are written as folding leaves them.
  package let units: [UInt16]

  /// Creates a word from text that is already in folded form.
  package init(stringLiteral value: String) { units = Array(value.utf16) }

  /// Creates a word of units that are already in folded form.
  package init(units: [UInt16]) { self.units = units }

  /// Creates a word by folding any text.
  package init(folding text: String) { units = Folder.units(text) }
}

/// Folded units with the questions that parsing asks of them.
package typealias Units = UnsafeBufferPointer<UInt16>

extension UnsafeBufferPointer<UInt16> {
  /// Tells whether `word` stands at `position`, wholly before `end`.
  @inline(__always)
  package func has(_ word: Word, at position: Int, before end: Int) -> Bool {
    let n = word.units.count
    guard position >= 0, position + n <= end, end <= count else { return false }
    for k in 0..<n where self[position + k] != word.units[k] { return false }
    return true
  }

  /// Tells whether a slice starts with `word`.
  @inline(__always)
  package func starts(_ slice: Slice, with word: Word) -> Bool {
    has(word, at: slice.lower, before: slice.upper)
  }

  /// Tells whether a slice ends with `word`.
  @inline(__always)
  package func ends(_ slice: Slice, with word: Word) -> Bool {
    slice.count >= word.units.count && has(word, at: slice.upper - word.units.count, before: slice.upper)
  }

  /// Tells whether a slice is `word` and nothing more.
  @inline(__always)
  package func equals(_ slice: Slice, _ word: Word) -> Bool {
    slice.count == word.units.count && has(word, at: slice.lower, before: slice.upper)
  }

  /// The first position of `word` in a slice, if it stands there.
  ///
  /// - Complexity: O(n) in the length of the slice for words whose first unit is rare.
  package func find(_ word: Word, in slice: Slice) -> Int? {
    guard let first = word.units.first, slice.count >= word.units.count else { return nil }
    var i = slice.lower
    let last = slice.upper - word.units.count
    while i <= last {
      if self[i] == first, has(word, at: i, before: slice.upper) { return i }
      i += 1
    }
    return nil
  }

  /// Tells whether `word` stands anywhere in a slice.
  package func contains(_ word: Word, in slice: Slice) -> Bool { find(word, in: slice) != nil }

  /// Tells whether any of the words stands in a slice.
  package func contains(anyOf words: [Word], in slice: Slice) -> Bool {
    for word in words where find(word, in: slice) != nil { return true }
    return false
  }

  /// Tells whether a slice is one of the words.
  package func equals(anyOf words: [Word], _ slice: Slice) -> Bool {
    for word in words where equals(slice, word) { return true }
    return false
  }

  /// Tells whether a slice ends with one of the words.
  package func ends(_ slice: Slice, withAnyOf words: [Word]) -> Bool {
    for word in words where ends(slice, with: word) { return true }
    return false
  }

  /// Tells whether a slice starts with one of the words.
  package func starts(_ slice: Slice, withAnyOf words: [Word]) -> Bool {
    for word in words where starts(slice, with: word) { return true }
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
  package static func of(_ word: Word) -> UInt64 {
    word.units.withUnsafeBufferPointer { $0.key(Slice(0, $0.count)) }
  }

  /// The key of a text, folded first.
  package static func of(_ text: String) -> UInt64 { of(Word(folding: text)) }
}

/// What single units are.
package enum Unit {
  @inline(__always)
  package static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  @inline(__always)
  package static func isIdeograph(_ unit: UInt16) -> Bool {
    (unit >= 0x4E00 && unit <= 0x9FFF) || (unit >= 0x3400 && unit <= 0x4DBF)
  }

  /// The value of a Chinese numeral (一 to 十, 〇, 零, 百), or `nil`.
  package static func numeral(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    case 0x3007, 0x96F6: 0
    default: nil
    }
  }
}
