import Testing

@testable import LintCore

@Suite struct FoldedTextTests {
  /// The bytes, as text, that a folded word was read from.
  private func written(_ word: String, in text: String) -> String? {
    let source = SourceText(Array(text.utf8))
    let folded = Folder.fold(source)
    return folded.units.withUnsafeBufferPointer { units in
      units.find(Name(units: Array(word.utf16)), in: Slice(0, units.count)).map {
        source.string(folded.bytes(of: Slice($0, $0 + word.utf16.count), in: source))
      }
    }
  }

  @Test(arguments: [
    ("合计", "甲合计乙", "合计"),
    ("合计", "甲合 \u{3000}计乙", "合 \u{3000}计"),
    ("合计", "**合计**", "合计"),
    ("合计", "合<b>计</b>", "合<b>计"),
    ("12.5", "１２．５万元", "１２．５"),
    ("A&B", "A&amp;B", "A&amp;B"),
    ("&", "A&amp;B", "&amp;"),
    ("支出", "⽀\u{200B}出", "⽀\u{200B}出"),
    ("1 2", "1 2", "1 2"),
    ("丙", "𠮷丙", "丙"),
    ("甲乙", "甲<!-- 不看 -->乙", "甲<!-- 不看 -->乙"),
    ("-", "－5", "－"),
  ])
  func aSlicePointsAtTheBytesAsWritten(word: String, text: String, expected: String) {
    #expect(written(word, in: text) == expected)
  }

  @Test func anEmptySliceIsEmptyWhereItStands() {
    let source = SourceText(Array("合\u{3000}计".utf8))
    let folded = Folder.fold(source)
    #expect(folded.bytes(of: Slice(1, 1), in: source) == ByteRange(6, 6))
    #expect(folded.bytes(of: Slice(2, 2), in: source) == ByteRange(9, 9))
    #expect(folded.bytes(of: Slice(99, 120), in: source) == ByteRange(9, 9))
    #expect(folded.bytes(of: Slice(-4, 1), in: source) == ByteRange(0, 3))
  }

  @Test func linesOutsideTheTextAreEmpty() {
    let folded = Folder.fold(SourceText(Array("甲\n乙".utf8)))
    #expect(folded.string(folded.slice(ofLine: 1)) == "乙")
    for line in [-1, 2, 3, .max] { #expect(folded.slice(ofLine: line).isEmpty) }
    #expect(folded[-1] == 0 && folded[2] == 0 && folded[0] == 0x7532)
  }

  @Test func structureOfHTMLTablesIsTheWholeTag() {
    let source = SourceText(Array("<td colspan=\"2\">甲".utf8))
    let folded = Folder.fold(source)
    #expect(source.string(folded.bytes(of: Slice(0, 1), in: source)) == "<td colspan=\"2\">")
  }
}
