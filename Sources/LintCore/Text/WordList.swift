/// A list of words to look for together, prepared once so that most of them are told apart at a glance.
///
/// Write it as a list of literals, as a constant: `static let totals = WordList(["合计", "总计"])`.
package struct WordList: RandomAccessCollection, Sendable {
  private struct Entry {
    /// Where the units of the word stand in ``units``.
    var lower: Int32
    var upper: Int32
    /// A bit for each unit of the word.
    var signs: UInt64
  }

  private let words: [Word]
  private let units: [UInt16]
  private let entries: [Entry]
  /// A bit for the first unit of each word.
  private let firsts: UInt64
  /// A bit for the second unit of each word; all bits where a word has none.
  private let seconds: UInt64
  /// A bit for the last unit of each word.
  private let lasts: UInt64

  /// Prepares words; empty ones are never found.
  package init(_ words: [Word]) {
    self.words = words
    var units: [UInt16] = []
    var entries: [Entry] = []
    var (firsts, seconds, lasts) = (UInt64(0), UInt64(0), UInt64(0))
    for word in words {
      let lower = units.count
      units += word.units
      guard units.count > lower else { continue }
      firsts |= Units.sign(units[lower])
      seconds |= units.count > lower + 1 ? Units.sign(units[lower + 1]) : .max
      lasts |= Units.sign(units[units.count - 1])
      entries.append(
        Entry(
          lower: Int32(truncatingIfNeeded: lower), upper: Int32(truncatingIfNeeded: units.count),
          signs: units[lower...].reduce(0) { $0 | Units.sign($1) }))
    }
    (self.units, self.entries) = (units, entries)
    (self.firsts, self.seconds, self.lasts) = (firsts, seconds, lasts)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { words.count }
  package subscript(position: Int) -> Word { words[position] }

  /// Tells whether a unit may be the first of a word.
  @inline(__always)
  fileprivate func mayStart(with unit: UInt16) -> Bool { firsts & Units.sign(unit) != 0 }

  /// Tells whether a unit may be the second of a word.
  @inline(__always)
  fileprivate func mayGoOn(with unit: UInt16) -> Bool { seconds & Units.sign(unit) != 0 }

  /// Tells whether a unit may be the last of a word.
  @inline(__always)
  fileprivate func mayEnd(with unit: UInt16) -> Bool { lasts & Units.sign(unit) != 0 }

  /// The number of units of the first word of the list that stands at a position, wholly before `end`.
  @inline(__always)
  fileprivate func length(at position: Int, before end: Int, in text: Units) -> Int? {
    units.withUnsafeBufferPointer { units in
      for entry in entries where Self.matches(entry, units, text, position, end) {
        return Int(entry.upper &- entry.lower)
      }
      return nil
    }
  }

  /// Tells whether any word is all of a slice.
  fileprivate func isWhole(_ slice: Slice, of text: Units) -> Bool {
    units.withUnsafeBufferPointer { units in
      for entry in entries where Int(entry.upper &- entry.lower) == slice.count {
        if Self.matches(entry, units, text, slice.lower, slice.upper) { return true }
      }
      return false
    }
  }

  /// The number of units of the first word of the list that ends a slice.
  fileprivate func end(_ slice: Slice, of text: Units) -> Int? {
    units.withUnsafeBufferPointer { units in
      for entry in entries {
        let length = Int(entry.upper &- entry.lower)
        let start = slice.upper &- length
        if start >= slice.lower, Self.matches(entry, units, text, start, slice.upper) { return length }
      }
      return nil
    }
  }

  /// Tells whether any word stands in a slice of which `signs` are the units.
  fileprivate func stand(in slice: Slice, of text: Units, signs: UInt64) -> Bool {
    guard firsts & signs != 0 else { return false }
    return units.withUnsafeBufferPointer { units in
      for entry in entries where entry.signs & ~signs == 0 {
        let last = slice.upper &- Int(entry.upper &- entry.lower)
        var i = slice.lower
        while i <= last {
          if Self.matches(entry, units, text, i, slice.upper) { return true }
          i &+= 1
        }
      }
      return false
    }
  }

  @inline(__always)
  private static func matches(
    _ entry: Entry, _ units: UnsafeBufferPointer<UInt16>, _ text: Units, _ position: Int, _ end: Int
  ) -> Bool {
    var k = Int(entry.lower)
    let upper = Int(entry.upper)
    guard text[position] == units[k], position &+ (upper &- k) <= end else { return false }
    var i = position
    k &+= 1
    i &+= 1
    while k < upper {
      if text[i] != units[k] { return false }
      k &+= 1
      i &+= 1
    }
    return true
  }
}

extension UnsafeBufferPointer<UInt16> {
  /// Tells whether any of the words stands in a slice.
  package func contains(anyOf words: WordList, in slice: Slice) -> Bool {
    guard !slice.isEmpty, slice.lower >= 0, slice.upper <= count else { return false }
    if slice.count <= Self.longestNoted { return words.stand(in: slice, of: self, signs: signs(slice)) }
    let last = slice.upper &- 1
    var i = slice.lower
    while i < last {
      if words.mayStart(with: self[i]), words.mayGoOn(with: self[i &+ 1]),
        words.length(at: i, before: slice.upper, in: self) != nil
      {
        return true
      }
      i &+= 1
    }
    return words.mayStart(with: self[last]) && words.length(at: last, before: slice.upper, in: self) != nil
  }

  /// Tells whether a slice is one of the words.
  package func equals(anyOf words: WordList, _ slice: Slice) -> Bool {
    guard !slice.isEmpty, slice.lower >= 0, slice.upper <= count, words.mayEnd(with: self[slice.upper - 1])
    else { return false }
    return words.isWhole(slice, of: self)
  }

  /// Tells whether a slice ends with one of the words.
  package func ends(_ slice: Slice, withAnyOf words: WordList) -> Bool {
    lengthOfWord(ending: slice, anyOf: words) != nil
  }

  /// The number of units of the first word of a list that a slice ends with.
  package func lengthOfWord(ending slice: Slice, anyOf words: WordList) -> Int? {
    guard !slice.isEmpty, slice.lower >= 0, slice.upper <= count, words.mayEnd(with: self[slice.upper - 1])
    else { return nil }
    return words.end(slice, of: self)
  }

  /// Tells whether a slice starts with one of the words.
  package func starts(_ slice: Slice, withAnyOf words: WordList) -> Bool {
    lengthOfWord(starting: slice, anyOf: words) != nil
  }

  /// The number of units of the first word of a list that a slice starts with.
  package func lengthOfWord(starting slice: Slice, anyOf words: WordList) -> Int? {
    guard !slice.isEmpty, slice.lower >= 0, slice.upper <= count, words.mayStart(with: self[slice.lower])
    else { return nil }
    return words.length(at: slice.lower, before: slice.upper, in: self)
  }
}
