import Testing

@testable import LintCore

/// What a form says is kept when lines above it change, and all of its places move with it.
@Suite struct FormReadingTests {
  private static let lines = "某某局2024年度部门决算\n\n前面多了几行文字。\n\n"

  private static let nested = tabbed(
    """
    项目支出绩效自评表
    项目名称→某项目
    项目资金（万元）→→年初预算数→全年预算数→全年执行数→分值（20分）→执行率→得分
    →年度资金总额→100.00→100.00→90.00→20→90.00%→18.00
    →其中：当年财政拨款→80.00→80.00→72.00
    →其中：一般公共预算→50.00→50.00→45.00
    →政府性基金→30.00→30.00→27.00
    →其他资金→20.00→20.00→18.00
    一级指标→二级指标→三级指标→指标值→实际完成值→分值→得分
    产出指标→数量指标→培训人数→≥100人→120人→40→40
    效益指标→满意度指标→群众满意度→≥90%→95%→40→40
    总分→→→→→100→98.00

    """)

  private static var drafts: [Fixtures.File] {
    [Fixtures.File(name: "funds within funds", bytes: Array(nested.utf8))]
      + (Fixtures.clean + Fixtures.planted).filter { file in
        Draft(SourceText(file.bytes)).tables.contains { $0.layout == .form }
      }
  }

  private func readings(_ text: String) -> [FormReading] {
    let draft = Draft(SourceText(Array(text.utf8)))
    return draft.text.units.withUnsafeBufferPointer { units in
      draft.tables.filter { $0.layout == .form }.map { FormReading($0, units) }
    }
  }

  @Test(arguments: drafts) func allPlacesMove(file: Fixtures.File) throws {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let before = readings(text)
    let after = readings(Self.lines + text)
    try #require(before.count == after.count)
    #expect(!before.isEmpty)
    for (before, after) in zip(before, after) {
      let moved = before.moved(after.start - before.start)
      #expect(String(reflecting: moved) == String(reflecting: after))
    }
  }
}
