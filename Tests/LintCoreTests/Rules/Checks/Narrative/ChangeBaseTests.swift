import Testing

@testable import LintCore

/// Figures against the base that a change is held against, wherever the sentences state it.
@Suite struct ChangeBaseTests {
  /// What is right in each of these orders and wordings.
  @Test(arguments: [
    "收入、支出总计均为641.35万元。与2023年度520.15万元相比，收、支总计各增加121.20万元，增长23.30%。",
    "支出决算492.08万元，完成预算的98.74%。与2023年度388.40万元相比，增加103.68万元，增长26.69%。",
    "机关运行经费支出决算512.40万元，完成预算的105.43%；比2023年度488.15万元增加24.25万元，增长4.97%。",
    "经费12.30万元，比上年增加2.10万元（2023年度为10.20万元），增长20.59%。",
    "某项（项）。支出决算为421.50万元。上年决算数为512.30万元，本年比上年减少90.80万元，下降17.72%。",
    "预算30.25万元，与2023年30.25万元持平。", "预算30.25万元，与2023年30.10万元基本持平。",
    "接待费支出预算9.15万元，支出决算5.85万元，完成预算的63.93%，比预算减少3.30万元。",
    "接待费年初预算9.15万元，全年预算8.15万元，支出决算5.85万元，比年初预算减少3.30万元，比全年预算减少2.30万元。",
    "用车费5.60万元，比年初预算6.50万元节约0.90万元，节约13.85%，较2023年度减少0.52万元，下降8.50%。",
    "共有车辆76辆。与2023年末的78辆相比，报废5辆、新增3辆，净减少2辆。",
    "2023年初预算741.65万元，年末执行742.11万元，其余6.42万元收回。与2023年执行数相比，2024年预算增加25.61万元。",
    "2024年度收、支总计均为543.80万元。收、支与2023年度相比，减少40.23万元，下降6.89%。",
    "经比较本级“三公”经费41.25万元，较上年减少19.15万元，下降31.71%。",
    "经费2023年为25.00万元，2024年下降到16.00万元，比上年减少9.00万元，减少36.0%。",
  ])
  func rightChangesAreSilent(text: String) {
    for rule in ["growth-rate", "direction", "narrative-sum", "completion-rate"] {
      #expect(NarrativeSample(text, isFinal: true).reported(rule) == [], "\(rule)")
    }
  }

  @Test(arguments: [
    "收入、支出总计均为641.35万元。与2023年度520.85万元相比，收、支总计各增加⟦121.20万元⟧。",
    "支出决算492.08万元，完成预算的98.74%。与2023年度398.40万元相比，增加⟦103.68万元⟧。",
    "机关运行经费支出决算512.40万元，完成预算的105.43%；比2023年度588.15万元增加⟦24.25万元⟧。",
    "经费12.30万元，比上年增加⟦2.10万元⟧（2023年度为10.30万元）。",
    "某项（项）。支出决算为421.50万元。上年决算数为812.30万元，本年比上年减少⟦90.80万元⟧。",
    "接待费支出预算9.15万元，支出决算5.85万元，比预算减少⟦8.30万元⟧。",
    "接待费年初预算9.15万元，全年预算8.15万元，支出决算5.85万元，比全年预算减少⟦3.30万元⟧。",
  ])
  func wrongChangesAreMarked(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("growth-rate") + sample.reported("direction") == sample.marked)
  }

  @Test func whatStayedTheSameIsTheSame() {
    let sample = NarrativeSample("抚恤支出预算30.25万元，与2023年38.25万元⟦持平⟧。")
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    "年初预算为⟦9万元⟧，支出决算为62.74万元，由于年初预算数为0，无法计算完成年初预算的比率。",
    "年初预算⟦2万元⟧，支出决算28万元，（年初预算数为0万元，无法计算完成比率）。",
    "支出决算36万元。与上年相比，增加36万元（去年决算数为⟦4万元⟧，无法计算增减比率）。",
  ])
  func aRateThatCannotBeHadHasNoBase(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test(arguments: [
    "年初预算为0万元，支出决算为62.74万元，由于年初预算数为0，无法计算完成年初预算的比率。",
    "年初预算数为0，支出决算为62.74万元，无法计算完成率。", "支出36万元，增加36万元（去年决算数为0万元，无法计算增减比率）。",
  ])
  func aBaseOfZeroHasNoRate(text: String) {
    #expect(NarrativeSample(text, isFinal: true).reported("growth-rate") == [])
  }
}

/// Money beside a count of nothing, and lists within brackets.
@Suite struct NothingCountedTests {
  @Test(arguments: [
    ("narrative-repeat", "二级项目0个，共计金额⟦6.15万元⟧。"), ("narrative-repeat", "车辆0辆，价值⟦3.15万元⟧。"),
    ("narrative-repeat", "外事接待支出⟦1.15万元⟧，接待0批次，0人次。"),
    ("narrative-sum", "接待费⟦9万元⟧（其中：一般公共预算支出9万元；政府性基金预算支出9万元；国有资本经营预算支出0万元）。"),
    ("narrative-sum", "政府采购预算⟦1.15万元⟧，其中：货物预算1.15万元，工程预算1.15万元，服务预算0万元。"),
  ])
  func contradictionsAreMarked(rule: String, text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported(rule) == sample.marked)
  }

  @Test(arguments: [
    ("narrative-repeat", "房屋318.73平方米，价值0万元；车辆0辆，价值0万元；家具价值35.54万元。"),
    ("narrative-repeat", "外事接待支出0万元，接待0批次，0人次；国内接待支出1.15万元，接待2批次，9人次。"),
    ("narrative-sum", "接待费9万元（其中：一般公共预算支出9万元；政府性基金预算支出0万元；国有资本经营预算支出0万元），支出决算5万元。"),
    ("narrative-sum", "收入90.15万元，其中：本年收入80.15万元，上年结转10.00万元，一般公共预算85.15万元，政府性基金5.00万元。"),
    ("narrative-sum", "债券资金累计到位32.15万元，其中2022年到位12.15万元、2023年到位20.00万元；累计支出31.75万元。"),
    ("narrative-sum", "人员经费92.15万元，公用经费88.15万元。包括商品和服务支出80.15万元，主要有物业费8.15万元、办公费2.15万元等；资本性支出8.00万元。"),
    (
      "narrative-sum",
      "授予中小企业合同金额12.86万元，其中授予小微企业合同金额8.45万元，占65.71%；货物采购授予中小企业9.34万元，工程采购授予中小企业1.43万元，服务采购授予中小企业2.09万元。"
    ),
    ("narrative-sum", "采购预算19.00万元，实际支出总额18.64万元，节约资金0.36万元。其中：货物支出15.12万元、工程支出1.43万元、服务支出2.09万元。"),
    (
      "narrative-sum",
      "本年收入合计30.00万元，比2023年的25.00万元，增加5.00万元，增长20.0%。其中：财政拨款20.00万元，占66.7%；事业收入10.00万元，占33.3%。"
    ),
  ])
  func whatIsRightIsSilent(rule: String, text: String) {
    #expect(NarrativeSample(text, isFinal: true).reported(rule) == [])
  }
}
