extension LintResult {
  /// Drops the findings for which `isKept`, given their position and themselves, does not hold.
  package mutating func keepFindings(where isKept: (Int, Finding) -> Bool) {
    findings = findings.enumerated().filter { isKept($0.offset, $0.element) }.map(\.element)
  }
}
