import Testing

@testable import LintCore

@Suite struct CarriedFigureTests {
  private static func draft(_ item: String, training: String = "260.00万元", lead: String = "") -> String {
    """
    某县教育局2026年部门预算

    2026年收入预算772.66万元，其中：一般公共预算拨款收入760.66万元，上年结转结余12.00万元。

    （五）2026年一般公共预算当年拨款情况

    \(lead)

    （1）教育支出（类）进修及培训（款）教师进修（项）\(training)。主要用于教师培训。

    （2）社会保障和就业支出（类）行政事业单位养老支出（款）事业单位离退休（项）\(item)。主要用于退休人员支出。

    表五 一般公共预算支出表

    单位：万元

    科目编码→科目名称→合计→基本支出→项目支出
    →合计→772.66→512.66→260.00
    205→教育支出→260.00→→260.00
    20508→进修及培训→260.00→→260.00
    2050801→教师进修→260.00→→260.00
    208→社会保障和就业支出→512.66→512.66→
    20805→行政事业单位养老支出→512.66→512.66→
    2080502→事业单位离退休→512.66→512.66→
    """
  }

  @Test func noCarryOverIsAsLargeAsTheGap() {
    for item in ["512.66万元", "500.66万元", "501.20万元"] {
      expectFindings(Self.draft(item), by: ["narrative-table"])
    }
    expectFindings(Self.draft("⟦250.30万元¦error narrative-table⟧"), by: ["narrative-table"])
  }

  /// The total of the column is the one of this year, or another item has all that was carried over.
  @Test func nothingIsCarriedOverInTheItem() {
    let lead = "2026年一般公共预算当年拨款772.66万元，比上年增加10.00万元。"
    expectFindings(Self.draft("512.66万元", lead: lead), by: ["narrative-table"])
    expectFindings(Self.draft("⟦501.20万元¦error narrative-table⟧", lead: lead), by: ["narrative-table"])
    let major = "社会保障和就业支出（类）支出512.66万元，占67.39%。"
    expectFindings(Self.draft("512.66万元", training: "248.00万元", lead: major), by: ["narrative-table"])
    expectFindings(
      Self.draft("⟦501.20万元¦error narrative-table⟧", training: "248.00万元", lead: major),
      by: ["narrative-table"])
  }

  /// The table leaves out what was carried over, the text has it: the projects differ by that as the total does.
  @Test(arguments: ["833.80万元", "791.20万元", "⟦893.80万元¦error narrative-table⟧"])
  func projectsWithTheCarryOver(figure: String) {
    expectFindings(
      """
      某市某局2025年部门预算

      一、收支总表

      单位：万元

      收入→预算数→支出→预算数
      一般公共预算拨款→3033.30→自然资源支出→3075.90
      本年收入合计→3033.30→本年支出合计→3075.90
      上年结转→42.60→结转下年→
      收入总计→3075.90→支出总计→3075.90

      五、一般公共预算支出表

      单位：万元

      科目编码→科目名称→合计→基本支出→项目支出
      220→自然资源海洋气象等支出→3033.30→2242.10→791.20
      22001→自然资源事务→3033.30→2242.10→791.20
      2200101→行政运行→2242.10→2242.10→
      2200102→一般行政管理事务→791.20→→791.20
      合计→→3033.30→2242.10→791.20
      注：本表不含上年结转安排的支出。

      三、一般公共预算支出情况说明

      2025年一般公共预算支出3075.90万元。其中：基本支出2242.10万元；项目支出\(figure)。
      """, by: ["narrative-table"])
  }
}
