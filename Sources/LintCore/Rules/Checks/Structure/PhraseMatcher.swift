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
    /// How many units of the phrase stand before those that it is looked for by.
    var before: Int32
    /// The next phrase with the same hash, or -1.
    var next: Int32
  }

  /// The phrases, all one after another; a phrase of one unit is not looked for.
  private var units: [UInt16] = []
  private var entries: [Entry] = []
  /// For the lower bits of a unit, the kind of the phrases that are looked for by it, from 1, or 0.
  ///
  /// Each is looked for by two of its units, of which the first is rare if any is. With the kinds of those that may go on
  /// with a unit, a bit each, most positions are passed with a look, and most others with a second.
  private var begins: [UInt8] = []
  private var goesOn: [UInt32] = []
  /// The first phrase for each hash of those two units, or -1.
  private var heads: [Int16] = []

  /// Adds a phrase.
  mutating func insert(_ phrase: Name, _ number: Int) {
    guard phrase.units.count >= 2, entries.count < Int(Int16.max) else { return }
    if heads.isEmpty {
      heads = [Int16](repeating: -1, count: Self.hashes)
      begins = [UInt8](repeating: 0, count: Self.firstCount)
      goesOn = [UInt32](repeating: 0, count: Self.secondCount)
      units.reserveCapacity(1_024)
      entries.reserveCapacity(256)
    }
    // Units that share a place share their kind.
    let before = phrase.units.indices.dropLast().first { !Self.common.contains(phrase.units[$0]) } ?? 0
    let first = Self.first(phrase.units[before])
    let kind = UInt8(first % 31) + 1
    begins[first] = kind
    goesOn[Self.second(phrase.units[before + 1])] |= 1 << UInt32(kind)
    let lower = Int32(truncatingIfNeeded: units.count)
    units += phrase.units
    let added = Int32(truncatingIfNeeded: entries.count)
    entries.append(
      Entry(
        lower: lower, upper: Int32(truncatingIfNeeded: units.count),
        number: Int32(truncatingIfNeeded: number), before: Int32(truncatingIfNeeded: before), next: -1))
    let hash = Self.hash(phrase.units[before], phrase.units[before + 1])
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
    begins.withUnsafeBufferPointer { begins in
      let last = slice.upper &- 1
      var next = slice.lower
      while next < last {
        let i = next
        next &+= 1
        let unit = text[i]
        let kind = begins[Self.first(unit)]
        guard kind != 0 else { continue }
        let second = text[next]
        guard goesOn[Self.second(second)] & 1 << UInt32(kind) != 0 else { continue }
        var at = Int(heads[Self.hash(unit, second)])
        while at >= 0 {
          let entry = entries[at]
          if let found = place(of: entry, in: text, at: i, slice) {
            body(Match(number: Int(entry.number), slice: found))
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
    guard phrases.count > fewPhrases else {
      return phrases.map { count(of: $0, in: Slice(0, text.count), of: text) }
    }
    var matcher = PhraseMatcher()
    for (index, phrase) in phrases.enumerated() { matcher.insert(phrase, index) }
    var counts = [Int](repeating: 0, count: phrases.count)
    matcher.forEach(in: Slice(0, text.count), of: text) { counts[$0.number] += 1 }
    return counts
  }

  /// So many phrases are found sooner one after another.
  private static let fewPhrases = 6

  /// How often a phrase stands in a slice.
  static func count(of phrase: Name, in slice: Slice, of text: Units) -> Int {
    var (count, start) = (0, slice.lower)
    while let at = text.find(phrase, in: Slice(start, slice.upper)) {
      count += 1
      start = at + 1
    }
    return count
  }

  /// Where a phrase stands, if the units that it is looked for by stand at a position.
  private func place(of entry: Entry, in text: Units, at position: Int, _ slice: Slice) -> Slice? {
    let start = position - Int(entry.before)
    let length = Int(entry.upper - entry.lower)
    guard start >= slice.lower, start + length <= slice.upper else { return nil }
    for k in 0..<length where units[Int(entry.lower) + k] != text[start + k] { return nil }
    return Slice(start, start + length)
  }

  /// The units that stand most often in drafts.
  private static let common = Set(
    "支出算预年费工目务的元标政万公资业指项金科一单位技本成和行收经用部会化入作基上其款人市中拨事二服财效保建况及总数十表职情发度动国转共合文级".utf16)
  private static let hashes = 0x1000
  private static let firstCount = 0x2000
  private static let secondCount = 0x800

  @inline(__always)
  private static func first(_ unit: UInt16) -> Int { Int(unit & 0x1FFF) }

  @inline(__always)
  private static func second(_ unit: UInt16) -> Int { Int(unit & 0x7FF) }

  @inline(__always)
  private static func hash(_ a: UInt16, _ b: UInt16) -> Int {
    Int((UInt32(a) &* 0x9E37 &+ UInt32(b) &* 0x79B9) >> 3 & 0xFFF)
  }
}
