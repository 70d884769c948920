/// Holds 持平 and 无增减变化 against what shows a change: the items below, or the budget beside the outcome in the table.
enum UnchangedCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where claim.role == .change && claim.digits.isEmpty && claim.direction == 0 && claim.subject >= 0 {
      let passage = context.claims.passages[claim.passage]
      let amount = context[claim.subject]
      guard context.isJudged(claim.passage), !passage.isAttachment, amount.passage == claim.passage,
        amount.role == .amount, amount.unit.money != nil, !amount.isRough,
        !context.units.contains(nearly, in: Slice(claim.label.lower, claim.word.upper))
      else { continue }
      let measure = amount.concept.narrowMeasure
      if measure == .threePublic {
        parts(of: index, context, &inspection)
      } else if context.claims.isFinal, items.contains(measure) {
        budget(of: claim, measure, context, &inspection)
      }
    }
  }

  // MARK: Items below

  /// “三公”经费与上年预算持平。其中：公务接待费比上年预算减少0.20万元; the two others did not change.
  private static func parts(of index: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let claim = context[index]
    var found: [FigureConcept: Int] = [:]
    for at in (index + 1)..<context.claims.claims.count {
      let part = context[at]
      guard part.passage - claim.passage <= 8 else { break }
      guard part.role == .change, part.subject >= 0 else { continue }
      let measure = context[part.subject].concept.narrowMeasure
      if measure == .threePublic { break }
      guard items.contains(measure), found[measure] == nil else { continue }
      // 减少6%, or a change against another year.
      guard part.digits.isEmpty || part.unit.money != nil && part.direction != 0, !part.isRough,
        isOutcome(part, context) == isOutcome(claim, context)
      else { return }
      found[measure] = at
    }
    let parts = items.compactMap { found[$0] }
    var net: Int128 = 0
    for part in parts where !context[part].digits.isEmpty {
      guard let value = context.value(context[part]) else { return }
      net += value.exact * Int128(context[part].direction)
    }
    guard parts.count == items.count, net != 0,
      let shown = parts.first(where: { !context[$0].digits.isEmpty }),
      let amount = context.shown(net.magnitude, like: context[shown])
    else { return }
    inspection.report(
      "narrative-sum", .warning, at: claim.word,
      Message(
        divided, .text(context.draft.string(claim.word)), .text(net < 0 ? "减少" : "增加"), .amount(amount, nil)),
      related: context.related(parts.filter { !context[$0].digits.isEmpty }))
  }

  /// Tells whether what is compared with is an outcome rather than a budget.
  private static func isOutcome(_ change: Claim, _ context: NarrativeContext) -> Bool {
    context.units.contains(anyOf: outcomes, in: comparison(change))
  }

  /// The words between 比 or 与 and the change.
  private static func comparison(_ change: Claim) -> Slice {
    change.digits.isEmpty
      ? Slice(change.label.lower, Swift.max(change.label.lower, change.word.lower)) : change.compared
  }

  // MARK: Budget beside the outcome

  /// 因公出国（境）费支出0万元，与年度预算相比无增减, beside 20 and 0 in the table.
  private static func budget(
    of claim: Claim, _ measure: FigureConcept, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let amount = context[claim.subject]
    let words = comparison(claim)
    let years = DocumentYear.years(words, context.units)
    guard context.units.contains(plan, in: words),
      !context.units.contains(anyOf: GrammarWords.lastYear, in: words),
      years.allSatisfy({ $0 == context.claims.year })
    else { return }
    var planned: (place: CellPlace, value: Int128)?
    var spent: Int128?
    for cell in context.figures.measures where cell.measure == measure {
      guard let value = context.value(cell.place) else { continue }
      if cell.isPlan {
        if let known = planned, known.value != value.exact { return }
        planned = (cell.place, value.exact)
      } else {
        if let known = spent, known != value.exact { return }
        spent = value.exact
      }
    }
    guard let planned, let spent, planned.value != spent, let own = context.value(amount), own.exact == spent
    else { return }
    inspection.report(
      "narrative-table", .error, at: claim.word,
      Message(
        beside, .text(context.draft.string(claim.word)), .text(context.text(planned.place)),
        .text(context.draft.string(amount.figure))), related: [context.related(planned.place)])
  }

  private static let items: [FigureConcept] = [.abroad, .vehicles, .reception]
  private static let outcomes = WordList(["决算", "执行", "支出数", "实际"])
  private static let nearly: Word = "基本"
  private static let plan: Word = "预算"
  private static let divided = Phrase(
    "文中写“{0}”，按各项的增减相加为{1} {2}", "The text says “{0}”, but the changes of the parts make {1} {2}")
  private static let beside = Phrase(
    "文中写“{0}”，表中预算为 {1}，决算为 {2}", "The text says “{0}”, yet the table has {1} planned and {2} spent")
}
