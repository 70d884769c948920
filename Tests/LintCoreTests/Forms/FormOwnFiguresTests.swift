import Testing

@testable import LintCore

/// Goals, days, names, years and costs of a form against its own rows, and against the other forms.
@Suite struct FormOwnFiguresTests {
  private static let figures: Set<String> = [
    "narrative-table", "narrative-sum", "completion-rate", "direction",
  ]

  // MARK: Goals

  private static func targets(
    goal: String = "完成松材线虫病秋季普查面积85万亩，开展州级林长巡林4次，森林火灾受害率控制在0.8‰以内，更新挂牌210块。",
    area: String = "85万亩", costs: String = "≤161.00万元"
  ) -> String {
    """
    项目支出绩效目标表
    （2024年度）
    项目名称→森林防灭火能力建设→→→
    项目资金（万元）→年度资金总额→338.00→→
    →其中：本年财政拨款→338.00→→
    年度总体目标→\(goal)→→→
    绩效指标→一级指标→二级指标→三级指标→指标值
    →产出指标→数量指标→松材线虫病普查面积→\(area)
    →→→州级林长巡林→4次
    →→→更新古树挂牌→210块
    →→成本指标→隔离带新建成本→\(costs)
    →→→隔离带维护成本→≤35.00万元
    →→→巡护队伍补助→≤108.00万元
    →→→扑火物资储备→≤34.00万元
    →效益指标→生态效益指标→森林火灾受害率→≤0.8‰
    """
  }

  @Test func aGoalInAlmostTheWordsOfARowIsHeldAgainstIt() {
    expectFindings(Self.targets(), by: Self.figures)
    expectFindings(
      Self.targets(goal: "完成松材线虫病秋季普查面积⟦58万亩¦warning narrative-table⟧，更新挂牌210块。"), by: Self.figures)
    expectFindings(
      Self.targets(goal: "森林火灾受害率控制在⟦0.9‰¦warning narrative-table⟧以内，更新挂牌210块。"), by: Self.figures)
    expectFindings(
      Self.targets(goal: "开展州级林长巡林4次，更新挂牌⟦120块¦warning narrative-table⟧。"), by: Self.figures)
    // Parts that make the target, and a rise where the row has none.
    expectFindings(Self.targets(goal: "更新古树挂牌一级33块、二级77块、三级100块。"), by: Self.figures)
    expectFindings(Self.targets(goal: "松材线虫病普查面积比上年增加5万亩。"), by: Self.figures)
  }

  @Test func theOnlyCostThatASlipMakesTooLargeIsTold() {
    expectFindings(Self.targets(), by: ["indicator-target"])
    expectFindings(
      Self.targets(costs: "≤181.00万元").replacing(
        "338.00→→\n→其中", with: "⟦338.00¦warning indicator-target⟧→→\n→其中"),
      by: ["indicator-target"])
    expectFindings(
      Self.targets().replacing("≤34.00万元", with: "⟦≤43.00万元¦warning indicator-target⟧"),
      by: ["indicator-target"])
    // No slip makes them add up, and less than there is need not.
    expectFindings(Self.targets(costs: "≤202.50万元"), by: ["indicator-target"])
    expectFindings(Self.targets(costs: "≤141.00万元"), by: ["indicator-target"])
  }

  @Test func goalsRightAboveAFormAreItsOwn() {
    func form(_ goal: String) -> String {
      """
      7.绩效目标：\(goal)

      项目绩效目标申报表

      项目名称→公共文化内容供给与配送→→
      项目资金→年度资金总额→142.60→
      一级指标→二级指标→三级指标→年度指标值
      产出指标→数量指标→公共文化活动配送场次→≥1600场
      →数量指标→旅游咨询服务中心开放数量→3个
      效益指标→社会效益指标→服务群众人次→≥30万人次
      """
    }
    expectFindings(form("全年配送公共文化活动不少于1,600场，服务群众30万人次以上，3个旅游咨询服务中心全年开放。"), by: Self.figures)
    expectFindings(
      form("全年配送公共文化活动不少于⟦1,500场¦warning narrative-table⟧，服务群众30万人次以上。"), by: Self.figures)
    expectFindings(form("⟦2个¦warning narrative-table⟧旅游咨询服务中心全年开放。"), by: Self.figures)
  }

  // MARK: Results

  private static func results(
    done: String = "1.因首次招标流标，10月18日完成采购；2.建成应急消防救援站15个，其余5个未能按期投用；平均出库时间1.5小时。",
    score: String = "8", training: String = "1386人次", text: String = ""
  ) -> String {
    """
    \(text)

    项目支出绩效自评表
    项目名称→应急救援物资购置及储备管理→→→→→→
    年度总体目标→预期目标→→→全年实际完成情况→→→
    →9月底前完成采购，建设应急消防救援站20个。→→→\(done)→→→
    一级指标→二级指标→三级指标→年度指标值→全年实际值→分值→得分→偏差原因分析及改进措施
    产出指标→数量指标→建成应急消防救援站数量→≥20个→15个→20→15→用地手续未办结
    →→培训人次→≥1500人次→\(training)→22→20→名额压减
    →质量指标→系统正常运行率→≥99%→99.6%→8→\(score)→
    →时效指标→采购任务完成时限→2023年9月底前→2023年10月18日→20→18→流标
    →→应急物资出库时间→≤2小时→1.5小时→20→20→
    满意度指标→满意度指标→群众满意度→≥90%→93%→10→10→
    总分→→→→→100→91→
    """
  }

  @Test func whatWasDoneIsHeldAgainstTheResults() {
    expectFindings(Self.results(), by: Self.figures)
    expectFindings(
      Self.results(done: "因首次招标流标，⟦11月18日¦warning narrative-table⟧完成采购，建成救援站15个。"), by: Self.figures)
    expectFindings(
      Self.results(done: "因首次招标流标，11月18日启动二次采购，完成时间为10月18日。"), by: Self.figures)
    expectFindings(
      Self.results(done: "建成应急消防救援站15个，其余⟦6个¦warning narrative-sum⟧未能按期投用。"), by: Self.figures)
    expectFindings(
      Self.results(done: "建成应急消防救援站15个，平均出库时间⟦2.5小时¦warning narrative-table⟧。"), by: Self.figures)
  }

  @Test(arguments: [
    "应急救援物资购置及储备管理项目。培训1386人次，完成年度目标的92.4%。",
    "应急救援物资购置及储备管理项目。培训1386人次，完成年度目标的⟦94.2%¦warning completion-rate⟧。",
    "应急救援物资购置及储备管理项目。应急物资出库时间1.5小时，比目标缩短0.5小时。",
    "应急救援物资购置及储备管理项目。应急物资出库时间1.5小时，⟦比目标延长¦warning direction⟧0.5小时。",
    "应急救援物资购置及储备管理项目。应急物资出库时间1.5小时，比目标缩短⟦1.5小时¦warning narrative-sum⟧。",
    "应急救援物资购置及储备管理项目。应急物资出库时间1.5小时，比上年缩短0.3小时。",
  ])
  func theWayFromATargetIsRecalculated(text: String) {
    expectFindings(Self.results(text: text), by: Self.figures)
  }

  @Test func theOnlyGapAmongFilledCellsIsTold() {
    let rules: Set<String> = ["score", "missing-unit"]
    expectFindings(Self.results(), by: rules)
    expectFindings(
      Self.results(score: "").replacing("99.6%→8→", with: "99.6%→⟦8¦warning score⟧→"), by: rules)
    expectFindings(Self.results(training: "⟦1386¦warning missing-unit⟧"), by: rules)
    // The others make the total: the row has no score to give.
    expectFindings(Self.results(score: "").replacing("100→91", with: "100→83"), by: rules)
  }

  @Test func aRowOfMoneyThatLostACellIsTold() {
    func form(_ own: String) -> String {
      """
      项目支出绩效自评表
      项目名称→动物防疫补助→→→→→→
      项目资金（万元）→→年初预算数→全年预算数→全年执行数→分值→执行率→得分
      →年度资金总额→338.00→356.72→356.72→10→100.00%→10.00
      →其中：上级财政拨款→298.00→316.72→316.72→—→—→—
      →\(own)
      →其他资金→0.00→0.00→0.00→—→—→—
      一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→原因
      产出指标→数量指标→补助人数→≥360人→362人→90→90→
      总分→→→→→100→100→
      """
    }
    expectFindings(form("本级财政拨款→40.00→40.00→40.00→—→—→—"), by: ["missing-amount"])
    expectFindings(
      form("⟦本级财政拨款¦warning missing-amount⟧→40.00→40.00→—→—→—"), by: ["missing-amount"])
  }

  // MARK: Other forms

  private static func form(
    _ name: String, year: String = "2024", department: String = "某州林业局", executor: String = "某州营林总站",
    term: String = "2024年1月至12月", title: String = ""
  ) -> String {
    """
    \(title)项目支出绩效目标表
    （\(year)年度）

    项目名称→\(name)→→
    主管部门→\(department)→实施单位→\(executor)
    项目类型→特定目标类→项目期限→\(term)
    项目资金（万元）→年度资金总额→60.00→
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→培训人数→≥600人
    满意度指标→服务对象满意度指标→群众满意度→≥90%
    """
  }

  private static func budget(_ last: String) -> String {
    ["# 某州林业局2024年部门预算", form("森林防灭火能力建设"), form("林业有害生物防治"), form("林长制及资源监测"), last]
      .joined(separator: "\n\n")
  }

  @Test func theYearOfOneFormIsThatOfTheOthers() {
    expectFindings(Self.budget(Self.form("古树名木抢救复壮")), by: ["year"])
    #expect(RuleSample(Self.written(year: "2023")).findings("year").count == 1)
    expectFindings(
      Self.budget(Self.form("古树名木抢救复壮", term: "⟦2023年3月至11月¦warning year⟧")), by: ["year"])
    expectFindings(Self.budget(Self.form("古树名木抢救复壮", term: "2023年3月至2024年11月")), by: ["year"])
  }

  private static func written(year: String) -> String {
    budget(form("古树名木抢救复壮", year: year)).replacing("→", with: "\t")
  }

  @Test func theDepartmentOfOneFormIsThatOfTheOthers() {
    expectFindings(Self.budget(Self.form("古树名木抢救复壮")), by: ["name-mismatch"])
    expectFindings(
      Self.budget(Self.form("古树名木抢救复壮", department: "⟦某州林草局¦warning name-mismatch⟧")), by: ["name-mismatch"])
    expectFindings(Self.budget(Self.form("古树名木抢救复壮", department: "某州教育局")), by: ["name-mismatch"])
    expectFindings(
      Self.budget(Self.form("古树名木抢救复壮", executor: "⟦某州林业管局¦warning name-mismatch⟧"))
        .replacing("某州林业局→", with: "某州林业管理局→"), by: ["name-mismatch"])
  }

  @Test func theTitleOfAFormHasTheNameOfItsProject() {
    expectFindings(Self.budget(Self.form("医疗设备购置更新", title: "医疗设备购置更新")), by: ["name-mismatch"])
    expectFindings(
      Self.budget(Self.form("⟦医疗设备采购更新¦warning name-mismatch⟧", title: "医疗设备购置更新")), by: ["name-mismatch"])
    expectFindings(Self.budget(Self.form("第二批设备购置更新", title: "第一批设备购置更新")), by: ["name-mismatch"])
  }

  @Test func aTaskWithTheMoneyOfAProjectHasItsName() {
    func draft(_ task: String) -> String {
      """
      部门整体支出绩效自评表
      部门名称→某市应急管理局→→→
      年度主要任务→任务名称→完成情况→全年预算数→全年执行数
      →\(task)→完成→158.60→157.92
      →值班值守→完成→88.50→84.17
      一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→原因
      产出指标→数量指标→检查企业数量→≥9家→9家→100→100→
      总分→→→→→100→100→

      项目支出绩效自评表
      项目名称→应急指挥信息平台运行维护→→→→→→
      项目资金（万元）→→年初预算数→全年预算数→全年执行数→分值→执行率→得分
      →年度资金总额→158.60→158.60→157.92→10→99.57%→9.96
      →其中：财政拨款→158.60→158.60→157.92→—→99.57%→—
      一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→原因
      产出指标→数量指标→运维业务系统数量→9个→9个→90→90→
      总分→→→→→100→99.96→
      """
    }
    expectFindings(draft("应急指挥信息平台运行维护"), by: ["name-mismatch"])
    expectFindings(draft("⟦应急指挥信息系统运行维护¦warning name-mismatch⟧"), by: ["name-mismatch"])
    expectFindings(draft("应急指挥信息平台日常开支"), by: ["name-mismatch"])
  }
}
