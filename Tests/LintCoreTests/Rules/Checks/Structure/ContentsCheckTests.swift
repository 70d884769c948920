import Testing

@testable import LintCore

@Suite struct ContentsCheckTests {
  func draft(_ contents: [String], _ headings: [String]) -> RuleSample {
    RuleSample(
      "某局2024年部门预算\n\n目录\n\n" + contents.joined(separator: "\n") + "\n\n"
        + headings.map { "# \($0)\n\n这里是本节的内容，写有一句话。\n\n" }.joined())
  }

  func reported(_ draft: RuleSample) -> [String] {
    let source = SourceText(Array(draft.text.utf8))
    return draft.findings("toc-mismatch").map { source.string($0.range) }
  }

  static let parts = ["第一部分 部门概况", "第二部分 预算表", "第三部分 情况说明", "第四部分 名词解释"]

  @Test func equalContentsAreSilent() { #expect(reported(draft(Self.parts, Self.parts)) == []) }

  @Test func pageNumbersAndLeadersDoNotCount() {
    let contents = Self.parts.enumerated().map { "\($0.element)..........\($0.offset * 3 + 1)" }
    #expect(reported(draft(contents, Self.parts)) == [])
  }

  @Test func yearsAndUnitNamesDoNotCount() {
    let headings = ["第一部分 部门概况", "第二部分 2024年部门预算表", "某局2024年部门预算情况说明", "第四部分 名词解释"]
    #expect(reported(draft(["第一部分 部门概况", "第二部分 预算表", "第三部分 2024年部门预算情况说明", "第四部分 名词解释"], headings)) == [])
  }

  @Test func theMarkBehindANumberDoesNotCount() {
    let contents = Self.parts.map { $0.replacing("部分 ", with: "部分：") } + ["一、收入支出总体情况"]
    #expect(reported(draft(contents, Self.parts + ["一 收入支出总体情况"])) == [])
    #expect(reported(draft(contents, Self.parts + ["一 收入支出总休情况"])) == ["一、收入支出总体情况"])
  }

  /// The project that the contents name beside each form stands in the form alone.
  @Test func aRemarkThatNoTitleHasDoesNotCount() {
    let form = "# 项目支出绩效自评表\n\n项目名称：某项目\n\n"
    let titles = ["甲地排涝", "乙地绿化"].map { "项目支出绩效自评表（\($0)）" }
    let sample = RuleSample(
      "某局2024年部门预算\n\n目录\n\n" + (Self.parts + titles).joined(separator: "\n") + "\n\n"
        + Self.parts.map { "# \($0)\n\n这里是本节的内容，写有一句话。\n\n" }.joined() + form + form)
    #expect(reported(sample) == [])
  }

  @Test func aSlipOfOneCharacterIsReportedAtTheEntry() {
    let contents = Self.parts + ["一、国有资产占用使用情况"]
    let headings = Self.parts + ["一、国有资产占有使用情况"]
    #expect(reported(draft(contents, headings)) == ["一、国有资产占用使用情况"])
  }

  @Test func anEntryWithoutABodyIsReported() {
    let contents = Self.parts + ["第五部分 公务接待管理办法"]
    #expect(reported(draft(contents, Self.parts)) == ["第五部分 公务接待管理办法"])
  }

  @Test func aPartThatIsNotListedIsReported() {
    #expect(reported(draft(Self.parts, Self.parts + ["第五部分 附表"])) == ["第五部分 附表"])
  }

  @Test func anEntryThatWrapsIsOneEntry() {
    let contents = Self.parts + ["一、一般公共预算财政拨款“三公”经费支出", "情况说明"]
    #expect(reported(draft(contents, Self.parts + ["一、一般公共预算财政拨款“三公”经费支出情况说明"])) == [])
  }

  @Test func theTitleOfATableIsNoStatement() {
    let contents = Self.parts + ["五、一般公共预算支出情况"]
    #expect(reported(draft(contents, Self.parts + ["一般公共预算支出情况表"])) == ["五、一般公共预算支出情况"])
  }

  @Test func aHeadingWithTheWordsOfAnotherEntryIsTaken() {
    let contents = Self.parts + ["一、收入支出决算总体情况说明", "四、财政拨款收入支出决算总体情况说明"]
    let headings = Self.parts + ["四、财政拨款收入支出决算总体情况说明"]
    #expect(reported(draft(contents, headings)) == ["一、收入支出决算总体情况说明"])
  }

  @Test func contentsOfAnotherDocumentAreLeftAlone() {
    let contents = ["第一章 总则", "第二章 职责", "第三章 附则", "第四章 罚则"]
    #expect(reported(draft(contents, ["甲情况", "乙情况", "丙情况"])) == [])
  }
}

extension ContentsCheckTests {
  @Test func anEntryOutOfOrderIsReported() {
    let contents = Self.parts + ["第五部分 附表", "第六部分 其他说明", "第七部分 参考资料", "第八部分 联系方式"]
    var headings = contents
    headings.swapAt(6, 5)
    #expect(reported(draft(contents, headings)).count == 1)
  }

  @Test func aChapterThatIsNotListedBesideItsSiblingsIsReported() {
    let chapters = ["一、收支情况", "二、三公经费", "三、机关运行经费", "四、政府采购"]
    let first = Array(Self.parts[..<3])
    let text = draft(
      first + chapters + [Self.parts[3]], first + chapters + ["五、国有资产占用", Self.parts[3]])
    #expect(reported(text) == ["五、国有资产占用"])
  }

  private static let tables = [
    "一、收入支出决算总表", "二、收入决算表", "三、支出决算表", "四、财政拨款收入支出决算总表", "五、一般公共预算财政拨款支出决算表",
    "六、一般公共预算财政拨款基本支出决算表", "七、政府性基金预算财政拨款收入支出决算表",
  ]

  @Test func theOnlyTableOfAnotherNameIsReported() {
    func reported(_ last: String) -> [String] {
      let headings = Self.parts + Self.tables[..<6] + [last]
      return self.reported(draft(Self.parts + Self.tables, headings))
    }
    #expect(reported("七、政府性基金预算财政拨款收入支出决算表") == [])
    #expect(reported("七、政府性基金收支决算表") == ["七、政府性基金预算财政拨款收入支出决算表"])
  }
}
