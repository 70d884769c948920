import Testing

@testable import LintCore

@Suite struct SideReaderTests {
  private func sides(_ text: String) -> [String] {
    let read = draft(text)
    return read.tables.first?.sides.map {
      "\($0.columns) label \($0.labelColumn) codes \($0.codeColumns) amounts \($0.amountColumns)"
    } ?? []
  }

  private func kinds(_ text: String) -> [ColumnKind] { draft(text).tables.first?.columns.map(\.kind) ?? [] }

  @Test func aTableOfCodesHasOneSide() {
    #expect(
      sides("科目编码→科目名称→合计→基本支出→项目支出\n201→甲→2.00→1.00→1.00\n20101→乙→2.00→1.00→1.00")
        == ["0..<5 label 1 codes [0] amounts [2, 3, 4]"])
  }

  @Test func incomeAndSpendingAreTwoSides() {
    #expect(
      sides("收入→→支出→\n项目→金额→项目→金额\n一、甲→1.00→一、乙→1.00\n收入总计→1.00→支出总计→1.00") == [
        "0..<2 label 0 codes [] amounts [1]", "2..<4 label 2 codes [] amounts [3]",
      ])
  }

  @Test func lineNumbersDoNotOpenASide() {
    let text = "项目→行次→金额→项目→行次→金额\n一、甲→1→1.00→一、乙→31→1.00\n总计→2→1.00→总计→32→1.00"
    #expect(kinds(text) == [.label, .lineNumber, .amount, .label, .lineNumber, .amount])
    #expect(sides(text).count == 2)
  }

  @Test func threeBlocksOfSubjectsAreThreeSides() {
    let text = """
      科目编码→科目名称→金额→科目编码→科目名称→金额→科目编码→科目名称→金额
      301→工资福利支出→5.00→302→商品和服务支出→3.00→310→资本性支出→1.00
      30101→基本工资→5.00→30201→办公费→3.00→31002→办公设备购置→1.00
      """
    #expect(
      sides(text) == [
        "0..<3 label 1 codes [0] amounts [2]", "3..<6 label 4 codes [3] amounts [5]",
        "6..<9 label 7 codes [6] amounts [8]",
      ])
  }

  @Test func remarksAndRatesAreNoSides() {
    let text = "项目→预算数→决算数→完成率→备注\n甲→2.00→1.00→50.00%→进度较慢\n乙→2.00→2.00→100.00%→\n合计→4.00→3.00→75.00%→"
    #expect(sides(text) == ["0..<5 label 0 codes [] amounts [1, 2]"])
    #expect(kinds(text).prefix(4) == [.label, .amount, .amount, .percent])
  }

  @Test func countsAreTold() {
    #expect(kinds("项目→数量→金额\n甲→3→1.00\n乙→4→2.00") == [.label, .count, .amount])
  }

  @Test func codesAreKnownByTheirDigitsToo() {
    #expect(kinds("→项目→金额\n301→工资福利支出→5.00\n30101→基本工资→5.00\n302→商品和服务支出→3.00").first == .code)
  }

  @Test func aTableOfVeryManyColumnsIsKeptAsText() {
    let read = draft(
      "项目" + String(repeating: "→1.00", count: 300) + "\n甲" + String(repeating: "→1.00", count: 300))
    #expect(read.tables.first?.sides.isEmpty == true && read.tables.first?.cells.count == 602)
  }
}
