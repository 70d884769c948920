/// Finds gaps and repetitions among 一是, 二是, 三是 of one paragraph: 一是…；二是…；四是….
///
/// Rule: `numbering`. Only an ordinal at the start of a clause counts, and nothing is said where the missing one stands
/// anywhere in the paragraph.
enum OrdinalGaps {
  private static let first: Word = "一是"
  private static let phrase = Phrase("“{0}”前应为“{1}”", "“{1}” should stand before “{0}”")
  private static let again = Phrase("“{0}”出现两次，疑为“{1}”", "“{0}” stands here twice; “{1}” may be meant")
  private static let numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  static func run(_ inspection: inout Inspection) {
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() where paragraph.slice.count >= 8 {
      let units = inspection.units
      guard
        inspection.has(.ordinals, in: paragraph.slice, ofParagraph: index, { units.contains(first, in: $0) })
      else { continue }
      check(paragraph.slice, &inspection)
    }
  }

  private static func check(_ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var last = 0
    for at in text.indices where at + 1 < text.upper && units[at + 1] == 0x662F {
      guard let value = Unit.numeral(units[at]), (1...9).contains(value), opensClause(at, text, units)
      else { continue }
      defer { last = value }
      guard last > 0, value != 1, value != last + 1, value == last || value > last + 1, last < 9,
        !names(last + 1, in: text, units), isOnlyList(text, units)
      else { continue }
      let place = Slice(at, at + 2)
      let right = numerals[last + 1] + "是"
      inspection.report(
        "numbering", .warning, at: place,
        Message(value == last ? again : phrase, .text(inspection.draft.string(place)), .text(right)))
      return
    }
  }

  /// Tells whether 三是 stands anywhere in a text.
  private static func names(_ value: Int, in text: Slice, _ units: Units) -> Bool {
    text.indices.contains { at in
      at + 1 < text.upper && units[at + 1] == 0x662F && Unit.numeral(units[at]) == value
    }
  }

  /// Of two lists one may stand within the other.
  private static func isOnlyList(_ text: Slice, _ units: Units) -> Bool {
    guard let at = units.find(first, in: text) else { return false }
    return units.find(first, in: Slice(at + first.count, text.upper)) == nil
  }

  private static func opensClause(_ at: Int, _ text: Slice, _ units: Units) -> Bool {
    guard at > text.lower else { return true }
    let before = units[at - 1]
    return Unit.endsClause(before) || before == 0x3A
  }
}
