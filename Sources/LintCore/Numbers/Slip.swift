/// Slips of the pen: one digit, two digits swapped, the point moved.
enum Slip {
  /// Tells whether two figures differ by one digit, by two neighbors swapped or by the place of the point.
  static func isSlip(_ a: Int128, _ b: Int128) -> Bool {
    guard a > 0, b > 0, a != b else { return false }
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
}
