/// Finds a sentence that stands twice in a row, such as 主要原因是严控接待标准。主要原因是严控接待标准.
///
/// Rule: `punctuation`.
enum RepeatedSentences {
  /// The shortest sentence that nobody writes twice on purpose.
  private static let shortest = 8
  private static let stop: UInt16 = 0x3002

  static func run(_ inspection: inout Inspection) {
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() {
      inspection.look(for: .repeatedSentence, inParagraph: index) { check(paragraph, &$0) }
    }
  }

  private static func check(_ paragraph: Paragraph, _ inspection: inout Inspection) {
    let units = inspection.units
    var start = paragraph.slice.lower
    var before = Slice(start, start)
    while let end = units.first(stop, in: Slice(start, paragraph.slice.upper)) {
      let sentence = Slice(start, end)
      if sentence.count >= shortest, units.areSame(before, sentence) {
        inspection.report(
          "punctuation", .warning, at: sentence, Message(twice),
          related: [inspection.related(before, Message(first))])
      }
      before = sentence
      start = end + 1
    }
  }

  private static let twice = Phrase("这一句与前一句完全相同", "This sentence repeats the one before it word for word")
  private static let first = Phrase("前一句", "The sentence before")
}
