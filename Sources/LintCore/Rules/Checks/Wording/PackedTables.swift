/// Numbers below 2^18 in a text that costs nothing to make, three characters of six bits each, from 0x30 on.
struct PackedNumbers: Sendable {
  let text: StaticString

  /// How many numbers there are.
  var count: Int { text.utf8CodeUnitCount / 3 }

  /// - Precondition: The index is one of ``count``; all of them come from the tables themselves.
  subscript(index: Int) -> Int {
    text.withUTF8Buffer { bytes in
      let at = 3 &* index
      guard at >= 0, at &+ 2 < bytes.count else { return 0 }
      return Int(bytes[at] &- 0x30) &<< 12 | Int(bytes[at &+ 1] &- 0x30) &<< 6 | Int(bytes[at &+ 2] &- 0x30)
    }
  }
}

/// Ideographs, each three bytes of a text that costs nothing to make.
struct PackedIdeographs: Sendable {
  let text: StaticString

  /// How many ideographs there are.
  var count: Int { text.utf8CodeUnitCount / 3 }

  /// The unit at an index; 0 outside.
  subscript(index: Int) -> UInt16 {
    text.withUTF8Buffer { bytes in
      let at = 3 &* index
      guard at >= 0, at &+ 2 < bytes.count else { return 0 }
      return UInt16(bytes[at] & 0x0F) &<< 12 | UInt16(bytes[at &+ 1] & 0x3F) &<< 6
        | UInt16(bytes[at &+ 2] & 0x3F)
    }
  }
}

extension PlainWords {
  /// Tells whether two ideographs are one of the words.
  /// - Complexity: O(log n) in the number of words.
  static func contains(_ first: UInt16, _ second: UInt16) -> Bool {
    let word = UInt32(first) << 16 | UInt32(second)
    var (low, high) = (0, byFirst.count / 2)
    while low < high {
      let middle = (low + high) / 2
      let other = UInt32(byFirst[2 * middle]) << 16 | UInt32(byFirst[2 * middle + 1])
      if other == word { return true }
      if other < word { low = middle + 1 } else { high = middle }
    }
    return false
  }
}

extension RightPhrases {
  /// How many wordings there are.
  static var count: Int { starts.count - 1 }

  /// The text of a wording.
  static func text(_ number: Int) -> String {
    String(decoding: (starts[number]..<starts[number + 1]).map { units[$0] }, as: UTF16.self)
  }

  /// Tells whether what a slice holds is itself a wording that is right.
  static func contains(_ slice: Slice, _ text: Units) -> Bool {
    let bucket = RightPhrases.bucket(text[slice.lower], text[slice.lower + 1])
    return (buckets[bucket]..<buckets[bucket + 1]).contains { index in
      let number = entries[index] >> 1
      let lower = starts[number]
      return starts[number + 1] - lower == slice.count
        && (0..<slice.count).allSatisfy { units[lower + $0] == text[slice.lower + $0] }
    }
  }
}
