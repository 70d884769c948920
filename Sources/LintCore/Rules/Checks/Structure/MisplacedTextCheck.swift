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
    var texts: [Int: [Slice]]?
    for (index, section) in draft.sections.enumerated() {
      // Few headings name funds.
      guard let own = section.heading.map({ draft.headings[$0] }), let title = only(own.title, units),
        inspection.outline.role(index) == .body
      else { continue }
      let known = texts ?? Dictionary(grouping: draft.paragraphs, by: \.section).mapValues { $0.map(\.slice) }
      texts = known
      guard let text = known[index], text.count == 1, let sentence = text.first,
        let spoken = only(sentence, units),
        title != spoken, let at = units.find(kinds[spoken], in: sentence)
      else { continue }
      let place = Slice(at, at + kinds[spoken].count)
      inspection.report(
        "name-mismatch", .error, at: place,
        Message(phrase, .text(draft.string(own.title)), .text(draft.string(place))),
        related: [inspection.related(own.slice, Message(heading))])
    }
  }

  /// The only kind of funds that a text names.
  private static func only(_ text: Slice, _ units: Units) -> Int? {
    let found = kinds.indices.filter { units.contains(kinds[$0], in: text) }
    return found.count == 1 ? found.first : nil
  }
}
