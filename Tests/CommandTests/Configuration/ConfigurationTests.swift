import Foundation
import LintCore
import Testing

@testable import lint_rules

struct ConfigurationTests {
  private static let draft = """
    表1 支出总表
    单位：万元
    科目编码\t科目名称\t合计
    201\t一般公共服务支出\t10.00
    205\t教育支出\t20.00
    \t合计\t99.00

    """

  private func run(_ configuration: String, _ arguments: [String] = ["a.md"], in folder: String = "sub")
    throws
    -> Program.Run
  {
    let sandbox = try Sandbox([
      "lint-rules.json5": configuration, "sub/a.md": Self.draft, "sub/old/b.md": Self.draft,
      "packs/p.json5": "{ rules: { \"column-total\": { severity: \"warning\" } } }",
    ])
    return try Program.run(
      ["check", "-f", "concise"] + arguments, folder: sandbox.url.appendingPathComponent(folder))
  }

  @Test(
    arguments: [
      ("{ severities: { 'column-total': 'off' }, select: ['column-total', 'row-total'] }", 0),
      ("{ severities: { 'column-total': 'warning' }, select: ['column-total'] }", 0),
      ("{ severities: { 'column-total': 'warning' }, select: ['column-total'], failOn: 'warning' }", 1),
      ("{ severities: { 'column-total': 'warning' }, select: ['column-total'], maxWarnings: 0 }", 1),
      ("{ ignore: ['totals', 'structure'], }", 0), ("// nothing\n{ select: ['totals'] }", 1),
      ("{ rules: ['packs'], select: ['column-total'] }", 0),
    ] as [(String, Int32)])
  func settingsAreFoundAbove(_ configuration: String, _ status: Int32) throws {
    #expect(try run(configuration).status == status)
  }

  @Test func commandLineOverrides() throws {
    #expect(try run("{ failOn: 'never' }", ["--fail-on", "error", "--select", "totals", "a.md"]).status == 1)
    #expect(try run("{ failOn: 'never' }", ["--no-config", "--select", "totals", "a.md"]).status == 1)
    #expect(try run("{ lang: 'en' }", ["missing.md"]).errors.hasPrefix("lint-rules: cannot read"))
  }

  @Test func excludedPathsStartFromTheProject() throws {
    let run = try run("{ exclude: ['sub/old/'], select: ['totals'] }", ["."])
    #expect(run.output.contains("a.md") && !run.output.contains("b.md"))
  }

  @Test(arguments: [
    ("{\n  sellect: [] }", "lint-rules.json5:2:3: 不认识的键“sellect”；是否想用 select？"),
    (
      "{ severities: { 'colum-total': 'off' } }",
      "lint-rules.json5:1:17: 没有名为“colum-total”的规则或类别；是否想用 column-total？"
    ),
    ("{\n ignore: ['totals', 'wordin'] }", "lint-rules.json5:2:21: 没有名为“wordin”的规则或类别；是否想用 wording？"),
    ("{\n profile: 'unit' }", "lint-rules.json5:2:11: 没有名为“unit”的文种；可用 "),
    ("{ lang: 'zh', lang: 'en' }", "lint-rules.json5:1:15: 键“lang”重复"),
    ("{ failOn: 'x' }", "lint-rules.json5:1:11: 应为 error, warning, info, never 之一"),
    ("{ maxWarnings: -1 }", "lint-rules.json5:1:16: 应为非负整数"), ("[]", "lint-rules.json5:1:1: 应为对象"),
    ("{ select: 'x' }", "lint-rules.json5:1:11: 应为字符串数组"),
    ("{ select: [1] }", "lint-rules.json5:1:12: 应为字符串"),
    ("{ a", "lint-rules.json5:1:4: "), ("{ overrides: {} }", "lint-rules.json5:1:14: 应为对象的数组"),
    ("{ overrides: [\n  { ignore: ['totals'] }] }", "lint-rules.json5:2:3: 缺少 paths：写明对哪些路径有效"),
    (
      "{ overrides: [\n  { paths: ['old/'], ignore: ['totals'] }] }",
      "lint-rules.json5:2:22: 缺少 reason：停用规则须写明原因"
    ),
    (
      "{ overrides: [{ paths: ['*'], severities: { share: 'off' }, reason: ' ' }] }",
      "lint-rules.json5:1:31: 缺少 reason：停用规则须写明原因"
    ),
    ("{ overrides: [{ path: ['*'] }] }", "lint-rules.json5:1:17: 不认识的键“path”，是不是“paths”？"),
    (
      "{ overrides: [{ paths: ['*'], severities: { totals: 'info' } }] }",
      "lint-rules.json5:1:45: 没有名为“totals”的规则或类别"
    ),
    (
      "{ overrides: [{ paths: ['*'], ignore: ['wordin'], reason: '旧稿' }] }",
      "lint-rules.json5:1:40: 没有名为“wordin”的规则或类别；是否想用 wording？"
    ),
  ])
  func mistakeIsRefusedWithItsPlace(_ configuration: String, _ expected: String) throws {
    let run = try run(configuration)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains(expected), "\(run.errors)")
  }

  @Test func rulesOfItsOwnPacksHaveSeveritiesToo() throws {
    let sandbox = try Sandbox([
      "lint-rules.json5": "{ rules: ['our.json5'], severities: { 'our-word': 'off' }, ignore: ['our-word'] }",
      "our.json5": """
      { rules: { "our-word": { kind: "phrase", category: "wording", severity: "error", find: ["严禁"],
        title: { zh: "禁用词", en: "Word" }, what: { zh: "词", en: "a word" } } } }
      """, "a.md": "严禁使用。\n",
    ])
    let run = try Program.run(["check", "a.md"], folder: sandbox.url)
    #expect(run.status == 0, "\(run.errors)\(run.output)")
  }

  @Test func schemaKnowsTheSameKeys() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bytes = try Data(contentsOf: root.appendingPathComponent("docs/lint-rules.schema.json"))
    let schema = try JSONParser.parse(Array(bytes))
    #expect(
      Set(schema["properties"]?.members?.map(\.key) ?? []) == Set(ConfigurationKey.allCases.map(\.rawValue)))
    let entry = schema["properties"]?["overrides"]?["items"]?["properties"]
    #expect(
      Set(entry?.members?.map(\.key) ?? []) == Set(PathOverrides.Key.allCases.map(\.rawValue)))
  }
}
