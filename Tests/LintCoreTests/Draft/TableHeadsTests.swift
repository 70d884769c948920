import Testing

@testable import LintCore

/// Columns by what stands above them.
@Suite struct TableHeadsTests {
  @Test func columnsAreFoundByTheirHeadsWithoutBrackets() throws {
    let draft = draft(
      """
      政府采购明细表
      项目名称\t金额（万元）\t数量\t金额
      办公桌椅\t12.50\t10\t3
      打印设备\t7.20\t4\t2
      """)
    let table = try #require(draft.tables.first)
    draft.text.units.withUnsafeBufferPointer { units in
      #expect(table.columns(headed: WordList(["金额", "总额"]), units) == [1, 3])
      #expect(table.columns(headed: WordList(["数量", "项目名称"]), units) == [0, 2])
      #expect(table.columns(headed: WordList(["数"]), units).isEmpty)
      #expect(table.hasHead(1, anyOf: WordList(["金额"]), units))
      #expect(!table.hasHead(9, anyOf: WordList(["金额"]), units))
      #expect(!table.hasHead(-1, anyOf: WordList(["金额"]), units))
    }
  }
}
