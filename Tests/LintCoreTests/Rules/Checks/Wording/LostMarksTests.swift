import Testing

@testable import LintCore

@Suite struct LostMarksTests {
  @Test(arguments: [
    "办公费3万元⟦（¦warning punctuation⟧含印刷费。", "办公费3万元（含印刷费）。", "办公费3万元含印刷费⟦）¦warning punctuation⟧。",
    // It may number an item in a way of its own.
    "包括：⟦（¦info punctuation⟧一、货物。",
  ])
  func aBracketThatNumbersNothingNeedsItsPartner(text: String) {
    expectFindings(text, by: ["punctuation"])
  }

  @Test(arguments: [
    "2021年支出270万元⟦其中¦info punctuation⟧：基本支出185.88万元。", "2021年支出270万元，其中：基本支出185.88万元。",
    "2021年支出270万元，其中基本支出185.88万元。", "工程其中：一标段3万元。", "2021年支出270万元（其中：基本支出185.88万元）。",
  ])
  func anAmountWithItsPartsNeedsAComma(text: String) {
    expectFindings(text, by: ["punctuation"])
  }

  @Test(arguments: [
    "教育支出195.8万元，占72.52%；卫生支出46.86万元，⟦17.36%¦warning punctuation⟧；住房支出13.08万元，占4.84%。",
    "教育支出195.8万元，占72.52%；卫生支出46.86万元，占17.36%；住房支出13.08万元，占4.84%。",
    "教育支出195.8万元，72.52%；卫生支出46.86万元，17.36%；住房支出13.08万元，4.84%。",
    "教育支出195.8万元，72.52%；卫生支出46.86万元，17.36%；住房支出13.08万元，占4.84%；其他支出1万元，占0.3%。",
    "教育支出195.8万元，占72.52%；卫生支出46.86万元，占17.36%，比上年增加3万元，12.5%的增幅最大。",
    "教育支出195.8万元，占72.52%；卫生支出46.86万元，增长17.36%；住房支出13.08万元，占4.84%。",
  ])
  func theOnlyShareWithoutItsWordIsTold(text: String) {
    expectFindings(text, by: ["punctuation"])
  }

  @Test(arguments: [
    "某县总工会的基本职能⟦1、¦info punctuation⟧维护职工权益；2、参加经济建设；3、参与社会管理。",
    "某县总工会的基本职能：1、维护职工权益；2、参加经济建设；3、参与社会管理。", "项目附件1、附件2；2、见附件3；3、见附件4。",
    "基本职能1、维护职工权益，共2、3个方面。", "1、维护职工权益；2、参加经济建设；3、参与社会管理。",
  ])
  func theHeadOfAListNeedsAColon(text: String) {
    expectFindings(text, by: ["punctuation"])
  }

  @Test(arguments: [
    "（七）主管干部教育工作，⟦制度¦warning typo⟧干部教育规划；负责培训。", "贯彻法律法规和方针政策，⟦制度¦warning typo⟧全区民政事业发展规划并组织实施。",
    "完善内部控制，⟦制度¦warning typo⟧项目资金管理办法。", "主管干部教育工作，制定干部教育规划；负责培训。", "完善管理，制度建设规划有序推进。",
    "各项工作有序，制度全市推广，成效明显。", "健全机制，制度项目化推进。", "修订完善干部制度，规划有序。",
  ])
  func aNounInThePlaceOfAVerbIsTold(text: String) {
    expectFindings(text, by: ["typo"])
  }

  @Test(arguments: [
    "办公及其他用房4,280.00平方米⟦共有车辆¦warning punctuation⟧2辆。", "资产总额120.00万元⟦共有车辆¦warning punctuation⟧2辆。",
    "办公及其他用房4,280.00平方米。共有车辆2辆。", "截至2024年12月31日，本部门共有车辆2辆。", "年末共有车辆2辆，价值120.00万元。",
    "价值200万元以上共有车辆2辆。",
  ])
  func whatIsCountedNextNeedsAMark(text: String) {
    expectFindings("某区教育局2024年部门决算\n\n\(text)\n", by: ["punctuation"])
  }
}
