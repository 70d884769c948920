/// Holds changes (比上年增加x) against the column of the year before, where the row that states the figure has one.
enum PriorColumnCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    guard
      context.figures.sides.contains(where: { side in
        side.columns.contains { isPrior($0, of: side, context) }
      })
    else { return }
    var cells: [Int: [CellPlace]] = [:]
    for binding in context.figures.bindings where binding.outcome == .agrees {
      cells[binding.claim] = binding.cells
    }
    for (index, claim) in context.claims.claims.enumerated() where claim.role == .change {
      guard context.isJudged(claim.passage), !claim.isRough, claim.direction != 0 || claim.digits.isEmpty,
        claim.digits.isEmpty || claim.unit.money != nil,
        !context.units.contains(anyOf: otherBases, in: claim.compared),
        !ChangedFigure.isFromEarlierYear(index, context),
        // 比预算减少 in accounts is no comparison with the accounts of the year before.
        !context.claims.isFinal || !context.units.contains(plan, in: claim.compared)
      else { continue }
      check(index, claim, cells, context, &inspection)
    }
  }

  /// What a column of the year before does not state: 比年初预算, 比上年决算 beside a column of budgets.
  private static let plan: Word = "预算"
  private static let otherBases = WordList(["年初", "决算", "执行", "调整"])

  private static func check(
    _ index: Int, _ claim: Claim, _ cells: [Int: [CellPlace]], _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let figures = ChangedFigure.all(of: index, claim, context)
    guard let nearest = figures.first, nearest.claim >= 0, let own = cells[nearest.claim],
      !isOfAll(claim, behind: context[nearest.claim]), !isOfPair(index, claim, context),
      !isOfOther(index, claim, than: context[nearest.claim], context)
    else { return }
    var shown: (now: CellPlace, before: CellPlace, step: NarrativeContext.Value)?
    for figure in figures.prefix(4) {
      for place in figure.claim >= 0 ? cells[figure.claim] ?? [] : [] {
        for before in prior(to: place, context) {
          guard let now = context.value(place), let then = context.value(before) else { continue }
          let step = now - then
          if fits(step, claim, context) { return }
          if shown == nil, own.contains(place) { shown = (place, before, step) }
        }
      }
    }
    guard let shown,
      let amount = context.shown(shown.step.exact.magnitude, like: nearestClaim(nearest, context))
    else { return }
    inspection.report(
      "narrative-table", .error, at: claim.digits.isEmpty ? claim.word : claim.figure,
      Message(
        phrase, .text(context.text(shown.now)), .text(context.text(shown.before)),
        .text(shown.step.exact < 0 ? "减少 " : "增加 "), .amount(amount, nil),
        .text(context.draft.string(claim.word)),
        .text(claim.digits.isEmpty ? "" : " " + context.draft.string(claim.figure))),
      related: [context.related(shown.now), context.related(shown.before)])
  }

  /// 支出90万元，其中：甲60万元，乙30万元。支出较上年增加8万元: a sentence of its own does not go on with a part of a list.
  private static func isOfAll(_ change: Claim, behind part: Claim) -> Bool {
    part.list >= 0 && part.passage == change.passage && part.sentence != change.sentence
  }

  /// 增加44万元（人员经费增加50万元…）; 购置费为零，比上年减少18万元; 压减宣传费4万元: what changed is named beside the change.
  private static func isOfOther(
    _ index: Int, _ change: Claim, than figure: Claim, _ context: NarrativeContext
  ) -> Bool {
    var last = index - 1
    while last > 0, context[last].role == .prior { last -= 1 }
    guard last >= 0 else { return false }
    let start = Swift.max(context[last].figure.upper, figure.figure.upper)
    let gap = Slice(start, Swift.max(start, change.word.lower))
    let between = context.lexicon.concept(of: gap, context.units).concept.measure
    if !between.isEmpty, between.isDisjoint(with: figure.concept.measure) { return true }
    let thing = Wording.core(
      Slice(change.word.upper, Swift.max(change.word.upper, change.figure.lower)), context.units)
    return !change.digits.isEmpty && thing.count >= 3 && !context.units.contains(anyOf: amounts, in: thing)
  }

  /// 增加支出8万元, 减少金额8万元: what any change may be of.
  private static let amounts = WordList(["支出", "收入", "预算", "金额", "幅度", "额", "资金", "经费"])

  /// 甲由1197万元增至1285万元，净增88万元: the two figures right before the change make it.
  private static func isOfPair(_ index: Int, _ change: Claim, _ context: NarrativeContext) -> Bool {
    guard index >= 2, let stated = context.value(change), !change.digits.isEmpty,
      context[index - 1].sentence == change.sentence, context[index - 2].sentence == change.sentence,
      let now = context.value(context[index - 1]), let then = context.value(context[index - 2])
    else { return false }
    return (now.exact > then.exact ? now - then : then - now).agreesAsWritten(with: stated)
  }

  private static func nearestClaim(_ figure: ChangedFigure, _ context: NarrativeContext) -> Claim {
    context[figure.claim]
  }

  /// Tells whether a change says what two cells say.
  private static func fits(
    _ step: NarrativeContext.Value, _ claim: Claim, _ context: NarrativeContext
  ) -> Bool {
    if claim.digits.isEmpty { return step.interval.low <= 0 && step.interval.high >= 0 }
    guard let stated = context.value(claim) else { return true }
    let signed = claim.direction > 0 ? stated.exact : -stated.exact
    let reach = step.half + Swift.max(stated.half, stated.writtenHalf)
    return (step.exact - signed).magnitude <= reach.magnitude
  }

  /// The cells of the year before in the row of a cell, in the columns that speak of the same.
  private static func prior(to place: CellPlace, _ context: NarrativeContext) -> [CellPlace] {
    let ignored: FigureConcept = [.lastYear, .plan, .actual, .thisYear, .total]
    for side in context.figures.sides where side.table == place.table {
      guard let own = side.columns.first(where: { $0.column == place.column }), !own.isForeign else {
        continue
      }
      return side.columns.filter {
        isPrior($0, of: side, context) && $0.concept.subtracting(ignored) == own.concept.subtracting(ignored)
      }.map { CellPlace(table: place.table, row: place.row, column: $0.column) }
    }
    return []
  }

  /// Tells whether a column has the figures of the year before, and not a change.
  private static func isPrior(
    _ column: FigureIndex.IndexedColumn, of side: FigureIndex.IndexedSide, _ context: NarrativeContext
  ) -> Bool {
    guard column.isForeign, !column.concept.contains(.comparison),
      context.draft.tables.indices.contains(side.table)
    else { return false }
    if column.concept.contains(.lastYear) { return true }
    let table = context.draft.tables[side.table]
    guard table.columns.indices.contains(column.column) else { return false }
    return table.columns[column.column].path.contains { index in
      table.cells.indices.contains(Int(index))
        && DocumentYear.years(table.cells[Int(index)].slice, context.units).first == context.claims.year - 1
    }
  }

  private static let phrase = Phrase(
    "表中本年 {0}、上年 {1}，{2}{3}，文中写{4}{5}",
    "The table has {0} and {1} the year before: {2}{3}; the text says {4}{5}")
}
