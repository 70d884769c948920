/// Lists of things counted that need not make the whole they stand behind.
///
/// Money that is divided makes the whole again; people and things are also counted across each other, or some of them
/// are only named.
enum CountLists {
  /// Tells whether a list does not divide its whole, or goes on behind its last part.
  static func isOfAnotherKind(
    _ difference: Int128, _ list: ClaimList, _ parts: [Int], _ terms: [NarrativeContext.Value],
    _ total: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    if difference > 0 {
      // 指标12个，其中一级指标3个，二级指标9个，三级指标12个: levels of the same things.
      return context[list.whole].unit == .items || endsInSubset(parts, terms, total, context)
    }
    return -difference <= named(parts, context) * Scale.one
  }

  /// 车辆10辆，其中：…3辆、…5辆，其他用车2辆，其中特种车辆1辆: the last 其中 divides the part before it.
  private static func endsInSubset(
    _ parts: [Int], _ terms: [NarrativeContext.Value], _ total: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    var sum: Int128 = 0
    for (k, term) in terms.enumerated() where k + 1 < terms.count {
      sum += term.exact
      let between = Slice(context[parts[k]].figure.upper, context[parts[k + 1]].figure.lower)
      if k >= 1, sum == total.exact, context.units.contains(ofWhich, in: between) { return true }
    }
    return false
  }

  private static let ofWhich: Word = "其中"

  /// 实有人数6人，其中在职2人，退休2人；其他人员2人: what follows in the same sentence makes the rest.
  static func isCompleted(
    _ difference: Int128, _ list: ClaimList, _ parts: [Int], _ context: NarrativeContext
  ) -> Bool {
    guard difference < 0, let last = parts.last else { return false }
    let whole = context[list.whole]
    var rest = -difference
    for index in (last + 1)..<Swift.max(last + 1, Swift.min(last + 6, context.claims.claims.count)) {
      let claim = context[index]
      guard claim.passage == whole.passage, claim.sentence == whole.sentence,
        context.areAlike(claim, whole), let value = context.value(claim)
      else { break }
      rest -= value.exact
      if rest == 0 { return true }
    }
    return false
  }

  /// 包括局机关和16个直属单位: how many members are named beside a number and have none of their own.
  private static func named(_ parts: [Int], _ context: NarrativeContext) -> Int128 {
    parts.reduce(0) { count, part in
      let label = context[part].label
      return count + Int128(label.indices.count { isJoint(context.units[$0]) })
    }
  }

  /// Tells whether a unit joins names: 和, 及 and 、.
  private static func isJoint(_ unit: UInt16) -> Bool { unit == 0x548C || unit == 0x53CA || unit == 0x3001 }
}
