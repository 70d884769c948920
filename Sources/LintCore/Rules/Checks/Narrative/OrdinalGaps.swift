/// Finds gaps and repetitions among 一是, 二是, 三是 of one paragraph, or at the start of paragraphs that follow each other:
/// 一是…；二是…；四是….
///
/// Rule: `numbering`. Only an ordinal at the start of a clause counts, and nothing is said where the missing one stands
/// anywhere in the paragraph, or in those of the list.
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
    lists(&inspection)
  }

  // MARK: Paragraphs

  /// Goes through the runs of paragraphs of a section that each begin with an ordinal.
  private static func lists(_ inspection: inout Inspection) {
    let (units, paragraphs) = (inspection.units, inspection.draft.paragraphs)
    var start = 0
    while start < paragraphs.count {
      guard opening(paragraphs[start].slice, units) == 1 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < paragraphs.count, end - start < numerals.count,
        paragraphs[end].section == paragraphs[start].section,
        let next = opening(paragraphs[end].slice, units), next > 1
      {
        end += 1
      }
      list(paragraphs[start..<end].map(\.slice), &inspection)
      start = end
    }
  }

  /// 四是 behind 二是, or 五是 twice: only one ordinal of the list is not the next.
  private static func list(_ items: [Slice], _ inspection: inout Inspection) {
    let units = inspection.units
    let values = items.compactMap { opening($0, units) }
    guard items.count >= 3, values.count == items.count,
      let wrong = values.indices.first(where: { values[$0] != $0 + 1 }), wrong < numerals.count - 1,
      !items.contains(where: { names(wrong + 1, in: $0, units) })
    else { return }
    let rest = values.indices.suffix(from: wrong + 1)
    let goesOn = rest.allSatisfy { values[$0] == $0 + 1 }
    // One is left out: all that follow count on from there.
    let isGap = values[wrong] == wrong + 2 && rest.allSatisfy { values[$0] == $0 + 2 }
    guard goesOn && !rest.isEmpty || values[wrong] == wrong || isGap else { return }
    let place = Slice(items[wrong].lower, items[wrong].lower + 2)
    let isSecond = values[wrong] == wrong || goesOn && values[(wrong + 1)...].contains(values[wrong])
    inspection.report(
      "numbering", .warning, at: place,
      Message(
        isSecond ? again : phrase, .text(inspection.draft.string(place)), .text(numerals[wrong + 1] + "是")))
  }

  /// The ordinal that a paragraph begins with.
  private static func opening(_ text: Slice, _ units: Units) -> Int? {
    guard text.count >= 6, units[text.lower + 1] == 0x662F, let value = Unit.numeral(units[text.lower]),
      (1...9).contains(value)
    else { return nil }
    return value
  }

  // MARK: One paragraph

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
