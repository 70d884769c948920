import Testing

@testable import LintCore

/// References to tables and titles of other tables do not change what figures are of.
@Suite struct ReferredScopeTests {
  private static let tables = """

    四、财政拨款收入支出决算总表
    单位：万元
    项目→金额→项目→合计→一般公共预算财政拨款→政府性基金预算财政拨款
    一、一般公共预算财政拨款→60.00→一、农林水支出→60.00→60.00→
    二、政府性基金预算财政拨款→40.00→二、城乡社区支出→40.00→→40.00
    本年收入合计→100.00→本年支出合计→100.00→60.00→40.00

    项目支出绩效自评结果汇总表
    单位：万元
    序号→项目名称→全年预算数→全年执行数→执行率
    1→公路养护→52.00→50.00→96.15%
    →合计→52.00→50.00→96.15%
    """

  private static func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    expectFindings(
      """
      # 某镇人民政府2022年度部门决算

      ## 三、支出决算情况说明

      \(text)

      ## 四、附表

      \(tables)
      """, by: ["narrative-table", "narrative-repeat"], sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "政府性基金预算方面，本年收入40.00万元，本年支出40.00万元。",
    "政府性基金预算方面（详见公开07表），本年收入40.00万元，本年支出40.00万元。",
    "政府性基金预算方面的情况详见公开07表。本年收入40.00万元，本年支出40.00万元。",
    "政府性基金预算财政拨款（详见公开07表）年初结转0万元，本年收入40.00万元，本年支出40.00万元。",
  ])
  func aReferenceLeavesTheScope(text: String) {
    Self.expect(text)
  }

  @Test func figuresOfTheScopeAreHeldAgainstIt() {
    Self.expect(
      "政府性基金预算方面（详见公开07表），本年收入⟦48.00万元¦error narrative-table⟧，本年支出40.00万元。")
  }

  @Test func evaluatedProjectsAreNotAllProjects() {
    Self.expect("本年支出的具体构成为：基本支出48.00万元，占48.00%；项目支出52.00万元，占52.00%。")
    Self.expect(
      "项目支出52.00万元。同时，组织开展了部门整体支出绩效自评，涉及全部资金100.00万元，自评得分96分。")
  }
}
