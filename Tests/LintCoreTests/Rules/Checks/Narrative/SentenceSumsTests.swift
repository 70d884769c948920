import Testing

@testable import LintCore

/// Parts that other words than 其中 announce, and what a paragraph says twice.
@Suite struct SentenceSumsTests {
  // MARK: Cars

  @Test(arguments: [
    "本部门拥有公务用车9辆，分别为机要通信用车1辆、应急保障用车2辆、特种专业技术用车4辆、其他用车2辆；单价100万元（含）以上设备1台。",
    "本部门拥有公务用车⟦8辆⟧，分别为机要通信用车1辆、应急保障用车2辆、特种专业技术用车4辆、其他用车2辆；单价100万元（含）以上设备1台。",
    "车辆总数为⟦9辆⟧：机要通信用车1辆，应急保障用车3辆，特种专业技术用车4辆，其他用车2辆。单价100万元以上设备1台。",
    "车辆总数为9辆：机要通信用车1辆，应急保障用车3辆，特种专业技术用车四辆，其他用车2辆。", "车辆总数为22辆：应急保障2辆，执法执勤3辆，特种专业技术15辆，其他2辆。",
    "本单位有公务用车⟦3辆⟧（机要通信用车1辆，其他用车1辆），50万元以上的通用设备3台。", "车辆22辆，分别为机要通信用车和其他用车各11辆；单价50万元以上通用设备3台。",
    "车辆⟦23辆⟧，分别为机要通信用车和其他用车各11辆；单价50万元以上通用设备3台。", "车辆3辆，分别为机要通信用车1辆、其他用车2辆，其中报废1辆。",
    "车辆5辆，分别为机要通信用车1辆、其他用车2辆，另有应急保障用车2辆。", "用于⟦23辆⟧车（轿车3辆、越野车2辆、载客汽车17辆）的燃料费。",
    "公务用车保有量5辆，分别为机要通信用车1辆、应急保障用车1辆和其他用车3辆，比上年减少1辆。",
  ])
  func carsAreAddedUpByKind(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  // MARK: Units

  @Test(arguments: [
    "部门预算包括：局本级预算和下属8家单位预算，共9家。", "部门预算包括：局本级预算和下属8家单位预算，共⟦6家⟧。",
    "2024年部门预算由局本级和8家下属单位的预算汇总而成，预算单位共9家，名单如下：", "2024年部门预算由局本级和8家下属单位的预算汇总而成，预算单位共⟦6家⟧，名单如下：",
    "从单位构成看，纳入汇总的单位有8个：局机关1个，下属7个。", "从单位构成看，纳入汇总的单位有⟦9个⟧：局机关1个，下属7个。",
    "从单位构成看，纳入汇总的单位有9个：局机关1个，下属行政单位3个、下属事业单位5个。",
    "纳入编制范围的预算单位共计⟦4家⟧，具体包括：某区望湖街道办事处本级、望湖街道便民服务中心、望湖街道社会治理中心。",
    "纳入编制范围的预算单位共计3家，具体包括：某区望湖街道办事处本级、望湖街道便民服务中心、望湖街道社会治理中心。",
    "预算单位共4个，其中：局机关1个，所属事业单位⟦4个⟧，分别是县文化馆、县图书馆、县文物管理所。",
  ])
  func unitsAreCounted(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  // MARK: Money by kind

  @Test(arguments: [
    "共编制政府采购预算2138.95万元，分类别看，货物类486.30万元，工程类1280.00万元，服务类372.65万元。其中预留给中小企业1496.26万元，占采购预算总额的69.95%。",
    "共编制政府采购预算⟦2183.95万元⟧，分类别看，货物类486.30万元，工程类1280.00万元，服务类372.65万元。",
    "支出1064.00万元，包括基本支出700.00万元和项目支出364.00万元；分科目看，学前教育⟦228.00万元⟧、高中教育698.00万元、中等职业教育84.00万元。",
    "支出1064.00万元，包括基本支出700.00万元和项目支出364.00万元；分科目看，学前教育282.00万元、高中教育698.00万元、中等职业教育84.00万元。",
    "全年采购预算为194.90万元：软件运维服务⟦161.00万元⟧，物业管理服务36.00万元，音视频会议设备36.10万元，台式计算机6.80万元。",
    "全年采购预算为194.90万元：软件运维服务116.00万元，物业管理服务36.00万元，音视频会议设备36.10万元，台式计算机6.80万元。",
    "支出总计⟦1,317.70万元⟧中，基本支出和项目支出分别为698.70万元、349.00万元。", "支出总计1,317.70万元中，基本支出和项目支出分别为968.70万元、349.00万元。",
  ])
  func kindsMakeTheirWhole(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  // MARK: Shares

  private static let procurement =
    "2024年部门政府采购预算为2138.95万元，包括货物采购486.30万元、工程采购1280.00万元和服务采购372.65万元"

  @Test(arguments: [
    procurement + "；专门面向中小企业的采购预算1496.26万元，占比69.95%。",
    procurement + "；专门面向中小企业的采购预算1496.26万元，占比⟦96.95%⟧。",
    procurement + "。其中预留给中小企业1496.26万元，占采购预算总额的69.95%。",
    procurement + "。其中预留给中小企业1496.26万元，占采购预算总额的⟦69.59%⟧。",
    "从项目层级来看，市级政府采购规模29.81亿元，占采购总量的16.26%；区县级政府采购规模41.41亿元，占采购总量的83.74%。",
    "本年支出合计12187.04万元。\n\n一般公共预算财政拨款全年支出8646.28万元，在本年支出合计中的比重为70.95%。",
    "本年支出合计12187.04万元。\n\n一般公共预算财政拨款全年支出8646.28万元，在本年支出合计中的比重为⟦79.05%⟧。",
  ])
  func aShareIsOneOfWhatItsWordsName(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "人员经费与公用经费分别占92.53%和7.47%。", "人员经费与公用经费分别占⟦29.53%和7.47%⟧。", "人员经费与公用经费分别占本年支出的50.53%和7.47%。",
  ])
  func theSharesOfBothPartsMakeAll(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("share-sum") == sample.marked)
  }

  // MARK: Said twice

  private static let reception = "国内公务接待支出6.84万元，主要用于用餐费等。国内公务接待86批次，742人次（不包括陪同人员），"
  private static let visits = "公务接待费支出决算4.27万元，完成预算的71.17%。全年国内公务接待36批次412人次，"

  @Test(arguments: [
    reception + "共计支出6.84万元，具体内容包括：检查调研2.95万元、来访3.89万元。",
    reception + "共计支出⟦6.48万元⟧，具体内容包括：检查调研2.95万元、来访3.89万元。",
    visits + "支出4.27万元；国（境）外公务接待0批次0人次，支出0万元。", visits + "支出⟦2.47万元⟧；国（境）外公务接待0批次0人次，支出0万元。",
    visits + "支出2.47万元；国（境）外公务接待2批次9人次，支出1.80万元。", "公务接待费支出决算4.27万元。外事接待2批次，9人次，共计支出1.80万元。",
    "公务接待费预算6.00万元。国内公务接待36批次412人次，支出4.27万元。",
    "公务接待费主要用于用餐费等。其中：外事接待费支出0万元，国内公务接待221批次，1768人，共计支出9.95万元。",
  ])
  func visitsCostTheSameInBothPlaces(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-repeat") == sample.marked)
  }

  @Test(arguments: [
    "公务接待费减少0.48万元。主要原因是严控接待标准。⟦主要原因是严控接待标准⟧。", "公务接待费0万元。无。无。", "公务接待费减少0.48万元。主要原因是严控接待标准。主要原因是严控陪餐人数。",
  ])
  func aSentenceStandsOnce(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("punctuation") == sample.marked)
  }

  // MARK: Dates and units

  @Test(arguments: [
    "截至2024年12月31日，共有车辆9辆。2024年2月29日、2024年11月30日、2023年2月28日、2024年1月至12月。", "截至⟦2024年21月31日⟧，共有车辆9辆。",
    "截至⟦2024年11月31日⟧，共有车辆9辆，自2024年6月起。",
  ])
  func aDayStandsInTheCalendar(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("malformed-figure") == sample.marked)
  }

  @Test(arguments: ["2024年度收、支总计均为12446.14万元。", "2024年度收、支总计均为⟦12446.14⟧。", "收支预算的编制原则均为2条。"])
  func aTotalHasItsUnit(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("missing-unit") == sample.marked)
  }

  // MARK: Reasons

  @Test(arguments: [
    "减少65.00万元，下降6.88%。主要用于学校运转，变动原因是⟦学校数量增加和标准提高⟧。", "减少65.00万元，下降6.88%。主要用于学校运转，变动原因是学校数量减少。",
    "减少65.00万元，下降6.88%。主要用于学校运转，变动原因是标准提高后项目推迟实施。",
  ])
  func aReasonFitsBehindThePurpose(text: String) {
    let sample = NarrativeSample("中等职业教育（项）879.41万元，比2023年执行数" + text)
    #expect(sample.reported("direction") == sample.marked)
  }

  // MARK: Staff

  @Test(arguments: ["核定编制383名，年末在职353人", "核定编制⟦338名⟧，年末在职353人", "核定编制383名，年末在职352人", "核定编制32名，年末在职29人"])
  func staffIsThatOfTheTable(text: String) {
    let draft = RuleSample(
      """
      某局2024年度部门决算

      一、人员情况

      本部门\(text)。

      二、单位情况表

      序号→单位名称→编制数→在职人数
      1→某局本级→32→29
      2→某局服务中心→351→324
      合计→→383→353

      """.replacing("→", with: "\t"))
    #expect(draft.findings("narrative-table").map(\.range) == draft.marks)
  }

  // MARK: Carried over

  @Test(arguments: ["512.66万元", "500.66万元", "⟦250.30万元⟧"])
  func whatIsLeftOutIsWhatWasCarriedOver(figure: String) {
    let draft = RuleSample(
      """
      某局2024年部门预算

      2024年收入预算790.66万元，其中：一般公共预算拨款收入778.66万元，上年结转结余12.00万元。

      一、2024年一般公共预算当年拨款情况

      （1）教育支出（类）进修及培训（款）教师进修（项）260.00万元。

      （2）教育支出（类）进修及培训（款）培训支出（项）18.00万元。

      （3）社会保障和就业支出（类）行政事业单位养老支出（款）事业单位离退休（项）\(figure)。主要用于退休人员支出。

      二、一般公共预算支出表

      单位：万元

      科目编码→科目名称→合计→基本支出→项目支出
      2050801→教师进修→260.00→→260.00
      2050803→培训支出→18.00→→18.00
      2080502→事业单位离退休→512.66→512.66→

      """.replacing("→", with: "\t"))
    #expect(draft.findings("narrative-table").map(\.range) == draft.marks)
  }

  // MARK: Scores

  @Test(arguments: [("98.97分", "98.97"), ("⟦99.87⟧分", "98.97")])
  func aScoreIsThatOfItsForm(stated: String, total: String) {
    let draft = RuleSample(
      """
      某局2024年度部门决算

      一、绩效评价情况

      其中，环境卫生长效管理经费项目自评得分\(stated)，自评等级为“优”。

      二、附件

      2024年度项目支出绩效自评表

      项目名称→环境卫生长效管理经费→→→→→
      一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分
      产出指标→数量指标→保洁社区→=12个→12个→50.00→50.00
      效益指标→社会效益指标→投诉下降率→≥10%→12%→50.00→48.97
      总分→→→→→100.00→\(total)

      """.replacing("→", with: "\t"))
    #expect(draft.findings("score").map(\.range) == draft.marks)
  }
}
