/// Two rows of one table whose figures another table has the other way round: each is right, under the wrong name.
///
/// Neither the sums nor a comparison of one row at a time see it where one table is a part of the other.
struct ExchangedRows {
  /// A pair of rows, with the same pair in the table that has it right.
  struct Pair {
    var first: StatedFigure
    var second: StatedFigure
    var right: (first: StatedFigure, second: StatedFigure)
  }

  /// What a row says within its parent: the figure and that of the row it may have been exchanged with.
  private struct Key: Hashable {
    var parent: Int64
    var own: Int128
    var other: Int128
  }

  /// The pairs of a scope, each in the table that fewest others bear out.
  ///
  /// - Complexity: O(t²·n) for t tables of n subjects.
  static func find(_ tables: [TableID: Int], _ finder: CellFinder) -> [Pair] {
    let known = tables.sorted { $0.value < $1.value }.map { concept, index in
      finder.list(
        FormulaTerm(isNegative: false, table: concept, row: .eachSubject, column: nil), index)
    }.filter { $0.all.count >= 2 }
    var found: [Pair] = []
    for (later, b) in known.enumerated() {
      for a in known[..<later] {
        for (i, j) in exchanged(a, b) {
          guard let ai = a[i], let aj = a[j], let bi = b[i], let bj = b[j] else { continue }
          let others = known.filter { $0[i]?.table != ai.table && $0[i]?.table != bi.table }
          let votes = (others.count { agree($0, a, i, j) }, others.count { agree($0, b, i, j) })
          // A third table that has it wrong, too, is named with its own pair.
          guard !found.contains(where: { isSame($0.first, bi) || isSame($0.first, ai) }) else { continue }
          found.append(
            votes.1 > votes.0
              ? Pair(first: ai, second: aj, right: (bi, bj)) : Pair(first: bi, second: bj, right: (ai, aj)))
        }
      }
    }
    return found
  }

  private static func isSame(_ a: StatedFigure, _ b: StatedFigure) -> Bool {
    a.table == b.table && a.row == b.row
  }

  /// The codes below one parent whose figures the two tables have the other way round.
  private static func exchanged(
    _ a: SubjectFigures, _ b: SubjectFigures
  ) -> [(Int64, Int64)] {
    var seen: [Key: Int64] = [:]
    var pairs: [(Int64, Int64)] = []
    var next = 0
    for (code, figure) in a.all {
      while next < b.all.count, b.all[next].code < code { next += 1 }
      guard next < b.all.count, b.all[next].code == code else { continue }
      let (own, other) = (value(figure), value(b.all[next].figure))
      guard own != 0, own != other, other != 0 else { continue }
      let key = Key(parent: code / 100, own: own, other: other)
      if let before = seen[Key(parent: key.parent, own: other, other: own)] { pairs.append((before, code)) }
      seen[key] = code
    }
    return pairs
  }

  private static func value(_ figure: StatedFigure) -> Int128 {
    figure.value * figure.yuan
  }

  private static func agree(
    _ a: SubjectFigures, _ b: SubjectFigures, _ i: Int64, _ j: Int64
  ) -> Bool {
    a[i].map(value) == b[i].map(value) && a[j].map(value) == b[j].map(value)
  }
}
