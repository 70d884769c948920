/// Adds up the parts of a whole (其中, 包括, 货物+工程+服务, 类 = its 项) and holds the sum against it.
///
/// A list need not be complete. It is taken to be complete when its parts are known to be all there are, when they
/// carry shares, or when a single slip of the pen explains the difference.
enum NarrativeSumCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    inspection.look(for: .lists, atLists: context, passagesBefore: 2) { check($0, context, &$1) }
    ClassSums.check(context, &inspection)
  }

  private static func check(_ index: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let list = context.claims.lists[index]
    guard list.whole >= 0, !list.parts.isEmpty, context.isCounted(context[list.whole].passage) else { return }
    let whole = context[list.whole]
    let isAside = !context.isJudged(whole.passage)
    guard !isAside || whole.unit.money != nil else { return }
    guard !whole.isRough, var total = context.value(whole) else { return }
    var parts = withOrdered(list.parts, list, context)
    guard
      parts.allSatisfy({
        context.areAlike(context[$0], whole) && context.value(context[$0]) != nil
          && !countsOther(context[$0], than: whole, context)
      })
    else { return }
    // 授予中小企业 and 外宾 cut across the other parts.
    parts.removeAll {
      !context[$0].concept.isDisjoint(with: [.smallFirms]) && !whole.concept.contains(.smallFirms)
    }
    if whole.concept.contains(.smallFirms) { parts.removeAll { isAmongSmallFirms(context[$0], context) } }
    // 应急保障用车和其他用车各2辆: one figure that two kinds have.
    guard !parts.contains(where: { context.units.ends(context[$0].label, with: each) }) else { return }
    guard !areStages(parts, whole, context), !areRetiredBesides(parts, whole, context),
      !areOfSeveral(parts, list, context), !areNested(parts, context), !areBesides(parts, list.whole, context)
    else { return }
    parts = InnerParts.without(parts, context)
    if list.isAcrossParagraphs { parts = DuplicateItems.without(parts, context) }
    guard !parts.isEmpty else { return }
    let terms = parts.compactMap { context.value(context[$0]) }
    // 收支总额90万元，其中收入总计90万元、支出总计90万元: each side is the whole.
    // 决算412.86万元，其中：财政拨款412.86万元，一般公共预算412.86万元: the whole, said again.
    if whole.concept.contains(.both) || whole.unit.money != nil && !list.isAcrossParagraphs,
      terms.allSatisfy({ $0.exact == total.exact })
    {
      return
    }
    let sum = terms.reduce(Int128(0)) { $0 + $1.exact }
    // A paragraph that begins with 其中 divides the figure above it only if that is large enough.
    if context[parts[0]].passage != whole.passage, !list.isAcrossParagraphs,
      !Slip.explains(sum - total.exact, terms, total),
      terms.contains(where: { $0.exact > total.exact }) || sum * 2 < total.exact
    {
      return
    }
    // 1.1亿元 among figures of two decimals was rounded further than they.
    for (part, term) in zip(parts, terms) where context[part].unit == .hundredMillionYuan {
      total.half = Swift.max(total.half, term.half)
    }
    // Money may be divided twice in one list; not where each part is one of a kind.
    let isMoney = whole.unit.money != nil && !areOneKind(parts, context)
    if fits(total, terms, sum, isMoney: isMoney) { return }
    if hasSubtotal(parts, context) || areBothSides(parts, context)
      || isSecondDivision(parts, list.whole, sum, context)
      || parts.count == 1 && sum > total.exact && !list.isAcrossParagraphs
        && isBehindStop(parts[0], list, context)
    {
      return
    }
    if !isMoney, whole.unit.money != nil, isStated(sum, beforeWhole: list.whole, context) { return }
    if areOfFigureRightBefore(parts, list.whole, terms, sum, context) || areOfOtherSide(parts, whole, context)
      || areAspects(parts, context) || isOfFigureBefore(parts, terms, list.whole, context)
    {
      return
    }
    if areOfAnotherWhole(parts, whole, context), !Slip.explains(sum - total.exact, terms, total) { return }
    // 甲67万元；乙万元，包括丙5万元: the figure that the parts are of is missing.
    if context[parts[0]].passage == whole.passage,
      context.lacksFigure(
        Slice(whole.figure.upper, Swift.max(whole.figure.upper, context[parts[0]].figure.lower)))
    {
      return
    }
    if isOfRounded(parts, terms, sum - total.exact, whole, context) { return }
    for other in list.otherWholes
    where context.areAlike(context[other], whole) && !PeopleFamilies.followWhole(list, parts, context) {
      if let value = context.value(context[other]), fits(value, terms, sum, isMoney: isMoney) { return }
    }
    // Below a lead-in with several figures the items may be of any of them.
    for other in beside(list, whole, context)
    where context[other].role == .amount && context.areAlike(context[other], whole) {
      if let value = context.value(context[other]), fits(value, terms, sum, isMoney: isMoney) { return }
    }
    for other in context.wholes(of: list.whole) where !PeopleFamilies.followWhole(list, parts, context) {
      if let value = context.value(context[other]), fits(value, terms, sum, isMoney: isMoney) { return }
    }
    if isMoney, isCompleted(by: list.whole, parts, sum, total, context) { return }
    if isMoney, hasRival(list.whole, parts, terms, sum, total, context) { return }
    let difference = sum - total.exact
    if difference < 0, goesOnBelow(parts, list, context) { return }
    if let last = parts.last, isMade(upBy: difference, behind: last, context) { return }
    guard !isOfMixedUnits(parts + [list.whole], context),
      let severity = severity(difference, list, parts, terms, total, context),
      !isAside || isCertain(difference, terms, total)
    else { return }
    report(severity, list.whole, parts, sum, difference, terms, total, context, &inspection)
  }

  /// The claims of the paragraphs above items: a line break may stand between the whole and its first parts.
  private static func beside(_ list: ClaimList, _ whole: Claim, _ context: NarrativeContext) -> Range<Int> {
    guard list.isAcrossParagraphs else { return 0..<0 }
    let passages = context.claims.passages
    var first = whole.passage
    while first > 0, whole.passage - first < 2, passages[first - 1].section == passages[first].section,
      passages[first].ordinal == nil
    { first -= 1 }
    return passages[first].claims.lowerBound..<passages[whole.passage].claims.upperBound
  }

  /// Tells whether the parts make another figure before them, or the whole is what one of two leaves of the other:
  /// 支出9.46万元，结余1.34万元。其中：…; 差额23.82万元，由年初结转66.53万元弥补，年末结转42.71万元.
  private static func hasRival(
    _ whole: Int, _ parts: [Int], _ terms: [NarrativeContext.Value], _ sum: Int128,
    _ total: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    if terms.count == 2, (terms[0].exact - terms[1].exact).magnitude == total.exact.magnitude { return true }
    if isRestStated(total.exact - sum, behind: parts, whole, context) { return true }
    let first = context.claims.passages[context[whole].passage].claims.lowerBound
    if let last = terms.last?.exact, isStated(last + total.exact, in: first..<whole, whole, context) {
      // 面向中小企业75.90万元，其中小微企业48.20万元；面向大型企业12.74万元: the last one stands beside the whole.
      return true
    }
    return first < parts[0] && terms.count >= 2 && sum != 0
      && isStated(sum, in: first..<parts[0], whole, context)
  }

  /// 支出100万元中，人员经费30万元、公用经费20万元，项目支出50万元: what the parts leave stands behind them.
  private static func isRestStated(
    _ rest: Int128, behind parts: [Int], _ whole: Int, _ context: NarrativeContext
  ) -> Bool {
    guard rest > 0, let last = parts.last, context[last].passage == context[whole].passage else {
      return false
    }
    let end = context.claims.passages[context[last].passage].claims.upperBound
    return isStated(rest, in: last + 1..<end, whole, context)
  }

  /// 采购支出总额228万元。授予中小企业合同金额186万元。其中：货物178万元，工程20万元，服务30万元: the parts of a figure before.
  private static func isStated(_ sum: Int128, beforeWhole whole: Int, _ context: NarrativeContext) -> Bool {
    let first = context.claims.passages[context[whole].passage].claims.lowerBound
    return isStated(sum, in: first..<whole, whole, context)
  }

  /// Tells whether one of some figures is an amount like the whole and exactly so much.
  private static func isStated(
    _ value: Int128, in claims: Range<Int>, _ whole: Int, _ context: NarrativeContext
  ) -> Bool {
    claims.contains { other in
      context[other].role == .amount && context.areAlike(context[other], context[whole])
        && context.value(context[other])?.exact == value
    }
  }

  /// 6个年级，其中：一年级4个班: things that are counted alike and are not.
  private static func countsOther(_ part: Claim, than whole: Claim, _ context: NarrativeContext) -> Bool {
    guard whole.unit == .items else { return false }
    let nouns = [part, whole].map { context.units[Swift.min($0.figure.upper, context.units.count - 1)] }
    return nouns.allSatisfy(Unit.isIdeograph) && nouns[0] != nouns[1]
  }

  private static let each: Word = "各"

  /// 元 among 万元 is a slip of its own; what the sum would be then says nothing.
  private static func isOfMixedUnits(_ claims: [Int], _ context: NarrativeContext) -> Bool {
    let units = Set(claims.filter { !context[$0].amount.isZero }.map { context[$0].unit })
    return units.count > 1 && (units.contains(.yuan) || units.contains(.hundredMillionYuan))
  }

  /// Tells whether the parts, or the first of them, make the whole within what rounding can do.
  ///
  /// Money may be divided twice in one list (本年收入, 上年结转; 一般公共预算, 政府性基金); things are counted once.
  private static func fits(
    _ whole: NarrativeContext.Value, _ terms: [NarrativeContext.Value], _ sum: Int128, isMoney: Bool
  ) -> Bool {
    if whole.hasTail(sum - whole.exact, terms: terms.count) { return true }
    guard isMoney else { return false }
    var prefix: Int128 = 0
    var filled = 0
    for (k, term) in terms.enumerated() where k + 1 < terms.count {
      prefix += term.exact
      if term.exact != 0 { filled += 1 }
      if filled >= 2, prefix == whole.exact || sum == 2 * whole.exact { return true }
    }
    return false
  }

  /// 经费188万元，以及包括培训在内的经费1360万元: the second comes beside the first.
  private static func isBesides(_ whole: Claim, _ part: Claim, _ context: NarrativeContext) -> Bool {
    context.units.contains(besides, in: Slice(whole.figure.upper, part.figure.lower))
  }

  private static let besides: Word = "以及"

  private static func severity(
    _ difference: Int128, _ list: ClaimList, _ parts: [Int], _ terms: [NarrativeContext.Value],
    _ total: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Severity? {
    let family = parts.reduce(FigureConcept()) { $0.union(context[$1].concept) }
    let isFamily = isComplete(family, context[list.whole].concept, parts, context)
    let isSlip =
      Slip.explains(difference, terms, total) || isSlipWithTail(difference, list, terms, total, context)
    // 享受免学费学生1890人，享受助学金学生310人: people may be counted twice.
    let isPeople = context[list.whole].unit == .people || context[list.whole].unit == .personTimes
    // 职工119人（正高10人、副高20人）: a bracket need not name all, unless it names kinds of posts.
    if isPeople, list.isAside {
      return PeopleFamilies.divide(parts, context) || PeopleFamilies.areBothPosts(parts, context)
        || isSlip && PeopleFamilies.arePosts(parts, context)
        ? .error : nil
    }
    if isPeople, !PeopleFamilies.divide(parts, context),
      !(PeopleFamilies.areBothPosts(parts, context) && terms.allSatisfy { $0.exact > 0 })
    {
      guard isFamily, !isCrossCut(parts, terms, total, context) else { return nil }
    }
    // 其中100万元以上项目12个，涉及2258万元；本次公开2个，涉及460万元: two ways to look at a whole.
    if list.isCompanion, !isSlip { return nil }
    if context[list.whole].unit.money == nil {
      if CountLists.isCompleted(difference, list, parts, context) { return nil }
      let isFamily = isFamily || isPeople && difference < 0 && PeopleFamilies.areBothPosts(parts, context)
      if !isFamily, CountLists.isOfAnotherKind(difference, list, parts, terms, total, context) { return nil }
    }
    // 收入合计100万元，其中：财政拨款90万元；年初结转和结余5万元: the total may be that of the year alone.
    let isMixed = family.contains(.carriedIn) && context[list.whole].concept.contains(.total)
    if isMixed, !isFamily, !isSlip, !context[list.whole].concept.contains(.grand) { return nil }
    if parts.count == 1 {
      // One part tells nothing unless it is more than the whole.
      return difference > 0 && !list.isAcrossParagraphs && terms[0].exact > total.exact && !list.isOpen
        && !isBesides(context[list.whole], context[parts[0]], context)
        ? .error : nil
    }
    if difference > 0 { return isFamily || isSlip || !list.isOpen ? .error : .warning }
    // 办公费20万元、印刷费11万元等: what is left may be any figure; only swapped digits show.
    if list.isOpen {
      return terms.contains { PlainSlip.isSwap($0.exact, $0.exact - difference) } ? .warning : nil
    }
    if isFamily { return .error }
    if isPeople, PeopleFamilies.areBothPosts(parts, context) { return .warning }
    if areSomeWithShares(parts, terms, total, context) || isGoneOn(behind: parts, context) { return nil }
    if hasShares(parts, context) { return .error }
    if isSlip { return parts.count >= 3 ? .error : .warning }
    // Three parts that make nearly all of it are meant to make all of it.
    if parts.count >= 3, difference.magnitude * 20 <= total.exact.magnitude { return .warning }
    return nil
  }

  /// Tells whether a slip and a rounding tail together make a list that says it names all: 具体包括：….
  private static func isSlipWithTail(
    _ difference: Int128, _ list: ClaimList, _ terms: [NarrativeContext.Value],
    _ total: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    guard context[list.whole].unit.money != nil, context.units.contains(anyOf: declaring, in: list.marker)
    else { return false }
    let tail = 2 * total.half
    return [difference - tail, difference + tail].contains { Slip.explains($0, terms, total) }
  }

  private static let declaring = WordList(["具体", "分别", "以下", "如下"])

  /// People are divided by more than one thing in one breath: by title up to the whole, then those who retired.
  private static func isCrossCut(
    _ parts: [Int], _ terms: [NarrativeContext.Value], _ total: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    var sum: Int128 = 0
    for term in terms {
      sum += term.exact
      if term.exact == total.exact || sum == total.exact { return true }
    }
    return parts.contains { context.units.contains(anyOf: groups, in: context[$0].label) }
  }

  private static let groups = WordList([
    "退休", "离休", "遗属", "聘用", "编外", "实有", "目前", "现有", "在编", "在岗", "学历", "骨干", "缺", "临时",
  ])

  /// Tells whether the parts are known to be all there are.
  private static func isComplete(
    _ family: FigureConcept, _ whole: FigureConcept, _ parts: [Int], _ context: NarrativeContext
  ) -> Bool {
    for set in families where family.isSuperset(of: set) { return true }
    if PeopleFamilies.divide(parts, context) || UnitFamilies.divide(parts, context) { return true }
    // 其他用车 stands for all that is not named.
    let hasRest = parts.contains {
      context.units.starts(Wording.core(context[$0].label, context.units), with: other)
    }
    if context[parts[0]].unit == .vehicles, parts.count >= 3 || parts.count == 2 && hasRest { return true }
    return context[parts[0]].unit == .people && !whole.isDisjoint(with: [.posts, .staff]) && parts.count >= 2
  }

  private static let other: Word = "其他"
  private static let families: [FigureConcept] = [
    [.basic, .project], [.personnel, .running], [.goods, .works, .services], [.thisYear, .carriedIn],
    [.thisYear, .carriedOut], [.abroad, .reception, .vehicles], [.vehiclePurchase, .vehicleRunning],
    [.publicBudget, .fund, .stateCapital], [.abroad, .reception, .vehicleRunning],
    [.publicBudget, .fund, .otherIncome],
  ]

  /// Tells whether parts are each another one of those that divide a whole: 货物, 工程, 服务.
  private static func areOneKind(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    kinds.contains { kind in
      var seen: FigureConcept = []
      return parts.allSatisfy { part in
        let concept = context[part].concept
        let own = kind.isDisjoint(with: .sources) ? concept.narrowMeasure : concept.source
        defer { seen.formUnion(own) }
        return own.rawValue.nonzeroBitCount == 1 && kind.isSuperset(of: own) && seen.isDisjoint(with: own)
          && (kind.isDisjoint(with: .sources) || concept.narrowMeasure.isEmpty)
      }
    }
  }

  private static let kinds: [FigureConcept] = [
    [.goods, .works, .services], [.publicBudget, .fund, .stateCapital],
    [.basic, .project, .paidUp, .operatingExpense, .subsidies],
  ]

  static func hasShares(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    parts.allSatisfy { part in
      let next = part + 1
      return context.claims.claims.indices.contains(next) && context[next].role == .share
        && context[next].subject == part
    }
  }

  private static func report(
    _ severity: Severity, _ wholeIndex: Int, _ parts: [Int], _ sum: Int128, _ difference: Int128,
    _ terms: [NarrativeContext.Value], _ total: NarrativeContext.Value, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let whole = context[wholeIndex]
    let negative = sum < 0
    guard let magnitude = context.shown(sum.magnitude, like: whole), !negative,
      let gap = context.shown(difference.magnitude, like: whole)
    else { return }
    // Where one part alone can hold the slip it is the place to look; else the whole stands for all.
    let culprits = Slip.culprits(difference, terms)
    let at = culprits.count == 1 && !Slip.explainsWhole(difference, total) ? parts[culprits[0]] : wholeIndex
    let isMixed = parts.contains { context[$0].unit != whole.unit }
    inspection.report(
      "narrative-sum", severity, at: context[at].figure,
      Message(
        difference > 0 ? over : under, .text(context.name(whole)), .text(context.draft.string(whole.figure)),
        isMixed
          ? .text(context.draft.string(context[parts[0]].figure) + " + …")
          : .sum(parts.map { context[$0].amount }),
        .amount(magnitude, nil), .amount(gap, nil)),
      related: context.related((parts + [wholeIndex]).filter { $0 != at }),
      fixes: at == wholeIndex ? fixes(wholeIndex, parts, magnitude, difference, context) : [])
  }

  /// The whole as the sum of its parts; where a table states the whole as it is, the one part that no table states.
  private static func fixes(
    _ whole: Int, _ parts: [Int], _ sum: Amount, _ difference: Int128, _ context: NarrativeContext
  ) -> [Fix] {
    let stated = Set(context.figures.bindings.lazy.filter { $0.outcome == .agrees }.map(\.claim))
    guard stated.contains(whole) else {
      return context.fix(context[whole].digits, sum, grouped: context.isGrouped(context[whole]))
    }
    let doubtful = parts.filter { !stated.contains($0) && !context[$0].amount.isZero }
    guard doubtful.count == 1, let value = context.value(context[doubtful[0]]), value.exact > difference,
      let amount = context.shown((value.exact - difference).magnitude, like: context[doubtful[0]])
    else { return [] }
    return context.fix(
      context[doubtful[0]].digits, amount, grouped: context.isGrouped(context[doubtful[0]]))
  }

  private static let over = Phrase(
    "{0} {1}，各项之和 {2} = {3}，多 {4}", "{0} is {1}, but its parts {2} make {3}, {4} more")
  private static let under = Phrase(
    "{0} {1}，各项之和 {2} = {3}，少 {4}", "{0} is {1}, but its parts {2} make {3}, {4} less")
}

/// Slips of the pen in a sum.
extension Slip {
  /// Tells whether changing one term, or the whole, by one slip makes the sum right.
  static func explains(
    _ difference: Int128, _ terms: [NarrativeContext.Value], _ whole: NarrativeContext.Value
  ) -> Bool {
    explainsWhole(difference, whole) || !culprits(difference, terms).isEmpty
  }

  static func explainsWhole(_ difference: Int128, _ whole: NarrativeContext.Value) -> Bool {
    isSlip(whole.exact, whole.exact + difference)
  }

  /// The terms that one slip would put right.
  static func culprits(_ difference: Int128, _ terms: [NarrativeContext.Value]) -> [Int] {
    terms.indices.filter { isSlip(terms[$0].exact, terms[$0].exact - difference) }
  }
}
