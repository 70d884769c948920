import Testing

@testable import LintCore

/// Figures that are named by their order, by the sentence before, or by nothing but their place: what is right stays silent
/// in whatever words, what is wrong is found.
@Suite struct NamedByOrderTests {
  private func expectMarked(_ text: String, _ rules: [String], isFinal: Bool = true) {
    let sample = NarrativeSample(text, isFinal: isFinal)
    #expect(rules.flatMap { sample.reported($0) } == sample.marked)
  }

  @Test(arguments: [
    "4个项目共安排2584.40万元。4个项目依次为专科建设120.00万元、卫生服务46.80万元、传承发展117.60万元、设备更新2300.00万元。",
    "设置4个项目绩效目标，共涉及资金2584.40万元。4个项目依次为专科建设120.00万元、卫生服务46.80万元、传承发展⟦177.60万元⟧、设备更新2300.00万元。",
    "设置2个项目绩效目标，共涉及资金2584.40万元。2个项目依次为2300.00万元、284.40万元。",
  ])
  func projectsOneBehindTheOther(text: String) { expectMarked(text, ["narrative-sum"], isFinal: false) }

  @Test(arguments: [
    "教育支出10.00万元、卫生支出85.00万元、住房支出5.00万元，分别占支出的10.00%、85.00%和5.00%。",
    "教育支出10.00万元、卫生支出85.00万元、住房支出5.00万元，分别占支出的10.00%、⟦5.00%和85.00%⟧。",
    "教育支出10.00万元、卫生支出85.00万元、住房支出5.00万元，分别占支出的⟦85.00%、10.00%⟧和5.00%。",
    // Two that are wrong in other ways are not known to be exchanged.
    "教育支出10.00万元、卫生支出85.00万元、住房支出5.00万元，分别占支出的12.00%、80.00%和5.00%。",
  ])
  func exchangedShares(text: String) { expectMarked(text, ["share"]) }

  @Test(arguments: [
    "绩效目标管理的项目31个，涉及预算360.00万元。其中：人员类项目8个，涉及预算170.00万元；运转类项目4个，涉及预算30.00万元；特定目标类项目19个，涉及预算160.00万元。",
    "绩效目标管理的项目⟦30个⟧，涉及预算360.00万元。其中：人员类项目8个，涉及预算170.00万元；运转类项目4个，涉及预算30.00万元；特定目标类项目19个，涉及预算160.00万元。",
    // The money says that a part is missing; projects that two funds pay count twice.
    "绩效目标管理的项目30个，涉及预算360.00万元。其中：人员类项目8个，涉及预算170.00万元；运转类项目4个，涉及预算30.00万元。",
    "绩效目标管理的项目30个，涉及预算360.00万元。其中：一般公共预算项目28个，涉及预算200.00万元；政府性基金项目4个，涉及预算160.00万元。",
  ])
  func numbersBesideTheirMoney(text: String) { expectMarked(text, ["narrative-sum"], isFinal: false) }

  @Test(arguments: [
    "收入预算为125.00万元，其中：财政拨款收入25.00万元、事业收入98.60万元、其他收入1.40万元。从结构看，事业收入占收入预算的78.88%，财政拨款收入占20.00%，其他收入占1.12%。",
    "收入预算为125.00万元，其中：财政拨款收入25.00万元、事业收入98.60万元、其他收入1.40万元。从结构看，事业收入占收入预算的⟦73.88%⟧，其余为财政拨款。",
    "2024年支出预算125.00万元，其中基本支出98.60万元，项目支出26.40万元。基本支出占支出总额的78.88%，项目支出占21.12%。",
    "2024年支出预算125.00万元，其中基本支出98.60万元，项目支出26.40万元。基本支出占支出总额的⟦73.88%⟧，项目支出占21.12%。",
    "2024年预算收入125.00万元，其中：一般公共预算拨款收入98.60万元，政府性基金预算拨款收入26.40万元。政府性基金预算拨款收入占收入总额的⟦21.21%⟧。",
    "收入预算为125.00万元，其中：财政拨款收入25.00万元、事业收入98.60万元、其他收入1.40万元。从结构看，财政拨款收入占收入预算的20.00%，事业收入占⟦73.88%⟧。",
    "政府采购预算总额236.85万元，其中：政府采购货物预算208.60万元、政府采购服务预算28.25万元。货物类采购占政府采购预算总额的⟦80.87%⟧，主要是设备。",
    "政府采购预算总额236.85万元，其中：政府采购货物预算208.60万元、政府采购服务预算28.25万元。货物类采购占政府采购预算总额的88.07%，主要是设备。",
    // Two figures of the name: either may be meant.
    "收入预算为125.00万元，其中：事业收入98.60万元、其他收入26.40万元。剔除结转后事业收入92.35万元。从结构看，事业收入占收入预算的73.88%。",
  ])
  func sharesOfTheSentenceBefore(text: String) {
    expectMarked(text, ["share"], isFinal: false)
  }

  @Test(arguments: [
    "在职人员203人，其中：卫生专业技术人员178人，管理人员14人，工勤人员11人。卫生专业技术人员中，高级职称36人、中级职称67人、初级及以下75人。",
    "在职人员203人，其中：卫生专业技术人员⟦178人⟧，管理人员14人，工勤人员11人。卫生专业技术人员中，高级职称36人、中级职称76人、初级及以下75人。",
    "教师178人，其中：高级职称36人、中级职称67人。",
  ])
  func gradesOfPosts(text: String) { expectMarked(text, ["narrative-sum"]) }

  @Test(arguments: [
    "本局内设机构4个，分别为：办公室、人事科、职业教育与成人教育科、体育卫生与艺术教育科。",
    "本局内设机构⟦5个⟧，分别为：办公室、人事科、职业教育与成人教育科、体育卫生与艺术教育科。",
    "本局内设机构⟦3个⟧，分别为：办公室、人事科、职业教育与成人教育科、体育卫生与艺术教育科。",
    // 和 between two whole names.
    "本局内设机构5个，分别为：办公室、人事科、法规科、基建科和财务科。",
  ])
  func namesWithAJointInThem(text: String) { expectMarked(text, ["narrative-sum"]) }

  @Test(arguments: [
    "新增高中学位900个，由上年的9335个增至10235个。", "办学规模由上年的9335个增至10235个，增加900个。",
    "新增高中学位⟦900个⟧，由上年的9355个增至10235个。", "学位由上年的9355个增至10235个，增加⟦900个⟧。",
    // Some may have gone while others came.
    "新增高中学位1200个，由上年的9335个增至10235个。",
  ])
  func stepsBetweenTwoCounts(text: String) { expectMarked(text, ["narrative-sum"]) }

  @Test(arguments: [
    "中职毕业生1426人，就业升学1397人，就业升学率97.97%。", "应参保1200户，参保1188户，参保率99%。",
    "中职毕业生1426人，就业升学1397人，就业升学率⟦99.77%⟧。", "应参保1200户，参保1188户，参保率⟦98%⟧。",
    "毕业生1426人，升学1397人，比上年增加12人，增长率0.87%。",
  ])
  func ratesOfTheCountBefore(text: String) { expectMarked(text, ["completion-rate"]) }

  @Test(arguments: [
    "支出决算为84.00万元，完成年初预算85.00万元的98.82%，决算数小于年初预算数的主要原因是：⟦年中新招聘教师较多，缴费人数增加⟧。",
    "支出决算为86.00万元，完成年初预算85.00万元的101.18%，决算数大于年初预算数的主要原因是：年中新招聘教师较多，缴费人数增加。",
    "支出决算为84.00万元，完成年初预算85.00万元的98.82%，决算数小于年初预算数的主要原因是：新录用人员未到岗。",
  ])
  func reasonsThatTellOfArrivals(text: String) { expectMarked(text, ["direction"]) }
}
