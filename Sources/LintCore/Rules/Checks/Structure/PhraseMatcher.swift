/// Finds many phrases in folded text in one pass.
struct PhraseMatcher: Sendable {
  /// A phrase that was found.
  struct Match {
    /// The number it was added with.
    var number: Int
    var slice: Slice
  }

  /// The phrases by their first two units; a phrase of one unit is not looked for.
  private var phrases: [UInt32: [(name: Name, number: Int)]] = [:]
  /// A bit for each hash of two first units, so that most positions are passed without a look-up.
  private var bits = [UInt64](repeating: 0, count: 64)

  /// Adds a phrase.
  mutating func insert(_ phrase: Name, _ number: Int) {
    guard phrase.units.count >= 2 else { return }
    phrases[Self.key(phrase.units[0], phrase.units[1]), default: []].append((phrase, number))
    let hash = Self.hash(phrase.units[0], phrase.units[1])
    bits[hash >> 6] |= 1 << UInt64(hash & 63)
  }

  /// Tells whether nothing is looked for.
  var isEmpty: Bool { phrases.isEmpty }

  /// Calls `body` with every phrase of a slice, also those inside others.
  ///
  /// - Complexity: O(n) in the length of the slice.
  func forEach(in slice: Slice, of units: Units, _ body: (Match) -> Void) {
    guard !phrases.isEmpty, slice.count >= 2, slice.upper <= units.count else { return }
    bits.withUnsafeBufferPointer { bits in
      var previous = units[slice.lower]
      for i in slice.lower + 1..<slice.upper {
        let unit = units[i]
        let hash = Self.hash(previous, unit)
        if bits[hash >> 6] & 1 << UInt64(hash & 63) != 0, let found = phrases[Self.key(previous, unit)] {
          for phrase in found where units.has(phrase.name, at: i - 1, before: slice.upper) {
            body(Match(number: phrase.number, slice: Slice(i - 1, i - 1 + phrase.name.units.count)))
          }
        }
        previous = unit
      }
    }
  }

  private static func key(_ a: UInt16, _ b: UInt16) -> UInt32 { UInt32(a) << 16 | UInt32(b) }

  @inline(__always)
  private static func hash(_ a: UInt16, _ b: UInt16) -> Int {
    Int((UInt32(a) &* 0x9E37 &+ UInt32(b) &* 0x79B9) >> 3 & 0xFFF)
  }
}
