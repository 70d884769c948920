/// An item that is listed twice.
enum DuplicateItems {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for list in context.claims.lists where list.parts.count >= 2 { check(list.parts, context, &inspection) }
    numbered(context, &inspection)
  }

  /// Numbered items that no lead-in puts into a list: 1.…（项）：年初预算…; 2.…（项）：年初预算….
  private static func numbered(_ context: NarrativeContext, _ inspection: inout Inspection) {
    var items: [Int] = []
    var last: Passage?
    for (index, passage) in context.claims.passages.enumerated()
    where passage.ordinal != nil || !passage.claims.isEmpty && passage.isHeading {
      let isNext =
        passage.section == last?.section && passage.ordinal?.style == last?.ordinal?.style
        && (passage.ordinal?.value ?? 0) > (last?.ordinal?.value ?? 0)
      if !isNext {
        check(items, context, &inspection)
        items = []
      }
      last = passage
      let figures = context.claims.passages[context.claims.continuation(of: index) ?? index].claims
      guard !passage.isHeading, let item = figures.first(where: { context[$0].role == .amount }),
        !figures.contains(where: { isPart($0, context) }),
        path(of: context[item], context) != nil
      else { continue }
      items.append(item)
    }
    check(items, context, &inspection)
  }

  /// Tells whether a figure is a part of a list of paragraphs, which is checked by itself.
  private static func isPart(_ claim: Int, _ context: NarrativeContext) -> Bool {
    let list = context[claim].list
    return list >= 0 && context.claims.lists[list].isAcrossParagraphs
  }

  /// The parts without those that repeat an earlier one by name and figure.
  static func without(_ parts: [Int], _ context: NarrativeContext) -> [Int] {
    // What repeats another part has its figure.
    var amounts: Set<Amount> = []
    amounts.reserveCapacity(parts.count)
    guard
      parts.contains(where: { !context[$0].amount.isZero && !amounts.insert(context[$0].amount).inserted })
    else { return parts }
    var seen: [UInt64: Amount] = [:]
    return parts.filter { part in
      let claim = context[part]
      let key = Self.key(claim, context)
      guard let before = seen[key], before == claim.amount else {
        seen[key] = claim.amount
        return true
      }
      return claim.amount.isZero
    }
  }

  private static func key(_ claim: Claim, _ context: NarrativeContext) -> UInt64 {
    context.units.key(path(of: claim, context) ?? Wording.core(claim.label, context.units))
  }

  /// The path of an item, with its 类 or, below a heading that names the 类, from the 款 on.
  private static func path(of claim: Claim, _ context: NarrativeContext) -> Slice? {
    let label = context.itemLabel(claim)
    if let path = ItemPath(label, context.units) { return path.slice }
    guard let group = context.units.find(ClaimBinder.Names.group, in: label),
      let item = context.units.find(ClaimBinder.Names.item, in: label), group.lower < item.lower
    else { return nil }
    return Slice(label.lower, item.upper)
  }

  private static func check(_ items: [Int], _ context: NarrativeContext, _ inspection: inout Inspection) {
    var seen: [UInt64: Int] = [:]
    for part in items {
      let claim = context[part]
      // 共节约资金 closes each of several groups; 追加（调减） stands beside the budget of each.
      guard claim.label.count >= 3, context.isJudged(claim.passage),
        !context.units.starts(Wording.core(claim.label, context.units), withAnyOf: beside),
        !isBehindFigure(part, context)
      else { continue }
      let key = Self.key(claim, context)
      guard let first = seen[key] else {
        seen[key] = part
        continue
      }
      let before = context[first]
      let isSame = before.amount == claim.amount
      let path = path(of: claim, context)
      let hasPath = path != nil
      // 上年结转 may stand below income and below expense; only paths and named money are items.
      guard hasPath || (claim.rest >= 2 && claim.unit.money != nil) else { continue }
      guard !(claim.amount.isZero && isSame) || hasPath else { continue }
      let at = path ?? Wording.core(claim.label, context.units)
      inspection.report(
        "duplicate-item", isSame && hasPath ? .error : .warning,
        at: at.upper <= claim.label.upper && at.lower >= claim.label.lower
          ? Slice(at.lower, claim.figure.upper) : at,
        Message(
          isSame ? same : other, .text(context.draft.string(at)), .text(context.draft.string(before.figure)),
          .text(context.draft.string(claim.figure))), related: [context.related(before)])
    }
  }

  /// 执法执勤用车3辆运行费6万元、其余5辆运行费9万元: the name begins before the number.
  private static func isBehindFigure(_ part: Int, _ context: NarrativeContext) -> Bool {
    let before = part - 1
    return context.claims.claims.indices.contains(before)
      && context[before].figure.upper == context[part].label.lower && context[part].label.count <= 8
  }

  private static let beside = WordList(["共", "追加", "调增", "调减"])
  private static let same = Phrase("“{0}”{1} 重复列示", "“{0}” {1} is listed twice")
  private static let other = Phrase(
    "“{0}”列示了两次，先为 {1}，后为 {2}", "“{0}” is listed twice, first as {1}, then as {2}")
}
