/// Finds references to a table or a part whose number is above the last of the draft: 详见表14 where the tables are 表1 to 表13,
/// 具体见第六部分 where there are five.
///
/// Rule: `missing-section`. Only where the draft has each number up to the last is it certain that there is none behind it.
enum NumberedPlaces {
  /// A series of places with numbers.
  private struct Series {
    /// What stands before a number in the text.
    var leads: [(words: Word, isSure: Bool)]
    /// What a line with the number itself begins with.
    var labels: WordList
    /// What has to stand behind the number.
    var ending: Word?
    /// How many numbers make a series.
    var least: Int
  }

  private static let all = [
    Series(
      leads: [("见表", true), ("见附表", false), ("见公开表", false), ("在表", false), ("、表", false), ("，表", false)],
      labels: WordList(["表", "附表", "公开表", "预算公开表", "决算公开表"]), ending: nil, least: 4),
    Series(leads: [("见第", true)], labels: WordList(["第"]), ending: "部分", least: 3),
  ]

  static func check(_ inspection: inout Inspection) {
    for series in all where series.leads.contains(where: { inspection.stands($0.words) }) {
      let numbers = numbers(series, inspection)
      guard numbers.count >= series.least, let last = numbers.max() else { continue }
      let isComplete = numbers.count == last
      for paragraph in inspection.draft.paragraphs {
        for lead in series.leads {
          look(for: lead, series, above: last, isComplete, in: paragraph.slice, &inspection)
        }
      }
    }
  }

  private static func look(
    for lead: (words: Word, isSure: Bool), _ series: Series, above last: Int, _ isComplete: Bool,
    in slice: Slice,
    _ inspection: inout Inspection
  ) {
    var search = slice
    while let at = inspection.units.find(lead.words, in: search) {
      let start = at + lead.words.count
      search = Slice(start, slice.upper)
      guard let (number, end) = number(start, slice.upper, series, inspection.units), number > last,
        number <= last + farthest
      else { continue }
      // 见 and 在 are no part of the name, nor is the comma of 详见表8、表19 and ，表11为空表.
      let place = Slice(at + 1, end)
      inspection.report(
        "missing-section", isComplete && lead.isSure ? .error : .warning, at: place,
        Message(nothing, .text(inspection.draft.string(place)), .count(last)))
    }
  }

  /// The number at a position, with what has to stand behind it; 表4-1 is numbered in another way.
  private static func number(_ start: Int, _ end: Int, _ series: Series, _ units: Units) -> (Int, Int)? {
    guard let (number, behind) = OrdinalScanner.numeral(units, start, end), number > 0 else { return nil }
    if let ending = series.ending {
      return units.has(ending, at: behind, before: end) ? (number, behind + ending.count) : nil
    }
    guard behind >= end || !dashes.contains(units[behind]) && !Unit.isDigit(units[behind]) else { return nil }
    return (number, behind)
  }

  private static let dashes: Set<UInt16> = [0x2D, 0x2013, 0x2014, 0x2E, 0x5E74]

  /// The numbers that lines of the draft begin with, in its contents, above its tables or in headings.
  private static func numbers(_ series: Series, _ inspection: Inspection) -> Set<Int> {
    let units = inspection.units
    let text = inspection.draft.text
    var found: Set<Int> = []
    for line in 0..<Swift.max(0, text.lines.count - 1) {
      var slice = units.trimmed(text.slice(ofLine: line))
      while slice.count > 2, opening.contains(units[slice.lower]) { slice.lower += 1 }
      guard slice.count >= 2, let length = units.lengthOfWord(starting: slice, anyOf: series.labels),
        let (number, _) = number(slice.lower + length, slice.upper, series, units)
      else { continue }
      found.insert(number)
    }
    return found
  }

  /// Marks of headings, and brackets around a label.
  private static let opening: Set<UInt16> = [0x23, 0x20, 0x28, 0x2A, 0x7C]

  /// A larger number is that of a document, or of a year.
  private static let farthest = 20

  private static let nothing = Phrase(
    "文中写“{0}”，全文只到 {1}", "The text says {0}, and the last one of the draft is {1}")
}
