/// Holds the changes of the two sides against each other: 收入预算1165.79万元，较去年减少59.04万元；支出预算1165.79万元，较去年
/// 减少92.43万元.
///
/// Last year's sides were equal too, so sides that are equal now changed alike.
enum BothSidesChanges {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var income: Int?
    for (index, claim) in context.claims.claims.enumerated()
    where claim.role == .change && !claim.digits.isEmpty && claim.unit.money != nil && claim.direction != 0 {
      guard !claim.isRough, context.isJudged(claim.passage), let flow = flow(of: claim, context) else {
        continue
      }
      if flow == .income {
        income = index
      } else if let before = income {
        compare(before, index, context, &inspection)
        income = nil
      }
    }
  }

  /// The side of which a change speaks, where its amount stands right before it.
  private static func flow(of change: Claim, _ context: NarrativeContext) -> FigureConcept? {
    guard change.subject >= 0, context[change.subject].passage == change.passage,
      context[change.subject].role == .amount, context[change.subject].list < 0,
      context.units.contains(anyOf: years, in: change.compared)
    else { return nil }
    let amount = context[change.subject]
    let between = Slice(amount.figure.upper, Swift.max(amount.figure.upper, change.compared.lower))
    guard between.count <= 4, !amount.amount.isZero else { return nil }
    let label = Wording.core(amount.label, context.units)
    if context.units.ends(label, withAnyOf: incomes) { return .income }
    return context.units.ends(label, withAnyOf: expenses) ? .expense : nil
  }

  private static func compare(
    _ first: Int, _ second: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let (a, b) = (context[first], context[second])
    guard b.passage - a.passage <= 3, a.unit == b.unit,
      context.units.key(a.compared) == context.units.key(b.compared),
      context[a.subject].unit == context[b.subject].unit,
      context[a.subject].amount.scaled == context[b.subject].amount.scaled,
      context[a.subject].concept.source == context[b.subject].concept.source,
      let one = context.value(a), let other = context.value(b),
      a.direction != b.direction || !one.interval.meets(other.interval)
    else { return }
    inspection.report(
      "narrative-sum", .warning, at: b.figure,
      Message(
        phrase, .text(context.draft.string(Slice(a.word.lower, a.figure.upper))),
        .text(context.draft.string(Slice(b.word.lower, b.figure.upper)))), related: [context.related(a)])
  }

  private static let years = WordList(["上年", "去年", "上一年", "年"])
  private static let incomes = WordList(["收入预算", "收入总预算", "收入总计", "收入预算总额", "收入预算数", "收入预算总计"])
  private static let expenses = WordList(["支出预算", "支出总预算", "支出总计", "支出预算总额", "支出预算数", "支出预算总计"])
  private static let phrase = Phrase(
    "收支总数本年相等，收入{0}，支出却{1}，上年收支就不相等",
    "Income and spending are equal this year; {0} and {1} would have them differ the year before")
}
