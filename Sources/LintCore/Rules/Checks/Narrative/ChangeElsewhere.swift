/// Recalculates a change from a base that the sentence states to a figure that only another place does:
/// 上年结转结余比2024年的80.35万元多16.05万元, where this year's 96.40万元 stands in the paragraph before or in a table.
///
/// What stands far away need not be what is meant. So a change is wrong only where no figure of that name gives it, and one
/// slip of the pen makes it, or its base, right with one of them.
///
/// Rule: `growth-rate`.
enum ChangeElsewhere {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.role == .change && claim.unit.money != nil && claim.direction != 0 && !claim.isRough
      && claim.amount.digits.magnitude >= leastDigits && context.isJudged(claim.passage)
    {
      check(index, claim, context, &inspection)
    }
  }

  private static func check(
    _ index: Int, _ change: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let prior = index - 1
    guard prior >= 0, case let base = context[prior], base.role == .prior, base.passage == change.passage,
      base.unit == change.unit, !base.isRough, base.label.lower < change.compared.lower,
      change.compared.lower <= base.figure.lower, base.figure.upper <= change.compared.upper,
      isOfLastYear(change, context), let then = context.value(base), let stated = context.value(change),
      !inspection.hasReported(rules, in: Slice(base.label.lower, change.figure.upper))
    else { return }
    let name = name(change, base, context)
    // 收入比上年的80万元多10万元: of the figure that the same clause, or the one before, states.
    guard !name.isEmpty, !isStatedBefore(name, prior, context) else { return }
    let figures = GrowthElsewhere.figures(of: name, before: prior, context)
    guard !figures.isEmpty,
      !figures.contains(where: {
        $0.value.step(from: then, going: change.direction).agreesAsWritten(with: stated)
      })
    else { return }
    for figure in figures {
      let step = figure.value.step(from: then, going: change.direction)
      let rest = figure.value.before(stated, going: change.direction)
      guard step.exact > 0,
        isSlip(stated.exact, step.exact, change) || isSlip(then.exact, rest.exact, base),
        let shown = context.shown(step.exact.magnitude, like: change)
      else { continue }
      let isUp = change.direction > 0
      return inspection.report(
        "growth-rate", .error, at: change.figure,
        Message(
          NarrativePhrases.step, .amount(isUp ? figure.amount : base.amount, nil),
          .amount(isUp ? base.amount : figure.amount, nil), .text(""), .amount(shown, nil),
          .text(context.draft.string(change.word)), .amount(change.amount, nil)),
        related: [figure.related, context.related(base)])
    }
  }

  /// 15.06 for 16.05 counts too: two digits that changed places, neighbors or not.
  private static func isSlip(_ stated: Int128, _ right: Int128, _ claim: Claim) -> Bool {
    PlainSlip.isLikely(stated, right, claim)
      || claim.amount.digits.magnitude >= leastExchanged && PlainSlip.isExchange(stated, right)
  }

  /// What is compared: 上年结转结余 before 比2024年的80.35万元.
  static func name(_ change: Claim, _ base: Claim, _ context: NarrativeContext) -> Slice {
    var name = Slice(base.label.lower, change.compared.lower)
    name.upper -= context.units.lengthOfWord(ending: name, anyOf: FigureCue.comparing) ?? 0
    return Wording.core(name, context.units)
  }

  /// Tells whether the sentence has stated a figure of a name before.
  private static func isStatedBefore(_ name: Slice, _ index: Int, _ context: NarrativeContext) -> Bool {
    context.amounts(saying: name, before: index, reach: 0).contains {
      context[$0].sentence == context[index].sentence
    }
  }

  /// 比2024年的, 比上年: no budget of the same year.
  private static func isOfLastYear(_ change: Claim, _ context: NarrativeContext) -> Bool {
    let units = context.units
    return !units.contains(initially, in: change.compared)
      && (units.contains(anyOf: GrammarWords.lastYear, in: change.compared)
        || context.claims.year > 0
          && DocumentYear.years(change.compared, units).isJust(context.claims.year - 1))
  }

  private static let initially: Word = "年初"
  private static let leastDigits: UInt64 = 100
  private static let leastExchanged: UInt64 = 1_000
  private static let rules: Set<String> = ["growth-rate", "direction", "narrative-table"]
}
