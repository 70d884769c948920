/// Shares that may be of another figure, or of another whole, than the one at hand.
extension ShareCheck {
  /// 收支总计均为9万元，…占全部支出的98%: that side may be meant without what is carried over.
  static func isOfOneSide(
    _ claim: Claim, _ whole: Claim, _ computed: Amount, _ context: NarrativeContext
  ) -> Bool {
    (whole.concept.contains(.both) || context.units.contains(grand, in: whole.label))
      && context.units.contains(anyOf: allOfOneSide, in: claim.base)
      && !Slip.isSlip(computed.scaled, claim.amount.scaled)
  }

  /// 占本年收入的99.23%，占收入总计的96.89%: the second share of one figure, of a base that is not the first one's.
  static func isOfSecondBase(_ index: Int, _ claim: Claim, _ whole: Claim, _ context: NarrativeContext)
    -> Bool
  {
    guard index > 0, !claim.base.isEmpty else { return false }
    let before = context[index - 1]
    return before.role == .share && before.subject == claim.subject
      && before.passage == claim.passage && !context.units.areSame(before.base, claim.base)
      && !Wording.contains(whole.label, Wording.core(claim.base, context.units), context.units)
  }

  /// 上年支出80万元，其中基本支出40万元，占50%: of the figure right before the part.
  static func isOfFigureRightBefore(
    _ part: Int, _ claim: Claim, _ value: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    guard part > 0, claim.base.isEmpty, context[part - 1].passage == claim.passage,
      context[part - 1].role != .change, let before = context.value(context[part - 1]),
      before.exact > value.exact
    else { return false }
    return context.fits(claim.amount, value, of: before)
  }

  private static let grand: Word = "总计"
  private static let allOfOneSide = WordList(["全部支出", "总支出", "支出总额", "全部收入", "总收入", "收入总额"])

  /// 涉及资金9万元，其中甲5万元、乙4万元，占总额的100%: the share behind all parts may be that of what they make.
  static func isOfHead(_ claim: Claim, _ wholes: [Int], _ context: NarrativeContext) -> Bool {
    let list = context[claim.subject].list
    guard !claim.base.isEmpty, context.claims.lists.indices.contains(list) else { return false }
    let (head, parts) = (context.claims.lists[list].whole, context.claims.lists[list].parts)
    guard head >= 0, parts.count >= 2, parts.last == claim.subject, context[head].sentence == claim.sentence,
      context[head].passage == claim.passage, let value = context.value(context[head])
    else { return false }
    return wholes.contains { whole in
      whole == head
        ? claim.amount.scaled == 100 * Scale.one
        : context.value(context[whole]).map { context.fits(claim.amount, value, of: $0) } ?? false
    }
  }

  /// Tells whether another paragraph misstates the whole, and the share is that of what the tables state.
  static func isOfTable(
    _ claim: Claim, _ part: NarrativeContext.Value, _ whole: Int, _ context: NarrativeContext
  ) -> Bool {
    context[whole].passage != claim.passage
      && context.meant(whole).map { context.fits(claim.amount, part, of: $0) } ?? false
  }

  /// 甲50万元，占50%（其中：乙20万元，占20%）: the share of a part in what the whole around it is a share of.
  static func isOfWholeOfWhole(
    _ claim: Claim, _ part: NarrativeContext.Value, _ whole: Int, _ value: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    guard claim.base.isEmpty, let above = shareNear(whole, context), context[above].amount.isCalculable,
      value.exact > 0
    else { return false }
    let (product, overflow) = part.exact.multipliedReportingOverflow(by: context[above].amount.scaled)
    guard !overflow else { return false }
    let difference = product / value.exact - claim.amount.scaled
    return difference.magnitude <= (claim.amount.lastPlace + context[above].amount.lastPlace).magnitude
  }
}
