import Testing

@testable import LintCore

struct SeverityPolicyTests {
  /// The severities left over from an error, a warning and a tail of the same rule.
  private func severities(pack: String, _ options: LintOptions = LintOptions()) -> [Severity] {
    let (book, problems) = RuleBook.load(packs: [("p.json5", Array(pack.utf8))])
    #expect(problems.isEmpty)
    var findings = [Severity.error, .warning, .info].map { severity in
      Finding(
        rule: "column-total", severity: severity, range: ByteRange(0, 1), message: Message(Phrase("", "")))
    }
    SeverityPolicy(book: book).apply(options, to: &findings)
    return findings.map(\.severity)
  }

  @Test(
    arguments: [
      ("{}", [.error, .warning, .info]),
      ("{ rules: { \"column-total\": { severity: \"warning\" } } }", [.warning, .warning, .info]),
      ("{ rules: { \"column-total\": { severity: \"info\" } } }", [.info, .info, .info]),
      ("{ rules: { \"column-total\": { severity: \"off\" } } }", []),
    ] as [(String, [Severity])])
  func packChangesTheRulesOwnSeverityAndNeverRaisesATail(_ pack: String, _ expected: [Severity]) {
    #expect(severities(pack: pack) == expected)
  }

  @Test func ruleThatIsOffRunsWhenItIsAskedForByName() {
    var options = LintOptions()
    options.select = ["column-total"]
    #expect(severities(pack: "{ rules: { \"column-total\": { severity: \"off\" } } }", options).count == 3)
  }

  @Test func optionOverridesThePack() {
    var options = LintOptions()
    options.severities.updateValue(.info, forKey: "column-total")
    #expect(severities(pack: "{}", options) == [.info, .info, .info])
    options.severities.updateValue(nil, forKey: "column-total")
    #expect(severities(pack: "{}", options).isEmpty)
  }
}
