/// Holds figures of a fund, or of 三公 costs, against a table of them in which nothing stands.
enum EmptyTableFigureCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let index = inspection.figures
    let empty = context.draft.tables.indices.filter { isEmpty($0, context) }.compactMap { index in
      context.draft.tables[index].caption.map {
        Empty(table: index, title: context.lexicon.concept(of: $0, context.units).concept)
      }
    }
    guard !empty.isEmpty else { return }
    let bound = Set(index.bindings.map(\.claim))
    for reading in index.readings where !bound.contains(reading.claim) {
      let claim = context[reading.claim]
      let passage = context.claims.passages[claim.passage]
      guard !claim.amount.isZero, claim.list < 0, !passage.isAside, !passage.isAttachment,
        !context.claims.isFinal || !reading.isPlan,
        let table = empty.first(where: { states(reading, $0, index, context) })?.table
      else { continue }
      let caption = context.draft.tables[table].caption ?? Slice(0, 0)
      inspection.report(
        "narrative-table", .error, at: claim.figure,
        Message(
          phrase, .text(context.name(claim)), .text(context.draft.string(claim.figure)),
          .text(context.draft.string(caption))),
        related: [
          Related(context.draft.range(caption), Message(Phrase("没有数据的表", "The table with nothing in it")))
        ])
    }
  }

  /// A table with nothing in it, and what its title speaks of.
  private struct Empty {
    var table: Int
    var title: FigureConcept
  }

  /// Tells whether a table has nothing but zeros, or a note says that there is nothing in it.
  ///
  /// A table that is merely blank may have lost its figures on the way.
  private static func isEmpty(_ index: Int, _ context: NarrativeContext) -> Bool {
    guard context.draft.tables[index].layout == .grid, context.draft.tables[index].caption != nil,
      !context.draft.tables[index].cells.isEmpty
    else { return false }
    var isStated = false
    for cell in context.draft.tables[index].cells where cell.kind == .number {
      if !cell.amount.isZero { return false }
      isStated = true
    }
    return isStated
      || context.draft.tables[index].notes.contains { note in
        context.draft.paragraphs.indices.contains(note)
          && context.units.contains(anyOf: notes, in: context.draft.paragraphs[note].slice)
      }
  }

  private static let notes = WordList([
    "空表", "无数据", "没有数据", "无相关", "没有相关", "没有政府性", "无政府性", "没有国有", "无国有", "均无", "无财政拨款",
  ])

  /// Tells whether a table is of what a claim speaks of, and no cell of another table states it.
  private static func states(
    _ reading: ClaimReading, _ empty: Empty, _ figures: FigureIndex, _ context: NarrativeContext
  ) -> Bool {
    let title = empty.title
    let isFund =
      reading.measure.isEmpty && (reading.source == .fund || reading.source == .stateCapital)
      && title.source == reading.source && title.measure.isEmpty
      && !title.flow.isDisjoint(with: reading.flow)
    let isCost =
      !reading.measure.isEmpty && reading.measure.isSubset(of: FigureConcept.threePublicItems)
      && title.contains(.threePublic)
    guard isFund || isCost,
      !context.claims.kinds.isAttachment(context.draft.tables[empty.table].section)
    else { return false }
    return !figures.measures.contains { cell in
      cell.measure == reading.measure && (isCost || cell.source == reading.source)
        && context.cell(cell.place).map { $0.kind == .number && !$0.amount.isZero } ?? false
    }
  }

  private static let phrase = Phrase(
    "{0}：文中写 {1}，{2}没有数据", "{0}: the text says {1}, there is nothing in “{2}”")
}
