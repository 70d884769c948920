/// Holds money against the count beside it: 项目0个，涉及金额5.00万元; 车辆0辆，价值3.00万元.
///
/// What there is none of costs nothing; what there is may well cost nothing.
enum ZeroCountCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for passage in context.claims.passages.indices where context.isJudged(passage) {
      let claims = context.claims.passages[passage].claims
      for (count, money) in zip(claims, claims.dropFirst()) {
        if isValue(money, of: count, context) {
          report(money, of: count, context, &inspection)
        } else if isCount(money, of: count, context) {
          report(count, of: money, context, &inspection)
        }
      }
    }
  }

  /// 0个，涉及金额5.00万元: nothing but the word for money stands between the two.
  private static func isValue(_ money: Int, of count: Int, _ context: NarrativeContext) -> Bool {
    let (claim, before) = (context[money], context[count])
    guard isNothing(before), isSomething(claim), claim.sentence == before.sentence,
      claim.label.lower - before.figure.upper <= 1
    else { return false }
    let words = Wording.core(claim.label, context.units)
    return words.isEmpty || context.units.equals(anyOf: values, words)
  }

  /// 外事接待支出5.00万元，接待0批次，0人次: both counts are zero.
  private static func isCount(_ count: Int, of money: Int, _ context: NarrativeContext) -> Bool {
    let people = count + 1
    guard context.claims.claims.indices.contains(people), isSomething(context[money]),
      context[money].role == .amount, context.claims.isFinal, isNothing(context[count]),
      context[count].unit == .batches, isNothing(context[people]),
      context[people].unit == .personTimes || context[people].unit == .people,
      context[people].passage == context[money].passage,
      context[people].sentence == context[money].sentence,
      context[count].label.lower - context[money].figure.upper <= 1,
      context[people].label.lower - context[count].figure.upper <= 1
    else { return false }
    return context.units.equals(Wording.core(context[count].label, context.units), reception)
  }

  private static func isNothing(_ claim: Claim) -> Bool {
    claim.unit.isCount && claim.amount.isZero && !claim.isRough
  }

  private static func isSomething(_ claim: Claim) -> Bool {
    claim.unit.money != nil && !claim.amount.isZero && !claim.isRough
      && (claim.role == .amount || claim.role == .mention)
  }

  private static func report(
    _ money: Int, of count: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    inspection.report(
      "narrative-repeat", .error, at: context[money].figure,
      Message(
        phrase, .text(context.draft.string(context[count].figure)),
        .text(context.draft.string(context[money].figure))), related: [context.related(context[count])])
  }

  private static let reception: Word = "接待"
  private static let values = WordList([
    "金额", "共计金额", "涉及金额", "涉及项目金额", "涉及资金", "涉及预算", "涉及预算资金", "价值", "总价值", "账面价值", "原值", "资金", "支出", "共计",
    "合计",
  ])
  private static let phrase = Phrase("数量为 {0}，金额却写 {1}", "There are {0}, yet the amount is {1}")
}
