import LintCore
import Testing

@testable import LintServer

@Suite("Text buffer")
struct TextBufferTests {
  /// A generator with a seed, so that a failure can be seen again.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let pieces = [
    "", "a", "\n", "\r", "\r\n", "预", "𠮷", "\n\n", "\u{2028}", "e\u{301}", "12.5\t", "\r\r\n", "合计",
  ]

  @Test(
    "T15: ten thousand random edits keep text and lines as a fresh reading gives them",
    arguments: PositionEncoding.allCases)
  func randomEditsKeepTextAndLines(_ encoding: PositionEncoding) {
    var dice = Dice(state: 7)
    var buffer = TextBuffer([])
    for step in 0..<10_000 {
      if buffer.bytes.count > 600 { buffer = TextBuffer(Array(buffer.bytes.prefix(0))) }
      let a = Position(line: .random(in: -1...12, using: &dice), character: .random(in: -1...9, using: &dice))
      let b = Position(line: .random(in: -1...12, using: &dice), character: .random(in: -1...9, using: &dice))
      let text = Array((Self.pieces.randomElement(using: &dice) ?? "").utf8)
      let range = buffer.offsets(of: PositionRange(start: a, end: b), encoding)
      var expected = buffer.bytes
      expected.replaceSubrange(range, with: text)
      buffer.replace(range, with: text)
      let fresh = SourceText(expected)
      guard buffer.bytes == expected, buffer.lineStarts == fresh.lineStarts else {
        Issue.record("step \(step): \(String(decoding: expected, as: UTF8.self).debugDescription)")
        return
      }
      guard String(validating: buffer.bytes, as: UTF8.self) != nil else {
        Issue.record("step \(step): a scalar was split")
        return
      }
    }
  }

  @Test("T15: positions and offsets agree in every encoding", arguments: PositionEncoding.allCases)
  func positionsAndOffsetsAgree(_ encoding: PositionEncoding) {
    let text = "预𠮷a\r\n\re\u{301}\n合计\t1.5\n"
    let buffer = TextBuffer(Array(text.utf8))
    var mapper = PositionMapper(buffer.source, encoding)
    let offsets = Array(0...buffer.bytes.count)
    for offset in offsets + offsets.reversed() + offsets.shuffled() {
      let position = mapper.position(of: offset)
      let back = buffer.offset(of: position, encoding)
      #expect(back <= offset && mapper.position(of: back) == position)
    }
  }

  @Test("a text past the largest draft is kept, but read again only when it is shorter")
  func tooLongTextIsKept() {
    var buffer = TextBuffer([UInt8](repeating: 0x61, count: SourceText.maximumSize))
    let isKept = buffer.replace(1..<1, with: Array("\n预".utf8))
    #expect(isKept && buffer.isTooLong && buffer.source.bytes.isEmpty)
    #expect(buffer.lineStarts == [0, 2])
    buffer.replace(5..<buffer.bytes.count, with: [])
    #expect(!buffer.isTooLong && String(decoding: buffer.source.bytes, as: UTF8.self) == "a\n预")
    #expect(TextBuffer([UInt8](repeating: 0x0A, count: SourceText.maximumSize + 1)).isTooLong)
  }

  @Test("an edit outside the text is refused")
  func editOutsideIsRefused() {
    var buffer = TextBuffer([1])
    #expect(buffer.replace(0..<5, with: []) == false)
    #expect(buffer.bytes == [1])
  }
}
