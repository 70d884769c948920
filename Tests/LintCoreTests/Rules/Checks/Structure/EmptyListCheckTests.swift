import Testing

@testable import LintCore

@Suite struct EmptyListCheckTests {
  private static let rules: Set<String> = ["empty-table-note", "note-on-filled-table"]

  private static func draft(_ filled: String, _ empty: String) -> String {
    """
    目录及空表情况

    序号→内容→是否空表→公开空表理由
    表1→政府性基金预算支出表→\(filled)
    表2→国有资本经营预算支出表→\(empty)

    政府性基金预算支出表
    单位：万元
    科目编码→科目名称→合计→基本支出→项目支出
    →合计→20.00→→20.00
    212→城乡社区支出→20.00→→20.00

    国有资本经营预算支出表
    单位：万元
    科目编码→科目名称→合计→基本支出→项目支出
    →合计→→→
    注：本表无数据。
    """
  }

  @Test func aListThatFitsItsTablesIsSilent() {
    expectFindings(Self.draft("否→", "是→无国有资本经营预算收支"), by: Self.rules)
  }

  @Test func aListThatContradictsItsTablesIsTold() {
    expectFindings(Self.draft("⟦是¦warning note-on-filled-table⟧→无收支", "是→无收支"), by: Self.rules)
    expectFindings(Self.draft("否→", "⟦是¦warning empty-table-note⟧→"), by: Self.rules)
    expectFindings(Self.draft("否→", "⟦否¦warning empty-table-note⟧→"), by: Self.rules)
  }
}
