import Testing

@testable import LintCore

@Suite struct OrdinalTests {
  private func scan(_ text: String) -> Ordinal? {
    Folder.units(text).withUnsafeBufferPointer { OrdinalScanner.scan($0, Slice(0, $0.count)) }
  }

  @Test(
    arguments: [
      ("第一部分 部门概况", .part, 1, 4), ("第十二部分", .part, 12, 5), ("第3部分 报表", .part, 3, 4), ("第一章 总则", .part, 1, 3),
      ("第二篇 说明", .part, 2, 3),
      ("一、概况", .chinese, 1, 2), ("十、其他", .chinese, 10, 2), ("十九、金融支出", .chinese, 19, 3),
      ("二十三、其他", .chinese, 23, 4), ("三．说明", .chinese, 3, 2), ("〇、前言", .chinese, 0, 2),
      ("（一）职责", .chineseInBrackets, 1, 3), ("(十二)其他", .chineseInBrackets, 12, 4),
      ("（三）、公车", .chineseInBrackets, 3, 4),
      ("1.概况", .arabic, 1, 2), ("1、概况", .arabic, 1, 2), ("12．概况", .arabic, 12, 3),
      ("1.2024年安排", .arabic, 1, 2),
      ("（1）甲", .arabicInBrackets, 1, 3), ("1)甲", .arabicInBrackets, 1, 2),
      ("（12）、乙", .arabicInBrackets, 12, 5),
      ("①甲", .circled, 1, 1), ("⑳乙", .circled, 20, 1),
    ] as [(String, Ordinal.Style, Int, Int)])
  func ordinalsAreReadInEveryStyle(text: String, style: Ordinal.Style, value: Int, length: Int) throws {
    let ordinal = try #require(scan(text))
    #expect(ordinal.style == style && ordinal.value == value && ordinal.length == length)
  }

  @Test(arguments: [
    "", "一", "概况", "第一", "第一批", "第部分", "一概况", "（概况）", "（2024）年度", "（一", "1", "12万元", "1.5万元", "1.1 概况",
    "100.00", "2024年", "1234、五", "，一、", "十十、", "一二、",
  ])
  func otherTextHasNoOrdinal(text: String) {
    #expect(scan(text) == nil)
  }

  @Test func stylesNestInOrder() {
    let styles: [Ordinal.Style] = [.part, .chinese, .chineseInBrackets, .arabic, .arabicInBrackets, .circled]
    #expect(styles == styles.sorted())
  }
}
