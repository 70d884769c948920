/// Rates of what heads a paragraph: 2024年收入预算18221万元，其中：…。与2023年收入预算18091万元相比，增长0.72%.
extension GrowthCheck {
  /// 2023年预算420万元，比上年执行数下降2.83%: of something else than the figure before.
  private static func isHeld(_ rate: Claim, against prior: Claim, _ context: NarrativeContext) -> Bool {
    var between = Slice(prior.figure.upper, Swift.max(prior.figure.upper, rate.figure.lower))
    between.lower += context.units.lengthOfWord(starting: between, anyOf: compared) ?? 0
    return !context.units.contains(anyOf: FigureCue.comparing, in: between)
  }

  private static let compared = WordList(["相比", "相比较", "比较", "对比", "相较"])

  /// The one figure of the paragraph that is of what a comparison names, and what it is compared with.
  static func ofHead(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> (
    current: Int, prior: Int
  )? {
    let prior = index - 1
    guard prior >= 0, context[prior].role == .prior, context[prior].passage == claim.passage,
      context[prior].sentence == claim.sentence, context[prior].unit.money != nil,
      ChangedFigure.subject(of: claim, context).isEmpty, isHeld(claim, against: context[prior], context)
    else { return nil }
    let kind = context[prior].concept.intersection(kinds)
    let own = context[prior].concept
    guard !kind.isEmpty || !own.measure.isEmpty || !own.source.isEmpty else { return nil }
    let first = context.claims.passages[claim.passage].claims.lowerBound
    let found = (first..<prior).filter {
      let other = context[$0]
      return other.role == .amount && other.unit.money != nil && !other.isRough
        && other.concept.intersection(kinds) == kind && other.concept.measure == own.measure
        && other.concept.source == own.source && other.list < 0
    }
    return found.count == 1 ? (found[0], prior) : nil
  }

  private static let kinds: FigureConcept = [.income, .expense, .both, .actual, .plan]

  /// 比上年减少0.7万元，其中接待费减少0.2万元、运行费减少0.5万元，下降11.11%: the rate behind the parts is that of their whole.
  static func isOfChangeBefore(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let change = context[claim.subject]
    let first = Swift.max(context.claims.passages[change.passage].claims.lowerBound, claim.subject - mostNear)
    return (first..<claim.subject).contains { index in
      let whole = context[index]
      guard whole.role == .change, whole.sentence == change.sentence, whole.direction == change.direction,
        context.areAlike(whole, change), let difference = context.value(whole), difference.exact > 0,
        (index..<claim.subject).allSatisfy({ context[$0].role == .change }),
        PlainChanges.divides(from: whole.figure.upper, to: change.figure.lower, context)
      else { return false }
      // 与上年的11747万元相比，增加2655万元（其中…），增长22.60%
      let bases = (first..<index).filter {
        context[$0].sentence == whole.sentence && context.areAlike(context[$0], whole)
      }
      if bases.contains(where: {
        context.value(context[$0]).map { $0.exact > 0 && context.fits(claim.amount, difference, of: $0) }
          ?? false
      }) {
        return true
      }
      return context.compared(before: index, like: whole).figures.contains { figure in
        let base = figure.before(difference, going: whole.direction)
        return base.exact > 0 && context.fits(claim.amount, difference, of: base)
      }
    }
  }
}

/// Comparisons that name what they compare.
extension GrowthCheck {
  /// 公务接待费3.20万元。⏎外宾接待费比2023年的2.15万元多1.50万元: the paragraph before states another figure than the one that is named.
  static func isOfOtherName(
    _ current: Int, _ prior: Int, _ change: Claim, _ context: NarrativeContext
  ) -> Bool {
    let base = context[prior]
    guard context[current].passage != change.passage, base.label.lower < change.compared.lower,
      change.compared.lower <= base.figure.lower, base.figure.upper <= change.compared.upper
    else { return false }
    let name = ChangeElsewhere.name(change, base, context)
    guard name.count >= 4 else { return false }
    return ![context[current].label, context[current].topic].contains {
      Wording.contains($0, name, context.units)
    }
  }
}
