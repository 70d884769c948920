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
      if let span = reversed(around: at, passage.slice, context.units) {
        inspection.report(
          "malformed-figure", .error, at: span, Message(backwards, .text(context.draft.string(span))))
      }
    }
  }

  /// 2024年1月1日至2023年12月31日: a time that ends before it begins, with the year and the month on both sides.
  private static func reversed(around at: Int, _ slice: Slice, _ units: Units) -> Slice? {
    guard let month = number(endingAt: at, from: slice.lower, units), month.start - 5 >= slice.lower,
      let first = day(month.start - 5, slice.upper, units), first.end < slice.upper,
      let link = units.lengthOfWord(starting: Slice(first.end, slice.upper), anyOf: until),
      let second = day(first.end + link, slice.upper, units), second.value < first.value
    else { return nil }
    return Slice(month.start - 5, second.end)
  }

  /// 2024年1月 or 2024年1月31日 at a position, as a number that grows with time.
  private static func day(_ at: Int, _ end: Int, _ units: Units) -> (value: Int, end: Int)? {
    guard at + 6 < end, units[at + 4] == 0x5E74, (at..<at + 4).allSatisfy({ Unit.isDigit(units[$0]) })
    else { return nil }
    let year = (at..<at + 4).reduce(0) { $0 * 10 + Int(units[$1] - 0x30) }
    guard (1990...2100).contains(year), let (month, sign) = digits(at + 5, end, units), units[sign] == 0x6708
    else { return nil }
    // 2024年1月31日 and 2024年1月 are only compared by what both have.
    guard let (day, last) = digits(sign + 1, end, units), units[last] == 0x65E5 else {
      return (year * 12 + month, sign + 1)
    }
    return (year * 12 + month, day > 0 ? last + 1 : sign + 1)
  }

  /// One or two digits at a position, and the position behind them, before the end.
  private static func digits(_ at: Int, _ end: Int, _ units: Units) -> (value: Int, end: Int)? {
    var i = at
    var value = 0
    while i < end, i - at < 2, Unit.isDigit(units[i]) {
      value = value * 10 + Int(units[i] - 0x30)
      i += 1
    }
    return i > at && i < end ? (value, i) : nil
  }

  private static let until = WordList(["至", "到", "-", "—", "~"])
  private static let backwards = Phrase("“{0}”：止期早于起期", "{0} ends before it begins")

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
