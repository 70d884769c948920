import Testing

@testable import LintCore

@Suite struct PageFurnitureTests {
  private func paragraphs(_ text: String) -> [String] {
    let draft = Draft(SourceText(Array(text.utf8)))
    return draft.paragraphs.map { draft.text.string($0.slice) }
  }

  private static let start = "2024年度本单位收入总计1200.50万元，其中财政拨款收入1"
  private static let end = "100.50万元，事业收入100.00万元。"

  @Test(arguments: ["— 12 —", "12", "第 12 页 共 35 页", "\n- 3 -\n", "\n\n·7·\n\n"])
  func aSentenceGoesOnBehindAPageNumber(number: String) {
    #expect(paragraphs("\(Self.start)\n\(number)\n\(Self.end)\n") == [Self.start + Self.end])
  }

  @Test(arguments: ["；", "）", "”"]) func aSentenceGoesOnBehindAMarkWhereAPageEnds(mark: String) {
    let start = "2024年度本单位收入总计1200.50万元，其中财政拨款收入1100.50万元，“甲（乙\(mark)"
    #expect(
      paragraphs("\(start)\n\n— 12 —\n\n\(Self.end)\n")
        == [start + Self.end].map { $0.replacing("；", with: ";") }
        .map { $0.replacing("（", with: "(").replacing("）", with: ")") })
    #expect(paragraphs("\(start)\n\n\(Self.end)\n").count == 2)
    #expect(paragraphs("\(start)\n\(Self.end)\n").count == 2)
  }

  private static let header = "青溪县水利局部门决算"

  @Test(arguments: [
    "\(header)\n12", "12\n\n\(header)", "\(header)  12", "12 \(header)", "\(header)\n收入、支出\n12",
  ])
  func aSentenceGoesOnBehindARunningHeader(page: String) {
    let text = (1...4).map { _ in "\(Self.start)\n\n\(page)\n\n\(Self.end)\n\n" }.joined()
    #expect(paragraphs(text) == Array(repeating: Self.start + Self.end, count: 4))
  }

  /// Twice is no header of every page; neither is what stands above tables and below them, nor a sentence.
  @Test(arguments: ["项目支出绩效自评表", "单位：万元", "本表无数据", "本单位没有此项支出。", "一、收入情况"])
  func whatIsNoHeaderStays(line: String) {
    let text = (1...4).map { "内容在此，甲乙丙丁。\n\n\(line)\n\($0)\n\n" }.joined()
    let draft = Draft(SourceText(Array(text.utf8)))
    #expect(draft.text.lines.count { $0.traits.contains(.pageFurniture) } == 4)
    let some = (1...8).map { "内容在此，甲乙丙丁。\n\n\($0 < 3 ? Self.header : "甲乙丙丁\($0)号")\n\($0)\n\n" }.joined()
    let other = Draft(SourceText(Array(some.utf8)))
    #expect(other.text.lines.count { $0.traits.contains(.pageFurniture) } == 8)
  }

  @Test func ofTwoPagesBothHaveTheHeader() {
    let text = (1...2).map { "\(Self.start)\n\n\(Self.header)\n\($0)\n\n\(Self.end)\n\n" }.joined()
    #expect(paragraphs(text) == Array(repeating: Self.start + Self.end, count: 2))
  }

  @Test func theTitleOfTheDraftMayBeOnEveryPage() {
    let title = "青溪县水利局2024年度部门决算"
    let page = "\n" + String(repeating: "内容在此，甲乙丙丁。\n", count: 12)
    let text = (1...5).map { _ in "\(title)\n\(page)" }.joined()
    let draft = Draft(SourceText(Array(text.utf8)))
    #expect(draft.text.lines.count { $0.traits.contains(.pageFurniture) } == 4)
    #expect(draft.text.slice(ofLine: 0).isEmpty == false)
  }

  @Test func theTextOfACellMayStandInALineOfItsOwn() {
    let text = "<table>\n<tr>\n<td>\n项目\n</td>\n<td>\n12\n</td>\n</tr>\n</table>\n\n12\n"
    let draft = Draft(SourceText(Array(text.utf8)))
    #expect(draft.tables.first?.cells.map(\.kind) == [.text, .number])
    #expect(draft.text.lines.count { $0.traits.contains(.pageFurniture) } == 1)
  }

  /// Places in the text are those of the bytes, whatever was taken out before.
  @Test func placesAreThoseOfTheBytes() {
    let text = "甲乙丙。\n\n— 1 —\n\n丁戊己。\n"
    let source = SourceText(Array(text.utf8))
    let draft = Draft(source)
    #expect(draft.paragraphs.map { draft.written($0.slice) } == ["甲乙丙。", "丁戊己。"])
  }

  /// An edit that makes a line a header of every page, or none, changes what other pages are.
  @Test func anEditChangesWhatOtherPagesAre() {
    let page = "\(Self.start)\n\n\(Self.header)\n3\n\n\(Self.end)\n\n"
    let other = "\(Self.start)\n\n\(Self.header)甲\n3\n\n\(Self.end)\n\n"
    let (few, many) = (page + page + other, page + page + page)
    var last: LintResult?
    for text in [few, many, few, few + "甲", many] {
      last = EditedDraftTests.check(Array(text.utf8), after: last)
      let fresh = EditedDraftTests.check(Array(text.utf8), after: nil)
      #expect(last?.draft.text.units == fresh.draft.text.units)
      #expect(last?.draft.paragraphs.map(\.slice) == fresh.draft.paragraphs.map(\.slice))
    }
    #expect(last?.draft.paragraphs.count == 3)
  }
}
