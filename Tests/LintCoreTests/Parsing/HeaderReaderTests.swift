import Testing

@testable import LintCore

@Suite struct HeaderReaderTests {
  private func header(_ text: String) -> (rows: Int, heads: [String]) {
    let read = draft(text)
    guard let table = read.tables.first else { return (0, []) }
    return (table.headerRows, read.heads(table))
  }

  @Test func oneRowNamesTheColumns() {
    let found = header("项目→预算数→决算数\n甲→1.00→1.00\n合计→1.00→1.00")
    #expect(found == (1, ["项目", "预算数", "决算数"]))
  }

  @Test func aSpannedCellCoversTheColumnsToItsRight() {
    let found = header(
      """
      科目编码→科目名称→合计→基本支出→→项目支出
      →→→人员经费→公用经费→
      201→甲→3.00→1.00→1.00→1.00
      """)
    #expect(found.rows == 2)
    #expect(found.heads == ["科目编码", "科目名称", "合计", "基本支出/人员经费", "基本支出/公用经费", "项目支出"])
  }

  @Test func threeRowsMakeATree() {
    let found = header(
      """
      科目→→本年支出→→→
      编码→名称→合计→基本支出→→项目支出
      →→→人员经费→公用经费→
      201→甲→3.00→1.00→1.00→1.00
      """)
    #expect(found.rows == 3)
    #expect(
      found.heads == [
        "科目/编码", "科目/名称", "本年支出/合计", "本年支出/基本支出/人员经费", "本年支出/基本支出/公用经费", "本年支出/项目支出",
      ])
  }

  @Test func fourRowsMakeATree() {
    let found = header(
      """
      科目→→预算→→→
      编码→名称→合计→本年安排→→
      →→→小计→基本支出→
      →→→→人员经费→公用经费
      201→甲→3.00→3.00→2.00→1.00
      """)
    #expect(found.rows == 4)
    #expect(found.heads.prefix(4) == ["科目/编码", "科目/名称", "预算/合计", "预算/本年安排/小计"])
    #expect(found.heads.suffix(2) == ["预算/本年安排/基本支出/人员经费", "预算/本年安排/基本支出/公用经费"])
  }

  @Test(arguments: ["栏次→→1→2", "→→1→2", "类→款→1→2", "行次→→1→2=3+4"])
  func aRowOfColumnNumbersBelongsToTheHeader(row: String) {
    let found = header("科目编码→科目名称→合计→基本支出\n\(row)\n201→甲→1.00→1.00\n合计→→1.00→1.00")
    #expect(found == (2, ["科目编码", "科目名称", "合计", "基本支出"]))
  }

  @Test func aTotalInTheFirstRowStartsTheBody() {
    #expect(header("科目编码→科目名称→合计\n合计→→5.00\n201→甲→5.00").rows == 1)
    #expect(header("项目→金额\n合计→\n甲→\n乙→").rows == 1)
  }

  @Test func yearsMayStandInTheHeader() {
    #expect(header("项目→2023年→2024年\n甲→1.00→2.00") == (1, ["项目", "2023年", "2024年"]))
    #expect(header("项目→2023→2024\n甲→1.00→2.00") == (1, ["项目", "2023", "2024"]))
  }

  @Test(arguments: ["类款项→栏次→1→2→3", "类 款 项→栏次→1→2→3", "类款项→→→→\n栏次→→1→2→3", "类→栏次→1→2→3"])
  func theRowOfColumnNumbersMayNameTheLevels(row: String) {
    let found = header("科目编码→科目名称→小计→基本支出→项目支出\n\(row)\n201→甲→3.00→1.00→2.00")
    #expect(found.rows == 2 + row.count { $0 == "\n" })
  }

  @Test func aTableWithoutAHeaderHasNone() {
    #expect(header("一、甲→1.00\n二、乙→2.00\n合计→3.00").rows == 0)
  }
}
