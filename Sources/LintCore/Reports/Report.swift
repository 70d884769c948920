/// A draft as it was checked, under the name it was given by.
public struct CheckedDraft: Sendable {
  /// The path as it was given or found, or the name that standard input goes by.
  public let path: String
  /// What was found.
  public let result: LintResult

  /// Creates a checked draft.
  public init(path: String, result: LintResult) {
    self.path = path
    self.result = result
  }
}

/// An input that could not be checked.
public struct FailedInput: Sendable, Hashable {
  /// The path as it was given or found.
  public let path: String
  /// Why, in one sentence.
  public let reason: String

  /// Creates a failed input.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// What a report needs to know apart from the drafts.
public struct ReportContext: Sendable {
  /// The language of everything that is said.
  public let language: Language
  /// The rules: their categories and help texts.
  public let book: RuleBook
  /// Tells whether terminal colours are written.
  public private(set) var color: Bool
  /// The version of the program.
  public let version: String
  /// Tells whether the text and JSON reports say how much of each table was checked.
  public let coverage: Bool
  /// The least severity that counts as a failure where a format tells failures from the rest.
  package let failOn: Severity
  /// The working folder, by all its names, each with a slash at its end.
  package let folders: [[UInt8]]
  /// The categories by rule id, looked up for every finding.
  package let categories: [String: String]
  /// The positions of the rules in the book by their id.
  package let ruleIndices: [String: Int]

  /// Creates a context.
  public init(
    language: Language, book: RuleBook, color: Bool = false, version: String, coverage: Bool = false,
    failOn: Severity = .error, folders: [[UInt8]] = []
  ) {
    self.failOn = failOn
    self.coverage = coverage
    self.folders = folders
    self.language = language
    self.book = book
    self.color = color
    self.version = version
    self.ruleIndices = Dictionary(
      book.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.categories = Dictionary(
      book.rules.map { ($0.id, $0.category) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same context for a report that goes into a file.
  public var withoutColor: ReportContext {
    var copy = self
    copy.color = false
    return copy
  }

  /// The wording of a phrase in the language of the report.
  package func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }
}

/// A report format: pure functions from findings to bytes, one draft at a time.
///
/// The bytes of a report are `opening`, the pieces of all drafts in the order they were given with `separator`
/// between those that are not empty, then `closing`. Pieces depend on one draft alone, so they are rendered in
/// parallel and written as they come; a report of ten thousand drafts never lies in memory as a whole.
public struct Report: Sendable {
  /// The name that `--format` takes.
  public let name: String
  /// What comes before the first draft.
  public let opening: @Sendable (ReportContext) -> [UInt8]
  /// What is said of a draft.
  public let piece: @Sendable (CheckedDraft, ReportContext) -> [UInt8]
  /// What stands between two pieces.
  public let separator: [UInt8]
  /// What comes after the last draft.
  public let closing: @Sendable (ReportSummary, ReportContext) -> [UInt8]
  /// What is said of an input that could not be checked, in its place among the pieces.
  public var failure: @Sendable (FailedInput, ReportContext) -> [UInt8] = { _, _ in [] }

  /// Renders a whole report at once.
  public func render(_ drafts: [CheckedDraft], _ context: ReportContext) -> [UInt8] {
    var out = opening(context)
    var summary = ReportSummary()
    var isFirst = true
    for draft in drafts {
      summary.add(draft.path, DraftCounts(draft.result))
      let bytes = piece(draft, context)
      guard !bytes.isEmpty else { continue }
      if !isFirst { out += separator }
      out += bytes
      isFirst = false
    }
    return out + closing(summary, context)
  }

  /// All formats, in the order the help names them.
  public static let all: [Report] = [
    .text, .concise, .json, .jsonLines, .sarif, .github, .gitlab, .junit, .checkstyle, .rdjson, .markdown,
    .html,
  ]

  /// The format of a name.
  public static func named(_ name: String) -> Report? { all.first { $0.name == name } }
}

/// How many findings one draft has, by severity and by rule.
public struct DraftCounts: Sendable, Hashable {
  /// The number of findings of each severity, by raw value.
  public private(set) var bySeverity = [0, 0, 0]
  /// The number of findings of each rule.
  public private(set) var byRule: [String: Int] = [:]

  /// Counts the findings of a result.
  public init(_ result: LintResult) {
    for finding in result.findings {
      bySeverity[finding.severity.rawValue] += 1
      byRule[finding.rule, default: 0] += 1
    }
  }

  /// Puts together counts that were taken before.
  package init(bySeverity: [Int], byRule: [String: Int]) {
    for index in self.bySeverity.indices where bySeverity.indices.contains(index) {
      self.bySeverity[index] = bySeverity[index]
    }
    self.byRule = byRule
  }

  /// The number of findings.
  public var total: Int { bySeverity.reduce(0, +) }
}

/// The numbers of findings of one draft, under its name.
public struct DraftTally: Sendable, Hashable {
  /// The path as it was given or found.
  public let path: String
  /// The number of findings of each severity, by raw value.
  public let bySeverity: [Int]
  /// The rules that report something, in their order.
  public let rules: [String]
}

/// How much was checked and found in a whole run.
public struct ReportSummary: Sendable, Hashable {
  /// The number of drafts that were checked.
  public private(set) var files = 0
  /// The number of drafts with a finding.
  public private(set) var filesWithFindings = 0
  /// The number of findings of each severity, by raw value.
  public private(set) var bySeverity = [0, 0, 0]
  /// The number of findings of each rule.
  public private(set) var byRule: [String: Int] = [:]
  /// The drafts in the order they were given, with their numbers of findings of each severity.
  public private(set) var drafts: [DraftTally] = []

  /// The number of findings that a baseline holds and that are therefore not reported.
  public private(set) var known = 0
  /// The number of findings that a baseline holds and that are gone.
  public private(set) var fixed = 0

  /// The inputs that could not be checked, in the order they were given.
  public private(set) var failures: [FailedInput] = []

  /// Creates the summary of nothing.
  public init() {}

  /// Adds a draft.
  public mutating func add(_ path: String, _ counts: DraftCounts) {
    files += 1
    drafts.append(DraftTally(path: path, bySeverity: counts.bySeverity, rules: counts.byRule.keys.sorted()))
    if counts.total > 0 { filesWithFindings += 1 }
    for index in bySeverity.indices { bySeverity[index] += counts.bySeverity[index] }
    for (rule, count) in counts.byRule { byRule[rule, default: 0] += count }
  }

  /// Adds an input that could not be checked.
  public mutating func note(_ failure: FailedInput) { failures.append(failure) }

  /// Adds what a baseline says of a draft.
  public mutating func note(known: Int, fixed: Int) {
    self.known += known
    self.fixed += fixed
  }

  /// The number of findings of a severity.
  public func count(_ severity: Severity) -> Int { bySeverity[severity.rawValue] }

  /// The number of findings at or above a severity.
  public func count(atLeast severity: Severity) -> Int {
    bySeverity[severity.rawValue...].reduce(0, +)
  }
}
