import Testing

@testable import LintCore

@Suite struct CoverageTests {
  private func coverage(_ text: String) -> [String] {
    let read = draft(text)
    return read.coverage().map { table in
      "line \(table.line + 1) \(table.title) \(table.covered)/\(table.figures) "
        + table.uncovered.map { "\(read.source.string($0.range)) \($0.reason.rawValue)" }.joined(
          separator: ", ")
    }
  }

  @Test func everyFigureOfATableThatAddsUpIsCovered() {
    #expect(
      coverage("支出总表\n单位：万元\n项目→合计→甲→乙\n一、丙→3.00→1.00→2.00\n二、丁→7.00→3.00→4.00\n合计→10.00→4.00→6.00")
        == ["line 3 支出总表 9/9 "])
  }

  @Test func figuresWithoutAnIdentityAreNamed() {
    #expect(
      coverage("人员情况\n项目→金额\n甲→5.00\n乙→3.00\n丙→9.00")
        == ["line 2 人员情况 0/3 5.00 no-identity, 3.00 no-identity, 9.00 no-identity"])
  }

  @Test func rowsThatCannotBeReadSaySo() {
    let found = coverage("支出总表\n项目→合计→甲→乙\n一、丙→3.00→1.00→2.00\n二、丁→7.00→3.00\n合计→3.00→1.00→2.00→")
    #expect(found.first?.contains("unread-row") == true)
  }

  @Test func formsAndTablesOfWordsAreNotCounted() {
    #expect(coverage("年度资金总额→10.00\n年度总体目标→完成") == [])
    #expect(coverage("项目→内容\n甲→乙") == [])
  }
}
