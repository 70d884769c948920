/// How much of a table took part in at least one sum: silence earns trust only where something was checked.
public struct TableCoverage: Sendable {
  /// The first line of the table, zero-based.
  public let line: Int
  /// The title of the table, or an empty text.
  public let title: String
  /// How many figures stand in the table.
  public let figures: Int
  /// How many of them took part in an identity.
  public let covered: Int
  /// The figures that took part in none.
  public let uncovered: [ByteRange]
}

extension Draft {
  /// The coverage of every table by the identities within it.
  ///
  /// - Complexity: O(n) in the number of cells.
  public func coverage() -> [TableCoverage] {
    text.units.withUnsafeBufferPointer { units in
      tables.filter { $0.layout == .grid }.map { coverage(of: $0, units) }
    }
  }

  private func coverage(of table: Table, _ units: Units) -> TableCoverage {
    var figures = 0
    var covered = 0
    var uncovered: [ByteRange] = []
    for side in table.sides {
      let arithmetic = SideArithmetic(table, side, units)
      var taking: Set<GridPlace> = []
      for equation in arithmetic.equations {
        let isRows = equation.direction == .rows
        for lane in 0..<(isRows ? arithmetic.grid.columns.count : arithmetic.grid.rowCount) {
          if case .none = arithmetic.grid.judge(equation, in: lane).verdict { continue }
          taking.insert(arithmetic.totalPlace(equation, lane))
          for term in arithmetic.termPlaces(equation, lane) { taking.insert(term.place) }
        }
      }
      for row in 0..<arithmetic.grid.rowCount {
        for column in arithmetic.grid.columns.indices where arithmetic.grid.state(row, column) == .figure {
          figures += 1
          if taking.contains(GridPlace(row: row, column: column)) || arithmetic.grid.value(row, column) == 0 {
            covered += 1
          } else {
            uncovered.append(range(arithmetic.grid.slice(row, column)))
          }
        }
      }
    }
    return TableCoverage(
      line: table.lines.lowerBound, title: table.caption.map(string) ?? "", figures: figures,
      covered: covered,
      uncovered: uncovered)
  }
}
