/// Finds a sentence that stands twice in a row, such as 主要原因是严控接待标准。主要原因是严控接待标准, or a clause:
/// 占“三公”经费支出的8.77%，占“三公”经费支出的8.77%.
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
    clauses(paragraph.slice, &inspection)
  }

  private static func clauses(_ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var start = text.lower
    var before = Slice(start, start)
    for at in text.indices where units.endsClause(at: at) {
      let clause = Slice(start, at)
      if clause.count >= shortest, before.upper < start, units.areSame(before, clause),
        units[before.upper] != stop
      {
        inspection.report(
          "punctuation", .warning, at: clause, Message(clauseTwice),
          related: [inspection.related(before, Message(firstClause))])
      }
      before = clause
      start = at + 1
    }
  }

  private static let twice = Phrase("这一句与前一句完全相同", "This sentence repeats the one before it word for word")
  private static let clauseTwice = Phrase(
    "这半句与前半句完全相同", "This clause repeats the one before it word for word")
  private static let firstClause = Phrase("前半句", "The clause before")
  private static let first = Phrase("前一句", "The sentence before")
}
