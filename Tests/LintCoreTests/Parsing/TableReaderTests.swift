import Testing

@testable import LintCore

@Suite struct TableReaderTests {
  private func layout(_ text: String) -> Table.Layout? { draft(text).tables.first?.layout }

  @Test(arguments: [
    "项目名称→甲项目\n年度资金总额→10.00\n年度总体目标→完成任务",
    "一级指标→二级指标→三级指标→指标值\n产出指标→数量指标→甲→≥5次",
    "实施单位：→某局\n年度资金总额：→10.00",
  ])
  func formsAreKnownByTheirWords(text: String) {
    #expect(layout(text) == .form)
  }

  @Test(arguments: ["项目→金额\n甲→1.00", "项目名称→年度资金总额\n甲→1.00\n乙→2.00"])
  func aSingleWordOfAFormMakesNone(text: String) {
    #expect(layout(text) == .grid)
  }

  @Test func aFormHasNoSides() {
    let read = draft("年度资金总额→10.00\n年度总体目标→完成任务")
    #expect(read.tables.first?.sides.isEmpty == true && read.tables.first?.headerRows == 0)
  }

  @Test func theUsualWidthOfRowsIsThatOfTheTable() {
    let read = draft("项目→甲→乙\n一→1.00→1.00\n二→1.00\n三→1.00→\n合计→2.00→2.00")
    #expect(read.tables.first?.columns.count == 3)
    #expect(read.tables.first?.sides.first?.rows.map(\.role) == [.detail, .uncertain, .detail, .total])
  }

  @Test func rowsWhoseLastTABsWereStrippedAreWhole() {
    let read = draft("项目→甲→乙\n一→1.00→1.00\n二→1.00\n合计→2.00→2.00")
    #expect(
      read.tables.first.map { table in (0..<table.rowCount).map { table.width(ofRow: $0) } } == [3, 3, 3, 3])
    #expect(read.tables.first?.sides.first?.rows.map(\.role) == [.detail, .detail, .total])
  }

  @Test func aRuleOfDashesIsNoRowOfFigures() {
    let read = draft("项目→金额\n甲→1.00\n———→———\n合计→1.00")
    #expect(read.tables.first?.sides.first?.rows.map(\.role) == [.detail, .heading, .total])
  }
}
