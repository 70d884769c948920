/// Holds the number of a part that a sentence names against its heading: 见第八部分“项目经费情况说明” where that is the seventh.
///
/// Rule: `name-mismatch`.
enum PartReferences {
  static func check(_ inspection: inout Inspection) {
    guard inspection.stands(ending) else { return }
    let units = inspection.units
    var numbers: [UInt64: Set<Int>] = [:]
    for heading in inspection.draft.headings {
      guard let ordinal = heading.ordinal, heading.title.count >= least else { continue }
      numbers[units.key(heading.title), default: []].insert(ordinal.value)
    }
    for paragraph in inspection.draft.paragraphs {
      var search = paragraph.slice
      while let at = units.find(ending, in: search) {
        search = Slice(at + ending.count, paragraph.slice.upper)
        guard let (number, start) = number(before: at, from: paragraph.slice.lower, units),
          let name = quoted(at + ending.count, paragraph.slice.upper, units), name.count >= least,
          let right = numbers[units.key(name)], !right.contains(number), let only = right.only
        else { continue }
        inspection.report(
          "name-mismatch", .warning, at: Slice(start, at + ending.count),
          Message(other, .text(inspection.draft.string(name)), .count(only), .count(number)))
      }
    }
  }

  /// The number of 第八部分, given where 部分 stands, and where 第 does.
  private static func number(before end: Int, from lower: Int, _ units: Units) -> (number: Int, start: Int)? {
    var start = end
    while start > lower, end - start < 4, units[start - 1] != 0x7B2C { start -= 1 }
    guard start > lower, units[start - 1] == 0x7B2C,
      let (number, behind) = OrdinalScanner.numeral(units, start, end), behind == end
    else { return nil }
    return (number, start - 1)
  }

  /// The words in quotation marks, or marks of a title, at a position.
  private static func quoted(_ at: Int, _ end: Int, _ units: Units) -> Slice? {
    guard at < end, units[at] == 0x201C || units[at] == 0x300A else { return nil }
    let closing: UInt16 = units[at] == 0x201C ? 0x201D : 0x300B
    return Slice(at, Swift.min(end, at + longest)).indices.first { units[$0] == closing }.map {
      Slice(at + 1, $0)
    }
  }

  private static let ending: Word = "部分"
  private static let least = 4
  private static let longest = 40
  private static let other = Phrase(
    "“{0}”是第 {1} 部分，此处写第 {2} 部分", "“{0}” is part {1}; here it is part {2}")
}
