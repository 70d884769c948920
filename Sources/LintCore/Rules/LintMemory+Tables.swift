/// What follows from one table alone.
struct TableNotes: Sendable {
  /// The unit the table was read in.
  var unit: MoneyUnit?
  /// The findings about its sums; `nil` if they were not asked for.
  fileprivate(set) var sums: [Finding]?
  /// What it says as a performance form, and what was found of it alone.
  fileprivate(set) var form: FormReading?
  fileprivate(set) var formFindings: FormNotes?
  /// How many bytes further down the table stands since the findings were noted down.
  private(set) var sumsShift = 0
  private(set) var formShift = 0

  init(unit: MoneyUnit?) { self.unit = unit }

  /// The notes about a table that stands further down now.
  func carried(_ byteShift: Int) -> TableNotes {
    var notes = self
    notes.sumsShift += byteShift
    notes.formShift += byteShift
    return notes
  }

  fileprivate mutating func note(sums: [Finding]) { (self.sums, sumsShift) = (sums, 0) }

  fileprivate mutating func note(_ found: FormNotes) { (formFindings, formShift) = (found, 0) }
}

/// What was found of one performance form alone, in how the forms of the draft were filled in.
struct FormNotes: Sendable {
  let setting: FormSetting
  var findings: [Finding]
}

/// What is remembered of each table alone.
extension LintMemory {
  /// The findings about the sums of a table at their new places, if they follow from what was known.
  mutating func sums(ofTable index: Int) -> [Finding]? {
    guard notes.tables.indices.contains(index), let sums = notes.tables[index].sums else { return nil }
    let shift = notes.tables[index].sumsShift
    if shift != 0 { notes.tables[index].note(sums: sums.map { $0.moved(shift) }) }
    return notes.tables[index].sums
  }

  /// Notes down the findings about the sums of a table.
  mutating func note(sums: [Finding], ofTable index: Int) {
    if notes.tables.indices.contains(index) { notes.tables[index].note(sums: sums) }
  }

  /// What a form says, at its new places.
  mutating func form(ofTable index: Int, _ table: Table) -> FormReading? {
    guard notes.tables.indices.contains(index), let form = notes.tables[index].form else { return nil }
    let distance = Int(table.cells.first?.lower ?? 0) - form.start
    if distance != 0 { notes.tables[index].form = form.moved(distance) }
    return notes.tables[index].form
  }

  /// Notes down what a form says.
  mutating func note(form: FormReading, ofTable index: Int) {
    if notes.tables.indices.contains(index) { notes.tables[index].form = form }
  }

  /// The findings about a form alone at their new places, if the forms of the draft are filled in as they were.
  mutating func findings(ofForm index: Int, in setting: FormSetting) -> [Finding]? {
    guard notes.tables.indices.contains(index), var found = notes.tables[index].formFindings,
      found.setting == setting
    else { return nil }
    let shift = notes.tables[index].formShift
    if shift != 0 {
      found.findings = found.findings.map { $0.moved(shift) }
      notes.tables[index].note(found)
    }
    return found.findings
  }

  /// Notes down the findings about a form alone.
  mutating func note(_ found: FormNotes, ofForm index: Int) {
    if notes.tables.indices.contains(index) { notes.tables[index].note(found) }
  }
}
