/// The number before a heading or a list item (序号): how it is written and which it is.
package struct Ordinal: Hashable, Sendable {
  /// How an ordinal is written; the cases are in the order in which documents nest them.
  package enum Style: UInt8, Sendable, Comparable {
    /// 第一部分, 第一章
    case part
    /// 一、
    case chinese
    /// （一）
    case chineseInBrackets
    /// 1. 1、 1．
    case arabic
    /// (1) 1)
    case arabicInBrackets
    /// ①
    case circled

    package static func < (a: Style, b: Style) -> Bool { a.rawValue < b.rawValue }
  }

  package var style: Style
  package var value: Int
  /// How many units the ordinal takes, with its punctuation.
  package var length: Int
}

/// Reads ordinals from folded units.
package enum OrdinalScanner {
  /// The ordinal at the start of a slice, if one stands there.
  package static func scan(_ units: Units, _ slice: Slice) -> Ordinal? {
    guard slice.count >= 2, slice.upper <= units.count else { return nil }
    let first = units[slice.lower]
    switch first {
    case 0x7B2C: return part(units, slice)
    case 0x28: return bracketed(units, slice)
    case 0x2460...0x2473:
      return Ordinal(style: .circled, value: Int(first) - 0x245F, length: 1)
    case 0x30...0x39: return arabic(units, slice)
    default:
      guard let (value, end) = numeral(units, slice.lower, slice.upper), end < slice.upper else { return nil }
      guard units[end] == 0x3001 || units[end] == 0xFF0E || units[end] == 0x2E else { return nil }
      return Ordinal(style: .chinese, value: value, length: end + 1 - slice.lower)
    }
  }

  /// A Chinese numeral up to 99, or digits, with the position after it.
  package static func numeral(_ units: Units, _ start: Int, _ end: Int) -> (value: Int, end: Int)? {
    var i = start
    if i < end, Unit.isDigit(units[i]) {
      var value = 0
      while i < end, Unit.isDigit(units[i]), i - start < 4 {
        value = value * 10 + Int(units[i] - 0x30)
        i += 1
      }
      return (value, i)
    }
    var tens: Int?
    var ones: Int?
    while i < end, i - start < 3, let digit = Unit.numeral(units[i]) {
      if digit == 10 {
        guard tens == nil else { return nil }
        tens = ones ?? 1
        ones = nil
      } else {
        guard ones == nil else { return nil }
        ones = digit
      }
      i += 1
    }
    guard i > start else { return nil }
    return ((tens ?? 0) * 10 + (ones ?? 0), i)
  }

  private static func part(_ units: Units, _ slice: Slice) -> Ordinal? {
    guard let (value, end) = numeral(units, slice.lower + 1, slice.upper), end < slice.upper else {
      return nil
    }
    if units.has("部分", at: end, before: slice.upper) {
      return Ordinal(style: .part, value: value, length: end + 2 - slice.lower)
    }
    if units[end] == 0x7AE0 || units[end] == 0x7BC7 {
      return Ordinal(style: .part, value: value, length: end + 1 - slice.lower)
    }
    return nil
  }

  private static func bracketed(_ units: Units, _ slice: Slice) -> Ordinal? {
    guard let (value, end) = numeral(units, slice.lower + 1, slice.upper), end < slice.upper,
      units[end] == 0x29
    else { return nil }
    let isArabic = Unit.isDigit(units[slice.lower + 1])
    // (2024) before 年度 is a year and not an ordinal.
    guard !isArabic || value < 100 else { return nil }
    var length = end + 1 - slice.lower
    if end + 1 < slice.upper, units[end + 1] == 0x3001 { length += 1 }
    return Ordinal(style: isArabic ? .arabicInBrackets : .chineseInBrackets, value: value, length: length)
  }

  /// Tells whether a subject code of five or seven digits and its name follow, as in 15.2130316农村水利.
  private static func isCode(_ units: Units, _ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, i - start < 8, Unit.isDigit(units[i]) { i += 1 }
    return (i - start == 5 || i - start == 7) && i < end && (Unit.isIdeograph(units[i]) || units[i] == 0x2D)
  }

  /// Tells whether a year follows, as in 1.2024年部门预算, and not a figure: 14.85万元。年末….
  private static func isYear(_ units: Units, _ start: Int, _ end: Int) -> Bool {
    let year = start + 4
    return year < end && units[year] == 0x5E74 && (start..<year).allSatisfy { Unit.isDigit(units[$0]) }
  }

  private static func arabic(_ units: Units, _ slice: Slice) -> Ordinal? {
    var i = slice.lower
    var value = 0
    while i < slice.upper, Unit.isDigit(units[i]), i - slice.lower < 3 {
      value = value * 10 + Int(units[i] - 0x30)
      i += 1
    }
    guard i < slice.upper, i > slice.lower else { return nil }
    switch units[i] {
    case 0x3001:
      return Ordinal(style: .arabic, value: value, length: i + 1 - slice.lower)
    case 0x2E, 0xFF0E:
      // 1.5 and 1.1 are figures or sections of another kind.
      if i + 1 < slice.upper, Unit.isDigit(units[i + 1]), !isYear(units, i + 1, slice.upper),
        !isCode(units, i + 1, slice.upper)
      {
        return nil
      }
      return Ordinal(style: .arabic, value: value, length: i + 1 - slice.lower)
    case 0x29:
      return Ordinal(style: .arabicInBrackets, value: value, length: i + 1 - slice.lower)
    default:
      return nil
    }
  }
}
