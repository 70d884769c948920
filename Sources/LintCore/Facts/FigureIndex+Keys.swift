/// The keys that rows are found by.
extension FigureIndex {
  /// The key of a name, and of the name with or without 支出 at its end.
  static func keys(ofRowsCalled name: Slice, _ units: Units) -> (own: UInt64, other: UInt64) {
    let own = units.key(name)
    let isExpense = units.ends(name, with: ClaimBinder.Names.expense)
    return (own, isExpense ? units.key(Slice(name.lower, name.upper - expense.count)) : withExpense(own))
  }

  /// The key of a name with 支出 behind it, given its own.
  static func withExpense(_ key: UInt64) -> UInt64 {
    var hash = key
    for unit in expense { hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  private static let expense = ClaimBinder.Names.expense.units
}
