import Testing

@testable import LintCore

/// The corrections that are offered for sentences and copies: each says what it takes for right, none is safe.
@Suite struct NarrativeFixesTests {
  private func fixes(_ rule: String, _ text: String) -> [Fix] {
    let source = SourceText(Array(text.utf8))
    let found = Linter(book: .standard).lint(source, options: LintOptions()).findings
    return found.filter { $0.rule == rule }.flatMap(\.fixes)
  }

  private static let tables = """
    # 某局2024年部门预算

    ## 一、收支总表

    单位：万元

    项目\t预算数\t项目\t预算数
    一、财政拨款收入\t1,150.00\t一、教育支出\t1,150.00
    收入总计\t1,150.00\t支出总计\t1,150.00

    ## 二、支出总表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    205\t教育支出\t1,150.00\t1,110.00\t40.00
    \t合计\t1,150.00\t1,110.00\t40.00

    ## 情况说明


    """

  @Test(arguments: [
    ("narrative-table", "2024年支出总计1,105.00万元。", "1,150.00", "为准"),
    ("unit-scale", "2024年支出总计1,150.00元。", "万元", "假定数字无误"),
    ("direction", "2024年支出总计1,150.00万元，比上年增加50.00万元，下降4.55%。", "增长", "假定金额无误"),
  ])
  func sentencesCanBeCorrected(rule: String, text: String, replacement: String, assumption: String) {
    let found = fixes(rule, Self.tables + text + "\n")
    #expect(found.first?.edits.map(\.text) == [replacement])
    #expect(found.first?.title.text(.chinese).contains(assumption) == true)
    #expect(found.allSatisfy { $0.safety == .review })
  }

  @Test func eitherCopyCanBeCorrected() {
    let text = Self.tables
      .replacing("205\t教育支出\t1,150.00\t1,110.00\t40.00", with: "205\t教育支出\t1,151.00\t1,110.00\t41.00")
      .replacing("合计\t1,150.00\t1,110.00\t40.00", with: "合计\t1,151.00\t1,110.00\t41.00")
    let found = fixes("cross-table", text)
    #expect(found.contains { $0.edits.map(\.text) == ["1,151.00"] })
    #expect(found.contains { $0.edits.map(\.text) == ["1,150.00"] })
    #expect(found.contains { $0.title.text(.chinese).contains("假定此处无误") })
    #expect(found.allSatisfy { $0.safety == .review })
  }

  @Test func aTotalThatTheTablesStateIsNotReplacedByTheSumOfItsParts() {
    let text = "2024年支出总计1,150.00万元，其中：基本支出1,110.00万元，项目支出45.00万元。"
    #expect(fixes("narrative-sum", Self.tables + text).flatMap(\.edits).map(\.text) == ["40.00"])
    let alone = fixes("narrative-sum", "# 某局2024年部门预算\n\n## 情况说明\n\n" + text).flatMap(\.edits)
    #expect(alone.map(\.text) == ["1,155.00"])
  }
}
