import Testing

@testable import LintCore

struct SnippetTests {
  /// Lays out the line of `text` that holds `«…»`, which are taken out first.
  private func snippet(_ marked: String) -> Snippet {
    let parts = marked.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
    let source = SourceText(Array((parts[0] + rest[0] + rest[1]).utf8))
    let lower = parts[0].utf8.count
    return Snippet(source, ByteRange(lower, lower + rest[0].utf8.count))
  }

  /// The part of the shown text that the underline covers, columns of wide characters counted twice.
  private func underlined(_ snippet: Snippet) -> String {
    var column = 0
    var out = ""
    for scalar in snippet.text.unicodeScalars {
      let isInside =
        column >= snippet.underlineStart && column < snippet.underlineStart + snippet.underlineWidth
      // A combining mark takes no column and belongs to what stands before it.
      if isInside, DisplayColumns.width(scalar) > 0 { out.unicodeScalars.append(scalar) }
      column += DisplayColumns.width(scalar)
    }
    return out
  }

  @Test(arguments: [
    ("合计«160.50»", "160.50"),
    ("«收入»预算", "收入"),
    ("a\t«160.50»\tb", "160.50"),
    ("合计\t\t　«30.00»", "30.00"),
    ("ｆｕｌｌ《«全角»》", "全角"),
    ("e\u{301}«x»", "x"),
    ("第一行\n第二行«错»", "错"),
    ("\u{FEFF}«标题»", "标题"),
    ("😀«y»", "y"),
    ("“«引»”", "引"),
  ])
  func underlineCoversTheRange(_ marked: String, _ expected: String) {
    #expect(underlined(snippet(marked)) == expected)
  }

  @Test func rowOfAWideTableKeepsItsLabelAndTheRange() {
    let cells = (1...40).map { "\($0)00.00" }.joined(separator: "\t")
    let snippet = snippet("一般公共服务支出\t\(cells)\t«160.50»\t\(cells)")
    #expect(snippet.text.hasPrefix("一般公共服务支出 …"))
    #expect(snippet.text.hasSuffix("…"))
    #expect(underlined(snippet) == "160.50")
    #expect(DisplayColumns.width(snippet.text) < 120)
  }

  @Test func longSentenceIsAbridgedOnBothSides() {
    let text = String(repeating: "预算", count: 200)
    let snippet = snippet("\(text)«增长3.8%»\(text)")
    #expect(snippet.text.hasPrefix("…预算"))
    #expect(underlined(snippet) == "增长3.8%")
    #expect(DisplayColumns.width(snippet.text) < 120)
  }

  @Test func longRangeIsCut() {
    let snippet = snippet("前«\(String(repeating: "长", count: 5000))»后")
    #expect(underlined(snippet).hasSuffix("…"))
    #expect(DisplayColumns.width(snippet.text) < 120)
  }

  @Test func emptyRangeStillShowsWhereItIs() {
    let snippet = snippet("前«»后")
    #expect(snippet.underlineStart == 2)
    #expect(snippet.underlineWidth == 1)
  }

  @Test(arguments: [(0, 0), (3, 2), (99, 120), (-5, 3), (2, 99)])
  func rangesOutsideTheTextAreClamped(_ lower: Int, _ upper: Int) {
    let source = SourceText([0xE4, 0xB8, 0x80, 0xFF, 0x0A])
    #expect(Snippet(source, ByteRange(lower, upper)).underlineWidth >= 1)
  }
}
