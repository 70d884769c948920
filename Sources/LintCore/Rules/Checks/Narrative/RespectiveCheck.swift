/// Recalculates what is said of several amounts by their order: 甲60万元、乙30万元、丙10万元，分别占60%、30%和10%.
///
/// The order alone says what belongs to what, so one figure is only wrong where all others of its row are right.
enum RespectiveCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard passage.claims.count >= 4, context.units.contains(anyOf: several, in: passage.slice) else {
        continue
      }
      var at = passage.claims.lowerBound
      while at < passage.claims.upperBound {
        let row = row(from: at, passage, context)
        if row.count >= 2 { check(row, passage, context, &inspection) }
        at = Swift.max(at + 1, row.upperBound)
      }
    }
  }

  // MARK: Rows

  /// The figures that 分别 announces, each behind a sign of enumeration; empty where none begin at a claim.
  private static func row(
    from start: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Range<Int> {
    let first = context[start]
    guard first.role == .mention, context.units.contains(anyOf: several, in: first.label) else {
      return start..<start
    }
    var end = start + 1
    while end < passage.claims.upperBound, context[end].role == .mention, isNext(end, first, context) {
      end += 1
    }
    return start..<end
  }

  /// Tells whether a claim goes on with a row: nothing but 、 or 和 and a word of change stand before it.
  private static func isNext(_ index: Int, _ first: Claim, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    let gap = Slice(context[index - 1].figure.upper, claim.figure.lower)
    return claim.unit == first.unit && claim.sentence == first.sentence && !claim.isRough && gap.count <= 5
      && !gap.isEmpty
      && !context.units.contains(anyOf: several, in: gap)
  }

  /// The last amounts of money before a row in its sentence, one behind the other.
  private static func amounts(
    before start: Int, count: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> [Int]? {
    // 甲60万元（其中丙20万元）、乙40万元，二者各占60%、40%: what stands in brackets is none of them.
    let outer = (Swift.max(passage.claims.lowerBound, start - mostNear)..<start).filter {
      !isInBracket($0, until: start, context)
    }
    guard outer.count >= count else { return nil }
    let found = Array(outer.suffix(count))
    let isRow = found.allSatisfy {
      context[$0].unit.money != nil && !context[$0].isRough
        && context[$0].sentence == context[start].sentence
    }
    guard isRow else { return nil }
    if found.allSatisfy({ context[$0].role == .amount }) {
      return RespectiveSubjects.agree(found, outer, start, context)
    }
    // 甲、乙分别为60万元、40万元，分别占60%、40%
    let amounts = RespectiveNames.row(around: start - 1, context)
    return amounts == start - count..<start && found == Array(start - count..<start)
      && RespectiveNames.names(of: amounts, context) != nil
      ? found : nil
  }

  /// 单位资金和上年结转结余分别占0.47%和5.90%: the amounts that sentences before state of these names, each of them once.
  private static func named(_ row: Range<Int>, _ passage: Passage, _ context: NarrativeContext) -> [Int]? {
    let units = context.units
    let label = context[row.lowerBound].label
    guard let at = units.find(inTurn, in: label) else { return nil }
    let names = units.pieces(of: Slice(label.lower, at), partedBy: RespectiveNames.joins)
    guard names.count == row.count, names.allSatisfy({ $0.count >= 3 }) else { return nil }
    let before = (passage.claims.lowerBound..<row.lowerBound).suffix(mostNear)
    let found = names.compactMap { name in
      let own = before.filter { context[$0].role == .amount && isNamed($0, name, context) }
      return own.only
    }
    return found.count == row.count && Set(found).count == row.count ? found : nil
  }

  private static func isNamed(_ index: Int, _ name: Slice, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    return claim.unit.money != nil && !claim.isRough
      && context.units.areSame(Wording.core(claim.label, context.units), name)
  }

  private static let inTurn: Word = "分别占"

  /// How many figures before a row are looked at.
  private static let mostNear = 24

  /// Tells whether a bracket is open at a figure that closes before the shares.
  private static func isInBracket(_ index: Int, until end: Int, _ context: NarrativeContext) -> Bool {
    var depth = 0
    for i in context[index].figure.upper..<Swift.max(context[index].figure.upper, context[end].figure.lower) {
      switch context.units[i] {
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth < 0 { return true }
      case 0x3002, 0x3B: return false
      default: break
      }
    }
    return false
  }

  private static func check(
    _ row: Range<Int>, _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let first = context[row.lowerBound]
    guard first.unit == .percent else { return }
    // 占支出100万元的比重分别为60%、40%: the whole stands behind 占.
    let whole = row.lowerBound - 1
    let isWhole =
      passage.claims.contains(whole) && context.units.contains(share, in: context[whole].label)
      && context[whole].unit.money != nil && context[whole].figure.upper == first.label.lower
    if isWhole || context.units.contains(share, in: first.label) {
      guard
        let amounts = amounts(
          before: isWhole ? whole : row.lowerBound, count: row.count, passage, context)
          ?? named(row, passage, context)
      else { return }
      shares(row, amounts, isWhole ? context.value(context[whole]) : nil, context, &inspection)
    } else {
      let changes = row.lowerBound - row.count..<row.lowerBound
      guard changes.lowerBound >= passage.claims.lowerBound,
        self.row(from: changes.lowerBound, passage, context) == changes,
        context[changes.lowerBound].unit.money != nil,
        let amounts = amounts(before: changes.lowerBound, count: row.count, passage, context)
      else { return }
      rates(row, changes, amounts, context, &inspection)
    }
  }

  // MARK: Shares

  private static func shares(
    _ row: Range<Int>, _ amounts: [Int], _ named: NarrativeContext.Value?, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let parts = amounts.compactMap { context.value(context[$0]) }
    // 货物58.40万元，工程620.00元: a slip in the unit is told as such.
    guard parts.count == row.count, amounts.allSatisfy({ context[$0].unit == context[amounts[0]].unit })
    else { return }
    var odd: (at: Int, whole: NarrativeContext.Value)?
    var exchanged: [Int]?
    for whole in [named].compactMap(\.self) + wholes(amounts, parts, row.lowerBound, context)
    where whole.exact > 0 {
      let wrong = parts.indices.filter {
        !context.fits(context[row.lowerBound + $0].amount, parts[$0], of: whole)
      }
      guard let only = wrong.first else { return }
      if wrong.count == 1, odd == nil { odd = (only, whole) }
      if wrong.count == 2, odd == nil, exchanged == nil, areExchanged(wrong, row, parts, whole, context) {
        exchanged = wrong
      }
    }
    if let exchanged { return report(exchanged: exchanged, row, amounts, context, &inspection) }
    guard let odd, let total = context.shown(odd.whole.exact.magnitude, like: context[amounts[odd.at]]) else {
      return
    }
    // 甲、乙分别为60万元和40万元: 和 is no name to tell.
    let name = Wording.core(context[amounts[odd.at]].label, context.units)
    guard !context.units.equals(anyOf: GrammarWords.joints, name) else { return }
    var claim = context[row.lowerBound + odd.at]
    claim.subject = amounts[odd.at]
    guard let computed = context.percent(parts[odd.at], of: odd.whole, like: claim.amount) else { return }
    _ = ShareCheck.report(
      claim, ShareCheck.phrases.wrong, .error, whole: total, computed, context.related(amounts), context,
      &inspection)
  }

  /// Tells whether each of two shares that do not fit is that of the other part: 分别占93.58%、4.51% for 4.51%、93.58%.
  private static func areExchanged(
    _ wrong: [Int], _ row: Range<Int>, _ parts: [NarrativeContext.Value], _ whole: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    zip(wrong, wrong.reversed()).allSatisfy { at, other in
      context.fits(context[row.lowerBound + at].amount, parts[other], of: whole)
        && context[row.lowerBound + at].amount.digits >= 10
    }
  }

  private static func report(
    exchanged: [Int], _ row: Range<Int>, _ amounts: [Int], _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard let first = exchanged.first, let last = exchanged.last else { return }
    let shares = [first, last].map { context[row.lowerBound + $0] }
    inspection.report(
      "share", .error, at: Slice(shares[0].figure.lower, shares[1].figure.upper),
      Message(
        swapped, .text(context.name(context[amounts[first]])), .text(context.draft.string(shares[1].figure)),
        .text(context.name(context[amounts[last]])), .text(context.draft.string(shares[0].figure))),
      related: context.related([amounts[first], amounts[last]]))
  }

  /// What the shares can be of: what the words before them name, the whole of the list, the sum of the parts, and where
  /// there are several shares to agree on it, any amount said before.
  private static func wholes(
    _ amounts: [Int], _ parts: [NarrativeContext.Value], _ share: Int, _ context: NarrativeContext
  ) -> [NarrativeContext.Value] {
    var found = [parts.dropFirst().reduce(parts[0]) { $0 + $1 }]
    let units = context.units
    let label = context[share].label
    if let at = units.find(self.share, in: label) {
      var base = Slice(at + 1, label.upper)
      for word in GrammarWords.shareTails where units.ends(base, with: word) { base.upper -= word.count }
      if !base.isEmpty {
        found += context.amounts(saying: base, before: amounts[0], reach: 40).compactMap {
          context.value(context[$0])
        }
      }
    }
    found += context.wholes(of: amounts[0]).compactMap { context.value(context[$0]) }
    let isFirst = context.claims.passages[context[share].passage].claims.lowerBound
    let reach = parts.count > 2 ? Swift.max(0, amounts[0] - 40) : Swift.max(isFirst, amounts[0] - 1)
    found += (reach..<amounts[0]).reversed().filter {
      context[$0].role == .amount && context[$0].unit.money != nil
    }.compactMap { context.value(context[$0]) }
    return found
  }

  // MARK: Changes

  private static func rates(
    _ row: Range<Int>, _ changes: Range<Int>, _ amounts: [Int], _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let wrong = amounts.indices.filter {
      !fits(row.lowerBound + $0, changes.lowerBound + $0, amounts[$0], context)
    }
    guard let k = wrong.only else { return }
    let (rate, change) = (row.lowerBound + k, changes.lowerBound + k)
    guard let up = direction(change, context), let grows = direction(rate, context),
      let base = base(change, amounts[k], context), let difference = context.value(context[change]),
      let computed = context.percent(difference, of: base, like: context[rate].amount),
      let before = context.shown(base.exact.magnitude, like: context[amounts[k]])
    else { return }
    if up.value != grows.value {
      return inspection.report(
        "direction", .error, at: grows.word,
        Message(
          opposite, .text(context.draft.string(up.word)), .text(context.draft.string(context[change].figure)),
          .text(context.draft.string(grows.word)), .text(context.draft.string(context[rate].figure))),
        related: context.related([change]), fixes: context.turned(grows.word))
    }
    inspection.report(
      "growth-rate", .error, at: context[rate].figure,
      Message(
        wrongRate, .text(context.name(context[amounts[k]])), .amount(context[change].amount, nil),
        .amount(before, nil), .percent(computed), .text(context.draft.string(context[rate].figure))),
      related: context.related([amounts[k], change]),
      fixes: context.fix(context[rate].digits, ShareCheck.shown(computed, context[rate].amount)))
  }

  /// Tells whether a rate is that of its change, and their words point in one direction.
  private static func fits(_ rate: Int, _ change: Int, _ amount: Int, _ context: NarrativeContext) -> Bool {
    guard let up = direction(change, context), let grows = direction(rate, context), up.value == grows.value,
      let base = base(change, amount, context), let difference = context.value(context[change])
    else { return false }
    return context.fits(context[rate].amount, difference, of: base)
  }

  /// The amount before it changed.
  private static func base(
    _ change: Int, _ amount: Int, _ context: NarrativeContext
  ) -> NarrativeContext.Value? {
    guard let up = direction(change, context), let difference = context.value(context[change]),
      let value = context.value(context[amount])
    else { return nil }
    let base = up.value > 0 ? value - difference : value + difference
    return base.exact > 0 ? base : nil
  }

  /// The word of change before a figure.
  private static func direction(
    _ index: Int, _ context: NarrativeContext
  ) -> (value: Int, word: Slice)? {
    let label = context[index].label
    return context.direction(in: Slice(Swift.max(label.lower, label.upper - 4), label.upper))
  }

  private static let several = WordList(["分别", "三者", "两者", "二者", "四者", "各占", "依次"])
  private static let share: Word = "占"
  private static let swapped = Phrase(
    "按先后对应，{0}应占 {1}，{2}应占 {3}，文中两者对调", "By their order {0} is {1} and {2} is {3}: the two are exchanged")
  private static let opposite = Phrase(
    "按先后对应，前文写{0} {1}，后文却写{2} {3}，方向相反", "“{0} {1}” and “{2} {3}”, which belong together, point apart")
  private static let wrongRate = Phrase(
    "按先后对应，{0}：{1} ÷ {2} = {3}，文中写 {4}", "{0}: {1} ÷ {2} = {3}, the text says {4}")
}
