/// Finds a sentence on one kind of funds under the heading of another, as when the chapter above was copied.
///
/// Rule: `name-mismatch`. Only a heading and a text that each name one kind, and another one, are told.
enum MisplacedTextCheck {
  private static let kinds: [Word] = ["政府性基金", "国有资本经营", "社会保险基金"]
  private static let phrase = Phrase(
    "标题是“{0}”，这里写的是“{1}”", "The heading says {0}, and this text speaks of {1}")
  private static let heading = Phrase("标题", "The heading")

  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    let draft = inspection.draft
    // Few headings name funds.
    lazy var texts = ownTexts(draft)
    for (index, section) in draft.sections.enumerated() {
      guard let own = section.heading.map({ draft.headings[$0] }), let title = only(own.title, units),
        inspection.outline.role(index) == .body
      else { continue }
      guard texts[index].count == 1, case let sentence = texts[index].first,
        let spoken = only(sentence, units), title != spoken, let at = units.find(kinds[spoken], in: sentence)
      else { continue }
      let place = Slice(at, at + kinds[spoken].count)
      inspection.report(
        "name-mismatch", .error, at: place,
        Message(phrase, .text(draft.string(own.title)), .text(draft.string(place))),
        related: [inspection.related(own.slice, Message(heading))])
    }
  }

  /// The paragraphs right under a heading.
  private struct OwnText {
    var count = 0
    var first = Slice(0, 0)
  }

  /// The paragraphs of each section.
  private static func ownTexts(_ draft: Draft) -> [OwnText] {
    var texts = [OwnText](repeating: OwnText(), count: draft.sections.count)
    for paragraph in draft.paragraphs where texts.indices.contains(paragraph.section) {
      if texts[paragraph.section].count == 0 { texts[paragraph.section].first = paragraph.slice }
      texts[paragraph.section].count += 1
    }
    return texts
  }

  /// The only kind of funds that a text names.
  private static func only(_ text: Slice, _ units: Units) -> Int? {
    var found: Int?
    for kind in kinds.indices where units.contains(kinds[kind], in: text) {
      if found != nil { return nil }
      found = kind
    }
    return found
  }
}
