/// Holds counts (批次, 人次, 保有量, 团组) against the rows of the tables that state them.
enum NarrativeCountCheck {
  private struct Kind: Sendable {
    /// What the words before the figure must hold.
    var label: Word
    var unit: FigureUnit
    /// What the label of the row must hold.
    var row: [Word]
  }

  private static let kinds: [Kind] = [
    Kind(label: "保有量", unit: .vehicles, row: ["公务用车保有量", "车保有量"]),
    Kind(label: "国内公务接待", unit: .batches, row: ["国内公务接待批次", "国内接待批次"]),
    Kind(label: "国内公务接待", unit: .personTimes, row: ["国内公务接待人次", "国内接待人次"]),
    Kind(label: "团组", unit: .items, row: ["出国(境)团组数", "出国团组数"]),
    Kind(label: "购置车辆", unit: .vehicles, row: ["公务用车购置数"]),
    Kind(label: "购置公务用车", unit: .vehicles, row: ["公务用车购置数"]),
  ]

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var rows: [(table: Int, side: Int, row: SideRow)]?
    for index in context.claims.claims.indices {
      let claim = context[index]
      let passage = context.claims.passages[claim.passage]
      guard claim.role == .amount, claim.unit.isCount, !passage.isAside, !passage.isAttachment,
        !claim.isRough,
        claim.amount.decimals == 0
      else { continue }
      for kind in kinds where kind.unit == claim.unit && context.units.contains(kind.label, in: claim.label) {
        let known = rows ?? Self.rows(context)
        rows = known
        check(claim, kind, known, context, &inspection)
      }
    }
  }

  /// One of these stands in each of the words: few rows have any.
  private static let signs = WordList(["车", "批次", "人次", "团组"])

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
