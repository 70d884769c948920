/// What a check of a document keeps for the next one, so that an edit costs what it touched.
///
/// What follows from a table alone is taken over for tables that ``FormerDraft`` found untouched, byte for byte: what
/// follows from its text, the lines above it and the unit it is read in. What a check found is taken over where the edit
/// changed nothing that the check reads (``DraftParts``). All is replaced as a whole by every check.
struct LintNotes: Sendable {
  /// The units that tables state, where they were read in others.
  var unitSlips: [TableUnits.Slip] = []
  /// What was found out about each table of the draft.
  var tables: [TableNotes] = []
  /// What the draft is, and what its parts are for.
  var opening: DraftOpening?
  /// What was read from the sentences.
  var prose: ProseNotes?
  /// What the checks of each group found, as far as they do not read everything.
  var found: [[CheckNotes?]] = []
  /// How often names stand in the text, as the checks of each group asked.
  var counts: [TextCounts] = []
  /// What does not stand in the paragraphs, tables and headings, as the checks of each group asked.
  var marks: [ParagraphMarks] = []
  /// What is not found in the passages, as the checks of each group asked.
  var passages: [PassageMarks] = []
  /// What is not found for the claims, as the checks of each group asked.
  var claims: [ClaimMarks] = []
  /// Which statements the paragraphs and headings make, as the search of statements read each alone.
  var statements: [[StatementSign]?] = []
  /// What the sides of tables are for the formulas.
  var sides: [[FormulaSide]?] = []
  /// Who checked, and what it was asked for: nobody else finds the same.
  var origin: LintOrigin?
}

/// Who checked a draft, and what it was asked for.
struct LintOrigin: Sendable, Equatable {
  /// A linter and its copies.
  final class Identity: Sendable {}

  let linter: Identity
  let options: LintOptions

  static func == (a: LintOrigin, b: LintOrigin) -> Bool { a.linter === b.linter && a.options == b.options }
}

/// What a draft is as a whole, and what its parts are for.
struct DraftOpening: Sendable {
  let outline: DraftOutline
  let kind: DocumentKind
  /// What it was told from.
  let signs: KindSigns

  init(
    _ draft: Draft, _ units: Units, _ book: RuleBook, _ options: LintOptions,
    after known: DraftOutline.Former? = nil, signs: KindSigns = KindSigns()
  ) {
    var signs = signs
    outline = DraftOutline(draft, units, book, after: known)
    kind = DocumentKind.recognize(draft, units, book, outline, profile: options.profile, signs: &signs)
    self.signs = signs
  }

  /// Puts together what is known already.
  init(outline: DraftOutline, kind: DocumentKind, signs: KindSigns = KindSigns()) {
    self.outline = outline
    self.kind = kind
    self.signs = signs
  }
}

/// What a check found.
struct CheckNotes: Sendable {
  let findings: [Finding]
  /// What it read: what it says that it reads, and what it had to look at beside.
  let reads: DraftParts
  /// Where the findings stand that it looked at.
  let heeded: [ByteRange]
}

/// What a check of single places found before outside of some lines, and these lines.
struct StretchNotes {
  fileprivate(set) var findings: [Finding] = []
  let stretch: Slice
  fileprivate let bytes: ByteRange

  /// Tells whether a place lies wholly outside of the lines.
  func isOutside(_ range: ByteRange) -> Bool { range.upper <= bytes.lower || range.lower >= bytes.upper }
}

/// What was noted down before: one thing to keep alive, however often the memory is copied.
private final class KnownNotes: Sendable {
  let notes: LintNotes

  init(_ notes: LintNotes) { self.notes = notes }
}

/// What a check remembers of the last one, and what it notes down for the next.
struct LintMemory: Sendable {
  /// The former state of the document, if there is one.
  let former: FormerDraft?
  /// What was noted down about it.
  private let known: KnownNotes?
  /// Where the edit stands, and what of the draft it changed.
  private let edit: DraftEdit?
  private let changed: DraftParts
  /// For each paragraph, each table and each heading, the one of the former state that has the same text, or -1.
  private let formerParts: [Int]
  /// The group of checks that is run.
  private var group = 0
  /// What does not stand in the paragraphs, tables and headings.
  var marks: ParagraphMarks
  /// What is not found in the passages, as far as was asked.
  var passages = PassageMarks(count: 0)
  /// What is not found for the claims, as far as was asked.
  var claims = ClaimMarks(count: 0)
  /// Which statements the paragraphs and headings make, at their places in ``marks``.
  private var statements: [[StatementSign]?] = []
  /// What the sides of tables are for the formulas, at the places of the tables in ``marks``.
  private var sides: [[FormulaSide]?] = []
  /// How often names stand in the text.
  private var counts = TextCounts()
  /// What the draft is as a whole is what it was.
  private var isSameKind = false
  /// What is noted down now.
  var notes: LintNotes

  /// Begins a check of a draft after the one that noted down `known`.
  init(
    _ draft: Draft, _ unitSlips: [TableUnits.Slip], after former: FormerDraft?, _ known: LintNotes?,
    _ origin: LintOrigin
  ) {
    self.former = former
    self.known = known.map(KnownNotes.init)
    notes = LintNotes(
      unitSlips: unitSlips, tables: Self.tables(of: draft, after: former, known?.tables ?? []),
      found: Linter.groups.map { [CheckNotes?](repeating: nil, count: $0.count) },
      counts: Linter.groups.map { _ in TextCounts() },
      marks: Linter.groups.map { _ in ParagraphMarks(count: 0) },
      passages: Linter.groups.map { _ in PassageMarks(count: 0) },
      claims: Linter.groups.map { _ in ClaimMarks(count: 0) }, origin: origin)
    marks = ParagraphMarks(count: draft.markedPlaces)
    guard let former, let known, known.origin == origin, !draft.text.standsAlone,
      !former.draft.text.standsAlone
    else {
      (edit, changed, formerParts) = (nil, .all, [])
      return
    }
    let edit = DraftEdit(former.shared, from: former.draft.text, to: draft.text)
    self.edit = edit
    formerParts = draft.sameParts(former.draft, edit)
    let areSameUnits = known.tables.elementsEqual(draft.tables) { $0.unit == $1.unit }
    changed = areSameUnits ? edit.changedParts(from: former.draft, to: draft) : .all
  }

  /// What is known of each table of a draft.
  private static func tables(
    of draft: Draft, after former: FormerDraft?, _ known: [TableNotes]
  ) -> [TableNotes] {
    var notes: [TableNotes] = []
    notes.reserveCapacity(draft.tables.count)
    for index in draft.tables.indices {
      let unit = draft.tables[index].unit
      guard let former, let before = draft.tables[index].former, known.indices.contains(before),
        known[before].unit == unit
      else {
        notes.append(TableNotes(unit: unit))
        continue
      }
      notes.append(known[before].carried(former.byteShift(of: draft.tables[index])))
    }
    return notes
  }

  // MARK: The whole draft

  /// What the draft is and what its parts are for: as before if the edit cannot have changed it.
  func opening(_ draft: Draft, _ units: Units, _ book: RuleBook, _ options: LintOptions) -> DraftOpening {
    guard let opening = known?.notes.opening, let edit, let former else {
      return DraftOpening(draft, units, book, options)
    }
    let areSameStarts = !changed.contains(.prose) || edit.areSameStarts(former.draft, draft)
    var signs = KindSigns(wordings: areSameStarts ? opening.signs.wordings : nil)
    guard changed.isDisjoint(with: .headlines) else {
      return DraftOpening(
        draft, units, book, options, after: (former.draft, opening.outline, edit), signs: signs)
    }
    let isSameCover = edit.isSameCover(former.draft, draft)
    if isSameCover { signs.titles = opening.signs.titles }
    let kind = DocumentKind.recognize(
      draft, units, book, opening.outline, profile: options.profile,
      known: isSameCover && areSameStarts ? opening.kind : nil, signs: &signs)
    return DraftOpening(outline: opening.outline, kind: kind, signs: signs)
  }

  /// What is known of the sentences.
  var prose: ProseMemory {
    guard let former, let edit, let notes = known?.notes.prose else {
      return ProseMemory(known: nil)
    }
    return ProseMemory(known: ProseMemory.Known(former.draft, notes, edit, changed))
  }

  /// Begins a group of checks of a draft of some kind.
  mutating func begin(group: Int, _ kind: DocumentKind) {
    self.group = group
    if let before = known?.notes.opening?.kind { isSameKind = before == kind }
    if let edit, let former, let known, known.notes.counts.indices.contains(group) {
      counts = TextCounts(after: known.notes.counts[group], former.draft.text, edit)
      if isSameKind { marks = ParagraphMarks(after: known.notes.marks[group], formerParts) }
    }
    if group == Linter.contentsGroup { statements = carried(known?.notes.statements, if: isSameKind) }
    if group == Linter.crossTableGroup { sides = carried(known?.notes.sides, if: true) }
  }

  /// What is known of the places of ``marks`` that have the same text.
  private func carried<Value>(_ known: [Value?]?, if isValid: Bool) -> [Value?] {
    guard isValid, let known, !formerParts.isEmpty else {
      return [Value?](repeating: nil, count: marks.count)
    }
    return formerParts.map { known.indices.contains($0) ? known[$0] : nil }
  }

  /// What the sides of a table are for the formulas, given its place among the marks: as before, or as they are read now.
  mutating func sides(at part: Int, _ read: () -> [FormulaSide]) -> [FormulaSide] {
    Self.known(&sides, at: part, read)
  }

  /// Which statements a paragraph or heading makes, given its place among the marks: as before, or as it is read now.
  mutating func statements(at part: Int, _ read: () -> [StatementSign]) -> [StatementSign] {
    Self.known(&statements, at: part, read)
  }

  /// What is known of a place, or what is read of it now and then known.
  private static func known<Value>(_ values: inout [Value?], at part: Int, _ read: () -> Value) -> Value {
    guard values.indices.contains(part) else { return read() }
    if let known = values[part] { return known }
    let found = read()
    values[part] = found
    return found
  }

  /// What a check found before, at its new places, if it reads nothing that has changed; `claims` says what of the
  /// claims and their bindings has.
  func findings(
    of index: Int, _ check: Check, heeding heeded: [ByteRange], claims: DraftParts
  ) -> (findings: [Finding], reads: DraftParts)? {
    guard check.reads != .all, let (notes, edit) = notes(of: index),
      changed.union(claims).isDisjoint(with: notes.reads),
      notes.heeded.count == heeded.count,
      zip(notes.heeded, heeded).allSatisfy({ edit.moved($0) == $1 })
    else { return nil }
    var moved: [Finding] = []
    for finding in notes.findings {
      guard let finding = finding.moved(by: edit) else { return nil }
      moved.append(finding)
    }
    return (moved, notes.reads)
  }

  /// What a check of single places found before outside of the lines that the edit touched and those that its rules
  /// reach from there.
  func findings(of index: Int, outside text: FoldedText, _ book: RuleBook) -> StretchNotes? {
    guard let (notes, edit) = notes(of: index) else { return nil }
    let stretch = text.lines(around: edit.lines, reach: book.reach)
    let (first, end) = (text.lines[stretch.lowerBound], text.lines[stretch.upperBound])
    var known = StretchNotes(
      stretch: Slice(Int(first.unitStart), Int(end.unitStart)),
      bytes: ByteRange(Int(first.byteStart), Int(end.byteStart)))
    for finding in notes.findings.compactMap({ $0.moved(by: edit) }) where known.isOutside(finding.range) {
      known.findings.append(finding)
    }
    return known
  }

  private func notes(of check: Int) -> (CheckNotes, DraftEdit)? {
    guard isSameKind, let edit, let known, known.notes.found.indices.contains(group),
      known.notes.found[group].indices.contains(check), let notes = known.notes.found[group][check]
    else { return nil }
    return (notes, edit)
  }

  /// Tells whether a check found before what it finds now, as far as others look at it.
  func hasFound(_ findings: ArraySlice<Finding>, of index: Int) -> Bool {
    guard let (notes, edit) = notes(of: index), notes.findings.count == findings.count else { return false }
    let first = findings.startIndex
    return notes.findings.indices.allSatisfy { at in
      notes.findings[at].rule == findings[first + at].rule
        && edit.moved(notes.findings[at].range) == findings[first + at].range
    }
  }

  /// Tells whether something was not found in a passage of the former state.
  func wasMissing(_ mark: PassageMark, inPassage passage: Int) -> Bool {
    guard isSameKind, let known, known.notes.passages.indices.contains(group) else { return false }
    return known.notes.passages[group].isMissing(mark, in: passage)
  }

  /// Tells whether something was not found for a claim of the former state.
  func wasMissing(_ mark: ClaimMark, forClaim claim: Int) -> Bool {
    guard isSameKind, let known, known.notes.claims.indices.contains(group) else { return false }
    return known.notes.claims[group].isMissing(mark, in: claim)
  }

  /// Notes down what a check found.
  mutating func note(_ found: CheckNotes, of check: Int) {
    guard notes.found.indices.contains(group), notes.found[group].indices.contains(check) else { return }
    notes.found[group][check] = found
  }

  /// How often names stand in a text.
  mutating func occurrences(of names: [Name], in units: Units) -> [Int] {
    counts.counts(of: names, in: units)
  }

  mutating func occurrences(of name: Name, in units: Units) -> Int { counts.count(of: name, in: units) }

  /// Notes down what was read from the sentences.
  mutating func note(_ prose: Prose) { notes.prose = prose.notes }

  /// Takes over what was noted down for a group of checks, and what the draft is.
  mutating func join(_ other: LintMemory, _ opening: DraftOpening) {
    guard notes.found.indices.contains(other.group) else { return }
    notes.found[other.group] = other.notes.found[other.group]
    notes.counts[other.group] = other.counts.forNext
    notes.marks[other.group] = other.marks
    notes.passages[other.group] = other.passages
    notes.claims[other.group] = other.claims
    notes.opening = opening
    if other.group == Linter.tableGroup { notes.tables = other.notes.tables }
    if other.group == Linter.crossTableGroup { notes.sides = other.sides }
    if other.group == Linter.contentsGroup { notes.statements = other.statements }
  }
}
