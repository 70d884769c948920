import Testing

@testable import LintCore

/// Units under a name that the lists of units do not have.
@Suite struct UnitNamesTests {
  private func table(_ title: String, _ name: String) -> String {
    "\(title)\n单位：万元\n单位名称\t合计\t基本支出\t项目支出\n合计\t30.00\t20.00\t10.00\n岱阳市民政局机关\t10.00\t5.00\t5.00\n"
      + "\(name)\t20.00\t15.00\t5.00\n\n"
  }

  private func sample(_ second: String, _ sentence: String) -> RuleSample {
    RuleSample(
      "岱阳市民政局2025年部门预算\n\n一、概况\n\n"
        + table("表一 部门收入总表", "岱阳市殡葬服务中心") + table("表二 部门支出总表", second)
        + table("表三 项目支出表", "岱阳市殡葬服务中心") + sentence + "\n")
  }

  @Test func anExchangedWordIsToldInASentenceAndInARow() {
    let own = "岱阳市殡葬服务中心"
    let inSentence = sample(own, "分单位看：⟦岱阳市殡葬管理中心⟧20.00万元，占66.67%。")
    #expect(inSentence.findings("name-mismatch").map(\.range) == inSentence.marks)
    let inRow = sample("⟦岱阳市殡葬管理中心⟧", "分单位看：岱阳市殡葬服务中心20.00万元，占66.67%。")
    #expect(inRow.findings("name-mismatch").map(\.range) == inRow.marks)
    #expect(sample(own, "另有岱阳市殡仪馆20.00万元。").findings("name-mismatch").isEmpty)
  }

  @Test func aNameWithOneWrongIdeographIsTold() {
    let own = "岱阳市殡葬服务中心"
    let slip = sample(own, "分单位看：⟦岱阳市殡葬服务种心⟧20.00万元，占66.67%。")
    #expect(slip.findings("name-mismatch").map(\.range) == slip.marks)
    func list(_ sentence: String) -> RuleSample {
      RuleSample(
        "岱阳市民政局2025年部门预算\n\n一、概况\n\n纳入预算编制的单位：\n\n序号\t单位名称\t单位性质\n1\t岱阳市社会福利院\t公益一类\n2\t岱阳市救助管理站\t公益一类\n\n"
          + sentence + "\n")
    }
    let once = list("其他收入中，⟦岱阳市社会福利苑⟧代养服务收入135.62万元。")
    #expect(once.findings("name-mismatch").map(\.range) == once.marks)
    #expect(list("其他收入中，岱阳市社会福利院代养收入135.62万元，另有岱阳市社会福利会捐款。").findings("name-mismatch").isEmpty)
  }

  @Test func aRowThatTheSentenceWithAllOthersCallsOtherwiseIsTold() {
    func sample(_ row: String, _ again: String = "岱阳市殡葬服务中心由民政局主管。") -> RuleSample {
      RuleSample(
        "岱阳市民政局2025年部门预算\n\n一、概况\n\n下属单位3个，分别为：岱阳市社会福利院、岱阳市殡葬服务中心、岱阳市救助管理站。\n\n"
          + "序号\t单位名称\t单位性质\n1\t岱阳市社会福利院\t公益一类\n2\t\(row)\t公益一类\n3\t岱阳市救助管理站\t公益一类\n\n"
          + again + "\n")
    }
    let wrong = sample("⟦岱阳市殡葬管理中心⟧")
    #expect(wrong.findings("name-mismatch").map(\.range) == wrong.marks)
    #expect(wrong.marks.count == 1)
    #expect(sample("岱阳市殡葬服务中心").findings("name-mismatch").isEmpty)
    // Each of the two names stands once: either may be the wrong one.
    #expect(sample("岱阳市殡葬管理中心", "各单位独立核算。").findings("name-mismatch").isEmpty)
  }

  @Test func anotherTownsNameIsTold() {
    let own = "澜平县青屏镇人民政府"
    let tables = ["收入决算表", "支出决算表", "财政拨款表"].map {
      "\($0)\n部门：\(own)\t\t单位：万元\n项目\t合计\t本年\n合计\t30.00\t30.00\n农林水支出\t30.00\t30.00\n\n"
    }.joined()
    let sample = RuleSample(
      "\(own)2023年度部门决算\n\n一、概况\n\n纳入决算编报的单位共1个，分别是：⟦澜平县勐坝镇人民政府⟧。\n\n\(tables)")
    #expect(sample.findings("name-mismatch").map(\.range) == sample.marks)
  }

  @Test func aTableThatIsNotThereIsNoReference() {
    let tables = (1...4).map { "公开0\($0)表\n单位：万元\n项目\t合计\n合计\t30.00\n支出\t30.00\n\n" }.joined()
    let sample = RuleSample("某县交通运输局2024年度部门决算\n\n\(tables)自评得分96.50分，详见⟦公开40表⟧。本年支出见公开04表。\n")
    #expect(sample.findings("missing-section").filter { sample.marks.contains($0.range) }.count == 1)
  }
}
