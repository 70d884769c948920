/// The points of a form: their weights make 100, and the scores make the total.
enum ScoreSum {
  static func check(_ form: PerformanceForm, _ inspection: inout Inspection) {
    guard !form.isUncertain, form.indicators.count >= 2, let total = form.totalScore else { return }
    let own = form.funds?.points(.weight)
    let ownScore = form.funds?.points(.score)
    let weights = form.indicators.map(\.weight)
    let scores = form.indicators.map(\.score)
    if form.mentionsExecution, own == nil || ownScore == nil, isRest(weights) {
      // 执行率 | 得分（10分）: the score of the execution stands there, its weight in the head alone.
      if let ownScore, ownScore.amount.scaled <= mostForExecution * Scale.one {
        compare(total, scores, ownScore, FormPhrases.scores, &inspection)
      }
      return
    }
    if let stated = form.totalWeight {
      compare(stated, weights, own, FormPhrases.weights, &inspection)
    } else {
      let sum = (weights + [own].compactMap { $0 }).reduce(Int128(0)) { $0 + $1.amount.scaled }
      let bare = weights.reduce(Int128(0)) { $0 + $1.amount.scaled }
      let hundred = 100 * Scale.one
      if sum != hundred, bare != hundred, let shown = Amount(scaled: sum, decimals: decimals(weights)) {
        inspection.report(
          "score-total", .warning, at: total.slice, Message(FormPhrases.weightsNot100, .amount(shown, nil)),
          related: related(weights + [own].compactMap { $0 }, inspection))
      }
    }
    compare(total, scores, ownScore, FormPhrases.scores, &inspection)
  }

  /// The scores of a plain table make its total.
  static func check(_ table: ScoredTable, _ inspection: inout Inspection) {
    if let total = table.score, table.parts.count >= 2 {
      compare(total, table.parts, nil, FormPhrases.scores, &inspection)
    }
    weights(table, &inspection)
  }

  /// No score is above its weight; where the scores make their total, no row is missing and the weights make theirs.
  private static func weights(_ table: ScoredTable, _ inspection: inout Inspection) {
    guard let total = table.totalWeight, table.points.count >= 2 else { return }
    let above = table.points.filter {
      $0.score.amount.scaled > $0.weight.amount.scaled && $0.weight.amount.scaled > 0
    }
    for points in above {
      inspection.report(
        "score", .error, at: points.score.slice,
        Message(
          FormPhrases.scoreAboveWeight, .amount(points.score.amount, nil), .amount(points.weight.amount, nil)),
        related: related([points.weight], inspection))
    }
    guard above.isEmpty, table.isComplete, !inspection.hasReported("column-total", at: total.slice) else {
      return
    }
    compare(total, table.points.map(\.weight), nil, FormPhrases.weights, &inspection)
  }

  /// The most points for execution.
  private static let mostForExecution: Int128 = 20

  /// Tells whether 10 or 20 points are missing: those for execution, which stand where nobody reads them.
  private static func isRest(_ weights: [Cell]) -> Bool {
    let sum = weights.reduce(Int128(0)) { $0 + $1.amount.scaled }
    return sum == 90 * Scale.one || sum == 80 * Scale.one
  }

  private static func decimals(_ cells: [Cell]) -> Int { cells.map(\.amount.decimals).max() ?? 0 }

  /// Compares a total with its parts, with or without the points for execution: either may be meant.
  private static func compare(
    _ stated: Cell, _ parts: [Cell], _ own: Cell?, _ phrase: Phrase, _ inspection: inout Inspection
  ) {
    let bare = parts.reduce(Int128(0)) { $0 + $1.amount.scaled }
    let all = bare + (own?.amount.scaled ?? 0)
    guard stated.amount.scaled != bare, stated.amount.scaled != all else { return }
    let cells = parts + [own].compactMap { $0 }
    let places = Swift.max(decimals(cells), stated.amount.decimals)
    // Points are not rounded sums, but a total with fewer decimals may be rounded.
    if stated.amount.decimals < decimals(cells), Interval(rounding: stated.amount).meets(Interval(all, all)) {
      return
    }
    let difference = stated.amount.scaled - all
    let isTail = difference.magnitude <= Scale.power(Amount.maximumDecimals - 2).magnitude
    guard let sum = Amount(scaled: all, decimals: places),
      let gap = Amount(scaled: abs(difference), decimals: places)
    else {
      return
    }
    inspection.report(
      "score-total", isTail ? .info : .error, at: stated.slice,
      Message(phrase, .amount(sum, nil), .amount(stated.amount, nil), .amount(gap, nil)),
      related: related(cells, inspection),
      // The weights make 100: their total is not what is to be changed.
      fixes: phrase == FormPhrases.weights
        ? []
        : [
          Fix(
            title: Message(FormPhrases.setTotal, .text(sum.plain)),
            edits: [Edit(inspection.draft.range(stated.slice), sum.plain)], safety: .review)
        ])
  }

  private static func related(_ cells: [Cell], _ inspection: Inspection) -> [Related] {
    cells.map { inspection.related($0.slice, Message(FormPhrases.item, .amount($0.amount, nil))) }
  }
}
