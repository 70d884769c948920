/// Holds numbers of projects against the shares that the same sentence gives them: “优”的项目7个，“良”的项目2个，分别占项目总数的
/// 77.78%和22.22%.
///
/// Rules: `narrative-sum`, where one number does not have its share and all others do; `share`, where one share is wrong
/// and the numbers make their whole.
enum GradeShares {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.claims.indices
    where context[index].unit == .percent && context.isJudged(context[index].passage)
      && context.units.contains(inTurn, in: context[index].label)
    {
      check(from: index, context, &inspection)
    }
  }

  private static func check(from first: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let claims = context.claims.passages[context[first].passage].claims
    let shares = Array(first..<rowEnd(first, claims, context))
    let parts = Array(Swift.max(claims.lowerBound, first - shares.count)..<first)
    guard shares.count >= 2, shares.count <= 5, parts.count == shares.count,
      parts.allSatisfy({ isCount($0, context) && context[$0].sentence == context[first].sentence }),
      case let sum = parts.reduce(Int128(0), { $0 + context[$1].amount.scaled }), sum > 0
    else { return }
    let wholes = (claims.lowerBound..<(parts.first ?? first)).filter { isCount($0, context) }
    guard parts.count == shares.count, !wholes.isEmpty,
      !([sum] + wholes.map { context[$0].amount.scaled }).contains(where: {
        odd(parts, shares, of: $0, context).isEmpty
      })
    else { return }
    let all = shares.reduce(Int128(0)) { $0 + context[$1].amount.scaled }
    let isFull = abs(all - 100 * Scale.one) <= 2 * context[first].amount.lastPlace
    for whole in wholes {
      let total = context[whole].amount.scaled
      guard let at = odd(parts, shares, of: total, context).only, total > 0 else { continue }
      let right = context[parts[at]].amount.scaled + total - sum
      if sum == total {
        share(shares[at], of: parts[at], whole, context, &inspection)
        return
      } else if isFull, right > 0, fits(context[shares[at]].amount, right, of: total) {
        count(parts[at], right, of: whole, parts, context, &inspection)
        return
      }
    }
  }

  /// The shares of a row: nothing but 、 or 和 stands between them.
  private static func rowEnd(_ first: Int, _ claims: Range<Int>, _ context: NarrativeContext) -> Int {
    var end = first + 1
    while end < claims.upperBound, context[end].unit == .percent,
      context[end].figure.lower - context[end - 1].figure.upper == 1
    {
      end += 1
    }
    return end
  }

  private static func isCount(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    return claim.unit == .items && !claim.isRough && claim.amount.decimals == 0 && claim.amount.digits > 0
  }

  /// The parts whose shares of a whole are others than the text says.
  private static func odd(
    _ parts: [Int], _ shares: [Int], of whole: Int128, _ context: NarrativeContext
  ) -> [Int] {
    parts.indices.filter { !fits(context[shares[$0]].amount, context[parts[$0]].amount.scaled, of: whole) }
  }

  /// Tells whether a percentage is that of two numbers, one more or less in its last place apart.
  private static func fits(_ stated: Amount, _ part: Int128, of whole: Int128) -> Bool {
    guard whole > 0 else { return false }
    return abs(part * 100 - stated.scaled * (whole / Scale.one)) <= stated.lastPlace * (whole / Scale.one)
  }

  private static func count(
    _ part: Int, _ right: Int128, of whole: Int, _ parts: [Int], _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard let right = Amount(scaled: right, decimals: 0),
      !inspection.hasReported(rules, in: context[part].figure),
      !inspection.hasReported(rules, in: context[whole].figure)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: context[part].figure,
      Message(
        wrong, .text(context.draft.string(context[whole].figure)), .sum(parts.map { context[$0].amount }),
        .amount(right, nil), .text(context.draft.string(context[part].figure))),
      related: context.related([whole]), fixes: context.fix(context[part].digits, right))
  }

  private static func share(
    _ share: Int, of part: Int, _ whole: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let (a, b) = (context[part].amount, context[whole].amount)
    guard b.digits > 0,
      let right = Amount(
        scaled: a.scaled * 100 / Int128(b.digits), decimals: Swift.max(2, context[share].amount.decimals)),
      !inspection.hasReported(rules, in: context[share].figure)
    else { return }
    inspection.report(
      "share", .error, at: context[share].figure,
      Message(
        NarrativePhrases.quotient, .text(context.draft.string(context[part].figure)),
        .text(context.draft.string(context[whole].figure)), .percent(right),
        .text(context.draft.string(context[share].figure))), related: context.related([part, whole]))
  }

  private static let inTurn: Word = "分别占"
  private static let rules: Set<String> = ["narrative-sum", "share", "share-sum"]
  private static let wrong = Phrase(
    "共 {0}，各项为 {1}；按所写占比应为 {2}个，文中写 {3}",
    "Of {0} there are {1}; by its share this is {2}, the text says {3}")
}
