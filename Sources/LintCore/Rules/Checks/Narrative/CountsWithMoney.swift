/// Adds up numbers of projects that stand beside their money: 项目31个，涉及预算360万元。其中：人员类项目8个，涉及预算170万元；
/// 运转类项目4个，涉及预算30万元；特定目标类项目19个，涉及预算160万元.
///
/// Rule: `narrative-sum`. Where the money of the parts makes all the money, no part is missing: then their numbers make
/// the whole number too. A project may be paid out of several funds, so parts named after their funds are no division.
enum CountsWithMoney {
  /// How many parts are looked at.
  private static let mostParts = 12

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let claims = context.claims.claims
    for whole in claims.indices where isCount(whole, context) {
      guard whole + 5 < claims.count, claims[whole + 5].passage == claims[whole].passage,
        isMoney(whole + 1, of: whole, context), let parts = parts(of: whole, context)
      else { continue }
      check(whole, parts, context, &inspection)
    }
  }

  private static func isCount(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    return claim.unit == .items && claim.amount.decimals == 0 && !claim.isRough
      && context.units.ends(Wording.core(claim.label, context.units), withAnyOf: projects)
  }

  /// Tells whether a claim is the money of the number right before it.
  private static func isMoney(_ index: Int, of count: Int, _ context: NarrativeContext) -> Bool {
    guard context[index].unit.money != nil, !context[index].isRough,
      context[index].passage == context[count].passage
    else { return false }
    let gap = Slice(
      context[count].figure.upper, Swift.max(context[count].figure.upper, context[index].digits.lower))
    return gap.count <= 12 && !context.units.hasStop(in: gap)
  }

  /// The numbers behind a whole whose money makes all of it; `nil` if none do.
  private static func parts(of whole: Int, _ context: NarrativeContext) -> [Int]? {
    let units = context.units
    guard let total = context.value(context[whole + 1]), total.exact > 0 else { return nil }
    let passage = context[whole].passage
    var parts: [Int] = []
    var rest = total.exact
    var at = whole + 2
    while parts.count < mostParts, at + 1 < context.claims.claims.count, context[at].passage == passage {
      let gap = Slice(context[at - 1].figure.upper, context[at].digits.lower)
      guard gap.count <= 24, isCount(at, context), isMoney(at + 1, of: at, context),
        !units.contains(anyOf: funds, in: gap), parts.isEmpty == units.contains(anyOf: ofWhich, in: gap),
        let money = context.value(context[at + 1])
      else { return nil }
      parts.append(at)
      rest -= money.exact
      if rest == 0 { return parts.count >= 2 ? parts : nil }
      guard rest > 0 else { return nil }
      at += 2
    }
    return nil
  }

  private static func check(
    _ whole: Int, _ parts: [Int], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let sum = parts.reduce(Int64(0)) { $0 &+ context[$1].amount.digits }
    guard sum != context[whole].amount.digits,
      !inspection.hasReported("narrative-sum", at: context[whole].figure)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: context[whole].figure,
      Message(
        phrase, .text(context.draft.string(context[whole].figure)),
        .sum(parts.map { context[$0].amount }), .amount(Amount(digits: sum, decimals: 0), nil)),
      related: context.related(parts))
  }

  private static let projects = WordList(["项目", "项目共", "项目有", "项目为", "项目数"])
  private static let ofWhich = WordList(["其中", "包括", "分为"])
  private static let funds = WordList(["预算拨款", "拨款", "资金", "基金", "一般公共预算", "国有资本", "收入", "结转", "专户"])
  private static let phrase = Phrase(
    "文中写 {0}，各部分金额之和等于总额，而个数之和 {1} = {2}",
    "The text says {0}; the parts make all of the money, but {1} make {2}")
}
