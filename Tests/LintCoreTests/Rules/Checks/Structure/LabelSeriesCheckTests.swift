import Testing

@testable import LintCore

@Suite struct LabelSeriesCheckTests {
  private func reported(_ labels: [String]) -> [String] {
    let text = labels.enumerated().map { index, label in
      "\(label)\n\n## 2024年第\(index)类支出预算表\n\n单位：万元\n\n项目\t合计\n支出\t\(index + 1).00\n\n"
    }.joined()
    let source = SourceText(Array(text.utf8))
    return RuleSample(text).findings("name-mismatch").map { source.string($0.range) }
  }

  @Test(arguments: [
    (["预算公开表1", "预算公开表2", "部门公开表3", "预算公开表4"], ["部门公开表3"]),
    (["预算公开表1", "预算公开表2", "预算公开表3"], []), (["预算公开表1", "附表1", "附表2", "附表3"], []),
    (["附表1", "附表2"], []), (["预算公开表1", "预算公开表2", "部门公开表3", "部门公开表4"], []),
  ])
  func theOneLabelOfAnotherSeriesIsReported(labels: [String], expected: [String]) {
    #expect(reported(labels) == expected)
  }

  /// Two tables with the same label, where the series shows which number was meant.
  @Test(arguments: [
    ([1, 2, 3, 4], []), ([1, 2, 2, 4], [2]), ([1, 3, 3, 4], [1]), ([1, 2, 2, 3], []), ([1, 1, 1, 1], []),
    ([1, 2, 3, 3], []),
  ])
  func aLabelThatStandsTwiceIsReported(numbers: [Int], expected: [Int]) {
    let text = numbers.enumerated().map { index, number in
      "2024年第\(index)类支出预算表\n\n公开0\(number)表\n\n单位：万元\n\n项目\t合计\n支出\t\(index + 1).00\n\n"
    }.joined()
    let sample = RuleSample(text)
    let lines = sample.findings("numbering").map { SourceText(Array(text.utf8)).line(at: $0.range.lower) }
    #expect(lines == expected.map { $0 * 9 + 2 })
  }

  /// The label stands between TABs above the head, or begins the title.
  @Test(arguments: [
    ([1, 2, 3, 4], []), ([1, 2, 2, 4], [2]), ([1, 2, 3, 3], []),
  ])
  func labelsInOtherPlaces(numbers: [Int], expected: [Int]) {
    let cells = numbers.enumerated().map { index, number in
      "2024年第\(index)类支出预算表\n\t\t公开0\(number)表\n单位：某局\t\t单位：万元\n项目\t合计\t备注\n支出\t\(index + 1).00\t\n\n"
    }.joined()
    let lines = RuleSample(cells).findings("numbering")
      .map { SourceText(Array(cells.utf8)).line(at: $0.range.lower) }
    #expect(lines == expected.map { $0 * 6 + 1 })
    let titles = numbers.enumerated().map { index, number in
      "## 表\(number) 第\(["一", "二", "三", "四"][index])类支出预算表\n\n单位：万元\n\n项目\t合计\n支出\t\(index + 1).00\n\n"
    }.joined()
    let found = RuleSample(titles).findings("numbering")
      .map { SourceText(Array(titles.utf8)).line(at: $0.range.lower) }
    #expect(found == expected.map { $0 * 7 })
  }
}
