import Testing

@testable import LintCore

/// Budgets and figures of the year before that a comparison names, held against what the paragraph is about.
@Suite struct ComparedHeadTests {
  private static let rules = [
    "completion-rate", "growth-rate", "direction", "share", "narrative-sum", "missing-amount",
    "malformed-figure", "numbering",
  ]

  private func expectMarked(_ text: String, isFinal: Bool = true) {
    let sample = NarrativeSample(text, isFinal: isFinal)
    #expect(Self.rules.flatMap { sample.reported($0) } == sample.marked)
  }

  @Test(arguments: [
    "一般公共预算财政拨款支出11434.39万元。与年初预算8652.00万元相比，增加2782.39万元，完成年初预算的132.16%。",
    "一般公共预算财政拨款支出11434.39万元。与年初预算8652.00万元相比，增加2782.39万元，完成年初预算的⟦123.16%⟧。",
    "一般公共预算财政拨款支出11434.39万元，占支出合计的97.02%。与年初预算8652.00万元相比，⟦减少⟧2782.39万元。",
  ])
  func theBudgetThatAComparisonNames(text: String) { expectMarked(text) }

  @Test(arguments: [
    "1.农林水支出（类）农业农村（款）科技转化（项）。年初预算250.00万元，加上年结转30.00万元，支出决算268.50万元，完成年初预算的107.40%。",
    "1.农林水支出（类）农业农村（款）科技转化（项）。年初预算250.00万元，另有上年结转30.00万元，支出决算268.50万元，完成年初预算的⟦170.40%⟧。",
    "1.农林水支出（类）农业农村（款）科技转化（项）。年初预算250.00万元，加上年结转30.00万元，支出决算268.50万元，完成年初预算的⟦170.40%⟧。",
  ])
  func whatIsCarriedOverComesToTheBudget(text: String) { expectMarked(text) }

  @Test(arguments: [
    "该项目预算385.00万元，较上年预算减少27.00万元（上年为412.00万元）。",
    "该项目预算385.00万元，较上年预算⟦增加⟧27.00万元（上年为412.00万元）。",
    "该项目预算1426.00万元，较上年预算⟦减少⟧124.00万元（上年为1302.00万元）。",
  ])
  func theBaseInBracketsTellsTheDirection(text: String) { expectMarked(text, isFinal: false) }

  @Test(arguments: [
    "收入预算18221.06万元，其中：财政拨款收入18002.99万元，比2023年预算增加156.60万元；事业收入218.07万元。与2023年收入预算18091.26万元相比，增长0.72%。",
    "收入预算18221.06万元，其中：财政拨款收入18002.99万元，比2023年预算增加156.60万元；事业收入218.07万元。与2023年收入预算18091.26万元相比，增长⟦0.27%⟧。",
    "收入预算18221.06万元，其中：财政拨款收入18002.99万元；事业收入218.07万元。比2023年收入预算18091.26万元⟦下降0.72%⟧。",
    "收入预算18221.06万元，支出预算18300.00万元。与2023年预算18091.26万元相比，增长0.27%。",
  ])
  func theRateOfWhatHeadsTheParagraph(text: String) {
    let sample = NarrativeSample(text)
    #expect(Self.rules.flatMap { sample.reported($0) }.count == sample.marked.count)
  }

  @Test(arguments: [
    "决算数大于年初预算数的主要原因是年中下达补助资金405.05万元用于道路建设，至年末支出386.45万元，结转下年18.60万元。",
    "决算数大于年初预算数的主要原因是年中下达补助资金405.05万元用于道路建设，至年末支出386.45万元，结转下年⟦16.80万元⟧。",
    "决算数大于年初预算数的主要原因是年中下达补助资金405.05万元用于道路建设，至年末支出386.45万元，收回3.00万元，结转下年15.60万元。",
    "支出决算24.00万元，用于3个村级老年幸福院改造，平均每个8.00万元。", "支出决算24.00万元，用于3个村级老年幸福院改造，平均每个⟦6.00万元⟧。",
    "差额1155.40万元中，156.35万元为上年结转，其余999.05万元为年中下达的补贴。",
    "差额1155.40万元中，156.35万元为上年结转，其余⟦995.09万元⟧为年中下达的补贴。",
    "差额1155.40万元中，156.35万元为上年结转，99.05万元为调剂，其余⟦990.00万元⟧为年中下达的补贴。",
    "安排项目经费500.00万元，其余655.40万元为年中下达的补贴。",
  ])
  func theRestOfWhatIsDivided(text: String) { expectMarked(text) }

  @Test(arguments: [
    "“住房保障支出”科目1208.62万元，主要用于住房公积金和购房补贴；其中购房补贴624.90万元，占该科目的51.70%。",
    "“住房保障支出”科目1208.62万元，主要用于住房公积金和购房补贴；其中购房补贴624.90万元，占该科目的⟦48.30%⟧。",
  ])
  func theSubjectOfTheParagraph(text: String) { expectMarked(text, isFinal: false) }

  @Test(arguments: [
    "装备配套率达到100.00%，比上年的93.75%提高6.25个百分点。", "装备配套率达到100.00%，比上年的93.75%提高⟦6.52个百分点⟧。",
    "装备配套率超过90.00%，比上年的93.75%提高6.52个百分点。",
  ])
  func whatWasReachedIsNoLimit(text: String) { expectMarked(text) }

  @Test(arguments: [
    "全年政府采购支出总额1862.40万元，其中货物类236.80万元、⟦工程类万元⟧、服务类140.00万元。",
    "年末实有在职人员172人，⟦比上年末净减少人⟧。", "公务用车运行费决算14.86万元，⟦完成%⟧，占“三公”经费的89.63%。",
  ])
  func figuresThatWereLost(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("missing-amount") == sample.marked)
  }

  @Test(arguments: [
    "实施周期：2024年1月1日至2024年12月31日。", "实施周期：⟦2024年1月1日至2023年12月31日⟧。", "实施周期：⟦2024年11月-2024年3月⟧。",
    "实施周期：2023年12月至2024年3月；2024年1月31日-2024年1月1日。", "实施周期：2024年11月至3月。",
  ])
  func noTimeEndsBeforeItBegins(text: String) { expectMarked(text) }

  @Test(arguments: [
    "主要措施：一是将配套资金纳入预算；二是建立月报制度；三是扶持社会化服务组织。", "主要措施：一是将配套资金纳入预算；二是建立月报制度；⟦四是⟧扶持社会化服务组织。",
    "主要措施：一是将配套资金纳入预算；二是建立月报制度；⟦二是⟧扶持社会化服务组织。",
    "主要问题：一是预算执行偏慢。措施：一是加快进度；二是定期通报。二是资料不全。措施：一是补齐；二是归档。",
    "主要措施：一是将配套资金纳入预算；二是建立月报制度，同时三是扶持社会化服务组织；四是加强培训。",
  ])
  func measuresAreCountedWithoutGaps(text: String) { expectMarked(text) }

  @Test(arguments: [
    "预算单位共7个，其中行政单位1个、参照公务员法管理的事业单位1个、公益一类事业单位5个。",
    "预算单位共⟦6个⟧，其中行政单位1个、参照公务员法管理的事业单位1个、公益一类事业单位5个。",
  ])
  func unitsByTheirKind(text: String) { expectMarked(text) }

  private static func classes(_ text: String) -> String {
    """
    某县农业局2024年度部门决算

    三、支出决算表

    单位：万元

    科目编码→科目名称→合计→基本支出→项目支出
    合计→→937.04→617.04→320.00
    208→社会保障和就业支出→358.28→358.28→
    210→卫生健康支出→110.03→110.03→
    212→城乡社区支出→320.00→→320.00
    221→住房保障支出→148.73→148.73→

    四、支出决算情况说明

    \(text)
    """
  }

  @Test(arguments: [
    "支出按功能分类，社会保障和就业、城乡社区、住房保障、卫生健康四类支出依次为358.28万元、320.00万元、148.73万元和110.03万元。",
    "支出按功能分类，社会保障和就业、住房保障、城乡社区、卫生健康四类支出依次为358.28万元、⟦320.00万元¦error narrative-table⟧、148.73万元和110.03万元。",
    "支出按功能分类，城乡社区和卫生健康支出分别为⟦302.00万元¦error narrative-table⟧和110.03万元。",
    "支出按功能分类，社会保障和就业、卫生健康支出分别为358.28万元、⟦101.03万元¦error narrative-table⟧。",
  ])
  func namesWithAndInThem(text: String) { expectFindings(Self.classes(text), by: ["narrative-table"]) }
}
