import Testing

@testable import LintCore

@Suite struct CompletenessCheckTests {
  @Test func aCompleteBudgetIsSilent() {
    let rules = Set(["missing-section", "missing-table", "toc-mismatch", "numbering", "empty-table-note"])
    var options = LintOptions()
    options.select = rules
    let result = Linter(book: .standard).lint(SourceText(Array(BudgetSample().text.utf8)), options: options)
    #expect(result.profile == "department-budget")
    #expect(result.findings.map { $0.message.text(.english) } == [])
  }

  @Test(arguments: 0..<9) func eachTableIsMissed(index: Int) throws {
    var sample = BudgetSample()
    let title = sample.tables.remove(at: index).title
    sample.notes = sample.notes.reduce(into: [:]) { $0[$1.key > index ? $1.key - 1 : $1.key] = $1.value }
    let findings = sample.findings("missing-table")
    #expect(findings.count == 1, "\(title): \(findings)")
    #expect(findings.first?.hasSuffix("第二部分 预算表") == true)
  }

  @Test func missingDefinitionsAreReportedAtTheLastChapter() {
    var sample = BudgetSample()
    sample.hasTerms = false
    #expect(sample.findings("missing-section") == ["error 第三部分 情况说明"])
  }

  @Test(arguments: ["政府性基金拨款支出预算26.00万元，与2023年预算持平；", "政府性基金财政拨款支出预算26.00万元；", ""])
  func theFundsMayBeStatedAsAppropriations(sentence: String) {
    var sample = BudgetSample()
    sample.statements.removeAll { $0.title == "政府性基金情况" }
    let text = "2024年财政拨款支出预算56.00万元，其中：一般公共预算拨款支出预算30.00万元；" + sentence + "国有资本0万元。"
    sample.statements.insert(("预算编制说明", text), at: 1)
    sample.tables[7].rows += "26.00"
    sample.notes[7] = nil
    #expect(sample.findings("missing-section").isEmpty == !sentence.isEmpty)
  }

  @Test func aTableThatOnlyTheContentsHaveIsAWarningThere() {
    var sample = BudgetSample()
    sample.contents = BudgetSample.listing(sample.tables.map(\.title))
    sample.tables.remove(at: 6)
    sample.notes = [6: "注：本表无数据。", 7: "注：本表无数据。"]
    #expect(
      sample.findings("missing-table", "toc-mismatch") == ["warning 七、2024年“三公”经费支出预算表"])
  }

  @Test func aListedTableOfNoDutyThatIsATitleAloneIsReported() {
    var sample = BudgetSample()
    sample.tables.append(("政府采购预算表", ""))
    sample.contents = BudgetSample.listing(sample.tables.map(\.title))
    #expect(sample.findings("missing-table", "toc-mismatch") == ["warning 十、政府采购预算表"])
  }

  @Test func theChapterOfTablesIsNoTable() {
    var sample = BudgetSample()
    sample.contents = BudgetSample.listing(sample.tables.map(\.title)) + ["2024年部门预算表"]
    let text = sample.text.replacing("# 第二部分 预算表", with: "# 2024年部门预算表")
    #expect(RuleSample(text).findings("missing-table").isEmpty)
  }

  @Test func aTitleOverSeveralFormsIsNoLoneTitle() {
    var sample = BudgetSample()
    sample.tables.append(("项目支出绩效目标表", ""))
    sample.contents = BudgetSample.listing(sample.tables.map(\.title))
    #expect(sample.findings("missing-table") == ["warning 十、项目支出绩效目标表"])
    let form = "项目名称\t清淤\n年度目标\t清淤十二座\n一级指标\t三级指标\n产出指标\t清淤"
    sample.tables[9].rows = "### 项目支出绩效目标表（一）\n\n\(form)\n\n### 项目支出绩效目标表（二）\n\n\(form)"
    #expect(sample.findings("missing-table") == [])
  }

  @Test func aPartMayBeginWithTheListOfItsTables() {
    var sample = BudgetSample()
    sample.contents = BudgetSample.listing(sample.tables.map(\.title))
    let list = zip(BudgetSample.numerals, sample.tables).enumerated().map { index, pair in
      "\(pair.0)、\(pair.1.title)（预算公开0\(index + 1)表）\n"
    }
    let text = sample.text.replacing("# 第二部分 预算表\n", with: "# 第二部分 预算表\n\n" + list.joined())
    #expect(RuleSample(text).findings("missing-table").isEmpty)
  }

  @Test func aDraftWhosePicturesWereLostIsToldOnce() {
    var sample = BudgetSample()
    sample.tables = sample.tables.map { ($0.title, "") }
    sample.notes = [:]
    sample.contents = BudgetSample.listing(sample.tables.map(\.title))
    #expect(sample.findings("missing-table") == ["warning 第二部分 预算表"])
  }

  @Test func aTableInAnAttachmentIsOnlyMentioned() {
    var sample = BudgetSample()
    sample.tables[6].rows = "见附件。"
    #expect(sample.findings("missing-table") == ["info 七、2024年“三公”经费支出预算表"])
  }

  @Test(arguments: ["", "某区教育局2024年部门预算\n", "# 表1 收支总表\n项目\t金额\n合计\t1.00\n"])
  func aFragmentLacksNothing(text: String) {
    #expect(RuleSample(text).findings("missing-section", "missing-table").isEmpty)
  }
}
