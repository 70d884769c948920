/// Recalculates what a sentence leaves of one amount by another, rates with a name of their own, and written sums.
///
/// 送审金额27.48万元，审定金额25.89万元，核减1.59万元，核减率5.79%; 原值880.10万元，累计折旧467.44万元，净值412.66万元; 批复400万元，到位392万元，到位率98%;
/// 支出总计90万元（本年支出80万元+年末结转10万元）. Which amounts are meant is not said, so mostly only what one slip of the pen
/// keeps from fitting is told.
enum QuantityDifferences {
  static func check(_ all: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    for index in all.indices.dropFirst() {
      let quantity = all[index]
      guard !quantity.isRough else { continue }
      if quantity.isPercent(units) {
        rate(index, all, &inspection)
      } else if value(quantity, units) != nil {
        difference(index, all, &inspection)
        sum(endingAt: index, all, &inspection)
      }
    }
  }

  // MARK: Values

  /// Billionths of a yuan for money, of a point for scores.
  private static func value(_ quantity: Quantity, _ units: Units) -> Int128? {
    if let yuan = quantity.yuan(units) { return yuan }
    let end = quantity.measure.upper
    return quantity.measure.isEmpty && end < units.count && units[end] == 0x5206
      ? quantity.amount.scaled : nil
  }

  /// Half the last place of an amount, in the units of its value.
  private static func half(_ quantity: Quantity, _ units: Units) -> Int128 {
    value(quantity, units).map(quantity.half) ?? 0
  }

  /// The amounts of a sentence before a figure that are in one unit, with their values.
  private static func amounts(
    before index: Int, like measure: Slice?, _ all: [Quantity], _ units: Units
  ) -> [(quantity: Quantity, value: Int128)] {
    all[..<index].compactMap { quantity in
      guard quantity.sentence == all[index].sentence, !quantity.isRough, quantity.amount.digits > 0,
        measure.map({ units.areSame($0, quantity.measure) }) ?? true
      else { return nil }
      return value(quantity, units).map { (quantity, $0) }
    }
  }

  // MARK: Differences

  private static func difference(_ index: Int, _ all: [Quantity], _ inspection: inout Inspection) {
    let (units, rest) = (inspection.units, all[index])
    guard rest.lead.count <= longest, units.contains(anyOf: left, in: rest.lead),
      !units.contains(anyOf: QuantityRests.earlier, in: rest.lead), let stated = value(rest, units)
    else { return }
    // Among more amounts it is not certain which two are meant.
    let last = amounts(before: index, like: rest.measure, all, units)
    guard last.count == 2, !isMade(stated, rest, of: last, units),
      !units.contains(anyOf: dividing, in: Slice(last[0].quantity.measure.upper, rest.digits.lower))
    else { return }
    let (larger, smaller) = last[0].value >= last[1].value ? (last[0], last[1]) : (last[1], last[0])
    let gap = larger.value - smaller.value
    guard gap > 0,
      isSlip(stated, gap, rest) || isSlip(larger.value, smaller.value + stated, larger.quantity)
        || isSlip(smaller.value, larger.value - stated, smaller.quantity),
      let shown = shown(gap, rest, units)
    else { return }
    QuantityRatios.report(
      "narrative-sum", as: .error, rest,
      Message(
        NarrativePhrases.difference, .amount(larger.quantity.amount, nil),
        .amount(smaller.quantity.amount, nil),
        .amount(shown, nil),
        .text(inspection.draft.string(rest.slice))), last.map(\.quantity), &inspection)
  }

  /// Tells whether amounts, added or taken away or left out, make another.
  private static func isMade(
    _ stated: Int128, _ quantity: Quantity, of others: [(quantity: Quantity, value: Int128)], _ units: Units
  ) -> Bool {
    var sums: [Int128] = [0]
    var tail = half(quantity, units)
    for other in others {
      tail += half(other.quantity, units)
      sums += sums.flatMap { [$0 + other.value, $0 - other.value] }
    }
    return sums.contains { (Int128($0.magnitude) - stated).magnitude <= tail.magnitude }
  }

  private static func isSlip(_ stated: Int128, _ right: Int128, _ quantity: Quantity) -> Bool {
    right > 0 && Slip.isSlip(stated, right)
      && (quantity.amount.digits >= least || PlainSlip.isSwap(stated, right))
  }

  /// A value as a figure like one that is written.
  private static func shown(_ value: Int128, _ quantity: Quantity, _ units: Units) -> Amount? {
    guard quantity.amount.scaled != 0, let own = Self.value(quantity, units) else { return nil }
    return Amount(scaled: value / (own / quantity.amount.scaled), decimals: quantity.amount.decimals)
  }

  // MARK: Rates

  private static func rate(_ index: Int, _ all: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    var lead = all[index].lead
    lead.upper -= units.lengthOfWord(ending: lead, anyOf: links) ?? 0
    guard units.ends(lead, withAnyOf: rates) else { return }
    let isOfRest = units.ends(lead, withAnyOf: ratesOfRest)
    let before = Array(amounts(before: index, like: nil, all, units).suffix(reach))
    let stated = all[index].amount
    var slips: [(part: Quantity, whole: Quantity, computed: Amount)] = []
    for whole in before {
      for part in before where part.value < whole.value {
        for value in [part.value, whole.value - part.value] {
          guard
            let percent = Interval.percent(Interval(value, value), of: Interval(whole.value, whole.value)),
            let computed = Amount(scaled: percent.low, decimals: Swift.max(2, stated.decimals))
          else { return }
          if fits(stated, percent) { return }
          // 节约率: of what was saved, else of what was spent.
          let isNatural =
            isOfRest
            ? value * 2 < whole.value
            : value == part.value
              && units.contains(units.name(Slice(lead.upper - 3, lead.upper - 1)), in: part.quantity.lead)
          if isNatural, PlainSlip.isLikely(stated, computed) {
            slips.append((part.quantity, whole.quantity, computed))
          }
        }
      }
    }
    // 批复400万元，实际到位392万元，到位率89%: the only two amounts, and the rate is that of what the second tells of.
    if slips.isEmpty, before.count == 2, !isOfRest, before[1].value < before[0].value,
      units.contains(units.name(Slice(lead.upper - 3, lead.upper - 1)), in: before[1].quantity.lead),
      let percent = Interval.percent(
        Interval(before[1].value, before[1].value), of: Interval(before[0].value, before[0].value)),
      let computed = Amount(scaled: percent.low, decimals: Swift.max(2, stated.decimals))
    {
      slips.append((before[1].quantity, before[0].quantity, computed))
    }
    guard let slip = slips.last else { return }
    QuantityRatios.report(
      "completion-rate", as: .error, all[index],
      Message(
        isOfRest && slip.part.amount.scaled * 2 > slip.whole.amount.scaled
          ? ofRest : NarrativePhrases.quotient,
        .amount(slip.part.amount, nil), .amount(slip.whole.amount, nil), .percent(slip.computed),
        .text(inspection.draft.string(all[index].slice))), [slip.part, slip.whole], &inspection)
  }

  /// Tells whether a rate is a quotient, rounded or cut off.
  private static func fits(_ stated: Amount, _ percent: Interval) -> Bool {
    Interval(rounding: stated).meets(percent) || Interval(cutting: stated).meets(percent)
  }

  // MARK: Sums

  /// 支出总计90万元（本年支出80万元+年末结转10万元）: a sum with its signs, in the brackets behind its figure.
  private static func sum(endingAt last: Int, _ all: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    let end = all[last].measure.upper
    guard end < units.count, units[end] == 0x29 else { return }
    var first = last
    while first > 0, isAdded(all[first], behind: all[first - 1], units) { first -= 1 }
    guard first > 0, first < last, !all[first].lead.isEmpty, units[all[first].lead.lower] == 0x28,
      all[first].lead.lower == all[first - 1].measure.upper,
      let whole = value(all[first - 1], units), !all[first - 1].isRough
    else { return }
    let terms = all[first...last]
    let values = terms.compactMap { value($0, units) }
    guard values.count == terms.count, !terms.contains(where: \.isRough) else { return }
    let sum = values.reduce(0, +)
    let tail = terms.reduce(half(all[first - 1], units)) { $0 + half($1, units) }
    guard (sum - whole).magnitude > tail.magnitude, let shown = shown(sum, all[first - 1], units) else {
      return
    }
    QuantityRatios.report(
      "narrative-sum", as: .error, all[first - 1],
      Message(
        NarrativePhrases.sum, .sum(terms.map(\.amount)), .amount(shown, nil),
        .text(inspection.draft.string(all[first - 1].slice))), Array(terms), &inspection)
  }

  private static func isAdded(_ quantity: Quantity, behind other: Quantity, _ units: Units) -> Bool {
    quantity.lead.lower == other.measure.upper && !quantity.lead.isEmpty && units[quantity.lead.lower] == 0x2B
  }

  // MARK: Words

  /// From how many digits on a slip in one of them is no accident.
  private static let least: Int64 = 1_000
  private static let longest = 12
  private static let reach = 5
  private static let left = WordList([
    "核减", "审减", "节约", "节省", "净值", "净额", "余款", "剩余", "尚余", "余下", "差额",
  ])
  /// 其中：固定资产净值…: a part, and no rest.
  private static let dividing = WordList(["其中", "包括"])
  private static let links = WordList(["为", "达", "达到", "是", "仅", "仅为"])
  private static let ratesOfRest = WordList(["节约率", "节资率", "核减率", "审减率", "结余率", "节省率"])
  private static let rates = WordList([
    "节约率", "节资率", "核减率", "审减率", "结余率", "节省率", "到位率", "拨付率", "支付率", "支出率", "使用率", "得分率",
  ])
  private static let ofRest = Phrase(
    "({1} − {0}) ÷ {1} = {2}，文中写 {3}", "({1} − {0}) ÷ {1} = {2}, the text says {3}")
}
