/// The figures of one side of a table, on one scale, so that sums are plain integer additions.
struct AmountGrid {
  /// What a cell is in a sum.
  enum State: UInt8 {
    /// Nothing: counts as zero.
    case blank
    /// A figure.
    case figure
    /// Words, a percentage, or a figure too long: no sum that needs the cell is judged.
    case unusable
  }

  let table: Table
  let side: Side
  /// The columns of the table that take part.
  let columns: [Int]
  let rowCount: Int
  /// How many decimals the common scale has.
  let decimals: Int
  /// Values row by row, in units of the common scale.
  private(set) var values: [Int64]
  private(set) var states: [State]
  /// The last place written in each column, in units of the common scale.
  private(set) var lastPlaces: [Int64]

  /// Larger values are not added up.
  private static let largest: UInt64 = 1_000_000_000_000_000
  /// Sums of a whole row or column, and differences of such sums, stay below.
  private static let largestSum: UInt64 = 1 << 60

  init(_ table: Table, _ side: Side) {
    self.table = table
    self.side = side
    columns = side.amountColumns
    rowCount = side.rows.count
    let width = columns.count
    var places = [Int](repeating: 0, count: width)
    for row in side.rows {
      for (index, column) in columns.enumerated() {
        if let cell = table.cell(row.row, column), cell.kind == .number {
          places[index] = Swift.max(places[index], cell.amount.decimals)
        }
      }
    }
    let largest = Swift.min(Self.largest, Self.largestSum / UInt64(Swift.max(1, rowCount, width)))
    let decimals = Swift.min(places.max() ?? 0, 6)
    self.decimals = decimals
    var values = [Int64](repeating: 0, count: rowCount * width)
    var states = [State](repeating: .blank, count: rowCount * width)
    for (position, row) in side.rows.enumerated() {
      let isKnown =
        row.role != .uncertain && row.role != .repeatedHeader && row.role != .columnNumbers
        && row.role != .rate
      for (index, column) in columns.enumerated() {
        let at = position * width + index
        guard isKnown, let cell = table.cell(row.row, column) else {
          if !isKnown { states[at] = .unusable }
          continue
        }
        switch cell.kind {
        case .blank, .dash: break
        case .percent, .text: states[at] = .unusable
        case .number:
          let shift = decimals - cell.amount.decimals
          let scaled =
            shift >= 0 ? cell.amount.digits.multipliedReportingOverflow(by: Self.power(shift)) : (0, true)
          if scaled.1 || scaled.0.magnitude > largest {
            states[at] = .unusable
          } else {
            values[at] = scaled.0
            states[at] = .figure
          }
        }
      }
    }
    self.values = values
    self.states = states
    lastPlaces = places.map { Self.power(decimals - Swift.min($0, decimals)) }
  }

  /// People and things are counted, not rounded.
  func isCount(_ column: Int) -> Bool { table.columns[columns[column]].kind == .count }

  private static func power(_ exponent: Int) -> Int64 {
    var result: Int64 = 1
    for _ in 0..<Swift.max(0, Swift.min(exponent, 9)) { result *= 10 }
    return result
  }

  /// The figures are not rounded: 元 with two decimals.
  var isExact: Bool { table.unit == .yuan && decimals == 2 }

  func value(_ row: Int, _ column: Int) -> Int64 { values[row * columns.count + column] }
  func state(_ row: Int, _ column: Int) -> State { states[row * columns.count + column] }

  /// The cell of the table at a place of the grid.
  func cell(_ row: Int, _ column: Int) -> Cell? { table.cell(side.rows[row].row, columns[column]) }

  /// The slice to mark for a cell; a blank cell has the empty slice where it stands.
  func slice(_ row: Int, _ column: Int) -> Slice { cell(row, column)?.slice ?? Slice(0, 0) }

  /// An amount on the common scale, shown with the decimals of a column.
  func amount(_ value: Int64, column: Int) -> Amount {
    var digits = value
    var places = decimals
    let last = column < lastPlaces.count ? lastPlaces[column] : 1
    var unit: Int64 = 1
    while unit < last, digits % 10 == 0, places > 0 {
      digits /= 10
      places -= 1
      unit *= 10
    }
    return Amount(digits: digits, decimals: places)
  }

  /// Tells whether no row has anything in a column.
  func isUnfilled(_ column: Int) -> Bool {
    (0..<rowCount).allSatisfy { state($0, column) == .blank }
  }

  /// Tells whether a row has nothing in any column.
  func isBlank(row: Int) -> Bool { columns.indices.allSatisfy { state(row, $0) == .blank } }

  /// Tells whether any figure other than zero stands in the grid.
  var hasFigures: Bool { values.contains { $0 != 0 } }

  /// Tells whether a row has a figure other than zero.
  func hasFigure(_ row: Int) -> Bool {
    for column in 0..<columns.count where state(row, column) == .figure && value(row, column) != 0 {
      return true
    }
    return false
  }
}
