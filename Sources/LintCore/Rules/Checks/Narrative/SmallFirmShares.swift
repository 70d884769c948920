/// Holds the shares of small firms by kind of purchase against what they were given in all: 货物采购授予中小企业合同金额占
/// 货物支出金额的84.72%, and so on for 工程 and 服务.
enum SmallFirmShares {
  static func check(_ context: NarrativeContext, _ inspection: inout Inspection) {
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard passage.claims.count >= 6, context.units.contains(firms, in: passage.slice) else { continue }
      check(passage, context, &inspection)
    }
  }

  private static func check(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let named = passage.claims.filter {
      context[$0].role == .share && !context[$0].isRough
        && context.units.contains(firms, in: own(context[$0])) && kind(own(context[$0]), context) != nil
        && kind(context[$0].base, context) == kind(own(context[$0]), context)
    }
    let shares =
      named.isEmpty ? row(of: passage, context) : named.map { (kind(own(context[$0]), context), $0) }
    for (_, share) in shares where context[share].amount.scaled > 100 * Scale.one {
      inspection.report(
        "share", .error, at: context[share].figure,
        Message(NarrativePhrases.moreThanWhole, .text(context.draft.string(context[share].figure))))
      return
    }
    guard shares.count >= 2, shares.count <= 3,
      let total = only(passage, context, where: { isAwarded($0, context) }),
      let whole = context.value(context[total])
    else { return }
    // 100% beside 84.89% is 100.00%.
    let decimals = shares.map { context[$0.1].amount.decimals }.max() ?? 0
    var sum = Int128(0)
    var tolerance = whole.writtenHalf
    for kind in kinds {
      let share = shares.filter { $0.0 == kind }.map(\.1)
      guard share.count <= 1,
        let amount = only(
          passage, context,
          where: {
            $0.concept.contains(kind) && !context.units.contains(firms, in: $0.label) && $0.role == .amount
          }), let value = context.value(context[amount])
      else { return }
      guard let share = share.first else {
        if value.exact == 0 { continue }
        return
      }
      let (product, overflow) = value.exact.multipliedReportingOverflow(by: context[share].amount.scaled)
      let (reach, isTooFar) = value.exact.multipliedReportingOverflow(
        by: Amount(digits: 0, decimals: decimals).lastPlace)
      guard !overflow, !isTooFar else { return }
      sum += product / (100 * Scale.one)
      tolerance += reach / (100 * Scale.one) + value.writtenHalf
    }
    guard (sum - whole.exact).magnitude > tolerance.magnitude,
      let shown = context.shown(sum.magnitude, like: context[total])
    else { return }
    inspection.report(
      "share", .warning, at: context[shares[0].1].figure,
      Message(differs, .amount(shown, nil), .text(context.draft.string(context[total].figure))),
      related: context.related(shares.dropFirst().map(\.1) + [total]))
  }

  /// 货物、工程、服务类采购中授予中小企业的比例依次为90.70%、100.00%和89.75%: three shares in the order of their kinds.
  private static func row(of passage: Passage, _ context: NarrativeContext) -> [(FigureConcept?, Int)] {
    for index in passage.claims.dropLast(2)
    where context[index].unit == .percent && context.units.contains(anyOf: several, in: context[index].label)
    {
      let row = [index, index + 1, index + 2]
      let from = context.units.sentenceStart(before: context[index].label.lower, from: passage.slice.lower)
      let words = Slice(from, context[index].figure.lower)
      let places = names.compactMap { context.units.find($0, in: words) }
      guard places.count == 3, places == places.sorted(), context.units.contains(firms, in: words),
        row.allSatisfy({ context[$0].unit == .percent && !context[$0].isRough }),
        zip(row, row.dropFirst()).allSatisfy({
          context[$1].figure.lower - context[$0].figure.upper <= 1
        })
      else { continue }
      return Array(zip(kinds, row))
    }
    return []
  }

  /// Tells whether an amount is what small firms were given in all.
  private static func isAwarded(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let label = claim.label
    return context.units.contains(firms, in: label) && !context.units.contains(anyOf: smaller, in: label)
      && claim.concept.isDisjoint(with: [.goods, .works, .services])
  }

  /// The words before 占.
  private static func own(_ claim: Claim) -> Slice {
    Slice(claim.label.lower, Swift.max(claim.label.lower, Swift.min(claim.word.lower, claim.label.upper)))
  }

  private static func kind(_ slice: Slice, _ context: NarrativeContext) -> FigureConcept? {
    let concept = context.lexicon.concept(of: slice, context.units).concept
    let found = kinds.filter { concept.contains($0) }
    return found.only
  }

  /// The one amount of a passage that is asked for.
  private static func only(
    _ passage: Passage, _ context: NarrativeContext, where isMeant: (Claim) -> Bool
  ) -> Int? {
    let found = passage.claims.filter {
      context[$0].role == .amount && context[$0].unit.money != nil && isMeant(context[$0])
    }
    return found.only
  }

  private static let kinds: [FigureConcept] = [.goods, .works, .services]
  private static let firms: Word = "中小企业"
  private static let names: [Word] = ["货物", "工程", "服务"]
  private static let several = WordList(["分别", "依次"])
  private static let smaller = WordList(["小微", "小型", "微型", "预留"])
  private static let differs = Phrase(
    "按货物、工程、服务各自的占比推算，授予中小企业合同金额合计约 {0}，文中写 {1}",
    "By the shares of goods, works and services small firms were given {0} in all; the text says {1}")
}
