import Testing

@testable import LintCore

@Suite struct SlipChecksTests {
  @Test(arguments: [
    ("missing-amount", "⟦某局政府采购预算安排万元⟧，其中：货物预算4.60万元。"), ("missing-amount", "⟦某局政府采购支出共万元⟧，比上年增加4.60万元。"),
    ("missing-amount", "某局政府采购预算⟦总额万元⟧，其中：货物预算4.60万元。"), ("missing-amount", "支出⟦决算数为⟧，完成预算100%。"),
    ("missing-amount", "⟦职业年金缴费支出（项）万元⟧，比上年增加6.41万元。"), ("missing-amount", "⟦机关运行经费财政拨款万元⟧，比上年减少1.65万元。"),
    ("missing-amount", "教育支出30.15万元，⟦占%⟧；其他支出2.15万元。"), ("missing-amount", "年末公务用车⟦保有量为辆⟧。"),
    ("missing-unit", "支出决算数为⟦270⟧，完成预算100%。"), ("missing-unit", "支出90.25万元，其中：项目支出⟦84.12⟧，占31.16%。"),
    ("missing-unit", "教育支出30.15万元，占⟦76.23⟧；其他支出2.15万元。"), ("template-residue", "经费5.15万元，比上年⟦（增加）⟧1.22万元。"),
    ("template-residue", "经费5.15万元，比上年⟦增加（减少）⟧1.22万元。"), ("template-residue", "经费5.15万元，比上年⟦（减）幅⟧23%。"),
    ("missing-amount", "⟦单价100万元以上设备（不含车辆）台（套）⟧。"), ("missing-amount", "⟦单位价值50万元以上通用设备台（套）⟧，价值30.15万元。"),
    ("missing-amount", "商品和服务支出预算7.58万元，⟦占基本支出预算%⟧，比上年增加5.20万元。"),
    ("year", "⟦2021⟧年度一般公共预算支出216.17万元，比上年减少8.33万元。"),
    ("year", "与⟦2024⟧年相比，支出增加8.33万元。"), ("year", "截至⟦2020⟧年12月31日，共有车辆2辆。"),
    ("year", "2024年支出5.15万元。⟦2023⟧年部门预算安排购置车辆0辆。"), ("year", "本部门⟦2023⟧年没有使用政府性基金预算安排的支出。"),
    ("year", "纳入⟦2021⟧年部门预算编制范围的单位为局本级。"), ("year", "⟦2021⟧年本部门共设置2个项目绩效目标，涉及资金9.15万元。"),
  ])
  func slipsAreMarked(rule: String, text: String) {
    let sample = NarrativeSample(text)
    let reported = sample.reported(rule)
    #expect(reported.count == 1)
    #expect(reported.first.map { $0.contains(sample.marked.first ?? "?") } ?? false, "\(reported)")
  }

  @Test(arguments: [
    ("missing-amount", "单价100万元以上设备（不含车辆）0台（套），设备台（套）数不变。"), ("missing-amount", "金额以万元为单位，保留两位小数。单位：万元。"),
    ("missing-amount", "表中金额单位为万元，保留两位小数。"), ("missing-amount", "本报告金额单位统一为万元。"),
    ("missing-amount", "单位由元调整为万元。"),
    ("missing-amount", "（以下金额单位除注明外均为万元，保留两位小数。）"),
    ("missing-unit", "年初预算基数为0，不可比。"),
    ("missing-unit", "共8类、23个班次，1、办公费；2、水费。"), ("template-residue", "增减（+、-）情况见表，公务用车（含购置）2.15万元。"),
    ("year", "截至2023年12月31日，共有车辆2辆。"), ("year", "支出5.15万元，比2023年减少1.15万元，主要原因是2022年项目完成。"),
    ("year", "依据《2021年办法》（〔2021〕5号）安排支出5.15万元。"), ("year", "2023年结转资金5.15万元。"),
    ("year", "小学教育支出5.15万元，2023年无此项预算。"), ("year", "2024年预算5.15万元。2023年度预算数为4.15万元。"),
    ("year", "2023年本部门绩效自评项目12个，涉及资金213.80万元。"),
  ])
  func whatIsRightIsSilent(rule: String, text: String) { #expect(NarrativeSample(text).reported(rule) == []) }

  @Test(arguments: [
    ("公务用车购置费支出17.86万元，完成预算的99.22%，全年更新购置用车⟦0辆⟧。", true),
    ("公务用车购置费支出17.86万元，全年购置用车1辆。", true), ("公务用车购置费预算2.00万元，支出0万元，全年购置用车0辆。", true),
    ("公务接待费支出5.86万元，国内公务接待⟦0批次⟧。", true), ("公务接待费支出5.86万元，国内公务接待12批次；外宾接待0批次。", true),
    ("公务接待费5.86万元，国内公务接待0批次。", false),
  ])
  func moneyWithoutACountIsMarked(text: String, isFinal: Bool) {
    let draft = RuleSample("某局2024年度部门\(isFinal ? "决算" : "预算")\n\n一、“三公”经费情况说明\n\n\(text)\n")
    #expect(draft.findings("narrative-repeat").map(\.range) == draft.marks)
  }

  @Test func aParagraphTypedTwiceIsMarked() {
    let text = "外事接待支出0万元，外事接待0批次，0人。"
    let draft = RuleSample("某局2024年度部门决算\n\n一、“三公”经费情况说明\n\n\(text)\n\n⟦\(text)⟧\n")
    #expect(draft.findings("punctuation").map(\.range) == draft.marks)
  }

  @Test func aTitleOfAnotherYearIsMarked() {
    let draft = RuleSample("某局2024年部门预算\n\n第一部分 2024年部门预算表\n\n第二部分 ⟦2023⟧年部门预算情况说明\n\n2024年支出5.15万元。\n")
    #expect(draft.findings("year").map(\.range) == draft.marks)
  }

  @Test func theContentsNameTheYearToo() {
    let draft = RuleSample(
      "某局2024年部门预算\n\n目录\n\n第一部分 ⟦2021⟧年部门预算表……1\n\n第二部分 2024年部门预算情况说明……3\n\n第一部分 2024年部门预算表\n\n第二部分 2024年部门预算情况说明\n\n2024年支出5.15万元。\n"
    )
    #expect(draft.findings("year").map(\.range) == draft.marks)
  }

  @Test(arguments: ["公务接待费实际支出8,600元。", "公务用车运行维护费⟦64.35元⟧。", "评审费每次64元。"])
  func amountsInYuanAmongOthers(text: String) {
    let others =
      "收入9.15万元，支出9.25万元，基本支出5.35万元，项目支出3.45万元，教育支出4.55万元，卫生支出3.65万元，住房支出2.75万元，农林水支出1.85万元，其他支出1.95万元，上年支出2.15万元。"
    let sample = NarrativeSample(others + text)
    #expect(sample.reported("unit-scale") == sample.marked)
  }

  @Test func aUnitThatStandsOutIsMarked() {
    let text =
      "收入9.15万元，支出9.25万元，基本支出5.35万元，项目支出3.45万元，教育支出4.55万元，卫生支出3.65万元，住房支出2.75万元，农林水支出1.85万元，其他支出1.95万元。自评涉及财政资金⟦446.44元⟧。"
    let sample = NarrativeSample(text)
    #expect(sample.reported("unit-scale") == sample.marked)
  }

  @Test(arguments: [
    "支出1727.37万元，比上年减少⟦48.89元⟧，下降2.75%。", "机关运行经费90.67万元，比上年增加⟦13.66元⟧，增长17.74%。",
    "支出1727.37万元，比上年减少488900元，下降2.75%。", "支出1727.37万元，比上年减少48.89万元，下降2.75%。",
    "支出1727.37元，比上年减少48.89元，下降2.75%。", "支出1727.37万元，比上年减少48.89元，下降0.01%。",
  ])
  func aChangeInTheWrongUnitIsMarked(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("unit-scale") == sample.marked)
  }

  @Test func theEndOfAPeriodIsOneOfTheYear() {
    let sample = NarrativeSample("2024年支出5.15万元。⟦2023⟧年期末，公务用车保有量为3辆。", isFinal: true)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    ("三公经费5.15万元，比上年预算5.50万元减少0.35万元，下降6.36%，与2023年决算持平。", true),
    ("公务接待费1.86万元，比预算2.50万元减少0.64万元，下降25.6%，与2023年度1.86万元持平。", true),
    ("公务接待费1.86万元，比上年减少0.64万元，下降25.6%，与上年⟦持平⟧。", true),
  ])
  func whatDidNotChangeHasItsOwnBase(text: String, isFinal: Bool) {
    let sample = NarrativeSample(text, isFinal: isFinal)
    #expect(sample.reported("direction") == sample.marked)
  }
}
