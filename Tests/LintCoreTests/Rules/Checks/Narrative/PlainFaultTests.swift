import Testing

@testable import LintCore

/// Faults that need no table: uses of nothing, more marks than there are, posts, and lists of changes.
@Suite struct PlainFaultTests {
  @Test(arguments: [
    "2024年预算安排0万元。⟦主要用于外地组织来访交流的接待活动⟧。", "公务用车购置支出0.00万元，⟦主要用于购置残疾人流动服务车⟧。",
    "2024年预算安排5.00万元。主要用于外地组织来访交流的接待活动。", "公务用车购置费0万元，公务用车运行费5.00万元，主要用于车辆维修和燃料支出。",
    "公务用车购置费0万元，运行费5.00万元。公务接待费0万元。主要用于车辆维修和燃料支出。", "公务用车购置费0万元，未安排购置。",
  ])
  func nothingHasNoUse(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("template-residue") == sample.marked)
  }

  @Test(arguments: [
    "履职效能58.50分（满分60分），预算管理23.25分（满分25分）。", "履职效能⟦85.50分⟧（满分60分），预算管理23.25分（满分25分）。",
    "满分100分，自评得分98.50分。",
    // Marks that follow the most there is, clause after clause.
    "产出指标满分50分，得48.50分；效益指标满分30分，得29.00分。", "产出指标满分50分，得48.50分，效益指标满分30分，得29.00分。",
    "产出指标满分50分，得48.50分；效益指标满分30分，得⟦39.00分⟧。",
    "满分100分，自评得分⟦102.50分⟧。", "自评得分98.50分，其中产出指标满分50分。",
  ])
  func marksAreNoMoreThanThereAre(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("score") == sample.marked)
  }

  @Test(arguments: [
    "年末编制人数92人，在职人员86人，在职人员控制率93.48%。", "年末编制人数92人，在职人员86人，在职人员控制率⟦94.38%⟧。",
    "核定编制92个，年末在职86人，占编制数的93.48%。", "核定编制92个，年末在职86人，占编制数的⟦91.48%⟧。",
    "编制92人，其中行政编制40人，在职86人，控制率39.84%。",
  ])
  func postsAreFilled(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "全年收入总计508.07万元，本年支出497.63万元，预算执行率97.95%。", "全年收入总计508.07万元，本年支出497.63万元，预算执行率⟦99.75%⟧。",
  ])
  func whatIsSpentExecutesWhatThereIs(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    "收入总计1000.00万元，比上年增加104.72万元，主要原因是专项资金增加（一般公共预算拨款收入增加98.82万元、政府性基金预算拨款收入增加25.00万元、事业收入增加6.00万元、其他收入减少0.70万元、上年结转结余减少24.40万元）。",
    "收入总计1000.00万元，比上年增加⟦104.72万元⟧，主要原因是专项资金增加（一般公共预算拨款收入增加98.02万元、政府性基金预算拨款收入增加25.00万元、事业收入增加6.00万元、其他收入减少0.70万元、上年结转结余减少24.40万元）。",
    "收入总计1000.00万元，比上年增加104.72万元，主要原因是专项资金增加（农田项目增加98.82万元、教育项目增加25.00万元、事业收入增加6.00万元、其他收入减少0.70万元）。",
  ])
  func changesOfAllKindsMakeTheWhole(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  // MARK: Right sentences

  @Test(arguments: [
    "2024年部门预算收支总额均为3975.56万元，其中收入总计3975.56万元、支出总计3975.56万元。",
    "信息化建设年初预算48.60万元，为新增支出，2023年基数为0，不可比。",
    "2024年计划实施政府采购737.60万元：货物采购225.60万元，占30.59%；服务采购512.00万元，占69.41%。其中520.40万元专门面向中小企业。",
    "购置费18.00万元，2023年未安排该项预算；运行维护费11.50万元，与2023年预算12.00万元相比，减少0.50万元，下降4.17%，两项合计29.50万元。",
    "收入为一般公共预算拨款3793.76万元和上年结转36.80万元；支出在一般公共预算中列支，共3830.56万元。",
  ])
  func nothingIsSaidOfWhatIsRight(text: String) {
    let sample = NarrativeSample(text)
    for rule in ["narrative-sum", "growth-rate", "narrative-table", "share"] {
      #expect(sample.reported(rule).isEmpty)
    }
  }
}
