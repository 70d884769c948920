/// Holds what is left at the end of a year against what was left at its beginning: 年初结转和结余35.20万元，…，年末结转和结余29.30万元，
/// 较年初减少5.90万元.
///
/// Rules: `direction`, `growth-rate`. Only a paragraph with one figure of each says which two are meant.
enum CarriedChange {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.unit.money != nil && !claim.isRough && !claim.amount.isZero
      && context.isJudged(claim.passage)
    {
      guard let cue = FigureCue.direction(claim, context), isSinceBeginning(cue.word, context),
        let (before, after) = ends(around: index, context)
      else { continue }
      check(index, cue, before, after, context, &inspection)
    }
  }

  /// 较年初减少, 比年初数增加: nothing else that the year began with, such as its budget.
  private static func isSinceBeginning(_ word: Slice, _ context: NarrativeContext) -> Bool {
    let from = Swift.max(0, word.lower - longestComparison)
    return context.units.ends(Slice(from, word.lower), withAnyOf: comparisons)
  }

  private static let comparisons = WordList([
    "较年初", "比年初", "与年初相比", "较年初数", "比年初数", "同年初相比", "较年初结转和结余", "比年初结转和结余", "较年初结转结余", "比年初结转结余",
  ])
  private static let longestComparison = 10

  /// What the year began with and what it left, the only figures of their kind in the paragraph before a change.
  private static func ends(around change: Int, _ context: NarrativeContext) -> (before: Int, after: Int)? {
    let claim = context[change]
    var (before, after): ([Int], [Int]) = ([], [])
    for index in context.claims.passages[claim.passage].claims where index != change {
      let other = context[index]
      guard other.role == .amount, other.unit == claim.unit, !other.isRough else { continue }
      if other.concept.contains(.carriedIn) { before.append(index) }
      if other.concept.contains(.carriedOut) { after.append(index) }
    }
    // 年末结转29.30万元，较年初减少5.90万元，包括一般公共预算22.60万元: what follows is none of them.
    guard let first = before.only, let last = after.first, after.allSatisfy({ $0 == last || $0 > change }),
      last < change, change - last <= mostBetween,
      context[last].sentence == claim.sentence,
      context[first].concept.source == context[last].concept.source
        || context[first].concept.source.isEmpty || context[last].concept.source.isEmpty
    else { return nil }
    return (first, last)
  }

  /// How many figures may stand between what is left and its change.
  private static let mostBetween = 1

  private static func check(
    _ index: Int, _ cue: (value: Int, word: Slice), _ before: Int, _ after: Int, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let claim = context[index]
    guard let difference = context.value(claim), let then = context.value(context[before]),
      let now = context.value(context[after]), !inspection.hasReported(rules, in: claim.figure),
      !inspection.hasReported(rules, in: cue.word)
    else { return }
    let step = now.step(from: then, going: cue.value)
    guard !step.interval.meets(difference.interval),
      let shown = context.shown(step.exact.magnitude, like: context[after])
    else { return }
    let isReversed = then.step(from: now, going: cue.value).interval.meets(difference.interval)
    let (larger, smaller) = now.exact >= then.exact ? (after, before) : (before, after)
    inspection.report(
      isReversed ? "direction" : "growth-rate",
      isReversed || Slip.isSlip(difference.exact, step.exact) ? .error : .warning,
      at: isReversed ? cue.word : claim.figure,
      Message(
        phrase, .amount(context[larger].amount, nil), .amount(context[smaller].amount, nil),
        .amount(shown, nil), .text(now.exact >= then.exact ? "增加" : "减少"),
        .text(context.draft.string(cue.word)), .text(context.draft.string(claim.figure))),
      related: context.related([before, after]), fixes: isReversed ? context.turned(cue.word) : [])
  }

  private static let rules: Set<String> = ["direction", "growth-rate"]
  private static let phrase = Phrase(
    "年末比年初{3} {0} − {1} = {2}，文中写{4} {5}", "{0} − {1} = {2}, the text says {4} {5}")
}
