/// A table that was found and is still to be read: each is read from its own cells and the lines above it alone.
struct FoundTable: Sendable {
  let grid: Grid
  /// The index of the section it stands in.
  let section: Int

  /// Reads tables, in their order.
  static func read(_ found: ArraySlice<FoundTable>, _ text: FoldedText) -> [Table] {
    text.units.withUnsafeBufferPointer { units in
      let reader = TableReader(units: units)
      let info = TableInfo(units: units, text: text)
      return found.map { found in
        var table = reader.read(found.grid)
        table.section = found.section
        info.describe(&table)
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
