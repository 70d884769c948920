/// Changes that are not recalculated: known ones, parts of others, and what leaves something out.
extension PlainChanges {
  /// Tells whether another check has found a fault in the same clauses.
  static func isKnown(_ change: Change, _ context: NarrativeContext, _ inspection: Inspection) -> Bool {
    let passage = context.claims.passages[context[change.lower].passage]
    let sentence = context.units.sentence(around: context[change.lower].figure, in: passage.slice)
    return inspection.hasReported(rules, in: sentence)
  }

  private static let rules: Set<String> = ["growth-rate", "direction", "narrative-sum", "completion-rate"]

  /// 净减4万元（增资增加29万元，退休减少33万元）: a change in brackets behind the one that it is a part of.
  static func isComponent(_ change: Change, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[context[change.lower].passage]
    var at = context[change.lower].figure.lower
    while at > passage.slice.lower, context.units[at - 1] != 0x28 {
      if context.units[at - 1] == 0x29 || Unit.isStop(context.units[at - 1]) { return false }
      at -= 1
    }
    return passage.claims.contains {
      context[$0].figure.upper == at - 1 && FigureCue.direction(context[$0], context) != nil
    }
  }

  /// 其中财政拨款减少92.40万元, 主要原因是项目支出减少92.40万元: words that divide or explain stand between a base and a
  /// change, or the change has a name of its own.
  static func isOfPart(_ change: Change, _ amount: Int, behind base: Int, _ context: NarrativeContext) -> Bool
  {
    let (first, word) = (context[base].figure.upper, change.word.lower)
    return first < word
      && (divides(from: first, to: word, context)
        || FigureCue.hasSubject(context[amount], change.word, behind: context[amount], context))
  }

  /// Tells whether a change is one against last year: 比上年减少, 较2022年度增加, 同比增长.
  static func comparesLastYear(_ change: Change, _ context: NarrativeContext) -> Bool {
    [change.amount, change.rate].contains { index in
      guard let index else { return false }
      let label = context[index].label
      return context.units.contains(anyOf: GrammarWords.lastYear, in: label)
        || context.units.contains(anyOf: sameTime, in: label)
        || DocumentYear.years(label, context.units).contains(context.claims.year - 1)
    }
  }

  private static let sameTime = WordList(["同比", "往年"])

  /// Tells whether words that divide or explain stand between two places.
  static func divides(from first: Int, to end: Int, _ context: NarrativeContext) -> Bool {
    first < end && context.units.contains(anyOf: dividing, in: Slice(first, end))
  }

  private static let dividing = WordList([
    "其中", "原因", "主要是", "主要为", "主要用", "一是", "二是", "由于", "因为", "包括", "用于", "受",
  ])

  /// Tells whether another change of the sentence is what two figures are apart: the one that is asked for is of something
  /// else.
  static func isStated(
    _ now: Int, _ base: Int, _ change: Change, besides amount: Int, _ context: NarrativeContext
  ) -> Bool {
    let claims = context.claims.passages[context[amount].passage].claims
    guard let now = context.value(context[now]), let then = context.value(context[base]) else { return false }
    let step = now.step(from: then, going: change.direction)
    return claims.contains {
      $0 != amount && context[$0].sentence == context[amount].sentence && context[$0].unit.money != nil
        && FigureCue.direction(context[$0], context)?.value == change.direction
        && context.value(context[$0]).map { $0.agreesAsWritten(with: step) } ?? false
    }
  }

  /// 剔除…后, 分别增长: what has changed is not what the figures state, or several have.
  static func isSpecial(_ change: Change, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[context[change.lower].passage]
    let sentence = context.units.sentence(around: context[change.lower].figure, in: passage.slice)
    return context.units.contains(anyOf: special, in: sentence)
  }

  private static let special = WordList(["扣除", "剔除", "分别增", "分别减", "分别下", "分别上", "年均", "百分点", "可比"])
}
