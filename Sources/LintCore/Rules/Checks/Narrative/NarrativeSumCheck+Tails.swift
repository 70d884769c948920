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

  /// 超出的53.28万元中，年金35.18万元、抚恤19.62万元，其余科目减少1.52万元: a change behind the parts makes up the rest.
  static func isMade(upBy difference: Int128, behind last: Int, _ context: NarrativeContext) -> Bool {
    let next = last + 1
    guard context.claims.claims.indices.contains(next) else { return false }
    let change = context[next]
    let before = Slice(
      context[last].figure.upper, Swift.max(context[last].figure.upper, change.figure.lower))
    return change.role != .amount && change.unit.money != nil && change.passage == context[last].passage
      && change.sentence == context[last].sentence
      && context.units.contains(anyOf: remaining, in: before)
      && context.units.ends(Slice(before.lower, change.digits.lower), withAnyOf: difference > 0 ? less : more)
      && context.value(change).map { $0.exact.magnitude == difference.magnitude } ?? false
  }

  private static let less = WordList(["减少", "减少了", "少支出"])
  private static let more = WordList(["增加", "增加了", "多支出"])
  private static let remaining = WordList(["其余", "其他"])
}
