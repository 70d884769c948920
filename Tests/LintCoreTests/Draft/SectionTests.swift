import Testing

@testable import LintCore

@Suite struct SectionTests {
  /// The sections as `title first-last line`, indented by depth.
  private func outline(_ text: String) -> [String] {
    let read = draft(text)
    return read.sections.dropFirst().map { section in
      var depth = 0
      var parent = section.parent
      while let index = parent, index != 0 {
        depth += 1
        parent = read.sections[index].parent
      }
      let title = section.heading.map { read.string(read.headings[$0].title) } ?? ""
      return String(repeating: "  ", count: depth) + title
        + " \(section.lines.lowerBound + 1)-\(section.lines.upperBound)"
    }
  }

  @Test func sectionsNestByTheStyleOfTheirNumbers() {
    let text = """
      第一部分 概况
      一、职责
      （一）制度
      （二）检查
      二、机构
      第二部分 说明
      一、收支
      1.收入
      2.支出
      """
    #expect(
      outline(text) == [
        "概况 1-5", "  职责 2-4", "    制度 3-3", "    检查 4-4", "  机构 5-5", "说明 6-9", "  收支 7-9", "    收入 8-8",
        "    支出 9-9",
      ])
  }

  @Test func levelsOfHashMarksAreNoise() {
    #expect(outline("### 第一部分 概况\n# 一、职责\n## （一）制度") == ["概况 1-3", "  职责 2-3", "    制度 3-3"])
  }

  @Test func aPartThatIsRepeatedGoesOn() {
    let text = "第一部分 概况\n\n第一部分 概况\n一、职责\n第二部分 说明"
    #expect(outline(text) == ["概况 1-4", "  职责 4-4", "说明 5-5"])
  }

  @Test func theTextBeforeTheFirstHeadingHasASectionOfItsOwn() {
    let read = draft("本年度有关情况公开如下，请社会各界予以监督。\n一、概况\n二、说明")
    #expect(read.sections[0].heading == nil && read.sections[0].parent == nil)
    #expect(read.paragraphs.map(\.section) == [0])
  }
}
