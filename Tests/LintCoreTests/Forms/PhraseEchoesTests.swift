import Testing

@testable import LintCore

/// Numbers of things in the text behind the words of a form.
@Suite struct PhraseEchoesTests {
  private static let rules: Set<String> = ["narrative-table"]

  private static func draft(_ text: String) -> String {
    """
    \(text)

    项目支出绩效目标表
    （2025年度）
    项目名称→文献资源建设→→
    项目资金（万元）→年度资金总额→60.00→
    →其中：财政拨款→60.00→
    年度目标→新购图书4.2万册，新增分馆6个，检修书架设备318台，举办阅读推广活动260场次。→→
    一级指标→二级指标→三级指标→指标值
    产出指标→数量指标→新购图书→≥4.2万册
    →→新增图书馆分馆→=6个
    →→检修书架设备数→≥318台
    →→举办读者培训班→≥12期
    满意度指标→服务对象满意度指标→读者满意度→≥90%
    """
  }

  @Test(arguments: [
    "图书馆全年新购图书⟦2.4万册¦warning narrative-table⟧，服务读者。", "新增图书馆分馆⟦8个¦warning narrative-table⟧，服务全体读者。",
    "文献资源建设项目全年检修书架设备⟦316台¦warning narrative-table⟧，服务读者。",
    "全市检修书架设备⟦316台¦warning narrative-table⟧，服务读者。",
  ])
  func whatAFormSaysInTheSameWords(text: String) {
    expectFindings(Self.draft(text), by: Self.rules)
  }

  @Test(arguments: [
    "图书馆全年新购图书4.2万册，新增图书馆分馆6个，检修书架设备318台。", "上年新购图书2.4万册，新增图书馆分馆8个，服务全体读者。",
    "全省新增图书馆分馆8个，其中检修书架设备316台，服务读者。", "截至目前累计检修书架设备2316台，服务全体读者。",
    "图书馆全年举办读者培训班15期，服务全体读者。", "全馆检修书架设备318套，新购图书4.2千册，服务读者。",
    "预计检修书架设备320余台，新增图书馆分馆8个以上的县区有2个，分馆共6个。", "每个分馆新购图书2.4万元，服务全体读者。",
    "全年新购图书约2.5万册，检修书架设备300多台，服务读者。", "近年来每年新增图书馆分馆8个，服务全体读者。",
    "市图书馆2025年度部门预算\n\n一、2024年工作回顾\n\n2024年服务全体读者，新增图书馆分馆8个。",
  ])
  func otherNumbersAreLeftAlone(text: String) {
    expectFindings(Self.draft(text), by: Self.rules)
  }
}

/// The mean, the best and the worst of a list of scores.
@Suite struct ListedScoresTests {
  private static func draft(_ text: String, behind: String = "") -> String {
    """
    一、项目绩效自评结果

    \(text)

    项目支出绩效自评结果汇总表
    序号→项目名称→全年预算数→全年执行数→自评得分→等级
    1→人大代表活动经费→3.00→2.86→96.53→优
    2→信访维稳经费→46.50→46.50→95.00→优
    3→网格员补贴→186.00→178.32→94.59→优
    4→村组道路建设→405.05→386.45→92.54→优
    合计→→640.55→614.13→→

    \(behind)
    """
  }

  @Test(arguments: [
    "4个项目自评等级均为“优”，平均得分94.67分，最高分96.53分，最低分92.54分。",
    "4个项目自评等级均为“优”，平均得分⟦94.76¦warning score⟧分，最高分96.53分。",
    "4个项目自评等级均为“优”，最高分⟦95.63¦warning score⟧分，最低分⟦94.59¦warning score⟧分。",
    "4个项目自评等级均为“优”，平均得分94.7分，最高得分为96.53分。",
    // Weighed with what was spent.
    "4个项目自评等级均为“优”，加权后平均得分93.34分。", "4个项目自评等级均为“优”，按预算加权平均得分93.35分。",
    "3个重点项目自评等级均为“优”，平均得分95.37分。", "自评覆盖率100%，平均得分95.37分。",
    "4个项目自评等级均为“优”，其中平均得分95.37分的有2个。", "4个项目自评等级均为“优”，上年平均得分95.37分。",
    "4个项目自评等级均为“优”，满意度指标平均得分9.37分。", "4个项目自评，平均得分95分。",
    "8个项目自评等级均为“优”，4个项目得分情况见下表，最高分100分。",
  ])
  func scoresOfAListBelow(text: String) {
    expectFindings(Self.draft(text), by: ["score"])
  }
}
