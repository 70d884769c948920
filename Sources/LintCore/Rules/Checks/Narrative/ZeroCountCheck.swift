/// Holds money against the count beside it: 项目0个，涉及金额5.00万元; 车辆0辆，价值3.00万元.
///
/// What there is none of costs nothing; what there is may well cost nothing.
enum ZeroCountCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for passage in context.claims.passages.indices where context.isJudged(passage) {
      let claims = context.claims.passages[passage].claims
      cars(claims, context, &inspection)
      for (count, money) in zip(claims, claims.dropFirst()) {
        if isValue(money, of: count, context) {
          report(money, of: count, context, &inspection)
        } else if isCount(money, of: count, context) {
          report(count, of: money, context, &inspection)
        }
      }
    }
  }

  /// 公务用车购置费0万元，…。共计购置公务用车1辆: cars that cost nothing in the only words on what buying them cost.
  private static func cars(
    _ claims: Range<Int>, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    let bought = claims.filter {
      context[$0].unit == .vehicles && context[$0].role == .amount && !context[$0].isRough
        && units.ends(Wording.core(context[$0].label, units), withAnyOf: buying)
    }
    guard let count = bought.only, !context[count].amount.isZero else { return }
    let costs = claims.filter {
      context[$0].unit.money != nil && context[$0].role == .amount
        && context[$0].concept.narrowMeasure == .vehiclePurchase
    }
    guard let cost = costs.first, costs.allSatisfy({ context[$0].amount.isZero }), cost < count,
      !units.contains(anyOf: gifts, in: context.claims.passages[context[count].passage].slice),
      !inspection.hasReported("narrative-repeat", at: context[count].figure)
    else { return }
    inspection.report(
      "narrative-repeat", .warning, at: context[count].figure,
      Message(
        free, .text(context.draft.string(context[cost].figure)),
        .text(context.draft.string(context[count].figure))), related: [context.related(context[cost])])
  }

  private static let buying = WordList(["购置公务用车", "购置车辆", "更新公务用车", "新购公务用车", "新增公务用车"])
  /// What else cars may come from.
  private static let gifts = WordList([
    "捐", "赠", "划转", "调拨", "调入", "无偿", "接收", "统一购置", "结转", "上年购", "非财政", "自有", "其他资金", "单位资金", "尚未", "未支付",
    "租",
  ])
  private static let free = Phrase("公务用车购置费为 {0}，却购置 {1}", "Cars cost {0}, yet {1} are bought")

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
