import Testing

@testable import LintCore

/// Numbers of projects with their shares, marks of parts, and changes beside last year's figure.
@Suite struct EvaluationSentencesTests {
  private static let lead = "对9个项目开展绩效自评，其中一般公共预算项目8个，政府性基金预算项目1个。从结果看，"

  @Test(arguments: [
    lead + "等级为“优”的项目7个，“良”的项目2个，分别占项目总数的77.78%和22.22%。",
    lead + "等级为“优”的项目⟦6个⟧，“良”的项目2个，分别占项目总数的77.78%和22.22%。",
    lead + "等级为“优”的项目7个，“良”的项目⟦3个⟧，分别占项目总数的77.78%和22.22%。",
    // Of the general budget alone.
    lead + "等级为“优”的项目6个，“良”的项目2个，分别占项目总数的75.00%和25.00%。",
    // Three of nine were not graded: the shares do not make all.
    lead + "已完成的项目4个，未完成的项目2个，分别占项目总数的44.44%和22.22%。",
    lead + "等级为“优”的项目约7个，“良”的项目2个，分别占项目总数的75.00%和22.22%。",
  ])
  func numbersWithTheirShares(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    lead + "等级为“优”的项目7个，“良”的项目2个，分别占项目总数的77.78%和⟦22.32%⟧。",
    lead + "等级为“优”的项目7个，“良”的项目2个，分别占项目总数的77.78%和22.22%。",
    lead + "等级为“优”的项目7个，“良”的项目2个，分别占项目总数的77.8%和22.2%。",
  ])
  func sharesOfNumbers(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "评价得分88.60分，等级为“良”，其中决策18.00分、过程17.60分、产出28.50分、效益24.50分。",
    "评价得分⟦86.80分⟧，等级为“良”，其中决策18.00分、过程17.60分、产出28.50分、效益24.50分。",
    "评价得分⟦88.60分⟧，等级为“良”，其中决策18.00分、过程17.60分、产出25.80分、效益24.50分。",
    // One of the parts is not told, or it is that of another.
    "评价得分88.60分，其中决策18.00分、过程17.60分、产出28.50分。", "评价得分比上年提高2.60分，其中决策18.00分、过程17.60分、产出28.50分、效益24.50分。",
    "评价得分88.60分，其中决策18.00分、过程17.60分、产出28.50分、效益20.50分、满意度4.00分。",
    "评价得分88.60分，决策2.00分、过程2.40分、产出1.50分、效益5.50分为扣分。",
    "评价得分89分，其中决策18.00分、过程17.60分、产出28.50分、效益24.50分。",
  ])
  func marksOfTheFourParts(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("score-total") == sample.marked)
  }

  @Test(arguments: [
    "本年收入35.00万元，本年支出35.00万元。支出用于设备。上年支出42.20万元，本年较上年减少7.20万元，下降17.06%。",
    "本年收入35.00万元，本年支出35.00万元。支出用于设备。上年支出42.20万元，本年较上年⟦增加⟧7.20万元，增长17.06%。",
    "公共交通运营补助960.00万元，主要用于补贴。2023年该项执行数为845.60万元，今年⟦减少⟧114.40万元，下降13.53%。",
    "公共交通运营补助960.00万元，主要用于补贴。2023年该项执行数为845.60万元，今年增加114.40万元，增长13.53%。",
    "本年支出35.00万元。支出用于设备。上年支出42.20万元，预计下年增加7.20万元，增长17.06%。",
    // Both figures stand there: nobody knows which is meant.
    "年初预算49.40万元，本年支出35.00万元。支出用于设备。上年支出42.20万元，本年较上年增加7.20万元，增长17.06%。",
  ])
  func changesBesideLastYear(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    "运行维护费预算10.00万元，支出8.60万元，购置费0万元，公务用车保有量为4辆，平均每辆2.15万元。",
    "运行维护费预算10.00万元，支出8.60万元，购置费0万元，公务用车保有量为4辆，平均每辆⟦2.51万元⟧。",
    "接待费支出1.12万元，国内公务接待14批次，接待112人次，人均100元；外事接待支出0万元。",
    "接待费支出1.12万元，国内公务接待14批次，接待112人次，人均⟦120元⟧；外事接待支出0万元。",
  ])
  func averagesBesideNothing(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }
}
