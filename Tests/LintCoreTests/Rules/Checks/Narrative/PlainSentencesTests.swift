import Testing

@testable import LintCore

/// Sentences that say what the templates say in other words: what is right must stay silent, and a slip is found.
@Suite struct PlainSentencesTests {
  @Test(arguments: [
    "人员经费由上年的420.00万元增至451.50万元，增加31.50万元，增长7.50%。",
    "人员经费由上年的420.00万元增至451.50万元，增长⟦5.70%⟧。",
    "在上年862.40万元的基础上净增51.74万元，增长6.00%，收入总计914.14万元。",
    "收支规模914.14万元，较2023年度的862.40万元扩大51.74万元，增幅为6.00%。",
    "事业运行（2010350）安排451.50万元，2023年预算数为420.00万元，增加⟦35.10万元⟧，增长7.50%。",
    "事业运行（2010350）安排451.50万元，2023年预算数为420.00万元，增加31.50万元，增长⟦5.70%⟧。",
    "（1）事业运行：451.50万元。因新进人员3名，同比上升7.50%，多安排31.50万元。",
    "（1）事业运行：451.50万元。因新进人员3名，同比上升⟦5.70%⟧，多安排31.50万元。",
    "“三公”经费：2023年度8.40万元，2024年度7.56万元，压减0.84万元，压减比例10.00%。",
    "运行维护支出决算总额为25.48万元，公务接待费决算比去年增加1.05万元，增长35.80%。",
    "收入61.20万元，比上年执行数下降2.83%，比2023年预算数减少4.17万元，下降6.38%，上年执行数62.98万元。",
    "剔除新增项目18.20万元后，支出451.50万元，实际增加13.30万元，增长9.10%。",
    "2024年预算数451.50万元，2023年预算数420.00万元，比上年执行数下降2.83%。",
    "支出3.30万元，比上年减少2.70元，下降45.00%。",
  ])
  func changesAreRecalculated(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test(arguments: [
    "全年预算73.20万元，支出决算71.35万元，预算执行率97.47%，较预算少支1.85万元。",
    "全年预算73.20万元，支出决算71.35万元，预算执行率97.47%，较预算少支⟦8.15万元⟧。",
  ])
  func savingsAreTheRestOfTheBudget(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test(arguments: [
    "支出合计912.40万元：62.35%用于基本支出，计568.88万元；37.65%用于项目支出，计343.52万元。",
    "支出合计912.40万元：⟦63.25%⟧用于基本支出，计568.88万元；37.65%用于项目支出，计343.52万元。",
    "收入合计912.40万元，拨款、事业收入分别为568.88万元、343.52万元，占比分别为62.35%和⟦36.75%⟧。",
    "支出912.40万元，用于教育568.88万元（62.35%）、文化343.52万元（⟦36.75%⟧）。",
    "采购194.90万元，给中小企业预留120.00万元，预留比例61.57%；其中小微企业84.00万元，比例为70.00%。",
    "教育支出568.88万元，比重最大，为62.35%；其次是文化支出343.52万元，比重为37.65%。",
    "项目支出343.52万元，占全部资金的41.20%。",
  ])
  func sharesAreRecalculated(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "年初预算18.64万元，追加0.71万元，决算19.35万元，执行率100%。",
    "决算71.35万元，全部为基本支出，为预算数73.20万元的97.5%。",
    "决算71.35万元，全部为基本支出，为预算数73.20万元的⟦95.7%⟧。",
  ])
  func completionsAreRecalculated(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    "政府采购支出⟦501.54万元⟧，含货物284.62万元、工程118.95万元、服务96.17万元。",
    "政府采购支出501.54万元，含货物286.42万元、工程118.95万元、服务96.17万元。",
    "政府采购支出501.54万元，含货物286.42万元、工程118.95万元等。",
    "工资福利支出568.27万元、补助18.56万元，两项共⟦568.83万元⟧。",
  ])
  func partsMakeTheirWhole(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "主要投向：卫生健康742.61万元、住房保障⟦38.52万元⟧。",
    "主要投向：卫生健康742.61万元、住房保障35.82万元。",
    "行政运行：⟦724.61万元⟧。", "行政运行：742.61万元。",
    "上年住房保障支出38.52万元。", "住房保障支出由38.52万元降至35.82万元。",
    "其中一所学校的住房保障支出21.40万元。", "卫生健康支出、住房保障支出分别为⟦746.21万元⟧、35.82万元。",
  ])
  func namesOfRowsAreFoundInOtherWords(text: String) {
    let draft = RuleSample(
      """
      某县卫生局2024年度部门预算

      一、收支情况说明

      \(text)

      二、一般公共预算支出表

      单位：万元

      科目编码\t科目名称\t合计\t基本支出\t项目支出
      210\t卫生健康支出\t742.61\t742.61\t0.00
      21001\t卫生健康管理事务\t742.61\t742.61\t0.00
      2100101\t行政运行\t742.61\t742.61\t0.00
      221\t住房保障支出\t35.82\t35.82\t0.00
      22102\t住房改革支出\t35.82\t35.82\t0.00
      2210201\t住房公积金\t35.82\t35.82\t0.00
      合计\t\t778.43\t778.43\t0.00

      """)
    #expect(draft.findings("narrative-table").map(\.range) == draft.marks)
  }
}
