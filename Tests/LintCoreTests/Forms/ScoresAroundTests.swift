import Testing

@testable import LintCore

/// Scores in the text around those of the forms.
@Suite struct ScoresAroundTests {
  private static func form(_ name: String, _ score: String) -> String {
    """
    项目支出绩效自评表
    项目名称→\(name)→→→→→→
    一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分→原因
    产出指标→数量指标→绿地面积→≥360亩→362亩→80→80→
    满意度指标→满意度→群众满意度→≥90%→96%→20→\(score)→绿地偏少
    总分→→→→→100→\(score.isEmpty ? "" : String(80 + (Int(score) ?? 0)))→
    """
  }

  private static func draft(_ text: String) -> String {
    [text, form("公共绿地养护", "20"), form("道路照明维护", "17"), form("环卫设备更新", "9")]
      .joined(separator: "\n\n")
  }

  @Test(arguments: [
    "3个重点项目平均得分95.33分。",
    "3个重点项目平均得分⟦95.23¦warning score⟧分。",
    "2个重点项目平均得分95.23分。",
    "得分最高的是“公共绿地养护”项目，100分；最低的是“环卫设备更新”项目，89分。",
    "得分最高的是“道路照明维护”项目，⟦100¦warning score⟧分；最低的是“环卫设备更新”项目，89分。",
  ])
  func meansAndExtremes(text: String) {
    expectFindings(Self.draft(text), by: ["score"])
  }

  @Test(arguments: [
    "公共绿地养护项目预算执行率指标得9.79分；产出指标50分，得50分；效益指标30分，得30分；满意度指标11分，得10.21分。自评总得分100分。",
    "公共绿地养护项目预算执行率指标得⟦9.97¦error score-total⟧分；产出指标50分，得50分；效益指标30分，得30分；满意度指标11分，得10.21分。自评总得分100分。",
    "公共绿地养护项目预算执行率指标得9.79分；产出指标50分，得50分；效益指标30分，得30分。自评总得分100分。",
  ])
  func partsBeforeATotal(text: String) {
    expectFindings(Self.draft(text), by: ["score", "score-total"])
  }
}
