/// Where sentences and clauses begin and end around a position, by their marks alone.
extension Units {
  /// Tells whether 。 or ; stands in a slice.
  package func hasStop(in slice: Slice) -> Bool { slice.indices.contains { Unit.isStop(self[$0]) } }

  /// Where the sentence, or its part between semicolons, begins in which a position stands; not before `first`.
  func sentenceStart(before position: Int, from first: Int) -> Int {
    let limit = Swift.max(first, position - Self.longestSentence)
    var start = position
    while start > limit, !Unit.isStop(self[start - 1]) { start -= 1 }
    return start
  }

  /// Where the sentence, or its part between semicolons, ends in which a position stands; not behind `end`.
  func sentenceEnd(from position: Int, before end: Int) -> Int {
    let limit = Swift.min(end, position + Self.longestSentence)
    var stop = position
    while stop < limit, !Unit.isStop(self[stop]) { stop += 1 }
    return stop
  }

  /// The sentence of a text, or its part between semicolons, in which a slice stands.
  func sentence(around slice: Slice, in text: Slice) -> Slice {
    Slice(
      sentenceStart(before: slice.lower, from: text.lower), sentenceEnd(from: slice.upper, before: text.upper)
    )
  }

  /// Tells whether a clause ends at a place: at a comma or a stop, but not at the comma of 2,090.05, which groups digits.
  package func endsClause(at i: Int) -> Bool {
    guard Unit.endsClause(self[i]) else { return false }
    return
      !(self[i] == 0x2C && i > 0 && i + 1 < count && Unit.isDigit(self[i - 1]) && Unit.isDigit(self[i + 1]))
  }

  /// What stands between signs, some of it perhaps empty: 甲、乙和丙 parted by 、 and 和.
  ///
  /// - Complexity: O(n) in the length of the text.
  func pieces(of text: Slice, partedBy isSign: (UInt16) -> Bool) -> [Slice] {
    var found = [Slice(text.lower, text.lower)]
    for i in text.indices {
      if isSign(self[i]) {
        found.append(Slice(i + 1, i + 1))
      } else {
        found[found.count - 1].upper = i + 1
      }
    }
    return found
  }

  /// Where the clause begins in which a position stands; not before `first`.
  func clauseStart(before position: Int, from first: Int) -> Int {
    let limit = Swift.max(first, position - Self.longestSentence)
    var start = position
    while start > limit, !endsClause(at: start - 1) { start -= 1 }
    return start
  }

  /// Where the clause ends in which a position stands; not behind `end`.
  func clauseEnd(from position: Int, before end: Int) -> Int {
    let limit = Swift.min(end, position + Self.longestSentence)
    var stop = position
    while stop < limit, !endsClause(at: stop) { stop += 1 }
    return stop
  }

  /// Nobody writes longer sentences, in units; text without a stop is not gone through again for each of its words.
  private static var longestSentence: Int { 4_096 }
}
