/// Years whose digits were exchanged: 2204年 or 2042年 in a document of 2024.
extension YearCheck {
  /// Years that plans and pledges name.
  private static let goals: Set<Int> = [2030, 2035, 2040, 2045, 2049, 2050, 2060]
  private static let swapped = Phrase(
    "“{0}年”疑似数字颠倒，应为 {1} 年", "The digits of the year {0} seem to be exchanged; it should be {1}")

  /// - Complexity: O(n) in the length of the text.
  static func swaps(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    guard context.claims.year > 0 else { return }
    let meant = meanings(of: context.claims.year)
    let names = meant.keys.map { Name(units: Array(String($0).utf16) + [0x5E74]) }
    guard inspection.mayStand(names) else { return }
    let units = context.units
    var next = 4
    while let i = units.first(0x5E74, in: Slice(next, units.count)) {
      next = i + 1
      guard Unit.isDigit(units[i - 1]) else { continue }
      let digits = Slice(i - 4, i)
      guard digits.indices.allSatisfy({ Unit.isDigit(units[$0]) }), i == 4 || !Unit.isDigit(units[i - 5])
      else {
        continue
      }
      let year = digits.indices.reduce(0) { $0 * 10 + Int(units[$1] - 0x30) }
      guard let right = meant[year], !inspection.hasReported("year", at: digits) else { continue }
      inspection.report(
        "year", .error, at: digits, Message(swapped, .count(year), .count(right)),
        fixes: context.yearFix(digits, right))
    }
  }

  /// What two neighboring digits exchanged make of the year and those beside it, where no text means it.
  private static func meanings(of year: Int) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for right in [year + 1, year - 1, year] {
      for place in [1, 10, 100] {
        let (low, high) = (right / place % 10, right / place / 10 % 10)
        let other = right + (low - high) * place * 10 + (high - low) * place
        if other > year + 5, !goals.contains(other) { found[other] = right }
      }
    }
    return found
  }
}
