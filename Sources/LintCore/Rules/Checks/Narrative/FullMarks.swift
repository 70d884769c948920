/// Finds more marks than there are: 履职效能85.50分（满分60分）, 满分100分，得分102分; and a total that its marks do not make.
enum FullMarks {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var pairs: [Pair] = []
    for index in context.claims.claims.indices.dropLast() {
      guard let pair = pair(index, context) else { continue }
      if let last = pairs.last, context[last.score].passage != context[pair.score].passage {
        total(pairs, context, &inspection)
        pairs = []
      }
      check(context[pair.score], context[pair.full], context, &inspection)
      pairs.append(pair)
    }
    total(pairs, context, &inspection)
    for index in context.claims.claims.indices {
      series(to: index, context, &inspection)
      MarksOfParts.check(from: index, context, &inspection)
    }
  }

  /// 四个方面得分依次为18.6分、17.3分、28.9分和27.1分，综合得分91.9分: marks side by side, and their total right behind them.
  private static func series(
    to index: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let stated = context[index]
    guard isMarks(stated, context),
      context.units.equals(anyOf: sums, Wording.core(stated.label, context.units))
    else { return }
    var parts: [Int] = []
    var at = index - 1
    while at >= 0, parts.count < mostParts, isMarks(context[at], context),
      context[at].sentence == stated.sentence, context[at].passage == stated.passage
    {
      parts.insert(at, at: 0)
      if context.units.contains(anyOf: GrammarWords.inOrder, in: context[at].label) { break }
      let name = Wording.core(context[at].label, context.units)
      guard name.isEmpty || context.units.equals(anyOf: GrammarWords.joints, name) else { return }
      at -= 1
    }
    guard parts.count >= 3, let first = parts.first, !isFull(context[first], context),
      context.units.contains(anyOf: GrammarWords.inOrder, in: context[first].label),
      (parts + [index]).allSatisfy({ context[$0].amount.isCalculable })
    else { return }
    let terms = parts.map { context[$0].amount.scaled }
    let sum = terms.reduce(0, +)
    let rest = stated.amount.scaled - sum
    // More than a hundred are no marks of one whole.
    guard rest != 0, sum <= 100 * Scale.one || rest > 0,
      Slip.isSlip(stated.amount.scaled, sum) || terms.contains(where: { Slip.isSlip($0, $0 + rest) }),
      parts.contains(where: { context[$0].amount.scaled < stated.amount.scaled }),
      let right = Amount(scaled: sum, decimals: stated.amount.decimals),
      let gap = Amount(scaled: abs(rest), decimals: 2)
    else { return }
    inspection.report(
      "score-total", .error, at: stated.figure,
      Message(apart, .amount(right, nil), .amount(stated.amount, nil), .amount(gap, nil)),
      related: context.related(parts), fixes: context.fix(stated.digits, right))
  }

  private static let mostParts = 12
  private static let sums = WordList(["综合得分", "总分", "总得分", "合计", "合计得分", "自评总分", "自评得分", "综合评分", "总评分"])

  /// The marks that something got, and the most it could have.
  private struct Pair {
    let score: Int
    let full: Int
  }

  /// A claim and the next, if they are such marks.
  private static func pair(_ index: Int, _ context: NarrativeContext) -> Pair? {
    let (first, second) = (context[index], context[index + 1])
    guard isPair(first, second, context) else { return nil }
    if isFull(second, context), !isFull(first, context) {
      // 产出指标满分50分，得48.50分，效益指标满分30分: these marks have their own before them.
      let isTaken =
        index > 0 && isFull(context[index - 1], context) && isPair(context[index - 1], first, context)
      return isTaken ? nil : Pair(score: index, full: index + 1)
    }
    let isScore = isFull(first, context) && context.units.contains(anyOf: scores, in: second.label)
    return isScore ? Pair(score: index + 1, full: index) : nil
  }

  /// 总得分96.85分，其中：…满分10分，得9.75分；…: the marks of all parts make the total before them.
  private static func total(_ pairs: [Pair], _ context: NarrativeContext, _ inspection: inout Inspection) {
    guard pairs.count >= 3, let first = pairs.first.map({ Swift.min($0.score, $0.full) }) else { return }
    let claims = pairs.flatMap { [context[$0.score], context[$0.full]] }
    guard claims.allSatisfy(\.amount.isCalculable) else { return }
    let full = pairs.reduce(Int128(0)) { $0 + context[$1.full].amount.scaled }
    let sum = pairs.reduce(Int128(0)) { $0 + context[$1.score].amount.scaled }
    let passage = context.claims.passages[context[first].passage].claims
    guard full == 100 * Scale.one,
      let stated = (passage.lowerBound..<first).last(where: {
        isMarks(context[$0], context) && context.units.contains(anyOf: totals, in: context[$0].label)
          && !context.units.contains(anyOf: FigureCue.comparing, in: context[$0].label)
          && !context.units.contains(anyOf: GrammarWords.lastYear, in: context[$0].label)
      }), context[stated].amount.isCalculable, context[stated].amount.scaled != sum,
      let right = Amount(scaled: sum, decimals: Swift.max(2, context[stated].amount.decimals)),
      let gap = Amount(scaled: abs(sum - context[stated].amount.scaled), decimals: 2)
    else { return }
    inspection.report(
      "score-total", .error, at: context[stated].figure,
      Message(apart, .amount(right, nil), .amount(context[stated].amount, nil), .amount(gap, nil)),
      related: context.related(pairs.map(\.score)), fixes: context.fix(context[stated].digits, right))
  }

  /// Tells whether two marks stand beside each other in one clause or in neighboring ones.
  private static func isPair(_ first: Claim, _ second: Claim, _ context: NarrativeContext) -> Bool {
    guard isMarks(first, context), isMarks(second, context), first.sentence == second.sentence,
      first.passage == second.passage, second.label.count <= 8
    else { return false }
    let gap = Slice(first.figure.upper, second.label.lower)
    return gap.isEmpty || gap.count == 1 && context.units[gap.lower] != 0x3B
  }

  private static func isFull(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    context.units.contains(full, in: claim.label)
  }

  static func isMarks(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    claim.unit == .other && !claim.isRough && claim.figure.upper - claim.digits.upper == 1
      && context.units[claim.digits.upper] == 0x5206
  }

  private static func check(
    _ score: Claim, _ all: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard score.amount.isCalculable, all.amount.isCalculable, score.amount.scaled > all.amount.scaled else {
      return
    }
    inspection.report(
      "score", .error, at: score.figure,
      Message(
        phrase, .text(context.draft.string(score.figure)), .text(context.draft.string(all.figure))),
      related: [context.related(all)])
  }

  private static let totals = WordList(["总得分", "总分", "综合得分", "自评得分", "评价得分", "得分"])
  private static let full: Word = "满分"
  private static let scores = WordList(["得分", "评分", "得"])
  static let apart = Phrase(
    "各部分得分合计 {0}，总得分写 {1}，相差 {2}", "the marks of the parts add up to {0}, the total says {1}, off by {2}")
  private static let phrase = Phrase("得分 {0}，满分只有 {1}", "{0} marks of {1}")
}
