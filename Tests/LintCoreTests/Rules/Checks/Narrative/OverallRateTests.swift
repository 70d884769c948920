import Testing

@testable import LintCore

/// The rate of all projects against the money that a paragraph above it states.
@Suite struct OverallRateTests {
  @Test(arguments: [
    "共涉及项目4个，全年预算309.75万元，全年执行298.53万元，自评覆盖率100%。\n\n四个项目执行率分别为94.82%、97.33%、95.12%和100.00%，综合执行率96.38%。",
    "共涉及项目4个，全年预算309.75万元，全年执行298.53万元，自评覆盖率100%。\n\n四个项目执行率分别为94.82%、97.33%、95.12%和100.00%，综合执行率⟦93.68%⟧。",
    "共涉及项目4个，全年预算309.75万元，全年执行278.53万元，自评覆盖率100%。\n\n平均得分98.18分，综合执行率⟦96.38%⟧。",
    // Money of two kinds, and a rate of something else.
    "其中甲项目全年预算309.75万元，全年执行298.53万元；乙项目全年预算100.00万元，全年执行50.00万元。\n\n综合执行率90.00%。",
    "共涉及项目4个，全年预算309.75万元，全年执行298.53万元。\n\n甲项目执行率90.00%。",
  ])
  func theRateOfAllProjects(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }
}
