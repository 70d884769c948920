import Testing

@testable import LintCore

@Suite struct PageBreakTests {
  private static let header = "科目编码\t科目名称\t合计\n"
  private static let first = "\t合计\t6.00\n205\t教育支出\t1.00\n"
  private static let rest = "206\t科学技术支出\t2.00\n208\t社会保障和就业支出\t3.00\n"
  private static let pages = "\n\n内容在此。\n\n内容在此。\n\n内容在此。\n\n"

  /// How many tables a table becomes that a page break cuts, with the rows of the first.
  private func tables(_ gap: String, _ rest: String = Self.rest, running: String = "") -> [Int] {
    let text =
      "# 一、概况\n\n\(running)\(Self.pages)\(running)\(Self.pages)# 二、收入决算表\n\n单位：万元\n\(Self.header)\(Self.first)"
      + gap + rest + "\n\(running)\(Self.pages)"
    return draft(text).tables.map(\.rowCount)
  }

  @Test(arguments: ["公开02表（续）", "收入决算表（续）", "续表", "（续表）", "收入决算表续表"])
  func aLabelSaysThatTheTableGoesOn(label: String) {
    #expect(tables("\n\(label)\n\n单位：万元\n") == [5])
    #expect(tables("\n\(label)\n\n单位：万元\n", Self.header + Self.rest) == [6])
  }

  @Test(arguments: ["青溪县水利局2023年度部门决算", "2023年度部门决算公开      12", "· 部门决算 ·"])
  func aRunningHeaderDoesNotTearATable(line: String) {
    #expect(tables("\n\(line)\n\n", running: "\(line)\n\n") == [5])
    #expect(tables("\n\(line)\n\n", Self.header + Self.rest, running: "\(line)\n\n") == [6])
  }

  @Test(arguments: ["·12·", "- 12 -", "第 12 页 共 35 页"]) func aPageNumberDoesNotTearATable(line: String) {
    #expect(tables("\n\(line)\n\n") == [5])
  }

  @Test(arguments: [
    "\n二、收入决算表\n\n单位：万元\n", "\n收入决算表\n\n", "\n单位：万元\n", "\n- 5 -\n\n收入决算表\n单位：万元\n",
    "\n注：本表反映收入情况。\n\n", "\n第 5 页，共 20 页\n\n青溪县水利局\n",
  ])
  func theHeadOfThePageDoesNotTearATable(gap: String) {
    #expect(tables(gap, Self.header + Self.rest) == [6])
    // The same table of another unit: it starts over.
    #expect(tables(gap, Self.header + Self.first + Self.rest) == [3, 5])
  }

  @Test func codesThatGoOnBehindANoteBelongToTheTable() {
    #expect(tables("\n注：本表反映收入情况。\n\n") == [5])
    #expect(tables("\n注：本表反映收入情况。\n\n", "201\t一般公共服务支出\t2.00\n") == [3, 1])
  }

  @Test func rowsThatAConversionBrokeAreMended() {
    #expect(tables("及其他\n") == [5])
    let table = "项目\t本年\t上年\n四、其他收入\t1.00\t1.00\n六、事业收入\t1.00\t1.00\n"
    #expect(tables("", table.replacing("六、", with: "五、附属单位上缴收入\n六、")) == [7])
  }

  @Test func aTitleOfItsOwnOpensAnotherTable() {
    #expect(tables("\n三、支出决算表\n\n", Self.header + Self.rest) == [3, 3])
    #expect(tables("\n三、支出决算表\n\n") == [3, 2])
  }

  /// The title of a table may stand in three places and is no running header.
  @Test func aHeaderOfOtherColumnsOpensAnotherTable() {
    let other = "项目\t金额\t说明\n办公费\t2.00\t日常办公\n"
    #expect(tables("\n支出决算表\n\n", other, running: "支出决算表\n\n") == [3, 2])
  }

  @Test func theHeadOfAPageIsNoText() {
    let head = "\n- 5 -\n\n青溪县水利局部门预算\n\n"
    let text = "# 一、概况\n内容在此。\n\(head)甲甲甲。\n\(head)乙乙乙。\n\(head)1.数量\n\(head)丙丙丙。\n"
    let read = draft(text)
    #expect(read.headings.count + read.paragraphs.count == 6)
  }

  /// The page number, the title of the next table and its line 部门：… | 单位：…, which stands above both tables.
  @Test(arguments: ["- 3 -", "3", "第3页 共40页"])
  func aTitleBehindAPageNumberOpensATable(number: String) {
    let text = """
      表1 支出总表

      部门：某县林业局→单位：万元

      科目编码→科目名称→合计→基本支出→项目支出
      →合计→30.00→10.00→20.00
      2130201→行政运行→10.00→10.00→
      2130205→森林资源培育→20.00→→20.00

      \(number)

      表2 财政拨款收支总表

      部门：某县林业局→单位：万元

      收入→→支出→
      项目→本年预算→项目→本年预算
      一、一般公共预算拨款→30.00→农林水支出→30.00
      收入总计→30.00→支出总计→30.00

      """
    let draft = Draft(SourceText(Array(text.replacing("→", with: "\t").utf8)))
    #expect(draft.tables.map { draft.text($0.caption) } == ["表1 支出总表", "表2 财政拨款收支总表"])
  }

  private static let caption = "部门：青溪县水利局→单位：万元\n"

  /// A table below its caption line that a page number parts: what stands behind the number, and the rows of each table.
  private func captioned(_ gap: String, _ rest: String = Self.rest, above: String = caption) -> [Int] {
    draft("青溪县水利局部门决算\n\n# 二、收入决算表\n\n\(above)\n\(Self.header)\(Self.first)\n- 7 -\n\n\(gap)\(rest)\n").tables
      .map(
        \.rowCount)
  }

  @Test func theCaptionLineAndTheHeadMayBePrintedAgainWithoutTheTitle() {
    #expect(captioned(Self.caption + Self.header) == [7])
    #expect(captioned("公开02表\n" + Self.caption + Self.header) == [7])
    #expect(captioned("单位名称：青溪县水利局\n单位：万元\n" + Self.header) == [7])
    #expect(captioned(Self.header) == [7])
    // Its total may stand on the last page.
    let total = "# 二、收入决算表\n\n\(Self.caption)\(Self.header)205→教育支出→1.00\n206→科学技术支出→2.00\n\n7\n\n"
    #expect(draft(total + Self.caption + Self.header + "合计→→3.00\n").tables.map(\.rowCount) == [6])
  }

  @Test func anotherUnitATitleOrANumberOpensATable() {
    #expect(captioned("部门：青溪县林业局→单位：万元\n" + Self.header) == [4, 4])
    #expect(captioned("三、支出决算表\n" + Self.caption + Self.header) == [4, 4])
    #expect(captioned(Self.caption + Self.header, Self.first + Self.rest) == [4, 6])
    #expect(captioned("公开03表\n" + Self.caption + Self.header, above: "公开02表\n" + Self.caption) == [4, 4])
  }

  /// 一般公共预算 comes once below 本年收入 and once below 上年结转: the table does not start over.
  @Test func aNameThatComesAgainDoesNotOpenATable() {
    let head = "收入→→支出→\n项目→金额→项目→金额\n"
    let text = """
      # 一、财政拨款收支总表

      单位：万元
      \(head)一、一般公共预算→5.00→一、教育支出→5.00
      二、政府性基金预算→1.00→二、农林水支出→2.00

      - 3 -

      单位：万元
      \(head)一、一般公共预算→1.00→→
      收入总计→7.00→支出总计→7.00

      """
    #expect(draft(text).tables.map(\.rowCount) == [8])
  }

  @Test(arguments: ["\n12\n\n", "\n- 12 -\n\n", "第 12 页\n", "项目支出绩效自评表（续）\n"])
  func aFormIsOneFormOnTwoPages(gap: String) {
    let funds = "项目名称→清淤工程→→\n主管部门→水利局→实施单位→水利局\n年度资金总额→10.00→9.00→10\n"
    let rest = "年度总体目标→完成清淤\n一级指标→二级指标→指标值→分值\n产出指标→数量指标→≥3处→90\n总分→→→100\n"
    let form = "# 项目支出绩效自评表\n\n" + funds + gap + rest
    #expect(draft(form).tables.map(\.rowCount) == [7])
    // The next form has another name.
    let next = funds.replacing("清淤工程", with: "堤防工程")
    #expect(draft(form + gap + next + rest).tables.map(\.rowCount) == [7, 7])
  }
}
