import Testing

@testable import LintCore

/// Lists that stand alone, against what the paragraph before says of them.
@Suite struct ListsElsewhereTests {
  private static let lead = "组织对2024年度4个财政拨款项目支出开展绩效自评，共涉及资金366.90万元，占项目支出总额的100%。\n\n"

  @Test(arguments: [
    lead + "4个项目及全年执行数依次为：养护经费126.50万元、养护工程158.40万元、公路补助50.00万元、提质工程32.00万元。",
    lead + "4个项目及全年执行数依次为：养护经费⟦162.50万元⟧、养护工程158.40万元、公路补助50.00万元、提质工程32.00万元。",
    // One digit more or less may be money that was not spent.
    lead + "4个项目及全年执行数依次为：养护经费126.50万元、养护工程138.40万元、公路补助50.00万元、提质工程32.00万元。",
    lead
      + "4个项目及全年执行数依次为：养护经费126.50万元、养护工程⟦138.40万元⟧、公路补助50.00万元、提质工程32.00万元。\n\n养护工程支出158.40万元，已验收。",
    // The other figure stands elsewhere, too: it is another measure.
    lead
      + "4个项目及全年执行数依次为：养护经费126.50万元、养护工程138.40万元、公路补助50.00万元、提质工程32.00万元。\n\n养护工程预算158.40万元，支出138.40万元。",
    lead + "⟦5个⟧项目及全年执行数依次为：养护经费126.50万元、养护工程158.40万元、公路补助50.00万元、提质工程32.00万元。",
    lead.replacing("4个", with: "⟦5个⟧")
      + "4个项目及全年执行数依次为：养护经费126.50万元、养护工程158.40万元、公路补助50.00万元、提质工程32.00万元。",
    // Other projects, and a list that is not all.
    lead + "3个项目及全年执行数依次为：养护经费162.50万元、养护工程158.40万元、公路补助50.00万元。",
    lead + "4个项目及全年执行数依次为：养护经费162.50万元、养护工程158.40万元、公路补助50.00万元、提质工程32.00万元等。",
    lead + "4个项目及全年执行数依次为：养护经费162.50万元、养护工程158.40万元、公路补助50.00万元、提质工程32.00万元，另有培训1.00万元。",
    lead.replacing("共涉及资金", with: "其中重点项目资金")
      + "4个项目及全年执行数依次为：养护经费162.50万元、养护工程158.40万元、公路补助50.00万元、提质工程32.00万元。",
  ])
  func projectsBelowTheirNumber(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    lead + "4个项目及全年执行数依次为：养护经费126.50万元、养护工程158.40万元、公路补助⟦50.00元⟧、提质工程32.00万元。",
    lead + "4个项目及全年执行数依次为：养护经费126.50万元、养护工程158.40万元、公路补助500,000.00元、提质工程32.00万元。",
  ])
  func projectsInAnotherUnit(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("unit-scale") == sample.marked)
  }

  @Test(arguments: [
    "全部为医疗收入，包括门急诊收入8936.20万元、住院收入16880.28万元。", "全部为医疗收入，包括门急诊收入8936.20万元、住院收入⟦16808.28万元⟧。",
    "全部为医疗收入，其中：门急诊收入⟦8963.20万元⟧、住院收入16880.28万元。",
    // Perhaps there is more of it.
    "全部为医疗收入，包括门急诊收入8936.20万元、住院收入16880.28万元等。", "全部为医疗收入，包括门急诊收入8936.20万元、住院收入15880.28万元。",
    "主要为医疗收入，包括门急诊收入8936.20万元、住院收入16808.28万元。",
  ])
  func incomeOfOneKind(text: String) {
    let sample = NarrativeSample(
      "本年收入合计39381.12万元，其中：财政拨款收入13564.64万元，占34.44%；事业收入25816.48万元，占65.56%。\n\n事业收入" + text,
      isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  private static let spending =
    "支出预算466.90万元，其中：基本支出100.00万元，占21.42%；项目支出366.90万元，占78.58%。\n\n项目支出共"

  @Test(arguments: [
    spending + "4个，分别为：养护经费126.50万元、养护工程158.40万元、公路补助50.00万元、提质工程32.00万元。其中养护经费含上年结转6.50万元。",
    spending + "⟦4个⟧，分别为：养护经费126.50万元、养护工程158.40万元、公路补助55.00万元、提质工程32.00万元。其中养护经费含上年结转6.50万元。",
    spending + "4个，分别为：养护经费126.50万元、养护工程⟦185.40万元⟧、公路补助50.00万元、提质工程32.00万元。",
    // Not all of them, and what no slip explains.
    spending + "4个，分别为：养护经费126.50万元、养护工程158.40万元、公路补助55.00万元、提质工程32.00万元等。",
    spending + "4个，主要是：养护经费126.50万元、养护工程158.40万元、公路补助55.00万元、提质工程32.00万元。",
    spending + "4个，分别为：养护经费126.50万元、养护工程158.40万元、公路补助73.87万元、提质工程41.16万元。",
  ])
  func projectsThatMakeTheSpending(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }
}
