/// The sums of a table that hold, so that a reader can see what a total is made of.
enum TableSums {
  /// What a cell is in the sums of its table.
  struct Part {
    /// The number of the sum whose total the cell is, and the sum of its terms.
    var total: (sum: Int, computed: String)?
    /// The numbers of the sums it is a term of.
    var terms: [Int] = []
    /// The numbers of the sums it is taken off in.
    var minus: [Int] = []

    /// The attributes that the page's script reads.
    var attributes: String {
      var out = ""
      if let total { out += " data-s=\"\(total.sum)\" data-c=\"\(total.computed)\"" }
      let signed = terms.map(String.init) + minus.map { "-\($0)" }
      if !signed.isEmpty { out += " data-p=\"\(signed.joined(separator: " "))\"" }
      return out
    }
  }

  /// Sums of more terms than this would make the page heavy without telling more.
  private static let mostTerms = 80

  /// The parts that cells take, by the position of the cell's text; sums are numbered from `firstSum`.
  ///
  /// - Complexity: O(equations · lanes · terms).
  static func parts(of table: Table, in draft: Draft, firstSum: Int) -> [Int32: Part] {
    guard table.layout == .grid else { return [:] }
    return draft.text.units.withUnsafeBufferPointer { units in
      var parts: [Int32: Part] = [:]
      var next = firstSum
      for side in table.sides { add(side, of: table, units, &next, to: &parts) }
      return parts
    }
  }

  private static func add(
    _ side: Side, of table: Table, _ units: Units, _ next: inout Int, to parts: inout [Int32: Part]
  ) {
    let arithmetic = SideArithmetic(table, side, units)
    // A blank cell stands where the next one begins, the code of the next row for one, and must not be taken for it.
    let amounts = Dictionary(
      table.cells.lazy.filter { !$0.slice.isEmpty }.map { ($0.lower, $0.amount) },
      uniquingKeysWith: { first, _ in first })
    for equation in arithmetic.equations where equation.terms.count + equation.minus.count <= mostTerms {
      let isRows = equation.direction == .rows
      for lane in 0..<(isRows ? arithmetic.grid.columns.count : arithmetic.grid.rowCount) {
        switch arithmetic.grid.judge(equation, in: lane).verdict {
        case .holds, .holdsStrongly, .tail: break
        case .none, .unlikelyTail, .wrong: continue
        }
        let place = arithmetic.totalPlace(equation, lane)
        let slice = arithmetic.grid.slice(place.row, place.column)
        let total = Int32(slice.lower)
        // The sum of a column says more than that of a row, and comes first.
        guard !slice.isEmpty, parts[total]?.total == nil, var decimals = amounts[total]?.decimals else {
          continue
        }
        var sum: Int128 = 0
        for term in arithmetic.termPlaces(equation, lane) {
          let slice = arithmetic.grid.slice(term.place.row, term.place.column)
          guard !slice.isEmpty, let amount = amounts[Int32(slice.lower)] else { continue }
          sum += Int128(term.sign) * amount.scaled
          decimals = Swift.max(decimals, amount.decimals)
          let list = term.sign < 0 ? \Part.minus : \Part.terms
          parts[Int32(slice.lower), default: Part()][keyPath: list].append(next)
        }
        parts[total, default: Part()].total = (next, Amount(scaled: sum, decimals: decimals)?.grouped ?? "")
        next += 1
      }
    }
  }
}
