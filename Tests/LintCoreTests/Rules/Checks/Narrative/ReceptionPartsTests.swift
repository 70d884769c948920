import Testing

@testable import LintCore

/// Receptions of visitors from home and from abroad against all receptions.
@Suite struct ReceptionPartsTests {
  @Test(arguments: [
    "3.公务接待费支出2.17万元，完成预算100%。其中：\n\n国内公务接待费2.17万元，接待23批次、186人次。国（境）外接待费0万元，接待0批次、0人次。",
    "3.公务接待费支出2.17万元。其中：\n\n国内公务接待费2.07万元，接待23批次、186人次。国（境）外接待费0.10万元，接待1批次、6人次。",
    "3.公务接待费支出2.17万元。其中：\n\n国内公务接待费⟦2.71万元⟧，接待23批次、186人次。国（境）外接待费0万元，接待0批次、0人次。",
    "3.公务接待费支出2.17万元。其中：\n\n国内公务接待费⟦1.17万元⟧，接待23批次、186人次。国（境）外接待费0万元，接待0批次、0人次。",
    // Less than all is no contradiction where nothing is said of visitors from abroad, and neither is a budget.
    "3.公务接待费支出2.17万元。其中：\n\n国内公务接待费1.17万元，接待23批次、186人次。",
    "3.公务接待费支出2.17万元。其中：\n\n国内公务接待费预算2.71万元。",
  ])
  func bothMakeTheWhole(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }
}
