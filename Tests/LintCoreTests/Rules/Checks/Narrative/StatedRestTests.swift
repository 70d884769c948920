import Testing

@testable import LintCore

/// What a sentence says behind a list, on its other side, or in an attachment.
@Suite struct StatedRestTests {
  @Test(arguments: [
    "支出100.00万元中，人员经费30.00万元、公用经费20.00万元，项目支出50.00万元。",
    "支出100.00万元中，人员经费30.00万元、公用经费20.00万元，两项合计50.00万元，项目支出50.00万元。",
    "采购支出88.64万元。面向中小企业采购75.90万元，其中面向小微企业采购48.20万元；面向大型企业采购12.74万元。",
    "本年收入100.00万元，其中：财政拨款收入⟦60.00万元⟧、事业收入30.00万元。",
  ])
  func aRestThatIsStatedCompletesTheList(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum").count == (sample.marked.isEmpty ? 0 : 1))
  }

  @Test(arguments: [
    "收入预算120.00万元，比上年⟦（减少）减少⟧10.00万元。", "收入预算120.00万元，比上年⟦增加（减少）⟧10.00万元。",
    "收入预算120.00万元（增加），减少10.00万元。",
  ])
  func aChoiceThatWasMadeLeavesNoBracket(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("template-residue") == sample.marked)
  }

  /// Accounts whose report in the attachment repeats what the main text says.
  private static func attached(_ main: String, _ report: String) -> RuleSample {
    RuleSample(
      """
      某县残联2023年度单位决算

      第一部分 单位概况

      \(main)

      第四部分 附件

      附件1

      2023年度部门整体绩效评价报告

      （一）概况

      \(report)

      """)
  }

  @Test(arguments: [
    ("参公编制9名、事业编制3名、工勤编制1名，合计13名。", "编制数13名。"), ("编制13名，其中：参公编制9名、事业编制4名。", "编制数13名。"),
    ("2023年政府采购支出总额24.86万元。", "2023年政府采购支出24.86万元。"),
    ("2023年政府采购支出总额24.86万元。", "2023年政府采购支出⟦28.46万元⟧。"),
  ])
  func anAttachmentRepeatsTheMainText(main: String, report: String) {
    let draft = Self.attached(main, report)
    #expect(draft.findings("narrative-repeat").filter { $0.severity > .info }.map(\.range) == draft.marks)
  }

  /// A sentence of both sides beside the table of a fund.
  private static func sides(_ expense: String) -> RuleSample {
    RuleSample(
      """
      某局2024年度部门决算

      第二部分 2024年度部门决算情况说明

      2024年财政拨款收入总计、支出总计同为2144.59万元。

      从收入看，当年一般公共预算拨款1929.21万元，政府性基金预算拨款170.00万元，年初结转和结余45.38万元；从支出看，一般公共预算支出\
      1920.03万元，政府性基金支出\(expense)万元，年末结转和结余38.02万元。

      第三部分 2024年度部门决算表

      政府性基金预算财政拨款收入支出决算表

      单位：万元

      科目编码→科目名称→年初结转和结余→本年收入→本年支出小计→基本支出→项目支出→年末结转和结余
      合计→→32.00→170.00→186.54→→186.54→15.46
      212→城乡社区支出→32.00→170.00→186.54→→186.54→15.46

      """.replacing("→", with: "\t"))
  }

  @Test func theOtherSideOfASentenceIsNoPartOfTheFirst() {
    #expect(Self.sides("186.54").findings("narrative-table").map(\.range) == [])
  }

  /// Two forms of projects, of which one has money of its own.
  private static func forms(_ sentence: String) -> RuleSample {
    RuleSample(
      """
      某局2025年度部门预算

      第三部分 2025年度部门预算情况说明

      七、预算绩效目标情况

      \(sentence)

      项目支出绩效目标表

      单位：万元

      项目名称→农业专项→→
      年度资金总额→486.00→其中：财政拨款→486.00
      →→其他资金→0.00
      一级指标→二级指标→三级指标→指标值
      产出指标→数量指标→扶持主体数量→≥45家
      项目名称→农技推广经费→→
      年度资金总额→132.00→其中：财政拨款→96.00
      →→其他资金→36.00
      一级指标→二级指标→三级指标→指标值
      产出指标→数量指标→培训农民人次→≥320人次

      """.replacing("→", with: "\t"))
  }

  @Test(arguments: [
    "2025年共设置2个项目绩效目标，共涉及资金618.00万元。", "2025年共设置2个项目绩效目标，共涉及财政拨款资金582.00万元。",
    "2025年共设置2个项目绩效目标，共涉及财政拨款资金⟦528.00万元⟧。", "2025年共设置2个项目绩效目标，共涉及资金⟦681.00万元⟧。",
    "2025年共设置⟦3个⟧项目绩效目标，共涉及资金618.00万元。",
  ])
  func formsOfOneTableAreCountedAndAddedUp(sentence: String) {
    let draft = Self.forms(sentence)
    #expect(draft.findings("narrative-table").map(\.range) == draft.marks)
  }
}
