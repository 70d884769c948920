import Testing

@testable import LintCore

/// Differences between budget and outcome in other words than 增加 and 减少, and what budgets become.
@Suite struct BudgetDifferenceTests {
  @Test(arguments: [
    "“三公”经费支出6.44万元，控制在年初预算8.00万元以内，节约1.56万元。", "年初预算38.45万元，支出决算39.32万元，超支0.87万元。",
    "年初预算148.00万元，支出决算142.36万元，节约5.64万元。", "年初预算148.00万元，支出决算142.36万元，节约电费1.24万元。",
    "全年预算150.00万元，追加18.00万元，支出156.24万元，剩余11.76万元。", "全年预算30.40万元，上年结转2.00万元，执行26.75万元，结余5.65万元。",
    "年初预算220.00万元，年中调增16.44万元，全年预算236.44万元。", "年初预算220.00万元，追加16.44万元，其他调整后预算250.00万元。",
    "年初预算220.00万元，年中调减16.44万元，调整后预算203.56万元。",
    "政府性基金年初结转和结余15.60万元，本年收入108.50万元，本年支出114.85万元，年末结转和结余9.25万元。",
    "本年收入1200.00万元，本年支出1185.00万元，结余分配3.00万元，年末结转和结余12.00万元。",
  ])
  func differencesThatFitAreSilent(text: String) {
    #expect(NarrativeSample(text, isFinal: true).reported("narrative-sum") == [])
  }

  @Test(arguments: [
    "“三公”经费支出6.44万元，控制在年初预算8.00万元以内，节约⟦1.86万元⟧。", "年初预算138.45万元，支出决算139.32万元，超支⟦0.97万元⟧。",
    "年初预算148.00万元，支出决算142.36万元，比预算节省⟦5.94万元⟧。", "支出决算2236.06万元，年初预算2021.41万元，多支⟦214.95万元⟧。",
    "年初预算220.00万元，年中调增16.44万元，全年预算⟦238.44万元⟧。", "年初预算220.00万元，年中追加19.44万元，调整后预算⟦236.44万元⟧。",
    "政府性基金年初结转和结余15.60万元，本年收入108.50万元，本年支出114.85万元，年末结转和结余⟦9.75万元⟧。",
    "全年预算168.00万元，上年结转18.00万元，实际执行156.24万元，剩余⟦11.16万元⟧。",
  ])
  func aSlipInADifferenceIsMarked(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    ("项目支出情况如下：\n\n1.甲项目年初预算84.60万元，支出决算86.42万元，较年初预算增加1.82万元。\n\n2.乙项目年初预算6.50万元，支出决算8.60万元。", []),
    (
      "项目支出95.02万元，其中：\n\n1.甲项目年初预算84.60万元，支出决算86.42万元，较年初预算增加5.82万元。\n\n2.乙项目年初预算6.50万元，支出决算8.60万元。",
      ["5.82万元"]
    ),
  ])
  func anItemIsHeldAgainstItsOwnBudget(text: String, marked: [String]) {
    #expect(NarrativeSample(text, isFinal: true).reported("growth-rate") == marked)
  }
}
