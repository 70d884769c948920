import Testing

@testable import LintCore

@Suite struct CrossTableCheckTests {
  private static let summary = """
    收支总表
    单位：万元
    收入→→支出→
    项目→预算数→项目→预算数
    一、一般公共预算拨款收入→90.00→一、一般公共服务支出→60.00
    二、事业收入→10.00→二、教育支出→40.00
    收入总计→100.00→支出总计→100.00
    """
  private static let spending = """
    支出总表
    单位：万元
    科目编码→科目名称→合计→基本支出→项目支出
    合计→→100.00→60.00→40.00
    201→一般公共服务支出→60.00→60.00→
    205→教育支出→40.00→→40.00
    """
  private static let income = """
    收入总表
    单位：万元
    科目编码→科目名称→合计→一般公共预算拨款收入→事业收入
    合计→→100.00→90.00→10.00
    201→一般公共服务支出→60.00→60.00→
    205→教育支出→40.00→30.00→10.00
    """

  private func draft(_ tables: String...) -> String { tables.joined(separator: "\n\n\n\n\n") }

  @Test func tablesThatAgreeAreSilent() {
    expectFindings(draft(Self.summary, Self.income, Self.spending))
  }

  /// Totals are stated in three tables, so the odd one is known; of two tables that state a class the first is named.
  @Test func aTableThatDisagreesIsNamed() throws {
    let found = expectFindings(
      draft(
        Self.summary.replacing("服务支出→60.00", with: "服务支出→⟦60.00¦error cross-table⟧"),
        Self.income.replacing("201→一般公共服务支出→60.00", with: "201→一般公共服务支出→⟦60.00¦warning cross-table⟧"),
        """
        支出总表
        单位：万元
        科目编码→科目名称→合计→基本支出→项目支出
        合计→→⟦110.00¦error cross-table⟧→70.00→40.00
        201→一般公共服务支出→70.00→70.00→
        205→教育支出→40.00→→40.00
        """))
    let message = try #require(found.last?.message.text(.chinese))
    #expect(message.contains("110.00万元") && message.contains("100.00万元") && message.contains("相差 10.00万元"))
    #expect(found.allSatisfy { !$0.related.isEmpty })
  }

  @Test func aCopyMayDifferByOneLastPlace() {
    let found = findings(
      Array(
        tabbed(
          draft(
            Self.summary,
            Self.spending.replacing("100.00→60.00", with: "100.01→60.01").replacing(
              "201→一般公共服务支出→60.00→60.00", with: "201→一般公共服务支出→60.01→60.01")
          )
        ).utf8))
    #expect(!found.isEmpty && found.allSatisfy { $0.severity == .info })
  }

  /// The 款 make the same sum either way, and the second table may state less than the first.
  @Test func rowsWhoseFiguresWereExchangedAreNamed() {
    let all = """
      支出总表
      单位：万元
      科目编码→科目名称→合计→基本支出→项目支出
      合计→→100.00→60.00→40.00
      20502→普通教育→100.00→60.00→40.00
      2050201→学前教育→60.00→60.00→
      2050202→小学教育→40.00→→40.00
      """
    let part = """
      一般公共预算支出表
      单位：万元
      科目编码→科目名称→合计→基本支出→项目支出
      合计→→100.00→60.00→40.00
      20502→普通教育→100.00→60.00→40.00
      2050201→学前教育→60.00→60.00→
      2050202→小学教育→40.00→→40.00
      """
    expectFindings(draft(all, part))
    expectFindings(
      draft(
        all,
        part.replacing("学前教育→60.00→60.00→", with: "学前教育→⟦40.00¦error cross-table⟧→→40.00").replacing(
          "小学教育→40.00→→40.00", with: "小学教育→⟦60.00¦error cross-table⟧→60.00→")))
  }

  @Test func theSubjectsOfSeveralUnitsAreAdded() {
    let spending = """
      支出总表
      单位：万元
      科目编码→单位代码→单位名称（科目）→合计→基本支出→项目支出
      →→合计→100.00→60.00→40.00
      →301001→某局机关→70.00→30.00→40.00
      2010101→301001→行政运行→30.00→30.00→
      2050201→301001→学前教育→40.00→→40.00
      →301002→某中心→30.00→30.00→
      2010101→301002→行政运行→30.00→30.00→
      """
    expectFindings(draft(Self.summary, spending))
  }

  @Test func unitsAreConverted() {
    let yuan = """
      支出总表
      单位：元
      科目编码→科目名称→合计→基本支出→项目支出
      合计→→1,000,000.00→600,000.00→400,000.00
      201→一般公共服务支出→600,000.00→600,000.00→
      205→教育支出→400,000.00→→400,000.00
      """
    expectFindings(draft(Self.summary, yuan))
  }

  @Test func tablesOfAnotherUnitOrYearAreNotCompared() {
    let other = Self.spending.replacing("100.00", with: "200.00").replacing("60.00", with: "120.00")
      .replacing("40.00", with: "80.00")
    expectFindings(
      draft(
        Self.summary.replacing("单位：万元", with: "部门：某局\n单位：万元"),
        other.replacing("单位：万元", with: "部门：某县某中心\n单位：万元")))
    expectFindings(
      draft(Self.summary.replacing("收支总表", with: "2024年收支总表"), other.replacing("支出总表", with: "2023年支出总表")))
  }

  @Test func aTableThatStandsTwiceIsNotBound() {
    let other = Self.spending.replacing("100.00", with: "200.00").replacing("60.00", with: "120.00")
      .replacing("40.00", with: "80.00")
    expectFindings(draft(Self.summary, Self.spending, other))
  }

  @Test func aGapThatCarriedOverMoneyExplainsIsAnotherScope() {
    let summary = """
      收支总表
      单位：万元
      收入→→支出→
      项目→预算数→项目→预算数
      一、一般公共预算拨款收入→95.00→一、一般公共服务支出→60.00
      二、上年结转→5.00→二、教育支出→40.00
      收入总计→100.00→支出总计→100.00
      """
    let spending = """
      支出总表
      单位：万元
      科目编码→科目名称→合计→基本支出→项目支出
      合计→→95.00→60.00→35.00
      201→一般公共服务支出→60.00→60.00→
      205→教育支出→35.00→→35.00
      """
    expectFindings(draft(summary, spending))
  }

  /// （一）一般公共预算拨款 stands twice: as this year's income, and as a part of what was carried over.
  @Test func partsOfWhatWasCarriedOverExplainAGap() {
    let summary = """
      财政拨款收支总表
      单位：万元
      收入→→支出→→→
      项目→预算数→项目→合计→一般公共预算支出→政府性基金预算支出
      一、本年收入→95.00→一、本年支出→103.00→92.00→11.00
      （一）一般公共预算拨款→85.00→（一）教育支出→92.00→92.00→
      （二）政府性基金预算拨款→10.00→（二）城乡社区支出→11.00→→11.00
      二、上年结转→8.00→二、年终结转→→→
      （一）一般公共预算拨款→7.00→→→→
      （二）政府性基金预算拨款→1.00→→→→
      收入总计→103.00→支出总计→103.00→92.00→11.00
      """
    let general = """
      一般公共预算支出表
      单位：万元
      科目编码→科目名称→合计→基本支出→项目支出
      合计→→92.00→60.00→32.00
      205→教育支出→92.00→60.00→32.00
      """
    expectFindings(draft(summary, general))
    // Without the columns of the other side only the income can be compared.
    let bare = summary.replacing("一般公共预算支出→政府性基金预算支出", with: "一般→基金")
    expectFindings(draft(bare, general))
    let wrong = general.replacing("92.00→60.00→32.00", with: "96.00→60.00→36.00")
    let marked = "⟦92.00¦error cross-table⟧"
    let other = summary.replacing("支出总计→103.00→92.00", with: "支出总计→103.00→\(marked)")
      .replacing("→92.00→92.00→", with: "→92.00→\(marked)→")
    expectFindings(draft(other, wrong))
  }

  @Test func basicSpendingIsTheSameByFunctionAndByEconomicClass() {
    let general = """
      一般公共预算支出表
      单位：万元
      科目编码→科目名称→合计→基本支出→项目支出
      合计→→90.00→60.00→30.00
      201→一般公共服务支出→60.00→60.00→
      205→教育支出→30.00→→30.00
      """
    let basic = """
      一般公共预算基本支出表
      单位：万元
      科目编码→科目名称→合计→人员经费→公用经费
      合计→→60.00→50.00→10.00
      301→工资福利支出→50.00→50.00→
      302→商品和服务支出→10.00→→10.00
      """
    expectFindings(draft(general, basic))
    let wrong = basic.replacing("合计→→60.00→50.00→10.00", with: "合计→→63.00→50.00→13.00")
      .replacing("302→商品和服务支出→10.00→→10.00", with: "302→商品和服务支出→13.00→→13.00")
    expectFindings(
      draft(general.replacing("合计→→90.00→60.00", with: "合计→→90.00→⟦60.00¦error cross-table⟧"), wrong))
  }
}
