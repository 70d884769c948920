import Testing

@testable import LintCore

/// Units that a sentence calls by short names, and the table that has them in full.
@Suite struct ListedUnitFiguresTests {
  @Test(arguments: [
    "从预算单位看，局机关2558.08万元，教师发展中心644.84万元，第一中学4101.23万元，机关幼儿园877.32万元。",
    "从预算单位看，局机关2558.08万元，教师发展中心644.84万元，第一中学4101.23万元，机关幼儿园⟦817.32万元⟧。",
    "从预算单位看，局机关2558.08万元，教师发展中心644.84万元，第一中学⟦4110.23万元⟧，机关幼儿园877.32万元。",
    // Another column has them all.
    "财政拨款，局机关2398.08万元，教师发展中心644.84万元，第一中学3481.23万元，机关幼儿园664.92万元。",
    // Two others, a figure that is no slip, a unit without a row, and too few units.
    "从预算单位看，局机关2585.08万元，教师发展中心644.84万元，第一中学4110.23万元，机关幼儿园877.32万元。",
    "从预算单位看，局机关2558.08万元，教师发展中心644.84万元，第一中学3200.00万元，机关幼儿园877.32万元。",
    "从预算单位看，局机关2558.08万元，教师发展中心644.84万元，第二中学4101.23万元，机关幼儿园817.32万元。",
    "从预算单位看，教师发展中心644.84万元，第一中学4101.23万元，机关幼儿园817.32万元。",
  ])
  func theFiguresOfUnitsAreThoseOfTheirRows(text: String) {
    let sample = RuleSample(
      """
      某县教育局2025年部门预算

      ## 一、收入总表

      单位：万元

      单位编码\t单位名称\t合计\t一般公共预算\t财政专户管理资金
      \t合计\t8181.47\t7189.07\t992.40
      305001\t某县教育局机关\t2558.08\t2398.08\t160.00
      305002\t某县教师发展中心\t644.84\t644.84\t
      305004\t某县第一中学\t4101.23\t3481.23\t620.00
      305007\t某县机关幼儿园\t877.32\t664.92\t212.40

      ## 二、情况说明

      \(text)

      """)
    #expect(sample.findings("narrative-table").map(\.range) == sample.marks)
  }
}
