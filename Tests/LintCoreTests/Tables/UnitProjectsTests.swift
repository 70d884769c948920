import Testing

@testable import LintCore

/// Projects listed below their units, quantities with prices, and kinds of assets: tables that no code or number orders.
@Suite struct UnitProjectsTests {
  private static func projects(
    unit: String = "1731.60", first: String = "1260.00", code: String = "2130153"
  ) -> String {
    """
    一般公共预算项目支出预算表
    单位：万元
    科目编码→单位代码→单位名称（科目）/项目名称→金额→其中：上年结转
    →→合计→2005.10→48.00
    →301001→某县农业农村局（机关）→\(unit)→
    \(code)→301001→高标准农田建设县级配套资金→\(first)→
    2130803→301001→政策性农业保险县级保费补贴→385.60→
    2130199→301001→农业农村工作专项经费→86.00→
    →301002→某县农业综合行政执法大队→80.50→
    2130110→301002→农业综合行政执法专项经费→42.50→
    2130109→301002→农产品质量安全监测→38.00→
    →301003→某县农业技术推广中心→193.00→48.00
    2130108→301003→农作物重大病虫害统防统治→75.00→
    2130106→301003→基层农技推广体系改革与建设→118.00→48.00
    """
  }

  @Test func aUnitHasTheSumOfItsProjects() {
    expectFindings(Self.projects())
    expectFindings(Self.projects(unit: "⟦1731.60¦error hierarchy-total⟧", first: "1206.00"))
    // A subtotal among the projects: what is to be added, nothing tells.
    expectFindings(Self.projects(first: "1206.00", code: "21301"), by: ["hierarchy-total"])
  }

  /// The names of a project and of what it is spent on stand in other columns; one row of spending is a part too.
  private static func spending(
    project: String = "480000.00", single: String = "480000.00", total: String = "2290000.00"
  ) -> String {
    """
    部门项目支出预算表
    单位：元
    项目分类→项目代码→项目名称→项目单位→功能科目编码→部门经济科目编码→部门经济科目名称→合计→本年一般公共预算→上年结转
    313 事业发展类→532900200000000000417→防汛抗旱专项经费→某州水务局→→→→1550000.00→1200000.00→350000.00
    →→→→2130314→30213→维修（护）费→600000.00→600000.00→
    →→→→2130314→30227→委托业务费→770000.00→420000.00→350000.00
    →→→→2130314→30211→差旅费→180000.00→180000.00→
    312 民生类→532900231100001436520→农村供水工程经费→某州水务局→→→→\(project)→\(project)→
    →→→→2130306→30213→维修（护）费→\(single)→\(single)→
    313 事业发展类→532900210000000000633→质量监督工作经费→某州质量中心→→→→260000.00→260000.00→
    →→→→2130304→30211→差旅费→160000.00→160000.00→
    →→→→2130304→30214→租赁费→100000.00→100000.00→
    合 计→→→→→→→\(total)→1940000.00→350000.00
    """
  }

  @Test func oneRowOfSpendingIsAllOfItsProject() {
    expectFindings(Self.spending())
    expectFindings(Self.spending(total: "⟦2390000.00¦error column-total⟧"), by: ["column-total"])
    let wrong = MarkedDraft(Self.spending(single: "450000.00"))
    #expect(!findings(wrong.bytes, by: ["hierarchy-total"]).isEmpty)
  }

  @Test func quantityTimesPriceIsTheAmount() {
    func table(_ price: String, _ amount: String) -> String {
      """
      新增资产配置表
      单位：元
      资产类别→资产名称→计量单位→数量→单价→金额
      专用设备→实验台→套→120→3500.00→420000.00
      专用设备→数字显微镜→台→40→\(price)→\(amount)
      家具用具→学生课桌椅→套→500→400.00→200000.00
      合计→→→660→→920000.00
      """
    }
    expectFindings(table("7500.00", "300000.00"))
    expectFindings(table("7000.00", "⟦300000.00¦error row-total⟧"))
  }

  @Test func aFormOfTasksAddsUpInRowsAndColumns() {
    func form(_ total: String, _ task: String) -> String {
      """
      部门整体支出绩效目标表
      部门名称→某县农业农村局→→→→
      年度主要任务→任务名称→主要内容→预算金额→→
      →→→总额→财政拨款→其他资金
      →人员及机构运转保障→保障在职人员→2508.21→2508.21→0.00
      →粮食安全与耕地保护→高标准农田建设→\(task)
      →特色产业发展→产业园区建设→945.60→945.60→0.00
      →金额合计→→\(total)→4906.81→26.00
      年度总体目标→粮食播种面积稳定→→→→
      一级指标→二级指标→三级指标→指标值→→
      产出指标→数量指标→粮食播种面积→≥62.4万亩→→
      满意度指标→满意度指标→农民群众满意度→≥90%→→
      """
    }
    expectFindings(form("4932.81", "1479.00→1453.00→26.00"))
    expectFindings(form("⟦4923.81¦error row-total⟧", "1479.00→1453.00→26.00"))
    expectFindings(form("4932.81", "⟦1479.00¦error row-total⟧→1435.00→26.00"))
    // One slip in two columns, and two sums of another scope.
    expectFindings(form("⟦4932.81¦error column-total⟧", "1579.00→1553.00→26.00"))
    expectFindings(form("4932.81", "1617.00→1591.00→26.00"))
  }

  @Test func fixedAssetsAreTheSumOfTheirKinds() {
    func table(_ sum: String, _ last: String = "家具及图书等", _ amount: String = "641.75") -> String {
      """
      国有资产占有使用情况表
      单位：万元
      项目→资产总额→流动资产→固定资产→→→→→无形资产
      →→→小计→房屋构筑物→车辆→设备→\(last)→
      合计→12486.35→862.17→\(sum)→8905.30→18.60→1472.81→\(amount)→585.72
      """
    }
    expectFindings(table("11038.46"))
    expectFindings(table("11038.46", "图书", "541.75"))
    expectFindings(table("⟦11038.46¦error row-total⟧", "家具及图书等", "614.75"))
  }

  @Test func theProjectsOfAListMakeItsTotal() {
    func list(_ total: String) -> String {
      """
      项目支出绩效目标表
      单位：万元
      项目名称→年度预算→项目年度绩效目标→一级指标→二级指标→三级指标→指标值
      高中国家助学金→130.00→发放助学金→产出指标→数量指标→资助学生人数→≥650人
      →→→产出指标→质量指标→认定准确率→=100%
      教学楼维修→120.00→完成维修→产出指标→数量指标→维修教学楼栋数→=2栋
      →→→产出指标→质量指标→验收合格率→=100%
      合计→\(total)→→→→→
      """
    }
    expectFindings(list("250.00"))
    expectFindings(list("⟦260.00¦error column-total⟧"))
  }

  @Test func aFormHasTheMoneyOfItsProjectInTheListOfUnits() {
    func form(_ money: String) -> String {
      """
      \(Self.projects())

      部门预算项目支出绩效目标表
      金额单位：万元
      项目名称→高标准农田建设县级配套资金→→→预算单位→某县农业农村局（机关）
      项目资金→年度资金总额→\(money)→财政拨款→\(money.filter { $0 == "." || $0.isNumber })→其他资金
      年度目标→建设高标准农田→→→→
      一级指标→二级指标→三级指标→指标性质→指标值→度量单位
      产出指标→数量指标→新建面积→≥→1.2→万亩
      """
    }
    expectFindings(form("1260.00"), by: ["cross-table"])
    expectFindings(form("⟦1206.00¦error cross-table⟧"), by: ["cross-table"])
  }
}

/// 类 | 款 | 项 | 单位代码: subjects and projects below the rows of their units.
@Suite struct UnitBlocksTests {
  private static func projects(
    total: String = "376.40", unit: String = "196.40", first: String = "78.00", second: String = "108.00",
    other: String = "20.00"
  ) -> String {
    """
    一般公共预算项目支出预算表
    单位：万元
    科目编码→→→单位代码→单位名称（项目）→金额
    类→款→项→→→
    →→→→合计→\(total)
    →→→301001→某市民政局机关→120.00
    208→02→02→301001→民政业务综合管理→86.00
    208→02→02→301001→信息平台运行维护→34.00
    →→→301002→某市社会福利院→\(unit)
    208→10→01→301002→孤弃儿童养育→\(first)
    208→10→05→301002→供养人员生活护理→\(second)
    208→10→05→301002→消防设施维护→10.40
    →→→301003→某市殡葬服务所→60.00
    208→10→04→301003→惠民殡葬费用减免→40.00
    208→10→04→301003→殡仪设备更新→\(other)
    """
  }

  @Test func theRowOfAUnitIsTheSumOfTheRowsWithItsCode() {
    expectFindings(Self.projects())
    expectFindings(Self.projects(total: "⟦367.40¦error column-total⟧"))
    expectFindings(Self.projects(unit: "⟦169.40¦error hierarchy-total⟧"))
    expectFindings(Self.projects(unit: "⟦196.40¦error hierarchy-total⟧", second: "180.00"))
    // Two units do not hold, and one does: the projects may not be all there are.
    expectFindings(Self.projects(first: "87.00", other: "40.00"), by: ["hierarchy-total"])
  }

  @Test func aSubjectAboveItsProjectsIsNotAddedToThem() {
    let table = """
      一般公共预算项目支出预算表
      单位：万元
      科目编码→→→单位代码→单位名称（科目）→金额
      类→款→项→→→
      →→→→合计→220.00
      →→→301001→某市民政局机关→120.00
      208→02→02→301001→一般行政管理事务→120.00
      208→02→02→301001→民政业务综合管理→86.00
      208→02→02→301001→信息平台运行维护→34.00
      →→→301002→某市社会福利院→100.00
      208→10→05→301002→社会福利事业单位→100.00
      208→10→05→301002→供养人员生活护理→70.00
      208→10→05→301002→消防设施维护→30.00
      """
    expectFindings(table, by: ["hierarchy-total", "column-total"])
  }

  private static func spending(_ unit: String, _ first: String, name: String = "老年福利") -> String {
    """
    部门支出总表
    单位：万元
    科目编码→→→单位代码→单位名称（科目）→合计→基本支出→项目支出
    类→款→项→→→→→
    →→→→合计→300.00→180.00→120.00
    →→→301001→某市民政局机关→\(unit)
    208→02→01→301001→行政运行→\(first)
    208→10→02→301001→\(name)→90.00→→90.00
    →→→301002→某市社会福利院→100.00→70.00→30.00
    208→10→05→301002→社会福利事业单位→100.00→70.00→30.00
    """
  }

  @Test func aRowWrongInTwoColumnsAlikeIsToldAtItsUnit() {
    expectFindings(Self.spending("200.00→110.00→90.00", "110.00→110.00→"))
    expectFindings(Self.spending("⟦200.00¦error hierarchy-total⟧→110.00→90.00", "101.00→101.00→"))
  }

  @Test func aCodeHasOneNameBesideTheCodesOfUnits() {
    func tables(_ subject: String, _ unit: String = "某市社会福利院") -> String {
      let first = Self.spending("200.00→110.00→90.00", "110.00→110.00→")
      let second = Self.spending("200.00→110.00→90.00", "110.00→110.00→", name: subject).replacing(
        "部门支出总表", with: "一般公共预算支出预算表")
      return "某市民政局2025年部门预算\n\n\(first)\n\n\(Self.projects())\n\n"
        + second.replacing("301002→某市社会福利院", with: "301002→\(unit)")
    }
    let rules: Set = ["code-name", "name-mismatch"]
    expectFindings(tables("老年福利"), by: rules)
    expectFindings(tables("⟦老龄福利¦warning code-name⟧"), by: rules)
    expectFindings(tables("老年福利", "⟦某市社会福利所¦warning name-mismatch⟧"), by: rules)
    // A name may leave out what others have.
    expectFindings(tables("老年福利", "某市福利院"), by: rules)
    expectFindings(tables("老年福利", "市社会福利院"), by: rules)
  }

  @Test func aFormHasTheMoneyOfItsProjectBelowTheUnit() {
    func form(_ money: String) -> String {
      """
      \(Self.projects())

      部门预算项目支出绩效目标表
      金额单位：万元
      项目名称→供养人员生活护理→实施单位→某市社会福利院
      项目资金→年度资金总额→\(money)→
      →其中：财政拨款→\(money.filter { $0 == "." || $0.isNumber })→
      年度目标→保障供养人员生活→→
      一级指标→二级指标→三级指标→指标值
      产出指标→数量指标→供养人数→≥60人
      """
    }
    let rules: Set = ["cross-table", "name-mismatch"]
    expectFindings(form("108.00"), by: rules)
    expectFindings(form("⟦180.00¦error cross-table⟧"), by: rules)
  }

  @Test func theProjectsOfTheGeneralBudgetMakeItsProjectExpenditure() {
    func draft(_ projects: String) -> String {
      """
      \(Self.projects())

      一般公共预算支出预算表
      单位：万元
      科目编码→科目名称→合计→基本支出→项目支出→上年结转安排
      →合计→796.40→400.00→\(projects)→20.00
      """
    }
    let rules: Set = ["cross-table"]
    expectFindings(draft("376.40"), by: rules)
    expectFindings(draft("⟦367.40¦warning cross-table⟧"), by: rules)
    // What was carried over is in one of the two.
    expectFindings(draft("356.40"), by: rules)
  }

  @Test func unitsInASentenceHaveTheFiguresOfTheirRowsByOrder() {
    func draft(_ sentence: String) -> String {
      """
      某市民政局2025年部门预算

      二、支出预算情况说明

      支出预算300.00万元，\(sentence)。

      \(Self.spending("200.00→110.00→90.00", "110.00→110.00→"))
      """
    }
    let rules: Set = ["narrative-table"]
    expectFindings(draft("局机关、市社会福利院支出预算分别为200.00万元和100.00万元"), by: rules)
    expectFindings(
      draft("局机关、市社会福利院支出预算分别为⟦100.00万元¦error narrative-table⟧和200.00万元"), by: rules)
    // A name that no row has, beside three that have theirs.
    func short(_ first: String) -> String {
      """
      某市文化局2026年部门预算

      二、收入预算情况说明

      收入预算1000.00万元，分单位看，局本级、图书馆、博物馆、文化馆收入预算分别为400.00万元、\(first)、210.00万元、154.00万元。

      收入总表
      单位：万元
      部门代码→部门名称→合计→一般公共预算
      →合计→1000.00→1000.00
      061001→某市文化局（机关）→400.00→400.00
      061002→某市图书馆→236.00→236.00
      061003→某市博物馆→210.00→210.00
      061004→某市文化馆→154.00→154.00
      """
    }
    expectFindings(short("236.00万元"), by: rules)
    expectFindings(short("⟦263.00万元¦error narrative-table⟧"), by: rules)
    // Nobody knows which unit is meant.
    expectFindings(draft("局机关、县社会福利院支出预算分别为100.00万元和200.00万元"), by: rules)
  }
}
