import Testing

@testable import LintCore

/// Shares of what stands in other paragraphs or in tables.
@Suite struct SharesElsewhereTests {
  private static let table = """
    三、支出总表

    单位：万元

    功能分类科目编码→科目名称→合计→基本支出→项目支出
    205→教育支出→1996.96→1572.96→424.00
    合计→→1996.96→1572.96→424.00

    四、说明


    """.replacing("→", with: "\t")

  private func expectMarked(_ text: String, isFinal: Bool = false) {
    let sample = NarrativeSample(Self.table + text, isFinal: isFinal)
    #expect(sample.reported("share") == sample.marked)
  }

  @Test(arguments: [
    "选取2个重点项目公开绩效目标，合计250.00万元，占项目支出总额的58.96%。",
    "选取2个重点项目公开绩效目标，合计250.00万元，占项目支出总额的⟦85.96%⟧。",
    "选取2个重点项目公开绩效目标，合计250.00万元，占项目支出总额的⟦58.92%⟧。",
    "选取2个重点项目公开绩效目标，合计205.00万元，占项目支出总额的⟦58.96%⟧。",
    // Far from what any figure gives, it may be a share of something else.
    "选取2个重点项目公开绩效目标，合计250.00万元，占项目支出总额的71.43%。",
    "选取2个重点项目公开绩效目标，合计250.00万元，占项目支出预算的59%。",
    "选取2个重点项目公开绩效目标，合计250.00万元，占上年项目支出总额的58.92%。",
    "全部项目425.00万元，选取2个公开绩效目标，合计250.00万元，占项目支出总额的58.82%。",
  ])
  func aShareOfAKindOfSpending(text: String) { expectMarked(text) }

  @Test(arguments: [
    "开展绩效自评，共涉及项目6个、资金424.00万元，占项目支出总额的100%。",
    "开展绩效自评，共涉及项目6个、资金⟦442.00万元⟧，占项目支出总额的100%。",
    "开展绩效自评，共涉及项目6个、资金⟦424.30万元⟧，占项目支出总额的100%。",
    // What rounds to 100 % may have been left to round.
    "开展绩效自评，共涉及项目6个、资金423.15万元，占项目支出总额的100%。",
    "开展绩效自评，共涉及项目6个、资金424万元，占项目支出总额的100%。",
    "全年执行项目支出424.30万元，开展绩效自评的资金424.30万元，占项目支出总额的100%。",
  ])
  func allOfAKindOfSpending(text: String) { expectMarked(text) }

  @Test(arguments: [
    "2024年收支总预算8377.20万元。\n\n2024年财政拨款收支总预算8012.20万元。支出包括：教育支出1192.16万元、卫生健康支出6820.04万元。财政拨款收支总预算占单位收支总预算的95.64%。",
    "2024年收支总预算8377.20万元。\n\n2024年财政拨款收支总预算8012.20万元。支出包括：教育支出1192.16万元、卫生健康支出6820.04万元。财政拨款收支总预算占单位收支总预算的⟦96.54%⟧。",
    // Not the unit's own total, or none that is stated.
    "2024年财政拨款收支总预算8012.20万元。支出包括：教育支出1192.16万元、卫生健康支出6820.04万元。财政拨款收支总预算占单位收支总预算的96.54%。",
    "2024年收支总预算8377.20万元。\n\n2024年财政拨款收支总预算8012.20万元。支出包括：教育支出1192.16万元、卫生健康支出6820.04万元。财政拨款支出占全县收支总预算的6.54%。",
  ])
  func aShareOfTheUnitsTotal(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("share") == sample.marked)
  }
}
