/// Reads figures from folded units.
package enum NumberScanner {
  /// A figure with where it ends and how it was written.
  package struct Result: Sendable {
    package var amount: Amount
    /// The position after the last unit of the figure.
    package var end: Int
    /// Thousands were separated by commas.
    package var isGrouped: Bool
  }

  /// Reads the unsigned figure that starts at `start`; `nil` if no digit stands there or it is too long.
  ///
  /// A comma belongs to the figure only between groups of three digits; a point only before a digit.
  /// - Complexity: O(n) in the length of the figure.
  @inline(__always)
  package static func scan(_ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) -> Result? {
    var i = start
    var digits: Int64 = 0
    var count = 0
    var grouped = false
    var groupLength = 0
    while i < end {
      let unit = units[i]
      if unit >= 0x30, unit <= 0x39 {
        guard count < 18 else { return nil }
        digits = digits &* 10 &+ Int64(unit &- 0x30)
        count += 1
        groupLength += 1
        i += 1
      } else if unit == 0x2C || unit == 0xFF0C, count > 0, isGroup(units, i + 1, end),
        grouped ? groupLength == 3 : groupLength <= 3
      {
        grouped = true
        groupLength = 0
        i += 1
      } else {
        break
      }
    }
    guard count > 0 else { return nil }
    var decimals = 0
    if i + 1 < end, units[i] == 0x2E, units[i + 1] >= 0x30, units[i + 1] <= 0x39 {
      i += 1
      while i < end, units[i] >= 0x30, units[i] <= 0x39 {
        guard count < 18, decimals < Amount.maximumDecimals else { return nil }
        digits = digits &* 10 &+ Int64(units[i] &- 0x30)
        count += 1
        decimals += 1
        i += 1
      }
    }
    return Result(amount: Amount(digits: digits, decimals: decimals), end: i, isGrouped: grouped)
  }

  /// Tells whether exactly three digits stand at `start`.
  @inline(__always)
  private static func isGroup(_ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) -> Bool {
    guard start + 3 <= end else { return false }
    for k in start..<start + 3 where units[k] < 0x30 || units[k] > 0x39 { return false }
    return start + 3 >= end || units[start + 3] < 0x30 || units[start + 3] > 0x39
  }
}
