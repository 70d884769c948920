/// What a run over a draft is asked to do.
public struct LintOptions: Sendable, Hashable {
  /// The profile to judge by, or `nil` to recognise it from the text.
  public var profile: String?
  /// Only these rules or categories, if not empty.
  public var select: Set<String> = []
  /// Never these rules or categories.
  public var ignore: Set<String> = []
  /// The severity of single rules, in place of their own; `.some(nil)` switches a rule off.
  public var severities: [String: Severity?] = [:]

  /// Creates options that ask for everything.
  public init() {}
}

/// What a run over a draft found.
public struct LintResult: Sendable {
  /// The draft as it was read.
  public let draft: Draft
  /// The profile it was judged by, or `nil` if none was recognised.
  public let profile: String?
  /// The findings, ordered by range, then by rule id.
  public internal(set) var findings: [Finding]
  /// What the next check of the same document can take over.
  var notes: LintNotes?

  /// Leaves only some of the findings, in their order.
  package mutating func show(_ findings: [Finding]) { self.findings = findings }

  /// Puts a result together.
  package init(draft: Draft, profile: String?, findings: [Finding]) {
    self.draft = draft
    self.profile = profile
    self.findings = findings
  }
}

/// Checks drafts against a rule book.
///
/// ``lint(_:options:known:)`` goes from bytes to findings on one thread; the others share the work and take over what
/// an earlier check of the document found. All are pure, so the same bytes, rules and options give the same findings on
/// any machine and from any number of threads.
public struct Linter: Sendable {
  /// The rules it checks.
  public let book: RuleBook
  private let policy: SeverityPolicy
  /// What tells it and its copies from other linters.
  let identity = LintOrigin.Identity()

  /// Creates a linter for a rule book.
  public init(book: RuleBook) {
    self.book = book
    policy = SeverityPolicy(book: book)
  }

  /// The checks of single tables, which run first.
  static let tableChecks = [TableTotalsCheck.check, TableUnitCheck.check] + FormCheck.checks
  /// The checks of tables against each other.
  static let crossTableChecks: [Check] = [
    CrossTableCheck.check, CodeNamesCheck.check, NumberFormatCheck.check, TravelLimits.check,
    CellSentences.check, ProjectLists.check, SummaryScores.check,
  ]
  /// All checks, in groups; only within a group does a check look at what others found.
  ///
  /// One thread runs them in this order, two begin them in the order of `SplitInspection`; what they found is put
  /// together in this one.
  static let groups = [
    tableChecks, crossTableChecks, NarrativeChecks.figures, NarrativeChecks.words, NarrativeChecks.statements,
    StructureChecks.contents, StructureChecks.order, WordingChecks.all,
  ]
  /// The groups that check tables, tables against each other, and what a document has to have.
  static let tableGroup = 0
  static let crossTableGroup = 1
  static let contentsGroup = 5

  /// Reads from a draft what other drafts can be held against; `nil` if it is not certain whose it is and what it is.
  ///
  /// - Complexity: O(n) in the number of bytes.
  public func digest(_ source: SourceText, options: LintOptions = LintOptions()) -> DraftDigest? {
    var draft = Draft(source)
    _ = TableUnits.mend(&draft)
    return draft.text.units.withUnsafeBufferPointer { units in
      var inspection = Inspection(draft: draft, units: units, book: book, options: options)
      return DigestReader.digest(&inspection)
    }
  }

  /// Reads and checks a draft; `known` are findings from elsewhere (``CrossDraft``) that are weighed with the others.
  ///
  /// - Complexity: O(n) in the number of bytes, but for sorting the findings.
  public func lint(
    _ source: SourceText, options: LintOptions = LintOptions(), known: [Finding] = []
  ) -> LintResult {
    var draft = Draft(source)
    let unitSlips = TableUnits.mend(&draft)
    let (findings, profile) = draft.text.units.withUnsafeBufferPointer { units in
      var inspection = Inspection(draft: draft, units: units, book: book, options: options)
      inspection.unitSlips = unitSlips
      for group in Self.groups { inspection.run(group) }
      return (inspection.findings, inspection.kind.profile?.id)
    }
    return result(draft, profile, findings + known.filter { $0.range.upper <= source.bytes.count }, options)
  }

  /// Weighs and orders findings.
  func result(
    _ draft: Draft, _ profile: String?, _ findings: [Finding], _ options: LintOptions
  ) -> LintResult {
    var findings = Echoes.removed(from: findings, draft.source)
    policy.apply(options, to: &findings)
    if !draft.text.comments.isEmpty {
      var suppressor = Suppressor(draft, book)
      findings = suppressor.apply(to: findings, options)
    }
    findings.sort { ($0.range, $0.rule) < ($1.range, $1.rule) }
    return LintResult(draft: draft, profile: profile, findings: findings)
  }
}

extension LintOptions {
  /// Puts rules in place of categories; a name that stands for no rule stays, so that no choice becomes everything.
  package mutating func resolve(in book: RuleBook) {
    func rules(_ names: Set<String>) -> Set<String> {
      Set(names.flatMap { name in book.rules(named: name).flatMap { $0.isEmpty ? nil : $0 } ?? [name] })
    }
    select = rules(select)
    ignore = rules(ignore)
  }

  /// Tells whether the findings of a rule are asked for.
  package func wants(_ rule: String) -> Bool {
    if let severity = severities[rule], severity == nil { return false }
    return (select.isEmpty || select.contains(rule)) && !ignore.contains(rule)
  }
}
