import Testing

@testable import LintCore

/// Reasons that go against what they explain.
@Suite struct ReasonTests {
  private static let head = "某县交通运输局2024年度部门决算\n\n第三部分 2024年度部门决算情况说明\n\n"

  private func places(_ sentence: String) -> (found: [ByteRange], marked: [ByteRange]) {
    let sample = RuleSample(Self.head + sentence + "\n")
    return (sample.findings("direction").map(\.range), sample.marks)
  }

  @Test(arguments: [
    "接待费支出1.90万元，比上年减少0.10万元，下降5.00%，主要是⟦来访批次增多⟧。",
    "运行经费190.00万元，比上年减少10.00万元，下降5.00%。减少的主要原因是⟦新录用公务员5名⟧。",
    "基本支出2100.00万元，比上年增加100.00万元，增长5.00%，主要原因是⟦缴费基数下调⟧。",
    "上年结转120.00万元，比上年减少23.52万元，下降16.39%，主要原因是⟦项目执行较慢，结转资金增加⟧。",
    "收入总计1900.00万元，较上年减少100.00万元，下降5.00%，主要是⟦本年财政拨款收入增加⟧。",
    "支出决算为190.00万元，完成年初预算200.00万元的95.00%，决算数小于年初预算数的主要原因是⟦年中追加项目经费⟧。",
    "支出决算为210.00万元，完成年初预算200.00万元的105.00%，决算数大于年初预算数的主要原因是⟦厉行节约，压减支出⟧。",
    "与上年相比，基本支出减少24.36万元，下降1.74%；项目支出增加10.00万元，增长5.00%。主要原因是⟦在职人员增加，基本支出减少⟧。",
  ])
  func aReasonOfTheOtherDirectionIsTold(sentence: String) {
    let (found, marked) = places(sentence)
    #expect(found == marked)
  }

  @Test(arguments: [
    "年末结转和结余190.00万元，比上年减少10.00万元，下降5.00%，主要原因是项目支出增加。",
    "结转190.00万元，比上年减少10.00万元，下降5.00%，主要原因是加快支出进度，支出增加。",
    "基本支出1900.00万元，比上年减少100.00万元，下降5.00%，主要原因是退休人员增加，在职人员减少。",
    "其他收入190.00万元，比上年减少10.00万元，下降5.00%，主要原因是财政拨款增加，减少使用其他资金。",
    "公务接待费1.90万元，比上年减少0.10万元，下降5.00%，主要原因是增加线上会议，减少接待。",
    "支出决算为190.00万元，完成年初预算200.00万元的95.00%，决算数小于预算数的主要原因是年中追加经费次年支付。",
    "基本支出1900.00万元，比上年减少100.00万元，下降5.00%，主要原因是退休人员增加，工资支出减少。",
    "运行费210.00万元，比上年增加10.00万元，增长5.00%，主要原因是车辆报废后新购车辆。",
  ])
  func reasonsThatMayBeRightAreNotTold(sentence: String) {
    #expect(places(sentence).found.isEmpty)
  }
}
