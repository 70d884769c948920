import Testing

@testable import LintCore

/// Houses, cars and equipment in a paragraph, against the table of the assets.
@Suite struct AssetFiguresTests {
  private static let table = """
    部门固定资产占用情况表
    编制部门：某区教育局\t截止时间：2023年12月31日
    项目\t数量\t价值（单位：万元）
    资产总额\t—\t1991.64
    1、房屋（平方米）\t6482.50\t1126.38
        其中：办公用房（平方米）\t3150.00\t684.20
    2、车辆（台、辆）\t11\t168.75
    3、单价50万元以上的通用设备（台、套）\t2\t127.60
    4、单价100万元（含）以上的专用设备（不含车辆）（台、套）\t1\t136.00
    5、其他固定资产\t—\t432.91
    """

  private func sample(_ text: String, table: String = table) -> NarrativeSample {
    NarrativeSample("本年无其他事项。\n\n二、国有资产占用情况说明\n\n截至2023年12月31日，\(text)\n\n\(table)")
  }

  @Test(arguments: [
    "本部门固定资产金额为1991.64万元，房屋面积6,482.50平方米，其中办公用房3,150.00平方米。",
    "本部门固定资产金额为⟦1919.64万元⟧。", "学院房屋面积⟦6,842.50平方米⟧，房屋价值⟦1162.38万元⟧。",
    "房屋面积6,483平方米，办公用房⟦3,510.00平方米⟧。",
    "共有车辆⟦12辆⟧，价值⟦186.75万元⟧。", "共有车辆11辆，价值168.75万元。",
    "单价50万元（含）以上通用设备⟦3台（套）⟧，单位价值100万元以上专用设备1台（套）。",
    "单价50万元以上通用设备2台（套），单位价值100万元以上专用设备⟦2台（套）⟧。",
  ])
  func whatIsHeldIsWhatTheTableHas(text: String) {
    let sample = sample(text)
    #expect(sample.reported("narrative-table") == sample.marked)
  }

  /// A part of the offices, what came or went, another day, other houses, and two figures of one row.
  @Test(arguments: [
    "局机关有车辆3辆，办公用房1200平方米。", "所属单位车辆8辆。", "当年购置车辆2辆，报废车辆1辆。",
    "安排购置单价50万元以上的通用设备1台（套）。", "出租出借房屋面积300平方米。", "教学用房2000平方米，教学办公用房500平方米。",
    "局有车辆3辆；直属学校有车辆8辆。", "单价200万元以上的设备4台（套）。", "车辆约15辆。", "2022年12月31日有车辆10辆。",
    "固定资产净值1500.00万元，平均每套房屋面积90平方米。",
  ])
  func otherThingsAreNotHeldAgainstIt(text: String) {
    #expect(sample(text).reported("narrative-table").isEmpty)
  }

  @Test func twoTablesAreOfTwoUnits() {
    #expect(sample("共有车辆12辆。", table: Self.table + "\n\n" + Self.table).reported("narrative-table").isEmpty)
    #expect(sample("共有车辆⟦12辆⟧。").reported("narrative-table") == ["12辆"])
  }

  /// A table of numbers alone, of cars by kind.
  private static let cars = """
    国有资产占用情况表
    项目\t数量
    一、车辆合计（辆）\t5
    其中：机要通信用车\t1
    应急保障用车\t2
    执法执勤用车\t1
    其他用车\t1
    二、单价100万元（含）以上设备（不含车辆）（台、套）\t0
    """

  @Test(arguments: [
    "本部门共有车辆5辆，其中应急保障用车2辆；单价100万元（含）以上设备0台（套）。", "本部门共有车辆⟦6辆⟧。",
    "应急保障用车⟦3辆⟧。", "单价100万元（含）以上设备⟦2台（套）⟧。", "公务用车保有量4辆。", "拟购置车辆1辆。",
  ])
  func carsInAllAreThoseOfTheText(text: String) {
    let sample = sample(text, table: Self.cars)
    #expect(sample.reported("narrative-table") == sample.marked)
    #expect(sample.reported("hierarchy-total").isEmpty)
  }

  @Test func theKindsOfCarsMakeAll() {
    func found(_ table: String) -> [String] { sample("无其他说明。", table: table).reported("hierarchy-total") }
    #expect(found(Self.cars.replacing("急保障用车\t2", with: "急保障用车\t3")) == ["5"])
    #expect(found(Self.cars.replacing("（辆）\t5", with: "（辆）\t6")) == ["6"])
    // Without the rest not all kinds need be named; and blank cells are none.
    #expect(found(Self.cars.replacing("其他用车\t1\n", with: "")) == [])
    #expect(found(Self.cars.replacing("急保障用车\t2", with: "急保障用车\t").replacing("（辆）\t5", with: "（辆）\t3")) == [])
  }
}
