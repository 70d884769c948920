/// Recalculates averages: 国内公务接待12批次、69人次，支出8400元，人均87.50元.
///
/// What was spent on whom may be said in several ways, so an average is only wrong where no amount of its paragraph,
/// divided by any number of it, gives it.
enum PerHeadCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.unit.money != nil && !claim.amount.isZero {
      guard claim.role == .mention || claim.role == .amount, context.isJudged(claim.passage),
        let kind = kinds.first(where: {
          context.units.ends(label(claim, context.units), withAnyOf: $0.words) && claim.label.count <= 12
        })
      else { continue }
      check(index, claim, kind.units, context, &inspection)
    }
  }

  /// The words before an average, without 约.
  private static func label(_ claim: Claim, _ units: Units) -> Slice {
    units.ends(claim.label, with: about) ? Slice(claim.label.lower, claim.label.upper - 1) : claim.label
  }

  private static let about: Word = "约"

  private static func check(
    _ index: Int, _ claim: Claim, _ units: [FigureUnit], _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    // 上年人均2.14万元（24人）: of figures that are not stated.
    guard let money = claim.unit.money, !context.units.contains(anyOf: GrammarWords.lastYear, in: claim.label)
    else {
      return
    }
    let passage = context.claims.passages[claim.passage]
    let others = passage.claims.filter { $0 != index && !context[$0].isRough }
    let counts = others.filter {
      units.contains(context[$0].unit) && context[$0].amount.decimals == 0 && context[$0].amount.digits > 0
        && context[$0].amount.digits < 1_000_000
    }
    // What it has changed by is not what is averaged, and 外事接待0万元 is nothing to average.
    let amounts = others.filter {
      context[$0].unit.money != nil && context[$0].amount.isCalculable && context[$0].role != .change
        && !context[$0].amount.isZero
    }
    let sentence = context[index].sentence
    // What is averaged stands right before: one number of people and the money for them.
    let own = counts.filter { context[$0].sentence == sentence && $0 < index && index - $0 <= 3 }
    guard let count = own.first, own.allSatisfy({ context[$0].amount == context[count].amount }),
      counts.count <= 4, amounts.count <= 20
    else { return }
    let stated = claim.amount.scaled * money.yuan
    let spent = amounts.filter {
      $0 < index && context[$0].role == .amount && !context[$0].amount.isZero
        && !ClaimBinder.isPlan(context[$0].concept)
    }
    // 运行费14.86万元（基本支出列支12.86万元、项目支出列支2.00万元），…平均每辆1.86万元
    let run = units == [.vehicles] ? spent.last { context[$0].concept.contains(.vehicleRunning) } : nil
    let amount = run ?? spent.last
    // 人均约74.9元: within one per cent. Two swapped digits leave no room for what nearly fits.
    let isSwapped = amount.map { isSwap(claim, context[$0], context[count], context) } ?? false
    let reach = Swift.max(
      isSwapped ? claim.amount.half * money.yuan : claim.amount.lastPlace * money.yuan,
      claim.isRough ? stated / 100 : 0)
    let values = amounts.compactMap { context.value(context[$0]) }
    guard values.count == amounts.count else { return }
    // What is left for one kind of guests is the difference of two amounts.
    let alternatives = values + values.flatMap { a in values.flatMap { [a + $0, a - $0] } }
    for value in alternatives {
      // 更新1辆: an average is of several, where several are counted.
      for other in counts where context[other].amount.digits > 1 || context[count].amount.digits == 1 {
        let heads = Int128(context[other].amount.digits)
        let low = (value.exact - value.writtenHalf) / heads - reach
        let high = (value.exact + value.writtenHalf) / heads + reach
        if low <= stated, stated <= high { return }
      }
    }
    guard let amount, let value = context.value(context[amount]),
      let shown = Amount(
        scaled: value.exact / Int128(context[count].amount.digits) / money.yuan,
        decimals: Swift.max(2, claim.amount.decimals))
    else { return }
    inspection.report(
      "narrative-sum", .warning, at: claim.figure,
      Message(
        NarrativePhrases.mean, .text(context.draft.string(context[amount].figure)),
        .text(context.draft.string(context[count].figure)), .amount(shown, claim.unit.money),
        .text(context.draft.string(claim.figure))), related: context.related([amount, count]))
  }

  /// 运行费8.60万元，4辆，平均每辆2.51万元: tells whether two digits of the average of an amount changed places.
  private static func isSwap(_ mean: Claim, _ amount: Claim, _ count: Claim, _ context: NarrativeContext)
    -> Bool
  {
    guard let money = mean.unit.money, mean.amount.digits >= 100, let value = context.value(amount),
      let right = Amount(
        scaled: value.exact / Int128(Swift.max(1, count.amount.digits)) / money.yuan,
        decimals: mean.amount.decimals)
    else { return false }
    return PlainSlip.isSwap(mean.amount.scaled, right.scaled)
  }

  private static let kinds: [(words: WordList, units: [FigureUnit])] = [
    (WordList(["人均", "平均每人", "人均每次", "每人次", "平均每人次", "人均费用", "人均支出"]), [.people, .personTimes]),
    (
      WordList([
        "每辆", "平均每辆", "车均", "每辆车", "平均每辆车", "每辆平均", "车均运行维护费", "车均运行维护费支出", "车均运行费", "车均运维费", "车均维护费",
        "单车运行维护费", "平均每辆运行费", "平均每辆运行维护费", "每辆运行费", "每辆车运行费", "平均每辆车运行费", "单车运行费",
      ]), [.vehicles]
    ),
    (WordList(["平均每个", "每个平均", "平均每个项目", "平均每个单位"]), [.items]),
  ]
}
