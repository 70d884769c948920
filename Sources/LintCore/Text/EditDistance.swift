/// How far two texts are from each other.
package enum EditDistance {
  /// The least number of insertions, deletions and replacements that turn one list into the other (Levenshtein).
  ///
  /// - Complexity: O(m · n) in the lengths of the lists.
  package static func between<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
