extension LintResult {
  /// The result with more findings.
  package func adding(_ more: [Finding]) -> LintResult {
    var copy = self
    copy.findings += more
    return copy
  }

  /// Drops the findings for which `isKept`, given their position and themselves, does not hold.
  package mutating func keepFindings(where isKept: (Int, Finding) -> Bool) {
    findings = findings.enumerated().filter { isKept($0.offset, $0.element) }.map(\.element)
  }
}
