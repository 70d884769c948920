/// The amount of money that a claim states, ready to be held against many cells.
struct StatedMoney {
  /// The amount and one unit of its last written place, in billionths of a yuan.
  private let value: Int128
  private let step: Int128

  /// The amount of a claim, if it is money of a size that can be calculated with.
  init?(_ claim: Claim) {
    guard let money = claim.unit.money, claim.amount.isCalculable else { return nil }
    value = claim.amount.scaled * money.yuan
    step = claim.amount.lastPlace * money.yuan
  }

  private init(value: Int128, step: Int128) {
    self.value = value
    self.step = step
  }

  /// What the same digits are in a unit that is a fraction as large; `nil` if that is more than can be calculated with.
  func scaled(by factor: (Int128, Int128)) -> StatedMoney? {
    let (product, overflow) = value.multipliedReportingOverflow(by: factor.0)
    // One unit of the last place of an amount is no more than the amount may be.
    let (place, isBeyond) = step.multipliedReportingOverflow(by: factor.0)
    return overflow || isBeyond ? nil : StatedMoney(value: product / factor.1, step: place / factor.1)
  }

  /// The values that round to the same, and one step more.
  var reach: ClosedRange<Int128> { value - step...value + step }

  /// The values that are no further away than one step, or than some other difference.
  func range(atLeast difference: Int128) -> ClosedRange<Int128> {
    let difference = Swift.max(step, difference)
    return value - difference...value + difference
  }

  /// Tells whether a cell of a table that shows fewer decimals than the text rounds the amount.
  func rounds(to cell: Cell, _ unit: MoneyUnit, decimals: Int) -> Bool {
    guard cell.kind == .number, cell.amount.isCalculable else { return false }
    let place = Amount(digits: 0, decimals: decimals).lastPlace * unit.yuan
    return step < place && (value - cell.amount.scaled * unit.yuan).magnitude * 2 <= place.magnitude
  }

  /// Tells whether a cell states the amount at the precision of the text.
  func agrees(with cell: Cell, _ unit: MoneyUnit) -> Bool {
    StatedCell(cell, unit).map(agrees) ?? false
  }

  /// Tells whether a cell states the amount at the precision of the text.
  func agrees(with cell: StatedCell) -> Bool {
    let difference = value - cell.value
    // Rounded at the precision of the text, or cut off there.
    if difference.magnitude * 2 <= step.magnitude { return true }
    // 48650元 and 4.87万元: rounded at the precision of the table, an exact half either way.
    if step < cell.places, difference.magnitude * 2 <= cell.places.magnitude { return true }
    guard difference < 0, difference.magnitude < step.magnitude else { return false }
    return cell.step < step
  }
}

/// The figure of a cell, ready to be held against many amounts: all in billionths of a yuan.
struct StatedCell {
  let value: Int128
  /// One unit of its last written place, and of its second decimal where it has fewer.
  fileprivate let step: Int128
  let places: Int128

  /// The figure of a cell, if it is one of a size that can be calculated with.
  init?(_ cell: Cell, _ unit: MoneyUnit) {
    guard cell.isAmountOrEmpty, cell.amount.isCalculable else { return nil }
    let yuan = unit.yuan
    value = cell.amount.scaled * yuan
    step = cell.amount.lastPlace * yuan
    places = Amount(digits: 0, decimals: Swift.max(2, cell.amount.decimals)).lastPlace * yuan
  }
}

extension Table {
  /// How few figures say nothing of the decimals that a table is shown with.
  private static let fewFigures = 6

  /// The decimals that the table shows its amounts with; two where it shows more, or has few figures.
  ///
  /// - Complexity: O(n) in the number of cells.
  var shownDecimals: Int {
    var most = 0
    var figures = 0
    for column in columns.indices where columns[column].kind == .amount {
      for row in firstBodyRow..<Swift.max(firstBodyRow, rowCount) {
        guard let cell = cell(row, column), cell.kind == .number, !cell.amount.isZero else { continue }
        figures += 1
        most = Swift.max(most, cell.amount.decimals)
      }
    }
    return figures < Self.fewFigures ? 2 : Swift.min(2, most)
  }
}
