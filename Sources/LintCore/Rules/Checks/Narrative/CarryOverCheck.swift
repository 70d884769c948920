/// Holds what is carried out of a year against what came in and went out: 年初结转15.60万元，本年收入108.50万元，本年支出
/// 114.85万元，年末结转9.25万元.
///
/// A sentence may leave out what else was moved, so only what one slip of the pen explains is certain.
enum CarryOverCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.role == .amount && claim.concept.contains(.carriedOut) && context.isJudged(claim.passage) {
      guard let terms = Terms(beside: index, context) else { continue }
      check(terms, context, &inspection)
    }
  }

  /// The claims of one sentence that say what came in and what went out.
  private struct Terms {
    var before: Int?
    var income: Int
    var expense: Int
    var after: Int

    init?(beside after: Int, _ context: NarrativeContext) {
      let it = context[after]
      var found: (before: [Int], income: [Int], expense: [Int], after: [Int]) = ([], [], [], [])
      for index in context.claims.passages[it.passage].claims {
        let claim = context[index]
        guard claim.role == .amount, claim.sentence == it.sentence, claim.unit == it.unit, !claim.isRough,
          claim.year == it.year || [claim.year, it.year].allSatisfy({ $0 == 0 || $0 == context.claims.year })
        else { continue }
        let measure = claim.concept.measure
        if measure == .carriedIn {
          found.before.append(index)
        } else if measure == .carriedOut {
          found.after.append(index)
        } else if measure.isEmpty, Self.isOf(.income, CarryOverCheck.received, claim, context) {
          found.income.append(index)
        } else if measure.isEmpty, Self.isOf(.expense, CarryOverCheck.used, claim, context) {
          found.expense.append(index)
        }
      }
      guard found.after == [after], found.before.count <= 1, let income = found.income.only,
        let expense = found.expense.only,
        ![income, expense].contains(where: { context[$0].concept.contains(.total) })
      else { return nil }
      (before, self.income, self.expense, self.after) = (found.before.first, income, expense, after)
    }

    /// 取得拨款15万元，实际使用12万元: words of one side for its name.
    private static func isOf(
      _ side: FigureConcept, _ words: WordList, _ claim: Claim, _ context: NarrativeContext
    ) -> Bool {
      claim.concept.flow == side
        || claim.concept.flow.isEmpty && context.units.contains(anyOf: words, in: claim.label)
    }
  }

  private static let received = WordList(["取得", "收到", "到位"])
  private static let used = WordList(["使用", "列支"])

  private static func check(_ terms: Terms, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let all = [terms.before, terms.income, terms.expense, terms.after].compactMap { $0 }
    let values = all.compactMap { context.value(context[$0]) }
    guard values.count == all.count, let income = context.value(context[terms.income]),
      let expense = context.value(context[terms.expense]), let after = context.value(context[terms.after])
    else { return }
    let before = terms.before.flatMap { context.value(context[$0]) }
    let left = before.map { $0 + income - expense } ?? income - expense
    guard !left.interval.meets(after.interval) else { return }
    let gap = left.exact - after.exact
    let signed: [(Int128, Int128)] =
      [(income.exact, -gap), (expense.exact, gap), (after.exact, gap)]
      + (before.map { [($0.exact, -gap)] } ?? [])
    // 年初结转 may be left out, and makes what is carried out more.
    guard before != nil || gap > 0 || PlainSlip.isSwap(after.exact, left.exact) && !isStated(gap, context)
    else { return }
    guard
      signed.contains(where: { Slip.isSlip($0.0, $0.0 + $0.1) })
        || before != nil && isInTables(left.exact, context),
      let shown = context.shown(left.exact.magnitude, like: context[terms.after])
    else { return }
    let claim = context[terms.after]
    inspection.report(
      "narrative-sum", .error, at: claim.figure,
      Message(
        phrase, .text(terms.before.map { context[$0].amount.plain + " + " } ?? ""),
        .amount(context[terms.income].amount, nil), .amount(context[terms.expense].amount, nil),
        .text((left.exact < 0 ? "−" : "") + shown.plain), .text(context.draft.string(claim.figure))),
      related: context.related(all.filter { $0 != terms.after }))
  }

  /// Tells whether a table carries so much out of the year.
  private static func isInTables(_ left: Int128, _ context: NarrativeContext) -> Bool {
    left != 0
      && context.figures.measures.contains { measure in
        measure.measure.contains(.carriedOut)
          && context.value(measure.place).map { $0.exact == left } ?? false
      }
  }

  /// Tells whether some sentence states what was carried into the year as so much.
  private static func isStated(_ gap: Int128, _ context: NarrativeContext) -> Bool {
    context.claims.claims.contains {
      $0.concept.contains(.carriedIn)
        && context.value($0).map { $0.exact.magnitude == gap.magnitude } ?? false
    }
  }

  private static let phrase = Phrase(
    "{0}{1} − {2} = {3}，文中写年末结转 {4}", "{0}{1} − {2} = {3}, the text carries over {4}")
}
