import Testing

@testable import LintCore

@Suite struct TableInfoTests {
  private func info(_ text: String) -> String {
    let read = draft(text)
    guard let table = read.tables.first else { return "no table" }
    return [read.text(table.caption), read.text(table.entity), table.unit?.name ?? "nothing"].joined(
      separator: ", ")
  }

  private static let rows = "项目→金额\n甲→1.00\n合计→1.00"

  @Test(arguments: [
    ("收支总表\n单位：万元\n", "收支总表, nothing, 万元"),
    ("单位：万元\n收支总表\n", "收支总表, nothing, 万元"),
    ("# 收支总表\n\n部门：某局　　　单位：元\n", "收支总表, 某局, 元"),
    ("收支总表\n公开01表\n部门：某局\n金额单位：万元\n", "收支总表, 某局, 万元"),
    ("表一\n2024年部门收支总表\n单位名称：某县某中心→单位：亿元\n", "2024年部门收支总表, 某县某中心, 亿元"),
    ("收支总表（万元）\n", "收支总表（万元）, nothing, 万元"),
    ("收支总表\n部门编码及名称：[361]某局→→→单位：万元\n", "收支总表, 某局, 万元"),
    ("收支总表\n编制单位：某局→→→单位：千元\n", "收支总表, 某局, 千元"),
    ("收支总表\n续表\n单位：人民币万元\n", "收支总表, nothing, 万元"),
    ("某局2024年收入预算100.00万元，支出预算100.00万元。\n", "nothing, nothing, nothing"),
    ("", "nothing, nothing, nothing"),
  ])
  func titleUnitAndEntityStandAboveATable(lines: String, expected: String) {
    #expect(info(lines + Self.rows) == expected)
  }

  @Test(arguments: [
    ("收支预算总表→→\n部门：某局→→单位：万元\n", "收支预算总表, 某局, 万元"),
    ("公开01表→→\n→→单位：元\n", "nothing, nothing, 元"),
  ])
  func titleUnitAndEntityMayStandInItsFirstRows(lines: String, expected: String) {
    let rows = "项目→上年→金额\n甲→1.00→1.00\n合计→1.00→1.00"
    let read = draft(lines + rows)
    #expect(info(lines + rows) == expected)
    #expect(read.tables.first.map { read.cells($0, $0.preambleRows) } == ["项目", "上年", "金额"])
  }

  @Test func theHeaderMayStateTheUnit() {
    #expect(info("收支总表\n项目→预算数（万元）\n甲→1.00") == "收支总表, nothing, 万元")
  }

  @Test func aTitleIsNotTakenFromBeyondATable() {
    let read = draft("收入总表\n\(Self.rows)\n\n\n\n\n\n\n\n\n\n\(Self.rows)")
    #expect(read.tables.map { read.text($0.caption) } == ["收入总表", "nothing"])
  }

  @Test(arguments: [
    ("财决公开05表", true), ("公开01-1表", true), ("Z01表", true), ("2024年度03表", false), ("三公经费支出表", false),
    ("预算公开表1", true), ("公开01表", true), ("附表3", true), ("表一", true), ("续表", true), ("表1-2", true),
    ("收支总表", false), ("表", false), ("公开", false), ("附件说明", false),
  ])
  func numbersOfTablesAreNoTitles(line: String, isLabel: Bool) {
    Folder.units(line).withUnsafeBufferPointer {
      #expect(TableInfo.isLabel($0, Slice(0, $0.count)) == isLabel)
    }
  }
}
