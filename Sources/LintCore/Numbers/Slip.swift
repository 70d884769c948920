/// Slips of the pen: one digit, two digits swapped, the point moved.
enum Slip {
  /// Tells whether two figures differ by one digit, by two neighbors swapped or by the place of the point.
  static func isSlip(_ a: Int128, _ b: Int128) -> Bool {
    guard a > 0, b > 0, a != b else { return false }
    // Figures of this size are divided much faster.
    if let a = UInt64(exactly: a), let b = UInt64(exactly: b) { return isSlip(a, b) }
    let (small, large) = (Swift.min(a, b), Swift.max(a, b))
    for power: Int128 in [10, 100, 10_000] where large / power == small && large % power == 0 { return true }
    var x = a
    var y = b
    var different: [(Int128, Int128, Int)] = []
    var place = 0
    while x > 0 || y > 0 {
      // A leading digit more or less is another figure, not a slip in one digit.
      if (x == 0) != (y == 0) { return false }
      let (dx, dy) = (x % 10, y % 10)
      if dx != dy { different.append((dx, dy, place)) }
      if different.count > 2 { return false }
      x /= 10
      y /= 10
      place += 1
    }
    if different.count == 1 { return true }
    return different.count == 2 && different[0].0 == different[1].1 && different[0].1 == different[1].0
      && different[1].2 == different[0].2 + 1
  }

  private static func isSlip(_ a: UInt64, _ b: UInt64) -> Bool {
    let (small, large) = (Swift.min(a, b), Swift.max(a, b))
    for power: UInt64 in [10, 100, 10_000] {
      let (quotient, remainder) = large.quotientAndRemainder(dividingBy: power)
      if quotient == small, remainder == 0 { return true }
    }
    var (x, y) = (a, b)
    var differences = 0
    var (first, second, place, last) = (UInt64(0), UInt64(0), 0, 0)
    while x > 0 || y > 0 {
      if (x == 0) != (y == 0) { return false }
      let (dx, dy) = (x % 10, y % 10)
      if dx != dy {
        differences += 1
        if differences > 2 { return false }
        if differences == 2 { return swaps(x / 10, y / 10, (first, second), (dx, dy), place - last) }
        (first, second, last) = (dx, dy, place)
      }
      x /= 10
      y /= 10
      place += 1
    }
    return differences == 1
  }

  /// Tells whether the second difference of two figures is the first one turned round beside it, and the rest the same.
  private static func swaps(
    _ x: UInt64, _ y: UInt64, _ first: (UInt64, UInt64), _ second: (UInt64, UInt64), _ distance: Int
  ) -> Bool {
    x == y && distance == 1 && first.0 == second.1 && first.1 == second.0
  }
}
