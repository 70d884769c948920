import Testing

@testable import LintCore

/// Mistakes that one place of a draft proves, each beside wordings that are right.
@Suite struct SingleMistakeTests {
  // MARK: Funds of which nothing is said to be spent

  /// Accounts whose table of the fund shows 36.00 spent, or nothing.
  private static func fund(_ sentence: String, spent: String = "36.00") -> RuleSample {
    RuleSample(
      """
      某局2024年度部门决算

      第一部分 2024年度部门决算情况说明

      八、政府性基金预算支出决算情况说明

      \(sentence)

      第二部分 2024年度部门决算表

      政府性基金预算财政拨款收入支出决算表

      单位：万元

      科目编码→科目名称→年初结转和结余→本年收入→本年支出小计→基本支出→项目支出→年末结转和结余
      合计→→12.50→30.00→\(spent)→→\(spent)→6.50
      229→其他支出→12.50→30.00→\(spent)→→\(spent)→6.50
      22960→彩票公益金安排的支出→12.50→30.00→\(spent)→→\(spent)→6.50

      """.replacing("→", with: "\t"))
  }

  @Test(arguments: [
    ("2024年度政府性基金预算财政拨款支出36.00万元。", "36.00"), ("2024年度政府性基金预算财政拨款基本支出0万元。", "36.00"),
    ("2023年度政府性基金预算财政拨款支出0万元。", "36.00"), ("2024年度政府性基金预算财政拨款支出0万元。", "0.00"),
    ("2024年度政府性基金预算财政拨款支出年初预算为0万元，支出决算为36.00万元。", "36.00"),
  ])
  func fundsThatTheTableShowsAreSilent(sentence: String, spent: String) {
    #expect(Self.fund(sentence, spent: spent).findings("narrative-table").map(\.range) == [])
  }

  @Test func aFundOfZeroAgainstItsTableIsMarked() {
    let draft = Self.fund("2024年度政府性基金预算财政拨款支出⟦0万元⟧。")
    #expect(draft.findings("narrative-table").map(\.range) == draft.marks)
  }

  // MARK: Money without visits

  @Test(arguments: [
    "国内公务接待支出6.84万元，主要用于工作餐。国内公务接待86批次，742人次。", "国内公务接待支出0万元。国内公务接待0批次，0人次。",
    "国内公务接待支出6.84万元，主要用于工作餐。外事接待0批次，0人次。", "国内公务接待支出6.84万元，为支付上年接待费用。国内公务接待0批次，0人次。",
    "国内公务接待支出6.84万元，主要用于工作餐。国内公务接待⟦0批次⟧，0人次（不包括陪同人员），共计支出6.84万元。",
  ])
  func visitsAndMoneyFit(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-repeat") == sample.marked)
  }

  // MARK: Small firms

  @Test(arguments: [
    ("share", "2024年度政府采购支出总额501.54万元。授予中小企业合同金额431.27万元，占政府采购支出总额的85.99%。"),
    ("share", "2024年度政府采购支出总额501.54万元。授予中小企业合同金额501.54万元，占政府采购支出总额的100%。"),
    ("share", "2024年度政府采购支出总额501.54万元。授予中小企业合同金额531.27万元，占政府采购支出总额的⟦105.93%⟧。"),
    ("narrative-sum", "2024年政府采购预算194.90万元。面向中小企业采购120.00万元。"),
    ("narrative-sum", "2024年服务类采购预算194.90万元。面向中小企业预留220.00万元。"),
    ("narrative-sum", "2024年政府采购预算194.90万元。面向中小企业采购⟦220.00万元⟧。"),
  ])
  func noPartIsMoreThanItsWhole(rule: String, text: String) {
    let sample = NarrativeSample(text, isFinal: rule == "share")
    #expect(sample.reported(rule) == sample.marked)
  }

  // MARK: Counts of what is named

  @Test(arguments: [
    "实行绩效目标管理的项目3个，涉及资金349.00万元。项目分别为：甲系统186.50万元、乙系统98.00万元、丙系统64.50万元。",
    "实行绩效目标管理的项目⟦4个⟧，涉及资金349.00万元。项目分别为：甲系统186.50万元、乙系统98.00万元、丙系统64.50万元。",
    "实行绩效目标管理的项目4个，涉及资金349.00万元，其中：财政拨款331.00万元，其他资金18.00万元。",
    "实行绩效目标管理的项目4个，涉及资金349.00万元。其中规模较大的分别为：甲系统186.50万元、乙系统98.00万元。",
    "实行绩效目标管理的项目5个，涉及资金284.50万元，分别为：甲类项目186.50万元、乙类项目98.00万元。",
    "本单位内设8个机构科室，分别是办公室、德育处、少大队、教科处、后勤处、安全处、社区教育、幼儿园。",
    "本单位内设⟦7个⟧机构科室，分别是办公室、德育处、少大队、教科处、后勤处、安全处、社区教育、幼儿园。",
    "本单位内设4个科室，分别是办公室、德育处和安全、社区教育。", "本单位内设4个科室，包括办公室、德育处、社区教育。",
  ])
  func listsAreCounted(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  // MARK: Both sides

  @Test(arguments: [
    "收入预算1165.79万元，较去年减少59.04万元。支出预算1165.79万元，较去年减少59.04万元。",
    "收入预算1165.79万元，较去年减少59.04万元。支出预算1165.79万元，较去年减少⟦92.43万元⟧。",
    "收入预算1165.79万元，较去年减少59.04万元。支出预算1065.79万元，较去年减少92.43万元。",
    "收入预算1165.79万元，较上年决算减少59.04万元。支出预算1165.79万元，较上年预算减少92.43万元。",
  ])
  func bothSidesChangeAlike(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  // MARK: Reasons

  @Test(arguments: [
    "培训支出88.75万元，完成预算92.16%，决算数小于预算数的主要原因是会议、培训类项目压减开支。",
    "培训支出88.75万元，完成预算92.16%，决算数小于预算数的主要原因是其他资金列支的培训支出增加。",
    "培训支出88.75万元，完成预算92.16%，决算数小于预算数的主要原因是年初预算增加。",
    "培训支出88.75万元，完成预算92.16%，决算数小于预算数的主要原因是⟦会议、培训类项目支出增加⟧。",
    "机关运行经费支出151.41万元，比2023年度减少7.53万元，下降4.74%。主要原因是人员减少，相应公用经费减少。",
    "机关运行经费支出151.41万元，比2023年度减少7.53万元，下降4.74%。主要原因是⟦新招录人员增加，相应公用经费增加⟧。",
  ])
  func aFallIsNotExplainedByARise(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  // MARK: Unchanged

  @Test(arguments: [
    ("比上年预算减少0.20万元", "比上年预算减少0.20万元"), ("⟦持平⟧", "比上年预算减少0.20万元"), ("持平", "与上年预算持平"),
    ("基本持平", "比上年预算减少0.20万元"), ("持平", "比上年决算减少0.20万元"),
  ])
  func theWholeChangesWithItsParts(whole: String, part: String) {
    let sample = NarrativeSample(
      """
      2024年“三公”经费预算数为6.20万元，\(whole.contains("持平") ? "与上年预算" : "")\(whole)。其中：

      （一）因公出国（境）费0万元，与上年预算持平。

      （二）公务接待费0.60万元，\(part)。

      （三）公务用车购置及运行维护费5.60万元，与上年预算持平。
      """)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "公务接待费支出5.21万元，与上年度决算相比无变化。", "公务接待费支出5.21万元，与2023年度预算相比无变化。",
    "公务接待费支出5.21万元，与2024年度预算相比⟦无变化⟧。",
  ])
  func theBudgetInTheTableIsNotTheOutcome(sentence: String) {
    let draft = RuleSample(
      """
      某局2024年度“三公”经费支出决算

      一、2024年度一般公共预算财政拨款“三公”经费支出决算表

      单位：万元

      项目→预算数→决算数
      合计→49.90→7.69
      因公出国（境）费→20.00→0.00
      公务接待费→14.90→5.21
      公务用车购置及运行维护费→15.00→2.48

      二、情况说明

      \(sentence)

      """.replacing("→", with: "\t"))
    #expect(draft.findings("narrative-table").map(\.range) == draft.marks)
  }
}
