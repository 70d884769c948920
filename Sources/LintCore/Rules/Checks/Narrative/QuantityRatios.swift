/// Recalculates what a sentence says of two quantities it states: 发放问卷300份，收回288份，回收率96%; 举办活动18场，完成目标15场的120%;
/// 6.8公里，较年度目标（6公里）多完成0.8公里; 活动24次，平均每月2次; 8.00万元，用于2个村，每村4.00万元.
enum QuantityRatios {
  static func check(_ all: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    for index in all.indices.dropFirst() {
      let quantity = all[index]
      guard !quantity.isRough else { continue }
      if quantity.isPercent(units) {
        rate(index, all, &inspection)
      } else if quantity.yuan(units) != nil {
        each(index, all, text, &inspection)
        product(index, all, text, &inspection)
        QuantitySteps.check(index, all, &inspection)
        RestatedAmount.check(index, all, &inspection)
      } else if !quantity.measure.isEmpty {
        excess(index, all, &inspection)
        QuantitySteps.check(index, all, &inspection)
        monthly(index, all, text, &inspection)
      }
    }
  }

  // MARK: Rates

  private static func rate(_ index: Int, _ all: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    let lead = withoutLink(all[index].lead, units)
    let before = all[..<index].indices.filter {
      all[$0].sentence == all[index].sentence && !all[$0].isRough && all[$0].amount.digits > 0
        && !all[$0].isPercent(units)
    }
    if units.ends(lead, withAnyOf: returnRates) {
      guard let part = before.last(where: { units.contains(anyOf: returned, in: all[$0].lead) }),
        let whole = before.last(where: { $0 < part && units.contains(anyOf: sent, in: all[$0].lead) }),
        units.areSame(all[part].measure, all[whole].measure)
      else { return }
      hold(index, part, [whole], all, &inspection)
    } else if units.ends(lead, withAnyOf: contentRates) {
      // 非常满意402份、满意71份、基本满意10份: which of them are content is not said.
      guard let part = before.last, units.contains(anyOf: content, in: all[part].lead),
        before.count(where: { units.contains(anyOf: content, in: all[$0].lead) }) == 1
      else { return }
      let wholes = before.filter { $0 < part && all[$0].yuan(units) == nil }
      hold(index, part, wholes, all, &inspection)
    } else if let part = before.last, part == index - 1, isRate(lead, of: all[part], units) {
      // 毕业生1426人，就业升学1397人，就业升学率97.97%
      let wholes = before.filter {
        $0 < part && units.areSame(all[$0].measure, all[part].measure)
          && all[$0].amount.scaled >= all[part].amount.scaled
      }
      hold(index, part, wholes, all, &inspection)
    } else if let plan = before.last, plan == index - 1, units.equals(lead, of),
      units.contains(done, in: all[plan].lead), units.contains(anyOf: goals, in: all[plan].lead),
      case let alike = before.dropLast().filter({ units.areSame(all[$0].measure, all[plan].measure) }),
      let part = alike.only
    {
      // 举办活动18场，完成目标15场的120%: the only other quantity of the measure.
      hold(index, part, [plan], all, &inspection)
    }
  }

  /// Tells whether a rate bears the name of the quantity right before it: 参保98户，参保率….
  private static func isRate(_ lead: Slice, of part: Quantity, _ units: Units) -> Bool {
    guard lead.count >= 3, lead.count <= 9, units[lead.upper - 1] == 0x7387, !part.measure.isEmpty,
      part.yuan(units) == nil
    else { return false }
    let name = Slice(lead.lower, lead.upper - 1)
    guard !units.contains(anyOf: changes, in: lead), units.ends(part.lead, with: units.name(name)) else {
      return false
    }
    // 未完成, 不合格, 正在整改, 部分完成, 其中本年完成: other than what the rate is of.
    let before = Slice(part.lead.lower, part.lead.upper - name.count)
    return !units.contains(anyOf: others, in: before)
  }

  private static let others = WordList(["未", "不", "无", "没", "待", "非", "正在", "部分", "其中", "本年", "尚"])

  /// Tells a percentage that is the quotient of a part and none of some wholes.
  private static func hold(
    _ index: Int, _ part: Int, _ wholes: [Int], _ all: [Quantity], _ inspection: inout Inspection
  ) {
    let stated = all[index].amount
    let own = all[part].amount.scaled
    let quotients = wholes.compactMap {
      Interval.percent(Interval(own, own), of: Interval(all[$0].amount.scaled, all[$0].amount.scaled))
    }
    guard let first = quotients.last, let whole = wholes.last, quotients.count == wholes.count,
      // What was cut off is no mistake to tell of here.
      !quotients.contains(where: {
        Interval(rounding: stated).meets($0) || stated.decimals > 0 && Interval(cutting: stated).meets($0)
      }), let computed = Amount(scaled: first.low, decimals: Swift.max(2, stated.decimals))
    else { return }
    report(
      "completion-rate", all[index],
      Message(
        NarrativePhrases.quotient,
        .amount(all[part].amount, nil), .amount(all[whole].amount, nil), .percent(computed),
        .text(inspection.draft.string(all[index].slice))), [all[part], all[whole]], &inspection)
  }

  // MARK: Differences

  /// 新建公路6.8公里，较年度目标（6公里）多完成0.8公里: the difference of two quantities right before.
  private static func excess(_ index: Int, _ all: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    guard index >= 2, units.contains(anyOf: excesses, in: all[index].lead) else { return }
    let (done, plan, more) = (all[index - 2], all[index - 1], all[index])
    let isMore = units.contains(anyOf: moreWords, in: more.lead)
    guard more.lead.count <= 8, units.contains(anyOf: goals, in: plan.lead),
      units.contains(anyOf: FigureCue.comparing, in: plan.lead), plan.sentence == done.sentence,
      more.sentence == done.sentence, units.areSame(done.measure, plan.measure),
      units.areSame(plan.measure, more.measure), !done.isRough, !plan.isRough
    else { return }
    let gap = isMore ? done.amount.scaled - plan.amount.scaled : plan.amount.scaled - done.amount.scaled
    guard gap != more.amount.scaled,
      let shown = Amount(scaled: gap, decimals: Swift.max(done.amount.decimals, plan.amount.decimals))
    else { return }
    let (from, minus) = isMore ? (done, plan) : (plan, done)
    report(
      "narrative-sum", more,
      Message(
        NarrativePhrases.difference,
        .amount(from.amount, nil), .amount(minus.amount, nil), .amount(shown, nil),
        .text(inspection.draft.string(more.slice))), [done, plan], &inspection)
  }

  /// 全年开展行动24次，平均每月2次.
  private static func monthly(
    _ index: Int, _ all: [Quantity], _ text: Slice, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let (whole, average) = (all[index - 1], all[index])
    guard units.ends(withoutLink(average.lead, units), withAnyOf: perMonth), average.lead.count <= 6,
      units.areSame(whole.measure, average.measure), whole.sentence == average.sentence, !whole.isRough,
      average.digits.lower - whole.measure.upper <= 7, whole.amount.digits >= 12
    else { return }
    let year = average.amount.scaled * 12
    let reach = Swift.max(average.amount.lastPlace * 12, whole.amount.scaled / 10)
    guard (year - whole.amount.scaled).magnitude >= reach.magnitude,
      // From a month within the year on: any number of whole months explains it.
      average.amount.scaled > 0, whole.amount.scaled / average.amount.scaled < 12,
      isOfYear(whole, text, units),
      let shown = Amount(scaled: whole.amount.scaled / 12, decimals: Swift.max(1, average.amount.decimals))
    else { return }
    report(
      "narrative-sum", average,
      Message(
        NarrativePhrases.mean,
        .text(inspection.draft.string(whole.slice)), .text("12"), .text(shown.plain),
        .text(inspection.draft.string(average.slice))), [whole], &inspection)
  }

  /// Tells whether a sentence tells of the whole year before a quantity.
  private static func isOfYear(_ quantity: Quantity, _ text: Slice, _ units: Units) -> Bool {
    var start = quantity.digits.lower
    while start > text.lower, units[start - 1] != 0x3002, quantity.digits.lower - start < 160 { start -= 1 }
    return units.contains(anyOf: wholeYear, in: Slice(start, quantity.digits.lower))
  }

  // MARK: Averages

  /// Averages alone, of a text of which the rest is read elsewhere.
  static func averages(_ all: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    for index in all.indices.dropFirst() where !all[index].isRough { each(index, all, text, &inspection) }
  }

  /// 8.00万元，用于2个村健身广场建设，每村4.00万元: no amount of the paragraph, divided by the number, gives the average.
  private static func each(
    _ index: Int, _ all: [Quantity], _ text: Slice, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let average = all[index]
    guard let stated = average.yuan(units), stated > 0,
      let kind = kinds.first(where: { units.ends(withoutLink(average.lead, units), withAnyOf: $0.each) }),
      average.lead.count <= 8
    else { return }
    var counts = all[..<index].filter {
      $0.amount.decimals == 0 && $0.amount.digits >= 2 && $0.amount.digits < 1_000_000
        && units.starts(Slice($0.digits.upper, text.upper), withAnyOf: kind.counted)
    }
    // 聘请3家机构，检查企业126家，…，单家企业平均0.75万元
    if units.contains(firm, in: average.lead) { counts.removeAll { !units.ends($0.lead, with: firm) } }
    let amounts = all.indices.filter { $0 != index }.compactMap { all[$0].yuan(units) }
    guard let count = counts.only, count.sentence == average.sentence,
      (1...8).contains(amounts.count), let money = all[..<index].last(where: { $0.yuan(units) != nil }),
      let total = money.yuan(units)
    else { return }
    let heads = Int128(count.amount.digits)
    let place = average.amount.scaled == 0 ? 0 : stated / average.amount.scaled * average.amount.lastPlace
    let sums = amounts + amounts.flatMap { a in amounts.flatMap { [a + $0, a - $0] } }
    guard !sums.contains(where: { ($0 / heads - stated).magnitude <= place.magnitude }),
      // So that the average is of this money: a slip, and not another matter.
      (total / heads) < stated * 2, stated < (total / heads) * 2,
      case let unit = units.equals(average.measure, "元") ? MoneyUnit.yuan : MoneyUnit.tenThousandYuan,
      let shown = Amount(scaled: total / heads / unit.yuan, decimals: Swift.max(2, average.amount.decimals))
    else { return }
    report(
      "narrative-sum", average,
      Message(
        NarrativePhrases.mean,
        .text(inspection.draft.string(money.slice)), .text(inspection.draft.string(count.slice)),
        .amount(shown, unit), .text(inspection.draft.string(average.slice))), [money, count], &inspection)
  }

  /// 学费按高中在校生2,214人、每生每学年1,600元测算, where the paragraph states 学费354.24万元.
  private static func product(
    _ index: Int, _ all: [Quantity], _ text: Slice, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let (count, rate) = (all[index - 1], all[index])
    guard let each = rate.yuan(units), units.starts(rate.lead, withAnyOf: perHead), rate.lead.count <= 8,
      units.starts(Slice(rate.measure.upper, text.upper), withAnyOf: reckoned),
      count.amount.decimals == 0, count.amount.digits < 10_000_000, !count.isRough,
      rate.digits.lower - count.measure.upper <= 9,
      let by = units.find(accordingTo, in: count.lead), by - count.lead.lower >= 2, by - count.lead.lower <= 8
    else { return }
    let name = Slice(count.lead.lower, by)
    let amounts = all.indices.filter { $0 != index && all[$0].yuan(units) != nil }
    guard let own = amounts.first(where: { units.ends(all[$0].lead, with: units.name(name)) }),
      let stated = all[own].yuan(units)
    else { return }
    let product = each * Int128(count.amount.digits)
    let place = all[own].amount.lastPlace * (units.equals(all[own].measure, "元") ? 1 : 10_000)
    guard
      !amounts.contains(where: {
        all[$0].yuan(units).map { ($0 - product).magnitude <= place.magnitude } ?? false
      }), (stated - product).magnitude * 2 < stated.magnitude,
      let shown = Amount(scaled: product / 10_000, decimals: Swift.max(2, all[own].amount.decimals))
    else { return }
    report(
      "narrative-sum", all[own],
      Message(
        times,
        .text(inspection.draft.string(count.slice)), .text(inspection.draft.string(rate.slice)),
        .amount(shown, .tenThousandYuan), .text(inspection.draft.string(all[own].slice))), [count, rate],
      &inspection)
  }

  // MARK: Words

  private static func withoutLink(_ lead: Slice, _ units: Units) -> Slice {
    Slice(lead.lower, lead.upper - (units.lengthOfWord(ending: lead, anyOf: links) ?? 0))
  }

  /// Reports a figure that others of its paragraph contradict, unless another check has.
  static func report(
    _ rule: String, as severity: Severity = .warning, _ quantity: Quantity, _ message: Message,
    _ others: [Quantity],
    _ inspection: inout Inspection
  ) {
    guard !inspection.hasReported(rules, in: quantity.slice) else { return }
    inspection.report(
      rule, severity, at: quantity.slice, message,
      related: others.map { Related(inspection.draft.range($0.slice), Message(NarrativePhrases.figure)) })
  }

  private static let rules: Set<String> = [
    "narrative-sum", "completion-rate", "share", "narrative-table", "growth-rate", "unit-scale",
  ]
  private static let links = WordList(["为", "达", "达到", "是"])
  private static let changes = WordList(["增", "降", "减", "同比", "上年", "累计", "平均"])
  private static let of: Word = "的"
  private static let done: Word = "完成"
  private static let goals = WordList(["目标", "计划", "任务"])
  private static let returnRates = WordList(["回收率", "收回率"])
  private static let returned = WordList(["收回", "回收"])
  private static let sent = WordList(["发放", "发出", "下发"])
  private static let contentRates = WordList(["满意率", "满意度"])
  private static let content = WordList(["满意"])
  private static let excesses = WordList(["多完成", "少完成", "超额完成", "超目标", "多"])
  private static let moreWords = WordList(["多", "超"])
  private static let perMonth = WordList(["平均每月", "月均", "每月平均"])
  private static let wholeYear = WordList(["全年", "年度", "本年", "一年"])
  private static let accordingTo: Word = "按"
  private static let perHead = WordList(["每生", "每人", "每户", "每亩"])
  private static let reckoned = WordList(["测算", "计算", "核算", "的标准"])
  private static let kinds: [(each: WordList, counted: WordList)] = [
    (WordList(["每村", "每个村", "村均"]), WordList(["个村", "个行政村"])),
    (WordList(["每户", "户均"]), WordList(["户"])),
    (WordList(["每所", "校均", "每校"]), WordList(["所"])),
    (WordList(["每家", "单家企业平均", "每家企业", "平均每家", "家均"]), WordList(["家"])),
  ]
  private static let firm: Word = "企业"
  private static let times = Phrase("{0} × {1} = {2}，文中写 {3}", "{0} × {1} = {2}, the text says {3}")
}
