/// Shares that stand in a row and say what they are shares of once, or not at all: 甲占全部资金的60%；乙占30%；丙占10%.
enum ShareRuns {
  /// Judges the shares of each sentence, and those that the paragraphs of a section begin with.
  static func check(_ context: NarrativeContext, _ inspection: inout Inspection) {
    var first: [Int] = []
    var section = -1
    for index in context.claims.passages.indices {
      let passage = context.claims.passages[index]
      guard context.isJudged(index), !passage.isHeading else { continue }
      var run: [Int] = []
      for at in passage.claims where context[at].role == .share && !isSecond(at, context) {
        if let last = run.last, !goesOn(last, at, context) {
          judge(run, context, &inspection)
          run = []
        }
        run.append(at)
      }
      judge(run, context, &inspection)
      let opening = passage.claims.lowerBound + 1
      let opens =
        passage.claims.contains(opening) && context[opening].role == .share
        && context[opening].subject == opening - 1
      if !opens || passage.section != section || !first.isEmpty && !context[opening].base.isEmpty {
        judge(first, context, &inspection)
        first = []
      }
      if opens { first.append(opening) }
      section = passage.section
    }
    judge(first, context, &inspection)
  }

  /// 征地补偿支出60万元，占78.75%，占项目支出的57.99%; …: the second share of an amount, of another whole that it names.
  private static func isSecond(_ share: Int, _ context: NarrativeContext) -> Bool {
    share > 0 && context[share - 1].role == .share && context[share - 1].subject == context[share].subject
      && context[share - 1].passage == context[share].passage && context[share].subject >= 0
      && !context[share].base.isEmpty
  }

  /// Tells whether a share goes on with a row of the same sentence: it names nothing that it would be a share of.
  private static func goesOn(_ last: Int, _ next: Int, _ context: NarrativeContext) -> Bool {
    context[last].sentence == context[next].sentence && context[next].base.isEmpty
      && !context.units.contains(
        ofWhich, in: Slice(context[last].figure.upper, context[next].figure.lower))
  }

  private static func judge(
    _ run: [Int], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard run.count >= 2, run.count <= 40 else { return }
    if run.allSatisfy({ isNamed($0, context) }) { return sum(run, context, &inspection) }
    var parts: [NarrativeContext.Value] = []
    for share in run {
      guard !context[share].isRough, let (numerator, denominator) = ShareTerms.of(context[share], context),
        denominator == nil, numerator == context[share].subject,
        context.areAlike(context[numerator], context[context[run[0]].subject]),
        let value = context.value(context[numerator]), value.exact > 0
      else { return }
      parts.append(value)
    }
    guard Set(run.map { context[$0].subject }).count == run.count else { return }
    let total = parts.dropFirst().reduce(parts[0]) { $0 + $1 }
    // Of people and things only what the parts make is known to be their whole.
    let isMoney = context[context[run[0]].subject].unit.money != nil
    for whole in isMoney ? wholes(run[0], total, context) : [total] {
      let wrong = run.indices.filter { !context.fits(context[run[$0]].amount, parts[$0], of: whole) }
      guard let odd = wrong.first else { return }
      guard wrong.count == 1, run.count > 2 || whole.exact == total.exact else { continue }
      return report(run[odd], parts[odd], whole, context, &inspection)
    }
  }

  /// The sum of the parts, what the first share names, and the amounts before it.
  private static func wholes(
    _ share: Int, _ total: NarrativeContext.Value, _ context: NarrativeContext
  ) -> [NarrativeContext.Value] {
    let subject = context[share].subject
    let before = (Swift.max(0, subject - 40)..<subject).reversed().filter {
      context[$0].role == .amount && context.areAlike(context[$0], context[subject])
    }
    return [total] + before.compactMap { context.value(context[$0]) }.filter { $0.exact > 0 }
  }

  private static func report(
    _ share: Int, _ part: NarrativeContext.Value, _ whole: NarrativeContext.Value,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let claim = context[share]
    guard !inspection.hasReported("share", at: claim.figure), !isOfOther(claim, part, context),
      let computed = context.percent(part, of: whole, like: claim.amount),
      let shown = context.shown(whole.exact.magnitude, like: context[claim.subject])
    else { return }
    _ = ShareCheck.report(
      claim, ShareCheck.phrases.wrong, .error, whole: shown, computed, context.related([claim.subject]),
      context,
      &inspection)
  }

  /// Tells whether a share is right for a whole of its own, such as the one that it is a part of.
  private static func isOfOther(
    _ claim: Claim, _ part: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    (Swift.max(0, claim.subject - 80)..<claim.subject).contains { other in
      guard context[other].role == .amount, context.areAlike(context[other], context[claim.subject]),
        let value = context.value(context[other])
      else { return false }
      return context.judge(claim.amount, part, of: value)?.isRight ?? false
    }
  }

  // MARK: Shares without amounts

  /// 货物支出占70%: a share whose own words say what has it, and no amount beside it.
  private static func isNamed(_ share: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[share]
    return claim.base.isEmpty && !claim.isRough && !kind(claim, context).isEmpty
      && (claim.subject < 0 || context[claim.subject].figure.upper < claim.label.lower)
  }

  private static func kind(_ claim: Claim, _ context: NarrativeContext) -> FigureConcept {
    let own = Slice(
      claim.label.lower, Swift.max(claim.label.lower, Swift.min(claim.word.lower, claim.label.upper)))
    return context.lexicon.concept(of: own, context.units).concept.intersection(kinds)
  }

  private static let kinds: FigureConcept = [
    .goods, .works, .services, .publicBudget, .fund, .stateCapital, .basic, .project, .personnel, .running,
  ]

  /// The shares of kinds that divide their whole without a rest make 100 %.
  private static func sum(_ run: [Int], _ context: NarrativeContext, _ inspection: inout Inspection) {
    let own = run.map { kind(context[$0], context) }
    let all = own.reduce(FigureConcept()) { $0.union($1) }
    guard families.contains(all), own.allSatisfy({ $0.rawValue.nonzeroBitCount == 1 }),
      Set(own.map(\.rawValue)).count == own.count, let last = run.last
    else { return }
    let total = run.reduce(Int128(0)) { $0 + context[$1].amount.scaled }
    let tolerance = run.reduce(Int128(0)) { $0 + context[$1].amount.lastPlace }
    guard (total - 100 * Scale.one).magnitude > tolerance.magnitude,
      let shown = Amount(scaled: total, decimals: 2)
    else { return }
    inspection.report(
      "share-sum", .warning, at: context[last].figure,
      Message(NarrativePhrases.shares, .sum(run.map { context[$0].amount }), .percent(shown)),
      related: context.related(Array(run.dropLast())))
  }

  private static let families: [FigureConcept] = [
    [.goods, .works, .services], [.publicBudget, .fund], [.publicBudget, .fund, .stateCapital],
    [.basic, .project], [.personnel, .running],
  ]
  private static let ofWhich: Word = "其中"
}
