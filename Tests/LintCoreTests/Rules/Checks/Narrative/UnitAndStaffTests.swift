import Testing

@testable import LintCore

/// Numbers of units and of people.
@Suite struct UnitAndStaffTests {
  @Test(arguments: [
    "纳入预算编制范围的预算单位共5个，包括厅本级和4个下属单位。",
    "纳入预算编制范围的预算单位共⟦6个⟧，包括厅本级和4个下属单位。",
    "部门预算包括局机关预算和3个下属事业单位预算，共⟦5个⟧预算单位。",
    "共有预算单位20个，包括局机关和16个直属单位、3个分局。",
    "纳入预算编制范围的预算单位共5个，包括厅本级、厅机关服务中心和3个下属单位。",
    "下属二级预算单位4个，其中：行政单位1个，参照公务员法管理的事业单位0个，其他事业单位3个。",
    "下属二级预算单位⟦4个⟧，其中：行政单位2个，参照公务员法管理的事业单位0个，其他事业单位3个。",
    "纳入预算编制范围的单位共⟦6个⟧，其中：局本级1个、下属单位4个。",
    "部门预算包括：局本级预算和4个所属事业单位预算。\n\n纳入部门预算编制范围的单位共5个，具体如下：",
    "部门预算包括：局本级预算和4个所属事业单位预算。\n\n纳入部门预算编制范围的单位共⟦6个⟧，具体如下：",
  ])
  func headAndUnitsBelowMakeTheDepartment(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    ("核定编制62名，年末实有在职人员57人，退休人员31人。", "核定编制62名，年末实有在职人员57人，退休人员31人。"),
    ("核定编制62名，年末实有在职人员57人，退休人员31人。", "下属林场核定编制18名，年末实有在职人员17人，退休人员9人。"),
    ("核定编制12名，年末实有在职人员11人。", "核定编制12名，年末实有在职人员10人。"),
    ("核定编制62名，年末实有在职人员57人，退休人员31人。", "核定编制62名，年末实有在职人员⟦47人⟧，退休人员31人。"),
  ])
  func twoPlacesCountTheSamePeople(first: String, second: String) {
    let sample = NarrativeSample("单位\(first)\n\n二、绩效情况说明\n\n单位\(second)")
    #expect(sample.reported("narrative-repeat") == sample.marked)
  }

  @Test(arguments: [
    "纳入决算编制范围的单位（含本级）共3个，具体情况见下表：", "纳入决算编制范围的单位（含本级）共⟦4个⟧，具体情况见下表：",
    "纳入决算编制范围的单位共⟦4个⟧，具体情况见下表：", "列入汇总的单位共4个，具体情况见下表：", "纳入决算编制范围的单位共⟦6个⟧，具体情况见下表：",
    "纳入决算编制范围的单位（含本级）共5个，情况如下。",
  ])
  func theTableBelowListsTheUnits(text: String) {
    let table = "单位：万元\n序号\t单位名称\t本年收入\n1\t某县农业局（本级）\t10.00\n2\t某县种子站\t5.00\n3\t某县植保站\t6.00\n\t合计\t21.00"
    let sample = NarrativeSample("\(text)\n\(table)", isFinal: true)
    #expect(sample.reported("narrative-table") == sample.marked)
  }

  @Test func groupsOfOthersTakePeopleAbroad() {
    let sample = NarrativeSample(
      "2024年因公出国（境）费决算7.80万元。2024年本部门组织的出国团组0个，出国2人次。", isFinal: true)
    #expect(sample.reported("narrative-repeat").isEmpty)
  }

  @Test(arguments: [
    "8个项目中，甲单位5个、乙单位2个、丙单位1个。",
    "⟦8个⟧项目中，甲单位5个、乙单位3个、丙单位1个。",
    "12个项目中，已完工3个、在建2个。",
    "上述支出涉及21个科目，其中15个科目比上年增加；5个科目比上年减少；1个科目与上年持平。",
    "上述支出涉及⟦21个⟧科目，其中15个科目比上年增加；4个科目比上年减少；1个科目与上年持平。",
    "内设科室⟦37个⟧，其中：职能科室14个、临床科室18个、医技科室7个。",
    "指标12个，其中：一级指标3个、二级指标9个、三级指标12个。",
    "设9个内设机构，包括：党政办公室、组织干部科、人事科、计划财务科、基础教育科、职业与终身教育科、德育与体卫艺科、督导与安全管理科、信访科。",
    "设⟦9个⟧内设机构，包括：党政办公室、组织干部科、人事科、计划财务科、基础教育科、职业与终身教育科、德育与体卫艺科、督导与安全管理科。",
    "纳入绩效目标管理的项目12个；2023年度11个项目绩效自评平均得分95.6分，其中“优”9个、“良”2个。",
  ])
  func thingsAreToldApart(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }
}
