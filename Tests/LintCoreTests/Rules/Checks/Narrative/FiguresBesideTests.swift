import Testing

@testable import LintCore

/// Figures that belong to others than those beside them: what is right stays silent, what is wrong is found.
@Suite struct FiguresBesideTests {
  private func expectMarked(_ text: String, _ rules: [String], isFinal: Bool = true) {
    let sample = NarrativeSample(text, isFinal: isFinal)
    #expect(rules.flatMap { sample.reported($0) } == sample.marked)
  }

  @Test(arguments: [
    // 分别为 within a list of parts that carry their shares.
    "收入合计180.00万元，其中：财政拨款收入162.00万元，占90.00%；上级补助收入0万元，占0%；事业收入、其他收入分别为13.32万元、4.68万元，分别占7.40%、2.60%。",
    "收入合计180.00万元，其中：事业收入、其他收入分别为13.32万元、4.68万元；财政拨款收入153.00万元，占85.00%；上级补助收入9.00万元，占5.00%。",
    "收入合计180.00万元，其中：财政拨款收入162.00万元，占90.00%；经营收入0万元，占0%；事业收入和其他收入依次为13.32万元和4.68万元。",
    "收入合计⟦180.00万元⟧，其中：财政拨款收入162.00万元，占90.00%；上级补助收入0万元，占0%；事业收入、其他收入分别为13.32万元、6.48万元。",
    // What is divided in brackets divides a part, and not the whole.
    "收入合计⟦180.00万元⟧，其中：财政拨款收入162.00万元，占90.00%（其中基本、项目分别为144.00万元、18.00万元）；事业收入13.32万元，占7.40%。",
  ])
  func partsBehindRespectively(text: String) { expectMarked(text, ["narrative-sum"]) }

  @Test(arguments: [
    "决算数为84.00万元，仅完成年初预算90.00万元的93.33%，结余6.00万元（预算执行偏差率-6.67%），主要是人数减少。",
    "决算数为84.00万元，仅完成年初预算90.00万元的93.33%，少支出6.00万元，偏差率为6.67%。",
    "年初预算90.00万元，支出决算84.00万元，结余6.00万元，预决算差异率-6.67%。",
    "决算数为84.00万元，仅完成年初预算90.00万元的93.33%，结余6.00万元（预算执行偏差率⟦-7.67%⟧），主要是人数减少。",
    "年初预算90.00万元，支出决算84.00万元，结余6.00万元，预决算差异率⟦6.76%⟧。",
  ])
  func whatIsLeftIsNoOutcome(text: String) { expectMarked(text, ["completion-rate"]) }

  @Test(arguments: [
    "与上年预算相比，事业收入986.40万元，增长6.80%；财政拨款收入增加9.20万元，增长3.70%。",
    "与上年预算相比，事业收入986.40万元，增收62.80万元；财政拨款增加9.20万元，上升3.70%；其他收入减少8.00万元，下降5.95%。",
    "与上年预算相比，事业收入986.40万元，增收62.80万元，增长6.80%；一般公共预算拨款收入增加9.20万元，增幅仅为3.70%。",
    "与上年预算相比，事业收入986.40万元，增收62.80万元，增长⟦8.60%⟧；财政拨款收入增加9.20万元，增长3.70%。",
    "财政拨款收入257.85万元，比上年增加9.20万元，增长⟦7.30%⟧。",
  ])
  func aSourceOfFundsIsNoneOfAKindOfIncome(text: String) {
    expectMarked(text, ["growth-rate"], isFinal: false)
  }

  @Test(arguments: [
    "基本支出2238.27万元，其中：\n\n（一）人员经费2169.05万元，比上年增加126.67万元，增长6.20%。\n\n（二）公用经费69.22元，比上年减少8.57万元，下降11.02%。",
    "基本支出2238.27万元，其中：\n\n（一）人员经费2169.05万元，比上年增加126.67万元，增长6.20%。\n\n（二）公用经费69.22万，比上年减少8.57万元，下降11.02%。",
    "基本支出2238.27万元，其中：\n\n（一）人员经费2169.05万元，比上年增加126.67万元，增长6.20%。\n\n（二）公用经费69.22万元，比上年减少8.57万元，下降⟦11.20%⟧。",
  ])
  func aFigureWithASlipInItsUnitIsStillWhatChanged(text: String) {
    expectMarked(text, ["growth-rate"], isFinal: false)
  }
}
