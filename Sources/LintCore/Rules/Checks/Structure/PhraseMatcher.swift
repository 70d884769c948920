/// Finds many phrases in folded text in one pass.
struct PhraseMatcher: Sendable {
  /// A phrase that was found.
  struct Match {
    /// The number it was added with.
    var number: Int
    var slice: Slice
  }

  private struct Entry {
    /// Where the units of the phrase stand in ``units``.
    var lower: Int32
    var upper: Int32
    var number: Int32
    /// The next phrase with the same hash, or -1.
    var next: Int32
  }

  /// The phrases, all one after another; a phrase of one unit is not looked for.
  private var units: [UInt16] = []
  private var entries: [Entry] = []
  /// For the lower bits of a unit, whether a phrase may begin with it (1) or go on with it (2): most positions are passed
  /// with a look.
  private var signs: [UInt8] = []
  /// The first phrase for each hash of two first units, or -1.
  private var heads: [Int16] = []

  /// Adds a phrase.
  mutating func insert(_ phrase: Name, _ number: Int) {
    guard phrase.units.count >= 2, entries.count < Int(Int16.max) else { return }
    if heads.isEmpty {
      heads = [Int16](repeating: -1, count: Self.hashes)
      signs = [UInt8](repeating: 0, count: Self.signCount)
      units.reserveCapacity(1_024)
      entries.reserveCapacity(256)
    }
    for (place, unit) in phrase.units.prefix(2).enumerated() {
      signs[Self.sign(of: unit)] |= place == 0 ? Self.begins : Self.goesOn
    }
    let lower = Int32(truncatingIfNeeded: units.count)
    units += phrase.units
    let added = Int32(truncatingIfNeeded: entries.count)
    entries.append(
      Entry(
        lower: lower, upper: Int32(truncatingIfNeeded: units.count),
        number: Int32(truncatingIfNeeded: number),
        next: -1))
    let hash = Self.hash(phrase.units[0], phrase.units[1])
    guard heads[hash] >= 0 else {
      heads[hash] = Int16(truncatingIfNeeded: added)
      return
    }
    var last = Int(heads[hash])
    while entries[last].next >= 0 { last = Int(entries[last].next) }
    entries[last].next = added
  }

  /// Tells whether nothing is looked for.
  var isEmpty: Bool { entries.isEmpty }

  /// Calls `body` with every phrase of a slice, also those inside others.
  ///
  /// - Complexity: O(n) in the length of the slice.
  func forEach(in slice: Slice, of text: Units, _ body: (Match) -> Void) {
    guard !entries.isEmpty, slice.count >= 2, slice.lower >= 0, slice.upper <= text.count else { return }
    signs.withUnsafeBufferPointer { signs in
      let last = slice.upper &- 1
      var next = slice.lower
      while next < last {
        let i = next
        next &+= 1
        let unit = text[i]
        guard signs[Self.sign(of: unit)] & Self.begins != 0 else { continue }
        let second = text[next]
        guard signs[Self.sign(of: second)] & Self.goesOn != 0 else { continue }
        var at = Int(heads[Self.hash(unit, second)])
        while at >= 0 {
          let entry = entries[at]
          if let end = end(of: entry, in: text, at: i, before: slice.upper) {
            body(Match(number: Int(entry.number), slice: Slice(i, end)))
          }
          at = Int(entry.next)
        }
      }
    }
  }

  /// How often each of some phrases stands in a text.
  ///
  /// - Complexity: O(n) in the length of the text.
  static func counts(of phrases: [Name], in text: Units) -> [Int] {
    guard phrases.count > fewPhrases else { return phrases.map { count(of: $0, in: text) } }
    var matcher = PhraseMatcher()
    for (index, phrase) in phrases.enumerated() { matcher.insert(phrase, index) }
    var counts = [Int](repeating: 0, count: phrases.count)
    matcher.forEach(in: Slice(0, text.count), of: text) { counts[$0.number] += 1 }
    return counts
  }

  /// So many phrases are found sooner one after another.
  private static let fewPhrases = 6

  private static func count(of phrase: Name, in text: Units) -> Int {
    var (count, start) = (0, 0)
    while let at = text.find(phrase, in: Slice(start, text.count)) {
      count += 1
      start = at + 1
    }
    return count
  }

  /// The position after a phrase if it stands at a position.
  private func end(of entry: Entry, in text: Units, at position: Int, before end: Int) -> Int? {
    let length = Int(entry.upper - entry.lower)
    guard position + length <= end else { return nil }
    for k in 0..<length where units[Int(entry.lower) + k] != text[position + k] { return nil }
    return position + length
  }

  private static let hashes = 0x1000
  private static let signCount = 2_048
  private static let begins: UInt8 = 1
  private static let goesOn: UInt8 = 2

  @inline(__always)
  private static func sign(of unit: UInt16) -> Int { Int(unit & 2_047) }

  @inline(__always)
  private static func hash(_ a: UInt16, _ b: UInt16) -> Int {
    Int((UInt32(a) &* 0x9E37 &+ UInt32(b) &* 0x79B9) >> 3 & 0xFFF)
  }
}
