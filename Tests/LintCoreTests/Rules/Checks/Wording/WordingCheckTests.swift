import Testing

@testable import LintCore

@Suite struct WordingCheckTests {
  @Test(arguments: [
    "收入预算120.00万元⟦，，⟧比上年增加。", "支出1.60万⟦元元⟧，比上年增加。", "自评等级均为⟦“⟧优。", "没有安排的支出⟦”⟧其他情况说明。",
    "一、收入情况⟦；；⟧二、支出情况", "（一）收入⟦。。⟧其他情况说明", "按照《预算法⟦）⟧的规定执行，见附件。", "完成修缮⟦及时性及时性⟧，见附件。",
  ])
  func slipsOfPunctuationAreMarked(text: String) {
    let draft = RuleSample(text + "\n")
    #expect(draft.findings("punctuation").first?.range == draft.marks.first)
  }

  @Test(arguments: [
    "收入预算120.00万元，比上年增加10.00万元。", "包括：（1）货物；（2）工程；（3）服务。", "1）货物；2）工程；a）服务，共三类。", "单元元素表和“三公”经费（含《办法》规定）。",
    "按照国发〔2021〕5号文件、【2021】167号文件执行。", "见“关于印发《办法》的通知（试行）”。", "一步一步推进，哈哈哈哈哈哈，情况说明", "收支总表\n收支总表\n内容",
    "包括（按以下分类：\n\n甲类情况，共三项。\n\n乙类情况，共两项）。",
  ])
  func rightPunctuationIsSilent(text: String) {
    #expect(RuleSample(text + "\n").findings("punctuation").isEmpty)
  }

  @Test func aForbiddenPhraseIsReportedUnlessItsContextExcusesIt() throws {
    let (book, problems) = load(
      "{rules: {roughly: {kind: 'phrase', title: '不写“大约”', find: ['大约'], except: ['大约束'], replace: '约'}}}")
    #expect(problems.isEmpty)
    let draft = RuleSample("收入⟦大约⟧120万元，三大约束条件不变。\n")
    let findings = draft.findings("roughly", book: book)
    #expect(findings.map(\.range) == draft.marks)
    #expect(findings.first?.fixes.first?.edits.first?.text == "约")
    #expect(findings.first?.severity == .warning)
  }

  @Test func theRowsOfATableAreNoSentence() {
    let rows = "项目名称\t公共卫生补助资金\n资金来源\t年初预算\n合计\t701.20\n"
    #expect(RuleSample(rows).findings("typo").isEmpty)
    #expect(RuleSample("下达补助资金\n资金来源为财政拨款。\n").findings("typo").count == 1)
  }

  @Test(arguments: ["1,3751.3", "12.345.6", "1O8.20", "7l.00"])
  func aFigureThatCannotBeReadIsMarked(cell: String) {
    let sample = RuleSample(
      """
      某区教育局2024年部门预算

      ## 一、部门支出总表

      单位：万元

      科目编码\t科目名称\t合计\t基本支出
      2050202\t小学教育\t⟦\(cell)⟧\t40.00
      2050203\t初中教育\t20.00\t19.00
      2050204\t高中教育\t12.00\t12.00
      2050205\t高等教育\t2024.12.31\t一次性

      """)
    #expect(sample.findings("malformed-figure").map(\.range) == sample.marks)
  }

  @Test func namesThatNothingPartsAreNoDoubledWord() {
    expectFindings("内设办公室、总务处教务处教科室、团委。\n", by: ["punctuation"])
    expectFindings("内设办公室、⟦财务处财务处¦warning punctuation⟧、团委。\n", by: ["punctuation"])
  }

  /// A heading that ends as the line below it begins has no character twice.
  @Test func aTitleAboveALabelIsNoDoubledCharacter() {
    expectFindings(
      "# 部门预算公开表\n\n详见部门预算公开表1，以部门预算公开表1为准。\n\n## 第三部分 2025年部门预算公开表\n表1 收支总表\n表2 收入总表\n",
      by: ["punctuation"])
    expectFindings("详见部门预算公开表1，以部门预算公开表1为准，即部门预算公开⟦表表¦warning punctuation⟧1，其他各表另行公开。\n", by: ["punctuation"])
  }

  @Test(arguments: [
    "负责垃圾处置的监督管⟦理理¦warning punctuation⟧，负责道路管理。", "负责监督管⟦理理¦warning punctuation⟧城市环境卫生工作。",
    "负责监督管理理念的宣传。", "县农业局局机关负责环境卫生。", "某市市本级负责道路。", "年年监督管理，人人有责。",
  ])
  func aCharacterTypedTwiceIsTold(text: String) {
    let around = "负责建筑的监督管理，负责监督管理城市环境卫生，县农业局机关、县农业局机关。负责水域的监督管理，监督管理城市道路。\n"
    expectFindings(around + text.replacing("监督管理理念", with: "管理理念") + "\n", by: ["punctuation"])
  }

  @Test(arguments: [
    "城区道路⟦及及¦warning punctuation⟧排水管网养护。", "下一步⟦将将¦warning punctuation⟧完善考核办法。",
    "用于公务用车⟦和和¦warning punctuation⟧接待开支。",
    "完善考核办法，⟦按按¦warning punctuation⟧月兑现奖惩。", "完善办法，⟦将将¦warning punctuation⟧责任落实到人。",
    "发放补贴，在在职人员中开展培训，与与会人员交流。", "稳步推进，从从业人员中选拔，向向阳街道拨付，使使用效益提高。",
    "收入和支出⟦均均¦warning punctuation⟧纳入预算。",
    "排水管⟦网网¦warning punctuation⟧建设。",
    "压减一般⟦性性¦warning punctuation⟧支出。", "拟⟦定定¦warning punctuation⟧本区的政策。", "保⟦障障¦warning punctuation⟧民生支出。",
    "用⟦于于¦warning punctuation⟧校舍维修。",
    "以及及时拨付资金。", "坚持按按劳分配原则发放。", "各地均均衡发展。", "人均均价。", "参与与评价相关的工作。", "普及及推广知识。", "目的的实现情况。", "管理理念宣传。",
    "规定定额标准。", "保障障碍物清除。",
    "执行率率先达到100%。", "税费费率、收费费用测算。", "电网网架建设，互联网网格化管理。", "绿化化肥使用。", "稳定性性能测试。", "监督督促落实。",
    "天天清扫、人人参与、处处留心、层层落实，村村通工程、户户通工程。", "部部门预算、局局长信箱、省省级资金。", "培训训练器材。", "规范范围。",
    "政策策略、设施施工、研究究竟、情况况且。", "服务务工人员、职责责任、教育育种。",
  ])
  func aCharacterThatNeverStandsTwiceThereIsTold(text: String) {
    expectFindings("说明如下。" + text + "\n\n以上内容由财务科负责解释，每年年底更新。\n", by: ["punctuation"])
  }

  @Test func aPhraseThatIsWrongAsAWholeIsToldOnce() {
    expectFindings(
      "说明如下。比上年⟦减少的的¦warning typo⟧主要原因是人员减少。\n\n以上内容由财务科负责解释，每年年底更新。\n", by: ["punctuation", "typo"])
  }

  @Test(arguments: [
    "支出1.20万元，占“三公”经费支出的8.77%，⟦占“三公”经费支出的8.77%¦warning punctuation⟧，比上年减少。", "教育支出0.00万元，教育支出0.00元，无。",
    "收入1.00万元，持平，持平。", "严控支出，严控支出，",
  ])
  func aClauseThatStandsTwiceIsTold(text: String) {
    expectFindings(text + "\n", by: ["punctuation"])
  }
}
