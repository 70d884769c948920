import LintCore

/// What a user can set.
struct Settings: Sendable {
  /// What is checked, and how much it weighs.
  var lint = LintOptions()
  /// Whether computed values are shown beside wrong ones.
  var hints = true
}
