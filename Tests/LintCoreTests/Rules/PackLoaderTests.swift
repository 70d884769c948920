import Testing

@testable import LintCore

@Suite struct PackLoaderTests {
  @Test(arguments: [
    ("{rules: {colum: {severity: 'info'}}}", 1, 10, "there is no rule “colum”"),
    (
      "{rules: {\"colum-total\": {severity: 'info'}}}", 1, 10,
      "there is no rule “colum-total”; did you mean “column-total”?"
    ),
    ("{\n  rules: {share: {severty: 'info'}}}", 2, 19, "unknown key “severty”; did you mean “severity”?"),
    ("{rules: {share: {severity: 'info', severity: 'error'}}}", 1, 36, "the key “severity” is repeated"),
    ("{rules: {share: {}, share: {}}}", 1, 21, "the key “share” is repeated"),
    ("{rules: {share: {severity: 'fatal'}}}", 1, 28, "“fatal” is none of error, warning, info, off"),
    ("{rules: {share: {severity: 3}}}", 1, 28, "a string is expected here, not a number"),
    ("{rules: []}", 1, 9, "an object is expected here, not an array"),
    ("[]", 1, 1, "an object is expected here, not an array"),
    ("{rule: {}}", 1, 2, "unknown key “rule”; did you mean “rules”?"),
    ("{rules: {x: {kind: 'regex', title: 'x'}}}", 1, 20, "“regex” is none of check, phrase"),
    ("{rules: {x: {kind: 'phrase', title: 'x'}}}", 1, 10, "the key “find” is missing"),
    ("{rules: {x: {kind: 'phrase', find: ['a']}}}", 1, 10, "the key “title” is missing"),
    ("{rules: {x: {kind: 'phrase', title: 'x', find: ['']}}}", 1, 49, "the wording must not be empty"),
    ("{rules: {share: {find: ['a']}}}", 1, 18, "the key “find” is for rules of the kind phrase alone"),
    ("{rules: {share: {parameters: {x: 1}}}}", 1, 31, "the rule has no parameter “x”"),
    (
      "{rules: {'column-total': {parameters: {'related-limit': true}}}}", 1, 57,
      "the parameter “related-limit” is of another type"
    ),
    ("{rules: {share: {examples: [{bad: 'a⟦b'}]}}}", 1, 35, "⟦ and ⟧ do not pair up, or mark nothing"),
    ("{rules: {share: {examples: [{good: 'a'}]}}}", 1, 29, "the key “bad” is missing"),
    ("{formulas: {a: '收支总表[收入总计] = 收入总帐[合计]'}}", 1, 30, "there is no table named “收入总帐”"),
    (
      "{formulas: {a: '收支总表[收入总数] = 收入总表[合计]'}}", 1, 22, "there is no row named “收入总数”; quote a literal label"
    ),
    (
      "{formulas: {a: '收支总表[合计, 某列] = 收入总表[合计]'}}", 1, 26,
      "there is no column named “某列”; quote a literal label"
    ),
    ("{formulas: {a: '收支总表[收入总计]'}}", 1, 27, "=, <= or >= is expected here"),
    ("{formulas: {a: '收支总表 = 收入总表[合计]'}}", 1, 22, "“[” is expected here"),
    ("{formulas: {a: '收支总表[各类] = 支出总表[合计]'}}", 1, 27, "各类 and 各科目 have to be used in every term alike"),
    ("{formulas: {a: {title: 'x'}}}", 1, 16, "the key “formula” is missing"),
    ("{tables: {'新表': ['收支总表']}}", 1, 18, "this title belongs to “收支总表” already"),
    ("{rows: {'新行': ['收入总计']}}", 1, 16, "this label belongs to “收入总计” already"),
    (
      "{profiles: {'department-budget': {tables: {'无此表': 'error'}}}}", 1, 44,
      "there is no table “无此表”; name it in tables first"
    ),
    (
      "{profiles: {a: {like: 'department-budgets'}}}", 1, 23,
      "there is no profile “department-budgets”; did you mean “department-budget”?"
    ),
    ("{profiles: {a: {family: 'x'}}}", 1, 25, "“x” is none of budget, final, performance"),
    ("{rules: {share: {title: {en: 'x'}}}}", 1, 25, "the key “zh” is missing"),
    ("{rules: {share: {severity: 'info'}}", 1, 36, "the text ends too early"),
  ])
  func everyMistakeIsOneProblemWithItsPlace(pack: String, line: Int, column: Int, message: String) throws {
    let (book, problems) = load(pack)
    #expect(problems.count == 1, "\(problems.map { $0.message.text(.english) })")
    let problem = try #require(problems.first)
    #expect(problem.pack == "test.json5")
    #expect((problem.line, problem.column) == (line, column))
    #expect(problem.message.text(.english) == message)
    #expect(!book.packs.contains("test.json5"))
  }

  @Test func allMistakesOfAPackAreReportedInOrderAndNoneOfItIsUsed() {
    let (book, problems) = load("{rules: {share: {severity: 'info', x: 1}, y: {}}, z: 1}")
    #expect(problems.map(\.column) == [36, 43, 51])
    #expect(book.rule("share")?.severity == .error)
  }

  @Test func aPackChangesOnlyWhatItNames() throws {
    let (book, problems) = load("{rules: {share: {severity: 'info'}, direction: {severity: 'off'}}}")
    #expect(problems.isEmpty)
    let share = try #require(book.rule("share"))
    #expect(share.severity == .info && share.title == RuleBook.standard.rule("share")?.title)
    #expect(book.rule("direction")?.isEnabled == false)
    #expect(book.packs.last == "test.json5")
  }

  @Test func laterPacksChangeEarlierOnes() {
    let packs = ["{rules: {share: {severity: 'info'}}}", "{rules: {share: {severity: 'warning'}}}"]
    let (book, _) = RuleBook.load(
      packs: packs.enumerated().map { (name: "\($0.offset)", bytes: Array($0.element.utf8)) })
    #expect(book.rule("share")?.severity == .warning)
  }

  @Test func anOfficeAddsATableAFormulaAndAForbiddenPhraseInOnePack() throws {
    let (book, problems) = load(
      """
      {
        title: "某省附加要求",
        tables: { "地方债务情况表": ["政府债务情况表"] },
        rows: { "债务余额": ["年末债务余额"] },
        profiles: { "department-budget": { tables: { "地方债务情况表": "warning" } } },
        formulas: { "债务": "地方债务情况表[债务余额] <= 收支总表[支出总计] + 地方债务情况表[“其他债务”]" },
        rules: {
          "no-roughly": { kind: "phrase", title: "不写“大约”", find: ["大约", "约摸"], replace: "约" },
        },
      }
      """)
    #expect(problems.map { $0.message.text(.english) } == [])
    let table = try #require(book.table("地方债务情况表"))
    let title = Name(folding: "某局2025年政府债务情况表（草案）").units
    #expect(title.withUnsafeBufferPointer { book.catalogue.table(titled: $0) } == table)
    #expect(book.profile("department-budget")?.tables.last?.table == table)
    #expect(book.formulas.last?.alternatives.first?.relation == .atMost)
    #expect(book.formulas.last?.alternatives.first?.right.count == 2)
    let rule = try #require(book.rule("no-roughly"))
    guard case .phrase(let pattern) = rule.kind else {
      Issue.record("not a phrase rule")
      return
    }
    #expect(pattern.find.count == 2 && pattern.replacement == "约" && rule.pack == "test.json5")
  }

  @Test func alternativesOfAFormulaAreKept() {
    let (book, _) = load("{formulas: {a: '收支总表[收入总计] = 收入总表[合计] 或 收支总表[本年收入合计] = 收入总表[合计, 合计]'}}")
    #expect(book.formulas.last?.alternatives.count == 2)
    #expect(book.formulas.last?.alternatives.last?.right.first?.column != nil)
  }

  @Test func noPackTraps() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "{", "}", "[", "]", ":", ",", "rules", "tables", "profiles", "formulas", "share", "'error'",
      "'收支总表[合计]'", "1",
      "names", "find", "kind", "'phrase'", "title", "examples", "bad", "'⟦'", "like", "rows", "parameters",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 1...20, using: &random)).map { _ in pieces.randomElement() ?? "" }
        .joined()
      _ = load("{" + text + "}")
    }
  }
}
