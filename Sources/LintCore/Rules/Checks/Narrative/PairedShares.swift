/// Adds up the shares of two parts that are all there are: 人员经费与公用经费分别占92.53%和7.47%.
///
/// Rule: `share-sum`. The two may be shares of something larger, so only two exchanged digits are certain.
enum PairedShares {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let claims = context.claims.claims
    for (index, next) in zip(claims.indices, claims.indices.dropFirst())
    where claims[index].unit == .percent && claims[next].unit == .percent && isNext(next, index, context) {
      let first = claims[index]
      guard !first.isRough, context.isJudged(first.passage),
        context.units.contains(anyOf: orders, in: first.label)
      else { continue }
      check(index, first, context, &inspection)
    }
    together(context, &inspection)
  }

  // MARK: More than the whole

  /// 基本支出247万元，占一般公共预算支出的84.06%。… 项目支出46万元，占一般公共预算支出的19.62%: two parts are more than their whole.
  private static func together(_ context: NarrativeContext, _ inspection: inout Inspection) {
    var last: Int?
    for (index, claim) in context.claims.claims.enumerated()
    where claim.role == .share && !claim.isRough && !kind(index, context).isEmpty {
      defer { last = index }
      guard let before = last, claim.passage - context[before].passage <= 3,
        context.isJudged(claim.passage), isSameBase(before, index, context),
        pairs(kind(before, context), kind(index, context)),
        context.claims.passages[claim.passage].section
          == context.claims.passages[context[before].passage].section
      else { continue }
      let first = context[before]
      let sum = first.amount.scaled + claim.amount.scaled
      let tail = first.amount.lastPlace + claim.amount.lastPlace
      guard first.amount.isCalculable, claim.amount.isCalculable, sum - hundred > tail,
        !inspection.hasReported(rules, in: Slice(first.figure.lower, claim.figure.upper)),
        let shown = Amount(scaled: sum, decimals: Swift.max(first.amount.decimals, claim.amount.decimals))
      else { continue }
      inspection.report(
        "share-sum", .warning, at: claim.figure,
        Message(
          phrase, .text(context.draft.string(first.figure)), .text(context.draft.string(claim.figure)),
          .percent(shown)), related: [context.related(first)])
    }
  }

  /// The one part of a pair that a share is of, by the amount before it or by its own words.
  private static func kind(_ index: Int, _ context: NarrativeContext) -> FigureConcept {
    let claim = context[index]
    let own = context.lexicon.concept(
      of: Slice(claim.label.lower, Swift.max(claim.label.lower, claim.word.lower)), context.units
    ).concept.narrowMeasure.intersection(parts)
    if !own.isEmpty || claim.subject < 0 { return own }
    return context[claim.subject].concept.narrowMeasure.intersection(parts)
  }

  private static let parts: FigureConcept = [.basic, .project, .personnel, .running]

  private static func pairs(_ a: FigureConcept, _ b: FigureConcept) -> Bool {
    [[.basic, .project], [.personnel, .running]].contains(a.union(b)) && a.isDisjoint(with: b)
  }

  private static func isSameBase(_ a: Int, _ b: Int, _ context: NarrativeContext) -> Bool {
    let bases = [a, b].map { Wording.core(context[$0].base, context.units) }
    return bases[0].count >= 2 && context.units.areSame(bases[0], bases[1])
  }

  private static func check(
    _ index: Int, _ first: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let passage = context.claims.passages[first.passage]
    let next = index + 1
    guard passage.claims.contains(next), isNext(next, index, context),
      !(passage.claims.contains(next + 1) && isNext(next + 1, next, context)),
      isWhole(first, passage, context)
    else { return }
    let second = context[next]
    let sum = first.amount.scaled + second.amount.scaled
    let tail = first.amount.half + second.amount.half
    guard first.amount.isCalculable, second.amount.isCalculable,
      (sum - hundred).magnitude > tail.magnitude + first.amount.lastPlace.magnitude, isSwap(first, second),
      !inspection.hasReported(rules, in: Slice(first.figure.lower, second.figure.upper)),
      let shown = Amount(scaled: sum, decimals: Swift.max(first.amount.decimals, second.amount.decimals))
    else { return }
    inspection.report(
      "share-sum", .warning, at: Slice(first.figure.lower, second.figure.upper),
      Message(
        phrase, .text(context.draft.string(first.figure)), .text(context.draft.string(second.figure)),
        .percent(shown)))
  }

  private static let hundred = 100 * Scale.one

  /// Tells whether two exchanged digits in one of two shares explain that they do not make the whole.
  private static func isSwap(_ first: Claim, _ second: Claim) -> Bool {
    [(first, second), (second, first)].contains { one, other in
      PlainSlip.swaps(of: one.amount).contains {
        ($0.scaled + other.amount.scaled - hundred).magnitude <= one.amount.lastPlace.magnitude
      }
    }
  }

  private static func isNext(_ index: Int, _ before: Int, _ context: NarrativeContext) -> Bool {
    let claims = context.claims.claims
    return claims[index].unit == .percent && claims[index].digits.lower - claims[before].figure.upper <= 1
  }

  /// Tells whether the words before the shares name two parts that make a whole.
  private static func isWhole(_ first: Claim, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    let units = context.units
    let start = units.sentenceStart(before: first.digits.lower, from: passage.slice.lower)
    let clause = FigureCue.clause(first, context)
    let sentence = Slice(start, first.digits.lower)
    return pairs.contains { pair in pair.allSatisfy { units.contains($0, in: clause) } }
      || units.contains(anyOf: twoParts, in: clause)
        && pairs.contains { pair in
          pair.allSatisfy { units.contains($0, in: sentence) }
        }
  }

  private static let orders = WordList(["分别占", "占比分别为", "各占", "比重分别为"])
  private static let pairs: [[Word]] = [["基本支出", "项目支出"], ["人员经费", "公用经费"]]
  private static let twoParts = WordList(["两部分", "两者", "二者", "两项"])
  private static let rules: Set<String> = ["share", "share-sum"]
  private static let phrase = Phrase(
    "两部分占比 {0} 与 {1} 之和为 {2}，不是 100%", "The shares {0} and {1} make {2}, not 100%")
}
