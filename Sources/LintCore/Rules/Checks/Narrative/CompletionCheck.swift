/// Recalculates completion rates (完成预算 x%), holds 决算数大于预算数 against the figures, and finds budgets that
/// cannot be: an item whose rate implies a budget greater than that of the whole.
enum CompletionCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.claims.indices {
      let claim = context[index]
      guard claim.role == .completion, context.isJudged(claim.passage), !claim.isRough,
        !context.isBand(claim), !isOfRest(claim, context)
      else { continue }
      if claim.digits.isEmpty {
        relation(index, claim, context, &inspection)
      } else {
        rate(index, claim, context, &inspection)
      }
    }
    inspection.look(for: .budgets, atLists: context) { implied(context.claims.lists[$0], context, &$1) }
  }

  /// 未完成率7.75%: how much was left.
  private static func isOfRest(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    claim.word.lower > 0 && context.units[claim.word.lower - 1] == 0x672A
  }

  /// The 决算 and the budgets of the item that a completion speaks of, of several budgets the one it names.
  private static func item(_ claim: Claim, _ context: NarrativeContext) -> (actual: [Int], plans: [Int]) {
    let (actual, plans) = figures(claim, context)
    for word in plannings where context.units.contains(word, in: claim.word) {
      let named = plans.filter { context.units.contains(word, in: context[$0].label) }
      if !named.isEmpty { return (actual, named) }
      return (
        actual, plans.filter { !context.units.contains(anyOf: plannings, in: context[$0].label) }
      )
    }
    return (actual, plans)
  }

  static let plannings = WordList(["年初", "全年", "调整"])

  /// The 决算 and all budgets before a completion, in either order.
  private static func figures(_ claim: Claim, _ context: NarrativeContext) -> (actual: [Int], plans: [Int]) {
    // 年初预算36万元，结余0.80万元，预算完成率97.78%: what was left is not what was spent.
    guard claim.subject >= 0, !context.units.contains(anyOf: rests, in: context[claim.subject].label) else {
      return ([], [])
    }
    let passage = context.claims.passages[claim.passage]
    let isPlanLast = isPlan(context[claim.subject], context)
    var actual: [Int] = isPlanLast ? [] : [claim.subject]
    var plans: [Int] = isPlanLast ? [claim.subject] : []
    var at = claim.subject - 1
    while at >= passage.claims.lowerBound {
      defer { at -= 1 }
      let other = context[at]
      if other.role == .completion, !other.digits.isEmpty, !isPlanLast { break }
      guard other.role == .amount, context.areAlike(other, context[claim.subject]) else { continue }
      // 年初预算250万元，加上年结转30万元，支出决算268.50万元
      if other.concept.contains(.carriedIn),
        context.units.starts(other.label, withAnyOf: GrammarWords.additions)
      {
        continue
      }
      // 预算10万元（其中：一般公共预算10万元，政府性基金预算0万元），决算9万元: parts are in between.
      if let whole = context.wholes(of: at).first, whole >= passage.claims.lowerBound,
        isPlan(context[whole], context), !context[whole].concept.contains(.actual)
      {
        continue
      }
      let isSameItem =
        !endsItem(Slice(other.figure.upper, context[claim.subject].figure.lower), context)
        || isDivided(at, until: claim.subject, context)
      if isPlan(other, context) {
        guard isSameItem, actual.count == 1 || isPlanLast else { break }
        plans.append(at)
      } else if isPlanLast {
        // 支出…万元。支出年初预算为…: any amount said before may be the one that completes it.
        actual.append(at)
        if isSameItem { break }
      } else {
        break
      }
    }
    return (actual, plans)
  }

  private static let rests = WordList(["结余", "剩余", "未支出", "未执行", "尚有", "结转下年"])
  static let initial: Word = "年初"

  private static func isPlan(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    guard !claim.concept.contains(.actual) else { return false }
    // “三公”经费预算…万元，支出…万元; 一般公共预算 names a source.
    return claim.concept.contains(.plan) || context.units.ends(claim.label, withAnyOf: granted)
      || context.units.ends(claim.label, with: plan)
        && !context.units.ends(claim.label, withAnyOf: sources)
  }

  private static let plan: Word = "预算"
  /// Words for a budget in reports on projects.
  private static let granted = WordList(["批复金额", "批复资金", "批复资金合计", "到位资金", "下达资金", "年初安排"])
  private static let sources = WordList(["公共预算", "基金预算", "经营预算", "财政预算"])

  /// Tells whether ； or 。 stands between two figures, and not in brackets.
  private static func endsItem(_ slice: Slice, _ context: NarrativeContext) -> Bool {
    var depth = 0
    for i in slice.indices {
      switch context.units[i] {
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case 0x3B, 0x3002: if depth <= 0 { return true }
      default: break
      }
    }
    return false
  }

  /// 全年预算数86万元，其中：当年拨款74万元、上年结转12万元；全年执行82万元: all figures between a budget and what was
  /// spent of it are its parts, and the sentence is one.
  private static func isDivided(_ plan: Int, until actual: Int, _ context: NarrativeContext) -> Bool {
    guard plan + 1 < actual, context[plan].sentence == context[actual].sentence else { return false }
    return (plan + 1..<actual).allSatisfy { context.wholes(of: $0).contains(plan) }
  }

  private static func rate(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    if isOfPart(claim, context) || isOfUnspent(index, claim, context) { return }
    if isOfNothing(claim, context) { return }
    if isUnplanned(claim, context, &inspection) { return }
    var claim = claim
    // 已支付98万元，结转下年2万元，执行率98%: what is carried over executes nothing.
    if claim.subject > 0, context[claim.subject].concept.contains(.carriedOut),
      context[claim.subject - 1].role == .amount,
      context[claim.subject - 1].passage == claim.passage
    {
      claim.subject -= 1
    }
    var item = item(claim, context)
    if item.plans.isEmpty, let plan = ComparedPlan.find(index, context) {
      item = (ComparedPlan.outcomes(before: plan, context), [plan])
    }
    if item.plans.isEmpty, item.actual.count == 1 {
      return PlanColumn.check(index, claim, item.actual[0], context, &inspection)
    }
    if item.plans.count > 1 {
      let isInitial = context.units.contains(initial, in: claim.word)
      let named = item.plans.filter { context.units.contains(initial, in: context[$0].label) == isInitial }
      if isInitial, !named.isEmpty { item.plans = named }
    }
    var best: (verdict: NarrativeContext.Verdict, actual: Int, plan: Int, computed: Amount)?
    for at in item.actual {
      guard let actual = context.value(context[at]) else { continue }
      for plan in item.plans {
        guard let value = context.value(context[plan]) else { continue }
        if value.exact == 0 {
          // 0 of 0 may be written as 0 % or as 100 %.
          if claim.amount.isZero || actual.exact == 0 && claim.amount.scaled == 100 * Scale.one { return }
          if item.plans.count == 1, item.actual.count == 1 {
            inspection.report(
              "completion-rate", .error, at: claim.figure,
              Message(zeroPlan, .text(context.draft.string(claim.digits) + "%")),
              related: context.related([plan, at]))
          }
          return
        }
        guard let verdict = context.judge(claim.amount, actual, of: value) else { continue }
        if verdict.severity == nil { return }
        guard best == nil || verdict.isRight && !(best?.verdict.isRight ?? false) else { continue }
        if let computed = context.percent(actual, of: value, like: claim.amount) {
          best = (verdict, at, plan, computed)
        }
      }
    }
    guard let best,
      let severity = inspection.severity(
        of: best.verdict, context,
        unless: {
          hasRival(claim, best.actual, best.plan, context)
            || isOfOthers(claim, best.actual, best.plan, context)
        })
    else { return }
    inspection.report(
      "completion-rate", severity, at: claim.figure,
      Message(
        best.verdict.phrase(phrases, severity),
        .amount(context[best.actual].amount, nil),
        .amount(context[best.plan].amount, nil), .percent(best.computed),
        .text(context.draft.string(claim.digits) + "%")),
      related: context.related([best.actual, best.plan]),
      fixes: context.fix(claim.digits, ShareCheck.shown(best.computed, claim.amount)))
  }

  /// 收入70万元，其中：…；其他收入6万元，年初预算60万元，完成年初预算的116.67%: the whole of the list completes the budget.
  private static func hasRival(
    _ claim: Claim, _ actual: Int, _ plan: Int, _ context: NarrativeContext
  ) -> Bool {
    guard let budget = context.value(context[plan]) else { return false }
    // 支出决算39.32万元，年初预算38.45万元，超支0.87万元，完成率102.26%: any figure of the sentence but another budget may be meant.
    let passage = context.claims.passages[claim.passage].claims
    let beside = passage.filter {
      context[$0].sentence == claim.sentence && context[$0].role == .amount
        && !ClaimBinder.isPlan(context[$0].concept) && context.areAlike(context[$0], context[plan])
    }
    return (context.wholes(of: actual) + beside).contains { other in
      guard other != plan, other != actual, let value = context.value(context[other]),
        value.exact != context.value(context[actual])?.exact
      else { return false }
      return context.fits(claim.amount, value, of: budget)
    }
  }

  /// 决算数大于预算数 against both figures, or against the completion rate.
  private static func relation(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let claim = ComparedPlan.aligned(claim, before: index, context) else { return }
    if isOfNamed(claim, context) { return }
    var item = item(claim, context)
    if item.actual.count > 1 { item.actual = completing(index, item, context) }
    // 年初预算24万元，全年预算23万元，…决算数大于年初预算数: the words say which budget.
    let isInitial = context.units.contains(initial, in: claim.word)
    let named = item.plans.filter { context.units.contains(initial, in: context[$0].label) == isInitial }
    let plans = item.plans.count > 1 ? named : item.plans
    if let plan = plans.only, item.actual.count == 1,
      let budget = context.value(context[plan]),
      let actual = context.value(context[item.actual[0]])
    {
      let sign = actual.exact > budget.exact ? 1 : actual.exact < budget.exact ? -1 : 0
      guard sign != claim.direction else {
        return BudgetGap.check(index, actual: item.actual[0], plan: plan, context, &inspection)
      }
      if isOfRate(index, context) { return }
      inspection.report(
        "direction", .error, at: claim.word,
        Message(
          against, .amount(context[item.actual[0]].amount, nil), .amount(context[plan].amount, nil),
          .text(context.draft.string(claim.word))), related: context.related([item.actual[0], plan]),
        fixes: context.turned(claim.word))
      return
    }
    guard plans.isEmpty, index > 0 else { return }
    let rate = context[index - 1]
    guard rate.role == .completion, !rate.digits.isEmpty, rate.passage == claim.passage,
      claim.sentence - rate.sentence <= 1, rate.subject == claim.subject,
      !areOfOtherBudgets(claim, rate, context)
    else { return }
    let hundred = 100 * Scale.one
    let sign = rate.amount.scaled > hundred ? 1 : rate.amount.scaled < hundred ? -1 : 0
    guard sign != claim.direction else { return }
    // 100% may be rounded, unless decimals say otherwise.
    if sign == 0, rate.amount.decimals == 0, !isMoreThanRounding(index, claim, context) { return }
    if claim.direction == 0, Interval(rounding: rate.amount).meets(Interval(hundred, hundred)) { return }
    // 支出233.34万元，完成预算100.00%: of large figures the decimals may hide what is more.
    inspection.report(
      "direction", sign == 0 && rate.amount.decimals > 0 ? .warning : .error, at: claim.word,
      Message(
        againstRate, .text(context.draft.string(rate.digits) + "%"), .text(context.draft.string(claim.word))),
      related: [context.related(rate)], fixes: context.turned(claim.word))
  }

  /// 全年预算24万元，完成率为87.96%，低于预算2.89万元: of several amounts before, the one that the rate is of.
  private static func completing(
    _ index: Int, _ item: (actual: [Int], plans: [Int]), _ context: NarrativeContext
  ) -> [Int] {
    guard index > 0, let plan = item.plans.only,
      let budget = context.value(context[plan])
    else { return item.actual }
    let rate = context[index - 1]
    guard rate.role == .completion, !rate.digits.isEmpty, rate.sentence == context[index].sentence,
      rate.passage == context[index].passage
    else { return item.actual }
    return item.actual.filter { at in
      context.value(context[at]).map { context.fits(rate.amount, $0, of: budget) } ?? false
    }
  }

  /// 完成全年预算92%。决算数大于年初预算数: the rate is that of another budget.
  private static func areOfOtherBudgets(_ a: Claim, _ b: Claim, _ context: NarrativeContext) -> Bool {
    func named(_ claim: Claim) -> Int? { plannings.firstIndex { context.units.contains($0, in: claim.word) } }
    guard let first = named(a), let second = named(b) else { return false }
    return first != second
  }

  /// 完成预算100%，决算数大于预算数56万元: the difference is more than what rounds to a whole per cent.
  private static func isMoreThanRounding(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> Bool {
    let next = index + 1
    guard context.claims.claims.indices.contains(next), context[next].label.upper == claim.digits.lower,
      context[next].passage == claim.passage, claim.subject >= 0,
      let difference = context.value(context[next]),
      context[next].unit.money != nil, let actual = context.value(context[claim.subject])
    else { return false }
    return difference.exact.magnitude * 100 > actual.exact.magnitude
  }

  // MARK: Implied budgets

  /// The budget that an amount and its completion rate imply.
  private static func budget(_ amount: Int, _ context: NarrativeContext) -> (rate: Int, interval: Interval)? {
    guard
      let rate = (amount + 1..<Swift.min(amount + 3, context.claims.claims.count)).first(where: {
        context[$0].role == .completion && !context[$0].digits.isEmpty && context[$0].subject == amount
      }), let value = context.value(context[amount]), !context[rate].amount.isZero, !context[rate].isRough
    else { return nil }
    let p = Interval(rounding: context[rate].amount)
    guard p.low > 0, value.exact > 0,
      // Per cent of per cent: 100 · 100 · a / p, by the quotient in per cent.
      let quotient = Interval.percent(value.interval, of: p)
    else { return nil }
    return (rate, quotient)
  }

  private static func hasRate(_ part: Int, _ context: NarrativeContext) -> Bool {
    context.claims.claims[(part + 1)...].prefix(2).contains {
      $0.role == .completion && !$0.digits.isEmpty && $0.subject == part
    }
  }

  /// 完成年初预算98%, and one item 完成调整后预算的97%: of different budgets.
  private static func mixesBudgets(_ list: ClaimList, _ whole: Int, _ context: NarrativeContext) -> Bool {
    func stage(_ rate: Int) -> [Bool] {
      plannings.map { context.units.contains($0, in: context[rate].word) }
    }
    let own = stage(whole)
    return list.parts.contains { part in
      guard let rate = budget(part, context)?.rate else { return false }
      // 年初预算18.64万元，追加0.71万元，决算19.35万元，执行率100%: of the budget as it was changed.
      let passage = context.claims.passages[context[part].passage].slice
      return stage(rate) != own
        || context.units.contains(
          anyOf: ItemLists.added, in: Slice(passage.lower, context[part].figure.lower))
    }
  }

  private static func implied(_ list: ClaimList, _ context: NarrativeContext, _ inspection: inout Inspection)
  {
    guard list.whole >= 0, list.parts.count >= 2, context.isJudged(context[list.whole].passage),
      let whole = budget(list.whole, context), !mixesBudgets(list, whole.rate, context)
    else { return }
    var sum = Interval(0, 0)
    var isComplete = !list.isOpen
    var isWrong = false
    var terms: [Int] = []
    for part in DuplicateItems.without(list.parts, context) {
      guard context.areAlike(context[part], context[list.whole]) else { return }
      guard let own = budget(part, context) else {
        // 决算为0万元，完成预算的0%: a budget that nothing was spent of.
        if !context[part].amount.isZero || hasRate(part, context) { isComplete = false }
        continue
      }
      if own.interval.low > whole.interval.high {
        isWrong = true
        isComplete = false
        report(part, own, list.whole, whole, context, &inspection)
        continue
      }
      sum = sum + own.interval
      terms.append(part)
    }
    guard terms.count >= 2 else { return }
    let isOver = sum.low > whole.interval.high
    let isUnder = isComplete && !isWrong && sum.high < whole.interval.low
    guard isOver || isUnder,
      let shown = context.shown(sum.middle.magnitude, like: context[list.whole]),
      let total = context.shown(whole.interval.middle.magnitude, like: context[list.whole])
    else { return }
    inspection.report(
      "completion-rate", .warning, at: context[whole.rate].figure,
      Message(impliedSum, .amount(shown, nil), .amount(total, nil)), related: context.related(terms))
  }

  private static func report(
    _ part: Int, _ own: (rate: Int, interval: Interval), _ whole: Int, _ all: (rate: Int, interval: Interval),
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard
      let shown = context.shown(own.interval.middle.magnitude, like: context[part]),
      let total = context.shown(all.interval.middle.magnitude, like: context[whole])
    else { return }
    inspection.report(
      "completion-rate", .error, at: context[own.rate].figure,
      Message(
        impossible, .amount(context[part].amount, nil), .percent(context[own.rate].amount),
        .amount(shown, nil),
        .amount(total, nil)), related: context.related([whole, all.rate]))
  }

  static let phrases = QuotientPhrases(
    Phrase("{0} ÷ {1} = {2}，文中写完成 {3}", "{0} ÷ {1} = {2}, the text says {3}"))
  private static let zeroPlan = Phrase(
    "预算为 0，不能计算完成率，文中写 {0}", "The budget is 0, so there is no completion rate; the text says {0}")
  private static let against = Phrase(
    "决算 {0}、预算 {1}，文中却写“{2}”", "Spent {0} of a budget of {1}, yet the text says “{2}”")
  private static let againstRate = Phrase("完成预算 {0}，文中却写“{1}”", "{0} of the budget, yet the text says “{1}”")
  private static let impossible = Phrase(
    "{0} ÷ {1} = {2}，超过全部预算 {3}，完成率有误", "{0} ÷ {1} = {2} is more than the whole budget of {3}")
  private static let impliedSum = Phrase(
    "按各项完成率倒推的预算之和约 {0}，按总完成率倒推为 {1}，两者不符", "The budgets implied by the items make {0}, that of the whole {1}"
  )
}
