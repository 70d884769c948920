/// Finds words of three to eight ideographs that stand twice in a row: 完成修缮及时性及时性.
///
/// Rule: `repeated-word`. Shorter repetitions are often meant (常常), longer ones are whole phrases said twice.
enum RepeatedWordCheck {
  private static let lengths = 3...8
  private static let phrase = Phrase("“{0}”重复", "“{0}” stands twice")
  private static let keep = Phrase("只留一个“{0}”", "Keep one “{0}”")

  static func run(_ inspection: inout Inspection) {
    for paragraph in inspection.draft.paragraphs { check(paragraph.slice, &inspection) }
    for table in inspection.draft.tables {
      for cell in table.cells where cell.kind == .text && cell.upper - cell.lower >= 6 {
        check(cell.slice, &inspection)
      }
    }
  }

  private static func check(_ slice: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var i = slice.lower
    while i + 2 * lengths.lowerBound <= slice.upper {
      if Unit.isIdeograph(units[i]), let length = repetition(at: i, slice.upper, units) {
        report(Slice(i, i + 2 * length), length, &inspection)
        i += 2 * length
      } else {
        i += 1
      }
    }
  }

  /// The length of a word of ideographs that is followed by itself.
  private static func repetition(at start: Int, _ end: Int, _ units: Units) -> Int? {
    for length in lengths where start + 2 * length <= end && units[start] == units[start + length] {
      let isSame = (0..<length).allSatisfy {
        units[start + $0] == units[start + length + $0] && Unit.isIdeograph(units[start + $0])
      }
      // 一一一一一一 is a rule or a filler and no word.
      if isSame, units[start] != units[start + 1] { return length }
    }
    return nil
  }

  private static func report(_ slice: Slice, _ length: Int, _ inspection: inout Inspection) {
    let word = inspection.draft.written(Slice(slice.lower, slice.lower + length))
    inspection.report(
      "repeated-word", .warning, at: slice, Message(phrase, .text(word)),
      fixes: [
        Fix(
          title: Message(keep, .text(word)),
          edits: [Edit(inspection.draft.range(Slice(slice.lower + length, slice.upper)), "")], safety: .review
        )
      ])
  }
}
