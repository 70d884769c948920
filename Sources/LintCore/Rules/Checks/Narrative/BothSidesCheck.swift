/// Holds the two sides of the budget against each other: 收入总计 = 支出总计, and each is the figure of the year with
/// what was carried in or out.
///
/// The words of sentences are looser than the heads of tables, so only what one slip of the pen explains is certain.
enum BothSidesCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var section = -1
    var totals: [Int] = []
    for (index, claim) in context.claims.claims.enumerated() {
      guard claim.role == .amount, claim.unit.money != nil, claim.concept.contains(.grand), claim.list < 0,
        claim.concept.measure.isEmpty, context.isJudged(claim.passage)
      else { continue }
      let own = context.claims.passages[claim.passage].section
      if own != section { totals = [] }
      section = own
      if let other = totals.last(where: { areSides(context[$0], claim) }) {
        compare(other, index, context, &inspection)
      }
      totals.append(index)
    }
    for index in context.claims.claims.indices { ordered(index, context, &inspection) }
    for (first, second) in zip(context.claims.lists, context.claims.lists.dropFirst()) {
      lists(first, second, context, &inspection)
    }
  }

  /// 收、支总计分别为4125.49万元、4143.91万元: the two in their order.
  private static func ordered(_ index: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let (claim, next) = (context[index], index + 1)
    guard claim.role == .mention, claim.unit.money != nil, claim.concept.contains([.both, .grand]),
      claim.concept.measure.isEmpty, context.claims.claims.indices.contains(next),
      context[next].passage == claim.passage, context[next].unit == claim.unit,
      context[next].label.count <= 1, context[next].digits.lower - claim.figure.upper == 1,
      context.units.ends(claim.label, withAnyOf: each), context.isJudged(claim.passage), !claim.isRough,
      isOfOneYear(claim, context), !goesOn(behind: next, context),
      !context.units.contains(anyOf: GrammarWords.lastYear, in: claim.label),
      let income = context.value(claim), let expense = context.value(context[next]),
      !income.agreesAsWritten(with: expense)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: context[next].figure,
      Message(apart, .amount(claim.amount, nil), .amount(context[next].amount, nil)),
      related: [context.related(claim)])
  }

  /// 2021年、2022年和2023年，收支总计分别为…: totals of several years are no sides.
  private static func isOfOneYear(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let start = context.units.sentenceStart(
      before: claim.figure.lower, from: context.claims.passages[claim.passage].slice.lower)
    let lead = Slice(start, claim.figure.lower)
    let years = DocumentYear.years(lead, context.units)
    return (years.isEmpty || years.only != nil) && !context.units.contains(anyOf: spans, in: lead)
  }

  private static let spans = WordList(["年、", "两年", "三年", "-", "至20", "~", "—", "和20", "与20"])

  /// Tells whether a third figure goes on with two.
  private static func goesOn(behind index: Int, _ context: NarrativeContext) -> Bool {
    let next = index + 1
    return context.claims.claims.indices.contains(next)
      && context[next].passage == context[index].passage
      && context[next].digits.lower - context[index].figure.upper <= 1
  }

  private static let each = WordList(["分别为", "分别是", "各是", "各为", "分别"])
  private static let apart = Phrase(
    "收入总计 {0}，支出总计 {1}，两者应相等", "The income is {0} in all, the spending {1}; the two must be equal")

  /// 收入包括：…；支出包括：… without a total: the two make the same.
  private static func lists(
    _ first: ClaimList, _ second: ClaimList, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard first.whole < 0, second.whole < 0, !first.isOpen, !second.isOpen, follows(income, first, context),
      follows(expense, second, context), let last = second.parts.last, let start = first.parts.first,
      context[start].passage == context[last].passage, context.isJudged(context[last].passage)
    else { return }
    let (left, right) = (first.parts.compactMap(money), second.parts.compactMap(money))
    func money(_ claim: Int) -> NarrativeContext.Value? {
      context[claim].unit == context[start].unit ? context.value(context[claim]) : nil
    }
    guard left.count == first.parts.count, right.count == second.parts.count, left.count + right.count >= 4
    else { return }
    let (a, b) = (left.reduce(Int128(0)) { $0 + $1.exact }, right.reduce(Int128(0)) { $0 + $1.exact })
    let slips = Slip.culprits(a - b, left).count + Slip.culprits(b - a, right).count
    let tail = (left + right).reduce(Int128(0)) { $0 + $1.half }
    guard (a - b).magnitude > tail.magnitude, slips > 0,
      let shown = context.shown(a.magnitude, like: context[start]),
      let other = context.shown(b.magnitude, like: context[start])
    else { return }
    inspection.report(
      "narrative-sum", .error, at: Slice(context[start].figure.lower, context[last].figure.upper),
      Message(listed, .amount(shown, nil), .amount(other, nil)),
      related: context.related(first.parts + second.parts))
  }

  /// Tells whether a word stands right before the marker of a list.
  private static func follows(_ word: Word, _ list: ClaimList, _ context: NarrativeContext) -> Bool {
    let from = Swift.max(0, list.marker.lower - word.count)
    return list.marker.lower > 0 && context.units.equals(Slice(from, list.marker.lower), word)
  }

  private static let income: Word = "收入"
  private static let expense: Word = "支出"
  private static let listed = Phrase(
    "收入各项之和 {0}，支出各项之和 {1}，两者应相等", "The income makes {0}, the spending {1}; the two must be equal")

  /// 收入总计 and 支出总计 of the same funds, in one breath.
  private static func areSides(_ a: Claim, _ b: Claim) -> Bool {
    let (first, second) = (a.concept.intersection(flows), b.concept.intersection(flows))
    return first == .income && second == .expense && a.concept.source == b.concept.source
      && b.passage - a.passage <= 2 && a.unit == b.unit && a.year == b.year
  }

  private static let flows: FigureConcept = [.income, .expense, .both]

  private static func compare(
    _ first: Int, _ second: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    // A table that says otherwise has been named already.
    let isReported = context.figures.bindings.contains {
      ($0.claim == first || $0.claim == second) && $0.outcome != .agrees
    }
    guard !isReported, let a = context.value(context[first]), let b = context.value(context[second]),
      !a.interval.meets(b.interval), !isBalanced(first, second, a.exact - b.exact, context),
      Slip.isSlip(a.exact, b.exact) || areTotals(context[first], context[second], context),
      context.units.contains(total, in: context[first].label),
      context.units.contains(total, in: context[second].label)
    else { return }
    inspection.report(
      "narrative-sum", Slip.isSlip(a.exact, b.exact) ? .error : .warning, at: context[second].figure,
      Message(
        phrase, .text(context.name(context[first])), .text(context.draft.string(context[first].figure)),
        .text(context.name(context[second])), .text(context.draft.string(context[second].figure))),
      related: [context.related(context[first])])
  }

  /// 收支相抵，年终结余3万元: what lies between the two is stated behind them.
  private static func isBalanced(
    _ first: Int, _ second: Int, _ gap: Int128, _ context: NarrativeContext
  ) -> Bool {
    let end = context.claims.passages[context[second].passage].claims.upperBound
    return (second + 1..<Swift.max(second + 1, end)).contains {
      context.units.contains(anyOf: balances, in: context[$0].label)
        && context.value(context[$0])?.exact.magnitude == gap.magnitude
    }
  }

  private static let balances = WordList(["结余", "结转", "相抵", "滚存"])

  /// 收入总计…，支出总计… in one sentence are equal by definition, whatever came between.
  private static func areTotals(_ a: Claim, _ b: Claim, _ context: NarrativeContext) -> Bool {
    a.passage == b.passage && a.sentence == b.sentence
      && [a, b].allSatisfy { context.units.ends(Wording.core($0.label, context.units), with: grandTotal) }
  }

  private static let grandTotal: Word = "总计"
  private static let total: Word = "总"
  private static let phrase = Phrase(
    "{0} {1}，{2} {3}，收支两个总数应相等", "{0} is {1}, {2} is {3}; the two totals must be equal")
}
