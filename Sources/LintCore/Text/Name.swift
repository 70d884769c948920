/// A word from outside the source code to look for in folded text, such as a name in a pack.
package struct Name: Sendable, Hashable {
  /// The units of the word, folded.
  package let units: [UInt16]

  /// Creates a name of units that are already in folded form.
  package init(units: [UInt16]) { self.units = units }

  /// Creates a name by folding any text.
  package init(folding text: String) { units = Folder.units(text) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(units.withUnsafeBufferPointer { $0.key(Slice(0, $0.count)) })
  }
}

extension UnsafeBufferPointer<UInt16> {
  /// The first position of a name in a slice, if it stands there.
  ///
  /// - Complexity: O(n) in the length of the slice, eight units at a time for names whose first two units are rare.
  package func find(_ name: Name, in slice: Slice) -> Int? {
    guard let first = name.units.first, slice.lower >= 0, slice.upper <= count else { return nil }
    guard name.units.count > 1 else { return self.first(first, in: slice) }
    let second = name.units[1]
    var i = slice.lower
    while let at = self.first(first, followedBy: second, in: Slice(i, slice.upper)) {
      if has(name, at: at, before: slice.upper) { return at }
      i = at &+ 1
    }
    return nil
  }

  /// Tells whether a name stands at `position`, wholly before `end`.
  package func has(_ name: Name, at position: Int, before end: Int) -> Bool {
    guard position >= 0, end <= count, position + name.units.count <= end else { return false }
    for k in name.units.indices where self[position + k] != name.units[k] { return false }
    return true
  }

  /// Tells whether a slice starts with a name.
  package func starts(_ slice: Slice, with name: Name) -> Bool {
    has(name, at: slice.lower, before: slice.upper)
  }

  /// Tells whether a slice ends with a name.
  package func ends(_ slice: Slice, with name: Name) -> Bool {
    has(name, at: slice.upper - name.units.count, before: slice.upper) && slice.count >= name.units.count
  }

  /// Tells whether a slice is a name and nothing more.
  package func equals(_ slice: Slice, _ name: Name) -> Bool {
    slice.count == name.units.count && has(name, at: slice.lower, before: slice.upper)
  }

  /// How many units two slices share at the start and at the end.
  func shared(_ a: Slice, _ b: Slice) -> (prefix: Int, suffix: Int) {
    (
      zip(a.indices, b.indices).prefix { self[$0] == self[$1] }.count,
      zip(a.indices.reversed(), b.indices.reversed()).prefix { self[$0] == self[$1] }.count
    )
  }

  /// What a slice holds, for looking for it elsewhere.
  func name(_ slice: Slice) -> Name { Name(units: Array(self[slice.indices])) }

  /// Tells whether what a slice holds stands nowhere else in the text.
  func standsOnce(_ slice: Slice) -> Bool {
    let name = name(slice)
    return !contains(name, in: Slice(0, slice.lower)) && !contains(name, in: Slice(slice.upper, count))
  }

  /// Tells whether a name stands anywhere in a slice.
  package func contains(_ name: Name, in slice: Slice) -> Bool { find(name, in: slice) != nil }

  /// Tells whether any of the names stands in a slice.
  package func contains(anyOf names: [Name], in slice: Slice) -> Bool {
    let signs = signs(slice)
    for name in names {
      guard let first = name.units.first, signs & Self.sign(first) != 0 else { continue }
      if find(name, in: slice) != nil { return true }
    }
    return false
  }
}
