/// Adds up lists that stand alone, against what another paragraph says of the same projects or the same income.
///
/// 对9个项目开展绩效自评，涉及资金3776.40万元。 and below it 9个项目执行数依次为：甲1782.60万元、乙…; 事业收入全部为医疗收入，
/// 包括门急诊收入8936.20万元、住院收入16880.28万元, where a table states the 事业收入.
///
/// Rules: `narrative-sum`, `unit-scale`. What stands in another paragraph may be another measure, so a sum is wrong only
/// where a slip in one amount explains it: two neighboring digits swapped, or an amount that the draft states right
/// elsewhere and wrong nowhere else.
enum ListsElsewhere {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard passage.claims.count >= 2, passage.claims.count <= mostFigures else { continue }
      projects(passage, index, context, &inspection)
      spending(passage, index, context, &inspection)
      income(passage, context, &inspection)
    }
  }

  private static let mostFigures = 60

  // MARK: Projects

  /// 9个项目及全年执行数依次为：甲1782.60万元、乙1367.40万元、….: the first figure counts, all others are the list.
  private static func projects(
    _ passage: Passage, _ index: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let first = passage.claims.lowerBound
    let listed = Array(passage.claims.dropFirst())
    guard listed.count >= 3, isCount(first, context),
      context.units.contains(
        anyOf: inTurn, in: Slice(context[first].figure.upper, context[listed[0]].figure.lower)),
      isWholeList(listed, passage, context), let total = total(before: index, context),
      let sum = listed.reduce(
        Int128?(0),
        { old, part in
          old.flatMap { known in context.value(context[part]).map { known + $0.exact } }
        }),
      let whole = context.value(context[total.money])
    else { return }
    let (own, other) = (context[first].amount, context[total.count].amount)
    guard sum != whole.exact else {
      if own.digits == Int64(listed.count), other.digits != own.digits {
        report(count: total.count, as: first, context, &inspection)
      }
      return
    }
    guard own.digits == other.digits, own.digits == Int64(listed.count) else { return }
    slip(in: listed, sum, whole, total.money, context, &inspection)
  }

  /// 项目支出共8个，分别为：甲1268.50万元、…、辛960.00万元。 below 项目支出6617.00万元: all projects make all of the spending.
  private static func spending(
    _ passage: Passage, _ index: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    let first = passage.claims.lowerBound
    guard isCount(first, context),
      units.ends(Wording.core(context[first].label, units), withAnyOf: projectSpending)
    else { return }
    let end = units.sentenceEnd(from: context[first].figure.upper, before: passage.slice.upper)
    let listed = passage.claims.dropFirst().filter { context[$0].figure.lower < end }
    guard Int64(listed.count) == context[first].amount.digits,
      units.contains(anyOf: inTurn, in: Slice(context[first].figure.upper, context[listed[0]].figure.lower)),
      isWholeList(listed, passage, context), let money = projectMoney(before: index, context),
      let whole = context.value(context[money]), let sum = context.sum(listed)
    else { return }
    let terms = listed.compactMap { context.value(context[$0]) }
    let difference = sum.exact - whole.exact
    guard !whole.hasTail(difference, terms: listed.count), Slip.explains(difference, terms, whole),
      let shown = context.shown(sum.exact.magnitude, like: context[money])
    else { return }
    let part = Slip.culprits(difference, terms).only.map { listed[$0] }
    let place = part.map { context[$0].figure } ?? context[first].figure
    guard !inspection.hasReported(rules, in: place) else { return }
    inspection.report(
      "narrative-sum", part == nil ? .warning : .error, at: place,
      Message(
        NarrativePhrases.listed, .text(context.name(context[money])),
        .text(context.draft.string(context[money].figure)), .sum(listed.map { context[$0].amount }),
        .amount(shown, nil)), related: context.related([money]))
  }

  /// The one amount of 项目支出 that the paragraphs right before a list state.
  private static func projectMoney(before passage: Int, _ context: NarrativeContext) -> Int? {
    let near = context.claims.passages[Swift.max(0, passage - mostBefore)..<passage].flatMap(\.claims)
    let stated = near.filter {
      let claim = context[$0]
      return claim.role == .amount && claim.unit == .tenThousandYuan && !claim.isRough
        && claim.concept.narrowMeasure == .project
        && (claim.year == 0 || claim.year == context.claims.year) && claim.amount.isCalculable
    }
    guard let only = stated.first, stated.allSatisfy({ context[$0].amount == context[only].amount }) else {
      return nil
    }
    return only
  }

  private static let mostBefore = 4
  private static let projectSpending = WordList(["项目支出", "项目支出共", "项目支出共有", "项目支出共计"])

  private static func isCount(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    return claim.unit == .items && !claim.isRough && claim.amount.decimals == 0 && claim.amount.digits >= 3
      && claim.amount.digits <= 50
  }

  /// The number of projects and their money that the paragraph before a list states: 对9个项目支出开展绩效自评，涉及资金90万元.
  private static func total(before passage: Int, _ context: NarrativeContext) -> (count: Int, money: Int)? {
    guard passage > 0, context.isJudged(passage - 1) else { return nil }
    let claims = context.claims.passages[passage - 1].claims
    guard let count = claims.first(where: { context[$0].unit == .items }), isCount(count, context),
      claims.contains(count + 1), case let money = count + 1, context[money].unit == .tenThousandYuan,
      !context[money].isRough, context[money].amount.isCalculable,
      FigureCue.areTogether(count, money, context),
      case let gap = Slice(context[count].figure.upper, context[money].figure.lower),
      gap.count <= longestLead, context.units.contains(project, in: gap),
      context.units.contains(anyOf: funds, in: context[money].label),
      !context.units.contains(anyOf: apart, in: gap)
    else { return nil }
    return (count, money)
  }

  private static func report(
    count: Int, as listed: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard !inspection.hasReported("narrative-sum", at: context[count].figure) else { return }
    inspection.report(
      "narrative-sum", .error, at: context[count].figure,
      Message(
        counted, .text(context.draft.string(context[count].figure)),
        .text(context.draft.string(context[listed].figure))), related: context.related([listed]))
  }

  private static let longestLead = 40
  private static let project: Word = "项目"
  private static let funds = WordList(["资金", "金额", "支出"])
  /// Words of a part of the projects.
  private static let apart = WordList(["其中", "优", "良", "部分", "重点"])
  private static let inTurn = WordList(["依次为", "依次是", "分别为", "分别是", "如下"])

  // MARK: Income of one kind

  /// 事业收入全部为医疗收入，包括门急诊收入8936.20万元、住院收入16880.28万元。: all of what a table or a paragraph before states.
  private static func income(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    let start = passage.slice.lower
    let end = units.sentenceEnd(from: start, before: passage.slice.upper)
    let listed = passage.claims.prefix { context[$0].figure.lower < end }
    guard listed.count >= 2, let first = listed.first,
      case let lead = Slice(start, context[first].figure.lower), lead.count <= longestLead,
      let at = units.find(wholly, in: lead), at - start >= 4, at - start <= 12,
      units.contains(anyOf: parts, in: Slice(at, lead.upper)), isWholeList(Array(listed), passage, context)
    else { return }
    let figures = GrowthElsewhere.figures(of: Slice(start, at), before: first, context)
    guard let sum = context.sum(Array(listed)), !figures.isEmpty,
      !figures.contains(where: { $0.value.hasTail(sum.exact - $0.value.exact, terms: listed.count) })
    else { return }
    for figure in figures {
      let rest = figure.value.exact - sum.exact
      let odd = listed.filter { isSwap($0, by: rest, context) }
      guard let part = odd.only, let shown = context.shown(sum.exact.magnitude, like: context[part]),
        !inspection.hasReported(rules, in: context[part].figure)
      else { continue }
      return inspection.report(
        "narrative-sum", .error, at: context[part].figure,
        Message(
          NarrativePhrases.listed, .text(context.draft.string(Slice(start, at))), .amount(figure.amount, nil),
          .sum(listed.map { context[$0].amount }), .amount(shown, nil)), related: [figure.related])
    }
  }

  private static let wholly: Word = "全部为"
  private static let parts = WordList(["包括", "其中", "分别为"])

  // MARK: Lists

  /// Tells whether amounts are a list up to the end of its sentence, each behind 、 and a name.
  private static func isWholeList(_ listed: [Int], _ passage: Passage, _ context: NarrativeContext) -> Bool {
    let units = context.units
    guard let last = listed.last, case let end = context[last].figure.upper,
      end >= passage.slice.upper || units[end] == 0x3002
    else { return false }
    return listed.allSatisfy {
      context[$0].unit.money != nil && !context[$0].isRough && context[$0].amount.isCalculable
    } && listed.dropFirst().allSatisfy { follows($0, units, context) }
  }

  private static func follows(_ index: Int, _ units: Units, _ context: NarrativeContext) -> Bool {
    let gap = Slice(context[index - 1].figure.upper, context[index].figure.lower)
    guard gap.count >= 3, gap.count <= longestName,
      units[gap.lower] == 0x3001 || units[gap.lower] == 0x548C || Unit.isComma(units[gap.lower])
    else { return false }
    let name = Slice(gap.lower + 1, gap.upper)
    return !name.indices.contains { Unit.endsClause(units[$0]) || units[$0] == 0x3001 }
      && !units.contains(anyOf: others, in: name)
  }

  private static let longestName = 40
  private static let others = WordList(["其中", "合计", "共计", "上年", "占", "增加", "减少", "其余"])

  // MARK: Slips

  /// Tells whether two neighboring digits swapped in an amount are what a sum lacks.
  private static func isSwap(_ part: Int, by rest: Int128, _ context: NarrativeContext) -> Bool {
    guard let own = context.value(context[part]), own.exact + rest > 0 else { return false }
    return PlainSlip.isSwap(own.exact, own.exact + rest)
  }

  private static func slip(
    in listed: [Int], _ sum: Int128, _ whole: NarrativeContext.Value, _ money: Int,
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let rest = whole.exact - sum
    if let odd = listed.filter({ context[$0].unit == .yuan }).only,
      listed.allSatisfy({ $0 == odd || context[$0].unit == .tenThousandYuan }),
      rest == context[odd].amount.scaled * 9_999,
      !inspection.hasReported("unit-scale", at: context[odd].figure)
    {
      return inspection.report(
        "unit-scale", .error, at: context[odd].figure,
        Message(
          ofUnit, .text(context.draft.string(context[odd].figure)),
          .text(context.draft.string(context[money].figure))),
        related: context.related([money]), fixes: context.unitFix(context[odd], .tenThousandYuan))
    }
    guard listed.allSatisfy({ context[$0].unit == .tenThousandYuan }) else { return }
    guard let part = culprit(listed, rest, context), let own = context.value(context[part]),
      let right = context.shown((own.exact + rest).magnitude, like: context[part]),
      let shown = context.shown(sum.magnitude, like: context[money]),
      !inspection.hasReported(rules, in: context[part].figure)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: context[part].figure,
      Message(
        before, .text(context.draft.string(context[money].figure)), .sum(listed.map { context[$0].amount }),
        .amount(shown, nil)),
      related: context.related([money]), fixes: context.fix(context[part].digits, right))
  }

  /// The amount that a slip explains, and that stands nowhere else: best one whose right figure does.
  private static func culprit(_ listed: [Int], _ rest: Int128, _ context: NarrativeContext) -> Int? {
    let odd = listed.filter {
      guard let own = context.value(context[$0]) else { return false }
      return Slip.isSlip(own.exact, own.exact + rest) && !isStated(own.exact, but: $0, context)
    }
    let known = odd.filter { part in
      context.value(context[part]).map { isStated($0.exact + rest, but: part, context) } ?? false
    }
    if !known.isEmpty { return known.only }
    return odd.filter { isSwap($0, by: rest, context) }.only
  }

  /// Tells whether an amount stands somewhere else in the draft, in a sentence or in a table.
  private static func isStated(_ value: Int128, but part: Int, _ context: NarrativeContext) -> Bool {
    let isSaid = context.claims.claims.indices.contains {
      $0 != part && context[$0].unit.money != nil && context.value(context[$0])?.exact == value
    }
    if isSaid { return true }
    return context.draft.tables.contains { table in
      guard let unit = table.unit else { return false }
      return table.cells.contains {
        $0.kind == .number && $0.amount.isCalculable && $0.amount.scaled * unit.yuan == value
      }
    }
  }

  private static let rules: Set<String> = [
    "narrative-sum", "narrative-table", "narrative-repeat", "unit-scale",
  ]
  private static let before = Phrase(
    "前一段写 {0}，所列各项之和 {1} = {2}", "The paragraph before says {0}, but the parts {1} make {2}")
  private static let counted = Phrase(
    "文中写 {0}，所列项目的资金与此相同，个数却是 {1}", "The text says {0}, but the list with the same money has {1}")
  private static let ofUnit = Phrase(
    "按万元算各项之和才是 {1}，{0} 的单位疑似写错", "The parts make {1} if {0} is in 万元; this unit seems wrong")
}
