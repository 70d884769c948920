/// Adds up projects by the budget they belong to and units by their kind: 12个项目，其中一般公共预算项目9个、697.32万元，政府性基金预算项目3个;
/// 共4个，其中：行政单位1个，参照公务员法管理的事业单位1个，公益一类事业单位2个.
///
/// Rule: `narrative-sum`.
enum GroupCounts {
  static func check(_ all: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    let counts = all.filter { isCount($0, units) }
    guard !counts.isEmpty else { return }
    budgets(counts, text, &inspection)
    separateBudgets(counts, text, &inspection)
    kinds(counts, text, &inspection)
    attachments(counts, text, &inspection)
  }

  private static func isCount(_ quantity: Quantity, _ units: Units) -> Bool {
    units.equals(anyOf: counters, quantity.measure) && quantity.amount.decimals == 0 && !quantity.isRough
      && quantity.amount.digits < 1_000
  }

  private static func behind(_ quantity: Quantity, _ text: Slice) -> Slice {
    Slice(quantity.measure.upper, Swift.min(text.upper, quantity.measure.upper + 14))
  }

  // MARK: Projects

  /// 财政拨款安排的12个项目，…，其中一般公共预算项目9个、697.32万元，政府性基金预算项目3个、206.75万元.
  private static func budgets(_ counts: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    for index in counts.indices.dropFirst() where units.contains(publicBudget, in: counts[index].lead) {
      let (whole, first) = (counts[index - 1], counts[index])
      guard index + 1 < counts.count, case let second = counts[index + 1],
        [whole, second].allSatisfy({ $0.sentence == first.sentence }), isOfBudget(first, publicBudget, units),
        isOfBudget(second, fund, units), units.starts(first.lead, with: ofWhich),
        isOfProjects(whole, text, units), !units.contains(anyOf: budgetNames, in: whole.lead),
        // Projects of a third budget, or some that are of none.
        index + 2 >= counts.count || counts[index + 2].sentence != first.sentence
      else { continue }
      judge(whole, [first, second], &inspection)
    }
  }

  private static func isOfBudget(_ quantity: Quantity, _ budget: Word, _ units: Units) -> Bool {
    units.contains(budget, in: quantity.lead) && units.ends(quantity.lead, withAnyOf: projectLeads)
  }

  private static func isOfProjects(_ quantity: Quantity, _ text: Slice, _ units: Units) -> Bool {
    units.ends(quantity.lead, withAnyOf: projectLeads) || units.starts(behind(quantity, text), with: project)
  }

  /// 一般公共预算项目…，共涉及项目10个；对2个政府性基金预算项目…。12个项目中自评结果为…: the projects of both budgets.
  private static func separateBudgets(
    _ counts: [Quantity], _ text: Slice, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard counts.count >= 3, !units.contains(stateCapital, in: text),
      units.contains(publicBudget, in: Slice(text.lower, counts[0].digits.lower)),
      case let (first, second, whole) = (counts[0], counts[1], counts[2]),
      units.ends(first.lead, withAnyOf: projectLeads), units.starts(behind(second, text), with: fund),
      units.contains(project, in: behind(second, text)),
      !units.contains(fund, in: Slice(text.lower, first.digits.lower)),
      units.starts(behind(whole, text), withAnyOf: amongProjects), units.trimmed(whole.lead).count <= 2,
      ![first, second].contains(where: { $0.amount.digits == whole.amount.digits })
    else { return }
    judge(whole, [first, second], &inspection)
  }

  // MARK: Units

  /// 由局机关本级和4个下属单位组成。其中：行政单位1个，公益一类事业单位3个，公益二类事业单位1个: kinds up to the end of a sentence.
  private static func kinds(_ counts: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    guard let first = counts.firstIndex(where: { kind($0, units) == 0 }) else { return }
    let parts = Array(counts[first...].prefix { kind($0, units) != nil })
    let found = parts.compactMap { kind($0, units) }
    guard parts.count >= 3, Set(found).count == parts.count, let last = parts.last,
      parts.allSatisfy({ $0.sentence == last.sentence }),
      last.measure.upper == text.upper || units[last.measure.upper] == 0x3002
    else { return }
    let before = counts[..<first].filter {
      let behind = behind($0, text)
      return units.contains(unit, in: $0.lead) || units.contains(unit, in: behind)
        || units.ends(units.trimmed($0.lead), with: inAll)
    }
    guard let whole = before.last, last.sentence - whole.sentence <= 1 else { return }
    let sum = parts.reduce(Int64(0)) { $0 &+ $1.amount.digits }
    // The head stands beside those below it, unless they are all there are.
    guard
      !before.contains(where: {
        $0.amount.digits == sum && !isBesideHead($0, text, units)
          || isBelow($0, text, units) && $0.amount.digits &+ 1 == sum
      })
    else { return }
    judge(whole, parts, hasHead: isBesideHead(whole, text, units), &inspection)
  }

  /// 局机关本级和4个下属单位: the head is not in the number.
  private static func isBesideHead(_ quantity: Quantity, _ text: Slice, _ units: Units) -> Bool {
    isBelow(quantity, text, units) && units.ends(quantity.lead, withAnyOf: GrammarWords.joints)
      && units.contains(anyOf: GrammarWords.ownLevel, in: quantity.lead)
  }

  private static func isBelow(_ quantity: Quantity, _ text: Slice, _ units: Units) -> Bool {
    units.contains(anyOf: below, in: quantity.lead)
      || units.contains(anyOf: below, in: behind(quantity, text))
  }

  private static func kind(_ quantity: Quantity, _ units: Units) -> Int? {
    unitKinds.firstIndex { units.contains(anyOf: $0, in: quantity.lead) }
  }

  // MARK: Attachments

  /// 公开甲项目、乙项目等2个项目的绩效自评表（见附件1、附件2）: one attachment for each.
  private static func attachments(_ counts: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    for count in counts {
      let tail = Slice(count.measure.upper, text.upper)
      guard let length = units.lengthOfWord(starting: tail, anyOf: forms) else { continue }
      var at = tail.lower + length
      var listed = 0
      while at + 2 < text.upper, units.has(attachment, at: at, before: text.upper),
        Unit.isDigit(units[at + 2])
      {
        listed += 1
        at += 3
        if at < text.upper, units[at] == 0x3001 || units[at] == 0x548C { at += 1 }
      }
      guard listed >= 2, at < text.upper, units[at] == 0x29, Int64(listed) != count.amount.digits else {
        continue
      }
      inspection.report(
        "narrative-sum", .warning, at: count.slice,
        Message(attached, .text(inspection.draft.string(count.slice)), .count(listed)))
    }
  }

  // MARK: Judging

  private static func judge(
    _ whole: Quantity, _ parts: [Quantity], hasHead: Bool = false, _ inspection: inout Inspection
  ) {
    let sum = parts.reduce(Int64(0)) { $0 &+ $1.amount.digits }
    guard hasHead || sum != whole.amount.digits,
      !inspection.hasReported(["narrative-sum", "narrative-table"], in: whole.slice)
    else { return }
    inspection.report(
      "narrative-sum", .warning, at: whole.slice,
      Message(
        hasHead ? withHead : NarrativePhrases.partsMake, .text(inspection.draft.string(whole.slice)),
        .sum(parts.map(\.amount)),
        .amount(Amount(digits: sum, decimals: 0), nil)),
      related: parts.map { Related(inspection.draft.range($0.slice), Message(NarrativePhrases.part)) })
  }

  private static let counters = WordList(["个", "家"])
  private static let publicBudget: Word = "一般公共预算"
  private static let fund: Word = "政府性基金"
  private static let stateCapital: Word = "国有资本"
  private static let budgetNames = WordList(["一般公共预算", "政府性基金", "国有资本"])
  private static let project: Word = "项目"
  private static let projectLeads = WordList(["项目", "项目共", "项目有", "项目为"])
  private static let amongProjects = WordList(["项目中"])
  private static let ofWhich: Word = "其中"
  private static let unit: Word = "单位"
  private static let inAll: Word = "共"
  private static let below = WordList(["下属", "所属", "直属", "二级"])
  private static let unitKinds: [WordList] = [
    WordList(["行政单位"]), WordList(["参照公务员", "参公"]), WordList(["公益一类"]), WordList(["公益二类"]),
    WordList(["其他事业单位"]),
  ]
  private static let forms = WordList(["项目的绩效自评表(见", "项目绩效自评表(见", "项目支出绩效自评表(见"])
  private static let attachment: Word = "附件"
  private static let withHead = Phrase(
    "文中写本级和 {0}下属单位，各类之和 {1} = {2}", "The text says the head and {0}, but the kinds {1} make {2}")
  private static let attached = Phrase(
    "文中写 {0}，其后所列附件有 {1} 个", "The text says {0}, but {1} attachments follow")
}
