import Testing

@testable import LintCore

/// What one quantity of a sentence leaves of another, and measures that are counted together.
@Suite struct QuantityRestTests {
  private static let rules = ["narrative-sum", "completion-rate", "growth-rate", "direction"]

  private func expectMarked(_ text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(Self.rules.flatMap { sample.reported($0) } == sample.marked)
  }

  @Test(arguments: [
    "年初预算300.00万元，全年预算452.00万元，较年初增加152.00万元，增长50.67%，执行418.36万元，尚有33.64万元结转下年使用。",
    "年初预算300.00万元，全年预算452.00万元，较年初增加152.00万元，增长50.67%，执行418.36万元，尚有⟦36.34万元⟧结转下年使用。",
    "全年预算452.00万元，执行418.36万元，尚有12.00万元未到位。",
    "全年预算452.00万元，上年结转20.00万元，执行418.36万元，尚有53.64万元结转下年使用。",
  ])
  func whatABudgetLeaves(text: String) { expectMarked(text) }

  @Test(arguments: [
    "检查企业220家，发现隐患1,060项，已整改1,018项，整改率96.04%，其余42项限期整改。",
    "检查企业220家，发现隐患1,060项，已整改1,018项，整改率96.04%，其余⟦24项⟧限期整改。",
    "发现隐患1,060项，已整改1,018项；其余2项重大隐患限期整改。",
    "检查企业126家，发现的1,060项隐患已整改1,018项。",
    "检查企业126家，发现的1,060项隐患已整改⟦1,081项⟧。",
    "检查企业126家，发现隐患60项，累计已整改81项。",
  ])
  func whatIsStillToBeDone(text: String) { expectMarked(text) }

  @Test(arguments: [
    "开展宣传活动32场、举办培训班10期，共计42场（期）。",
    "开展宣传活动32场、举办培训班10期，共计⟦45场⟧（期）。",
    "开展讲座8场、宣传活动32场、举办培训班10期，共计50场（期）。",
    "开展宣传活动32场、培训1200人次，共计45场（期）。",
  ])
  func measuresCountedTogether(text: String) { expectMarked(text) }

  @Test(arguments: [
    "固定资产原值38465200元，净值2104.37万元，累计折旧1742.15万元；其中房屋账面原值2135.60万元。",
    "固定资产原值38465200元，净值⟦2014.37万元⟧，累计折旧1742.15万元；其中房屋账面原值2135.60万元。",
    "固定资产原值3846.52万元，净值1500.00万元，累计折旧1742.15万元。",
  ])
  func valuesOfAssets(text: String) { expectMarked(text) }

  @Test(arguments: [
    "年初预算520.00万元，支出决算1278.95万元，为年初预算的2.46倍，增加部分主要是中央资金。",
    "年初预算520.00万元，支出决算1278.95万元，为年初预算的⟦2.64⟧倍，增加部分主要是中央资金。",
    "年初预算520.00万元，支出决算1278.95万元，为年初预算的2.5倍。",
  ])
  func timesOfABudget(text: String) { expectMarked(text) }

  @Test(arguments: [
    "共涉及项目31个（其中一级项目8个、二级项目23个）。",
    "共涉及项目⟦31个⟧（其中一级项目8个、二级项目32个）。",
    "公开表格共6张，其中部门整体支出绩效自评表1张、项目支出绩效自评表5张。",
    "公开表格共⟦5张⟧，其中部门整体支出绩效自评表1张、项目支出绩效自评表5张。",
  ])
  func partsThatAreAllThereAre(text: String) { expectMarked(text) }
}
