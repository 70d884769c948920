/// 决算数小于年初预算数8.69万元: the difference that a sentence states between what was spent and the budget.
///
/// Rule: `completion-rate`.
enum BudgetGap {
  /// Recalculates the difference behind a relation, between the figures that the relation is about.
  static func check(
    _ index: Int, actual: Int, plan: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let gap = gap(index, context), let stated = context.value(context[gap]),
      let spent = context.value(context[actual]), let budget = context.value(context[plan])
    else { return }
    let computed = spent.exact < budget.exact ? budget - spent : spent - budget
    guard !stated.interval.meets(computed.interval), !stated.agreesAsWritten(with: computed),
      let shown = context.shown(computed.exact.magnitude, like: context[gap])
    else { return }
    let (more, less) = spent.exact < budget.exact ? (plan, actual) : (actual, plan)
    inspection.report(
      "completion-rate", .error, at: context[gap].figure,
      Message(
        NarrativePhrases.difference, .text(context.draft.string(context[more].digits)),
        .text(context.draft.string(context[less].digits)), .text(shown.plain),
        .text(context.draft.string(context[gap].digits))), related: context.related([actual, plan]))
  }

  /// The amount of money right behind the words of a relation, up to a mark or to the reason, which end its clause.
  private static func gap(_ index: Int, _ context: NarrativeContext) -> Int? {
    let next = index + 1
    guard context.claims.claims.indices.contains(next) else { return nil }
    let (relation, amount) = (context[index], context[next])
    guard amount.passage == relation.passage, amount.sentence == relation.sentence, amount.unit.money != nil,
      !amount.isRough, amount.figure.lower >= relation.word.upper,
      context.units.contains(anyOf: budgets, in: Slice(relation.word.lower, amount.figure.lower)),
      isName(Slice(relation.word.upper, amount.figure.lower), context.units),
      amount.figure.upper < context.units.count, ends(amount.figure.upper, context.units)
    else { return nil }
    return next
  }

  private static let budgets = WordList(["预算", "年初"])

  /// Tells whether the words between a relation and an amount only name the budget.
  private static func isName(_ slice: Slice, _ units: Units) -> Bool {
    slice.isEmpty || units.equals(anyOf: names, slice)
  }

  private static let names = WordList([
    "数", "预算", "预算数", "年初预算", "年初预算数", "全年预算", "全年预算数", "调整预算", "调整预算数",
  ])

  /// Tells whether a clause ends: …小于预算数8.69万元，, …小于预算数8.69万元的主要原因：.
  private static func ends(_ at: Int, _ units: Units) -> Bool {
    isMark(units[at])
      || units.starts(Slice(at, Swift.min(units.count, at + longestReason)), withAnyOf: reasons)
  }

  private static let longestReason = 6
  private static let reasons = WordList(["的主要原因", "的原因", "主要原因", "主要是", "主要由于", "主要因"])

  private static func isMark(_ unit: UInt16) -> Bool {
    switch unit {
    case 0xFF0C, 0x2C, 0x3B, 0x3002, 0x28, 0x29, 0x3001, 0x3A: true
    default: false
    }
  }

}
