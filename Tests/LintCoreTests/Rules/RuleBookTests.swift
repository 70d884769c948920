import Testing

@testable import LintCore

/// Loads one pack over the built-in book.
func load(_ text: String) -> (book: RuleBook, problems: [PackProblem]) {
  RuleBook.load(packs: [(name: "test.json5", bytes: Array(text.utf8))])
}

@Suite struct RuleBookTests {
  /// The ids that editors and CI jobs rely on.
  static let contract = [
    "totals": [
      "column-total", "row-total", "hierarchy-total", "balance", "cross-table", "narrative-table",
      "narrative-sum", "narrative-repeat", "of-which", "score-total",
    ],
    "percentages": ["share", "share-sum", "growth-rate", "completion-rate", "direction"],
    "structure": ["missing-section", "missing-table", "toc-mismatch", "numbering", "duplicate-item"],
    "empty-tables": ["empty-table-note", "note-on-filled-table"],
    "consistency": ["year", "missing-amount", "missing-unit", "unit-scale", "code-name", "name-mismatch"],
    "wording": ["placeholder", "template-residue", "number-format", "punctuation"],
  ]

  @Test func theBuiltInPacksHaveNoMistakes() {
    var loader = PackLoader(book: RuleBook())
    loader.addBuiltIn()
    #expect(loader.problems.map { "\($0.pack):\($0.line):\($0.column) \($0.message.text(.english))" } == [])
  }

  @Test func everyContractIdIsARuleOfItsCategory() {
    for (category, ids) in Self.contract {
      for id in ids { #expect(RuleBook.standard.rule(id)?.category == category, "\(id)") }
    }
  }

  @Test func theProfilesOfTheContractAreThere() {
    let ids = [
      "unit-budget", "department-budget", "department-final-accounts", "performance-self-evaluation",
    ]
    #expect(Set(RuleBook.standard.profiles.map(\.id)) == Set(ids))
  }

  @Test(arguments: RuleBook.standard.rules.map(\.id)) func everyRuleIsExplainedInBothLanguages(id: String)
    throws
  {
    let rule = try #require(RuleBook.standard.rule(id))
    for phrase in [rule.title, rule.what, rule.why, rule.basis] {
      #expect(!phrase.chinese.isEmpty && !phrase.english.isEmpty)
      #expect(phrase.chinese != phrase.english)
      #expect(
        phrase.english.utf8.allSatisfy { $0 < 0x80 } || phrase.english.contains("“")
          || !phrase.english.isEmpty)
    }
    for language in Language.allCases {
      let text = RuleCatalogue.explain(rule, book: .standard, language: language)
      #expect(text.hasPrefix(id) && text.contains(rule.what.text(language)))
    }
  }

  @Test func rulesAreOrderedByCategoryThenId() {
    let order = RuleCategory.all.map(\.id)
    let places = RuleBook.standard.rules.map { (order.firstIndex(of: $0.category) ?? 99, $0.id) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func everyFormulaReadsWithItsTitle() {
    #expect(RuleBook.standard.formulas.count >= 30)
    for formula in RuleBook.standard.formulas {
      #expect(!formula.alternatives.isEmpty && formula.title.chinese != formula.text, "\(formula.id)")
    }
  }
}
