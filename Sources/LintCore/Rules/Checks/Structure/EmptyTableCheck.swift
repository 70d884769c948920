/// Checks that a table without figures says so, and that a table with figures does not.
enum EmptyTableCheck {
  static func run(_ inspection: inout Inspection) {
    let draft = inspection.draft
    let concepts = inspection.outline.tableConcepts
    let fillings = draft.tables.indices.map { index in
      Filling(draft.tables[index], inspection.units, isKnown: concepts[index] != nil)
    }
    EmptyListCheck.check(fillings, concepts, &inspection)
    let pages = FilledPages(draft.tables, fillings)
    var notes = NoteReader(inspection)
    for (index, table) in draft.tables.enumerated() {
      switch fillings[index] {
      case .empty where !pages.continues(table): reportEmpty(index, table, &notes, &inspection)
      case .filled: reportNote(index, table, &notes, &inspection)
      default: continue
      }
    }
  }

  private static func reportEmpty(
    _ index: Int, _ table: Table, _ notes: inout NoteReader, _ inspection: inout Inspection
  ) {
    switch notes.note(for: index, table, &inspection) {
    case .present: return
    case .inNarrative(let place):
      inspection.report(
        "empty-table-note", .warning, at: place_(table, inspection),
        Message(unnotedHere, name(index, table, inspection)),
        related: [inspection.related(place, Message(stated))],
        fixes: [noteFix(index, table, &notes, inspection)])
    case .ofAnotherTable(let place):
      inspection.report(
        "empty-table-note", .error, at: place_(table, inspection),
        Message(wrongNote, name(index, table, inspection)),
        related: [inspection.related(place, Message(otherNote))])
    case .absent:
      inspection.report(
        "empty-table-note", .error, at: place_(table, inspection),
        Message(unnoted, name(index, table, inspection)), fixes: [noteFix(index, table, &notes, inspection)])
    }
  }

  /// The note under a table; of a table that an office must fill a person has to decide.
  private static func noteFix(
    _ index: Int, _ table: Table, _ notes: inout NoteReader, _ inspection: Inspection
  ) -> Fix {
    Fix(
      title: Message(addNote), edits: [DraftStyle(inspection.draft, inspection.units).note(under: table)],
      safety: notes.isOptional(index) ? .safe : .review)
  }

  private static func reportNote(
    _ index: Int, _ table: Table, _ notes: inout NoteReader, _ inspection: inout Inspection
  ) {
    guard let note = notes.denial(of: index, table) else { return }
    inspection.report(
      "note-on-filled-table", .error, at: note, Message(filled, name(index, table, inspection)),
      related: [inspection.related(place_(table, inspection), Message(filledTable))])
  }

  /// Where a finding about a whole table stands: its title, or its first row.
  private static func place_(_ table: Table, _ inspection: Inspection) -> Slice {
    if let caption = table.caption { return caption }
    if table.section < inspection.draft.sections.count,
      let heading = inspection.draft.sections[table.section].heading
    {
      return inspection.draft.headings[heading].slice
    }
    return table.cells.first { !$0.slice.isEmpty }?.slice ?? Slice(0, 0)
  }

  private static func name(_ index: Int, _ table: Table, _ inspection: Inspection) -> Message.Argument {
    .text(inspection.draft.string(place_(table, inspection)))
  }

  private static let unnoted = Phrase(
    "“{0}”没有数据，也没有说明（如“本表无数据”）", "“{0}” has no figures and no note that says so")
  private static let unnotedHere = Phrase(
    "“{0}”没有数据，表下没有注明（正文另有说明，没有提到此表为空表）",
    "“{0}” has no figures and no note below (the text says that there is nothing, but does not name the table)"
  )
  private static let addNote = Phrase("在表下注明没有数据", "Note under the table that it has no data")
  private static let wrongNote = Phrase(
    "“{0}”没有数据，表下的说明写的是另一张表", "“{0}” has no figures, and the note under it speaks of another table")
  private static let stated = Phrase(
    "正文说明了没有收支，但没有写明此表为空表", "The text says that there is nothing, but not that the table is empty")
  private static let otherNote = Phrase("表下的说明", "The note under the table")
  private static let filled = Phrase(
    "“{0}”有数据，却注明没有数据", "“{0}” has figures, and this note says that it has none")
  private static let filledTable = Phrase("有数据的表", "The table with figures")
}

/// The tables with figures, by section: a blank page of such a table is not an empty table.
private struct FilledPages {
  private var captions: [Int: Set<Slice?>] = [:]

  init(_ tables: [Table], _ fillings: [Filling?]) {
    for (table, filling) in zip(tables, fillings) where filling == .filled {
      captions[table.section, default: []].insert(table.caption)
    }
  }

  /// Tells whether a table with figures of the same section has the same title, or one of the two has none.
  func continues(_ table: Table) -> Bool {
    guard let filled = captions[table.section] else { return false }
    return table.caption == nil || filled.contains(nil) || filled.contains(table.caption)
  }
}

/// Whether a table of amounts holds any.
enum Filling {
  case empty
  case filled

  /// Looks at the amounts of a table; `nil` if it is no table of amounts.
  init?(_ table: Table, _ units: Units, isKnown: Bool) {
    guard table.layout == .grid, table.rowCount > 0 else { return nil }
    var amounts = 0
    var words = 0
    for row in min(table.firstBodyRow, table.rowCount)..<table.rowCount {
      for column in 0..<table.width(ofRow: row) {
        guard let cell = table.cell(row, column) else { continue }
        switch cell.kind {
        case .number, .percent:
          if !cell.amount.isZero, !Self.isCodeOrLine(table, row, column) {
            self = .filled
            return
          }
          amounts += 1
        case .blank, .dash: amounts += 1
        case .text: if !Self.isName(table, row, column) { words += 1 }
        }
      }
    }
    let hasAmountColumns = table.columns.contains { $0.kind == .amount } || table.unit != nil || isKnown
    guard hasAmountColumns, isKnown || table.caption != nil else { return nil }
    // A list of words, such as a directory of services, is not an empty table.
    guard words == 0 || words * 2 <= amounts else { return nil }
    self = .empty
  }

  /// Tells whether a cell stands in a column of names or codes.
  private static func isName(_ table: Table, _ row: Int, _ column: Int) -> Bool {
    for side in table.sides where side.columns.contains(column) {
      if column == side.labelColumn || side.codeColumns.contains(column) { return true }
    }
    return false
  }

  /// Codes of subjects, line numbers and column numbers are no amounts.
  private static func isCodeOrLine(_ table: Table, _ row: Int, _ column: Int) -> Bool {
    if column < table.columns.count {
      switch table.columns[column].kind {
      case .code, .lineNumber: return true
      case .label, .amount, .percent, .count, .text: break
      }
    }
    for side in table.sides where side.columns.contains(column) {
      if side.codeColumns.contains(column) { return true }
      // The rows of a side follow each other.
      let at = row - (side.rows.first?.row ?? 0)
      if side.rows.indices.contains(at) {
        let sideRow = side.rows[at]
        if sideRow.role == .columnNumbers || sideRow.role == .repeatedHeader { return true }
        if column == side.labelColumn { return true }
      }
    }
    return false
  }
}
