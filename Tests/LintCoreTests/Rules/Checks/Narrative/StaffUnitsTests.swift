import Testing

@testable import LintCore

/// The people of each unit, and of each kind of units, against the table of the units.
@Suite struct StaffUnitsTests {
  private static let table = """
    单位名称\t单位性质\t编制数\t在职人数\t退休人数
    某区农业局本级\t行政单位\t38\t35\t21
    某区农业技术推广中心\t公益一类事业单位\t52\t49\t17
    某区疫病预防控制中心\t公益一类事业单位\t41\t38\t12
    某区农村经济服务中心\t公益二类事业单位\t136\t134\t18
    合计\t\t267\t256\t68
    """

  private func sample(_ text: String) -> NarrativeSample {
    NarrativeSample("各单位情况如下：\n\n\(Self.table)\n\n\(text)")
  }

  @Test(arguments: [
    "在职256人，其中局本级35人、农业技术推广中心49人、疫病预防控制中心38人、农村经济服务中心134人。",
    "在职256人，其中局本级35人、农业技术推广中心49人、疫病预防控制中心⟦36人⟧、农村经济服务中心134人。",
    "退休68人，其中局本级21人、农业技术推广中心⟦27人⟧、疫病预防控制中心12人、农村经济服务中心18人。",
    // No column has the others; the numbers are of another day or kind.
    "在职256人，其中局本级34人、农业技术推广中心47人、疫病预防控制中心36人、农村经济服务中心134人。",
    "驾驶员9人，其中局本级4人、农业技术推广中心2人、疫病预防控制中心2人、农村经济服务中心1人。",
    // Without the whole, two right numbers beside a third are no proof.
    "参加培训的有局本级35人、农业技术推广中心49人、疫病预防控制中心30人。",
  ])
  func unitsHaveThePeopleOfTheirRows(text: String) {
    let sample = sample(text)
    #expect(sample.reported("narrative-table") == sample.marked)
  }

  @Test(arguments: ["在职人数", "年末在职人员", "实有在职人数（人）"])
  func allHeadsOfAKindAreRead(head: String) {
    let sample = NarrativeSample(
      "各单位情况如下：\n\n\(Self.table.replacing("在职人数", with: head))\n\n"
        + "在职256人，其中局本级35人、农业技术推广中心49人、疫病预防控制中心⟦36人⟧、农村经济服务中心134人。")
    #expect(sample.reported("narrative-table") == sample.marked)
  }

  @Test(arguments: [
    "编制267名，其中行政编制38名、事业编制229名。", "编制267名，其中行政编制⟦48名⟧、事业编制219名。",
    "在职人员256人，其中行政人员⟦53人⟧、事业人员203人。",
    // An office of the state may have posts of another kind.
    "编制267名，其中行政编制36名、事业编制231名。", "编制260名，其中行政编制48名、事业编制212名。",
  ])
  func officesOfTheStateHaveNoMorePostsThanTheirRows(text: String) {
    let sample = sample(text)
    #expect(sample.reported("narrative-table") == sample.marked)
  }

  @Test(arguments: [
    "核定编制267名，年末在职人员⟦266人⟧。", "核定编制267名，年末在职人员⟦265人⟧。", "年末在职人员256人，核定编制267名。",
    "下属单位年末在职人员266人。", "核定编制260名，年末在职人员266人。", "核定编制267名，年末在职人员257人。",
  ])
  func oneWrongDigitBesideARightTotalIsTold(text: String) {
    let sample = sample(text)
    #expect(sample.reported("narrative-table") == sample.marked)
  }

  @Test(arguments: [
    "与上年末相比，在职人员减少2人，系年内退休3人、新招录1人。", "与上年末相比，在职人员增加⟦2人⟧，系年内退休3人、新招录1人。",
    "与上年末相比，在职人员减少⟦2人⟧，系年内退休4人、新招录1人。", "与上年末相比，在职人员减少5人，主要是退休4人、新招录1人。",
    "与上年末相比，在职人员减少5人，其中退休4人、新招录1人等。", "与上年末相比，退休人员增加2人，系年内退休3人、招录1人。",
  ])
  func whoCameAndLeftMakesTheChange(text: String) {
    let sample = sample(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }
}
