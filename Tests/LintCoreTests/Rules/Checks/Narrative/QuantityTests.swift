import Testing

@testable import LintCore

/// Quantities of any measure against their parts, and against what a sentence calculates of them.
@Suite struct QuantityTests {
  @Test(arguments: [
    "建设高标准农田⟦1.8万亩⟧，其中新建1.2万亩、改造提升0.8万亩。", "全年救助⟦1864人次⟧，其中未成年人73人次、老年人481人次、其他成年人1373人次。",
    "在校学生⟦3,126人⟧，其中：高中2,241人，初中912人。", "教学班⟦64个⟧，高中44个班，初中22个班。",
    "巡查河道⟦412公里⟧，其中干流86公里、支流148公里、沟渠187公里。",
    "参保⟦13.62万人⟧，其中职工医保1.97万人、城乡居民医保11.75万人。",
    "对全县⟦96家⟧定点医药机构（定点医疗机构43家、定点零售药店55家）检查，处理违规机构17家。", "全年救助⟦5,236人次⟧，其中门诊1,974人次、住院3,362人次。",
    "高级71人（其中正高级⟦90人⟧），中级76人。", "建成服务站12个（其中乡镇⟦21个⟧）。",
  ])
  func partsThatDoNotMakeTheirWholeAreMarked(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "建设高标准农田1.8万亩，其中新建1.2万亩、改造提升0.6万亩。", "全年救助1864人次，其中未成年人73人次、老年人418人次、其他成年人1373人次。",
    "在校学生3,126人，其中住校生1,647人、贫困生210人。", "教学班64个，高中44个班，初中20个班。", "现有教师120人，其中女教师80人、党员60人。",
    "新建公路12.5公里，其中新建村道6.2公里、改造危桥路段3.1公里等。", "整治河道412公里，其中干流86公里、支流148公里。",
    "改造面积约3.5万平方米，其中新建1.2万平方米、改造1.8万平方米。",
    "参保13.62万人，其中职工医保1.87万人、城乡居民医保11.75万人。", "对全县96家定点医药机构（定点医疗机构41家、定点零售药店55家）检查，处理违规机构17家。",
    "处理违规机构17家，其中约谈15家、暂停协议4家、解除协议2家。", "检查企业96家（规上企业41家、高新企业60家）。", "检查96家（医疗机构41家、药店50家等）。",
    "全年救助5,236人次，其中门诊1,874人次、住院3,000人次。", "高级71人（其中正高级9人），中级76人。", "培训4场（其中线上参与90人）。",
    "新增户12户（其中累计帮扶90户）。", "在校生71人（其中上年90人）。", "车辆3辆（其中：上年5辆）。", "救助71人次（比上年增加90人次）。",
  ])
  func partsThatMakeItOrNeedNotAreSilent(text: String) {
    #expect(NarrativeSample(text).reported("narrative-sum") == [])
  }

  @Test(arguments: [
    "共发放问卷300份，收回288份，回收率⟦95%⟧。", "收回问卷288份，其中表示满意的271份，满意率⟦91.40%⟧，高于90%的目标值。",
    "举办群众文化活动18场，完成目标15场的⟦125%⟧。",
  ])
  func wrongRatesOfCountsAreMarked(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    "共发放问卷300份，收回288份，回收率96%。", "收回问卷288份，满意的271份，满意率94.10%，高于90%的目标值。",
    "发放问卷300份，收回288份，满意271份，满意率90.33%。", "非常满意402份、满意71份、基本满意10份、不满意3份，综合满意率为99.38%。",
    "举办活动18场，完成目标15场的120%。", "新建公路6.8公里，多完成0.8公里，完成目标6公里的113.33%。",
  ])
  func rightRatesOfCountsAreSilent(text: String) {
    #expect(NarrativeSample(text).reported("completion-rate") == [])
  }

  @Test(arguments: [
    "新建公路6.8公里，较年度目标（6公里）多完成⟦1.8公里⟧。", "全年开展整治行动24次，平均每月⟦3次⟧。",
    "支出8.00万元，用于2个村健身广场建设，每村⟦5.00万元⟧。", "教育收费由学费⟦354.24万元⟧和住宿费131.76万元构成。其中，学费按在校生2,214人、每生每学年1,800元测算。",
    "国内公务接待136批次、1142人次，支出8.42万元，人均约⟦84.9元⟧。",
  ])
  func differencesAveragesAndProductsAreRecalculated(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "新建公路6.8公里，较年度目标（6公里）多完成0.8公里。", "全年开展整治行动25次，平均每月2次。", "5月起开展整治行动24次，平均每月3次。",
    "支出8.00万元，用于2个村健身广场建设，每村4.00万元。",
    "教育收费由学费354.24万元和住宿费131.76万元构成。其中，学费按在校生2,214人、每生每学年1,600元测算。",
    "国内公务接待136批次、1124人次，支出8.42万元，人均约75元。",
  ])
  func rightDifferencesAveragesAndProductsAreSilent(text: String) {
    #expect(NarrativeSample(text, isFinal: true).reported("narrative-sum") == [])
  }

  @Test(arguments: [
    "核定事业编制236名，在职实有228人，空编⟦6名⟧。", "核定编制126名，其中行政编制54名、事业编制72名；实有在职人员118人，较编制数少⟦6人⟧。",
    "实有在职人员145人，较上年末净减少⟦3人⟧，系退休5人、新招录3人。",
    "专业技术岗位⟦189人⟧、工勤岗位25人；专业技术人员按职称划分，高级77人（其中正高级9人），中级76人，初级及以下42人。",
    "年末在职31人，较上年末净增⟦2人⟧（新考录3人，调出1人，退休1人）。",
    "在职实有⟦228人⟧，均由财政保障。按岗位分：高级教师92人、一级教师82人、二级教师38人、工勤人员14人。",
  ])
  func peopleThatDoNotAddUpAreMarked(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "核定事业编制236名，在职实有228人，空编8名。", "核定行政编制34名、事业编制72名，在职行政人员30人、事业人员70人，空编6名。",
    "专业技术岗位189人、工勤岗位25人；专业技术人员按职称划分，高级71人（其中正高级9人），中级76人，初级及以下42人。",
    "专业技术岗位189人；专业技术人员按职称划分，高级77人以上，中级76人，初级42人。", "年末在职31人，较上年末净增1人（新考录3人，调出1人，退休1人）。",
    "实有在职人员145人，较上年末净减少2人，系退休5人、新招录3人。", "较上年末净增加1人，系退休5人、新招录6人。",
    "在职实有228人。按岗位分：高级教师94人、一级教师82人、二级教师38人、工勤人员14人。", "在职实有228人。按职称分：高级教师94人、一级教师82人等。",
  ])
  func peopleThatAddUpAreSilent(text: String) {
    #expect(NarrativeSample(text).reported("narrative-sum") == [])
  }

  @Test func theRateOfPostsInASentenceOfItsOwnIsRecalculated() {
    let people = "核定编制156名，其中：行政编制36名、事业编制120名；实有在职人员145人；退休人员77人。编制使用率为"
    #expect(NarrativeSample(people + "92.95%。").reported("share") == [])
    #expect(NarrativeSample(people + "95.92%。").reported("share") == ["95.92%"])
  }

  @Test(arguments: [
    "2024年安排的⟦11个⟧项目开展自评，其中一般公共预算项目9个、697.32万元，政府性基金预算项目3个、206.75万元。",
    "对一般公共预算项目开展自评，共涉及项目11个；对2个政府性基金预算项目开展自评。⟦12个⟧项目中自评为“优”的10个、“良”的2个。",
    "预算包括局机关本级预算和3个下属单位预算，共⟦4个⟧，其中：行政单位1个，参照公务员法管理的事业单位1个，公益一类事业单位3个。",
    "由局机关本级和⟦4个⟧下属单位组成。其中：行政单位1个，公益一类事业单位2个，公益二类事业单位1个。",
    "公开甲项目、乙项目等⟦3个⟧项目的绩效自评表（见附件1、附件2）。", "内设机构⟦4个⟧，分别是办公室、教务处、总务处、高中部和初中部。",
    "安排的⟦12个⟧项目开展自评，其中一般公共预算项目9个、政府性基金预算项目3个。评为“优”的项目9个、“良”的2个。",
  ])
  func groupsThatDoNotMakeTheirNumberAreMarked(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "2024年安排的12个项目开展自评，其中一般公共预算项目9个、697.32万元，政府性基金预算项目3个、206.75万元。",
    "对一般公共预算项目开展自评，共涉及项目10个；对2个政府性基金预算项目开展自评。12个项目中自评为“优”的10个、“良”的2个。",
    "预算包括局机关本级预算和3个下属单位预算，共4个，其中：行政单位1个，参照公务员法管理的事业单位1个，公益一类事业单位2个。",
    "由局机关本级和4个下属单位组成。其中：行政单位1个，公益一类事业单位3个，公益二类事业单位1个。",
    "公开甲项目、乙项目等2个项目的绩效自评表（见附件1、附件2）。", "内设机构5个，分别是办公室、教务处、总务处、高中部和初中部。",
    "内设机构4个，分别是办公室、财务科、人事科、德育和体卫科。", "内设机构5个，分别是办公室、财务科、人事科、德育科和体卫处。",
  ])
  func groupsThatMakeItAreSilent(text: String) {
    #expect(NarrativeSample(text).reported("narrative-sum") == [])
  }

  @Test(arguments: [
    "重点抓好以下⟦三个方面⟧的工作：一是抓学习；二是抓落实；三是抓督查；四是抓宣传。", "主要有⟦三个方面⟧原因：一是人员少，二是任务重。",
    "存在的问题有：一是进度慢；二是指标不细；三是归档不及时。\n\n针对上述⟦四个方面⟧的问题，拟采取以下措施：一是加强准备；二是完善指标；三是专人负责。",
  ])
  func listsBeginningWithFirstAreCounted(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "重点抓好以下四个方面的工作：一是抓学习；二是抓落实；三是抓督查；四是抓宣传。", "存在两个方面的问题：一是进度慢；二是管理弱。原因有：一是人少；二是事多；三是钱紧。",
    "重点抓好以下三个方面的工作：一是抓学习；二是抓落实；\n\n三是抓督查。", "从三个方面推进改革，取得成效。", "前两个方面的问题：一是甲；二是乙；三是丙。",
    "存在的问题有：一是进度慢；二是指标不细；三是归档不及时。\n\n针对上述三个方面的问题，拟采取以下措施：一是加强准备；二是完善指标。",
  ])
  func listsThatAreAsLongAsStatedAreSilent(text: String) {
    #expect(NarrativeSample(text).reported("narrative-sum") == [])
  }

  @Test func theUnitsOfAListThatIsAnnouncedAreCounted() {
    let table = "名单如下：\n\n序号\t单位名称\n1\t某区教育局（本级）\n2\t某区实验小学\n3\t某区第二中学\n"
    #expect(NarrativeSample("纳入编制范围的单位共3个，" + table).reported("narrative-table") == [])
    #expect(NarrativeSample("纳入编制范围的单位共4个，" + table).reported("narrative-table") == ["4个"])
    let below = table.replacing("名单如下", with: "具体如下")
    #expect(NarrativeSample("纳入编制范围的单位共3个，" + below).reported("narrative-table") == [])
    #expect(NarrativeSample("纳入编制范围的单位共4个，" + below).reported("narrative-table") == ["4个"])
  }
}
