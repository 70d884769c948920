import Testing

@testable import LintCore

/// What is counted around an edit alone is what a count of the whole text gives.
@Suite struct TextCountsTests {
  private static let names = ["支出", "支", "出支出", "支出支", "，", "甲乙", "\n", "第一部分"].map { Name(folding: $0) }

  @Test(arguments: 1...8) func countsFollowAnyEdits(seed: Int) {
    var dice = Generator(seed: UInt64(seed))
    var lines = (0..<12).map { _ in Self.line(&dice) }
    var counts = TextCounts()
    var last: (source: SourceText, text: FoldedText)?
    for step in 0..<30 {
      let source = SourceText(Array(lines.joined(separator: "\n").utf8))
      let text = Draft(source).text
      if let last {
        let edit = DraftEdit(SharedLines(last.source, source), from: last.text, to: text)
        counts = TextCounts(after: counts.forNext, last.text, edit)
      }
      let (counted, expected) = text.units.withUnsafeBufferPointer { units in
        var fresh = TextCounts()
        return (counts.counts(of: Self.names, in: units), fresh.counts(of: Self.names, in: units))
      }
      #expect(counted == expected, "seed \(seed), step \(step)")
      last = (source, text)
      let at = dice.below(lines.count)
      switch dice.below(3) {
      case 0: lines.insert(Self.line(&dice), at: at)
      case 1 where lines.count > 2: lines.remove(at: at)
      default: lines[at] += Self.line(&dice)
      }
    }
  }

  private static func line(_ dice: inout Generator) -> String {
    (0..<dice.below(9)).map { _ in dice.pick(["支", "出", "支出", "，", "甲", "乙", "一"]) }.joined()
  }
}
