import Testing

@testable import LintCore

@Suite struct SlipsTests {
  @Test(arguments: [
    "人员⟦晋极晋档¦warning typo⟧，年中追加。", "确保系统⟦正常运传¦warning typo⟧。", "负责农产品质量安全⟦监督管里¦warning typo⟧，组织监测。",
    "完善⟦服务休系¦warning typo⟧。", "落实⟦立德数人¦warning typo⟧根本任务。", "严格执行⟦接侍标准¦warning typo⟧。",
    "因⟦缴费基树¦warning typo⟧，年中追加。",
    "坚决⟦惯彻¦warning typo⟧落实上级部署。", "系统⟦正常运运转¦warning typo⟧。", "组织做好⟦统筹规规划¦warning typo⟧工作。",
    "承担紧急⟦医学救缓¦warning typo⟧任务。", "开展⟦绩效运行监空¦warning typo⟧。", "完成⟦结算审合¦warning typo⟧。",
    "⟦收到社会广泛认同¦warning typo⟧。", "收到社会广泛支持的善款。", "收到热烈的掌声。", "工会⟦与个机关¦warning typo⟧联系。", "与个人有关。",
    "包括⟦办公及办公费¦warning typo⟧、水费。", "与资源⟦相关关联度¦warning typo⟧高。", "办公及印刷费、水费。",
    "作为⟦重要依剧¦warning typo⟧。",
    "⟦教学搂建设¦warning typo⟧按期完工。", "落实⟦监理例汇¦warning typo⟧制度。",
    "乡村\n项目名称\t金额\n基层农技⟦推广休系¦warning typo⟧改革\t118.00\n合计\t118.00\n",
  ])
  func aWordingWithOneWrongIdeographIsMarked(text: String) {
    expectFindings("某区教育局2024年部门预算\n\n\(text)\n", by: ["typo", "punctuation"])
  }

  /// Within standard sentences, whatever words the ideograph makes with its neighbours.
  @Test(arguments: [
    "（二）⟦机关是业单位¦warning typo⟧基本养老保险缴费。", "购买⟦行政但位医疗¦warning typo⟧服务。",
    "⟦主要源因¦warning typo⟧是人员增加。", "与上年⟦想比¦warning typo⟧减少2.00万元。", "⟦国又资本经营¦warning typo⟧情况。",
    "按照⟦宗合预算¦warning typo⟧的原则，所有收入和支出均纳入部门预算管理。",
    "完成日常工作任务而⟦发声¦warning typo⟧的人员支出和公用支出。",
    // Marks, figures and the ends of lines take part.
    "办公费、印刷费、⟦会议非¦warning typo⟧、培训费。", "一级⟦之标¦warning typo⟧\t二级指标\n",
    "强化⟦工作机智¦warning typo⟧。", "预算法⟦极其实施细则¦warning typo⟧。", "⟦增加的的¦warning typo⟧主要原因是人员增加。",
  ])
  func aWrongIdeographWithinAStandardSentenceIsMarked(text: String) {
    expectFindings("某区教育局2024年部门预算\n\n\(text)\n", by: ["typo"])
  }

  @Test(arguments: [
    // Other words of the same sound, and other words in the same place.
    "会议就应急管理指出三点意见。", "质量安全检测体系。", "其它社会保障支出。", "上交上级支出。", "公用经费（在职人均3,409.85元），比上年减少。",
    "原因是缴费基数调增。", "编制预算书。", "2024年度为安排购置车辆。", "时效指标、实效指标、失效指标。", "费用包括保鲜费、差旅费。",
    "水费、油电费、染料费、机修费。", "剂量单位：毫克。", "本年，人员参加，同比减小。", "12月提前，公有车辆，已有人数。", "教务处、校务处。",
    "政府机智问答活动，机智勇敢。", "目的的主要内容。", "万源市、万元。",
  ])
  func aRivalOfTheRightWordIsSilent(text: String) {
    expectFindings("某区教育局2024年部门预算\n\n\(text)\n", by: ["typo"])
  }

  @Test func theFixIsTheRightWording() {
    let found = expectFindings("负责⟦监督管里¦warning typo⟧。\n", by: ["typo"])
    #expect(found.first?.fixes.first?.edits.first?.text == "监督管理")
  }

  @Test(arguments: [
    // The ideograph makes a word with its neighbour.
    "组织实时监测和预报预警。", "监督管网改造进度。", "预算之外的支出，预算制度健全。", "资金是用于维修。", "资金支持项目建设。", "技术支撑单位。", "教育时间延长。",
    "紧急医学救助，绩效运行监管，结算审查，重要一环，教学楼层改造。", "协调机制，协调机构。", "机构精减，亟须加强。",
    // Two wordings that are right and differ by one ideograph.
    "基层农技推广，农机推广。", "巡察整改，巡查河道。", "制定方案，制订方案。", "环境监测、环境监察。",
    // Names in quotation marks, and what the draft writes twice.
    "开展“晋极晋档”活动。", "举办《立德数人》讲座。", "购买正常运传设备，正常运传公司供货。",
    // A mark, a cell or a line ends the wording.
    "加强监督，管里程碑。", "监督\t管里\n甲\t1\n", "一、监督\n管里办",
    // An ideograph that stands twice where one wording ends and the next begins.
    "接待费费用标准。", "公务务用车辆。", "主管部门门户网站。", "年度度汛方案。", "以及及时性。", "下属单位位于城区。", "提高质量量化指标。",
  ])
  func whatMayBeRightIsSilent(text: String) {
    expectFindings("某区教育局2024年部门预算\n\n\(text)\n", by: ["typo"])
  }

  @Test func anExceptionOfTheRuleIsLeftAlone() {
    let (book, problems) = load(
      "{rules: {typo: {kind: 'phrase', title: '错字', find: ['错错'], except: ['晋极晋档']}}}")
    #expect(problems.isEmpty)
    #expect(RuleSample("人员晋极晋档。\n").findings("typo", book: book).isEmpty)
  }

  @Test func theWordingsAreThoseOfTheList() throws {
    let phrases = (0..<RightPhrases.firstPart).map(RightPhrases.text)
    #expect(phrases.count > 5_000)
    #expect(Set(phrases).count == phrases.count)
    for phrase in phrases { #expect(findings(Array("\(phrase)。\n".utf8), by: ["typo"]).isEmpty) }
  }

  @Test(arguments: [
    "⟦尚未尚未¦warning punctuation⟧完成。", "负责⟦统一统一¦warning punctuation⟧管理。", "本年，⟦组织组织¦warning punctuation⟧开展培训。",
    "拟订政策并⟦组织组织¦warning punctuation⟧实施。", "⟦主要原因是：主要原因是：¦warning punctuation⟧压减支出。",
    "项目⟦已经已经¦warning punctuation⟧完工。", "控制陪餐⟦人数人数¦warning punctuation⟧。",
    "职工⟦全部全部¦warning punctuation⟧纳入基本医保。", "⟦进行进行¦warning punctuation⟧修缮改造。",
    "加强行业⟦监管监管¦warning punctuation⟧，确保安全。",
    "⟦落实落实¦warning punctuation⟧各项惠民政策。", "保障职工⟦医疗医疗¦warning punctuation⟧。",
    "收入和⟦支出支出¦warning punctuation⟧均纳入管理。", "保障⟦设备设备¦warning punctuation⟧、车辆运转。",
  ])
  func aVerbThatStandsTwiceIsMarked(text: String) {
    expectFindings(text + "\n", by: ["punctuation"])
  }

  @Test(arguments: [
    "由党组织组织开展活动。", "合并组织组织机构。", "上级组织组织部门考核。", "预算执行执行率较低。", "一步一步推进。", "财政拨款支出支出结构。", "组织组织部门学习。",
    "质量管理管理体系。", "出租汽车行业行业管理工作。", "基本支出支出100.00万元。", "项目支出支出进度。", "全部项目项目负责人。", "请商量商量。",
    "抓好政策落实落实情况检查。", "定期召开推进推进会议。", "由项目负责负责人签字。", "因人员增加增加工资支出。", "困难群众救助救助人次。",
  ])
  func wordsThatMeetAreSilent(text: String) {
    expectFindings(text + "\n", by: ["punctuation"])
  }
}
