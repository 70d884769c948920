/// The keys that rows are found by.
extension FigureIndex {
  /// The key of a name, and of the name with or without 支出 at its end.
  static func keys(ofRowsCalled name: Slice, _ units: Units) -> (own: UInt64, other: UInt64) {
    let expense = ClaimBinder.Names.expense
    let other =
      units.ends(name, with: expense)
      ? units.key(Slice(name.lower, name.upper - expense.count)) : keyWithExpense(name, units)
    return (units.key(name), other)
  }

  /// The key of a name with 支出 at its end.
  static func keyWithExpense(_ name: Slice, _ units: Units) -> UInt64 {
    var hash = units.key(name)
    for unit in ClaimBinder.Names.expense.units { hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
