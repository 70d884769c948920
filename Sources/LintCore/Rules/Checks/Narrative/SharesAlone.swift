/// Adds up three shares or more that a sentence lists without their amounts: 从收入结构看，甲占84.88%，乙占9.28%，丙占5.84%.
///
/// Rule: `share-sum`. They may leave something out, so two swapped digits in one share, or one digit of it, have to explain
/// what does not make 100 %.
enum SharesAlone {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let claims = context.claims.passages[index].claims
      var start = claims.lowerBound
      while start < claims.upperBound {
        var end = start
        while end < claims.upperBound, isShare(end, behind: end > start ? end - 1 : nil, context) { end += 1 }
        if (fewest...most).contains(end - start) { check(start..<end, context, &inspection) }
        start = Swift.max(end, start + 1)
      }
    }
  }

  private static let (fewest, most) = (3, 20)

  /// 一般公共预算拨款占84.88%: a name and 占, right behind the share before.
  private static func isShare(_ index: Int, behind last: Int?, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    let units = context.units
    guard claim.unit == .percent, !claim.isRough, claim.amount.isCalculable, claim.amount.digits >= 0,
      claim.role == .share || units.ends(claim.label, withAnyOf: shares),
      claim.subject < 0 || context[claim.subject].sentence != claim.sentence,
      claim.label.count >= 4, claim.label.count <= longestName, !units.starts(claim.label, withAnyOf: shares),
      !units.contains(anyOf: others, in: claim.label)
    else { return false }
    guard let last else { return true }
    return context[last].sentence == claim.sentence && claim.label.lower - context[last].figure.upper == 1
  }

  private static func check(
    _ shares: Range<Int>, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let sum = shares.reduce(Int128(0)) { $0 + context[$1].amount.scaled }
    let tail = shares.reduce(Int128(0)) { $0 + context[$1].amount.lastPlace }
    let difference = sum - hundred
    guard difference.magnitude > tail.magnitude, difference.magnitude <= (10 * Scale.one).magnitude,
      let first = shares.first, let last = shares.last,
      !inspection.hasReported(rules, in: Slice(context[first].label.lower, context[last].figure.upper)),
      let shown = Amount(scaled: sum, decimals: shares.map { context[$0].amount.decimals }.max() ?? 0)
    else { return }
    let slips = shares.filter { share in
      PlainSlip.swaps(of: context[share].amount).contains {
        ($0.scaled - context[share].amount.scaled + difference).magnitude <= tail.magnitude
      }
    }
    guard !slips.isEmpty else { return }
    inspection.report(
      "share-sum", .error, at: context[slips.count == 1 ? slips[0] : last].figure,
      Message(phrase, .sum(shares.map { context[$0].amount }), .percent(shown)),
      related: context.related(Array(shares)))
  }

  private static let hundred = 100 * Scale.one
  private static let rules: Set<String> = ["share-sum", "share"]
  private static let shares = WordList(["占", "占比", "占比为"])
  private static let others = WordList(["其中", "上年占", "去年占", "同比", "提高", "下降"])
  private static let longestName = 24
  private static let phrase = Phrase(
    "所列占比之和 {0} = {1}，不等于 100%", "The shares make {0} = {1}, not 100 %")
}
