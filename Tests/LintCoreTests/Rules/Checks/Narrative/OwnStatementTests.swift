import Testing

@testable import LintCore

/// What accounts say of their own year, and why something changed.
@Suite struct OwnStatementTests {
  @Test(arguments: [
    "本部门2024年度政府采购支出总额584.03万元，其中：货物支出23.65万元、工程支出486.20万元、服务支出74.18万元。",
    "⟦2023⟧年度政府采购支出总额584.03万元，比上年增加9.20万元，主要原因是缴费基数上调。", "2023年度政府采购支出总额584.03万元，基数为0，不可比。",
    "本部门⟦2023⟧年度政府采购支出总额584.03万元，其中：货物支出23.65万元、工程支出486.20万元、服务支出74.18万元。",
    // Both years side by side.
    "本部门2023年度政府采购支出总额584.03万元。\n\n本部门2024年度政府采购支出总额600.00万元。",
    "本部门2023年度政府采购支出总额584.03万元，2024年度为600.00万元。",
    // What no measure is named of may be history.
    "本部门2023年度获得奖励资金58.40万元。",
  ])
  func lastYearsNumberInAStatementOfThisYear(text: String) {
    let sample = NarrativeSample("2024年度收支平衡。\n\n## 七、政府采购支出情况\n\n" + text, isFinal: true)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    "农机补助支出5.00万元，比上年减少5.75万元，主要原因是⟦增加农机作业补助规模⟧。",
    "资本性支出9.25万元，较2023年减少2.55万元，下降21.61%，主要原因是：⟦办公设备更新购置增加⟧。",
    "年初预算20.00万元，决算18.00万元，完成年初预算的90.00%，决算数小于年初预算数的主要原因是：⟦人员增加，住房公积金缴存基数上调⟧。",
    "年初预算18.00万元，决算20.00万元，完成年初预算的111.11%，决算数大于年初预算数的主要原因是：⟦在职人员减少⟧。",
    "接待费支出5.00万元，比上年减少0.76万元，主要原因是增加线上会议，接待批次少。",
    "会议费支出5.00万元，比上年减少0.76万元，主要原因是增加线上会议项目。",
    "项目支出5.00万元，比上年减少0.76万元，主要原因是新增项目尚在招标。",
    "出国费0万元，较上年6.00万元减少6.00万元，下降100%，较预算数2.00万元无增减。", "用车费9.01万元，比上年增加2.01万元，原因是车辆老化，我镇将压缩开支。",
    "年初预算20.00万元，决算18.00万元，完成年初预算的90.00%，决算数小于年初预算数的主要原因是：年初预算人员增加。",
    "年初预算18.00万元，决算20.00万元，完成年初预算的111.11%，决算数大于年初预算数的主要原因是：上年经费减少。",
  ])
  func aReasonThatExplainsTheOpposite(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    "截至2024年12月31日，本单位共有车辆9辆。", "截至2024年⟦12月13日⟧，本单位共有车辆9辆。", "截至2024年12月13日，专项工作组已开会3次。",
    "2024年12月13日，本单位购置车辆1辆。",
  ])
  func theEndOfTheYearWithItsDigitsSwapped(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("malformed-figure") == sample.marked)
  }

  @Test func aBudgetBesideAnOutcomeIsNoSecondValueOfIt() {
    let sample = NarrativeSample(
      "“三公”经费支出2.05万元，较上年减少0.03万元。\n\n“三公”经费支出2.05万元，年初预算为2.95万元，差值为0.90万元。")
    #expect(sample.reported("narrative-repeat") == [])
  }
}
