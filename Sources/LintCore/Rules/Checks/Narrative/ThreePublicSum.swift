/// Holds the “三公”经费 of a draft against its three items where no table and no list does: each stands in a paragraph of
/// its own, 因公出国（境）费, 公务用车购置及运行维护费 and 公务接待费 make the whole.
///
/// Rule: `narrative-sum`.
enum ThreePublicSum {
  private static let phrase = Phrase(
    "“三公”经费三项之和 {0} + {1} + {2} = {3}，此处写 {4}",
    "The three items make {0} + {1} + {2} = {3}, the text says {4} here")

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for statement in statements(context) { check(statement, context, &inspection) }
  }

  /// What the text states for the year, and in final accounts also what was planned.
  static func statements(_ context: NarrativeContext) -> [Statement] {
    (context.claims.isFinal ? [false, true] : [false]).map { isPlan in
      Statement(
        context.figures.readings.filter {
          isOfUnit($0, context) && (!context.claims.isFinal || $0.isPlan == isPlan)
        }, context)
    }
  }

  /// Tells whether a figure is one of the unit's own for the year, of the general budget or of no fund that is named.
  private static func isOfUnit(_ reading: ClaimReading, _ context: NarrativeContext) -> Bool {
    let claim = context[reading.claim]
    return !reading.measure.isDisjoint(with: .threePublicItems)
      && reading.source.isSubset(of: [.publicBudget, .fiscal]) && context.isJudged(claim.passage)
      && !context.claims.passages[claim.passage].isAttachment && !claim.isRough
      && (context.claims.isFinal || !claim.concept.contains(.actual))
  }

  /// Where the text states the whole and its items.
  struct Statement {
    private(set) var wholes: [Int] = []
    private var items: [FigureConcept: [Int]] = [:]

    init(_ readings: [ClaimReading], _ context: NarrativeContext) {
      for reading in readings {
        if reading.measure == .threePublic {
          wholes.append(reading.claim)
        } else {
          items[reading.measure, default: []].append(reading.claim)
        }
      }
    }

    /// The first place of an item, if all that state it agree.
    func claim(of item: FigureConcept, _ context: NarrativeContext) -> Int? {
      guard let claims = items[item], let first = claims.first, let value = context.value(context[first]),
        claims.allSatisfy({ context.value(context[$0]).map { $0.exact == value.exact } ?? false })
      else { return nil }
      return first
    }
  }

  private static func check(
    _ statement: Statement, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let whole = statement.wholes.first else { return }
    let items = [FigureConcept.abroad, .vehicles, .reception].compactMap { statement.claim(of: $0, context) }
    guard items.count == 3, let sum = context.sum(items), let stated = context.value(context[whole]) else {
      return
    }
    // Another place that has it right, a list or a table has judged already.
    guard !stated.hasTail(stated.exact - sum.exact, terms: 3),
      !statement.wholes.contains(where: { at in
        context.value(context[at]).map { $0.interval.meets(sum.interval) } ?? true
      }),
      !context.claims.lists.contains(where: { statement.wholes.contains($0.whole) }),
      !context.figures.bindings.contains(where: { $0.claim == whole || items.contains($0.claim) }),
      !([whole] + items).contains(where: { inspection.hasReported(at: context[$0].figure) }),
      let shown = context.shown(sum.exact.magnitude, like: context[whole])
    else { return }
    let amounts = items.map { Message.Argument.amount(context[$0].amount, nil) }
    inspection.report(
      "narrative-sum", Slip.isSlip(stated.exact, sum.exact) ? .error : .warning, at: context[whole].figure,
      Message(
        phrase, amounts[0], amounts[1], amounts[2], .amount(shown, nil),
        .text(context.draft.string(context[whole].figure))),
      related: context.related(items), fixes: context.fix(context[whole].digits, shown))
  }
}
