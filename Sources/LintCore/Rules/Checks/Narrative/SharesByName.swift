/// Recalculates shares that stand without their amounts, each behind a name that a table has: 一般公共服务支出占80.80%，卫生健康支出占
/// 4.06%，住房保障支出占15.14%; or by the order of their names: 基本支出、项目支出占比分别为37.33%和62.67%.
///
/// Rule: `share`. The other shares have to be those of the cells of one column, or one row, in one whole: then the odd one is
/// wrong. Two shares have to be those of two parts that are all there is.
enum SharesByName {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    guard !context.figures.sides.isEmpty else { return }
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard passage.claims.count >= 2, !passage.isAttachment else { continue }
      var at = passage.claims.lowerBound
      while at < passage.claims.upperBound {
        let found = named(from: at, passage, context) ?? respective(from: at, passage, context)
        if let found { check(found, passage, context, &inspection) }
        at += Swift.max(1, found?.count ?? 1)
      }
    }
  }

  private typealias Share = (claim: Int, name: Slice)

  // MARK: Names

  /// Three shares or more side by side, each with its name before 占.
  private static func named(from start: Int, _ passage: Passage, _ context: NarrativeContext) -> [Share]? {
    var found: [Share] = []
    for at in start..<Swift.min(passage.claims.upperBound, start + most) {
      guard let name = name(at, context) else { break }
      if let last = found.last {
        let before = context[last.claim]
        guard before.sentence == context[at].sentence, context[at].base.isEmpty,
          context[at].label.lower - before.figure.upper == 1
        else { break }
      }
      found.append((at, name))
    }
    return found.count >= 3 ? found : nil
  }

  private static func name(_ index: Int, _ context: NarrativeContext) -> Slice? {
    let claim = context[index]
    guard claim.role == .share, isShare(claim), claim.word.lower > claim.label.lower,
      claim.word.lower <= claim.label.upper
    else { return nil }
    // 财政拨款支出90万元中，教育支出占60%
    let clause = context.units.clauseStart(before: claim.word.lower, from: claim.label.lower)
    guard claim.subject < 0 || context[claim.subject].figure.upper < clause else { return nil }
    let name = Wording.core(Slice(clause, claim.word.lower), context.units)
    return (3...longest).contains(name.count) ? name : nil
  }

  private static func isShare(_ claim: Claim) -> Bool {
    claim.unit == .percent && !claim.isRough && claim.amount.isCalculable && claim.amount.digits > 0
  }

  /// The shares of two parts that are all there is, by the order of their names.
  private static func respective(from start: Int, _ passage: Passage, _ context: NarrativeContext) -> [Share]?
  {
    let (first, units) = (context[start], context.units)
    guard first.unit == .percent, passage.claims.contains(start + 1), isShare(first),
      case let lead = Slice(
        units.clauseStart(before: first.figure.lower, from: passage.slice.lower), first.figure.lower),
      let at = units.find(share, in: lead), units.contains(anyOf: respectively, in: first.label)
    else { return nil }
    let next = context[start + 1]
    guard isShare(next), next.figure.lower - first.figure.upper <= 1,
      !passage.claims.contains(start + 2) || context[start + 2].figure.lower - next.figure.upper > 1
    else { return nil }
    var names = units.pieces(of: Slice(lead.lower, at), partedBy: RespectiveNames.joins)
    if let name = names.last, units.ends(name, with: inTurn) { names[names.count - 1].upper -= inTurn.count }
    guard names.count == 2 else { return nil }
    let kinds = names.map { context.lexicon.concept(of: $0, units) }
    guard kinds.allSatisfy({ $0.rest == 0 && $0.concept.source.isEmpty }),
      wholes.contains(kinds[0].concept.narrowMeasure.union(kinds[1].concept.narrowMeasure)),
      kinds[0].concept.narrowMeasure != kinds[1].concept.narrowMeasure
    else { return nil }
    return [(start, names[0]), (start + 1, names[1])]
  }

  private static let wholes: [FigureConcept] = [[.basic, .project], [.personnel, .running]]
  private static let (most, longest) = (20, 24)
  private static let share: Word = "占"
  private static let inTurn: Word = "分别"
  private static let respectively = WordList(["分别占", "占比分别为", "比重分别为", "比例分别为", "各占"])

  // MARK: Lanes

  /// The figures of all names in one column, or one row, of a table.
  private struct Lane {
    var places: [CellPlace]
    var values: [NarrativeContext.Value]
    var isColumn: Bool
  }

  private static func lanes(_ cells: [[CellPlace]], _ context: NarrativeContext) -> [Lane] {
    guard let first = cells.first else { return [] }
    var found: [Lane] = []
    for start in first.prefix(mostCells) {
      for isColumn in [true, false] {
        let places = cells.compactMap { own in
          own.first { place in
            place.table == start.table
              && (isColumn ? place.column == start.column : place.row == start.row)
          }
        }
        let values = places.compactMap { context.value($0) }
        guard places.count == cells.count, values.count == cells.count, places.first == start,
          values.allSatisfy({ $0.exact > 0 }), Set(places).count == places.count
        else { continue }
        found.append(Lane(places: places, values: values, isColumn: isColumn))
      }
    }
    return found
  }

  /// What the shares can be of: the sum of the figures, the amounts before them in their paragraph, and what stands in the lane.
  private static func wholes(
    of lane: Lane, _ shares: [Share], _ passage: Passage, _ context: NarrativeContext
  ) -> [NarrativeContext.Value] {
    let sum = lane.values.dropFirst().reduce(lane.values[0]) { $0 + $1 }
    guard shares.count > 2 else { return [sum] }
    var found = [sum]
    found += (passage.claims.lowerBound..<shares[0].claim).suffix(mostNear).compactMap {
      context[$0].role == .amount && context[$0].unit.money != nil ? context.value(context[$0]) : nil
    }
    let place = lane.places[0]
    guard context.draft.tables.indices.contains(place.table) else { return found }
    let table = context.draft.tables[place.table]
    let count = lane.isColumn ? table.rowCount : table.columns.count
    found += (0..<Swift.min(count, mostCells)).compactMap { at in
      context.value(
        CellPlace(
          table: place.table, row: lane.isColumn ? at : place.row, column: lane.isColumn ? place.column : at))
    }
    return found
  }

  private static let (mostCells, mostNear) = (200, 12)

  // MARK: Judging

  private static func check(
    _ shares: [Share], _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let cells = shares.map { RespectiveFigures.cells($0.name, context) }
    guard cells.allSatisfy({ !$0.isEmpty }) else { return }
    var odd: [Odd] = []
    for lane in lanes(cells, context) {
      for whole in wholes(of: lane, shares, passage, context) where whole.exact > 0 {
        var wrong: [Int] = []
        for at in shares.indices where wrong.count < 2 {
          if !fits(context[shares[at].claim].amount, lane.values[at], whole, context) { wrong.append(at) }
        }
        guard let first = wrong.first else { return }
        guard wrong.count == 1 else { continue }
        odd.append((first, lane, whole))
      }
    }
    // 收支总表 and 财政拨款收支总表 have other figures under one name: the parts that make the whole, else a slip of the pen, show
    // which are meant.
    let whole = odd.filter { $0.lane.values.reduce(0) { $0 + $1.exact } == $0.whole.exact }
    if !whole.isEmpty { odd = whole }
    guard let first = odd.first, odd.allSatisfy({ $0.at == first.at }) else { return }
    let stated = context[shares[first.at].claim].amount
    let isSame = odd.allSatisfy { $0.lane.values[$0.at].exact == first.lane.values[first.at].exact }
    let likely = odd.filter { odd in
      context.percent(odd.lane.values[odd.at], of: odd.whole, like: stated).map {
        PlainSlip.isLikely(stated, $0)
      } ?? false
    }
    guard let meant = isSame ? first : likely.first,
      isSame || likely.allSatisfy({ $0.lane.values[$0.at].exact == meant.lane.values[meant.at].exact })
    else { return }
    report(shares[meant.at], meant.at, meant.lane, meant.whole, context, &inspection)
  }

  /// A share that does not fit where all others do.
  private typealias Odd = (at: Int, lane: Lane, whole: NarrativeContext.Value)

  private static func fits(
    _ stated: Amount, _ part: NarrativeContext.Value, _ whole: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    let own = part.exact.multipliedReportingOverflow(by: 100 * Scale.one)
    let product = stated.scaled.multipliedReportingOverflow(by: whole.exact)
    let slack = (2 * stated.lastPlace).multipliedReportingOverflow(by: whole.exact)
    let gap = own.partialValue.subtractingReportingOverflow(product.partialValue)
    guard !own.overflow, !product.overflow, !slack.overflow, !gap.overflow,
      gap.partialValue.magnitude <= slack.partialValue.magnitude
    else { return false }
    return context.fits(stated, part, of: whole)
  }

  private static func report(
    _ share: Share, _ at: Int, _ lane: Lane, _ whole: NarrativeContext.Value, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let claim = context[share.claim]
    let place = lane.places[at]
    guard let verdict = context.judge(claim.amount, lane.values[at], of: whole),
      let severity = verdict.severity,
      let unit = context.draft.tables[place.table].unit, let cell = context.cell(place),
      let shown = Amount(scaled: whole.exact / unit.yuan, decimals: Swift.max(2, cell.amount.decimals)),
      let computed = context.percent(lane.values[at], of: whole, like: claim.amount),
      !inspection.hasReported(rules, in: claim.figure)
    else { return }
    inspection.report(
      "share", severity, at: claim.figure,
      Message(
        ShareCheck.phrases.wrong, .text(context.draft.string(share.name)), .amount(cell.amount, nil),
        .amount(shown, nil), .percent(computed), .text(context.draft.string(claim.digits) + "%")),
      related: [context.related(place)],
      fixes: context.fix(claim.digits, ShareCheck.shown(computed, claim.amount)))
  }

  private static let rules: Set<String> = ["share", "share-sum"]
}
