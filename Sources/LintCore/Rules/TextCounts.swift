/// How often names stand in the whole text of a draft; what was counted before an edit is counted anew only around it.
struct TextCounts: Sendable {
  private var counts: [Name: Int] = [:]
  /// What was counted before, with the units of then and the edit since.
  private let known: Known?

  private struct Known: Sendable {
    let counts: [Name: Int]
    let units: [UInt16]
    let edit: DraftEdit
  }

  /// Begins to count with nothing known.
  init() { known = nil }

  /// Begins to count after an edit of a text.
  init(after known: TextCounts, _ text: FoldedText, _ edit: DraftEdit) {
    self.known = Known(counts: known.counts, units: text.units, edit: edit)
  }

  /// What was counted, without what it was counted from.
  var forNext: TextCounts {
    var next = TextCounts()
    next.counts = counts
    return next
  }

  /// How often some names stand in a text.
  ///
  /// - Complexity: O(k) in the units of the edit for a name that was counted before; O(n) in the length of the text for
  ///   the others together.
  mutating func counts(of names: [Name], in units: Units) -> [Int] {
    var new: [Name] = []
    for name in names where counts[name] == nil {
      if let count = changed(name, in: units) {
        counts[name] = count
      } else if name.units.count > 1 {
        new.append(name)
      } else {
        // No matcher looks for one unit.
        counts[name] = PhraseMatcher.count(of: name, in: Slice(0, units.count), of: units)
      }
    }
    for (name, count) in zip(new, PhraseMatcher.counts(of: new, in: units)) { counts[name] = count }
    return names.map { counts[$0] ?? 0 }
  }

  /// How often one name stands in a text.
  mutating func count(of name: Name, in units: Units) -> Int {
    if let known = counts[name] { return known }
    let found =
      changed(name, in: units) ?? PhraseMatcher.count(of: name, in: Slice(0, units.count), of: units)
    counts[name] = found
    return found
  }

  /// The count of before, with what the edit took away and added.
  private func changed(_ name: Name, in units: Units) -> Int? {
    guard let known, let before = known.counts[name] else { return nil }
    let reach = name.units.count - 1
    let removed = known.units.withUnsafeBufferPointer { former in
      PhraseMatcher.count(of: name, in: known.edit.formerUnits(reach: reach, of: former.count), of: former)
    }
    return before - removed
      + PhraseMatcher.count(of: name, in: known.edit.units(reach: reach, of: units.count), of: units)
  }
}

extension Inspection {
  /// Tells whether a word stands anywhere in the text.
  mutating func stands(_ word: Word) -> Bool {
    guard memory != nil else { return units.contains(word, in: Slice(0, units.count)) }
    return occurrences(of: word.name) > 0
  }

  /// Tells whether any of some names may stand in the text: nothing is counted where there will be no next check, since
  /// who asks goes through the text himself.
  mutating func mayStand(_ names: [Name]) -> Bool {
    memory == nil || occurrences(of: names).contains { $0 > 0 }
  }

  /// Tells whether what a slice holds stands nowhere else in the text.
  mutating func standsOnce(_ slice: Slice) -> Bool {
    let name = units.name(slice)
    alsoRead = .all
    // Of a name that goes on as it begins, two may stand in one another.
    guard memory != nil, !name.overlapsItself else { return units.standsOnce(slice) }
    return occurrences(of: name) == 1
  }

  /// How often a name stands in the text.
  private mutating func occurrences(of name: Name) -> Int {
    alsoRead = .all
    return memory?.occurrences(of: name, in: units)
      ?? PhraseMatcher.count(of: name, in: Slice(0, units.count), of: units)
  }

  /// How often names stand in the text.
  mutating func occurrences(of names: [Name]) -> [Int] {
    alsoRead = .all
    return memory?.occurrences(of: names, in: units) ?? PhraseMatcher.counts(of: names, in: units)
  }
}

extension Name {
  /// Tells whether the name ends in units that it begins with.
  fileprivate var overlapsItself: Bool {
    units.withUnsafeBufferPointer { units in
      (1..<Swift.max(1, units.count)).contains { start in
        units[start] == units[0] && (start..<units.count).allSatisfy { units[$0] == units[$0 - start] }
      }
    }
  }
}
