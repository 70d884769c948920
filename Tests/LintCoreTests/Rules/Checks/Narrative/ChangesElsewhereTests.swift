import Testing

@testable import LintCore

/// Changes that figures or other changes in other sentences and paragraphs show to be wrong.
@Suite struct ChangesElsewhereTests {
  private static func reasons(_ reasons: String, _ kinds: String = kinds) -> String {
    "2024年收支总预算8377.20万元，比2023年预算8092.65万元增加⟦284.55万元⟧，增长3.52%。收支总预算增加的主要原因：\(reasons)\n\n\(kinds)"
  }

  private static let kinds =
    "2024年支出预算8377.20万元，其中：基本支出6240.80万元，占74.50%；项目支出2136.40万元，占25.50%。"

  @Test(arguments: [
    reasons("一是缴费基数上调，基本支出增加253.60万元；二是新增项目，增减相抵后项目支出净增加30.95万元。"),
    reasons("一是缴费基数上调，基本支出相应增加253.60万元；二是项目支出增加30.95万元。"),
    // One of more reasons, or kinds of spending besides.
    reasons("一是缴费基数上调，基本支出增加235.60万元；二是项目支出增加30.95万元；三是上缴上级支出增加18.00万元。", "2024年上缴上级支出18.00万元。"),
    reasons("缴费基数上调，基本支出增加235.60万元。"),
    reasons("人员经费比年初预算增加，基本支出增加235.60万元，项目支出增加30.95万元。"),
    reasons("一是财政拨款基本支出增加235.60万元；二是财政拨款项目支出增加30.95万元。"),
    reasons("一是基本支出增加120.10万元；二是项目支出增加30.95万元；三是经营支出增加。"),
  ])
  func reasonsMayDivideAChange(text: String) {
    let sample = NarrativeSample(text.replacing("⟦", with: "").replacing("⟧", with: ""))
    #expect(sample.reported("narrative-sum") == [])
    #expect(sample.reported("direction") == [])
  }

  @Test(arguments: [
    reasons("一是缴费基数上调，基本支出增加235.60万元；二是新增项目，增减相抵后项目支出净增加30.95万元。"),
    reasons("一是缴费基数上调，基本支出相应增加253.60万元；二是项目支出增加80.95万元。"),
  ])
  func twoKindsThatAreAllMakeTheChange(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test func aKindThatWentTheOtherWayIsFound() {
    let sample = NarrativeSample(
      Self.reasons("一是缴费基数上调，基本支出增加253.60万元；二是项目支出净减少30.95万元。"))
    #expect(sample.reported("direction") == ["减少"])
  }

  private static func items(
    _ abroad: String, _ cars: String, _ guests: String, whole: String = "增加⟦9.80万元⟧，增长22.58%"
  ) -> NarrativeSample {
    NarrativeSample(
      """
      2024年“三公”经费预算53.20万元，比2023年预算43.40万元\(whole)。具体情况如下：

      （一）因公出国（境）费\(abroad)。

      （二）公务用车购置及运行费\(cars)。

      （三）公务接待费\(guests)。
      """)
  }

  private static let cars = "50.00万元，比2023年预算33.00万元增加17.00万元，增长51.52%"
  private static let guests = "3.20万元，比2023年预算3.60万元减少0.40万元，下降11.11%"

  @Test func threeItemsMakeTheChange() {
    let wrong = Self.items("0万元，比2023年预算减少8.60万元，下降100%", Self.cars, Self.guests)
    #expect(wrong.reported("narrative-sum") == wrong.marked)
    let turned = Self.items(
      "0万元，比2023年预算减少6.80万元", "50.00万元，比2023年预算减少17.00万元", Self.guests)
    #expect(turned.reported("direction") == ["减少"])
  }

  @Test(arguments: [
    items("0万元，比2023年预算减少6.80万元，下降100%", cars, guests, whole: "增加9.80万元，增长22.58%"),
    // Since another figure than the whole.
    items("0万元，比2023年执行数减少8.60万元，下降100%", cars, guests, whole: "增加9.80万元，增长22.58%"),
    items("0万元，比2022年预算减少8.60万元", cars, guests, whole: "增加9.80万元，增长22.58%"),
    items("0万元，减少8.60万元", cars, guests, whole: "增加9.80万元，增长22.58%"),
    // What an item has changed by is not said.
    items("0万元，未安排出国（境）团组", cars, guests, whole: "增加9.80万元，增长22.58%"),
  ])
  func itemsThatMakeTheChangeOrMayDoSo(sample: NarrativeSample) {
    #expect(sample.reported("narrative-sum") == [])
    #expect(sample.reported("direction") == [])
  }

  @Test(arguments: [
    "多16.05万元", "多⟦15.06万元⟧", "多⟦16.85万元⟧",
    // No slip of the pen: another figure may be meant.
    "多21.32万元",
  ])
  func aBaseBesideAFigureElsewhere(change: String) {
    let income = "2024年收入预算8377.20万元，其中：一般公共预算拨款收入8280.80万元；上年结转结余96.40万元。"
    let sample = NarrativeSample(income + "\n\n上年结转结余比2023年的80.35万元\(change)，主要是部分工程跨年实施。")
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test(arguments: [
    // The figure of the clause before, of a part, of several places.
    "2024年上年结转结余96.40万元。\n\n财政拨款结转结余比2023年的80.35万元多15.06万元。",
    "2024年上年结转结余96.40万元。\n\n年末结转结余比2023年的80.35万元多15.06万元。",
    "2024年公务接待费3.20万元。\n\n外宾接待费比2023年的2.15万元多1.50万元。",
    "2024年项目支出预算96.40万元，其中财政拨款项目支出95.41万元。\n\n项目支出比2023年的80.35万元多15.06万元。",
    "2024年公务接待费3.20万元，比2023年的2.15万元增加1.05万元。",
  ])
  func otherFiguresThanThoseOfTheName(text: String) {
    #expect(NarrativeSample(text).reported("growth-rate") == [])
  }
}
