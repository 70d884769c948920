/// Holds statements that there is nothing (无, 没有 … 支出) against the tables that show something.
enum NarrativeZeroCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let index = inspection.figures
    for passage in context.claims.passages where !passage.isAside && !passage.isAttachment {
      statements(passage, index, context, &inspection)
    }
  }

  private static func statements(
    _ passage: Passage, _ index: FigureIndex, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let tokens = context.claims.tokens[passage.tokens]
    var isReason = false
    for i in tokens.indices {
      switch tokens[i].mark {
      case .reason: isReason = true
      case .stop, .semicolon: isReason = false
      case .none where !isReason:
        guard let clause = clause(after: i, tokens, passage, context) else { continue }
        check(Slice(Int(tokens[i].lower), clause.upper), clause, index, context, &inspection)
      default: continue
      }
    }
  }

  /// What there is none of: the words up to the end of the clause, if no figure stands in it.
  private static func clause(
    after i: Int, _ tokens: ArraySlice<FigureToken>, _ passage: Passage, _ context: NarrativeContext
  ) -> Slice? {
    let start = Int(tokens[i].upper)
    for token in tokens[(i + 1)...] {
      switch token.mark {
      case .comma, .semicolon, .stop: return Slice(start, Int(token.lower))
      case .figure, .colon, .increase, .decrease, .unchanged: return nil
      default: continue
      }
    }
    return Slice(start, passage.slice.upper)
  }

  private static func check(
    _ at: Slice, _ clause: Slice, _ index: FigureIndex, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let (concept, rest) = context.lexicon.concept(of: clause, context.units)
    guard rest == 0, clause.count <= 40, concept.isDisjoint(with: [.lastYear]) else { return }
    let measure = concept.narrowMeasure
    let source = concept.source
    let isFund = measure.isEmpty && (source == .fund || source == .stateCapital)
    let isItem = measure.rawValue.nonzeroBitCount == 1 && !measure.isDisjoint(with: items)
    guard isFund || isItem else { return }
    for cell in index.measures where cell.measure == measure && (isItem || cell.source == source) {
      guard !cell.isPlan || !context.claims.isFinal, let found = context.cell(cell.place),
        found.kind == .number,
        !found.amount.isZero
      else { continue }
      if isItem, !source.isEmpty, cell.source != source { continue }
      inspection.report(
        "narrative-table", .error, at: at,
        Message(phrase, .text(context.draft.string(at)), .text(context.text(cell.place))),
        related: [context.related(cell.place)])
      return
    }
  }

  private static let items: FigureConcept = [
    .threePublic, .abroad, .vehicles, .vehiclePurchase, .vehicleRunning, .reception, .agencyRunning, .project,
  ]
  private static let phrase = Phrase("文中写“{0}”，表中却有 {1}", "The text says “{0}”, yet the table shows {1}")
}

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
    for index in context.claims.claims.indices {
      let claim = context[index]
      let passage = context.claims.passages[claim.passage]
      guard claim.role == .amount, claim.unit.isCount, !passage.isAside, !passage.isAttachment,
        !claim.isRough,
        claim.amount.decimals == 0
      else { continue }
      for kind in kinds where kind.unit == claim.unit && context.units.contains(kind.label, in: claim.label) {
        check(claim, kind, context, &inspection)
      }
    }
  }

  private static func check(
    _ claim: Claim, _ kind: Kind, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    var found: (cell: Cell, row: Slice)?
    for table in context.draft.tables where table.layout == .grid {
      for side in table.sides {
        for row in side.rows where context.units.contains(anyOf: kind.row, in: row.label) {
          for column in side.amountColumns {
            guard let cell = table.cell(row.row, column), cell.kind == .number,
              !isOrdinal(column, table, context)
            else { continue }
            if cell.amount.scaled == claim.amount.scaled { return }
            if found == nil { found = (cell, row.label) }
          }
        }
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
