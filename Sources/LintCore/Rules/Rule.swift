/// A rule: what it reports, why, on which basis, and how much it weighs.
public struct Rule: Sendable {
  /// The id, such as `column-total`.
  public var id: String
  /// The category, such as `totals`.
  public var category: String
  /// The title, stating the problem.
  public var title: Phrase
  /// What the rule checks.
  public var what: Phrase
  /// Why it matters.
  public var why: Phrase
  /// The clause it rests on.
  public var basis: Phrase
  /// The weight of its findings unless the check knows better.
  public var severity: Severity
}
