import Testing

@testable import LintCore

/// Which rows and columns are taken for totals of which: the readings behind the findings.
@Suite struct StructureTests {
  /// The equations of the first side, as `total = term + term - term`, in names of rows or columns.
  private func equations(_ text: String, _ direction: Equation.Direction) -> [String] {
    let read = draft(text)
    guard let table = read.tables.first, let side = table.sides.first else { return [] }
    return read.text.units.withUnsafeBufferPointer { units in
      let arithmetic = SideArithmetic(table, side, units)
      func name(_ index: Int) -> String {
        switch direction {
        case .rows: read.string(side.rows[index].label)
        case .columns: read.heads(table)[side.amountColumns[index]]
        }
      }
      return arithmetic.equations.filter { $0.direction == direction }.map { equation in
        name(equation.total) + " = " + equation.terms.map(name).joined(separator: " + ")
          + equation.minus.map { " - " + name($0) }.joined()
      }
    }
  }

  @Test func codesMakeATree() {
    let text = """
      科目编码→科目名称→合计
      合计→→10.00
      201→甲→6.00
      20101→乙→4.00
      2010101→丙→1.00
      2010102→丁→3.00
      20103→戊→2.00
      205→己→4.00
      """
    #expect(equations(text, .rows) == ["甲 = 乙 + 戊", "乙 = 丙 + 丁", "合计 = 甲 + 己"])
  }

  @Test func aRowPrintedAgainAfterAPageBreakCountsOnce() {
    let text = "科目编码→科目名称→合计\n201→甲→5.00\n20101→乙→2.00\n\n201→甲→5.00\n20103→丙→3.00\n合计→→5.00"
    #expect(equations(text, .rows) == ["甲 = 乙 + 丙", "合计 = 甲"])
  }

  @Test func unitsStandAboveTheirSubjects() {
    let text = """
      科目编码→科目名称→合计
      合计→→10.00
      304001→甲→6.00
      2010101→乙→2.00
      2050201→丙→4.00
      304002→丁→4.00
      2010101→戊→4.00
      """
    #expect(equations(text, .rows) == ["甲 = 乙 + 丙", "丁 = 戊", "合计 = 甲 + 丁"])
  }

  @Test func ordinalsMakeLevels() {
    let text = "项目→金额\n一、甲→5.00\n（一）乙→2.00\n（二）丙→3.00\n二、丁→4.00\n合计→9.00"
    #expect(equations(text, .rows) == ["甲 = 乙 + 丙", "合计 = 甲 + 丁"])
  }

  @Test func aBlankSecondNameMarksASubtotal() {
    let text = "单位名称→项目名称→金额\n甲→→5.00\n甲→乙→2.00\n甲→丙→3.00\n丁→→4.00\n丁→戊→1.00\n丁→己→3.00\n合计→→9.00"
    #expect(equations(text, .rows) == ["甲 = 甲 + 甲", "丁 = 丁 + 丁", "合计 = 甲 + 丁"])
  }

  @Test func theGrandTotalAddsWhatIsCarriedOver() {
    let text = "收入→金额\n一、甲→5.00\n二、乙→4.00\n本年收入合计→9.00\n上年结转→1.00\n收入总计→10.00"
    #expect(equations(text, .rows) == ["本年收入合计 = 甲 + 乙", "收入总计 = 本年收入合计 + 上年结转"])
  }

  @Test func aTotalMayStandFirst() {
    #expect(equations("项目→金额\n合计→9.00\n甲→5.00\n乙→4.00", .rows) == ["合计 = 甲 + 乙"])
  }

  @Test func columnsFollowTheTreeOfHeads() {
    let text = """
      科目编码→科目名称→合计→基本支出→→→项目支出
      →→→小计→人员经费→公用经费→
      201→甲→10.00→7.00→5.00→2.00→3.00
      205→乙→6.00→3.00→2.00→1.00→3.00
      合计→→16.00→10.00→7.00→3.00→6.00
      """
    #expect(
      Set(equations(text, .columns)) == [
        "合计 = 基本支出/小计 + 项目支出", "基本支出/小计 = 基本支出/人员经费 + 基本支出/公用经费",
      ])
  }

  @Test func aColumnOf其中IsLeftOutIfTheFiguresSaySo() {
    let text = "项目→合计→甲→乙→其中：丙→丁\n一→10.00→5.00→3.00→2.00→2.00\n二→20.00→9.00→6.00→5.00→5.00"
    #expect(equations(text, .columns) == ["合计 = 甲 + 乙 + 丁"])
  }

  @Test func theYearClosesWithWhatIsLeft() {
    let text = "项目→年初结转和结余→本年收入→本年支出→年末结转和结余\n甲→5.00→40.00→30.00→15.00\n合计→5.00→40.00→30.00→15.00"
    #expect(equations(text, .columns) == ["年末结转和结余 = 年初结转和结余 + 本年收入 - 本年支出"])
  }

  @Test func theThreePublicExpensesAreKnownByName() {
    let rows = "项目→金额\n合计→12.00\n因公出国（境）费→1.00\n公务接待费→2.00\n公务用车购置及运行费→9.00\n其中：公务用车购置费→5.00\n公务用车运行费→4.00"
    #expect(
      Set(equations(rows, .rows)) == [
        "公务用车购置及运行费 = 公务用车购置费 + 公务用车运行费", "合计 = 因公出国(境)费 + 公务用车购置及运行费 + 公务接待费",
      ])
  }

  @Test func aListThatNothingConfirmsHasNoTotals() {
    #expect(equations("项目→金额\n甲→5.00\n乙→4.00\n丙→2.00", .rows) == [])
    #expect(equations("项目→上年→本年\n甲→5.00→6.00\n乙→4.00→3.00", .columns) == [])
  }

  /// One part beside a total need not be all of it.
  @Test func theOneColumnOfAPartIsNoSum() {
    func table(_ part: String) -> String {
      """
      收入决算表
      单位：万元
      项目→本年收入合计→财政拨款收入→事业收入→→其他收入
      →→→小计→其中：教育收费→
      合计→200.00→100.00→60.00→\(part)→40.00
      教育支出→150.00→80.00→40.00→20.00→30.00
      科学支出→50.00→20.00→20.00→20.00→10.00
      """
    }
    expectFindings(table("40.00"))
  }

  /// A total with a remark in brackets is one all the same, so the subtotal before it need not be that of all rows.
  @Test func aTotalMayTellWhatItHasInIt() {
    func table(_ subtotal: String, _ total: String) -> String {
      """
      所属单位人员情况表
      序号→单位名称→单位性质→年末在职人数（人）
      1→某市教育局（机关）→行政单位→96
      2→某市第一中学→公益一类事业单位→318
      3→某市第二中学→公益一类事业单位→276
      4→某市特殊教育学校→公益一类事业单位→58
      →二级单位小计→→\(subtotal)
      →合计（含局机关）→→\(total)
      """
    }
    expectFindings(table("652", "748"))
    let rows = draft(table("652", "748") + "\n→合计（不含学校）→→96").tables[0].sides[0].rows
    #expect(rows.suffix(3).map(\.role) == [.total, .total, .detail])
  }
}
