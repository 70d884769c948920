/// 共设置4个项目绩效目标，共涉及资金1516万元: the count and the money against the target forms that follow.
enum TargetFormsCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var judged = 0
    for index in context.claims.claims.indices where judged < 20 {
      let claim = context[index]
      guard claim.role == .amount, claim.unit == .items, !claim.isRough,
        !context.units.contains(anyOf: overall, in: claim.label)
      else { continue }
      if isShown(claim, context) || areChosen(claim, context) {
        judged += 1
        check(index, claim, context, &inspection)
        continue
      }
      // 共13个项目…。其中，公开“甲”“乙”2个项目的绩效目标，涉及资金460万元: those that are published.
      guard
        claim.list < 0 || context.units.contains(published, in: claim.label) || isPublished(claim, context),
        context.units.starts(
          Slice(claim.figure.upper, context.claims.passages[claim.passage].slice.upper), withAnyOf: objects)
          || context.units.contains(goals, in: claim.label) || areBelow(claim, context),
        context.units.contains(anyOf: verbs, in: claim.label) || isPublished(claim, context)
          || isCounted(index, claim, context)
      else { continue }
      judged += 1
      check(index, claim, context, &inspection)
    }
  }

  /// 实行绩效目标管理的项目2个，涉及资金86万元: as many as there are forms.
  private static func isCounted(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> Bool {
    let next = index + 1
    guard context.claims.claims.indices.contains(next),
      context.units.contains(concerning, in: context[next].label)
    else { return false }
    return forms(around: claim.figure.upper, context).count == Int(claim.amount.digits)
  }

  /// 编报绩效目标的项目共37个；其中一级项目3个，涉及资金86万元，具体见第七部分: those that the draft shows.
  private static func isShown(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[claim.passage].slice
    let clause = FigureCue.clause(claim, context)
    guard context.units.ends(Wording.core(claim.label, context.units), withAnyOf: firstLevel),
      context.units.contains(goals, in: Slice(passage.lower, claim.figure.lower)), !clause.isEmpty
    else { return false }
    var end = claim.figure.upper
    while end < passage.upper, context.units[end] != 0x3002 { end += 1 }
    return context.units.contains(anyOf: references, in: Slice(claim.figure.upper, end))
  }

  private static let firstLevel = WordList(["一级项目", "公开项目"])
  private static let references = WordList(["具体见", "详见", "参见", "具体内容见"])

  /// 本次公开甲项目、乙项目2个项目的绩效目标: as many as there are forms.
  private static func isPublished(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let end = context.claims.passages[claim.passage].slice.upper
    return context.units.starts(Slice(claim.figure.upper, end), with: ofProjects)
      && context.units.contains(publishing, in: FigureCue.clause(claim, context))
  }

  /// 本次公开重点项目4个，涉及资金1860.20万元，各项目绩效目标如下：: the forms are right below.
  private static func areBelow(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[claim.passage].slice
    var end = passage.upper
    while end > passage.lower, context.units[end - 1] == 0x3A || context.units[end - 1] == 0x3002 { end -= 1 }
    return context.units.ends(Wording.core(claim.label, context.units), with: GrammarWords.projects)
      && context.units.contains(publishing, in: claim.label)
      && context.units.ends(
        Slice(claim.figure.upper, Swift.max(claim.figure.upper, end)), withAnyOf: goalsBelow)
  }

  /// 选取其中4个项目随本预算公开绩效目标，详见表6: those that the draft shows.
  private static func areChosen(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let units = context.units
    let (number, passage) = (claim.digits.lower, context.claims.passages[claim.passage].slice)
    let first = Swift.max(passage.lower, number - lead)
    guard
      units.contains(anyOf: chosen, in: Slice(units.clauseStart(before: number, from: first), number))
    else { return false }
    let behind = claim.figure.upper
    let clause = Slice(
      behind, units.clauseEnd(from: behind, before: Swift.min(passage.upper, behind + reach)))
    return units.starts(clause, with: GrammarWords.projects) && units.contains(publishing, in: clause)
      && units.ends(clause, withAnyOf: goalEnds)
  }

  private static let chosen = WordList(["选取", "选择", "挑选", "选定"])
  private static let goalEnds = WordList(["绩效目标", "绩效目标表"])
  /// How far before the number what chooses may stand.
  private static let lead = 8
  /// How far behind the number a clause may end.
  private static let reach = 24

  private static let goalsBelow = WordList(["绩效目标如下", "绩效目标表如下", "绩效目标见下表", "绩效目标表见下"])
  private static let ofProjects: Word = "项目的绩效目标"
  private static let publishing: Word = "公开"
  private static let concerning: Word = "涉及"
  private static let verbs = WordList(["设置", "公开", "编制", "编报", "选取"])
  private static let published: Word = "公开绩效目标"
  private static let goals: Word = "绩效目标"
  private static let objects = WordList(["项目绩效目标", "绩效目标", "项目支出绩效目标", "项目公开绩效目标", ofProjects])

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let forms = forms(around: claim.figure.upper, context)
    guard let first = forms.first, claim.amount.decimals == 0 else { return }
    if claim.amount.digits != Int64(forms.count) {
      // Of forms that follow each other without a line between, fewer may be told apart.
      guard
        context.units.contains(anyOf: verbs, in: claim.label) || isShown(claim, context)
          || areChosen(claim, context),
        claim.amount.digits < Int64(forms.count) || areAll(forms, index, context)
      else { return }
      // Forms before the sentence are all of them only where it speaks of those that were made public.
      guard first.position > claim.figure.upper || context.units.contains(published, in: claim.label) else {
        return
      }
      inspection.report(
        "narrative-table", .error, at: claim.figure,
        Message(count, .text(context.draft.string(claim.figure)), .count(forms.count)),
        related: forms.compactMap {
          $0.title.map { Related(context.draft.range($0), Message(Phrase("绩效目标表", "A target form"))) }
        })
      return
    }
    // The money of the same sentence.
    let next = index + 1
    guard context.claims.claims.indices.contains(next), context[next].role == .amount,
      context[next].passage == claim.passage,
      context[next].sentence == claim.sentence, let stated = context.value(context[next]),
      context[next].unit.money != nil,
      // 分别涉及资金1260万元、412万元: that of each.
      !context.units.contains(anyOf: GrammarWords.inOrder, in: context[next].label)
    else { return }
    // 涉及财政拨款740.60万元 leaves out what other funds pay.
    let isFiscal = context.units.contains(anyOf: fiscal, in: context[next].label)
    let amounts = forms.compactMap { isFiscal ? $0.appropriation : $0.total }
    guard amounts.count == forms.count else { return }
    let sum = amounts.reduce(Int128(0)) { $0 + $1.value }
    guard (sum - stated.exact).magnitude > (stated.writtenHalf * 2).magnitude,
      let shown = context.shown(sum.magnitude, like: context[next])
    else { return }
    inspection.report(
      "narrative-table", .error, at: context[next].figure,
      Message(
        money, .text(context.draft.string(context[next].figure)), .sum(amounts.map(\.amount)),
        .amount(shown, nil)),
      related: amounts.map {
        Related(context.draft.range($0.slice), Message(Phrase("资金总额", "The funds of a form")))
      })
  }

  /// 编报绩效目标的项目共37个，涉及资金7205万元: targets are set for all projects, and shown of some.
  ///
  /// All are shown where the sentence says so, or where the money of the forms is that of the sentence.
  private static func areAll(_ forms: [Form], _ index: Int, _ context: NarrativeContext) -> Bool {
    if context.units.contains(publishing, in: context[index].label) || areChosen(context[index], context) {
      return true
    }
    let next = index + 1
    guard context.claims.claims.indices.contains(next), context[next].sentence == context[index].sentence,
      context[next].passage == context[index].passage, context[next].unit.money != nil,
      let stated = context.value(context[next])
    else { return context.units.contains(set, in: context[index].label) }
    return [forms.map(\.total), forms.map(\.appropriation)].contains { funds in
      let amounts = funds.compactMap { $0 }
      let sum = amounts.reduce(Int128(0)) { $0 + $1.value }
      return amounts.count == forms.count
        && (sum - stated.exact).magnitude <= (stated.writtenHalf * 2).magnitude
    }
  }

  private static let set: Word = "设置"

  private struct Form {
    /// Where its first cell stands.
    var position: Int
    var title: Slice?
    var total: Funds?
    /// 财政拨款 of the total.
    var appropriation: Funds?
  }

  private typealias Funds = (slice: Slice, amount: Amount, value: Int128)

  /// The target forms behind a position; where none stand there, all those before it.
  private static func forms(around position: Int, _ context: NarrativeContext) -> [Form] {
    let behind = forms(context) { $0 > position }
    return behind.isEmpty ? forms(context) { $0 < position } : behind
  }

  private static func forms(_ context: NarrativeContext, where isThere: (Int) -> Bool) -> [Form] {
    var found: [Form] = []
    var last: Slice?
    let tables = context.draft.tables
    for index in tables.indices where tables[index].layout == .form {
      let table = tables[index]
      guard let first = table.cells.first, isThere(Int(first.lower)) else { continue }
      let caption = table.caption ?? Slice(0, 0)
      // One title may stand above several forms that begin alike.
      let isNext =
        !context.units.contains(form, in: caption)
        && last.map { context.units.key($0) == context.units.key(first.slice) } ?? false
      guard context.units.contains(goals, in: caption) || isNext,
        !context.units.contains(anyOf: overall, in: caption)
      else { continue }
      last = first.slice
      for rows in parts(of: table, context.units) {
        found.append(
          Form(
            position: Int(first.lower), title: table.caption, total: funds(totals, table, rows, context),
            appropriation: funds(fiscal, table, rows, context)))
      }
    }
    return found
  }

  /// The rows of each form in a table: without a line between them several become one table.
  private static func parts(of table: Table, _ units: Units) -> [Range<Int>] {
    let starts = (0..<table.rowCount).filter { row in
      table.cell(row, 0).map { $0.kind == .text && units.equals(anyOf: FormLabels.projects, $0.slice) }
        ?? false
    }
    guard starts.count >= 2 else { return [0..<table.rowCount] }
    return zip(starts, starts.dropFirst() + [table.rowCount]).map { $0..<$1 }
  }

  private static let form: Word = "表"
  private static let overall = WordList(["整体", "汇总"])
  private static let totals = WordList(["资金总额:", "年度资金总额:", "资金总额", "年度资金总额", "预算资金总额", "年度资金总额(万元)"])

  private static let fiscal = WordList(["财政拨款", "其中:财政拨款", "财政拨款:", "财政资金", "其中:财政资金"])

  /// The first figure behind one of some names in the rows of one form.
  private static func funds(
    _ names: WordList, _ table: Table, _ rows: Range<Int>, _ context: NarrativeContext
  ) -> Funds? {
    guard let unit = table.unit else { return nil }
    for row in rows {
      var isNamed = false
      for column in 0..<table.width(ofRow: row) {
        guard let cell = table.cell(row, column) else { continue }
        if cell.kind == .text, context.units.equals(anyOf: names, cell.slice) { isNamed = true }
        if isNamed, cell.kind == .number, cell.amount.isCalculable {
          return (cell.slice, cell.amount, cell.amount.scaled * unit.yuan)
        }
      }
    }
    return nil
  }

  private static let count = Phrase(
    "文中写 {0} 绩效目标，绩效目标表有 {1} 张", "The text says {0}, but there are {1} target forms")
  private static let money = Phrase(
    "文中写涉及资金 {0}，绩效目标表合计 {1} = {2}", "The text says {0}, but the forms make {1} = {2}")
}
