/// Lists whose figures are not parts of the figure before them.
extension NarrativeSumCheck {
  /// 其中上半年累计完成29万元、前三季度累计完成49万元: one has the other in it.
  static func areStages(_ parts: [Int], _ whole: Claim, _ context: NarrativeContext) -> Bool {
    !context.units.contains(sofar, in: whole.label)
      && parts.contains { context.units.contains(sofar, in: context[$0].label) }
  }

  /// 供养人员22人，其中在职22人，退休9人(已转由社保发放): those who serve are all of them.
  static func areRetiredBesides(_ parts: [Int], _ whole: Claim, _ context: NarrativeContext) -> Bool {
    whole.unit == .people && parts.count >= 2 && context[parts[0]].amount == whole.amount
      && context.units.contains(anyOf: serving, in: context[parts[0]].label)
      && parts.dropFirst().allSatisfy { context.units.contains(anyOf: retired, in: context[$0].label) }
  }

  /// 甲3334万元，乙46万元，两项合计3380万元，丙292万元: one figure is the sum of two or more right before it.
  static func hasSubtotal(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    let values = parts.compactMap { context.value(context[$0])?.exact }
    guard values.count == parts.count, values.count >= 3, values.count <= mostParts else { return false }
    return values.indices.dropFirst(2).contains { last in
      // 3 + 3 = 6 may be so by chance.
      let claim = context[parts[last]]
      guard claim.unit.money != nil,
        claim.amount.digits.magnitude >= leastDigits
          || context.units.contains(anyOf: subtotals, in: claim.label)
      else { return false }
      // 987.65万元、642.89万元，两项合计1630.55万元: where the words say so, a tail of rounding may be left.
      let isSaid = claim.unit.money != nil && context.units.contains(anyOf: subtotals, in: claim.label)
      let tail = isSaid ? 2 * (context.value(claim)?.half ?? 0) : 0
      var sum = values[last - 1]
      return (0..<last - 1).reversed().contains { first in
        sum += values[first]
        return (sum - values[last]).magnitude <= tail.magnitude && values[first] != 0 && values[last - 1] != 0
      }
    }
  }

  private static let mostParts = 60
  private static let leastDigits: UInt64 = 1_000
  private static let subtotals = WordList(["合计", "小计", "共计", "之和", "两项", "构成"])

  /// 车辆6辆：甲局3辆，乙站1辆；按类别为应急车3辆、机要车2辆、其他车1辆: the same whole is divided once more, and not its last part.
  static func isSecondDivision(
    _ parts: [Int], _ whole: Int, _ sum: Int128, _ context: NarrativeContext
  ) -> Bool {
    guard let value = context.value(context[whole])?.exact,
      parts.contains(where: { context.value(context[$0]).map { $0.exact > value } ?? false })
    else { return false }
    let passage = context.claims.passages[context[whole].passage].claims
    return (passage.lowerBound..<whole).contains {
      context[$0].sentence == context[whole].sentence && context[$0].unit == context[whole].unit
        && context.value(context[$0])?.exact == sum
    }
  }

  /// Tells whether figures that are no parts of the list complete it, or the list says again what the sentence before it
  /// lists: 合计100万元。其中：财政拨款占73%，计73万元，…; 接待费6万元，用车费5万元。其中：1.接待费6万元；2.用车费5万元.
  static func isCompleted(
    by whole: Int, _ parts: [Int], _ sum: Int128, _ total: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    guard let last = parts.last, whole < last else { return false }
    let passed = (whole + 1..<last + 1).filter {
      context[$0].role == .mention && context[$0].unit.money != nil
        && context.units.equals(anyOf: FigureCue.that, Wording.core(context[$0].label, context.units))
    }
    let rest = passed.reduce(Int128(0)) { $0 + (context.value(context[$1])?.exact ?? 0) }
    if rest > 0, total.hasTail(sum + rest - total.exact, terms: parts.count + passed.count) { return true }
    let first = context.claims.passages[context[whole].passage].claims.lowerBound
    var all = total.exact
    for before in (first..<whole).reversed() where context[before].sentence == context[whole].sentence {
      guard context[before].role == .amount, context[before].unit == context[whole].unit else { continue }
      all += context.value(context[before])?.exact ?? 0
      if all == sum { return true }
    }
    return false
  }

  /// Tells whether what looks like parts is of another figure: 即由90万元减至80万元; 净增5名，其中新增9名、收回4名; 合计9万元，其中后者5万元.
  static func areBesides(_ parts: [Int], _ whole: Int, _ context: NarrativeContext) -> Bool {
    guard let first = parts.first else { return false }
    if parts.contains(where: { FigureCue.isFrom($0, context) }) { return true }
    let label = Wording.core(context[first].label, context.units)
    if context.units.starts(label, withAnyOf: latter) { return true }
    return first - 1 > whole && FigureCue.direction(context[first - 1], context) != nil
      && context.units.contains(anyOf: moves, in: label)
  }

  private static let latter = WordList(["后者", "前者"])
  private static let moves = WordList(["新增", "增加", "减少", "处置", "报废", "新招", "调入", "调出", "退休", "收回"])

  /// 收支总规模6222万元，其中本年收入6075万元，本年支出6077万元: what comes in and what goes out are no parts of one sum.
  static func areBothSides(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    func has(_ flow: FigureConcept) -> Bool { parts.contains { context[$0].concept.flow == flow } }
    return has(.income) && has(.expense)
  }

  /// 拨款支出5816万元，其中水利款5302万元，占农林水支出的96.19%: the shares say that the parts are of something else.
  static func areOfAnotherWhole(_ parts: [Int], _ whole: Claim, _ context: NarrativeContext) -> Bool {
    parts.contains { part in
      let next = part + 1
      guard context.claims.claims.indices.contains(next), context[next].role == .share,
        context[next].subject == part, context[next].base.count >= 5
      else { return false }
      let base = Wording.core(context[next].base, context.units)
      return context.lexicon.concept(of: base, context.units).rest >= 2
        && !Wording.contains(whole.label, base, context.units)
    }
  }

  /// 到位资金100万元，支出60万元。其中：中央资金到位80万元，支出50万元；…: what was done with a part is no part beside it.
  static func areAspects(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    zip(parts, parts.dropFirst()).contains { before, part in
      let gap = Slice(
        context[before].figure.upper, Swift.max(context[before].figure.upper, context[part].label.lower))
      return gap.count <= 1
        && context.units.equals(anyOf: aspects, Wording.core(context[part].label, context.units))
    }
  }

  private static let aspects = WordList([
    "支出", "实际支出", "实际采购", "采购", "执行", "执行数", "决算", "决算数", "净值", "到位", "实际到位", "支付", "已支付", "实际支付", "使用",
    "已使用", "实际使用", "实际完成", "支出数", "全年执行数", "预算执行数", "累计支出",
  ])

  /// 已支付67万元，未支付80万元，其中质保金29万元，工程尾款51万元; 上年支出103万元，其中货物60万元，服务43万元: the parts of the figure right before.
  static func areOfFigureRightBefore(
    _ parts: [Int], _ whole: Int, _ terms: [NarrativeContext.Value], _ sum: Int128,
    _ context: NarrativeContext
  ) -> Bool {
    guard let first = parts.min(), first - 1 > whole, context[first - 1].passage == context[first].passage,
      context[first - 1].role != .change, context.areAlike(context[first - 1], context[whole]),
      let before = context.value(context[first - 1])
    else { return false }
    return before.hasTail(sum - before.exact, terms: terms.count)
  }

  /// 其中：甲60万元；⏎乙30万元；⏎丙10万元。: a paragraph that ends in ； may not be the end of its list.
  static func goesOnBelow(_ parts: [Int], _ list: ClaimList, _ context: NarrativeContext) -> Bool {
    guard !list.isAcrossParagraphs, let last = parts.max() else { return false }
    let passages = context.claims.passages
    let (passage, below) = (passages[context[last].passage], context[last].passage + 1)
    guard passages.indices.contains(below),
      passage.slice.indices.last.map({ context.units[$0] == 0x3B }) ?? false
    else { return false }
    // （1）局机关90万元，其中基本支出60万元、项目支出20万元；⏎（2）…: what goes on are the items.
    return passage.ordinal.map { $0.style != passages[below].ordinal?.style } ?? true
  }

  /// 残疾人福利性单位 and 监狱企业 count as 小微企业 too.
  static func isAmongSmallFirms(_ part: Claim, _ context: NarrativeContext) -> Bool {
    context.units.contains(anyOf: amongSmall, in: part.label)
  }

  private static let amongSmall = WordList(["残疾人", "监狱", "福利性单位"])

  /// 支出217万元，为年初预算160万元的135.63%，其中项目支出173万元: a part larger than the figure right before it is of one before that.
  static func isOfFigureBefore(
    _ parts: [Int], _ terms: [NarrativeContext.Value], _ whole: Int, _ context: NarrativeContext
  ) -> Bool {
    guard parts.count == 1, let part = terms.first, context[parts[0]].passage == context[whole].passage
    else { return false }
    let first = context.claims.passages[context[whole].passage].claims.lowerBound
    return (first..<whole).contains {
      context[$0].sentence == context[whole].sentence && context[$0].role == .amount
        && context.areAlike(context[$0], context[whole])
        && (context.value(context[$0])?.exact ?? 0) >= part.exact
    }
  }

  /// 其中教育支出36万元，占30%；农林水支出24万元，占20%: the shares are right and say that there are more parts.
  static func areSomeWithShares(
    _ parts: [Int], _ terms: [NarrativeContext.Value], _ total: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    guard hasShares(parts, context), terms.count == parts.count, total.exact > 0 else { return false }
    // What is nearly all of it is meant to be all.
    let shared = parts.reduce(Int128(0)) { $0 + context[$1 + 1].amount.scaled }
    return shared < 90 * Scale.one
      && zip(parts, terms).allSatisfy { context.fits(context[$0 + 1].amount, $1, of: total) }
  }

  /// …、农林水支出24万元，其余为其他支出: the list does not name all.
  static func isGoneOn(behind parts: [Int], _ context: NarrativeContext) -> Bool {
    guard let last = parts.last else { return false }
    let end = context.claims.passages[context[last].passage].slice.upper
    let from = context[last].figure.upper
    return context.units.contains(anyOf: others, in: Slice(from, Swift.min(end, from + 16)))
  }

  private static let others = WordList(["其余", "剩余", "余下", "其他为", "其它为"])

  /// 本年收入90万元；本年支出80万元。其中：财政拨款收入60万元，事业收入30万元: parts of the other side.
  static func areOfOtherSide(_ parts: [Int], _ whole: Claim, _ context: NarrativeContext) -> Bool {
    let (own, other): (FigureConcept, FigureConcept) =
      whole.concept.contains(.expense) ? (.expense, .income) : (.income, .expense)
    return whole.concept.contains(own) && !whole.concept.contains(other)
      && parts.allSatisfy { context[$0].concept.contains(other) && !context[$0].concept.contains(own) }
  }

  /// 其中甲减少5万元。收、支总计均为6170万元: the sentence of the words that divide is over.
  static func isBehindStop(_ part: Int, _ list: ClaimList, _ context: NarrativeContext) -> Bool {
    let between = Slice(list.marker.upper, Swift.max(list.marker.upper, context[part].figure.lower))
    return between.indices.contains { context.units[$0] == 0x3002 }
  }

  /// 其中：甲90万元，占90%；乙、丙分别为6万元、4万元: the parts of a list, with those that only their order names.
  static func withOrdered(_ parts: [Int], _ list: ClaimList, _ context: NarrativeContext) -> [Int] {
    guard !list.isAcrossParagraphs, let last = parts.last, let first = parts.first,
      context[first].unit.money != nil
    else { return parts }
    let claims = context.claims.claims
    let passage = context.claims.passages[context[last].passage].claims
    var all = parts
    var at = first
    // Back to the words that divide, and on to the end of the sentence.
    while at > passage.lowerBound, context[at - 1].figure.lower > list.marker.upper { at -= 1 }
    while at < passage.upperBound, claims[at].sentence <= context[last].sentence {
      let row = RespectiveNames.row(around: at, context)
      defer { at = Swift.max(at + 1, row.upperBound) }
      guard row.lowerBound >= at, row.allSatisfy({ context[$0].role == .mention && !context[$0].isRough }),
        row.allSatisfy({ context[$0].unit == context[first].unit }),
        RespectiveNames.names(of: row, context) != nil, !isInner(row.lowerBound, list, context)
      else { continue }
      all += row
    }
    return all.count == parts.count ? parts : all.sorted()
  }

  /// Tells whether figures behind 分别为 divide a part of a list and not its whole: （其中乙、丙分别为6万元、4万元）.
  private static func isInner(_ index: Int, _ list: ClaimList, _ context: NarrativeContext) -> Bool {
    var i = context[index].figure.lower - 1
    while i > list.marker.upper {
      switch context.units[i] {
      case 0x3B, 0x3002: return false
      case 0x28: return true
      default: break
      }
      if context.units.starts(Slice(i, context[index].figure.lower), with: GrammarWords.ofWhich) {
        return true
      }
      i -= 1
    }
    return false
  }

  private static let serving = WordList(["在职", "在岗", "在编"])
  private static let retired = WordList(["退休", "离休"])
  private static let sofar: Word = "累计"

  /// 其中：甲9.42万元，主要为乙0.75万元；…: a part that names the largest of its own.
  static func areNested(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    zip(parts, parts.dropFirst()).contains { before, next in
      guard context[before].passage == context[next].passage,
        context[before].figure.upper < context[next].figure.lower
      else { return false }
      let between = Slice(context[before].figure.upper, context[next].figure.lower)
      let stop = between.indices.last { Unit.isStop(context.units[$0]) }
      let clause = Slice(stop ?? between.lower, between.upper)
      return clause.count <= longestLead && context.units.contains(anyOf: leads, in: clause)
    }
  }

  private static let leads = WordList(["主要为", "主要有", "主要是", "主要包括"])
  private static let longestLead = 40

  /// 其中甲安排26万元、支出24万元；乙安排16万元、支出14万元: each part has figures of several kinds.
  static func areOfSeveral(_ parts: [Int], _ list: ClaimList, _ context: NarrativeContext) -> Bool {
    let bare = parts.filter {
      context.units.equals(anyOf: kindsOfFigures, Wording.core(context[$0].label, context.units))
    }
    if !bare.isEmpty, bare.count < parts.count, !list.otherWholes.isEmpty { return true }
    var seen: Set<UInt64> = []
    return parts.contains {
      let words = Wording.core(context[$0].label, context.units)
      return words.count >= 2 && words.count <= 4 && context.units.equals(anyOf: kindsOfFigures, words)
        && !seen.insert(context.units.key(words)).inserted
    }
  }

  private static let kindsOfFigures = WordList(["支出", "结转", "执行", "结余", "安排", "到位", "收入", "预算", "决算", "实际支出"])
}
