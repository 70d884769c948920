import Testing

@testable import LintCore

/// The identities of budget and final-accounts tables, each with the figure that breaks it.
@Suite struct TableTotalsCheckTests {
  @Test(arguments: [
    // 收支总表: the items make the total of the year, and with what is carried over the grand total.
    """
    收支总表
    单位：万元
    收入→→支出→
    项目→预算数→项目→预算数
    一、一般公共预算拨款收入→70.00→一、一般公共服务支出→60.00
    二、事业收入→20.00→二、教育支出→35.00
    本年收入合计→⟦93.00¦error column-total⟧→本年支出合计→95.00
    上年结转→5.00→年终结转→3.00
    收入总计→98.00→支出总计→98.00
    """,
    """
    收支总表
    单位：万元
    收入→→支出→
    项目→预算数→项目→预算数
    一、一般公共预算拨款收入→70.00→一、一般公共服务支出→60.00
    二、事业收入→20.00→二、教育支出→35.00
    本年收入合计→90.00→本年支出合计→95.00
    上年结转→5.00→年终结转→
    收入总计→95.00→支出总计→⟦96.00¦error balance, error balance⟧
    """,
    // 分科目: 类 = Σ款 = Σ项, and 合计 = Σ类.
    """
    支出总表
    单位：万元
    科目编码→科目名称→合计→基本支出→项目支出
    →合计→100.00→60.00→40.00
    201→一般公共服务支出→60.00→60.00→
    20101→人大事务→60.00→60.00→
    2010101→行政运行→60.00→60.00→
    205→教育支出→⟦40.00¦error hierarchy-total⟧→→40.00
    20502→普通教育→⟦41.00¦error hierarchy-total⟧→→41.00
    2050201→学前教育→15.00→→15.00
    2050202→小学教育→25.00→→25.00
    """,
    // 合计 = 基本支出 + 项目支出.
    """
    支出总表
    单位：万元
    科目编码→科目名称→合计→基本支出→项目支出
    201→一般公共服务支出→62.00→60.00→2.00
    20101→人大事务→62.00→60.00→2.00
    2010101→行政运行→⟦61.00¦error hierarchy-total⟧→60.00→
    2010102→一般行政管理事务→2.00→→2.00
    合计→→62.00→60.00→2.00
    """,
    // The same without a row of totals.
    """
    项目支出表
    单位：万元
    项目名称→合计→一般公共预算→政府性基金预算
    甲→12.00→12.00→
    乙→⟦9.00¦error row-total⟧→5.00→3.00
    丙→7.00→4.00→3.00
    """,
    // 人员经费 + 公用经费.
    """
    一般公共预算基本支出表
    单位：万元
    科目编码→科目名称→合计→人员经费→公用经费
    合计→→100.00→80.00→20.00
    301→工资福利支出→70.00→70.00→
    30101→基本工资→40.00→40.00→
    30102→津贴补贴→30.00→30.00→
    302→商品和服务支出→⟦20.00¦error hierarchy-total⟧→→20.00
    30201→办公费→12.00→→12.00
    30202→印刷费→9.00→→9.00
    303→对个人和家庭的补助→10.00→10.00→
    """,
    // “三公”经费 in rows.
    """
    “三公”经费支出预算表
    单位：万元
    项目→预算数
    合计→⟦12.00¦error column-total⟧
    一、因公出国（境）费→1.00
    二、公务接待费→2.00
    三、公务用车购置及运行费→8.00
    其中：公务用车购置费→5.00
    公务用车运行费→3.00
    """,
    """
    “三公”经费支出预算表
    单位：万元
    项目→预算数
    合计→12.00
    1.因公出国（境）费→1.00
    2.公务接待费→2.00
    3.公务用车费→⟦9.00¦error hierarchy-total⟧
    其中：（1）公务用车购置费→5.00
    （2）公务用车运行维护费→3.00
    """,
    // “三公”经费 in columns.
    """
    “三公”经费支出决算表
    单位：万元
    预算数→→→→→→决算数→→→→→
    合计→因公出国（境）费→公务用车购置及运行费→→→公务接待费→合计→因公出国（境）费→公务用车购置及运行费→→→公务接待费
    →→小计→公务用车购置费→公务用车运行费→→→→小计→公务用车购置费→公务用车运行费→
    1→2→3→4→5→6→7→8→9→10→11→12
    12.00→1.00→9.00→5.00→4.00→2.00→⟦11.50¦error row-total⟧→1.00→8.50→5.00→3.50→1.50
    """,
    // 财政拨款收支总表: 合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算.
    """
    财政拨款收支总表
    单位：万元
    项目→合计→一般公共预算→政府性基金预算→国有资本经营预算
    一、一般公共服务支出→60.00→60.00→→
    二、城乡社区支出→⟦35.00¦error column-total⟧→20.00→14.00→
    三、住房保障支出→6.00→6.00→→
    支出合计→100.00→86.00→14.00→
    """,
    // 政府性基金: 年末结转 = 年初结转 + 本年收入 − 本年支出.
    """
    政府性基金预算财政拨款收入支出决算表
    单位：万元
    科目编码→科目名称→年初结转和结余→本年收入→本年支出→年末结转和结余
    合计→→5.00→40.00→30.00→15.00
    212→城乡社区支出→5.00→40.00→30.00→15.00
    21208→国有土地使用权出让收入安排的支出→5.00→40.00→30.00→⟦25.00¦error hierarchy-total⟧
    """,
    // 基本支出 side by side: 人员经费合计 = 301 + 303.
    """
    一般公共预算财政拨款基本支出决算表
    单位：万元
    科目编码→科目名称→金额→科目编码→科目名称→金额
    301→工资福利支出→70.00→302→商品和服务支出→20.00
    30101→基本工资→40.00→30201→办公费→12.00
    30102→津贴补贴→30.00→30202→印刷费→8.00
    303→对个人和家庭的补助→10.00→310→资本性支出→5.00
    30301→离休费→10.00→31002→办公设备购置→5.00
    人员经费合计→→⟦90.00¦error column-total⟧→公用经费合计→→25.00
    """,
  ])
  func aBrokenIdentityIsFoundAtItsFigure(marked: String) {
    expectFindings(marked)
  }

  /// The same tables without the mistake, and with what looks like one and is none.
  @Test(arguments: [
    """
    收支总表
    单位：万元
    收入→→支出→
    项目→预算数→项目→预算数
    一、一般公共预算拨款收入→70.00→一、一般公共服务支出→60.00
    （一）本级安排→50.00→二、教育支出→35.00
    （二）上级转移支付→20.00→十九、金融支出→
    二、事业收入→20.00→二十一、住房保障支出→0.00
    本年收入合计→90.00→本年支出合计→95.00
    上年结转→5.00→年终结转→
    收入总计→95.00→支出总计→95.00
    """,
    // 小计 of some of the numbered rows stands between them and the total.
    """
    决算单位构成表
    单位：万元
    序号→单位名称→单位性质→收入→支出
    1→某市某委本级→行政单位→46.00→44.00
    2→某市某所→公益一类→35.00→32.00
    3→某市第一医院→公益二类→1260.00→1187.00
    4→某市第二医院→公益二类→680.00→625.00
    →小计（公益二类医院）→→1940.00→1812.00
    →合计→→2021.00→1888.00
    """,
    // 其中 is no part of its own.
    """
    收入总表
    单位：万元
    科目编码→科目名称→合计→财政拨款收入→事业收入→其中：教育收费→其他收入
    合计→→100.00→70.00→20.00→15.00→10.00
    205→教育支出→100.00→70.00→20.00→15.00→10.00
    20502→普通教育→100.00→70.00→20.00→15.00→10.00
    """,
    // The total leaves out what is carried over.
    """
    收入总表
    单位：万元
    科目编码→科目名称→合计→财政拨款收入→事业收入→上年结转
    合计→→90.00→70.00→20.00→7.00
    205→教育支出→50.00→40.00→10.00→3.00
    206→科学技术支出→40.00→30.00→10.00→4.00
    """,
    // Unit rows repeat the total above their subjects.
    """
    支出总表
    单位：万元
    科目编码→单位（科目名称）→合计→基本支出→项目支出
    →合计→100.00→60.00→40.00
    304→某县某局→100.00→60.00→40.00
    304001→某县某局机关→70.00→60.00→10.00
    2010101→行政运行→60.00→60.00→
    2010102→一般行政管理事务→10.00→→10.00
    304002→某县某中心→30.00→→30.00
    2010150→事业运行→30.00→→30.00
    """,
    // 项 alone, without 类 and 款.
    """
    支出总表
    单位：万元
    科目编码→科目名称→合计
    2010101→行政运行→60.00
    2050201→学前教育→15.00
    2050202→小学教育→25.00
    合计→→100.00
    """,
    // A table of zeros and a wholly blank one.
    "国有资本经营预算支出表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n合计→→0.00→0.00→0.00\n223→→0.00→0.00→0.00",
    "政府性基金预算支出表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n合计→→→→\n→→→→",
    // Thousands separators, full-width digits and dashes.
    """
    支出总表
    单位：元
    项目→合计→基本支出→项目支出
    甲→1,200.50→１，２００．５０→—
    乙→2,000.00→-→2,000.00
    合计→3,200.50→1,200.50→2,000.00
    """,
    // Negative figures.
    "项目→金额\n一、甲→100.00\n二、乙→-20.00\n合计→80.00",
    // A row whose cells have moved is not calculated with.
    """
    支出总表
    单位：万元
    科目编码→科目名称→合计→基本支出→项目支出
    201→甲→60.00→60.00→
    205→乙→40.00
    208→丙→5.00→→5.00
    合计→→105.00→60.00→45.00
    """,
    // A list in which nothing says what adds up.
    "项目→金额\n甲→5.00\n乙→3.00\n丙→9.00",
    "人员情况\n项目→编制数→实有人数\n行政→10→8\n事业→5→5\n工勤→1→0",
  ])
  func aTableThatHoldsIsSilent(text: String) {
    expectFindings(text)
  }

  @Test func aSingleFigureIsNoSumInWords() throws {
    let found = expectFindings(
      """
      项目支出表
      单位：万元
      项目→金额
      一、甲→10.00
      二、乙→
      合计→⟦9.00¦error column-total⟧
      """)
    #expect(
      found.first?.message.text(.chinese)
        == "“合计”：各项中只有一项有数，为 10.00万元，表中为 9.00万元，相差 1.00万元；合计或其中一项有误")
  }

  @Test func eitherSideCanBeMadeEqual() throws {
    let found = expectFindings(
      """
      收支总表
      单位：万元
      收入→预算数→支出→预算数
      一、财政拨款→1,095.00→一、教育支出→1,096.00
      收入总计→1,095.00→支出总计→⟦1,096.00¦error balance⟧
      """)
    let finding = try #require(found.first)
    #expect(finding.message.text(.chinese).hasSuffix("应当相等，相差 1.00万元"))
    #expect(finding.fixes.map { $0.edits.map(\.text) } == [["1,095.00"], ["1,096.00"]])
    #expect(finding.fixes.first?.title.text(.chinese) == "将 1,096.00 改为 1,095.00（假定另一侧无误）")
    #expect(finding.fixes.allSatisfy { $0.safety == .review })
  }

  @Test func theMessageShowsTheArithmetic() throws {
    let found = expectFindings(
      """
      项目支出表
      单位：万元
      项目→金额
      一、甲→1,060.00
      二、乙→20.50
      三、丙→0.00
      合计→⟦1,090.50¦error column-total⟧
      """)
    let finding = try #require(found.first)
    #expect(
      finding.message.text(.chinese)
        == "“合计”：各项之和 1,060.00 + 20.50 = 1,080.50万元，表中为 1,090.50万元，相差 10.00万元；合计或其中一项有误"
    )
    #expect(
      finding.message.text(.english)
        == "“合计”: the parts 1,060.00 + 20.50 = 1,080.50万元, but the table states 1,090.50万元, off by 10.00万元; "
        + "either the total or a part is wrong")
    #expect(finding.related.map { $0.message.text(.chinese) } == ["“甲”：1,060.00万元", "“乙”：20.50万元"])
    #expect(finding.fixes.map { $0.edits.map(\.text) } == [["1,080.50"]])
    #expect(finding.fixes.allSatisfy { $0.safety == .review })
  }

  @Test(arguments: [
    ("1,234.00", "1,243.00", "；1,243.00 疑似相邻两位数字颠倒（1,234.00）"),
    ("1,234.00", "1,284.00", "；1,284.00 疑似一位数字有误（1,234.00）"),
    ("1,234.00", "123.40", "；123.40 疑似小数点错位（1,234.00）"),
  ])
  func aHintSaysHowACellMayHaveBeenMistyped(right: String, wrong: String, hint: String) throws {
    let found = expectFindings(
      """
      支出总表
      单位：万元
      项目→合计→基本支出→项目支出
      一、甲→3,234.00→⟦\(wrong)¦error column-total⟧→2,000.00
      二、乙→500.00→300.00→200.00
      三、丙→77.00→66.00→11.00
      合计→3,811.00→1,600.00→2,211.00
      """)
    #expect(found.first?.message.text(.chinese).hasSuffix("按其余数字应为 \(right)万元" + hint) == true)
    // The fix is written as the cell was: with separators or without.
    let fix = wrong.contains(",") ? right : right.replacing(",", with: "")
    #expect(found.first?.fixes.first?.edits.map(\.text) == [fix])
  }

  @Test func aCellThatBreaksItsRowAndItsColumnIsNamed() throws {
    let found = expectFindings(
      """
      支出总表
      单位：万元
      科目编码→科目名称→合计→基本支出→项目支出
      合计→→100.00→60.00→40.00
      201→甲→50.00→40.00→10.00
      205→乙→30.00→⟦26.00¦error column-total⟧→10.00
      208→丙→20.00→0.00→20.00
      """)
    #expect(found.first?.message.text(.chinese).contains("按其余数字应为 20.00万元") == true)
  }

  @Test func aTotalWithoutAnyDetailIsNamed() throws {
    let found = expectFindings(
      """
      支出总表
      单位：万元
      科目编码→科目名称→合计
      合计→→100.00
      301→工资福利支出→70.00
      30101→基本工资→70.00
      303→对个人和家庭的补助→⟦30.00¦error hierarchy-total⟧
      30301→离休费→
      30302→退休费→
      """)
    #expect(found.first?.message.text(.chinese).contains("下面的明细全部空白") == true)
  }

  // MARK: Rounding

  @Test func tailsOfATableAreOneInfo() {
    expectFindings(
      """
      支出总表
      单位：万元
      科目编码→科目名称→合计→基本支出→项目支出
      合计→→⟦100.01¦info rounding-tail⟧→60.01→40.01
      201→甲→50.00→40.00→10.00
      205→乙→30.00→20.00→10.00
      208→丙→20.00→→20.00
      """)
  }

  @Test func aTailThatIsUnlikelyIsAWarning() {
    expectFindings(
      """
      支出总表
      单位：万元
      项目→金额
      一、甲→10.00
      二、乙→20.00
      三、丙→30.00
      四、丁→40.00
      五、戊→50.00
      合计→⟦150.03¦warning column-total⟧
      """)
  }

  @Test func yuanWithTwoDecimalsHaveNoTails() {
    expectFindings(
      """
      支出总表
      单位：元
      项目→金额
      一、甲→10.00
      二、乙→20.00
      三、丙→30.00
      合计→⟦60.01¦error column-total⟧
      """)
  }

  @Test func theLastPlaceOfTheColumnDecides() {
    expectFindings("单位：万元\n项目→金额\n一、甲→10\n二、乙→20\n合计→⟦31¦info rounding-tail⟧")
    expectFindings("单位：万元\n项目→金额\n一、甲→10.00\n二、乙→20\n合计→⟦31¦error column-total⟧")
  }
}
