import Testing

@testable import LintCore

/// Forms that say beside their money whose it is, what it is for and when it is paid: 预算数, 资金用途, 资金支出计划（%）.
@Suite struct FundPlanTests {
  private static let draft = """
    某县交通运输局2025年部门预算

    一、绩效目标

    2025年，全县计划日常养护农村公路1514.20公里，年客运量不低于310万人次，农村公路日常养护资金918.60万元。

    对县道186.50公里、乡道402.30公里、村道925.40公里实施常态化养护。

    农村公路日常养护资金绩效目标表

    部门：某县交通运输局→→→→单位：万元
    项目编码→13112725P00310210027→项目名称→农村公路日常养护资金→→→
    预算规模及资金用途→预算数→918.60→其中：财政资金→918.60→其他资金→0.00
    资金用途→用于日常保洁378.60万元、路面小修420.00万元、桥涵检测及附属设施维护120.00万元。→→→→→
    资金支出计划（%）→3月底→6月底→10月底→12月底→→
    →25%→50%→80%→100%→→
    绩效目标→1．农村公路列养率达到100%；2．桥涵安全畅通。→→→→→
    一级指标→二级指标→三级指标→绩效指标描述→指标值→指标值确定依据→
    产出指标→数量指标→日常养护里程→纳入养护的公路里程→1514.20公里→公路年报→
    →数量指标→年客运量→全年运送旅客人次→≥310万人次→统计报表→
    →时效指标→病害处置及时率→发现后7日内处置的比例→≥95%→管理制度→
    →成本指标→养护资金总额→实际支出不超过预算→≤918.60万元→部门预算→
    满意度指标→服务对象满意度指标→群众满意度→问卷调查满意率→≥90%→问卷调查→
    """

  private static let rules: Set<String> = [
    "narrative-sum", "share-sum", "row-total", "column-total", "indicator-target", "narrative-table",
  ]

  private func expect(_ old: String, _ new: String, by rule: String? = nil) {
    expectFindings(Self.draft.replacing(old, with: new), by: rule.map { [$0] } ?? Self.rules)
  }

  @Test func whatFitsIsSilent() {
    expectFindings(Self.draft, by: Self.rules)
    // Other uses may be left out, or the money be paid by quarters and in part.
    expect("桥涵检测及附属设施维护120.00万元", "桥涵检测等102.00万元")
    expect("桥涵检测及附属设施维护120.00万元", "桥涵检测80.00万元")
    expect("25%→50%→80%→100%", "25.00→50.00→80.00→100.00")
    expect("25%→50%→80%→100%", "25%→50%→80%→90%")
    expect("3月底→6月底→10月底→12月底→→\n→25%→50%→80%→100%", "一季度→二季度→三季度→四季度→→\n→15%→25%→40%→20%")
    expect(
      "资金支出计划（%）→3月底→6月底→10月底→12月底→→\n→25%→50%→80%→100%",
      "资金支出计划（万元）→3月底→6月底→10月底→12月底→→\n→200.00→400.00→800.00→918.60")
    expect("≤918.60万元", "≤600.00万元")
    // Alone, a source is a choice.
    expect("→其中：财政资金→918.60→其他资金→0.00", "→其中：财政资金→700.00→→")
  }

  @Test func sourcesMakeTheMoney() {
    expect("预算数→918.60→其中：财政资金→918.60", "预算数→⟦918.60¦error column-total⟧→其中：财政资金→916.80", by: "column-total")
    expect(
      "预算数→918.60→其中：财政资金→918.60→其他资金→0.00", "预算数→⟦918.60¦error column-total⟧→其中：财政资金→916.80→→",
      by: "column-total")
  }

  @Test func usesMakeTheMoney() {
    expect("420.00万元", "⟦402.00万元¦warning narrative-sum⟧")
    expect("120.00万元", "⟦210.00万元¦error narrative-sum⟧")
    expect("918.60→其中：财政资金→918.60", "⟦981.60¦warning narrative-sum⟧→其中：财政资金→981.60", by: "narrative-sum")
  }

  @Test func plansRiseToTheWhole() {
    expect("25%→50%→80%→100%", "25%→50%→⟦45%¦warning share-sum⟧→100%")
    expect(
      "3月底→6月底→10月底→12月底→→\n→25%→50%→80%→100%", "一季度→二季度→三季度→四季度→→\n→⟦15%→25%→40%→30%¦warning share-sum⟧")
    expect(
      "资金支出计划（%）→3月底→6月底→10月底→12月底→→\n→25%→50%→80%→100%",
      "资金支出计划（万元）→3月底→6月底→10月底→12月底→→\n→200.00→400.00→800.00→⟦981.60¦warning row-total⟧")
  }

  @Test func theOnlyCostIsTheMoney() {
    expect("≤918.60万元", "⟦≤916.80万元¦warning indicator-target⟧", by: "indicator-target")
  }

  @Test func theTextOnTheWholeSaysWhatTheFormsSay() {
    expect("农村公路1514.20公里", "农村公路⟦1541.20公里¦warning narrative-table⟧")
    expect("不低于310万人次", "不低于⟦301万人次¦warning narrative-table⟧")
    expect("日常养护资金918.60万元。", "日常养护资金⟦981.60万元¦warning narrative-table⟧。", by: "narrative-table")
    expect(
      "县道186.50公里、乡道402.30公里、村道925.40公里实施",
      "县道⟦186.50公里、乡道402.30公里、村道952.40公里¦warning narrative-table⟧实施")
    // Figures of other years and of other things.
    expect("日常养护农村公路1514.20公里", "上年日常养护农村公路1541.20公里")
    expect("年客运量不低于310万人次", "货运量不低于301万人次")
    expect("计划日常养护农村公路1514.20公里", "计划新改建国道1541.20公里")
    expect("日常养护资金918.60万元。", "日常养护资金比上年增加981.60万元。")
  }

  @Test(arguments: ["元/人", "年", "万"])
  func targetsInMoneyForEachOrInYearsAreLookedForToo(unit: String) {
    let draft = Self.draft.replacing("310万人次", with: "310\(unit)")
    let row = "年客运量→全年运送旅客人次→≥310\(unit)"
    #expect(draft.contains(row))
    expectFindings(
      draft.replacing("年客运量不低于310\(unit)", with: "年客运量不低于⟦301\(unit)¦warning narrative-table⟧"),
      by: Self.rules)
  }
}
