/// Holds the shares of small firms by kind of purchase against what they were given in all: 货物采购授予中小企业合同金额占
/// 货物支出金额的84.72%, and so on for 工程 and 服务.
enum SmallFirmShares {
  static func check(_ context: NarrativeContext, _ inspection: inout Inspection) {
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard passage.claims.count >= 6, context.units.contains(awarded, in: passage.slice) else { continue }
      check(passage, context, &inspection)
    }
  }

  private static func check(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let shares = passage.claims.filter {
      context[$0].role == .share && !context[$0].isRough
        && context.units.contains(firms, in: own(context[$0])) && kind(own(context[$0]), context) != nil
        && kind(context[$0].base, context) == kind(own(context[$0]), context)
    }
    for share in shares where context[share].amount.scaled > 100 * Scale.one {
      inspection.report(
        "share", .error, at: context[share].figure,
        Message(beyond, .text(context.draft.string(context[share].figure))))
      return
    }
    guard shares.count >= 2, shares.count <= 3,
      let total = only(passage, context, where: { context.units.ends($0.label, with: awarded) }),
      let whole = context.value(context[total])
    else { return }
    var sum = Int128(0)
    var tolerance = whole.writtenHalf
    for kind in kinds {
      let share = shares.filter { self.kind(own(context[$0]), context) == kind }
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
      let (reach, isTooFar) = value.exact.multipliedReportingOverflow(by: context[share].amount.lastPlace)
      guard !overflow, !isTooFar else { return }
      sum += product / (100 * Scale.one)
      tolerance += reach / (100 * Scale.one) + value.writtenHalf
    }
    guard (sum - whole.exact).magnitude > tolerance.magnitude,
      let shown = context.shown(sum.magnitude, like: context[total])
    else { return }
    inspection.report(
      "share", .warning, at: context[shares[0]].figure,
      Message(differs, .amount(shown, nil), .text(context.draft.string(context[total].figure))),
      related: context.related(Array(shares.dropFirst()) + [total]))
  }

  /// The words before 占.
  private static func own(_ claim: Claim) -> Slice {
    Slice(claim.label.lower, Swift.max(claim.label.lower, Swift.min(claim.word.lower, claim.label.upper)))
  }

  private static func kind(_ slice: Slice, _ context: NarrativeContext) -> FigureConcept? {
    let concept = context.lexicon.concept(of: slice, context.units).concept
    let found = kinds.filter { concept.contains($0) }
    return found.count == 1 ? found.first : nil
  }

  /// The one amount of a passage that is asked for.
  private static func only(
    _ passage: Passage, _ context: NarrativeContext, where isMeant: (Claim) -> Bool
  ) -> Int? {
    let found = passage.claims.filter {
      context[$0].role == .amount && context[$0].unit.money != nil && isMeant(context[$0])
    }
    return found.count == 1 ? found.first : nil
  }

  private static let kinds: [FigureConcept] = [.goods, .works, .services]
  private static let firms: Word = "中小企业"
  private static let awarded: Word = "授予中小企业合同金额"
  private static let beyond = Phrase(
    "部分不可能超过全部的 100%，文中写占 {0}", "No part is more than its whole; the text says {0}")
  private static let differs = Phrase(
    "按货物、工程、服务各自的占比推算，授予中小企业合同金额合计约 {0}，文中写 {1}",
    "By the shares of goods, works and services small firms were given {0} in all; the text says {1}")
}
