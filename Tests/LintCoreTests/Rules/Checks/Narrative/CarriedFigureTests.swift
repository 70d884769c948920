import Testing

@testable import LintCore

@Suite struct CarriedFigureTests {
  private static func draft(_ item: String) -> String {
    """
    某县教育局2026年部门预算

    2026年收入预算772.66万元，其中：一般公共预算拨款收入760.66万元，上年结转结余12.00万元。

    （五）2026年一般公共预算当年拨款情况

    （1）教育支出（类）进修及培训（款）教师进修（项）260.00万元。主要用于教师培训。

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
}
