import Testing

@testable import LintCore

@Suite struct ContentsParserTests {
  private func entries(_ text: String) -> [String] {
    let read = draft(text)
    return (read.contents?.entries ?? []).map { entry in
      read.string(entry.title) + (entry.page.map { " \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    "……", "......", ".................", "········", "…", "⋯⋯", "——————", "____", " . . . . ", "•••••",
  ])
  func everyLeaderIsLeftOut(leader: String) {
    #expect(
      entries("目录\n第一部分 概况\(leader)1\n一、职责\(leader)2\n第二部分 说明 \(leader) 13\n\n第一部分 概况")
        == ["概况 1", "职责 2", "说明 13"])
  }

  @Test func aTabLeadsToThePage() {
    #expect(entries("目 录\n第一部分 概况→1\n第二部分 说明→12\n\n第一部分 概况\n") == ["概况 1", "说明 12"])
  }

  @Test func partsWithATabAndAPageNeedNoHeading() {
    let text = "某单位2024年度部门决算\n\n第一部分→1\n一、职责→1\n第二部分 决算表→2\n一、收支总表→2\n二、说明→3\n\n第一部分\n\n一、职责\n正文。"
    #expect(entries(text) == [" 1", "职责 1", "决算表 2", "收支总表 2", "说明 3"])
    // Figures that fall are a table, whatever its first row is called.
    #expect(entries("第一部分→9\n一、教育→7\n二、卫生→8\n三、其他→3\n") == [])
  }

  @Test func entriesMayHaveNoPage() {
    let text = "# 目录\n第一部分 概况\n一、职责\n二、机构\n第二部分 说明\n\n第一部分 概况\n一、职责\n正文在此。"
    #expect(entries(text) == ["概况", "职责", "机构", "说明"])
    let read = draft(text)
    #expect(read.contents?.lines == 0..<5)
    #expect(read.headings.map { read.string($0.title) } == ["概况", "职责"])
  }

  @Test func contentsGoOnAfterAPageBreak() {
    #expect(
      entries("目录\n第一部分 概况……1\n一、职责……2\n\n- 1 -\n\n二、机构……3\n第二部分 说明……4\n\n第一部分 概况\n")
        == ["概况 1", "职责 2", "机构 3", "说明 4"])
  }

  @Test(arguments: ["(1)", "( 1)", "(2-5)", "（6-8 ）"]) func aPageMayStandInBrackets(page: String) {
    #expect(
      entries("目录\n一、概况…………\(page)\n二、说明…………\(page)\n\n一、概况\n正文在此。").map { $0.prefix(2) } == ["概况", "说明"])
  }

  @Test func entriesMayEndWithAStop() {
    let text = "目录\n第一部分 概况\n一、职责。\n二、机构;\n三、预算编制情况。15\n第二部分 说明\n\n第一部分 概况\n正文。"
    #expect(entries(text) == ["概况", "职责", "机构", "预算编制情况", "说明"])
  }

  @Test func aLeaderMayWrapIntoTheNextLine() {
    #expect(
      entries("目录\n第一部分 概况……1\n第二部分 决算情况说明\n........... 20\n第三部分 名词解释……21\n\n第一部分 概况\n")
        == ["概况 1", "决算情况说明", "名词解释 21"])
  }

  @Test func aPartThatIsListedTwiceDoesNotEndTheContents() {
    let text = "目录\n第一部分 概况\n第二部分 预算表\n第二部分 预算表\n一、收支总表\n第三部分 说明\n\n第一部分 概况\n正文。"
    #expect(entries(text) == ["概况", "预算表", "预算表", "收支总表", "说明"])
  }

  @Test func contentsWithoutTheirHeadingAreKnownByTheirDots() {
    let read = draft("某局部门预算\n第一部分 概况…………1\n第二部分 说明…………5\n\n第一部分 概况\n正文。")
    #expect(read.contents?.headingLine == nil)
    #expect(read.contents?.lines == 1..<3)
  }

  @Test func theBodyStartsWhereTheFirstEntryIsRepeated() {
    #expect(entries("目录\n单位概况\n收支情况\n名词解释\n单位概况\n收支情况") == ["单位概况", "收支情况", "名词解释"])
  }

  @Test(arguments: ["目录", "目录\n第一部分 概况", "一、概况\n二、说明", "项目→金额\n甲→1.00\n乙→2.00", "完成。。。。。。5"])
  func aSingleEntryOrAListIsNoContents(text: String) {
    #expect(draft(text).contents == nil)
  }

  @Test(arguments: [
    ("12", true), ("- 12 -", true), ("第12页", true), ("第 3 页 共 20 页", true), ("—5—", true),
    ("", false), ("--", false), ("12元", false), ("1234567", false), ("第一页", false),
  ])
  func printedPageNumbersAreKnown(line: String, isOne: Bool) {
    Folder.units(line).withUnsafeBufferPointer {
      #expect(PageNumber.isOne($0, Slice(0, $0.count)) == isOne)
    }
  }

  @Test(arguments: [
    "[T 4](#_Toc1)", "[T [4](#_Toc1)](#_Toc1)", "[T](#_Toc1)", "- [T](#x)", "[T→4](#_Toc1)", "* [T](#x)……4",
    "T……第4页",
  ])
  func entriesMayBeLinks(layout: String) {
    let titles = ["第一部分 概况", "一、职责", "第二部分 说明"]
    let text =
      "目录\n" + titles.map { layout.replacing("T", with: $0) }.joined(separator: "\n") + "\n\n第一部分 概况\n正文。"
    let page = layout.contains("[T 4]") ? "4" : layout.contains("4") ? " 4" : ""
    #expect(entries(text) == ["概况", "职责", "说明"].map { $0 + page })
  }

  @Test(arguments: [
    "序号→内容→页码\n1→第一部分 概况→4\n2→一、职责→4\n3→第二部分 说明→6",
    "| 序号 | 内容 | 页码 |\n|---|---|---|\n| 1 | 第一部分 概况 | 4 |\n| 2 | 一、职责 | 4 |\n| 3 | 第二部分 说明 | 6 |",
  ])
  func contentsMayBeATable(rows: String) {
    #expect(entries("目录\n\n\(rows)\n\n第一部分 概况\n正文。") == ["概况 4", "职责 4", "说明 6"])
  }

  @Test func numbersMayHaveLostTheirMark() {
    let rows = ["一 收支总表", "二 收入总表", "三 一般公共预算支出表"]
    #expect(
      entries("目录\n第一部分 预算表\n\(rows.joined(separator: "\n"))\n\n第一部分 预算表\n正文。")
        == ["预算表", "收支总表", "收入总表", "一般公共预算支出表"])
    // One title that begins with a numeral is no list.
    let titles = ["收支总表", "一般公共预算支出表", "三公经费表"]
    #expect(entries("目录\n\(titles.joined(separator: "\n"))\n\n收支总表\n正文。") == titles)
  }
}
