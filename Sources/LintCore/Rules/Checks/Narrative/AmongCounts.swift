/// Adds up what a number of things is told apart by: 12个项目中，甲单位6个、乙单位4个、丙单位2个; 21个科目中15个增加，5个
/// 减少，1个持平.
enum AmongCounts {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let claims = context.claims.claims
    for (index, claim) in claims.enumerated()
    where claim.unit == .items && claim.role == .amount && !claim.isRough && claim.amount.decimals == 0 {
      guard index + 3 < claims.count, claims[index + 3].passage == claim.passage else { continue }
      if let parts = enumerated(index, context) ?? trends(index, context) {
        check(index, parts, context, &inspection)
      }
    }
  }

  private static func check(
    _ whole: Int, _ parts: [Int], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let total = context.value(context[whole]) else { return }
    let terms = parts.compactMap { context.value(context[$0]) }
    let sum = terms.reduce(Int128(0)) { $0 + $1.exact }
    guard sum != total.exact, Slip.explains(sum - total.exact, terms, total),
      let shown = Amount(scaled: sum, decimals: 0),
      !inspection.hasReported("narrative-sum", at: context[whole].figure)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: context[whole].figure,
      Message(
        NarrativePhrases.partsMake, .text(context.draft.string(context[whole].figure)),
        .sum(parts.map { context[$0].amount }), .amount(shown, nil)), related: context.related(parts))
  }

  /// 12个项目中，…6个、…4个、…2个。: at least three numbers of the same things up to the end of the sentence.
  private static func enumerated(_ whole: Int, _ context: NarrativeContext) -> [Int]? {
    let units = context.units
    var parts: [Int] = []
    var at = whole + 1
    while at < context.claims.claims.count, context[at].passage == context[whole].passage,
      context[at].sentence == context[whole].sentence
    {
      guard context[at].unit == .items, context[at].role == .amount, !context[at].isRough,
        context[at].amount.decimals == 0
      else { return nil }
      let gap = Slice(context[at - 1].figure.upper, context[at].digits.lower)
      if parts.isEmpty {
        guard gap.count <= 24, let among = units.find(among, in: gap), among - gap.lower <= 6,
          !units.contains(anyOf: foreign, in: gap)
        else { return nil }
      } else {
        guard gap.count <= 20,
          gap.indices.contains(where: { units[$0] == 0x3001 || Unit.isComma(units[$0]) }),
          !units.contains(anyOf: foreign, in: gap)
        else { return nil }
      }
      parts.append(at)
      at += 1
    }
    guard parts.count >= 3, let last = parts.last else { return nil }
    let end = context.claims.passages[context[whole].passage].slice.upper
    let behind = Slice(context[last].figure.upper, Swift.min(end, context[last].figure.upper + 4))
    return behind.isEmpty || behind.indices.contains { units[$0] == 0x3002 } ? parts : nil
  }

  /// 15个科目增加，5个减少，1个持平: the three ways to go, each once, in the sentence of their number.
  private static func trends(_ whole: Int, _ context: NarrativeContext) -> [Int]? {
    let parts = ((whole + 1)..<Swift.min(whole + 12, context.claims.claims.count)).filter {
      context[$0].passage == context[whole].passage && context[$0].sentence == context[whole].sentence
        && context[$0].unit == .items
    }
    guard parts.count == 3 else { return nil }
    let kinds = parts.map { kind($0, context) }
    return Set(kinds) == [1, 2, 3] ? parts : nil
  }

  /// 1 for more, 2 for less, 3 for the same, by the words of the clause; 0 for none or several.
  private static func kind(_ part: Int, _ context: NarrativeContext) -> Int {
    let units = context.units
    let passage = context.claims.passages[context[part].passage].slice
    let clause = Slice(
      units.clauseStart(before: context[part].digits.lower, from: passage.lower),
      units.clauseEnd(from: context[part].figure.upper, before: passage.upper))
    let found = [more, less, same].map { units.contains(anyOf: $0, in: clause) }
    return found.count(where: { $0 }) == 1 ? (found.firstIndex(of: true) ?? -1) + 1 : 0
  }

  private static let among: Word = "中"
  private static let foreign = WordList(["其中", "包括", "另", "同时", "等", "含", "上述"])
  private static let more = WordList(["大于", "增加", "增长", "高于", "超过"])
  private static let less = WordList(["小于", "减少", "下降", "低于"])
  private static let same = WordList(["持平", "一致", "不变"])
}
