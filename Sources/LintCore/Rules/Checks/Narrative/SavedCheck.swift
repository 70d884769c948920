/// Holds the difference between budget and outcome that a sentence gives without a word of change against both:
/// 支出6.44万元，控制在年初预算8.00万元以内，节约1.56万元.
///
/// Which budget is meant may stand elsewhere, so only what one slip of the pen explains is certain.
enum SavedCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where (claim.role == .amount || claim.role == .mention) && claim.unit.money != nil
      && (!claim.isRough || isBare(claim, context)) && claim.amount.digits.magnitude >= 10
      && context.isJudged(claim.passage)
      && (isBare(claim, context) || isDifference(claim.label, context.units))
    {
      check(index, claim, context, &inspection)
    }
  }

  /// 年初预算36.00万元，决算38.46万元，超2.46万元: one sign alone, behind a comma.
  private static func isBare(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    context.units.equals(anyOf: signs, claim.label) && claim.label.lower > 0
      && Unit.isComma(context.units[claim.label.lower - 1])
  }

  private static let signs = WordList(["超", "少", "多", "超出"])

  /// Tells whether words say no more than that a figure is what lies between budget and outcome.
  private static func isDifference(_ label: Slice, _ units: Units) -> Bool {
    var words = Wording.core(label, units)
    if isBeyond(words, units) { return true }
    guard words.count <= longest, let word = units.lengthOfWord(ending: words, anyOf: saved) else {
      guard let word = units.lengthOfWord(ending: words, anyOf: more), words.count <= longest,
        units.contains(budget, in: words)
      else { return false }
      words.upper -= word
      return isBudget(words, units)
    }
    words.upper -= word
    return isBudget(words, units)
  }

  private static func isBudget(_ words: Slice, _ units: Units) -> Bool {
    words.indices.allSatisfy { letters.contains(units[$0]) }
  }

  /// Tells whether words say beyond which budget: 完成年初预算90万元的102%，超出预算2万元.
  private static func isBeyond(_ words: Slice, _ units: Units) -> Bool {
    guard let length = units.lengthOfWord(starting: words, anyOf: beyond), words.count <= longest else {
      return false
    }
    return units.contains(budget, in: words) && isBudget(Slice(words.lower + length, words.upper), units)
  }

  private static let beyond = WordList(["超出", "高于", "低于", "少于", "多于", "超"])
  private static let longest = 16
  private static let saved = WordList([
    "节约", "节省", "节支", "节约资金", "节约经费", "超支", "多支", "多支出", "少支", "少支出", "差额", "相差",
  ])
  private static let more = WordList(["多", "少", "高", "低", "高出", "超出", "超"])
  private static let budget: Word = "预算"
  private static let planned: Word = "计划金额"
  /// The units of 决算数比年初预算数, 较调整后预算, 实际支出比全年预算.
  private static let letters: Set<UInt16> = Set("决算数比较年初预全调整后当本实际支出执行共计合，".utf16)

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let first = context.claims.passages[claim.passage].claims.lowerBound
    let near = (first..<index).filter {
      let other = context[$0]
      return other.sentence == claim.sentence && other.unit == claim.unit && other.role != .change
    }
    guard let stated = context.value(claim),
      let plan = near.last(where: { isPlan($0, context) }),
      let outcome = near.last(where: { context[$0].role == .amount && !isPlan($0, context) }),
      let budget = context.value(context[plan]), let spent = context.value(context[outcome]), spent.exact > 0
    else { return }
    let gap = spent.exact < budget.exact ? budget - spent : spent - budget
    guard !gap.agreesAsWritten(with: stated),
      isSlip(budget, spent, stated) || isConfirmed(spent, budget, first..<index, claim, context),
      !context.isMade(claim, of: near),
      let shown = context.shown(gap.exact.magnitude, like: claim)
    else { return }
    let (larger, smaller) = spent.exact < budget.exact ? (plan, outcome) : (outcome, plan)
    inspection.report(
      "narrative-sum", .error, at: claim.figure,
      Message(
        NarrativePhrases.difference, .amount(context[larger].amount, nil),
        .amount(context[smaller].amount, nil),
        .amount(shown, nil), .text(context.draft.string(claim.figure))),
      related: context.related([plan, outcome]), fixes: context.fix(claim.digits, shown))
  }

  /// 预算134万元，决算113万元，完成预算的84.34%，比预算节约23万元: the rate between them says that these two are meant.
  private static func isConfirmed(
    _ spent: NarrativeContext.Value, _ budget: NarrativeContext.Value, _ before: Range<Int>, _ claim: Claim,
    _ context: NarrativeContext
  ) -> Bool {
    guard budget.exact > 0 else { return false }
    return before.contains {
      context[$0].role == .completion && !context[$0].digits.isEmpty && context[$0].sentence == claim.sentence
        && context[$0].amount.decimals >= 1 && context.fits(context[$0].amount, spent, of: budget)
    }
  }

  private static func isPlan(_ claim: Int, _ context: NarrativeContext) -> Bool {
    ClaimBinder.isPlan(context[claim].concept) || context.units.contains(budget, in: context[claim].label)
      || context.units.contains(planned, in: context[claim].label)
  }

  /// Tells whether one slip in one of the three makes them fit, whichever of the two is the larger.
  private static func isSlip(
    _ plan: NarrativeContext.Value, _ spent: NarrativeContext.Value, _ stated: NarrativeContext.Value
  ) -> Bool {
    Slip.isSlip(stated.exact, (plan.exact - spent.exact).asMagnitude)
      || [stated.exact, -stated.exact].contains { gap in
        Slip.isSlip(plan.exact, spent.exact + gap) || Slip.isSlip(spent.exact, plan.exact - gap)
      }
  }

}

extension NarrativeContext {
  /// Tells whether the last of some figures, added or taken away or left out, make another: any of them may be meant.
  func isMade(_ claim: Claim, of others: [Int]) -> Bool {
    guard let stated = value(claim) else { return false }
    var sums: [Int128] = [0]
    var half = stated.writtenHalf
    for other in others.suffix(5) {
      guard let value = value(self[other]) else { continue }
      half += value.writtenHalf
      sums += sums.flatMap { [$0 + value.exact, $0 - value.exact] }
    }
    return sums.contains {
      ($0.magnitude > half.magnitude) && (Int128($0.magnitude) - stated.exact).magnitude <= half.magnitude
    }
  }
}

extension Int128 {
  fileprivate var asMagnitude: Int128 { self < 0 ? 0 - self : self }
}
