import Testing

@testable import LintCore

/// Figures one in the last place off their cell, in texts that copy the figures of the tables.
@Suite struct CopiedFigureTests {
  private static let names = [
    "基本工资", "津贴补贴", "奖金", "绩效工资", "住房公积金", "医疗费", "办公费", "印刷费", "咨询费", "手续费", "水费", "电费", "邮电费", "取暖费",
    "差旅费", "会议费", "培训费", "劳务费", "工会经费", "福利费", "租赁费", "专用材料费", "委托业务费", "退休费",
  ]

  private static func figure(_ at: Int) -> String { "\(101 + 3 * at).\(11 + at)" }

  private func reported(_ text: String, copying count: Int) -> [String] {
    let rows = Self.names.indices.map { "302\(10 + $0)\t\(Self.names[$0])\t\(Self.figure($0))" }
    let copied = Self.names.indices.prefix(count).map { "\(Self.names[$0])\(Self.figure($0))万元" }
    let sample = RuleSample(
      "某局2024年度部门预算\n\n一、情况说明\n\n经费包括：\(copied.joined(separator: "、"))等。\n\n\(text)\n\n一般公共预算基本支出表\n\n单位：万元\n\n科目编码\t科目名称\t预算数\n"
        + rows.joined(separator: "\n") + "\n")
    let source = SourceText(Array(sample.text.utf8))
    return sample.findings("narrative-table").filter { $0.severity == .warning }
      .map { source.string($0.range) }
  }

  @Test func oneInTheLastPlaceIsNoRoundingInACopy() {
    #expect(reported("退休人员方面退休费170.34万元。", copying: 22) == [])
    #expect(reported("退休人员方面退休费170.35万元。", copying: 22) == ["170.35万元"])
    // Where few figures are copied it may be one.
    #expect(reported("退休人员方面退休费170.35万元。", copying: 4) == [])
  }
}
