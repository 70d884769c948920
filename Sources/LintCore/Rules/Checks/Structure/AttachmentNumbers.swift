/// Compares the numbers of attachments in their list at the front with those above the attachments themselves: 附件1, 附件3 in
/// the contents, 附件1, 附件2 in the document.
///
/// Rule: `numbering`. A number alone may jump, where an attachment is published elsewhere; two lists of equal length of
/// which one counts on without a gap and the other is unlike it in one place tell which is wrong.
enum AttachmentNumbers {
  private typealias Label = (number: Int, slice: Slice)

  static func check(_ inspection: inout Inspection) {
    let units = inspection.units
    let text = inspection.draft.text
    guard inspection.stands(attachment) else { return }
    var series: [[Label]] = []
    for line in 0..<Swift.max(0, text.lines.count - 1) {
      let whole = text.slice(ofLine: line)
      guard units.mayStart(whole, with: 0x9644) else { continue }
      let slice = units.trimmed(whole)
      guard slice.count <= longestTitle, units.starts(slice, with: attachment), !units.hasStop(in: slice),
        let (number, end) = OrdinalScanner.numeral(units, slice.lower + attachment.count, slice.upper),
        // 附件1-1, 附件2024
        number > 0, number <= most, end == slice.upper || isTitle(units[end])
      else { continue }
      let label = (number, Slice(slice.lower, end))
      // A list begins with 1, and what follows in it is more.
      if number == 1 || series.isEmpty {
        series.append([label])
      } else {
        series[series.count - 1].append(label)
      }
    }
    guard series.count == 2, series[0].count == series[1].count, series[0].count >= 2 else { return }
    let isRight = series.map { list in list.enumerated().allSatisfy { $0.offset + 1 == $0.element.number } }
    guard isRight[0] != isRight[1],
      case let (right, wrong) = isRight[0] ? (series[0], series[1]) : (series[1], series[0]),
      let odd = zip(right, wrong).filter({ $0.0.number != $0.1.number }).only
    else { return }
    inspection.report(
      "numbering", .warning, at: odd.1.slice,
      Message(
        differs, .text(inspection.draft.string(odd.1.slice)), .text(inspection.draft.string(odd.0.slice))),
      related: [inspection.related(odd.0.slice, Message(other))])
  }

  private static let attachment: Word = "附件"
  private static let longestTitle = 60
  private static let most = 60
  /// Tells whether a unit behind a number parts it from a title or begins that: no dash, point, digit, 年, 个, 份, 张 or 项.
  private static func isTitle(_ unit: UInt16) -> Bool {
    behind.contains(unit) || Unit.isIdeograph(unit) && !counters.contains(unit)
  }

  private static let counters = Set("年个份张项月".utf16)
  /// A blank, a colon, 、, a bracket, a TAB and 《.
  private static let behind: Set<UInt16> = [0x20, 0x3A, 0x3001, 0x28, 0x09, 0x300A]
  private static let differs = Phrase(
    "此处写“{0}”，同一附件另一处为“{1}”，附件编号不连续", "“{0}” here is “{1}” elsewhere, and leaves a gap in the numbers")
  private static let other = Phrase("另一处", "The other place")
}
