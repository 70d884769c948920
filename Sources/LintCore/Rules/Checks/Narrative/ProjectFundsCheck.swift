/// Holds the funds of the projects under performance management (项目4个，涉及资金361.19万元) against 项目支出 of the tables, and
/// those of the whole (部门整体绩效目标，涉及预算资金3975.56万元) against their 支出.
///
/// They need not be the same: some projects may be left out. Only a figure that no cell has, and that one slip of the
/// pen turns into that of the tables, is worth a look.
enum ProjectFundsCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var bound: Set<Int>?
    var judged = 0
    for (index, claim) in context.claims.claims.enumerated()
    where (claim.role == .amount || claim.role == .mention) && claim.unit.money != nil {
      guard judged < 20, !claim.isRough, !claim.amount.isZero, context.isJudged(claim.passage),
        isOfFunds(claim, context)
      else { continue }
      let isWhole = context.units.contains(whole, in: lead(claim, context))
      let isOfProjects = isOfProjects(index, context)
      guard isWhole || isOfProjects else { continue }
      judged += 1
      let known = bound ?? Set(context.figures.bindings.map(\.claim))
      bound = known
      if !known.contains(index) { check(claim, isWhole, isOfProjects, context, &inspection) }
    }
  }

  /// 涉及资金90万元, 金额合计90万元, 6个项目（90万元）, 6个项目、90万元项目资金.
  private static func isOfFunds(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let units = context.units
    if claim.role == .amount, units.contains(funds, in: claim.label) { return true }
    let words = Wording.core(claim.label, units)
    guard words.isEmpty || units.equals(anyOf: sums, words) else { return false }
    let end = context.claims.passages[claim.passage].slice.upper
    return claim.label.lower > 0 && units[claim.label.lower - 1] == 0x28 || !words.isEmpty
      || units.starts(Slice(claim.figure.upper, end), with: projectFunds)
  }

  private static let sums = WordList(["金额", "金额合计", "共", "共计", "合计", "总金额", "合计金额"])
  private static let projectFunds: Word = "项目资金"

  /// The sentence up to the funds.
  private static func lead(_ claim: Claim, _ context: NarrativeContext) -> Slice {
    let end = claim.figure.lower
    let first = Swift.max(context.claims.passages[claim.passage].slice.lower, end - reach)
    return Slice(context.units.sentenceStart(before: end, from: first), end)
  }

  /// Tells whether a count of projects stands before the funds.
  private static func isOfProjects(_ index: Int, _ context: NarrativeContext) -> Bool {
    guard index > 0 else { return false }
    let before = context[index - 1]
    let end = context[index].figure.lower
    return before.unit == .items && before.passage == context[index].passage && before.figure.upper < end
      && (context.units.contains(project, in: before.label)
        || context.units.contains(project, in: Slice(before.figure.upper, end)))
  }

  private static func check(
    _ claim: Claim, _ isWhole: Bool, _ isOfProjects: Bool, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard let stated = context.value(claim) else { return }
    let totals = context.figures.measures.filter {
      (isWhole && $0.measure.isEmpty && $0.flow.contains(.expense) || isOfProjects && $0.measure == .project)
        && (!$0.isPlan || !context.claims.isFinal)
    }
    guard
      let meant = totals.first(where: { cell in
        context.value(cell.place).map { isSlip(stated.exact, $0.exact) } ?? false
      }), !isStated(stated.exact, context)
    else { return }
    inspection.report(
      "narrative-table", .warning, at: claim.figure,
      Message(
        isOfProjects ? phrase : ofWhole, .text(context.draft.string(claim.figure)),
        .text(context.text(meant.place))),
      related: [context.related(meant.place)], fixes: context.cellFixes(claim, [meant.place]))
  }

  /// Tells whether two figures of four digits or more differ in one or two of them.
  private static func isSlip(_ a: Int128, _ b: Int128) -> Bool {
    guard a > 0, b > 0, Slip.isSlip(a, b), a < 10 * b, b < 10 * a else { return false }
    return [a, b].allSatisfy { figure in
      var digits = figure
      while digits % 10 == 0 { digits /= 10 }
      return digits >= 1_000
    }
  }

  /// Tells whether any cell, or another sentence, has a figure.
  private static func isStated(_ value: Int128, _ context: NarrativeContext) -> Bool {
    let inText = context.claims.claims.count {
      $0.role == .amount && $0.unit.money != nil && context.value($0)?.exact == value
    }
    if inText > 1 { return true }
    return context.draft.tables.contains { table in
      guard let unit = table.unit else { return false }
      return table.cells.contains {
        $0.kind == .number && $0.amount.isCalculable
          && $0.amount.scaled * unit.yuan == value
      }
    }
  }

  private static let funds: Word = "资金"
  private static let project: Word = "项目"
  private static let whole: Word = "整体"
  /// How far before the funds the words stand that say whose they are.
  private static let reach = 40
  private static let ofWhole = Phrase(
    "文中写整体支出涉及资金 {0}，表中支出为 {1}，疑似笔误", "The text says {0} for the whole; the tables have {1}")
  private static let phrase = Phrase(
    "文中写项目涉及资金 {0}，表中为 {1}，疑似笔误", "The text says {0} for the projects; the tables have {1}")
}
