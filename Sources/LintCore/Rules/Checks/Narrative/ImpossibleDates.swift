/// Finds days that no calendar has, 2024年21月31日, and the end of the year with its digits swapped: 截至2024年12月13日，共有车辆5辆.
///
/// Rule: `malformed-figure`.
enum ImpossibleDates {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for passage in context.claims.passages where !passage.isAside {
      inspection.look(for: .impossibleDate, inParagraph: passage.paragraph) { dates(passage, context, &$0) }
    }
  }

  private static func dates(_ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection) {
    var from = passage.slice.lower
    while let at = context.units.first(month, in: Slice(from, passage.slice.upper)) {
      from = at + 1
      if let date = date(around: at, passage.slice, context.units) {
        inspection.report(
          "malformed-figure", .error, at: date, Message(phrase, .text(context.draft.string(date))))
      } else if isSwappedEnd(at, passage.slice, context.units) {
        let date = Slice(at - 2, at + 4)
        inspection.report(
          "malformed-figure", .warning, at: date, Message(swapped, .text(context.draft.string(date))))
      }
    }
  }

  /// The date whose month ends at a position, if there is no such day: four digits, 年, digits, 月, digits and 日.
  private static func date(around at: Int, _ slice: Slice, _ units: Units) -> Slice? {
    guard let month = number(endingAt: at, from: slice.lower, units), month.start - 5 >= slice.lower,
      units[month.start - 1] == 0x5E74,
      (month.start - 5..<month.start - 1).allSatisfy({ Unit.isDigit(units[$0]) })
    else { return nil }
    var end = at + 1
    var day = 0
    while end < slice.upper, end - at <= 2, Unit.isDigit(units[end]) {
      day = day * 10 + Int(units[end] - 0x30)
      end += 1
    }
    let hasDay = end > at + 1 && end < slice.upper && units[end] == 0x65E5
    let isMonth = (1...12).contains(month.value)
    guard hasDay, !isMonth || day == 0 || day > days[month.value - 1] else { return nil }
    return Slice(month.start - 5, end + 1)
  }

  /// Tells whether 12月13日 at a month is the date as of which something is counted.
  private static func isSwappedEnd(_ at: Int, _ slice: Slice, _ units: Units) -> Bool {
    guard at - 2 >= slice.lower, units.has(swappedEnd, at: at - 2, before: slice.upper),
      units.contains(anyOf: asOf, in: Slice(Swift.max(slice.lower, at - 10), at))
    else { return false }
    let behind = Slice(at + 4, Swift.min(slice.upper, at + 4 + reach))
    return units.contains(anyOf: counted, in: behind)
  }

  /// How far behind a date it is looked for what is counted, in units.
  private static let reach = 36
  private static let swappedEnd: Word = "12月13日"
  private static let asOf = WordList(["截至", "截止"])
  private static let counted = WordList([
    "车辆", "公务用车", "编制", "在职", "退休", "固定资产", "国有资产", "房屋", "设备", "资产总额", "资产原值",
  ])
  private static let swapped = Phrase("“{0}”疑为“12月31日”：资产和人员按年末统计", "{0} may be meant for 31 December")

  private static func number(endingAt end: Int, from first: Int, _ units: Units) -> (start: Int, value: Int)?
  {
    var start = end
    while start > first, end - start <= 2, Unit.isDigit(units[start - 1]) { start -= 1 }
    guard start < end, end - start <= 2 else { return nil }
    return (start, (start..<end).reduce(0) { $0 * 10 + Int(units[$1] - 0x30) })
  }

  private static let month: UInt16 = 0x6708
  private static let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  private static let phrase = Phrase("“{0}”：没有这一天", "There is no such day as {0}")
}
