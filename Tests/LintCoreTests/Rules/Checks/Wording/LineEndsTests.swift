import Testing

@testable import LintCore

@Suite struct LineEndsTests {
  /// The items of a list with what ends each.
  private static func items(_ ends: [String]) -> String {
    let texts = ["因公出国（境）经费支出0万元，全年未安排", "公务用车购置及运行维护费支出0万元", "公务接待费支出0.12万元，与上年持平", "其他支出按规定执行，从严控制"]
    let lines = zip(texts, ends).enumerated().map { "\($0.offset + 1).\($0.element.0)\($0.element.1)" }
    return lines.joined(separator: "\n\n") + "\n"
  }

  @Test func anItemThatEndsInACommaIsTold() {
    expectFindings(Self.items(["。", "⟦，¦warning punctuation⟧", "。", "。"]), by: ["punctuation"])
    expectFindings(Self.items(["。", "⟦、¦warning punctuation⟧", "。", "。"]), by: ["punctuation"])
    expectFindings(Self.items(["。", "⟦；¦info punctuation⟧", "。", "。"]), by: ["punctuation"])
  }

  @Test func anItemWithoutAStopIsToldBetweenItemsWithOne() {
    func items(_ last: String) -> String {
      """
      1.教育支出（类）普通教育（款）小学教育（项）：决算数为14.98万元，完成预算100%。

      2.教育支出（类）普通教育（款）初中教育（项）：决算数为20.30万元，完成预算100\(last)

      3.教育支出（类）普通教育（款）高中教育（项）：决算数为69.14万元，完成预算100%。
      """
    }
    expectFindings(items("⟦%¦info punctuation⟧"), by: ["punctuation"])
    expectFindings(items("%。"), by: ["punctuation"])
  }

  @Test(arguments: [
    ["。", "。", "。", "。"], ["；", "；", "；", "。"], ["，", "，", "，", "。"], ["；", "。", "。", "。"],
    ["", "", "", ""], ["。", "：", "。", "。"],
  ])
  func listsThatPartTheirItemsAreSilent(ends: [String]) {
    expectFindings(Self.items(ends), by: ["punctuation"])
  }

  @Test(arguments: [
    "其中：基本支出185.88万元，占68.84%⟦；¦info punctuation⟧", "其中：基本支出185.88万元，占68.84%⟦，¦warning punctuation⟧",
    "其中：基本支出185.88万元，占68.84%。", "其中：基本支出185.88万元，占68.84%",
  ])
  func aSectionThatEndsInAMarkOfAClauseIsTold(text: String) {
    expectFindings(
      """
      三、支出决算情况说明

      2021年本年支出合计270万元，\(text)

      四、财政拨款收入支出决算总体情况说明

      2021年财政拨款收、支总计270万元。
      """, by: ["punctuation"])
  }

  @Test func aNoteOfSeveralItemsIsSilent() {
    expectFindings("注：1.本表反映本年度一般公共预算财政拨款支出情况；\n\n2.农林水支出比上表少31.00万元，系其他资金安排。\n", by: ["punctuation"])
  }

  @Test func whatLeadsToAListIsSilent() {
    expectFindings(
      """
      三、重点工作

      一年来围绕中心工作主要做好以下几项工作，

      1.加强基础设施建设，改善群众出行条件。

      2.加强队伍建设。

      四、机构设置

      本单位内设办公室。
      """, by: ["punctuation"])
  }
}
