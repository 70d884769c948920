/// 支出112.36万元，完成年初预算的97.87%，比年初预算少2.44万元: what is left of a budget, or was spent beyond it, against the rate right
/// before it.
///
/// Rules: `direction` where less than all is called more, and `completion-rate` where the spending before the rate and the
/// rate make another difference, whatever they are rounded from.
enum RateAndGap {
  static func check(_ all: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    for index in all.indices.dropLast()
    where all[index].isPercent(units) && units.contains(completed, in: all[index].lead)
      && units.contains(budget, in: all[index].lead)
    {
      let (rate, gap) = (all[index], all[index + 1])
      guard gap.sentence == rate.sentence, !gap.isRough, !rate.isRough, let money = gap.yuan(units),
        money > 0,
        let sign = sign(
          Slice(rate.measure.upper, Swift.max(rate.measure.upper, gap.digits.lower)), of: rate.lead, units),
        isOver(behind: gap.measure.upper, text, units)
      else { continue }
      let full = 100 * Scale.one
      let way = rate.amount.scaled < full ? -1 : 1
      if (rate.amount.scaled - full).magnitude > rate.amount.half.magnitude, way != sign {
        guard !inspection.hasReported(["direction", "completion-rate"], in: gap.slice) else { continue }
        inspection.report(
          "direction", .error, at: gap.slice,
          Message(
            way < 0 ? below : above, .percent(rate.amount), .text(inspection.draft.string(gap.slice))),
          related: [Related(inspection.draft.range(rate.slice), Message(NarrativePhrases.figure))])
      } else if index > 0 {
        amount(all[index - 1], rate, gap, &inspection)
      }
    }
  }

  /// The spending right before a rate, the rate and the difference.
  private static func amount(
    _ spent: Quantity, _ rate: Quantity, _ gap: Quantity, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard spent.sentence == rate.sentence, !spent.isRough, let money = spent.yuan(units), money > 0,
      let stated = gap.yuan(units), !units.contains(budget, in: spent.lead),
      rate.digits.lower - spent.measure.upper <= farthest, rate.amount.decimals >= 1, rate.amount.digits > 0,
      money < Scale.one * 1_000_000_000_000,
      case let half = rate.amount.half, rate.amount.scaled > half
    else { return }
    // The budget lies between what the bounds of the rate make of the spending; and so does the difference.
    let slack = spent.half(of: money) + gap.half(of: stated)
    let hundred: Int128 = 100 * Scale.one / 1_000
    func plan(_ rate: Int128) -> Int128 { money / Swift.max(1, rate / 1_000) * hundred }
    let (most, least) = (plan(rate.amount.scaled - half), plan(rate.amount.scaled + half))
    let gaps = [abs(money - most), abs(money - least)]
    let margin = slack + money / 1_000_000
    guard let low = gaps.min(), let high = gaps.max(), stated < low - margin || stated > high + margin,
      most >= money || least <= money,
      let shown = Amount(scaled: (low + high) / 2 / MoneyUnit.tenThousandYuan.yuan, decimals: 2),
      !inspection.hasReported(["direction", "completion-rate", "narrative-sum"], in: gap.slice)
    else { return }
    inspection.report(
      "completion-rate", .error, at: gap.slice,
      Message(
        other, .text(inspection.draft.string(spent.slice)), .percent(rate.amount),
        .amount(shown, .tenThousandYuan),
        .text(inspection.draft.string(gap.slice))),
      related: [spent, rate].map {
        Related(inspection.draft.range($0.slice), Message(NarrativePhrases.figure))
      })
  }

  /// +1 for 比年初预算多, -1 for 较预算数减少; `nil` where other words stand between a rate and a difference.
  private static func sign(_ between: Slice, of lead: Slice, _ units: Units) -> Int? {
    guard between.count <= longest, let first = between.indices.first, Unit.isComma(units[first]) else {
      return nil
    }
    var words = Slice(first + 1, between.upper)
    if let length = units.lengthOfWord(starting: words, anyOf: actual) { words.lower += length }
    guard let length = units.lengthOfWord(starting: words, anyOf: bases) else { return nil }
    // 完成全年预算的97%，比年初预算多20万元: another budget.
    let base = Slice(words.lower, words.lower + length)
    guard kinds.allSatisfy({ !units.contains($0, in: base) || units.contains($0, in: lead) }) else {
      return nil
    }
    words.lower += length
    if units.equals(anyOf: more, words) { return 1 }
    return units.equals(anyOf: less, words) ? -1 : nil
  }

  private static func isOver(behind at: Int, _ text: Slice, _ units: Units) -> Bool {
    at >= text.upper || Unit.endsClause(units[at])
  }

  private static let completed: Word = "完成"
  private static let budget: Word = "预算"
  private static let (longest, farthest) = (20, 14)
  private static let actual = WordList(["决算数", "支出决算", "决算", "支出", "支出数"])
  private static let bases = WordList([
    "比年初预算数", "较年初预算数", "比全年预算数", "较全年预算数", "比年初预算", "较年初预算", "比全年预算", "较全年预算", "比预算数",
    "较预算数", "比预算", "较预算",
  ])
  private static let kinds: [Word] = ["年初", "全年"]
  private static let more = WordList(["多", "增加", "超出", "超", "增支", "多支出", "高", "增加支出"])
  private static let less = WordList(["少", "减少", "低", "节约", "少支出", "节省", "减支"])
  private static let below = Phrase(
    "完成率 {0}，即少于预算，而文中写多出 {1}", "{0} is less than the budget, but the text says {1} more")
  private static let above = Phrase(
    "完成率 {0}，即多于预算，而文中写少 {1}", "{0} is more than the budget, but the text says {1} less")
  private static let other = Phrase(
    "{0}、完成率 {1}，与预算相差约 {2}，文中写 {3}", "{0} at {1} is about {2} off the budget, not {3}")
}
