/// A table that was found and is still to be read: each is read from its own cells and the lines above it alone.
struct FoundTable: Sendable {
  let grid: Grid
  /// The index of the section it stands in.
  let section: Int

  /// Reads tables, in their order; those that an edit did not touch are taken from the former state.
  static func read(
    _ found: ArraySlice<FoundTable>, _ text: FoldedText, after former: FormerDraft?
  ) -> [Table] {
    text.units.withUnsafeBufferPointer { units in
      let reader = TableReader(units: units)
      let info = TableInfo(units: units, text: text)
      return found.map { found in
        var table: Table
        if let known = former?.table(found.grid, text) {
          table = known
        } else {
          table = reader.read(found.grid)
          info.describe(&table)
        }
        table.section = found.section
        return table
      }
    }
  }

  /// Where to part tables so that both parts hold about as many cells.
  static func middle(of found: [FoundTable]) -> Int {
    let all = found.reduce(0) { $0 + $1.grid.cells.count }
    var seen = 0
    return found.firstIndex { table in
      seen += table.grid.cells.count
      return seen * 2 >= all
    } ?? found.count
  }
}
