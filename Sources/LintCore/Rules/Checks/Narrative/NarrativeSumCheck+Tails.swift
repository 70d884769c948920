/// What a sum of parts may be off its whole without being wrong.
extension NarrativeSumCheck {
  /// Tells whether a slip explains a difference where the text tells of work done: parts beyond their whole, or so
  /// little missing that it is no part.
  static func isCertain(
    _ difference: Int128, _ terms: [NarrativeContext.Value], _ total: NarrativeContext.Value
  ) -> Bool {
    terms.count >= 2 && Slip.explains(difference, terms, total)
      && (difference > 0 || difference.magnitude * leastRest <= total.exact.magnitude)
  }

  private static let leastRest: UInt128 = 50

  /// 预算168.53万元，其中：甲39万元、乙119.5万元、丙10万元: parts with a decimal less than their whole were rounded.
  static func isOfRounded(
    _ parts: [Int], _ terms: [NarrativeContext.Value], _ difference: Int128, _ whole: Claim,
    _ context: NarrativeContext
  ) -> Bool {
    let tail = zip(parts, terms).reduce(Int128(0)) { sum, part in
      let decimals = context[part.0].amount.decimals
      return decimals > 0 && decimals < whole.amount.decimals ? sum + part.1.writtenHalf : sum
    }
    return difference.magnitude <= tail.magnitude
  }
}
