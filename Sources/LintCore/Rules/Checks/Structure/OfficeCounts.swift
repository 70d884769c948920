/// 内设科室8个 of a unit that has 9 elsewhere in the draft.
///
/// Rule: `narrative-repeat`. Only what is said of the unit by its name, or as 本单位, counts.
enum OfficeCounts {
  private struct Statement {
    var count: Int64
    var place: Slice
    var noun: UInt64
  }

  private static let inside: Word = "内设"
  private static let item: UInt16 = 0x4E2A
  private static let nouns = WordList(["职能科室", "内设机构", "科室", "股室", "处室", "机构"])
  private static let selves = WordList(["本单位", "本部门", "我局", "局机关", "机关", "本局", "我单位", "我部门", "学校", "我校"])
  private static let others = WordList(["下属", "下辖", "所属", "直属", "分局", "派出", "另", "其中", "增设", "新增", "拟", "原"])
  /// How far behind 内设 its count stands.
  private static let reach = 160
  /// How many signs of the end of the own name make its short form.
  private static let shortest = 3

  static func check(own: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var first: Statement?
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() where paragraph.slice.count >= 8 {
      guard
        inspection.has(.office, in: paragraph.slice, ofParagraph: index, { units.contains(inside, in: $0) }),
        let found = statement(in: paragraph, own, units)
      else { continue }
      guard let known = first else {
        first = found
        continue
      }
      guard known.noun == found.noun, known.count != found.count else { continue }
      inspection.report(
        "narrative-repeat", .warning, at: found.place,
        Message(differs, .count(Int(found.count)), .count(Int(known.count))),
        related: [inspection.related(known.place, Message(before))])
    }
  }

  private static func statement(in paragraph: Paragraph, _ own: Slice, _ units: Units) -> Statement? {
    let start = paragraph.slice.lower + (paragraph.ordinal?.length ?? 0)
    guard let at = units.find(inside, in: Slice(start, paragraph.slice.upper)) else { return nil }
    let lead = Slice(units.sentenceStart(before: at, from: start), at)
    guard isOwn(lead, own, units), !units.contains(anyOf: others, in: lead) else { return nil }
    let limit = Swift.min(paragraph.slice.upper, at + reach)
    let end = units.sentenceEnd(from: at, before: limit)
    guard let sign = (at..<end).first(where: { units[$0] == item && Unit.isDigit(units[$0 - 1]) }) else {
      return nil
    }
    var digits = sign
    while digits > at, Unit.isDigit(units[digits - 1]) { digits -= 1 }
    guard let figure = NumberScanner.scan(units, digits, sign), figure.end == sign,
      figure.amount.decimals == 0,
      !units.contains(anyOf: others, in: Slice(at, digits))
    else { return nil }
    let words = Slice(at + inside.count, digits)
    let behind = Slice(sign + 1, end)
    for noun in nouns where units.starts(behind, with: noun) || units.equals(words, noun) {
      return Statement(
        count: figure.amount.digits, place: Slice(digits, sign + 1),
        noun: units.key(
          units.starts(behind, with: noun) ? Slice(behind.lower, behind.lower + noun.count) : words))
    }
    return nil
  }

  /// Tells whether the words before 内设 are the own name, its short form or 本单位.
  private static func isOwn(_ lead: Slice, _ own: Slice, _ units: Units) -> Bool {
    if units.starts(lead, withAnyOf: selves) || units.ends(lead, withAnyOf: selves) { return true }
    if lead.count >= own.count, units.areSame(Slice(lead.lower, lead.lower + own.count), own) { return true }
    guard lead.count >= shortest, lead.count <= own.count else { return false }
    return units.areSame(lead, Slice(own.upper - lead.count, own.upper))
  }

  private static let differs = Phrase(
    "此处内设机构写 {0} 个，前文为 {1} 个", "The text has {0} offices here and {1} before")
  private static let before = Phrase("前文", "The place before")
}
