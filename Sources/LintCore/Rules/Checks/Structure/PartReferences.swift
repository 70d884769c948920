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
    let parts = parts(inspection)
    for paragraph in inspection.draft.paragraphs {
      var search = paragraph.slice
      while let at = units.find(ending, in: search) {
        search = Slice(at + ending.count, paragraph.slice.upper)
        guard let (number, start) = number(before: at, from: paragraph.slice.lower, units) else { continue }
        unnamed(number, Slice(start, at + ending.count), paragraph.slice, parts, &inspection)
        guard
          let name = quoted(at + ending.count, paragraph.slice.upper, units), name.count >= least,
          let right = numbers[units.key(name)], !right.contains(number), let only = right.only
        else { continue }
        inspection.report(
          "name-mismatch", .warning, at: Slice(start, at + ending.count),
          Message(other, .text(inspection.draft.string(name)), .count(only), .count(number)))
      }
    }
  }

  // MARK: Parts referred to by their number alone

  private typealias Part = (number: Int, title: Slice)

  /// The headings 第四部分 名词解释, 第五部分 附件.
  private static func parts(_ inspection: Inspection) -> [Part] {
    let units = inspection.units
    return inspection.draft.headings.compactMap { heading in
      let slice = units.trimmed(heading.slice)
      guard let ordinal = heading.ordinal, heading.title.count >= 2,
        let at = units.find(ending, in: Slice(slice.lower, Swift.min(slice.upper, slice.lower + 8))),
        number(before: at, from: slice.lower, units)?.number == ordinal.value
      else { return nil }
      return (ordinal.value, heading.title)
    }
  }

  /// 自评表详见第四部分附件, where that is 名词解释 and 附件 is the fifth.
  private static func unnamed(
    _ number: Int, _ place: Slice, _ text: Slice, _ parts: [Part], _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard place.lower > text.lower, units[place.lower - 1] == 0x89C1,
      let part = parts.filter({ $0.number == number }).only,
      let right = parts.filter({ units.equals(anyOf: attachments, units.trimmed($0.title)) }).only,
      right.number != number, units.contains(definitions, in: part.title)
    else { return }
    let sentence = Slice(units.sentenceStart(before: place.lower, from: text.lower), place.lower)
    guard
      units.starts(Slice(place.upper, text.upper), with: attached)
        || units.contains(anyOf: forms, in: sentence) && !units.contains(anyOf: defined, in: sentence)
    else { return }
    inspection.report(
      "name-mismatch", .warning, at: place,
      Message(
        other, .text(inspection.draft.string(units.trimmed(right.title))), .count(right.number),
        .count(number)),
      related: [inspection.related(part.title, Message(Self.is))])
  }

  private static let attachments = WordList(["附件", "附表", "附录"])
  private static let attached: Word = "附件"
  private static let definitions: Word = "名词解释"
  private static let forms = WordList(["自评表", "绩效目标表", "自评报告", "评价报告"])
  private static let defined = WordList(["名词", "解释"])
  private static let `is` = Phrase("此处所写的部分", "The part that is named")

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
