import Testing

@testable import LintCore

@Suite struct RowNumbersTests {
  private static func draft(_ numbers: [String], names: [String]? = nil) -> String {
    let rows = numbers.enumerated().map {
      "\($1)\t\(names?[$0] ?? "甲乙丙丁戊己庚辛壬癸".map { "\($0)项目" }[$0])\t10.00\n"
    }
    return "某局2024年部门决算\n\n项目支出绩效自评结果汇总表\n\n单位：万元\n\n序号\t项目名称\t全年预算数\n" + rows.joined()
      + "合计\t\t\(numbers.count * 10).00\n"
  }

  @Test(arguments: [
    ["1", "2", "3", "⟦3¦warning numbering⟧", "5"], ["1", "2", "3", "4", "⟦4¦warning numbering⟧", "5", "6"],
    ["1", "2", "⟦4¦warning numbering⟧", "5", "6"], ["1", "⟦5¦warning numbering⟧", "3", "4"],
  ])
  func aNumberThatIsNotTheNextIsMarked(numbers: [String]) {
    expectFindings(Self.draft(numbers), by: ["numbering"])
  }

  @Test(arguments: [
    ["1", "2", "3", "4", "5"], ["1", "2", "3", "1", "2"], ["1", "1", "2", "2", "3"], ["3", "4", "6", "7"],
    ["1", "2", "", "3", "4"], ["1", "2", "", "4", "5"], ["1", "1", "1", "2", "3"],
    ["2024", "2025", "2027", "2028"],
    ["1", "2", "4"], ["1", "2", "3", "7", "8"],
  ])
  func otherWaysToNumberAreSilent(numbers: [String]) {
    expectFindings(Self.draft(numbers), by: ["numbering"])
  }

  @Test func theNumberOfAMergedCellStandsInEachOfItsRows() {
    expectFindings(
      Self.draft(["1", "2", "2", "3", "4"], names: ["甲项目", "乙项目", "乙项目", "丙项目", "丁项目"]), by: ["numbering"])
  }
}
