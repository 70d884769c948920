import Testing

@testable import LintCore

/// Codes of subjects in sentences against those of the tables.
@Suite struct CodeMentionsTests {
  private static let rules: Set<String> = ["code-name"]

  private static func draft(_ text: String) -> String {
    """
    # 某县某局2025年度部门预算

    \(text)

    一般公共预算支出表
    单位：万元
    科目编码→科目名称→合计
    210→卫生健康支出→120.00
    21011→行政事业单位医疗→120.00
    2101101→行政单位医疗→72.00
    2101102→事业单位医疗→48.00
    213→农林水支出→64.20
    21301→农业农村→64.20
    2130109→农产品质量安全→64.20
    合计→→184.20
    """
  }

  @Test(arguments: [
    "卫生健康支出（210）行政事业单位医疗（21011）行政单位医疗（2101101）72.00万元。",
    "其中，行政单位医疗（⟦2101110¦warning code-name⟧）为主要支出。",
    "卫生健康支出（⟦201¦warning code-name⟧）行政事业单位医疗（⟦21101¦warning code-name⟧）。",
    "⟦行政单位医疗（2101102）支出预算72.00万元¦warning code-name⟧。",
    "住房公积金（2210201）支出预算9.00万元。", "电话（2101110）。", "行政单位医疗（2080505）。", "行政单位医疗（项）72.00万元。",
    "2130109-农产品质量安全64.20万元。", "2130109-⟦农产品质量检测¦warning code-name⟧64.20万元。",
    "2130109-农产品64.20万元。", "编号（2101102）。",
  ])
  func codesOfTheText(text: String) {
    expectFindings(Self.draft(text), by: Self.rules)
  }

  @Test(arguments: [
    "一般公共服务支出（201）市场监督管理事务（20138）行政运行（2013801）10.00万元。",
    "一般公共服务支出（201）市场监督管理事务（⟦21038¦warning code-name⟧）行政运行（2013801）10.00万元。",
    "一般公共服务支出（⟦210¦warning code-name⟧）市场监督管理事务（20138）行政运行（2013801）10.00万元。",
    "卫生健康支出（210）、市场监督管理事务（20138）行政运行（2013801）10.00万元。", "一般公共服务支出（201）行政运行（2013801）10.00万元。",
    "甲支出（208）乙事务（21038）丙运行（2013801）。",
  ])
  func theCodesOfAPathBeginAlike(text: String) {
    expectFindings(
      "一般公共预算支出表\n单位：万元\n科目编码→科目名称→合计\n2013801→行政运行→10.00\n2013850→事业运行→20.00\n合计→→30.00\n\n" + text,
      by: ["code-name"])
  }
}
