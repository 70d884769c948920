import Testing

@testable import LintCore

/// Numbers of units and of people against the lists and tables of them.
@Suite struct ListedUnitsTests {
  private static func table(_ own: String = "某区民政局（本级）", _ head: String = "年末实有人数（人）") -> String {
    """
    序号\t单位名称\t单位性质\t年末编制数（人）\t\(head)
    1\t\(own)\t行政单位\t32\t30
    2\t某区养老服务中心\t事业单位\t14\t12
    3\t某区殡葬管理所\t事业单位\t18\t15
    4\t某区婚姻登记服务中心\t事业单位\t10\t9
    合计\t\t\t74\t66
    """
  }

  @Test(arguments: [
    "下辖3个预算单位。纳入部门决算编制范围的单位共4个，包括：", "下辖3个预算单位。纳入部门决算编制范围的单位共⟦5个⟧，包括：",
    "纳入部门决算编报范围的单位共⟦3个⟧，详见下表：", "下辖⟦4个⟧预算单位。纳入部门决算编制范围的单位共4个，包括：",
    // Those below the office alone, or units that are not counted here.
    "纳入部门决算编制范围的下属单位共3个，详见下表：", "纳入部门决算编制范围的二级预算单位共3个，包括：",
    "下辖5个单位。纳入部门决算编制范围的单位共4个，包括：", "下辖5个预算单位管理的站点。纳入部门决算编制范围的单位共4个，包括：",
    "除本级外，纳入部门决算编制范围的单位共3个，详见下表：", "与上年相比，纳入部门决算编制范围的单位新增1个，详见下表：",
  ])
  func unitsOfTheBudgetStandInTheTableBelow(text: String) {
    let sample = NarrativeSample(text + "\n\n" + Self.table())
    #expect(sample.reported("narrative-table") == sample.marked)
  }

  /// Rows of a kind and of its sum are no units.
  @Test func rowsOfGroupsAreNoUnits() {
    let table = Self.table().replacing("2\t某区养老", with: "\t事业单位\t\t\t\n2\t某区养老")
      .replacing("合计", with: "\t事业单位小计\t\t42\t36\n合计")
    let text = "纳入部门决算编制范围的单位共4个，包括：\n\n" + table
    #expect(NarrativeSample(text).reported("narrative-table") == [])
  }

  /// A list without the office itself, or with a name that only looks like it, counts one unit less.
  @Test(arguments: ["某区福利院", "某区机关幼儿园"])
  func theOfficeItselfNeedNotBeListed(own: String) {
    let text = "纳入部门决算编制范围的单位共5个，包括：\n\n" + Self.table(own)
    #expect(NarrativeSample(text).reported("narrative-table") == [])
  }

  @Test(arguments: [
    "所属单位2个，分别是：\n1.某州水利质量中心，为公益一类事业单位；\n2.某州河湖长制服务中心，为公益一类事业单位。",
    "所属单位⟦3个⟧，分别是：\n1.某州水利质量中心，为公益一类事业单位；\n2.某州河湖长制服务中心，为公益一类事业单位。",
    "下属事业单位共⟦4个⟧，包括：\n1.某州水利质量中心；\n2.某州水文站（参公）；\n3.某州灌溉试验站。",
    // Kinds of units, and several units in one item.
    "所属单位5个，分别是：\n1.公益一类事业单位2个；\n2.公益二类事业单位3个。",
    "所属单位3个，分别是：\n1.某州水利质量中心、某州水文站；\n2.某州河湖长制服务中心。",
    "所属单位3个，分别是：\n1.参公单位：某州水文站；\n2.事业单位：某州河湖长制服务中心、灌溉试验站。",
    "所属单位3个，主要职责是：\n1.某州水利质量中心，负责质量监督；\n2.某州水文站，负责监测。",
  ])
  func numberedUnitsAreCounted(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  private static let projects = "1.防汛抗旱专项经费155.00万元。完成演练12场。\n2.河湖长制专项经费95.00万元。完成评价45条。"

  @Test(arguments: [
    "选取以下2个重点项目公开绩效目标，合计250.00万元，占项目支出总额的58.96%：\n\(projects)",
    "选取以下⟦3个⟧重点项目公开绩效目标，合计250.00万元，占项目支出总额的58.96%：\n\(projects)",
    "全年共实施6个重点项目，合计424.00万元，其中：\n\(projects)",
  ])
  func numberedProjectsAreCounted(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "下属事业单位1个，即某县医疗保险服务中心。", "下属事业单位⟦2个⟧，即某县医疗保险服务中心。", "下属单位⟦3个⟧，分别为：某县动物疫病监测站。",
    // More may stand in the words, or they go on.
    "下属事业单位2个，即某县医疗保险服务中心和某县信息中心。", "预算单位2个，即局机关及所属服务中心。", "下属单位2个，分别为某县水文站；某县灌溉站。",
    "下属单位2个，即某县服务中心某县监测站。", "下属单位2个，即某县服务中心等。", "下属单位2个，为某县服务中心。", "下属单位3个，即各乡镇卫生院。",
  ])
  func oneNameIsOneUnit(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "截至2024年12月31日，编制74人，实有在职人员66人。", "截至2024年12月31日，编制74人，实有在职人员⟦65人⟧。",
    // Another day, other people, or a number of posts that is none of the table.
    "截至2025年3月，编制74人，实有在职人员65人。", "截至2024年12月31日，编制70人，实有在职人员65人。",
    "截至2024年12月31日，编制74人，在职人员30人。", "截至2024年12月31日，编制74人，编外聘用人员不计，在职人员65人。",
  ])
  func peopleAtTheEndOfTheYearAreThoseOfTheTable(text: String) {
    let sample = NarrativeSample(Self.table() + "\n\n" + text)
    #expect(sample.reported("narrative-table") == sample.marked)
    let undated = NarrativeSample(
      Self.table("某区民政局（本级）", "在职人数") + "\n\n" + text.filter { $0 != "⟦" && $0 != "⟧" })
    #expect(undated.reported("narrative-table") == [])
  }
}
