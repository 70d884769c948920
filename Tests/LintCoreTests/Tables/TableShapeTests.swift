import Testing

@testable import LintCore

/// Tables in shapes that other offices use: what is right in them is silent, and one wrong figure is found.
@Suite struct TableShapeTests {
  private static let totals: [String] = [
    "column-total", "row-total", "hierarchy-total", "balance", "rounding-tail", "score-total", "cross-table",
  ]

  private func found(_ text: String) -> [String] {
    var options = LintOptions()
    options.select = Set(Self.totals)
    return Linter(book: .standard).lint(SourceText(Array(text.utf8)), options: options).findings.map(\.rule)
  }

  @Test func meetingsBelowNumberedItemsAreNoneOfThem() {
    func table(_ total: String) -> String {
      """
      财政拨款“三公”经费、会议费和培训费支出决算表
      单位：万元
      项目→预算数→决算数
      “三公”经费合计→24.00→\(total)
      1.因公出国（境）费→→
      2.公务用车购置及运行维护费→18.00→16.84
      （1）公务用车购置费→→
      （2）公务用车运行维护费→18.00→16.84
      3.公务接待费→6.00→4.27
      会议费→3.50→2.86
      培训费→9.00→7.95
      """
    }
    expectFindings(table("21.11"))
    expectFindings(table("⟦21.71¦error column-total⟧"))
  }

  @Test func threePublicOfTwoYearsBesideEachOther() {
    func table(_ total: String) -> String {
      """
      财政拨款“三公”经费支出表
      单位：万元
      2024年预算数→→→→→→2025年预算数→→→→→
      “三公”经费合计→因公出国（境）费→公务用车购置及运行费→→→公务接待费→“三公”经费合计→因公出国（境）费→公务用车购置及运行费→→→公务接待费
      →→小计→公务用车购置费→公务用车运行费→→→→小计→公务用车购置费→公务用车运行费→
      6.40→0.00→5.60→0.00→5.60→0.80→\(total)→0.00→5.60→0.00→5.60→0.60
      """
    }
    expectFindings(table("6.20"))
    expectFindings(table("⟦9.20¦error row-total⟧"))
  }

  /// Units and their projects without numbers: the last unit has one project only, which repeats it.
  @Test func aUnitWithOneProjectIsNotAddedTwice() {
    func table(_ other: String, _ total: String = "185.00") -> String {
      """
      项目支出预算表
      单位：万元
      项目→总计→财政拨款→其他资金→上年结转
      合计→\(total)→100.00→65.00→20.00
      某市国土局→120.00→100.00→→20.00
      规划编制经费→80.00→60.00→→20.00
      巡查经费→40.00→40.00→→
      某市编制研究中心→65.00→→65.00→
      \(other)→65.00→→65.00→
      """
    }
    expectFindings(table("测绘更新经费"))
    expectFindings(table("测绘更新经费", "⟦158.00¦error column-total⟧"))
  }

  /// One wrong figure keeps two projects from being seen as the parts of their unit: the total is not called wrong for that.
  @Test func partsThatWereMissedMakeNoTotalWrong() {
    expectFindings(
      """
      项目支出预算表
      单位：万元
      项目→总计→财政拨款→其他资金→上年结转
      合计→397.10→312.10→65.00→20.00
      某市国土局→120.00→100.00→→20.00
      规划编制经费→80.00→60.00→→20.00
      巡查经费→40.00→40.00→→
      某市登记中心→212.10→212.10→→
      平台运行经费→124.80→124.80→→
      档案整理经费→83.70→87.30→→
      某市编制研究中心→65.00→→65.00→
      测绘更新经费→65.00→→65.00→
      """, by: ["column-total", "hierarchy-total"])
  }

  @Test func aColumnOfReasonsBeginsNoSide() {
    func table(_ total: String) -> String {
      """
      项目支出成本表
      单位：万元
      项目→金额→测算依据→2023年实际执行数→2024年实际执行数
      保安服务费→191→依据招标文件→191→191
      保洁服务费→99→依据招标文件→99→99
      水电及维修费→524→据实结算→372.88→504.55
      合计→814→→662.88→\(total)
      """
    }
    expectFindings(table("794.55"))
    expectFindings(table("⟦799.55¦error column-total⟧"))
  }

  @Test func aTotalThatNobodyFilledInIsTold() {
    func table(_ total: String) -> String {
      """
      财政拨款收支总表
      单位：万元
      收入→→支出→→→
      项目→预算数→项目→合计→一般公共预算→政府性基金预算
      一、本年收入→300.00→一、本年支出→300.00→270.00→30.00
      （一）一般公共预算→270.00→（一）一般公共服务支出→220.50→220.50→
      （二）政府性基金预算→30.00→（二）教育支出→49.50→49.50→
      →→（三）城乡社区支出→30.00→→30.00
      二、上年结转→→二、年终结转→→→
      收入总计→300.00→\(total)
      """
    }
    expectFindings(table("支出总计→300.00→270.00→30.00"))
    expectFindings(table("⟦支出总计¦warning column-total⟧→300.00→→"))
  }

  @Test func threePublicWithMeetingsAndTraining() {
    func table(_ total: String) -> String {
      """
      某校2024年单位预算

      财政拨款“三公”经费、会议费和培训费支出情况表

      单位：元

      项目\t2023年预算数\t2024年预算数
      合计\t28,600.00\t\(total)
      一、“三公”经费小计\t2,000.00\t1,000.00
      1.因公出国（境）费\t0.00\t0.00
      2.公务接待费\t2,000.00\t1,000.00
      3.公务用车购置及运行维护费\t0.00\t0.00
      二、会议费\t0.00\t0.00
      三、培训费\t26,600.00\t30,400.00

      """
    }
    #expect(found(table("31,400.00")).isEmpty)
    #expect(found(table("34,100.00")) == ["column-total"])
  }

  @Test func threePublicWithAnUnfilledSubtotal() {
    func table(_ operation: String, subtotal: String = "") -> String {
      """
      2024年“三公”经费支出表
      单位：万元
      合计→因公出国（境）费→公务用车购置及运行维护费→→→公务接待费
      →→小计→公务用车购置费→公务用车运行维护费→
      58.00→10.00→\(subtotal)→6.00→\(operation)→3.00
      """
    }
    #expect(found(tabbed(table("39.00"))) == [])
    #expect(found(tabbed(table("39.00", subtotal: "45.00"))) == [])
    #expect(found(tabbed(table("36.00"))) != [])
    #expect(found(tabbed(table("39.00", subtotal: "42.00"))) != [])
  }

  @Test func threePublicInOneHeader() {
    func table(_ reception: String) -> String {
      "某局2022年度部门决算\n\n财政拨款“三公”经费支出决算表\n\n单位：万元\n\n"
        + "“三公”经费合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行维护费小计\t公务用车购置费\t公务用车运行维护费\n"
        + "52.36\t0.00\t\(reception)\t46.50\t17.86\t28.64\n"
    }
    #expect(found(table("5.86")).isEmpty)
    #expect(found(table("8.56")) == ["row-total"])
  }

  @Test(arguments: ["公务用车购置及运行维护费小计", "公务用车购置及运行费合计", "公务用车费小计"])
  func subtotalsOfVehiclesBelowTheYears(head: String) {
    func table(_ cars: String) -> String {
      let heads = "合计\t因公出国（境）费\t\(head)\t公务用车购置费\t公务用车运行维护费\t公务接待费"
      return "某局2022年度部门决算\n\n财政拨款“三公”经费支出决算表\n\n单位：万元\n\n"
        + "预算数\t\t\t\t\t\t决算数\t\t\t\t\t\n\(heads)\t\(heads)\n"
        + "27.00\t0.00\t24.00\t0.00\t24.00\t3.00\t21.57\t0.00\t\(cars)\t0.00\t19.85\t1.72\n"
    }
    #expect(found(table("19.85")).isEmpty)
    #expect(!found(table("18.95")).isEmpty)
  }

  @Test func subtotalsThatHeadTheirRows() {
    func table(_ figure: String) -> String {
      """
      某校2024年单位预算

      政府采购预算情况表

      单位：元

      采购项目\t采购类别\t合计\t一般公共预算\t财政专户管理资金
      合计\t\t1,092,000.00\t580,000.00\t512,000.00
      货物类小计\t货物\t200,000.00\t200,000.00\t
      课桌\t货物\t200,000.00\t200,000.00\t
      服务类小计\t服务\t892,000.00\t380,000.00\t512,000.00
      物业\t服务\t380,000.00\t380,000.00\t
      保安\t服务\t512,000.00\t\(figure)

      """
    }
    #expect(found(table("\t512,000.00")).isEmpty)
    #expect(!found(table("512,000.00\t")).isEmpty)
  }

  @Test func subtotalsInTheSecondColumn() {
    func table(_ figure: String) -> String {
      """
      某局2025年部门预算

      部门项目支出预算情况表

      单位：万元

      单位名称\t项目名称\t合计\t一般公共预算\t事业收入
      合计\t\t533.00\t483.00\t50.00
      局本级\t小计\t343.00\t343.00\t
      \t综合事务\t186.00\t186.00\t
      \t竞赛\t\(figure)\t157.00\t
      文化馆\t小计\t190.00\t140.00\t50.00
      \t演出\t60.00\t60.00\t
      \t开放\t130.00\t80.00\t50.00

      """
    }
    #expect(found(table("157.00")).isEmpty)
    #expect(!found(table("175.00")).isEmpty)
  }

  @Test func unitsUnderOneTotal() {
    func table(_ figure: String) -> String {
      """
      某局2025年部门预算

      部门收入总体情况表

      单位：万元

      单位编码\t单位名称\t合计\t财政拨款\t事业收入
      \t合计\t1020.00\t970.00\t50.00
      106001\t局本级\t600.00\t600.00\t
      106002\t图书馆\t\(figure)\t
      106003\t文化馆\t170.00\t120.00\t50.00

      """
    }
    #expect(found(table("250.00\t250.00")).isEmpty)
    #expect(!found(table("205.00\t205.00")).isEmpty)
  }

  @Test func aClassThatGoesOnInTheNextBlock() {
    func table(_ figure: String) -> String {
      """
      某局2023年度部门决算

      一般公共预算财政拨款基本支出决算表

      单位：万元

      科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数
      301\t工资福利支出\t500.00\t302\t商品和服务支出\t60.00\t30231\t公务用车运行维护费\t\(figure)
      30101\t基本工资\t300.00\t30201\t办公费\t20.00\t30239\t其他交通费用\t18.00
      30102\t津贴补贴\t200.00\t30202\t印刷费\t10.00\t310\t资本性支出\t5.00
      \t\t\t\t\t\t31002\t办公设备购置\t5.00
      人员经费合计\t\t500.00\t公用经费合计\t\t\t\t\t65.00

      """
    }
    #expect(found(table("12.00")).isEmpty)
    #expect(found(table("21.00")).contains("hierarchy-total"))
  }

  @Test(arguments: [
    "公开02表（续）\n\n单位：万元\n\n", "收入决算表（续）\n\n单位：万元\n\n科目编码\t科目名称\t合计\t财政拨款收入\t其他收入\n",
    "某局2023年度部门决算\n\n", "2023年度部门决算公开      12\n\n", "·12·\n\n",
  ])
  func aTableGoesOnBehindAPageBreak(between: String) {
    let head = "2023年度部门决算公开      "
    let text = """
      某局2023年度部门决算

      \(head)1

      \(head)2

      收入决算表

      单位：万元

      科目编码\t科目名称\t合计\t财政拨款收入\t其他收入
      \t合计\t300.00\t294.00\t6.00
      208\t社会保障和就业支出\t100.00\t100.00\t
      20805\t行政事业单位养老支出\t100.00\t100.00\t
      2080505\t基本养老保险缴费支出\t100.00\t100.00\t

      \(between)213\t农林水支出\t200.00\t194.00\t6.00
      21303\t水利\t200.00\t194.00\t6.00
      2130301\t行政运行\t200.00\t194.00\t6.00

      """
    #expect(Draft(SourceText(Array(text.utf8))).tables.count == 1)
    #expect(found(text).isEmpty)
  }

  @Test func peopleAreCountedAndNotRounded() {
    func table(_ figure: String) -> String {
      "某局2025年部门预算\n\n单位编制情况表\n\n序号\t单位名称\t单位性质\t编制人数\n"
        + "1\t局本级\t行政单位\t46\n2\t支队\t参公单位\t32\n3\t图书馆\t事业单位\t24\n4\t文化馆\t事业单位\t21\n"
        + "5\t博物馆\t事业单位\t20\n合计\t\t\t\(figure)\n"
    }
    #expect(found(table("143")).isEmpty)
    #expect(found(table("145")) == ["column-total"])
  }

  @Test func pointsWithTheirUnit() {
    let form = """
      某局2023年度部门决算

      项目支出绩效自评表

      项目名称\t节水\t\t\t\t\t\t
      项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
      \t年度资金总额\t150\t150\t150\t10分\t100%\t10分
      一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
      产出指标\t数量指标\t节水型单位\t1.2公里\t1.25公里\t60\t60\t
      效益指标\t社会效益\t知晓率\t≥80%\t87%\t30\t30\t
      总分\t\t\t\t\t100\t100\t

      """
    #expect(found(form).isEmpty)
  }

  @Test func subjectsThatChangedPlaces() {
    func draft(_ first: String, _ second: String) -> String {
      """
      某局2025年部门预算

      部门支出总体情况表

      单位：万元

      科目编码\t科目名称\t合计\t基本支出\t项目支出
      \t合计\t1405.91\t860.91\t545.00
      207\t文化旅游体育与传媒支出\t1405.91\t860.91\t545.00
      20701\t文化和旅游\t1405.91\t860.91\t545.00
      2070104\t图书馆\t703.75\t468.75\t235.00
      2070109\t群众文化\t702.16\t392.16\t310.00

      一般公共预算支出情况表

      单位：万元

      科目编码\t科目名称\t合计\t基本支出\t项目支出\t上年结转
      \t合计\t1405.91\t860.91\t545.00\t120.50
      207\t文化旅游体育与传媒支出\t1405.91\t860.91\t545.00\t120.50
      20701\t文化和旅游\t1405.91\t860.91\t545.00\t120.50
      2070104\t图书馆\t\(first)\t120.50
      2070109\t群众文化\t\(second)\t

      """
    }
    let (library, culture) = ("703.75\t468.75\t235.00", "702.16\t392.16\t310.00")
    #expect(!found(draft(library, culture)).contains("cross-table"))
    #expect(found(draft(culture, library)).contains("cross-table"))
  }

  @Test func aNameBrokenOverTwoLinesIsOneRow() {
    func table(_ total: String, name: String = "使用非财政拨款结余（含专用\n结余）") -> String {
      """
      表一 收入支出决算总表
      单位：万元
      收入→行次→金额→支出→行次→金额
      一、财政拨款收入→1→400.00→一、卫生健康支出→5→430.50
      本年收入合计→2→400.00→本年支出合计→6→430.50
      \(name)→3→60.00→结余分配→7→20.00
      年初结转和结余→4→10.50→年末结转和结余→8→20.00
      总计→→\(total)→总计→→470.50

      """.replacing("→", with: "\t")
    }
    #expect(found(table("470.50")).isEmpty)
    #expect(found(table("470.50", name: "使用非财政拨款结余")).isEmpty)
    #expect(found(table("407.50")).contains("balance"))
  }

  @Test func partsBelowOfWhichAreNoItemsOfTheTotal() {
    func table(_ total: String) -> String {
      """
      表一 收入支出决算总表
      单位：万元
      收入→金额→支出→金额
      一、财政拨款收入→400.00→一、卫生健康支出→430.50
      本年收入合计→400.00→本年支出合计→430.50
      使用非财政拨款结余→60.00→结余分配→20.00
      →→  其中：提取专用结余→8.00
      →→      转入非财政拨款结余→11.50
      年初结转和结余→10.50→年末结转和结余→20.00
      总计→470.50→总计→\(total)

      """.replacing("→", with: "\t")
    }
    #expect(found(table("470.50")).isEmpty)
    #expect(found(table("480.50")).contains("balance"))
  }

  @Test func averageScoresAreNoSums() {
    let table = """
      表十 项目支出绩效自评结果
      单位：万元
      序号→项目名称→全年预算数→全年执行数→自评得分
      1→甲项目→100.00→90.00→98.50
      2→乙项目→200.00→190.00→96.50
      3→丙项目→300.00→300.00→97.20
      合计→→600.00→580.00→97.40

      """.replacing("→", with: "\t")
    #expect(found(table).isEmpty)
    #expect(found(table.replacing("580.00", with: "508.00")) == ["column-total"])
  }

  @Test func aChangeOfAPartMayExceedThatOfItsWhole() {
    let table = """
      “三公”经费预算增减情况表
      单位：万元
      项目→2024年预算→2025年预算→增减额
      公务用车购置及运行费→23.00→57.50→34.50
      其中：公务用车购置费→0.00→36.00→36.00
      公务用车运行费→23.00→21.50→-1.50

      """.replacing("→", with: "\t")
    var options = LintOptions()
    options.select = ["of-which"]
    func rules(_ text: String) -> [String] {
      Linter(book: .standard).lint(SourceText(Array(text.utf8)), options: options).findings.map(\.rule)
    }
    #expect(rules(table).isEmpty)
    #expect(
      rules(table.replacing("0.00→36.00", with: "").replacing("\t0.00\t36.00", with: "\t0.00\t63.00")) == [
        "of-which"
      ])
  }

  @Test func rowsWithOfWhichBelowTheLastItemDivideTheTotal() {
    expectFindings(
      """
      项目支出表
      单位：万元
      项目→合计→一般公共预算→其他
      高标准农田→9017.70→9017.70→
      横向课题→18.60→→18.60
      其中：上级转移支付资金→7842.15→7842.15→
      本级资金→1194.15→1175.55→18.60
      合计→9036.30→9017.70→18.60
      """, by: ["of-which"])
    expectFindings(
      """
      项目支出表
      单位：万元
      项目→合计→一般公共预算→其他
      高标准农田→9017.70→9017.70→
      横向课题→18.60→→18.60
      其中：上级转移支付资金→⟦81.60¦error of-which⟧→→
      合计→9036.30→9017.70→18.60
      """, by: ["of-which"])
  }

  @Test func whatTheAuthorityRunsOnIsBesideTheThreePublicExpenses() {
    func table(_ operation: String) -> String {
      """
      2024年“三公”经费和机关运行经费预算表
      单位：万元
      项目→2024年预算数
      “三公”经费合计→33.95
      1.因公出国（境）费→14.80
      2.公务接待费→4.30
      3.公务用车购置及运行费→\(operation)
      其中：（1）公务用车购置费→0.00
      （2）公务用车运行费→14.85
      机关运行经费→436.28
      """
    }
    expectFindings(table("14.85"), by: ["hierarchy-total", "column-total"])
    expectFindings(table("⟦18.45¦error hierarchy-total⟧"), by: ["hierarchy-total"])
  }

  @Test func anUnfilledRowOfVehiclesIsStoodInForByItsParts() {
    func table(_ reception: String) -> String {
      """
      “三公”经费预算表
      单位：万元
      项目→2024年预算
      “三公”经费→5.60
      其中：（一）因公出国（境）支出→
      （二）公务用车购置及运行维护支出→
      1.公务用车购置→
      2.公务用车运行维护费→3.60
      （三）公务接待费支出→\(reception)

      """.replacing("→", with: "\t")
    }
    #expect(found(table("2.00")).isEmpty)
    #expect(found(table("2.50")) == ["column-total"])
    let withoutPurchase = table("2.00").replacing("1.公务用车购置\t\n2.", with: "其中：")
    #expect(found(withoutPurchase).isEmpty)
    #expect(found(withoutPurchase.replacing("3.60", with: "3.06")) == ["column-total"])
  }

  @Test func anUnfilledClassIsStoodInForByItsItems() {
    func table(_ item: String) -> String {
      """
      支出预算表
      单位：万元
      科目编码→科目名称→预算数
      →合计→100.00
      201→一般公共服务支出→
      20103→政府办公厅（室）及相关机构事务→
      2010301→行政运行→\(item)
      208→社会保障和就业支出→40.00

      """.replacing("→", with: "\t")
    }
    #expect(found(table("60.00")).isEmpty)
    #expect(found(table("66.00")) == ["column-total"])
  }

  /// Tables as converters leave them: what is right in them is silent, and a wrong figure is found.
  @Test(arguments: [
    // Codes before the names, filled up to seven digits, and a class whose group is blank.
    (
      "项目→合计\n合计→⟨600.00⟩\n212城乡社区支出→600.00\n21208国有土地使用权出让收入安排的支出→600.00\n2120804农村基础设施建设支出→600.00", "620.00"
    ),
    (
      "项目→合计\n合计→⟨820.00⟩\n2010000-一般公共服务支出→700.00\n2010300-政府办公厅（室）及相关机构事务→700.00\n2010301-行政运行→700.00\n2080000-社会保障和就业支出→120.00",
      "802.00"
    ),
    (
      "科目编码→科目名称→合计\n→合计→⟨300.00⟩\n213→农林水支出→300.00\n21303→水利→\n2130301→行政运行→220.00\n2130305→水利工程建设→80.00",
      "330.00"
    ),
    // Total rows with a colon, words for nothing, averages, columns of whole numbers below a header printed again.
    ("项目→金额\n一、工资福利支出→600.00\n二、资本性支出→10.00\n其中：办公设备购置→4.00\n合计：→⟨610.00⟩", "601.00"),
    (
      "科目编码→科目名称→合计→基本支出→项目支出\n→合计→⟨500.00⟩→400.00→100.00\n201→一般公共服务支出→300.00→300.00→无\n205→教育支出→200.00→100.00→100.00",
      "550.00"
    ),
    (
      "科目编码→科目名称→合计→基本支出→项目支出\n→合计→⟨500.00⟩→400.00→100.00\n201→一般公共服务支出→300.00→300.00→NaN\n205→教育支出→200.00→100.00→100.00",
      "550.00"
    ),
    ("单位→人数→合计→人均\n合计→20→⟨300.00⟩→15.00\n本级→10→200.00→20.00\n水文站→10→100.00→10.00", "330.00"),
    (
      "科目编码→科目名称→合计→基本支出→经营支出\n206→科学技术支出→⟨2437.42⟩→2169.42→268\n20603→应用研究→2437.42→2169.42→268\n科目编码→科目名称→合计→基本支出→经营支出\n→合计→2437.42→2169.42→268",
      "2473.42"
    ),
    // The same subject of two units, with the same figure.
    (
      "科目编码→科目名称→单位名称→合计\n→合计→→⟨220.00⟩\n2010301→行政运行→某局本级→50.00\n2010301→行政运行→某站→50.00\n2080505→养老保险缴费支出→某局本级→60.00\n2080505→养老保险缴费支出→某站→60.00",
      "202.00"
    ),
    // The heads of “三公” in one row.
    ("合计→因公出国（境）费→小计→公务用车购置费→公务用车运行费→公务接待费\n⟨18.60⟩→0.00→13.50→0.00→13.50→5.10", "16.80"),
    (
      "合计→“三公”经费小计→因公出国（境）费→公务接待费→公务用车购置费→公务用车运行费→会议费→培训费\n25.60→⟨18.60⟩→0.00→5.10→0.00→13.50→3.00→4.00",
      "16.80"
    ),
  ])
  func whatConvertersLeave(rows: String, wrong: String) {
    func text(_ rows: String) -> String {
      "某局2023年度部门决算\n\n二、支出决算表\n\n单位：万元\n\(rows)\n".replacing("→", with: "\t")
    }
    let right = rows.replacing("⟨", with: "").replacing("⟩", with: "")
    #expect(found(text(right)).isEmpty)
    let start = rows.prefix { $0 != "⟨" }
    let end = rows.drop { $0 != "⟩" }.dropFirst()
    #expect(!found(text(start + wrong + end)).isEmpty)
  }

  @Test func threePublicWithBudgetAndAccountsBelowEachItem() {
    func table(_ vehicles: String, _ spent: String) -> String {
      """
      2024年度财政拨款“三公”经费和机关运行经费支出决算表
      单位：万元
      “三公”经费→→→→→→→→→→→→机关运行经费→
      合计→→因公出国（境）费→→公务用车购置及运行维护费→→→→→→公务接待费→→预算数→决算数
      →→→→小计→→公务用车购置费→→公务用车运行维护费→→→→→
      预算数→决算数→预算数→决算数→预算数→决算数→预算数→决算数→预算数→决算数→预算数→决算数→→
      75.70→\(spent)→12.00→9.86→\(vehicles)→54.11→18.00→17.63→42.50→36.48→3.20→0.74→228.60→216.74
      """
    }
    expectFindings(table("60.50", "64.71"))
    expectFindings(table("⟦60.05¦error row-total⟧", "64.71"))
    expectFindings(table("60.50", "⟦67.41¦error row-total⟧"))
  }

  private static let basics = """
    经费控制情况→2022年决算数→2023年预算数→2023年决算数
    三公经费→15.36→16.50→14.21
    1、公务用车购置和维护经费→10.24→10.50→9.85
    其中：公车购置→0.00→0.00→0.00
    公车运行维护→10.24→10.50→9.85
    2、出国经费→0.00→0.00→0.00
    3、公务接待→5.12→6.00→4.36
    项目支出：→→→
    1、水利工程运行维护专项→298.40→280.00→312.60
    2、防汛抗旱专项→142.75→130.00→168.45
    公用经费→186.42→180.00→178.01
    其中：办公经费→20.14→19.00→18.62
    水费、电费、差旅费→25.30→24.50→23.51
    政府采购金额→——→520.00→502.00
    """

  @Test func rowsThatHeadNumbersOfTheirOwnAreNoParts() {
    let title = "部门整体支出绩效评价基础数据表\n单位：万元\n"
    let people = "财政供养人员情况→编制数→2023年实际在职人数→控制率\n→92→86→93.48%\n"
    expectFindings(title + Self.basics, by: ["hierarchy-total", "column-total"])
    expectFindings(title + people + Self.basics, by: ["hierarchy-total", "column-total"])
    expectFindings(
      title + people
        + Self.basics.replacing(
          "1、水利工程运行维护专项→298.40→280.00→312.60\n2、防汛抗旱专项→142.75→130.00→168.45\n", with: ""),
      by: ["hierarchy-total", "column-total"])
  }
}
