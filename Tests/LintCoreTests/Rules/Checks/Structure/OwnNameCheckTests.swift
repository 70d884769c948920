import Testing

@testable import LintCore

@Suite struct OwnNameCheckTests {
  private static let rules: Set<String> = ["name-mismatch"]

  /// Four tables of one unit, the last with a name to change.
  static func tables(_ name: String, text: String = "") -> String {
    let names = ["松江县水利局", "松江县水利局", "松江县水利局", name]
    let parts = names.enumerated().map { index, name in
      "表\(index + 1)名称一览支出表\n部门：\(name)\n单位：万元\n项目→金额\n甲→1.00\n乙→2.00\n合计→3.00\n"
    }
    return parts.joined(separator: "\n") + "\n" + text + "\n"
  }

  @Test(arguments: [
    "松江县水利局", "松江县水利局（本级）", "松江县水利局机关", "松江县水利工程管理站", "松江县第一水厂", "松江县水利局水政监察大队",
  ])
  func theOwnNameAndUnitsBelowAreSilent(name: String) {
    expectFindings(Self.tables(name), by: Self.rules)
  }

  @Test(arguments: [
    "中共松江市北江区委组织部", "中共松江市北江区委员会组织部", "⟦中共松江市北江区组织部¦warning name-mismatch⟧", "中共松江市\n北江区委宣传部",
    "⟦中共松江市\n北江区宣传部¦warning name-mismatch⟧",
    "松江市北江区党校",
  ])
  func organsOfThePartyAreCalledAfterTheirCommittee(name: String) {
    expectFindings("# 2024年度\(name)部门预算\n\n# 目录\n\n本部门负责有关工作，预算为120万元。\n", by: Self.rules)
  }

  /// A verb and a short name have as many characters as the whole name, and are none.
  @Test(arguments: [
    "纳入县水利局2025年部门预算编制范围的单位如下：", "列入县水利局2025年部门预算的单位共3个。", "归口县水利局机关管理的资金2万元。",
    "⟦松山县水利局¦warning name-mismatch⟧2025年部门预算编制范围如下：",
  ])
  func aVerbBeforeAShortNameIsNoName(text: String) {
    expectFindings(Self.tables("松江县水利局", text: text), by: Self.rules)
  }

  /// The own name without one of its ideographs, or with one that looks or sounds like it.
  @Test(arguments: [
    "按照要求，⟦松江县疾病预防控制心¦warning name-mismatch⟧组织自评。", "由⟦松江县疾病防控制中心¦warning name-mismatch⟧负责。",
    "由⟦松江县疾病预防空制中心¦warning name-mismatch⟧负责。", "由松江县疾病预防控制中心负责。",
    // Other bodies, short names, and what stands twice.
    "由松江县疾病应急控制中心负责。", "由松江县疾控中心负责。", "由松江县疾病预防中心负责。", "松江县疾病预防控制心与松江县疾病预防控制心。",
  ])
  func aSlipInTheOwnNameIsTold(text: String) {
    let name = "松江县疾病预防控制中心"
    expectFindings(Self.tables(name, text: text).replacing("松江县水利局", with: name), by: Self.rules)
  }

  /// What names leave out makes no slip.
  @Test(arguments: [
    ("松江县住房和城乡建设局", "松江县住房城乡建设局"), ("松江县第一人民医院", "松江县一人民医院"), ("松江县中医医院", "松江县中医院"),
    ("松江县教育工会联合会", "松江县教育工会会长"), ("松江县农业技术推广中心", "松江县农机技术推广中心"),
  ])
  func whatNamesLeaveOutIsSilent(name: String, other: String) {
    expectFindings(Self.tables(name, text: "由\(other)负责。").replacing("松江县水利局", with: name), by: Self.rules)
  }

  @Test func aBodyThatTheTextNamesIsSilent() {
    expectFindings(Self.tables("松江县水务局", text: "下属单位包括松江县水务局等三家。"), by: Self.rules)
  }

  /// A heading that ends with its year leaves nothing to look for a name in.
  @Test(arguments: ["# 第三部分  2025", "第三部分 2025", "# 2025"])
  func aHeadingThatEndsWithItsYearIsSilent(text: String) {
    #expect(findings(Array(text.utf8), by: Self.rules).isEmpty)
  }

  @Test func theNameOfAnotherDraftAboveATableIsTold() {
    for name in ["松江县水务局", "松江县林业局", "青江县水利局"] {
      expectFindings(Self.tables("⟦\(name)¦warning name-mismatch⟧"), by: Self.rules)
    }
  }

  @Test func theNameThatOpensASentenceIsTold() {
    expectFindings(
      Self.tables("松江县水利局", text: "⟦松江县水务局¦warning name-mismatch⟧2024年没有安排政府性基金支出。"), by: Self.rules)
    expectFindings(
      Self.tables("松江县民政局", text: "松江县财政局2024年批复了本部门预算。").replacing("水利局", with: "民政局"),
      by: Self.rules)
    expectFindings(
      Self.tables("松江县水利局", text: "松江县财政局2024年下达专项资金，松江县财政局另行通知。"), by: Self.rules)
  }

  @Test(arguments: [
    "⟦松江县林业局¦warning name-mismatch⟧为县级一级预算单位，内设4个股室。", "松江县水政监察大队为二级预算单位。",
    "松江县水利局为县级一级预算单位，内设4个股室。", "2025年，⟦松源县水利局¦warning name-mismatch⟧部门主要任务是：修建水库。",
    "2025年，松江县水利局部门主要任务是：修建水库。",
  ])
  func whoseTasksAndLevelATextTellsIsTheUnit(text: String) {
    expectFindings(Self.tables("松江县水利局", text: text), by: Self.rules)
  }

  @Test func theUnitThatCarriesOutOneProjectOfItsOwnDraftIsTold() {
    func form(_ executor: String) -> String {
      "项目支出绩效自评表\n项目名称→某项目→实施单位→\(executor)\n年度总体目标→完成甲→→\n一级指标→二级指标→三级指标→指标值\n"
        + "产出指标→数量指标→座数→≥2座\n\n# 下一张\n\n"
    }
    let own = form("松江县公园管理中心")
    let all = own + own + own + form("⟦松江县绿化养护中心¦warning name-mismatch⟧")
    expectFindings("# 松江县公园管理中心2024年度绩效自评材料\n\n" + all, by: Self.rules)
    expectFindings("# 松江县公园管理中心\n\n# 绩效自评材料\n\n" + all, by: Self.rules)
    // Units of a department that is not named.
    expectFindings(own + own + own + form("松江县绿化养护中心"), by: Self.rules)
    // Units of a department carry out its projects in turn.
    expectFindings(Self.tables("松江县水利局") + form("松江县水文站") + form("松江县水利站"), by: Self.rules)
  }

  @Test(arguments: [
    "松江县灌溉管理局2024年收入总计20.00万元。", "松江县林业局没有使用的河道由本局管理。", "松江县灌溉管理局为公益一类事业单位。",
    "松江县财政局没有安排政府性基金预算。", "本年度松江县水利局没有安排政府性基金预算。", "青江县水利局没有移交政府采购项目。",
    "⟦青江县水利局¦warning name-mismatch⟧没有使用政府性基金预算安排的支出。",
    "⟦松江县林业局¦warning name-mismatch⟧无国有资本经营预算财政拨款收支。",
  ])
  func whatTheUnitHasNoneOfIsSaidOfItself(text: String) {
    expectFindings(Self.tables("松江县水利局", text: text), by: Self.rules)
  }

  @Test(arguments: [
    "经⟦白河市江源区教育局¦warning name-mismatch⟧批准，对实训室实施改造。临江区教育局另行通知。",
    "经白河市江源区教育局批准，对实训室实施改造。", "与白河市江源区教育局开展交流。临江区教育局另行通知。",
    "经白河市江源区教育局批准，江源区教师到校，临江区教育局另行通知。", "经白河市临江区教育局批准。",
  ])
  func anOfficeOfAnotherDistrictIsTold(text: String) {
    let tables = Self.tables("松江县水利局", text: text).replacing("松江县水利局", with: "白河市临江区职业中学")
    expectFindings(tables, by: Self.rules)
  }

  /// Six tables of one school, one of them with a name to change.
  private static func schools(_ name: String, executor: String = "云溪县第二初级中学", text: String = "") -> String {
    let parts = (1...6).map { index in
      "第\(index)类支出决算表\n单位：\(index == 4 ? name : "云溪县第二初级中学")\n金额单位：万元\n项目→金额\n甲→1.00\n乙→2.00\n合计→3.00\n"
    }
    let form = """
      项目支出绩效自评表
      项目名称→校舍维修→→
      主管部门→云溪县教育局→实施单位→\(executor)
      一级指标→二级指标→三级指标→指标值
      产出指标→数量指标→维修面积→≥120平方米
      """
    return parts.joined(separator: "\n") + "\n\(text)\n\n" + form
  }

  @Test func anotherSchoolAboveOneTableIsTold() {
    expectFindings(Self.schools("云溪县第二初级中学"), by: Self.rules)
    expectFindings(Self.schools("⟦云溪县第一初级中学¦warning name-mismatch⟧"), by: Self.rules)
    expectFindings(Self.schools("⟦龙泉县实验小学¦warning name-mismatch⟧"), by: Self.rules)
    // Schools that the draft speaks of, short forms, and offices below are nobody's slip.
    expectFindings(Self.schools("云溪县第一初级中学", text: "本校与云溪县第一初级中学结对。"), by: Self.rules)
    expectFindings(Self.schools("云溪二中"), by: Self.rules)
    expectFindings(Self.schools("云溪县教学仪器站"), by: Self.rules)
  }

  @Test func theSchoolOfAnotherNumberCarriesOutNothing() {
    expectFindings(
      Self.schools("云溪县第二初级中学", executor: "⟦云溪县第一初级中学¦warning name-mismatch⟧"), by: Self.rules)
    expectFindings(Self.schools("云溪县第二初级中学", executor: "云溪县教学仪器站"), by: Self.rules)
  }

  @Test(arguments: [
    ("松江县水利局", "指本级财政当年拨付的资金"), ("松江县水利局", "指⟦省级财政¦warning name-mismatch⟧当年拨付的资金"),
    ("松江县水利局", "指中央和省级财政当年拨付的资金"), ("松江县水利局", "指上级和省级财政安排的资金"),
    ("松江县水利局", "指⟦市级财政¦warning name-mismatch⟧部门拨付的资金"), ("松江市水利局", "指市级财政部门拨付的资金"),
    ("松江市水利局", "指⟦省级财政¦warning name-mismatch⟧预算安排的资金"), ("松江省水利厅", "指省级财政当年拨付的资金"),
    ("松江省水利厅", "指⟦市级财政¦warning name-mismatch⟧当年拨付的资金"), ("松江省市场监督管理局", "指省级财政当年拨付的资金"),
    ("松江省自然保护区管理局", "指省级财政当年拨付的资金"), ("松江自治区水利厅", "指自治区本级财政当年拨付的资金"),
  ])
  func theGlossarySpeaksOfTheLevelOfTheUnit(name: String, words: String) {
    let text = Self.tables(name, text: "# 名词解释\n\n一、财政拨款收入：\(words)。").replacing("松江县水利局", with: name)
    expectFindings(text, by: Self.rules)
  }

  @Test(arguments: [
    "松江县水利局为县政府工作部门，内设科室9个。", "松江县水利局内设8个股室。", "县水利局所属防汛办内设科室3个。", "松江县水利局2024年增设内设科室2个。",
    "松江县林业局内设科室8个。", "松江县水利局为县政府工作部门，内设科室⟦8个¦warning narrative-repeat⟧，下属单位3个。",
    "县水利局内设办公室、财务科等⟦8个¦warning narrative-repeat⟧科室。", "本单位内设科室⟦8个¦warning narrative-repeat⟧。",
  ])
  func theOfficesOfAUnitAreCountedAlike(text: String) {
    let first = "（一）机构设置。县水利局内设办公室、财务科、人事科、水政科、水保科、农水科、河湖科、建管科、防汛科等9个科室。"
    expectFindings(
      Self.tables("松江县水利局", text: first + "\n\n" + text), by: ["narrative-repeat"])
  }

  @Test(arguments: [
    "共2个单位，即机关和⟦松江县水库运行管理所¦warning name-mismatch⟧。", "共2个单位，即机关和⟦松江县水利研究院¦warning name-mismatch⟧。",
    "松江县水利科学技术推广站和松江县水库所在地。",
    "分单位看，松江县水利科学研究院20.00万元。", "分单位看，⟦松江县水利科学研究所¦warning name-mismatch⟧20.00万元。",
    "松江县水利科学研究所更名为松江县水利科学研究院。", "松江县水利科学研究所、松江县水利科学研究所。",
  ])
  func aUnitOfTheListHasOneName(text: String) {
    let list = "预算单位表\n单位：万元\n单位名称→金额\n松江县水利科学研究院→20.00\n松江县水库管理所→10.00\n合计→30.00\n"
    let again = "所属单位有松江县水利科学研究院、松江县水库管理所。"
    expectFindings(list + "\n" + again + "\n\n" + text, by: Self.rules)
  }
}
