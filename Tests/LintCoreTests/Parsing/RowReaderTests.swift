import Testing

@testable import LintCore

@Suite struct RowReaderTests {
  /// The rows of the first side as `role label code`.
  private func rows(_ text: String, side: Int = 0) -> [String] {
    let read = draft(text)
    guard let table = read.tables.first, side < table.sides.count else { return [] }
    return table.sides[side].rows.map { row in
      "\(row.role) \(read.string(row.label))" + (row.code.map { " \($0)/\(row.codeLength)" } ?? "")
    }
  }

  @Test func labelsLoseTheirNumbersAndTell其中() {
    #expect(
      rows("项目→金额\n一、甲→1.00\n（一）乙→1.00\n其中：丙→1.00\n1.其中：丁→1.00\n五、（1）戊→1.00\n合 计→5.00") == [
        "detail 甲", "detail 乙", "ofWhich 丙", "ofWhich 丁", "detail 戊", "total 合计",
      ])
  }

  @Test(arguments: ["合计", "总计", "小计", "本年收入合计", "收入总计", "部门合计", "共计", "一、本年支出合计"])
  func totalsAreKnownByTheirNames(label: String) {
    #expect(rows("项目→金额\n甲→1.00\n\(label)→1.00").last?.hasPrefix("total") == true)
  }

  @Test func aTotalMayStandInTheCodeColumnOrBesideIt() {
    #expect(rows("科目编码→科目名称→金额\n合计→→1.00\n201→甲→1.00") == ["total 合计", "detail 甲 201/3"])
    #expect(rows("科目编码→科目名称→金额\n→合计→1.00\n201→甲→1.00") == ["total 合计", "detail 甲 201/3"])
    #expect(rows("序号→单位名称→人数\n1→甲中心→3\n小计→事业单位1个→3\n合计→→3").suffix(2) == ["total 小计", "total 合计"])
  }

  @Test func codesAreWholeOrSplitInto类款项() {
    let whole = "科目编码→科目名称→金额\n201→甲→1.00\n20101→乙→1.00\n2010101→丙→1.00"
    let split = "类→款→项→科目名称→金额\n201→→→甲→1.00\n201→01→→乙→1.00\n201→01→01→丙→1.00"
    let nested = "类→款→项→科目名称→金额\n201→→→甲→1.00\n201→20101→→乙→1.00\n201→20101→2010101→丙→1.00"
    let expected = ["detail 甲 201/3", "detail 乙 20101/5", "detail 丙 2010101/7"]
    #expect(rows(whole) == expected)
    #expect(rows(split) == expected)
    #expect(rows(nested) == expected)
  }

  @Test func codesMayStandInBracketsBeforeTheirNames() {
    #expect(
      rows("科目→金额\n[301]甲支出→2.00\n【30101】乙费→1.00\n［30102］丙费→1.00\n[30103丁→1.00\n[1]戊→1.00\n[→1.00") == [
        "detail 甲支出 301/3", "detail 乙费 30101/5", "detail 丙费 30102/5", "detail [30103丁", "detail [1]戊",
        "detail [",
      ])
  }

  @Test func rowsWithLostOrMovedCellsAreUncertain() {
    let text = "科目编码→科目名称→合计→基本支出\n201→甲→1.00→1.00\n202→乙→1.00\n203→丙→丁→戊\n204→己→1.00→1.00→→"
    #expect(
      rows(text).map { $0.split(separator: " ")[0] } == ["detail", "uncertain", "uncertain", "uncertain"])
  }

  @Test func aHeaderPrintedAgainIsNoRow() {
    let text = "项目→金额\n甲→1.00\n\n项目→金额\n乙→2.00\n合计→3.00"
    #expect(
      rows(text).map { $0.split(separator: " ")[0] } == ["detail", "repeatedHeader", "detail", "total"])
  }

  @Test func rowsWithoutAnyTextAreHeadings() {
    #expect(
      rows("项目→金额→备注\n甲→1.00→\n→→\n合计→1.00→").map { $0.split(separator: " ")[0] } == [
        "detail", "heading", "total",
      ])
  }
}
