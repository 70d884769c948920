/// What packs and options make of the weights that checks give their findings.
///
/// A check weighs each finding by its evidence: a rounding tail is less than a wrong total. A changed severity
/// therefore replaces the rule's own one and caps heavier ones, but does not raise what the check thought lighter.
struct SeverityPolicy: Sendable {
  /// The severities that packs changed, by rule.
  private var changed: [String: Severity] = [:]
  /// The rules that run only when somebody asks for them by name.
  private var disabled: Set<String> = []

  /// Reads what a book changes.
  init(book: RuleBook) {
    let standard = RuleBook.standard
    for rule in book.rules {
      if !rule.isEnabled { disabled.insert(rule.id) }
      if let own = standard.rule(rule.id)?.severity, own != rule.severity { changed[rule.id] = rule.severity }
    }
  }

  /// Drops the findings that nobody wants and sets the severities of the rest.
  func apply(_ options: LintOptions, to findings: inout [Finding]) {
    findings.removeAll { finding in
      !options.wants(finding.rule)
        || (disabled.contains(finding.rule) && !options.select.contains(finding.rule)
          && options.severities[finding.rule] == nil)
    }
    guard !changed.isEmpty || !options.severities.isEmpty else { return }
    for index in findings.indices {
      let rule = findings[index].rule
      let override = (options.severities[rule] ?? nil) ?? changed[rule]
      guard let override else { continue }
      let isOwn = findings[index].severity == RuleBook.standard.rule(rule)?.severity
      findings[index].severity = isOwn ? override : min(override, findings[index].severity)
    }
  }
}
