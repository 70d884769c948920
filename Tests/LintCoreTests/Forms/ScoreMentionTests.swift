import Testing

@testable import LintCore

@Suite struct ScoreMentionTests {
  private static let rules: Set<String> = ["score", "score-total"]

  /// A report with a table of scores of 94.5 points.
  static func report(_ sentence: String, before: String = "") -> String {
    """
    # 第三部分 情况说明

    \(before)

    附件1

    # 某局部门整体支出绩效自评报告

    \(sentence)

    部门整体支出绩效自评得分表

    一级指标→二级指标→分值→得分→备注
    预算管理→预算编制→40→38.5→
    预算管理→预算执行→30→28→
    产出效益→履职效果→30→28→
    合计→→100→94.5→
    """
  }

  @Test(arguments: [
    "资金使用效益较好，自评得分94.5分，评价等级为“优”。",
    "资金使用效益较好，自评得分95分左右。",
    "其中预算管理指标自评得分66.5分。",
    "甲项目自评得分91分，等级为优。",
    "各项目平均自评得分为92.3分。",
    "全部项目自评得分90分以上。",
    "甲自评得分91分，乙自评得分92分。",
    "部门整体支出自评总分94.5分，其中：预算编制得38.5分，预算执行得28分，履职效果得28分。",
    "部门整体支出自评总分94.5分，其中：预算编制40分，得38.5分；预算执行30分，得28分；履职效果30分，得28分。",
  ])
  func aScoreThatIsThatOfTheTableOrOfAnotherIsSilent(sentence: String) {
    expectFindings(Self.report(sentence), by: Self.rules)
  }

  @Test(arguments: [
    "本部门整体支出绩效自评得分95.4分，评价等次为“优”。", "本部门整体支出绩效自评得分88.5分，评价等级为“良”。",
    "自评得分77分，评价等级为“良好”。", "自评得分92分，按90分（含）以上为优的标准，评价等级为“良”。",
    "平均自评得分95.4分，评价等级为“良”。", "本部门整体支出绩效自评得分95.4分，评价等次为“⟦良¦warning score⟧”。",
    "自评得分85分，评价等级为“⟦中¦warning score⟧”。", "自评得分88.6分，评价等级为“⟦优¦warning score⟧”。",
    "自评得分97分，评价等级为“⟦良¦warning score⟧”。平均住院日由8.9天缩短至8.4天。",
    "自评得分92分，评价等级为“良”。优为95至100分。", "自评得分92分，评价等级为“良”。优为95分至100分。",
  ])
  func theGradeOfAScoreWithoutAForm(sentence: String) {
    expectFindings("某局2024年度部门决算\n\n一、绩效情况\n\n" + sentence, by: Self.rules)
  }

  @Test func anotherScoreThanThatOfTheTableIsTold() {
    expectFindings(Self.report("资金使用效益较好，自评得分⟦95.4¦error score⟧分，评价等级为“优”。"), by: Self.rules)
    expectFindings(
      Self.report("评价完毕。", before: "本部门整体支出绩效自评得分为⟦94.8¦error score⟧分。"), by: Self.rules)
  }

  @Test func theScoreOfANamedProjectIsHeldAgainstItsForm() {
    let form = FormCheckTests.form().replacing("甲项目", with: "山塘清淤工程")
    expectFindings("山塘清淤工程绩效自评综述：项目自评得分为99分。\n\n" + form, by: Self.rules)
    expectFindings(
      "山塘清淤工程绩效自评综述：项目自评得分为⟦98¦error score⟧分。\n\n" + form, by: Self.rules)
    expectFindings("河道整治工程绩效自评综述：项目自评得分为98分。\n\n" + form, by: Self.rules)
  }

  @Test func scoresOneBehindTheOtherAreThoseOfTheirForms() {
    let forms =
      FormCheckTests.form().replacing("甲项目", with: "山塘清淤工程") + "\n\n# 二、项目自评\n\n"
      + FormCheckTests.form().replacing("甲项目", with: "河道整治工程")
    expectFindings("2个项目自评得分依次为：山塘清淤工程99分、河道整治工程99分，平均得分99分。\n\n" + forms, by: ["score"])
    expectFindings(
      "2个项目自评得分依次为：山塘清淤工程⟦91¦error score⟧分、河道整治工程99分，等级均为“优”。\n\n" + forms, by: ["score"])
    // The sentence of a score says whose it is, whatever the one before names.
    expectFindings(
      "山塘清淤工程、河道整治工程2个项目的自评表详见附件。山塘清淤工程自评得分⟦91¦error score⟧分，进展顺利；河道整治工程自评得分99分。\n\n" + forms,
      by: ["score"])
  }

  @Test func theScoresOfASentenceMakeItsTotal() {
    expectFindings(
      Self.report("部门整体支出自评总分⟦94.5¦error score-total⟧分，其中：预算编制得38.5分，预算执行得28分，履职效果得29分。"),
      by: Self.rules)
  }

  @Test func theScoresMayStandWithoutTheirVerb() {
    expectFindings(
      Self.report(
        "部门整体支出自评总分⟦94.5¦error score-total⟧分，其中：预算编制（含编报）38.5分、预算执行28分、履职效果29分，自评等级为“优”。"),
      by: Self.rules)
    expectFindings(
      Self.report("部门整体支出自评总分94.5分，其中：预算编制38.5分、预算执行28分等。"), by: Self.rules)
    expectFindings(
      Self.report("部门整体支出自评总分94.5分，其中：预算编制扣1.5分、预算执行扣2分、履职效果扣2分。"), by: Self.rules)
  }

  @Test func theGradeOfANamedProjectIsThatOfItsForm() {
    let form = FormCheckTests.form().replacing("甲项目", with: "山塘清淤工程")
    expectFindings("山塘清淤工程自评得分99分，自评等级为“优”。\n\n" + form, by: Self.rules)
    expectFindings("山塘清淤工程自评得分99分，自评等级为“⟦良¦error score⟧”。\n\n" + form, by: Self.rules)
  }
}

@Suite struct FormMentionTests {
  private static let rules: Set<String> = ["narrative-table"]
  private static let form = FormCheckTests.form().replacing("甲项目", with: "山塘清淤工程")

  @Test(arguments: [
    "山塘清淤工程：全年预算数80.00万元，其中：财政拨款60.00万元；全年执行数72万元。",
    "山塘清淤工程全年预算数为800000元，执行数为72.00万元，预算执行率90%。",
    "山塘清淤工程上年结转预算40.00万元。",
    "河道整治工程全年预算数为90.00万元，执行数为70.00万元。",
    // Named in the reason, or beside others.
    "农村水利年初预算为612.40万元，支出决算为677.33万元，主要原因是追加山塘清淤工程经费。",
    "山塘清淤工程单独公开。另有7个日常业务项目（全年预算数393.64万元，执行数367.10万元）未公开。",
  ])
  func whatTheFormSaysIsSilent(sentence: String) {
    expectFindings(sentence + "\n\n" + Self.form, by: Self.rules)
  }

  @Test func otherAmountsAndRatesAreTold() {
    expectFindings(
      "山塘清淤工程：全年预算数⟦82.00¦error narrative-table⟧万元，主要用于清淤。\n\n" + Self.form, by: Self.rules)
    expectFindings(
      "山塘清淤工程进展顺利，预算执行率⟦92%¦error narrative-table⟧。\n\n" + Self.form, by: Self.rules)
  }
}

@Suite struct SummaryCheckTests {
  private static func draft(_ row: String) -> String {
    """
    项目自评汇总表
    单位：万元
    序号→项目名称→年初预算→全年预算数→全年执行数→执行率→自评得分→自评等级
    \(row)

    # 一、项目自评


    """ + FormCheckTests.form().replacing("甲项目", with: "山塘清淤工程")
  }

  @Test(arguments: [
    "1→山塘清淤工程→100.00→80.00→72.00→90.00%→99.00→优", "1→山塘清淤工程→100→80→72→90%→99→优",
    "1→河道整治工程→100.00→81.00→72.00→90.00%→95.00→良", "1→山塘清淤→100.00→81.00→72.00→90.00%→95.00→优",
  ])
  func rowsThatAreThoseOfTheFormsAreSilent(row: String) {
    expectFindings(Self.draft(row), by: ["cross-table"])
  }

  @Test func otherScoresGradesAndAmountsAreTold() {
    expectFindings(
      Self.draft("1→山塘清淤工程→100.00→⟦81.00¦error cross-table⟧→72.00→90.00%→99.00→优"), by: ["cross-table"])
    expectFindings(
      Self.draft("1→山塘清淤工程→100.00→80.00→72.00→90.00%→⟦98.00¦error cross-table⟧→⟦良¦error cross-table⟧"),
      by: ["cross-table"])
  }
}
