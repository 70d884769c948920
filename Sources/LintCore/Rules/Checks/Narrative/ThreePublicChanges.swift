/// Holds the change of the “三公”经费 since the year before against those of its three items, each in a paragraph of its own:
/// 比2024年预算43.40万元增加9.80万元, and below it 减少6.80万元, 增加17.00万元 and 减少0.40万元.
///
/// Rules: `narrative-sum`, `direction`.
enum ThreePublicChanges {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for statement in ThreePublicSum.statements(context) { check(statement, context, &inspection) }
  }

  private static func check(
    _ statement: ThreePublicSum.Statement, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let whole = statement.wholes.first.flatMap({ change(of: $0, context) }) else { return }
    let items = [FigureConcept.abroad, .vehicles, .reception].compactMap { statement.claim(of: $0, context) }
    let parts = items.compactMap { change(of: $0, context) }
    guard items.count == 3, parts.allSatisfy({ areAlike($0, whole, context) }),
      // What has not changed says so, or there never was anything of it.
      items.count(where: { change(of: $0, context) == nil && !isUnchanged($0, context) }) == 0,
      parts.count >= 2,
      !([whole] + parts).contains(where: { isReported(context[$0], context, inspection) })
    else { return }
    ChangeSumCheck.compare(whole, parts, context, &inspection)
  }

  /// The change since the year before that is stated of an amount, if it is the only one.
  private static func change(of amount: Int, _ context: NarrativeContext) -> Int? {
    let claims = context.claims.passages[context[amount].passage].claims
    let found = claims.filter {
      context[$0].role == .change && context[$0].subject == amount && ChangeSumCheck.isUsable($0, context)
        && isSinceLastYear($0, context)
    }
    return found.only
  }

  private static func isSinceLastYear(_ index: Int, _ context: NarrativeContext) -> Bool {
    let (claim, units) = (context[index], context.units)
    return units.contains(anyOf: GrammarWords.lastYear, in: claim.compared)
      || context.claims.year > 0
        && DocumentYear.years(claim.compared, units).isJust(context.claims.year - 1)
  }

  /// Tells whether two changes are both since a budget, or both since an outcome.
  private static func areAlike(_ a: Int, _ b: Int, _ context: NarrativeContext) -> Bool {
    statuses.allSatisfy {
      context.units.contains(anyOf: $0, in: context[a].compared)
        == context.units.contains(anyOf: $0, in: context[b].compared)
    } && context[a].unit == context[b].unit
  }

  private static func isUnchanged(_ amount: Int, _ context: NarrativeContext) -> Bool {
    let end = context.claims.passages[context[amount].passage].slice.upper
    let behind = Slice(
      context[amount].figure.upper, Swift.min(end, context[amount].figure.upper + longestRemark))
    return context.units.contains(anyOf: same, in: behind)
  }

  private static func isReported(
    _ claim: Claim, _ context: NarrativeContext, _ inspection: Inspection
  ) -> Bool {
    inspection.hasReported(["narrative-sum", "direction", "growth-rate"], in: claim.figure)
      || inspection.hasReported(["narrative-sum", "direction", "growth-rate"], in: claim.word)
  }

  private static let longestRemark = 16
  private static let same = WordList(["持平", "无增减", "无变化", "一致", "相同"])
  private static let statuses = [WordList(["决算", "执行", "支出数"]), WordList(["预算"])]
}
