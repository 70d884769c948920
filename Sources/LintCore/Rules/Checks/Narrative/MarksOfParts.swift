/// Adds up the marks of the four parts that an evaluation always has: 评价得分88.60分，等级为“良”，其中决策18.00分、过程17.60分、
/// 产出28.50分、效益24.50分.
///
/// Rule: `score-total`.
enum MarksOfParts {
  /// Holds four marks that begin with those of 决策 against the score before them.
  static func check(from first: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let parts = Array(first..<Swift.min(first + names.count, context.claims.claims.count))
    guard first > 0, parts.count == names.count,
      zip(parts, names).allSatisfy({ isPart($0, $1, of: first, context) }),
      let stated = score(before: first, context)
    else { return }
    let sum = parts.reduce(Int128(0)) { $0 + context[$1].amount.scaled }
    let score = context[stated]
    let rest = score.amount.scaled - sum
    // 89分 of 88.60 was rounded.
    guard sum > 0, abs(rest) >= score.amount.lastPlace,
      // Weights make a hundred, and what was taken off makes little: only a slip in one figure is sure.
      sum < 100 * Scale.one, isSlip(rest, parts, score, context),
      isEnd(context[parts[3]].figure.upper, context),
      let right = Amount(scaled: sum, decimals: Swift.max(2, score.amount.decimals)),
      let gap = Amount(scaled: abs(rest), decimals: 2),
      !inspection.hasReported(rules, in: Slice(score.figure.lower, context[parts[3]].figure.upper))
    else { return }
    inspection.report(
      "score-total", .error, at: score.figure,
      Message(FullMarks.apart, .amount(right, nil), .amount(score.amount, nil), .amount(gap, nil)),
      related: context.related(parts))
  }

  /// The four parts of the scale for projects (财预〔2020〕10号), in their order.
  private static let names: [WordList] = [
    WordList(["决策", "项目决策", "决策类", "决策指标", "决策类指标"]), WordList(["过程", "项目过程", "过程类", "过程指标", "过程类指标"]),
    WordList(["产出", "项目产出", "产出类", "产出指标", "产出类指标"]), WordList(["效益", "项目效益", "效益类", "效益指标", "效益类指标"]),
  ]
  private static let ofWhich = WordList(["其中", "其中:", "其中，"])
  private static let tails = WordList(["得分为", "得分", "得", "为"])
  private static let scores = WordList([
    "评价得分", "综合得分", "总得分", "总分", "评价得分为", "综合得分为", "总得分为", "评价总得分", "综合评分",
  ])
  private static let rules: Set<String> = ["score", "score-total"]

  private static func isPart(
    _ index: Int, _ name: WordList, of first: Int, _ context: NarrativeContext
  ) -> Bool {
    let claim = context[index]
    guard FullMarks.isMarks(claim, context), claim.amount.isCalculable,
      claim.passage == context[first].passage,
      claim.sentence == context[first].sentence
    else { return false }
    var label = Wording.core(claim.label, context.units)
    if let lead = context.units.lengthOfWord(starting: label, anyOf: ofWhich) { label.lower += lead }
    if let tail = context.units.lengthOfWord(ending: label, anyOf: tails), tail < label.count {
      label.upper -= tail
    }
    return context.units.equals(anyOf: name, label)
  }

  private static func isSlip(
    _ rest: Int128, _ parts: [Int], _ score: Claim, _ context: NarrativeContext
  ) -> Bool {
    Slip.isSlip(score.amount.scaled, score.amount.scaled - rest)
      || parts.contains { Slip.isSlip(context[$0].amount.scaled, context[$0].amount.scaled + rest) }
  }

  /// Tells whether no other part goes on behind the last one: 、满意度4.00分.
  private static func isEnd(_ end: Int, _ context: NarrativeContext) -> Bool {
    end >= context.units.count || context.units[end] == 0x3002 || context.units[end] == 0x3B
      || context.units[end] == 0x0A || context.units[end] == 0x29
  }

  /// The only score of the sentence before its parts.
  private static func score(before first: Int, _ context: NarrativeContext) -> Int? {
    let stated = first - 1
    guard FullMarks.isMarks(context[stated], context), context[stated].passage == context[first].passage,
      context[stated].sentence == context[first].sentence, context[stated].amount.isCalculable,
      context.units.ends(Wording.core(context[stated].label, context.units), withAnyOf: scores)
    else { return nil }
    return stated
  }
}
