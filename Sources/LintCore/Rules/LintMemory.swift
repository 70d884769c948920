/// What a check of a document keeps for the next one, so that an edit costs what it touched.
///
/// Only what follows from a table alone is kept: from its text, the lines above it and the unit it is read in. It is
/// taken over for tables that ``FormerDraft`` found untouched, byte for byte, and replaced as a whole by every check.
struct LintNotes: Sendable {
  /// The units that tables state, where they were read in others.
  var unitSlips: [TableUnits.Slip] = []
  /// What was found out about each table of the draft.
  var tables: [TableNotes] = []
}

/// What follows from one table alone.
struct TableNotes: Sendable {
  /// The unit the table was read in.
  var unit: MoneyUnit?
  /// The findings about its sums; `nil` if they were not asked for.
  var sums: [Finding]?
  /// What it says as a performance form.
  var form: FormReading?
}

/// What a check remembers of the last one, and what it notes down for the next.
struct LintMemory: Sendable {
  /// The former state of the document, if there is one.
  let former: FormerDraft?
  /// What was noted down about its tables.
  private let known: [TableNotes]
  /// What is noted down now.
  private(set) var notes: LintNotes

  /// Begins a check of a draft after the one that gave `last`.
  init(_ draft: Draft, _ unitSlips: [TableUnits.Slip], after former: FormerDraft?, _ last: LintNotes?) {
    self.former = former
    known = last?.tables ?? []
    notes = LintNotes(
      unitSlips: unitSlips, tables: draft.tables.map { TableNotes(unit: $0.unit) })
  }

  /// The findings about the sums of a table at their new places, if they follow from what was known.
  mutating func sums(ofTable index: Int, _ table: Table) -> [Finding]? {
    guard let former, let (notes, shift) = self.known(table, former), notes.unit == table.unit,
      let sums = notes.sums
    else { return nil }
    let moved = shift == 0 ? sums : sums.map { $0.moved(shift) }
    note(sums: moved, ofTable: index)
    return moved
  }

  /// Notes down the findings about the sums of a table.
  mutating func note(sums: [Finding], ofTable index: Int) {
    if notes.tables.indices.contains(index) { notes.tables[index].sums = sums }
  }

  /// What a form says, at its new places.
  mutating func form(ofTable index: Int, _ table: Table) -> FormReading? {
    guard let former, let (notes, _) = known(table, former), let form = notes.form else { return nil }
    let distance = Int(table.cells.first?.lower ?? 0) - form.start
    let moved = distance == 0 ? form : form.moved(distance)
    note(form: moved, ofTable: index)
    return moved
  }

  /// Notes down what a form says.
  mutating func note(form: FormReading, ofTable index: Int) {
    if notes.tables.indices.contains(index) { notes.tables[index].form = form }
  }

  /// What is known of a table, and how many bytes further down it stands now.
  private func known(_ table: Table, _ former: FormerDraft) -> (notes: TableNotes, byteShift: Int)? {
    guard let index = table.former, known.indices.contains(index) else { return nil }
    return (known[index], former.byteShift(of: table))
  }
}

extension ByteRange {
  fileprivate func moved(_ distance: Int) -> ByteRange { ByteRange(lower + distance, upper + distance) }
}

extension Finding {
  /// The finding so many bytes further down.
  fileprivate func moved(_ distance: Int) -> Finding {
    var finding = self
    finding.range = range.moved(distance)
    finding.related = related.map { Related($0.range.moved(distance), $0.message) }
    finding.fixes = fixes.map { fix in
      var fix = fix
      fix.edits = fix.edits.map { Edit($0.range.moved(distance), $0.text) }
      return fix
    }
    return finding
  }
}
