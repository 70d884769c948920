import Foundation
import LintCore
import Testing

@testable import lint_rules

struct CatalogueCommandsTests {
  @Test func listNamesEveryRule() throws {
    let run = try Program.run(["list"])
    #expect(run.status == 0)
    for rule in RuleBook.standard.rules { #expect(run.output.contains("\(rule.id) ")) }
  }

  @Test func explainShowsTheRuleInBothLanguages() throws {
    let chinese = try Program.run(["explain", "column-total"])
    let english = try Program.run(["explain", "--lang", "en", "column-total"])
    let rule = try #require(RuleBook.standard.rule("column-total"))
    #expect(chinese.status == 0 && chinese.output.contains(rule.what.chinese))
    #expect(english.status == 0 && english.output.contains(rule.what.english))
  }

  @Test(arguments: [
    (["explain", "colum-total"], "lint-rules: 没有名为“colum-total”的规则或类别；是否想用 column-total？\n"),
    (["explain"], "lint-rules: 请写出要说明的规则，如 lint-rules explain column-total\n"),
    (["packs"], "lint-rules: 请写明 test 和规则包所在的文件夹，如 lint-rules packs test rules.d\n"),
    (["packs", "run", "x"], "lint-rules: packs 之后应为 test，不能是“run”\n"),
    (["packs", "test", "missing"], "lint-rules: 无法读取规则包 missing：没有这个文件或文件夹\n"),
    (["list", "x"], "lint-rules: list 不接受“x”\n"),
    (["serve", "x"], "lint-rules: serve 不接受“x”\n"),
    (["serve", "--clientProcessId", "x"], "lint-rules: 选项 --clientProcessId 的取值应为不小于 1 的整数，不能是“x”\n"),
    (["serve", "--clientProcessId", "0"], "lint-rules: 选项 --clientProcessId 的取值应为不小于 1 的整数，不能是“0”\n"),
    (["list", "--rules", "missing"], "lint-rules: 无法读取规则包 missing：没有这个文件或文件夹\n"),
  ])
  func mistakeIsOneLine(_ arguments: [String], _ expected: String) throws {
    let run = try Program.run(arguments)
    #expect(run.status == 2)
    #expect(run.errors == expected)
  }

  @Test func brokenPackIsNamedWithItsPlaceAndNothingIsChecked() throws {
    let sandbox = try Sandbox(["rules/a.json5": "{\n  rulez: {},\n}\n", "a.md": "说明\n"])
    let run = try Program.run(["check", "--rules", "rules", "a.md"], folder: sandbox.url)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("lint-rules: rules/a.json5:2:3: "))
  }

  @Test(arguments: [("⟦大约⟧", 0), ("大约", 2), ("⟦约⟧", 1)])
  func examplesOfAPackAreRun(_ example: String, _ status: Int32) throws {
    let pack =
      "{rules: {roughly: {kind: 'phrase', title: '不写“大约”', find: ['大约'], examples: [{bad: '收入\(example)120万元。'}]}}}"
    let sandbox = try Sandbox(["rules/a.json5": pack])
    let run = try Program.run(["packs", "test", "rules"], folder: sandbox.url)
    #expect(run.status == status)
    if status < 2 { #expect(run.output.hasSuffix("1 条规则，1 个示例，\(status) 个不符\n")) }
    if status == 1 { #expect(run.output.hasPrefix("rules/a.json5: roughly 示例 1：")) }
  }

  @Test func packOfAnOfficeChangesARule() throws {
    let pack = "{ rules: { \"column-total\": { severity: \"off\" } } }\n"
    let draft = "表1 支出总表\n单位：万元\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t10.00\n205\t教育支出\t10.00\n\t合计\t99.00\n"
    let sandbox = try Sandbox(["rules/a.json5": pack, "a.md": draft])
    let plain = try Program.run(["check", "--select", "column-total", "a.md"], folder: sandbox.url)
    #expect(plain.status == 1)
    let changed = try Program.run(
      ["check", "--rules", "rules", "--select", "totals", "a.md"], folder: sandbox.url)
    #expect(!changed.output.contains("[column-total]"))
  }

  @Test(arguments: [
    (["--select", "totals"], true), (["--select", "wording"], false), (["--ignore", "totals"], false),
  ])
  func categoryStandsForItsRules(_ options: [String], _ isReported: Bool) throws {
    let draft = "表1 支出总表\n单位：万元\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t10.00\n205\t教育支出\t10.00\n\t合计\t99.00\n"
    let sandbox = try Sandbox(["a.md": draft])
    let run = try Program.run(["check"] + options + ["a.md"], folder: sandbox.url)
    #expect(run.output.contains("[column-total]") == isReported)
  }
}
