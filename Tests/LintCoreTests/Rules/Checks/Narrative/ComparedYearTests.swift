import Testing

@testable import LintCore

/// Comparisons with a year that the text itself names, other than the one before the document's.
@Suite struct ComparedYearTests {
  private static let series = "近三年其他收入分别为：2022年310.00万元、2023年325.00万元、2024年298.00万元，"

  @Test(arguments: [
    "截至2023年12月31日，共有车辆18辆，其中应急保障用车12辆、其他用车6辆。与2022年末的20辆相比，净减少2辆。",
    "截至2023年12月31日，共有房屋18处。与⟦2019⟧年末的20处相比，净减少2处。房屋比2023年少1处，土地比2023年少1宗。",
    series + "2024年比2022年减少12.00万元，下降3.87%。",
    series + "2023年比2022年增加15.00万元，2024年比2023年减少27.00万元。",
    "其他收入298.00万元，比⟦2022⟧年减少12.00万元。比2023年减少27.00万元，比2023年下降8.31%。",
  ])
  func theYearThatTheTextLooksBackFromCounts(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("year") == sample.marked)
  }

  @Test(arguments: [
    series + "2024年比2022年减少12.00万元，下降3.87%。",
    series + "2024年比2022年减少⟦21.00万元⟧。",
    series + "2024年比2022年减少12.00万元，下降⟦8.37%⟧。",
    series + "2023年比2022年增加15.00万元，2024年比2023年减少27.00万元。",
    series + "2023年比2022年增加⟦51.00万元⟧，2024年比2023年减少⟦72.00万元⟧。",
  ])
  func bothYearsOfASeriesAreTakenAsNamed(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("growth-rate") == sample.marked)
  }
}
