import Testing

@testable import LintCore

@Suite struct FaultLocatorTests {
  /// Puts a wrong figure in place of a right one and says what is found.
  private func found(_ right: String, _ wrong: String) -> [String] {
    let text = """
      支出总表
      单位：万元
      科目编码→科目名称→合计→基本支出→项目支出
      合计→→100.00→61.00→39.00
      201→甲→50.00→41.00→9.00
      205→乙→29.00→19.00→10.00
      208→丙→21.00→1.00→20.00
      """
    let bytes = Array(tabbed(text.replacing(right, with: wrong)).utf8)
    return findings(bytes).map { finding in
      SourceText(bytes).string(finding.range) + ": " + (finding.fixes.first?.edits.first?.text ?? "no fix")
    }
  }

  @Test(arguments: [
    ("41.00→9.00", "42.00→9.00", "42.00: 41.00"), ("19.00→10.00", "19.00→40.00", "40.00: 10.00"),
    ("29.00→19.00", "92.00→19.00", "92.00: 29.00"), ("61.00→39.00", "16.00→39.00", "16.00: 61.00"),
    ("合计→→100.00", "合计→→10.00", "10.00: 100.00"),
  ])
  func oneWrongCellIsFoundWhereItStands(right: String, wrong: String, expected: String) {
    #expect(found(right, wrong) == [expected])
  }

  @Test func aWholeRowThatIsWrongIsNoSingleCell() {
    // Both columns are off by different amounts: the row agrees with itself, the totals do not.
    let result = found("29.00→19.00→10.00", "32.00→20.00→12.00")
    #expect(
      result.count == 3
        && result.allSatisfy { $0.hasPrefix("100.00") || $0.hasPrefix("61.00") || $0.hasPrefix("39.00") })
  }

  @Test func twoWrongCellsAreTwoFindings() {
    let between = "→9.00\n205→乙→29.00→19.00→"
    #expect(
      found("41.00" + between + "10.00", "42.00" + between + "40.00") == ["42.00: 41.00", "40.00: 10.00"])
  }
}
