import Testing

@testable import LintCore

@Suite struct PackSchemaTests {
  /// A pack that holds every key of the schema.
  private static let full = """
    {
      "$schema": "pack.schema.json",
      title: { zh: "全", en: "all" },
      tables: { "甲表": { family: "budget", names: ["乙表"], hints: ["甲"], en: "Table A", header: ["甲"] }, "丙表": ["丁表"] },
      rows: { "甲行": ["乙行"] },
      subjects: { "2990101": "甲科目" },
      columns: { "甲列": ["乙列"] },
      formulas: {
        "式一": "甲表[甲行] = 丙表[甲行, 甲列]",
        "式二": { formula: "甲表[甲行] <= 丙表[甲行]", title: "甲不大于丙", severity: "info" },
      },
      profiles: {
        "my-budget": {
          title: "我的预算", like: "department-budget", family: "budget", basis: "某文",
          recognize: { titles: ["我的预算"], texts: ["我的"] },
          sections: { "概况": "off", "新章": { severity: "info", en: "new", names: ["新章"], since: 2024, basis: "某文" } },
          statements: { "新说明": { severity: "info", phrases: ["新说明"], figure: true, except: ["旧"], of: "新章", instead: ["政府采购情况"], table: "甲表" }, "政府采购情况": "info" },
          tables: { "甲表": { severity: "info", since: 2024, basis: "某文" }, "收入总表": "off" },
        },
      },
      rules: {
        "my-rule": {
          kind: "phrase", category: "wording", severity: "info", title: "题", what: "查", why: "因", basis: "据",
          fix: "review", find: ["某词"], except: ["某词典"], replace: "他词", profiles: ["my-budget"],
          examples: [{ bad: "⟦某词⟧", good: "某词典", profile: "my-budget" }],
        },
        "column-total": { parameters: { "related-limit": { value: 5, what: "少列几个" } } },
      },
    }
    """

  @Test func aPackWithEveryKeyLoadsAndChangesTheBook() throws {
    let (book, problems) = load(Self.full)
    #expect(problems.map { "\($0.line):\($0.column) \($0.message.text(.english))" } == [])
    let profile = try #require(book.profile("my-budget"))
    #expect(profile.sections.first { $0.id == "概况" }?.severity == nil)
    #expect(profile.sections.last?.since == 2024)
    let statement = try #require(profile.statements.last)
    #expect(statement.needsFigure && statement.whole == "新章" && statement.instead == ["政府采购情况"])
    #expect(statement.table == book.table("甲表"))
    #expect(profile.tables.count == (book.profile("department-budget")?.tables.count ?? 0) + 1)
    #expect(book.formulas.suffix(2).map(\.severity) == [.error, .info])
    #expect(book.rule("column-total")?.parameter("related-limit") == .int(5))
    #expect(book.rule("my-rule")?.fix == .review)
    #expect(PackTester.run(book, packs: ["test.json5"]).map(\.message) == [])
  }

  @Test func thePackAboveHoldsEveryKeyOfTheSchema() throws {
    var used: Set<String> = []
    func walk(_ value: JSONValue) {
      for member in value.members ?? [] {
        used.insert(member.key)
        walk(member.value)
      }
      for element in value.array ?? [] { walk(element) }
    }
    walk(try JSONParser.parse(Array(Self.full.utf8), dialect: .json5))
    for object in PackObject.allCases {
      for field in PackSchema.fields(object) {
        #expect(used.contains(field.key), "\(object.rawValue).\(field.key)")
      }
    }
  }

  @Test func theSchemaIsStrictJSONAndRefersOnlyToWhatItDefines() throws {
    let schema = try JSONParser.parse(Array(PackSchema.jsonSchema().utf8))
    let defined = Set(schema["definitions"]?.members?.map(\.key) ?? [])
    #expect(defined == Set(PackObject.allCases.map(\.rawValue)))
    func references(_ value: JSONValue) -> [String] {
      let own = value["$ref"]?.string.map { [$0] } ?? []
      let members = value.members ?? []
      return own + members.flatMap { references($0.value) } + (value.array ?? []).flatMap(references)
    }
    for reference in references(schema) { #expect(defined.contains(String(reference.dropFirst(14)))) }
  }

  @Test func theBuiltInPacksCanBeLaidOverThemselves() {
    let packs = EmbeddedPacks.all.map { pack in
      (name: pack.name, bytes: pack.text.withUTF8Buffer { Array($0) })
    }
    let (book, problems) = RuleBook.load(packs: packs)
    #expect(problems.map { "\($0.pack):\($0.line) \($0.message.text(.english))" } == [])
    #expect(book.rules.count == RuleBook.standard.rules.count)
    #expect(book.formulas.count == RuleBook.standard.formulas.count)
  }
}
