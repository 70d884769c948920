import Testing

@testable import LintCore

/// Counts against the names listed for them, against their parts and against each other.
@Suite struct CountChecksTests {
  @Test(arguments: [
    "本局内设办公室、人事科、政策法规和审批科3个科室。", "本局内设机构3个，包括：办公室、人事科、法规科（审批科）。",
    "本局内设办公室、人事科等5个科室。", "本局内设党政办、社会事务、规划建设科3个机构。", "本局设9个内设机构，主要负责管理、服务。",
    "纳入编制范围的单位共3家，具体是：1.某区教育局（本级）；2.某区实验小学；3.某区第二中学。", "内设综合、财务、人事等6个科室，另设机关党委。",
    "本校设6个年级，其中：一年级4个班、二年级5个班。", "公开2个部门、3个单位的预算。", "下属单位5个，包括教师进修学校、实验幼儿园、少年宫等。",
  ])
  func listsThatAreCompleteOrNoListsAreSilent(text: String) {
    #expect(NarrativeSample(text).reported("narrative-sum") == [])
  }

  @Test(arguments: [
    "本局内设办公室、人事科、法规科⟦4个⟧科室。", "本局内设机构⟦2个⟧，包括：办公室、人事科、法规科。", "本局内设办公室、人事科、法规科等⟦2个⟧科室。",
    "纳入编制范围的单位共⟦4家⟧，具体是：1.某区教育局（本级）；2.某区实验小学；3.某区第二中学。",
    "汇总范围包括：某区教育局本级、实验小学、第二中学，共⟦4个⟧单位。",
    "实有人数⟦24人⟧，其中：在职人员19人，离休人员0人，退休人员8人。", "离退休人员⟦41人⟧，其中：离休1人，退休41人。",
    "共有车辆⟦5辆⟧，其中：应急保障用车0辆、其他用车0辆。", "上年对⟦5个⟧项目开展绩效自评，其中3个项目等级为“优”，1个项目等级为“良”。",
    "对⟦12个⟧项目开展绩效自评，等级为“优”的10个、“良”的5个。",
  ])
  func countsThatTheListContradictsAreMarked(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "实有人数24人，其中：在职人员19人，离休人员0人，退休人员5人。", "共有车辆5辆，其中：应急保障用车2辆、其他用车3辆。",
    "上年对5个项目开展绩效自评，其中4个项目等级为“优”，1个项目等级为“良”。", "对12个项目开展绩效自评，等级为“优”的10个、“良”的2个。",
    "对6个项目开展自评，对1个政府性基金项目开展自评，“优”的6个、“良”的1个。",
    "现有教师66人，其中：高级教师12人，退休8人。",
  ])
  func countsThatAddUpAreSilent(text: String) {
    #expect(NarrativeSample(text).reported("narrative-sum") == [])
  }

  @Test(arguments: [
    "国内公务接待12批次、86人次；外宾接待0批次、0人次。", "国内公务接待12批次（其中：外事接待0批次），接待人次86人（其中：外事接待0人）。",
    "因公出国（境）团组0个，累计0人次。", "公务接待费支出5.86万元，国内公务接待12批次。", "公务用车购置费0万元，购置公务用车0辆。",
    "开展培训3批次，覆盖2个乡镇。", "公务用车保有量3辆。共有车辆4辆，其中：应急用车1辆、其他用车3辆。",
    "公务用车保有量1辆。共有车辆1辆，为机要通信用车。", "公务用车保有量1辆。共有车辆2辆，均为执法执勤用车。", "公务用车保有量2辆。局机关共有车辆1辆，下属单位另有2辆。",
    "公务用车购置费0万元；公务用车运行维护费2.00万元。共计购置公务用车0辆。", "公务用车购置费0万元；运行维护费2.00万元。接收无偿划转车辆，新增公务用车1辆。",
    "公务用车购置费0万元；运行维护费2.00万元。使用非财政拨款购置公务用车1辆。", "公务用车购置费18.50万元，增加18.50万元。购置公务用车1辆。",
  ])
  func countsThatFitAreSilent(text: String) {
    #expect(NarrativeSample(text, isFinal: true).reported("narrative-repeat") == [])
  }

  @Test(arguments: [
    "外宾接待0批次、⟦9人次⟧。", "国内公务接待12批次，累计⟦8人次⟧。", "因公出国（境）团组2个，累计⟦0人次⟧。",
    "公务用车购置费支出0万元，全年购置公务用车⟦2辆⟧。", "因公出国（境）费支出0万元，出国团组⟦1个⟧。",
    "公务用车保有量⟦7辆⟧。共有车辆4辆，其中：应急用车1辆、其他用车3辆。", "公务用车保有量⟦2辆⟧。共有车辆1辆，为机要通信用车，其他车辆0辆。",
    "公务用车购置费0万元，与上年一致；公务用车运行维护费2.00万元。共计购置公务用车⟦1辆⟧。",
  ])
  func countsThatCannotBothBeAreMarked(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("narrative-repeat") == sample.marked)
  }
}
