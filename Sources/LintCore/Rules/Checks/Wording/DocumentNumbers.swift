/// Numbers of documents (文号): 财预〔2026〕18号 in the budget of 2025, 财预【2020】3号 for 〔2020〕, 财预〔2020〕3# for 3号, and
/// (财预〔2020〕)3号 for (财预〔2020〕3号).
///
/// Rules: `year`, `punctuation` (GB/T 9704: the year stands in hexagonal brackets).
enum DocumentNumbers {
  private static let open: [UInt16] = [0x3014, 0x3010]
  private static let close: Set<UInt16> = [0x3015, 0x3011]
  private static let sign: Word = "号"
  /// How many digits the number has at most.
  private static let longest = 5
  /// What lies further ahead is no year.
  private static let mostYears = 20

  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    let year = inspection.kind.year
    let isBudget = inspection.kind.profile.map { $0.id.hasSuffix("budget") } ?? false
    for bracket in open where inspection.mayStand([Name(units: [bracket])]) {
      var search = Slice(0, units.count)
      while let at = units.first(bracket, in: search) {
        search = Slice(at + 1, units.count)
        guard let number = number(at, units) else { continue }
        let digits = Slice(at + 1, at + 5)
        guard let cited = NumberScanner.scan(units, digits.lower, digits.upper) else { continue }
        if number.isOdd || number.isClosedEarly {
          reportNumber(number, at: at, &inspection)
        } else if bracket == 0x3010 {
          brackets(Slice(at, number.digits.lower), &inspection)
        }
        let later = Int(cited.amount.digits) - year
        guard year > 0, later > 0, later <= mostYears else { continue }
        // Budgets are made before their year or at its beginning, what looks back in the year after.
        guard isBudget || later > 1 && inspection.kind.isWhole else { continue }
        inspection.report(
          "year", .warning, at: digits, Message(future, .count(Int(cited.amount.digits)), .count(year)))
      }
    }
  }

  /// What stands behind the bracket that opens before the year of a document.
  private struct Number {
    var digits: Slice
    /// It ends in #, not in 号.
    var isOdd: Bool
    /// A round bracket closes between the year and the number.
    var isClosedEarly: Bool
  }

  /// 〔2020〕3号 behind the name of an office.
  private static func number(_ at: Int, _ units: Units) -> Number? {
    guard at > 0, at + 6 < units.count, Unit.isIdeograph(units[at - 1]) else { return nil }
    guard Slice(at + 1, at + 5).indices.allSatisfy({ Unit.isDigit(units[$0]) }), close.contains(units[at + 5])
    else { return nil }
    let isClosedEarly = units[at + 6] == 0x29
    let start = isClosedEarly ? at + 7 : at + 6
    var i = start
    while i < units.count, i - start < longest, Unit.isDigit(units[i]) { i += 1 }
    guard i > start, i < units.count else { return nil }
    let isOdd = units[i] == 0x23
    guard isOdd || units.has(sign, at: i, before: units.count) else { return nil }
    // The bracket closes too early only where it opens before the name of the office.
    if isClosedEarly, !isOpen(before: at, units) { return nil }
    return Number(digits: Slice(start, i), isOdd: isOdd, isClosedEarly: isClosedEarly)
  }

  /// How far before the year the round bracket stands that opens before the name of the office, at most.
  private static let longestOffice = 12

  /// Tells whether a round bracket opens right before the name of the office: (财预〔2020.
  private static func isOpen(before at: Int, _ units: Units) -> Bool {
    var i = at - 1
    while i > 0, at - i <= longestOffice, Unit.isIdeograph(units[i]) { i -= 1 }
    return units[i] == 0x28
  }

  /// Says how a number with another sign behind it, or with a bracket in its middle, is written.
  private static func reportNumber(_ number: Number, at: Int, _ inspection: inout Inspection) {
    let draft = inspection.draft
    let slice = Slice(at, number.digits.upper + 1)
    let year = draft.string(Slice(at + 1, at + 5))
    let right = "〔\(year)〕\(draft.string(number.digits))号\(number.isClosedEarly ? "）" : "")"
    inspection.report(
      "punctuation", .warning, at: slice, Message(form, .text(draft.string(slice)), .text(right)),
      fixes: [
        Fix(
          title: Message(FixPhrases.change, .text(right)), edits: [Edit(draft.range(slice), right)],
          safety: .review)
      ])
  }

  private static func brackets(_ slice: Slice, _ inspection: inout Inspection) {
    let draft = inspection.draft
    let digits = draft.string(Slice(slice.lower + 1, slice.upper - 1))
    inspection.report(
      "punctuation", .warning, at: slice, Message(style, .text(draft.string(slice)), .text("〔\(digits)〕")),
      fixes: [
        Fix(
          title: Message(FixPhrases.change, .text("〔\(digits)〕")),
          edits: [Edit(draft.range(slice), "〔\(digits)〕")],
          safety: .review)
      ])
  }

  private static let future = Phrase(
    "引用文件的年份 {0} 晚于本文档的编制时间（{1} 年度）", "The document cited is of {0}, later than a draft for {1}")
  private static let style = Phrase(
    "文号中的年份写作“{0}”，应为“{1}”", "The year of a document is written “{0}” instead of “{1}”")
  private static let form = Phrase(
    "文号写作“{0}”，应为“{1}”", "The number of a document is written “{0}” instead of “{1}”")
}
