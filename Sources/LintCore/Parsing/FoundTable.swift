/// A table that was found and is still to be read: each is read from its own cells and the lines above it alone.
struct FoundTable: Sendable {
  /// What was found of a table.
  enum Content: Sendable {
    /// Its cells, and whether the rows were cut by what every page repeats.
    case cells(Grid, isCutByPages: Bool)
    /// That an edit did not touch it.
    case known(KnownTable)
  }

  let content: Content
  /// The index of the section it stands in.
  let section: Int

  /// Reads tables, in their order; those that an edit did not touch are taken from the former state.
  static func read(
    _ found: ArraySlice<FoundTable>, _ text: FoldedText, after former: FormerDraft?
  ) -> [Table] {
    text.units.withUnsafeBufferPointer { units in
      let reader = TableReader(units: units)
      let info = TableInfo(units: units, text: text)
      func read(_ grid: Grid) -> Table {
        if let known = former?.table(grid, text) { return known }
        var table = reader.read(grid)
        info.describe(&table)
        return table
      }
      return found.compactMap { found in
        var table: Table
        switch found.content {
        case .known(let known):
          guard let former else { return nil }
          table = former.table(known)
        case .cells(let grid, let isCutByPages):
          table = read(grid)
          table.isCutByPages = isCutByPages
        }
        table.section = found.section
        return table
      }
    }
  }

  /// So many cells are read before a second thread is awake.
  private static let fewCells = 4_000

  /// Where to part tables so that both parts hold about as many cells to read; `nil` if a second thread would not pay.
  static func middle(of found: [FoundTable]) -> Int? {
    let all = found.reduce(0) { $0 + $1.cellCount }
    guard all > fewCells else { return nil }
    var seen = 0
    return found.firstIndex { table in
      seen += table.cellCount
      return seen * 2 >= all
    }
  }

  /// How many cells are to be read.
  private var cellCount: Int {
    if case .cells(let grid, _) = content { grid.cells.count } else { 0 }
  }
}
