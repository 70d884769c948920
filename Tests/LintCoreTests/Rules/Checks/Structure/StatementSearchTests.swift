import Testing

@testable import LintCore

@Suite struct StatementSearchTests {
  @Test(arguments: BudgetSample().statements.indices) func eachStatementIsMissed(index: Int) {
    var sample = BudgetSample()
    sample.statements.remove(at: index)
    #expect(sample.findings("missing-section").count == 1)
  }

  @Test(arguments: [0, 4, 7, 8, 9, 10]) func whatIsAskedForEverywhereIsMoreThanARemark(index: Int) {
    var sample = BudgetSample()
    sample.statements.remove(at: index)
    #expect(sample.findings("missing-section").allSatisfy { !$0.hasPrefix("info") })
  }

  @Test(arguments: BudgetSample().statements.indices) func aHeadingWithNothingUnderItIsMissing(index: Int) {
    var sample = BudgetSample()
    sample.statements[index].text = ""
    let title = "\(BudgetSample.numerals[index])、\(sample.statements[index].title)"
    let found = sample.findings("missing-section")
    #expect(found == ["error \(title)"] || found == ["warning \(title)"])
  }

  @Test func theMessageNamesWhatAsksForIt() {
    var sample = BudgetSample()
    sample.statements.remove(at: 7)
    let finding = RuleSample(sample.text).findings("missing-section").first
    #expect(finding?.message.text(.chinese).contains("预算法第十四条") == true)
  }

  @Test func statementsUnderOneHeadingArePresent() {
    var sample = BudgetSample()
    sample.statements[5] = (
      "政府性基金和国有资本经营预算情况", "2024年没有使用政府性基金预算和国有资本经营预算安排的支出。"
    )
    sample.statements.remove(at: 6)
    #expect(sample.findings("missing-section") == [])
  }

  @Test func statementsUnderFurtherMattersArePresent() {
    var sample = BudgetSample()
    let last = sample.statements[7...].enumerated().map {
      "（\(BudgetSample.numerals[$0.offset])）\($0.element.title)。\($0.element.text)\n\n"
    }
    sample.statements[7] = ("其他重要事项的情况说明", last.joined())
    sample.statements.removeSubrange(8...)
    #expect(sample.findings("missing-section") == [])
  }

  @Test func aStatementMayBeginWithASpokenNumber() {
    var sample = BudgetSample()
    let (title, text) = sample.statements[7]
    sample.statements[7] = ("其他重要事项的情况说明", "一是关于\(title)。\(text)")
    #expect(sample.findings("missing-section") == [])
  }

  /// Only the funds of a sentence about another subject are named: nobody explains them.
  @Test func aMentionUnderAnotherHeadingIsNoStatement() {
    var sample = BudgetSample()
    sample.statements[1].text = "2024年财政拨款收支预算30.00万元，其中：政府性基金预算拨款收入10.00万元。"
    sample.statements.remove(at: 5)
    #expect(sample.findings("missing-section") == ["info 五、“三公”经费情况"])
  }

  @Test func aMentionMayStandBehindTheOtherFunds() {
    var sample = BudgetSample()
    sample.statements[1].text =
      "2024年财政拨款支出中，一般公共预算财政拨款支出20.00万元，占66.67%；政府性基金预算财政拨款支出10.00万元，占33.33%。"
    sample.statements.remove(at: 5)
    #expect(sample.findings("missing-section") == ["info 五、“三公”经费情况"])
  }

  @Test func aTableWithFiguresGivesTheStatementWeight() {
    var sample = BudgetSample()
    sample.tables[7].rows = "科目编码\t科目名称\t合计\n212\t城乡社区支出\t10.00"
    sample.notes[7] = nil
    sample.statements.remove(at: 5)
    #expect(sample.findings("missing-section") == ["warning 五、“三公”经费情况"])
  }

  @Test func theStatementsOfAMissingChapterAreNotReportedOneByOne() {
    var sample = BudgetSample()
    sample.statements = []
    sample.notes[8]? += String(repeating: "各表的金额均为年初安排数，不含上年结转。", count: 20)
    #expect(sample.findings("missing-section") == ["error 第三部分 情况说明"])
  }

  @Test(arguments: ["本单位无三公经费预算。", "本单位无\"三公\"经费预算。", "本单位无「三公」经费预算。", "2024年没有安排三公经费。"])
  func theThreePublicFundsMayBeQuotedOtherwise(text: String) {
    var sample = BudgetSample()
    let index = sample.statements.firstIndex { $0.title.contains("三公") } ?? 0
    sample.statements[index].text = text
    #expect(sample.findings("missing-section") == [])
    sample.statements[index].text = "本单位从严控制三公经费。"
    #expect(sample.findings("missing-section").count >= 3)
  }
}
