import Testing

@testable import LintCore

@Suite struct NarrativeSumCheckTests {
  @Test(arguments: [
    "支出预算216.17万元，其中：基本支出63.37万元、项目支出151.60万元。", "政府采购预算总额4.60万元，其中：货物预算4.60万元、工程预算1.00万元、服务预算0万元。",
    "共有车辆4辆，其中：机要通信用车1辆、应急保障用车1辆、其他用车1辆。", "核定编制8人，其中：公务员编制3人，工勤编制1人，事业编制5人。",
    "支出包括：教育支出30.15万元、卫生健康支出20.15万元、住房保障支出10.15万元。",
    "基本支出30.25万元，其中：\n\n人员经费20.15万元，主要包括：基本工资。\n\n公用经费11.10万元，主要包括：办公费。",
  ])
  func partsThatDoNotMakeTheWholeAreReported(text: String) {
    let sample = NarrativeSample(text.hasPrefix("支出包括") ? "2024年收支总预算60.54万元。" + text : text)
    #expect(sample.reported("narrative-sum").count == 1)
  }

  @Test(arguments: [
    "支出预算216.17万元，其中：基本支出63.37万元、项目支出152.80万元。", "收入100.15万元，其中：上年结转20.15万元。",
    "支出88.15万元，主要包括：办公费1.15万元、水费2.15万元等。",
    "支出60.45万元，其中：教育支出30.15万元、卫生健康支出20.15万元、住房保障支出10.14万元。",
    "收入90.15万元，其中：本年收入80.15万元，上年结转10.00万元，一般公共预算85.15万元，政府性基金5.00万元。",
    "采购支出9.15万元，其中：货物支出9.15万元、工程支出0万元、服务支出0万元。授予中小企业合同金额8.15万元，占政府采购支出总额的89.07%。",
  ])
  func completeAndOpenListsAreSilent(text: String) {
    #expect(NarrativeSample(text).reported("narrative-sum") == [])
  }

  @Test func aClassIsTheSumOfItsItems() {
    let text = """
      一般公共预算支出60.35万元，主要用于以下方面：教育（类）支出⟦40.25万元⟧，住房保障（类）支出20.10万元。

      一般公共预算支出60.35万元。其中：

      1、教育（类）普通教育（款）小学教育（项）：决算数为30.15万元。

      2、教育（类）普通教育（款）初中教育（项）：决算数为20.10万元。

      3、住房保障（类）住房改革支出（款）住房公积金（项）：决算数为20.10万元。
      """
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum").contains(sample.marked.first ?? ""))
  }

  @Test func anItemListedTwiceIsReportedAndNotAdded() {
    let text = """
      一般公共预算支出50.25万元。其中：

      1、教育（类）普通教育（款）小学教育（项）：决算数为30.15万元。

      2、教育（类）普通教育（款）初中教育（项）：决算数为20.10万元。

      3、教育（类）普通教育（款）小学教育（项）：决算数为30.15万元。
      """
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("duplicate-item").count == 1)
    #expect(sample.reported("narrative-sum") == [])
  }

  @Test func numberedItemsWithoutALeadInAreHeldAgainstEachOther() {
    let item = { (number: Int, name: String, amount: String) in
      "\(number).教育（类）普通教育（款）\(name)（项）：年初预算\(amount)万元，支出决算\(amount)万元。"
    }
    func reported(_ items: String...) -> Int {
      NarrativeSample(items.joined(separator: "\n\n"), isFinal: true).reported("duplicate-item").count
    }
    #expect(reported(item(1, "小学教育", "30.15"), item(2, "初中教育", "20.10")) == 0)
    #expect(reported(item(1, "小学教育", "30.15"), item(2, "小学教育", "30.15")) == 1)
    // A second list begins.
    #expect(reported(item(1, "小学教育", "30.15"), item(1, "小学教育", "30.15")) == 0)
  }

  @Test func aListThatNamesAllMayBeOffByATailAndASlip() {
    let list = { (figure: String) in
      "公务接待共计支出3.15万元，具体内容包括：验收组用餐1.20万元；专家评审\(figure)万元；兄弟单位学习0.88万元。"
    }
    #expect(NarrativeSample(list("1.06")).reported("narrative-sum") == [])
    #expect(NarrativeSample(list("1.60")).reported("narrative-sum").count == 1)
  }

  @Test func slipsAreOneDigitOrTwoSwappedOrThePoint() {
    let pairs: [(Int128, Int128, Bool)] = [
      (15_833, 15_863, true), (2_710, 2_170, true), (1_000, 10_000, true), (15_833, 16_844, false),
      (99, 101, false),
      (0, 5, false),
    ]
    for (a, b, expected) in pairs { #expect(Slip.isSlip(a, b) == expected, "\(a) \(b)") }
  }
}
