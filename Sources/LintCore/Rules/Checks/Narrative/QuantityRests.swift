/// What is left of one quantity by another, whatever they measure: 发现隐患1,060项，已整改1,018项，其余42项; 全年预算452.00万元，…，
/// 执行418.36万元，尚有33.64万元结转; 原值3846.52万元，净值2104.37万元，累计折旧1742.15万元; 32场、10期，共计42场（期）; 为年初预算的2.46倍.
///
/// Rule: `narrative-sum`. All that is calculated with stands in one sentence, and is the only one of its words there.
enum QuantityRests {
  static func check(_ all: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    for index in all.indices where !all[index].isRough {
      budget(index, all, text, &inspection)
      rest(index, all, text, &inspection)
      done(index, all, &inspection)
      joint(index, all, text, &inspection)
      times(index, all, text, &inspection)
    }
    for first in all.indices.dropLast(2) { assets(Array(all[first...(first + 2)]), &inspection) }
  }

  // MARK: Money left of a budget

  private static func budget(
    _ index: Int, _ all: [Quantity], _ text: Slice, _ inspection: inout Inspection
  ) {
    let (units, rest) = (inspection.units, all[index])
    guard let stated = rest.yuan(units), stated > 0, rest.lead.count <= longestLead,
      units.ends(rest.lead, withAnyOf: left), !units.contains(anyOf: earlier, in: rest.lead),
      isLeft(Slice(rest.measure.upper, text.upper), units)
    else { return }
    let before = all[..<index].filter {
      $0.sentence == rest.sentence && units.areSame($0.measure, rest.measure) && !$0.isRough
    }
    guard let plan = before.last(where: { units.ends($0.lead, withAnyOf: plans) }),
      let spent = before.last, spent.digits.lower > plan.digits.lower,
      units.ends(spent.lead, withAnyOf: spending), let budget = plan.yuan(units),
      let outcome = spent.yuan(units), budget > outcome
    else { return }
    let right = budget - outcome
    guard (stated - right).magnitude > (rest.half(of: stated) + spent.half(of: outcome)).magnitude,
      Slip.isSlip(stated, right), rest.amount.digits >= least || PlainSlip.isSwap(stated, right),
      // 上年结转20.00万元: what there was beside the budget may be left too.
      !before.contains(where: { other in other.yuan(units).map { $0 == abs(stated - right) } ?? true })
    else { return }
    difference(plan, spent, rest, as: .error, &inspection)
  }

  /// Tells whether what stands behind an amount says that it was not spent.
  private static func isLeft(_ behind: Slice, _ units: Units) -> Bool {
    behind.isEmpty || Unit.endsClause(units[behind.lower]) || units.starts(behind, withAnyOf: carried)
  }

  private static let left = WordList(["尚有", "尚余", "结余", "剩余", "还有", "仍有", "未支出", "未执行", "余"])
  private static let carried = WordList(["结转", "未", "尚未", "已由财政收回", "由财政收回", "结余", "资金结转", "资金未"])
  private static let plans = WordList(["全年预算", "全年预算数", "预算数", "调整后预算", "调整预算数", "全年预算数为", "全年预算为"])
  private static let spending = WordList(["执行", "执行数", "全年执行", "实际执行", "全年执行数", "执行数为", "支出", "实际支出"])
  /// 上年结余, 其中结余: not what these amounts leave.
  static let earlier = WordList(["上年", "年初", "以前", "历年", "其中", "累计", "使用", "动用", "弥补", "比", "较"])
  private static let longestLead = 8
  private static let least: Int64 = 1_000

  // MARK: Things left

  /// 发现隐患1,060项，已整改1,018项，整改率96.04%，其余42项…: of the only two of the measure before.
  private static func rest(
    _ index: Int, _ all: [Quantity], _ text: Slice, _ inspection: inout Inspection
  ) {
    let (units, rest) = (inspection.units, all[index])
    guard isCount(rest, units), units.equals(anyOf: rests, rest.lead) else { return }
    let before = together(all[..<index], with: rest, text, units)
    guard before.count == 2, before.allSatisfy({ !$0.isRough }),
      units.contains(anyOf: finished, in: before[1].lead),
      before[0].amount.scaled > before[1].amount.scaled,
      before[0].amount.scaled - before[1].amount.scaled != rest.amount.scaled
    else { return }
    difference(before[0], before[1], rest, as: .warning, &inspection)
  }

  /// 发现的1,060项隐患已整改1,081项: more was put right than was found.
  private static func done(_ index: Int, _ all: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    guard index > 0, isCount(all[index], units), case let (found, done) = (all[index - 1], all[index]),
      found.sentence == done.sentence, !found.isRough, units.areSame(found.measure, done.measure),
      units.contains(anyOf: finding, in: found.lead), units.ends(done.lead, withAnyOf: mended),
      done.lead.count <= 10, done.amount.scaled > found.amount.scaled, found.amount.digits >= leastFound,
      !units.contains(anyOf: earlier, in: done.lead)
    else { return }
    QuantityRatios.report(
      "narrative-sum", done,
      Message(
        more, .text(inspection.draft.string(found.slice)), .text(inspection.draft.string(done.slice))),
      [found], &inspection)
  }

  private static func isCount(_ quantity: Quantity, _ units: Units) -> Bool {
    !quantity.measure.isEmpty && quantity.yuan(units) == nil && !quantity.isPercent(units)
      && quantity.amount.decimals == 0
  }

  /// The quantities of one measure in the part of a sentence, between semicolons, that one stands in.
  private static func together(
    _ before: ArraySlice<Quantity>, with last: Quantity, _ text: Slice, _ units: Units
  ) -> [Quantity] {
    let start = units.sentenceStart(before: last.digits.lower, from: text.lower)
    return before.filter { $0.digits.lower >= start && units.areSame($0.measure, last.measure) }
  }

  private static let rests = WordList(["其余", "剩余", "余下", "其余的"])
  private static let finished = WordList(["已整改", "已完成", "完成整改", "已办结", "已建成", "整改完成"])
  private static let finding = WordList(["发现", "排查"])
  private static let mended = WordList(["已整改", "已完成整改", "整改完成", "已整改完成", "已办结"])
  private static let leastFound: Int64 = 10

  // MARK: Measures together

  /// 开展宣传活动32场、举办培训班10期，共计42场（期）: the measures in brackets are those of the quantities right before.
  private static func joint(
    _ index: Int, _ all: [Quantity], _ text: Slice, _ inspection: inout Inspection
  ) {
    let (units, total) = (inspection.units, all[index])
    let behind = Slice(total.measure.upper, text.upper)
    guard index >= 2, isCount(total, units), units.ends(total.lead, withAnyOf: inAll), total.lead.count <= 4,
      behind.count >= 3, units[behind.lower] == 0x28,
      let close = behind.indices.prefix(6).first(where: { units[$0] == 0x29 })
    else { return }
    let (first, second) = (all[index - 2], all[index - 1])
    let other = Slice(behind.lower + 1, close)
    guard first.sentence == total.sentence, second.sentence == total.sentence, !first.isRough,
      !second.isRough, isCount(first, units), isCount(second, units),
      units.areSame(first.measure, total.measure), units.areSame(second.measure, other),
      second.digits.lower - first.measure.upper <= nearest,
      // No third one before them.
      index == 2 || all[index - 3].sentence != total.sentence || all[index - 3].measure.isEmpty
        || first.digits.lower - all[index - 3].measure.upper > nearest
    else { return }
    let sum = first.amount.scaled + second.amount.scaled
    guard sum != total.amount.scaled, let shown = Amount(scaled: sum, decimals: 0) else { return }
    QuantityRatios.report(
      "narrative-sum", as: .error, total,
      Message(
        NarrativePhrases.sum, .sum([first.amount, second.amount]), .amount(shown, nil),
        .text(inspection.draft.string(total.slice))), [first, second], &inspection)
  }

  private static let inAll = WordList(["共计", "合计", "共", "总计"])
  private static let nearest = 16

  // MARK: Assets

  /// 原值38465200元，净值2104.37万元，累计折旧1742.15万元, in any order and unit.
  private static func assets(_ named: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    guard named.allSatisfy({ $0.sentence == named[0].sentence && !$0.isRough }),
      let gross = only(grossValues, named, units), let net = only(netValues, named, units),
      let lost = only(depreciation, named, units), let whole = gross.yuan(units), let rest = net.yuan(units),
      let used = lost.yuan(units)
    else { return }
    let tail = gross.half(of: whole) + net.half(of: rest) + lost.half(of: used)
    // 3846.52元 for 万元 is a slip in the unit.
    guard whole > rest, whole > used, (whole - rest - used).magnitude > tail.magnitude,
      Slip.isSlip(rest, whole - used) || Slip.isSlip(used, whole - rest) || Slip.isSlip(whole, rest + used),
      rest != 0,
      let shown = Amount(
        scaled: (whole - used) / (rest / net.amount.scaled), decimals: net.amount.decimals)
    else { return }
    QuantityRatios.report(
      "narrative-sum", as: .error, net,
      Message(
        NarrativePhrases.difference, .text(inspection.draft.string(gross.slice)),
        .text(inspection.draft.string(lost.slice)), .amount(shown, nil),
        .text(inspection.draft.string(net.slice))), [gross, lost], &inspection)
  }

  private static func only(_ words: WordList, _ named: [Quantity], _ units: Units) -> Quantity? {
    let found = named.filter { units.ends($0.lead, withAnyOf: words) }
    return found.only
  }

  private static let grossValues = WordList(["原值", "原值为"])
  private static let netValues = WordList(["净值", "净值为"])
  private static let depreciation = WordList(["累计折旧", "累计折旧为", "折旧"])

  // MARK: Times

  /// 年初预算520.00万元，支出决算1278.95万元，为年初预算的2.46倍.
  private static func times(_ index: Int, _ all: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    let (units, ratio) = (inspection.units, all[index])
    guard index >= 2, ratio.measure.isEmpty, units.has("倍", at: ratio.digits.upper, before: text.upper),
      units.ends(ratio.lead, withAnyOf: multiples), ratio.lead.count <= 10, ratio.amount.decimals >= 1
    else { return }
    let (plan, outcome) = (all[index - 2], all[index - 1])
    guard plan.sentence == ratio.sentence, outcome.sentence == ratio.sentence, !plan.isRough,
      !outcome.isRough,
      units.ends(plan.lead, withAnyOf: initial), units.ends(outcome.lead, withAnyOf: final),
      let base = plan.yuan(units), let own = outcome.yuan(units), base > 0, own > 0,
      let percent = Interval.percent(Interval(own, own), of: Interval(base, base)),
      case let right = percent.low / 100, let shown = Amount(scaled: right, decimals: ratio.amount.decimals),
      (right - ratio.amount.scaled).magnitude > ratio.amount.lastPlace.magnitude
    else { return }
    QuantityRatios.report(
      "completion-rate", as: .error, ratio,
      Message(
        NarrativePhrases.quotient, .amount(outcome.amount, nil), .amount(plan.amount, nil),
        .amount(shown, nil),
        .text(inspection.draft.string(Slice(ratio.digits.lower, ratio.digits.upper + 1)))), [plan, outcome],
      &inspection)
  }

  private static let multiples = WordList(["为年初预算的", "是年初预算的", "为年初预算数的", "是年初预算数的"])
  private static let initial = WordList(["年初预算", "年初预算为", "年初预算数", "年初预算数为"])
  private static let final = WordList(["支出决算", "支出决算为", "决算", "决算数", "决算数为"])

  // MARK: Reporting

  private static func difference(
    _ whole: Quantity, _ part: Quantity, _ rest: Quantity, as severity: Severity,
    _ inspection: inout Inspection
  ) {
    // All three are of one unit.
    let gap = whole.amount.scaled - part.amount.scaled
    let decimals = Swift.max(whole.amount.decimals, part.amount.decimals)
    guard let shown = Amount(scaled: gap, decimals: decimals) else { return }
    QuantityRatios.report(
      "narrative-sum", as: severity, rest,
      Message(
        NarrativePhrases.difference, .amount(whole.amount, nil), .amount(part.amount, nil),
        .amount(shown, nil), .text(inspection.draft.string(rest.slice))), [whole, part], &inspection)
  }

  private static let more = Phrase(
    "发现 {0}，已整改的却有 {1}", "{0} were found, yet {1} of them were put right")
}
