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
    // 内设科室37个，其中：职能科室14个、临床科室18个、医技科室7个: kinds of one thing, with one slip of the pen.
    if Slip.explains(difference, terms, total), areAlike(parts, context) { return false }
    // 项目12个；2023年度11个项目中，“优”9个、“良”2个: another number of the same things stands nearer.
    if let first = parts.first, list.whole + 1 < first,
      (list.whole + 1..<first).contains(where: { context[$0].unit == context[list.whole].unit })
    {
      return true
    }
    if difference > 0 {
      // 指标12个，其中一级指标3个，二级指标9个，三级指标12个: levels of the same things.
      return context[list.whole].unit == .items || endsInSubset(parts, terms, total, context)
    }
    return -difference <= named(parts, context) * Scale.one
  }

  /// Tells whether at least three parts are named by words of one length that end alike: 一年级, 二年级, 三年级.
  private static func areAlike(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    let labels = parts.map { Wording.core(context[$0].label, context.units) }
    guard let first = labels.first, labels.count >= 3, first.count >= 3, first.count <= 8 else {
      return false
    }
    let end = [context.units[first.upper - 2], context.units[first.upper - 1]]
    return labels.allSatisfy {
      $0.count == first.count && context.units[$0.upper - 2] == end[0]
        && context.units[$0.upper - 1] == end[1]
        && !context.units.contains(anyOf: levels, in: $0)
    }
  }

  /// 一级指标, 二级指标: levels of the same things.
  private static let levels = WordList(["级指标", "级项目"])

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
      // 技术用车18辆（含救护车14辆），其余12辆为其他用车
      if isInBrackets(claim, behind: context[last], context.units) { continue }
      // 在职41人，其中公务员38人、工勤人员2人，比上年末净增1人: by how many more there are is no part of them.
      if claim.role == .change { continue }
      guard claim.passage == whole.passage, claim.sentence == whole.sentence,
        context.areAlike(claim, whole), let value = context.value(claim)
      else { break }
      rest -= value.exact
      if rest == 0 { return true }
    }
    return false
  }

  /// Tells whether a bracket opens between two figures and closes behind the second.
  private static func isInBrackets(_ claim: Claim, behind other: Claim, _ units: Units) -> Bool {
    let between = Slice(other.figure.upper, Swift.max(other.figure.upper, claim.figure.lower))
    return claim.passage == other.passage && between.count <= 30
      && between.indices.contains { units[$0] == 0x28 } && !between.indices.contains { units[$0] == 0x29 }
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
