import Testing

@testable import LintCore

/// Rows and figures that stand in another place than their codes and totals say.
@Suite struct CodePlaceTests {
  private static func table(_ rows: String) -> String {
    """
    支出决算表
    单位：万元
    科目编码→科目名称→合计→基本支出→项目支出→经营支出
    \(rows)
    """
  }

  private static let ordered = """
    →合计→150.00→100.00→40.00→10.00
    210→卫生健康支出→60.00→60.00→→
    21011→行政事业单位医疗→60.00→60.00→→
    2101101→行政单位医疗→35.00→35.00→→
    2101102→事业单位医疗→25.00→25.00→→
    213→农林水支出→90.00→40.00→40.00→10.00
    21303→水利→90.00→40.00→40.00→10.00
    2130301→行政运行→28.00→28.00→→
    2130304→水利行业业务管理→20.00→12.00→8.00→
    2130305→水利工程建设→32.00→→32.00→
    2130399→其他水利支出→10.00→→→10.00
    """

  @Test func aTableInOrderIsSilent() {
    expectFindings(Self.table(Self.ordered), by: arithmeticRules.union(["code-name"]))
  }

  @Test func anItemAmongThoseOfAnotherParentIsTold() {
    let rows = Self.ordered.replacing("2101102→事业单位医疗→25.00→25.00→→\n", with: "").replacing(
      "2130305→", with: "2101102→⟦事业单位医疗¦error code-name⟧→25.00→25.00→→\n2130305→")
    expectFindings(Self.table(rows), by: ["code-name"])
  }

  @Test func codesThatALineBreakHasPartedAreWhole() {
    let parted = Self.ordered.replacing("2101101→", with: "21011 01→").replacing(
      "2130304→", with: "213 03 04→")
    expectFindings(Self.table(parted), by: arithmeticRules.union(["code-name"]))
  }

  @Test(arguments: ["210110→", "2101 101→", "21011 1→", "农21011 01→"])
  func otherWordsAreNoCodes(cell: String) {
    let draft = draft(Self.table(Self.ordered.replacing("2101101→", with: cell)))
    #expect(draft.tables[0].sides[0].rows[3].code != 2_101_101)
  }

  @Test func aNameLongerThanThatOfTheClassesIsTold() {
    func tables(_ name: String) -> String {
      let others = ["收入预算表", "支出预算表"].map {
        "\n\($0)\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n2101102→事业单位医疗→25.00→25.00→\n"
      }
      return others.joined() + "\n财政拨款支出预算表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n2101102→\(name)→25.00→25.00→\n"
    }
    expectFindings(tables("⟦事业单位医疗补助¦warning code-name⟧"), by: ["code-name"])
    expectFindings(tables("事业单位医疗"), by: ["code-name"])
    expectFindings(tables("事业单位医"), by: ["code-name"])
    expectFindings(tables("事业单位医疗（2101102）"), by: ["code-name"])
  }

  @Test func aCodeHasOneNameInAllTables() {
    let other = """

      政府采购预算表
      科目编码→科目名称→采购项目→金额
      2101101→行政单位医疗→复印纸→1.00
      2130304→⟦水利业务¦warning code-name⟧→打印机→2.00
      2130301→行政运行（水利）→打印机→3.00
      """
    expectFindings(Self.table(Self.ordered) + "\n" + other, by: ["code-name"])
    expectFindings(
      Self.table(Self.ordered) + "\n" + other.replacing("⟦水利业务¦warning code-name⟧", with: "水利行业业务"),
      by: ["code-name"])
  }

  @Test func listsOfSeveralUnitsAndOtherOrdersAreSilent() {
    let units = """
      →甲单位→60.00→60.00→→
      2101101→行政单位医疗→35.00→35.00→→
      2130301→行政运行→25.00→25.00→→
      →乙单位→40.00→40.00→→
      2101101→行政单位医疗→15.00→15.00→→
      2130301→行政运行→25.00→25.00→→
      """
    expectFindings(Self.table(units), by: ["code-name"])
  }

  @Test func aFigureInTheColumnBesideItsOwnIsMarked() {
    let rows = Self.ordered.replacing(
      "2130399→其他水利支出→10.00→→→10.00", with: "2130399→其他水利支出→10.00→→⟦10.00¦error hierarchy-total⟧→")
    expectFindings(Self.table(rows), by: arithmeticRules)
  }

  @Test func aRowOfRatesIsNotAddedUp() {
    let table = """
      近两年支出对比表
      单位：万元
      年度→合计→甲→乙
      2023年→90.00→30.00→60.00
      2024年→99.00→36.00→63.00
      增减%→10.00→20.00→5.00
      """
    expectFindings(table)
    expectFindings(table.replacing("99.00→36", with: "⟦98.00¦error row-total⟧→36"))
  }

  @Test func theFirstNumberedRowIsNoTotalOfTheNext() {
    expectFindings(
      """
      收支平衡表
      单位：万元
      收入→决算数→支出→决算数
      总计→100→总计→100
      一、本级收入→40→一、支出合计→70
      二、转移性收入→60→二、转移性支出→30
      """)
  }
}

/// Codes with the names of other codes.
@Suite struct SubjectNameTests {
  private static func table(_ row: String, year: Int = 2024) -> String {
    """
    # \(year)年某局部门预算

    \(year)年一般公共预算基本支出表

    单位：万元

    科目编码→科目名称→合计→人员经费→公用经费
    →合计→12.00→→12.00
    302→商品和服务支出→12.00→→12.00
    30201→办公费→2.00→→2.00
    \(row)→10.00→→10.00
    """
  }

  @Test(arguments: [
    "30215→会议费", "30217→公务接待费", "30299→其他商品和服务支出", "30216→培训", "30231→公务用车运行费", "30216→业务培训支出", "30288→某种新支出",
  ])
  func namesOfTheirOwnCodesAndUnknownNamesAreSilent(row: String) {
    expectFindings(Self.table(row), by: ["code-name"])
  }

  @Test func theNameOfAnotherCodeIsTold() {
    expectFindings(Self.table("30216→⟦会议费¦warning code-name⟧"), by: ["code-name"])
    // No class has the code.
    expectFindings(Self.table("30251→⟦会议费¦warning code-name⟧"), by: ["code-name"])
    // The economic classes were others then.
    expectFindings(Self.table("30216→会议费", year: 2016), by: ["code-name"])
  }
}

/// An item that two tables list with two codes.
@Suite struct ContradictingCodeTests {
  private static func draft(_ second: String) -> String {
    func table(_ title: String, _ row: String) -> String {
      "\(title)\n\n单位：万元\n\n科目编码→科目名称→合计\n→合计→12.00\n213→农林水支出→12.00\n21302→林业和草原→12.00\n\(row)→12.00\n\n"
    }
    return "# 2024年某局部门预算\n\n" + table("支出总表", "2130206→技术推广与转化")
      + table("一般公共预算支出表", second)
  }

  @Test(arguments: [
    "2130206→技术推广与转化", "2130208→⟦技术推广与转化¦warning code-name⟧", "2130260→⟦技术推广与转化¦warning code-name⟧",
    "2130211→技术推广与转化", "2130208→其他林业和草原支出",
  ])
  func oneNameHasOneCode(row: String) { expectFindings(Self.draft(row), by: ["code-name"]) }
}

@Suite struct NamedPartsTests {
  @Test func aFigureWhereNothingWasSpentIsTold() {
    func table(_ abroad: String, meetings: String = "") -> String {
      """
      “三公”经费支出决算表
      单位：万元
      合计→因公出国（境）费→公务用车购置及运行费小计→公务用车购置费→公务用车运行费→公务接待费\(meetings.isEmpty ? "" : "→会议费")
      ⟦25.20⟧→\(abroad)→18.36→0.00→18.36→6.84\(meetings.isEmpty ? "" : "→" + meetings)
      """
    }
    expectFindings(table("0.00").replacing("⟦25.20⟧", with: "25.20"))
    expectFindings(table("4.00").replacing("⟦25.20⟧", with: "⟦25.20¦error row-total⟧"))
    // The total may hold 会议费 besides.
    expectFindings(table("0.00", meetings: "3.00").replacing("⟦25.20⟧", with: "28.20"))
  }

  @Test func whatWasCarriedOverIsThatOfItsFunds() {
    func table(_ fund: String) -> String {
      """
      财政拨款收入支出决算总表
      单位：万元
      项目→行次→金额
      一、一般公共预算财政拨款→1→100.00
      二、政府性基金预算财政拨款→2→20.00
      本年收入合计→3→120.00
      年初财政拨款结转和结余→4→30.00
      一般公共预算财政拨款→5→\(fund)
      政府性基金预算财政拨款→6→
      国有资本经营预算财政拨款→7→
      总计→8→150.00
      """
    }
    expectFindings(table("30.00"))
    expectFindings(
      table("28.00").replacing("结余→4→30.00", with: "结余→4→⟦30.00¦error hierarchy-total⟧"))
  }
}

@Suite struct TravelLimitsTests {
  private static func draft(_ reception: String, inRows: Bool = true, basic: String = "3.00") -> String {
    let travel =
      inRows
      ? """
      项目→预算数
      合计→25.00
      1.因公出国（境）费→0.00
      2.公务用车购置及运行维护费→20.00
      其中：公务用车购置费→0.00
      公务用车运行维护费→20.00
      3.公务接待费→\(reception)
      """
      : """
      “三公”经费合计→因公出国（境）费→公务用车购置及运行费小计→公务用车购置费→公务用车运行费→公务接待费
      25.00→0.00→20.00→0.00→20.00→\(reception)
      """
    return """
      一般公共预算基本支出表
      单位：万元
      科目编码→科目名称→合计→人员经费→公用经费
      302→商品和服务支出→40.00→→40.00
      30201→办公费→19.00→→19.00
      30217→公务接待费→⟦\(basic)⟧→→\(basic)
      30231→公务用车运行维护费→18.00→→18.00

      # 三公

      一般公共预算“三公”经费支出预算表
      单位：万元
      \(travel)
      """
  }

  @Test(arguments: [true, false]) func aPartOfTheExpensesIsSilent(inRows: Bool) {
    expectFindings(
      Self.draft("5.00", inRows: inRows).replacing("⟦", with: "").replacing("⟧", with: ""),
      by: ["cross-table"])
  }

  @Test(arguments: [true, false]) func aPartAboveItsWholeIsTold(inRows: Bool) {
    expectFindings(
      Self.draft("2.50", inRows: inRows).replacing("⟧", with: "¦warning cross-table⟧"), by: ["cross-table"])
  }
}

/// One 合计 under two blocks of classes.
@Suite struct SharedTotalTests {
  private static func table(_ total: String, left: String = "167.95") -> String {
    """
    一般公共预算财政拨款项目支出决算表
    单位：万元
    科目编码→科目名称→金额→科目编码→科目名称→金额
    302→商品和服务支出→\(left)→303→对个人和家庭的补助→182.80
    30201→办公费→18.64→30305→生活补助→21.60
    30202→印刷费→149.31→30310→生产补贴→161.20
    →→→310→资本性支出→276.40
    →→→31002→办公设备购置→276.40
    →→→→合计→\(total)
    """
  }

  @Test func theOnlyTotalIsThatOfAllBlocks() {
    expectFindings(Self.table("627.15"), by: ["column-total"])
    expectFindings(Self.table("459.20"), by: ["column-total"])
    expectFindings(Self.table("⟦672.15¦error column-total⟧"), by: ["column-total"])
  }

  /// Tables of former years give every item the code of what it is part of.
  @Test func coarseCodesHaveManyNames() {
    expectFindings(
      """
      2015年财政拨款支出预算表
      单位：万元
      科目编码→科目名称→预算数→基本支出→项目支出
      合计→→9.00→5.00→4.00
      20501→一、行政运行→2.00→2.00→
      20501→二、一般行政管理事务→1.00→1.00→
      20502→三、小学教育→2.00→1.00→1.00
      20502→四、初中教育→1.00→1.00→
      20503→五、中专教育→2.00→→2.00
      20503→六、职业高中教育→1.00→→1.00
      """, by: ["code-name"])
  }
}
