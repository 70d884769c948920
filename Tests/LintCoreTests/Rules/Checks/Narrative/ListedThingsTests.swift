import Testing

@testable import LintCore

/// Numbers of things against the lists, tables and forms that show them.
@Suite struct ListedThingsTests {
  private static let goals = "1.粮食稳产。安排资金16.00万元。\n2.农田建设。安排资金9.00万元。\n3.产业帮扶。安排资金7.00万元。"

  @Test(arguments: [
    "项目支出32.00万元，共设置3项分项绩效目标，具体如下：\n\(goals)", "项目支出32.00万元，共设置⟦4项⟧分项绩效目标，具体如下：\n\(goals)",
    "主要做好以下⟦两项⟧工作：\n\(goals)", "主要做好以下三项工作：\n\(goals)",
    // Other things are listed, or it is not said that these are all.
    "对4个项目开展评价，存在的问题如下：\n\(goals)", "我局承担12项工作，其中重点工作如下：\n\(goals)",
    // The numbers go on below a title, or begin anew.
    "共设置4项绩效目标，具体如下：\n\(goals)\n\n4.人居环境\n\n整治村庄。",
    "共设置4项绩效目标，具体如下：\n1.粮食稳产，安排16.00万元。\n3.产业帮扶，安排7.00万元。",
  ])
  func numberedParagraphsAreCounted(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "按功能分类，主要用于三个方面：教育支出5.00万元、卫生健康支出3.00万元、住房保障支出2.00万元，分别占50%、30%和20%。",
    "按功能分类，主要用于⟦四个方面⟧：教育支出5.00万元、卫生健康支出3.00万元、住房保障支出2.00万元，分别占50%、30%和20%。",
    "主要用于四个方面：教育支出5.00万元、卫生健康支出3.00万元、住房保障支出2.00万元等。",
    "主要用于四个方面：教育支出、科学技术支出8.00万元、卫生健康支出3.00万元、住房保障支出2.00万元。",
    "主要用于四个方面：教育支出5.00万元、卫生健康支出3.00万元（含上年结转1.00万元）、住房保障支出2.00万元。",
  ])
  func amountsBehindANumberOfUsesAreCounted(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  private static let purchases = """
    表10 部门政府采购预算表
    单位：万元
    采购项目名称\t计量单位\t数量\t单价\t合计
    合计\t\t\t\t57.60
    计算机\t台\t12\t0.60\t7.20
    检测仪\t台\t4\t5.60\t22.40
    运输箱\t个\t40\t0.70\t28.00
    """

  @Test(arguments: [
    "采购项目共3项，明细见表10。", "采购项目共⟦4项⟧，明细见表10。", "共涉及采购项目⟦4个⟧，采购预算57.60万元。按来源分，财政拨款57.60万元。详见表10。", "本年完成采购项目共4项。",
    "采购项目共2个品目、3项，明细见表10。", "其中单项20万元以上的采购项目2项，明细见表10。",
  ])
  func purchasesAreCounted(text: String) {
    let sample = NarrativeSample(text + "\n\n" + Self.purchases)
    #expect(sample.reported("narrative-table") == sample.marked)
  }

  /// The total does not say that the rows are all of one kind.
  @Test func rowsThatDoNotMakeTheirTotalAreNotCounted() {
    let sample = NarrativeSample(
      "采购项目共4项，明细见表10。\n\n" + Self.purchases.replacing("57.60", with: "58.60"))
    #expect(sample.reported("narrative-table").isEmpty)
  }

  @Test func formsRightBelowAreCounted() {
    func form(_ name: String) -> String {
      "\(name)绩效目标表\n单位：万元\n项目名称\t\(name)\t实施单位\t某区教育局\n预算数\t9.00\t财政资金\t9.00\n"
        + "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t建设面积\t≥3亩\n\n"
    }
    let forms = ["校舍维修", "教师培训"].map(form).joined()
    for text in ["本次公开重点项目2个，涉及资金18.00万元，各项目绩效目标如下：", "本次公开重点项目⟦3个⟧，涉及资金18.00万元，各项目绩效目标如下："] {
      let sample = NarrativeSample(text + "\n\n" + forms)
      #expect(sample.reported("narrative-table") == sample.marked)
    }
  }
}
