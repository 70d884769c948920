import Testing

@testable import LintCore

/// What is left at the end of a year against what was left at its beginning.
@Suite struct CarriedChangeTests {
  @Test(arguments: [
    "年初财政拨款结转和结余35.20万元；本年收入2992.39万元；本年支出2998.29万元；年末财政拨款结转和结余29.30万元，较年初减少5.90万元。",
    "年初财政拨款结转和结余35.20万元；本年收入2992.39万元；本年支出2998.29万元；年末财政拨款结转和结余29.30万元，较年初⟦增加⟧5.90万元。",
    "年初财政拨款结转和结余35.20万元；本年收入2992.39万元；本年支出2998.29万元；年末财政拨款结转和结余29.30万元，比年初减少⟦9.50万元⟧。",
    "年初财政拨款结转和结余21.40万元；年末财政拨款结转和结余9.62万元，比年初减少11.78万元，包括一般公共预算9.00万元、政府性基金0.62万元。",
    "年初财政拨款结转和结余21.40万元；年末财政拨款结转和结余9.62万元，比年初⟦增加⟧11.78万元，包括一般公共预算9.00万元、政府性基金0.62万元。",
    // Two that were there before, and a change against the budget.
    "年初一般公共预算结转和结余21.40万元、政府性基金结转和结余3.00万元；年末结转和结余9.62万元，比年初增加11.78万元。",
    "年初财政拨款结转和结余35.20万元；年末财政拨款结转和结余29.30万元，较年初预算减少7.10万元。",
  ])
  func againstTheBeginning(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") + sample.reported("growth-rate") == sample.marked)
  }
}
