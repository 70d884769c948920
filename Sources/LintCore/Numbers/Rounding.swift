/// What the difference between a stated total and its terms can be.
package enum Residual: Sendable, Hashable, Comparable {
  /// No difference.
  case exact
  /// A rounding tail (尾差) as expected from that many terms.
  case tail
  /// Within what rounding can do at the very most, but improbable (below 0.1 %).
  case unlikelyTail
  /// More than rounding can explain.
  case wrong
}

/// The two bounds of a rounding tail: what rounding may do at most, and what it does in 99.9 % of cases.
///
/// With u the last place of the column, h = u/2 and n terms: hard bound B = h(T) + Σ h(x); statistical bound
/// S = min(B, max(u, ⌊3.3 · √((h(T)² + Σ h(x)²) / 3)⌋ to u)). Figures in 元 with two decimals are exact.
package enum Rounding {
  /// Judges a difference, all figures having the same last place.
  ///
  /// - Parameters:
  ///   - difference: stated minus computed, in billionths.
  ///   - terms: how many rounded figures were added.
  ///   - lastPlace: the last place of the column, in billionths.
  ///   - exact: the figures are not rounded at all (元 with two decimals).
  package static func judge(difference: Int128, terms: Int, lastPlace u: Int128, exact: Bool) -> Residual {
    if difference == 0 { return .exact }
    if exact { return .wrong }
    let size = difference.magnitude
    let count = UInt128(Swift.max(1, terms) + 1)
    let unit = u.magnitude
    let hard = count * unit / 2
    if size > hard { return .wrong }
    // 3.3² / 12 = 0.9075: S = floor(√(0.9075 · count)) last places.
    var places: UInt128 = 1
    while (places + 1) * (places + 1) * 10_000 <= 9_075 * count { places += 1 }
    return size <= places * unit ? .tail : .unlikelyTail
  }
}
