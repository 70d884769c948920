import Testing

@testable import LintCore

@Suite struct RepeatedNamesTests {
  @Test(arguments: [
    "公用经费5.15万元，主要包括：办公费、印刷费、差旅费、会议费、⟦差旅费⟧、培训费。",
    "人员经费主要包括基本工资、津贴补贴、公务员医疗补助缴费、⟦公务员医疗补助缴费⟧、住房公积金等。",
    "主要包括：办公费、维修（护）费、差旅费、会议费、⟦维修（护）费⟧。",
    "人员经费包括：基本工资、津贴补贴、奖金；公用经费包括：办公费、津贴补贴、奖金。",
    "主要包括办公费、其他支出、差旅费、其他支出。",
    "办公费、差旅费、办公费。",
    "按收入、支出、结余、收入的顺序列示。",
  ])
  func namesInOneList(text: String) {
    let draft = RuleSample("某局2024年度部门预算\n\n一、情况说明\n\n\(text)\n")
    #expect(draft.findings("duplicate-item").map(\.range) == draft.marks)
  }
}
