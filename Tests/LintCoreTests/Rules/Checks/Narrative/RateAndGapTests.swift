import Testing

@testable import LintCore

/// What is left of a budget beside the rate of its completion.
@Suite struct RateAndGapTests {
  @Test(arguments: [
    "住房公积金支出112.36万元，完成年初预算的97.87%，比年初预算少2.44万元。",
    "住房公积金支出112.36万元，完成年初预算的97.87%，比年初预算⟦多⟧2.44万元。",
    "住房公积金支出112.36万元，完成年初预算的107.01%，较预算数⟦减少⟧7.36万元。",
    "项目支出112.36万元，完成年初预算的97.87%，比上年多2.44万元。", "项目支出112.36万元，完成全年预算的97.87%，比年初预算多2.44万元。",
    "项目支出112.36万元，完成年初预算的100.00%，比年初预算多0.01万元。", "项目支出112.36万元，完成年初预算的97.87%，其中项目支出增加2.44万元。",
    "项目支出112.36万元，完成年初预算的97.87%，比年初预算多支付的2.44万元为结转。", "项目支出112.36万元，完成年初预算的109.60%，比年初预算增加9.84万元。",
    "项目支出112.36万元，完成预算的84.34%，比预算节约20.86万元。", "完成预算的97.43%，较预算少支出12.68万元。",
  ])
  func theDirectionIsThatOfTheRate(text: String) {
    let sample = NarrativeSample(
      text.replacing("⟦多⟧2.44万元", with: "多⟦2.44万元⟧").replacing("⟦减少⟧7.36万元", with: "减少⟦7.36万元⟧"),
      isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
    #expect(sample.reported("completion-rate").isEmpty)
  }

  @Test(arguments: [
    "住房公积金支出112.36万元，完成年初预算的97.87%，比年初预算少⟦2.24万元⟧。",
    "住房公积金支出112.36万元，完成年初预算的109.60%，比年初预算增加⟦8.94万元⟧。",
    "住房公积金支出112.36万元，完成年初预算的97.87%，比年初预算少2.45万元。",
    "住房公积金支出112.4万元，完成年初预算的97.9%，比年初预算少2.4万元。", "住房公积金支出112.36万元，完成年初预算的98%，比年初预算少3万元。",
    "年初预算114.80万元，完成年初预算的97.87%，比年初预算少2.44万元。", "本年支出300.00万元，其中住房公积金支出年内完成年初预算的97.87%，比年初预算少2.44万元。",
  ])
  func theAmountIsWhatTheRateLeaves(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }
}

/// Names of items a slip away from those of the tables.
@Suite struct ItemNamesTests {
  private static let table = """
    一般公共预算支出表
    单位：万元
    科目编码\t科目名称\t合计\t基本支出\t项目支出
    合计\t\t300.00\t0.00\t300.00
    207\t文化旅游体育与传媒支出\t300.00\t0.00\t300.00
    20707\t国家电影事业发展专项资金安排的支出\t300.00\t0.00\t300.00
    2070701\t资助国产影片放映\t45.00\t0.00\t45.00
    2070703\t资助城市影院\t45.00\t0.00\t45.00
    2070702\t资助影院建设\t210.00\t0.00\t210.00
    """

  @Test(arguments: [
    "国家电影事业发展专项资金安排的支出（款）⟦资助国产电影放映⟧（项）支出45万元。",
    "国家电影事业发展专项资金安排的支出（款）⟦资助国产影放映⟧（项）支出45.00万元。",
    "国家电影事业发展专项资金安排的支出（款）资助国产影片放映（项）支出45万元。",
    // Another item, with another figure; or one that is no slip away.
    "国家电影事业发展专项资金安排的支出（款）资助国产电影放映（项）支出30万元。", "国家电影事业发展专项资金安排的支出（款）资助少数民族电影译制（项）支出45万元。",
    "国家电影事业发展专项资金安排的支出（款）资助影院建设（项）支出210万元。", "国家电影事业发展专项资金安排的支出（款）其他专项资金支出（项）支出45万元。",
  ])
  func aNameIsThatOfTheRow(text: String) {
    let sample = NarrativeSample("\(text)\n\n\(Self.table)")
    #expect(sample.reported("name-mismatch") == sample.marked)
  }
}
