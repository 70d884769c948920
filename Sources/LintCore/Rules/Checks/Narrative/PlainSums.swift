/// Adds up parts that words announce in other ways than 其中: 分为货物9万元、工程3万元, 含甲9万元、乙3万元, 由A、B组成, 两项共12万元.
///
/// Whether the parts are all of the whole, the words may leave open. So a sum is only wrong where two swapped digits in
/// the whole or in one part explain it, and no other figure of the paragraph is the sum.
enum PlainSums {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let claims = context.claims.passages[index].claims
      guard claims.count >= 3, claims.count <= mostFigures else { continue }
      inspection.look(for: .sums, inPassage: index, context) { passage(claims, context, &$0) }
    }
  }

  private static func passage(
    _ claims: Range<Int>, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    for at in claims where isMoney(at, context) {
      if let (wholes, parts) = list(from: at, claims, context) {
        check(wholes, parts, claims, isComplete: areAll(parts, context), context, &inspection)
      } else if let (wholes, parts) = trailing(at, claims, context) {
        check(wholes, parts, claims, isComplete: true, context, &inspection)
      }
    }
  }

  private static let mostFigures = 80

  private static func isMoney(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    return claim.unit.money != nil && !claim.isRough && claim.amount.isCalculable && claim.amount.digits >= 0
  }

  /// The parts side by side that begin at a figure, and the figures before that may be their whole.
  private static func list(
    from first: Int, _ claims: Range<Int>, _ context: NarrativeContext
  ) -> (wholes: [Int], parts: [Int])? {
    let units = context.units
    let clause = FigureCue.clause(context[first], context)
    var lead = clause
    var before = first - 1
    // 主要是检测用车1辆18万元、…: how many there are belongs to the first name.
    if claims.contains(before), context[before].unit.isCount, isBehind(first, before, context) { before -= 1 }
    if claims.contains(before) { lead.lower = Swift.max(lead.lower, context[before].figure.upper) }
    let isAnnounced = units.contains(anyOf: announcements, in: lead) || isBehindColon(lead, units)
    guard isAnnounced || !familyMembers.isDisjoint(with: context[first].concept) else { return nil }
    var parts = [first]
    while let last = parts.last, let next = next(behind: last, claims, context),
      context[next].unit == context[first].unit
    {
      parts.append(next)
    }
    if !isAnnounced { return family(parts, claims, context) }
    let isMain = units.contains(mainly, in: lead)
    // Behind 、 the list goes on with what could not be read.
    guard parts.count >= (isMain ? 3 : 2), let last = parts.last,
      context[last].figure.upper >= units.count || units[context[last].figure.upper] != 0x3001
    else { return nil }
    let wholes = (claims.lowerBound..<first).filter {
      isMoney($0, context) && context[$0].unit == context[first].unit && !FigureCue.isBase($0, context)
        && FigureCue.direction(context[$0], context) == nil
        && !(context.claims.isFinal && FigureCue.isPlan(context[$0], context))
        && context[first].sentence - context[$0].sentence <= 1
    }
    return wholes.isEmpty ? nil : (wholes, parts)
  }

  /// 甲单位579.78万元，基本支出472.18万元，项目支出107.60万元。: all kinds there are right behind an amount, which no word
  /// announces and nothing goes on with.
  private static func family(
    _ parts: [Int], _ claims: Range<Int>, _ context: NarrativeContext
  ) -> (wholes: [Int], parts: [Int])? {
    guard let first = parts.first, let last = parts.last, isFamily(parts, context) else { return nil }
    let (units, whole) = (context.units, first - 1)
    guard claims.contains(whole), isNext(first, behind: whole, context), isMoney(whole, context),
      context[whole].role == .amount, context[whole].concept.isDisjoint(with: familyMembers),
      context[whole].unit == context[first].unit, !FigureCue.isBase(whole, context),
      parts.allSatisfy({ isBareName($0, context) })
    else { return nil }
    let end = context[last].figure.upper
    guard end >= units.count || isEnd(units[end]) else { return nil }
    return ([whole], parts)
  }

  /// Tells whether the words before an amount are no more than what it is called.
  private static func isBareName(_ part: Int, _ context: NarrativeContext) -> Bool {
    let name = Wording.core(context[part].label, context.units)
    let (concept, rest) = context.lexicon.concept(of: name, context.units)
    return rest == 0 && concept.source.isEmpty && concept.isDisjoint(with: .comparison)
      && concept.narrowMeasure.rawValue.nonzeroBitCount == 1
  }

  private static func isEnd(_ unit: UInt16) -> Bool {
    unit == 0x3002 || unit == 0x3B || unit == 0x0A || unit == 0x29
  }

  private static func isFamily(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    let all = parts.reduce(FigureConcept()) { $0.union(context[$1].concept.narrowMeasure) }
    return GrammarWords.families.contains { all == $0 && $0.rawValue.nonzeroBitCount == parts.count }
  }

  private static let familyMembers = GrammarWords.families.reduce(FigureConcept()) { $0.union($1) }

  /// Tells whether the words say that parts are all there are: 分别为甲9万元、乙3万元、丙2万元, 由甲9万元、乙3万元和丙2万元组成.
  private static func areAll(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    guard let first = parts.first, let last = parts.last else { return false }
    if isFamily(parts, context) { return true }
    guard parts.count >= 3 else {
      // 涉及资金250万元，分别为甲项目130万元、乙项目120万元: each with its name behind 分别为.
      return context.units.starts(context[first].label, withAnyOf: RespectiveNames.respectively)
        && context[first].label.count >= leastNamed && context[last].label.count >= leastNamed
    }
    if context.units.contains(
      anyOf: RespectiveNames.respectively, in: FigureCue.clause(context[first], context))
    {
      return true
    }
    let end = context.claims.passages[context[last].passage].slice.upper
    return context.units.starts(Slice(context[last].figure.upper, end), withAnyOf: made)
  }

  /// The fewest units of 分别为 and a name, or of a name.
  private static let leastNamed = 5
  private static let made = WordList(["组成", "构成"])

  private static func isBehindColon(_ lead: Slice, _ units: Units) -> Bool {
    lead.indices.contains { units[$0] == 0x3A }
  }

  /// The amount that goes on with a list: nothing but a name, and how many there are of it, stands between it and the
  /// one before.
  private static func next(behind last: Int, _ claims: Range<Int>, _ context: NarrativeContext) -> Int? {
    var index = last + 1
    // 甲5万元、检测用车1辆18万元, 检测用车（1辆）18万元
    if claims.contains(index), context[index].unit.isCount, isBehind(index + 1, index, context) { index += 1 }
    return claims.contains(index) && isMoney(index, context) && isNext(index, behind: last, context)
      ? index : nil
  }

  private static func isBehind(_ index: Int, _ count: Int, _ context: NarrativeContext) -> Bool {
    context.claims.claims.indices.contains(index)
      && context[index].figure.lower - context[count].figure.upper <= 1
  }

  /// 维修（护）费: a sign in brackets within a name.
  private static func isClosed(_ open: Int, _ name: Slice, _ units: Units) -> Bool {
    open + 2 < name.upper && units[open + 2] == 0x29
  }

  private static func isNext(_ index: Int, behind last: Int, _ context: NarrativeContext) -> Bool {
    let units = context.units
    let gap = Slice(context[last].figure.upper, context[index].figure.lower)
    guard gap.count >= 1, gap.count <= longestName, context[index].sentence == context[last].sentence,
      FigureCue.direction(context[index], context) == nil
    else { return false }
    let sign = units[gap.lower]
    let isCounted = index > last + 1
    return (sign == 0x3001 || Unit.isComma(sign) || sign == 0x548C)
      && !Slice(gap.lower + 1, gap.upper).indices.contains {
        Unit.endsClause(units[$0]) || units[$0] == 0x28 && !isCounted && !isClosed($0, gap, units)
      }
      && !units.contains(anyOf: others, in: gap)
  }

  private static let longestName = 30
  private static let announcements = WordList([
    "分为", "含", "由", "即", "依次为", "包括", "分别为", "分别是", "主要是", "用于",
  ])
  private static let mainly: Word = "主要是"
  private static let others = WordList(["其中", "合计", "共计", "共", "总计", "上年", "比", "占"])

  /// 甲9万元、乙3万元，两项共12万元.
  private static func trailing(
    _ whole: Int, _ claims: Range<Int>, _ context: NarrativeContext
  ) -> (wholes: [Int], parts: [Int])? {
    let label = Wording.core(context[whole].label, context.units)
    if context.units.equals(anyOf: totals, label), whole - 2 >= claims.lowerBound,
      context.units.starts(Wording.core(context[whole - 1].label, context.units), with: plus),
      [whole - 2, whole - 1].allSatisfy({
        isMoney($0, context) && FigureCue.areTogether($0, whole, context)
          && context[$0].unit == context[whole].unit
      })
    {
      return ([whole], [whole - 2, whole - 1])
    }
    for (words, count) in together where context.units.starts(label, withAnyOf: words) {
      // 四项医疗支出共计: what they are may be named once more.
      guard label.count <= 6 || label.count <= 12 && context.units.ends(label, withAnyOf: totals) else {
        continue
      }
      let parts = (claims.lowerBound..<whole).filter {
        isMoney($0, context) && (FigureCue.areTogether($0, whole, context) || isBeside($0, whole, context))
          && FigureCue.direction(context[$0], context) == nil && context[$0].role != .prior
          && !FigureCue.isBase($0, context)
      }.suffix(count)
      return parts.count == count ? ([whole], Array(parts)) : nil
    }
    return nil
  }

  /// 购置费18万元；运行费11.5万元，比上年减少0.5万元，两项合计29.5万元: an amount of the same sentence.
  private static func isBeside(_ part: Int, _ whole: Int, _ context: NarrativeContext) -> Bool {
    context[part].role == .amount && context[part].sentence == context[whole].sentence
      && context[part].list == context[whole].list
  }

  /// Words of a sum behind its terms: 本年收入90万元，加上年初结转10万元，总计100万元.
  private static let totals = WordList(["总计", "合计", "共计", "总额"])
  private static let plus: Word = "加"
  private static let together = [
    (WordList(["两项", "二者", "两者"]), 2), (WordList(["三项", "三者"]), 3), (WordList(["四项"]), 4),
  ]

  private static func check(
    _ wholes: [Int], _ parts: [Int], _ claims: Range<Int>, isComplete: Bool, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard let sum = context.sum(parts), sum.exact > 0,
      let from = parts.first, let last = parts.last
    else { return }
    let own = claims.filter { !parts.contains($0) && isMoney($0, context) }
    let isSum = own.contains {
      context.value(context[$0])?.hasTail(
        sum.exact - (context.value(context[$0])?.exact ?? 0), terms: parts.count)
        ?? false
    }
    guard !isSum, !isKnown(Swift.min(from, wholes[0]), Swift.max(last, wholes[0]), context, inspection) else {
      return
    }
    for whole in wholes.reversed() {
      guard let total = context.value(context[whole]),
        isSwap(parts, sum, whole, total, context)
          || isComplete && isSlip(parts, sum.exact - total.exact, whole, total, context),
        let shown = context.shown(sum.exact.magnitude, like: context[whole])
      else { continue }
      return inspection.report(
        "narrative-sum", .error, at: context[whole].figure,
        Message(
          NarrativePhrases.listed, .text(context.name(context[whole])),
          .text(context.draft.string(context[whole].figure)),
          .sum(parts.map { context[$0].amount }), .amount(shown, nil)), related: context.related(parts))
    }
  }

  /// Tells whether one slip explains that parts which are all there are do not make their whole.
  private static func isSlip(
    _ parts: [Int], _ difference: Int128, _ whole: Int, _ total: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    let terms = parts.compactMap { context.value(context[$0]) }
    return context[whole].amount.digits >= 100 && terms.count == parts.count
      && Slip.explains(difference, terms, total)
  }

  /// Tells whether two swapped digits explain that parts do not make their whole.
  private static func isSwap(
    _ parts: [Int], _ sum: NarrativeContext.Value, _ whole: Int, _ total: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    guard context[whole].amount.digits >= 1_000 else { return false }
    if PlainSlip.isSwap(sum.exact, total.exact) { return true }
    return parts.contains { part in
      guard let own = context.value(context[part]) else { return false }
      let right = total.exact - (sum.exact - own.exact)
      return right > 0 && PlainSlip.isSwap(own.exact, right)
    }
  }

  /// Tells whether a fault was found among the figures already.
  private static func isKnown(
    _ first: Int, _ last: Int, _ context: NarrativeContext, _ inspection: Inspection
  ) -> Bool {
    inspection.hasReported(
      rules, in: Slice(context[first].figure.lower, context[last].figure.upper))
  }

  private static let rules: Set<String> = ["narrative-sum", "share", "share-sum", "growth-rate"]
}
