/// What a check works on and reports to: the draft, what it claims, the rule book, and the findings so far.
///
/// A check is a function `(inout Inspection) -> Void`; it reads everything and only appends.
struct Inspection {
  let draft: Draft
  /// The folded units of the draft, for scanning without copies.
  let units: Units
  let book: RuleBook
  let options: LintOptions
  /// What the sections, headings and tables are for.
  let outline: DraftOutline
  /// What the draft is as a whole.
  let kind: DocumentKind
  /// The tables that state a wrong unit; ``draft`` reads them in the right one.
  var unitSlips: [TableUnits.Slip] = []
  /// What was found so far, in no order.
  var findings: [Finding] = []
  /// The first finding of the group of checks that is run; what others found, a check does not see.
  private var firstOfGroup = 0
  /// What is known from the last check of the document; `nil` where there will be no next one.
  var memory: LintMemory?
  /// What the check that is run has read beside what it says that it reads.
  var alsoRead: DraftParts = []
  /// The lines that a check of single places looks at: all, or those that an edit touched.
  private(set) var stretch: Slice
  /// What the sentences claim and where the tables state it; read once, when the first check asks.
  private(set) lazy var prose =
    sharedProse?.read { Prose(draft, units, after: memory?.prose) } ?? Prose(draft, units)
  /// The performance forms, read when the first check asks.
  private var knownForms: DraftForms?
  /// How the percentages of the text were worked out, once that was asked for.
  var knownStyle: QuotientStyle?
  /// Where the threads that share an inspection keep the prose.
  var sharedProse: Shared<Prose>?

  init(draft: Draft, units: Units, book: RuleBook, options: LintOptions) {
    self.init(
      draft: draft, units: units, book: book, options: options,
      opening: DraftOpening(draft, units, book, options))
  }

  /// Looks at a draft of which outline and kind are known already.
  init(draft: Draft, units: Units, book: RuleBook, options: LintOptions, opening: DraftOpening) {
    self.draft = draft
    self.units = units
    self.book = book
    self.options = options
    outline = opening.outline
    kind = opening.kind
    stretch = Slice(0, units.count)
  }

  /// An inspection of the same draft by checks that look at other claims.
  func inspection(of prose: Prose) -> Inspection {
    var inspection = Inspection(
      draft: draft, units: units, book: book, options: options,
      opening: DraftOpening(outline: outline, kind: kind))
    let shared = Shared<Prose>()
    _ = shared.read { prose }
    inspection.sharedProse = shared
    return inspection
  }

  /// The figures of the tables, with the claims bound to them.
  var figures: FigureIndex { mutating get { prose.figures } }

  /// Lets what comes now see nothing of what was found before.
  mutating func beginGroup() { firstOfGroup = findings.count }

  /// Runs a group of checks as far as their findings are asked for; what they found before is taken over where it cannot
  /// have changed.
  mutating func run(_ checks: [Check]) {
    beginGroup()
    // All that the checks of the group found so far is what they found before.
    var areOthersSame = true
    for (index, check) in checks.enumerated() where check.isWanted(by: options) {
      guard memory != nil else {
        check.run(&self)
        continue
      }
      let heeded =
        check.heeds.isEmpty ? [] : findings.filter { check.heeds.contains($0.rule) }.map(\.range)
      let claims =
        check.reads == .all || check.reads.isDisjoint(with: [.claims, .bindings]) ? [] : prose.changed
      let first = findings.count
      alsoRead = []
      if areOthersSame || !check.heedsOthers,
        let known = memory?.findings(of: index, check, heeding: heeded, claims: claims)
      {
        findings += known.findings
        alsoRead = known.reads
      } else {
        if check.isLocal, let known = memory?.findings(of: index, outside: draft.text, book) {
          stretch = known.stretch
          check.run(&self)
          stretch = Slice(0, units.count)
          let own = findings[first...].filter { !known.isOutside($0.range) }
          findings.replaceSubrange(first..., with: known.findings + own)
        } else {
          check.run(&self)
        }
        areOthersSame = areOthersSame && memory?.hasFound(findings[first...], of: index) ?? false
      }
      let reads = check.reads.union(alsoRead)
      memory?.note(CheckNotes(findings: Array(findings[first...]), reads: reads, heeded: heeded), of: index)
    }
  }

  /// Reports a finding at a slice of the folded text.
  mutating func report(
    _ rule: String, _ severity: Severity, at slice: Slice, _ message: Message, related: [Related] = [],
    fixes: [Fix] = []
  ) {
    findings.append(
      Finding(
        rule: rule, severity: severity, range: draft.range(slice), message: message, related: related,
        fixes: fixes))
  }

  /// Tells whether something reports anything where nobody else has, and leaves nothing of it.
  mutating func isFound(alone find: (inout Inspection) -> Void) -> Bool {
    let (first, count) = (firstOfGroup, findings.count)
    beginGroup()
    find(&self)
    firstOfGroup = first
    guard findings.count > count else { return false }
    findings.removeSubrange(count...)
    return true
  }

  /// Tells whether a check of the same group has reported a rule at just this slice.
  func hasReported(_ rule: String, at slice: Slice) -> Bool {
    let range = draft.range(slice)
    return findings[firstOfGroup...].contains { $0.range == range && $0.rule == rule }
  }

  /// Tells whether a check of the same group has reported anything at just this slice.
  func hasReported(at slice: Slice) -> Bool {
    let range = draft.range(slice)
    return findings[firstOfGroup...].contains { $0.range == range }
  }

  /// Tells whether a check of the same group has reported a rule at a place that shares units with a slice.
  func hasReported(_ rule: String, touching slice: Slice) -> Bool {
    let range = draft.range(slice)
    return findings[firstOfGroup...].contains {
      $0.range.lower < range.upper && range.lower < $0.range.upper && $0.rule == rule
    }
  }

  /// Tells whether a check of the same group has reported one of some rules inside a slice.
  func hasReported(_ rules: Set<String>, in slice: Slice) -> Bool {
    let range = draft.range(slice)
    return findings[firstOfGroup...].contains {
      $0.range.lower >= range.lower && $0.range.upper <= range.upper && rules.contains($0.rule)
    }
  }

  /// The findings about the sums of a table: from memory, or by what `find` adds.
  mutating func sums(ofTable index: Int, _ find: (inout Inspection) -> Void) {
    if let known = memory?.sums(ofTable: index) {
      findings += known
      return
    }
    let first = findings.count
    find(&self)
    memory?.note(sums: Array(findings[first...]), ofTable: index)
  }

  /// The performance forms of the draft with what they say: from memory, or by reading them.
  mutating func forms() -> DraftForms {
    if let knownForms { return knownForms }
    let places = draft.tables.indices.filter { draft.tables[$0].layout == .form }
    let tables = places.map { draft.tables[$0] }
    let readings = zip(places, tables).map { index, table in
      if let known = memory?.form(ofTable: index, table) { return known }
      let reading = FormReading(table, units)
      memory?.note(form: reading, ofTable: index)
      return reading
    }
    let forms = DraftForms(draft, units, places, tables, readings)
    knownForms = forms
    return forms
  }

  /// The findings about a form alone: from memory, or by what `find` adds.
  mutating func findings(
    ofForm index: Int, in setting: FormSetting, _ find: (inout Inspection) -> Void
  ) {
    if let known = memory?.findings(ofForm: index, in: setting) {
      findings += known
      return
    }
    let first = findings.count
    find(&self)
    memory?.note(FormNotes(setting: setting, findings: Array(findings[first...])), ofForm: index)
  }

  /// A related place at a slice of the folded text.
  func related(_ slice: Slice, _ message: Message) -> Related { Related(draft.range(slice), message) }
}

/// A check, with the rules whose findings it reports: it is not run when none of them is wanted.
struct Check: Sendable {
  /// The rules it reports by; empty for the rules of packs, which the check itself knows.
  let rules: [String]
  /// The parts of a draft that its findings follow from, beside what the draft is as a whole: it looks at no others.
  var reads = DraftParts.all
  /// Each finding follows from its own place and the units around it, as far as ``RuleBook/reach``: it looks at
  /// ``Inspection/stretch``.
  var isLocal = false
  /// The rules whose findings it looks at, if it does not read everything.
  var heeds: [String] = []
  /// It looks at whatever the checks before it in its group found.
  var heedsOthers = false
  let run: @Sendable (inout Inspection) -> Void

  /// Tells whether any of its findings is asked for.
  func isWanted(by options: LintOptions) -> Bool { rules.isEmpty || rules.contains(where: options.wants) }
}
