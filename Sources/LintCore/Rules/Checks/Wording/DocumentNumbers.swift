/// Numbers of documents (文号): 财预〔2026〕18号 in the budget of 2025, and 财预【2020】3号 for 〔2020〕.
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
        guard let (digits, end) = number(at, units),
          let cited = NumberScanner.scan(units, digits.lower, digits.upper)
        else { continue }
        if bracket == 0x3010 { brackets(Slice(at, end), &inspection) }
        let later = Int(cited.amount.digits) - year
        guard year > 0, later > 0, later <= mostYears else { continue }
        // Budgets are made before their year or at its beginning, what looks back in the year after.
        guard isBudget || later > 1 && inspection.kind.isWhole else { continue }
        inspection.report(
          "year", .warning, at: digits, Message(future, .count(Int(cited.amount.digits)), .count(year)))
      }
    }
  }

  /// 〔2020〕3号 behind the name of an office: the year, and where the bracket closes.
  private static func number(_ at: Int, _ units: Units) -> (digits: Slice, end: Int)? {
    guard at > 0, at + 6 < units.count, Unit.isIdeograph(units[at - 1]) else { return nil }
    let digits = Slice(at + 1, at + 5)
    guard digits.indices.allSatisfy({ Unit.isDigit(units[$0]) }), close.contains(units[at + 5]) else {
      return nil
    }
    var i = at + 6
    while i < units.count, i - at - 6 < longest, Unit.isDigit(units[i]) { i += 1 }
    return i > at + 6 && units.has(sign, at: i, before: units.count) ? (digits, at + 6) : nil
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
}
