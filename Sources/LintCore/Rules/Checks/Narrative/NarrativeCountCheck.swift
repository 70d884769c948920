/// Holds counts (批次, 人次, 保有量, 团组, 会议, 培训) against the rows of the tables that state them.
enum NarrativeCountCheck {
  private struct Kind: Sendable {
    /// What the words before the figure must hold one of.
    var label: WordList
    var unit: FigureUnit
    /// What the label of the row must hold.
    var row: [Word]
    /// What the paragraph must name before the figure, if the label does not say enough.
    var matter: Word?

    init(_ label: [Word], of unit: FigureUnit, row: [Word], matter: Word? = nil) {
      self.label = WordList(label)
      self.unit = unit
      self.row = row
      self.matter = matter
    }
  }

  private static let kinds: [Kind] = [
    Kind(["保有量"], of: .vehicles, row: ["公务用车保有量", "车保有量"]),
    Kind(["国内公务接待"], of: .batches, row: visits),
    Kind(["国内公务接待"], of: .personTimes, row: visitors),
    Kind(["团组"], of: .items, row: ["出国(境)团组数", "出国团组数"]),
    Kind(["购置车辆", "购置公务用车"], of: .vehicles, row: ["公务用车购置数"]),
    Kind(["接待"], of: .batches, row: visits, matter: "国内"),
    Kind(["接待"], of: .personTimes, row: visitors, matter: "国内"),
    Kind(["会议"], of: .items, row: ["会议次数", "会议个数", "召开会议数"], matter: "会议费"),
    Kind(["会议"], of: .times, row: ["会议次数", "会议个数", "召开会议数"], matter: "会议费"),
    Kind(["会议", "参会"], of: .personTimes, row: ["会议人次", "参会人次"], matter: "会议费"),
    Kind(["培训"], of: .items, row: ["培训次数", "培训个数", "组织培训数"], matter: "培训费"),
    Kind(["培训"], of: .times, row: ["培训次数", "培训个数", "组织培训数"], matter: "培训费"),
    Kind(["培训", "参训"], of: .personTimes, row: ["培训人次", "参训人次"], matter: "培训费"),
  ]
  /// 接待国内来访团组31个: those who come, and not those who go abroad.
  private static let guests = WordList(["来访", "接待", "国内"])
  private static let visits: [Word] = ["国内公务接待批次", "国内接待批次"]
  private static let visitors: [Word] = ["国内公务接待人次", "国内接待人次"]
  /// What a paragraph goes on to after its matter: the counts behind it are of something else.
  private static let otherMatters = WordList(["国(境)外", "境外", "国外", "外事", "外宾", "会议费", "培训费", "出国"])

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var rows: [(table: Int, side: Int, row: SideRow)]?
    let claims = context.claims.claims
    for index in claims.indices where claims[index].unit.isCount {
      let claim = claims[index]
      let passage = context.claims.passages[claim.passage]
      guard claim.role == .amount, !passage.isAside, !passage.isAttachment,
        !claim.isRough,
        claim.amount.decimals == 0
      else { continue }
      guard let kind = kinds.indices.first(where: { speaks(index, of: $0, context) }) else { continue }
      let known = rows ?? Self.rows(context)
      rows = known
      check(claim, kinds[kind], known, context, &inspection)
    }
  }

  /// Tells whether the words before a figure say that it counts a kind.
  private static func speaks(_ index: Int, of kind: Int, _ context: NarrativeContext) -> Bool {
    guard kinds[kind].unit == unit(of: context[index], context) else { return false }
    let (kind, claim) = (kinds[kind], context[index])
    let units = context.units
    guard let matter = kind.matter else {
      return units.contains(anyOf: kind.label, in: claim.label)
        && !(claim.unit == .items && units.contains(anyOf: guests, in: claim.label))
    }
    // 36批次412人次: the count right behind another.
    guard units.contains(anyOf: kind.label, in: claim.label) || isBehindCount(index, context),
      claim.year == 0 || claim.year == context.claims.year, context.isJudged(claim.passage)
    else { return false }
    let passage = context.claims.passages[claim.passage]
    let before = Slice(passage.slice.lower, claim.figure.lower)
    guard let at = before.indices.last(where: { units.has(matter, at: $0, before: before.upper) }) else {
      return false
    }
    var between = Slice(at + matter.count, before.upper)
    // 国内公务接待38批次（其中：外事接待0批次），接待人次412人: what stands in a bracket is over behind it.
    if let close = between.indices.last(where: { units[$0] == 0x29 }) { between.lower = close }
    return !units.contains(anyOf: otherMatters, in: between) && isOnly(index, passage, context)
  }

  /// What a figure counts: 接待人次412人, 接待批次38个.
  private static func unit(of claim: Claim, _ context: NarrativeContext) -> FigureUnit {
    switch claim.unit {
    case .people: context.units.ends(claim.label, with: personTimes) ? .personTimes : .people
    case .items: context.units.ends(claim.label, with: batches) ? .batches : .items
    default: claim.unit
    }
  }

  private static let personTimes: Word = "人次"
  private static let batches: Word = "批次"

  private static func isBehindCount(_ index: Int, _ context: NarrativeContext) -> Bool {
    index > 0 && context[index - 1].unit == .batches && context[index - 1].passage == context[index].passage
      && context[index].digits.lower - context[index - 1].figure.upper <= 3
  }

  /// 召开甲类会议3次、乙类会议18次: several counts of a kind are none of the whole.
  private static func isOnly(_ index: Int, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    passage.claims.allSatisfy {
      $0 == index || context[$0].unit != context[index].unit || context[$0].amount.isZero
    }
  }

  /// One of these stands in each of the words: few rows have any.
  private static let signs = WordList(["车", "批次", "人次", "团组", "会议", "培训"])

  /// The rows whose labels hold one of the words.
  private static func rows(_ context: NarrativeContext) -> [(table: Int, side: Int, row: SideRow)] {
    var found: [(table: Int, side: Int, row: SideRow)] = []
    for (index, table) in context.draft.tables.enumerated() where table.layout == .grid {
      for (sideIndex, side) in table.sides.enumerated() {
        for row in side.rows
        where found.count < 200 && context.units.contains(anyOf: signs, in: row.label)
          && kinds.contains(where: { context.units.contains(anyOf: $0.row, in: row.label) })
        {
          found.append((index, sideIndex, row))
        }
      }
    }
    return found
  }

  private static func check(
    _ claim: Claim, _ kind: Kind, _ rows: [(table: Int, side: Int, row: SideRow)],
    _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    // 接待甲2批次、乙6批次，合计8批次: any count of the paragraph may be the one of the table.
    let counts = Set(
      context.claims.claims(of: claim.passage).prefix(200).filter { $0.unit == claim.unit }.map(
        \.amount.scaled))
    var found: (cell: Cell, row: Slice)?
    for (tableIndex, sideIndex, row) in rows where context.units.contains(anyOf: kind.row, in: row.label) {
      let table = context.draft.tables[tableIndex]
      for column in table.sides[sideIndex].amountColumns {
        guard let cell = table.cell(row.row, column), cell.kind == .number, !isOrdinal(column, table, context)
        else {
          continue
        }
        if counts.contains(cell.amount.scaled) { return }
        if found == nil { found = (cell, row.label) }
      }
    }
    guard let found else { return }
    inspection.report(
      "narrative-table", .error, at: claim.figure,
      Message(
        phrase, .text(context.name(claim)), .text(context.draft.string(claim.figure)),
        .text(context.draft.string(found.row)), .text(context.draft.string(found.cell.slice))),
      related: [context.related(found.cell, found.row)], fixes: context.fix(claim.digits, found.cell.amount))
  }

  /// 行次 is no figure.
  private static func isOrdinal(_ column: Int, _ table: Table, _ context: NarrativeContext) -> Bool {
    guard table.columns.indices.contains(column) else { return true }
    return table.columns[column].kind == .lineNumber
      || table.columns[column].path.contains { index in
        table.cells.indices.contains(Int(index))
          && context.units.contains(ordinal, in: table.cells[Int(index)].slice)
      }
  }

  private static let ordinal: Word = "行次"
  private static let phrase = Phrase(
    "{0}：文中写 {1}，表中“{2}”为 {3}", "{0}: the text says {1}, the table has “{2}” {3}")
}

extension NarrativeContext {
  /// A cell with the label of its row as a related place.
  func related(_ cell: Cell, _ row: Slice) -> Related {
    Related(
      draft.range(cell.slice),
      Message(Phrase("{0} {1}", "{0} {1}"), .text(draft.string(row)), .text(draft.string(cell.slice))))
  }
}
