/// All rules, profiles and names that drafts are judged by.
public struct RuleBook: Sendable {
  /// The rules, ordered by category, then by id.
  public var rules: [Rule] = []

  /// Creates an empty book.
  public init() {}
}
