/// Finds references to an attachment that the draft does not have: 见附件3 where only 附件1 and 附件2 stand.
///
/// Rule: `missing-section`. Nothing is said of a draft without numbered attachments: they may be published beside it.
enum ReferenceCheck {
  private static let attachment: Word = "附件"
  private static let reference: Word = "见附件"
  private static let phrase = Phrase(
    "文中写“{0}”，全文没有附件 {1}", "The text says {0}, and there is no attachment {1}")

  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    guard units.contains(reference, in: Slice(0, units.count)), let last = last(inspection) else {
      return
    }
    for paragraph in inspection.draft.paragraphs {
      var search = paragraph.slice
      while let at = units.find(attachment, in: search) {
        let start = at + attachment.count
        search = Slice(start, paragraph.slice.upper)
        guard at > paragraph.slice.lower, units[at - 1] == 0x89C1,
          let (number, end) = OrdinalScanner.numeral(units, start, paragraph.slice.upper), number > last,
          number <= last + farthest
        else { continue }
        let place = Slice(at - 1, end)
        inspection.report(
          "missing-section", .warning, at: place,
          Message(phrase, .text(inspection.draft.string(place)), .count(number)))
      }
    }
  }

  /// A larger number is that of a document, or of a year.
  private static let farthest = 20

  private static let longestTitle = 40

  /// The number of the last attachment; `nil` without numbered ones, or where they are listed in another way.
  private static func last(_ inspection: Inspection) -> Int? {
    let units = inspection.units
    let text = inspection.draft.text
    var last: Int?
    for line in 0..<Swift.max(0, text.lines.count - 1) {
      let slice = units.trimmed(text.slice(ofLine: line))
      guard slice.count <= longestTitle, units.starts(slice, with: attachment), !units.hasStop(in: slice)
      else { continue }
      let start = slice.lower + attachment.count
      if start < slice.upper, units[start] == 0x3A { return nil }
      if let (number, _) = OrdinalScanner.numeral(units, start, slice.upper) {
        last = Swift.max(last ?? 0, number)
      }
    }
    return last
  }
}
