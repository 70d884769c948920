import Testing

@testable import LintCore

@Suite struct SourceTextTests {
  private func lines(_ text: String) -> [String] {
    let source = SourceText(Array(text.utf8))
    return (0..<source.lineCount).map { source.string(source.range(ofLine: $0)) }
  }

  @Test(arguments: [
    ("", [""]),
    ("一", ["一"]),
    ("一\n二", ["一", "二"]),
    ("一\r\n二", ["一", "二"]),
    ("一\r二", ["一", "二"]),
    ("一\n\r二", ["一", "", "二"]),
    ("一\r\r\n二", ["一", "", "二"]),
    ("一\n", ["一", ""]),
    ("\r\n\r\n", ["", "", ""]),
  ])
  func newlineAndCarriageReturnEndLines(text: String, expected: [String]) {
    #expect(lines(text) == expected)
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func lineStartsAreThoseOfEachByte(seed: UInt64) {
    var generator = Generator(seed: seed)
    for length in 0..<64 {
      let bytes = (0..<length).map { _ in
        generator.pick([0x0A, 0x0D, 0x0B, 0x0C, 0x09, 0x8A, 0x8D, 0x41, 0xFF] as [UInt8])
      }
      var expected: [Int32] = [0]
      for (at, byte) in bytes.enumerated() {
        let next = at + 1 < length ? bytes[at + 1] : 0
        if byte == 0x0A || (byte == 0x0D && next != 0x0A) { expected.append(Int32(at + 1)) }
      }
      #expect(SourceText(bytes).lineStarts == expected)
    }
  }

  @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}", "\u{1C}"])
  func nothingElseEndsALine(separator: String) {
    #expect(lines("一\(separator)二") == ["一\(separator)二"])
  }

  @Test func anOffsetIsFoundInItsLineAndClampedOutside() {
    let source = SourceText(Array("ab\r\ncd\ne".utf8))
    #expect([0, 1, 2, 3, 4, 6, 7, 8].map(source.line(at:)) == [0, 0, 0, 0, 1, 1, 2, 2])
    #expect(source.line(at: -5) == 0)
    #expect(source.line(at: .max) == 2)
  }

  @Test func aLineOutsideTheTextIsEmptyAtTheEnd() {
    let source = SourceText(Array("ab\ncd".utf8))
    #expect(source.range(ofLine: 2) == ByteRange(5, 5))
    #expect(source.range(ofLine: -1) == ByteRange(5, 5))
    #expect(source.range(ofLine: .max) == ByteRange(5, 5))
  }

  @Test func columnsCountScalars() {
    let source = SourceText(Array("a合𠮷e\u{301}b\nx".utf8))
    // Offsets: a 0, 合 1, 𠮷 4, e 8, ◌́ 9, b 11.
    #expect([0, 1, 4, 8, 9, 11, 12].map { source.scalarColumn(of: $0, inLine: 0) } == [0, 1, 2, 3, 4, 5, 6])
    #expect(source.scalarColumn(of: 99, inLine: 0) == 6)
    #expect(source.scalarColumn(of: 99, inLine: 7) == 0)
  }

  @Test func rangesOutsideTheTextAreClamped() {
    let source = SourceText(Array("合计".utf8))
    #expect(source.string(ByteRange(-3, 3)) == "合")
    #expect(source.string(ByteRange(3, 99)) == "计")
    #expect(source.string(ByteRange(50, 99)) == "")
  }

  @Test func invalidBytesAreShownAsReplacements() {
    #expect(SourceText([0x41, 0xFF, 0x42]).string(ByteRange(0, 3)) == "A\u{FFFD}B")
  }

  @Test func bytesPastTheLargestSizeAreDropped() {
    let source = SourceText([UInt8](repeating: 0x0A, count: SourceText.maximumSize + 3))
    #expect(source.bytes.count == SourceText.maximumSize)
    #expect(source.lineCount == SourceText.maximumSize + 1)
  }

  @Test func columnsOfAVeryLongLineAreCountedFromItsBlocks() {
    let line = String(repeating: "支出1.60万元𠮷，", count: 2_000)
    let bytes = Array("短行\n\(line)\n\(line)".utf8)
    let source = SourceText(bytes)
    for (number, start) in source.lineStarts.enumerated() {
      var column = 0
      for offset in Int(start)..<source.range(ofLine: number).upper {
        if offset % 997 < 3 { #expect(source.scalarColumn(of: offset, inLine: number) == column) }
        if bytes[offset] & 0xC0 != 0x80 { column += 1 }
      }
      #expect(source.scalarColumn(of: bytes.count, inLine: number) == column)
    }
  }
}
