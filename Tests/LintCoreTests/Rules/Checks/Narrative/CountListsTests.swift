import Testing

@testable import LintCore

/// An item copied over the next one.
@Suite struct CopiedItemTests {
  @Test(arguments: [
    ("行政单位离退休", "55.90"), ("⟦机关事业单位基本养老保险缴费支出", "172.30"),
  ])
  func anItemStandsOnceBelowItsClass(name: String, amount: String) {
    let isCopy = name.hasPrefix("⟦")
    let item = "\(isCopy ? "⟦" : "")行政事业单位养老支出（款）\(name.drop { $0 == "⟦" })（项）\(isCopy ? "⟧" : "")"
    let sample = NarrativeSample(
      "（一）社会保障和就业支出（类）\n\n1.行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算172.30万元，支出决算168.94万元。\n\n2.\(item)。年初预算\(amount)万元，支出决算168.94万元。",
      isFinal: true)
    #expect(sample.reported("duplicate-item") == sample.marked)
  }
}

/// Things counted that need not make a whole, and years that are named together.
@Suite struct CountListsTests {
  @Test(arguments: [
    "年末实有6人，其中在职2人，离休0人，退休2人；其他人员2人；遗属0人。",
    "设置绩效指标12个，其中一级指标3个，二级指标9个，三级指标12个。",
    "共有预算单位59个，包括局机关和16个直属单位、31个分局和11个监测站。",
    "公用经费188.00万元，以及包括培训在内的专项经费1360.00万元。",
    "共有车辆10辆，其中：领导用车3辆、机要用车5辆，其他用车2辆，其中特种车辆1辆。",
    "11个区中，除东湖区之外，其余10个区均有下降，10个区平均下降239.36万元。",
  ])
  func listsOfAnotherKindAreLeftAlone(text: String) {
    #expect(NarrativeSample(text).reported("narrative-sum") == [])
  }

  @Test(arguments: [
    "共有车辆10辆，其中：领导用车3辆、机要用车5辆、其他用车3辆。",
    "年末实有6人，其中在职2人，离休0人，退休3人；公用房屋2处。",
  ])
  func listsThatDivideTheirWholeAreAddedUp(text: String) {
    #expect(NarrativeSample(text).reported("narrative-sum").count == 1)
  }

  @Test(arguments: [
    "现将2023年预算执行情况和2024年预算情况予以公开。", "与2024年工作任务相适应，增加50.00万元。",
    "2023年结转和2024年当年预算合计550.00万元。", "本部门2023年和2024年均未安排该项支出。",
    "按照2023年和2024年相关文件要求执行。",
  ])
  func yearsNamedTogetherCompareNothing(text: String) {
    #expect(NarrativeSample(text).reported("year") == [])
  }

  @Test func theDocumentsOwnYearIsNoBase() {
    let sample = NarrativeSample("支出预算550.00万元，与⟦2024⟧年相比，增加50.00万元。")
    #expect(sample.reported("year") == sample.marked)
  }

  @Test func namesThatNothingPartsAreNotCounted() {
    expectFindings("本单位设置办公室、火化车间治丧服务部业务接待部驾驶组后勤保障部6个内设机构。\n", by: ["narrative-sum"])
    expectFindings(
      "本单位设置办公室、财务室、治丧服务部、业务接待部、驾驶组、后勤保障部⟦7个¦error narrative-sum⟧内设机构。\n", by: ["narrative-sum"])
  }
}
