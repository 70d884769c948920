/// How the percentages of a draft were worked out, as far as most of them show.
///
/// 17.47 ÷ 21.00 is 83.19 %, and amounts that round to these can give anything from 83.15 % to 83.23 %. Where all the other
/// percentages of a draft are just what their figures give as they are written, the odd one is a slip and no rounding.
struct QuotientStyle {
  /// The percentages for which rounded amounts leave a choice, and that are nevertheless those of the amounts as they are
  /// written; how improbable that is otherwise, in quarters of a bit; and those that are not.
  private var (told, doubt, off) = (0, 0, 0)

  /// The percentages are those of the figures as they are written.
  var isOfWrittenFigures: Bool { doubt >= Self.leastDoubt && told >= Self.mostOdd * off }

  /// One in 128.
  private static let leastDoubt = 28
  /// One of so many may be another.
  private static let mostOdd = 4

  /// Looks at the percentages that speak of an amount, or of a change, of money.
  ///
  /// - Complexity: O(n) in the number of claims.
  init(_ context: NarrativeContext) {
    for (index, claim) in context.claims.claims.enumerated()
    where claim.unit == .percent && claim.subject >= 0 && claim.amount.decimals > 0 && !claim.isRough {
      guard [.rate, .share, .completion].contains(claim.role),
        context.claims.claims.indices.contains(claim.subject),
        context[claim.subject].passage == claim.passage, let part = context.value(context[claim.subject]),
        part.exact > 0, context[claim.subject].unit.money != nil
      else { continue }
      let bases = Self.bases(of: index, part, context)
      var pairs = bases.map { (part: part, whole: $0) }
      // 决算26万元，预算30万元，完成预算的86.67%: the budget may be what stands last.
      if claim.role == .completion { pairs += bases.map { (part: $0, whole: part) } }
      count(claim.amount, pairs)
    }
  }

  /// What a percentage can be of: the amounts before it in its paragraph; of a rate also what they were before the change.
  private static func bases(
    of index: Int, _ part: NarrativeContext.Value, _ context: NarrativeContext
  ) -> [NarrativeContext.Value] {
    let claim = context[index]
    let first = Swift.max(context.claims.passages[claim.passage].claims.lowerBound, index - mostNear)
    var found: [NarrativeContext.Value] = []
    for other in first..<Swift.max(first, index)
    where other != claim.subject && context[other].unit.money != nil && context[other].role != .change {
      guard let value = context.value(context[other]) else { continue }
      found.append(value)
      if claim.role == .rate { found.append(value.before(part, going: context[claim.subject].direction)) }
    }
    return found.filter { $0.exact > 0 }
  }

  private static let mostNear = 24

  private mutating func count(
    _ stated: Amount, _ pairs: [(part: NarrativeContext.Value, whole: NarrativeContext.Value)]
  ) {
    let interval = Interval(rounding: stated)
    var isOff = false
    for (part, whole) in pairs where !part.isRound && !whole.isRound {
      guard let range = Interval.percent(part.interval, of: whole.interval), interval.meets(range),
        let written = Interval.percent(
          Interval(part.exact, part.exact), of: Interval(whole.exact, whole.exact))
      else { continue }
      guard interval.meets(written) || Interval(cutting: stated).meets(written) else {
        isOff = true
        continue
      }
      let (width, isWide) = range.high.subtractingReportingOverflow(range.low)
      let (places, isTooWide) = width.multipliedReportingOverflow(by: 16)
      guard !isWide, !isTooWide else { continue }
      let choice = Self.choice(places / Swift.max(1, stated.lastPlace))
      told += choice > 0 ? 1 : 0
      doubt += choice
      return
    }
    if isOff { off += 1 }
  }

  /// The logarithm of a number of places, given in sixteenths, in quarters of a bit, rounded down; nothing for one place.
  private static func choice(_ sixteenths: Int128) -> Int {
    guard sixteenths >= 32 else { return 0 }
    let bits = Int128.bitWidth - 1 - sixteenths.leadingZeroBitCount
    let rest = sixteenths >> (bits - 5)
    return 4 * (bits - 4) + (rest >= 54 ? 3 : rest >= 46 ? 2 : rest >= 39 ? 1 : 0)
  }
}

extension Inspection {
  /// How much a verdict on a percentage weighs: what rounding can explain is odd in a draft where it explains nothing else.
  mutating func severity(of verdict: NarrativeContext.Verdict, _ context: NarrativeContext) -> Severity? {
    switch verdict {
    case .withinRounding: quotientStyle(context).isOfWrittenFigures ? .warning : .info
    // Cutting is a habit that a draft need not have throughout.
    case .right, .ofRoundFigures, .cut, .cutOfRounded, .lastPlace, .onlyIfRounded, .wrong: verdict.severity
    }
  }

  /// The same, where the percentage may be of other figures: then only what is an info by itself is told, as an info.
  mutating func severity(
    of verdict: NarrativeContext.Verdict, _ context: NarrativeContext, unless hasRival: () -> Bool
  ) -> Severity? {
    let severity = severity(of: verdict, context)
    guard severity.map({ $0 > .info }) ?? false, hasRival() else { return severity }
    return verdict.severity == .info ? .info : nil
  }

  /// How the percentages of the text were worked out; found out when that is first asked for.
  mutating func quotientStyle(_ context: NarrativeContext) -> QuotientStyle {
    let style = knownStyle ?? QuotientStyle(context)
    knownStyle = style
    return style
  }
}
